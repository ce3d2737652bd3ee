"""Backups: the whole store in one file, made while it is in use, and proof that the file is whole.

A backup is an SQLite file whatever database it is of, with every table, history and kept files too, and a manifest: how
many rows each table has and a digest of them. It has no journal beside it, so that the one file is all there is.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, Table, create_engine, insert, inspect, select, text
from sqlalchemy.exc import DatabaseError

from lib.store.database import DATA_DIR, StoreError, cannot_open, path_of, unlimited
from lib.store.upgrade import version_of
from lib.tables.base import SCHEMA_VERSION
from lib.words.language import _

_KIND = 0x4D424C44  # 'MBLD' in the file's header: a backup, and no store that is in use
_MANIFEST = "backup_manifest"
_CHUNK = 2000
_JOURNAL_OF_ITS_OWN = b"\x02\x02"  # bytes 18 and 19 of a file whose newest changes may stand beside it (WAL)


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup says of itself: when it was made, the version of its tables, its newest batch, rows a table."""

    file: Path
    made_at: datetime
    version: int
    newest: int
    rows: dict[str, int]


def back_up(engine: Engine, file: Path) -> Backup:
    """Write the whole store to a new file, as it is at one moment; others go on reading and writing.

    Raises StoreError if there is such a file, or it cannot be written; no part of one is left behind.
    """
    if file.exists():
        raise StoreError(_("There is a file {file} already. Give another name.").format(file=file))
    unfinished = file.with_name(f"{file.name}.unfinished")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        _copy(engine, unfinished)
        _seal(unfinished)
        unfinished.rename(file)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            _("The backup {file} could not be written: {reason}").format(file=file, reason=error)
        ) from error
    except DatabaseError as error:
        raise StoreError(cannot_open(engine, error)) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return verified(file)


def dated(folder: Path, of: str = "malbild") -> Path:
    """A name for a backup of now in a folder."""
    return folder / f"{of}-{datetime.now(UTC):%Y-%m-%dT%H%M%S}.backup"


def _copy(engine: Engine, file: Path) -> None:
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as source, closing(sqlite3.connect(file)) as target:
            driver: Any = source.driver_connection
            driver.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
            target.execute("VACUUM")
        return
    target_engine = create_engine(f"sqlite:///{file}")
    try:
        with (
            engine.connect().execution_options(isolation_level="REPEATABLE READ") as source_rows,
            target_engine.begin() as target_rows,
        ):
            unlimited(source_rows)
            there = _plain(source_rows)
            there.create_all(target_rows)
            copy_rows(source_rows, target_rows, there.sorted_tables)
    finally:
        target_engine.dispose()


def _plain(connection: Connection) -> MetaData:
    """The tables of a database, whatever their version, with their keys and nothing that only it understands."""
    found, plain = MetaData(), MetaData()
    found.reflect(connection)
    for table in found.sorted_tables:
        columns = []
        for column in table.columns:
            copy = column._copy()
            copy.type, copy.server_default = column.type.as_generic(), None
            columns.append(copy)
        Table(table.name, plain, *columns)
    return plain


def copy_rows(source: Connection, target: Connection, tables: list[Table]) -> None:
    """Copy every row of some tables, in their order, a few at a time."""
    for table in tables:
        query = select(table).order_by(*table.primary_key.columns)
        for rows in source.execute(query, execution_options={"stream_results": True}).mappings().partitions(_CHUNK):
            target.execute(insert(table), [{name: _utc(value) for name, value in row.items()} for row in rows])


def _utc(value: Any) -> Any:
    """A time as UTC: one database keeps the zone, the other does not."""
    if isinstance(value, datetime):
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    return value


