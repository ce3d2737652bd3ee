"""Events that concern a series, and breaks that no trend and no limits reach over."""

from datetime import date

import pytest

from lib.rules.events import Event, last_break
from lib.rules.movement import by_month, by_year, movement
from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Point, Series
from lib.rules.status import Measure
from lib.rules.yearly_trend import Direction, DirectionReason
from lib.words.movement import movement_sentences

ABOUT = IndicatorTraits("b", "i", "Andel", unit_of_measure="%", decimals=1, better="lower", statistic="mean")
MOVED = Event(date(2019, 1, 1), "Nytt sätt att räkna", breaks=True)


@pytest.mark.parametrize(
    ("event", "concerns"),
    [
        (Event(date(2019, 1, 1), "x"), True),
        (Event(date(2019, 1, 1), "x", area="barn", indicator="i", unit="norr"), True),
        (Event(date(2019, 1, 1), "x", area="vuxna"), False),
        (Event(date(2019, 1, 1), "x", indicator="j"), False),
        (Event(date(2019, 1, 1), "x", unit="nord"), True),
        (Event(date(2019, 1, 1), "x", unit="syd"), False),
    ],
)
def test_an_event_concerns_what_it_names_and_all_where_it_names_nothing(event, concerns):
    assert event.concerns("barn", "i", ["norr", "nord"]) is concerns


def test_the_last_break_up_to_a_day():
    first, later = Event(date(2018, 1, 1), "a", breaks=True), Event(date(2020, 1, 1), "b", breaks=True)
    events = (later, Event(date(2019, 6, 1), "c"), first)
    assert last_break(events, date(2019, 12, 31)) is first
    assert last_break(events, date(2020, 1, 1)) is later
    assert last_break(events, date(2017, 12, 31)) is None


def years(*values: float, events: tuple[Event, ...] = ()) -> Series:
    points = tuple(Point(Period.of_year(2014 + i), "outcome", Measure(value)) for i, value in enumerate(values))
    return Series(ABOUT, "", "", "T", points, events=events)


def months(n: int, events: tuple[Event, ...] = ()) -> Series:
    points = tuple(
        Point(Period.of_number(12 * 2016 + i), "outcome", Measure((10.0 if i < 36 else 5.0) + 0.1 * (i % 3)))
        for i in range(n)
    )
    return Series(ABOUT, "", "", "T", points, events=events)


def test_a_trend_of_years_does_not_reach_over_a_break():
    values = (9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0)
    assert movement(years(*values)).trend.direction is Direction.IMPROVING
    broken = movement(years(*values, events=(MOVED,)))
    assert (broken.trend.reason, broken.trend.n, broken.broken) == (DirectionReason.TOO_FEW_YEARS, 3, MOVED)
    assert [year for year, _value in by_year(years(*values, events=(MOVED,)))] == [2019, 2020, 2021]


def test_a_break_to_come_changes_nothing_yet():
    values = (9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0)
    until = date(2018, 12, 31)
    series = years(*values, events=(MOVED,))
    assert movement(series, until).trend == movement(years(*values), until).trend
    assert movement(series, until).broken is None


def test_limits_begin_anew_at_a_break_and_the_sentence_names_it():
    assert movement(months(60)).monthly.signals
    broken = movement(months(60, (MOVED,)))
    assert (broken.monthly.signals, broken.limits.first, broken.trend.n) == ((), 12 * 2019, 24)
    assert movement_sentences(broken, ABOUT)[-1] == "Serien bryts 1 januari 2019: Nytt sätt att räkna."
    assert len(by_month(months(60, (MOVED,)))) == 24


def test_an_event_that_does_not_break_leaves_the_series_whole():
    event = Event(date(2019, 1, 1), "Nytt kontor")
    assert movement(months(60, (event,))) == movement(months(60))
