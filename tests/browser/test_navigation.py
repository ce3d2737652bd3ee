"""Moving about in a real browser: plain links without a reload, back and forward, deep links, keyboard, language."""

import re

import pytest
from playwright.sync_api import Page, expect

from lib.site import PAGES
from tests.conftest import ready

# A page that is loaded anew has lost this.
MARK = "() => { window.mbSame = true; }"
SAME = "() => window.mbSame === true"


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


LINKS = ".mb-header :is(.mb-nav, .mb-more) a"


def nav(page: Page, path: str):
    """The link to a page, seen: those to pages that are seldom read stand under 'Mer'."""
    pattern = re.compile(rf"^{path}(\?.*)?$")
    link = next(link for link in page.locator(LINKS).all() if pattern.match(link.get_attribute("href") or ""))
    if not link.is_visible():
        page.locator(".mb-more > summary").click()
    return link


def test_links_change_page_without_a_reload_and_keep_the_choices(open_page):
    page = open_page("/?board=ekero")
    page.evaluate(MARK)
    for site_page in (*PAGES[1:], PAGES[0]):
        nav(page, site_page.path).click()
        expect(page).to_have_url(re.compile(re.escape(f"{site_page.path}?board=ekero") + "$"))
        current = page.locator('.mb-header :is(.mb-nav, .mb-more) a[aria-current="page"]')
        expect(current).to_have_attribute("href", f"{site_page.path}?board=ekero")
        ready(page)
        assert page.evaluate(SAME)


def test_five_picks_and_all_the_way_back_and_forward(open_page):
    page = open_page("/mal?board=linkoping")
    page.evaluate(MARK)
    seen = [heading(page)]
    for _pick in range(5):
        page.locator(".mb-step--right").click()
        expect(page.locator("h1")).not_to_have_text(seen[-1])
        ready(page)
        seen.append(heading(page))
    assert len(set(seen)) == 6
    for title in reversed(seen[:-1]):
        page.go_back()
        expect(page.locator("h1")).to_have_text(title)
    for title in seen[1:]:
        page.go_forward()
        expect(page.locator("h1")).to_have_text(title)
    assert page.evaluate(SAME)


def test_the_heading_takes_focus_and_the_page_begins_at_the_top(open_page):
    page = open_page("/?board=linkoping")
    link = page.locator("h1 ~ * a[href^='/mal'], .stHtml a[href^='/mal?']").last
    link.scroll_into_view_if_needed()
    top = "() => document.querySelector('[data-testid=\"stMain\"]').scrollTop"
    before = page.evaluate(top)
    assert before > 0
    link.click()
    page.wait_for_function("() => document.activeElement.nodeName === 'H1' && location.pathname === '/mal'")
    assert page.evaluate(top) == 0
    page.go_back()
    page.wait_for_function(f"() => location.pathname === '/' && Math.abs(({top})() - {before}) < 5")


def test_links_work_from_the_keyboard(open_page):
    page = open_page("/")
    page.evaluate(MARK)
    nav(page, "/kallor").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Källor och metod")
    assert page.evaluate(SAME)


def test_a_link_opens_in_a_new_tab_as_any_link(open_page):
    page = open_page("/?board=ekero")
    with page.context.expect_page() as opened:
        nav(page, "/mal").click(modifiers=["Control"])
    ready(opened.value)
    assert opened.value.url.endswith("/mal?board=ekero")
    assert page.url.endswith("/?board=ekero")


def test_the_other_language_is_another_document(open_page):
    page = open_page("/kallor?board=ekero")
    page.locator(".mb-more > summary").click()
    page.locator(".mb-lang").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    ready(page)
    assert page.url.endswith("/kallor?board=ekero&lang=en")
    expect(page.locator("h1")).to_have_text("Sources and method")
    nav(page, "/mal").click()
    expect(page).to_have_url(re.compile(r"/mal\?board=ekero&lang=en$"))
    ready(page)
    page.locator(".mb-more > summary").click()
    page.locator(".mb-lang").click()
    expect(page.locator("html")).to_have_attribute("lang", "sv")


# Texts and labels, outside what the pages write themselves, that are English words of Streamlit's.
ENGLISH = """() => {
  const differ = Object.entries(window.mbSwedish.WORDS).filter(([from, to]) => from !== to);
  const words = new Set(differ.map(([from]) => from));
  const found = [];
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest('[data-testid="stHtml"], style, script')) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) found.push(element.getAttribute(name));
    for (const node of element.childNodes) if (node.nodeType === 3) found.push(node.nodeValue);
  }
  return found.filter((text) => text && words.has(text.trim()));
}"""


