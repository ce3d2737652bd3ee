"""Writing a batch: what it takes to make the current rows equal some records, and carrying it out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select, update

from lib.model import TABLES
from lib.rows import Batch, Row, columns
from lib.tables import Record, Records, key_of


@dataclass(frozen=True, slots=True)
class BatchInfo:
    """Who writes, in what way and from what."""

    kind: str
    who: str
    file: str = ""
    hash: str = ""
    note: str = ""
    at: datetime | None = None  # now, unless the batch is of another day


@dataclass(slots=True)
class Written:
    """What a batch did, in rows. `batch` is None when there was nothing to write."""

    new: int = 0
    changed: int = 0
    withdrawn: int = 0
    unchanged: int = 0
    batch: int | None = None

    def __add__(self, other: "Written") -> "Written":
        return Written(
            self.new + other.new,
            self.changed + other.changed,
            self.withdrawn + other.withdrawn,
            self.unchanged + other.unchanged,
        )


@dataclass(slots=True)
class _Plan:
    """What it takes to make a table's current rows equal some records."""

    add: list[Record] = field(default_factory=list)
    supersede: list[int] = field(default_factory=list)
    written: Written = field(default_factory=Written)


def write(connection: Connection, records: Records, info: BatchInfo, boards: Collection[str] | None = None) -> Written:
    """Make the current rows equal the records, in one batch; nothing is written where nothing differs.

    `boards`: look at the rows and records of these boards only (None = all).
    """
    plans = {table: _plan(connection, table, records[table.__tablename__], info.kind, boards) for table in TABLES}
    total = sum((plan.written for plan in plans.values()), Written())
    if total.new or total.changed or total.withdrawn:
        total.batch = _add_batch(connection, info)
        for table, plan in plans.items():
            _carry_out(connection, table, plan, total.batch)
    return total


def edit(
    connection: Connection, table: type[Row], put: Iterable[Record], gone: Iterable[Record], info: BatchInfo
) -> Written:
    """Put records in the place of the current rows of their keys and withdraw those of other keys, in one batch."""
    rows = {key_of(table, row): row for row in _current(connection, table)}
    place = connection.scalar(select(func.max(table.place))) or 0
    plan = _Plan()
    for record in put:
        old = rows.get(key_of(table, record))
        if old and all(old[name] == value for name, value in record.items()):
            plan.written.unchanged += 1
            continue
        place += 0 if old else 1
        plan.add.append({**record, "place": old["place"] if old else place})
        plan.supersede += [old["id"]] if old else []
        plan.written += Written(new=int(not old), changed=int(bool(old)))
    withdrawn = [rows[key]["id"] for key in {key_of(table, one) for one in gone} if key in rows]
    plan.supersede += withdrawn
    plan.written += Written(withdrawn=len(withdrawn))
    if plan.add or plan.supersede:
        plan.written.batch = _add_batch(connection, info)
        _carry_out(connection, table, plan, plan.written.batch)
    return plan.written


def _current(connection: Connection, table: type[Row]) -> list[Record]:
    wanted = [table.id, table.place, *(getattr(table, column.name) for column in columns(table))]
    return [dict(row._mapping) for row in connection.execute(select(*wanted).where(table.superseded.is_(None)))]


def _plan(
    connection: Connection, table: type[Row], records: Iterable[Record], kind: str, boards: Collection[str] | None
) -> _Plan:
    names = [column.name for column in columns(table)]
    query = select(table.id, table.place, Batch.kind.label("by"), *(getattr(table, name) for name in names))
    query = query.join(Batch, table.batch == Batch.id).where(table.superseded.is_(None))
    if boards is not None:
        query = query.where(table.board.in_(boards))
        records = [record for record in records if record["board"] in boards]
    rows = [dict(row._mapping) for row in connection.execute(query)]
    there = {key_of(table, row): row for row in rows}
    place = connection.scalar(select(func.max(table.place))) or 0
    plan = _Plan()
    for record in records:
        old = there.pop(key_of(table, record), None)
        if old is None:
            place += 1
            plan.add.append({**record, "place": place})
            plan.written.new += 1
        elif all(old[name] == record[name] for name in names) or _kept(old["by"], kind):
            plan.written.unchanged += 1
        else:
            plan.add.append({**record, "place": old["place"]})
            plan.supersede.append(old["id"])
            plan.written.changed += 1
    gone = [row["id"] for row in there.values() if row["by"] == kind]
    plan.supersede += gone
    plan.written.withdrawn = len(gone)
    return plan


def _kept(by: str, kind: str) -> bool:
    """Whether a row stays as it is: a seed does not write over what an import or an edit has corrected."""
    return kind == "seed" and by != "seed"


def _carry_out(connection: Connection, table: type[Row], plan: _Plan, batch: int) -> None:
    for ids in _chunks(plan.supersede):
        connection.execute(update(table).where(table.id.in_(ids)).values(superseded=batch))
    if plan.add:
        connection.execute(insert(table), [{**record, "batch": batch} for record in plan.add])


def _chunks(ids: Sequence[int], size: int = 500) -> Iterable[Sequence[int]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


def _add_batch(connection: Connection, info: BatchInfo) -> int:
    values = {"kind": info.kind, "who": info.who, "file": info.file, "hash": info.hash, "note": info.note}
    at = info.at or _now(connection)
    added = connection.execute(insert(Batch).values(at=at, **values).returning(Batch.id))
    return int(added.scalar_one())


def _now(connection: Connection) -> datetime:
    """The time of day, but never before that of a batch already there: later batches are not of earlier days."""
    now = datetime.now(UTC)
    newest: datetime | None = connection.scalar(select(func.max(Batch.at)))
    if newest is None:
        return now
    return max(now, newest if newest.tzinfo else newest.replace(tzinfo=UTC))
