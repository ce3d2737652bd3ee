"""What is overdue, and which targets are missed more and more."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.rules.periods import Period
from lib.rules.yearly_trend import DirectionReason
from lib.views.attention import GRACE, missed_and_worsening, overdue, typical_movement
from lib.views.choice import Choice
from tests.helpers.rows import goal, goal_indicator, indicator, observation, target, unit, year
from tests.helpers.seeded import read


def month(number: int, **values) -> dict:
    last = {1: 31, 2: 29, 3: 31, 4: 30}[number]
    return observation(period_start=date(2016, number, 1), period_end=date(2016, number, last), **values)


def awaited(data, day, choice=Choice()):  # noqa: B008 - frozen
    return [(one.goal, one.series.unit, one.newest.period.code, one.awaited.code) for one in overdue(data, day, choice)]


@pytest.mark.parametrize(
    ("frequency", "rows", "ends", "code"),
    [
        ("month", [month(1), month(2), month(3)], date(2016, 4, 30), "2016-04"),
        ("year", [observation(**year(y)) for y in (2014, 2015, 2016)], date(2017, 12, 31), "2017"),
        ("year", [observation(**year(y)) for y in (2012, 2014, 2016)], date(2018, 12, 31), "2018"),
    ],
    ids=["monthly", "yearly", "every other year"],
)
def test_a_figure_is_overdue_when_its_days_of_grace_are_gone(frequency, rows, ends, code):
    data = read(indicators=[indicator(frequency=frequency)], observations=rows)
    last = ends + timedelta(days=GRACE[frequency])
    assert awaited(data, last) == []
    [(_goal, _unit, _newest, found)] = awaited(data, last + timedelta(days=1))
    assert found == code
    assert awaited(data, ends + timedelta(days=731)) == []


@pytest.mark.parametrize(
    ("about", "rows"),
    [
        pytest.param({}, [month(1), month(2)], id="two points"),
        pytest.param({}, [month(1), month(2), month(4)], id="a hole"),
        pytest.param({"frequency": "irregular"}, [month(1), month(2), month(3)], id="irregular"),
        pytest.param({"frequency": "year"}, [month(1), month(2), month(3)], id="periods of another length"),
        pytest.param({}, [month(n, kind="budget") for n in (1, 2, 3)], id="budget"),
    ],
)
def test_what_is_not_regular_is_not_awaited(about, rows):
    data = read(indicators=[indicator(**{"frequency": "month"} | about)], observations=rows)
    assert awaited(data, date(2017, 6, 1)) == []


def test_a_row_that_says_why_there_is_no_figure_is_an_answer():
    rows = [month(1), month(2), month(3)]
    data = read(indicators=[indicator(frequency="month")], observations=[*rows, month(4, value=None, status="missing")])
    assert awaited(data, date(2016, 6, 15)) == [] != awaited(data, date(2016, 8, 1))


def test_nothing_is_awaited_when_neither_goal_nor_unit_holds():
    rows = [month(n, unit=of) for of in ("", "u") for n in (1, 2, 3)]
    common = {"indicators": [indicator(frequency="month")], "goal_indicators": [goal_indicator()], "observations": rows}
    day = date(2016, 8, 1)
    both = read(**common, goals=[goal()], units=[unit()])
    assert [found[1] for found in awaited(both, day)] == ["", "u"]
    closed = read(**common, goals=[goal()], units=[unit(valid_to=date(2016, 3, 31))])
    assert [found[1] for found in awaited(closed, day)] == [""]
    assert awaited(read(**common, goals=[goal(valid_to=date(2016, 4, 29))], units=[unit()]), day) == []
    assert awaited(both, day, Choice(area="annat")) == []


def worse(data):
    return [
        (one.series.about.code, one.certain, one.change, one.movements, one.share) for one in missed_and_worsening(data)
    ]


def series(code: str, *values: float, start: int = 2012) -> list[dict]:
    return [observation(indicator=code, value=value, **year(start + place)) for place, value in enumerate(values)]


def test_what_matters_most_comes_first():
    data = read(
        indicators=[indicator(indicator=code) for code in "abcdef"],
        targets=[target(indicator=code, value=5.0) for code in "abcdef"],
        observations=[
            *series("a", 5.0, 6.0, 7.0),  # 2 over, moves 1 a year: 2 movements
            *series("b", 5.0, 5.5, 6.5, 7.0),  # 2 over, moves 0.5 in the median: 4 movements
            *series("c", 6.0, 10.0),  # two figures: 5 over of 10
            *series("d", 4.0, 6.0, 5.5),  # missed, but better than before
            *series("e", 4.7, 4.8, 4.9, 5.0, 5.1),  # a certain rise, 0.1 over, moves 0.1: 1 movement
            # a certain rise though the newest figure fell: 21 pairs, one of them down; 1 over, moves 0.5: 2 movements
            *series("f", 3.5, 4.0, 4.5, 5.0, 5.5, 6.1, 6.0),
        ],
    )
    assert worse(data) == [
        ("f", True, -0.1, 2.0, pytest.approx(1 / 6)),
        ("e", True, 0.1, 1.0, pytest.approx(0.1 / 5.1)),
        ("b", False, 0.5, 4.0, pytest.approx(2 / 7)),
        ("a", False, 1.0, 2.0, pytest.approx(2 / 7)),
        ("c", False, 4.0, None, 0.5),
    ]


@pytest.mark.parametrize(
    ("better", "rule", "limit", "values", "told"),
    [
        pytest.param("lower", "at_most", 5.0, (6.0, 7.0), True, id="up where lower is better"),
        pytest.param("lower", "at_most", 5.0, (7.0, 6.0), False, id="down where lower is better"),
        pytest.param("higher", "at_least", 5.0, (4.0, 3.0), True, id="down where higher is better"),
        pytest.param("higher", "at_least", 5.0, (3.0, 3.0), False, id="unchanged"),
        pytest.param("higher", "at_least", 5.0, (7.0, 6.0), False, id="met"),
        pytest.param("none", "at_most", 5.0, (6.0, 7.0), False, id="no way is better"),
        pytest.param("range", "equal", 5.0, (6.0, 7.0), True, id="further above the range"),
        pytest.param("range", "equal", 5.0, (2.0, 1.0), True, id="further below the range"),
        pytest.param("range", "equal", 5.0, (1.0, 2.0), False, id="nearer the range"),
        pytest.param("lower", "at_most", 0.0, (1.0, 2.0), True, id="the limit is zero"),
        pytest.param("lower", "less_than", 0.0, (-1.0, 0.0), True, id="at a limit of zero"),
    ],
)
def test_missed_and_the_wrong_way(better, rule, limit, values, told):
    data = read(
        indicators=[indicator(better=better)],
        targets=[target(rule=rule, value=limit)],
        observations=series("i", *values),
    )
    assert [one.certain for one in missed_and_worsening(data)] == [False] * told


RISE = (6.0, 6.2, 6.4, 6.6, 6.8)


@pytest.mark.parametrize(
    ("better", "rule", "limit", "values", "told"),
    [
        pytest.param("lower", "at_most", 5.0, RISE, True, id="rising where lower is better"),
        pytest.param("lower", "at_most", 5.0, RISE[::-1], False, id="falling where lower is better"),
        pytest.param("higher", "at_least", 9.0, RISE[::-1], True, id="falling where higher is better"),
        pytest.param("lower", "at_most", 7.0, RISE, False, id="met"),
        pytest.param("none", "at_most", 5.0, RISE, False, id="no way is better"),
        pytest.param("range", "equal", 5.0, RISE, True, id="away from the range, upwards"),
        pytest.param("range", "equal", 9.0, RISE[::-1], True, id="away from the range, downwards"),
        pytest.param("range", "equal", 9.0, RISE, False, id="towards the range"),
    ],
)
def test_missed_and_worsening_with_certainty(better, rule, limit, values, told):
    data = read(
        indicators=[indicator(better=better)],
        targets=[target(rule=rule, value=limit)],
        observations=series("i", *values),
    )
    assert [(one.certain, one.trend.reason) for one in missed_and_worsening(data)] == (
        [(True, DirectionReason.TREND_HOLDS)] * told
    )


def test_a_step_back_on_the_way_forward_is_not_told():
    rows = series("i", 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.6)  # one of 21 pairs the wrong way
    data = read(indicators=[indicator()], targets=[target(value=5.0)], observations=rows)
    assert missed_and_worsening(data) == ()


def test_the_direction_is_that_of_the_year_chosen():
    rows = [*series("i", *RISE), observation(value=5.5, **year(2017))]
    data = read(indicators=[indicator()], targets=[target(value=5.0)], observations=rows)
    assert [one.certain for one in missed_and_worsening(data, Choice(year=2016))] == [True]
    assert missed_and_worsening(data, Choice(year=2017)) == missed_and_worsening(data) == ()


def test_months_worsen_by_their_limits():
    # Twelve months at 6 and 6.1 in turn, and one at 8: mean 6.2, moving ranges eleven of 0.1 and one of 1.9, 0.25 in
    # the mean; 8 is above 6.2 + 2.66 * 0.25 = 6.86.
    values = [6.0, 6.1] * 6 + [8.0]
    rows = [
        observation(value=value, period_start=date(2015 + at // 12, at % 12 + 1, 1), period_end=last_of(at))
        for at, value in enumerate(values)
    ]
    data = read(indicators=[indicator(frequency="month")], targets=[target(value=5.0)], observations=rows)
    [one] = missed_and_worsening(data)
    assert (one.certain, one.trend.reason) == (True, DirectionReason.OUTSIDE_LIMITS)


def last_of(at: int) -> date:
    return Period.of_month(2015 + at // 12, at % 12 + 1).end


def test_a_range_says_nothing_of_the_way():
    rows = [*series("i", 6.0), observation(value=None, lower=7.0, upper=8.0, **year(2013))]
    assert missed_and_worsening(read(indicators=[indicator()], targets=[target(value=5.0)], observations=rows)) == ()


@pytest.mark.parametrize(
    ("values", "typical"),
    [((1.0,), None), ((1.0, 3.0), None), ((1.0, 3.0, 2.0), 1.5), ((4.0, 4.0, 4.0), None), ((1.0, 1.0, 1.0, 2.0), None)],
    ids=["one", "two", "three", "still", "still in the median"],
)
def test_typical_movement(values, typical):
    data = read(indicators=[indicator()], observations=series("i", *values))
    [one] = data.of_indicator("i")
    assert typical_movement(one, one.newest()) == typical


@settings(max_examples=12, deadline=None)
@given(values=st.lists(st.integers(0, 1000), min_size=2, max_size=7), limit=st.integers(0, 1000))
def test_a_mirrored_series_is_told_alike(values, limit):
    def told(better, rule, sign):
        data = read(
            indicators=[indicator(better=better)],
            targets=[target(rule=rule, value=float(sign * limit))],
            observations=series("i", *(float(sign * value) for value in values)),
        )
        return [(certain, sign * change, *rest) for _code, certain, change, *rest in worse(data)]

    assert told("lower", "at_most", 1) == told("higher", "at_least", -1)
