"""The rows that are the users' own, so that a seed leaves them alone: those they corrected, withdrew or took back.

A row that an undo brought back is whose it was before, but where the undo took back a seed's doing it is the users'.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement

from lib.tables.base import Batch, Row, columns
from lib.tables.records import Key

USERS = frozenset({"import", "edit"})


@dataclass(frozen=True, slots=True)
class Lived:
    """A row through its life: what kind of batch wrote it and what kind ended it ('' = none)."""

    batch: int
    by: str
    superseded: int | None
    ended: str
    values: tuple[Any, ...]


def users_own(connection: Connection, table: type[Row], where: Sequence[ColumnElement[bool]]) -> set[Key]:
    """The keys of a table (of some boards) that a seed neither writes over, withdraws nor brings back."""
    if not connection.scalar(select(Batch.id).where(Batch.kind != "seed").limit(1)):
        return set()
    return {key for key, rows in _lives(connection, table, where).items() if is_users(rows)}


def _lives(connection: Connection, table: type[Row], where: Iterable[ColumnElement[bool]]) -> dict[Key, list[Lived]]:
    names = [column.name for column in columns(table)]
    places = [names.index(name) for name in table.key]
    ending = aliased(Batch)
    query = (
        select(table.batch, Batch.kind, table.superseded, ending.kind, *(getattr(table, name) for name in names))
        .join(Batch, table.batch == Batch.id)
        .outerjoin(ending, table.superseded == ending.id)
        .where(*where)
        .order_by(table.id)
    )
    lives: dict[Key, list[Lived]] = defaultdict(list)
    for batch, by, superseded, ended, *values in connection.execute(query):
        lived = Lived(batch, by, superseded, ended or "", tuple(values))
        lives[tuple(values[place] for place in places)].append(lived)
    return lives


def is_users(rows: Sequence[Lived]) -> bool:
    """Whether the newest of a key's rows (in the order they were written) is the users' own, or gone by their doing."""
    last = rows[-1]
    if not last.ended:
        return _whose(rows) != "seed"
    return last.ended in USERS or (last.ended == "undo" and _whose(rows) == "seed")


def _whose(rows: Sequence[Lived]) -> str:
    """The kind of batch that the newest of a key's rows is owed to."""
    *earlier, last = rows
    if last.by != "undo":
        return last.by
    if not earlier:
        return "edit"
    before = earlier[-1]
    undone = _whose(earlier) if before.superseded == last.batch else before.ended
    if undone == "seed":
        return "edit"
    alike = [place for place, row in enumerate(earlier) if row.values == last.values and row.by != "undo"]
    return earlier[alike[-1]].by if alike else "edit"
