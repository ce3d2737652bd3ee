"""The Word file read back: headings, tables, charts with their figures, text alternatives and language."""

from datetime import date
from io import BytesIO

import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook

from lib.charts.tones import TONES
from lib.documents.appendix import Notes, goal_part
from lib.documents.columns import columns_of
from lib.documents.icon_pictures import picture
from tests.helpers.papers import LONG, TAGS, read_word, report_of, tricky

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(scope="module")
def file():
    return read_word(report_of(tricky()))


def headings(file, level: int) -> list[str]:
    return [one.text for one in file.paragraphs if one.style.name == f"Heading {level}"]


def test_headings_are_real_and_in_order(file):
    made = report_of(tricky())
    assert next(one.text for one in file.paragraphs if one.style.name == "Title") == "Uppföljning av nämndens mål"
    letter = ["Förslag till beslut", "Sammanfattning", "Det viktigaste", "Mål som inte är uppfyllda"]
    assert headings(file, 1) == [*letter, "Jämställdhet", "Beslutsunderlag", "Bilaga: målen ett och ett"]
    assert headings(file, 2) == [made.goals[0].title, "Innehåll", TAGS, "Utan område", "Källor"]
    assert headings(file, 3) == [TAGS, "Mål utan indikator och bedömning", "Femtio indikatorer"]
    assert headings(file, 4) == ["=SUM(A1)"]
    assert [one.text for one in file.paragraphs if one.style.name == "List Bullet"][-1] == f"2. {LONG}"


def test_tables_have_heading_rows_names_and_every_value(file):
    made = report_of(tricky())
    for table in file.tables:
        first = table._tbl.tr_lst[0]
        assert first.trPr.find(qn("w:tblHeader")) is not None
        for tag in ("w:tblCaption", "w:tblDescription"):
            assert table._tbl.tblPr.find(qn(tag)).get(qn("w:val"))
    listed, verdicts, figures, singles = file.tables
    assert [row.cells[0].text for row in listed.rows][1:] == [goal.title for goal in made.goals]
    assert [row.cells[3].text for row in verdicts.rows][1:] == [TAGS, "-1+1"]
    [block] = goal_part(made.goals[0], Notes(), date(2017, 1, 1)).blocks
    assert [cell.text for cell in figures.rows[0].cells] == list(block.table.headings)
    texts = [[f"\u00a0{cell.text}" if cell.look else cell.text for cell in row] for row in block.table.rows]
    assert [[cell.text for cell in row.cells] for row in figures.rows][1:] == texts
    assert [row.cells[0].text for row in singles.rows][1:] == [one.name for one in made.goals[2].indicators]


def test_links_lead_to_the_goals(file):
    body = file.element.body
    anchors = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    marked = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    assert (anchors[:3], anchors[3:], marked) == (sorted(marked), ["goal_1", "goal_3"], ["goal_1", "goal_2", "goal_3"])


def test_charts_are_native_and_hold_figures_and_targets(file):
    charts = [goal.chart for one in report_of(tricky()).goals for goal in one.indicators if goal.chart]
    drawings = [one for one in file.element.body.iter(qn("wp:inline")) if one.find(f".//{C}chart") is not None]
    assert len(charts) == len(drawings) == 1
    properties = drawings[0].find(qn("wp:docPr"))
    assert (properties.get("title"), properties.get("descr")) == ("=SUM(A1)", charts[0].alternative)
    relation = drawings[0].find(f".//{C}chart").get(qn("r:id"))
    part = file.part.related_parts[relation]
    columns = columns_of(charts[0])
    assert [one.name for one in columns.columns] == ["utfall", "mål: högst 5\u00a0%"]
    sheet = load_workbook(BytesIO(part.related_parts["rId1"].blob)).active
    rows = [tuple(row) for row in sheet.iter_rows(min_row=2, values_only=True)]
    values = zip(*(one.values for one in columns.columns), strict=True)
    assert rows == [(label, *row) for label, row in zip(columns.labels, values, strict=True)]
    assert rows == [("2013", 7, None), ("2014", 6, None), ("2015", 5, None), ("2016", 4, 5)]


def test_statuses_have_drawn_icons_with_words_each_picture_once(file):
    icons = [run for run in file.element.body.iter(qn("w:r")) if run.find(f".//{qn('pic:pic')}") is not None]
    words = [run.getnext().find(qn("w:t")).text.strip() for run in icons]
    assert [run.find(f".//{qn('wp:docPr')}").get("descr") for run in icons] == words
    assert {"uppfyllt", "inte uppfyllt"} <= set(words)
    numbers = [one.get("id") for one in file.element.body.iter(qn("wp:docPr"))]
    assert len(set(numbers)) == len(numbers)
    pictures = {run.find(f".//{qn('a:blip')}").get(qn("r:embed")) for run in icons}
    drawn = {file.part.related_parts[code].blob for code in pictures}
    assert (len(drawn), drawn <= {picture(name) for name in TONES}) == (len(pictures), True)


def test_the_language_is_swedish_and_the_page_a4(file):
    assert file.core_properties.language == "sv-SE"
    assert {one.get(qn("w:val")) for one in file.styles.element.iter(qn("w:lang"))} == {"sv-SE"}
    section = file.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)


def test_the_foot_says_what_is_shown_and_the_page(file):
    foot = file.sections[0].footer.paragraphs[0]
    assert foot.text.startswith(TAGS[:20])
    assert [one.get(qn("w:instr")) for one in foot._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_control_characters_are_left_out(file):
    assert "Textmed styrtecken" in "".join(one.text for one in file.paragraphs)
