"""Breaks in a unit's months: days on which units merged, were split, moved or changed name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

from lib.rules.organisation import WHOLE, Organisation, UnitSuccession


@dataclass(frozen=True, slots=True)
class Break:
    """A day on which the organisation changed ('merge', 'split', 'moved', 'renamed') and the names before and after.

    For what moved they are the unit with where it was, and where it went ('' = the top).
    """

    day: date
    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def breaks(organisation: Organisation, unit: str, first: date, last: date) -> list[Break]:
    """The changes of a unit, or of the units below it, between two days; the whole board has none."""
    changes = [*_successions(organisation, unit), *_changes(organisation, unit)]
    return sorted((change for change in changes if first < change.day <= last), key=lambda change: change.day)


def _is_in(organisation: Organisation, part: str, unit: str, day: date) -> bool:
    if part == unit:
        return True
    eve = day - timedelta(days=1)
    return unit != WHOLE and any(organisation.is_below(part, unit, each) for each in (eve, day))


def _successions(organisation: Organisation, unit: str) -> Iterator[Break]:
    for (day, kind, _joint), steps in groupby(sorted(organisation.successions, key=_joining), key=_joining):
        group = list(steps)
        old, new = [step.unit for step in group], [step.successor for step in group]
        if any(_is_in(organisation, part, unit, day) for part in (*old, *new)):
            yield Break(day, kind, _names(organisation, old), _names(organisation, new))


def _joining(step: UnitSuccession) -> tuple[date, str, str]:
    return step.day, step.kind, step.successor if step.kind == "merge" else step.unit


def _names(organisation: Organisation, units: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(organisation.of_unit[unit][-1].name for unit in units if unit in organisation.of_unit))


def _changes(organisation: Organisation, unit: str) -> Iterator[Break]:
    for part, spans in organisation.of_unit.items():
        for old, new in pairwise(spans):
            day = new.valid_from
            if day is None or not _is_in(organisation, part, unit, day):
                continue
            if old.parent != new.parent:
                places = [organisation.name(parent, day) if parent else "" for parent in (old.parent, new.parent)]
                yield Break(day, "moved", (new.name, places[0]), (places[1],))
            elif old.name != new.name and part == unit:
                yield Break(day, "renamed", (old.name,), (new.name,))
