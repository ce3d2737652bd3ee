"""A point of a meeting in the HTML file: the content of its view, or its goal in full, and the questions to it."""

from collections.abc import Sequence

from lib.documents.page_goal import goal
from lib.documents.page_parts import bar, chart, text, text_table
from lib.documents.report import AgendaPoint, Report
from lib.meetings.questions import PointQuestions
from lib.meetings.slide import Slide
from lib.views.text_table import TextCell
from lib.words.language import _


def point(report: Report, item: AgendaPoint, number: int) -> str:
    """The whole point, below a heading of the second level."""
    where = " · ".join(filter(None, (_("Point {n}").format(n=number), item.slide.above)))
    content = goal(item.goal, 2) if item.goal else _view(report, item.slide)
    from_board = f"<h3>{text(_('Questions from the board'))}</h3>{questions(item.questions)}" if item.questions else ""
    return (
        f'<section><h2 id="{anchor(number)}">{text(item.slide.heading)}</h2><p class="quiet">{text(where)}</p>'
        f"{content}{from_board}</section>"
    )


def anchor(number: int) -> str:
    """The name of a point's place."""
    return f"point-{number}"


def questions(rows: Sequence[PointQuestions]) -> str:
    """Questions with their answers and decisions."""
    return "".join(
        f'<div class="asked"><p class="quiet">{text(question.when)}</p>'
        + "".join(f"<p><strong>{text(term)}:</strong> {_lines(words)}</p>" for term, words in question.lines)
        + "</div>"
        for question in rows
    )


def _lines(words: str) -> str:
    return "<br>".join(text(line) for line in words.splitlines())


def _view(report: Report, slide: Slide) -> str:
    def address(cell: TextCell) -> str:
        place = report.place_of(cell.address)
        return anchor(place) if place else ""

    words = "".join(f"<p>{text(words)}</p>" for words in slide.texts)
    listed = text_table(slide.table, address) if slide.table else ""
    several = len(slide.charts) > 1
    charts = "".join((f"<h3>{text(plan.title)}</h3>" if several else "") + chart(plan) for plan in slide.charts)
    source = f'<p class="quiet">{text(slide.source)}</p>' if slide.source else ""
    content = f"{charts}{listed}" if slide.charts_first else f"{listed}{charts}"
    return f"{words}{bar(slide.shares)}{content}{source}"
