"""The plan of a batch, whole, before it is written: the preview shows this object and this object is written.

A plan says row by row what is new, changed and withdrawn, and of which data version that is true. Leaving rows out
gives another plan. Nothing here reads or writes the store.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from lib.tables.model import BY_NAME
from lib.tables.records import Record, Records, key_of


@dataclass(slots=True)
class Written:
    """The number of rows that a batch wrote. `batch` is None when there was nothing to write."""

    new: int = 0
    changed: int = 0
    withdrawn: int = 0
    unchanged: int = 0
    batch: int | None = None
    uncompared: int = 0
    """Rows about what is not shown: whether they are new, changed or as they were is not given away."""

    def __add__(self, other: "Written") -> "Written":
        return Written(
            self.new + other.new,
            self.changed + other.changed,
            self.withdrawn + other.withdrawn,
            self.unchanged + other.unchanged,
            uncompared=self.uncompared + other.uncompared,
        )


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of a batch. Without `old` it is new, without `new` withdrawn.

    `row` is the number that the replaced row has in its table, `place` where in the table the row stands. It is not
    `compared` where what it replaces must not be shown: then it is a step also where nothing changes.
    """

    table: str
    old: Record | None
    new: Record | None
    row: int | None = None
    place: int = 0
    compared: bool = True

    @property
    def key(self) -> tuple[Any, ...]:
        """The key of the row."""
        return key_of(BY_NAME[self.table], self.new or self.old or {})

    def differing(self) -> list[str]:
        """The columns whose value changes, in the table's order; none where the row is new or withdrawn."""
        old, new = self.old, self.new
        return [name for name in new if new[name] != old[name]] if old and new else []


class UndoObstacle(StrEnum):
    """The reason that undoing a batch leaves one of its rows as it is."""

    CHANGED_LATER = "changed_later"
    NEEDED = "needed"
    """Other rows refer to it."""
    LACKING = "lacking"
    """It refers to a row that is no longer there."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A row that undoing leaves as it is: the row as it stands (or would have stood), and why."""

    table: str
    record: Record
    why: UndoObstacle
    batch: int | None = None  # that changed it later


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows of one batch, made from data version `version`; `undoes` is the batch that it reverses."""

    version: int
    steps: tuple[RowChange, ...]
    unchanged: int = 0
    left_out: int = 0
    undoes: int | None = None
    board: str = ""
    kept: tuple[Kept, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.steps)

    def counts(self) -> Written:
        """The number of rows that are new, changed, withdrawn and unchanged, and of those that are not compared."""
        uncompared = sum(not step.compared for step in self.steps)
        new = sum(step.old is None for step in self.steps if step.compared)
        withdrawn = sum(step.new is None for step in self.steps if step.compared)
        changed = len(self.steps) - uncompared - new - withdrawn
        return Written(new, changed, withdrawn, self.unchanged, uncompared=uncompared)

    @property
    def boards(self) -> list[str]:
        """The boards that its rows are about."""
        return sorted({row["board"] for step in self.steps for row in (step.old, step.new) if row})

    def of(self, table: str) -> list[RowChange]:
        """The steps of one table."""
        return [step for step in self.steps if step.table == table]

    def without(self, places: Collection[int]) -> "Plan":
        """The plan less the steps that stand at these places in it."""
        left = frozenset(places)
        steps = tuple(step for place, step in enumerate(self.steps) if place not in left)
        return replace(self, steps=steps, left_out=self.left_out + len(self.steps) - len(steps))

    def restoring(self, row: Callable[[str, Record], Record]) -> "Plan":
        """The plan with other rows written: `row` gives each from its table and what it is here."""
        steps = [replace(step, new=row(step.table, step.new)) if step.new else step for step in self.steps]
        return replace(self, steps=tuple(steps))


@dataclass(frozen=True, slots=True)
class Stands:
    """A row that is in the store now."""

    row: int
    place: int
    record: Record


def applied(now: dict[str, list[Stands]], plan: Plan) -> Records:
    """Every table as it would be with the plan carried out, in order of place."""
    after = {}
    for table, rows in now.items():
        steps = plan.of(table)
        if steps:
            gone = {step.row for step in steps}
            stays = [(row.place, row.record) for row in rows if row.row not in gone]
            stays += [(step.place, step.new) for step in steps if step.new is not None]
            after[table] = [record for _place, record in sorted(stays, key=_by_place)]
        else:
            after[table] = [row.record for row in rows]
    return after


def _by_place(pair: tuple[int, Record]) -> int:
    return pair[0]
