"""The start page as a member sees it: tiles that filter, goals in lines, on a phone, a laptop and paper."""

import re
from io import BytesIO
from statistics import median

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.helpers.first_view import opened

BOARD = "/?board=exempelstad"
TITLES = ".mb-goalrow h4"
BOX = (
    "node => { const { left, right, top, bottom } = node.getBoundingClientRect(); return [left, right, top, bottom]; }"
)
# The verdicts that the example's board gave, in the order of the page.
MISSED = ["1", "1.2", "3", "5", "5.1"]


def numbers(page: Page) -> list[str]:
    return [text.strip().split()[0] for text in page.locator(TITLES).all_inner_texts()]


def test_a_tile_filters_and_leads_back(open_page):
    page = open_page(BOARD)
    assert len(numbers(page)) == 15
    page.get_by_role("link", name="5 inte uppfyllt").click()
    expect(page.locator(TITLES)).to_have_count(5)
    assert numbers(page) == MISSED
    expect(page).to_have_url(re.compile(r"[?&]status=missed"))
    expect(page.get_by_role("heading", name="5 mål: inte uppfyllt")).to_be_visible()
    expect(page.get_by_role("heading", name="Fråga om det här")).to_have_count(0)
    page.get_by_role("link", name="5 inte uppfyllt Visa alla mål").click()
    expect(page.locator(TITLES)).to_have_count(15)


def test_another_order_is_kept_with_the_status(open_page):
    page = open_page(f"{BOARD}&status=missed")
    page.get_by_role("link", name="Sämst först").click()
    expect(page.get_by_role("link", name="Sämst först")).to_have_attribute("aria-current", "true")
    assert sorted(numbers(page)) == sorted(MISSED)
    expect(page.locator(".mb-group")).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("status=blue", "Status: “blue” finns inte"),
        ("sort=name", "Ordning: “name” finns inte"),
    ],
)
def test_a_code_that_is_not_there_is_told_and_not_used(open_page, query, told):
    page = open_page(f"{BOARD}&{query}")
    expect(page.get_by_text(told.replace("“", "”"))).to_be_visible()
    assert len(numbers(page)) == 15


def test_a_goals_limit_stands_between_what_is_allowed_and_the_figure(document):
    row = opened(document, BOARD, 1280).locator(".mb-goalrow", has_text="1.2 Färre barn")
    expect(row.locator(".mb-goalrow__figure b")).to_have_text("51")
    expect(row).to_contain_text("mål: högst 43, två färre än i december 2024")
    bullet = row.locator(".mb-bullet svg")
    [tick] = bullet.locator("path[d*='v24']").evaluate_all(f"all => all.map({BOX})")
    [_before, now] = bullet.locator("circle").evaluate_all(f"all => all.map({BOX})")
    assert (tick[1] < now[0], now[3] - now[2] > 10) == (True, True)


def test_statuses_have_their_colours_and_words(document):
    page = opened(document, BOARD, 1280)
    tiles = page.locator(".mb-tile").evaluate_all(
        "all => all.map(node => [node.innerText.split(/\\s+/).join(' '), getComputedStyle(node).borderLeftColor])"
    )
    assert tiles == [
        ["5 uppfyllt", "rgb(0, 89, 77)"],
        ["3 delvis uppfyllt", "rgb(247, 192, 43)"],
        ["5 inte uppfyllt", "rgb(198, 50, 10)"],
        ["2 olika bedömningar", "rgb(74, 90, 158)"],
    ]
    stripes = page.locator(".mb-goalrow").evaluate_all("all => all.map(node => getComputedStyle(node).borderLeftColor)")
    assert {colour: stripes.count(colour) for colour in dict.fromkeys(stripes)} == {
        "rgb(198, 50, 10)": 5,
        "rgb(0, 89, 77)": 5,
        "rgb(247, 192, 43)": 3,
        "rgb(74, 90, 158)": 2,
    }


def test_a_phone_shows_figure_and_trend_side_by_side_and_four_tiles_in_a_row(document):
    page = opened(document, BOARD, 390)
    tiles = page.locator(".mb-tiles li").evaluate_all(f"all => all.map({BOX})")
    assert len({round(top) for _left, _right, top, _bottom in tiles}) == 1
    row = page.locator(".mb-goalrow", has_text="1.2 Färre barn")
    figure, trend = (row.locator(name).evaluate(BOX) for name in (".mb-goalrow__figure", ".mb-spark svg"))
    assert (figure[1] <= trend[0], figure[2] < trend[3], trend[1] - trend[0]) == (True, True, 120)
    expect(row.locator(".mb-bullet")).to_be_hidden()
    names = page.locator(":is(.mb-tile, .mb-badge, .mb-status, .mb-goalrow__figure b)")
    assert names.evaluate_all("all => all.filter(node => node.scrollWidth > node.clientWidth + 1).length") == 0


def test_fifteen_goals_are_printed_on_two_pages(document):
    page = opened(document, BOARD, 688, 1000)
    page.emulate_media(media="print")
    heights = page.locator(".mb-goalrow").evaluate_all("all => all.map(node => node.offsetHeight * 25.4 / 96)")
    assert median(heights) < 18
    assert max(heights) < 24  # a title on two lines, with departments that differ
    expect(page.locator(".mb-card__chart").first).to_be_hidden()
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    ends = [" ".join(sheet.extract_text().split())[-20:] for sheet in printed]
    assert len(ends) == 2
    assert [end for end in ends if any(area in end for area in ("Försörjning och arbete", "Medarbetare"))] == []


# The words of statuses and tiles, and figures, that stand on more than one line.
BROKEN = """() => {
  const broken = [];
  for (const element of document.querySelectorAll("main :is(.mb-tile, .mb-status, .mb-goalrow__figure b, .mb-unit)")) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const { 0: word, index } of texts.currentNode.data.matchAll(/[^\\s-]+/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 1);
        if (new Set(boxes.map(({ top }) => Math.round(top))).size > 1) broken.push(word);
      }
    }
  }
  return broken;
}"""


@pytest.mark.parametrize("board", ["exempelstad", "karlskrona", "linkoping", "helsingborg"])
def test_no_word_of_a_tile_a_status_or_a_figure_is_broken(document, board):
    opened(document, f"/?board={board}", 390)
    assert document.locator(".mb-tile").count() > 0
    broken = {}
    for width in (390, 360, 320):
        document.set_viewport_size({"width": width, "height": 844})
        broken[width] = document.evaluate(BROKEN)
    assert broken == {390: [], 360: [], 320: []}
