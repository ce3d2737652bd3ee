"""The browser's side: the first view with an empty cache, a choice until the chart is redrawn, and who is asked.

When a page is ready or redrawn is said in `ready.js`. No other host can be reached from the measured browser, as on a
closed network; what is asked of one is counted all the same.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, WebSocket, sync_playwright

READY = (Path(__file__).parent / "ready.js").read_text(encoding="utf-8")
TIMEOUT = 60_000
FLAGS = ("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-background-networking")
ERRORS = '[data-testid="stException"], [data-testid="stAlertContentError"], [data-testid="stPageNotFound"]'


@dataclass(frozen=True, slots=True)
class Network:
    """A slower network than there is: megabits per second, and milliseconds for a round trip."""

    mbit: float
    round_trip: float

    def conditions(self) -> dict[str, Any]:
        """The settings as the browser takes them."""
        rate = self.mbit * 1e6 / 8
        return {"offline": False, "latency": self.round_trip, "downloadThroughput": rate, "uploadThroughput": rate}


@dataclass(slots=True)
class Traffic:
    """The requests of a page: when each began, when each ended and with how many bytes, and the addresses."""

    begun: dict[str, float] = field(default_factory=dict)
    ended: dict[str, tuple[float, float]] = field(default_factory=dict)
    urls: list[str] = field(default_factory=list)
    socket_bytes: int = 0

    def megabytes(self, until: float = float("inf")) -> float:
        """All requests of the first `until` seconds, over the wire, and what the socket brought."""
        start = min(self.begun.values())
        requests = [request for request, when in self.begun.items() if when - start <= until]
        return (sum(self.ended.get(request, (0, 0))[1] for request in requests) + self.socket_bytes) / 1e6

    def megabytes_there(self, after: float) -> float:
        """What had come, over the wire, after so many seconds."""
        start = min(self.begun.values())
        return sum(size for when, size in self.ended.values() if when - start <= after) / 1e6

    def other_hosts(self, home: str) -> list[str]:
        """The addresses at other hosts than the app's."""
        own = urlsplit(home).netloc
        return [url for url in self.urls if urlsplit(url).netloc != own and not url.startswith(("data:", "blob:"))]


@dataclass(frozen=True, slots=True)
class FirstRequests:
    """The requests of a page's first view: megabytes until it could be read, was ready, and in all; other hosts."""

    readable: float
    megabytes: float
    with_later: float
    other_hosts: tuple[str, ...]


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser without a window: CHROMIUM, or the system's, or Playwright's own."""
    names = ("chromium", "google-chrome", "chromium-headless-shell")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=flags)
        try:
            yield running
        finally:
            running.close()


@contextmanager
def _page(running: Browser, network: Network | None = None) -> Iterator[Page]:
    """A page with an empty cache."""
    context = running.new_context(locale="sv-SE", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(TIMEOUT)
    context.add_init_script(READY)
    page = context.new_page()
    if network:
        context.new_cdp_session(page).send("Network.emulateNetworkConditions", network.conditions())
    try:
        yield page
    finally:
        context.close()


def _count(page: Page, traffic: Traffic) -> None:
    def on_sent(event: dict[str, Any]) -> None:
        traffic.begun.setdefault(event["requestId"], event["timestamp"])

    def on_ended(event: dict[str, Any]) -> None:
        traffic.ended[event["requestId"]] = event["timestamp"], event["encodedDataLength"]

    def on_frame(payload: str | bytes) -> None:
        traffic.socket_bytes += len(payload)

    def on_request(request: Request) -> None:
        traffic.urls.append(request.url)

    def on_socket(socket: WebSocket) -> None:
        traffic.urls.append(socket.url)
        socket.on("framereceived", on_frame)

    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.requestWillBeSent", on_sent)
    devtools.on("Network.loadingFinished", on_ended)
    page.on("request", on_request)
    page.on("websocket", on_socket)


@dataclass(frozen=True, slots=True)
class FirstView:
    """The milliseconds until a first view can be read and until it is ready; `shift` is how far the drawn moved."""

    readable: float
    ready: float
    shift: float


def _open(page: Page, address: str) -> FirstView:
    """Open an address and wait until it is ready. Raises RuntimeError if it shows an error."""
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => window.bench.ready !== null")
    if errors := page.locator(ERRORS).all_inner_texts():
        raise RuntimeError(f"{address} shows an error: {errors[0]}")
    return FirstView(*page.evaluate("() => [window.bench.readable, window.bench.ready, window.bench.shift]"))


def first_view(running: Browser, address: str, network: Network | None = None) -> FirstView:
    """The first view of an address with an empty cache."""
    with _page(running, network) as page:
        return _open(page, address)


def requests_of(running: Browser, address: str, stay: float = 0) -> FirstRequests:
    """The requests of a first view of an address; `stay` seconds longer, to see what is fetched afterwards."""
    traffic = Traffic()
    with _page(running) as page:
        _count(page, traffic)
        view = _open(page, address)
        page.wait_for_timeout(1000 * stay)
        page.wait_for_load_state("networkidle")
        others = tuple(traffic.other_hosts(address))
        return FirstRequests(
            traffic.megabytes_there(view.readable / 1000),
            traffic.megabytes(view.ready / 1000),
            traffic.megabytes(),
            others,
        )


@dataclass(frozen=True, slots=True)
class Chooser:
    """A page that stays open, with a select box to choose in: Streamlit's, by its key, or the browser's for gender."""

    page: Page
    key: str

    def choose(self, turn: int) -> float:
        """Pick the next option; the milliseconds from the pick to the last change of what it changed."""
        self.page.bring_to_front()
        if self.key:
            self.page.locator(f".st-key-{self.key}").get_by_role("combobox").click()
            options = self.page.get_by_role("option")
            options.first.wait_for()
            option = options.nth((turn + 1) % options.count())
            self.page.wait_for_timeout(200)
            option.click()
        else:
            self.page.locator(".mb-segments a").nth((turn + 1) % 4).click()
        self.page.wait_for_function("() => window.bench.redrawn !== null")
        return float(self.page.evaluate("() => window.bench.redrawn"))


@contextmanager
def choosers(running: Browser, places: Sequence[tuple[str, str]]) -> Iterator[list[Chooser]]:
    """Pages opened at (address, key of the select box), each in a window of its own."""
    if not places:
        yield []
        return
    (address, key), *others = places
    with _page(running) as page:
        _open(page, address)
        with choosers(running, others) as more:
            yield [Chooser(page, key), *more]
