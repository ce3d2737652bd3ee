"""A goal's page as it is seen: the chart high up, in every width, and its figures one by one by keyboard."""

from playwright.sync_api import Page, expect

from tests.helpers.first_view import opened

GOAL = "/mal?board=exempelstad&goal=farre-placeringar"
CHART = ".mb-goalpage__chart .mb-line svg:visible"


def top(page: Page, selector: str) -> float:
    """How far below the heading something begins."""
    box, heading = page.locator(selector).first.bounding_box(), page.locator("h1").bounding_box()
    assert box
    assert heading
    return box["y"] - heading["y"]


def wide(page: Page, width: int, height: int = 900) -> None:
    page.set_viewport_size({"width": width, "height": height})


def test_the_chart_stands_right_below_the_head_with_the_figure_beside_or_above_it(document):
    opened(document, GOAL, 1600)
    figure, chart = (document.locator(each).bounding_box() for each in (".mb-goalpage__number", CHART))
    assert figure["x"] > chart["x"] + chart["width"]
    for width, lowest in ((1440, 240), (820, 420), (390, 420)):
        wide(document, width)
        assert top(document, CHART) < lowest
        assert document.evaluate("document.documentElement.scrollWidth <= innerWidth")
    figure, chart = (document.locator(each).bounding_box() for each in (".mb-goalpage__number", CHART))
    assert figure["y"] + figure["height"] < chart["y"]


def test_the_figures_of_the_chart_are_gone_through_by_the_arrow_keys(open_page):
    page = open_page(GOAL)
    wide(page, 1600)
    page.locator(f"{CHART} .mb-mark").last.hover()
    tip = page.locator(f"{CHART} .mb-tip text")
    expect(tip).to_have_text("utfall, sep. 2026: 51")
    newest = page.locator(f"{CHART} .mb-mark[tabindex='0']")
    expect(newest).to_have_count(1)
    newest.focus()
    expect(tip).to_have_text("utfall, sep. 2026: 51")
    page.keyboard.press("ArrowLeft")
    expect(tip).to_have_text("utfall, aug. 2026: 50")
    expect(page.locator(f"{CHART} .mb-mark:focus")).to_have_attribute("aria-label", "utfall, aug. 2026: 50")
    page.keyboard.press("Home")
    expect(tip).to_have_text("utfall, okt. 2021: 37")
    page.keyboard.press("ArrowLeft")
    expect(tip).to_have_text("utfall, okt. 2021: 37")
    page.keyboard.press("Tab")
    expect(tip).to_be_hidden()


def test_another_goal_is_chosen_in_the_page(open_page):
    page = open_page(GOAL)
    page.get_by_role("combobox", name="Mål", exact=True).select_option("4.1 Sjukfrånvaron minskar")
    expect(page.locator("h1")).to_have_text("4.1 Sjukfrånvaron minskar")
    page.locator(".mb-step--left").click()
    expect(page.locator("h1")).to_have_text("4 Socialförvaltningen är en bra arbetsplats")
