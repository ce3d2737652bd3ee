"""The store, opened once, and each board as it is read from it, kept in memory for as long as nothing new is about it.

What is kept of a board is keyed on its own newest batch, so that an import is seen at the next run of any session, and
disturbs no other board; a board as it stood stays as it was.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from datetime import UTC, date, datetime
from functools import lru_cache, wraps
from threading import Condition, Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

from cachetools import LRUCache, cached

from lib.store.access import Right, access, require
from lib.store.board_batches import Newest
from lib.store.board_list import ListedBoard, listed
from lib.store.installation.given import installation
from lib.store.store import Store, open_store
from lib.tables.base import Batch, BatchScope
from lib.tables.model import AgendaItem, Meeting, Question
from lib.views import as_of
from lib.views.as_of import BoardState
from lib.views.attention import late_actions, missed_and_worsening, overdue
from lib.views.board import BoardData, read_board
from lib.views.changes import changes
from lib.views.changes_text import ChangeReport
from lib.views.choice import Choice
from lib.views.search import Index, findable, index, joined
from lib.web.drawn_pages import page_cache as page_cache

_LONGEST_NUMBER = 12
_BYTES_OF_BOARDS = 400_000_000

P = ParamSpec("P")
T = TypeVar("T")


@lru_cache(maxsize=1)
def opened() -> Store:
    """The store, opened; ask `store` for it, which does so once."""
    return open_store()


def store() -> Store:
    """The store, opened at the first visit, once even where many come at the same time."""
    with _opening:
        return opened()


_opening = Lock()


_seen: ContextVar[int | None] = ContextVar("data_version", default=None)


def see_version() -> None:
    """Read the data version once for a run of a page, so that the whole run shows the same version."""
    _seen.set(store().version())


def data_version() -> int:
    """The data version that this run sees; outside of a page's run, the newest."""
    seen = _seen.get()
    return store().version() if seen is None else seen


def today() -> date:
    """The day it is, as the store counts days."""
    return datetime.now(UTC).date()


