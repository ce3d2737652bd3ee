"""Levels: every rule with numbers at, beside and far from its limit; what cannot be judged; and goals."""

from itertools import product

import pytest

from lib.rules.status import (
    FigureStatus,
    GoalLevel,
    Judgement,
    Level,
    Measure,
    Qualifier,
    Reason,
    Rule,
    TargetValue,
    Verdict,
    agrees,
    goal_level,
    judge,
    judge_direction,
)
from lib.rules.targets import Change

MET, NEARLY, MISSED, NOT_YET, UNKNOWN = Level
WITHIN, AT, MARGIN, OUTSIDE = Reason.WITHIN_LIMIT, Reason.AT_LIMIT, Reason.WITHIN_MARGIN, Reason.OUTSIDE_LIMIT


# name: rule, value, upper, near, figure, then level, reason, limit, gap
NUMBERS = {
    "at least: above": (Rule.AT_LEAST, 80, None, None, 81, MET, WITHIN, 80, 1),
    "at least: exactly": (Rule.AT_LEAST, 80, None, None, 80, MET, AT, 80, 0),
    "at least: just below": (Rule.AT_LEAST, 80, None, None, 79.99, MISSED, OUTSIDE, 80, -0.01),
    "at least: in the margin": (Rule.AT_LEAST, 80, None, 5, 79.99, NEARLY, MARGIN, 80, -0.01),
    "at least: exactly at the margin": (Rule.AT_LEAST, 80, None, 5, 75, NEARLY, MARGIN, 80, -5),
    "at least: just past the margin": (Rule.AT_LEAST, 80, None, 5, 74.99, MISSED, OUTSIDE, 80, -5.01),
    "at least: met, with a margin": (Rule.AT_LEAST, 80, None, 5, 80, MET, AT, 80, 0),
    "at least zero: zero": (Rule.AT_LEAST, 0, None, None, 0, MET, AT, 0, 0),
    "at least zero: minus zero": (Rule.AT_LEAST, 0, None, None, -0.0, MET, AT, 0, 0),
    "at least zero: below": (Rule.AT_LEAST, 0, None, None, -0.1, MISSED, OUTSIDE, 0, -0.1),
    "at least zero: noise below": (Rule.AT_LEAST, 0, None, None, 0.3 - 0.1 - 0.2, MET, AT, 0, 0),
    "at least, negative: above": (Rule.AT_LEAST, -5, None, None, -4, MET, WITHIN, -5, 1),
    "at least, negative: below": (Rule.AT_LEAST, -5, None, 1, -6.5, MISSED, OUTSIDE, -5, -1.5),
    "at least, margin past zero": (Rule.AT_LEAST, 2, None, 5, -3, NEARLY, MARGIN, 2, -5),
    "more than: above": (Rule.MORE_THAN, 80, None, None, 80.01, MET, WITHIN, 80, 0.01),
    "more than: exactly": (Rule.MORE_THAN, 80, None, None, 80, MISSED, AT, 80, 0),
    "more than: exactly, with a margin": (Rule.MORE_THAN, 80, None, 1, 80, NEARLY, MARGIN, 80, 0),
    "more than: exactly, margin zero": (Rule.MORE_THAN, 80, None, 0, 80, MISSED, Reason.AT_LIMIT, 80, 0),
    "more than: just below": (Rule.MORE_THAN, 80, None, None, 79.99, MISSED, OUTSIDE, 80, -0.01),
    "more than: exactly at the margin": (Rule.MORE_THAN, 80, None, 1, 79, NEARLY, MARGIN, 80, -1),
    "more than: just past the margin": (Rule.MORE_THAN, 80, None, 1, 78.99, MISSED, OUTSIDE, 80, -1.01),
    "at most: below": (Rule.AT_MOST, 5, None, None, 4.9, MET, WITHIN, 5, -0.1),
    "at most: exactly": (Rule.AT_MOST, 5, None, None, 5, MET, AT, 5, 0),
    "at most: just above": (Rule.AT_MOST, 5, None, None, 5.01, MISSED, OUTSIDE, 5, 0.01),
    "at most: seven against five": (Rule.AT_MOST, 5, None, 1.5, 7, MISSED, OUTSIDE, 5, 2),
    "at most: in the margin": (Rule.AT_MOST, 6, None, 1.5, 7.4, NEARLY, MARGIN, 6, 1.4),
    "at most: exactly at the margin": (Rule.AT_MOST, 6, None, 1.5, 7.5, NEARLY, MARGIN, 6, 1.5),
    "at most: just past the margin": (Rule.AT_MOST, 6, None, 1.5, 7.51, MISSED, OUTSIDE, 6, 1.51),
    "at most: at a margin of no exact float": (Rule.AT_MOST, 5, None, 0.1, 5.1, NEARLY, MARGIN, 5, 0.1),
    "at most: margin zero": (Rule.AT_MOST, 5, None, 0, 5.01, MISSED, OUTSIDE, 5, 0.01),
    "at most zero: zero": (Rule.AT_MOST, 0, None, None, 0, MET, AT, 0, 0),
    "at most zero: above": (Rule.AT_MOST, 0, None, None, 1, MISSED, OUTSIDE, 0, 1),
    "at most zero: below": (Rule.AT_MOST, 0, None, None, -1, MET, WITHIN, 0, -1),
    "at most zero: at the margin": (Rule.AT_MOST, 0, None, 1, 1, NEARLY, MARGIN, 0, 1),
    "at most: noise above": (Rule.AT_MOST, 0.3, None, None, 0.1 + 0.2, MET, AT, 0.3, 0),
    "less than: below": (Rule.LESS_THAN, 5, None, None, 4.99, MET, WITHIN, 5, -0.01),
    "less than: exactly": (Rule.LESS_THAN, 5, None, None, 5, MISSED, AT, 5, 0),
    "less than: noise below": (Rule.LESS_THAN, 0.1 + 0.2, None, None, 0.3, MISSED, AT, 0.3, 0),
    "less than: above": (Rule.LESS_THAN, 5, None, None, 5.01, MISSED, OUTSIDE, 5, 0.01),
    "less than: exactly at the margin": (Rule.LESS_THAN, 5, None, 2, 7, NEARLY, MARGIN, 5, 2),
    "less than: just past the margin": (Rule.LESS_THAN, 5, None, 2, 7.01, MISSED, OUTSIDE, 5, 2.01),
    "between: just below": (Rule.BETWEEN, 10, 20, None, 9.99, MISSED, OUTSIDE, 10, -0.01),
    "between: lower end": (Rule.BETWEEN, 10, 20, None, 10, MET, AT, 10, 0),
    "between: nearer the lower end": (Rule.BETWEEN, 10, 20, None, 12, MET, WITHIN, 10, 2),
    "between: halfway": (Rule.BETWEEN, 10, 20, None, 15, MET, WITHIN, 10, 5),
    "between: nearer the upper end": (Rule.BETWEEN, 10, 20, None, 19, MET, WITHIN, 20, -1),
    "between: upper end": (Rule.BETWEEN, 10, 20, None, 20, MET, AT, 20, 0),
    "between: just above": (Rule.BETWEEN, 10, 20, None, 20.01, MISSED, OUTSIDE, 20, 0.01),
    "between: margin below": (Rule.BETWEEN, 10, 20, 2, 8, NEARLY, MARGIN, 10, -2),
    "between: margin above": (Rule.BETWEEN, 10, 20, 2, 22, NEARLY, MARGIN, 20, 2),
    "between: past the margin below": (Rule.BETWEEN, 10, 20, 2, 7.99, MISSED, OUTSIDE, 10, -2.01),
    "between: past the margin above": (Rule.BETWEEN, 10, 20, 2, 22.01, MISSED, OUTSIDE, 20, 2.01),
    "between one number and itself": (Rule.BETWEEN, 10, 10, None, 10, MET, AT, 10, 0),
    "between: negative": (Rule.BETWEEN, -5, -1, None, -6, MISSED, OUTSIDE, -5, -1),
    "equal: exactly": (Rule.EQUAL, 100, None, None, 100, MET, AT, 100, 0),
    "equal: noise beside": (Rule.EQUAL, 0.3, None, None, 0.1 + 0.2, MET, AT, 0.3, 0),
    "equal: just below": (Rule.EQUAL, 100, None, None, 99.99, MISSED, OUTSIDE, 100, -0.01),
    "equal: just above": (Rule.EQUAL, 100, None, None, 100.01, MISSED, OUTSIDE, 100, 0.01),
    "equal: margin below": (Rule.EQUAL, 100, None, 1, 99, NEARLY, MARGIN, 100, -1),
    "equal: margin above": (Rule.EQUAL, 100, None, 1, 101, NEARLY, MARGIN, 100, 1),
    "equal: past the margin": (Rule.EQUAL, 100, None, 1, 101.01, MISSED, OUTSIDE, 100, 1.01),
    "large: one part in a billion": (Rule.AT_MOST, 1e9, None, None, 1e9 + 1, MISSED, OUTSIDE, 1e9, 1),
    "large: no noise": (Rule.AT_MOST, 1e9 + 0.1, None, None, 1e9 + 0.3, MISSED, OUTSIDE, 1e9 + 0.1, 0.2),
    "small: a real difference": (Rule.AT_MOST, 1, None, None, 1.0000000001, MISSED, OUTSIDE, 1, 1e-10),
}


