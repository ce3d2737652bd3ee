"""Events of a board: days on which something happened that its figures show, some of which break a series.

A break is stated by a person, never found: figures from before and after it do not stand in one line, so that limits
start again and no trend reaches over it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day, in words; '' as area, indicator or unit = it concerns all of them.

    `breaks`: the figures from this day on cannot be compared with those before it; `is_action`: something that the
    board does about a goal began.
    """

    day: date
    text: str
    area: str = ""
    indicator: str = ""
    unit: str = ""
    breaks: bool = False
    source: str = ""
    locator: str = ""
    is_action: bool = False

    def concerns(self, area: str, indicator: str, units: Collection[str]) -> bool:
        """Whether a series of this area and indicator may show it, of a unit that is within these `units`.

        What a unit does about a goal shows in the series of the whole board ('') too.
        """
        is_of_unit = not self.unit or self.unit in units or (self.is_action and "" in units)
        return is_of_unit and self.area in ("", area) and self.indicator in ("", indicator)


def last_break(events: Iterable[Event], until: date) -> Event | None:
    """The last event up to a day that breaks the series; None without any."""
    return max(
        (event for event in events if event.breaks and event.day <= until), key=lambda event: event.day, default=None
    )
