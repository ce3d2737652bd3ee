"""Pace: every reason with its arithmetic, targets of every rule, the gap of women to men, and what holds for all."""

from math import nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.rules.pace import GapDirection, Pace, PaceReason, gap_trend, pace
from lib.rules.status import Better, Level, Measure, Rule, TargetValue, judge
from lib.rules.yearly_trend import Direction, yearly

HIGHER, LOWER, NEITHER, WITHIN = Better
AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN = Rule.AT_LEAST, Rule.AT_MOST, Rule.MORE_THAN, Rule.LESS_THAN
R = PaceReason
QUICK = settings(deadline=None, max_examples=80)


def test_too_slow_with_all_its_arithmetic():
    # From 8.5 in 2014 to 8.0 in 2016 is -0.5 in two years, -0.25 a year. From 8.0 to at most 6 in 2018 is -2 in two
    # years, -1.0 a year. At -0.25 a year the figure is 7.5 in 2018.
    found = pace([(2014, 8.5), (2016, 8.0)], TargetValue(AT_MOST, 6), 2018, LOWER)
    assert found == Pace(R.NOT_REACHED, -0.25, -1.0, False, 7.5, (2016, 8.0), 6, 2, 2)


def test_the_pace_is_the_slope_of_the_trend():
    # Theil and Sen: the ten changes per year are 2, 1/2, 1, 1, -1, 1/2, 2/3, 2, 3/2 and 1, sorted -1 1/2 1/2 2/3 1 | 1
    # 1 3/2 2 2: 1 a year. Least squares would say 0.9.
    points = [(2012, 3), (2013, 5), (2014, 4), (2015, 6), (2016, 7)]
    found = pace(points, TargetValue(AT_LEAST, 8.9), 2018, HIGHER)
    assert found.per_year == 1 == yearly(points, HIGHER).slope
    assert (found.reason, found.needed, found.projected) == (R.REACHED, 0.95, 9)


