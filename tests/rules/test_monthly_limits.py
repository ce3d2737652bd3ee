"""Monthly variation: charts in print, every rule at its boundary, targets against limits, and what holds for all."""

from math import inf, nan

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lib.rules.monthly_limits import (
    Capability,
    CapabilityReason,
    Capable,
    Limits,
    Signal,
    capability,
    monthly,
    signals,
    xmr,
)
from lib.rules.status import Better, Rule, TargetValue
from lib.rules.yearly_trend import Direction, DirectionReason

IMPROVING, WORSENING, RISING, FALLING, UNCLEAR, TOO_FEW = Direction
OUTSIDE, STEADY, NEAR, RUN, COMMON, EARLIER, CONFLICT, TOO_SHORT = list(DirectionReason)[5:]
QUICK = settings(deadline=None, max_examples=80)

# The trade deficit of the United States month by month, 1987 and 1988, in billions of dollars (W. A. Taylor,
# Change-Point Analysis: A Powerful New Tool for Detecting Changes, 2000; also in Wheeler, Understanding Variation).
DEFICITS = [
    *[10.7, 13.0, 11.4, 11.5, 12.5, 14.1, 14.8, 14.1, 12.6, 16.0, 11.7, 10.6],
    *[10.0, 11.4, 7.9, 9.5, 8.0, 11.8, 10.5, 11.2, 9.2, 10.1, 10.4, 10.5],
]

# Monthly accounts receivable (Wheeler & Chambers, Understanding Statistical Process Control, 3rd ed., page 386).
RECEIVABLES = [
    *[5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285],
    *[3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200],
]


def test_limits_and_signals_of_the_trade_deficit():
    # Sum 273.5 of 24 months: mean 11.3958. Moving ranges 2.3 1.6 0.1 1.0 1.6 0.7 0.7 1.5 3.4 4.3 1.1 0.6 1.4 3.5 1.6
    # 1.5 3.8 1.3 0.7 2.0 0.9 0.3 0.1: sum 36.0 of 23, mean 1.5652, and 2.66 * 1.5652 = 4.1635. Taylor says of the
    # chart that it 'barely detects a single off-target point (Oct 87)': 16.0 against 15.56.
    limits = xmr(DEFICITS)
    assert [round(n, 4) for n in (limits.mean, limits.moving_range)] == [11.3958, 1.5652]
    assert [round(n, 4) for n in (limits.lower, limits.upper)] == [7.2324, 15.5593]
    assert limits.n == 24
    # Two thirds of the way down is 11.3958 - 2.7757 = 8.6202: March 1988 (7.9) and May (8.0) lie beyond it.
    # February to November 1987 lie above the mean, March only just (11.4).
    assert signals(DEFICITS, limits) == [
        Signal(OUTSIDE, True, (9,)),
        Signal(NEAR, False, (14, 16)),
        Signal(RUN, True, tuple(range(1, 11))),
    ]
    found = monthly(DEFICITS, Better.LOWER)
    assert (found.direction, found.reason, found.limits, found.signals) == (UNCLEAR, EARLIER, limits, ())


def test_limits_and_signal_of_accounts_receivable():
    # Sum 66168 of 16: mean 4135.5. Moving ranges 695 0 375 315 140 55 200 305 55 280 115 460 385 222 1737: sum 5339
    # of 15, mean 355.93; 2.66 * 355.93 = 946.78, so 3188.7 to 5082.3, and the last month lies outside.
    found = monthly(RECEIVABLES, Better.LOWER)
    limits = found.limits
    assert [round(n, 2) for n in (limits.mean, limits.moving_range)] == [4135.5, 355.93]
    assert [round(n, 1) for n in (limits.lower, limits.upper)] == [3188.7, 5082.3]
    assert (found.direction, found.reason) == (WORSENING, OUTSIDE)
    assert found.signals == (Signal(OUTSIDE, True, (15,)),)
    # From 3980 to 3463 seven months lie below the mean. Two thirds of the way down is 4135.5 - 631.2 = 3504.3: 3300 is
    # beyond it, and so is 3463 two months later.
    assert signals(RECEIVABLES, limits)[1:] == [Signal(NEAR, False, (12, 14)), Signal(RUN, False, tuple(range(8, 15)))]
    before = monthly(RECEIVABLES[:-1], Better.LOWER)
    assert (before.direction, before.n) == (IMPROVING, 15)


def test_twelve_months_are_too_few():
    assert xmr(DEFICITS[:12]) is None
    assert xmr(DEFICITS[:13]).n == 13
    found = monthly(DEFICITS[:12], Better.LOWER)
    assert (found.direction, found.reason, found.n, found.limits) == (TOO_FEW, TOO_SHORT, 12, None)
    assert monthly([*DEFICITS[:12], None], Better.LOWER).direction is TOO_FEW
    assert monthly(DEFICITS[:13], Better.LOWER).reason is not TOO_SHORT
    assert monthly([], Better.LOWER).reason is TOO_SHORT


