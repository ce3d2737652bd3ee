"""A series: its newest figure, what that is compared with, and the gap between women and men."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.rules.series import difference, gap, years
from lib.rules.status import Qualifier
from tests.helpers.series import MISSING, point, series


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
