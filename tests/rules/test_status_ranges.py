"""Levels: ranges, 'below', 'above' and 'about' figures, against limits and baselines."""

import pytest

from lib.rules.status import FigureStatus, Judgement, Level, Measure, Qualifier, Reason, Rule, TargetValue, judge

MET, NEARLY, MISSED, _NOT_YET, UNKNOWN = Level
WITHIN, AT, MARGIN, OUTSIDE = Reason.WITHIN_LIMIT, Reason.AT_LIMIT, Reason.WITHIN_MARGIN, Reason.OUTSIDE_LIMIT
STRADDLES, BASELINE_STRADDLES = Reason.RANGE_STRADDLES_LIMIT, Reason.BASELINE_STRADDLES_LIMIT
AT_MOST, AT_MOST_NEARLY = TargetValue(Rule.AT_MOST, 5), TargetValue(Rule.AT_MOST, 5, near=2)
BETWEEN = TargetValue(Rule.BETWEEN, 10, 20)
INCREASE = TargetValue(Rule.INCREASE)


def between(lower, upper):
    return Measure(lower=lower, upper=upper)


def below(value):
    return Measure(value, qualifier=Qualifier.BELOW)


def above(value):
    return Measure(value, qualifier=Qualifier.ABOVE)


def about(value):
    return Measure(value, qualifier=Qualifier.ABOUT)


