"""Files to take along, read back value by value: numbers stay numbers, dates dates, and no text runs as a formula."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from lib.documents.table_files import csv_file, excel_file
from lib.views.figures import download
from lib.words.figures import KINDS
from lib.words.language import _


def frame_of(**columns: list) -> pd.DataFrame:
    return pd.DataFrame(columns)


FIGURES = frame_of(
    Indikator=["Sjukfrånvaro; hela", 'Kallad "sip"', "Två\nrader"],
    Dag=[date(2016, 12, 31), date(2018, 8, 31), None],
    Värde=[5.5, -94.7, None],
    Antal=[12, 0, 1004],
)


def read_csv(file: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(file.decode("utf-8-sig"), newline=""), delimiter=";"))


def read_excel(file: bytes) -> Worksheet:
    (sheet,) = load_workbook(BytesIO(file)).worksheets
    return sheet


def values(sheet: Worksheet) -> list[tuple]:
    return list(sheet.iter_rows(min_row=2, values_only=True))


def test_csv_as_a_swedish_spreadsheet_reads_it():
    file = csv_file(FIGURES)
    assert file.startswith(b"\xef\xbb\xbfIndikator;Dag;V\xc3\xa4rde;Antal\r\n")
    assert read_csv(file) == [
        ["Indikator", "Dag", "Värde", "Antal"],
        ["Sjukfrånvaro; hela", "2016-12-31", "5,5", "12"],
        ['Kallad "sip"', "2018-08-31", "-94,7", "0"],
        ["Två\nrader", "", "", "1004"],
    ]


def test_excel_has_numbers_and_dates_as_such():
    sheet = read_excel(excel_file(FIGURES, "Siffror"))
    assert sheet.title == "Siffror"
    assert [cell.value for cell in sheet[1]] == ["Indikator", "Dag", "Värde", "Antal"]
    assert values(sheet) == [
        ("Sjukfrånvaro; hela", datetime(2016, 12, 31), 5.5, 12),
        ('Kallad "sip"', datetime(2018, 8, 31), -94.7, 0),
        ("Två\nrader", None, None, 1004),
    ]
    assert [[cell.data_type for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        ["s", "d", "n", "n"],
        ["s", "d", "n", "n"],
        ["s", "n", "n", "n"],
    ]


def test_excel_headings_are_bold_frozen_and_filtered():
    sheet = read_excel(excel_file(FIGURES, "Siffror"))
    assert [cell.font.bold for cell in sheet[1]] == [True] * 4
    assert [cell.font.bold for cell in sheet[2]] == [False] * 4
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:D4")


def test_excel_columns_are_as_wide_as_their_longest_text_up_to_a_limit():
    sheet = read_excel(excel_file(frame_of(A=["x" * 10, ""], Lång=["y" * 200, ""], Rubriken=[1, 2]), "Siffror"))
    assert [sheet.column_dimensions[column].width for column in "ABC"] == [12, 60, 10]


def test_a_sheets_name_is_cut_to_what_excel_takes():
    assert read_excel(excel_file(FIGURES, "n" * 40)).title == "n" * 31


RUNS = ["=1+1", "+46 455", "-cmd", "@sum", "\tx", "=HYPERLINK(A1)", "=="]
HARMLESS = ["=", "", "a=1", "1-2", "’citat", "<", "~", " =1"]


@pytest.mark.parametrize("text", RUNS)
def test_text_that_would_run_is_made_harmless(text):
    frame = frame_of(Not=[text])
    assert read_csv(csv_file(frame))[1:] == [[f"'{text}"]]
    sheet = read_excel(excel_file(frame, "Siffror"))
    assert (sheet["A2"].value, sheet["A2"].data_type) == (f"'{text}", "s")


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_is_left_alone(text):
    frame = frame_of(Not=[text, "x"])
    assert read_csv(csv_file(frame))[1:] == [[text], ["x"]]
    assert values(read_excel(excel_file(frame, "Siffror"))) == [(text or None,), ("x",)]


def test_negative_numbers_are_not_taken_for_formulas():
    frame = frame_of(Värde=[-0.3, -228.0], Antal=[-1, -2])
    assert read_csv(csv_file(frame))[1:] == [["-0,3", "-1"], ["-228,0", "-2"]]
    assert values(read_excel(excel_file(frame, "Siffror"))) == [(-0.3, -1), (-228, -2)]


def test_a_column_of_nothing():
    frame = frame_of(Indikator=["a", "b"], Värde=[None, None], Lägst=[float("nan"), float("nan")])
    assert read_csv(csv_file(frame))[1:] == [["a", "", ""], ["b", "", ""]]
    assert values(read_excel(excel_file(frame, "Siffror"))) == [("a", None, None), ("b", None, None)]


def test_no_rows_give_headings_alone():
    frame = frame_of(Indikator=[], Värde=[])
    assert read_csv(csv_file(frame)) == [["Indikator", "Värde"]]
    sheet = read_excel(excel_file(frame, "Siffror"))
    assert ([cell.value for cell in sheet[1]], values(sheet)) == (["Indikator", "Värde"], [])


def test_characters_that_a_workbook_cannot_hold_are_left_out_of_it():
    assert values(read_excel(excel_file(frame_of(Not=["Före\x0befter"]), "Siffror"))) == [("Föreefter",)]


TEXTS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=10)
NUMBERS = st.none() | st.integers(-(10**11), 10**11).map(lambda hundredths: hundredths / 100)
ROWS = st.lists(st.tuples(TEXTS, NUMBERS, st.dates(date(1900, 3, 1), date(2200, 1, 1))), min_size=1, max_size=6)


@given(rows=ROWS)
@settings(max_examples=20, deadline=None)
def test_what_is_written_can_be_read_back(rows):
    frame = pd.DataFrame(rows, columns=["Not", "Värde", "Dag"])
    safe = [text if text == "=" or text[:1] not in set("=+-@") else f"'{text}" for text, _value, _day in rows]
    from_csv = [
        (text, float(value.replace(",", ".")) if value else None, date.fromisoformat(day))
        for text, value, day in read_csv(csv_file(frame))[1:]
    ]
    assert from_csv == [(text, row[1], row[2]) for text, row in zip(safe, rows, strict=True)]
    from_excel = [(text or "", value, day.date()) for text, value, day in values(read_excel(excel_file(frame, "S")))]
    assert from_excel == from_csv


def test_the_seeds_figures_in_both_files(linkoping):
    frame = download(linkoping, [one for one in linkoping.series.values() if not one.about.kolada])
    head, *rows = read_csv(csv_file(frame))
    sheet = read_excel(excel_file(frame, _("Figures")))
    assert head == [cell.value for cell in sheet[1]] == list(frame.columns)
    in_excel = values(sheet)
    assert len(rows) == len(in_excel) == len(frame)
    place = head.index("Värde")
    numbers = [float(row[place].replace(",", ".")) if row[place] else None for row in rows]
    assert numbers == [row[place] for row in in_excel]
    assert sorted(number for number in numbers if number is not None)[-3:] == [120.0, 143.0, 149.0]
    assert {row[head.index("Typ av värde")] for row in rows} <= {_(word) for word in KINDS.values()}
    signs = [row[head.index("Precision")] for row in rows]
    assert {sign: signs.count(sign) for sign in ("<", "~")} == {"<": 2, "~": 2}
