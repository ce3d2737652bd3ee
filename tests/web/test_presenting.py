"""The routes of presenting: what is made once, what waits for what, and in which thread the store is read."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.requests import Request

from lib.meetings import live
from lib.meetings.sharing import Sharing
from lib.store.batches import BatchInfo
from lib.store.presentations import KeptPresentation
from lib.store.store import create_store
from lib.web import decks, memory, presenting
from tests.helpers.rows import agenda_item, board, goal, meeting, tables

MEETINGS = ("m1", "m2")
OWN = {"board": "presented"}  # boards are kept by code and data version


@pytest.fixture
def store(tmp_path, monkeypatch):
    """A store with two meetings, which is the one that is read."""
    url = f"sqlite:///{tmp_path / 'store.sqlite'}"
    store = create_store(url)
    rows = {
        "boards": [board(**OWN)],
        "goals": [goal(**OWN)],
        "meetings": [meeting(meeting=code, **OWN) for code in MEETINGS],
        "agenda_items": [
            agenda_item(meeting=code, item="p1", order=1, address="/mal?goal=g", **OWN) for code in MEETINGS
        ],
    }
    store.sync(tables(**rows), BatchInfo("seed", "test"))
    monkeypatch.setattr(memory, "store", lambda: store)
    yield store
    store.close()


def request(query: str, code: str = "", cookie: str = "") -> Request:
    headers = [(b"cookie", cookie.encode()), (b"host", b"127.0.0.1")]
    scope = {"type": "http", "query_string": query.encode(), "headers": headers, "path_params": {"code": code}}
    return Request(scope)


def test_many_who_come_at_once_wait_for_one_deck_and_others_do_not_wait(store, monkeypatch):
    made, may_go_on, make = [], threading.Event(), decks.deck_of

    def slow(key):
        made.append(key.meeting)
        if key.meeting == "m1":
            assert may_go_on.wait(60)
        return make(key)

    monkeypatch.setattr(decks, "deck_of", slow)
    with ThreadPoolExecutor(8) as pool:
        waiting = [pool.submit(presenting.manus, request("board=presented&meeting=m1")) for _visitor in range(8)]
        other = presenting.manus(request("board=presented&meeting=m2"))
        again = presenting.manus(request("board=presented&meeting=m2"))
        may_go_on.set()
        bodies = {answer.result(60).body for answer in waiting}
    assert other.status_code == 200
    assert again.body == other.body
    assert len(bodies) == 1
    assert sorted(made) == ["m1", "m2"]


def test_a_stream_reads_the_store_in_a_thread_of_its_own(store, monkeypatch):
    threads, read = [], store.presentations.read

    def seen():
        threads.append(threading.current_thread())
        return read()

    store.presentations.begin(KeptPresentation("abcdef", "presented", "m1", "sv", 1 << 40, slide=7))
    monkeypatch.setattr(store.presentations, "read", seen)
    shared = Sharing(store.presentations, live._in_progress, live._ended, live._of_another)
    monkeypatch.setattr(live, "_sharing", [shared])

    async def streamed() -> tuple[int, threading.Thread]:
        answer = await presenting.stream(request("board=presented&meeting=m1", "abcdef"))
        return answer.status_code, threading.current_thread()

    with ThreadPoolExecutor(1) as pool:
        status, loop_thread = pool.submit(asyncio.run, streamed()).result()
    found = live.find("abcdef")
    live.end("abcdef")
    assert status == 200
    assert threads
    assert loop_thread not in threads
    assert found is not None
    assert (found.board, found.state.slide) == ("presented", 7)
