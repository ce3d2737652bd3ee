"""The store: the only module that speaks SQL. It only grows: every writing is a batch, corrections supersede.

SQLite (WAL, foreign keys on) unless DATABASE_URL says another database; the same code runs on PostgreSQL. Reads are
of current rows, or of those that were current as of a batch.
"""

import os
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
from sqlalchemy import Connection, Engine, create_engine, event, func, insert, select, text, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ColumnElement

from lib.disclosure import Cell, hidden
from lib.model import (
    SCHEMA_VERSION,
    TABLES,
    Base,
    Batch,
    Indicator,
    Observation,
    Row,
    Setting,
    columns,
)
from lib.tables import Record, Records, key_of
from lib.words import _

DATA_DIR = Path(__file__).parent.parent / "data"
DEFAULT_PATH = DATA_DIR / "malbild.sqlite"

R = TypeVar("R", bound=Row)


class StoreError(Exception):
    """The store cannot be used; the message is a plain sentence for the user."""


@dataclass(frozen=True, slots=True)
class BatchInfo:
    """Who writes, in what way and from what."""

    kind: str
    who: str
    file: str = ""
    hash: str = ""
    note: str = ""


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


def database_url() -> str:
    """Where the store is: DATABASE_URL, else the SQLite file in the data folder."""
    return os.environ.get("DATABASE_URL") or f"sqlite:///{DEFAULT_PATH}"


def _on_connect(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000", "synchronous=NORMAL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.drivername in {"postgres", "postgresql"}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    engine = create_engine(parsed)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_connect)
    return engine


class Store:
    """A store that exists, at this schema version. Make one with `open_store` or `create_store`."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    # Reading

    def version(self) -> int:
        """The data version: the number of the newest batch, 0 in an empty store."""
        with self.engine.connect() as connection:
            return connection.scalar(select(func.max(Batch.id))) or 0

    def batches(self) -> list[Batch]:
        """All batches, oldest first."""
        with Session(self.engine, expire_on_commit=False) as session:
            return list(session.scalars(select(Batch).order_by(Batch.id)))

    def rows(self, table: type[R], board: str = "", asof: int | None = None) -> list[R]:
        """The current rows of a table (of one board), in their place; as of a batch if one is given."""
        query = select(table).where(*_current(table, board, asof)).order_by(table.place)
        with Session(self.engine, expire_on_commit=False) as session:
            return list(session.scalars(query))

    def records(self, asof: int | None = None) -> Records:
        """Every table's rows as the interchange format has them, in their place."""
        with self.engine.connect() as connection:
            return {table.__tablename__: _records(connection, table, asof) for table in TABLES}

    def observations(self, board: str, asof: int | None = None) -> pd.DataFrame:
        """A board's observations as a frame: the columns of the format, in their place, small groups hidden.

        Where a figure is hidden, value, lower, upper and count are empty and `status` is 'hidden'.
        """
        names = [column.name for column in columns(Observation)]
        wanted = [getattr(Observation, name) for name in names]
        query = (
            select(*wanted, Indicator.minimum_group)
            .join(
                Indicator,
                (Indicator.board == Observation.board) & (Indicator.indicator == Observation.indicator),
            )
            .where(*_current(Observation, board, asof), *_current(Indicator, board, asof))
            .order_by(Observation.place)
        )
        with self.engine.connect() as connection:
            found = connection.execute(query).all()
        frame = pd.DataFrame.from_records([tuple(row) for row in found], columns=[*names, "minimum_group"])
        return _without_small_groups(frame).drop(columns="minimum_group")

    # Writing

    def write(self) -> AbstractContextManager[Connection]:
        """A transaction that no other writer is in. Readers go on reading what was before."""
        return _Writing(self.engine)

    def sync(self, records: Records, info: BatchInfo) -> Written:
        """Make the current rows equal these records, in one batch. Writes nothing where nothing differs.

        Rows that seed or earlier batches of the same kind wrote and that are gone from the records are withdrawn;
        what other kinds of batches wrote (imports, edits) stays.
        """
        with self.write() as connection:
            plans = {table: _plan(connection, table, records[table.__tablename__], info.kind) for table in TABLES}
            total = sum((plan.written for plan in plans.values()), Written())
            if total.new or total.changed or total.withdrawn:
                total.batch = _add_batch(connection, info)
                for table, plan in plans.items():
                    _carry_out(connection, table, plan, total.batch)
        return total


class _Writing(AbstractContextManager[Connection]):
    """One writer at a time, on either database."""

    def __init__(self, engine: Engine) -> None:
        self._begin = engine.begin()
        self._lock = "BEGIN IMMEDIATE" if engine.dialect.name == "sqlite" else "LOCK TABLE batches IN EXCLUSIVE MODE"

    def __enter__(self) -> Connection:
        connection = self._begin.__enter__()
        connection.execute(text(self._lock))
        return connection

    def __exit__(self, *error: Any) -> None:
        self._begin.__exit__(*error)


