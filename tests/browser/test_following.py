"""Following a presentation: its address, two at once, a server that begins anew, an agenda changed, questions."""

import json
import re
from contextlib import ExitStack
from pathlib import Path
from xml.etree import ElementTree

import pytest
import segno
from playwright.sync_api import Browser, Page, expect

from lib.meetings import agenda
from lib.store.batches import BatchInfo
from lib.store.store import Store, create_store
from lib.tables.model import AgendaItem
from tests.conftest import first_tab, ready
from tests.helpers import presentation
from tests.helpers.accessibility import violations
from tests.helpers.databases import free_port
from tests.helpers.rows import agenda_item, board, goal, meeting, question, tables
from tests.helpers.seeded import copy_of
from tests.helpers.server import ask, running_on

ROWS = {
    "boards": [board()],
    "goals": [goal(title="Trygghet"), goal(goal="h", title="Hälsa")],
    "meetings": [meeting(), meeting(meeting="m2", title="Ett annat")],
    "agenda_items": [
        agenda_item(item="p1", order=1, address="/"),
        agenda_item(item="p2", order=2, address="/mal?goal=g"),
        agenda_item(item="p3", order=3, address="/mal?goal=h"),
        agenda_item(meeting="m2", item="p1", order=1, address="/mal?goal=h"),
        agenda_item(meeting="m2", item="p2", order=2, address="/mal?goal=g"),
    ],
    "questions": [question(text="Varför?")],
}


class Machine:
    """A server that can be stopped and started again at the same address, with its store."""

    def __init__(self, folder: Path, seed_file: Path) -> None:
        self.folder, self.url, self.port = folder, copy_of(seed_file, folder), free_port()
        self.store: Store = create_store(self.url)
        self.store.sync(tables(**ROWS), BatchInfo("import", "test"), {"b"})
        self.start()

    def start(self) -> None:
        self.running = ExitStack()
        self.address = self.running.enter_context(running_on(self.url, self.folder, self.port))

    def stop(self) -> None:
        self.running.close()


@pytest.fixture(scope="module")
def machine(tmp_path_factory, seed_file):
    machine = Machine(tmp_path_factory.mktemp("following"), seed_file)
    yield machine
    machine.store.close()
    machine.stop()


@pytest.fixture(scope="module")
def server(machine):
    return machine.address


@pytest.fixture
def presenter(page):
    return page


@pytest.fixture(scope="module")
def phones(browser: Browser, machine):
    viewport = {"width": 390, "height": 844}
    context = browser.new_context(locale="sv-SE", viewport=viewport, has_touch=True, base_url=machine.address)
    yield context
    context.close()


@pytest.fixture
def phone(phones):
    yield from first_tab(phones)


def started(page: Page, code: str = "m1") -> tuple[str, str]:
    """Where the projector is and where followers go, of a presentation that is begun on the meeting's page."""
    page.goto(f"/mote?board=b&meeting={code}")
    ready(page)
    addresses = presentation.start(page)
    return addresses.projector, addresses.followers


# Every slide that the window shows, from now on.
SEEN = """() => {
  const now = () => document.querySelector(".v-page:not([hidden])").id;
  window.seen = [now()];
  new MutationObserver(() => {
    if (now() !== window.seen.at(-1)) window.seen.push(now());
  }).observe(document.body, {attributes: true, subtree: true, attributeFilter: ["hidden"]});
}"""


def here(page: Page):
    return page.locator(".v-page:not([hidden])")


def test_the_first_slide_has_the_address_and_its_code(presenter, machine):
    projector, code = started(presenter)
    presenter.goto(projector)
    expect(presenter.locator(".v-address")).to_have_text(f"127.0.0.1:{machine.port}{code}")
    expect(presenter.locator(".v-qr")).to_be_visible()
    assert presenter.locator(".v-qr").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    drawn = ElementTree.fromstring(ask(machine.address, f"/visa/kod/{code.removeprefix('/f/')}.svg")[1])
    wanted = segno.make(f"{machine.address}{code}", micro=False)
    assert dark(drawn) == sum(map(sum, wanted.matrix))
    assert violations(presenter) == []


def dark(svg: ElementTree.Element) -> int:
    """How many dark modules a QR code has that is drawn in strokes of one module's height."""
    paths = [one.get("d") or "" for one in svg.iter() if one.tag.endswith("path") and one.get("stroke")]
    return sum(int(run) for path in paths for run in re.findall(r"h(\d+)", path))


def test_two_presentations_at_once_are_apart(presenter, phone, machine):
    first, code = started(presenter)
    window = presenter.context.new_page()
    other, other_code = started(window, "m2")
    phone.goto(other_code)
    expect(here(phone)).to_have_id("s1")
    phone.evaluate(SEEN)
    presenter.goto(first)
    presenter.keyboard.press("End")
    window.goto(other)
    window.keyboard.press("PageDown")
    expect(here(phone)).to_have_id("s2")
    assert phone.evaluate("seen") == ["s1", "s2"]  # and never what the first presentation was taken to before
    phone.goto(code.upper().replace("/F/", "/f/"))
    expect(here(phone)).to_have_id("s5")