def test_streamlits_own_words_are_swedish(open_page):
    page = open_page("/trender?board=karlskrona&indicator=kolada-n00090")
    expect(page.get_by_label("Öppna").first).to_be_visible()
    assert page.evaluate(ENGLISH) == []
    page.get_by_role("combobox", name="Enheter").fill("finns inte")
    expect(page.get_by_text("Inga träffar")).to_be_visible()
    assert page.evaluate(ENGLISH) == []


def test_streamlits_own_words_stay_english_in_english(open_page):
    page = open_page("/trender?board=karlskrona&indicator=kolada-n00090&lang=en")
    expect(page.get_by_label("Open").first).to_be_visible()


@pytest.mark.parametrize("width", [390, 320])
def test_navigation_on_a_phone(open_page, page, width):
    page.set_viewport_size({"width": width, "height": 800})
    open_page("/")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    tabs = page.locator(".mb-tabs > ul > li")
    expect(tabs).to_have_count(5)
    for tab in tabs.all():
        box = tab.bounding_box()
        assert box is not None
        assert (box["x"] >= 0, box["x"] + box["width"] <= width, box["height"] >= 44) == (True, True, True)
    page.locator("#mb-tabs-more > summary").click()
    page.locator(".mb-tabs a", has_text=re.compile("^Mål$")).click()
    expect(page).to_have_url(re.compile("/mal$"))
    ready(page)
    expect(page.locator("#mb-tabs-more")).not_to_have_attribute("open", "")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_search_by_keyboard_leads_to_a_goal(page, open_page, width):
    page.set_viewport_size({"width": width, "height": 800})
    open_page("/?board=karlskrona&gender=KM")
    page.get_by_label("Sök", exact=True).fill("sjukfranvaro minska")
    page.keyboard.press("Enter")
    link = page.locator(".mb-hits a").first
    link.focus()
    expect(page).to_have_url(re.compile("q=sjukfranvaro"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/mal\?board=karlskrona&gender=KM&goal=kf-sjukfranvaro$"))
    expect(page.locator(".mb-hits")).to_have_count(0)
    expect(page.locator("h1")).to_contain_text("sjukfrånvaro")


def test_a_choice_keeps_the_focus_and_asks_once_for_where_the_arrow_keys_stop(open_page):
    page = open_page("/?board=karlskrona")
    page.evaluate(MARK)
    before = heading(page)
    area = page.locator("#mb-choice-area")
    codes = [option.get_attribute("value") for option in area.locator("option").all()]
    area.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile(rf"/\?board=karlskrona&area={codes[2]}$"))
    expect(area).to_be_focused()
    expect(area).to_have_value(codes[2])
    expect(page.locator("h1")).not_to_have_text(before)
    expect(page.locator("#mb-status")).to_have_text(heading(page))
    page.locator("#mb-choice-board").select_option(label="Socialnämnden i Ekerö")
    expect(page).to_have_url(re.compile(r"/\?board=ekero$"))
    expect(page.locator("h1")).to_have_text("Läget: 5 mål")
    expect(page.locator("#mb-choice-area")).to_have_value("")
    page.go_back()
    expect(page.locator("#mb-choice-board")).to_have_value("karlskrona")
    page.go_back()
    expect(page.locator("#mb-choice-area")).to_have_value("")
    assert page.evaluate(SAME)


def test_a_gender_is_a_link_that_keeps_the_focus(open_page):
    page = open_page("/?board=karlskrona")
    page.evaluate(MARK)
    page.get_by_role("link", name="Kvinnor", exact=True).click()
    expect(page).to_have_url(re.compile(r"/\?board=karlskrona&gender=K$"))
    expect(page.locator('.mb-segments a[aria-current="true"]')).to_have_text("Kvinnor")
    expect(page.locator("#mb-choice-gender-K")).to_be_focused()
    assert page.evaluate(SAME)


def test_what_writes_is_offered_after_edit(open_page):
    page = open_page("/mal?board=exempelstad")
    add = page.get_by_role("link", name="Lägg till på mötet")
    expect(add).to_have_count(0)
    page.locator(".mb-filters").get_by_role("link", name="Redigera").click()
    expect(page).to_have_url(re.compile("edit=1"))
    expect(add).to_be_visible()
    page.locator(".mb-filters").get_by_role("link", name="Sluta redigera").click()
    expect(add).to_have_count(0)
