"""Connecting to the database: where it is, SQLite's settings, one writer at a time, what went wrong in a sentence."""

import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from lib.store.installation.given import installation
from lib.words.language import _

DATA_DIR = Path(__file__).parents[2] / "data"
DEFAULT_PATH = DATA_DIR / "malbild.sqlite"

_POSTGRESQL = {"prepare_threshold": None, "connect_timeout": 10, "application_name": "malbild"}
_DISK_FULL = "53100"
_WAITED = ("55P03", "57014")  # lock_timeout, statement_timeout
_NO_LOCKS = ("SQLITE_PROTOCOL", "SQLITE_IOERR_LOCK")
_NETWORK = ("cifs", "smb3", "smbfs", "afs", "9p")
MOUNTS = Path("/proc/self/mounts")
_PRAGMAS = ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000", "synchronous=NORMAL", "secure_delete=ON")


class StoreError(Exception):
    """The store cannot be used; the message is a plain sentence for the user."""


def database_url() -> str:
    """The address of the store: DATABASE_URL, else the setting, else the SQLite file in the data folder."""
    return os.environ.get("DATABASE_URL") or installation().database_url or f"sqlite:///{DEFAULT_PATH}"


def connect(url: str = "") -> Engine:
    """An engine for the address, or for where the store is."""
    parsed = make_url(url or database_url())
    if parsed.drivername in {"postgres", "postgresql"}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername.startswith("postgresql"):
        return _postgresql(parsed)
    engine = create_engine(parsed)
    path = path_of(engine)
    if path and (kind := on_a_network(path)):
        raise StoreError(no_shared_memory(path, kind))
    event.listen(engine, "connect", _on_connect)
    return engine


def _postgresql(url: URL) -> Engine:
    """An engine that shares the server with others: few connections, none of which waits for ever.

    A server may have closed a pooled connection: it is then opened again, and no reader notices. Nothing is prepared
    or set beyond a transaction, so that PgBouncer may give each transaction another connection.
    """
    most = installation().database_connections
    engine = create_engine(
        url,
        pool_pre_ping=True,
        pool_size=max(1, most // 2),
        max_overflow=most - max(1, most // 2),
        connect_args=_POSTGRESQL,
    )
    event.listen(engine, "begin", _limit)
    return engine


def alone(engine: Engine) -> Engine:
    """The same PostgreSQL, with a connection beside the pool for whoever waits on it for long."""
    return create_engine(engine.url, poolclass=NullPool, connect_args=_POSTGRESQL)


def _limit(connection: Connection) -> None:
    """Let no statement of a transaction, nor its waiting for others, take longer than the settings say."""
    limits = installation()
    connection.exec_driver_sql(
        f"SET LOCAL statement_timeout = '{limits.database_statement_seconds}s'; "
        f"SET LOCAL lock_timeout = '{limits.database_lock_seconds}s'"
    )


def unlimited(connection: Connection) -> None:
    """Let a transaction take the time it takes: a migration, a backup, what is restored."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")


def writing_folder() -> Path:
    """The folder whose disk must have room: the store's own, or the data folder where it has none here."""
    url = make_url(database_url())
    name = url.database if url.drivername.startswith("sqlite") else None
    return Path(name).absolute().parent if name and name != ":memory:" else DATA_DIR


def path_of(engine: Engine) -> Path | None:
    """The file of an SQLite store; None in memory and on PostgreSQL."""
    name = engine.url.database if engine.dialect.name == "sqlite" else None
    return Path(name).absolute() if name and name != ":memory:" else None


def _on_connect(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def on_a_network(path: Path) -> str:
    """The kind of network drive that a file lies on; '' where it lies on a disk of the machine, or it is not known."""
    try:
        mounts = [line.split() for line in MOUNTS.read_text("utf-8").splitlines()]
    except OSError:
        return ""
    above = {str(folder) for folder in (path.parent, *path.parent.resolve().parents, path.parent.resolve())}
    kinds = [(len(place), kind) for _device, place, kind, *_rest in mounts if place in above]
    kind = max(kinds)[1] if kinds else ""
    return kind if kind in _NETWORK or kind.startswith(("nfs", "fuse.sshfs", "fuse.gluster")) else ""


def no_shared_memory(path: object, kind: str) -> str:
    """The advice where SQLite cannot work safely."""
    return _(
        "The database {path} lies on a drive ({kind}) where several programs cannot share it safely, such as a network "
        "drive. Move it to a disk of the machine itself, or use PostgreSQL (DATABASE_URL)."
    ).format(path=path, kind=kind)


class Writing(AbstractContextManager[Connection]):
    """A transaction that no other writer is in, on either database. Readers go on reading what was before."""

    def __init__(self, engine: Engine) -> None:
        self._begin = engine.begin()
        self._lock = "BEGIN IMMEDIATE" if engine.dialect.name == "sqlite" else "LOCK TABLE batches IN EXCLUSIVE MODE"

    def __enter__(self) -> Connection:
        connection = self._begin.__enter__()
        try:
            connection.execute(text(self._lock))
        except DatabaseError as error:  # whoever is in a `with` that was not entered is not let out of it
            self._begin.__exit__(type(error), error, error.__traceback__)
            raise
        return connection

    def __exit__(self, *error: Any) -> None:
        self._begin.__exit__(*error)


def cannot_open(engine: Engine, error: DatabaseError) -> str:
    """The reason that the database cannot be used, as a sentence for whoever runs the system."""
    if engine.dialect.name == "sqlite":
        kind = str(getattr(error.orig, "sqlite_errorname", ""))
        if kind.startswith("SQLITE_IOERR_SHM") or kind in _NO_LOCKS:
            return no_shared_memory(engine.url.database, kind)
        if kind.startswith("SQLITE_CORRUPT") or kind == "SQLITE_NOTADB":
            return _(
                "The database {path} is damaged. Stop Målbild, move the file and those beside it (-wal, -shm) away, "
                "and restore a backup: python -m lib restore FILE."
            ).format(path=engine.url.database)
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
    if "locked" in str(error.orig) or getattr(error.orig, "sqlstate", "") in _WAITED:
        return _("Someone else is saving right now. Nothing was saved; try again in a moment.")
    if error.connection_invalidated:
        return _("The connection to the database was lost. See in the history whether the change was saved.")
    return cannot_open(engine, error)
