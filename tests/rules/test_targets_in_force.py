"""Which target holds for a figure, on a day or in a year."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.rules.periods import Period
from lib.rules.series import Inherited, Point, TargetSpan
from lib.rules.status import Measure, Rule, TargetValue
from tests.helpers.series import point, series, span

TARGETS = (span(value=4.0), span(value=5.0, valid="2013"), span(value=6.0, valid="2015"), span(value=7.0, valid="2016"))


@pytest.mark.parametrize(
    ("day", "value"),
    [
        pytest.param("2012-12-31", None, id="the day before the first"),
        pytest.param("2013-01-01", None, id="first day, of a month before it"),
        pytest.param("2013-12-31", 5.0, id="last day"),
        pytest.param("2014-01-01", None, id="the day after"),
        pytest.param("2014-12-31", None, id="the day before a later one"),
        pytest.param("2015-01-15", None, id="half a month from the first day, less than half of the figure"),
        pytest.param("2015-01-16", 6.0, id="more than half of the figure"),
        pytest.param("2015-12-31", 6.0, id="last day before another"),
        pytest.param("2016-01-31", 7.0, id="first month after another"),
        pytest.param("2020-01-01", None, id="long after the last"),
    ],
)
def test_the_target_in_force_for_most_of_the_month_that_ends_on_a_day(day, value):
    last = date.fromisoformat(day)
    figure = Point(Period(last - timedelta(30), last), "outcome", Measure(1))
    found = series(figure, targets=TARGETS[1:]).target_for(figure)
    assert (found.target.value if found else None) == value


def test_a_target_that_always_holds():
    figure = point("2020", 1)
    assert series(figure, targets=TARGETS[:1]).target_for(figure) == TARGETS[0]
    assert series(figure).target_for(figure) is None


@pytest.mark.parametrize(
    ("others", "value"),
    [
        pytest.param((span(value=5.0, valid="2016"),), 5.0, id="a target of the year"),
        pytest.param(
            (span(value=6.0, valid="2016-01--2018-12"), span(value=5.0, valid="2016")), 5.0, id="and of three"
        ),
        pytest.param((span(value=5.0, valid="2015"),), 4.0, id="only of another year"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_a_target_of_the_year_goes_before_one_that_always_holds(others, value, turned):
    targets = (span(value=4.0), *others)
    found = series(targets=targets[::-1] if turned else targets).target_for(point("2016", 1))
    assert found is not None
    assert found.target.value == value


def test_without_a_figure_the_latest_target():
    assert series(targets=TARGETS).target_for(None) == TARGETS[3]
    assert series().target_for(None) is None


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "held", "days"),
    [
        pytest.param(None, None, True, 0, id="always"),
        pytest.param("2016-06-01", None, False, 31, id="from a later day"),
        pytest.param("2016-05-01", None, True, 0, id="from the day"),
        pytest.param(None, "2016-05-01", True, 0, id="up to the day"),
        pytest.param(None, "2016-04-30", False, 1, id="up to the day before"),
    ],
)
def test_whether_a_target_holds_on_a_day(valid_from, valid_to, held, days):
    ends = (date.fromisoformat(text) if text else None for text in (valid_from, valid_to))
    one, day = TargetSpan(TargetValue(Rule.DONE), *ends), date(2016, 5, 1)
    assert (one.holds_on(day), one.distance(day)) == (held, days)


dates = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@given(ends=st.tuples(dates, dates).map(sorted), day=dates)
def test_distance_is_nought_where_the_target_holds_and_else_to_its_nearest_day(ends, day):
    one = TargetSpan(TargetValue(Rule.DONE), *ends)
    to_the_nearest_end = min(abs((day - end).days) for end in ends)
    assert one.distance(day) == (0 if ends[0] <= day <= ends[1] else to_the_nearest_end)
    assert one.holds_on(day) is (one.distance(day) == 0)


def test_the_whole_boards_target_is_the_same_but_marked():
    marked = span(note="Not").inherited_from(Inherited.FROM_BOARD)
    assert marked == replace(span(note="Not"), inherited=Inherited.FROM_BOARD)
    assert bool(marked.inherited)
    assert not span().inherited
