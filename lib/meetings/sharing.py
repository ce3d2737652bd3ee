"""What this server knows of presentations going on is shared with all others through the store.

A thread of its own writes steps and counts, and takes over what others have written: on PostgreSQL as it is told, else
by looking a few times a second while anybody has a window open here. Windows at this server wait for none of it, and
where the store cannot be used they go on alone.
"""

import logging
import secrets
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from queue import Empty, SimpleQueue

from lib.meetings.presentation import Presentation
from lib.store.database import StoreError
from lib.store.presentations import AllPresentations, KeptPresentation, KeptWindows, Presentations

LOG = logging.getLogger("malbild.live")
# Seconds between looks while anybody has a window open here, and where the database tells of changes.
LOOKS, LOOKS_IF_TOLD = 0.25, 2.0
# Seconds between counts of windows while many come; a server whose count has not been heard for long is gone.
COUNTS, BEATS, SILENT = 0.5, 5.0, 15.0
# Seconds after which a presentation without a window is over, and until the store is tried again.
OLD, TRIES_AGAIN = 24 * 3600, 2.0


class Sharing:
    """The exchange between the presentations here, by code, and those in the store. `ended` has the codes ended here.

    `make` makes a presentation of one that another server began.
    """

    def __init__(
        self,
        kept: Presentations,
        here: MutableMapping[str, Presentation],
        ended: deque[str],
        make: Callable[[KeptPresentation], Presentation],
    ) -> None:
        self._kept, self._here, self._ended, self._make = kept, here, ended, make
        self.server = secrets.token_hex(8)
        self._at_work = threading.RLock()
        # Reentrant, since a signal that stops the server tells from the thread that may just be telling.
        self._told = SimpleQueue[None]()
        self._stopping = False
        self._thread = threading.Thread(target=self._go_on, name="presentations", daemon=True)
        self._ear: threading.Thread | None = None
        self._hears = self._fails = False
        self._said: dict[str, tuple[int, int]] = {}
        self._beat, self._said_at, self._read_at = 0, -BEATS, -BEATS
        self._others: dict[tuple[str, str], tuple[int, float]] = {}

    def begin(self) -> None:
        """Begin to share, in a thread of its own."""
        self._thread.start()

    def tell(self) -> None:
        """There is something new here; waits for nothing."""
        if self._told.empty():
            self._told.put(None)

    def stop(self) -> None:
        """Share a last time and end; waits for nothing."""
        self._stopping = True
        self._told.put(None)

    def wait(self, seconds: float) -> None:
        """Wait until it has ended, so long at most."""
        self._thread.join(seconds)

    def is_fresh(self) -> bool:
        """Whether the store was read just now."""
        return time.monotonic() - self._read_at < 2 * LOOKS

    def exchange(self) -> bool:
        """Write what is new here and take over what is new elsewhere; waits for the store. False where it cannot."""
        try:
            with self._at_work:
                for presentation in tuple(self._here.values()):
                    self._write(presentation)
                self._count()
                self._take_over(self._kept.read())
                self._read_at = time.monotonic()
        except StoreError as error:
            if not self._fails:
                LOG.warning("Presentations are not shared with other servers: %s", error)
            self._fails = True
        else:
            self._fails = False
        return not self._fails

    def _go_on(self) -> None:
        while not self._stopping:
            with suppress(Empty):
                self._told.get(timeout=self._patience())
            if not self.exchange():
                time.sleep(TRIES_AGAIN)
            self._listen()
        self.exchange()

    def _patience(self) -> float | None:
        """How long to wait for something new; None where nobody has a window open."""
        if not (self._is_followed() or self._said or self._fails):
            return None
        return LOOKS_IF_TOLD if self._hears and not self._has_uncounted() else LOOKS

    def _is_followed(self) -> bool:
        return not self._stopping and any(any(each.windows()) for each in tuple(self._here.values()))

    # What the database tells

    def _listen(self) -> None:
        if self._kept.tells and self._is_followed() and not (self._ear and self._ear.is_alive()):
            self._ear = threading.Thread(target=self._hear, name="presentations-told", daemon=True)
            self._ear.start()

    def _hear(self) -> None:
        try:
            for told in self._kept.heard(self._is_followed):
                if told:
                    self._hears = True
                    self.tell()
        except StoreError as error:
            LOG.warning("The database no longer tells of presentations: %s", error)
        finally:
            self._hears = False

    # What is new here

    def _write(self, presentation: Presentation) -> None:
        unsaved = presentation.unsaved
        if not presentation.is_kept:
            self._kept.begin(presentation.kept())
            presentation.is_kept = True
        if any((unsaved.step, unsaved.questions, unsaved.edits)):
            step = presentation.kept() if unsaved.step else None
            self._kept.change(step, presentation.code, unsaved.questions, unsaved.edits)
            presentation.settle(unsaved)

    def _windows(self) -> dict[str, tuple[int, int]]:
        """The windows open here. Of a server that stops those who present are soon at another, or here again."""
        if self._stopping:
            return {code: (presenting, 0) for code, (presenting, _following) in self._said.items()}
        return {code: each.windows() for code, each in tuple(self._here.items()) if any(each.windows())}

    def _has_uncounted(self) -> bool:
        return self._windows() != self._said

    def _count(self) -> None:
        """Say how many windows are open here, where that is new, and now and then to show that this server is there."""
        windows, since = self._windows(), time.monotonic() - self._said_at
        is_new = windows != self._said
        if not (is_new and (since >= COUNTS or self._stopping)) and not (windows and since >= BEATS):
            return
        self._beat += 1
        all_of = {code: windows.get(code, (0, 0)) for code in self._said | windows}
        self._kept.count(*(KeptWindows(code, self.server, *count, self._beat) for code, count in all_of.items()))
        self._said, self._said_at = windows, time.monotonic()

    # What is new elsewhere

    def _take_over(self, kept: AllPresentations) -> None:
        presenting, following = self._elsewhere(kept.windows)
        over = []
        for row in kept.presentations:
            presentation = self._here.get(row.code)
            if row.code in self._ended:
                over.append(row.code)
                continue
            if presentation is None:
                presentation = self._here.setdefault(row.code, self._make(row))
            presentation.adopt(row, (presenting[row.code], following[row.code]))
            is_empty = not (presentation.state.presenting or presentation.state.following)
            if is_empty and time.time() - row.begun > OLD:
                over.append(row.code)
        if over:
            self._kept.end(*over)
        there = {row.code for row in kept.presentations} - set(over)
        for code, presentation in tuple(self._here.items()):
            if presentation.is_kept and code not in there:
                self._here.pop(code, None)
                presentation.finish()

    def _elsewhere(self, windows: tuple[KeptWindows, ...]) -> tuple[Counter[str], Counter[str]]:
        """How many windows of each presentation present and follow at other servers that are still there."""
        presenting, following, now = Counter[str](), Counter[str](), time.monotonic()
        before, self._others = self._others, {}
        for row in windows:
            if row.server == self.server:
                continue
            beat, since = before.get((row.code, row.server), (-1, now))
            since = since if beat == row.beat else now
            if now - since > SILENT:
                self._kept.count(KeptWindows(row.code, row.server, 0, 0, row.beat))
                continue
            self._others[row.code, row.server] = (row.beat, since)
            presenting[row.code] += row.presenting
            following[row.code] += row.following
        return presenting, following
