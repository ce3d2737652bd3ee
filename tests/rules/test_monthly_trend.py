"""The direction of monthly series: by what the newest month belongs to, never by what has ended, and since a break."""

from math import inf, nan
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.rules.monthly_limits import LimitMethod
from lib.rules.monthly_trend import MonthlyKind, monthly
from lib.rules.status import Better
from lib.rules.yearly_trend import Direction, DirectionReason

QUICK = settings(deadline=None, max_examples=60)
START = 12 * 2022
LOWER = Better.LOWER
UNCLEAR = Direction.NO_CLEAR_CHANGE


def by_month(values, start=START):
    return {start + i: value for i, value in enumerate(values)}


def level(mean, n, seed=1, spread=1.0):
    random = Random(seed)
    return [mean + random.uniform(-spread, spread) for _ in range(n)]


def test_the_newest_month_outside_the_limits_is_a_direction():
    found = monthly(by_month([*level(10, 35), 20]), LOWER)
    assert (found.direction, found.reason) == (Direction.WORSENING, DirectionReason.OUTSIDE_LIMITS)
    assert found.grounds == found.marked == (START + 35,)
    assert monthly(by_month([*level(10, 35), 20]), Better.HIGHER).direction is Direction.IMPROVING
    assert monthly(by_month([*level(10, 35), 20]), Better.NONE).direction is Direction.RISING
    assert monthly(by_month([*level(10, 35), 0]), Better.RANGE).direction is Direction.FALLING


def test_what_has_ended_is_no_direction_but_is_named():
    found = monthly(by_month([*level(10, 33), 20, *level(10, 2)]), LOWER)
    assert (found.direction, found.reason, found.now) == (UNCLEAR, DirectionReason.EARLIER_SIGNAL, ())
    assert found.grounds == found.marked == (START + 33,)


def test_a_level_that_has_lasted_two_years_is_no_direction_but_the_level():
    values = [*level(10, 24, 2), *level(7, 24, 3)]
    found = monthly(by_month(values), LOWER)
    assert (found.direction, found.reason) == (UNCLEAR, DirectionReason.NEW_LEVEL)
    assert found.shift.months[-24:] == found.grounds[-24:] == tuple(range(START + 24, START + 48))
    newer = monthly(by_month(values[:-8]), LOWER)
    assert newer.direction is Direction.IMPROVING


def test_a_level_that_goes_on_changing_is_a_direction_however_long():
    found = monthly(by_month([*level(20, 24, 2), *[20 - i / 4 for i in range(30)]]), LOWER)
    assert found.direction is Direction.IMPROVING


def test_since_a_break_the_level_is_the_usual_one():
    values = [*level(10, 24, 2), *level(7, 24, 3)]
    found = monthly(by_month(values), LOWER, since=START + 24)
    assert (found.direction, found.reason, found.signals) == (UNCLEAR, DirectionReason.COMMON_CAUSE, ())
    assert (found.n, found.since, found.limits.first) == (24, START + 24, START + 24)


def test_too_few_months_since_a_break():
    found = monthly(by_month(level(10, 40)), LOWER, since=START + 28)
    assert (found.direction, found.reason) == (Direction.TOO_FEW_POINTS, DirectionReason.TOO_FEW_MONTHS)
    assert (found.n, found.limits, found.signals) == (12, None, ())
    assert monthly({}, LOWER).direction is Direction.TOO_FEW_POINTS