# Mean 0 and moving range 1: limits at 2.66, two thirds of the way at 1.7733.
UNIT = Limits(0, 1, -2.66, 2.66, 24)
SEVEN_UP = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5]

# name: months, then the rule, whether high, and the places of each signal
SIGNALS = {
    "on the limits": ([2.66, 0, -2.66], []),
    "just above the limit": ([0, 2.67, 0], [(OUTSIDE, True, (1,))]),
    "just below the limit": ([0, -2.67, 0], [(OUTSIDE, False, (1,))]),
    "six above the mean": ([1, 2, 1, 1, 0.5, 1], []),
    "seven above the mean": ([1, 1.7, 1, 1, 0.1, 1, 1], [(RUN, True, tuple(range(7)))]),
    "eight below, then one above": ([-1] * 8 + [1], [(RUN, False, tuple(range(8)))]),
    "seven above, one of them on the mean": ([1, 1, 1, 0, 1, 1, 1], []),
    "six rising": (SEVEN_UP[:6], []),
    "seven rising": (SEVEN_UP, [(STEADY, True, tuple(range(7)))]),
    "seven falling": (SEVEN_UP[::-1], [(STEADY, False, tuple(range(7)))]),
    "eight rising after a fall": ([0, *SEVEN_UP, 1.6], [(STEADY, True, tuple(range(1, 9)))]),
    "seven rising, two equal": ([-1.5, -1, -0.5, -0.5, 0, 0.5, 1], []),
    "up to a top and down": (
        [*SEVEN_UP, *SEVEN_UP[-2::-1]],
        [(STEADY, True, tuple(range(7))), (STEADY, False, tuple(range(6, 13)))],
    ),
    "one near the limit": ([0, 1.8, 0], []),
    "two on two thirds": ([1.77, 1.77, 0], []),
    "two near, side by side": ([0, 1.78, 1.78, 0], [(NEAR, True, (1, 2))]),
    "two near, one between": ([0, 1.78, -1, 1.78, 0], [(NEAR, True, (1, 3))]),
    "two near, two between": ([0, 1.78, 0, -1, 1.78], []),
    "two near, each at its side": ([0, 1.78, -1.78, 0], []),
    "three near, two apart": ([-1.8, 0, -1.8, 0, -1.8], [(NEAR, False, (0, 2, 4))]),
    "one near, one outside": ([0, 1.8, 2.7, 0], [(OUTSIDE, True, (2,)), (NEAR, True, (1, 2))]),
    "noise on the limit": ([2.66 + 1e-13], []),
    "nothing": ([], []),
}


@pytest.mark.parametrize(("months", "expected"), SIGNALS.values(), ids=SIGNALS.keys())
def test_signals_at_their_boundaries(months, expected):
    assert signals(months, UNIT) == [Signal(*one) for one in expected]


# name: months against the limits above, then direction with lower as better, and reason
NEWEST = {
    "nothing": ([0, 1, -1], UNCLEAR, COMMON),
    "outside now": ([0, 1, 3], WORSENING, OUTSIDE),
    "outside before": ([0, 3, 1], UNCLEAR, EARLIER),
    "seven below": ([1, *[-1] * 7], IMPROVING, RUN),
    "seven below, until now": ([*[-1] * 7, 1], UNCLEAR, EARLIER),
    "falling": (SEVEN_UP[::-1], IMPROVING, STEADY),
    "near twice": ([0, -2, 0, -2], IMPROVING, NEAR),
    "rising, but all below": ([-1.7, -1.6, -1.5, -1.4, -1.3, -1.2, -1.1], UNCLEAR, CONFLICT),
    "the strongest of three": ([1, 1, 1, 1, 1, 2, 3], WORSENING, OUTSIDE),
    "none": ([], TOO_FEW, TOO_SHORT),
}


@pytest.mark.parametrize(("months", "direction", "reason"), NEWEST.values(), ids=NEWEST.keys())
def test_the_newest_month_gives_the_direction(months, direction, reason):
    found = monthly(months, Better.LOWER, UNIT)
    assert (found.direction, found.reason) == (direction, reason)
    assert all(signal.indices[-1] == len(months) - 1 for signal in found.signals)


def test_neither_better_gives_no_judgement():
    assert monthly([3], Better.NONE, UNIT).direction is RISING
    assert monthly([-3], Better.RANGE, UNIT).direction is FALLING


