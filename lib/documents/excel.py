"""The follow-up as an Excel file: what it shows, goals, verdicts, indicators, every figure, and native charts."""

from collections.abc import Callable
from math import ceil
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.chart import LineChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from lib.charts.axes import value_axis
from lib.charts.chart import Chart, axis_title
from lib.documents.columns import Column, columns_of
from lib.documents.look import FONT, LINE, cell, number_format
from lib.exports import add_sheet, book_file, fit_paper, new_book
from lib.report import FigurePart, Report
from lib.stamp import example_text
from lib.words import MOST_PRINTED, _, decimals_of

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A chart's height in rows of the sheet, and the column it begins in.
CHART_ROWS, CHART_COLUMN = 18, "J"
_SYMBOLS = {"triangle-down": "x", "cross": "plus"}

Progress = Callable[[float], None]


def excel_book(report: Report, progress: Progress) -> bytes:
    """The workbook. `progress` is told how much is done, from 0 to 1."""
    book = new_book()
    book.properties.title, book.properties.creator = cell(f"{report.title}: {report.board}"), cell(report.board)
    book.properties.language = {"sv": "sv-SE", "en": "en-GB"}[report.language]
    _about(book, report)
    for name, frame in ((_("Goals"), _goals(report)), (_("Verdicts"), _verdicts(report))):
        _texts(book, frame, name)
    _texts(book, _indicators(report), _("Indicators"))
    progress(0.3)
    _figures(book, report)
    progress(0.6)
    _charts(book, report)
    progress(1.0)
    return book_file(book)


def _about(book: Workbook, report: Report) -> None:
    """The first sheet: what the file shows."""
    sheet = book.create_sheet(_("About the file"))
    sheet.append([cell(report.title)])
    sheet["A1"].font = Font(name=FONT, bold=True, size=16)
    if report.example:
        sheet.append([example_text(), _("The board, its goals and all its figures are made up.")])
    for term, text in report.stamp:
        sheet.append([cell(term), cell(text)])
    for sentence in report.totals:
        sheet.append(["", cell(sentence)])
    for (heading,) in sheet.iter_rows(min_row=2, max_col=1):
        heading.font = Font(name=FONT, bold=True)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 100
    fit_paper(sheet)


def _texts(book: Workbook, frame: pd.DataFrame, name: str) -> None:
    """A table of text, long text on several lines."""
    sheet = add_sheet(book, frame, name)
    widths = [sheet.column_dimensions[get_column_letter(place)].width for place in range(1, len(frame.columns) + 1)]
    for place, row in enumerate(sheet.iter_rows(), start=1):
        for one in row:
            one.alignment = Alignment(wrap_text=True, vertical="top")
        lines = [ceil(1.1 * len(str(one.value or "")) / width) for one, width in zip(row, widths, strict=True)]
        sheet.row_dimensions[place].height = 15 * max(1, *lines)


def _goals(report: Report) -> pd.DataFrame:
    headings = [_("Area"), _("Goal"), _("Verdict"), _("Computed"), _("In short"), _("Source")]
    rows = [
        [goal.area, goal.title, goal.verdict.word if goal.verdict else "", goal.computed.word, goal.said, goal.source]
        for goal in report.goals
    ]
    return pd.DataFrame(rows, columns=headings, dtype=object)


def _verdicts(report: Report) -> pd.DataFrame:
    headings = [_("Goal"), _("Department"), _("Verdict"), _("Stage and period"), _("Comment"), _("Source")]
    rows = [
        [goal.title, one.judge, one.look.word, one.stage, one.comment, one.source]
        for goal in report.goals
        for one in goal.verdicts
    ]
    return pd.DataFrame(rows, columns=headings, dtype=object)


def _indicators(report: Report) -> pd.DataFrame:
    """The figures that speak for each indicator, as the goals' pages show them."""
    headings = [
        _("Goal"),
        _("Indicator"),
        _("Unit"),
        _("Period"),
        _("Figure"),
        _("Target"),
        _("Level"),
        _("Compared"),
        _("Unit of measure"),
        _("Source"),
    ]
    rows = [
        [goal.title, one.name, *_in_words(figure), one.unit, one.source]
        for goal in report.goals
        for one in goal.indicators
        for figure in one.figures
    ]
    return pd.DataFrame(rows, columns=headings, dtype=object)


