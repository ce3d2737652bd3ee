"""Permissions: what the current user may do with a board, decided here and nowhere else.

The store asks here where reading and writing begin, so that no page, route or socket can forget to. Who the current
user is, is told by what serves the request; a process that serves nobody (the command line) is run by whoever has the
store.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from lib.words.language import _


class Right(StrEnum):
    """What somebody may do with a board."""

    READ = "read"
    HISTORY = "history"
    """Read who has written what, and when."""
    ASK = "ask"
    """Leave a question at a meeting."""
    WRITE = "write"
    """Preview and write figures, goals and settings, and take batches back."""
    MEET = "meet"
    """Change meetings, agendas, answers and decisions."""
    PRESENT = "present"
    ORIGINAL = "original"
    """Have the files that batches were read from."""
    SETTLE = "settle"
    """Change from how many people a figure is shown, and what is confidential."""
    ERASE = "erase"
    GRANT = "grant"
    """Give and take roles."""
    LOG = "log"
    """Read who has done what."""


_READER = frozenset({Right.READ, Right.HISTORY, Right.ASK})
_PRESENTER = _READER | {Right.MEET, Right.PRESENT}
_CONTROLLER = _PRESENTER | {Right.WRITE, Right.ORIGINAL}
RIGHTS = {
    "reader": _READER,
    "manager": _READER,  # and writes about the units of the role
    "presenter": _PRESENTER,
    "controller": _CONTROLLER,
    "administrator": frozenset(Right),
}


@dataclass(frozen=True, slots=True)
class RoleOn:
    """A role on a board ('' = all), and for managers in a unit with what is below it ('' = all of the board)."""

    role: str
    board: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class User:
    """Whoever reads or writes: the identity that the sign-in gave ('' = not signed in), a name to show, the roles.

    One who is `local` is at the machine itself, and says who writes.
    """

    identity: str = ""
    name: str = ""
    roles: tuple[RoleOn, ...] = ()
    is_local: bool = False

    @property
    def signature(self) -> str:
        """The name that stands in the history."""
        return self.name or self.identity


LOCAL = User(roles=(RoleOn("administrator"),), is_local=True)
NOBODY = User()
PUBLIC = User(roles=(RoleOn("reader"),))


@dataclass(frozen=True, slots=True)
class Access:
    """A user's permissions on a board. `units`: those about which a manager writes, with what is below them.

    Nobody is shown the figures of small groups or what is confidential: a page may stand on a wall.
    """

    rights: frozenset[Right] = frozenset()
    units: frozenset[str] = field(default=frozenset())
    sees_secrets: bool = False

    def may(self, right: Right) -> bool:
        """Whether the user has a right on all of the board."""
        return right in self.rights

    @property
    def writes(self) -> bool:
        """Whether the user may preview and write figures, of the board or of some units."""
        return Right.WRITE in self.rights or bool(self.units)

    @property
    def edits(self) -> bool:
        """Whether there is anything that the user may write: figures, meetings, a question."""
        return self.writes or Right.ASK in self.rights


class Forbidden(Exception):
    """The user may not do this; the message is a plain sentence."""


_user: ContextVar[User | None] = ContextVar("user", default=None)
_LOOKS = [lambda: LOCAL]


def identify_by(look: Callable[[], User]) -> None:
    """Let a server say who the current user is where nothing else does."""
    _LOOKS[:] = [look]


def user() -> User:
    """The current user."""
    return _user.get() or _LOOKS[0]()


@contextmanager
def acting_as(someone: User) -> Iterator[None]:
    """Read and write as a user, within a context."""
    token = _user.set(someone)
    try:
        yield
    finally:
        _user.reset(token)


def access(board: str) -> Access:
    """The permissions of the current user on a board; '' is the whole installation."""
    return access_of(user(), board)


@lru_cache(maxsize=1024)
def access_of(someone: User, board: str) -> Access:
    """The permissions of a user on a board."""
    rights, units = set[Right](), set[str]()
    for role in someone.roles:
        if role.board not in ("", board):
            continue
        rights |= RIGHTS[role.role]
        if role.role == "manager":
            rights |= {Right.WRITE} if not role.unit else set()
            units |= {role.unit} if role.unit else set()
    if not (someone.identity or someone.is_local):
        rights &= {Right.READ}
    return Access(frozenset(rights), frozenset(units))


def require(board: str, right: Right) -> None:
    """Raises Forbidden where the current user lacks a right on a board ('' = on the whole installation)."""
    if right not in access(board).rights:
        raise Forbidden(refusal())


def require_writing(board: str) -> None:
    """Raises Forbidden where the current user may write nothing about a board."""
    if not access(board).writes:
        raise Forbidden(refusal())


def refusal() -> str:
    """The sentence for one who may not."""
    if user().identity:
        return _("You do not have the right to do this. Ask the administrator of Målbild for a role.")
    return _("Sign in to do this.")
