"""Stores as earlier commits made them, with what users wrote in them, on either database."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Boolean, DateTime, inspect, text

from lib.store.database import connect
from lib.store.migrations.ddl import statements
from lib.store.restore import count_on

FOLDER = Path(__file__).parents[1] / "store" / "older"
KINDS = sorted(path.stem for path in FOLDER.glob("*.sql"))


def make(kind: str, url: str) -> None:
    """Fill an empty database with a store of this kind."""
    script = (FOLDER / f"{kind}.sql").read_text("utf-8")
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as database:
            database.executescript(script)
        return
    with closing(sqlite3.connect(":memory:")) as source:
        source.executescript(script)
        source.row_factory = sqlite3.Row
        engine = connect(url)
        with engine.begin() as connection:
            for statement in statements(FOLDER / f"{kind}.sql", "postgresql"):
                if statement.startswith("CREATE"):
                    connection.exec_driver_sql(statement)
        with engine.begin() as connection:
            there = inspect(connection)
            for (table,) in source.execute("SELECT tbl_name FROM sqlite_master WHERE type = 'table'").fetchall():
                kinds = {column["name"]: column["type"] for column in there.get_columns(table)}
                for row in source.execute(f"SELECT * FROM {table}"):
                    values = {name: _typed(kinds[name], value) for name, value in dict(row).items()}
                    names = ", ".join(f'"{name}"' for name in values)
                    marks = ", ".join(f":{name}" for name in values)
                    connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({marks})"), values)
                if "id" in kinds:
                    count_on(connection, table, "id")
        engine.dispose()


def _typed(kind, value):
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    return bool(value) if isinstance(kind, Boolean) and value is not None else value
