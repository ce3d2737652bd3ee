"""Presentations in progress: begun, found by their codes, ended.

They are kept in memory, and shared with the other servers of the store, so that any of them may be asked and one that
starts again has them. The key is signed with the installation's secret: the code reveals nothing of it, and no other
can be found for it.
"""

import hmac
import re
import secrets
import threading
import time
from collections import deque
from hashlib import sha256

from lib.meetings.presentation import MOST_FOLLOWERS as MOST_FOLLOWERS
from lib.meetings.presentation import LiveState as LiveState
from lib.meetings.presentation import Presentation as Presentation
from lib.meetings.presentation import closing
from lib.meetings.sharing import Sharing
from lib.store.presentations import KeptPresentation, Presentations

# Letters and digits that are not mistaken for each other on a wall.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
LENGTH = 6
_CODE = re.compile(f"[{_LETTERS}]{{{LENGTH}}}")
# More presentations than this push out the oldest that nobody presents; where all are presented no other begins.
MOST = 100
# Seconds that a server which stops waits until others know of the last step.
_LAST = 3.0

_SECRETS = [secrets.token_bytes(32)]
_in_progress: dict[str, Presentation] = {}
_ended: deque[str] = deque(maxlen=MOST)
_sharing: list[Sharing] = []
_lock = threading.Lock()


class TooManyError(Exception):
    """As many presentations as there may be are presented right now."""


def sign_with(secret: bytes) -> None:
    """Sign the keys with the installation's secret, which all its servers have."""
    _SECRETS[:] = [secret]


def share(kept: Presentations) -> None:
    """Share the presentations with all servers of this store from now on."""
    sharing = Sharing(kept, _in_progress, _ended, _of_another)
    _sharing[:] = [sharing]
    sharing.begin()


def start(board: str, meeting: str, language: str) -> Presentation:
    """Begin to present a meeting; waits for the store. Raises TooManyError."""
    _exchange()
    with _lock:
        while (code := "".join(secrets.choice(_LETTERS) for _place in range(LENGTH))) in _in_progress:
            pass
        begun = _made(board, meeting, language, code, int(time.time()))
        while len(_in_progress) >= MOST:
            idle = next((other for other in _in_progress.values() if not other.state.presenting), None)
            if idle is None:
                raise TooManyError
            _ended.append(idle.code)
            _in_progress.pop(idle.code).finish()
        _in_progress[code] = begun
    _exchange()
    return begun


def _made(board: str, meeting: str, language: str, code: str, begun: int) -> Presentation:
    return Presentation(board, meeting, language, code, _key(board, meeting, code), begun, tell=_tell)


def _of_another(kept: KeptPresentation) -> Presentation:
    made = _made(kept.board, kept.meeting, kept.language, kept.code, kept.begun)
    made.is_kept = True
    return made


def _key(board: str, meeting: str, code: str) -> str:
    """The key to a presentation: whoever has it steers."""
    return hmac.new(_SECRETS[0], "\n".join((board, meeting, code)).encode(), sha256).hexdigest()


def _tell() -> None:
    for sharing in _sharing:
        sharing.tell()


def _exchange() -> None:
    for sharing in _sharing:
        sharing.exchange()


def end(code: str) -> None:
    """End a presentation and release all its windows, at every server; waits for the store."""
    with _lock:
        presentation = _in_progress.pop(code, None)
        _ended.append(code)
    if presentation:
        presentation.finish()
    _exchange()


def here(code: str) -> Presentation | None:
    """The presentation with a code, as it may have been written by hand, as far as this server has heard."""
    return _in_progress.get(code.strip().lower()) if code.isascii() else None


def find(code: str) -> Presentation | None:
    """The presentation with a code, wherever it was begun; None if there is none. Waits for the store."""
    found = here(code)
    if _sharing and _CODE.fullmatch(code.strip().lower()) and not (found and _sharing[0].is_fresh()):
        _exchange()
    return here(code)


def of_meeting(board: str, meeting: str) -> list[Presentation]:
    """The presentations of a meeting, the newest last. Waits for the store."""
    _exchange()
    with _lock:
        return [each for each in _in_progress.values() if (each.board, each.meeting) == (board, meeting)]


def close() -> None:
    """Release every window, for a server that is about to stop: it waits until nobody listens."""
    closing.set()
    for sharing in _sharing:
        sharing.stop()
    for presentation in tuple(_in_progress.values()):
        presentation.wake()


def leave() -> None:
    """Wait until other servers know of the last step, for a moment."""
    close()
    while _sharing:
        _sharing.pop().wait(_LAST)
