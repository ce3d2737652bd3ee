"""Presentations going on: who may steer, what is told to whom, and how they end."""

import asyncio
import sys
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, TypeVar

import pytest

from lib.meetings import live, presentation
from lib.meetings.live import LiveState, Presentation
from tests.helpers.processes import in_a_thread, words_of

Result = TypeVar("Result")


@pytest.fixture(autouse=True)
def _none_in_progress():
    """Presentations of other tests, also those of pages in this process, are ended."""
    for going_on in (*live.of_meeting("b", "m"), *live.of_meeting("b", "m1")):
        live.end(going_on.code)


def alone(wanted: Coroutine[Any, Any, Result]) -> Result:
    return in_a_thread(lambda: asyncio.run(wanted))


def begun() -> Presentation:
    return live.start("b", "m", "sv")


def test_a_presentation_is_found_by_its_code():
    one = begun()
    assert live.find(one.code) is one
    assert live.find(f" {one.code.upper()} ") is one
    assert len(one.code) == live.LENGTH
    assert [live.find(code) for code in ("", "no", one.key, "åäö")] == [None] * 4
    assert live.of_meeting("b", "m") == [one]
    assert live.of_meeting("b", "other") == []


def test_the_code_is_no_key():
    one, other = begun(), begun()
    assert one.is_key(one.key)
    assert [one.is_key(key) for key in ("", one.code, other.key, "å")] == [False] * 4


def test_a_step_older_than_the_newest_is_not_taken():
    one = begun()
    one.show(3, False, "w", 10)
    one.show(2, False, "w", 9)
    assert one.state == LiveState(3, False, "w", 10)
    one.show(4, True, "v", 10)
    assert (one.state.slide, one.state.black, one.state.by) == (4, True, "v")


def test_the_oldest_that_nobody_presents_makes_way(monkeypatch):
    monkeypatch.setattr(live, "MOST", 2)
    first, second = begun(), begun()
    first.state = LiveState(presenting=1)
    third = begun()
    assert (live.find(first.code), live.find(second.code), live.find(third.code)) == (first, None, third)


def test_what_is_presented_is_never_pushed_out(monkeypatch):
    monkeypatch.setattr(live, "MOST", 2)
    first, second = begun(), begun()
    first.state = second.state = LiveState(presenting=1)
    with pytest.raises(live.TooManyError):
        begun()
    assert (live.find(first.code), live.find(second.code)) == (first, second)


def test_a_key_is_of_one_presentation_alone():
    live.sign_with(b"secret")
    one, other = begun(), begun()
    keys = {one.key, other.key, live._key("b", "m1", one.code), live._key("b1", "m", one.code)}
    live.sign_with(b"another")
    assert len(keys | {live._key("b", "m", one.code)}) == 5
    live.sign_with(b"secret")
    assert live._key("b", "m", one.code) == one.key


def test_windows_are_told_at_once_and_counted():
    async def run() -> list:
        one = begun()
        follower, presenter = one.states(presents=False), one.states(presents=True)
        seen = [await anext(follower)]
        seen.append(await anext(presenter))
        seen.append(await anext(follower))  # that the presenter came
        one.show(5, False, "w", 1)
        seen += [await anext(follower), await anext(presenter)]
        one.add_question()
        one.add_edit()
        seen.append(await anext(presenter))  # both, as both had come before it was its turn
        await presenter.aclose()
        seen.append(await anext(follower))  # that the presenter left; the question was not for followers
        await follower.aclose()
        return [(state.slide, state.questions, state.edits, state.presenting, state.following) for state in seen] + [
            one.state.following
        ]

    assert alone(run()) == [
        (1, 0, 0, 0, 1),
        (1, 0, 0, 1, 1),
        (1, 0, 0, 1, 1),
        (5, 0, 0, 1, 1),
        (5, 0, 0, 1, 1),
        (5, 1, 1, 1, 1),
        (5, 1, 1, 0, 1),
        0,
    ]


