"""Presentations going on, as the store keeps them for all servers: read and written whole, and told of on PostgreSQL.

Nothing here is in a batch: which slide is shown is no history. A server says itself how many windows it has open, and
counts its saying up each time; one whose number stands still is gone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, text, update
from sqlalchemy.exc import DatabaseError

from lib.store.database import StoreError, alone, cannot_write
from lib.tables.people import LivePresentation, LiveWindows

_CHANNEL = "malbild_presentations"
# An ear looks up this often, in seconds, whether it is still wanted.
_LISTENS = 1.0


@dataclass(frozen=True, slots=True)
class KeptPresentation:
    """A presentation: what it is of, the slide shown (`at` numbers the step), and the counts of what was saved."""

    code: str
    board: str
    meeting: str
    language: str
    begun: int
    slide: int = 1
    black: bool = False
    by: str = ""
    at: int = 0
    agenda: str = ""
    questions: int = 0
    edits: int = 0


@dataclass(frozen=True, slots=True)
class KeptWindows:
    """How many windows of a presentation a server has open; `beat` grows each time that it says so."""

    code: str
    server: str
    presenting: int
    following: int
    beat: int


@dataclass(frozen=True, slots=True)
class AllPresentations:
    """All presentations in the order in which they began, and the windows of each."""

    presentations: tuple[KeptPresentation, ...]
    windows: tuple[KeptWindows, ...]


class Presentations:
    """The presentations of a store. All of it waits for the database, and raises StoreError where it cannot be used."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def read(self) -> AllPresentations:
        """Read all of them."""
        query = select(*LivePresentation.__table__.columns).order_by(LivePresentation.begun, LivePresentation.code)
        try:
            with self._engine.connect() as connection:
                presentations = tuple(KeptPresentation(*row) for row in connection.execute(query))
                windows = connection.execute(select(*LiveWindows.__table__.columns)) if presentations else ()
                return AllPresentations(presentations, tuple(KeptWindows(*row) for row in windows))
        except DatabaseError as error:
            raise StoreError(cannot_write(self._engine, error)) from error

    def begin(self, begun: KeptPresentation) -> None:
        """Keep a presentation that begins."""
        values = {name: getattr(begun, name) for name in KeptPresentation.__slots__}
        self._write(lambda connection: connection.execute(insert(LivePresentation).values(**values)))

    def change(self, step: KeptPresentation | None, code: str, questions: int, edits: int) -> None:
        """Keep a step, unless a later one is kept, and count up what was saved."""

        def write(connection: Connection) -> None:
            about = update(LivePresentation).where(LivePresentation.code == code)
            if step is not None:
                newer = {"slide": step.slide, "black": step.black, "by": step.by, "at": step.at, "agenda": step.agenda}
                connection.execute(about.where(LivePresentation.at <= step.at).values(**newer))
            if questions or edits:
                more = {"questions": LivePresentation.questions + questions, "edits": LivePresentation.edits + edits}
                connection.execute(about.values(**more))

        self._write(write)

    def count(self, *windows: KeptWindows) -> None:
        """Keep how many windows a server has open; where it has none, nothing."""

        def write(connection: Connection) -> None:
            for row in windows:
                own = (LiveWindows.code == row.code, LiveWindows.server == row.server)
                connection.execute(delete(LiveWindows).where(*own))
                if row.presenting or row.following:
                    values = {name: getattr(row, name) for name in KeptWindows.__slots__}
                    connection.execute(insert(LiveWindows).values(**values))

        self._write(write)

    def end(self, *codes: str) -> None:
        """Keep no more of presentations that are over."""

        def write(connection: Connection) -> None:
            connection.execute(delete(LiveWindows).where(LiveWindows.code.in_(codes)))
            connection.execute(delete(LivePresentation).where(LivePresentation.code.in_(codes)))

        self._write(write)

    def _write(self, write: Callable[[Connection], object]) -> None:
        """Write, and tell the servers that listen once it is written."""
        try:
            with self._engine.begin() as connection:
                write(connection)
                if self.tells:
                    connection.execute(text("SELECT pg_notify(:channel, '')"), {"channel": _CHANNEL})
        except DatabaseError as error:
            raise StoreError(cannot_write(self._engine, error)) from error

    @property
    def tells(self) -> bool:
        """Whether the database tells of changes; else they are looked for."""
        return self._engine.dialect.name == "postgresql"

    def heard(self, wanted: Callable[[], bool]) -> Iterator[bool]:
        """Wait on a connection of its own for as long as it is wanted: True for each change, False a second without.

        Behind PgBouncer, which gives each transaction another connection, nothing is ever heard.
        """
        import psycopg

        engine = alone(self._engine)
        try:
            with engine.connect() as pooled:
                listening: Any = pooled.connection.driver_connection
                listening.autocommit = True
                listening.execute(f"LISTEN {_CHANNEL}")
                while wanted():
                    yield any(True for _told in listening.notifies(timeout=_LISTENS, stop_after=1))
        except (DatabaseError, psycopg.Error) as error:
            raise StoreError(str(error)) from error
        finally:
            engine.dispose()