# name: figures from 2014 on, target, its year, better, then reason, per year, needed
ROWS = {
    "exactly in time": ([7, 6.5], TargetValue(AT_MOST, 5), 2018, LOWER, R.REACHED, -0.5, -0.5),
    "exactly in time where it must be passed": (
        [7, 6.5],
        TargetValue(LESS_THAN, 5),
        2018,
        LOWER,
        R.NOT_REACHED,
        -0.5,
        -0.5,
    ),
    "before its time": ([7, 5.5], TargetValue(AT_MOST, 5), 2018, LOWER, R.REACHED, -1.5, -0.1666666667),
    "a third a year, exactly in time": (
        [0, None, None, 1],
        TargetValue(AT_LEAST, 2),
        2020,
        HIGHER,
        R.REACHED,
        0.3333333333,
        0.3333333333,
    ),
    "a hundredth too slow": ([7, 6.51], TargetValue(AT_MOST, 5.03), 2018, LOWER, R.NOT_REACHED, -0.49, -0.4933333333),
    "upwards in time": ([70, 72], TargetValue(AT_LEAST, 78), 2018, HIGHER, R.REACHED, 2, 2),
    "upwards too slowly": ([70, 71], TargetValue(AT_LEAST, 78), 2018, HIGHER, R.NOT_REACHED, 1, 2.3333333333),
    "the wrong way": ([6, 7], TargetValue(AT_MOST, 5), 2018, LOWER, R.WRONG_WAY, 1, -0.6666666667),
    "the wrong way, upwards": ([72, 70], TargetValue(AT_LEAST, 78), 2018, HIGHER, R.WRONG_WAY, -2, 2.6666666667),
    "standing still": ([7, 7], TargetValue(AT_MOST, 5), 2018, LOWER, R.STANDING_STILL, 0, -0.6666666667),
    "standing on a limit to be passed": ([80, 80], TargetValue(MORE_THAN, 80), 2018, HIGHER, R.STANDING_STILL, 0, 0),
    "on a limit to be passed, going there": ([79, 80], TargetValue(MORE_THAN, 80), 2018, HIGHER, R.REACHED, 1, 0),
    "on a limit to be passed, going away": ([5, 5.5], TargetValue(LESS_THAN, 5.5), 2018, LOWER, R.WRONG_WAY, 0.5, 0),
    "on a lower limit to be passed, going away": (
        [81, 80],
        TargetValue(MORE_THAN, 80),
        2018,
        HIGHER,
        R.WRONG_WAY,
        -1,
        0,
    ),
    "already met": ([6, 4], TargetValue(AT_MOST, 5), 2018, LOWER, R.ALREADY_MET, -2, None),
    "already met, exactly": ([6, 5], TargetValue(AT_MOST, 5), 2018, LOWER, R.ALREADY_MET, -1, None),
    "already met, standing still": ([4, 4], TargetValue(AT_MOST, 5), 2018, LOWER, R.ALREADY_MET, 0, None),
    "already met, slowly leaving": ([4, 4.25], TargetValue(AT_MOST, 5), 2018, LOWER, R.ALREADY_MET, 0.25, None),
    "already met, but leaving": ([4, 4.5], TargetValue(AT_MOST, 5), 2018, LOWER, R.MET_BUT_LEAVING, 0.5, None),
    "already met, no target year": ([6, 4], TargetValue(AT_MOST, 5), None, LOWER, R.ALREADY_MET, -2, None),
    "already met, year passed": ([6, 4], TargetValue(AT_MOST, 5), 2012, LOWER, R.ALREADY_MET, -2, None),
    "already met, one point": ([4], TargetValue(AT_MOST, 5), 2018, LOWER, R.ALREADY_MET, None, None),
    "target year is that of the newest": ([8, 7], TargetValue(AT_MOST, 5), 2015, LOWER, R.TARGET_YEAR_PASSED, -1, None),
    "target year passed": ([8, 7], TargetValue(AT_MOST, 5), 2012, LOWER, R.TARGET_YEAR_PASSED, -1, None),
    "one year left": ([8, 7], TargetValue(AT_MOST, 5), 2016, LOWER, R.NOT_REACHED, -1, -2),
    "no target year": ([8, 7], TargetValue(AT_MOST, 5), None, LOWER, R.NO_TARGET_YEAR, -1, None),
    "one point": ([8], TargetValue(AT_MOST, 5), 2017, LOWER, R.ONE_POINT, None, -1),
    "no target": ([8, 7], None, 2018, LOWER, R.NO_TARGET, -1, None),
    "no target, no figure": ([], None, None, LOWER, R.NO_TARGET, None, None),
    "target without limit": ([8, 7], TargetValue(AT_MOST), 2018, LOWER, R.TARGET_WITHOUT_LIMIT, -1, None),
    "between without its upper limit": (
        [8, 7],
        TargetValue(Rule.BETWEEN, 1),
        2018,
        WITHIN,
        R.TARGET_WITHOUT_LIMIT,
        -1,
        None,
    ),
    "milestone": ([0, 0], TargetValue(Rule.DONE), 2018, HIGHER, R.TARGET_WITHOUT_LIMIT, 0, None),
    "no figure": ([], TargetValue(AT_MOST, 5), 2018, LOWER, R.NO_FIGURE, None, None),
    "no plain figure": ([None, None], TargetValue(AT_MOST, 5), 2018, LOWER, R.NO_FIGURE, None, None),
    "at least, but lower is better": ([8, 7], TargetValue(AT_LEAST, 9), 2018, LOWER, R.TARGET_AGAINST_BETTER, -1, None),
    "at most, but higher is better": ([8, 7], TargetValue(AT_MOST, 5), 2018, HIGHER, R.TARGET_AGAINST_BETTER, -1, None),
    "at most, neither better": ([7, 6.5], TargetValue(AT_MOST, 5), 2018, NEITHER, R.REACHED, -0.5, -0.5),
    "through zero": ([4, 2], TargetValue(AT_MOST, -4), 2018, LOWER, R.REACHED, -2, -2),
    "to zero": ([4, 3], TargetValue(AT_MOST, 0), 2018, LOWER, R.REACHED, -1, -1),
    "from zero": ([0, 0], TargetValue(AT_LEAST, 3), 2018, HIGHER, R.STANDING_STILL, 0, 1),
    "from below zero": ([-3, -2], TargetValue(AT_LEAST, 0), 2018, HIGHER, R.REACHED, 1, 0.6666666667),
    "into a range": ([2, 4], TargetValue(Rule.BETWEEN, 8, 12), 2018, WITHIN, R.REACHED, 2, 1.3333333333),
    "not yet into a range": ([2, 3], TargetValue(Rule.BETWEEN, 8, 12), 2018, WITHIN, R.NOT_REACHED, 1, 1.6666666667),
    "through a range": ([2, 6], TargetValue(Rule.BETWEEN, 8, 12), 2018, WITHIN, R.OVERSHOOTS, 4, 0.6666666667),
    "down through a range": ([20, 15], TargetValue(Rule.BETWEEN, 8, 12), 2018, WITHIN, R.OVERSHOOTS, -5, -1),
    "away from a range": ([14, 15], TargetValue(Rule.BETWEEN, 8, 12), 2018, WITHIN, R.WRONG_WAY, 1, -1),
    "to a number": ([6, 4], TargetValue(Rule.EQUAL, 0), 2017, LOWER, R.REACHED, -2, -2),
    "past a number": ([6, 4], TargetValue(Rule.EQUAL, 0), 2018, LOWER, R.REACHED, -2, -1.3333333333),
    "not to a number": ([6, 5], TargetValue(Rule.EQUAL, 0), 2018, LOWER, R.NOT_REACHED, -1, -1.6666666667),
    "noise on the limit": ([0.5, 0.4], TargetValue(AT_MOST, 0.1), 2018, LOWER, R.REACHED, -0.1, -0.1),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_every_way_to_a_pace(row):
    figures, target, year, better, reason, per_year, needed = row
    found = pace(enumerate(figures, 2014), target, year, better)
    assert (found.reason, found.per_year, found.needed) == (reason, per_year, needed)
    if found.projected is not None:
        assert found.reached == (reason in {R.REACHED, R.ALREADY_MET})


# name: figures from 2014 on, target, baseline, then reason, limit, needed until 2018
CHANGES = {
    "decrease by 2 from 9": ([9, 8], TargetValue(Rule.DECREASE, 2), 9, R.REACHED, 7, -0.3333333333),
    "decrease by anything from 9": ([9, 9], TargetValue(Rule.DECREASE), 9, R.STANDING_STILL, 9, 0),
    "increase by 10 from 50": ([50, 52], TargetValue(Rule.INCREASE, 10), 50, R.NOT_REACHED, 60, 2.6666666667),
    "not above 9": ([9, 8], TargetValue(Rule.NOT_ABOVE), 9, R.ALREADY_MET, 9, None),
    "not below 9": ([9, 8], TargetValue(Rule.NOT_BELOW), 9, R.WRONG_WAY, 9, 0.3333333333),
    "no baseline": ([9, 8], TargetValue(Rule.DECREASE, 2), None, R.NO_BASELINE, None, None),
}


@pytest.mark.parametrize("row", CHANGES.values(), ids=CHANGES.keys())
def test_targets_of_change_start_from_their_baseline(row):
    figures, target, baseline, reason, limit, needed = row
    found = pace(enumerate(figures, 2014), target, 2018, NEITHER, baseline)
    assert (found.reason, found.limit, found.needed) == (reason, limit, needed)


def test_what_is_no_plain_number_is_left_out_and_counted():
    points = [(2017, None), (2014, 8), (2015, 7), (2016, 6), (2016, 6.1)]
    found = pace(points, TargetValue(AT_MOST, 5), 2018, LOWER)
    assert (found.newest, found.years_left, found.n) == ((2015, 7), 3, 2)
    with pytest.raises(ValueError, match="finite"):
        pace([(2014, nan)], None, None, LOWER)
    with pytest.raises(ValueError, match="finite"):
        pace([(2014, 1)], TargetValue(Rule.INCREASE, 1), 2018, HIGHER, nan)


def test_without_a_certain_direction_there_is_no_pace_but_what_is_needed():
    found = pace([(2014, 8.5), (2016, 8.0)], TargetValue(AT_MOST, 6), 2018, LOWER, certain=False)
    assert found == Pace(R.UNCERTAIN, None, -1.0, None, None, (2016, 8.0), 6, 2, 2)
    met = pace([(2014, 6.5), (2016, 6.0)], TargetValue(AT_MOST, 6), 2018, LOWER, certain=False)
    assert (met.reason, met.needed) == (R.ALREADY_MET, None)


def test_a_third_a_year_makes_one_in_three_years_and_is_told_without_noise():
    found = pace([(2010, 0.1), (2011, 0.4)], TargetValue(AT_LEAST, 1), 2013, HIGHER)
    assert (found.per_year, found.projected) == (0.3, 1.0)  # 0.4 - 0.1 is 0.30000000000000004 in binary
    thirds = pace([(2010, 0), (2013, 1000000)], TargetValue(AT_LEAST, 2000000), 2016, HIGHER)
    assert (thirds.per_year, thirds.projected, thirds.reached) == (333333.333333, 2000000, True)


def by_year(*figures):
    return list(enumerate(figures, 2012))


def test_a_gap_that_narrows():
    # Gaps 5 4 3 2 1: all ten pairs fall, p = 2/5!, -1 a year; from 1 to 0 in 2018 is -0.5 a year over two years.
    found = gap_trend(by_year(10, 9, 8, 7, 6), by_year(5, 5, 5, 5, 5), 2018)
    assert found.points == ((2012, 5), (2013, 4), (2014, 3), (2015, 2), (2016, 1))
    assert (found.direction, found.trend.slope, found.crossed) == (GapDirection.NARROWING, -1, ())
    assert (found.pace.reason, found.pace.per_year, found.pace.needed) == (R.REACHED, -1, -0.5)


def test_a_gap_below_zero_that_widens():
    found = gap_trend(by_year(5, 5, 5, 5, 5), by_year(5.1, 5.2, 5.3, 5.4, 5.5), 2018)
    assert [gap for _, gap in found.points] == [-0.1, -0.2, -0.3, -0.4, -0.5]
    assert (found.direction, found.trend.slope, found.crossed) == (GapDirection.WIDENING, 0.1, ())
    assert (found.pace.reason, found.pace.per_year, found.pace.needed) == (R.WRONG_WAY, -0.1, 0.25)


def test_a_gap_that_changes_sign_is_told():
    # Gaps 2 1 0 -1 -2: the size 2 1 0 1 2 has no direction, and so no pace.
    found = gap_trend(by_year(7, 6, 5, 4, 3), by_year(5, 5, 5, 5, 5), 2018)
    assert (found.direction, found.crossed) == (GapDirection.NO_CLEAR_CHANGE, (2015,))
    assert (found.pace.reason, found.pace.per_year) == (R.UNCERTAIN, None)
    twice = gap_trend(by_year(6, 4, 6), by_year(5, 5, 5))
    assert (twice.direction, twice.crossed) == (GapDirection.TOO_FEW_POINTS, (2013, 2014))
    assert twice.pace.reason is R.NO_TARGET_YEAR


def test_a_gap_of_nothing_is_met():
    found = gap_trend(by_year(5, 5), by_year(5, 5), 2018)
    assert (found.points, found.pace.reason) == (((2012, 0), (2013, 0)), R.ALREADY_MET)
    assert gap_trend(by_year(6, 5), by_year(5, 5), 2018).pace.reason is R.ALREADY_MET


def test_a_gap_needs_both_figures_of_a_year():
    women, men = (
        [(2012, 5), (2013, None), (2014, 6), (2016, 6), (2016, 7)],
        [(2012, 4), (2013, 4), (2015, 5), (2016, 5)],
    )
    found = gap_trend(women, men, 2018)
    assert (found.points, found.trend.n, found.trend.left_out) == (((2012, 1),), 1, 4)
    assert found.pace.reason is R.ONE_POINT
    assert gap_trend([], []).pace.reason is R.NO_FIGURE


HUNDREDTHS = st.integers(-20_000, 20_000).map(lambda n: n / 100)
POINTS = st.lists(st.tuples(st.integers(2000, 2020), st.none() | HUNDREDTHS), max_size=8)
YEARS = st.none() | st.integers(1995, 2035)
BETTER = st.sampled_from(Better)
MET = {R.ALREADY_MET, R.MET_BUT_LEAVING}
WITHOUT = {R.NO_TARGET, R.TARGET_WITHOUT_LIMIT, R.TARGET_AGAINST_BETTER, R.NO_FIGURE, R.NO_BASELINE}


@st.composite
def targets(draw):
    """Targets of every rule, some without their limit."""
    rule = draw(st.sampled_from(Rule))
    low, high = sorted((draw(HUNDREDTHS), draw(HUNDREDTHS)))
    value = draw(st.sampled_from([abs(low) if rule.needs_baseline else low, None]))
    return TargetValue(rule, value, high if rule is Rule.BETWEEN else None)


@QUICK
@given(POINTS, st.none() | targets(), YEARS, BETTER, st.none() | HUNDREDTHS)
def test_every_pace_has_a_reason_that_its_numbers_bear(points, target, year, better, baseline):
    found = pace(points, target, year, better, baseline)
    assert found.n <= len(points)
    assert (found.per_year is None) == (found.n < 2)
    assert (found.limit is None) == (found.reason in WITHOUT)
    assert (found.reached is None) == (found.projected is None)
    if found.reached is not None:
        assert found.reached == (found.reason in {R.REACHED, R.ALREADY_MET})
        assert found.years_left > 0
    if found.needed is not None:
        assert found.needed == pytest.approx((found.limit - found.newest[1]) / found.years_left, abs=1e-9)
    if found.reason is R.WRONG_WAY:
        assert found.per_year * found.needed <= 0
    if found.reason is R.NOT_REACHED:
        assert abs(found.per_year) <= abs(found.needed) + 1e-9


@QUICK
@given(POINTS, targets(), YEARS, HUNDREDTHS)
def test_met_now_and_then_are_as_the_level_is_judged(points, target, year, baseline):
    found = pace(points, target, year, NEITHER, baseline)
    if found.limit is None:
        return
    now = judge(Measure(found.newest[1]), target, Measure(baseline)).level is Level.MET
    assert now == (found.reason in MET)
    if found.reached is not None and target.rule is not Rule.EQUAL:
        assert found.reached == (judge(Measure(found.projected), target, Measure(baseline)).level is Level.MET)


@QUICK
@given(
    POINTS, st.sampled_from([(AT_LEAST, AT_MOST), (MORE_THAN, LESS_THAN), (Rule.EQUAL, Rule.EQUAL)]), HUNDREDTHS, YEARS
)
def test_pace_downwards_is_pace_upwards_in_the_mirror(points, rules, limit, year):
    up = pace(points, TargetValue(rules[0], limit), year, HIGHER)
    mirrored = [(when, None if figure is None else -figure) for when, figure in points]
    down = pace(mirrored, TargetValue(rules[1], -limit), year, LOWER)
    assert (up.reason, up.reached) == (down.reason, down.reached)
    for one, other in ((up.per_year, down.per_year), (up.needed, down.needed), (up.projected, down.projected)):
        assert one == (None if other is None else -other)


@QUICK
@given(POINTS, st.sampled_from([AT_LEAST, AT_MOST]), HUNDREDTHS, YEARS, st.sampled_from([0.1, 7, 100]), HUNDREDTHS)
def test_unit_and_zero_do_not_matter(points, rule, limit, year, factor, shift):
    def moved(figure):
        return None if figure is None else figure * factor + shift

    found = pace(points, TargetValue(rule, limit), year, NEITHER)
    other = pace([(when, moved(figure)) for when, figure in points], TargetValue(rule, moved(limit)), year, NEITHER)
    assert (other.reason, other.reached) == (found.reason, found.reached)


@QUICK
@given(POINTS, POINTS, YEARS)
def test_the_gap_of_men_to_women_is_the_same_in_size(women, men, year):
    found, other = gap_trend(women, men, year), gap_trend(men, women, year)
    assert [(when, -gap) for when, gap in found.points] == list(other.points)
    assert (found.direction, found.crossed, found.pace.reason) == (other.direction, other.crossed, other.pace.reason)
    assert found.trend == other.trend
    assert (found.direction is GapDirection.NARROWING) == (found.trend.direction is Direction.IMPROVING)
