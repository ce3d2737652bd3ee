"""The parser as the program that it is, run to its end: the lines of JSON that it writes for a file."""

import json
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from tests.helpers.workbooks import xlsx
from tests.imports.workbook.test_marks import open_document
from tests.imports.workbook.test_workbook import FIXTURES

ROOT = Path(__file__).parents[3]
SCRIPT = "from lib.imports.workbook.parser import main; main(20, 1 << 32, 100, 100_000)"


def lines(content: bytes) -> list:
    done = subprocess.run([sys.executable, "-c", SCRIPT], input=content, capture_output=True, check=True, cwd=ROOT)
    return [json.loads(line) for line in done.stdout.splitlines()]


def marked(page):
    page["A1"].comment = Comment("Preliminär", "")
    page["B2"].number_format = "0.0%"
    page["B3"].number_format = "#,##0,"
    page["C2"].font = Font(strike=True)
    page["C3"] = "=B3*2"
    page["A4"] = CellRichText("6,4", TextBlock(InlineFont(vertAlign="superscript"), "2"))
    page.merge_cells("A5:B5")
    page.row_dimensions[3].hidden = True


def about(**values) -> dict:
    return {"sheet": "Blad1", "hidden": False, "rows": 1, "merged": [], "notes": [], "veiled": 0} | values


DONE = {"done": True}


def test_values_and_marks_of_a_workbook():
    rows = [["Mått", "2021", True], ["Andel", 0.345, 3], ["Möten", 4000, ""], ["", "", ""], ["Samma", "", ""]]
    days = [date(2025, 1, 1), datetime(2025, 1, 1, 12, 30), timedelta(hours=30)]
    header, table, marks, done = lines(xlsx(*rows, days, then=marked))
    assert header == about(rows=5, merged=[[4, 0, 4, 1]], notes=[[0, 0, "Preliminär"]], veiled=1)
    assert table == [
        ["Mått", "2021", "true"],
        ["Andel", "34.5 %", 3.0],
        ["Möten", 4000.0],
        ["6,4²"],
        ["Samma"],
        ["2025-01-01", "2025-01-01T12:30:00", "1 day, 6:00:00"],
    ]
    assert (sorted(marks), done) == (["marks"], DONE)


def test_open_document():
    header, table, marks, done = lines(open_document())
    assert header == about(rows=2, veiled=1)
    assert table == [["Nyckeltal", "2021"], [3.0, 4000.0], ["50 %", "6,4²"]]
    assert (sorted(marks), done) == (["marks"], DONE)


@pytest.mark.parametrize("name", ["old.xls", "formats.xls"])
def test_old_workbooks(name):
    told = lines((FIXTURES / name).read_bytes())
    assert (told[0]["hidden"], told[-1]) == (False, DONE)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (xlsx(["a"] * 102), "too much"),
        (open_document("<m:file-entry><m:encryption-data/></m:file-entry>"), "password"),
        (b"PK\x03\x04" + b"\0" * 100, "broken"),
        (b"", "broken"),
    ],
    ids=["columns", "password", "damaged", "empty"],
)
def test_what_is_not_read_is_one_word(content, word):
    assert lines(content) == [{"error": word}]