# name: figure, target, then level, reason, limit, gap
RANGES = {
    "at most: all inside": (between(2, 4), AT_MOST, MET, WITHIN, 5, -1),
    "at most: up to the limit": (between(2, 5), AT_MOST, MET, WITHIN, 5, 0),
    "at most: across": (between(2, 5.01), AT_MOST, UNKNOWN, STRADDLES, 5, None),
    "at most: from the limit": (between(5, 7), AT_MOST, UNKNOWN, STRADDLES, 5, None),
    "at most: all outside": (between(7, 9), AT_MOST, MISSED, OUTSIDE, 5, 2),
    "at most: outside, in the margin": (between(6, 7), AT_MOST_NEARLY, NEARLY, MARGIN, 5, 1),
    "at most: outside, across the margin": (between(6, 7.01), AT_MOST_NEARLY, MISSED, OUTSIDE, 5, 1),
    "at most: across, in the margin": (between(4, 6), AT_MOST_NEARLY, UNKNOWN, STRADDLES, 5, None),
    "at most: a range of one number": (between(5, 5), AT_MOST, MET, AT, 5, 0),
    "less than: from the limit": (between(5, 7), TargetValue(Rule.LESS_THAN, 5), MISSED, OUTSIDE, 5, 0),
    "less than: up to the limit": (between(2, 5), TargetValue(Rule.LESS_THAN, 5), UNKNOWN, STRADDLES, 5, None),
    "at least: all inside": (between(80, 90), TargetValue(Rule.AT_LEAST, 75), MET, WITHIN, 75, 5),
    "at least: across": (between(70, 90), TargetValue(Rule.AT_LEAST, 75), UNKNOWN, STRADDLES, 75, None),
    "at least: all outside": (between(60, 70), TargetValue(Rule.AT_LEAST, 75), MISSED, OUTSIDE, 75, -5),
    "more than: up to the limit": (between(60, 75), TargetValue(Rule.MORE_THAN, 75), MISSED, OUTSIDE, 75, 0),
    "between: all inside": (between(11, 18), BETWEEN, MET, WITHIN, 10, 1),
    "between: nearer the upper end": (between(12, 19), BETWEEN, MET, WITHIN, 20, -1),
    "between: the very range": (between(10, 20), BETWEEN, MET, WITHIN, 10, 0),
    "between: across below": (between(5, 12), BETWEEN, UNKNOWN, STRADDLES, None, None),
    "between: across above": (between(12, 25), BETWEEN, UNKNOWN, STRADDLES, None, None),
    "between: wider than the target": (between(5, 25), BETWEEN, UNKNOWN, STRADDLES, None, None),
    "between: below": (between(5, 9), BETWEEN, MISSED, OUTSIDE, 10, -1),
    "between: above, in the margin": (between(21, 22), TargetValue(Rule.BETWEEN, 10, 20, 2), NEARLY, MARGIN, 20, 1),
    "equal: around": (between(4, 6), TargetValue(Rule.EQUAL, 5), UNKNOWN, STRADDLES, 5, None),
    "equal: beside": (between(6, 7), TargetValue(Rule.EQUAL, 5), MISSED, OUTSIDE, 5, 1),
    "equal: beside, in the margin": (between(6, 7), TargetValue(Rule.EQUAL, 5, near=2), NEARLY, MARGIN, 5, 1),
    "below, at most that": (below(5), AT_MOST, MET, WITHIN, 5, 0),
    "below, less than that": (below(5), TargetValue(Rule.LESS_THAN, 5), MET, WITHIN, 5, 0),
    "below, at most more": (below(5), TargetValue(Rule.AT_MOST, 6), MET, WITHIN, 6, -1),
    "below, at most less": (below(5), TargetValue(Rule.AT_MOST, 4.99), UNKNOWN, STRADDLES, 4.99, None),
    "below, at least that": (below(5), TargetValue(Rule.AT_LEAST, 5), MISSED, OUTSIDE, 5, 0),
    "below, at least that, margin": (below(5), TargetValue(Rule.AT_LEAST, 5, near=1), MISSED, OUTSIDE, 5, 0),
    "below, at least less": (below(5), TargetValue(Rule.AT_LEAST, 4.99), UNKNOWN, STRADDLES, 4.99, None),
    "below, between": (below(5), TargetValue(Rule.BETWEEN, 5, 9), MISSED, OUTSIDE, 5, 0),
    "below, inside between": (below(7), TargetValue(Rule.BETWEEN, 5, 9), UNKNOWN, STRADDLES, None, None),
    "above, at least that": (above(75), TargetValue(Rule.AT_LEAST, 75), MET, WITHIN, 75, 0),
    "above, more than that": (above(75), TargetValue(Rule.MORE_THAN, 75), MET, WITHIN, 75, 0),
    "above, at least more": (above(75), TargetValue(Rule.AT_LEAST, 75.01), UNKNOWN, STRADDLES, 75.01, None),
    "above, at most that": (above(75), TargetValue(Rule.AT_MOST, 75), MISSED, OUTSIDE, 75, 0),
    "above, at most less": (above(75), TargetValue(Rule.AT_MOST, 70, near=9), MISSED, OUTSIDE, 70, 5),
    "above, at most more": (above(75), TargetValue(Rule.AT_MOST, 75.01), UNKNOWN, STRADDLES, 75.01, None),
    "from, at least": (Measure(lower=75), TargetValue(Rule.AT_LEAST, 75), MET, WITHIN, 75, 0),
    "from, more than": (Measure(lower=75), TargetValue(Rule.MORE_THAN, 75), UNKNOWN, STRADDLES, 75, None),
    "to, less than": (Measure(upper=5), TargetValue(Rule.LESS_THAN, 5), UNKNOWN, STRADDLES, 5, None),
    "value with an interval up to the limit": (Measure(4, 3, 5), AT_MOST, MET, WITHIN, 5, -1),
}


@pytest.mark.parametrize(("figure", "target", "level", "reason", "limit", "gap"), RANGES.values(), ids=RANGES)
def test_a_range_against_a_limit(figure, target, level, reason, limit, gap):
    assert judge(figure, target) == Judgement(level, reason, limit, gap)


