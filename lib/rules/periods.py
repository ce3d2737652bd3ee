"""The period that a figure is about: a first and a last day, both included.

Reports of a board speak of years, months, tertials, January-August and school years alike, so a period is
kept as its two days and everything else (its kind, its code in an address, the period before) follows from
them. Naming a period in Swedish or English is the business of the display modules, not of this one.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from typing import Self


class PeriodKind(StrEnum):
    """The everyday kinds of period."""

    YEAR = "year"
    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    MONTHS = "months"
    """Other whole months within one calendar year, such as January-August."""
    BROKEN_YEAR = "broken_year"
    """Twelve whole months over two calendar years, such as September-August."""
    DAYS = "days"
    """Anything else, also whole months over a new year that are not twelve."""


_CODE = re.compile(
    r"\d{4}(-\d\d)?"  # 2016, 2016-03
    r"|\d{4}-\d\d--\d{4}-\d\d"  # 2016-01--2016-08
    r"|\d{4}-\d\d-\d\d--\d{4}-\d\d-\d\d",  # 2016-02-03--2016-04-05
    re.ASCII,
)


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """The days from `start` to `end`, both included; ordered by start, then end.

    Raises ValueError where `end` is before `start`.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"A period cannot end ({self.end}) before it starts ({self.start}).")

    @classmethod
    def of_year(cls, year: int) -> Self:
        """The calendar year. ValueError outside 1-9999."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def of_month(cls, year: int, month: int) -> Self:
        """The calendar month, `month` being 1-12. ValueError otherwise."""
        return cls(date(year, month, 1), _month_end(year, month))

    @classmethod
    def of_number(cls, number: int) -> Self:
        """The calendar month of this number, counted from January of year 0 (see `number`)."""
        return cls.of_month(number // 12, number % 12 + 1)

    @classmethod
    def parse(cls, code: str) -> Self:
        """The period that has this code (see `code`); any period may also be given by its two days.

        Raises ValueError with a plain sentence where the text is no code, names a day that does not exist,
        or ends before it starts.
        """
        if not _CODE.fullmatch(code):
            raise ValueError(f"{code!r} is not the code of a period.")
        first, _, last = code.partition("--")
        try:
            return cls(_first_day(first), _last_day(last or first))
        except ValueError as error:
            raise ValueError(f"{code!r} is not the code of a period: {error}") from error

    @property
    def code(self) -> str:
        """The first of 2016, 2016-03, 2016-01--2016-08, 2016-02-03--2016-04-05 that can name the period."""
        first, last = self.start.isoformat(), self.end.isoformat()
        if self.kind is PeriodKind.YEAR:
            return first[:4]
        if self.kind is PeriodKind.MONTH:
            return first[:7]
        if self.months is not None:
            return f"{first[:7]}--{last[:7]}"
        return f"{first}--{last}"

    @property
    def year(self) -> int:
        """The year of the last day, by which the year filter takes the period."""
        return self.end.year

    @property
    def days(self) -> int:
        """The length of the period in days."""
        return (self.end - self.start).days + 1

    @property
    def months(self) -> int | None:
        """The length in whole calendar months, or None where it begins or ends within a month."""
        return _months(self.start, self.end)

    @property
    def number(self) -> int:
        """The month of the last day, counted from January of year 0, so that months can be counted between."""
        return 12 * self.end.year + self.end.month - 1

    @property
    def kind(self) -> PeriodKind:
        """The everyday kind of the period."""
        months = self.months
        if months == 12:
            return PeriodKind.YEAR if self.start.month == 1 else PeriodKind.BROKEN_YEAR
        if months is None or self.start.year != self.end.year:
            return PeriodKind.DAYS
        if months == 1:
            return PeriodKind.MONTH
        if months == 3 and self.start.month in (1, 4, 7, 10):
            return PeriodKind.QUARTER
        if months == 4 and self.start.month in (1, 5, 9):
            return PeriodKind.TERTIAL
        return PeriodKind.MONTHS

    def previous(self) -> Self:
        """The period of the same length that ends the day before this one starts.

        Whole months go back by as many months, other periods by as many days. What a part of a year is
        fairly compared with is rather `year_before`. Raises ValueError before year 1.
        """
        if self.months is not None:
            return self._months_back(self.months)
        days = self.end.toordinal() - self.start.toordinal() + 1
        return type(self)(
            date.fromordinal(self.start.toordinal() - days), date.fromordinal(self.end.toordinal() - days)
        )

    def year_before(self) -> Self:
        """The same months, or the same dates, one year before: January-August 2016 gives January-August 2015.

        29 February becomes 28 February where the dates are not those of whole months. A period longer than
        a year overlaps the one it gives. Raises ValueError before year 1.
        """
        if self.months is not None:
            return self._months_back(12)
        return type(self)(_same_date_year_before(self.start), _same_date_year_before(self.end))

    def later(self, months: int) -> Self:
        """The same whole months so many months later. Raises ValueError for other periods and after year 9999."""
        if self.months is None:
            raise ValueError(f"{self.code} is not whole months.")
        return self._months_back(-months)

    def contains(self, other: "Period | date") -> bool:
        """Whether every day of `other` is a day of this period."""
        if isinstance(other, Period):
            return self.start <= other.start and other.end <= self.end
        return self.start <= other <= self.end

    def overlaps(self, other: "Period") -> bool:
        """Whether the two have at least one day in common."""
        return self.start <= other.end and other.start <= self.end

    def _months_back(self, months: int) -> Self:
        """The whole months this many months earlier; the last day follows the length of its month."""
        first_year, first_month = _month_back(self.start, months)
        last_year, last_month = _month_back(self.end, months)
        return type(self)(date(first_year, first_month, 1), _month_end(last_year, last_month))


class Validity:
    """The days that something holds, from one to another (None = open), both included."""

    __slots__ = ()
    valid_from: date | None
    valid_to: date | None

    @property
    def first(self) -> date:
        """The first day on which it holds."""
        return self.valid_from or date.min

    @property
    def last(self) -> date:
        """The last day on which it holds."""
        return self.valid_to or date.max

    @property
    def days(self) -> int:
        """The number of days it holds."""
        return (self.last - self.first).days

    def holds_on(self, day: date) -> bool:
        """Whether it holds on this day."""
        return self.first <= day <= self.last

    def holds_in(self, year: int) -> bool:
        """Whether it holds on some day of this year."""
        return self.first.year <= year <= self.last.year

    def distance(self, day: date) -> int:
        """Days from `day` to the nearest day on which it holds (0 = holds)."""
        return max((self.first - day).days, (day - self.last).days, 0)


@dataclass(frozen=True, slots=True)
class Days(Validity):
    """The days for which a row of the store holds."""

    valid_from: date | None = None
    valid_to: date | None = None


@lru_cache(4096)  # asked of every figure, many times
def _months(start: date, end: date) -> int | None:
    if start.day != 1 or end != _month_end(end.year, end.month):
        return None
    return 12 * (end.year - start.year) + end.month - start.month + 1


@cache
def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _month_back(day: date, months: int) -> tuple[int, int]:
    """Year and month (1-12) of the month this many months before that of `day`."""
    year, month = divmod(12 * day.year + day.month - 1 - months, 12)
    return year, month + 1


def _same_date_year_before(day: date) -> date:
    year = day.year - 1
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def _first_day(text: str) -> date:
    """The first day of a year, a month or a day written as in a code."""
    parts = [int(part) for part in text.split("-")]
    return date(*parts, *[1] * (3 - len(parts)))


def _last_day(text: str) -> date:
    """The last day of a year, a month or a day written as in a code."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts if len(parts) == 2 else (parts[0], 12)
    return _month_end(year, month)
