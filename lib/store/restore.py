"""Restoring a backup: all that the store holds gives way to what the file holds, at once or not at all."""

import shutil
import uuid
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, Integer, create_engine, delete, insert, select, text
from sqlalchemy.exc import DatabaseError

from lib.store.backup import Backup, back_up, copy_rows, dated, has_rows, place_of, verified
from lib.store.database import StoreError, cannot_open, connect
from lib.store.upgrade import EPOCH, upgrade, version_of
from lib.tables.base import SCHEMA_VERSION, Base, Setting
from lib.words.language import _


def restore(file: Path, url: str = "") -> tuple[Backup, Backup | None]:
    """Replace all that the store holds by what a backup holds; gives that, and a backup of what was there before.

    A backup of an older version is upgraded on its way. Servers that are running notice: they confirm nothing more
    until they are started again. Raises StoreError with a plain sentence, and then nothing has changed.
    """
    backup, engine = verified(file), connect(url)
    try:
        before = _kept(engine)
        with TemporaryDirectory(prefix="malbild-") as folder:
            copy = create_engine(f"sqlite:///{shutil.copyfile(file, Path(folder) / 'copy')}")
            try:
                with copy.begin() as connection:
                    upgrade(connection)
                with copy.connect() as source, engine.begin() as target:
                    _replace(source, target)
            finally:
                copy.dispose()
    except DatabaseError as error:
        raise StoreError(_cannot_restore(engine, error)) from error
    finally:
        engine.dispose()
    return backup, before


def _kept(engine: Engine) -> Backup | None:
    """A backup of what is in the store now; None if it holds nothing."""
    version = has_rows(engine)
    if version > SCHEMA_VERSION:
        sentence = _("The database was made by a newer version of Målbild ({theirs}, this is {ours}). Update Målbild.")
        raise StoreError(sentence.format(theirs=version, ours=SCHEMA_VERSION))
    return back_up(engine, dated(place_of(engine), "before-restore")) if version else None


def _replace(source: Connection, target: Connection) -> None:
    upgrade(target)
    if target.dialect.name == "postgresql":
        target.execute(text("LOCK TABLE batches IN ACCESS EXCLUSIVE MODE"))
    tables = Base.metadata.sorted_tables
    for table in reversed(tables):
        target.execute(delete(table))
    copy_rows(source, target, tables)
    target.execute(delete(Setting).where(Setting.name == EPOCH))
    target.execute(insert(Setting).values(name=EPOCH, value=uuid.uuid4().hex))
    if target.dialect.name == "postgresql":
        for table in tables:
            column = table.autoincrement_column
            if column is not None and isinstance(column.type, Integer) and version_of(target):
                count_on(target, table.name, column.name)


def count_on(connection: Connection, table: str, column: str) -> None:
    """Let the numbers of a table's coming rows follow on those that it has."""
    sequence = select(text("pg_get_serial_sequence(:table, :column)")).params(table=f'"{table}"', column=column)
    name = connection.scalar(sequence)
    if name:
        words = f'SELECT setval(:name, coalesce(max("{column}"), 0) + 1, false) FROM "{table}"'  # noqa: S608
        connection.execute(text(words), {"name": name})


def _cannot_restore(engine: Engine, error: DatabaseError) -> str:
    if engine.dialect.name == "sqlite" and ("malformed" in str(error.orig) or "not a database" in str(error.orig)):
        return _(
            "The database {path} is damaged and cannot be written over. Stop Målbild, move the file and those beside "
            "it (-wal, -shm) away, and restore again."
        ).format(path=engine.url.database)
    return cannot_open(engine, error)
