"""Presentations over several servers of one store, on both databases."""

import asyncio
from collections import deque
from contextlib import closing
from dataclasses import replace

import pytest

from lib.meetings import live, sharing
from lib.meetings.presentation import LiveState, Presentation
from lib.meetings.sharing import Sharing
from lib.store.presentations import KeptPresentation
from lib.store.store import create_store
from tests.helpers.peer import peers
from tests.helpers.processes import in_a_thread


def where(**wanted):
    return lambda state: isinstance(state, dict) and all(state[name] == value for name, value in wanted.items())


def over(state):
    return state == "over"


def test_two_servers_are_one_to_those_who_present_and_follow(store_url):
    create_store(store_url).close()
    with peers(store_url, 2) as (one, other):
        code, another = one.ask("start"), other.ask("start")
        assert one.ask("key", code) == other.ask("key", code) is not None
        one.tell("present", code)
        other.tell("follow", code)
        one.heard("present", where(presenting=1, following=1))
        other.heard("follow", where(presenting=1, slide=1))
        one.ask("step", code, 4, 100)
        other.heard("follow", where(slide=4, at=100))
        other.ask("question", code)
        one.ask("edit", code)
        one.heard("present", where(questions=1, edits=1))
        # The presenter's other window is at the other server, and a step that is late is late everywhere.
        other.ask("step", code, 7, 200)
        one.heard("present", where(slide=7))
        one.ask("step", code, 2, 150)
        other.tell("present", code)
        other.heard("present", where(slide=7, presenting=2, questions=1, edits=1))
        assert other.ask("codes") == [code, another]
        # What is ended at one is over at both, and nobody brings it back.
        one.tell("follow", another)
        one.heard("follow")
        other.ask("end", another)
        one.heard("follow", over)
        assert one.ask("codes") == [code]
        one.tell("follow", another)
        assert one.heard("follow") is None
        # One is killed: the other's notice nothing.
        one.process.kill()
        other.ask("step", code, 8, 300)
        other.heard("follow", where(slide=8, presenting=2))


@pytest.fixture
def store(store_url):
    with closing(create_store(store_url)) as store:
        yield store


class OwnServer:
    """A server in this process, which exchanges when it is asked to."""

    def __init__(self, store) -> None:
        self.here: dict[str, Presentation] = {}
        self.ended = deque[str]()
        self.sharing = Sharing(store.presentations, self.here, self.ended, self.made)

    def made(self, kept: KeptPresentation) -> Presentation:
        return Presentation(kept.board, kept.meeting, kept.language, kept.code, "key", kept.begun, is_kept=True)

    def begun(self, code: str, begun: int = 1 << 40) -> Presentation:
        return self.here.setdefault(code, Presentation("b", "m", "sv", code, "key", begun))


def test_a_server_that_is_silent_for_long_is_gone_and_its_windows_with_it(store, monkeypatch):
    one, other, now = OwnServer(store), OwnServer(store), [1000.0]
    monkeypatch.setattr(sharing.time, "monotonic", lambda: now[0])
    window = one.begun("c")

    async def run() -> list[LiveState]:
        seen = []
        states = window.states(presents=True)
        await anext(states)
        for passed in (0, sharing.BEATS, sharing.SILENT, sharing.SILENT + 1):
            now[0] = 1000.0 + passed
            if passed <= sharing.BEATS:
                one.sharing.exchange()
            other.sharing.exchange()
            seen.append(other.here["c"].state)
        one.sharing.exchange()  # it was only slow, and is there again
        other.sharing.exchange()
        seen.append(other.here["c"].state)
        await states.aclose()
        now[0] += 1
        one.sharing.exchange()
        other.sharing.exchange()
        return [*seen, other.here["c"].state]

    states = in_a_thread(lambda: asyncio.run(run()))
    assert states == [LiveState(presenting=count) for count in (1, 1, 1, 1, 1, 0)]
    assert store.presentations.read().windows == ()


def test_what_nobody_has_open_is_over_after_a_day(store):
    one, other = OwnServer(store), OwnServer(store)
    old, new = one.begun("old", begun=1), one.begun("new")
    assert one.sharing.exchange()
    assert (old.is_over, new.is_over) == (True, False)
    assert other.sharing.exchange()
    assert [*one.here] == [*other.here] == ["new"]


def test_without_the_store_a_server_goes_on_alone_and_says_so_once(store, caplog):
    one, other = OwnServer(store), OwnServer(store)
    first = one.begun("c")
    first.show(3, True, "w", 10)
    first.add_question()
    write = store.presentations._engine
    store.presentations._engine = create_engine_of_nothing()
    assert [one.sharing.exchange() for _time in range(3)] == [False] * 3
    assert first.state == LiveState(3, True, "w", 10, questions=1)
    assert len(caplog.records) == 1
    store.presentations._engine = write
    assert one.sharing.exchange()
    assert other.sharing.exchange()
    assert other.here["c"].state == first.state
    assert not any((first.unsaved.step, first.unsaved.questions))


def create_engine_of_nothing():
    from sqlalchemy import create_engine

    return create_engine("sqlite:////nowhere/at/all.sqlite")


def test_steps_of_two_windows_at_the_same_moment_end_alike(store):
    one, other = OwnServer(store), OwnServer(store)
    mine = one.begun("c")
    one.sharing.exchange()
    other.sharing.exchange()
    theirs = other.here["c"]
    mine.show(2, False, "v", 10)
    theirs.show(3, False, "w", 10)
    for server in (one, other, one):
        server.sharing.exchange()
    assert mine.state == theirs.state == LiveState(3, False, "w", 10)
    mine.add_question()
    theirs.add_question()
    for server in (one, other, one):
        server.sharing.exchange()
    assert mine.state == theirs.state == replace(LiveState(3, False, "w", 10), questions=2)


def test_a_code_that_is_none_is_not_looked_for(monkeypatch):
    asked = []
    monkeypatch.setattr(live, "_exchange", lambda: asked.append(1))
    monkeypatch.setattr(live, "_sharing", [None])
    assert [live.find(code) for code in ("", "abc", "åäöåäö", "abcdef ghj", "a" * 5000)] == [None] * 5
    assert asked == []
    assert live.find(" ABCDEF ") is None
    assert asked == [1]