@pytest.mark.parametrize(
    ("rule", "value", "upper", "near", "figure", "level", "reason", "limit", "gap"),
    NUMBERS.values(),
    ids=NUMBERS,
)
def test_a_number_against_a_limit(rule, value, upper, near, figure, level, reason, limit, gap):
    found = judge(Measure(figure), TargetValue(rule, value, upper, near))
    assert found == Judgement(level, reason, limit, gap)
    assert str(found.gap) != "-0.0"


# name: rule, least change, near, baseline, figure, then level, reason, limit, gap
BASELINES = {
    "increase: above": (Rule.INCREASE, None, None, 50, 50.1, MET, WITHIN, 50, 0.1),
    "increase: the same": (Rule.INCREASE, None, None, 50, 50, MISSED, AT, 50, 0),
    "increase: the same but for noise": (Rule.INCREASE, None, None, 0.3, 0.1 + 0.2, MISSED, AT, 0.3, 0),
    "increase: below": (Rule.INCREASE, None, None, 50, 49, MISSED, OUTSIDE, 50, -1),
    "increase: the same, margin": (Rule.INCREASE, None, 1, 50, 50, NEARLY, MARGIN, 50, 0),
    "increase: in the margin but the wrong way": (Rule.INCREASE, None, 1, 50, 49, MISSED, OUTSIDE, 50, -1),
    "increase: standing still, with a margin": (Rule.INCREASE, None, 1, 50, 50, NEARLY, MARGIN, 50, 0),
    "increase: past the margin": (Rule.INCREASE, None, 1, 50, 48.99, MISSED, OUTSIDE, 50, -1.01),
    "increase by: more": (Rule.INCREASE, 5, None, 50, 56, MET, WITHIN, 55, 1),
    "increase by: exactly": (Rule.INCREASE, 5, None, 50, 55, MET, AT, 55, 0),
    "increase by: exactly, no exact floats": (Rule.INCREASE, 0.2, None, 0.1, 0.3, MET, AT, 0.3, 0),
    "increase by: less": (Rule.INCREASE, 5, None, 50, 54.9, MISSED, OUTSIDE, 55, -0.1),
    "increase by: at the margin": (Rule.INCREASE, 5, 2, 50, 53, NEARLY, MARGIN, 55, -2),
    "increase by nothing: the same": (Rule.INCREASE, 0, None, 50, 50, MISSED, AT, 50, 0),
    "increase from below zero": (Rule.INCREASE, None, None, -2, -1, MET, WITHIN, -2, 1),
    "increase from zero": (Rule.INCREASE, None, None, 0, 1, MET, WITHIN, 0, 1),
    "decrease: below": (Rule.DECREASE, None, None, 50, 49.9, MET, WITHIN, 50, -0.1),
    "decrease: the same": (Rule.DECREASE, None, None, 50, 50, MISSED, AT, 50, 0),
    "decrease: above": (Rule.DECREASE, None, None, 50, 51, MISSED, OUTSIDE, 50, 1),
    "decrease: in the margin but the wrong way": (Rule.DECREASE, None, 1, 50, 51, MISSED, OUTSIDE, 50, 1),
    "decrease by: exactly": (Rule.DECREASE, 5, None, 50, 45, MET, AT, 45, 0),
    "decrease by: less": (Rule.DECREASE, 5, None, 50, 45.1, MISSED, OUTSIDE, 45, 0.1),
    "decrease by nothing: the same": (Rule.DECREASE, 0, None, 50, 50, MISSED, AT, 50, 0),
    "not above: the same": (Rule.NOT_ABOVE, None, None, 50, 50, MET, AT, 50, 0),
    "not above: below": (Rule.NOT_ABOVE, None, None, 50, 49, MET, WITHIN, 50, -1),
    "not above: above": (Rule.NOT_ABOVE, None, None, 50, 50.01, MISSED, OUTSIDE, 50, 0.01),
    "not above: in the margin but above": (Rule.NOT_ABOVE, None, 2, 50, 52, MISSED, OUTSIDE, 50, 2),
    "not above: past the margin": (Rule.NOT_ABOVE, None, 2, 50, 52.1, MISSED, OUTSIDE, 50, 2.1),
    "not above: noise above": (Rule.NOT_ABOVE, None, None, 0.3, 0.1 + 0.2, MET, AT, 0.3, 0),
    "not below: the same": (Rule.NOT_BELOW, None, None, 50, 50, MET, AT, 50, 0),
    "not below: above": (Rule.NOT_BELOW, None, None, 50, 51, MET, WITHIN, 50, 1),
    "not below: below": (Rule.NOT_BELOW, None, None, 50, 49.99, MISSED, OUTSIDE, 50, -0.01),
    "not below: in the margin but below": (Rule.NOT_BELOW, None, 2, 50, 48, MISSED, OUTSIDE, 50, -2),
    "a fixed limit heeds no baseline": (Rule.AT_MOST, 5, None, 3, 4, MET, WITHIN, 5, -1),
}


