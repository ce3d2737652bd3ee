"""Codes that refer to nothing, keys that stand more than once, and ranges upside down."""

from datetime import date

import pytest

from lib.tables.folder import read_folder
from lib.tables.records import Problem
from tests.helpers.rows import area, assessment, board, goal, goal_indicator, indicator, observation, target, unit
from tests.tables.written import as_text, headings, problems_of, write, written


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
