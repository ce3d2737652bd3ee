"""One presentation of a meeting: which slide it shows, who presents it and who follows, at this server and all others.

Whoever has the key steers; whoever has the code, which is short and shown on the first slide, follows.
"""

import asyncio
import secrets
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from lib.store.presentations import KeptPresentation

# More followers than this are turned away.
MOST_FOLLOWERS = 500
# A silent connection is written to this often, in seconds, which shows whether anyone is still there.
BEAT = 15.0

closing = threading.Event()
"""Set when the server is about to stop: it waits until nobody listens."""


@dataclass(frozen=True, slots=True)
class LiveState:
    """The slide that is shown, and the counts that windows are informed of.

    `by` is the window that went there and `at` its number of the step, later ones being higher; `agenda` marks the
    agenda that the slides are numbered by. `shows` is the view on the projector in place of the slide, known to the
    server that was told. `questions` counts the questions asked while the presentation goes on,
    `edits` everything else that was saved about the meeting; `presenting` and `following` count open windows.
    """

    slide: int = 1
    black: bool = False
    by: str = ""
    at: int = 0
    agenda: str = ""
    shows: str = ""
    questions: int = 0
    edits: int = 0
    presenting: int = 0
    following: int = 0


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What other servers do not know of yet: how many steps were taken, and how much more was saved."""

    step: int = 0
    questions: int = 0
    edits: int = 0

    def __add__(self, more: "Unsaved") -> "Unsaved":
        return Unsaved(self.step + more.step, self.questions + more.questions, self.edits + more.edits)

    def __sub__(self, less: "Unsaved") -> "Unsaved":
        return Unsaved(self.step - less.step, self.questions - less.questions, self.edits - less.edits)


@dataclass(eq=False, slots=True)
class _Listener:
    """A window that waits for the next state; it lives in the loop of its request."""

    presents: bool
    loop: asyncio.AbstractEventLoop
    changed: asyncio.Event


@dataclass(eq=False)
class Presentation:
    """One presentation of a meeting. Any thread may call it: the state is read and replaced under a lock.

    `tell` is called when there is something that other servers should know; it waits for nothing.
    """

    board: str
    meeting: str
    language: str
    code: str
    key: str
    begun: int = 0
    state: LiveState = field(default_factory=LiveState)
    is_over: bool = False
    is_kept: bool = False
    unsaved: Unsaved = field(default_factory=Unsaved)
    tell: Callable[[], None] = lambda: None
    _listeners: set[_Listener] = field(default_factory=set)
    _elsewhere: tuple[int, int] = (0, 0)
    # Reentrant, since a signal that stops the server wakes the windows from the thread that may just hold it.
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def is_key(self, key: str) -> bool:
        """Whether the holder of this key may steer."""
        return secrets.compare_digest(self.key.encode(), key.encode())

    def show(self, slide: int, black: bool, by: str, at: int, agenda: str = "", shows: str = "") -> None:
        """Go to a slide; a step that is older than the newest is not taken."""

        def step(state: LiveState) -> LiveState:
            newer = replace(state, slide=slide, black=black, by=by, at=at, agenda=agenda, shows=shows)
            return newer if at >= state.at else state

        self._change(step, Unsaved(step=1))

    def add_question(self) -> None:
        """Inform the presenter that a question has come."""
        self._change(lambda state: replace(state, questions=state.questions + 1), Unsaved(questions=1), followers=False)

    def add_edit(self) -> None:
        """Inform the presenter that something else was saved about the meeting: its agenda, an answer."""
        self._change(lambda state: replace(state, edits=state.edits + 1), Unsaved(edits=1), followers=False)

    def is_full(self) -> bool:
        """Whether no more can follow."""
        return self.state.following >= MOST_FOLLOWERS

    def kept(self) -> KeptPresentation:
        """The presentation as it is kept for all servers."""
        shown = self.state
        of = (self.code, self.board, self.meeting, self.language, self.begun)
        return KeptPresentation(*of, shown.slide, shown.black, shown.by, shown.at, shown.agenda)

    def settle(self, saved: Unsaved) -> None:
        """Note what others know of now."""
        with self._lock:
            self.unsaved = self.unsaved - saved

    def adopt(self, kept: KeptPresentation, elsewhere: tuple[int, int]) -> None:
        """Take over what other servers have kept, and how many windows present and follow there."""
        with self._lock:
            before, left = self.state, self.unsaved
            self._elsewhere = elsewhere
            counts = (kept.questions + left.questions, kept.edits + left.edits)
            newer = kept if kept.at > before.at or (kept.at == before.at and not left.step) else before
            shows = before.shows if newer.at == before.at else ""
            step = (newer.slide, newer.black, newer.by, newer.at, newer.agenda, shows)
            self.state = after = self._counted(LiveState(*step, *counts))
        if after != before:
            self.wake(followers=_as_followed(after) != _as_followed(before))

    def windows(self) -> tuple[int, int]:
        """How many windows present and follow at this server."""
        with self._lock:
            presenting = sum(window.presents for window in self._listeners)
            return presenting, len(self._listeners) - presenting

    async def states(self, presents: bool) -> AsyncIterator[LiveState | None]:
        """The state, now and whenever it changes; None when it has not for a while."""
        listener = _Listener(presents, asyncio.get_running_loop(), asyncio.Event())
        self._count(listener, self._listeners.add)
        try:
            yield self.state
            while not (closing.is_set() or self.is_over):
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
            return self._counted(state)

        self._change(counted, followers=listener.presents)

    def _counted(self, state: LiveState) -> LiveState:
        (presenting, following), (there, also) = self.windows(), self._elsewhere
        return replace(state, presenting=presenting + there, following=following + also)

    def _change(
        self, change: Callable[[LiveState], LiveState], more: Unsaved | None = None, followers: bool = True
    ) -> None:
        with self._lock:
            before, self.state = self.state, change(self.state)
            changed = self.state is not before
            if changed and more:
                self.unsaved = self.unsaved + more
        if changed:
            self.wake(followers)
            self.tell()

    def finish(self) -> None:
        """Release all windows, since it is over."""
        self.is_over = True
        self.wake()

    def wake(self, followers: bool = True) -> None:
        """Wake the windows that present, and those that follow too."""
        with self._lock:
            listeners = tuple(self._listeners)
        for window in listeners:
            if window.presents or followers:
                window.loop.call_soon_threadsafe(window.changed.set)


def _as_followed(state: LiveState) -> LiveState:
    """A state less what those who follow do not see."""
    return replace(state, questions=0, edits=0, following=0)