def _current(table: type[Row], board: str, asof: int | None) -> list[ColumnElement[bool]]:
    clauses: list[ColumnElement[bool]] = []
    if board:
        clauses.append(table.board == board)
    if asof is None:
        clauses.append(table.superseded.is_(None))
    else:
        clauses += [table.batch <= asof, table.superseded.is_(None) | (table.superseded > asof)]
    return clauses


def _records(connection: Connection, table: type[Row], asof: int | None) -> list[Record]:
    wanted = [getattr(table, column.name) for column in columns(table)]
    query = select(*wanted).where(*_current(table, "", asof)).order_by(table.place)
    return [dict(row._mapping) for row in connection.execute(query)]


def _plan(connection: Connection, table: type[Row], records: Iterable[Record], kind: str) -> _Plan:
    names = [column.name for column in columns(table)]
    query = select(table.id, table.place, Batch.kind.label("by"), *(getattr(table, name) for name in names))
    query = query.join(Batch, table.batch == Batch.id).where(table.superseded.is_(None))
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
        elif all(old[name] == record[name] for name in names):
            plan.written.unchanged += 1
        else:
            plan.add.append({**record, "place": old["place"]})
            plan.supersede.append(old["id"])
            plan.written.changed += 1
    gone = [row["id"] for row in there.values() if row["by"] == kind]
    plan.supersede += gone
    plan.written.withdrawn = len(gone)
    return plan


def _carry_out(connection: Connection, table: type[Row], plan: _Plan, batch: int) -> None:
    for ids in _chunks(plan.supersede):
        connection.execute(update(table).where(table.id.in_(ids)).values(superseded=batch))
    if plan.add:
        connection.execute(insert(table), [{**record, "batch": batch} for record in plan.add])


def _chunks(ids: Sequence[int], size: int = 500) -> Iterable[Sequence[int]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


def _add_batch(connection: Connection, info: BatchInfo) -> int:
    values = {"kind": info.kind, "who": info.who, "file": info.file, "hash": info.hash, "note": info.note}
    added = connection.execute(insert(Batch).values(at=datetime.now(UTC), **values).returning(Batch.id))
    return int(added.scalar_one())


def _without_small_groups(frame: pd.DataFrame) -> pd.DataFrame:
    series = ["indicator", "unit", "period_start", "period_end", "kind"]
    cells = [
        Cell(key, gender, None if pd.isna(count) else int(count), minimum)
        for key, gender, count, minimum in zip(
            frame[series].itertuples(index=False, name=None),
            frame["gender"],
            frame["count"],
            frame["minimum_group"],
            strict=True,
        )
    ]
    small = sorted(hidden(cells))
    if small:
        frame.loc[small, ["value", "lower", "upper", "count"]] = None
        frame.loc[small, "status"] = "hidden"
        frame.loc[small, "note"] = ""
    return frame


def create_store(url: str = "") -> Store:
    """Open the store, making its tables if there are none. Raises StoreError with a plain sentence."""
    engine = _engine(url or database_url())
    try:
        with engine.begin() as connection:
            if not engine.dialect.has_table(connection, Setting.__tablename__):
                Base.metadata.create_all(connection)
                connection.execute(insert(Setting).values(name="schema_version", value=str(SCHEMA_VERSION)))
    except OperationalError as error:
        engine.dispose()
        raise StoreError(_cannot_open(engine, error)) from error
    return _checked(engine)


def open_store(url: str = "") -> Store:
    """Open a store that exists. Raises StoreError with a plain sentence if there is none or it is newer than this."""
    engine = _engine(url or database_url())
    return _checked(engine)


def empty_store(url: str = "") -> None:
    """Throw away a store that holds nothing but its seed. Raises StoreError if it holds anything else."""
    engine = _engine(url or database_url())
    try:
        with Session(engine) as session:
            there = engine.dialect.has_table(session.connection(), Batch.__tablename__)
            if there and session.scalar(select(func.count()).where(Batch.kind != "seed")):
                raise StoreError(_("The store holds more than its seed (imports or edits) and is not thrown away."))
        Base.metadata.drop_all(engine)
    finally:
        engine.dispose()


def _checked(engine: Engine) -> Store:
    try:
        _check_version(engine)
    except StoreError:
        engine.dispose()
        raise
    return Store(engine)


def _check_version(engine: Engine) -> None:
    try:
        with engine.connect() as connection:
            if not engine.dialect.has_table(connection, Setting.__tablename__):
                raise StoreError(_("The store is empty. Run “python -m lib build” first."))
            made_with = connection.scalar(select(Setting.value).where(Setting.name == "schema_version"))
    except OperationalError as error:
        raise StoreError(_cannot_open(engine, error)) from error
    if int(made_with or 0) > SCHEMA_VERSION:
        raise StoreError(
            _("The store was made by a newer version of Målbild ({theirs}, this is {ours}). Update Målbild.").format(
                theirs=made_with, ours=SCHEMA_VERSION
            )
        )


def _cannot_open(engine: Engine, error: OperationalError) -> str:
    if engine.dialect.name == "sqlite":
        return _("The store {path} cannot be opened or written. Check that the folder can be written to.").format(
            path=engine.url.database
        )
    return _("The database at {host} does not answer: {reason}").format(
        host=engine.url.host, reason=str(error.orig).splitlines()[0]
    )
