"""A chart as PowerPoint and Word hold it: native, with its figures in a workbook of its own, to be edited there."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from pptx import Presentation
from pptx.chart.chart import Chart as OfficeChart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.parts.chart import ChartPart
from pptx.util import Cm, Pt

from lib.charts.axes import value_axis
from lib.charts.chart import Chart, axis_title
from lib.documents.columns import Column, Role, columns_of
from lib.documents.look import FONT, LINE, TEXT, cell, number_format
from lib.documents.ooxml import error_bar, text_body, unnamed, xml_of

# The periods that are named on an axis, and the letters of their names, so that none has to stand on end.
MOST_LABELS, MOST_LETTERS = 12, 72
LEGEND_LINE, LEGEND_LETTERS = 0.48, 90  # centimetres, and letters, of a line of the legend
KIND = XL_CHART_TYPE.LINE_MARKERS
GAP_WIDTH = 14  # in points
_OFFICE_DASHES = {
    "dash": MSO_LINE.DASH,
    "sysDash": MSO_LINE.SQUARE_DOT,
    "sysDot": MSO_LINE.ROUND_DOT,
    "dashDot": MSO_LINE.DASH_DOT,
}
_WIDTHS = {Role.TARGET: 1.75, Role.LIMIT: 1.0}
_MARKERS = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "triangle": XL_MARKER_STYLE.TRIANGLE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle-down": XL_MARKER_STYLE.X,
    "cross": XL_MARKER_STYLE.PLUS,
    "dash": XL_MARKER_STYLE.DASH,
}


def chart_data(chart: Chart) -> Any:
    """The chart's figures and targets, as the workbook behind it holds them."""
    columns, data = columns_of(chart), CategoryChartData(number_format=number_format(chart.decimals))
    data.categories = [cell(label) for label in columns.labels]
    for column in columns.columns:
        data.add_series(cell(column.name), column.values)
    return data


def new_part(chart: Chart, points: float) -> ChartPart:
    """The chart as a part of no file yet, with text of so many points."""
    part: ChartPart = ChartPart.new(KIND, chart_data(chart), _package())
    dress(part.chart, chart, points)
    return part


@cache
def _package() -> Any:
    """A file that parts are made for and never put in."""
    return Presentation().part.package


def dress(office: OfficeChart, chart: Chart, points: float) -> None:
    """Give a new chart the look that it has in all drawings: colours, symbols, axes and legend."""
    office.has_title = False
    office.font.size, office.font.name = Pt(points), FONT
    office.font.color.rgb = RGBColor.from_string(TEXT)
    office.has_legend = True
    office.legend.position, office.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _axes(office, chart)
    columns, values = columns_of(chart).columns, value_axis(chart)
    for series, column in zip(office.plots[0].series, columns, strict=True):
        _series(series, column)
        if column.role in (Role.EVENT, Role.BREAK):
            error_bar(series, values.high - values.low, column.colour, "dash" if column.dashed else "sysDot")
        if column.role is Role.GAP:
            error_bar(series, column.down, column.colour, "solid", int(Pt(GAP_WIDTH)), 40_000)
            _say(series, column, points)
    unnamed(office.legend, [place for place, column in enumerate(columns) if not column.named])


def _axes(office: OfficeChart, chart: Chart) -> None:
    values, axis = value_axis(chart), office.value_axis
    axis.minimum_scale, axis.maximum_scale = values.low, values.high
    axis.major_unit = values.ticks[1] - values.ticks[0]
    axis.major_gridlines.format.line.color.rgb = RGBColor.from_string(LINE)
    axis.format.line.fill.background()
    axis.has_title = bool(axis_title(chart))
    if axis.has_title:
        axis.axis_title.text_frame.text = cell(axis_title(chart))
        text_body(axis.axis_title.text_frame).bodyPr.set("rot", "0")  # read without turning the head
        text_body(axis.axis_title.text_frame).bodyPr.set("vert", "horz")
    office.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _label_some(office.category_axis, columns_of(chart).labels)
    office.category_axis.format.line.color.rgb = RGBColor.from_string(TEXT)


def _label_some(axis: Any, labels: Sequence[str]) -> None:
    """With many periods, or long names of them, only some are named on the axis."""
    longest = max((len(label) for label in labels), default=1)
    most = max(2, min(MOST_LABELS, MOST_LETTERS // max(longest, 1)))
    if len(labels) <= most:
        return
    element = xml_of(axis)
    after = element.find(qn("c:noMultiLvlLbl"))
    for tag in ("c:tickLblSkip", "c:tickMarkSkip"):
        skip = element.makeelement(qn(tag), {"val": str(-(-len(labels) // most))})
        after.addprevious(skip)


def _series(series: Any, column: Column) -> None:
    colour = RGBColor.from_string(column.colour)
    series.smooth = False
    line, marker = series.format.line, series.marker
    if column.joined:
        line.color.rgb, line.width = colour, Pt(_WIDTHS.get(column.role, 2.25))
        if column.dashed:
            line.dash_style = _OFFICE_DASHES[column.dash]
    else:
        line.fill.background()
    is_line = column.role in (Role.TARGET, Role.LIMIT) and column.joined and _many(column)
    is_bare = is_line or column.role is Role.GAP
    marker.style = XL_MARKER_STYLE.NONE if is_bare else _MARKERS[column.symbol]
    marker.size = 12 if column.symbol == "dash" else 9 if column.role is Role.MARKED else 7
    marker.format.line.color.rgb = colour
    marker.format.fill.solid()
    is_hollow = column.is_planned or column.role is Role.MARKED
    marker.format.fill.fore_color.rgb = RGBColor.from_string("FFFFFF") if is_hollow else colour


def _say(series: Any, column: Column, points: float) -> None:
    """The words of a gap beside the figure that it is about."""
    place = next(place for place, value in enumerate(column.values) if value is not None)
    label = series.points[place].data_label
    label.position = XL_LABEL_POSITION.ABOVE if column.down > 0 else XL_LABEL_POSITION.BELOW
    frame = label.text_frame
    frame.text = cell(column.name)
    for run in frame.paragraphs[0].runs:
        run.font.bold, run.font.size = True, Pt(points)


def legend_room(chart: Chart) -> int:
    """The height of the lines that the legend has beyond one, as it stands over the width of a page."""
    named = (column.name for column in columns_of(chart).columns if column.named)
    lines = sum(-(-len(name) // LEGEND_LETTERS) for name in named)
    return int(Cm(LEGEND_LINE)) * max(lines - 1, 0)


def _many(column: Column) -> bool:
    return sum(value is not None for value in column.values) > 1
