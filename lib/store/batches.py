"""Planning a batch against the current rows, and carrying out a plan: all within a connection of the caller."""

import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any

from sqlalchemy import Connection, func, insert, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from lib.store.absence_publishing import FROM, publish
from lib.store.board_batches import note
from lib.store.files import keep
from lib.store.plans import Plan, RowChange, Stands, Written
from lib.store.user_rows import users_own
from lib.store.withheld import Withheld
from lib.tables.base import Batch, Receipt, Row, StoredMapping, columns
from lib.tables.model import BY_NAME, TABLES
from lib.tables.records import Key, Record, Records, key_of

_SLIP = timedelta(days=1)
_log = logging.getLogger("malbild.store")
# More codes than this are not asked for by name: all rows of the boards are read instead.
_MANY = 500
# As many rows go to the database at a time.
_CHUNK = 5000
_NONE = Withheld()


@dataclass(frozen=True, slots=True)
class BatchInfo:
    """The author of a batch, its kind and its source.

    `content` is the file itself, `mappings` the user's account of its columns: board, signature of a table, mapping.
    """

    kind: str
    who: str
    file: str = ""
    hash: str = ""
    note: str = ""
    at: datetime | None = None  # now, unless the batch is of another day
    content: bytes | None = None
    mappings: tuple[tuple[str, str, str], ...] = ()


class Changed(Exception):
    """The data is of another version than the plan was made from; nothing was written."""


@dataclass(frozen=True, slots=True)
class _Now:
    """A current row: its number, its place, what kind of batch wrote it, its values in the table's order."""

    row: int
    place: int
    by: str
    values: tuple[Any, ...]


def newest(connection: Connection) -> int:
    """The data version: the number of the newest batch, 0 in an empty store."""
    return connection.scalar(select(func.max(Batch.id))) or 0


# Planning


def plan_sync(
    connection: Connection,
    records: Records,
    kind: str,
    boards: Collection[str] | None = None,
    since: Records | None = None,
) -> Plan:
    """The plan that makes the current rows equal the records; rows of other kinds of batches are not withdrawn.

    A seed neither writes over what is the users' own nor brings back what they withdrew.
    `boards`: look at the rows and records of these boards only (None = all). Tables that are not among the records
    are left as they are. `since`: what the rows were made equal to before; what is the same there is not looked at.
    """
    version, steps, unchanged = newest(connection), list[RowChange](), 0
    for table in [table for table in TABLES if table.__tablename__ in records]:
        name = table.__tablename__
        where: list[ColumnElement[bool]] = [] if boards is None else [table.board.in_(boards)]
        wanted = [record for record in records[name] if boards is None or record["board"] in boards]
        named = {key_of(table, record) for record in wanted}
        if since is not None:
            before = {key_of(table, record): record for record in since.get(name, ())}
            differ = [record for record in wanted if record != before.get(key_of(table, record))]
            unchanged, wanted = unchanged + len(wanted) - len(differ), differ
            where += _about(table, [*wanted, *(record for key, record in before.items() if key not in named)])
        there = _current(connection, table, where)
        own = users_own(connection, table, where) if kind == "seed" else frozenset[Key]()
        free = {key: row for key, row in there.items() if key not in own}
        ours = [record for record in wanted if key_of(table, record) not in own]
        changes, same = _compared(connection, table, ours, free)
        steps += changes
        unchanged += same + len(wanted) - len(ours)
        gone = [row for key, row in free.items() if key not in named and row.by in {kind, "undo"}]
        steps += [_withdrawal(table, row) for row in gone]
    return Plan(version, tuple(steps), unchanged)


def plan_changes(
    connection: Connection, board: str, records: Records, withdraw: Records, withheld: Withheld = _NONE
) -> Plan:
    """The plan that makes a board's current rows of these keys equal the records, and withdraws the others.

    A column that a record lacks stays as it is, or is empty in a new row. Rows of other keys are left alone, and so
    is what the records have of other boards ('' = they may be of any). What is withheld is replaced by the records
    whole, whatever stands there.
    """
    version, steps, unchanged = newest(connection), list[list[RowChange]](), 0
    for table in TABLES:
        wanted, gone = (
            [record for record in rows.get(table.__tablename__, []) if board in ("", record["board"])]
            for rows in (records, withdraw)
        )
        if wanted or gone:
            there = _current(connection, table, _about(table, [*wanted, *gone]))
            changes, same = _compared(connection, table, wanted, there, withheld)
            steps.append(changes)
            unchanged += same
            keys = {key_of(table, record) for record in gone}
            steps.append([_withdrawal(table, row) for key, row in there.items() if key in keys])
    return Plan(version, tuple(chain.from_iterable(steps)), unchanged, board=board)


def _about(table: type[Row], records: Sequence[Record]) -> list[ColumnElement[bool]]:
    """The conditions of the current rows that may have the keys of some records."""
    clauses: list[ColumnElement[bool]] = [table.board.in_({record["board"] for record in records})]
    for name in [name for name in table.key if name in (*table.key[1:2], "period_end")]:
        codes = {record[name] for record in records}
        if len(codes) <= _MANY:
            clauses.append(getattr(table, name).in_(codes))
    return clauses


