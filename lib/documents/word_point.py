"""A point of a meeting in the Word file: what its view says, or its goal in full, and the questions to it."""

from collections.abc import Sequence

from docx.document import Document
from docx.shared import Cm, Emu, Pt

from lib.documents import word_parts as parts
from lib.documents.report import AgendaPoint, Report
from lib.documents.widths import column_widths
from lib.documents.word_goal import add_goal
from lib.meetings.questions import PointQuestions
from lib.meetings.slide import Slide
from lib.views.text_table import TextTable
from lib.words.language import _

SIZE, PADDING = 9.0, 5.4  # of a table's text and beside it, in points


def add_point(document: Document, report: Report, point: AgendaPoint, number: int) -> None:
    """The whole point, below a heading of the first level."""
    slide = point.slide
    parts.bookmark(parts.heading(document, slide.heading, 1), anchor(number), number)
    where = _("Point {n}").format(n=number)
    line = parts.add(document, " · ".join(filter(None, (where, slide.above))), style="Source")
    line.paragraph_format.keep_with_next = True
    if point.goal:
        add_goal(document, point.goal, 1)
    else:
        _view(document, report, slide)
    if point.asked:
        parts.heading(document, _("Questions from the board"), 2)
        add_asked(document, point.asked)


def anchor(number: int) -> str:
    """The name of a point's place."""
    return f"point_{number}"


def add_asked(document: Document, asked: Sequence[PointQuestions]) -> None:
    """Questions with their answers and decisions."""
    for one in asked:
        parts.add(document, one.when, style="Source").paragraph_format.keep_with_next = True
        paragraph = parts.add(document)
        paragraph.paragraph_format.keep_together = True
        for place, (term, text) in enumerate(one.lines):
            if place:
                paragraph.add_run().add_break()
            parts.write(paragraph, f"{term}: ", bold=True)
            parts.write(paragraph, text)


def _view(document: Document, report: Report, slide: Slide) -> None:
    for said in slide.said:
        parts.add(document, said)
    if slide.charts_first:
        _charts(document, slide)
    if slide.table:
        _table(document, report, slide.table)
    if not slide.charts_first:
        _charts(document, slide)
    if slide.source:
        parts.add(document, slide.source, style="Source")


def _charts(document: Document, slide: Slide) -> None:
    """Each chart with its sentence; of several each has a heading."""
    for chart in slide.charts:
        if len(slide.charts) > 1:
            parts.heading(document, chart.title, 2)
        parts.add_chart(document, chart, Cm(parts.WIDTH), Cm(6))
        parts.add(document, chart.sentence, style="Caption")


def _table(document: Document, report: Report, table: TextTable) -> None:
    texts = [table.headings, *([cell.measured for cell in row] for row in table.rows)]
    given = column_widths(texts, Cm(parts.WIDTH).pt, SIZE, PADDING)
    widths = [Emu(Pt(width)).cm for width in given]
    made = parts.table(document, table.headings, widths, name=table.caption, told=table.caption)
    for row in table.rows:
        for paragraph, cell in zip(parts.row(made, widths), row, strict=True):
            place = report.place_of(cell.address)
            if cell.look:
                parts.write_status(paragraph, cell.look)
            elif place:
                parts.link(paragraph, anchor(place), cell.text)
            else:
                parts.write(paragraph, cell.text)
    parts.add(document, style="Table Text")