@pytest.mark.parametrize(
    ("rule", "change", "near", "baseline", "figure", "level", "reason", "limit", "gap"),
    BASELINES.values(),
    ids=BASELINES,
)
def test_a_number_against_its_baseline(rule, change, near, baseline, figure, level, reason, limit, gap):
    found = judge(Measure(figure), TargetValue(rule, change, near=near), Measure(baseline))
    assert found == Judgement(level, reason, limit, gap)


AT_MOST = TargetValue(Rule.AT_MOST, 5)
DONE = TargetValue(Rule.DONE)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Measure(1), Judgement(MET, Reason.MILESTONE_DONE)),
        (Measure(0), Judgement(MISSED, Reason.MILESTONE_NOT_DONE)),
        (Measure(0.5), Judgement(UNKNOWN, Reason.MILESTONE_UNCLEAR)),
        (Measure(2), Judgement(UNKNOWN, Reason.MILESTONE_UNCLEAR)),
        (Measure(lower=0, upper=1), Judgement(UNKNOWN, Reason.MILESTONE_UNCLEAR)),
        (Measure(1, qualifier=Qualifier.BELOW), Judgement(UNKNOWN, Reason.MILESTONE_UNCLEAR)),
        (Measure(), Judgement(UNKNOWN, Reason.MISSING_VALUE)),
        (None, Judgement(UNKNOWN, Reason.NO_FIGURE)),
    ],
)
def test_a_milestone_is_done_or_not_and_has_no_margin(figure, expected):
    assert judge(figure, DONE) == expected
    assert judge(figure, TargetValue(Rule.DONE, 5, near=1)) == expected


