"""The example board's outcomes as they were known on a day: read from the tables or made with fixed noise, then summed.

The noise is the same on every machine and in every version of Python: it hangs on names only.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random
from zlib import crc32

from data.example_absence import MonthHours, of_departments
from data.example_figures import (
    FIRST_MONTH,
    FIRST_YEAR,
    INDICATORS,
    MARKS,
    MONTHLY,
    MONTHS,
    YEARLY,
)
from data.example_stages import DONE, LATE, MONTH_TAKES, REVISED, SO_FAR, YEAR_TAKES
from data.example_units import DEPARTMENTS, HOURS_COME
from lib.rules.periods import Period

DECIMALS = {row[0]: row[4] for row, _definition in INDICATORS}
BY_GENDER = (
    {row[0] for row in YEARLY if row[2] == "K"} | {row[0] for row in MONTHLY if row[1] == "K"} | {"sjukfranvaro"}
)
COUNTED = {row[0] for row, _definition in INDICATORS if row[6] == "count"}
SUMMER = (6, 7, 8)


@dataclass(frozen=True, slots=True)
class ExampleFigure:
    """One outcome, the day it became known, and how many people it is about (None = unknown)."""

    indicator: str
    unit: str
    gender: str
    period: Period
    value: float | None
    count: int | None
    known: date


def figures(day: date) -> list[ExampleFigure]:
    """All outcomes that were known on a day, as they were then: totals, women, men."""
    given = _with_totals(_revised((figure for figure in _first_given() if figure.known <= day), day))
    return [*given, *_sickness(max(come for come in HOURS_COME if come <= day))]


@cache
def _first_given() -> tuple[ExampleFigure, ...]:
    """Every figure as it was when it came, before it was corrected."""
    return *_yearly(), *_monthly(), *_of_parts()


def _known(indicator: str, period: Period, takes: int) -> date:
    return LATE.get((indicator, period.code), period.end + timedelta(days=takes))


def _yearly() -> Iterator[ExampleFigure]:
    for indicator, unit, gender, values, counts in YEARLY:
        for place, value in enumerate(values):
            period = Period.of_year(FIRST_YEAR + place)
            if value is not None or (indicator, period.code) in MARKS:
                count = counts[place] if counts and value is not None else None
                known = _known(indicator, period, YEAR_TAKES)
                yield ExampleFigure(indicator, unit, gender, period, value, count, known)


def _monthly() -> Iterator[ExampleFigure]:
    for (indicator, gender), (level, trend, varies, summer) in MONTHLY.items():
        for place, period in enumerate(_months()):
            value = level + trend * place + varies * _noise(indicator, gender, period)
            value += summer if period.start.month in SUMMER else 0
            value = round(value, DECIMALS[indicator])
            count = int(value) if indicator == "placerade-barn" else None
            yield ExampleFigure(indicator, "", gender, period, value, count, _known(indicator, period, MONTH_TAKES))


def _of_parts() -> Iterator[ExampleFigure]:
    for day, indicator, code, value in (*SO_FAR, *DONE):
        yield ExampleFigure(indicator, "", "T", Period.parse(code), value, None, day)


@cache
def _sickness(day: date) -> tuple[ExampleFigure, ...]:
    """The absence of the whole board and its departments, from the hours that were known by then."""
    known: dict[tuple[Period, str], list[MonthHours]] = defaultdict(list)
    for row in of_departments(day):
        known[row.period, row.gender].append(row)
    rows = []
    for parts in known.values():
        whole = [("", parts)] if len(parts) == len(DEPARTMENTS) else []
        rows += [_sick_share(unit, group) for unit, group in [*whole, *((row.unit, [row]) for row in parts)]]
    return tuple(rows)


def _sick_share(unit: str, group: Sequence[MonthHours]) -> ExampleFigure:
    sick, ordinary = sum(sum(row.sick) for row in group), sum(row.ordinary for row in group)
    people, known = sum(row.employees for row in group), max(row.known for row in group)
    value = round(100 * sick / ordinary, 1)
    return ExampleFigure("sjukfranvaro", unit, group[0].gender, group[0].period, value, people, known)


def _months() -> Iterator[Period]:
    for month in range(FIRST_MONTH.month - 1, FIRST_MONTH.month - 1 + MONTHS):
        yield Period.of_month(FIRST_MONTH.year + month // 12, month % 12 + 1)


def _noise(indicator: str, gender: str, period: Period) -> float:
    """A number between -1 and 1, most often near 0, that is always the same for the same names."""
    random = Random(crc32(f"{indicator} {gender} {period.code}".encode()))  # noqa: S311 (figures made up, no secret)
    return (random.random() + random.random() + random.random() - 1.5) / 1.5


def _revised(figures: Iterable[ExampleFigure], day: date) -> Iterator[ExampleFigure]:
    changes = {(*row[1:4], Period.parse(row[4])): row[5] for row in REVISED if row[0] <= day}
    for figure in figures:
        change = changes.get((figure.indicator, figure.unit, figure.gender, figure.period), 0)
        if change and figure.value is not None:
            value = round(figure.value + change, 1)
            counted = figure.indicator in COUNTED and figure.count is not None
            yield replace(figure, value=value, count=int(value) if counted else figure.count)
        else:
            yield figure


def _with_totals(figures: Iterable[ExampleFigure]) -> list[ExampleFigure]:
    """The figures with totals of women and men before them."""
    groups: dict[tuple[str, str, Period], dict[str, list[ExampleFigure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        groups[figure.indicator, figure.unit, figure.period][figure.gender].append(figure)
    rows = []
    for by_gender in groups.values():
        if "T" not in by_gender:
            by_gender["T"] = [figure for parts in by_gender.values() for figure in parts]
        rows += [_together(by_gender[gender], gender) for gender in "TKM" if gender in by_gender]
    return rows


def _together(parts: list[ExampleFigure], gender: str) -> ExampleFigure:
    """Several groups' figure: their sum, or their mean weighted by how many they are."""
    first = replace(parts[0], gender=gender)
    values = [(part.value, part.count or 0) for part in parts if part.value is not None]
    if len(parts) == 1 or not values:
        return first
    people = sum(count for _value, count in values)
    total = sum(value for value, _count in values)
    if first.indicator not in COUNTED:
        total = round(sum(value * count for value, count in values) / people, DECIMALS[first.indicator])
    return replace(first, value=total, count=people or None)