def per_version(size: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep the results of a function of the store, `size` of them, each for as long as the data version is the same.

    Those who ask for what is being read wait for it and do not read it again.
    """

    def keep(read: Callable[P, T]) -> Callable[P, T]:
        @cached(LRUCache(size), condition=Condition())
        def of_version(_store: Store, _version: int, *of: P.args, **named: P.kwargs) -> T:
            return read(*of, **named)

        @wraps(read)
        def current(*of: P.args, **named: P.kwargs) -> T:
            return of_version(store(), data_version(), *of, **named)

        return current

    return keep


@per_version(512)
def _newest(code: str) -> Newest:
    return store().newest_about(code, data_version())


def per_board(
    size: int,
    newest: Callable[[Newest], int] = lambda newest: newest.of_board,
    size_of: Callable[[Any], int] | None = None,
) -> Callable[[Callable[Concatenate[str, P], T]], Callable[Concatenate[str, P], T]]:
    """Keep the results of a function of a board's code, `size` of them, each until something new is about that board.

    `newest` says what is about it: agendas and questions are not, unless all batches are. `size` is in bytes where
    `size_of` tells those of a result. Those who ask for what is being read wait for it and do not read it again.
    """

    def keep(read: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
        @cached(LRUCache(size) if size_of is None else LRUCache(size, size_of), condition=Condition())
        def of_newest(_store: Store, _newest: int, code: str, *of: P.args, **named: P.kwargs) -> T:
            return read(code, *of, **named)

        @wraps(read)
        def current(code: str, /, *of: P.args, **named: P.kwargs) -> T:
            require(code, Right.READ)  # what is kept is shared by all users
            return of_newest(store(), newest(_newest(code)), code, *of, **named)

        return current

    return keep


def _of_all(newest: Newest) -> int:
    return newest.of_all


@per_board(256)
def _own_versions(code: str) -> tuple[int, ...]:
    return tuple(store().versions_of(code, BatchScope.MEETINGS))


def own_version(code: str, version: int | None = None) -> int:
    """The newest batch about a board up to a data version (None = now): the board is the same at both."""
    newest = _newest(code).of_board
    if version is None or version >= newest:
        return newest
    numbers = _own_versions(code)
    place = bisect_right(numbers, version)
    return numbers[place - 1] if place else 0


def _bytes_read(data: BoardData) -> int:
    """About as many bytes as a board takes: the frame around it, its series, and its figures."""
    return 300_000 + 2_000 * len(data.series) + 1_000 * len(data.observations)


@per_version(1)
def listed_boards() -> tuple[ListedBoard, ...]:
    """Every board of the store, whoever asks, in the order in which they came."""
    return listed(store())


def boards() -> Mapping[str, str]:
    """The code and name of every board that the user may read, in alphabetical order of the municipality."""
    return {code: name for code, name in all_boards().items() if access(code).may(Right.READ)}


@per_version(4)
def all_boards() -> Mapping[str, str]:
    """The code and name of every board that can be opened, whoever asks.

    Those that came with Målbild are among them until there is one of one's own, or as the installation's settings say.
    """
    has_own = any(not (board.is_seeded or board.archived) for board in listed_boards())
    hides = has_own and not installation().demonstration
    rows = [board for board in listed_boards() if not (hides and board.is_seeded)]
    return {row.code: row.name for row in sorted(rows, key=lambda row: (row.municipality, row.name))}


def board(code: str, version: int | None = None) -> BoardData:
    """A board as of a data version, or of now. Raises KeyError if there was none of that code."""
    return _board(code, own_version(code, version))


# A figure that is secret now is so in older versions too, which are therefore read again when data comes.
@per_board(_BYTES_OF_BOARDS, size_of=_bytes_read)
def _board(code: str, version: int) -> BoardData:
    return read_board(store(), code, asof=version)


def meetings(code: str) -> tuple[BoardState, ...]:
    """The meetings that a board can be shown at, the newest first. The list is that of now, whatever is shown."""
    return _meetings(code, today())


@per_board(32)
def _meetings(code: str, day: date) -> tuple[BoardState, ...]:
    return as_of.at_meetings(store(), board(code).meetings, day)


def now(code: str) -> BoardState:
    """The current state of a board."""
    return BoardState(as_of.NOW, own_version(code), today())


def state(code: str, asof: str) -> BoardState | None:
    """The state of a board that an address asks for ('' = now); None if there is no such meeting or batch."""
    return as_of.asked_for(asof, now(code), meetings(code), _batch(asof))


def state_or_now(code: str, asof: str) -> BoardState:
    """The state that the address asks for, or the current one."""
    return state(code, asof) or now(code)


def _batch(code: str) -> Iterator[Batch]:
    """The batch of a number that an address has, if it is one."""
    if code.isdecimal() and len(code) < _LONGEST_NUMBER and int(code) <= data_version():
        batch = store().batch(int(code))
        if batch:
            yield batch


@per_board(32)
def _batches(code: str) -> tuple[Batch, ...]:
    return tuple(store().batches(code))


def earlier(code: str, view_state: BoardState) -> tuple[BoardState, ...]:
    """The meetings that a state can be compared with, the newest first."""
    return as_of.before(view_state, meetings(code))


def written(code: str, view_state: BoardState) -> list[Batch]:
    """The batches that wrote something about a board, up to a state, oldest first."""
    about = {version for version in versions(code) if version <= view_state.version}
    return [batch for batch in _batches(code) if batch.id in about]


def board_before(code: str, view_state: BoardState, since: BoardState | None) -> BoardData | None:
    """The board to compare with: as a meeting saw it, else as it was before the newest batch that is about it.

    None where it was not there then.
    """
    about = [batch.id for batch in written(code, view_state)]
    version = since.version if since else (about[-2] if len(about) > 1 else 0)
    try:
        return board(code, version)
    except KeyError:
        return None


@per_board(32)  # each holds two boards
def change_report(code: str, view_state: BoardState, since: BoardState | None, choice: Choice) -> ChangeReport:
    """The changes in a board in a state since a meeting, and the series that need attention."""
    data, before = board(code, view_state.version), board_before(code, view_state, since)
    return ChangeReport(
        data,
        written(code, view_state)[-1].at.date(),
        since,
        changes(before, data, choice) if before else None,
        missed_and_worsening(data, choice),
        overdue(data, view_state.day, choice),
        before,
        late_actions(data, view_state.day, choice),
        view_state.day,
    )


def meeting(code: str, meeting: str) -> Meeting | None:
    """A meeting of a board as it is now; None if there is none of that code."""
    return next((row for row in board(code).meetings if row.meeting == meeting), None)


@per_board(16, _of_all)
def questions(code: str) -> tuple[Question, ...]:
    """The questions left at a board's meetings, as they are now."""
    return tuple(store().rows(Question, code))


@per_board(16, _of_all)
def points(code: str) -> tuple[AgendaItem, ...]:
    """The points of a board's agendas, as they are now."""
    return tuple(store().rows(AgendaItem, code))


@per_board(256)
def versions(code: str) -> tuple[int, ...]:
    """The data versions that are about a board, oldest first."""
    newest = own_version(code)
    return tuple(version for version in store().versions_of(code) if version <= newest)


def search_index() -> Index:
    """The search index of the boards that the user may read, at the current data version; made at the first search."""
    return _search_index(tuple(boards()))


@per_version(4)
def _search_index(codes: tuple[str, ...]) -> Index:
    return joined(_names(code) for code in codes)


@per_board(1024)  # the names of a board alone: to read all of each would push out those that are looked at
def _names(code: str) -> Index:
    return index(findable(store(), code, own_version(code)))