CONFIDENTIAL = Measure(4, status=FigureStatus.CONFIDENTIAL)
# name: figure, target, reason
UNKNOWNS = {
    "no figure": (None, AT_MOST, Reason.NO_FIGURE),
    "no target": (Measure(5), None, Reason.NO_TARGET),
    "neither": (None, None, Reason.NO_TARGET),
    "target without limit": (Measure(5), TargetValue(Rule.AT_LEAST), Reason.TARGET_WITHOUT_LIMIT),
    "without limit or figure": (None, TargetValue(Rule.EQUAL, near=1), Reason.TARGET_WITHOUT_LIMIT),
    "between without upper": (Measure(5), TargetValue(Rule.BETWEEN, 3), Reason.TARGET_WITHOUT_LIMIT),
    "between without lower": (Measure(5), TargetValue(Rule.BETWEEN, upper=9), Reason.TARGET_WITHOUT_LIMIT),
    "empty figure": (Measure(), AT_MOST, Reason.MISSING_VALUE),
    "empty about figure": (Measure(qualifier=Qualifier.ABOUT), AT_MOST, Reason.MISSING_VALUE),
    "missing": (Measure(4, status=FigureStatus.MISSING), AT_MOST, Reason.MISSING_VALUE),
    "not applicable": (Measure(status=FigureStatus.NOT_APPLICABLE), AT_MOST, Reason.NOT_APPLICABLE),
    "confidential": (CONFIDENTIAL, AT_MOST, Reason.CONFIDENTIAL),
    "confidential, no baseline": (CONFIDENTIAL, TargetValue(Rule.INCREASE), Reason.CONFIDENTIAL),
    "hidden": (Measure(4, status=FigureStatus.HIDDEN), AT_MOST, Reason.HIDDEN),
}


