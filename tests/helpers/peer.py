"""A server's part of presenting in a process of its own, told what to do by lines and telling what its windows see.

`python -m tests.helpers.peer` with DATABASE_URL; lines are `start`, `follow|present|end|question|edit CODE`,
`step CODE SLIDE AT`, `codes`.
"""

import asyncio
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict

from lib.meetings import live
from lib.store.store import open_store

PATIENCE = 60


def main() -> None:
    """Serve until the lines end."""
    store = open_store(os.environ["DATABASE_URL"])
    live.sign_with(store.people.secret())
    live.share(store.presentations)
    asyncio.run(serve())
    live.leave()


async def serve() -> None:
    windows = set()
    say("ready")
    while line := await asyncio.to_thread(sys.stdin.readline):
        act, *words = line.split()
        if act in {"follow", "present"}:
            windows.add(asyncio.ensure_future(window(words[0], presents=act == "present")))
        else:
            say(act, await asyncio.to_thread(DO[act], *words))
    live.close()
    await asyncio.gather(*windows)


async def window(code: str, presents: bool) -> None:
    kind = "present" if presents else "follow"
    presentation = live.here(code) or await asyncio.to_thread(live.find, code)
    if presentation is None:
        say(kind, None)
        return
    async for state in presentation.states(presents):
        say(kind, asdict(state) if state else "beat")
    say(kind, "over")


def step(code: str, slide: str, at: str) -> float:
    """The seconds that a step took."""
    (found,) = [live.here(code) or live.find(code)]
    assert found is not None
    begun = time.perf_counter()
    found.show(int(slide), False, "w", int(at))
    return time.perf_counter() - begun


def inform(code: str, how: Callable[[live.Presentation], None]) -> None:
    for presentation in live.of_meeting("b", "m"):
        if presentation.code == code:
            how(presentation)


DO: dict[str, Callable] = {
    "start": lambda: live.start("b", "m", "sv").code,
    "step": step,
    "question": lambda code: inform(code, live.Presentation.add_question),
    "edit": lambda code: inform(code, live.Presentation.add_edit),
    "end": live.end,
    "codes": lambda: [each.code for each in live.of_meeting("b", "m")],
    "key": lambda code: found.key if (found := live.find(code)) else None,
}


def say(*what: object) -> None:
    print(json.dumps([*what, time.time()]), flush=True)


class Peer:
    """Such a process, as a test sees it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._heard: list[list] = []
        self._more = threading.Condition()
        self._listening = threading.Thread(target=self._listen)
        self._listening.start()

    def _listen(self) -> None:
        assert self.process.stdout
        with self.process.stdout as lines:
            for line in lines:
                if line.endswith("\n"):  # else it was killed in the middle of it
                    with self._more:
                        self._heard.append(json.loads(line))
                        self._more.notify_all()

    def leave(self) -> None:
        """Let it end, as a server that is stopped does."""
        assert self.process.stdin
        with suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.wait(PATIENCE)
        self._listening.join(PATIENCE)

    def tell(self, *words: object) -> None:
        """Tell it to do something."""
        assert self.process.stdin
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()

    def ask(self, *words: object) -> object:
        """Tell it to do something and wait for what it answers."""
        self.tell(*words)
        return self.heard(str(words[0]))

    def heard(self, kind: str, until: Callable[[object], bool] = lambda _what: True) -> object:
        """What it says next of a kind that is as wanted; what it said of that kind before is passed over."""
        return self.heard_at(kind, until)[0]

    def heard_at(self, kind: str, until: Callable[[object], bool] = lambda _what: True) -> tuple:
        """As `heard`, with the second when it was said."""
        deadline = time.monotonic() + PATIENCE
        with self._more:
            while time.monotonic() < deadline:
                while own := next((one for one in self._heard if one[0] == kind), None):
                    self._heard.remove(own)
                    if until(own[1]):
                        return own[1], own[-1]
                self._more.wait(1)
        raise AssertionError(f"nothing more of {kind} was said")


@contextmanager
def peers(url: str, number: int) -> Iterator[list[Peer]]:
    """So many servers of one store."""
    command = [sys.executable, "-m", "tests.helpers.peer"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    started = [Peer(subprocess.Popen(command, env={**os.environ, "DATABASE_URL": url}, **pipes)) for _ in range(number)]
    try:
        for peer in started:
            peer.heard("ready")
        yield started
    finally:
        for peer in started:
            peer.leave()


if __name__ == "__main__":
    main()
