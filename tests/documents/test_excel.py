"""The Excel file read back value by value: tables, number formats, charts, and nothing that a spreadsheet would run."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree

import pytest

from lib.charts.tones import TONES
from lib.documents.columns import columns_of
from lib.documents.excel import excel_book
from lib.documents.report import Report
from lib.tables.safe_text import harmless
from tests.helpers.papers import TAGS, nobody, read_excel, report_of, tricky

NAMES = ["Om filen", "Mål", "Bedömningar", "Indikatorer", "Siffror", "Diagram"]


@pytest.fixture(scope="module")
def file():
    return read_excel(report_of(tricky()))


@pytest.fixture(scope="module")
def report() -> Report:
    return report_of(tricky())


def body(file, name: str) -> list[tuple]:
    return list(file[name].iter_rows(min_row=2, values_only=True))


def test_sheets_with_frozen_headings(file):
    assert file.sheetnames == NAMES
    assert [file[name].freeze_panes for name in NAMES[1:5]] == ["A2"] * 4
    assert file.properties.language == "sv-SE"


def test_the_first_sheet_says_what_is_shown(file, report):
    rows = list(file["Om filen"].iter_rows(values_only=True))
    assert rows[1 : 1 + len(report.stamp)] == [(term, harmless(text)) for term, text in report.stamp]


def test_goals_verdicts_and_indicators(file, report):
    assert [row[1:4] for row in body(file, "Mål")] == [
        (goal.title, goal.verdict.word if goal.verdict else None, goal.computed.word) for goal in report.goals
    ]
    told = {cell.font.color.rgb[-6:] for cell in file["Mål"]["D"][1:] if cell.value == "uppfyllt, 1 av 1 indikator"}
    assert told == {TONES["met"].ink}
    assert [row[4] for row in body(file, "Bedömningar")] == [TAGS, "'-1+1"]
    figures = [figure for goal in report.goals for one in goal.indicators for figure in one.figures]
    assert [row[4] for row in body(file, "Indikatorer")] == [figure.figure for figure in figures]
    assert {row[8] for row in body(file, "Indikatorer")} == {"%"}


def test_every_figure_is_a_number_with_its_decimals_unit_and_source(file, report):
    rows = body(file, "Siffror")
    head = [cell.value for cell in file["Siffror"][1]]
    value, unit, where = head.index("Värde"), head.index("Måttenhet"), head.index("Källa")
    points = [(one, point) for one in report.series for point in one.points]
    assert [row[value] for row in rows] == [point.measure.value if point.measure else None for _one, point in points]
    assert {row[unit] for row in rows} == {"%"}
    assert rows[0][where] == f"{TAGS}, s. 0"
    column = [row[value] for row in file["Siffror"].iter_rows(min_row=2)]
    formats = {cell.number_format for cell in column if cell.value is not None}
    assert formats == {"#,##0.0"}


def test_charts_beside_the_figures_they_are_drawn_from(file, report):
    sheet = file["Diagram"]
    [chart] = [one.chart for goal in report.goals for one in goal.indicators if one.chart]
    columns = columns_of(chart)
    assert sheet["A1"].value.replace("\u00a0", " ") == "'=SUM(A1): 4,0 % – målet högst 5 % är nått"
    names = [one.name for one in columns.columns]
    assert [cell.value for cell in sheet[3]][: len(names) + 1] == ["Period", *names]
    for place, column in enumerate(columns.columns, start=2):
        assert [sheet.cell(4 + line, place).value for line in range(len(columns.labels))] == list(column.values)
    [drawn] = sheet._charts
    assert [one.val.numRef.f for one in drawn.series] == ["'Diagram'!$B$4:$B$7", "'Diagram'!$C$4:$C$7"]


def test_charts_have_text_alternatives(report):
    with zipfile.ZipFile(BytesIO(excel_book(report, nobody))) as packed:
        drawings = ElementTree.fromstring(packed.read("xl/drawings/drawing1.xml"))
    [chart] = [one.chart for goal in report.goals for one in goal.indicators if one.chart]
    told = [(one.get("title"), one.get("descr")) for one in drawings.iter() if one.tag.endswith("}cNvPr")]
    assert told == [(chart.title, chart.alternative)]


def test_no_cell_runs(file):
    cells = [cell for sheet in file for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n", "d"}
    texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    assert [text for text in texts if text[:1] in {"=", "+", "-", "@", "\t", "\r"}] == []
