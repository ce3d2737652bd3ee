"""A figure of an indicator as the small-groups rule sees it."""

from dataclasses import dataclass
from datetime import date

PART_OF_VALUE = 0.1
ONE_PERSON = 100.0
"""One person of a group, in per cent times people."""


@dataclass(frozen=True, slots=True)
class PlainFigure:
    """A figure of an indicator: what it is about, and what is to be known of it. `value` is None where none is stored.

    `adds_up`: it is a count or a sum. `is_share`: in per cent. `people`: it counts people, fewer of whom than
    `minimum` are not shown. `over_time`: the parts of a year add up (None = not known). `secret` must not be worked
    out; `hidden` are hidden already.
    """

    unit: str
    gender: str
    start: date
    end: date
    value: float | None
    count: int | None
    minimum: int
    adds_up: bool
    is_share: bool = False
    people: bool = False
    over_time: bool | None = None
    secret: bool = False
    hidden: bool = False

    @property
    def amount(self) -> float | None:
        """The part of it that adds up: itself, or times the people it is about; None where that is not known."""
        if self.value is None or self.adds_up:
            return self.value
        return None if self.count is None else self.value * self.count

    @property
    def number(self) -> int | None:
        """The number of people it is about, where that is known."""
        return round(self.value) if self.people and self.value is not None else self.count

    @property
    def is_of_nobody(self) -> bool:
        """Whether it follows from others that there is nobody: a small group's own figure of nobody is secret."""
        return self.hidden and not self.secret and self.number == 0

    @property
    def can_add_up(self) -> bool:
        """Whether it may be part of a sum: also where it is not stored."""
        return self.adds_up or self.count is not None

    @property
    def width(self) -> float:
        """The least uncertainty of its amount if it is secret: a tenth of it, and at least one, or one person."""
        value, times = abs(self.value or 0.0), 1.0 if self.adds_up else float(self.count or 1)
        least = ONE_PERSON if self.is_share and not self.adds_up else times
        return max(least, times, PART_OF_VALUE * value * times)
