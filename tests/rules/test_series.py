"""A series: its newest figure, what that is compared with, which target holds for it, and the judgement."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Inherited, Judged, Point, Series, TargetSpan, difference, gap, years
from lib.rules.status import Judgement, Level, Measure, Qualifier, Reason, Rule, TargetValue
from lib.rules.targets import Change

ABOUT = IndicatorTraits("b", "i", "Indikator", unit_of_measure="%")
MISSING = "missing"


def point(code: str, value: float | str | None = None, kind: str = "outcome", **ends) -> Point:
    """A figure for the period of a code; a word instead of a value is the status of one that is missing."""
    if isinstance(value, str):
        return Point(Period.parse(code), kind, None, value)
    return Point(Period.parse(code), kind, Measure(value, **ends))


def span(rule: Rule = Rule.AT_MOST, value: float | None = 5.0, valid: str = "", **values) -> TargetSpan:
    """A target that holds for the period of a code, or always."""
    period = Period.parse(valid) if valid else None
    days = {"valid_from": period.start, "valid_to": period.end} if period else {}
    return TargetSpan(TargetValue(rule, value), **days, **values)


def series(*points: Point, targets: tuple[TargetSpan, ...] = ()) -> Series:
    return Series(ABOUT, "", "", "T", points, targets)


def test_outcomes_are_the_points_of_that_kind():
    outcome, plan = point("2011", 1), point("2013", 3, kind="plan")
    assert series(outcome, point("2012", 2, kind="forecast"), plan).outcomes() == (outcome,)


@pytest.mark.parametrize(
    ("points", "year", "until", "newest"),
    [
        pytest.param([], None, "", None, id="no points"),
        pytest.param(["2015", "2016"], None, "", "2016", id="last year"),
        pytest.param(["2016", "2015"], None, "", "2016", id="whatever the order"),
        pytest.param(["2015", "2016"], 2015, "", "2015", id="of a year"),
        pytest.param(["2015", "2016"], 2014, "", None, id="of a year without figures"),
        pytest.param(["2016-09--2017-08"], 2016, "", None, id="a school year is of its last day's year"),
        pytest.param(["2016-09--2017-08"], 2017, "", "2016-09--2017-08", id="school year"),
        pytest.param(["2016-12", "2016"], None, "", "2016", id="a year before its last month"),
        pytest.param(["2016", "2017-01"], None, "", "2017-01", id="a later month before a year"),
        pytest.param(["2015", "2016 missing"], None, "", "2016", id="a hole decides, as the newest"),
        pytest.param(["2015 missing", "2016 missing"], None, "", "2016", id="a hole if there is nothing else"),
        pytest.param(["2015", "2016 missing"], 2016, "", "2016", id="a hole if the year has nothing else"),
        pytest.param(["2015", "2016 plan"], None, "", "2015", id="no plan"),
        pytest.param(["2015", "2016", "2017"], None, "2016-12-31", "2016", id="up to a day"),
        pytest.param(["2015", "2016", "2017"], None, "2016-12-30", "2015", id="up to the day before"),
        pytest.param(["2016", "2017"], None, "2014-12-31", "2017", id="after a day if there is nothing before"),
        pytest.param(["2015", "2016", "2017"], 2017, "2016-12-31", "2017", id="a chosen year goes before a day"),
        pytest.param(["2015 missing", "2017"], None, "2016-12-31", "2015", id="a hole before the day"),
    ],
)
def test_newest(points, year, until, newest):
    made = {}
    for words in points:
        code, *how = words.split()
        made[code] = point(code, MISSING if how == ["missing"] else 1, kind="plan" if how == ["plan"] else "outcome")
    last = date.fromisoformat(until) if until else None
    assert series(*made.values()).newest(year, last) == made.get(newest)


@pytest.mark.parametrize(
    ("codes", "of", "before"),
    [
        pytest.param(["2014", "2015", "2016"], "2016", "2015", id="the year before"),
        pytest.param(["2013", "2014", "2016"], "2016", "2014", id="the last there is"),
        pytest.param(["2016"], "2016", None, id="nothing before"),
        pytest.param(["2016", "2017"], "2016", None, id="nothing but later"),
        pytest.param(["2016-01", "2016-12", "2017-01"], "2017-01", "2016-01", id="same month a year ago"),
        pytest.param(["2016-11", "2016-12", "2017-01"], "2017-01", "2016-12", id="the month before"),
        pytest.param(
            ["2016", "2017-01--2017-08", "2018-01--2018-08"], "2018-01--2018-08", "2017-01--2017-08", id="part"
        ),
        pytest.param(["2015", "2016-12", "2017"], "2017", "2015", id="same length before newer"),
        pytest.param(["2017", "2018-01--2018-08"], "2018-01--2018-08", "2017", id="another length if no other"),
        pytest.param(
            ["2018-01--2018-03", "2018-05--2018-08"], "2018-05--2018-08", "2018-01--2018-03", id="uneven parts"
        ),
        pytest.param(
            ["2016-09--2017-08", "2017-09--2018-08"], "2017-09--2018-08", "2016-09--2017-08", id="school year"
        ),
        pytest.param(["2016-12", "2016"], "2016", None, id="a month that ends the year is not before it"),
    ],
)
def test_before(codes, of, before):
    made = {code: point(code, 1) for code in codes}
    assert series(*made.values()).before(made[of]) == made.get(before)


def test_before_passes_over_holes_and_other_kinds():
    first, last = point("2013", 1), point("2016", 4)
    one = series(first, point("2014", MISSING), point("2015", 3, kind="budget"), last)
    assert one.before(last) == first


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


def test_judged_tells_point_target_and_arithmetic():
    figure, limit = point("2016", 7.0), span(valid="2016")
    assert series(point("2015", 3.0), figure, targets=(limit,)).judged() == Judged(
        figure, limit, Judgement(Level.MISSED, Reason.OUTSIDE_LIMIT, limit=5.0, gap=2.0)
    )


def test_judged_of_a_year():
    early, limit = point("2015", 3.0), span()
    assert series(early, point("2016", 7.0), targets=(limit,)).judged(2015) == Judged(
        early, limit, Judgement(Level.MET, Reason.WITHIN_LIMIT, limit=5.0, gap=-2.0)
    )


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        pytest.param("2016", Reason.AT_LIMIT, id="the target's year"),
        pytest.param("2016-01--2016-08", Reason.AT_LIMIT, id="part of the target's year"),
        pytest.param("2015", Reason.TARGET_OF_OTHER_TIME, id="the year before"),
        pytest.param("2017", Reason.TARGET_OF_OTHER_TIME, id="the year after"),
        pytest.param("2015-09--2016-08", Reason.AT_LIMIT, id="most of it within the target's year"),
        pytest.param("2015-04--2016-03", Reason.TARGET_OF_OTHER_TIME, id="a quarter of it within the target's year"),
    ],
)
def test_a_figure_for_another_time_than_its_target_is_not_judged(code, reason):
    assert series(point(code, 5.0), targets=(span(valid="2016"),)).judged().judgement.reason is reason


def test_judged_without_figure_or_target():
    assert series().judged() == Judged(None, None, Judgement(Level.UNKNOWN, Reason.NO_TARGET))
    assert series(targets=(span(),)).judged() == Judged(None, span(), Judgement(Level.UNKNOWN, Reason.NO_FIGURE))
    hole = point("2016", MISSING)
    assert series(hole, targets=(span(),)).judged() == Judged(
        hole, span(), Judgement(Level.UNKNOWN, Reason.MISSING_VALUE)
    )


DECREASE = span(Rule.DECREASE, None)


@pytest.mark.parametrize(
    ("points", "baseline", "start", "level", "reason"),
    [
        pytest.param(
            {"2015": 6, "2016": 5}, "", "2015", Level.MET, Reason.WITHIN_LIMIT, id="lower than the year before"
        ),
        pytest.param({"2015": 5, "2016": 5}, "", "2015", Level.MISSED, Reason.AT_LIMIT, id="as the year before"),
        pytest.param({"2015": 4, "2016": 5}, "", "2015", Level.MISSED, Reason.OUTSIDE_LIMIT, id="higher"),
        pytest.param(
            {"2014": 6, "2015": 4, "2016": 5}, "2014", "2014", Level.MET, Reason.WITHIN_LIMIT, id="a named year"
        ),
        pytest.param(
            {"2015": 6, "2016": 5}, "2014", None, Level.UNKNOWN, Reason.NO_BASELINE, id="named, but no figure"
        ),
        pytest.param({"2016": 5}, "", None, Level.UNKNOWN, Reason.NO_BASELINE, id="first figure"),
        pytest.param({"2016": 5}, "2016", None, Level.UNKNOWN, Reason.NO_BASELINE, id="not with itself"),
        pytest.param(
            {"2016": 5, "2017": 6}, "2017", None, Level.UNKNOWN, Reason.NO_BASELINE, id="not with a later one"
        ),
    ],
)
def test_judged_against_an_earlier_figure(points, baseline, start, level, reason):
    made = {code: point(code, value) for code, value in points.items()}
    limit = replace(DECREASE, baseline=Period.parse(baseline) if baseline else None)
    one = series(*made.values(), targets=(limit,))
    judged = one.judge(made["2016"])
    assert (judged.baseline, judged.judgement.level, judged.judgement.reason) == (made.get(start), level, reason)


@pytest.mark.parametrize(
    ("baseline", "level", "reason"),
    [
        pytest.param("", Level.MET, Reason.WITHIN_LIMIT, id="none is named"),
        pytest.param("2017-01--2017-08", Level.MET, Reason.WITHIN_LIMIT, id="the same months a year before"),
        pytest.param("2016-01--2016-08", Level.UNKNOWN, Reason.NO_BASELINE, id="another year"),
        pytest.param("2017", Level.UNKNOWN, Reason.NO_BASELINE, id="the whole year before"),
    ],
)
def test_a_change_without_figure_is_since_the_same_time_a_year_before(baseline, level, reason):
    fewer = replace(point("2018-01--2018-08", MISSING), change=Change.LOWER)
    named = Period.parse(baseline) if baseline else None
    falling = span(Rule.DECREASE, None, "2018", baseline=named)
    assert series(point("2016", 5), fewer, targets=(falling,)).judged() == Judged(
        fewer, falling, Judgement(level, reason)
    )


def test_a_change_without_figure_is_known_and_is_no_number():
    fewer = replace(point("2018", MISSING), change=Change.LOWER)
    assert (fewer.is_known, fewer.is_plain, point("2018", 5).is_known, point("2018", MISSING).is_known) == (
        True,
        False,
        True,
        False,
    )


def test_a_target_with_a_limit_of_its_own_has_no_baseline():
    assert series(point("2015", 6), point("2016", 5), targets=(span(),)).judged().baseline is None


@pytest.mark.parametrize(
    ("women", "men", "apart"),
    [
        pytest.param(point("2017", 78.0), point("2017", 88.0), -10.0, id="lower"),
        pytest.param(point("2017", 88.3), point("2017", 78.1), 10.2, id="higher, without binary noise"),
        pytest.param(point("2017", 80.0), point("2017", 80.0), 0.0, id="none"),
        pytest.param(point("2017", 80.0, qualifier=Qualifier.ABOUT), point("2017", 78.0), 2.0, id="about"),
        pytest.param(point("2017", 80.0), point("2016", 78.0), None, id="of different years"),
        pytest.param(None, point("2017", 78.0), None, id="no women"),
        pytest.param(point("2017", 80.0), None, None, id="no men"),
        pytest.param(point("2017", "hidden"), point("2017", 78.0), None, id="women hidden"),
        pytest.param(point("2017", lower=2, upper=3), point("2017", 2.0), None, id="range"),
        pytest.param(point("2017", 60.0, qualifier=Qualifier.BELOW), point("2017", 70.0), None, id="less than"),
        pytest.param(point("2017", 60.0), point("2017", 70.0, qualifier=Qualifier.ABOVE), None, id="more than"),
    ],
)
def test_gap(women, men, apart):
    assert gap(women, men) == apart


figures = st.integers(-(10**11), 10**11).map(lambda tenths: tenths / 10)


@given(women=figures, men=figures)
def test_the_gap_is_that_on_paper_and_turns_its_sign(women, men):
    one, other = point("2017", women), point("2017", men)
    assert gap(one, other) == (round(women * 10) - round(men * 10)) / 10
    assert difference(other, one) == -gap(one, other)


@pytest.mark.parametrize(
    ("one", "plain"),
    [
        (point("2017", 5.0), True),
        (point("2017", 0.0), True),
        (point("2017", 5.0, qualifier=Qualifier.ABOUT), True),
        (point("2017", 5.0, lower=4.0, upper=6.0), True),
        (point("2017", 5.0, qualifier=Qualifier.BELOW), False),
        (point("2017", 5.0, qualifier=Qualifier.ABOVE), False),
        (point("2017", lower=4.0, upper=6.0), False),
        (point("2017", MISSING), False),
    ],
    ids=["number", "zero", "about", "with uncertainty", "less than", "more than", "range", "missing"],
)
def test_whether_a_figure_is_one_number(one, plain):
    assert one.is_plain is plain


def test_every_year_that_has_a_point_newest_first():
    assert years([series(point("2015", 1), point("2016-09--2017-08", 1)), series(point("2015", 1, kind="plan"))]) == [
        2017,
        2015,
    ]
    assert years([]) == []
