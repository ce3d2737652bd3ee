"""Answers about a file's tables: kept for the layout and never for a period, given on the page or in a small text."""

import pytest

from lib.imports.mapping import EVERY, ColumnMapping, answers_for, at_place
from lib.imports.read_tables import read_tables
from lib.imports.report import answers_to_write, lines
from lib.imports.result import CellAt, ReadResult
from lib.imports.upload import correct, read_in
from lib.imports.workbook.read import read_workbook
from lib.store.batches import BatchInfo
from lib.tables.records import Problem
from tests.helpers.rows import area, unit
from tests.helpers.seeded import empty_scratch
from tests.imports.test_cases import STORED, as_text, short

SHARES = "Enhet;Andel\nNorr;8,5\nSöder;6,5"
SAID = ColumnMapping({"Enhet": "unit", "Andel": "value"}, {"indicator": "sjuk", "period": "2021"})


def test_the_period_is_asked_again_of_the_next_file():
    store = empty_scratch("answers")
    store.sync(STORED | {"areas": [area()]}, BatchInfo("seed", "test"))
    first = read_in(store, "b", "2021.csv", SHARES.encode())
    [unknown] = first.reading.unknown
    again = read_in(store, "b", "2021.csv", SHARES.encode(), {unknown.signature: SAID})
    assert short(again.reading) == ["sjuk norr T 2021 outcome 8.5", "sjuk soder T 2021 outcome 6.5"]
    store.carry_out(again.plan, BatchInfo("import", "x", again.name, again.hash, "", None, b"", again.remembered()))
    later = read_in(store, "b", "2022.csv", SHARES.replace("8,5", "9,5").encode())
    assert short(later.reading) == []
    assert later.reading.problems or later.reading.unknown


def test_each_sheet_of_a_layout_has_its_own_period():
    rows = "Enhet;Sjukfrånvaro\nNorr;5,5"
    book = as_text(rows)
    book.sheets[0].name, book.sheets[0].is_text = "2021", False
    other = as_text(rows).sheets[0]
    other.name, other.is_text = "2022", False
    book.sheets.append(other)
    first, second = read_tables(book, STORED, "b").unknown
    assert [one.guess.fixed["period"] for one in (first, second)] == ["2021", "2022"]
    book.sheets = [as_text(rows).sheets[0], as_text(rows).sheets[0]]
    for sheet, name in zip(book.sheets, ("2021", "2022"), strict=True):
        sheet.name, sheet.is_text = name, False
    answers = {first.signature: ColumnMapping(fixed={"period": "2021"})}
    reading = read_tables(book, STORED, "b", answers)
    assert (short(reading), len(reading.unknown)) == (["sjuk norr T 2021 outcome 5.5"], 1)


def test_answers_of_a_layout_hold_for_all_its_tables_but_their_period():
    layout = "drawn|enhet|andel"
    one, other = at_place(layout, "A", 1), at_place(layout, "B", 1)
    mappings = {one: SAID, EVERY: ColumnMapping(fixed={"kind": "budget"})}
    assert answers_for(mappings, one) == SAID.joined(ColumnMapping(fixed={"kind": "budget"}))
    assert answers_for(mappings, other).fixed == {"kind": "budget", "indicator": "sjuk"}
    assert answers_for(mappings, "another layout").fixed == {"kind": "budget"}


@pytest.mark.parametrize(
    ("heading", "values", "guess"),
    [
        ("region_kod", ("2021", "2023"), "municipality"),
        ("AstKommun", ("2021", "2029"), "municipality"),
        ("cnum", ("2021", "2029"), ""),
        ("tidpunkt", ("2021", "2022"), "period"),
    ],
)
def test_the_role_that_a_question_suggests(heading, values, guess):
    rows = "".join(f"{value};Sjukfrånvaro;{n},5\n" for n, value in enumerate(values))
    [unknown] = read_tables(as_text(f"{heading};Nyckeltal;2021\n{rows}"), STORED, "b").unknown
    assert unknown.guess.columns == {heading: guess}


def test_a_heading_that_is_also_the_name_of_a_unit():
    stored = STORED | {"units": [unit(unit="enhet", name="Enhet"), unit(unit="norr", name="Norr")]}
    reading = read_tables(as_text("Nyckeltal;Enhet;2021\nKlagomål;Norr;7\nKlagomål;Laget;8"), stored, "b")
    assert short(reading) == ["klagomal norr T 2021 outcome 7"]
    assert reading.strange == {"units": ["Laget"]}


def test_every_unknown_name_of_a_row_is_reported():
    reading = read_tables(as_text("Nyckeltal;Enhet;2021\nNytt mått;Laget;7"), STORED, "b")
    assert reading.strange == {"units": ["Laget"], "indicators": ["Nytt mått"]}


def test_cells_that_cannot_be_read_are_known_by_their_place():
    own = read_tables(as_text("Indikator;Enhet;Period;Värde\nKlagomål;Norr;2021;7o\nKlagomål;Norr;21;8"), STORED, "b")
    assert [(cell.at, cell.name) for cell in own.faulty] == [
        (CellAt("data", 3, 2), "Period"),
        (CellAt("data", 2, 3), "Värde"),
    ]
    drawn = read_tables(as_text("Klagomål;2021\nNorr;7o\nSöder;8"), STORED, "b")
    assert [(cell.at, cell.name) for cell in drawn.faulty] == [(CellAt("data", 2, 1), "2021")]
    named = {EVERY: ColumnMapping({"Enhet": "unit", "Tal": "value"}, {"indicator": "klagomal", "period": "nu"})}
    assert read_tables(as_text("Enhet;Tal\nNorr;7"), STORED, "b", named).faulty == []


