"""The background of a chart, beside its figures: the limits of usual variation, marked months, and events in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lib.rules.events import Event
from lib.rules.movement import by_month, movement
from lib.rules.periods import Period
from lib.rules.series import Series
from lib.words.language import _, day_name

BREAK, EVENT = "\u2016", "\u25be"
"""The signs over a break and over another event."""
MEETING = "v-9"
"""The path of the tick that a meeting is, up from the time axis."""
HALF_MONTH = 1 / 24


@dataclass(frozen=True, slots=True)
class Band:
    """The limits of usual variation from x0 to x1, with the figure to be expected."""

    x0: float
    x1: float
    lower: float
    expected: float
    upper: float


@dataclass(frozen=True, slots=True)
class Process:
    """The limits of a monthly line's usual variation, and the marked months: x, y and words.

    `mean` is the baseline's: from x0 to x1, and its height; None where there are no limits. `trace` is the place of the
    line among a chart's traces, and `alone`: there are no other lines than its own.
    """

    bands: tuple[Band, ...] = ()
    marked: tuple[tuple[float, float, str], ...] = ()
    mean: tuple[float, float, float] | None = None
    trace: int = 0
    alone: bool = True


NOTHING = Process()


@dataclass(frozen=True, slots=True)
class Gap:
    """The way from a limit to the figure at x that is on its wrong side, in words; `tone` is missed or nearly."""

    x: float
    figure: float
    limit: float
    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class EventMark:
    """An event at x, in words; `breaks`: figures from before and after it do not stand in one line."""

    x: float
    text: str
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """The quartiles and the median of the others at x."""

    x: float
    lower: float
    median: float
    upper: float


def decimal_year(day: date) -> float:
    """A day as a decimal year, 2016-07-01 about 2016.5."""
    start, end = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + (day - start).days / (end - start).days


def middle(period: Period) -> float:
    """The middle of a period as a decimal year; whole years lie on .5."""
    if period.months == 12 and period.start.month == 1:
        return period.year + 0.5
    return round((decimal_year(period.start) + decimal_year(period.end)) / 2, 4)


def process_of(series: Series, until: date | None = None) -> Process:
    """The limits of a monthly series with the months that break them; nothing behind other series."""
    trend = movement(series, until).monthly
    if trend is None or trend.limits is None:
        return Process()
    figures = by_month(series, until)
    first, last = (Period.of_number(month) for month in (trend.limits.first, trend.limits.last))
    return Process(
        bands=tuple(
            Band(
                middle(Period.of_number(month_limits.month)) - HALF_MONTH,
                middle(Period.of_number(month_limits.month)) + HALF_MONTH,
                month_limits.lower,
                month_limits.expected,
                month_limits.upper,
            )
            for month_limits in trend.band
        ),
        marked=tuple(
            (middle(Period.of_number(month)), figures[month], _("out of the ordinary"))
            for month in trend.marked
            if month in figures
        ),
        mean=(decimal_year(first.start), decimal_year(last.end), trend.limits.mean),
    )


def events_of(series: Sequence[Series], first: float, last: float) -> tuple[EventMark, ...]:
    """The events within the drawn time that any of the series may show, each once."""
    events = sorted({event for each in series for event in each.events}, key=lambda event: event.day)
    marks = (EventMark(decimal_year(event.day), _said(event), event.breaks) for event in events)
    return tuple(mark for mark in marks if first < mark.x < last)


def _said(event: Event) -> str:
    text = _("action begun: {text}").format(text=event.text) if event.is_action else event.text
    return f"{day_name(event.day)}: {text}"
