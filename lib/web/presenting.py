"""The addresses of presenting: documents, the stream of which slide is shown, steps, questions.

    /visa?board&meeting            the projector;  with &code it is followed, and steers whoever may present
    /visa/manus?board&meeting      the presenter's own screen
    /visa/live/<code>              the stream of the presentation's state (GET), a step by whoever has the key (POST)
    /visa/kod/<code>.svg           the followers' address as a QR code
    /visa/fragor?board&meeting     the questions, by slide
    /f/<code>                      the followers' view

The key to a presentation is a cookie that only these addresses are sent, and scripts cannot read: it stands in no
address, log or other page. Documents are made once for as long as their content is the same, and kept compressed. The
store and the boards are read in threads, never on the event loop.
"""

import json
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict
from io import BytesIO
from threading import Condition
from typing import Any

import segno
from cachetools import LRUCache, cached
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from lib.meetings import agenda, live
from lib.meetings.live import Presentation
from lib.meetings.slide import Deck
from lib.site import FOLLOWER, PRESENTER, PROJECTOR, language_of
from lib.store.access import Right, access, require
from lib.store.installation.given import installation
from lib.store.store import StoreError
from lib.web import decks, memory, static
from lib.web.decks import DeckKey
from lib.web.entrance import origin
from lib.web.entrance.brake import Brake
from lib.web.pages.meeting import meeting_name
from lib.web.plain import lost
from lib.web.seams import server
from lib.web.stage import page
from lib.words.language import use_language

# The addresses that these routes answer for.
OPEN = (PROJECTOR, f"{PROJECTOR}/", FOLLOWER)
LONGEST_STEP, MOST_SHOWN = 1000, 120
# A room full of followers may share an address; half of what a presentation holds is left to others.
MOST_OF_ADDRESS = live.MOST_FOLLOWERS // 2
_KEY = "malbild-visning-"
_brake = Brake()
_open: Counter[str] = Counter()

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
    client = origin.client_of(request.scope, request.headers)
    presentation = None if _brake.is_on(client) else live.find(request.path_params["code"])
    if presentation is None:
        _brake.note(client)
        return lost(request.headers, language_of(request.query_params), "presentation")
    require(presentation.board, Right.READ)
    use_language(presentation.language)
    key = _deck_key(presentation.board, presentation.meeting)
    return _document(request, "follower", key) if key else lost(request.headers, presentation.language)


def _of_meeting(request: Request, kind: str) -> Response:
    key = _requested(request)
    if key is None:
        return lost(request.headers, language_of(request.query_params))
    if kind == "manus":
        require(key.board, Right.PRESENT)
    answer = _document(request, kind, key)
    presentation = live.find(request.query_params.get("code", ""))
    if presentation and (presentation.board, presentation.meeting) == (key.board, key.meeting):
        _hand_over(answer, presentation)
    return answer


def _hand_over(answer: Response, presentation: Presentation) -> None:
    """Give the key to whoever may present the board."""
    if access(presentation.board).may(Right.PRESENT):
        answer.set_cookie(
            f"{_KEY}{presentation.code}",
            presentation.key,
            path=PROJECTOR,
            secure=installation().is_https,
            httponly=True,
            samesite="strict",
        )


def _requested(request: Request) -> DeckKey | None:
    """The deck of the meeting in the address, in its language; None where there is no such meeting."""
    query = request.query_params
    use_language(language_of(query))
    return _deck_key(query.get("board", ""), query.get("meeting", ""))


def _deck_key(board: str, code: str) -> DeckKey | None:
    meeting = memory.meeting(board, code) if board in memory.boards() else None
    return decks.deck_key(board, meeting) if meeting else None


def _document(request: Request, kind: str, key: DeckKey) -> Response:
    encoding = static.accepted(request.headers)
    headers = {"cache-control": "no-cache", "vary": "accept-encoding"}
    return static.respond(_packed(kind, key, encoding), static.TYPES[".html"], encoding, request.headers, headers)


@cached(LRUCache(24), condition=Condition())  # fifty who come at once wait for one document, and no others wait
def _packed(kind: str, key: DeckKey, encoding: str) -> bytes:
    html = _DOCUMENTS[kind](decks.deck_of(key)).encode()
    return static.COMPRESS[encoding](html) if encoding else html


async def stream(request: Request) -> Response:
    """The states of a presentation as server-sent events, for as long as the window is open."""
    code = request.path_params["code"]
    key = request.cookies.get(f"{_KEY}{code}", "") if "presenter" in request.query_params else ""
    client = origin.client_of(request.scope, request.headers)
    if _brake.is_on(client):
        return Response(status_code=429)
    presentation = await _found(code)
    if presentation is None:
        _brake.note(client)
        return Response(status_code=404)
    may = access(presentation.board)
    if not may.may(Right.READ):
        return Response(status_code=403)
    presents = presentation.is_key(key) and may.may(Right.PRESENT)
    if not presents and (presentation.is_full() or _open[client] >= MOST_OF_ADDRESS):
        return Response(status_code=503)
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    events = _events(presentation, presents, client)
    return StreamingResponse(events, media_type="text/event-stream", headers=headers)


