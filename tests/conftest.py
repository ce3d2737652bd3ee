"""Fixtures that all tests share: a server and a browser. A missing program is a failure, never a skipped test."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from contextvars import copy_context
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from lib.store.batches import BatchInfo
from lib.store.store import create_store
from lib.tables.records import Records
from lib.words.language import DEFAULT_LANGUAGE, use_language
from tests.helpers.databases import postgres_url, store_url
from tests.helpers.first_view import without_streamlit
from tests.helpers.seeded import copy_of, helsingborg, karlskrona, linkoping, seed_file, seeded, seeded_url
from tests.helpers.server import running, running_on

# The tests' addresses name no board where they mean this one.
os.environ.setdefault("MALBILD_FIRST_BOARD", "helsingborg")

# Fixtures made elsewhere, for every test.
__all__ = ["helsingborg", "karlskrona", "linkoping", "postgres_url", "seed_file", "seeded", "seeded_url", "store_url"]

# The app is there, is connected, has run, and has drawn what it got.
READY = """() => {
  const app = document.querySelector('#root [data-testid="stApp"]');
  return app && !document.querySelector("#mb-first")
    && app.dataset.testConnectionState === "CONNECTED" && app.dataset.testScriptState === "notRunning"
    && !app.querySelector('[data-stale="true"], [data-testid="stSkeleton"], [data-testid="stAppSkeleton"]')
    && !app.querySelector('.mb-plot[data-figure]')
    && app.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]');
}"""

OpenPage = Callable[[str], Page]

# The suite tries the same examples every time; chance has its turn in the long runs of `make soak`.
settings.register_profile("suite", derandomize=True, deadline=None)
settings.register_profile("soak", deadline=None)


def pytest_configure(config: pytest.Config) -> None:
    """The examples of this run."""
    settings.load_profile("soak" if "soak" in config.option.markexpr.replace("not soak", "") else "suite")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Each test runs in a context of its own, as a request does: what it says of the run is not said to the next."""
    runtest = item.runtest
    item.runtest = lambda: copy_context().run(runtest)


PATIENCE = 20_000  # milliseconds that a page and an expectation wait: a busy machine is slow and not wrong
expect.set_options(timeout=PATIENCE)


@pytest.fixture(autouse=True)
def swedish_again() -> Iterator[None]:
    """A test that speaks English leaves no English behind."""
    yield
    use_language(DEFAULT_LANGUAGE)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, seed_file: Path) -> Iterator[str]:
    """The address of the app, running with a seeded store of its own."""
    with running(tmp_path_factory.mktemp("server"), seed_file) as address:
        yield address


ServeBoard = Callable[[Records], str]


@pytest.fixture(scope="module")
def serve_board(tmp_path_factory: pytest.TempPathFactory, seed_file: Path) -> Iterator[ServeBoard]:
    """Write these rows of a board 'b' into the store of a server of the module's own: its address."""
    folder = tmp_path_factory.mktemp("board")
    url = copy_of(seed_file, folder)
    with closing(create_store(url)) as store, running_on(url, folder) as address:

        def serve(rows: Records) -> str:
            store.sync(rows, BatchInfo("import", "test"), {"b"})
            return address

        yield serve


def chromium() -> dict[str, Any]:
    """How Debian's Chromium is launched: the one without windows where it is, which starts and draws in less time."""
    programs = (os.environ.get("CHROMIUM"), shutil.which("chromium-headless-shell"), shutil.which("chromium"))
    program = next(filter(None, programs), None)
    assert program, "Chromium is not installed: the tests need a real browser (see README)"
    # Without hinting, letters are as wide as on a screen of many points: a line breaks where it does there.
    drawing = ["--disable-gpu", "--font-render-hinting=none"]
    arguments = [*drawing, "--disable-dev-shm-usage", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return {"executable_path": program, "args": arguments}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(**chromium())
        yield instance
        instance.close()


@pytest.fixture(scope="module")
def window(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """The window of a Swedish browser for the tests of a module; paths are asked of the server."""
    context = browser.new_context(locale="sv-SE", base_url=server)
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(window: BrowserContext) -> Iterator[Page]:
    """The window's first tab, at desktop size."""
    for tab in first_tab(window):
        tab.set_viewport_size({"width": 1280, "height": 900})
        yield tab


def first_tab(window: BrowserContext) -> Iterator[Page]:
    """A window's first tab for a test: it has compiled the scripts before, but knows nothing of other tests."""
    tab = window.pages[0] if window.pages else window.new_page()
    yield tab
    for other in window.pages[1:]:
        other.close()
    if not tab.is_closed():
        tab.emulate_media(media="null", color_scheme="null")
        if tab.url.startswith("http"):
            tab.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")


@pytest.fixture(scope="module")
def document_window(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A window for documents as they come, without Streamlit's scripts."""
    context = browser.new_context(locale="sv-SE", base_url=server)
    context.set_default_timeout(PATIENCE)
    without_streamlit(context.new_page())
    yield context
    context.close()


@pytest.fixture
def document(document_window: BrowserContext) -> Iterator[Page]:
    """The tab of that window: the same HTML that Streamlit draws (see test_first_view.py), in a third of the time."""
    yield from first_tab(document_window)


@pytest.fixture
def open_page(page: Page) -> OpenPage:
    """Open a path in the window and wait until the page is ready to read."""

    def opened(path: str) -> Page:
        page.goto(path)
        ready(page)
        return page

    return opened


def ready(page: Page) -> None:
    """Wait until the page has run and is drawn."""
    page.wait_for_function(READY)