def _current(connection: Connection, table: type[Row], where: Iterable[ColumnElement[bool]]) -> dict[Key, _Now]:
    names = [column.name for column in columns(table)]
    places = [names.index(name) for name in table.key]
    query = select(table.id, table.place, Batch.kind, *(getattr(table, name) for name in names))
    query = query.join(Batch, table.batch == Batch.id).where(table.superseded.is_(None), *where)
    rows = (_Now(row[0], row[1], row[2], tuple(row[3:])) for row in connection.execute(query.order_by(table.place)))
    return {tuple([row.values[place] for place in places]): row for row in rows}


def _compared(
    connection: Connection,
    table: type[Row],
    wanted: Iterable[Record],
    there: dict[Key, _Now],
    withheld: Withheld = _NONE,
) -> tuple[list[RowChange], int]:
    """The steps that make rows equal records, in the records' order, and how many already do."""
    names, name = [column.name for column in columns(table)], table.__tablename__
    empty = {column.name: "" if column.default is not None else None for column in columns(table)}
    place = connection.scalar(select(func.max(table.id))) or 0  # no place is above the newest row's number
    steps, unchanged = [], 0
    for record in wanted:
        key = key_of(table, record)
        old, compared = there.get(key), not withheld.has(name, key)
        whole = record if len(record) == len(names) else empty | record
        if old is None:
            place += 1
            steps.append(RowChange(name, None, whole, None, place, compared))
        elif not compared:
            before = dict(zip(names, old.values, strict=True))
            steps.append(RowChange(name, before, whole, old.row, old.place, compared))
        elif tuple([record.get(column, value) for column, value in zip(names, old.values, strict=True)]) == old.values:
            unchanged += 1
        else:
            before = dict(zip(names, old.values, strict=True))
            steps.append(RowChange(name, before, before | record, old.row, old.place))
    return steps, unchanged


def _withdrawal(table: type[Row], row: _Now) -> RowChange:
    names = [column.name for column in columns(table)]
    return RowChange(table.__tablename__, dict(zip(names, row.values, strict=True)), None, row.row, row.place)


def standing(connection: Connection, boards: Collection[str]) -> dict[str, list[Stands]]:
    """Every current row of some boards, in order of place."""
    rows = {}
    for table in TABLES:
        names = [column.name for column in columns(table)]
        query = select(table.id, table.place, *(getattr(table, name) for name in names))
        query = query.where(table.superseded.is_(None), table.board.in_(boards)).order_by(table.place)
        rows[table.__tablename__] = [
            Stands(row, place, dict(zip(names, values, strict=True)))
            for row, place, *values in connection.execute(query)
        ]
    return rows


# Carrying out


def carry_out(connection: Connection, plan: Plan, info: BatchInfo) -> Written:
    """Write a plan as one batch; nothing if it has no steps. Raises Changed if the data is of another version now."""
    if newest(connection) != plan.version:
        raise Changed
    written = plan.counts()
    if not plan:
        return written
    written.batch = _add_batch(connection, info)
    for name, table in BY_NAME.items():
        steps = plan.of(name)
        gone = [step.row for step in steps if step.row is not None]
        for start in range(0, len(gone), _CHUNK):
            ids = gone[start : start + _CHUNK]
            connection.execute(update(table).where(table.id.in_(ids)).values(superseded=written.batch))
        for start in range(0, len(steps), _CHUNK):
            chunk = steps[start : start + _CHUNK]
            added = [
                {**step.new, "batch": written.batch, "place": step.place} for step in chunk if step.new is not None
            ]
            if added:
                connection.execute(insert(table), added)
    boards = note(connection, plan, written.batch)
    if any(step.table in FROM for step in plan.steps):
        publish(connection, written.batch, boards)
    _add_receipt(connection, plan, info, written.batch)
    return written


def _add_batch(connection: Connection, info: BatchInfo) -> int:
    values = {"kind": info.kind, "who": info.who, "file": info.file, "hash": info.hash, "note": info.note}
    at = info.at or _now(connection)
    added = connection.execute(insert(Batch).values(at=at, **values).returning(Batch.id))
    return int(added.scalar_one())


def _add_receipt(connection: Connection, plan: Plan, info: BatchInfo, batch: int) -> None:
    values = {"unchanged": plan.unchanged, "left_out": plan.left_out, "undoes": plan.undoes, "board": plan.board}
    connection.execute(insert(Receipt).values(batch=batch, **values))
    if info.content is not None:
        keep(connection, info.hash, info.content)
    for board, signature, mapping in info.mappings:
        connection.execute(insert(StoredMapping).values(batch=batch, board=board, signature=signature, mapping=mapping))


def _now(connection: Connection) -> datetime:
    """The time of day, but never before that of a batch already there: later batches are not of earlier days.

    A user's batch that is stamped more than a day ahead was stamped by a clock that was wrong: it stamps no other.
    """
    now = datetime.now(UTC)
    plausible = or_(Batch.kind == "seed", Batch.at <= now + _SLIP)
    newest_at: datetime | None = connection.scalar(select(func.max(Batch.at)).where(plausible))
    ahead = connection.scalar(select(func.max(Batch.id)).where(~plausible))
    if ahead is not None:
        _log.warning("change %s is stamped later than the server's clock, %s: one of them is wrong", ahead, now)
    if newest_at is None:
        return now
    return max(now, newest_at if newest_at.tzinfo else newest_at.replace(tzinfo=UTC))
