"""The page of changes as it is seen: then, arrow and now on a line, the counts lead to their parts, on a phone too."""

from playwright.sync_api import Page, expect

CHANGES = "/sedan?board=exempelstad&since=2026-05"
ROW = "#siffror ~ ul .mb-then >> nth=0"


def middle(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(ROW).locator(selector).first.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_then_arrow_and_now_stand_beside_each_other_and_a_count_leads_to_its_part(open_page):
    page = open_page(CHANGES)
    for width in (1600, 820, 390):
        page.set_viewport_size({"width": width, "height": 900})
        then, arrow, now = (
            middle(page, each)
            for each in (".mb-then__end b", ".mb-then__way .mb-icon", ".mb-then__way + .mb-then__end b")
        )
        assert then[0] < arrow[0] < now[0]
        assert abs(then[1] - now[1]) < 2
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # The meeting is marked in the trend.
    assert page.locator(ROW).locator(".mb-change svg path[stroke-dasharray='2 2']").count() == 1
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("link", name="4 försenade siffror").click()
    expect(page.get_by_role("heading", name="Försenade siffror")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="Förändringar")).not_to_be_in_viewport()
