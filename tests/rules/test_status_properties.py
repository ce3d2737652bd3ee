"""Levels: what holds for all figures, targets and baselines."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lib.rules.status import (
    FigureStatus,
    Judgement,
    Level,
    Measure,
    Qualifier,
    Reason,
    Rule,
    TargetValue,
    judge,
)

MET, NEARLY, MISSED, _NOT_YET, UNKNOWN = Level
QUICK = settings(deadline=None, max_examples=150)

# Hundredths, so that every sum and product below has an exact decimal answer within 12 digits.
HUNDREDTHS = st.integers(-20_000, 20_000).map(lambda n: n / 100)
STEPS = st.integers(0, 2_000).map(lambda n: n / 100)
MARGINS = st.none() | STEPS
ONE_SIDED = (Rule.AT_LEAST, Rule.MORE_THAN, Rule.AT_MOST, Rule.LESS_THAN)


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    """Numbers and ranges of every qualifier, most of them there to be judged."""
    low, high = sorted((draw(HUNDREDTHS), draw(HUNDREDTHS)))
    qualifier = draw(st.sampled_from(Qualifier))
    status = draw(st.sampled_from([FigureStatus.NORMAL] * 5 + list(FigureStatus)))
    if qualifier in (Qualifier.EXACTLY, Qualifier.ABOUT) and draw(st.booleans()):
        return Measure(None, low, high, qualifier, status)
    return Measure(low, qualifier=qualifier, status=status)


@st.composite
def targets(draw: st.DrawFn) -> TargetValue:
    """Targets of every rule, some without their limit."""
    rule = draw(st.sampled_from(Rule))
    low, high = sorted((draw(HUNDREDTHS), draw(HUNDREDTHS)))
    value = draw(st.sampled_from([abs(low) if rule.needs_baseline else low, None]))
    return TargetValue(rule, value, high if rule is Rule.BETWEEN else None, draw(MARGINS))


MEASURES, TARGETS = measures(), targets()

JUDGED = {
    MET: {Reason.WITHIN_LIMIT, Reason.AT_LIMIT, Reason.MILESTONE_DONE},
    NEARLY: {Reason.WITHIN_MARGIN},
    MISSED: {Reason.OUTSIDE_LIMIT, Reason.AT_LIMIT, Reason.MILESTONE_NOT_DONE},
}
REASONS = {**JUDGED, UNKNOWN: set(Reason).difference(*JUDGED.values())}


@QUICK
@given(st.none() | MEASURES, st.none() | TARGETS, st.none() | MEASURES)
def test_every_level_has_a_reason_that_goes_with_it(figure, target, baseline):
    found = judge(figure, target, baseline)
    assert found.reason in REASONS[found.level]
    if found.gap is not None:
        assert found.limit is not None
        assert found.gap == round(found.gap, 10)


@QUICK
@given(MEASURES, TARGETS, st.none() | MEASURES)
def test_a_margin_only_turns_missed_into_nearly(figure, target, baseline):
    with_margin = judge(figure, target, baseline)
    without = judge(figure, TargetValue(target.rule, target.value, target.upper), baseline)
    allowed = {MET: {MET}, MISSED: {NEARLY, MISSED}, UNKNOWN: {UNKNOWN}}
    assert with_margin.level in allowed[without.level]


def negative(*numbers):
    return [None if number is None else -number for number in numbers]


def mirrored(figure):
    """The figure on the other side of zero."""
    swapped = {Qualifier.BELOW: Qualifier.ABOVE, Qualifier.ABOVE: Qualifier.BELOW}
    numbers = negative(figure.value, figure.upper, figure.lower)
    return Measure(*numbers, swapped.get(figure.qualifier, figure.qualifier), figure.status)


MIRRORS = [
    (Rule.AT_LEAST, Rule.AT_MOST),
    (Rule.MORE_THAN, Rule.LESS_THAN),
    (Rule.EQUAL, Rule.EQUAL),
    (Rule.INCREASE, Rule.DECREASE),
    (Rule.NOT_BELOW, Rule.NOT_ABOVE),
]


@QUICK
@given(MEASURES, MEASURES, st.sampled_from(MIRRORS), HUNDREDTHS, MARGINS)
def test_low_is_judged_as_high_in_the_mirror(figure, baseline, rules, value, near):
    high, low = rules
    here, there = (abs(value), abs(value)) if high.needs_baseline else (value, -value)
    found = judge(figure, TargetValue(high, here, near=near), baseline)
    other = judge(mirrored(figure), TargetValue(low, there, near=near), mirrored(baseline))
    assert found == Judgement(other.level, other.reason, *negative(other.limit, other.gap), other.approximate)


def scaled(factor, *numbers):
    return [None if number is None else number * factor for number in numbers]


def scaled_measure(factor, figure):
    return Measure(*scaled(factor, figure.value, figure.lower, figure.upper), figure.qualifier, figure.status)


@QUICK
@given(MEASURES, TARGETS, MEASURES, st.sampled_from([0.01, 0.1, 0.3, 1.1, 7, 100, 1000]))
def test_the_unit_does_not_matter(figure, target, baseline, factor):
    assume(target.rule is not Rule.DONE)
    larger = TargetValue(target.rule, *scaled(factor, target.value, target.upper, target.near))
    found = judge(figure, target, baseline)
    other = judge(scaled_measure(factor, figure), larger, scaled_measure(factor, baseline))
    assert (other.level, other.reason) == (found.level, found.reason)
    assert [other.limit, other.gap] == pytest.approx(scaled(factor, found.limit, found.gap), abs=1e-9)


@QUICK
@given(HUNDREDTHS, HUNDREDTHS, st.sampled_from((*ONE_SIDED, Rule.EQUAL)), HUNDREDTHS, MARGINS, st.integers(0, 8))
def test_a_range_says_what_all_its_numbers_say(one, other, rule, value, near, eighths):
    low, high = sorted((one, other))
    target = TargetValue(rule, value, near=near)
    level = judge(Measure(lower=low, upper=high), target).level
    of_one = judge(Measure(low + (high - low) * eighths / 8), target).level
    allowed = {MET: {MET}, NEARLY: {NEARLY}, MISSED: {MISSED, NEARLY}, UNKNOWN: {MET, NEARLY, MISSED}}
    assert of_one in allowed[level]
    if level is UNKNOWN:
        assert {judge(Measure(n), target).level is MET for n in (low, value, high)} == {True, False}


@QUICK
@given(HUNDREDTHS, HUNDREDTHS, STEPS, st.sampled_from(ONE_SIDED), MARGINS)
def test_better_is_never_judged_worse(figure, limit, step, rule, near):
    rank = {MISSED: 0, NEARLY: 1, MET: 2}
    better = figure + step if rule in (Rule.AT_LEAST, Rule.MORE_THAN) else figure - step
    target = TargetValue(rule, limit, near=near)
    assert rank[judge(Measure(better), target).level] >= rank[judge(Measure(figure), target).level]
