"""Bounds of what is sent: how much one session and all together may hold in memory, how long a sender may be silent."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Message, Receive, Scope

from lib.store.access import user
from lib.web.seams import uploads
from lib.words.language import _

MB = 1 << 20
LARGEST_FILE, OF_SESSION, OF_ALL = 11 * MB, 45 * MB, 400 * MB
LARGEST_BODY = 64 * 1024  # of everything else that is sent
SILENCE = 20.0  # seconds

_coming: Counter[str] = Counter()


def refused(scope: Scope, headers: Headers) -> Response | None:
    """The refusal of a request that sends too much."""
    if scope["type"] != "http" or scope["method"] in {"GET", "HEAD", "OPTIONS"}:
        return None
    length = headers.get("content-length", "")
    if "transfer-encoding" in headers or (length and not length.isdecimal()):
        return PlainTextResponse(_("Say how long the request is."), 411)
    session = uploads.session_of(scope["path"])
    if session is None:
        return PlainTextResponse(_("The request is too long."), 413) if int(length or 0) > LARGEST_BODY else None
    if not (user().identity or user().is_local):
        return PlainTextResponse(_("Sign in to do this."), 401)
    return _upload_refused(session, int(length or 0)) if scope["method"] == "PUT" else None


def _upload_refused(session: str, length: int) -> Response | None:
    if length > LARGEST_FILE:
        return PlainTextResponse(_("The file is too large."), 413)
    if uploads.held(session) + _coming[session] + length > OF_SESSION:
        return PlainTextResponse(_("You have too many files open. Take some of them away first."), 413)
    if uploads.held() + _coming.total() + length > OF_ALL:
        return PlainTextResponse(_("Too many files are being read in right now. Try again in a moment."), 503)
    return None


@contextmanager
def counted(scope: Scope) -> Iterator[None]:
    """Count what a request that is let in sends, for as long as it does."""
    session = uploads.session_of(scope["path"]) if scope["type"] == "http" and scope["method"] == "PUT" else None
    length = int(Headers(scope=scope).get("content-length") or 0)
    if session is None:
        yield
        return
    _coming[session] += length
    try:
        yield
    finally:
        _coming[session] -= length
        _coming.__iadd__(Counter())  # those that send nothing more are forgotten


def in_time(scope: Scope, receive: Receive) -> Receive:
    """The same, but a request whose sender falls silent in the middle ends as if the sender had left."""
    if scope["type"] != "http" or scope["method"] in {"GET", "HEAD", "OPTIONS"}:
        return receive
    is_whole = False

    async def received() -> Message:
        nonlocal is_whole
        if is_whole:
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), SILENCE)
        except TimeoutError:
            is_whole = True
            return {"type": "http.disconnect"}
        is_whole = not message.get("more_body", False)
        return message

    return received
