"""Tables as they once were, read from SQL, and the ways to bring a store's own to them.

Migrations tell tables so, in SQL: the classes in `lib/tables` say what they are now.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection

# SQLite's types as PostgreSQL calls them; a number that follows by itself is a type of its own there.
_POSTGRESQL = {
    r"\bid INTEGER NOT NULL": "id SERIAL NOT NULL",
    r"\bDOUBLE\b": "DOUBLE PRECISION",
    r"\bDATETIME\b": "TIMESTAMP WITH TIME ZONE",
    r"\bBLOB\b": "BYTEA",
}
_TABLE = re.compile(r"CREATE TABLE (\w+) \(\n(.*)\n\)", re.DOTALL)
_INDEX = re.compile(r"CREATE (?:UNIQUE )?INDEX (\w+) ON (\w+)")


@dataclass(frozen=True, slots=True)
class Schema:
    """The statements that make some tables, and those that make each table's indexes, by name."""

    tables: dict[str, str]
    indexes: dict[str, dict[str, str]]

    def column(self, table: str, column: str) -> str:
        """The words that declare a column: its name, its type, and whether it may be empty."""
        match = _TABLE.match(self.tables[table])
        lines = match[2].split(",\n") if match else []
        return next(line.strip() for line in lines if line.strip().startswith((f"{column} ", f'"{column}" ')))


def statements(file: Path, dialect: str) -> list[str]:
    """The statements of a file, in a database's own words; each ends a line."""
    words = "\n".join(line for line in file.read_text("utf-8").splitlines() if not line.startswith("--")) + "\n"
    for sqlite, postgresql in _POSTGRESQL.items() if dialect == "postgresql" else ():
        words = re.sub(sqlite, postgresql, words)
    return [part.strip() for part in words.split(";\n") if part.strip()]


def read(file: Path, dialect: str) -> Schema:
    """Read the tables of a file in a database's own words."""
    schema = Schema({}, {})
    for statement in statements(file, dialect):
        if match := _TABLE.match(statement):
            schema.tables[match[1]] = statement
        elif match := _INDEX.match(statement):
            schema.indexes.setdefault(match[2], {})[match[1]] = statement
    return schema


def columns_of(connection: Connection, table: str) -> list[str]:
    """The columns of a table; none where there is no such table."""
    there = sa.inspect(connection)
    return [column["name"] for column in there.get_columns(table)] if there.has_table(table) else []


def has_check(connection: Connection, table: str, name: str) -> bool:
    """Whether a table has a check of this name."""
    return name in {check["name"] for check in sa.inspect(connection).get_check_constraints(table)}


def index_again(connection: Connection, schema: Schema, table: str) -> None:
    """Give a table the indexes that it should have, and drop others of ours."""
    query = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = :table",
        "postgresql": "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND tablename = :table",
    }[connection.dialect.name]
    there, wanted = set(connection.scalars(sa.text(query), {"table": table})), schema.indexes.get(table, {})
    for name in sorted(there - set(wanted)):
        if name.startswith("ix_"):
            connection.exec_driver_sql(f"DROP INDEX {name}")
    for name in wanted:
        if name not in there:
            connection.exec_driver_sql(wanted[name])


def make_again(connection: Connection, schema: Schema, table: str) -> None:
    """Make a table of SQLite again, which can add no check to one that is there; its rows stay, its indexes go."""
    quote = connection.dialect.identifier_preparer.quote
    names = ", ".join(quote(column) for column in columns_of(connection, table))
    new = schema.tables[table].replace(f"CREATE TABLE {table} ", f"CREATE TABLE {table}_new ", 1)
    connection.exec_driver_sql(new)
    connection.exec_driver_sql(f"INSERT INTO {table}_new ({names}) SELECT {names} FROM {table}")  # noqa: S608
    connection.exec_driver_sql(f"DROP TABLE {table}")
    connection.exec_driver_sql(f"ALTER TABLE {table}_new RENAME TO {table}")
