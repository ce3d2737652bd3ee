"""Limits and signals of monthly values: a chart in print, every rule at its boundary, and what holds for all."""

from math import inf
from random import Random
from statistics import fmean, stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from lib.rules.monthly_limits import Lengths, LimitMethod, Signal, baseline, signals, single_values
from lib.rules.season import season_of
from lib.rules.yearly_trend import DirectionReason

OUTSIDE, STEADY, NEAR, RUN = (
    DirectionReason.OUTSIDE_LIMITS,
    DirectionReason.STEADY_CHANGE,
    DirectionReason.NEAR_LIMIT,
    DirectionReason.RUN_BESIDE_MEAN,
)
QUICK = settings(deadline=None, max_examples=80)
START = 12 * 1987

# The trade deficit of the United States month by month, 1987 and 1988, in billions of dollars (W. A. Taylor,
# Change-Point Analysis: A Powerful New Tool for Detecting Changes, 2000; also in Wheeler, Understanding Variation).
DEFICITS = [
    *[10.7, 13.0, 11.4, 11.5, 12.5, 14.1, 14.8, 14.1, 12.6, 16.0, 11.7, 10.6],
    *[10.0, 11.4, 7.9, 9.5, 8.0, 11.8, 10.5, 11.2, 9.2, 10.1, 10.4, 10.5],
]


def by_month(values, start=START):
    return {start + i: value for i, value in enumerate(values)}


def test_limits_of_the_trade_deficit_stand_on_the_first_year():
    # 1987: mean 153.0 / 12 = 12.75, standard deviation 1.702; mean moving range 18.6 / 11 = 1.691, and 1.691 / 1.128 =
    # 1.499. Twelve months held against twelve: t with 11 degrees of freedom at 1 - 0.03 / 24, times sqrt(1 + 1 / 12).
    base = DEFICITS[:12]
    assert (fmean(base), round(stdev(base), 3)) == (pytest.approx(12.75), 1.702)
    reach = stats.t.ppf(1 - 0.03 / 24, 11) * (13 / 12) ** 0.5 * stdev(base)
    found = single_values(by_month(DEFICITS))
    assert (found.limits.mean, found.limits.method, found.limits.n) == (12.75, LimitMethod.SINGLE_VALUES, 12)
    assert (found.limits.first, found.limits.last) == (START, START + 11)
    assert [found.limits.lower, found.limits.upper] == pytest.approx([12.75 - reach, 12.75 + reach], abs=0.02)
    # From November 1987 on every month lies below 12.75: 14 months. March (7.9) and May 1988 (8.0) lie beyond two
    # thirds of the way to the lower limit, 12.75 - 2 / 3 * 6.93 = 8.13.
    assert found.signals == (
        Signal(NEAR, False, (START + 14, START + 16)),
        Signal(RUN, False, tuple(range(START + 10, START + 24))),
    )
    assert {(one.month, one.lower, one.expected, one.upper) for one in found.band} == {
        (START + i, found.limits.lower, 12.75, found.limits.upper) for i in range(12, 24)
    }


def test_limits_are_never_narrower_than_three_sigma():
    values = [10.0, 11.0] * 40
    found = single_values(by_month(values[:25]))
    assert found.limits.upper - found.limits.mean >= 3 * stdev(values[: found.limits.n])


@pytest.mark.parametrize(("months", "expected"), [(13, 12), (24, 12), (25, 13), (36, 24), (60, 24)])
def test_a_baseline_is_the_first_twelve_to_twenty_four_months(months, expected):
    assert baseline(range(months)) == tuple(range(expected))


def test_twelve_months_are_too_few():
    assert single_values(by_month(DEFICITS[:12])) is None
    assert single_values(by_month(DEFICITS[:13])).limits.n == 12
    assert single_values({}) is None


def test_limits_do_not_leave_what_is_possible():
    found = single_values(by_month([1, 9, 2, 8] * 6), floor=0.0, ceiling=10.0)
    assert (found.limits.lower, found.limits.upper) == (0.0, 10.0)
    assert {(one.lower, one.upper) for one in found.band} == {(0.0, 10.0)}


def test_a_later_month_does_not_move_the_limits_of_a_whole_baseline():
    random = Random(3)
    values = [random.gauss(50, 5) for _ in range(48)]
    first, later = (single_values(by_month([*values, last])).limits for last in (50, 90))
    assert (first.mean, first.first, first.last, first.n) == (later.mean, later.first, later.last, later.n)


def test_months_that_hang_together_have_wider_limits():
    random, value, together = Random(5), 0.0, []
    for _ in range(60):
        value = 0.7 * value + 0.714 * random.gauss(0, 1)
        together.append(value)
    apart = random.sample(together[:24], 24) + random.sample(together[24:], 36)
    wide, usual = (single_values(by_month(one)).limits for one in (together, apart))
    assert wide.mean == pytest.approx(usual.mean)
    assert wide.upper - wide.mean > 1.1 * (usual.upper - usual.mean)