def test_months_without_a_plain_number_are_passed_over_and_counted():
    found = monthly([None, *[-1] * 4, None, *[-1] * 3], Better.LOWER, UNIT)
    assert (found.direction, found.n, found.left_out, found.gap) == (IMPROVING, 7, 2, True)
    assert found.signals == (Signal(RUN, False, tuple(range(7))),)
    assert not monthly([None, 1, 2, None], Better.LOWER, UNIT).gap


@pytest.mark.parametrize("number", [nan, inf])
def test_a_month_must_be_finite(number):
    with pytest.raises(ValueError, match="finite"):
        monthly([number], Better.LOWER)


def test_a_series_that_never_moves_has_no_signal():
    found = monthly([0.1 + 0.2] * 20, Better.LOWER)
    assert (found.direction, found.reason) == (UNCLEAR, COMMON)
    assert (found.limits.lower, found.limits.upper) == (0.3, 0.3)


ALWAYS, CHANCE, NEVER, UNKNOWN = Capability
TEN = Limits(10, 1, 7.34, 12.66, 24)
AT_LEAST, AT_MOST = Rule.AT_LEAST, Rule.AT_MOST

# name: target, then what a process of 7.34 to 12.66 makes of it
CAPABLE = {
    "at most: above the limits": (TargetValue(AT_MOST, 13), ALWAYS),
    "at most: the upper limit": (TargetValue(AT_MOST, 12.66), ALWAYS),
    "at most: just below the upper limit": (TargetValue(AT_MOST, 12.65), CHANCE),
    "at most: the mean": (TargetValue(AT_MOST, 10), CHANCE),
    "at most: the lower limit": (TargetValue(AT_MOST, 7.34), CHANCE),
    "at most: below the limits": (TargetValue(AT_MOST, 7.33), NEVER),
    "less than: the upper limit": (TargetValue(Rule.LESS_THAN, 12.66), CHANCE),
    "less than: the lower limit": (TargetValue(Rule.LESS_THAN, 7.34), NEVER),
    "at least: the lower limit": (TargetValue(AT_LEAST, 7.34), ALWAYS),
    "at least: just above the lower limit": (TargetValue(AT_LEAST, 7.35), CHANCE),
    "at least: above the limits": (TargetValue(AT_LEAST, 12.67), NEVER),
    "more than: the lower limit": (TargetValue(Rule.MORE_THAN, 7.34), CHANCE),
    "between: around the limits": (TargetValue(Rule.BETWEEN, 7, 13), ALWAYS),
    "between: within the limits": (TargetValue(Rule.BETWEEN, 9, 11), CHANCE),
    "between: beside the limits": (TargetValue(Rule.BETWEEN, 2, 4), NEVER),
    "equal: within the limits": (TargetValue(Rule.EQUAL, 10), CHANCE),
    "equal: beside the limits": (TargetValue(Rule.EQUAL, 0), NEVER),
}


@pytest.mark.parametrize(("target", "expected"), CAPABLE.values(), ids=CAPABLE.keys())
def test_what_the_limits_make_of_a_target(target, expected):
    reasons = {
        ALWAYS: CapabilityReason.LIMITS_WITHIN_TARGET,
        CHANCE: CapabilityReason.LIMITS_ACROSS_TARGET,
        NEVER: CapabilityReason.LIMITS_OUTSIDE_TARGET,
    }
    assert capability(TEN, target) == Capable(expected, reasons[expected])


def test_what_cannot_be_said_of_a_target():
    assert capability(TEN, None) == Capable(UNKNOWN, CapabilityReason.NO_TARGET)
    assert capability(None, None) == Capable(UNKNOWN, CapabilityReason.NO_TARGET)
    assert capability(TEN, TargetValue(AT_MOST)) == Capable(UNKNOWN, CapabilityReason.TARGET_WITHOUT_LIMIT)
    assert capability(TEN, TargetValue(Rule.DONE)) == Capable(UNKNOWN, CapabilityReason.TARGET_WITHOUT_LIMIT)
    assert capability(TEN, TargetValue(Rule.DECREASE, 1)) == Capable(UNKNOWN, CapabilityReason.TARGET_IS_A_CHANGE)
    assert capability(None, TargetValue(AT_MOST, 5)) == Capable(UNKNOWN, CapabilityReason.TOO_FEW_MONTHS)


