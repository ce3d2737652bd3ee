"""Every board's papers, and a meeting's, read back value by value, with what a screen reader needs."""

from datetime import date
from io import BytesIO
from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from playwright.sync_api import Browser
from pptx import Presentation

from lib.documents.appendix import Notes, goal_part
from lib.documents.columns import columns_of
from lib.documents.powerpoint import powerpoint_file
from lib.documents.report import Report
from lib.meetings.slide import Deck
from lib.tables.safe_text import harmless
from lib.web import decks, memory, papers
from tests.documents.test_office import BOARDS
from tests.helpers.accessibility import violations
from tests.helpers.papers import nobody, read_excel, read_html, read_word

pytestmark = pytest.mark.soak
WANTED = [*((board, "") for board in BOARDS), ("exempelstad", "2026-11")]


@pytest.fixture(scope="module", params=WANTED, ids=" ".join)
def made(request, seeded_url) -> tuple[Report, Deck]:
    """A board's follow-up, or a meeting's papers, and its slides."""
    board, asked = request.param
    patch = pytest.MonkeyPatch()
    patch.setenv("DATABASE_URL", seeded_url)
    memory.opened.cache_clear()
    decks.deck_of.cache_clear()
    meeting = memory.meeting(board, asked)
    wanted = papers.of_meeting(board, meeting) if meeting else papers.of_board(board)
    yield papers.report_of(wanted), papers.deck(wanted)
    patch.undo()
    memory.opened.cache_clear()


def figures(report: Report) -> list[list[tuple[str, ...]]]:
    """The tables of figures as they stand on paper, in order."""
    goals = [point.goal for point in report.points if point.goal] if report.points else report.goals
    parts = [goal_part(goal, Notes(), date(2017, 1, 1)) for goal in goals]
    return [[tuple(cell.marked for cell in row) for row in one.table.rows] for part in parts for one in part.blocks]


def test_word(made):
    report, _deck = made
    file = read_word(report)
    captions = [table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for table in file.tables]
    assert all(captions)
    assert all(table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None for table in file.tables)
    told = [
        [tuple(cell.text for cell in row.cells) for row in table.rows][1:]
        for table, caption in zip(file.tables, captions, strict=True)
        if caption.startswith("Siffror: ")
    ]
    assert told == figures(report)
    drawings = [one.find(qn("wp:docPr")) for one in file.element.body.iter(qn("wp:inline"))]
    assert [one for one in drawings if not (one.get("descr") and one.get("title"))] == []
    levels = [int(one.style.name[-1]) for one in file.paragraphs if one.style.name.startswith("Heading")]
    assert all(later - one <= 1 for one, later in pairwise(levels))
    assert file.core_properties.language == "sv-SE"


def test_excel(made):
    report, _deck = made
    file = read_excel(report)
    rows = list(file["Siffror"].iter_rows(min_row=2, values_only=True))
    value = [cell.value for cell in file["Siffror"][1]].index("Värde")
    points = [point for one in report.series for point in one.points]
    assert [row[value] for row in rows] == [point.measure.value if point.measure else None for point in points]
    goals = [row[1] for row in file["Mål"].iter_rows(min_row=2, values_only=True)]
    assert goals == [harmless(goal.title) for goal in report.goals]
    if report.points:
        listed = [row[1] for row in file["Dagordning"].iter_rows(min_row=2, values_only=True)]
        assert listed == [harmless(point.slide.heading) for point in report.points]


def test_powerpoint(made):
    _report, deck = made
    file = Presentation(BytesIO(powerpoint_file(deck, nobody)))
    titles = [slide.shapes.title.text_frame.text for slide in file.slides]
    assert "" not in titles
    shapes = [shape for slide in file.slides for shape in slide.shapes]
    framed = [shape for shape in shapes if shape.has_chart or shape.has_table]
    told = [shape._element.nvGraphicFramePr.cNvPr for shape in framed]
    assert [one for one in told if not (one.get("descr") and one.get("title"))] == []
    assert all(shape.table.first_row for shape in shapes if shape.has_table)
    assert {run.rPr.get("lang") for slide in file.slides for run in slide._element.iter(qn("a:r"))} == {"sv-SE"}
    drawn = [
        [(one.name, tuple(one.values)) for one in shape.chart.plots[0].series]
        for shape in shapes
        if shape.has_chart and len(shape.chart.plots[0].categories) and shape.chart.has_legend
    ]
    charts = [columns_of(chart) for slide in deck.slides for chart in slide.charts]
    assert drawn == [[(one.name, one.values) for one in chart.columns] for chart in charts]


def test_html(made, browser: Browser):
    report, _deck = made
    page = browser.new_page()
    page.set_content(read_html(report))
    tables = page.locator("table").filter(has=page.locator("caption", has_text="Siffror: "))
    cells = tables.evaluate_all(
        "all => all.map(one => [...one.tBodies[0].rows].map(row => [...row.cells].map(cell => cell.textContent)))"
    )
    icons = str.maketrans("", "", "✔◐✖…?⇄–")  # which are drawn
    told = [[tuple(cell.translate(icons).strip() for cell in row) for row in table] for table in figures(report)]
    assert [[tuple(cell.translate(icons).strip() for cell in row) for row in table] for table in cells] == told
    assert violations(page) == []
    page.close()
