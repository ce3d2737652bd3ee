"""Levels of goals on the start page, where verdicts differ from them, and which figure speaks for a goal."""

from datetime import date

import pytest

from lib.rules.status import GoalLevel
from lib.views.board import BoardData
from lib.views.leads import judged_series
from lib.views.overview import Summary, goal_row, overview
from tests.helpers.rows import assessment, goal, goal_indicator, indicator, observation, target, unit, year
from tests.helpers.seeded import read
from tests.views.measured import measured, one_row


@pytest.mark.parametrize(
    ("verdict", "figure", "computed", "agreement"),
    [
        pytest.param("achieved", 5.0, GoalLevel.MET, True, id="achieved and met"),
        pytest.param("achieved", 5.1, GoalLevel.MISSED, False, id="achieved but missed"),
        pytest.param("not_achieved", 5.1, GoalLevel.MISSED, True, id="not achieved and missed"),
        pytest.param("not_achieved", 5.0, GoalLevel.MET, False, id="not achieved but met"),
        pytest.param("partly", 5.0, GoalLevel.MET, False, id="partly but met"),
        pytest.param("later", 5.0, GoalLevel.MET, None, id="later"),
        pytest.param("not_assessable", 5.0, GoalLevel.MET, None, id="not assessable"),
        pytest.param("", 5.0, GoalLevel.MET, None, id="no verdict"),
        pytest.param("achieved", None, GoalLevel.UNKNOWN, None, id="no figure"),
    ],
)
def test_whether_verdict_and_level_agree(verdict, figure, computed, agreement):
    data = measured(
        *([observation(value=figure)] if figure else []), assessments=[assessment(verdict=verdict)] if verdict else []
    )
    row = one_row(data)
    assert (row.computed, row.agreement) == (computed, agreement)
    assert overview(data).differing == ((row,) if agreement is False else ())


def test_verdicts_that_differ_agree_with_a_goal_partly_met():
    split = [assessment(unit="u"), assessment(unit="v", verdict="not_achieved")]
    figures = [observation(unit="u", value=4.0), observation(unit="v", value=6.0)]
    row = one_row(measured(*figures, assessments=split))
    assert (row.summary, row.computed, row.agreement) == (Summary.SPLIT, GoalLevel.PARTLY, True)
    row = one_row(measured(figures[0], assessments=split))
    assert (row.summary, row.computed, row.agreement) == (Summary.SPLIT, GoalLevel.MET, False)


def speaking(data: BoardData, of: int | None = None, gender: str = "T") -> list[tuple[str, str, float | None]]:
    """Unit, gender and figure of the series that speak for the indicator."""
    return [
        (
            one.series.unit,
            one.series.gender,
            one.judged.point and one.judged.point.measure and one.judged.point.measure.value,
        )
        for one in judged_series(data, "i", of, gender)
    ]


def test_the_whole_boards_figure_speaks_before_the_units():
    figures = [observation(unit="u", value=4.0), observation(value=5.5), observation(unit="v", value=7.0)]
    assert speaking(measured(*figures)) == [("", "T", 5.5)]
    assert speaking(measured(figures[0], figures[2])) == [("u", "T", 4.0), ("v", "T", 7.0)]


def test_the_units_speak_in_a_year_when_the_whole_board_is_silent():
    figures = [observation(**year(2015)), observation(unit="u", value=4.0)]
    assert speaking(measured(*figures), 2015) == [("", "T", 5.5)]
    assert speaking(measured(*figures), 2016) == [("u", "T", 4.0)]
    assert speaking(measured(*figures), 2014) == [("", "T", None)]


@pytest.mark.parametrize("status", ["missing", "not_applicable", "confidential"])
def test_a_whole_board_without_a_figure_does_not_silence_its_units(status):
    silent = observation(value=None, status=status)
    units = [observation(unit="u", value=4.0), observation(unit="v", value=None, status="missing")]
    assert speaking(measured(silent, *units)) == [("u", "T", 4.0), ("v", "T", None)]
    assert speaking(measured(silent, units[1])) == [("", "T", None)]
    assert speaking(measured(silent)) == [("", "T", None)]


def test_what_the_board_is_compared_with_does_not_speak():
    riket = [unit(unit="u", kind="comparison")]
    assert speaking(measured(observation(unit="u", value=9.0), units=riket)) == [("", "T", None)]


