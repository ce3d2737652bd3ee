"""Presentations going on: which slide each one shows, who presents it and who follows.

Kept in the memory of the one process that serves Målbild. Whoever has the key steers; who has the code, which is short,
made of the key and shown on the first slide, follows. A server that begins anew knows nothing of what went on, until
the presenter's window, which has the key, asks for it.
"""

import asyncio
import secrets
import threading
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import blake2b

# Letters and digits that are not mistaken for each other on a wall.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
LENGTH, LEAST_KEY = 5, 20
# More presentations than this push out the oldest that nobody presents; more followers than this are turned away.
MOST, MOST_FOLLOWERS = 100, 500
# So often a silent connection is written to, which tells whether anyone is still there.
BEAT = 15.0


@dataclass(frozen=True, slots=True)
class LiveState:
    """What is shown. `by` is the window that went there and `at` its count of steps, later ones being higher; `agenda`
    marks the agenda that the slides are numbered by.

    `asked` counts the questions that have come, `presenting` and `following` the windows that are open.
    """

    slide: int = 1
    black: bool = False
    by: str = ""
    at: int = 0
    agenda: str = ""
    asked: int = 0
    presenting: int = 0
    following: int = 0


@dataclass(eq=False, slots=True)
class _Listener:
    """A window that waits to be told; it lives in the loop of its request."""

    presents: bool
    loop: asyncio.AbstractEventLoop
    changed: asyncio.Event


@dataclass(eq=False)
class Presentation:
    """One presentation of a meeting."""

    board: str
    meeting: str
    language: str
    code: str
    key: str
    state: LiveState = field(default_factory=LiveState)
    is_over: bool = False
    _listeners: set[_Listener] = field(default_factory=set)

    def is_key(self, key: str) -> bool:
        """Whether whoever has this key may steer."""
        return secrets.compare_digest(self.key.encode(), key.encode())

    def show(self, slide: int, black: bool, by: str, at: int, agenda: str = "") -> None:
        """Go to a slide; a step that is older than the newest is not taken."""
        if at >= self.state.at:
            self._tell(replace(self.state, slide=slide, black=black, by=by, at=at, agenda=agenda))

    def ask(self) -> None:
        """A question has come: the presenter is told."""
        self._tell(replace(self.state, asked=self.state.asked + 1), followers=False)

    def is_full(self) -> bool:
        """Whether no more can follow."""
        return self.state.following >= MOST_FOLLOWERS

    async def states(self, presents: bool) -> AsyncIterator[LiveState | None]:
        """What is shown, now and whenever it changes; None when nothing has for a while."""
        listener = _Listener(presents, asyncio.get_running_loop(), asyncio.Event())
        self._listeners.add(listener)
        self._count(presents)
        try:
            yield self.state
            while not (_closing.is_set() or self.is_over):
                changed = False
                with suppress(TimeoutError):
                    changed = await asyncio.wait_for(listener.changed.wait(), BEAT)
                listener.changed.clear()
                yield self.state if changed else None
        finally:
            self._listeners.discard(listener)
            self._count(presents)

    def _count(self, presents: bool) -> None:
        """Count the windows anew. Followers are told only who presents: fifty that come are not fifty times fifty."""
        count = sum(one.presents for one in self._listeners)
        now = replace(self.state, presenting=count, following=len(self._listeners) - count)
        self._tell(now, followers=presents)

    def _tell(self, state: LiveState, followers: bool = True) -> None:
        self.state = state
        self.wake(followers)

    def wake(self, followers: bool = True) -> None:
        """Have the windows told: those that present, and those that follow too."""
        for one in tuple(self._listeners):
            if one.presents or followers:
                one.loop.call_soon_threadsafe(one.changed.set)


_going_on: dict[str, Presentation] = {}
_closing = threading.Event()
_lock = threading.Lock()


def start(board: str, meeting: str, language: str) -> Presentation:
    """Begin to present a meeting."""
    with _lock:
        while (code := _code(key := secrets.token_urlsafe(18))) in _going_on:
            pass
        return _begin(Presentation(board, meeting, language, code, key))


def revive(board: str, meeting: str, language: str, code: str, key: str) -> Presentation | None:
    """The presentation that went on before the server began anew, asked for by who has its key; None if it is not."""
    with _lock:
        if code in _going_on or len(key) < LEAST_KEY or _code(key) != code:
            return None
        return _begin(Presentation(board, meeting, language, code, key))


def _begin(one: Presentation) -> Presentation:
    while len(_going_on) >= MOST:
        idle = [one for one in _going_on.values() if not one.state.presenting]
        del _going_on[(idle or list(_going_on.values()))[0].code]
    return _going_on.setdefault(one.code, one)


def _code(key: str) -> str:
    """The code that goes with a key, and tells nothing of it."""
    number, letters = int.from_bytes(blake2b(key.encode(), digest_size=8).digest()), ""
    for _place in range(LENGTH):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return letters


def end(code: str) -> None:
    """End a presentation: all its windows are let go."""
    with _lock:
        one = _going_on.pop(code, None)
    if one:
        one.is_over = True
        one.wake()


def find(code: str) -> Presentation | None:
    """The presentation with a code, as it may have been written by hand; None if there is none."""
    return _going_on.get(code.strip().lower()) if code.isascii() else None


def of_meeting(board: str, meeting: str) -> list[Presentation]:
    """The presentations of a meeting, the newest last."""
    with _lock:
        return [one for one in _going_on.values() if (one.board, one.meeting) == (board, meeting)]


def close() -> None:
    """Let go of every window, for a server that is to stop: it waits until nobody listens."""
    _closing.set()
    for one in tuple(_going_on.values()):
        one.wake()