def test_without_a_break_the_limits_look_five_years_back():
    found = monthly(by_month(level(10, 120)), LOWER)
    newest = START + 119
    assert found.since == found.limits.first == 12 * (newest // 12 - 5)


def test_signals_both_ways_are_no_direction():
    falling = [30.0 - i for i in range(9)]
    found = monthly(by_month([*level(10, 30, 4), *falling]), Better.NONE)
    assert (found.direction, found.reason) == (UNCLEAR, DirectionReason.CONFLICTING_SIGNALS)


def test_a_slow_trend_is_seen_between_the_same_months():
    random = Random(8)
    summer = [0] * 5 + [-20, -20] + [0] * 5
    values = [50 + random.gauss(0, 3) + summer[i % 12] - i / 12 * 1.6 for i in range(60)]
    found = monthly(by_month(values), LOWER)
    assert (found.direction, found.seasonal) == (Direction.IMPROVING, True)
    assert found.slope == pytest.approx(-1.6, abs=0.5)
    assert found.p < 0.05


def test_a_season_is_no_signal():
    random = Random(9)
    summer = [0] * 5 + [-20, -20] + [0] * 5
    found = monthly(by_month([50 + random.gauss(0, 3) + summer[i % 12] for i in range(60)]), LOWER)
    assert (found.seasonal, found.signals, found.reason) == (True, (), DirectionReason.COMMON_CAUSE)


def test_each_kind_of_figures_has_its_method():
    rare = monthly(by_month([0.0, 1.0, 0.0] * 10), LOWER, MonthlyKind(is_count=True))
    few = monthly(
        by_month([75.0] * 30), LOWER, MonthlyKind(is_share=True, counts=dict.fromkeys(range(START, START + 30), 12))
    )
    many = monthly(by_month(level(50, 30)), LOWER, MonthlyKind(is_count=True))
    assert [found.limits.method for found in (rare, few, many)] == [
        LimitMethod.RARE,
        LimitMethod.SHARE,
        LimitMethod.SINGLE_VALUES,
    ]
    assert monthly(by_month([0.0, 1.0, 0.0, 0.0, 2.0] * 6), LOWER).limits.method is LimitMethod.SINGLE_VALUES


def test_limits_stay_within_what_is_possible():
    values = by_month(level(97, 30, spread=3))
    assert monthly(values, LOWER, MonthlyKind(is_share=True)).limits.upper == 100
    assert monthly(values, LOWER).limits.upper > 100
    assert monthly(by_month(level(4, 30, spread=4)), LOWER, MonthlyKind(is_count=True)).limits.lower == 0


def test_months_without_a_plain_number_are_passed_over_and_counted():
    values = by_month(level(10, 30))
    values[START + 5] = None
    found = monthly(values, LOWER)
    assert (found.n, found.left_out, found.gap) == (29, 1, True)
    values[START + 29] = values.pop(START + 5)
    assert not monthly(by_month([None, *level(10, 20), None]), LOWER).gap


@pytest.mark.parametrize("number", [nan, inf])
def test_a_month_must_be_finite(number):
    with pytest.raises(ValueError, match="finite"):
        monthly({START: number}, LOWER)


VALUES = st.lists(st.integers(-100, 100), max_size=50)
TURNED = {
    Direction.IMPROVING: Direction.WORSENING,
    Direction.WORSENING: Direction.IMPROVING,
    Direction.RISING: Direction.FALLING,
    Direction.FALLING: Direction.RISING,
}


@st.composite
def series(draw):
    """Monthly values, many with a drift or a step late in them."""
    values, drift = draw(VALUES), draw(st.sampled_from([0, 0, -5, 5]))
    step = draw(st.sampled_from([0, 0, -250, 250]))
    return [value + drift * i + step * (i > len(values) - 12) for i, value in enumerate(values)]


@QUICK
@given(series(), st.sampled_from(list(Better)))
def test_figures_in_the_mirror_go_the_other_way(values, better):
    found, other = (monthly(by_month([sign * value for value in values]), better) for sign in (1, -1))
    assert other.direction is TURNED.get(found.direction, found.direction)
    assert (other.reason, other.marked, other.grounds) == (found.reason, found.marked, found.grounds)


@QUICK
@given(series())
def test_every_direction_rests_on_months_or_on_a_trend_and_every_other_answer_says_why(values):
    found = monthly(by_month(values), Better.NONE)
    if found.is_certain:
        assert found.reason is DirectionReason.SAME_MONTHS or max(found.grounds) == START + len(values) - 1
    elif found.limits is None:
        assert found.reason is DirectionReason.TOO_FEW_MONTHS
    else:
        assert (found.reason is DirectionReason.COMMON_CAUSE) == (not found.signals)
    assert set(found.grounds) <= set(found.marked)
    assert found.n + found.left_out == len(values)
