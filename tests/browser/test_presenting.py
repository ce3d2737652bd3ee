"""Presenting in a real browser: the keys, two windows, followers; and what the addresses answer to anyone else."""

import json
import urllib.error
import urllib.request
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ready
from tests.helpers.accessibility import violations
from tests.helpers.rows import (
    agenda_item,
    board,
    goal,
    goal_indicator,
    indicator,
    meeting,
    observation,
    question,
    tables,
    target,
    year,
)
from tests.helpers.server import ask, running_with
from tests.helpers.slides import faults

HOSTILE = '"><script>document.title="taken"</script><img src=x onerror=alert(1)>'
LONG = "Målet om " + "ständigt förbättrad tillgänglighet och ett gott bemötande " * 6
MANY = [indicator(indicator=f"i{n}", name=f"Indikator {n} {HOSTILE}") for n in range(50)]
ROWS = {
    "boards": [board(name=f"Nämnden {HOSTILE}")],
    "goals": [goal(title="Fritt"), goal(goal="long", title=LONG), goal(goal="many", title=HOSTILE)],
    "indicators": [indicator(), indicator(indicator="j", name="Väntan", unit_of_measure="dagar"), *MANY],
    "goal_indicators": [goal_indicator(), *(goal_indicator(goal="many", indicator=f"i{n}") for n in range(50))],
    "targets": [target(value=5.0)],
    "observations": [
        *(observation(value=value, **year(2019 + n)) for n, value in enumerate((4.0, 4.5, 5.5))),
        *(observation(indicator="j", value=value, **year(2019 + n)) for n, value in enumerate((123456, 99))),
        *(observation(indicator=f"i{n}", value=float(n)) for n in range(50)),
    ],
    "meetings": [meeting(title=f"Möte {HOSTILE}")],
    "agenda_items": [
        agenda_item(item="p1", order=1, address="/"),
        agenda_item(item="p2", order=2, address="/mal?goal=g", notes=HOSTILE),
        agenda_item(item="p3", order=3, address="/mal?goal=long"),
        agenda_item(item="p4", order=4, address="/mal?goal=many", heading=HOSTILE),
        agenda_item(item="p5", order=5, address="/mal?goal=gone"),
        agenda_item(item="p6", order=6, address="/kallor"),
        agenda_item(item="p7", order=7, address="/trender?indicator=i"),
        agenda_item(item="p8", order=8, address="/trender?indicator=i%2Cj"),
        agenda_item(item="p9", order=9, address="/sjukfranvaro"),
    ],
    "questions": [question(text=f"Varför {HOSTILE}?", answer="Därför.")],
}
SLIDES = "/visa?board=b&meeting=m1"
SHOWN = ".v-slide:not([hidden])"


@pytest.fixture(scope="module")
def server(tmp_path_factory, seed_file):
    with running_with(tmp_path_factory.mktemp("presenting"), seed_file, tables(**ROWS)) as address:
        yield address


@pytest.fixture
def started(open_page) -> tuple[Page, str, str, str]:
    """The meeting's page with a presentation begun, and where projector, presenter and followers go."""
    page = open_page("/mote?board=b&meeting=m1")
    page.get_by_role("button", name="Starta visningen").click()
    page.locator('a[href*="key="]').first.wait_for()
    links = [page.locator(f'a[href^="{path}?"]').get_attribute("href") or "" for path in ("/visa", "/visa/manus")]
    return page, *links, page.locator(".mb-code").last.get_attribute("href") or ""


def other_window(page: Page, path: str) -> Page:
    window = page.context.new_page()
    window.goto(path)
    return window


@pytest.mark.parametrize(
    ("keys", "slide"),
    [
        (["ArrowRight"], 2),
        (["ArrowDown", "PageDown", "Space"], 4),
        (["ArrowRight", "ArrowRight", "PageUp"], 2),
        (["ArrowRight", "ArrowRight", "ArrowLeft", "ArrowUp"], 1),
        (["End"], 10),
        (["End", "ArrowRight"], 10),
        (["End", "Home", "ArrowLeft"], 1),
        (["5", "Enter"], 5),
        (["4", "2", "Enter"], 10),
        (["End", "Shift+Space", "Backspace"], 8),
        (["n", "n", "p"], 2),
        (["PageDown", ".", "PageDown", "PageDown"], 3),
        (["PageDown", "F5", "PageDown"], 3),
        (["?", "?", "ArrowRight"], 2),
        (["?", "ArrowRight", "Escape", "ArrowRight"], 2),
        (["q", "PageDown"], 2),
        (["0", "Enter", "Control+ArrowRight"], 1),
        (["b", "ArrowRight"], 1),
        (["b", "b", "ArrowRight"], 2),
    ],
)
def test_keys(page: Page, keys, slide):
    page.goto(SLIDES)
    for key in keys:
        page.keyboard.press(key)
    expect(page.locator(SHOWN)).to_have_id(f"s{slide}")
    expect(page).to_have_url(f"{page.url.partition('#')[0]}#s{slide}")


