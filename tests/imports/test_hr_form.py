"""The HR systems' long form: any separator, decimal comma, blank is not zero, and every problem at once."""

import pytest

from lib.imports.mapping import EVERY, ColumnMapping
from lib.imports.read_tables import read_tables
from lib.imports.workbook.read import read_workbook
from tests.helpers.rows import board, indicator, tables, unit

HEAD = ("Period", "Enhet", "Mått", "Kolumn", "Mätvärde")
MEASURES = ("Sjuktimmar dag 1-14", "Sjuktimmar dag 15-59", "Sjuktimmar dag 60-", "Ordinarie timmar")
HOURS = [
    ("2016-01-31", "Enhet", measure, "K20", value)
    for measure, value in zip(MEASURES, ("80,5", "0", "20", "1 600"), strict=True)
]
STORED = tables(boards=[board()], units=[unit()], indicators=[indicator(indicator="sjukfranvaro-ackumulerad")])


def read(rows, separator=";", mark="\ufeff", span=""):
    lines = [separator.join(f'"{cell}"' if separator in cell else cell for cell in row) for row in [HEAD, *rows]]
    book = read_workbook("hr.csv", (mark + "\r\n".join(lines) + "\r\n").encode())
    answers = {EVERY: ColumnMapping(fixed={"span": span})} if span else None
    return read_tables(book, STORED, "b", answers)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "mark"])
def test_hours_in_any_of_its_dialects(separator, mark):
    found = read([*HOURS, ("2016-01-31", "u", "Antal anställda", "K9", "12")], separator, mark)
    assert found.problems == []
    (row,) = found.records["absence"]
    assert {name: row[name] for name in ("unit", "gender", "age", "sick_1_14", "ordinary", "employees", "status")} == {
        "unit": "u", "gender": "T", "age": "", "sick_1_14": 80.5, "ordinary": 1600.0, "employees": 12,
        "status": "normal",
    }  # fmt: skip


def test_percentages_are_accumulated_observations():
    (row,) = read([("2016-04-30", "u", "SK.P.SJ.001", "K12", "7,7")]).records["observations"]
    assert (row["indicator"], row["gender"], row["value"]) == ("sjukfranvaro-ackumulerad", "K", 7.7)
    assert (row["period_start"].isoformat(), row["period_end"].isoformat()) == ("2016-01-01", "2016-04-30")


def test_percentages_have_how_many_they_are_about_where_the_form_tells():
    found = read(
        [
            ("2016-04-30", "u", "SK.P.SJ.001", "K20", "7,0"),
            ("2016-04-30", "u", "SK.P.SJ.001", "K12", "7,7"),
            ("2016-04-30", "u", "SK.P.AM.001", "K9", "8"),
        ],
        span="so_far",
    )
    assert (found.problems, found.records.get("absence", [])) == ([], [])
    assert [(row["gender"], row["count"]) for row in found.records["observations"]] == [("T", 8), ("K", None)]


def test_percentages_of_newer_exports_are_of_the_year_or_of_twelve_months_and_it_is_asked_which():
    rows = [("2016-04-30", "u", "SK.P.SJ.001", "K20", "7,0"), ("2016-04-30", "u", "SK.P.AM.001", "K9", "8")]
    found = read(rows)
    [unknown] = found.unknown
    assert (found.records, unknown.guess) == ({}, ColumnMapping(fixed={"span": "so_far"}))
    [row] = read(rows, span="rolling").records["observations"]
    assert (row["period_start"].isoformat(), row["period_end"].isoformat()) == ("2015-05-01", "2016-04-30")


@pytest.mark.parametrize("text", ["nan", "NaN", "inf", "1e999", "a"])
def test_what_is_no_number(text):
    found = read([("2016-04-30", "u", "SK.P.SJ.001", "K20", text)])
    assert ([problem.column for problem in found.problems], found.records.get("observations", [])) == (["Mätvärde"], [])


def test_blank_is_not_zero():
    found = read([("2016-04-30", "u", "SK.P.SJ.001", "K12", "")])
    assert (found.problems, found.records.get("observations", [])) == ([], [])


def test_every_problem_is_told_at_once():
    found = read([("2016-01-30", "x", "y", "z", "a"), *HOURS, HOURS[0]])
    assert [(one.row, one.column) for one in found.problems] == [
        (2, "Period"), (2, "Mätvärde"), (2, "Enhet"), (2, "Kolumn"), (2, "Mått"), (7, "Mätvärde"),
    ]  # fmt: skip


def test_hours_that_are_not_all_there():
    found = read(HOURS[:3])
    assert [one.sentence for one in found.problems] == ["För u 2016-01 saknas timmarna ordinary."]
