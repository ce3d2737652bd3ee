"""The example board's absence hours as they were known on a day: made with fixed noise, unit by unit.

The noise hangs on names only, as in `example_series`; each area's level is then set so that its latest twelve months
come out as in the table. Totals are sums of women and men here, ages are parts of the totals.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import NamedTuple
from zlib import crc32

from data.example_stages import MONTH_TAKES
from data.example_units import (
    AGE_ABSENCE,
    AGE_SHARES,
    AGES_FROM,
    CHANGES,
    CORRECTED_HOURS,
    DEPARTMENTS,
    FIRST,
    HOURS_COME,
    LATE_HOURS,
    LENGTHS,
    STAFF,
    UNITS,
)
from lib.rules.periods import Period

MONTHS, LATEST = 60, 12
AGES = ("-29", "30-49", "50-")
SUMMER, WINTER = (6, 7, 8), (1, 2, 3, 11, 12)


class MonthHours(NamedTuple):
    """The hours of a group and month, and the day they came."""

    unit: str
    parent: str
    period: Period
    gender: str
    age: str
    sick: tuple[int, int, int]
    ordinary: int
    employees: int
    known: date


@cache
def months() -> tuple[Period, ...]:
    """The sixty months, oldest first."""
    return tuple(Period.of_month(FIRST.year, FIRST.month).later(place) for place in range(MONTHS))


def hours(day: date) -> list[MonthHours]:
    """All hours that were known on a day, as they were then."""
    return _known(_all(), day)


def of_departments(day: date) -> list[MonthHours]:
    """The departments' own among them."""
    return _known(_departments(), day)


def _known(made: Iterable[MonthHours], day: date) -> list[MonthHours]:
    """The hours that had come by a day, with the corrections that had."""
    added: dict[tuple[str, str, str, str], int] = defaultdict(int)
    for corrected, unit, gender, period, more in CORRECTED_HOURS:
        parent = next(row[1] for row in UNITS if row[0] == unit)
        for code, who, age in ((unit, gender, ""), (parent, gender, ""), (unit, "T", ""), (parent, "T", "")):
            added[code, period, who, age] += more if corrected <= day else 0
        added[unit, period, "T", "30-49"] += more if corrected <= day else 0
    units = {key[0] for key in added}
    return [_corrected(row, added) if row.unit in units else row for row in made if row.known <= day]


def _corrected(row: MonthHours, added: Mapping[tuple[str, str, str, str], int]) -> MonthHours:
    more = added.get((row.unit, row.period.code, row.gender, row.age), 0)
    return row._replace(sick=(row.sick[0] + more, *row.sick[1:])) if more else row


@cache
def _all() -> tuple[MonthHours, ...]:
    """Every row as it was when it came, before it was corrected."""
    return tuple(_with_sums(_reported()))


@cache
def _departments() -> tuple[MonthHours, ...]:
    codes = {code for code, _name, _level in DEPARTMENTS}
    return tuple(row for row in _all() if row.unit in codes)


@cache
def _reported() -> tuple[MonthHours, ...]:
    """Women and men of every unit and month, at the level that its area shall have."""
    made = [row for unit in UNITS for row in _of_unit(*unit)]
    latest = set(months()[-LATEST:])
    scales = {}
    for area, _name, level in DEPARTMENTS:
        of_area = [row for row in made if row.parent == area and row.period in latest]
        scales[area] = level / 100 * sum(row.ordinary for row in of_area) / sum(sum(row.sick) for row in of_area)
    return tuple(row._replace(sick=_whole(row.sick, scales[row.parent])) for row in made)


def _whole(parts: Iterable[float], scale: float) -> tuple[int, int, int]:
    short, medium, long = (round(part * scale) for part in parts)
    return short, medium, long


