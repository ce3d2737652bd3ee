"""The batches that are about a board: what its versions, its history and the caches of its pages go by.

They are written with each batch, so that no read has to look for them among the rows of all boards.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, case, func, insert, inspect, select, union

from lib.store.plans import Plan
from lib.tables.base import Batch, BatchScope, BoardBatch
from lib.tables.model import BY_NAME, OF_MEETINGS, Meeting

_SCOPE_OF = {
    table.__tablename__: BatchScope.MEETINGS if table is Meeting else BatchScope.AGENDA for table in OF_MEETINGS
}
_SCOPES = tuple(BatchScope)


@dataclass(frozen=True, slots=True)
class Newest:
    """A board's newest batches: of all, and of those beyond agendas and questions; 0 where there is none."""

    of_all: int = 0
    of_board: int = 0


def newest_about(connection: Connection, board: str, version: int) -> Newest:
    """A board's newest batches up to a data version."""
    beyond = case((BoardBatch.scope != BatchScope.AGENDA, BoardBatch.batch))
    query = select(func.max(BoardBatch.batch), func.max(beyond))
    row = connection.execute(query.where(BoardBatch.board == board, BoardBatch.batch <= version)).one()
    return Newest(row[0] or 0, row[1] or 0)


def numbers_of(board: str, *scopes: BatchScope) -> Select[int]:
    """The numbers of the batches about a board that wrote this much of it (any, if no scope is given), oldest first."""
    query = select(BoardBatch.batch).where(BoardBatch.board == board)
    return (query.where(BoardBatch.scope.in_(scopes)) if scopes else query).order_by(BoardBatch.batch)


def about(query: Select[*tuple[Any, ...]], number: Any, board: str) -> Select[*tuple[Any, ...]]:
    """A query about batches (by the column of their number) with only those about a board."""
    return query.join(BoardBatch, BoardBatch.batch == number).where(BoardBatch.board == board)


def note(connection: Connection, plan: Plan, batch: int) -> frozenset[str]:
    """Note the boards that a plan, carried out as a batch, wrote something about; gives them."""
    scopes: dict[str, set[BatchScope]] = {}
    for step in plan.steps:
        for record in (step.old, step.new):
            if record is not None:
                scopes.setdefault(record["board"], set()).add(_scope(step.table))
    _add(connection, ((board, batch, min(found, key=_SCOPES.index)) for board, found in sorted(scopes.items())))
    return frozenset(scopes)


def _scope(table: str) -> BatchScope:
    return _SCOPE_OF.get(table, BatchScope.BOARD)


def note_all(connection: Connection) -> None:
    """Note the boards of every batch there is, by what its rows are about: for a store that has not noted them."""
    scopes: dict[tuple[str, int], BatchScope] = {}
    there = set(inspect(connection).get_table_names())  # a migration comes by here with the tables of its time
    for scope in reversed(_SCOPES):
        named = there.intersection(name for name in BY_NAME if _scope(name) == scope)
        tables = [BY_NAME[name] for name in sorted(named)]
        ends = (mark for table in tables for mark in ((table.board, table.batch), (table.board, table.superseded)))
        rows = connection.execute(union(*(select(board, batch).where(batch.is_not(None)) for board, batch in ends)))
        scopes |= dict.fromkeys(((board, batch) for board, batch in rows if batch is not None), scope)
    _add(connection, ((board, batch, scope) for (board, batch), scope in sorted(scopes.items())))


def _add(connection: Connection, rows: Iterable[tuple[str, int, BatchScope]]) -> None:
    values = [{"board": board, "batch": batch, "scope": scope.value} for board, batch, scope in rows]
    if values:
        connection.execute(insert(BoardBatch), values)


def newest_batch(connection: Connection, board: str, asof: int | None) -> Batch | None:
    """The newest batch about a board's figures, goals or settings (as of a batch)."""
    query = about(select(Batch.__table__), Batch.id, board).where(BoardBatch.scope == BatchScope.BOARD)
    if asof is not None:
        query = query.where(BoardBatch.batch <= asof)
    row = connection.execute(query.order_by(BoardBatch.batch.desc()).limit(1)).first()
    return Batch(**row._mapping) if row else None
