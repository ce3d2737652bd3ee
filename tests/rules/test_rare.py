"""Rare events and shares of few: exact tests at their boundaries, limits that are possible, and what is not theirs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from lib.rules.monthly_limits import LimitMethod, Signal
from lib.rules.rare import EventCount, few_in_shares, part_of, rare_counts
from lib.rules.yearly_trend import DirectionReason

QUICK = settings(deadline=None, max_examples=60)
START = 12 * 2021
OUTSIDE, TOGETHER = DirectionReason.OUTSIDE_LIMITS, DirectionReason.MONTHS_TOGETHER


def by_month(values):
    return {START + i: float(value) for i, value in enumerate(values)}


def test_seven_empty_months_are_no_signal_where_most_are_empty():
    found = rare_counts(by_month([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1] * 2 + [0] * 7))
    assert found.signals == ()
    assert (found.limits.method, found.limits.mean) == (LimitMethod.RARE, 3 / 18 if found.limits.n == 18 else 5 / 19)
    assert (found.limits.lower, found.limits.n) == (0.0, 19)


def test_a_month_is_held_against_its_baseline_by_the_conditional_test():
    # Baseline 12 events in 24 months, 12 months held against it: of 12 + x events, x in one month of 25. The risk is
    # 0.03 / 2 / 12 = 0.00125: P(X >= 5 | 17, 1/25) = 0.00044 and P(X >= 4 | 16, 1/25) = 0.0033.
    base = [1, 0] * 12
    found = rare_counts(by_month([*base, *[0, 1] * 5, 0, 4]))
    assert stats.binom.sf(3, 16, 1 / 25) > 0.00125 > stats.binom.sf(4, 17, 1 / 25)
    assert (found.limits.lower, found.limits.upper, found.limits.n) == (0, 4, 24)
    assert found.signals == ()
    assert rare_counts(by_month([*base, *[0, 1] * 5, 0, 5])).signals == (Signal(OUTSIDE, True, (START + 35,)),)


def test_twelve_months_together_can_differ_where_no_month_does():
    # 48 events in 24 months, then 8 in 12: P(X <= 8 | 56, 1/3) = 0.0017.
    found = rare_counts(by_month([2] * 24 + [1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1]))
    assert found.signals == (Signal(TOGETHER, False, tuple(range(START + 24, START + 36))),)
    more = rare_counts(by_month([1, 0] * 12 + [1, 2, 1, 2] * 3))
    assert more.signals == (Signal(TOGETHER, True, tuple(range(START + 24, START + 36))),)


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([0, 1] * 6, id="twelve months"),
        pytest.param([3] * 24, id="not rare"),
        pytest.param([0.5, 1] * 12, id="not whole"),
        pytest.param([-1, 1] * 12, id="below zero"),
    ],
)
def test_what_is_no_rare_count(values):
    assert rare_counts(by_month(values)) is None


def test_a_percentage_is_of_people_only_where_some_number_of_them_gives_it():
    assert part_of(75, 12, 0) == EventCount(9, 12)
    assert part_of(33, 12, 0) == EventCount(4, 12)
    assert part_of(33.3, 12, 1) == EventCount(4, 12)
    assert part_of(5.3, 30, 1) is None
    assert part_of(50, None, 0) is None
    assert part_of(0, 0, 0) is None
    assert part_of(101, 12, 0) is None


def shares(parts):
    values = {START + i: round(100 * events / of) for i, (events, of) in enumerate(parts)}
    return few_in_shares(values, {START + i: of for i, (_events, of) in enumerate(parts)}, 0)


def test_a_share_of_few_is_held_against_its_baseline_by_fishers_test():
    # Baseline 240 of 288: a month of 12 is normally 10. Risk 0.03 / 2 / 12 = 0.00125, two-sided.
    base = [(10, 12)] * 24
    found = shares([*base, *[(10, 12)] * 11, (5, 12)])
    assert stats.hypergeom.cdf(5, 300, 245, 12) == pytest.approx(0.0013, abs=0.0006)
    assert found.limits.upper == 100
    assert 100 * 5 / 12 - 1e-9 <= found.limits.lower <= 50
    assert shares([*base, *[(10, 12)] * 11, (2, 12)]).signals[0] == Signal(OUTSIDE, False, (START + 35,))


def test_limits_follow_how_many_each_month_is_about():
    found = shares([(10, 12)] * 24 + [(10, 12)] * 11 + [(25, 30)])
    few, many = found.band[-2], found.band[-1]
    assert few.lower < many.lower
    assert (few.expected, many.upper) == (pytest.approx(100 * 10 / 12), 100)


def test_shares_of_many_and_shares_without_counts_are_not_of_few():
    assert shares([(400, 800)] * 24) is None
    assert few_in_shares(by_month([50] * 24), {}, 0) is None
    assert few_in_shares(by_month([5.3] * 24), dict.fromkeys(range(START, START + 24), 30), 1) is None


@QUICK
@given(st.lists(st.integers(0, 3), min_size=13, max_size=60))
def test_limits_are_possible_and_a_month_within_them_is_no_signal(values):
    found = rare_counts(by_month(values))
    if found is None:
        return
    single = {signal.months[0] for signal in found.signals if signal.rule is OUTSIDE}
    for month in found.band:
        assert 0 <= month.lower <= month.expected <= month.upper or month.lower <= month.upper
        value = by_month(values)[month.month]
        assert (month.month in single) == (not month.lower <= value <= month.upper)