@st.composite
def months(draw, least=0):
    """Monthly values, many with a drift or a step, some without a number."""
    n = draw(st.integers(least, 30))
    drift, step = draw(st.sampled_from([-50, 0, 0, 50])), draw(st.sampled_from([-300, 0, 0, 300]))
    noise = draw(st.lists(st.integers(-100, 100), min_size=n, max_size=n))
    hole = draw(st.sampled_from([None, n // 3]))
    values = [(wave + i * drift + (i > n - 8) * step) / 100 for i, wave in enumerate(noise)]
    return [None if i == hole else value for i, value in enumerate(values)]


MONTHS = months()
BETTER = st.sampled_from(Better)
MIRRORED = {Better.HIGHER: Better.LOWER, Better.LOWER: Better.HIGHER}
OTHER_WAY = {IMPROVING: WORSENING, WORSENING: IMPROVING}
FALLS = {RISING: FALLING, FALLING: RISING, **OTHER_WAY}
RULES = {OUTSIDE, STEADY, NEAR, RUN}


@QUICK
@given(MONTHS, BETTER)
def test_every_direction_has_a_reason_that_goes_with_it(values, better):
    found = monthly(values, better)
    if found.direction in FALLS:
        assert found.reason in RULES
        assert found.reason is found.signals[0].rule
    else:
        assert found.reason in ({TOO_SHORT} if found.direction is TOO_FEW else {COMMON, EARLIER, CONFLICT})
    assert (found.limits is None) == (found.n < 13) == (found.direction is TOO_FEW)
    assert found.n + found.left_out == len(values)


@QUICK
@given(MONTHS, st.sampled_from(list(MIRRORED)))
def test_what_is_better_turns_the_judgement_and_nothing_else(values, better):
    found, other = monthly(values, better), monthly(values, MIRRORED[better])
    assert OTHER_WAY.get(found.direction, found.direction) == other.direction
    assert [found.reason, found.limits, found.signals] == [other.reason, other.limits, other.signals]


@QUICK
@given(MONTHS, BETTER)
def test_values_in_the_mirror_go_the_other_way(values, better):
    found = monthly(values, better)
    other = monthly([None if value is None else -value for value in values], better)
    assert FALLS.get(found.direction, found.direction) == other.direction
    assert found.reason == other.reason


@QUICK
@given(MONTHS, BETTER, st.sampled_from([0.01, 0.1, 0.3, 1.1, 7, 100, 1000]), st.integers(-20_000, 20_000))
def test_unit_and_zero_do_not_matter(values, better, factor, hundredths):
    moved = [None if value is None else value * factor + hundredths / 100 for value in values]
    found, other = monthly(values, better), monthly(moved, better)
    assert [other.direction, other.reason, other.signals] == [found.direction, found.reason, found.signals]


def beyond(numbers, direction, step):
    return max(numbers) + step if direction is RISING else min(numbers) - step


@QUICK
@given(months(least=13), st.integers(1, 500))
def test_a_month_that_continues_the_signal_keeps_it_under_given_limits(values, hundredths):
    # Beyond all months before, the way the signal goes: what rose goes on rising, what was above the mean or near the
    # limit is joined by a month that is at least as far, and no rule can find the highest month of all to be low, as
    # the mean of the given limits is that of months before it.
    numbers = [value for value in values if value is not None]
    limits = xmr(numbers)
    assume(limits is not None)
    found = monthly(numbers, Better.NONE, limits)
    assume(found.direction in FALLS)
    more = monthly([*numbers, beyond(numbers, found.direction, hundredths / 100)], Better.NONE, limits)
    assert more.direction is found.direction


@QUICK
@given(months(least=13), st.sampled_from([RISING, FALLING]), st.integers(1, 500))
def test_a_month_that_continues_a_steady_change_keeps_it_under_new_limits(values, direction, hundredths):
    # Rise is told without limits, and the highest month of all is above every mean they can have.
    numbers = [value for value in values if value is not None]
    for _ in range(6):
        numbers.append(beyond(numbers, direction, hundredths / 100))
    found = monthly(numbers, Better.NONE)
    more = monthly([*numbers, beyond(numbers, direction, hundredths / 100)], Better.NONE)
    assert found.direction is more.direction is direction


def test_a_new_highest_month_may_end_a_run_under_new_limits():
    # What does not hold: 21 months with mean (7 * 1 + 7 * 0.56) / 21 = 0.52, the last seven just above it. A month of
    # 2 lifts the mean to 12.92 / 22 = 0.587, so that they are not; it is itself within 0.587 + 2.66 * 0.709 = 2.47.
    before = [*[0, 1] * 7, *[0.56] * 7]
    assert monthly(before, Better.HIGHER).reason is RUN
    after = monthly([*before, 2], Better.HIGHER)
    assert (after.direction, after.reason) == (UNCLEAR, EARLIER)  # the seven are now a run below the mean
    assert [round(n, 3) for n in (after.limits.mean, after.limits.moving_range)] == [0.587, 0.709]
    assert monthly([*before, 2], Better.HIGHER, xmr(before)).direction is IMPROVING