def _in_words(figure: FigurePart) -> list[str]:
    level = figure.look.word if figure.look else ""
    return [figure.who, figure.period, figure.figure, figure.target, level, figure.sentence]


def _figures(book: Workbook, report: Report) -> None:
    """Every observation, numbers as numbers with the decimals they are shown with."""
    sheet = add_sheet(book, report.figures, _("Figures"))
    numbers = [list(report.figures.columns).index(name) + 1 for name in (_("Value"), _("Lower"), _("Upper"))]
    decimals = [one.about.decimals for one in report.series for _point in one.points]
    for row, least in enumerate(decimals, start=2):
        for column in numbers:
            one = sheet.cell(row, column)
            if isinstance(one.value, int | float):
                given = decimals_of(one.value)
                one.number_format = number_format(max(least, given) if given <= MOST_PRINTED else least)


def _charts(book: Workbook, report: Report) -> None:
    """Each chart beside the figures it is drawn from."""
    drawn = [one.chart for goal in report.goals for one in goal.indicators if one.chart]
    if not drawn:
        return
    sheet = book.create_sheet(_("Charts"))
    sheet.column_dimensions["A"].width = 18
    for letter in "BCDEFGH":
        sheet.column_dimensions[letter].width = 14
    row = 1
    for chart in dict.fromkeys(drawn):
        row = _chart(sheet, chart, row)
        sheet.row_breaks.append(Break(id=row - 1))  # on paper no chart is cut
    sheet.freeze_panes = "B1"
    fit_paper(sheet)


def _chart(sheet: Worksheet, chart: Chart, row: int) -> int:
    """A chart from a row on; gives the row for the next."""
    columns = columns_of(chart)
    sheet.cell(row, 1, cell(chart.title)).font = Font(name=FONT, bold=True, size=12)
    sheet.cell(row + 1, 1, cell(chart.sentence))
    head = row + 2
    for place, heading in enumerate((_("Period"), *(one.name for one in columns.columns)), start=1):
        one = sheet.cell(head, place, cell(heading))
        one.font, one.alignment = Font(name=FONT, bold=True), Alignment(wrap_text=True, vertical="top")
    for line, label in enumerate(columns.labels):
        sheet.cell(head + 1 + line, 1, cell(label))
        for place, column in enumerate(columns.columns, start=2):
            value = column.values[line]
            one = sheet.cell(head + 1 + line, place, value)
            one.number_format = number_format(chart.decimals)
    last = head + len(columns.labels)
    drawing = _drawing(sheet, chart, head, last, columns.columns)
    sheet.add_chart(drawing, f"{CHART_COLUMN}{head}")
    return max(last, head + CHART_ROWS) + 2


def _drawing(sheet: Worksheet, chart: Chart, head: int, last: int, columns: tuple[Column, ...]) -> LineChart:
    drawing = LineChart()
    drawing.title = cell(chart.title)
    drawing.height, drawing.width = 8.5, 20
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
    drawing.legend = Legend(legendPos="b")
    for series, column in zip(drawing.series, columns, strict=True):
        _series(series, column)
    return drawing


def _series(series: Any, column: Column) -> None:
    series.smooth = False
    properties = series.graphicalProperties
    if column.joined:
        properties.line.solidFill, properties.line.width = column.colour, 22225 if column.target else 28575
        properties.line.dashStyle = "dash" if column.dashed else "solid"
    else:
        properties.line.noFill = True
    alone = column.target and column.joined and sum(value is not None for value in column.values) > 1
    series.marker = Marker(spPr=GraphicalProperties(solidFill=column.colour))
    series.marker.symbol = "none" if alone else _SYMBOLS.get(column.symbol, column.symbol)
    series.marker.size = 12 if column.symbol == "dash" else 7
    series.marker.graphicalProperties.line.solidFill = column.colour
