"""Erasing a text for good, a name say, wherever it stands in the store: in rows of now and before, and in the history.

The rows stay, with a mark in the text's place, and a change in the history says who erased it and when. The text itself
is kept nowhere.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Table, Text, func, insert, select, text, update
from sqlalchemy.sql.elements import ColumnElement

from lib.tables.base import Base, Batch, BatchScope, BoardBatch, Receipt, columns
from lib.tables.model import TABLES
from lib.words.language import _

MARK = "[raderat]"
SHORTEST = 3
"""Fewer letters than this stand in too many words."""


def places(connection: Connection, words: str) -> dict[str, int]:
    """How many rows have a text, by table; tables without it are left out."""
    found: dict[str, int] = {}
    for table, column in _texts():
        number = connection.scalar(select(func.count()).where(_has(connection, column, words)).select_from(table))
        if number:
            found[table.name] = found.get(table.name, 0) + number
    return found


def erase_text(connection: Connection, words: str, who: str) -> dict[str, int]:
    """Put a mark in a text's place wherever it stands; gives the number of rows by table."""
    found, boards = places(connection, words), _boards(connection, words)
    for table, column in _texts():
        changed = {column.name: func.replace(column, words, MARK)}
        connection.execute(update(table).where(_has(connection, column, words)).values(changed))
    if found:
        _mark(connection, who, sum(found.values()), boards)
    return found


def _texts() -> Iterator[tuple[Table, Any]]:
    """Every column in which a person may have written: free texts of rows, and what batches say of themselves."""
    for row in TABLES:
        for column in columns(row):
            free = not column.info.get("choices") and not column.info.get("refers")
            if isinstance(column.type, Text) and free and column.name not in row.key:
                yield Base.metadata.tables[row.__tablename__], column
    batches = Base.metadata.tables["batches"]
    for name in ("who", "file", "note"):
        yield batches, batches.c[name]
    erasures = Base.metadata.tables["erasures"]
    yield erasures, erasures.c.who


def _has(connection: Connection, column: Any, words: str) -> ColumnElement[bool]:
    place = func.instr(column, words) if connection.dialect.name == "sqlite" else func.strpos(column, words)
    return place > 0


def _boards(connection: Connection, words: str) -> set[str]:
    """The boards that a text stands in something about."""
    boards = set[str]()
    for table, column in _texts():
        query = select(table.c.board).where(_has(connection, column, words)) if "board" in table.c else None
        if table.name == "batches":
            query = select(BoardBatch.board).join(Batch, BoardBatch.batch == Batch.id)
            query = query.where(_has(connection, column, words))
        if query is not None:
            boards |= set(connection.scalars(query.distinct()))
    return boards


def _mark(connection: Connection, who: str, rows: int, boards: set[str]) -> None:
    """Write the change that says that something was erased; it is about every board that had it."""
    newest = connection.execute(select(func.max(Batch.id), func.max(Batch.at))).one()
    at = newest[1] if newest[1].tzinfo else newest[1].replace(tzinfo=UTC)
    note = _("A text was erased for good in {n} places.").format(n=rows)
    values = {"kind": "edit", "who": who, "at": max(at, datetime.now(UTC)), "file": "", "hash": "", "note": note}
    batch = connection.execute(insert(Batch).values(values).returning(Batch.id)).scalar_one()
    connection.execute(insert(Receipt).values(batch=batch, board="", unchanged=0, left_out=0))
    for board in sorted(boards):
        connection.execute(insert(BoardBatch).values(board=board, batch=batch, scope=BatchScope.BOARD.value))


def overwrite(engine: Engine, tables: set[str]) -> bool:
    """Take what was there out of the database's own files; False if someone's reading is in the way."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "sqlite":
            return not connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).scalar_one()
        for table in sorted(tables):
            connection.execute(text(f"VACUUM (FULL) {table}"))
        return True
