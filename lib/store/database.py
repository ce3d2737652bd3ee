"""Connecting to the database: where it is, SQLite's settings, one writer at a time, what went wrong in a sentence."""

import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError

from lib.words.language import _

DATA_DIR = Path(__file__).parents[2] / "data"
DEFAULT_PATH = DATA_DIR / "malbild.sqlite"

_DISK_FULL = "53100"
_PRAGMAS = ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000", "synchronous=NORMAL", "secure_delete=ON")


class StoreError(Exception):
    """The store cannot be used; the message is a plain sentence for the user."""


def database_url() -> str:
    """The address of the store: DATABASE_URL, else the SQLite file in the data folder."""
    return os.environ.get("DATABASE_URL") or f"sqlite:///{DEFAULT_PATH}"


def connect(url: str = "") -> Engine:
    """An engine for the address, or for where the store is."""
    parsed = make_url(url or database_url())
    if parsed.drivername in {"postgres", "postgresql"}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    # A server may have closed a pooled connection: it is then opened again, and no reader notices.
    engine = create_engine(parsed, pool_pre_ping=parsed.drivername.startswith("postgresql"))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_connect)
    return engine


def path_of(engine: Engine) -> Path | None:
    """The file of an SQLite store; None in memory and on PostgreSQL."""
    name = engine.url.database if engine.dialect.name == "sqlite" else None
    return Path(name).absolute() if name and name != ":memory:" else None


def _on_connect(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


class Writing(AbstractContextManager[Connection]):
    """A transaction that no other writer is in, on either database. Readers go on reading what was before."""

    def __init__(self, engine: Engine) -> None:
        self._begin = engine.begin()
        self._lock = "BEGIN IMMEDIATE" if engine.dialect.name == "sqlite" else "LOCK TABLE batches IN EXCLUSIVE MODE"

    def __enter__(self) -> Connection:
        connection = self._begin.__enter__()
        connection.execute(text(self._lock))
        return connection

    def __exit__(self, *error: Any) -> None:
        self._begin.__exit__(*error)


def cannot_open(engine: Engine, error: DatabaseError) -> str:
    """The reason that the database cannot be used, as a sentence for whoever runs the system."""
    if engine.dialect.name == "sqlite":
        return _("The database {path} cannot be opened or written. Check that the folder can be written to.").format(
            path=engine.url.database
        )
    return _("The database at {host} does not answer: {reason}").format(
        host=engine.url.host, reason=str(error.orig).splitlines()[0]
    )


def cannot_write(engine: Engine, error: DatabaseError) -> str:
    """The reason that nothing could be written, as a sentence for whoever tried."""
    if "full" in str(error.orig).lower() or getattr(error.orig, "sqlstate", "") == _DISK_FULL:
        return _("The disk of the database is full: nothing was saved. Make room and try again.")
    if "disk i/o" in str(error.orig).lower():
        return _(
            "The database could not be written to disk: nothing was saved. Check that the disk has room and works."
        )
    if "locked" in str(error.orig):
        return _("Someone else is saving right now. Nothing was saved; try again in a moment.")
    if error.connection_invalidated:
        return _("The connection to the database was lost. See in the history whether the change was saved.")
    return cannot_open(engine, error)
