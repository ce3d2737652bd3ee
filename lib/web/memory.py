"""What the pages read: the store, opened once, and each board kept in memory for as long as its data version is new.

Everything kept is keyed on data versions, so an import is seen at the next run of any session, and a board as it
stood stays as it was.
"""

from collections.abc import Callable, Hashable
from contextvars import ContextVar
from datetime import UTC, date, datetime
from functools import cache, lru_cache, wraps
from typing import TypeVar

from lib.store.absence_published import AbsenceReader
from lib.store.store import Store, open_store
from lib.tables.base import Batch
from lib.tables.model import Board, Meeting, Question
from lib.views import as_of
from lib.views.absence import view
from lib.views.absence.view import AbsenceView
from lib.views.as_of import BoardState
from lib.views.attention import missed_and_worsening, overdue
from lib.views.board import BoardData, read_board
from lib.views.changes import changes
from lib.views.changes_text import ChangeReport
from lib.views.choice import Choice
from lib.views.search import Index, index_of
from lib.words.language import language

T = TypeVar("T")


@lru_cache(maxsize=1)
def store() -> Store:
    """The store, opened at the first visit."""
    return open_store()


_seen: ContextVar[int | None] = ContextVar("data_version", default=None)


def look() -> None:
    """See which data version it is, once for a run of a page: all that the run shows is of the same."""
    _seen.set(store().version())


def data_version() -> int:
    """The data version that this run sees; outside of a page's run, the newest."""
    seen = _seen.get()
    return store().version() if seen is None else seen


def today() -> date:
    """The day it is, as the store counts days."""
    return datetime.now(UTC).date()


def kept(draw: Callable[..., T]) -> Callable[..., T]:
    """Keep what a page draws: the same board as read, choices and language give the same HTML, or charts."""

    @lru_cache(maxsize=512)  # a board's choices are some hundred; a page is at most a few hundred kB
    def drawn(_language: str, *of: Hashable) -> T:
        return draw(*of)

    @wraps(draw)
    def page(*of: Hashable) -> T:
        return drawn(language(), *of)

    return page


def boards() -> dict[str, str]:
    """Every board's code and name, in alphabetical order of the municipality."""
    return dict(_boards(data_version()))


@lru_cache(maxsize=4)
def _boards(version: int) -> tuple[tuple[str, str], ...]:
    del version  # only the key
    rows = store().rows(Board)
    return tuple((row.board, row.name) for row in sorted(rows, key=lambda row: (row.municipality, row.name)))


def board(code: str, version: int | None = None) -> BoardData:
    """A board as of a data version, or of now. Raises KeyError if there was none of that code."""
    now = data_version()
    return _board(now if version is None else min(version, now), code, now)


@lru_cache(maxsize=32)
def _board(version: int, code: str, now: int) -> BoardData:
    del now  # what is kept secret now is so in older views too, which are therefore read anew when data comes
    return read_board(store(), code, asof=version)


def meetings(code: str) -> tuple[BoardState, ...]:
    """The meetings that a board can be shown at, the newest first. The list is that of now, whatever is shown."""
    return _meetings(code, data_version(), today())


@lru_cache(maxsize=32)
def _meetings(code: str, version: int, day: date) -> tuple[BoardState, ...]:
    return as_of.at_meetings(store(), board(code, version).meetings, day)


def now() -> BoardState:
    """The state of now."""
    return BoardState(as_of.NOW, data_version(), today())


def state(code: str, asked: str) -> BoardState | None:
    """The state of a board that an address asks for ('' = now); None if there is no such meeting or batch."""
    return as_of.asked_for(asked, now(), meetings(code), _batches(data_version()))


def shown(code: str, asked: str) -> BoardState:
    """The state that is shown: the one asked for, or now."""
    return state(code, asked) or now()


@lru_cache(maxsize=4)
def _batches(version: int) -> tuple[Batch, ...]:
    return tuple(batch for batch in store().batches() if batch.id <= version)


def earlier(code: str, shown: BoardState) -> tuple[BoardState, ...]:
    """The meetings that what is shown can be compared with, the newest first."""
    return as_of.before(shown, meetings(code))