async def _found(code: str) -> Presentation | None:
    """The presentation with a code; one not heard of here is looked for in a thread, in nobody's way."""
    return live.here(code) or await run_in_threadpool(live.find, code)


async def _events(presentation: Presentation, presents: bool, client: str) -> AsyncIterator[str]:
    """The states, for as long as who listens may read the board: a sign-in may end meanwhile."""
    _open[client] += 1
    try:
        async for state in presentation.states(presents):
            if not await run_in_threadpool(_still_reads, presentation.board):
                return
            yield f"data: {json.dumps(asdict(state))}\n\n" if state else ": still here\n\n"
    finally:
        _open[client] -= 1
        if not _open[client]:
            del _open[client]


def _still_reads(board: str) -> bool:
    return access(board).may(Right.READ)


async def step(request: Request) -> Response:
    """A step by whoever has the key."""
    presentation = await _found(request.path_params["code"])
    sent = _step_of(await request.body())
    if presentation is None:
        return Response(status_code=404)
    if sent is None:
        return Response(status_code=400)
    key = request.cookies.get(f"{_KEY}{presentation.code}", "")
    if not presentation.is_key(key) or not await run_in_threadpool(_may_present, presentation.board):
        return Response(status_code=403)
    presentation.show(
        sent["slide"], sent["black"], sent["by"][:20], sent["at"], sent["agenda"][:20], sent["shows"][:MOST_SHOWN]
    )
    return Response(status_code=204)


def _may_present(board: str) -> bool:
    return access(board).may(Right.PRESENT)


def _step_of(body: bytes) -> dict[str, Any] | None:
    """A step as it was sent; None where it is no step."""
    try:
        sent = json.loads(body) if len(body) <= LONGEST_STEP else None
    except ValueError:
        return None
    kinds = {"slide": int, "black": bool, "by": str, "at": int, "agenda": str, "shows": str}
    sent = {"shows": ""} | sent if isinstance(sent, dict) else None
    if not isinstance(sent, dict) or any(type(sent.get(name)) is not kind for name, kind in kinds.items()):
        return None
    return sent if 1 <= sent["slide"] < 10_000 and 0 <= sent["at"] < 1 << 53 else None


def code(request: Request) -> Response:
    """The followers' address as a QR code."""
    client = origin.client_of(request.scope, request.headers)
    presentation = None if _brake.is_on(client) else live.find(request.path_params["code"])
    if presentation is None:
        _brake.note(client)
        return Response(status_code=404)
    require(presentation.board, Right.READ)
    svg = BytesIO()
    address = f"{origin.address_here(request.headers).origin}{FOLLOWER}{presentation.code}"
    segno.make(address, micro=False).save(svg, kind="svg", border=4, dark="#000", light="#fff", omitsize=True)
    return Response(svg.getvalue(), media_type=static.TYPES[".svg"], headers={"cache-control": "no-store"})


def questions(request: Request) -> Response:
    """The questions of this meeting and earlier ones, each with the slides that it belongs to."""
    deck = _requested(request)
    if deck is None:
        return Response(status_code=404)
    data, rows = memory.board(deck.board), []
    names = {meeting.meeting: meeting_name(meeting) for meeting in data.meetings}
    for question in memory.questions(deck.board):
        slides = [
            number
            for number, point in enumerate(deck.points, start=2)
            if agenda.belongs(data, question.address, point.address)
        ]
        earlier = question.meeting != deck.meeting
        if slides or not earlier:
            texts = {"text": question.text, "answer": question.answer, "decision": question.decision}
            meeting = names.get(question.meeting, question.meeting)
            rows.append({"slides": slides or [1], **texts, "earlier": earlier, "meeting": meeting})
    return JSONResponse(rows, headers={"cache-control": "no-store", "x-agenda": agenda.mark(deck.points)})


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Release those who listen as soon as the server is asked to stop, since it waits for them."""
    server.before_stopping(live.close)
    await run_in_threadpool(_share)
    yield
    await run_in_threadpool(live.leave)


def _share() -> None:
    """Present together with the other servers of the store; where it cannot be read, alone until started again."""
    try:
        store = memory.store()
        live.sign_with(store.people.secret())
    except StoreError:
        live.sign_with(secrets.token_bytes(32))
    else:
        live.share(store.presentations)


def nothing(request: Request) -> Response:
    """The answer at all other addresses that begin so: no such page."""
    return lost(request.headers, language_of(request.query_params))


ROUTES = [
    Route(PROJECTOR, projector),
    Route(PRESENTER, manus),
    Route(f"{PROJECTOR}/live/{{code}}", stream, methods=["GET"]),
    Route(f"{PROJECTOR}/live/{{code}}", step, methods=["POST"]),
    Route(f"{PROJECTOR}/kod/{{code}}.svg", code),
    Route(f"{PROJECTOR}/fragor", questions),
    Route(f"{FOLLOWER}{{code}}", follower),
    Route(f"{PROJECTOR}/{{rest:path}}", nothing),
    Route(f"{FOLLOWER}{{rest:path}}", nothing),
]
