"""A figure of a series judged against the target in force or against an earlier figure."""

from dataclasses import replace

import pytest

from lib.rules.periods import Period
from lib.rules.series import Judged
from lib.rules.status import Judgement, Level, Reason, Rule
from lib.rules.targets import Change
from tests.helpers.series import MISSING, point, series, span


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