def test_a_server_that_begins_anew_loses_nobody(presenter, phone, machine):
    projector, code = started(presenter)
    presenter.goto(projector)
    phone.goto(code)
    presenter.keyboard.press("PageDown")
    expect(here(phone)).to_have_id("s2")
    machine.stop()
    expect(phone.locator(".v-news")).to_contain_text("Ingen kontakt med servern")
    expect(presenter.locator(".v-said")).to_contain_text("Ingen kontakt med servern")
    presenter.keyboard.press("PageDown")
    expect(presenter.locator(".v-slide:not([hidden])")).to_have_id("s3")
    machine.start()
    expect(here(phone)).to_have_id("s3")
    expect(phone.locator(".v-news")).to_be_empty()
    expect(presenter.locator(".v-said")).to_be_empty()


def test_followers_are_told_when_it_is_ended(presenter, phone):
    _projector, code = started(presenter)
    phone.goto(code)
    presenter.get_by_role("button", name="Avsluta visningen").click()
    expect(phone.locator(".v-news")).to_contain_text("Visningen är slut")
    phone.goto(code)
    expect(phone.locator("h1")).to_have_text("Ingen visning just nu")


def test_an_ended_presentation_stays_ended_though_the_projector_is_still_open(presenter, phone):
    projector, code = started(presenter)
    wall = presenter.context.new_page()
    wall.goto(projector)
    phone.goto(code)
    presenter.get_by_role("button", name="Avsluta visningen").click()
    expect(wall.locator(".v-said")).to_contain_text("Ingen kan följa med längre")
    expect(phone.locator(".v-news")).to_contain_text("Visningen är slut")


def test_a_changed_agenda_is_told_and_followed(presenter, phone, machine):
    projector, code = started(presenter, "m2")
    presenter.goto(projector)
    phone.goto(code)
    presenter.keyboard.press("PageDown")
    expect(here(phone).locator("h1")).to_have_text("Hälsa")
    points = agenda.views(machine.store.rows(AgendaItem, "b"), "m2")
    moved = agenda.records("b", "m2", agenda.moved(points, "p2", 1))
    machine.store.edit(AgendaItem, moved, (), BatchInfo("edit", "test"))
    presenter.reload()
    expect(presenter.locator(".v-slide:not([hidden]) h1:visible")).to_have_text("Trygghet")
    expect(here(phone).locator("h1")).to_have_text("Trygghet")


def test_a_follower_asks_and_the_presenter_sees_it_at_once(presenter, phone, machine):
    projector, code = started(presenter)
    presenter.goto(f"{projector}#s3")
    desk = presenter.context.new_page()
    desk.goto(f"{projector.replace('/visa?', '/visa/manus?')}#s3")
    told = desk.locator(".v-said")
    phone.goto(code)
    expect(here(phone)).to_have_id("s3")
    expect(told).to_be_empty()
    phone.get_by_role("button", name="Nästa").tap()
    with phone.expect_popup() as opened:
        here(phone).get_by_role("link", name="Ställ en fråga om det här").tap()
    page = opened.value
    ready(page)
    page.get_by_label("Fråga om").fill("Hur då? <img src=x onerror=alert(1)>")
    page.get_by_role("button", name="Skicka frågan").click()
    expect(page.locator(".mb-asked").last).to_contain_text("Hur då? <img")
    slides = {
        one["text"]: one["slides"] for one in json.loads(ask(machine.address, "/visa/fragor?board=b&meeting=m1")[1])
    }
    [number] = slides["Hur då? <img src=x onerror=alert(1)>"]
    assert number == 4
    expect(presenter.locator(f"#s{number} .v-asked")).to_contain_text("fråg")
    expect(told).to_have_text("En ny fråga har kommit.")
    presenter.keyboard.press(str(number))
    presenter.keyboard.press("Enter")
    expect(desk.locator(".v-manus-questions")).to_contain_text("Hur då?")
    desk.keyboard.press("ArrowLeft")
    expect(presenter).to_have_url(re.compile("#s3$"))
    desk.keyboard.press("ArrowRight")
    expect(presenter).to_have_url(re.compile("#s4$"))
    expect(told).to_be_empty()
    presenter.keyboard.press("q")
    expect(presenter.locator("dialog[open] li").last).to_contain_text("Hur då? <img src=x")
    assert presenter.locator("dialog img").count() == 0
    page.get_by_role("link", name=re.compile("^Svara.*Hur då")).click()
    page.get_by_label("Svar").fill("Så här.")
    page.get_by_label("Beslut").fill("Vi tar upp det nästa år.")
    page.get_by_role("button", name="Spara").click()
    expect(page.locator(".mb-asked").last).to_contain_text("Vi tar upp det nästa år.")
    expect(presenter.locator("dialog[open] li").last).to_contain_text("Hur då?")
    presenter.keyboard.press("q")
    presenter.keyboard.press("q")
    expect(presenter.locator("dialog[open] li").last).to_have_text(
        re.compile(r"^Hur då\?.*Svar: Så här\.Beslut: Vi tar upp det nästa år\.$")
    )
    expect(desk.locator(".v-manus-questions")).to_contain_text("Svar: Så här.")
    expect(told).to_be_empty()  # an answer is no new question
    # It shows again at the next meeting, wherever that comes to the same goal, with the meeting that it was left at.
    order = [one.address for one in agenda.views(machine.store.rows(AgendaItem, "b"), "m2")]
    at_h = order.index("/mal?goal=h") + 2
    found = json.loads(ask(machine.address, "/visa/fragor?board=b&meeting=m2")[1])
    assert [(one["earlier"], one["slides"], one["answer"]) for one in found if "Hur då" in one["text"]] == [
        (True, [at_h], "Så här.")
    ]
