"""An organisation over time: which units there are on a day, what each is a part of, and what became of it.

A unit keeps its code while it moves or changes name; where units merge or one is split, a succession records which
went into which. '' is the whole board, which is no unit and always there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from typing import Any, Self

from lib.rules.periods import Validity

WHOLE = ""
COMPARISON = "comparison"
# Kinds of units that stand beside the board and are no part of it.
BESIDE = ("municipality", COMPARISON)


@dataclass(frozen=True, slots=True)
class Span(Validity):
    """A unit as it is in some days (None = open): its parent, name and kind."""

    unit: str
    parent: str
    name: str
    kind: str
    valid_from: date | None = None
    valid_to: date | None = None


def below(pairs: Iterable[tuple[str, str]], roots: Iterable[str]) -> frozenset[str]:
    """Some units with all that are below them, of pairs of a unit and what it is part of; a circle does no harm."""
    children: dict[str, list[str]] = {}
    for unit, parent in pairs:
        children.setdefault(parent, []).append(unit)
    found, waiting = set[str](), [*roots]
    while waiting:
        unit = waiting.pop()
        if unit not in found:
            found.add(unit)
            waiting += children.get(unit, ())
    return frozenset(found)


def span_of(row: Mapping[str, Any]) -> Span:
    """The span that a row of units gives."""
    return Span(*(row[column.name] for column in fields(Span)))


@dataclass(frozen=True, slots=True)
class UnitSuccession:
    """From a day on, a unit is (in) another: one of several that merge, or one that is split into several."""

    unit: str
    successor: str
    day: date
    kind: str


@dataclass(frozen=True)
class Tree:
    """The organisation of one day: each unit's span, in order, and the units right below each ('' = the top)."""

    spans: Mapping[str, Span]

    @cached_property
    def children(self) -> dict[str, list[str]]:
        """The units right below each."""
        below: dict[str, list[str]] = defaultdict(list)
        for unit, span in self.spans.items():
            below[span.parent if span.parent in self.spans else WHOLE].append(unit)
        return dict(below)

    def below(self, unit: str) -> Iterator[str]:
        """Every unit below, each after all that are below it itself."""
        for child in self.children.get(unit, ()):
            yield from self.below(child)
            yield child

    def lowest(self, unit: str) -> list[str]:
        """The units below that have none below themselves."""
        return [child for child in self.below(unit) if child not in self.children]

    def path(self, unit: str) -> list[str]:
        """The units above, from the top down, and the unit itself; [] where it is not there."""
        path: list[str] = []
        while unit in self.spans and unit not in path:
            path.insert(0, unit)
            unit = self.spans[unit].parent
        return path


@dataclass(frozen=True)
class Organisation:
    """Every span of every unit, in the order of the table, and the successions."""

    spans: tuple[Span, ...]
    successions: tuple[UnitSuccession, ...] = ()
    _trees: dict[date, Tree] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of_rows(cls, rows: Iterable[Mapping[str, Any]]) -> Self:
        """The organisation that rows of units make, without what stands beside it."""
        inside = (row for row in rows if row["kind"] not in BESIDE)
        return cls(tuple(span_of(row) for row in inside))

    @cached_property
    def of_unit(self) -> dict[str, list[Span]]:
        """The spans of each unit, oldest first."""
        spans: dict[str, list[Span]] = defaultdict(list)
        for span in sorted(self.spans, key=lambda span: span.first):
            spans[span.unit].append(span)
        return dict(spans)

    def on(self, day: date) -> Tree:
        """The organisation as it is on a day."""
        if day not in self._trees:
            self._trees[day] = Tree({span.unit: span for span in self.spans if span.holds_on(day)})
        return self._trees[day]

    def name(self, unit: str, day: date) -> str:
        """A unit's name on a day, or the one nearest in time."""
        spans = self.of_unit.get(unit, [])
        held = [span for span in spans if span.holds_on(day)] or [span for span in spans if span.first <= day]
        return (held or spans)[-1 if held else 0].name if spans else unit

    def is_there(self, unit: str, day: date) -> bool:
        """Whether a unit, or the whole board, is there on a day."""
        return unit == WHOLE or any(span.holds_on(day) for span in self.of_unit.get(unit, ()))

    def is_below(self, unit: str, above: str, day: date) -> bool:
        """Whether a unit is on a day part of another, over any number of steps."""
        seen: set[str] = set()
        while unit not in seen:
            seen.add(unit)
            span = next((version for version in self.of_unit.get(unit, ()) if version.holds_on(day)), None)
            if span is None:
                return False
            if above in (WHOLE, span.parent):
                return True
            unit = span.parent
        return False

    @cached_property
    def movers(self) -> tuple[str, ...]:
        """The units that have been parts of more than one."""
        return tuple(unit for unit, spans in self.of_unit.items() if len({span.parent for span in spans}) > 1)

    def before(self, unit: str) -> list[UnitSuccession]:
        """The successions that led to a unit."""
        return [step for step in self.successions if step.successor == unit]

    def after(self, unit: str) -> list[UnitSuccession]:
        """The successions that a unit went into."""
        return [step for step in self.successions if step.unit == unit]
