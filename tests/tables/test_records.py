"""The interchange format: every bad cell told at once and in words, and nothing lost on the way out and in again."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Boolean, Date, Float, Integer

from lib.tables.base import columns
from lib.tables.folder import hash_of, read_file, read_folder, write_folder
from lib.tables.model import BY_NAME, TABLES, GoalIndicator
from lib.tables.records import BadTables, Problem, cell
from lib.tables.row_checks import MOST_DECIMALS, complaints
from tests.helpers.rows import (
    absence,
    agenda_item,
    area,
    assessment,
    board,
    event,
    goal,
    goal_indicator,
    indicator,
    meeting,
    observation,
    question,
    setting,
    source,
    succession,
    tables,
    target,
    unit,
)

ONE_OF_EACH = {
    "boards": board(),
    "sources": source(),
    "areas": area(),
    "units": unit(),
    "goals": goal(),
    "indicators": indicator(),
    "goal_indicators": goal_indicator(),
    "targets": target(),
    "observations": observation(),
    "successions": succession(successor="u"),
    "absence": absence(),
    "assessments": assessment(),
    "events": event(),
    "meetings": meeting(),
    "settings": setting(),
    "agenda_items": agenda_item(),
    "questions": question(),
}


def headings(table: str) -> list[str]:
    return [column.name for column in columns(BY_NAME[table])]


def as_text(record: dict, **cells: str) -> list[str]:
    """A row as it stands in a file, with some cells written otherwise."""
    return list(({name: cell(value) for name, value in record.items()} | cells).values())


def write(folder: Path, table: str, *rows: list[str], board: str = "b") -> None:
    path = folder / board / f"{table}.csv"
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def problems_of(folder: Path) -> list[Problem]:
    with pytest.raises(BadTables) as raised:
        read_folder(folder)
    assert str(raised.value) == "\n".join(str(problem) for problem in raised.value.problems)
    return raised.value.problems


@pytest.mark.parametrize("table", [table.__tablename__ for table in TABLES])
def test_the_rows_of_the_tests_have_the_columns_of_the_tables(table):
    assert list(ONE_OF_EACH[table]) == headings(table)


@pytest.mark.parametrize("name", ["colour", "verdict", "verdict-not_achieved", "Near", ""])
def test_a_setting_that_there_is_not(tmp_path, name):
    write(tmp_path, "settings", headings("settings"), as_text(setting(), setting=name))
    [problem] = problems_of(tmp_path)
    assert (problem.where, problem.row, problem.column) == ("b/settings.csv", 2, "setting")
    assert problem.sentence.startswith(f"”{name}” är inte något av verdict-achieved,")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("goal-level", "some-met"),
        ("goal-level", ""),
        ("near", "lite"),
        ("near", "-1"),
        ("near", "inf"),
        ("verdict-later", " "),
    ],
)
def test_a_value_that_a_setting_cannot_have(tmp_path, name, value):
    write(tmp_path, "boards", headings("boards"), as_text(board()))
    write(tmp_path, "settings", headings("settings"), as_text(setting(), setting=name, value=value))
    sentence = f"{name}: ”{value}” är inte ett värde som inställningen kan ha."
    assert problems_of(tmp_path) == [Problem("b/settings", 0, "value", sentence)]


MISSING = "Värdet saknas."
NOT_A_DATE = "”{}” är inte ett datum. Skriv det som 2016-12-31."
NOT_A_NUMBER = "”{}” är inte ett tal."
NOT_WHOLE = "”{}” är inte ett heltal."
NOT_A_TRUTH = "”{}” är varken true eller false."


@pytest.mark.parametrize(
    ("table", "column", "text", "sentence"),
    [
        pytest.param("sources", "date", "31/12 2016", NOT_A_DATE, id="date in another order"),
        pytest.param("sources", "date", "2016-02-30", NOT_A_DATE, id="day that does not exist"),
        pytest.param("units", "valid_from", "2016", NOT_A_DATE, id="year for a date"),
        pytest.param("goals", "valid_to", "2016-12", NOT_A_DATE, id="month for a date"),
        pytest.param("targets", "baseline_start", "-", NOT_A_DATE, id="dash for a date"),
        pytest.param("observations", "period_start", "i fjol", NOT_A_DATE, id="words for a date"),
        pytest.param("observations", "value", "5,5", NOT_A_NUMBER, id="decimal comma"),
        pytest.param("observations", "value", "1 004", NOT_A_NUMBER, id="space between thousands"),
        pytest.param("observations", "value", "5 %", NOT_A_NUMBER, id="number with its unit"),
        pytest.param("observations", "lower", "nan", NOT_A_NUMBER, id="not a number at all"),
        pytest.param("targets", "value", "inf", NOT_A_NUMBER, id="number without end"),
        pytest.param("targets", "near", "lite", NOT_A_NUMBER, id="word for a number"),
        pytest.param("areas", "order", "1.5", NOT_WHOLE, id="half an order"),
        pytest.param("indicators", "decimals", "1.0", NOT_WHOLE, id="whole number with decimals"),
        pytest.param("observations", "count", "tolv", NOT_WHOLE, id="word for a count"),
        pytest.param("observations", "count", "2147483648", NOT_WHOLE, id="more than an integer column holds"),
        pytest.param("indicators", "divided_by_gender", "ja", NOT_A_TRUTH, id="yes for true"),
        pytest.param("indicators", "divided_by_gender", "True", NOT_A_TRUTH, id="true in capitals"),
        pytest.param("areas", "order", "", MISSING, id="no order"),
        pytest.param("indicators", "decimals", "", MISSING, id="no decimals"),
        pytest.param("indicators", "divided_by_gender", "", MISSING, id="neither divided nor undivided"),
        pytest.param("indicators", "minimum_group", "", MISSING, id="no smallest group"),
        pytest.param("observations", "period_end", "", MISSING, id="no last day"),
        pytest.param("assessments", "period_start", "", MISSING, id="no first day"),
    ],
)
def test_a_cell_that_cannot_be_read(tmp_path, table, column, text, sentence):
    write(tmp_path, table, headings(table), as_text(ONE_OF_EACH[table], **{column: text}))
    assert problems_of(tmp_path) == [Problem(f"b/{table}.csv", 2, column, sentence.format(text))]


@pytest.mark.parametrize("text", ["ånej", ""], ids=["unknown", "empty"])
@pytest.mark.parametrize(
    ("table", "column", "choices"),
    [
        ("units", "kind", "administration, area, department, section, unit, municipality, comparison"),
        ("indicators", "better", "higher, lower, none, range"),
        ("indicators", "statistic", "share, mean, median, count, sum, index, ratio"),
        ("indicators", "frequency", "month, quarter, tertial, year, irregular"),
        ("targets", "gender", "T, K, M"),
        (
            "targets",
            "rule",
            "at_least, more_than, at_most, less_than, between, equal, increase, decrease, not_above, not_below, done",
        ),
        ("observations", "gender", "T, K, M"),
        ("observations", "kind", "outcome, forecast, budget, plan"),
        ("observations", "qualifier", "=, <, >, ~"),
        ("observations", "status", "normal, preliminary, missing, not_applicable, confidential"),
        ("assessments", "stage", "forecast, final"),
        ("assessments", "verdict", "achieved, partly, not_achieved, not_assessable, later"),
    ],
)
def test_a_word_that_is_not_among_the_choices(tmp_path, table, column, choices, text):
    write(tmp_path, table, headings(table), as_text(ONE_OF_EACH[table], **{column: text}))
    assert problems_of(tmp_path) == [Problem(f"b/{table}.csv", 2, column, f"”{text}” är inte något av {choices}.")]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(["board", "area", "name"], id="one too few"),
        pytest.param(["board", "area", "name", "order", "colour"], id="one too many"),
        pytest.param(["board", "name", "area", "order"], id="in another order"),
        pytest.param(["Board", "Area", "Name", "Order"], id="in capitals"),
        pytest.param(["board;area;name;order"], id="parted by semicolons"),
        pytest.param([], id="none"),
    ],
)
def test_wrong_headings(tmp_path, row):
    write(tmp_path, "areas", row, as_text(area()))
    assert problems_of(tmp_path) == [Problem("b/areas.csv", 1, "", "Rubrikerna ska vara board,area,name,order.")]


def test_an_empty_file_has_wrong_headings(tmp_path):
    write(tmp_path, "areas")
    assert problems_of(tmp_path) == [Problem("b/areas.csv", 1, "", "Rubrikerna ska vara board,area,name,order.")]


@pytest.mark.parametrize("length", [3, 5], ids=["one cell too few", "one cell too many"])
def test_a_row_of_another_length_than_its_headings(tmp_path, length):
    write(tmp_path, "areas", headings("areas"), as_text(area()), [*as_text(area()), "x"][:length])
    assert problems_of(tmp_path) == [Problem("b/areas.csv", 3, "", f"Raden har {length} celler i stället för 4.")]


def test_a_file_in_another_encoding(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "areas.csv").write_text("board,area,name,order\nb,a,Område,1\n", encoding="latin-1")
    assert problems_of(tmp_path) == [Problem("b/areas.csv", 0, "", "Filen är inte skriven i UTF-8.")]


def test_blank_rows_are_passed_over_and_counted(tmp_path):
    write(tmp_path, "boards", headings("boards"), as_text(board()))
    write(tmp_path, "areas", headings("areas"), as_text(area()), [], as_text(area(area="c"), order="x"))
    assert problems_of(tmp_path) == [Problem("b/areas.csv", 4, "order", "”x” är inte ett heltal.")]
    write(tmp_path, "areas", headings("areas"), as_text(area()), [], as_text(area(area="c")))
    assert read_folder(tmp_path) == tables(boards=[board()], areas=[area(), area(area="c")])


def test_every_problem_of_every_file_is_told_at_once(tmp_path):
    write(tmp_path, "areas", headings("areas"), as_text(area(), order="första"), as_text(area(), order=""))
    write(
        tmp_path,
        "observations",
        headings("observations"),
        as_text(observation()),
        as_text(observation(), gender="X", value="5,5", period_end=""),
    )
    write(tmp_path, "goals", ["mål"], board="c")
    assert [str(problem) for problem in problems_of(tmp_path)] == [
        "b/areas.csv, rad 2, kolumn order: ”första” är inte ett heltal.",
        "b/areas.csv, rad 3, kolumn order: Värdet saknas.",
        "b/observations.csv, rad 3, kolumn gender: ”X” är inte något av T, K, M.",
        "b/observations.csv, rad 3, kolumn period_end: Värdet saknas.",
        "b/observations.csv, rad 3, kolumn value: ”5,5” är inte ett tal.",
        f"c/goals.csv, rad 1: Rubrikerna ska vara {','.join(headings('goals'))}.",
    ]


def written(folder: Path, **changed: dict | list[dict]) -> Path:
    """One row of every table, some of them changed."""
    rows = {name: changed.get(name, record) for name, record in ONE_OF_EACH.items()}
    write_folder({name: row if isinstance(row, list) else [row] for name, row in rows.items()}, folder)
    return folder


@pytest.mark.parametrize(
    ("table", "record", "column", "sentence"),
    [
        pytest.param("units", unit(parent="x"), "parent", "u / : ”x” finns inte i units.", id="unit's parent"),
        pytest.param("goals", goal(parent="x"), "parent", "g: ”x” finns inte i goals.", id="goal's parent"),
        pytest.param("goals", goal(area="x"), "area", "g: ”x” finns inte i areas.", id="goal's area"),
        pytest.param("goals", goal(unit="x"), "unit", "g: ”x” finns inte i units.", id="goal's unit"),
        pytest.param("goals", goal(source="x"), "source", "g: ”x” finns inte i sources.", id="goal's source"),
        pytest.param("indicators", indicator(area="x"), "area", "i: ”x” finns inte i areas.", id="indicator's area"),
        pytest.param(
            "indicators", indicator(source="x"), "source", "i: ”x” finns inte i sources.", id="indicator's source"
        ),
        pytest.param(
            "goal_indicators", goal_indicator(goal="x"), "goal", "x / i: ”x” finns inte i goals.", id="measured goal"
        ),
        pytest.param(
            "goal_indicators",
            goal_indicator(indicator="x"),
            "indicator",
            "g / x: ”x” finns inte i indicators.",
            id="measuring indicator",
        ),
        pytest.param(
            "targets",
            target(indicator="x"),
            "indicator",
            "x /  / T / : ”x” finns inte i indicators.",
            id="target's indicator",
        ),
        pytest.param(
            "targets",
            target(unit="x", valid_from=date(2016, 1, 1)),
            "unit",
            "i / x / T / 2016-01-01: ”x” finns inte i units.",
            id="target's unit",
        ),
        pytest.param(
            "targets", target(source="x"), "source", "i /  / T / : ”x” finns inte i sources.", id="target's source"
        ),
        pytest.param(
            "observations",
            observation(indicator="x"),
            "indicator",
            "x /  / T / 2016-01-01 / 2016-12-31 / outcome: ”x” finns inte i indicators.",
            id="figure's indicator",
        ),
        pytest.param(
            "observations",
            observation(unit="x"),
            "unit",
            "i / x / T / 2016-01-01 / 2016-12-31 / outcome: ”x” finns inte i units.",
            id="figure's unit",
        ),
        pytest.param(
            "observations",
            observation(source="x"),
            "source",
            "i /  / T / 2016-01-01 / 2016-12-31 / outcome: ”x” finns inte i sources.",
            id="figure's source",
        ),
        pytest.param(
            "assessments",
            assessment(goal="x"),
            "goal",
            "x /  /  /  / 2016-01-01 / 2016-12-31 / final: ”x” finns inte i goals.",
            id="verdict's goal",
        ),
        pytest.param(
            "assessments",
            assessment(indicator="x"),
            "indicator",
            "g / x /  /  / 2016-01-01 / 2016-12-31 / final: ”x” finns inte i indicators.",
            id="verdict's indicator",
        ),
        pytest.param(
            "assessments",
            assessment(unit="x"),
            "unit",
            "g /  / x /  / 2016-01-01 / 2016-12-31 / final: ”x” finns inte i units.",
            id="verdict's unit",
        ),
        pytest.param(
            "assessments",
            assessment(source="x"),
            "source",
            "g /  /  /  / 2016-01-01 / 2016-12-31 / final: ”x” finns inte i sources.",
            id="verdict's source",
        ),
    ],
)
def test_a_code_that_is_not_in_the_table_it_refers_to(tmp_path, table, record, column, sentence):
    assert problems_of(written(tmp_path, **{table: record})) == [Problem(f"b/{table}", 0, column, sentence)]


def test_a_code_of_another_board_does_not_count(tmp_path):
    written(tmp_path, boards=[board(), board(board="c")], areas=[area(), area(board="c", area="x")])
    assert read_folder(tmp_path)["areas"] == [area(), area(board="c", area="x")]
    written(
        tmp_path,
        boards=[board(), board(board="c")],
        areas=[area(), area(board="c", area="x")],
        goals=goal(area="x"),
    )
    assert problems_of(tmp_path) == [Problem("b/goals", 0, "area", "g: ”x” finns inte i areas.")]


def test_a_board_that_is_not_in_boards(tmp_path):
    write(tmp_path, "areas", headings("areas"), as_text(area()))
    assert problems_of(tmp_path) == [Problem("b/areas", 0, "board", "a: ”b” finns inte i boards.")]


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("boards", "b"),
        ("sources", "b / s"),
        ("areas", "b / a"),
        ("units", "b / u / "),
        ("goals", "b / g"),
        ("indicators", "b / i"),
        ("goal_indicators", "b / g / i"),
        ("targets", "b / i /  / T / "),
        ("observations", "b / i /  / T / 2016-01-01 / 2016-12-31 / outcome"),
        ("assessments", "b / g /  /  /  / 2016-01-01 / 2016-12-31 / final"),
    ],
)
def test_a_key_that_stands_more_than_once(tmp_path, table, key):
    written(tmp_path)
    path = tmp_path / "b" / f"{table}.csv"
    path.write_text(path.read_text("utf-8") + path.read_text("utf-8").split("\n", 1)[1] * 2, "utf-8")
    assert problems_of(tmp_path) == [Problem(table, 0, "", f"{key} står 3 gånger.")]


NEW_YEAR, EVE = date(2016, 1, 1), date(2015, 12, 31)


@pytest.mark.parametrize(
    ("table", "record", "column", "sentence"),
    [
        pytest.param(
            "units",
            unit(valid_from=NEW_YEAR, valid_to=EVE),
            "valid_from",
            "u / 2016-01-01: 2016-01-01 är efter 2015-12-31.",
            id="unit",
        ),
        pytest.param(
            "goals",
            goal(valid_from=NEW_YEAR, valid_to=EVE),
            "valid_from",
            "g: 2016-01-01 är efter 2015-12-31.",
            id="goal",
        ),
        pytest.param(
            "targets",
            target(valid_from=NEW_YEAR, valid_to=EVE),
            "valid_from",
            "i /  / T / 2016-01-01: 2016-01-01 är efter 2015-12-31.",
            id="target's days",
        ),
        pytest.param(
            "targets",
            target(baseline_start=NEW_YEAR, baseline_end=EVE),
            "baseline_start",
            "i /  / T / : 2016-01-01 är efter 2015-12-31.",
            id="target's baseline",
        ),
        pytest.param(
            "targets",
            target(rule="between", value=20.0, upper=10.5),
            "value",
            "i /  / T / : 20 är efter 10.5.",
            id="target's limits",
        ),
        pytest.param(
            "observations",
            observation(period_start=NEW_YEAR, period_end=EVE),
            "period_start",
            "i /  / T / 2016-01-01 / 2015-12-31 / outcome: 2016-01-01 är efter 2015-12-31.",
            id="figure's days",
        ),
        pytest.param(
            "observations",
            observation(value=None, lower=12.8, upper=10.8),
            "lower",
            "i /  / T / 2016-01-01 / 2016-12-31 / outcome: 12.8 är efter 10.8.",
            id="figure's range",
        ),
        pytest.param(
            "assessments",
            assessment(period_start=NEW_YEAR, period_end=EVE),
            "period_start",
            "g /  /  /  / 2016-01-01 / 2015-12-31 / final: 2016-01-01 är efter 2015-12-31.",
            id="verdict's days",
        ),
    ],
)
def test_what_is_upside_down(tmp_path, table, record, column, sentence):
    assert problems_of(written(tmp_path, **{table: record})) == [Problem(f"b/{table}", 0, column, sentence)]


def test_one_day_and_one_number_are_not_upside_down(tmp_path):
    changed = {
        "units": unit(valid_from=EVE, valid_to=EVE),
        "targets": target(rule="between", value=5.0, upper=5.0, baseline_start=EVE, baseline_end=EVE),
        "observations": observation(value=2.0, lower=2.0, upper=2.0, period_start=EVE, period_end=EVE),
    }
    assert read_folder(written(tmp_path, **changed))["targets"] == [changed["targets"]]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(None, "", id="nothing"),
        pytest.param("", "", id="no text"),
        pytest.param("7.0", "7.0", id="text that looks like a number"),
        pytest.param(True, "true", id="true"),
        pytest.param(False, "false", id="false"),
        pytest.param(0, "0", id="whole zero"),
        pytest.param(12, "12", id="whole number"),
        pytest.param(0.0, "0", id="zero"),
        pytest.param(7.0, "7", id="no decimals"),
        pytest.param(100.0, "100", id="zeros before the point"),
        pytest.param(66.27, "66.27", id="two decimals"),
        pytest.param(-94.7, "-94.7", id="negative"),
        pytest.param(0.1 + 0.2, "0.3", id="binary noise"),
        pytest.param(1e-10, "0.0000000001", id="ten decimals"),
        pytest.param(1e16, "10000000000000000", id="no exponent"),
        pytest.param(1604505.31, "1604505.31", id="millions with decimals"),
        pytest.param(date(2016, 2, 29), "2016-02-29", id="date"),
    ],
)
def test_how_a_value_stands_in_a_file(value, text):
    assert cell(value) == text


# Random records: keys that differ, codes that are found, ranges the right way up, no row that breaks a rule of its own,
# any text in every other cell.

CODES = st.sampled_from(["a", "b", "c-1"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
DATES = st.dates(date(1, 1, 1), date(9999, 12, 31))
NUMBERS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 10))
ORDERED = (
    ("valid_from", "valid_to"),
    ("period_start", "period_end"),
    ("baseline_start", "baseline_end"),
    ("lower", "value", "upper"),
)


def values_of(column) -> st.SearchStrategy:
    if column.info.get("choices"):
        return st.sampled_from(column.info["choices"])
    if column.name == "decimals":
        return st.integers(0, MOST_DECIMALS)
    kinds = {Date: DATES, Boolean: st.booleans(), Integer: st.integers(0, 10**6), Float: NUMBERS}
    found = next((strategy for kind, strategy in kinds.items() if isinstance(column.type, kind)), TEXTS)
    return st.none() | found if column.nullable else found


@st.composite
def random_records(draw) -> dict:
    """One or two boards in order of their codes, a few rows in every table."""
    records = tables()
    for code in draw(st.lists(CODES, min_size=1, max_size=2, unique=True).map(sorted)):
        known: dict[str, list[str]] = {"boards": [code]}
        for table in TABLES:
            many = 1 if table.__tablename__ == "boards" else draw(st.integers(0, 3))
            there = {}
            for _number in range(many):
                record = draw(random_record(table, code, known))
                names = table.key[:2] if table.__tablename__ == "units" else table.key  # a unit holds once a day
                if not list(complaints(table, record)):
                    there.setdefault(tuple(record[name] for name in names), record)
            records[table.__tablename__] += there.values()
            if len(table.key) > 1:
                known[table.__tablename__] = [record[table.key[1]] for record in there.values()]
    return records


@st.composite
def random_record(draw, table, code: str, known: dict[str, list[str]]) -> dict:
    record = {}
    for column in columns(table):
        other = column.info.get("refers")
        if column.name == "board":
            record["board"] = code
        elif other:
            record[column.name] = draw(st.sampled_from(["", *known.get(other, [])]))
        elif table.__tablename__ == "settings" and column.name in {"setting", "value"}:
            record |= draw(
                st.sampled_from([{"setting": "near", "value": "2.5"}, {"setting": "verdict-later", "value": "x"}])
            )
        elif column.name in table.key[1:2]:
            record[column.name] = draw(CODES)
        else:
            record[column.name] = draw(values_of(column))
    for names in ORDERED:
        given_names = [name for name in names if record.get(name) is not None]
        record |= zip(given_names, sorted(record[name] for name in given_names), strict=True)
    return record


@given(records=random_records())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_is_read_back_whole(records, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    write_folder(records, folder)
    assert read_folder(folder) == records
    again = tmp_path_factory.mktemp("tables")
    write_folder(read_folder(folder), again)
    assert contents(again) == contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def test_the_files_that_are_written(tmp_path):
    records = tables(boards=[board("Nämnden, ”A”\nB")], areas=[area(), area(area="c", name='"', order=2)])
    write_folder(records, tmp_path)
    assert sorted(contents(tmp_path)) == ["b/areas.csv", "b/boards.csv", "datapackage.json"]
    assert (tmp_path / "b" / "areas.csv").read_bytes() == 'board,area,name,order\nb,a,Område,1\nb,c,"""",2\n'.encode()
    assert (tmp_path / "b" / "boards.csv").read_text("utf-8") == (
        'board,municipality,municipality_code,name,note\nb,B,0001,"Nämnden, ”A”\nB",\n'
    )


