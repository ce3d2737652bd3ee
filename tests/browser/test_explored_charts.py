"""Charts to explore, drawn by Plotly in a real browser: words on hover, one drawing kept over picks, its width."""

import re

from playwright.sync_api import expect

ADDRESS = "/trender?board=karlskrona&indicator=kolada-n00090"
PLOT = ".mb-plot .main-svg .point"
MARK = "document.querySelector('.js-plotly-plot').marked = true"
MARKED = "() => document.querySelector('.mb-plot .js-plotly-plot')?.marked === true"


def test_a_small_chart_is_pressed_and_opens(open_page):
    page = open_page("/trender?board=karlskrona&area=kolada")
    expect(page.locator(".mb-multiples .mb-card svg").first).to_be_visible()
    page.locator(".mb-card", has=page.get_by_role("link", name="Sjukfrånvaro bland kommunens anställda")).click()
    expect(page).to_have_url(re.compile(r"indicator=kolada-n00090"))
    expect(page.locator(PLOT).first).to_be_visible()
    page.get_by_role("link", name="Alla indikatorer").click()
    expect(page.locator(".mb-multiples .mb-card").first).to_be_visible()


def test_a_still_chart_stands_there_until_the_other_is_drawn(page, open_page):
    page.route("**/plotly*", lambda route: route.abort())
    page.goto(ADDRESS)
    still = page.locator(".mb-explored-still .mb-wide svg")
    expect(still).to_be_visible()
    box, place = still.bounding_box(), page.locator(".mb-plot").bounding_box()
    assert abs(place["y"] - box["y"]) < 16
    assert box["y"] < 600
    page.unroute("**/plotly*")
    open_page(ADDRESS)
    expect(page.locator(PLOT).first).to_be_visible()
    expect(page.locator(".mb-explored-still .mb-wide svg")).to_be_hidden()


def test_a_figure_is_told_where_the_pointer_rests(open_page):
    page = open_page(f"{ADDRESS}&gender=KM")
    page.locator(".mb-plot").hover(position={"x": 300, "y": 120})
    points = page.locator(f"{PLOT}s path, {PLOT}")
    points.nth(3).hover(force=True)
    expect(page.locator(".mb-plot .hoverlayer")).to_contain_text(re.compile(r"(kvinnor|män)20\d\d: \d+,\d"))


def test_a_pick_changes_the_drawing_that_is_there(open_page):
    page = open_page(ADDRESS)
    expect(page.locator(PLOT).first).to_be_visible()
    expect(page.locator(".mb-plot .legendtext", has_text="kvinnor")).to_have_count(0)
    page.evaluate(MARK)
    page.get_by_role("link", name="Båda").click()
    expect(page.locator(".mb-plot .legendtext", has_text="kvinnor")).to_have_count(1)
    expect(page.locator(".mb-plot .legendtext", has_text="män")).to_have_count(1)
    assert page.evaluate(MARKED)
    assert page.locator(".mb-plot .js-plotly-plot").count() == 1


def test_a_year_to_begin_with_is_picked_and_is_in_the_address(open_page):
    page = open_page(ADDRESS)
    before = page.locator(PLOT).count()
    page.locator("#mb-choice-from").select_option("2015")
    expect(page).to_have_url(re.compile(r"from=2015"))
    expect(page.locator(PLOT)).not_to_have_count(before)
    page.go_back()
    expect(page.locator(PLOT)).to_have_count(before)


def test_one_chart_a_unit_of_measure_also_after_another_page(open_page):
    page = open_page("/trender?board=karlskrona&indicator=kolada-n00090,kolada-n30005")
    expect(page.locator(".mb-plot .main-svg .cartesianlayer")).to_have_count(2)
    page.locator(".mb-nav a", has_text="Förändringar").click()
    expect(page.locator(".mb-plot")).to_have_count(0)
    page.go_back()
    expect(page.locator(".mb-plot .main-svg .cartesianlayer")).to_have_count(2)


def test_the_drawing_is_as_wide_as_its_place(open_page):
    page = open_page(ADDRESS)
    expect(page.locator(PLOT).first).to_be_visible()
    for width in (1000, 390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(
            "() => Math.abs(document.querySelector('.mb-plot').clientWidth "
            "- document.querySelector('.mb-plot .main-svg').clientWidth) <= 1"
        )
        expect(page.locator(".mb-plot .main-svg").first).to_be_visible()
