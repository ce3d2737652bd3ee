"""Which store it is: noticed when its file is moved or replaced, or a backup restored, while a server uses it.

A file that is moved away goes on taking what is written to it, and is gone when the server stops.
"""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from lib.store.database import StoreError, path_of
from lib.store.upgrade import epoch_of
from lib.words.language import _


@dataclass(frozen=True, slots=True)
class Identity:
    """A store's life and, of SQLite, its file: the path, and the device and number that the system knows it by."""

    epoch: str
    path: Path | None
    file: tuple[int, int] | None

    def check(self, connection: Connection) -> None:
        """Raises StoreError if this is no longer the store that was opened."""
        if self.path is not None and _number(self.path) != self.file:
            raise StoreError(
                _(
                    "The database {path} was moved or replaced while Målbild was running, and nothing was saved. Put "
                    "it back, or stop Målbild and start it again."
                ).format(path=self.path)
            )
        if epoch_of(connection) != self.epoch:
            raise StoreError(
                _("A backup was restored while Målbild was running, and nothing was saved. Start Målbild again.")
            )


def identity(engine: Engine) -> Identity:
    """The store that an engine is connected to now."""
    path = path_of(engine)
    with engine.connect() as connection:
        return Identity(epoch_of(connection), path, _number(path) if path else None)


def _number(path: Path) -> tuple[int, int] | None:
    try:
        there = path.stat()
    except FileNotFoundError:
        return None
    return there.st_dev, there.st_ino
