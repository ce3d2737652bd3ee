"""A point of a meeting in the Word file: the content of its view, or its goal in full, and the questions to it."""

from collections.abc import Sequence

from docx.document import Document
from docx.shared import Cm

from lib.documents import word_parts as parts
from lib.documents.appendix import Notes, goal_part
from lib.documents.report import AgendaPoint, Report
from lib.documents.word_goal import CHART_HEIGHT, add_goal
from lib.meetings.questions import PointQuestions
from lib.meetings.slide import Slide
from lib.views.text_table import TextCell
from lib.words.language import _


def add_point(document: Document, report: Report, point: AgendaPoint, number: int, notes: Notes) -> None:
    """The whole point, below a heading of the second level."""
    slide = point.slide
    parts.bookmark(parts.heading(document, slide.heading, 2), anchor(number), number)
    where = _("Point {n}").format(n=number)
    line = parts.add(document, " · ".join(filter(None, (where, slide.above))), style="Source")
    line.paragraph_format.keep_with_next = True
    if point.goal:
        add_goal(document, goal_part(point.goal, notes, report.day), 2)
    else:
        _view(document, report, slide)
    if point.questions:
        parts.heading(document, _("Questions from the board"), 3)
        add_asked(document, point.questions)


def anchor(number: int) -> str:
    """The name of a point's place."""
    return f"point_{number}"


def add_asked(document: Document, questions: Sequence[PointQuestions]) -> None:
    """Questions with their answers and decisions."""
    for question in questions:
        parts.add(document, question.when, style="Source").paragraph_format.keep_with_next = True
        paragraph = parts.add(document)
        paragraph.paragraph_format.keep_together = True
        for place, (term, text) in enumerate(question.lines):
            if place:
                paragraph.add_run().add_break()
            parts.write(paragraph, f"{term}: ", bold=True)
            parts.write(paragraph, text)


def _view(document: Document, report: Report, slide: Slide) -> None:
    for text in slide.texts:
        parts.add(document, text)
    if slide.charts_first:
        _charts(document, slide)
    if slide.table and report.repeats(slide):
        parts.add(document, _("All goals are listed in the summary of the letter."))
    elif slide.table:
        parts.add_table(document, slide.table, lambda cell: _address(report, cell))
    if not slide.charts_first:
        _charts(document, slide)
    if slide.source:
        parts.add(document, slide.source, style="Source")


def _charts(document: Document, slide: Slide) -> None:
    """Each chart with its sentence; of several each has a heading."""
    for chart in slide.charts:
        if len(slide.charts) > 1:
            parts.heading(document, chart.title, 3)
        parts.add_chart(document, chart, Cm(parts.width_of(document)), Cm(CHART_HEIGHT))
        parts.add(document, chart.sentence, style="Caption")


def _address(report: Report, cell: TextCell) -> str:
    """The place in the file of the goal that a cell leads to; '' where there is none."""
    place = report.place_of(cell.address)
    return anchor(place) if place else ""
