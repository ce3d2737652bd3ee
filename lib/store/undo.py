"""The plan that undoes a batch, also an old one: as a new batch that restores what it replaced or withdrew.

What later batches have changed is kept and named, and so are rows that others need, or that lack one they need. What
stands is known by the batches it comes from and never by its values, which may be withheld from whoever asks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, or_, select

from lib.store.batches import newest, standing
from lib.store.board_batches import about
from lib.store.plans import Kept, Plan, RowChange, UndoObstacle, applied
from lib.store.withheld import Withheld
from lib.tables.base import Receipt, Row, columns
from lib.tables.model import BY_NAME, TABLES
from lib.tables.records import Key, Record, key_of
from lib.tables.table_checks import dangling

_NONE = Withheld()


@dataclass(frozen=True, slots=True)
class _Lived:
    """A row: its number and place, the batch that wrote it and the one that ended it."""

    row: int
    place: int
    batch: int
    superseded: int | None
    record: Record


def plan_undo(connection: Connection, batch: int, board: str = "", withheld: Withheld = _NONE) -> Plan:
    """The plan that undoes a batch (as far as it is about a board, whose own row then stays)."""
    steps, obstacles = list[RowChange](), list[Kept]()
    for table in TABLES:
        if board and table.key == ("board",):
            continue
        compared = not (withheld.hours and table.__tablename__ == "absence")
        for step in _undone(connection, table, batch, board):
            if isinstance(step, RowChange):
                steps.append(replace(step, compared=compared))
            else:
                obstacles.append(step)
    plan = Plan(newest(connection), tuple(steps), undoes=batch, board=board, kept=tuple(obstacles))
    return _whole(connection, plan)


def _undone(connection: Connection, table: type[Row], batch: int, board: str) -> Iterator[RowChange | Kept]:
    """The step, or the obstacle to it, for each row of a table that the batch wrote, replaced or withdrew."""
    touched = _rows(connection, table, board, or_(table.batch == batch, table.superseded == batch))
    wrote = {key_of(table, row.record): row for row in touched if row.batch == batch}
    was = {key_of(table, row.record): row for row in touched if row.superseded == batch}
    if not touched:
        return
    now = {key_of(table, row.record): row for row in _rows(connection, table, board, table.superseded.is_(None))}
    origins = _Origins(connection, table, board)
    for key in {**was, **wrote}:
        left, before, stands = wrote.get(key), was.get(key), now.get(key)
        if (stands is left is None) or (left and stands and origins.batch_of(key, stands, batch) == batch):
            place = next(row.place for row in (before, stands) if row)
            after = before.record if before else None
            number = stands.row if stands else None
            yield RowChange(table.__tablename__, left.record if left else None, after, number, place)
        else:
            named = next(row for row in (stands, left, before) if row)
            by = stands.batch if stands else left.superseded if left else None
            yield Kept(table.__tablename__, named.record, UndoObstacle.CHANGED_LATER, by)


class _Origins:
    """The rows of a table that the undos have brought back."""

    def __init__(self, connection: Connection, table: type[Row], board: str) -> None:
        self.undoes = _undoes(connection, board)
        rows = _rows(connection, table, board, table.superseded.in_(set(self.undoes.values()))) if self.undoes else []
        self.ended = {(key_of(table, row.record), row.superseded): row for row in rows}

    def batch_of(self, key: Key, row: _Lived, batch: int) -> int:
        """The batch whose row this is, brought back by undos since then; as far back as to `batch`."""
        while row.batch != batch and (before := self.ended.get((key, self.undoes.get(row.batch)))):
            row = before
        return row.batch


def _undoes(connection: Connection, board: str) -> Mapping[int, int]:
    """The batch that each undo (of something about a board) reverses."""
    query = select(Receipt.batch, Receipt.undoes)
    if board:
        query = about(query, Receipt.batch, board)
    return {batch: undoes for batch, undoes in connection.execute(query) if undoes is not None}


def _rows(connection: Connection, table: type[Row], board: str, which: Any) -> list[_Lived]:
    names = [column.name for column in columns(table)]
    own = (table.id, table.place, table.batch, table.superseded)
    query = select(*own, *(getattr(table, name) for name in names)).where(which).order_by(table.place)
    if board:
        query = query.where(table.board == board)
    return [
        _Lived(row, place, batch, superseded, dict(zip(names, values, strict=True)))
        for row, place, batch, superseded, *values in connection.execute(query)
    ]


def _whole(connection: Connection, plan: Plan) -> Plan:
    """The plan less the steps that would leave a row without one it refers to, until there are none."""
    boards = {record["board"] for step in plan.steps for record in (step.old, step.new) if record}
    now = standing(connection, boards)
    while True:
        faults = [
            (table.__tablename__, record, other, code) for table, record, _, other, code in dangling(applied(now, plan))
        ]
        needed = {(other, record["board"], code) for _table, record, other, code in faults}
        lacking = {(table, key_of(BY_NAME[table], record)) for table, record, _other, _code in faults}
        stay = [step for step in plan.steps if _holds_up(step, needed)]
        why = UndoObstacle.NEEDED if stay else UndoObstacle.LACKING
        stay = stay or [step for step in plan.steps if step.new and (step.table, step.key) in lacking]
        if not stay:
            return plan
        named = tuple(Kept(step.table, step.old or step.new or {}, why) for step in stay)
        left = {id(step) for step in stay}
        steps = tuple(step for step in plan.steps if id(step) not in left)
        plan = replace(plan, steps=steps, kept=plan.kept + named)


def _holds_up(step: RowChange, needed: set[tuple[str, str, str]]) -> bool:
    """Whether a step withdraws a row that others refer to."""
    if step.new is not None or step.old is None:
        return False
    code = step.old[(BY_NAME[step.table].key[1:] or BY_NAME[step.table].key)[0]]
    return (step.table, step.old["board"], code) in needed