def test_women_and_men():
    figures = [observation(), observation(gender="K", value=6.0), observation(gender="M", value=4.0)]
    data = measured(*figures)
    assert speaking(data, gender="K") == [("", "K", 6.0)]
    assert speaking(data, gender="KM") == [("", "K", 6.0), ("", "M", 4.0)]
    assert [one_row(data, gender=gender).computed for gender in ("T", "K", "M", "KM")] == [
        GoalLevel.MISSED,
        GoalLevel.MISSED,
        GoalLevel.MET,
        GoalLevel.PARTLY,
    ]


@pytest.mark.parametrize("gender", ["K", "M", "KM"])
def test_a_total_never_speaks_for_a_gender_without_figures(gender):
    data = measured(observation(), assessments=[assessment()])
    assert speaking(data, gender=gender) == []
    row = goal_row(data, data.goals["g"], None, gender)
    assert (row.computed, row.lead, row.agreement) == (GoalLevel.UNKNOWN, None, None)


def test_the_boards_verdict_on_everybody_is_not_held_against_the_level_of_women():
    figures = [observation(value=7.0), observation(gender="K", value=7.0), observation(gender="M", value=7.0)]
    data = measured(*figures, assessments=[assessment(verdict="achieved")])
    rows = [goal_row(data, data.goals["g"], None, gender) for gender in ("T", "K", "KM")]
    assert [(row.computed, row.agreement) for row in rows] == [
        (GoalLevel.MISSED, False),
        (GoalLevel.MISSED, None),
        (GoalLevel.MISSED, None),
    ]


def test_the_year_chooses_figure_and_level():
    data = measured(observation(value=6.0), observation(value=4.0, **year(2015)))
    assert [one_row(data, year=of).computed for of in (None, 2016, 2015, 2014)] == [
        GoalLevel.MISSED,
        GoalLevel.MISSED,
        GoalLevel.MET,
        GoalLevel.UNKNOWN,
    ]


def test_with_no_year_a_goal_that_has_ended_is_judged_by_its_own_time():
    ended = [goal(valid_to=date(2016, 12, 31))]
    figures = [observation(value=4.0), observation(value=9.0, **year(2022))]
    assert one_row(measured(*figures, goals=ended)).computed is GoalLevel.MET
    assert one_row(measured(*figures)).computed is GoalLevel.MISSED
    assert one_row(measured(figures[1], goals=ended)).computed is GoalLevel.MISSED


@pytest.mark.parametrize(
    ("first", "second", "leading"),
    [
        pytest.param((5.5, "at_most", 5.0), (5.5, "at_most", 5.0), "first", id="first of equals"),
        pytest.param((None, "at_most", 5.0), (5.5, "at_most", 5.0), "second", id="with a figure before without"),
        pytest.param((5.5, "", None), (5.5, "at_most", 5.0), "second", id="with a target before without"),
        pytest.param((5.5, "increase", None), (5.5, "at_most", 5.0), "second", id="judged before not judged"),
        pytest.param((5.5, "", None), (5.5, "increase", None), "second", id="not judged, but with a target"),
        pytest.param((1.0, "done", None), (5.5, "at_most", 5.0), "second", id="number before yes or no"),
        pytest.param((1.0, "done", None), (5.5, "", None), "first", id="yes or no before what is not judged"),
        pytest.param((None, "at_most", 5.0), (None, "", None), None, id="neither with a figure"),
    ],
)
def test_the_leading_figure(first, second, leading):
    both = {"first": first, "second": second}
    data = read(
        goals=[goal()],
        indicators=[indicator(indicator=code) for code in both],
        goal_indicators=[goal_indicator(indicator=code) for code in both],
        observations=[
            observation(indicator=code, value=value) for code, (value, _rule, _limit) in both.items() if value
        ],
        targets=[target(indicator=code, rule=rule, value=limit) for code, (_v, rule, limit) in both.items() if rule],
    )
    lead = one_row(data).lead
    assert (lead.series.about.code if lead else None) == leading


def test_a_goal_without_indicators():
    row = goal_row(read(goals=[goal()]), read(goals=[goal()]).goals["g"], None, "T", depth=2)
    assert (row.indicators, row.computed, row.lead, row.summary, row.depth) == (
        0,
        GoalLevel.UNKNOWN,
        None,
        Summary.NONE,
        2,
    )
