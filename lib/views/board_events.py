"""The events of a board, and which of them belong to a series."""

from collections.abc import Iterable

from lib.rules.events import Event
from lib.rules.series import Series
from lib.tables.model import BoardEvent, Unit


def event_of(row: BoardEvent) -> Event:
    """An event as charts and series have it."""
    return Event(row.date, row.text, row.area, row.indicator, row.unit, row.breaks_series, row.source, row.locator)


def events_of(series: Series, events: Iterable[Event], units: dict[str, Unit]) -> tuple[Event, ...]:
    """The events that a series may show, also those of a unit that its own is a part of.

    What the board is compared with shows only those that name it.
    """
    beside = series.unit in units and units[series.unit].is_comparison
    within = [series.unit]
    while (parent := units[within[-1]].parent if within[-1] in units else "") and parent not in within:
        within.append(parent)
    concerned = (event for event in events if event.concerns(series.about.area, series.about.code, within))
    return tuple(event for event in concerned if event.unit or not beside)