@pytest.mark.parametrize(("figure", "target", "reason"), UNKNOWNS.values(), ids=UNKNOWNS)
def test_what_cannot_be_judged(figure, target, reason):
    assert judge(figure, target) == Judgement(UNKNOWN, reason)


def test_a_preliminary_figure_is_judged_like_any_other():
    found = judge(Measure(6, status=FigureStatus.PRELIMINARY), AT_MOST)
    assert found == Judgement(MISSED, OUTSIDE, 5, 1)


GOALS = {
    "nothing": ([], GoalLevel.UNKNOWN),
    "nothing judged": ([UNKNOWN, UNKNOWN], GoalLevel.UNKNOWN),
    "all met": ([MET, MET], GoalLevel.MET),
    "all judged met": ([MET, UNKNOWN], GoalLevel.MET),
    "all missed": ([MISSED, MISSED], GoalLevel.MISSED),
    "all judged missed": ([UNKNOWN, MISSED], GoalLevel.MISSED),
    "one nearly": ([NEARLY], GoalLevel.PARTLY),
    "met and nearly": ([MET, NEARLY], GoalLevel.PARTLY),
    "missed and nearly": ([MISSED, NEARLY], GoalLevel.PARTLY),
    "met and missed": ([MISSED, MET, MISSED], GoalLevel.PARTLY),
    "nothing due": ([NOT_YET, UNKNOWN], GoalLevel.NOT_YET),
    "one met, one not due": ([MET, NOT_YET], GoalLevel.MET),
    "one missed, one not due": ([NOT_YET, MISSED], GoalLevel.MISSED),
    "everything": ([MET, NEARLY, MISSED, UNKNOWN], GoalLevel.PARTLY),
}


@pytest.mark.parametrize(("levels", "expected"), GOALS.values(), ids=GOALS)
def test_goal_level(levels, expected):
    assert goal_level(iter(levels)) is expected


SAME = {
    (Verdict.ACHIEVED, GoalLevel.MET),
    (Verdict.PARTLY, GoalLevel.PARTLY),
    (Verdict.NOT_ACHIEVED, GoalLevel.MISSED),
}


@pytest.mark.parametrize(("verdict", "computed"), list(product(Verdict, GoalLevel)))
def test_agrees(verdict, computed):
    silent = verdict in (Verdict.NOT_ASSESSABLE, Verdict.LATER) or computed in (GoalLevel.UNKNOWN, GoalLevel.NOT_YET)
    assert agrees(verdict, computed) is (None if silent else (verdict, computed) in SAME)


HIGHER, LOWER, UNCHANGED = Change
TOLD = Reason.CHANGE_WITHOUT_NUMBER
# Rule, least change, then level and reason where the figure is higher, lower and unchanged.
DIRECTIONS = [
    (Rule.INCREASE, None, (MET, WITHIN), (MISSED, OUTSIDE), (MISSED, AT)),
    (Rule.INCREASE, 0, (MET, WITHIN), (MISSED, OUTSIDE), (MISSED, AT)),
    (Rule.INCREASE, 2, (UNKNOWN, TOLD), (MISSED, OUTSIDE), (MISSED, OUTSIDE)),
    (Rule.DECREASE, None, (MISSED, OUTSIDE), (MET, WITHIN), (MISSED, AT)),
    (Rule.DECREASE, 2, (MISSED, OUTSIDE), (UNKNOWN, TOLD), (MISSED, OUTSIDE)),
    (Rule.NOT_ABOVE, None, (MISSED, OUTSIDE), (MET, WITHIN), (MET, AT)),
    (Rule.NOT_BELOW, None, (MET, WITHIN), (MISSED, OUTSIDE), (MET, AT)),
    (Rule.AT_MOST, 5, *[(UNKNOWN, Reason.NO_FIGURE)] * 3),
    (Rule.AT_LEAST, None, *[(UNKNOWN, Reason.TARGET_WITHOUT_LIMIT)] * 3),
    (Rule.EQUAL, 0, *[(UNKNOWN, Reason.NO_FIGURE)] * 3),
    (Rule.DONE, None, *[(UNKNOWN, Reason.NO_FIGURE)] * 3),
]


@pytest.mark.parametrize(("rule", "least", "higher", "lower", "unchanged"), DIRECTIONS)
def test_a_change_without_number_is_judged_by_its_direction(rule, least, higher, lower, unchanged):
    target = TargetValue(rule, least, near=1)
    levels = [judge_direction(change, target) for change in (HIGHER, LOWER, UNCHANGED)]
    assert levels == [Judgement(*outcome) for outcome in (higher, lower, unchanged)]
