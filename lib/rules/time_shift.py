"""Whether figures are those of another time: a year over the columns that has moved, so that all stand a step off.

Pure: figures by where they stand, before and after.
"""

from collections.abc import Hashable, Mapping
from datetime import date
from typing import Any

# A series, the length of its periods in months, and the month that a period begins with, counted from year 0.
Where = tuple[Hashable, int, int]

_STEPS = (1, 2, 3)
_YEARS = (12, 24, 36)
# No more figures than these are compared with other times; they stand for the rest.
_ASKED = 300


def where(series: Hashable, start: date, end: date) -> Where:
    """The place of a figure of these days in its series."""
    first, last = 12 * start.year + start.month, 12 * end.year + end.month
    return series, last - first + 1, first


def moved(before: Mapping[Where, float], after: Mapping[Where, float], fewest: int = 2) -> tuple[int, list[Where]]:
    """By how many months most figures in `after` stand later than in `before` (below zero: earlier), and which do.

    (0, []) where fewer than `fewest` different figures do, or not the most of them. Of two ways to say it, the
    smallest.
    """
    every = list(after)
    sample = every[:: len(every) // _ASKED + 1]
    best: tuple[int, list[Where]] = (0, [])
    if not before:
        return best
    for step in _steps({length for _series, length, _month in sample}):
        matches = [
            (series, length, month)
            for series, length, month in sample
            if before.get((series, length, month - step)) == after[series, length, month]
        ]
        different = len({after[where] for where in matches})
        if different >= fewest and 2 * len(matches) > len(sample) and len(matches) > len(best[1]):
            best = step, matches
    return best


def _steps(lengths: set[int]) -> list[int]:
    steps = {length * times for length in lengths for times in _STEPS} | set(_YEARS)
    return [sign * step for step in sorted(steps) for sign in (1, -1)]


def where_of(record: Mapping[str, Any]) -> Where:
    """The place of an observation in its series."""
    series = record["indicator"], record["unit"], record["gender"], record["kind"]
    return where(series, record["period_start"], record["period_end"])