def test_the_season_is_taken_away_and_put_back():
    random = Random(11)
    dip = [0] * 5 + [-40, -40] + [0] * 5
    values = {START + i: 100 + random.gauss(0, 5) + dip[i % 12] for i in range(60)}
    season = season_of(values)
    found, raw = single_values(values, season), single_values(values)
    assert found.limits.method is LimitMethod.SEASON
    assert found.signals == ()
    assert found.limits.upper - found.limits.lower < 0.6 * (raw.limits.upper - raw.limits.lower)
    summer = next(one for one in found.band if one.month % 12 == 6)
    assert summer.expected == pytest.approx(found.limits.mean + season.effect(6))
    assert summer.lower < values[summer.month] < summer.upper < found.limits.mean


# Mean 0 and limits at 3, two thirds of the way at 2.
SEVEN_UP = [-1.75, -1.5, -1, -0.5, 0, 0.5, 1]

# name: months, then the rule, whether high, and the places of each signal
SIGNALS = {
    "on the limits": ([3, 0, -3], []),
    "just above the limit": ([0, 3.01, 0], [(OUTSIDE, True, (1,))]),
    "just below the limit": ([0, -3.01, 0], [(OUTSIDE, False, (1,))]),
    "seven above the mean": ([1, 2, 1, 1, 0.5, 1, 1], []),
    "eight above the mean": ([1, 1.7, 1, 1, 0.1, 1, 1, 1], [(RUN, True, tuple(range(8)))]),
    "nine below, then one above": ([-1] * 9 + [1], [(RUN, False, tuple(range(9)))]),
    "eight above, one of them on the mean": ([1, 1, 1, 1, 0, 1, 1, 1], []),
    "seven rising": (SEVEN_UP, []),
    "eight rising": ([*SEVEN_UP, 1.5], [(STEADY, True, tuple(range(8)))]),
    "eight falling": ([1.5, *SEVEN_UP[::-1]], [(STEADY, False, tuple(range(8)))]),
    "nine rising after a fall": ([0, *SEVEN_UP, 1.5, 1.75], [(STEADY, True, tuple(range(1, 10)))]),
    "eight rising, two equal": ([-1.5, -1, -0.5, -0.5, 0, 0.5, 1, 1.5], []),
    "one near the limit": ([0, 2.1, 0], []),
    "two on two thirds": ([2, 2, 0], []),
    "two near, side by side": ([0, 2.1, 2.1, 0], [(NEAR, True, (1, 2))]),
    "two near, one between": ([0, 2.1, -1, 2.1, 0], [(NEAR, True, (1, 3))]),
    "two near, two between": ([0, 2.1, 0, -1, 2.1], []),
    "two near, each at its side": ([0, 2.1, -2.1, 0], []),
    "three near, two apart": ([-2.1, 0, -2.1, 0, -2.1], [(NEAR, False, (0, 2, 4))]),
    "one near, one outside": ([0, 2.1, 3.1, 0], [(OUTSIDE, True, (2,)), (NEAR, True, (1, 2))]),
    "noise on the limit": ([3 + 1e-13], []),
    "nothing": ([], []),
}


@pytest.mark.parametrize(("months", "expected"), SIGNALS.values(), ids=SIGNALS.keys())
def test_signals_at_their_boundaries(months, expected):
    found = signals(dict(enumerate(months)), 0.0, 3.0, -1)
    assert found == [Signal(*one) for one in expected]


def test_what_ended_in_the_baseline_is_no_signal():
    months = dict(enumerate([4, 0, 0, 2.5, 2.5, 0]))
    assert signals(months, 0.0, 3.0, 4) == []
    assert signals(months, 0.0, 3.0, 3) == [Signal(NEAR, True, (3, 4))]


def test_longer_runs_can_be_asked_for():
    months = dict(enumerate([1, 2] * 5))
    assert signals(months, 0.0, 3.0, -1, Lengths(run=11)) == []
    assert signals(months, 0.0, 3.0, -1, Lengths(run=10)) == [Signal(RUN, True, tuple(range(10)))]


def test_a_series_that_never_moves_has_no_signal():
    found = single_values(by_month([0.1 + 0.2] * 20))
    assert (found.signals, found.limits.lower, found.limits.upper) == ((), 0.3, 0.3)


VALUES = st.lists(st.integers(-100, 100), min_size=13, max_size=50)


@QUICK
@given(VALUES)
def test_values_in_the_mirror_have_the_mirrored_signals(values):
    found = single_values(by_month(values))
    other = single_values(by_month([-value for value in values]))
    assert (other.limits.lower, other.limits.mean) == (-found.limits.upper, -found.limits.mean)
    assert {(one.rule, not one.high, one.months) for one in other.signals} == {
        (one.rule, one.high, one.months) for one in found.signals
    }


@QUICK
@given(VALUES, st.sampled_from([0.1, 3, 1000]), st.integers(-200, 200))
def test_unit_and_zero_do_not_matter(values, factor, zero):
    found = single_values(by_month(values))
    other = single_values(by_month([value * factor + zero for value in values]))
    assert other.signals == found.signals


@QUICK
@given(VALUES)
def test_a_month_is_a_signal_of_its_own_just_where_it_lies_outside_the_band_that_is_drawn(values):
    found = single_values(by_month(values))
    single = {one.months[0] for one in found.signals if one.rule is OUTSIDE}
    numbers = by_month(values)
    assert single == {one.month for one in found.band if not one.lower <= numbers[one.month] <= one.upper}
    assert all(one.months[-1] > found.limits.last for one in found.signals)
    assert -inf < found.limits.lower <= found.limits.mean <= found.limits.upper < inf