def test_followers_that_come_do_not_tell_each_other():
    async def run() -> tuple[bool, int]:
        one = begun()
        first = one.states(presents=False)
        await anext(first)
        waiting = asyncio.ensure_future(anext(first))
        await anext(one.states(presents=False))
        for _round in range(100):  # all that is on its way in the loop arrives
            await asyncio.sleep(0)
        told = waiting.done()
        one.show(5, False, "w", 1)
        return told, (await waiting).slide

    assert alone(run()) == (False, 5)


def test_a_silent_line_is_written_to(monkeypatch):
    monkeypatch.setattr(presentation, "BEAT", 0.01)

    async def run() -> list:
        states = begun().states(presents=False)
        return [await anext(states) is None, await anext(states) is None]

    assert alone(run()) == [False, True]


def test_a_change_in_the_moment_that_a_wait_ends_is_seen(monkeypatch):
    monkeypatch.setattr(presentation, "BEAT", 0.01)

    async def run() -> LiveState | None:
        one = begun()
        states = one.states(presents=False)
        await anext(states)
        waiting = asyncio.ensure_future(anext(states))
        await asyncio.sleep(0)
        asyncio.get_running_loop().call_later(0.02, one.show, 5, False, "w", 1)
        time.sleep(0.05)  # a busy loop, which finds both due at once
        return await waiting

    state = alone(run())
    assert state is not None
    assert state.slide == 5


# A window that waits and one that is busy with what it was sent are both released.
RELEASED = """
import asyncio
from lib.meetings import live

async def run():
    presentation = live.start("b", "m", "sv")
    waiting, busy = (presentation.states(presents=False) for _window in range(2))
    await anext(waiting), await anext(busy)
    answer = asyncio.ensure_future(anext(waiting))
    await asyncio.sleep(0)
    {stop}
    print((await answer).slide, len([state async for state in waiting]), len([state async for state in busy]))

asyncio.run(run())
"""


@pytest.mark.parametrize("stop", ["live.close()", "live.end(presentation.code)"], ids=["server", "presentation"])
def test_all_are_let_go_at_the_end(stop):
    assert words_of(RELEASED.format(stop=stop)) == ["1", "0", "0"]


def test_a_presentation_can_be_ended_twice():
    one = begun()
    live.end(one.code)
    live.end(one.code)
    assert live.of_meeting("b", "m") == []


STEPS = 3000


@pytest.mark.parametrize("interval", [sys.getswitchinterval(), 1e-6], ids=["default", "small"])
def test_no_step_and_no_question_is_lost_between_threads(interval):
    before = sys.getswitchinterval()
    sys.setswitchinterval(interval)
    try:
        ends = [alone(at_once(begun())) for _trial in range(20)]
    finally:
        sys.setswitchinterval(before)
    wanted = LiveState(slide=STEPS % 50 + 1, by="w", at=STEPS, questions=STEPS, edits=STEPS)
    assert ends == [(wanted, wanted)] * 20


async def at_once(one: Presentation) -> tuple[LiveState, LiveState | None]:
    """Steps on the loop, questions and edits from threads, windows that come and go: the state, as kept and as told."""
    loop, seen = asyncio.get_running_loop(), list[LiveState | None]()
    with ThreadPoolExecutor(2) as pool:
        threads = [loop.run_in_executor(pool, often, add) for add in (one.add_question, one.add_edit)]
        for at in range(1, STEPS + 1):
            one.show(at % 50 + 1, False, "w", at)
            if at % 100 == 0:
                window = one.states(presents=at % 200 == 0)
                seen.append(await anext(window))
                await window.aclose()
        await asyncio.gather(*threads)
    last = one.states(presents=False)
    seen.append(await anext(last))
    await last.aclose()
    return one.state, replace(seen[-1], following=0) if seen[-1] else None


def often(add: Callable[[], None]) -> None:
    for _time in range(STEPS):
        add()
