"""Slides of every board on a machine with few fonts: all of them fit, at the sizes of projectors."""

import os
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser

from lib.charts.svg import text_width
from lib.meetings import agenda
from lib.meetings.agenda import View
from lib.site import ABSENCE, CHANGED, TREND
from lib.store.batches import BatchInfo
from lib.store.store import Store, create_store
from lib.tables.model import AgendaItem, Board, Meeting
from lib.tables.records import Record
from lib.views.board import read_board
from tests.conftest import chromium
from tests.helpers.seeded import copy_of
from tests.helpers.server import running_on
from tests.helpers.slides import faults

BOARDS = ("blekinge-2012", "ekero", "exempelstad", "helsingborg", "karlskrona", "linkoping")
OFTEN = {"exempelstad", "helsingborg"}  # those with most kinds of slides; the others have their turn in the long runs
SIZES = ((1024, 768), (1280, 720), (1920, 1080))
# All that a bare machine has.
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>{cache}</cachedir></fontconfig>"""
MEETING = "all"


@pytest.fixture(scope="module")
def server(tmp_path_factory, seed_file) -> Iterator[str]:
    """A server where every board has a meeting about all that it can show."""
    folder = tmp_path_factory.mktemp("slides")
    url = copy_of(seed_file, folder)
    store = create_store(url)
    for board in BOARDS:
        add_meeting(store, board)
    store.close()
    with running_on(url, folder) as address:
        yield address


def add_meeting(store: Store, board: str) -> None:
    """A meeting about every goal, what has changed, every indicator's trend and the absence."""
    data = read_board(store, board)
    addresses = [agenda.to(TREND, {"indicator": code}) for code in data.indicators]
    addresses += [agenda.to(TREND, {"indicator": ",".join(list(data.indicators)[:6])}), ABSENCE]
    views = [*agenda.default(data, None, ()), *(View("", address) for address in [CHANGED, *addresses])]
    first = store.rows(Board, board)[0]
    meeting: Record = {"board": board, "meeting": MEETING, "title": f"Möte i {first.name}", "note": ""}
    info = BatchInfo("edit", "test")
    store.edit(Meeting, [meeting | {"date": date(2026, 12, 1), "frozen": None}], (), info)
    store.edit(AgendaItem, agenda.records(board, MEETING, agenda.numbered(views)), (), info)


@pytest.fixture(scope="module")
def poor_browser(browser: Browser, tmp_path_factory) -> Iterator[Browser]:
    """A browser on a machine with the DejaVu fonts and no others."""
    folder = tmp_path_factory.mktemp("fonts")
    (folder / "fonts.conf").write_text(FONTS.format(cache=folder))
    environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    poor = browser.browser_type.launch(**chromium(), env=environment)
    yield poor
    poor.close()


@pytest.mark.parametrize(
    "board", [pytest.param(board, marks=() if board in OFTEN else pytest.mark.soak) for board in BOARDS]
)
def test_all_slides_fit_with_few_fonts(poor_browser: Browser, server, board):
    page = poor_browser.new_page(base_url=server)
    found = {}
    page.goto(f"/visa?board={board}&meeting={MEETING}")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        found[width, height] = faults(page)
    assert page.locator(".v-slide").count() > 5
    page.close()
    assert found == {size: [] for size in SIZES}


TEXTS = (
    "Inte uppfyllt och sämre",
    "12\u00a0345,6\u00a0mnkr",
    "AVATAR To Wi",
    "Måluppfyllelse – 2026",
    "åäö ÅÄÖ éü −3,5\u00a0%",
)
SIZE = 24
DRAWN = """(texts) => texts.flatMap((text) => [400, 600, 700].map((weight) => {
  const one = Object.assign(document.createElement("span"), { textContent: text });
  one.style.cssText = `position: fixed; white-space: pre; font-size: 24px; font-weight: ${weight}`;
  document.querySelector(".v-slide:not([hidden])").append(one);
  const { width } = one.getBoundingClientRect();
  one.remove();
  return width;
}))"""


def test_no_text_is_wider_than_it_is_measured_and_little_narrower(poor_browser: Browser, server):
    page = poor_browser.new_page(base_url=server)
    page.goto(f"/visa?board=ekero&meeting={MEETING}")
    assert faults(page) == []
    drawn = page.evaluate(DRAWN, TEXTS)
    page.close()
    measured = [text_width(text, SIZE, bold=bold) for text in TEXTS for bold in (False, True, True)]
    shares = [width / most for width, most in zip(drawn, measured, strict=True)]
    assert [share for share in shares if not 0.88 < share <= 1.0] == []
