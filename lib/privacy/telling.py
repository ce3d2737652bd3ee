"""A glance at the figures of an indicator before the thorough search: can any sum of them tell of few people at all?

Most cannot: nobody is counted, or all who are left anywhere are enough. It may say that they might where they do not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

from lib.privacy.branches import Branches
from lib.privacy.counts import Gender
from lib.privacy.unreported import Children

Group = tuple[tuple[date, date, str], str, int | None]
"""Whom a figure is about: its first day, last day and gender; its unit; the number of people, where that is known."""
_Numbers = Mapping[str, Mapping[str, int]]
"""The number of people by gender and unit, at one time."""


def may_tell(groups: Iterable[Group], minimum: int, children: Children, *, over_time: bool | None) -> bool:
    """Whether figures of one indicator, none of them hidden, may tell of a group of fewer than `minimum` people.

    `over_time`: the parts of a year add up (None = not known).
    """
    numbers: dict[tuple[date, date, str], dict[str, int]] = defaultdict(dict)
    units, periods = set[str](), set[tuple[date, date, str]]()
    for about, unit, number in groups:
        units.add(unit)
        periods.add(about)
        if number is not None:
            numbers[about][unit] = number
    times: dict[tuple[date, date], dict[str, dict[str, int]]] = defaultdict(dict)
    for (start, end, gender), of_units in numbers.items():
        times[start, end][gender] = of_units
    if over_time is not False and times and _overlap({(start, end) for start, end, _gender in periods}):
        return True
    none = Branches({})
    return any(
        _leaves_few(by_gender, minimum, children(end) if len(units) > 1 else none)
        for (_start, end), by_gender in times.items()
    )


def _overlap(periods: Iterable[tuple[date, date]]) -> bool:
    return any(later[0] <= first[1] for first, later in pairwise(sorted(periods)))


def _leaves_few(numbers: _Numbers, minimum: int, branches: Branches) -> bool:
    """Whether few, or nobody, are left of some unit less those below it, or of all less women or men."""
    known: dict[str, set[str]] = {gender: set() for gender in Gender}
    for gender, there in numbers.items():
        known[gender] = {*there}
        for gap in branches.gaps(frozenset(there)).values():
            left = there[gap.unit] - sum(there[part] for part in gap.parts)
            if left < 0 or (left and not gap.parts):
                continue  # not what it is made up of, or nothing to take away from it
            if left < max(minimum, 1):
                return True
            known[gender].add(gap.left)
    women, men = known[Gender.WOMEN], known[Gender.MEN]
    if not women and not men:
        return False
    whole = numbers.get(Gender.TOTAL, {})
    return any(
        (unit in women) != (unit in men) or (unit not in women and whole.get(unit) == 0) for unit in known[Gender.TOTAL]
    )
