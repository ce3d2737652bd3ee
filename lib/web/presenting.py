"""The addresses of presenting: the documents, the stream that tells which slide is shown, the steps, the questions.

    /visa?board&meeting            the projector;  with &code&key it is followed
    /visa/manus?board&meeting      the presenter's own screen
    /visa/live/<code>              the stream of what is shown (GET), a step by whoever has the key (POST)
    /visa/kod/<code>.svg           the followers' address as a QR code
    /visa/fragor?board&meeting     the questions, by slide
    /f/<code>                      the followers' view

Documents are made once for as long as what they show is the same, and kept compressed.
"""

import json
import signal
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict
from functools import lru_cache
from io import BytesIO
from types import FrameType
from typing import Any

import segno
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from lib.meetings import agenda, live
from lib.meetings.live import Presentation
from lib.meetings.slide import Deck
from lib.site import language_of
from lib.web import decks, memory, static
from lib.web.decks import DeckKey
from lib.web.pages.meeting import meeting_name
from lib.web.shell import lost
from lib.web.stage import page
from lib.words.language import use_language

# What of the site these routes answer for.
OPEN = ("/visa", "/visa/", "/f/")
LONGEST_STEP = 1000

_DOCUMENTS: dict[str, Callable[[Deck], str]] = {
    "projector": page.projector,
    "manus": page.manus,
    "follower": page.follower,
}


def projector(request: Request) -> Response:
    """The projector's document."""
    return _of_meeting(request, "projector")


def manus(request: Request) -> Response:
    """The presenter's own."""
    return _of_meeting(request, "manus")


def follower(request: Request) -> Response:
    """The followers' document, in the presenter's language."""
    one = live.find(request.path_params["code"])
    if one is None:
        return lost(request.headers, language_of(request.query_params), "presentation")
    use_language(one.language)
    which = _which(one.board, one.meeting)
    return _document(request, "follower", which) if which else lost(request.headers, one.language)


def _of_meeting(request: Request, kind: str) -> Response:
    query = request.query_params
    use_language(language_of(query))
    which = _which(query.get("board", ""), query.get("meeting", ""))
    return _document(request, kind, which) if which else lost(request.headers, language_of(query))


def _which(board: str, asked: str) -> DeckKey | None:
    meeting = memory.meeting(board, asked) if board in memory.boards() else None
    return decks.which(board, meeting) if meeting else None


def _document(request: Request, kind: str, which: DeckKey) -> Response:
    encoding = static.accepted(request.headers)
    told = {"cache-control": "no-cache", "vary": "accept-encoding"}
    return static.respond(_packed(kind, which, encoding), static.TYPES[".html"], encoding, request.headers, told)


def _packed(kind: str, which: DeckKey, encoding: str) -> bytes:
    with _making:  # fifty who come at once wait for one document
        return _made(kind, which, encoding)


_making = threading.Lock()


@lru_cache(maxsize=24)
def _made(kind: str, which: DeckKey, encoding: str) -> bytes:
    html = _DOCUMENTS[kind](decks.deck_of(which)).encode()
    return static.COMPRESS[encoding](html) if encoding else html


async def stream(request: Request) -> Response:
    """What is shown, as server-sent events, for as long as the window is open."""
    key = request.query_params.get("key", "")
    one = live.find(request.path_params["code"]) or (_revived(request, key) if key else None)
    if one is None:
        return Response(status_code=404)
    presents = one.is_key(key)
    if not presents and one.is_full():
        return Response(status_code=503)
    head = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(_events(one, presents), media_type="text/event-stream", headers=head)


def _revived(request: Request, key: str) -> Presentation | None:
    """The presentation that the presenter's window knows of and the server, begun anew, does not."""
    query = request.query_params
    which = _which(query.get("board", ""), query.get("meeting", ""))
    code = request.path_params["code"]
    return live.revive(which.board, which.meeting, language_of(query), code, key) if which else None


async def _events(one: Presentation, presents: bool) -> AsyncIterator[str]:
    async for state in one.states(presents):
        yield f"data: {json.dumps(asdict(state))}\n\n" if state else ": still here\n\n"


async def step(request: Request) -> Response:
    """A step by whoever has the key."""
    one = live.find(request.path_params["code"])
    asked = _step_of(await request.body())
    if one is None:
        return Response(status_code=404)
    if asked is None:
        return Response(status_code=400)
    if not one.is_key(str(asked.get("key", ""))):
        return Response(status_code=403)
    one.show(asked["slide"], asked["black"], asked["by"][:20], asked["at"], asked["agenda"][:20])
    return Response(status_code=204)


def _step_of(body: bytes) -> dict[str, Any] | None:
    """A step as it was sent; None where it is no step."""
    try:
        asked = json.loads(body) if len(body) <= LONGEST_STEP else None
    except ValueError:
        return None
    kinds = {"slide": int, "black": bool, "by": str, "at": int, "agenda": str, "key": str}
    if not isinstance(asked, dict) or any(type(asked.get(name)) is not kind for name, kind in kinds.items()):
        return None
    return asked if 1 <= asked["slide"] < 10_000 and 0 <= asked["at"] < 1 << 53 else None


def code(request: Request) -> Response:
    """The followers' address as a QR code."""
    one = live.find(request.path_params["code"])
    if one is None:
        return Response(status_code=404)
    drawn = BytesIO()
    address = f"{request.url.scheme}://{request.url.netloc}/f/{one.code}"
    segno.make(address, micro=False).save(drawn, kind="svg", border=4, dark="#000", light="#fff", omitsize=True)
    return Response(drawn.getvalue(), media_type=static.TYPES[".svg"], headers={"cache-control": "no-store"})


def questions(request: Request) -> Response:
    """The questions of this meeting and earlier ones, each with the slides that it belongs to."""
    query = request.query_params
    use_language(language_of(query))
    which = _which(query.get("board", ""), query.get("meeting", ""))
    if which is None:
        return Response(status_code=404)
    data, points = memory.board(which.board), which.points
    found, names = [], {one.meeting: meeting_name(one) for one in data.meetings}
    for one in memory.questions(which.board):
        places = [n for n, point in enumerate(points, start=2) if agenda.belongs(data, one.address, point.address)]
        if one.meeting == which.meeting or places:
            asked = {"slides": places or [1], "text": one.text, "answer": one.answer, "decision": one.decision}
            earlier = one.meeting != which.meeting
            found.append(asked | {"earlier": earlier, "meeting": names.get(one.meeting, one.meeting)})
    told = {"cache-control": "no-store", "x-agenda": agenda.mark(points)}
    return JSONResponse(found, headers=told)


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Let go of those who listen as soon as the server is told to stop, since it waits for them."""
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _closing_before(signal.getsignal(number)))
    yield


def _closing_before(handler: Any) -> Callable[[int, FrameType | None], None]:
    def handle(number: int, frame: FrameType | None) -> None:
        live.close()
        if callable(handler):
            handler(number, frame)

    return handle


def nothing(request: Request) -> Response:
    """What is there at all other addresses that begin so."""
    return lost(request.headers, language_of(request.query_params))


ROUTES = [
    Route("/visa", projector),
    Route("/visa/manus", manus),
    Route("/visa/live/{code}", stream, methods=["GET"]),
    Route("/visa/live/{code}", step, methods=["POST"]),
    Route("/visa/kod/{code}.svg", code),
    Route("/visa/fragor", questions),
    Route("/f/{code}", follower),
    Route("/visa/{rest:path}", nothing),
    Route("/f/{rest:path}", nothing),
]
