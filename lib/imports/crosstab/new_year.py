"""Months that stand under one year and go on over a new year: on which side of it each of them is."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lib.imports.cells import Cell, clean
from lib.imports.crosstab.find import Crosstab
from lib.imports.meanings import NOTHING, Tongue
from lib.imports.period_text import HeadingMeaning

# The year that stands over the months is that of the first of them, of the last, or of all.
STARTS, ENDS, ONE_YEAR = "starts", "ends", "one_year"
_OF_TIME = frozenset({"month", "period", "period_start", "period_end", "year"})
_HALF, _YEAR = 6, 12

Months = list[tuple[int, int]]


@dataclass(slots=True)
class NewYear:
    """The columns and rows whose months come after the new year. `names` are the first and last month of a run.

    `is_once` is False where the months change direction more than once, so that only one year can be theirs.
    """

    columns: set[int] = field(default_factory=set)
    rows: set[int] = field(default_factory=set)
    names: tuple[str, str] | None = None
    is_once: bool = True

    def offset(self, answer: str, row: int, column: int) -> int:
        """By how many years a figure's year differs from the one that stands over it."""
        if answer not in (STARTS, ENDS) or self.names is None:
            return 0
        is_after = row in self.rows or column in self.columns
        return int(is_after) - (answer == ENDS)


def new_year(table: Crosstab, tongue: Tongue) -> NewYear:
    """The new year within a table's months, in its headings or in its rows."""
    result = NewYear()
    of_columns: dict[Hashable, Months] = defaultdict(list)
    for column, meaning in table.figures.items():
        if month := _bare_month(meaning.heading):
            heading = meaning.heading
            key: Hashable = (heading.year, heading.kind, heading.gender, meaning.indicator, meaning.unit)
            of_columns[key].append((column, month))
    for months in of_columns.values():
        _split(result, result.columns, months, {column: table.headings[column] for column, _month in months})
    of_rows: dict[Hashable, Months] = defaultdict(list)
    called: dict[int, str] = {}
    for number, month, text, key in _months_of_rows(table, tongue):
        of_rows[key].append((number, month))
        called[number] = text
    for months in of_rows.values():
        _split(result, result.rows, months, called)
    return result


def _bare_month(heading: HeadingMeaning) -> int:
    """The last month of a heading that does not say its own year in one with it; 0 where there is none."""
    return heading.months[1] if heading.months and heading.period is None else 0


def _months_of_rows(table: Crosstab, tongue: Tongue) -> Iterator[tuple[int, int, str, Hashable]]:
    """The rows whose label is a month without a year of its own: number, month, text, and the row's other labels."""
    timed = [column for column, role in table.labels.items() if role in _OF_TIME]
    others = [column for column, role in table.labels.items() if role in ("indicator", "unit", "gender", "kind")]
    above: Hashable = ""
    for number, row in table.rows:
        if not any(column < len(row) and row[column] != "" for column in table.figures):
            above = tuple(clean(cell) for cell in row)
            continue
        headings = [(tongue.meaning(_at(row, column)) or NOTHING).heading for column in timed]
        joined = HeadingMeaning()
        for heading in headings:
            joined = joined.joined(heading)
        if month := _bare_month(joined) if joined.year is None else 0:
            text = " ".join(clean(_at(row, column)) for column in timed).strip()
            yield number, month, text, (above, *(clean(_at(row, column)) for column in others))


def _at(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else ""


def _split(result: NewYear, after: set[int], months: Months, called: Mapping[int, str]) -> None:
    """Note the places after the new year, where these months, in the order in which they stand, go over one."""
    turns = new_years(months)
    if not turns:
        return
    result.names = result.names or (called[months[0][0]], called[months[-1][0]])
    result.is_once &= len(turns) == 1
    later = months[: turns[0]] if _goes_back(months) else months[turns[0] :]
    after.update(place for place, _month in later)


def new_years(months: Months) -> list[int]:
    """The numbers of the months that stand on another side of a new year than the one before them."""
    pairs = enumerate(pairwise(month for _place, month in months), start=1)
    if _goes_back(months):
        return [place for place, (before, month) in pairs if month > before]
    return [place for place, (before, month) in pairs if month < before]


def _goes_back(months: Months) -> bool:
    """Whether months stand with the newest first: most steps between them are shorter backwards."""
    steps = [(later - earlier) % _YEAR for (_a, earlier), (_b, later) in pairwise(months)]
    return sum(step > _HALF for step in steps) > sum(step > 0 for step in steps) / 2
