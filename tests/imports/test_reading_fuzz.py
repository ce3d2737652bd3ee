"""Files that something has gone through: whatever is left of them is read, or refused with one plain sentence."""

import random
from datetime import date
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import pytest

from lib.imports.read_tables import read_tables
from lib.imports.sheets.template import template
from lib.imports.workbook.read import Unreadable, read_workbook
from tests.helpers.workbooks import ods, with_parts, xlsx
from tests.imports.test_read_tables import STORED
from tests.imports.workbook.test_workbook import FIXTURES

DRAWN = [
    ["Sjukfrånvaro"],
    ["Enhet", "Utfall 2015", "Prognos 2016", "jan-25"],
    ["Norr", 7.5, "7,0 %", "<5"],
    ["  varav kvinnor", "1 004", "..", date(2016, 1, 1)],
    ["Söder", "ca 40", None, -1],
    ["Totalt", 6, 7, 8],
]
LONG = [["Indikator", "Enhet", "Kön", "Period", "Värde"], ["Sjukfrånvaro", "Norr", "K", "2016-03", "7,5"]] * 3
NASTY = [
    *("", "\0", "=cmd|' /C calc'!A0", "1e999", "-", "9" * 400, "NaN", "2016-02-30", "<script>", "åå", "\u202e", "🙂"),
    *(
        '"',
        ";",
        "\t",
        "\n",
        "0000-00-00",
        "2016--2015",
        "jan dec 2016",
        "99999999-01-01",
        "�",
        "'=1",
        "{0}",
        "%s",
        "{x}",
    ),
]


def text(rows, separator, encoding):
    lines = (separator.join("" if cell is None else str(cell) for cell in row) for row in rows)
    return "\n".join(lines).encode(encoding)


def whole():
    """Files that are as they should be, each with its name."""
    rows = [[str(cell) if isinstance(cell, date) else cell for cell in row] for row in DRAWN]
    return [
        ("drawn.xlsx", xlsx(*DRAWN)),
        ("long.xlsx", xlsx(*LONG, sheet="Siffror")),
        ("mall.xlsx", template(STORED, "b")),
        ("a.ods", ods(*([cell if cell is not None else "" for cell in row] for row in rows))),
        ("old.xls", (FIXTURES / "old.xls").read_bytes()),
        *((f"{name}.csv", text(table, separator, encoding)) for name, table, separator, encoding in TEXTS),
    ]


TEXTS = [
    ("drawn", DRAWN, ";", "utf-8"),
    ("long", LONG, ",", "utf-8-sig"),
    ("tab", LONG, "\t", "cp1252"),
    ("wide", DRAWN, "|", "utf-16"),
]


def bytes_changed(chance, content):
    """Some bytes are others, some are gone, some stand twice, or the end is missing."""
    changed = bytearray(content)
    for _time in range(chance.choice([1, 1, 2, 5, 20, 100])):
        place = chance.randrange(len(changed) or 1)
        what = chance.random()
        if what < 0.5 and changed:
            changed[place] = chance.randrange(256)
        elif what < 0.65:
            del changed[place : place + chance.randrange(1, 50)]
        elif what < 0.8:
            changed[place:place] = changed[place : place + chance.randrange(1, 50)]
        elif what < 0.9:
            changed[place:place] = chance.choice(NASTY).encode("utf-8", "replace")
        elif what < 0.92:
            del changed[place:]
    return bytes(changed)


def part_changed(chance, content):
    """A part of a zipped workbook is changed and packed again, so that the parser gets to see it."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
            name = chance.choice(names)
            return with_parts(content, **{name: bytes_changed(chance, archive.read(name))})
    except (BadZipFile, IndexError):
        return bytes_changed(chance, content)


def cells_changed(chance, _content):
    """A table of good and nasty cells in any order, as a workbook or as text."""
    rows = [
        [chance.choice([*NASTY, *row]) if chance.random() < 0.3 else cell for cell in row]
        for row in chance.choice([DRAWN, LONG])
    ]
    chance.shuffle(rows)
    return text(rows, chance.choice(";,\t|"), chance.choice(["utf-8", "utf-16"]))


def survive(seed, files):
    """Make one file and read it. Returns whether it could be read."""
    chance = random.Random(seed)
    name, content = chance.choice(files)
    change = chance.choice([bytes_changed, part_changed, part_changed, cells_changed])
    refusal = ""
    try:
        book = read_workbook(name, change(chance, content))
    except Unreadable as refused:
        refusal = str(refused)
    if refusal:
        assert "\n" not in refusal
        return False
    reading = read_tables(book, STORED, "b")
    assert all(str(one) for one in (*reading.problems, *reading.cautions))
    assert {table: len(rows) for table, rows in reading.records.items()} == {
        table: len(places) for table, places in reading.places.items()
    }
    return True


def run(seeds):
    files = whole()
    return sum(survive(seed, files) for seed in seeds)


def test_three_hundred_files_that_something_has_gone_through():
    assert 0 < run(range(100)) < 100  # some are still read, some are refused


@pytest.mark.soak
def test_ten_thousand_files_that_something_has_gone_through():
    assert 0 < run(range(1_000, 11_000)) < 10_000
