"""Sickness absence from hours: sums over units and months, and the share they make of the ordinary working time.

Shares are never averaged. A month, the months from January on and the last twelve months are three figures with
three names, of which none stands in a line with another. A sum is known only where all of its parts are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lib.rules.periods import Period

ROLLING = 12


class AbsencePart(StrEnum):
    """The group that a figure is about: all, women, men, all of an age, or all absence of a length in days."""

    TOTAL = "T"
    WOMEN = "K"
    MEN = "M"
    YOUNG = "-29"
    MIDDLE = "30-49"
    OLD = "50-"
    SHORT = "1-14"
    MEDIUM = "15-59"
    LONG = "60-"


GENDERS = (AbsencePart.WOMEN, AbsencePart.MEN)
AGES = (AbsencePart.YOUNG, AbsencePart.MIDDLE, AbsencePart.OLD)
LENGTHS = (AbsencePart.SHORT, AbsencePart.MEDIUM, AbsencePart.LONG)


class Method(StrEnum):
    """Over which months a figure is counted."""

    MONTH = "month"
    YEAR_TO_DATE = "year_to_date"
    ROLLING = "rolling"


class Hole(StrEnum):
    """The reason that a figure is missing."""

    SMALL = "small"
    """The group is too small."""
    PROTECTS = "protects"
    """A group that is too small could be computed from it."""
    LATE = "late"
    """Not every unit has reported."""
    NONE = "none"
    """There is no such figure."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of sickness absence and of ordinary working time, and how many are employed (in the latest month).

    The number of employees is None where it is not reported, and so is that of every sum with them.
    """

    sick: float
    ordinary: float
    employees: int | None = 0

    def __add__(self, other: "Hours") -> "Hours":
        return Hours(self.sick + other.sick, self.ordinary + other.ordinary, self._people(other, 1))

    def __sub__(self, other: "Hours") -> "Hours":
        return Hours(self.sick - other.sick, self.ordinary - other.ordinary, self._people(other, -1))

    def _people(self, other: "Hours", times: int) -> int | None:
        return None if self.employees is None or other.employees is None else self.employees + times * other.employees

    @property
    def share(self) -> float | None:
        """The absence in percent of the ordinary working time; None where nobody worked."""
        return percent(self.sick, self.ordinary)


HoursCell = Hours | Hole
"""The hours of a group and month, or why they are not shown."""
Months = Mapping[date, HoursCell]
"""Cells by the last day of the month."""


def percent(part: float, whole: float) -> float | None:
    """A part in percent of a whole, to twelve decimals; None of nothing."""
    return round(100 * part / whole, 12) if whole > 0 else None


def together(cells: Iterable[HoursCell]) -> HoursCell:
    """The sum of cells, or the first hole among them: a part that is not known leaves the sum unknown."""
    total = Hours(0, 0)
    for cell in cells:
        if isinstance(cell, Hole):
            return cell
        total += cell
    return total


def month_end(year: int, month: int) -> date:
    """The last day of a month; months below 1 and above 12 are of the years beside."""
    years, place = divmod(month - 1, 12)
    return Period.of_month(year + years, place + 1).end


def counted_months(end: date, method: Method) -> list[date]:
    """The months that a figure of a month is counted over, oldest first."""
    back = {Method.MONTH: 1, Method.YEAR_TO_DATE: end.month, Method.ROLLING: ROLLING}[method]
    return [month_end(end.year, end.month - step) for step in range(back - 1, -1, -1)]


def over(months: Months, end: date, method: Method) -> HoursCell:
    """The hours of the months that the method counts, with the employees of the last; a hole where one is a hole."""
    cells = [months.get(day, Hole.NONE) for day in counted_months(end, method)]
    total, last = together(cells), cells[-1]
    if isinstance(total, Hole) or isinstance(last, Hole):
        return total
    return Hours(total.sick, total.ordinary, last.employees)


def shares(months: Months, ends: Sequence[date], method: Method) -> list[float | None]:
    """The figure of each month, None where it is not shown."""
    return [None if isinstance(cell := over(months, end, method), Hole) else cell.share for end in ends]


@dataclass(frozen=True, slots=True)
class Need:
    """The decrease that reaches the target: fewer days of absence a month, in all and for each employee, if known."""

    days_a_month: float
    days_each_a_year: float | None


HOURS_A_DAY = 8.0


def needed(rolling: Hours, target: float) -> Need | None:
    """The decrease in days that reaches the target, from twelve months' hours; None where it is reached."""
    gap = rolling.sick - target / 100 * rolling.ordinary
    if gap <= 0:
        return None
    days = gap / HOURS_A_DAY
    return Need(days / ROLLING, days / rolling.employees if rolling.employees else None)
