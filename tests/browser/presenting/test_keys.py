"""Keys, swipes and taps on the slides in a real browser."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.presenting.meeting import SHOWN, SLIDES
from tests.helpers.accessibility import violations


@pytest.mark.parametrize(
    ("keys", "slide"),
    [
        (["ArrowRight"], 2),
        (["ArrowDown", "PageDown", "Space"], 4),
        (["ArrowRight", "ArrowRight", "PageUp"], 2),
        (["ArrowRight", "ArrowRight", "ArrowLeft", "ArrowUp"], 1),
        (["End"], 11),
        (["End", "ArrowRight"], 11),
        (["End", "Home", "ArrowLeft"], 1),
        (["5", "Enter"], 5),
        (["4", "2", "Enter"], 11),
        (["End", "Shift+Space", "Backspace"], 9),
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
    page.wait_for_function("() => document.fullscreenElement")
    page.keyboard.press("f")
    page.wait_for_function("() => !document.fullscreenElement")
    expect(page.locator(SHOWN)).to_have_id("s1")


@pytest.fixture(scope="module")
def touched(browser: Browser, server):
    """A tab on a screen that is touched."""
    context = browser.new_context(viewport={"width": 1024, "height": 768}, has_touch=True, base_url=server)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("start", "moves", "slide"),
    [
        (3, [(500, 100)], 4),
        (3, [(100, 500)], 2),
        (3, [(300, 330)], 3),  # hardly moved
        (1, [(100, 500)], 1),
        (10, [(500, 100), (500, 100)], 11),
    ],
)
def test_a_finger_swipes(touched: Page, start, moves, slide):
    touched.goto("about:blank")  # another place of the same slides is no other document
    touched.goto(f"{SLIDES}#s{start}")
    touch = touched.context.new_cdp_session(touched)
    for begin, end in moves:
        for kind, x in (("touchStart", begin), ("touchMove", (begin + end) / 2), ("touchMove", end), ("touchEnd", end)):
            points = [] if kind == "touchEnd" else [{"x": x, "y": 400}]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect(touched.locator(SHOWN)).to_have_id(f"s{slide}")


def test_a_tap_goes_on_and_at_the_left_edge_back(touched: Page):
    page = touched
    page.goto("about:blank")
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
