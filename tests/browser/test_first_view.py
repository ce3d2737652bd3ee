"""The page of the document: it is read without scripts, and nothing moves or goes blank when Streamlit takes over."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_navigation import nav
from tests.conftest import ready
from tests.helpers.first_view import opened


@pytest.mark.parametrize("path", ["/", "/mal", "/sedan", "/sjukfranvaro", "/trender", "/kallor", "/tillganglighet"])
def test_nothing_moves_when_streamlit_takes_the_page_over(page, document, path):
    """Every element of the document's page lies where the same element lies in what Streamlit has drawn."""
    address = f"{path}?board=exempelstad"
    opened(document, address, 1440)
    page.goto(address)
    ready(page)
    for width in (1440, 390):
        for tab in (document, page):
            tab.set_viewport_size({"width": width, "height": 900})
        places = document.evaluate(PLACES, "#mb-first")
        assert len(places) > 30
        assert places == page.evaluate(PLACES, "#root")


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
