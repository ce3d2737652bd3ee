"""The page of the document: it is read without scripts, and nothing moves or goes blank when Streamlit takes over."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_navigation import nav
from tests.conftest import ready


@pytest.mark.parametrize("path", ["/", "/mal", "/sedan", "/sjukfranvaro", "/trender", "/kallor", "/tillganglighet"])
@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_moves_when_streamlit_takes_the_page_over(page, path, width):
    """Every element of the document's page lies where the same element lies in what Streamlit has drawn."""
    page.set_viewport_size({"width": width, "height": 900})
    page.route("**/_stcore/stream*", lambda route: route.abort())
    page.route("**/static/js/index.*", lambda route: route.abort())
    page.goto(f"{path}?board=exempelstad")
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    before = page.evaluate(PLACES, "#mb-first")
    page.unroute_all()
    page.goto(f"{path}?board=exempelstad")
    ready(page)
    after = page.evaluate(PLACES, "#root")
    assert len(before) > 30
    assert before == after


PLACES = """(where) => [...document.querySelectorAll(where + " .stHtml *")]
  .filter((element) => !element.closest("svg, .mb-sent, details:not([open]) > :not(summary)"))
  .map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.tagName, ...[x, y, width, height].map(Math.round)].join(" ");
  })"""


@pytest.mark.parametrize("path", ["/?board=exempelstad", "/mal?board=linkoping", "/sjukfranvaro?board=exempelstad"])
def test_a_page_is_read_without_scripts(browser, server, path):
    context = browser.new_context(locale="sv-SE", java_script_enabled=False, base_url=server)
    page = context.new_page()
    page.goto(path)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_be_visible()
    assert len(page.locator("main").inner_text()) > 500
    page.locator(".mb-nav a", has_text="Förändringar").click()
    expect(page).to_have_url(re.compile("/sedan"))
    page.locator("#mb-choice-board").select_option("ekero")
    page.locator(".mb-board-choice button").click()
    expect(page).to_have_url(re.compile("board=ekero"))
    expect(page).to_have_title(re.compile("Socialnämnden i Ekerö"))
    context.close()


def test_the_page_that_was_read_stands_until_the_next_is_drawn(open_page):
    page = open_page("/?board=exempelstad")
    page.evaluate("""() => {
      window.mbBlank = 0;
      const look = () => {
        const text = [...document.querySelectorAll("#root")].map((part) => part.innerText).join("");
        if (text.trim().length < 50) window.mbBlank += 1;
        requestAnimationFrame(look);
      };
      look();
    }""")
    for path in ("/sedan", "/mal", "/"):
        nav(page, path).click()
        ready(page)
    assert page.evaluate("() => window.mbBlank") == 0
