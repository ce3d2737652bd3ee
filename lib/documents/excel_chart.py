"""The sheet of native charts in the Excel file."""

from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import LineChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.error_bar import ErrorBars
from openpyxl.chart.legend import Legend, LegendEntry
from openpyxl.chart.marker import Marker
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet
from pptx.util import Cm

from lib.charts.axes import value_axis
from lib.charts.chart import Chart, axis_title
from lib.documents.columns import Column, Role, columns_of
from lib.documents.look import FONT, LINE, cell, number_format, plain
from lib.documents.table_files import fit_paper
from lib.words.language import _

# A chart's size in centimetres, its height in rows of the sheet, and the column it begins in.
WIDTH, HEIGHT = 20, 8.5
CHART_ROWS, CHART_COLUMN = 18, 10
_WIDTHS = {Role.TARGET: 22225, Role.LIMIT: 12700}
_SYMBOLS = {"triangle-down": "x", "cross": "plus"}


class _ChartAnchor(OneCellAnchor):
    """The place of a chart, with the text alternative that openpyxl has no word for."""

    __elements__ = OneCellAnchor.__elements__

    def __init__(self, chart: Chart, row: int) -> None:
        size = XDRPositiveSize2D(Cm(WIDTH), Cm(HEIGHT))
        super().__init__(_from=AnchorMarker(col=CHART_COLUMN - 1, row=row - 1), ext=size)
        self.chart = chart

    def to_tree(self, *names: Any, **more: Any) -> Any:
        """The element, its drawing's title and description written in it."""
        frame: Any = self.graphicFrame
        properties = frame.nvGraphicFramePr.cNvPr
        properties.title, properties.descr = plain(self.chart.title), plain(self.chart.alternative)
        return super().to_tree(*names, **more)


def add_charts(book: Workbook, drawn: Iterable[Chart]) -> None:
    """A sheet with each chart, once, beside the figures that it is drawn from."""
    charts = list(dict.fromkeys(drawn))
    if not charts:
        return
    sheet = book.create_sheet(_("Charts"))
    sheet.column_dimensions["A"].width = 18
    for letter in "BCDEFGH":
        sheet.column_dimensions[letter].width = 14
    row = 1
    for chart in charts:
        row = _chart(sheet, chart, row)
        sheet.row_breaks.append(Break(id=row - 1))  # on paper no chart is cut
    sheet.freeze_panes = "B1"
    fit_paper(sheet)


def _chart(sheet: Worksheet, chart: Chart, row: int) -> int:
    """A chart from a row on; gives the row for the next."""
    columns = columns_of(chart)
    sheet.cell(row, 1, cell(chart.heading)).font = Font(name=FONT, bold=True, size=12)
    sheet.cell(row + 1, 1, cell(chart.sentence))
    head = row + 2
    for place, heading in enumerate((_("Period"), *(column.name for column in columns.columns)), start=1):
        heading_cell = sheet.cell(head, place, cell(heading))
        heading_cell.font, heading_cell.alignment = (
            Font(name=FONT, bold=True),
            Alignment(wrap_text=True, vertical="top"),
        )
    for line, label in enumerate(columns.labels):
        sheet.cell(head + 1 + line, 1, cell(label))
        for place, column in enumerate(columns.columns, start=2):
            value = column.values[line]
            figure_cell = sheet.cell(head + 1 + line, place, value)
            figure_cell.number_format = number_format(chart.decimals)
    last = head + len(columns.labels)
    drawing: Any = _drawing(sheet, chart, head, last, columns.columns)
    drawing.anchor = _ChartAnchor(chart, head)
    sheet.add_chart(drawing)
    return max(last, head + CHART_ROWS) + 2


def _drawing(sheet: Worksheet, chart: Chart, head: int, last: int, columns: tuple[Column, ...]) -> LineChart:
    drawing = LineChart()
    drawing.title = cell(chart.heading)
    drawing.add_data(
        Reference(sheet, min_col=2, max_col=len(columns) + 1, min_row=head, max_row=last), titles_from_data=True
    )
    drawing.set_categories(Reference(sheet, min_col=1, min_row=head + 1, max_row=last))
    axis = value_axis(chart)
    drawing.y_axis.scaling.min, drawing.y_axis.scaling.max = axis.low, axis.high
    drawing.y_axis.majorUnit = axis.ticks[1] - axis.ticks[0]
    drawing.y_axis.title = cell(axis_title(chart)) or None
    drawing.y_axis.number_format = number_format(chart.decimals)
    drawing.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=LINE)))
    drawing.x_axis.delete = drawing.y_axis.delete = False
    drawing.x_axis.tickLblPos = "low"
    unnamed = [LegendEntry(idx=place, delete=True) for place, column in enumerate(columns) if not column.named]
    drawing.legend = Legend(legendPos="b", legendEntry=unnamed)
    for series, column in zip(drawing.series, columns, strict=True):
        _series(series, column)
        if column.role in (Role.EVENT, Role.BREAK):
            look = LineProperties(solidFill=column.colour, prstDash="dash" if column.dashed else "sysDot", w=15875)
            series.errBars = ErrorBars(
                errDir="y",
                errBarType="minus",
                errValType="fixedVal",
                noEndCap=True,
                val=axis.high - axis.low,
                spPr=GraphicalProperties(ln=look),
            )
    return drawing


def _series(series: Any, column: Column) -> None:
    series.smooth = False
    properties = series.graphicalProperties
    if column.joined:
        properties.line.solidFill, properties.line.width = column.colour, _WIDTHS.get(column.role, 28575)
        properties.line.dashStyle = column.dash
    else:
        properties.line.noFill = True
    is_line = column.role in (Role.TARGET, Role.LIMIT) and column.joined
    is_bare = is_line and sum(value is not None for value in column.values) > 1
    is_ring = column.role is Role.MARKED
    fill = (
        GraphicalProperties(noFill=True)
        if is_ring or column.is_planned
        else GraphicalProperties(solidFill=column.colour)
    )
    series.marker = Marker(spPr=fill)
    series.marker.symbol = "none" if is_bare else _SYMBOLS.get(column.symbol, column.symbol)
    series.marker.size = 12 if is_ring or column.symbol == "dash" else 7
    series.marker.graphicalProperties.line.solidFill = column.colour
