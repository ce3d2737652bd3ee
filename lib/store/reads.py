"""Reading the store: current rows, or those that were current as of a batch; what the user may not read is refused."""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from lib.store.access import Right, access, require
from lib.store.batches import newest, standing
from lib.store.board_batches import Newest, about, newest_about, newest_batch, numbers_of
from lib.store.current import current, has_had_figures, observations_of, records_of, rows_of, values_of
from lib.store.database import StoreError, cannot_open
from lib.store.figure_rows import ShownFigure
from lib.store.files import OriginalFile, boards_of, content_of, original_of
from lib.store.history import Entry, Version, history, steps_of, versions_of
from lib.store.identity import identity
from lib.store.plans import RowChange, Stands
from lib.store.upgrade import check_version
from lib.store.withheld import Withheld, kept_back
from lib.tables.base import Batch, BatchScope, BoardBatch, Row, StoredMapping
from lib.tables.model import TABLES, Observation
from lib.tables.records import Records

R = TypeVar("R", bound=Row)


class StoreReads:
    """What can be read of a store."""

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
        require(board, Right.READ)
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
        require(board, Right.READ)
        with self.engine.connect() as connection:
            return list(connection.scalars(numbers_of(board, BatchScope.BOARD, *beside)))

    def batches(self, board: str = "") -> list[Batch]:
        """All batches (about a board), oldest first."""
        require(board, Right.READ)
        query = about(select(Batch), Batch.id, board).order_by(BoardBatch.batch) if board else select(Batch)
        with Session(self.engine, expire_on_commit=False) as session:
            return list(session.scalars(query if board else query.order_by(Batch.id)))

    def batch(self, number: int) -> Batch | None:
        """A batch; None if there is none of that number."""
        with Session(self.engine, expire_on_commit=False) as session:
            return session.get(Batch, number)

    def rows(self, table: type[R], board: str = "", asof: int | None = None) -> list[R]:
        """The current rows of a table (of one board, else of those that the user may read), in their place.

        As of a batch if one is given.
        """
        if board:
            require(board, Right.READ)
        rows = rows_of(self.engine, table, board, asof)
        return rows if board else [row for row in rows if access(row.board).may(Right.READ)]

    def values(self, table: type[Row], names: Sequence[str], board: str, asof: int | None = None) -> list[Any]:
        """These columns of a board's current rows (as of a batch), in their place: for who needs no more of them."""
        require(board, Right.READ)
        with self.engine.connect() as connection:
            return values_of(connection, table, names, board, asof)

    def measured(self, board: str, asof: int | None = None) -> set[tuple[str, str]]:
        """Every indicator and unit ('' = the whole board) that a board has figures of, shown or hidden."""
        require(board, Right.READ)
        query = select(Observation.indicator, Observation.unit).distinct().where(*current(Observation, board, asof))
        with self.engine.connect() as connection:
            return {(indicator, unit) for indicator, unit in connection.execute(query)}

    def written_boards(self) -> list[str]:
        """The code of every board that anything was ever written about, in alphabetical order."""
        require("", Right.SETTLE)
        with self.engine.connect() as connection:
            return list(connection.scalars(select(BoardBatch.board).distinct().order_by(BoardBatch.board)))

    def records(self, asof: int | None = None, board: str = "") -> Records:
        """Every table's rows (of one board) as the interchange format has them, in their place; all of one version."""
        require("", Right.SETTLE)
        with self.engine.connect() as connection:
            version = newest(connection) if asof is None else asof
            return {table.__tablename__: records_of(connection, table, board, version) for table in TABLES}

    def observations(self, board: str, asof: int | None = None) -> list[ShownFigure]:
        """A board's observations: the columns of the format, in their place, small groups hidden.

        Where a figure is hidden, value, lower, upper and count are empty and `status` is 'hidden'. They are empty
        too where it is confidential, whatever is stored. What is hidden or confidential now is so as of any earlier
        batch too, so that no older view reveals what the newest hides.
        """
        require(board, Right.READ)
        # What hides figures is loaded where they are asked for: building the store does without.
        from lib.store.redaction import keep_to_itself

        rows = observations_of(self.engine, board, asof)
        if asof is not None and asof < self.newest_about(board, self.version()).of_board:
            keep_to_itself(rows, observations_of(self.engine, board, None))
        return rows

    def standing(self, board: str) -> dict[str, list[Stands]]:
        """Every current row of a board, with its number and place."""
        require(board, Right.READ)
        with self.engine.connect() as connection:
            return standing(connection, {board})

    def withheld(self, board: str, versions: Iterable[int] = ()) -> Withheld:
        """The part of a board that the current user may not see, now or as of some versions."""
        require(board, Right.READ)
        if access(board).sees_secrets:
            return Withheld()
        # Where no figure ever was, none is hidden, and nothing need be read to know it.
        if not has_had_figures(self.engine, board):
            return Withheld(hours=True)
        readings = (observations_of(self.engine, board, asof) for asof in (None, *versions))
        return Withheld(kept_back(board, readings), hours=True)

    # History

    def history(self, board: str, numbers: Collection[int] | None = None) -> list[Entry]:
        """Every batch that wrote something about a board (of these numbers), the newest first, with what it did."""
        require(board, Right.HISTORY)
        with self.engine.connect() as connection:
            return history(connection, board, not access(board).sees_secrets, numbers)

    def steps_of(self, batch: int, board: str, limit: int | None = None) -> list[RowChange]:
        """A batch's changes to a board, row by row (the first `limit` rows of each table)."""
        require(board, Right.HISTORY)
        with self.engine.connect() as connection:
            return steps_of(connection, batch, board, limit)

    def versions_of_figures(self, board: str, series: Sequence[tuple[str, str, str]]) -> list[Version]:
        """Every version of the figures of some series (indicator, unit, gender), as they were written."""
        require(board, Right.HISTORY)
        with self.engine.connect() as connection:
            return versions_of(connection, board, series)

    def content_of(self, batch: int) -> tuple[str, bytes] | None:
        """The name and content of the file that a batch was read from; None if none is kept."""
        with self.engine.connect() as connection:
            for board in boards_of(connection, batch):
                require(board, Right.ORIGINAL)
            return content_of(connection, batch)

    def original_of(self, batch: int) -> OriginalFile | None:
        """The file that a batch was read from, kept or erased; None if it has none."""
        with self.engine.connect() as connection:
            for board in boards_of(connection, batch):
                require(board, Right.READ)
            return original_of(connection, batch)

    def mappings(self, board: str) -> dict[str, str]:
        """The meaning of the columns of a board's files, by the signature of the table, as it was last confirmed."""
        require(board, Right.READ)
        query = (
            select(StoredMapping.signature, StoredMapping.mapping)
            .where(StoredMapping.board == board)
            .order_by(StoredMapping.batch)
        )
        with self.engine.connect() as connection:
            return {row.signature: row.mapping for row in connection.execute(query)}
