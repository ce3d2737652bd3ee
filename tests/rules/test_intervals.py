"""The interval of a figure: Wilson's in print, who has one, and that a limit inside it leaves the level open."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from lib.rules.intervals import share_interval, wilson
from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Point, Series, TargetSpan
from lib.rules.status import Level, Measure, Qualifier, Reason, Rule, TargetValue, judge
from lib.words.judgement import arithmetic

QUICK = settings(deadline=None, max_examples=80)
ABOUT = IndicatorTraits("b", "i", "Andel", unit_of_measure="%", better="higher", statistic="share")
AT_LEAST_70 = TargetValue(Rule.AT_LEAST, 70)


def test_wilsons_interval_in_print():
    # R. G. Newcombe, Statistics in Medicine 17, 1998, table I, method 3: 81/263, 15/148, 0/20, 1/29.
    for events, of, low, high in (
        (81, 263, 25.53, 36.62),
        (15, 148, 6.24, 16.05),
        (0, 20, 0, 16.11),
        (1, 29, 0.61, 17.18),
    ):
        assert wilson(events, of) == pytest.approx((low, high), abs=0.006)
    assert wilson(20, 20) == pytest.approx((83.89, 100), abs=0.006)


@QUICK
@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_is_that_of_a_library_and_has_the_share_inside(part):
    events, of = part
    found = stats.binomtest(events, of).proportion_ci(method="wilson")
    low, high = wilson(events, of)
    assert (low, high) == pytest.approx((100 * found.low, 100 * found.high), abs=1e-6)
    assert 0 <= low <= 100 * events / of <= high <= 100


def test_only_shares_of_few_people_have_one():
    assert share_interval(63, 19, 0) == wilson(12, 19)
    assert share_interval(60, 30, 0) is None
    assert share_interval(5.3, 20, 1) is None
    assert share_interval(63, None, 0) is None


def series(
    *points: tuple[float, int | None], target: TargetValue = AT_LEAST_70, about: IndicatorTraits = ABOUT
) -> Series:
    made = tuple(
        Point(Period.of_year(2020 + i), "outcome", Measure(value), count=count)
        for i, (value, count) in enumerate(points)
    )
    return Series(about, "", "", "T", made, (TargetSpan(target, date(2000, 1, 1), date(2040, 12, 31)),))


def test_a_share_of_few_with_the_limit_inside_its_interval_cannot_be_told_from_the_target():
    judged = series((63, 19)).judged()
    assert (judged.judgement.level, judged.judgement.reason) == (Level.UNKNOWN, Reason.NOT_DISTINGUISHED)
    assert (judged.judgement.limit, judged.judgement.interval) == (70, pytest.approx((41.0, 80.9), abs=0.06))
    assert arithmetic(judged, ABOUT).replace("\u00a0", " ") == (
        "63 % mot minst 70 %: kan inte skiljas från målet, det sanna värdet kan vara 41 till 81 %."
    )


@pytest.mark.parametrize(
    ("one", "level"),
    [
        pytest.param(series((11, 19)), Level.MISSED, id="well below"),
        pytest.param(series((63, 190)), Level.MISSED, id="of many"),
        pytest.param(series((100, 12), target=TargetValue(Rule.AT_LEAST, 100)), Level.MET, id="all of few"),
        pytest.param(series((92, 12), target=TargetValue(Rule.AT_LEAST, 100)), Level.MISSED, id="not all of few"),
        pytest.param(series((63, 19), (64.9, 19), (63, 19)), Level.MISSED, id="not of people"),
    ],
)
def test_what_can_be_told_is_told(one, level):
    assert one.judged().judgement.level is level


def test_the_interval_of_the_source_goes_before_our_own():
    given_interval = Measure(63, 60, 66)
    assert judge(given_interval, AT_LEAST_70).level is Level.MISSED
    assert judge(Measure(63, 55, 71), AT_LEAST_70).reason is Reason.NOT_DISTINGUISHED
    point = Point(Period.of_year(2020), "outcome", given_interval, count=19)
    assert series((63, 19)).with_interval(point) is point


@pytest.mark.parametrize(("low", "high"), [(70, 80), (60, 70)])
def test_a_limit_at_the_end_of_the_interval_is_not_inside(low, high):
    assert judge(Measure((low + high) / 2, low, high), AT_LEAST_70).reason is not Reason.NOT_DISTINGUISHED


def test_other_figures_have_no_interval():
    assert Measure(63, 60, None).interval() is None
    assert Measure(None, 60, 66).interval() is None
    about = Point(Period.of_year(2020), "outcome", Measure(63, qualifier=Qualifier.ABOUT), count=19)
    assert series((63, 19)).with_interval(about) is about
