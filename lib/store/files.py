"""The files that batches were read from: kept as they came, given back, and erased for good.

They are the one thing that is ever deleted from the store: a file may hold what the law says must go. The rows that it
gave stay, and so does a mark of the erasure.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, func, insert, select, text

from lib.tables.base import Batch, BoardBatch, Erasure, File


@dataclass(frozen=True, slots=True)
class OriginalFile:
    """The file that batches were read from: its hash, its name, the batches, and how many bytes are still kept."""

    hash: str
    name: str
    batches: tuple[int, ...]
    size: int | None


def keep(connection: Connection, hash: str, content: bytes) -> None:
    """Keep a file, once; one that has been erased is not kept again."""
    for table in (File, Erasure):
        if connection.scalar(select(table.hash).where(table.hash == hash)) is not None:
            return
    connection.execute(insert(File).values(hash=hash, content=content))


def content_of(connection: Connection, batch: int) -> tuple[str, bytes] | None:
    """The name and content of the file that a batch was read from; None if none is kept."""
    query = select(Batch.file, File.content).join(File, File.hash == Batch.hash).where(Batch.id == batch)
    row = connection.execute(query).first()
    return (row[0], row[1]) if row else None


def original_of(connection: Connection, batch: int) -> OriginalFile | None:
    """The file that a batch was read from; None if there is no such batch or it has no file."""
    row = connection.execute(select(Batch.hash, Batch.file).where(Batch.id == batch, Batch.hash != "")).first()
    if row is None:
        return None
    batches = connection.scalars(select(Batch.id).where(Batch.hash == row.hash).order_by(Batch.id))
    size = connection.scalar(select(func.length(File.content)).where(File.hash == row.hash))
    return OriginalFile(row.hash, row.file, tuple(batches), size)


def boards_of(connection: Connection, batch: int) -> list[str]:
    """The boards that a batch is about; the whole installation ('') where it is about none."""
    return [*connection.scalars(select(BoardBatch.board).where(BoardBatch.batch == batch))] or [""]


def boards_of_file(connection: Connection, hash: str) -> list[str]:
    """The boards that the batches read from a file are about; the whole installation ('') where there are none."""
    query = select(BoardBatch.board).join(Batch, Batch.id == BoardBatch.batch).where(Batch.hash == hash).distinct()
    return [*connection.scalars(query)] or [""]


def erase(connection: Connection, hash: str, who: str) -> None:
    """Delete a file and mark who did it and when; nothing where it is not kept."""
    if connection.execute(delete(File).where(File.hash == hash)).rowcount:
        connection.execute(insert(Erasure).values(hash=hash, who=who, at=datetime.now(UTC)))


def overwrite_what_is_deleted(engine: Engine) -> bool:
    """Take what has been deleted out of the database's own files; False if someone's reading is in the way.

    SQLite overwrites what it deletes (`secure_delete`), but its journal has the file until it is emptied; PostgreSQL
    leaves the row where it was until the table is written again.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "sqlite":
            return not connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).scalar_one()
        connection.execute(text(f"VACUUM (FULL) {File.__tablename__}"))
        return True
