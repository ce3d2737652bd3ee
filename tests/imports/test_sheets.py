"""The format's own tables in sheets: by name or heading, in any order, with every problem at once."""

from datetime import date

import pytest

from lib.imports.read_tables import read_tables
from lib.imports.result import TOLD, CellPlace
from lib.imports.workbook.read import Sheet, Workbook, read_workbook
from lib.tables.records import cell
from tests.helpers.rows import board, goal, indicator, observation, tables, target, unit
from tests.helpers.workbooks import xlsx

STORED = tables(
    boards=[board()],
    goals=[goal(goal="g", title="Trygghet", number="1")],
    indicators=[
        indicator(indicator="i", name="Sjukfrånvaro", kolada="N00090"),
        indicator(indicator="j", name="Väntetid"),
        indicator(indicator="k1", name="Samma"),
        indicator(indicator="k2", name="Samma"),
    ],
    units=[unit(unit="norr", name="Enhet Norr"), unit(unit="soder", name="Enhet Söder")],
    observations=[observation(indicator="i", unit="norr", value=7.0, count=40, note="Rättad")],
    targets=[target(indicator="i")],
)  # fmt: skip


def read(*rows, name="Siffror", stored=STORED):
    return read_tables(Workbook("a.xlsx", [Sheet(name, [list(row) for row in rows])]), stored, "b")


def told(reading):
    return [str(problem) for problem in reading.problems]


HEADINGS = ["Indikator", "Enhet", "Period", "Värde"]


def test_a_table_by_its_swedish_headings_and_names_in_any_order():
    reading = read(
        ["Värde", "Indikator", "Period", "Enhet", "Kön"], ["7,5", "Väntetid", 2016.0, "Enhet Söder", "Kvinnor"]
    )
    assert reading.problems == []
    assert reading.records == {
        "observations": [observation(indicator="j", unit="soder", gender="K", value=7.5, source="", locator="")]
    }
    assert reading.places == {"observations": [CellPlace("Siffror", 2, "Värde")]}


def test_what_the_file_says_nothing_of_stays_as_it_was():
    reading = read(HEADINGS, ["i", "norr", "2016", 8.0])
    [record] = reading.records["observations"]
    assert record == STORED["observations"][0] | {"value": 8.0}


def test_names_of_the_whole_board():
    reading = read(HEADINGS, ["N00090", "Totalt", "2015", 6.0], ["i", "", "2016", 7.0], ["i", "Nämnden", "2017", 8.0])
    assert [record["unit"] for record in reading.records["observations"]] == ["", "", ""]


def test_marks_in_the_column_of_figures():
    reading = read(HEADINGS, ["j", "", "2011", "<5"], ["j", "", "2012", ".."], ["j", "", "2013", "5-10"])
    assert [
        (r["value"], r["lower"], r["upper"], r["qualifier"], r["status"]) for r in reading.records["observations"]
    ] == [(5.0, None, None, "<", "normal"), (None, None, None, "=", "missing"), (None, 5.0, 10.0, "=", "normal")]


def test_every_problem_at_once_with_what_to_do():
    reading = read(
        ["Indikator", "Enhet", "Kön", "Period", "Slag", "Värde", "Antal"],
        ["Sjukfrånvar", "", "", "2016", "", 7.0, ""],
        ["zzz", "", "", "2016", "", 7.0, ""],
        ["Samma", "", "", "2016", "", 7.0, ""],
        ["i", "Enhet Nor", "", "2016", "", 7.0, ""],
        ["i", "", "Hen", "2016", "", 7.0, ""],
        ["i", "", "", "2016/17", "", 7.0, ""],
        ["i", "", "", "2016", "Gissning", 7.0, ""],
        ["i", "", "", "2016", "", "7,0o", ""],
        ["i", "", "", "2016", "", 7.0, -4.0],
        ["i", "", "", "2014", "", 7.0, ""],
        ["i", "", "", "2014", "", 8.0, ""],
    )
    assert told(reading) == [
        "Siffror, rad 2, kolumn Indikator: ”Sjukfrånvar” finns inte. Menade du ”Sjukfrånvaro”?",
        "Siffror, rad 3, kolumn Indikator: ”zzz” finns inte hos nämnden. Lägg till det först eller rätta namnet.",
        "Siffror, rad 4, kolumn Indikator: ”Samma” är namnet på flera. Skriv koden i stället.",
        "Siffror, rad 5, kolumn Enhet: ”Enhet Nor” finns inte. Menade du ”Enhet Norr”?",
        "Siffror, rad 6, kolumn Kön: ”Hen” är inget av: totalt, kvinnor, män.",
        "Siffror, rad 7, kolumn Period: ”2016/17” är inte en period."
        " Skriv den som 2016, 2016-03, jan–aug 2016 eller 2016-02-03--2016-04-05.",
        "Siffror, rad 8, kolumn Slag: ”Gissning” är inget av: utfall, prognos, budget, plan.",
        "Siffror, rad 9, kolumn Värde: ”7,0o” är inte ett tal. Menade du 7,0?",
        "Siffror, rad 10, kolumn Antal: -4 är mindre än noll.",
        "Siffror, rad 12, kolumn Värde: Raden gäller samma sak som rad 11 i bladet ”Siffror”. Behåll en av dem.",
    ]
    assert [record["period_start"] for record in reading.records["observations"]] == [date(2014, 1, 1)]


