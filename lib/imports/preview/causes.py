"""Likely causes of changed figures: a slip of the decimal sign, a year that has moved, a source that was revised.

A guess for whoever reads a preview, made from the rows alone. A figure has at most one cause, the most particular.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from lib.rules.time_shift import moved, where_of
from lib.store.plans import RowChange
from lib.tables.records import Record

# The fewest changed figures of an indicator that together have a cause.
_SEVERAL = 3
# A revision moves figures by less than this share of themselves.
_REVISED = 0.05
_FIGURE = frozenset({"value", "lower", "upper"})


class Cause(StrEnum):
    """The cause of a changed figure, or of several of an indicator."""

    DECIMAL = "decimal"
    """The new figure is the old one times ten, a hundred or a thousand, or so many parts of it."""
    SIGN = "sign"
    GENDERS = "genders"
    """Women have got the men's figure and the other way round."""
    YEAR = "year"
    """The figures are those that stood a period earlier or later."""
    REVISED = "revised"
    """Most figures moved a little: the source has revised them."""
    WORDS = "words"
    """Only notes, sources or other words changed, no figure."""


def causes(steps: Iterable[RowChange]) -> Counter[tuple[Cause, str]]:
    """The number of changed observations by likely cause and indicator."""
    counts: Counter[tuple[Cause, str]] = Counter()
    by_indicator: dict[str, list[RowChange]] = defaultdict(list)
    for step in steps:
        if step.table == "observations" and step.old and step.new:
            by_indicator[step.new["indicator"]].append(step)
    for indicator, changed in by_indicator.items():
        for cause in _of_indicator(changed):
            counts[cause, indicator] += 1
    return counts


def _of_indicator(changed: list[RowChange]) -> list[Cause]:
    words = [step for step in changed if not _FIGURE & set(step.differing())]
    figures = [step for step in changed if step not in words and _value(step.old) is not None]
    shared = [Cause.WORDS] * len(words)
    left = []
    for step in figures:
        cause = _alone(step)
        if cause:
            shared.append(cause)
        else:
            left.append(step)
    together = _together(left)
    return shared + ([together] * len(left) if together else [])


def _value(record: Any) -> float | None:
    return record["value"] if record else None


def _alone(step: RowChange) -> Cause | None:
    old, new = _value(step.old), _value(step.new)
    if not old or not new:
        return None
    if old == -new:
        return Cause.SIGN
    ratio = abs(new / old)
    return Cause.DECIMAL if any(abs(ratio / power - 1) < 1e-9 for power in (10, 100, 1000, 0.1, 0.01, 0.001)) else None


def _together(steps: list[RowChange]) -> Cause | None:
    """A cause that most of an indicator's changed figures share."""
    if _swapped(steps):
        return Cause.GENDERS
    if len(steps) < _SEVERAL:
        return None
    if _moved(steps):
        return Cause.YEAR
    small = [step for step in steps if _little(_value(step.old), _value(step.new))]
    return Cause.REVISED if 2 * len(small) > len(steps) else None


def _little(old: float | None, new: float | None) -> bool:
    return bool(old) and new is not None and abs(new - (old or 0)) <= _REVISED * abs(old or 0)


def _swapped(steps: list[RowChange]) -> bool:
    pairs: dict[Any, dict[str, RowChange]] = defaultdict(dict)
    for step in steps:
        record = step.new or {}
        pairs[record["unit"], record["period_start"], record["period_end"], record["kind"]][record["gender"]] = step
    both = [pair for pair in pairs.values() if {"K", "M"} <= pair.keys()]
    crossed = [
        _value(pair["K"].old) == _value(pair["M"].new) and _value(pair["M"].old) == _value(pair["K"].new)
        for pair in both
    ]
    return bool(crossed) and all(crossed)


def _moved(steps: list[RowChange]) -> bool:
    """Whether most figures are those that stood at another time in their own series."""
    before, after = ({where_of(end): end["value"] for end in ends if end} for ends in _ends(steps))
    step, _found = moved(before, after)
    return step != 0


def _ends(steps: list[RowChange]) -> tuple[list[Record | None], list[Record | None]]:
    return [step.old for step in steps], [step.new for step in steps]
