"""Projector, presenter and followers in a real browser; and what the addresses answer to anyone else."""

import json
import re
import urllib.error
import urllib.request

import html5lib
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.presenting.meeting import HOSTILE, SHOWN, SLIDES, other_window
from tests.conftest import ready
from tests.helpers.accessibility import violations
from tests.helpers.server import ask
from tests.helpers.slides import faults

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
    desk = other_window(page, SLIDES.replace("/visa", "/visa/manus"))
    page.goto(f"{SLIDES}#s3")
    page.keyboard.press("Enter")
    page.wait_for_url("**/mal?**")
    ready(page)
    expect(desk.locator(".v-manus-away")).to_contain_text("Projektorn visar: ")
    expect(page.locator(".mb-header a").first).not_to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("h1").evaluate("heading => heading.currentCSSZoom") == 1.5
    expect(page.locator(".mb-back")).to_have_text("Tillbaka till bilden (Esc)")
    page.keyboard.press("Escape")
    page.wait_for_url("**/visa?**#s3")
    expect(page.locator(SHOWN)).to_have_id("s3")
    expect(desk.locator(".v-manus-away")).to_be_empty()
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
    expect(desk.locator(".v-manus-where")).to_have_text("3 / 11")
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
def test_every_slide_is_whole_readable_and_harmless(page: Page, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(SLIDES)
    assert faults(page) == []
    assert HOSTILE in page.title()
    assert page.locator("main script, main img[src=x]").count() == 0
    for number in (1, 2, 3, 5, 9, 11):
        page.goto(f"{SLIDES}#s{number}")
        assert violations(page) == []
    expect(page.locator(f"{SHOWN} .v-decisions li")).to_have_text(HOSTILE)  # what was decided, in place of the proposal
    page.goto(f"{SLIDES}#s5")
    expect(page.locator(SHOWN)).to_contain_text("och ")
    page.goto(f"{SLIDES}#s9")
    expect(page.locator(f"{SHOWN} .v-chart:visible")).to_have_count(2)
    page.goto(f"{SLIDES}#s7")
    expect(page.locator(f"{SHOWN} h1:visible")).to_have_text("Källor och metod")


def test_a_question_is_asked_and_shown_at_the_goal(open_page, server):
    page = open_page("/mote?board=b&edit=1&ask=/mal?goal=long")
    page.get_by_label("Fråga om").fill("När blir det bättre? <b>Nu</b>")
    page.get_by_role("button", name="Skicka frågan").click()
    expect(page.locator(".mb-asked").filter(has_text="När blir det bättre? <b>Nu</b>")).to_be_visible()
    expect(open_page("/mal?board=b&goal=long").locator(".mb-asked")).to_contain_text("<b>Nu</b>")
    found = json.loads(ask(server, "/visa/fragor?board=b&meeting=m1")[1])
    assert [one["slides"] for one in found if "bättre" in one["text"]] == [[4]]


def test_a_view_is_added_to_the_agenda(open_page):
    page = open_page("/mal?board=b&goal=g&edit=1")
    page.get_by_role("link", name="Lägg till på mötet").click()
    page.get_by_label("Rubrik").fill("Det viktigaste")
    page.get_by_role("button", name="Lägg till på mötet").click()
    expect(page.locator(".mb-points li").last).to_contain_text("Det viktigaste")
    page.locator(".mb-points li").last.get_by_role("link", name="Ändra").click()
    page.get_by_role("button", name="Ta bort punkten").click()
    expect(page.locator(".mb-points li").last).not_to_contain_text("Det viktigaste")


def test_the_meetings_slides_in_one_file_need_neither_server_nor_network(page: Page, server, tmp_path):
    answer, content = ask(server, "/hamta/visning.html?board=b&meeting=m1")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "attachment" in answer.headers["content-disposition"]
    html5lib.HTMLParser(strict=True).parse(content.decode())
    text = content.decode()
    assert re.findall(r"""(?:src|href)=["'](?!#)""", text) == []
    assert {address[:10] for address in re.findall(r"url\((.*?)\)", text)} == {'"data:font'}
    file = tmp_path / "slides.html"
    file.write_bytes(content)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert faults(page) == []
    shown = page.locator(SHOWN)
    strokes = {"PageDown": 2, "End": 11, "ArrowLeft": 10, "Home": 1, "3 Enter": 3, "4 2 Enter": 11}
    for keys, slide in strokes.items():
        for key in keys.split():
            page.keyboard.press(key)
        expect(shown).to_have_id(f"s{slide}")
    expect(page.locator(f"{SHOWN} .v-decisions li")).to_have_text(HOSTILE)
    assert violations(page) == []
    page.keyboard.press("b")
    expect(shown).not_to_be_visible()
    assert page.evaluate(BACKGROUND) == BLACK
    page.keyboard.press("b")
    expect(shown).to_be_visible()
    page.emulate_media(media="print")
    assert page.locator(".v-slide:visible").count() == 11
    assert [address for address in asked if not address.startswith(("file:", "data:"))] == []


def test_a_meeting_that_is_not_there_has_no_file_of_slides(server):
    assert ask(server, "/hamta/visning.html?board=b&meeting=x")[0].status == 404