def written(code: str, shown: BoardState) -> list[Batch]:
    """The batches that wrote something about a board, up to what is shown, oldest first."""
    about = {version for version in _versions(code, data_version()) if version <= shown.version}
    return [batch for batch in _batches(data_version()) if batch.id in about]


def board_before(code: str, shown: BoardState, since: BoardState | None) -> BoardData | None:
    """What a board is compared with: as a meeting saw it, else as it was before the newest batch that is about it.

    None where it was not there then.
    """
    about = [batch.id for batch in written(code, shown)]
    version = since.version if since else (about[-2] if len(about) > 1 else 0)
    try:
        return board(code, version)
    except KeyError:
        return None


def told(code: str, shown: BoardState, since: BoardState | None, choice: Choice) -> ChangeReport:
    """What changed in a board as it is shown since a meeting, and what needs attention."""
    return _told(code, shown, since, choice, data_version())


@lru_cache(maxsize=128)
def _told(code: str, shown: BoardState, since: BoardState | None, choice: Choice, _now: int) -> ChangeReport:
    data, before = board(code, shown.version), board_before(code, shown, since)
    return ChangeReport(
        data,
        written(code, shown)[-1].at.date(),
        since,
        changes(before, data, choice) if before else None,
        missed_and_worsening(data, choice),
        overdue(data, shown.day, choice),
    )


def meeting(code: str, asked: str) -> Meeting | None:
    """A meeting of a board as it is now; None if there is none of that code."""
    return next((one for one in board(code).meetings if one.meeting == asked), None)


def questions(code: str) -> tuple[Question, ...]:
    """The questions left at a board's meetings, as they are now."""
    return _questions(code, data_version())


@lru_cache(maxsize=16)
def _questions(code: str, version: int) -> tuple[Question, ...]:
    del version  # only the key
    return tuple(store().rows(Question, code))


def versions(code: str) -> tuple[int, ...]:
    """The data versions that are about a board, oldest first."""
    return _versions(code, data_version())


@lru_cache(maxsize=32)
def _versions(code: str, now: int) -> tuple[int, ...]:
    del now  # only the key
    return tuple(store().versions_of(code))


def search_index() -> Index:
    """What can be searched for in every board, at the data version of now; made at the first search."""
    return _search_index(data_version())


@lru_cache(maxsize=1)
def _search_index(version: int) -> Index:
    return index_of(_board(version, code, version) for code, _name in _boards(version))


class KeptReader:
    """A board's absence as of a data version; what is asked for again is kept."""

    def __init__(self, reader: AbsenceReader) -> None:
        self.organisation = cache(reader.organisation)
        self.months = cache(reader.months)
        self.rolling = cache(reader.rolling)
        self.cells = reader.cells


@lru_cache(maxsize=8)
def _absence(version: int, code: str, now: int) -> KeptReader:
    return KeptReader(AbsenceReader(store(), code, None if version >= now else version))


def absence_units(code: str, asked: str) -> dict[str, str]:
    """Every unit that a board's absence can be shown of, '' being all; none where it has no hours."""
    return {unit: unit for unit in absence_units_at(code, shown(code, asked).version)}


def absence_units_at(code: str, at: int) -> tuple[str, ...]:
    """Every unit that a board's absence can be shown of as of a data version, '' first; none where it has no hours."""
    found = _absence(at, code, data_version())
    return ("", *found.organisation().of_unit) if found.months() else ()


def absence(code: str, asked: str, unit: str, version: str, year: int | None) -> AbsenceView | None:
    """A unit's absence in the state that is asked for."""
    return absence_at(code, shown(code, asked).version, unit, version, year)


def absence_at(code: str, at: int, unit: str, version: str = "", year: int | None = None) -> AbsenceView | None:
    """A unit's absence as of a data version."""
    return _absence_of(at, code, data_version(), unit, version, year)


@lru_cache(maxsize=64)
def _absence_of(version: int, code: str, now: int, unit: str, org: str, year: int | None) -> AbsenceView | None:
    return view.absence_view(board(code, version), _absence(version, code, now), unit, org, year)
