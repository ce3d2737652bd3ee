"""Stores of other versions: an older one gets the tables, columns and indexes it lacks, a newer one is refused."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import CheckConstraint, Column, Connection, Engine, Table, insert, inspect, select, text, update
from sqlalchemy.exc import DatabaseError

from lib.store.board_batches import note_all
from lib.store.database import StoreError, cannot_open
from lib.tables.base import SCHEMA_VERSION, Base, BoardBatch, Setting
from lib.words.language import _

_VERSION = "schema_version"
_INDEXES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = :table",
    "postgresql": "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND tablename = :table",
}


def upgrade(connection: Connection) -> None:
    """Make the tables and columns that an empty or older store lacks; a newer one is left as it is."""
    if not connection.dialect.has_table(connection, Setting.__tablename__):
        Base.metadata.tables[Setting.__tablename__].create(connection)
        connection.execute(insert(Setting).values(name=_VERSION, value="0"))
    if _version(connection) <= SCHEMA_VERSION:
        noted = connection.dialect.has_table(connection, BoardBatch.__tablename__)
        add_what_is_lacking(connection)
        if not noted:
            note_all(connection)
        connection.execute(update(Setting).where(Setting.name == _VERSION).values(value=str(SCHEMA_VERSION)))


def check_version(engine: Engine) -> None:
    """Raises StoreError with a plain sentence if the store is empty or of another version than this."""
    try:
        with engine.connect() as connection:
            if not engine.dialect.has_table(connection, Setting.__tablename__):
                raise StoreError(_("The database is empty. Run “python -m lib build” first."))
            version = _version(connection)
    except DatabaseError as error:
        raise StoreError(cannot_open(engine, error)) from error
    if version < SCHEMA_VERSION:
        raise StoreError(
            _("The database was made by an older version of Målbild. Run “python -m lib build”, which upgrades it.")
        )
    if version > SCHEMA_VERSION:
        raise StoreError(
            _("The database was made by a newer version of Målbild ({theirs}, this is {ours}). Update Målbild.").format(
                theirs=version, ours=SCHEMA_VERSION
            )
        )


def _version(connection: Connection) -> int:
    return int(connection.scalar(select(Setting.value).where(Setting.name == _VERSION)) or 0)


def add_what_is_lacking(connection: Connection) -> None:
    """Make the tables, columns and indexes that the store lacks; rows there are have the columns empty.

    Indexes of ours that nothing uses any more are dropped.
    """
    there = {table: set(_columns(connection, table)) for table in inspect(connection).get_table_names()}
    Base.metadata.create_all(connection)
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if column.name not in there.get(table.name, {column.name}):
                connection.execute(text(_addition(connection, table, column)))
        if table.name in there:
            _set_indexes(connection, table)


def _columns(connection: Connection, table: str) -> Iterator[str]:
    return (column["name"] for column in inspect(connection).get_columns(table))


def _set_indexes(connection: Connection, table: Table) -> None:
    names = set(connection.scalars(text(_INDEXES[connection.dialect.name]), {"table": table.name}))
    for name in names - {index.name for index in table.indexes}:
        if name.startswith("ix_"):
            connection.execute(text(f"DROP INDEX {connection.dialect.identifier_preparer.quote(name)}"))
    for index in table.indexes:
        if index.name not in names:
            index.create(connection)


def _addition(connection: Connection, table: Table, column: Column[Any]) -> str:
    """The statement that adds a column, with the check that the database keeps for it."""
    quote = connection.dialect.identifier_preparer.quote
    kind = column.type.compile(connection.dialect)
    empty = "" if column.nullable else " NOT NULL DEFAULT ''"
    name = f"ck_{table.name}_{column.name}"
    checks = (
        constraint
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint) and str(constraint.name) == name
    )
    check = "".join(f" CONSTRAINT {quote(name)} CHECK ({constraint.sqltext})" for constraint in checks)
    return f"ALTER TABLE {quote(table.name)} ADD COLUMN {quote(column.name)} {kind}{empty}{check}"