def _of_unit(
    unit: str, parent: str, _name: str, first: date | None, last: date | None, women: int, men: int, level: float
) -> Iterator[MonthHours]:
    late = {(row[0], row[1]): row[2] for row in LATE_HOURS}
    genders: tuple[tuple[str, int, float], ...] = (("K", women, level * 1.06), ("M", men, level * 0.74))
    for gender, many, rate in genders:
        random = Random(crc32(f"{unit} {gender}".encode()))  # noqa: S311 (figures made up, no secret)
        for period in months():
            noise = [_noise(random) for _length in range(3)]
            if (first or FIRST) <= period.start <= (last or period.start):
                staff = [
                    (w, m)["KM".index(gender)] for code, day, w, m in STAFF if code == unit and day <= period.start
                ]
                people = staff[-1] if staff else many
                ordinary = round(people * (163 if period.start.month in SUMMER else 151))
                sick = _sick(ordinary * rate / 100 * _change(unit, parent, period.start), period, noise, people)
                known = late.get((unit, period.code)) or _came(period)
                yield MonthHours(unit, parent, period, gender, "", sick, ordinary, people, known)


def _came(period: Period) -> date:
    """The first day that hours came on once the month was over and counted."""
    return next(day for day in HOURS_COME if day >= period.end + timedelta(days=MONTH_TAKES))


def _change(unit: str, parent: str, day: date) -> float:
    change = 1.0
    for code, start, factor in CHANGES:
        change *= factor if code in (unit, parent) and start <= day else 1
    return change


def _sick(all_hours: float, period: Period, noise: Sequence[float], people: int) -> tuple[int, int, int]:
    """Hours by length: colds come in winter, long absence goes on, and few people make more noise."""
    season = 1.04 if period.start.month in WINTER else 0.92 if period.start.month in SUMMER else 1.0
    spell, (short, medium) = _spell(period), LENGTHS
    wide = min(1.0, 2.2 / people**0.5)
    return (
        round(all_hours * short * season * spell * (1 + wide * noise[0])),
        round(all_hours * medium * spell * (1 + wide * noise[1])),
        round(all_hours * (1 - short - medium) * (1 + 0.7 * wide * noise[2])),
    )


@cache
def _spell(period: Period) -> float:
    """How much more absence there is in a month when many have a cold, or less in another."""
    return 1 + 0.3 * _noise(Random(crc32(period.code.encode())))  # noqa: S311 (figures made up, no secret)


def _noise(random: Random) -> float:
    """A number between -1 and 1, most often near 0."""
    return (random.random() + random.random() + random.random() - 1.5) / 1.5


def _with_sums(made: Iterable[MonthHours]) -> Iterator[MonthHours]:
    """Each unit's total with its women and men and its ages, and the areas' own totals, women and men."""
    units: dict[tuple[str, Period], list[MonthHours]] = defaultdict(list)
    areas: dict[tuple[str, Period, str], list[MonthHours]] = defaultdict(list)
    for row in made:
        units[row.unit, row.period].append(row)
    for parts in units.values():
        total = _sum(parts, parts[0].unit, parts[0].parent, "T")
        for row in (total, *parts):
            areas[row.parent, row.period, row.gender].append(row)
        yield from (total, *parts, *(_by_age(total) if total.period.start >= AGES_FROM else ()))
    for (area, _period, gender), parts in areas.items():
        yield _sum(parts, area, "", gender)


def _sum(parts: Sequence[MonthHours], unit: str, parent: str, gender: str) -> MonthHours:
    short, medium, long = (sum(row.sick[place] for row in parts) for place in range(3))
    ordinary, people = sum(row.ordinary for row in parts), sum(row.employees for row in parts)
    known = max(row.known for row in parts)
    return MonthHours(unit, parent, parts[0].period, gender, "", (short, medium, long), ordinary, people, known)


def _by_age(total: MonthHours) -> Iterator[MonthHours]:
    people, ordinary = _shared(total.employees, AGE_SHARES), _shared(total.ordinary, AGE_SHARES)
    weights = [share * more for share, more in zip(AGE_SHARES, AGE_ABSENCE, strict=True)]
    sick = [_shared(hours, [weight / sum(weights) for weight in weights]) for hours in total.sick]
    for place, age in enumerate(AGES):
        short, medium, long = (parts[place] for parts in sick)
        yield total._replace(age=age, sick=(short, medium, long), ordinary=ordinary[place], employees=people[place])


def _shared(whole: int, shares: Sequence[float]) -> list[int]:
    """A whole number in whole parts that add up to it."""
    first, second = (round(whole * share) for share in shares[:2])
    return [first, second, whole - first - second]
