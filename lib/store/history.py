"""The history of a store: the batches about a board with their counts, a batch row by row, and a figure's versions."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, case, false, func, literal, or_, select, union_all

from lib.store.board_batches import about
from lib.store.plans import RowChange, Written
from lib.tables.base import Batch, BoardBatch, Erasure, File, Receipt, Row, columns
from lib.tables.model import TABLES, Absence, Observation
from lib.tables.records import Record


@dataclass(frozen=True, slots=True)
class Entry:
    """One batch in the history of a board, with what it did there.

    `undoes` is the batch that it takes back, `undone` the newest that takes it back; `original` says whether the
    file that it was read from is kept, `erasure` who erased it and when.
    """

    batch: Batch
    counts: Written
    left_out: int = 0
    undoes: int | None = None
    undone: int | None = None
    original: bool = False
    erasure: Erasure | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A row as a batch wrote it, and the batch that replaced or withdrew it."""

    batch: int
    superseded: int | None
    record: Record


def history(
    connection: Connection, board: str, withhold_hours: bool, numbers: Collection[int] | None = None
) -> list[Entry]:
    """Every batch that wrote something about a board, its meetings among it, the newest first; or those of `numbers`.

    With `withhold_hours` rows of absence are counted, but not as new, changed or withdrawn.
    """
    span = None if numbers is None else (min(numbers, default=0), max(numbers, default=0))
    counts = _counts(connection, board, withhold_hours, span)
    own_receipts = about(select(Receipt.__table__), Receipt.batch, board)
    receipts = {row.batch: row for row in connection.execute(own_receipts)}
    taken_back: dict[int, int] = {}
    for number, row in sorted(receipts.items()):
        if row.undoes is not None and row.board in ("", board):
            taken_back[row.undoes] = number
    own_files = about(select(File.hash).join(Batch, Batch.hash == File.hash), Batch.id, board)
    files = set(connection.execute(own_files).scalars())
    erased = about(select(Erasure.__table__).join(Batch, Batch.hash == Erasure.hash), Batch.id, board)
    erasures = {row.hash: Erasure(**row._mapping) for row in connection.execute(erased)}
    entries = []
    own = about(select(Batch.__table__), Batch.id, board).order_by(BoardBatch.batch.desc())
    if numbers is not None:
        own = own.where(BoardBatch.batch.in_(numbers))
    for batch in connection.execute(own):
        receipt, written = receipts.get(batch.id), counts.get(batch.id, Written(batch=batch.id))  # a text was erased
        if receipt and receipt.board == board:
            written.unchanged = receipt.unchanged
        left_out = receipt.left_out if receipt and receipt.board == board else 0
        entry = Entry(
            Batch(**batch._mapping),
            written,
            left_out,
            receipt.undoes if receipt else None,
            taken_back.get(batch.id),
            bool(batch.hash) and batch.hash in files,
            erasures.get(batch.hash),
        )
        entries.append(entry)
    return entries


def _counts(
    connection: Connection, board: str, withhold_hours: bool, span: tuple[int, int] | None
) -> dict[int, Written]:
    """The counts of a board's rows by batch (of a span). A row in the place of one that ends is a change."""
    counts: dict[int, Written] = {}
    for table in TABLES:
        for batch, new, changed, withdrawn in connection.execute(_of_table(table, board, span)):
            written = Written(int(new), int(changed), int(withdrawn), 0, batch)
            if withhold_hours and table is Absence:
                written = Written(batch=batch, uncompared=written.new + written.changed + written.withdrawn)
            counts[batch] = counts[batch] + written if batch in counts else written
            counts[batch].batch = batch
    return counts


def _of_table(table: type[Row], board: str, span: tuple[int, int] | None) -> Select[Any]:
    writes = select(table.batch.label("at"), table.place, literal(1).label("wrote"), literal(0).label("ended"))
    ends = select(table.superseded.label("at"), table.place, literal(0), literal(1))
    writes, ends = writes.where(table.board == board), ends.where(table.board == board)
    if span is not None:
        writes, ends = writes.where(table.batch.between(*span)), ends.where(table.superseded.between(*span))
    else:
        ends = ends.where(table.superseded.is_not(None))
    both = union_all(writes, ends).subquery()
    wrote, ended = func.max(both.c.wrote).label("wrote"), func.max(both.c.ended).label("ended")
    rows = select(both.c.at, wrote, ended).group_by(both.c.at, both.c.place).subquery()
    new = func.sum(case((rows.c.ended == 0, 1), else_=0))
    changed = func.sum(case((rows.c.wrote + rows.c.ended == 2, 1), else_=0))
    withdrawn = func.sum(case((rows.c.wrote == 0, 1), else_=0))
    return select(rows.c.at, new, changed, withdrawn).group_by(rows.c.at)


def steps_of(connection: Connection, batch: int, board: str, limit: int | None = None) -> list[RowChange]:
    """A batch's changes to a board, row by row (the first `limit` of each table)."""
    steps = []
    for table in TABLES:
        rows = _rows(connection, table, board, batch, limit)
        ended = {row["place"]: row for row in rows if row["superseded"] == batch}
        wrote = {row["place"]: row for row in rows if row["batch"] == batch}
        for place in list(dict.fromkeys(row["place"] for row in rows))[:limit]:
            old, new = (_record(table, side[place]) if place in side else None for side in (ended, wrote))
            steps.append(RowChange(table.__tablename__, old, new, ended[place]["id"] if old else None, place))
    return steps


def _rows(connection: Connection, table: type[Row], board: str, batch: int, limit: int | None) -> Sequence[Any]:
    touched = or_(table.batch == batch, table.superseded == batch)
    query = select(table.__table__).where(table.board == board, touched).order_by(table.place)
    return connection.execute(query.limit(2 * limit if limit else None)).mappings().all()


def _record(table: type[Row], row: Any) -> Record:
    return {column.name: row[column.name] for column in columns(table)}


def versions_of(connection: Connection, board: str, keys: Sequence[tuple[Any, ...]]) -> list[Version]:
    """Every version of a series' figures (board, indicator, unit, gender), by period and then in order of writing."""
    table = Observation
    wanted = or_(false(), *(_is(key) for key in keys))
    order = (table.period_end.desc(), table.period_start, table.kind, table.gender, table.id)
    rows = connection.execute(select(table.__table__).where(table.board == board, wanted).order_by(*order)).mappings()
    return [Version(row["batch"], row["superseded"], _record(table, row)) for row in rows]


def _is(key: tuple[Any, ...]) -> Any:
    indicator, unit, gender = key
    of = (Observation.indicator == indicator, Observation.unit == unit, Observation.gender == gender)
    return of[0] & of[1] & of[2]