def test_a_key_that_is_held_down_goes_one_step(page: Page):
    page.goto(SLIDES)
    for _repeat in range(3):
        page.keyboard.down("PageDown")
    page.keyboard.up("PageDown")
    expect(page.locator(SHOWN)).to_have_id("s2")


def test_a_step_asks_nothing_of_the_server(page: Page):
    page.goto(SLIDES)
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for key in ("PageDown", "End", "Home", "b", "b", "t"):
        page.keyboard.press(key)
    page.evaluate("fetch('/_stcore/health').then((answer) => answer.text())")  # comes after all that the keys asked for
    # Chromium asks its cache for the window's icon whenever the address changes.
    assert [urlsplit(url).path for url in asked if "/icon." not in url] == ["/_stcore/health"]


def test_the_help_names_the_keys_and_f_fills_the_screen(page: Page):
    page.goto(SLIDES)
    page.keyboard.press("?")
    expect(page.locator("dialog[open] dt")).to_have_count(10)
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement")
    page.keyboard.press("f")
    page.wait_for_function("!document.fullscreenElement")
    expect(page.locator(SHOWN)).to_have_id("s1")


@pytest.mark.parametrize(
    ("start", "moves", "slide"),
    [
        (3, [(500, 100)], 4),
        (3, [(100, 500)], 2),
        (3, [(300, 330)], 3),  # hardly moved
        (1, [(100, 500)], 1),
        (9, [(500, 100), (500, 100)], 10),
    ],
)
def test_a_finger_swipes(browser: Browser, server, start, moves, slide):
    context = browser.new_context(viewport={"width": 1024, "height": 768}, has_touch=True, base_url=server)
    page = context.new_page()
    page.goto(f"{SLIDES}#s{start}")
    touch = context.new_cdp_session(page)
    for begin, end in moves:
        for kind, x in (("touchStart", begin), ("touchMove", (begin + end) / 2), ("touchMove", end), ("touchEnd", end)):
            points = [] if kind == "touchEnd" else [{"x": x, "y": 400}]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect(page.locator(SHOWN)).to_have_id(f"s{slide}")
    context.close()


def test_a_tap_goes_on_and_at_the_left_edge_back(browser: Browser, server):
    context = browser.new_context(viewport={"width": 1024, "height": 768}, has_touch=True, base_url=server)
    page = context.new_page()
    page.goto(f"{SLIDES}#s3")
    page.touchscreen.tap(700, 700)
    expect(page.locator(SHOWN)).to_have_id("s4")
    page.touchscreen.tap(60, 700)
    expect(page.locator(SHOWN)).to_have_id("s3")
    page.keyboard.press("b")
    page.touchscreen.tap(700, 700)
    expect(page.locator(SHOWN)).to_be_visible()
    expect(page.locator(SHOWN)).to_have_id("s3")
    page.mouse.click(60, 700)
    expect(page.locator(SHOWN)).to_have_id("s4")
    context.close()


BACKGROUND = "getComputedStyle(document.body).backgroundColor"
BLACK = "rgb(0, 0, 0)"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_black_makes_the_projector_black_in_both_themes(page: Page, theme):
    page.emulate_media(color_scheme=theme)
    page.goto(SLIDES)
    assert page.evaluate(BACKGROUND) != BLACK
    page.keyboard.press("b")
    expect(page.locator(SHOWN)).not_to_be_visible()
    assert page.evaluate(BACKGROUND) == BLACK
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == BLACK
    page.keyboard.press("b")
    expect(page.locator(SHOWN)).to_be_visible()
    assert page.evaluate(BACKGROUND) != BLACK


def test_t_changes_the_theme(page: Page):
    page.goto(SLIDES)
    before = page.evaluate(BACKGROUND)
    page.keyboard.press("t")
    assert page.evaluate(BACKGROUND) != before


def test_black_leaves_the_presenters_screen_usable_and_says_so(started):
    page, projector, manus, _code = started
    wall, desk = other_window(page, projector), other_window(page, manus)
    button = desk.get_by_role("button", name="Svart (B)")
    said = desk.locator(".v-manus-black")
    expect(said).to_be_empty()
    button.click()
    expect(said).to_have_text("Projektorn är svart")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(wall.locator(SHOWN)).not_to_be_visible()
    assert wall.evaluate(BACKGROUND) == BLACK
    assert desk.evaluate(BACKGROUND) != BLACK
    for part in (".v-manus-notes", ".v-manus-clock", ".v-manus-next .v-slide"):
        expect(desk.locator(part)).to_be_visible()
    assert violations(desk) == []
    desk.get_by_role("button", name="Nästa").click()  # goes on, and is no longer black
    expect(said).to_be_empty()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(wall.locator(SHOWN)).to_have_id("s2")
    wall.keyboard.press("b")
    expect(said).to_have_text("Projektorn är svart")
    desk.keyboard.press("b")
    expect(wall.locator(SHOWN)).to_have_id("s2")
    expect(said).to_be_empty()


