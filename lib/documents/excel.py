"""The papers as an Excel file: the selection, agenda and questions, goals, verdicts, indicators, figures, charts."""

import re
from collections.abc import Iterator, Mapping
from math import ceil
from types import MappingProxyType

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from lib.charts.chart import Chart
from lib.documents.excel_chart import add_charts
from lib.documents.look import FONT, cell, number_format, plain
from lib.documents.report import AgendaPoint, Report
from lib.documents.table_files import add_sheet, book_file, fit_paper, new_book
from lib.tables.progress import Progress
from lib.views.key_figure import KeyFigure
from lib.views.selection import example_text
from lib.views.statuses import Look
from lib.views.text_table import TextTable
from lib.words.language import MOST_PRINTED, _, decimals_of

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

LONGEST_NAME = 31  # letters of a sheet's name, of which only whole words are kept
_WRAPPED = Alignment(wrap_text=True, vertical="top")
# The widest columns of the sheet of figures, in letters: on A4 it is printed at seven points and not at four.
_WIDEST = (14, 30, 18, 8, 11, 11, 10, 9, 9, 9, 10, 12, 11, 16, 18, 24)
_NOT_IN_NAMES = re.compile(r"[][:*?/\\]")


def excel_book(report: Report, progress: Progress) -> bytes:
    """The workbook. `progress` is called with the share done, from 0 to 1."""
    book = new_book()
    book.properties.title, book.properties.creator = cell(f"{report.title}: {report.board}"), cell(report.board)
    book.properties.language = {"sv": "sv-SE", "en": "en-GB"}[report.language]
    _about(book, report)
    _agenda(book, report)
    looks = _looks(report)
    for name, frame in (
        (_("Goals"), _goals(report)),
        (_("Verdicts"), _verdicts(report)),
        (_("Indicators"), _indicators(report)),
    ):
        if len(frame):
            _texts(book, frame, name, looks)
    progress(0.3)
    _figures(book, report)
    progress(0.6)
    add_charts(book, _drawn(report))
    progress(1.0)
    return book_file(book)


def _about(book: Workbook, report: Report) -> None:
    """The first sheet: the selection that the file shows."""
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


def _looks(report: Report) -> dict[str, Look]:
    """Every status of the goals by its word, to write it in its colour."""
    looks = [look for goal in report.goals for look in (goal.verdict, goal.computed) if look]
    tables = (goal.verdicts for goal in report.goals if goal.verdicts)
    looks += [field.look for table in tables for row in table.rows for field in row if field.look]
    figures = (figure for goal in report.goals for one in goal.indicators for figure in one.figures)
    return {look.word: look for look in (*looks, *(figure.look for figure in figures if figure.look))}


def _texts(book: Workbook, frame: pd.DataFrame, name: str, looks: Mapping[str, Look] = MappingProxyType({})) -> None:
    """A table of text, long text on several lines, statuses in their colours."""
    sheet = add_sheet(book, frame, name)
    widths = [sheet.column_dimensions[get_column_letter(place)].width for place in range(1, len(frame.columns) + 1)]
    for place, row in enumerate(sheet.iter_rows(), start=1):
        for field in row:
            field.alignment = _WRAPPED
            if look := looks.get(str(field.value)) if place > 1 else None:
                field.font = Font(name="Calibri", bold=True, color=look.tone.ink)
        lines = [ceil(1.1 * len(str(field.value or "")) / width) for field, width in zip(row, widths, strict=True)]
        sheet.row_dimensions[place].height = 15 * max(1, *lines)


def _agenda(book: Workbook, report: Report) -> None:
    """The points in their order, the questions, and the tables of the points that are about no one goal."""
    if report.points:
        _texts(book, _points(report), _("Agenda"))
    questions = _asked(report)
    if len(questions):
        _texts(book, questions, _("Questions"))
    for number, point in enumerate(report.points, start=1):
        if point.slide.table and not point.goal:
            _texts(book, _frame(point.slide.table), _sheet_name(number, point))


