"""The store: the only module that speaks SQL. It only grows: every writing is a batch, corrections supersede.

Reads are of current rows, or of those that were current as of a batch.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import TypeVar

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from lib.store.access import access
from lib.store.backup import before_upgrade, has_rows
from lib.store.batches import BatchInfo, carry_out, newest, plan_changes, plan_sync, standing
from lib.store.board_batches import Newest, about, newest_about, newest_batch, numbers_of
from lib.store.current import has_had_figures, observations_of, records_of, rows_of
from lib.store.database import StoreError as StoreError
from lib.store.database import Writing, cannot_open, cannot_write, connect
from lib.store.figure_rows import ShownFigure
from lib.store.files import OriginalFile, content_of, erase, original_of, overwrite_what_is_deleted
from lib.store.history import Entry, Version, history, steps_of, versions_of
from lib.store.identity import identity
from lib.store.plans import Plan, RowChange, Stands, Written
from lib.store.undo import plan_undo
from lib.store.upgrade import check_version, upgrade
from lib.store.withheld import SECRET, Withheld, kept_back
from lib.tables.base import SCHEMA_VERSION, Batch, BatchScope, BoardBatch, Row, StoredMapping
from lib.tables.model import TABLES
from lib.tables.records import Record, Records

R = TypeVar("R", bound=Row)
Revision = tuple[list[Record], list[Record]]
"""The records to put in place of the current ones of their keys, and those to withdraw."""


class Store:
    """A store that exists, at this schema version. Make one with `open_store` or `create_store`."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._identity = identity(engine)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    # Reading

    def version(self) -> int:
        """The data version: the number of the newest batch, 0 in an empty store.

        Raises StoreError if the store is no longer the one that was opened.
        """
        try:
            with self.engine.connect() as connection:
                self._identity.check(connection)
                return newest(connection)
        except DatabaseError as error:
            raise StoreError(cannot_open(self.engine, error)) from error

    def check(self) -> None:
        """Raises StoreError if the store does not answer, is of another version, or is not the one that was opened."""
        check_version(self.engine)
        self.version()

    def newest_about(self, board: str, version: int) -> Newest:
        """The newest batches about a board up to a data version."""
        with self.engine.connect() as connection:
            return newest_about(connection, board, version)

    def newest_batch(self, board: str, asof: int | None = None) -> Batch | None:
        """The newest batch about a board's figures, goals or settings (as of a batch)."""
        with self.engine.connect() as connection:
            return newest_batch(connection, board, asof)

    def version_on(self, day: date, board: str = "") -> int:
        """The data version as it was at the end of a day (UTC), or the board's own: 0 before the first batch."""
        end = datetime.combine(day, time.max, UTC)
        query = select(func.max(Batch.id)).where(Batch.at <= end)
        if board:
            query = about(query, Batch.id, board).where(BoardBatch.scope != BatchScope.AGENDA)
        with self.engine.connect() as connection:
            return connection.scalar(query) or 0

    def versions_of(self, board: str, *beside: BatchScope) -> list[int]:
        """The data versions in which something about a board was written or withdrawn, oldest first.

        Its list of meetings, and what is said in them, are not about the board unless they are asked for `beside`.
        """
        with self.engine.connect() as connection:
            return list(connection.scalars(numbers_of(board, BatchScope.BOARD, *beside)))

    def batches(self, board: str = "") -> list[Batch]:
        """All batches (about a board), oldest first."""
        query = about(select(Batch), Batch.id, board).order_by(BoardBatch.batch) if board else select(Batch)
        with Session(self.engine, expire_on_commit=False) as session:
            return list(session.scalars(query if board else query.order_by(Batch.id)))

    def batch(self, number: int) -> Batch | None:
        """A batch; None if there is none of that number."""
        with Session(self.engine, expire_on_commit=False) as session:
            return session.get(Batch, number)

    def rows(self, table: type[R], board: str = "", asof: int | None = None) -> list[R]:
        """The current rows of a table (of one board), in their place; as of a batch if one is given."""
        return rows_of(self.engine, table, board, asof)

    def records(self, asof: int | None = None) -> Records:
        """Every table's rows as the interchange format has them, in their place; all of one data version."""
        with self.engine.connect() as connection:
            version = newest(connection) if asof is None else asof
            return {table.__tablename__: records_of(connection, table, version) for table in TABLES}

    def observations(self, board: str, asof: int | None = None) -> list[ShownFigure]:
        """A board's observations: the columns of the format, in their place, small groups hidden.

        Where a figure is hidden, value, lower, upper and count are empty and `status` is 'hidden'. They are empty
        too where it is confidential, whatever is stored. What is hidden or confidential now is so as of any earlier
        batch too, so that no older view reveals what the newest hides.
        """
        # What hides figures is loaded where they are asked for: building the store does without.
        from lib.store.redaction import keep_to_itself

        rows = observations_of(self.engine, board, asof)
        if asof is not None and asof < self.newest_about(board, self.version()).of_board:
            keep_to_itself(rows, observations_of(self.engine, board, None))
        return rows

    def standing(self, board: str) -> dict[str, list[Stands]]:
        """Every current row of a board, with its number and place."""
        with self.engine.connect() as connection:
            return standing(connection, {board})

    def withheld(self, board: str, versions: Iterable[int] = ()) -> Withheld:
        """The part of a board that the current user may not see, now or as of some versions."""
        if access(board).sees_secrets:
            return Withheld()
        # Where no figure ever was, none is hidden, and nothing need be read to know it.
        if not has_had_figures(self.engine, board):
            return Withheld(hours=True)
        readings = (observations_of(self.engine, board, asof) for asof in (None, *versions))
        return Withheld(kept_back(board, readings), hours=True)

    # History

    def history(self, board: str) -> list[Entry]:
        """Every batch that wrote something about a board, the newest first, with what it did there."""
        with self.engine.connect() as connection:
            return history(connection, board, withhold_hours=not access(board).sees_secrets)

    def steps_of(self, batch: int, board: str, limit: int | None = None) -> list[RowChange]:
        """A batch's changes to a board, row by row (the first `limit` rows of each table)."""
        with self.engine.connect() as connection:
            return steps_of(connection, batch, board, limit)

    def versions_of_figures(self, board: str, series: Sequence[tuple[str, str, str]]) -> list[Version]:
        """Every version of the figures of some series (indicator, unit, gender), as they were written."""
        with self.engine.connect() as connection:
            return versions_of(connection, board, series)

    def content_of(self, batch: int) -> tuple[str, bytes] | None:
        """The name and content of the file that a batch was read from; None if none is kept."""
        with self.engine.connect() as connection:
            return content_of(connection, batch)

    def original_of(self, batch: int) -> OriginalFile | None:
        """The file that a batch was read from, kept or erased; None if it has none."""
        with self.engine.connect() as connection:
            return original_of(connection, batch)

    def mappings(self, board: str) -> dict[str, str]:
        """The meaning of the columns of a board's files, by the signature of the table, as it was last confirmed."""
        query = (
            select(StoredMapping.signature, StoredMapping.mapping)
            .where(StoredMapping.board == board)
            .order_by(StoredMapping.batch)
        )
        with self.engine.connect() as connection:
            return {row.signature: row.mapping for row in connection.execute(query)}

    # Writing

    def sync(
        self,
        records: Records,
        info: BatchInfo,
        boards: Collection[str] | None = None,
        since: Records | None = None,
    ) -> Written:
        """Make the current rows equal these records, in one batch. Writes nothing where nothing differs.

        Rows that seed or earlier batches of the same kind wrote and that are gone from the records are withdrawn;
        what other kinds of batches wrote (imports, edits) stays. With `boards`, all other boards are left alone;
        with `since`, what the rows were made equal to before, so is all that is the same there.
        Raises StoreError if the store cannot be written.
        """
        with self._writing() as connection:
            return carry_out(connection, plan_sync(connection, records, info.kind, boards, since), info)

    def plan(self, board: str, records: Records, withdraw: Records | None = None) -> Plan:
        """The plan that makes a board's rows of these keys equal the records and withdraws those of other keys.

        Rows of other keys are left alone; a column that a record lacks stays as it is. Rows about what is withheld
        are not compared with what stands there.
        """
        withheld = self.withheld(board) if any(records.get(table) for table in SECRET) else Withheld()
        with self.engine.connect() as connection:
            return plan_changes(connection, board, records, withdraw or {}, withheld)

    def plan_undo(self, batch: int, board: str = "") -> Plan:
        """The plan that undoes a batch (as far as it is about a board, whose own row then stays)."""
        withheld = Withheld(hours=not access(board).sees_secrets)
        with self.engine.connect() as connection:
            return plan_undo(connection, batch, board, withheld)

    def carry_out(self, plan: Plan, info: BatchInfo) -> Written:
        """Write a plan as one batch, whole or not at all; nothing if it has no steps.

        Raises Changed if something has been written since the plan was made, StoreError if the store cannot be written.
        """
        with self._writing() as connection:
            return carry_out(connection, plan, info)

    def edit(self, table: type[Row], put: Iterable[Record], gone: Iterable[Record], info: BatchInfo) -> Written:
        """Put records in the place of the current rows of their keys and withdraw those of others, in one batch.

        Raises StoreError if the store cannot be written.
        """
        name = table.__tablename__
        with self._writing() as connection:
            return carry_out(connection, plan_changes(connection, "", {name: [*put]}, {name: [*gone]}), info)

    def revise(
        self,
        table: type[R],
        board: str,
        change: Callable[[list[R]], Revision],
        info: BatchInfo,
    ) -> Written:
        """Write what follows from a board's current rows of a table.

        Nobody else writes in between, in this process or another, so that a code that follows those taken is free.
        Raises StoreError if the store cannot be written.
        """
        name = table.__tablename__
        with self._writing() as connection:
            put, gone = change(rows_of(connection, table, board))
            return carry_out(connection, plan_changes(connection, board, {name: put}, {name: gone}), info)

    def erase(self, hash: str, who: str) -> bool:
        """Erase a file that batches were read from, for good; False if traces are left as someone is reading.

        Raises StoreError if the store cannot be written.
        """
        with self._writing() as connection:
            erase(connection, hash, who)
        return overwrite_what_is_deleted(self.engine)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with Writing(self.engine) as connection:
                yield connection
                self._identity.check(connection)  # what is written to another store than was read is not kept
        except OperationalError as error:
            raise StoreError(cannot_write(self.engine, error)) from error


def create_store(url: str = "") -> Store:
    """Open the store, making its tables if there are none; an older one is backed up and upgraded.

    Raises StoreError with a plain sentence.
    """
    engine = connect(url)
    try:
        if 0 < has_rows(engine) < SCHEMA_VERSION:
            before_upgrade(engine)
        with engine.begin() as connection:
            upgrade(connection)
    except DatabaseError as error:
        engine.dispose()
        raise StoreError(cannot_open(engine, error)) from error
    return _checked(engine)


def open_store(url: str = "") -> Store:
    """Open a store that exists. Raises StoreError with a plain sentence if there is none of this version."""
    return _checked(connect(url))


def _checked(engine: Engine) -> Store:
    try:
        check_version(engine)
    except StoreError:
        engine.dispose()
        raise
    return Store(engine)
