"""Bringing an older store's tables up to date: tables and columns are added, none is changed or taken away."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import CheckConstraint, Column, Connection, Table, inspect, text

from lib.tables.base import Base


def add_what_is_lacking(connection: Connection) -> None:
    """Make the tables that the store lacks, and the columns that its tables lack; rows there are have them empty."""
    there = {table: set(_columns(connection, table)) for table in inspect(connection).get_table_names()}
    Base.metadata.create_all(connection)
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if column.name not in there.get(table.name, {column.name}):
                connection.execute(text(_addition(connection, table, column)))


def _columns(connection: Connection, table: str) -> Iterator[str]:
    return (column["name"] for column in inspect(connection).get_columns(table))


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