EARLIER, CONFIDENTIAL = between(40, 50), Measure(45, status=FigureStatus.CONFIDENTIAL)
NO_BASELINE = Judgement(UNKNOWN, Reason.NO_BASELINE)
# name: rule, baseline, figure, judgement
RANGED_BASELINES = {
    "range, all above": (Rule.INCREASE, Measure(50), between(51, 53), Judgement(MET, WITHIN, 50, 1)),
    "range, across": (Rule.INCREASE, Measure(50), between(49, 53), Judgement(UNKNOWN, STRADDLES, 50)),
    "range, up to it": (Rule.INCREASE, Measure(50), between(49, 50), Judgement(MISSED, OUTSIDE, 50, 0)),
    "below that number": (Rule.DECREASE, Measure(50), below(50), Judgement(MET, WITHIN, 50, 0)),
    "from a range, above it": (Rule.INCREASE, EARLIER, Measure(51), Judgement(MET, WITHIN)),
    "from a range, below it": (Rule.INCREASE, EARLIER, Measure(39), Judgement(MISSED, OUTSIDE)),
    "from a range, upper end": (Rule.INCREASE, EARLIER, Measure(50), Judgement(UNKNOWN, BASELINE_STRADDLES)),
    "from a range, lower end": (Rule.INCREASE, EARLIER, Measure(40), Judgement(MISSED, OUTSIDE)),
    "not below, upper end": (Rule.NOT_BELOW, EARLIER, Measure(50), Judgement(MET, WITHIN)),
    "from below that number": (Rule.INCREASE, below(50), Measure(50), Judgement(MET, WITHIN)),
    "from above that number": (Rule.INCREASE, above(50), Measure(50), Judgement(MISSED, OUTSIDE)),
    "range from range, above": (Rule.INCREASE, EARLIER, between(51, 60), Judgement(MET, WITHIN)),
    "range from range, across": (Rule.INCREASE, EARLIER, between(45, 60), Judgement(UNKNOWN, STRADDLES)),
    "below from below": (Rule.DECREASE, below(5), below(3), Judgement(UNKNOWN, STRADDLES)),
    "no baseline": (Rule.INCREASE, None, Measure(50), NO_BASELINE),
    "empty baseline": (Rule.NOT_ABOVE, Measure(), Measure(50), NO_BASELINE),
    "confidential baseline": (Rule.DECREASE, CONFIDENTIAL, Measure(4), NO_BASELINE),
}


@pytest.mark.parametrize(("rule", "baseline", "figure", "expected"), RANGED_BASELINES.values(), ids=RANGED_BASELINES)
def test_ranges_and_baselines(rule, baseline, figure, expected):
    assert judge(figure, TargetValue(rule), baseline) == expected


APPROXIMATE = {
    "about, at the limit": (about(5), AT_MOST, None, Judgement(MET, AT, 5, 0, True)),
    "about, in the margin": (about(6), AT_MOST_NEARLY, None, Judgement(NEARLY, MARGIN, 5, 1, True)),
    "an about range": (Measure(None, 6, 7, Qualifier.ABOUT), AT_MOST, None, Judgement(MISSED, OUTSIDE, 5, 1, True)),
    "about done": (about(1), TargetValue(Rule.DONE), None, Judgement(MET, Reason.MILESTONE_DONE, approximate=True)),
    "from about": (Measure(6), INCREASE, about(5), Judgement(MET, WITHIN, 5, 1, True)),
    "about, from a number": (about(6), INCREASE, Measure(5), Judgement(MET, WITHIN, 5, 1, True)),
    "about, baseline missing": (about(6), INCREASE, None, NO_BASELINE),
    "an about baseline not looked at": (Measure(6), AT_MOST, about(5), Judgement(MISSED, OUTSIDE, 5, 1)),
    "a range is not about": (between(6, 7), AT_MOST, None, Judgement(MISSED, OUTSIDE, 5, 1)),
}


@pytest.mark.parametrize(("figure", "target", "baseline", "expected"), APPROXIMATE.values(), ids=APPROXIMATE)
def test_about_figures_are_told(figure, target, baseline, expected):
    assert judge(figure, target, baseline) == expected
