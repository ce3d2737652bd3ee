"""The page as its document holds it, in a real browser without Streamlit's scripts: the same HTML, at once."""

from playwright.sync_api import Page

# The newest meeting of the example: what is shown does not change with the day that the test is run.
ASOF = "board=exempelstad&asof=2026-11"
STREAMLIT = "*/static/js/index.*"


def without_streamlit(page: Page) -> Page:
    """Ask for nothing of Streamlit's in this tab. (A route of Playwright's would do without the browser's cache.)"""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.setBlockedURLs", {"urls": [STREAMLIT]})
    return page


def opened(page: Page, address: str, width: int, height: int = 900) -> Page:
    """The document of an address at this width, with its font."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    page.wait_for_function("() => document.fonts.status === 'loaded' && document.querySelector('#mb-first h1')")
    return page