def _seal(file: Path) -> None:
    """Write the manifest: what a backup has to hold to be whole."""
    with closing(sqlite3.connect(file)) as database:
        (version,) = database.execute("SELECT value FROM store_settings WHERE name = 'schema_version'").fetchone()
        (newest,) = database.execute("SELECT coalesce(max(id), 0) FROM batches").fetchone()
        said = {"made_at": datetime.now(UTC).isoformat(), "schema_version": version, "newest": str(newest)}
        for table, rows, digest in _digests(database):
            said |= {f"rows {table}": str(rows), f"sha256 {table}": digest}
        database.execute(f"CREATE TABLE {_MANIFEST} (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
        database.executemany(f"INSERT INTO {_MANIFEST} VALUES (?, ?)", said.items())  # noqa: S608
        database.execute(f"PRAGMA application_id = {_KIND}")
        database.commit()


def _digests(database: sqlite3.Connection) -> Iterator[tuple[str, int, str]]:
    """Each table, how many rows it has, and a digest of them."""
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> ? ORDER BY name"
    for (table,) in database.execute(names, [_MANIFEST]).fetchall():
        digest, number = hashlib.sha256(), 0
        for row in database.execute(f'SELECT * FROM "{table}" ORDER BY rowid'):  # noqa: S608
            digest.update(repr(row).encode())
            number += 1
        yield table, number, digest.hexdigest()


def verified(file: Path) -> Backup:
    """What a backup holds. Raises StoreError if the file is none, is damaged, or is of a newer version than this."""
    if not file.is_file():
        raise StoreError(_("There is no file {file}.").format(file=file))
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            (kind,) = database.execute("PRAGMA application_id").fetchone()
            if kind != _KIND:
                raise StoreError(_not_a_backup(file))
            return _verified(file, database)
    except sqlite3.DatabaseError as error:
        raise StoreError(_damaged(file)) from error


def _verified(file: Path, database: sqlite3.Connection) -> Backup:
    (state,) = database.execute("PRAGMA integrity_check(1)").fetchone()
    said = dict(database.execute(f"SELECT name, value FROM {_MANIFEST}"))  # noqa: S608
    found = list(_digests(database))
    wanted = {name: value for name, value in said.items() if name.startswith(("rows ", "sha256 "))}
    is_there = {f"rows {table}": str(rows) for table, rows, _digest in found}
    is_there |= {f"sha256 {table}": digest for table, _rows, digest in found}
    if state != "ok" or is_there != wanted:
        raise StoreError(_damaged(file))
    version = int(said["schema_version"])
    if version > SCHEMA_VERSION:
        sentence = _("The backup {file} was made by a newer version of Målbild ({theirs}, this is {ours}).")
        raise StoreError(sentence.format(file=file, theirs=version, ours=SCHEMA_VERSION))
    made_at, newest = datetime.fromisoformat(said["made_at"]), int(said["newest"])
    return Backup(file, made_at, version, newest, {table: rows for table, rows, _digest in found})


def _damaged(file: Path) -> str:
    return _("The backup {file} is damaged or is no backup. Use another one.").format(file=file)


def _not_a_backup(file: Path) -> str:
    with file.open("rb") as content:
        header = content.read(20)
    if header[18:20] == _JOURNAL_OF_ITS_OWN:
        return _(
            "{file} is no backup but a copy of a database's file. Its newest changes may be missing: they stand in a "
            "file of their own beside the database while it is in use. Make backups by “python -m lib backup”."
        ).format(file=file)
    return _damaged(file)


def place_of(engine: Engine) -> Path:
    """The folder of the backups that Målbild makes by itself: beside the database's file, else in its data folder."""
    file = path_of(engine)
    return (file.parent if file else DATA_DIR) / "backups"


def before_upgrade(engine: Engine) -> Backup:
    """The backup that is made before a store of an older version is upgraded."""
    return back_up(engine, dated(place_of(engine), f"before-upgrade-{has_rows(engine)}"))


def has_rows(engine: Engine) -> int:
    """The version of a store that holds something; 0 if it is empty."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("batches") or not connection.scalar(text("SELECT count(*) FROM batches")):
            return 0
        return version_of(connection)
