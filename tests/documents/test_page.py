"""The HTML file in a real browser: readable alone, without violations, nothing fetched, printed with page numbers."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from lib.documents.appendix import Notes, goal_part, is_bare
from tests.helpers.accessibility import violations
from tests.helpers.papers import TAGS, read_html, report_of, tricky


@pytest.fixture(scope="module")
def opened(browser, tmp_path_factory):
    path = tmp_path_factory.mktemp("html") / "möte.html"
    path.write_text(read_html(report_of(tricky())), encoding="utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    yield page, asked
    page.close()


def test_it_is_alone(opened):
    page, asked = opened
    assert len(asked) == 1
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert page.locator("script").count() == 0
    assert page.title() == f"Uppföljning av nämndens mål: {TAGS}"


def test_headings_tables_and_drawings_are_those_of_the_report(opened):
    page, _asked = opened
    made = report_of(tricky())
    told = [goal for goal in made.goals if not is_bare(goal)]
    assert page.locator("article h4").all_text_contents() == [goal.title for goal in told]
    blocks = [one for goal in told for one in goal_part(goal, Notes(), date(2017, 1, 1)).blocks]
    assert page.locator("h5").all_text_contents() == [one.name for one in blocks]
    assert page.locator("figure .broad svg").count() == sum(one.chart is not None for one in blocks) == 1
    rows = page.locator("article section table").first.locator("tr")
    cells = rows.evaluate_all("rows => rows.map(row => [...row.cells].map(cell => cell.textContent.trim()))")
    assert cells == [list(blocks[0].table.headings), *([c.text for c in row] for row in blocks[0].table.rows)]
    links = page.locator("nav a").evaluate_all("all => all.map(a => document.querySelector(a.hash).textContent)")
    assert links == [goal.title for goal in told]


def test_it_is_accessible_and_no_wider_than_a_phone(opened):
    page, _asked = opened
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_printed_it_has_page_numbers_and_says_what_it_shows(opened):
    page, _asked = opened
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    width, height = (round(float(side)) for side in printed.pages[0].mediabox[2:])
    assert (width, height) == (595, 842)
    texts = [one.extract_text() for one in printed.pages]
    assert len(texts) > 3
    for number, text in enumerate(texts, start=1):
        assert f"sida {number} av {len(texts)}" in text
        assert "(version1)" in "".join(text.split())


def test_printed_it_is_a_tagged_document(opened):
    page, _asked = opened
    catalogue = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, tagged=True))).trailer["/Root"]
    assert (catalogue["/Lang"], catalogue["/MarkInfo"]["/Marked"]) == ("sv", True)
    assert "/StructTreeRoot" in catalogue
