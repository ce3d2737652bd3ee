"""Presentations in progress: which slide each one shows, who presents it and who follows.

Kept in the memory of the one process that serves Målbild. Whoever has the key steers; whoever has the code, which is
short and shown on the first slide, follows. The key is signed with the installation's secret, so that the code reveals
nothing of it and no other can be found for it. A restarted server knows of no presentation until the presenter's
window, which has the key, asks for it.
"""

import asyncio
import hmac
import secrets
import threading
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256

# Letters and digits that are not mistaken for each other on a wall.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
LENGTH = 6
# More presentations than this push out the oldest that nobody presents, and where all are presented no other begins;
# more followers than this are turned away.
MOST, MOST_FOLLOWERS = 100, 500
# A silent connection is written to this often, in seconds, which shows whether anyone is still there.
BEAT = 15.0


@dataclass(frozen=True, slots=True)
class LiveState:
    """The slide that is shown, and the counts that windows are informed of.

    `by` is the window that went there and `at` its number of the step, later ones being higher; `agenda` marks the
    agenda that the slides are numbered by. `questions` counts the questions asked while the presentation goes on,
    `edits` everything else that was saved about the meeting; `presenting` and `following` count open windows.
    """

    slide: int = 1
    black: bool = False
    by: str = ""
    at: int = 0
    agenda: str = ""
    questions: int = 0
    edits: int = 0
    presenting: int = 0
    following: int = 0


@dataclass(eq=False, slots=True)
class _Listener:
    """A window that waits for the next state; it lives in the loop of its request."""

    presents: bool
    loop: asyncio.AbstractEventLoop
    changed: asyncio.Event


@dataclass(eq=False)
class Presentation:
    """One presentation of a meeting. Any thread may call it: the state is read and replaced under a lock."""

    board: str
    meeting: str
    language: str
    code: str
    key: str
    state: LiveState = field(default_factory=LiveState)
    is_over: bool = False
    _listeners: set[_Listener] = field(default_factory=set)
    # Reentrant, since a signal that stops the server wakes the windows from the thread that may just hold it.
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def is_key(self, key: str) -> bool:
        """Whether the holder of this key may steer."""
        return secrets.compare_digest(self.key.encode(), key.encode())

    def show(self, slide: int, black: bool, by: str, at: int, agenda: str = "") -> None:
        """Go to a slide; a step that is older than the newest is not taken."""

        def step(state: LiveState) -> LiveState:
            newer = replace(state, slide=slide, black=black, by=by, at=at, agenda=agenda)
            return newer if at >= state.at else state

        self._change(step)

    def add_question(self) -> None:
        """Inform the presenter that a question has come."""
        self._change(lambda state: replace(state, questions=state.questions + 1), followers=False)

    def add_edit(self) -> None:
        """Inform the presenter that something else was saved about the meeting: its agenda, an answer."""
        self._change(lambda state: replace(state, edits=state.edits + 1), followers=False)

    def is_full(self) -> bool:
        """Whether no more can follow."""
        return self.state.following >= MOST_FOLLOWERS

    async def states(self, presents: bool) -> AsyncIterator[LiveState | None]:
        """The state, now and whenever it changes; None when it has not for a while."""
        listener = _Listener(presents, asyncio.get_running_loop(), asyncio.Event())
        self._count(listener, self._listeners.add)
        try:
            yield self.state
            while not (_closing.is_set() or self.is_over):
                with suppress(TimeoutError):
                    await asyncio.wait_for(listener.changed.wait(), BEAT)
                changed = listener.changed.is_set()  # it may change in the very moment that the wait ends
                listener.changed.clear()
                yield self.state if changed else None
        finally:
            self._count(listener, self._listeners.discard)

    def _count(self, listener: _Listener, add_or_discard: Callable[[_Listener], None]) -> None:
        """Count the windows again. Followers hear of presenters only: fifty that come are not fifty times fifty."""

        def counted(state: LiveState) -> LiveState:
            add_or_discard(listener)
            presenting = sum(window.presents for window in self._listeners)
            return replace(state, presenting=presenting, following=len(self._listeners) - presenting)

        self._change(counted, followers=listener.presents)

    def _change(self, change: Callable[[LiveState], LiveState], followers: bool = True) -> None:
        with self._lock:
            before, self.state = self.state, change(self.state)
            changed = self.state is not before
        if changed:
            self.wake(followers)

    def wake(self, followers: bool = True) -> None:
        """Wake the windows that present, and those that follow too."""
        with self._lock:
            listeners = tuple(self._listeners)
        for window in listeners:
            if window.presents or followers:
                window.loop.call_soon_threadsafe(window.changed.set)


_SECRETS = [secrets.token_bytes(32)]
_in_progress: dict[str, Presentation] = {}
# The codes of those that were ended: a window that is still open does not revive them.
_ended: deque[str] = deque(maxlen=MOST)
_closing = threading.Event()
_lock = threading.Lock()


class TooManyError(Exception):
    """As many presentations as there may be are presented right now."""


def sign_with(secret: bytes) -> None:
    """Sign the keys with the installation's secret, which a restarted server has too."""
    _SECRETS[:] = [secret]


def start(board: str, meeting: str, language: str) -> Presentation:
    """Begin to present a meeting. Raises TooManyError."""
    with _lock:
        while (code := "".join(secrets.choice(_LETTERS) for _place in range(LENGTH))) in _in_progress:
            pass
        return _begin(Presentation(board, meeting, language, code, _key(board, meeting, code)))


def revive(board: str, meeting: str, language: str, code: str, key: str) -> Presentation | None:
    """The presentation from before the server restarted, asked for by whoever has its key; else None."""
    with _lock:
        is_signed = secrets.compare_digest(_key(board, meeting, code).encode(), key.encode())
        if code in _in_progress or code in _ended or not is_signed:
            return None
        return _begin(Presentation(board, meeting, language, code, key))


def _begin(presentation: Presentation) -> Presentation:
    while len(_in_progress) >= MOST:
        idle = next((other for other in _in_progress.values() if not other.state.presenting), None)
        if idle is None:
            raise TooManyError
        del _in_progress[idle.code]
    return _in_progress.setdefault(presentation.code, presentation)


def _key(board: str, meeting: str, code: str) -> str:
    """The key to a presentation: whoever has it steers."""
    return hmac.new(_SECRETS[0], "\n".join((board, meeting, code)).encode(), sha256).hexdigest()


def end(code: str) -> None:
    """End a presentation and release all its windows."""
    with _lock:
        presentation = _in_progress.pop(code, None)
        _ended.append(code)
    if presentation:
        presentation.is_over = True
        presentation.wake()


def find(code: str) -> Presentation | None:
    """The presentation with a code, as it may have been written by hand; None if there is none."""
    return _in_progress.get(code.strip().lower()) if code.isascii() else None


def of_meeting(board: str, meeting: str) -> list[Presentation]:
    """The presentations of a meeting, the newest last."""
    with _lock:
        return [each for each in _in_progress.values() if (each.board, each.meeting) == (board, meeting)]


def close() -> None:
    """Release every window, for a server that is about to stop: it waits until nobody listens."""
    _closing.set()
    for presentation in tuple(_in_progress.values()):
        presentation.wake()