def test_a_view_is_opened_and_one_key_leads_back(page: Page):
    page.goto(f"{SLIDES}#s3")
    page.keyboard.press("Enter")
    page.wait_for_url("**/mal?**")
    ready(page)
    expect(page.locator(".mb-back")).to_have_text("Tillbaka till bilden (Esc)")
    page.keyboard.press("Escape")
    page.wait_for_url("**/visa?**#s3")
    expect(page.locator(SHOWN)).to_have_id("s3")
    page.keyboard.press("Escape")
    page.wait_for_url("**/mote?**")


def test_windows_keep_together_and_followers_see_it(started, browser: Browser, server):
    page, projector, manus, code = started
    wall, desk = other_window(page, projector), other_window(page, manus)
    expect(wall.locator(".v-address")).to_contain_text(code)
    phone = browser.new_page(viewport={"width": 390, "height": 844}, base_url=server)
    phone.goto(code)
    here = phone.locator(".v-page:not([hidden])")
    wall.bring_to_front()
    wall.keyboard.press("PageDown")
    wall.keyboard.press("PageDown")
    expect(here).to_have_id("s3")
    expect(desk.locator(".v-manus-where")).to_have_text("3 / 10")
    expect(desk.locator(".v-manus-notes")).to_contain_text(HOSTILE)
    expect(desk.locator(".v-manus-questions")).to_contain_text(f"Varför {HOSTILE}?")
    phone.get_by_role("button", name="Nästa").click()
    desk.get_by_role("button", name="Bakåt").click()
    expect(wall.locator(SHOWN)).to_have_id("s2")
    expect(here).to_have_id("s4")
    phone.get_by_role("button", name="Följ föredraganden igen").click()
    expect(here).to_have_id("s2")
    for window in (phone, desk):
        assert violations(window) == []
    wall.close()
    desk.close()
    expect(phone.locator(".v-news")).to_contain_text("Visningen har tappat kontakten")
    other_window(page, projector)
    expect(phone.locator(".v-news")).to_be_empty()
    expect(here).to_have_id("s2")
    phone.close()


def test_only_the_key_steers(started, server):
    _page, _projector, _manus, code = started
    address = f"{server}/visa/live/{code.removeprefix('/f/')}"
    step = {"slide": 2, "black": False, "by": "w", "at": 1, "agenda": "", "key": "guess"}
    for body, status in ((json.dumps(step), 403), (json.dumps(step | {"slide": 0}), 400), ("{", 400), ("[]", 400)):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(urllib.request.Request(address, body.encode(), method="POST"))
        refused.value.close()
        assert refused.value.code == status


@pytest.mark.parametrize("path", ["/f/nosuch", "/f/", "/visa", "/visa?board=b&meeting=x", "/visa/x", "/visa/live/x"])
def test_what_is_not_there_is_a_404(server, path):
    assert ask(server, path)[0].status == 404


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
def test_every_slide_is_whole_readable_and_harmless(browser: Browser, server, size):
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, base_url=server)
    page.goto(SLIDES)
    assert faults(page) == []
    assert HOSTILE in page.title()
    assert page.locator("main script, main img[src=x]").count() == 0
    for number in (1, 2, 3, 5, 7, 9):
        page.goto(f"{SLIDES}#s{number}")
        assert violations(page) == []
    page.goto(f"{SLIDES}#s5")
    expect(page.locator(SHOWN)).to_contain_text("och ")
    page.goto(f"{SLIDES}#s9")
    expect(page.locator(f"{SHOWN} .v-chart:visible")).to_have_count(2)
    page.goto(f"{SLIDES}#s7")
    expect(page.locator(f"{SHOWN} h1:visible")).to_have_text("Källor och metod")
    page.close()


def test_a_question_is_asked_and_shown_at_the_goal(open_page, server):
    page = open_page("/mote?board=b&ask=/mal?goal=long")
    page.get_by_label("Fråga om").fill("När blir det bättre? <b>Nu</b>")
    page.get_by_role("button", name="Skicka frågan").click()
    expect(page.locator(".mb-asked").filter(has_text="När blir det bättre? <b>Nu</b>")).to_be_visible()
    expect(open_page("/mal?board=b&goal=long").locator(".mb-asked")).to_contain_text("<b>Nu</b>")
    found = json.loads(ask(server, "/visa/fragor?board=b&meeting=m1")[1])
    assert [one["slides"] for one in found if "bättre" in one["text"]] == [[4]]


def test_a_view_is_added_to_the_agenda(open_page):
    page = open_page("/mal?board=b&goal=g")
    page.get_by_role("link", name="Lägg till på mötet").click()
    page.get_by_label("Rubrik").fill("Det viktigaste")
    page.get_by_role("button", name="Lägg till på mötet").click()
    expect(page.locator(".mb-points li").last).to_contain_text("Det viktigaste")
    page.locator(".mb-points li").last.get_by_role("link", name="Ändra").click()
    page.get_by_role("button", name="Ta bort punkten").click()
    expect(page.locator(".mb-points li").last).not_to_contain_text("Det viktigaste")
