"""Presenting: from the key to the next slide drawn, with fifty who follow, beside a choice in the stock app."""

import asyncio
import time
from collections.abc import Iterator
from statistics import median, quantiles
from threading import Thread
from urllib.parse import urlsplit

from playwright.sync_api import Page

from bench import views
from bench.report import Measurement
from bench.servers import Bench, Server
from tests.helpers import presentation

FOLLOWERS, STEPS = 50, 40
MEETING = "/mote?board=exempelstad"

# The time from the key, as the browser stamped it, until the frame after the one that the slide is drawn in begins.
STEP = """() => new Promise((drawn) => {
  addEventListener("keydown", (event) => requestAnimationFrame(() =>
    requestAnimationFrame(() => drawn(performance.now() - event.timeStamp))), { once: true, capture: true });
})"""


def measured(bench: Bench, runs: int) -> Iterator[Measurement]:
    """Steps of the presenter with followers connected, the stock app's choices in between, the server's load."""
    with (
        bench.both() as (stock, malbild),
        views.browser() as running,
        views.choosers(running, [(stock.address, "series")]) as [chooser],
    ):
        context = running.new_context(base_url=malbild.address, viewport={"width": 1920, "height": 1080})
        projector, code = _begin(context.new_page())
        crowd = Followers(malbild, code)
        steps: list[float] = []
        choices: list[float] = []
        used, began = malbild.processor_seconds(), time.monotonic()
        for turn in range(runs):
            choices.append(chooser.choose(turn))
            projector.bring_to_front()
            steps += [_step(projector, turn % 2) for _ in range(max(1, STEPS // runs))]
        load = (malbild.processor_seconds() - used) / (time.monotonic() - began)
        late = crowd.close()
        context.close()
    yield Measurement("presenting, key to slide drawn: median", "ms", median(steps), median(choices), 0.5)
    yield Measurement("presenting, key to slide drawn: 95th percentile", "ms", _p95(steps), _p95(choices), 0.5)
    yield Measurement(f"presenting, server's load with {FOLLOWERS} followers", "% of a core", 100 * load)
    yield Measurement(
        f"presenting, a step told to the last of {FOLLOWERS} followers: 95th percentile", "ms", _p95(late)
    )


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _begin(page: Page) -> tuple[Page, str]:
    """Begin to present the example's newest meeting: the projector's window and the followers' code."""
    page.goto(MEETING)
    page.locator(".mb-points").wait_for()
    addresses = presentation.start(page)
    page.goto(addresses.projector)
    page.wait_for_timeout(1000)
    return page, addresses.code


def _step(page: Page, back: int) -> float:
    page.evaluate(f"() => {{ window.step = ({STEP})(); }}")
    page.keyboard.press("PageUp" if back else "PageDown")
    took = float(page.evaluate("() => window.step"))
    page.wait_for_timeout(100)
    return took


class Followers:
    """Followers who listen, in a thread of their own; how late the last of them received each step."""

    def __init__(self, server: Server, code: str) -> None:
        self._address, self._code = server.address, code
        self._told: dict[bytes, list[float]] = {}
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_until_complete, args=(self._all(),), daemon=True)
        self._thread.start()
        time.sleep(2)

    def close(self) -> list[float]:
        """Disconnect all; the milliseconds from each step, by the presenter's clock, to the last follower."""
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        whole = [(step, times) for step, times in self._told.items() if len(times) == FOLLOWERS]
        return [max(times) * 1000 - float(step) for step, times in whole]

    async def _all(self) -> None:
        self._stop = asyncio.Event()
        tasks = [asyncio.create_task(self._follow()) for _ in range(FOLLOWERS)]
        await self._stop.wait()
        for task in tasks:
            task.cancel()

    async def _follow(self) -> None:
        parts = urlsplit(self._address)
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
        writer.write(f"GET /visa/live/{self._code} HTTP/1.1\r\nhost: {parts.netloc}\r\n\r\n".encode())
        async for line in reader:
            if line.startswith(b"data:") and b'"at": 0' not in line:
                step = line.partition(b'"at": ')[2].partition(b",")[0]
                self._told.setdefault(step, []).append(time.time())
