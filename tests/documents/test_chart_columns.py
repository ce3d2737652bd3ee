"""What stands around the lines of a chart in Office: limits, marked months, breaks and events, each named once."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Cm

from lib.charts.chart import chart_of
from lib.documents.columns import Role, columns_of
from lib.documents.excel_chart import add_charts
from lib.documents.powerpoint_parts import add_chart
from lib.documents.powerpoint_template import Room
from tests.charts.test_background import BROKEN, OPENED, VALUES, months

BREAK = "serien bryts 1 januari 2018: Nytt system"
OPENING = "1 juni 2018: Ny mottagning"
LIMITS = "gränser för vanlig variation"


def roles(*series):
    return [(one.role, one.name, one.named) for one in columns_of(chart_of(series)).columns]


def test_a_line_its_limits_its_marked_months_and_its_events():
    assert roles(months(OPENED)) == [
        (Role.FIGURES, "utfall", True),
        (Role.LIMIT, LIMITS, True),
        (Role.LIMIT, LIMITS, False),
        (Role.MARKED, "utöver det vanliga", True),
        (Role.EVENT, OPENING, True),
    ]


def test_of_several_lines_each_has_its_limits():
    names = [name for role, name, _named in roles(months(), months(gender="K")) if role is Role.LIMIT]
    assert names == [f"{line}, {LIMITS}" for line in ("totalt", "totalt", "kvinnor", "kvinnor")]


def test_a_broken_line_is_two_that_are_named_once():
    columns = columns_of(chart_of([months(BROKEN)]))
    before, after, event = columns.columns
    assert before.values == (*VALUES[:24], *[None] * 12)
    assert after.values == (*[None] * 24, *VALUES[24:])
    assert (before.name, before.named, after.name, after.named) == ("utfall", True, "utfall", False)
    assert (event.role, event.name) == (Role.BREAK, BREAK)
    assert [label for label, value in zip(columns.labels, event.values, strict=True) if value] == ["jan. 2018"]


@pytest.fixture
def drawn():
    """The elements of the series and of the legend in PowerPoint."""
    file = Presentation()
    slide = file.slides.add_slide(file.slide_layouts[6])
    add_chart(slide, chart_of([months(BROKEN, OPENED)]), Room(Cm(1), Cm(1), Cm(20), Cm(12)))
    chart = slide.shapes[0].chart
    return [one._element for one in chart.plots[0].series], chart.legend._element


def test_powerpoint_draws_events_as_upright_lines_and_names_no_line_twice(drawn):
    series, legend = drawn
    names = [one.find(f".//{qn('c:v')}").text for one in series]
    assert names == ["utfall", "utfall", BREAK, OPENING]
    bars = [one.find(qn("c:errBars")) for one in series]
    dashes = [None if bar is None else bar.find(f".//{qn('a:prstDash')}").get("val") for bar in bars]
    assert dashes == [None, None, "dash", "sysDot"]
    assert [one.find(qn("c:idx")).get("val") for one in legend.iter(qn("c:legendEntry"))] == ["1"]


def test_excel_does_so_too():
    book, kept = Workbook(), BytesIO()
    add_charts(book, [chart_of([months(BROKEN, OPENED)])])
    book.save(kept)
    [chart] = load_workbook(kept)["Diagram"]._charts
    assert [one.errBars and one.errBars.spPr.ln.prstDash for one in chart.series] == [None, None, "dash", "sysDot"]
    assert [(one.idx, one.delete) for one in chart.legend.legendEntry] == [(1, True)]
