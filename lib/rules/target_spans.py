"""A target and the days that it holds for, and the margins of a board for 'nearly met'."""

from calendar import isleap
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from lib.rules.periods import Period, PeriodKind, Validity
from lib.rules.targets import Rule, TargetValue

YEAR = 12
# Targets that hold for one of these are for that part of the year, and others for a year.
_STEPS = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.TERTIAL)


class Inherited(IntEnum):
    """Whom a target that a series has was set for; what is nearer goes before."""

    OWN = 0
    FROM_ALL = 1
    """The target for women and men together."""
    FROM_BOARD = 2
    """The whole board's target, for a unit that has none of its own at the time."""


@dataclass(frozen=True, slots=True)
class TargetSpan(Validity):
    """A target and the days it holds for (None = open). `gender` is whom it was set for."""

    target: TargetValue
    valid_from: date | None = None
    valid_to: date | None = None
    baseline: Period | None = None
    gender: str = "T"
    inherited: Inherited = Inherited.OWN
    note: str = ""
    source: str = ""
    locator: str = ""

    def holds_for(self, period: Period) -> bool:
        """Whether the target is in force for a figure of this period: on its last day, and for most of its days.

        A milestone is still asked for when its last day has passed.
        """
        if self.target.rule is Rule.DONE:
            return self.first <= period.end
        return self.holds_on(period.end) and 2 * (self.first - period.start).days <= period.days

    def is_within(self, other: "TargetSpan") -> bool:
        """Whether the other target holds on every day that this one does."""
        return other.first <= self.first and self.last <= other.last

    def inherited_from(self, whom: Inherited) -> "TargetSpan":
        """The same target, marked as set for others than the series that has it."""
        return replace(self, inherited=whom)

    @property
    def period(self) -> Period | None:
        """The days it holds for, where both ends are given."""
        return Period(self.valid_from, self.valid_to) if self.valid_from and self.valid_to else None

    @property
    def is_step(self) -> bool:
        """Whether it is for a part of a year: a month, a quarter, a tertial, or from New Year on."""
        period = self.period
        if period is None or period.months is None or period.months >= YEAR:
            return False
        return period.kind in _STEPS or (period.start.month == 1 and period.start.year == period.end.year)

    @property
    def months(self) -> int:
        """The months that its count or sum is for: those of a step, else a year."""
        return (self.period.months if self.period else None) or YEAR if self.is_step else YEAR


@dataclass(frozen=True, slots=True)
class Margin(Validity):
    """A board's margin for 'nearly met', in a unit of measure, and the days it holds for (None = open)."""

    near: float
    unit_of_measure: str
    valid_from: date | None = None
    valid_to: date | None = None


def share_of_year(period: Period) -> float:
    """The share of its calendar year that a period is: by months, or by days where it is not of whole months."""
    if period.months is not None:
        return period.months / YEAR
    return period.days / (366 if isleap(period.end.year) else 365)