def test_a_hundred_thousand_of_the_same_are_counted():
    reading = read(HEADINGS, *(["i", "", "2016", "fel"] for _row in range(100_000)))
    assert len(reading.problems) == TOLD + 1
    assert told(reading)[-1] == "Siffror, kolumn Värde: Och 99\u00a0980 till av samma slag."
    assert reading.records == {"observations": []}


def test_rows_of_another_board():
    reading = read(["Nämnd", *HEADINGS], ["b", "i", "", "2016", 7.0], ["annan", "i", "", "2017", 7.0])
    assert told(reading) == [
        "Siffror, rad 3, kolumn Nämnd: ”annan” är en annan nämnd. Välj den nämnden innan du läser in dess siffror."
    ]
    assert len(reading.records["observations"]) == 1


def test_rows_that_nobody_filled_in_and_empty_ones_are_passed_over():
    reading = read(HEADINGS, ["i", "", "2016", ""], [], ["", "", "", ""], ["i", "", "2017", 0.0])
    assert reading.problems == []
    assert [(r["period_start"].year, r["value"]) for r in reading.records["observations"]] == [(2017, 0.0)]


def test_tables_that_refer_to_each_other_are_read_in_order_whatever_order_they_stand_in():
    book = Workbook(
        "a.xlsx",
        [
            Sheet("Siffror", [[*HEADINGS], ["Nytt mått", "Ny enhet", "2016", 3.0]]),
            Sheet("Indikatorer", [["Indikator", "Namn", "Bättre"], ["", "Nytt mått", "lägre är bättre"]]),
            Sheet("Enheter", [["Enhet", "Namn", "Slag"], ["ny-enhet", "Ny enhet", "enhet"]]),
        ],
    )
    reading = read_tables(book, STORED, "b")
    assert told(reading) == []
    [new] = reading.records["indicators"]
    assert (new["indicator"], new["better"], new["minimum_group"], new["frequency"]) == (
        "nytt-matt",
        "lower",
        11,
        "year",
    )
    [figure] = reading.records["observations"]
    assert (figure["indicator"], figure["unit"]) == ("nytt-matt", "ny-enhet")


def test_a_code_must_be_a_code():
    reading = read(["Indikator", "Namn", "Bättre"], ["Ny Kod", "Nytt", "ingen"], name="Indikatorer")
    assert told(reading)[0] == (
        "Indikatorer, rad 2, kolumn Indikator: ”Ny Kod” kan inte vara en kod."
        " En kod är små bokstäver a–z, siffror och bindestreck."
    )


def test_hidden_sheets_are_told_and_not_read():
    reading = read_tables(Workbook("a", [Sheet("x", [HEADINGS, ["i", "", "2016", 7.0]], hidden=True)]), STORED, "b")
    assert reading.records == {}
    assert reading.ignored == ["Bladet ”x” är dolt och lästes inte."]


def test_text_that_was_made_harmless_is_as_it_was_typed():
    reading = read([*HEADINGS, "Anmärkning"], ["i", "", "2016", 7.0, "'=1+1"], ["i", "", "2017", 7.0, " 'a'\r\nb "])
    assert [record["note"] for record in reading.records["observations"]] == ["=1+1", "'a'\nb"]


@pytest.mark.parametrize("name", ["helsingborg", "linkoping", "karlskrona", "ekero", "blekinge-2012"])
def test_every_table_of_a_real_board_comes_back_as_it_is(seeded, name):
    stored = {table: [row for row in rows if row["board"] == name] for table, rows in seeded.records().items()}
    for table, rows in stored.items():
        if rows:
            lines = [[*rows[0]], *([cell(value) for value in row.values()] for row in rows)]
            reading = read_tables(read_workbook("a.xlsx", xlsx(*lines, sheet=table)), stored, name)
            assert told(reading) == []
            assert reading.records == {table: rows}