def _points(report: Report) -> pd.DataFrame:
    headings = [_("No."), _("Point"), _("Verdict"), _("Computed"), _("In short"), _("Source")]
    rows = [
        [
            number,
            point.slide.heading,
            point.goal.verdict.word if point.goal and point.goal.verdict else "",
            point.goal.computed.word if point.goal else "",
            point.goal.paragraph if point.goal else point.slide.sentence,
            point.goal.source if point.goal else point.slide.source,
        ]
        for number, point in enumerate(report.points, start=1)
    ]
    return pd.DataFrame(rows, columns=headings, dtype=object)


def _asked(report: Report) -> pd.DataFrame:
    headings = [_("Point"), _("Question"), _("Asked"), _("Answer"), _("Decision")]
    rows = [
        [heading, question.text, question.when, question.answer, question.decision]
        for heading, questions in (
            *((point.slide.heading, point.questions) for point in report.points),
            ("", report.others),
        )
        for question in questions
    ]
    return pd.DataFrame(rows, columns=headings, dtype=object)


def _frame(table: TextTable) -> pd.DataFrame:
    rows = [[field.text for field in row] for row in table.rows]
    return pd.DataFrame(rows, columns=list(table.headings), dtype=object)


def _sheet_name(number: int, point: AgendaPoint) -> str:
    """The point's number and heading, without the signs that a sheet's name cannot have."""
    name = f"{number} {_NOT_IN_NAMES.sub(' ', plain(point.slide.heading))}".strip(" '")
    whole = name[:LONGEST_NAME] if len(name) <= LONGEST_NAME else name[: LONGEST_NAME + 1].rpartition(" ")[0]
    return (whole or name[:LONGEST_NAME]).strip(" '")


def _goals(report: Report) -> pd.DataFrame:
    headings = [_("Area"), _("Goal"), _("Verdict"), _("Computed"), _("In short"), _("Source")]
    rows = [
        [area, goal.title, goal.verdict.word if goal.verdict else "", goal.computed.word, goal.paragraph, goal.source]
        for area, goals in report.by_area()
        for goal in goals
    ]
    return pd.DataFrame(rows, columns=headings, dtype=object)


def _verdicts(report: Report) -> pd.DataFrame:
    headings = [_("Goal"), _("Department"), _("Verdict"), _("Stage and period"), _("Comment"), _("Source")]
    rows = [
        [goal.title, *(cell.text for cell in row)]
        for goal in report.goals
        if goal.verdicts
        for row in goal.verdicts.rows
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
        _("Status"),
        _("Compared"),
        _("Unit of measure"),
        _("Source"),
    ]
    rows = [
        [goal.title, indicator.name, *_in_words(figure), indicator.view.about.unit_of_measure, indicator.source]
        for goal in report.goals
        for indicator in goal.indicators
        for figure in indicator.figures
    ]
    return pd.DataFrame(rows, columns=headings, dtype=object)


def _in_words(figure: KeyFigure) -> list[str]:
    level = figure.look.word if figure.look else ""
    return [figure.who, figure.in_full, figure.figure, figure.target, level, figure.explanation]


def _figures(book: Workbook, report: Report) -> None:
    """Every observation, numbers as numbers with the decimals they are shown with."""
    frame = report.figures.copy()
    frame[_("Precision")] = frame[_("Precision")].replace("=", "")  # what is exact needs no sign
    sheet = add_sheet(book, frame, _("Figures"))
    first = len(frame.columns) - len(_WIDEST)  # the mark of example data
    for place, widest in enumerate(_WIDEST, start=first + 1):
        shape = sheet.column_dimensions[get_column_letter(place)]
        shape.width = min(shape.width, widest)
    for line in sheet.iter_rows():
        for field in line:
            field.alignment = _WRAPPED
    numbers = [list(report.figures.columns).index(name) + 1 for name in (_("Value"), _("Lower"), _("Upper"))]
    decimals = [series.about.decimals for series in report.series for _point in series.points]
    for row, least in enumerate(decimals, start=2):
        for column in numbers:
            series = sheet.cell(row, column)
            if isinstance(series.value, int | float):
                given = decimals_of(series.value)
                series.number_format = number_format(max(least, given) if given <= MOST_PRINTED else least)


def _drawn(report: Report) -> Iterator[Chart]:
    for point in report.points:
        if not point.goal:
            yield from point.slide.charts
    for goal in report.goals:
        yield from (indicator.chart for indicator in goal.indicators if indicator.chart)