def test_a_corrected_cell_is_read_and_remarked_on():
    book = as_text("Klagomål;2021\nNorr;7o\nSöder;8")
    correct(book, {CellAt("data", 2, 1): "7", CellAt("data", 3, 3): "9", CellAt("other", 1, 0): "x"})
    assert book.sheets[0].rows[1:] == [["Norr", "7"], ["Söder", "8", "", "9"]]
    assert book.remarks == ["data: B2 rättades från ”7o” till ”7”.", "data: D3 rättades från ”” till ”9”."]


FILE = """
[columns]
"Ålder" = "only:16-24"
"Team" = ""

[fixed]
unit = "norr"
"""


def test_answers_in_a_small_text():
    text = "Nyckeltal;Ålder;Team;2021\nSjukfrånvaro;16-24;A;7,5\nSjukfrånvaro;25-64;A;4,5"
    reading = read_tables(as_text(text), STORED, "b", {EVERY: ColumnMapping.from_file(FILE)})
    assert short(reading) == ["sjuk norr T 2021 outcome 7.5"]
    assert reading.ignored == ["data: 1 rad lämnades, som du sagt.", "data: kolumnen ”Team” lästes inte."]


OCTOBER_TO_JANUARY = {
    "starts": ["2023-10 outcome 1", "2023-12 outcome 2", "2024-01 outcome 3"],
    "ends": ["2022-10 outcome 1", "2022-12 outcome 2", "2023-01 outcome 3"],
    "one_year": ["2023-01 outcome 3", "2023-10 outcome 1", "2023-12 outcome 2"],
}


@pytest.mark.parametrize(("year_of", "right"), OCTOBER_TO_JANUARY.items())
@pytest.mark.parametrize(
    "text",
    [
        "Klagomål 2023;okt;dec;jan\nNorr;1;2;3",
        "Klagomål 2023;jan;dec;okt\nNorr;3;2;1",
        "Månad;Enhet;Klagomål 2023\nokt;Norr;1\ndec;Norr;2\njan;Norr;3",
        "Enhet;okt;dec;jan\nNorr;1;2;3",
    ],
)
def test_the_year_of_months_that_go_over_a_new_year(text, year_of, right):
    answers = ColumnMapping(fixed={"indicator": "klagomal", "period": "2023", "new_year": year_of})
    reading = read_tables(as_text(text), STORED, "b", {EVERY: answers})
    assert short(reading) == sorted(f"klagomal norr T {figure}" for figure in right)
    assert answers.without_period().fixed == {"indicator": "klagomal"}


def test_named_columns_of_months_under_one_year():
    roles = {"Månad": "month", "Enhet": "unit", "Antal": "value"}
    answers = {EVERY: ColumnMapping(roles, {"indicator": "klagomal", "period": "2023"})}
    months = "Månad;Enhet;Antal\nnov;Norr;1\ndec;Norr;2"
    assert short(read_tables(as_text(months), STORED, "b", answers)) == [
        "klagomal norr T 2023-11 outcome 1",
        "klagomal norr T 2023-12 outcome 2",
    ]
    reading = read_tables(as_text(months + "\njan;Norr;3\nnov;Söder;4"), STORED, "b", answers)
    assert short(reading) == ["klagomal soder T 2023-11 outcome 4"]
    sentence = "Månaderna går över ett nyår. Skriv årtalet vid var och en av dem."
    assert reading.problems == [Problem("data", row, "Månad", sentence) for row in (2, 3, 4)]


@pytest.mark.parametrize("text", ["[columns", "[rows]\na = 1", '[columns]\n"A" = "thing"', "columns = 3"])
def test_a_text_with_answers_that_cannot_be_read(text):
    with pytest.raises(ValueError, match=r"."):
        ColumnMapping.from_file(text)


def test_the_text_to_complete_asks_what_the_table_asks():
    reading = read_tables(as_text("Nyckeltal;Arbetsplats;2021\nSjukfrånvaro;Teamet;7,5"), STORED, "b")
    text = answers_to_write(reading.unknown)
    assert text == '[columns]\n"Arbetsplats" = ""'
    assert ColumnMapping.from_file(text) == reading.unknown[0].guess


def test_what_is_told_is_some_twenty_lines():
    problems = [Problem("A", row, "2021", f"”{row}x” är inte ett tal.") for row in range(2, 90)]
    problems += [Problem("A", row, "2022", "Annat fel.") for row in range(2, 5)]
    told = lines(ReadResult(problems=problems, ignored=[f"rad {n}" for n in range(30)]))
    assert told[:4] == [*map(str, problems[:3]), "… och 85 till av samma slag."]
    assert told[4:7] == [*map(str, problems[-3:])]
    assert told[-1] == "… och 24 rader till."
    assert len(told) <= 20


def test_questions_come_first_with_their_place():
    reading = read_tables(read_workbook("a.csv", SHARES.encode()), STORED, "b")
    assert lines(reading)[0] == "a, rad 1: Kolumnen ”Andel”, med 8,5, 6,5, är okänd. Vad är den?"