def test_no_cell_of_free_text_begins_as_a_formula_and_all_are_read_back(tmp_path):
    titles = ["=cmd|' /C calc'!A0", "+1", "-2", "@A1", "'=1", "''-1", "\t=1", "="]
    goals = [goal(goal=f"g{place}", title=title) for place, title in enumerate(titles)]
    figures = [observation(value=-4.5, note="-")]
    records = tables(boards=[board()], goals=goals, indicators=[indicator()], observations=figures)
    write_folder(records, tmp_path)
    with (tmp_path / "b" / "goals.csv").open(encoding="utf-8", newline="") as file:
        written = [row["title"] for row in csv.DictReader(file)]
    assert written == [f"'{title}" for title in titles[:-1]] + ["="]
    assert "outcome,-4.5,,,=,,normal,,'-," in (tmp_path / "b" / "observations.csv").read_text("utf-8")
    assert read_folder(tmp_path) == records


def test_the_data_package_tells_what_every_file_holds(tmp_path):
    write_folder(tables(boards=[board()], goal_indicators=[goal_indicator()], units=[unit()]), tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    resources = {resource["name"]: resource for resource in package.pop("resources")}
    assert package == {"name": "malbild", "profile": "tabular-data-package"}
    assert {name: resource["path"] for name, resource in resources.items()} == {
        "b-boards": "b/boards.csv",
        "b-units": "b/units.csv",
        "b-goal-indicators": "b/goal_indicators.csv",
    }
    kinds = ["administration", "area", "department", "section", "unit", "municipality", "comparison"]
    assert resources["b-units"] == {
        "name": "b-units",
        "path": "b/units.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": {
            "fields": [
                {"name": "board", "type": "string", "title": "Board"},
                {"name": "unit", "type": "string", "title": "Unit"},
                {"name": "parent", "type": "string", "title": "Part of"},
                {"name": "name", "type": "string", "title": "Name"},
                {"name": "kind", "type": "string", "title": "Kind", "constraints": {"enum": kinds}},
                {"name": "valid_from", "type": "date", "title": "Valid from"},
                {"name": "valid_to", "type": "date", "title": "Valid to"},
            ],
            "primaryKey": ["board", "unit", "valid_from"],
            "missingValues": [""],
        },
    }


def test_the_data_package_names_the_kinds_of_values(tmp_path):
    write_folder({name: [record] for name, record in ONE_OF_EACH.items()}, tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    kinds = {
        field["name"]: field["type"]
        for resource in package["resources"]
        for field in resource["schema"]["fields"]
        if resource["name"] in {"b-indicators", "b-observations"} and field["type"] != "string"
    }
    assert kinds == {
        "accumulates": "boolean",
        "about_children": "boolean",
        "decimals": "integer",
        "divided_by_gender": "boolean",
        "minimum_group": "integer",
        "period_start": "date",
        "period_end": "date",
        "value": "number",
        "lower": "number",
        "upper": "number",
        "count": "integer",
    }


def test_the_hash_follows_the_content_and_nothing_else(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        written(folder)
    assert hash_of(first) == hash_of(second)
    (second / "datapackage.json").unlink()
    (second / "README.md").write_text("Läs mig", "utf-8")
    assert hash_of(first) == hash_of(second)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda folder: written(folder, areas=area(order=2)), id="a cell"),
        pytest.param(lambda folder: written(folder, areas=[area(), area(area="c")]), id="a row more"),
        pytest.param(lambda folder: (folder / "b" / "areas.csv").unlink(), id="a file less"),
        pytest.param(lambda folder: (folder / "b").rename(folder / "c"), id="another folder"),
    ],
)
def test_the_hash_changes_with(tmp_path, change):
    before = hash_of(written(tmp_path))
    change(tmp_path)
    assert hash_of(tmp_path) != before


def test_a_file_without_the_younger_columns_is_read(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "goal_indicators.csv").write_text("board,goal,indicator\nb,g,i\n", "utf-8")
    rows, problems = read_file(GoalIndicator, tmp_path / "b" / "goal_indicators.csv", "goal_indicators")
    assert (rows, problems) == ([goal_indicator()], [])
