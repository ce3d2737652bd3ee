"""The extract for the protocol of a meeting, as a Word file: each point with its figure, questions and decision."""

from collections.abc import Sequence
from io import BytesIO

from docx.document import Document

from lib.documents import word_parts as parts
from lib.documents.look import plain
from lib.documents.report import AgendaPoint, Report
from lib.documents.word_template import own_document, template_document
from lib.meetings.questions import PointQuestions
from lib.tables.progress import Progress
from lib.words.language import _


def protocol_file(report: Report, progress: Progress, given: bytes | None = None) -> bytes:
    """The extract, in the look of a Word template if one is given. Raises TemplateError where it cannot be used."""
    document = template_document(given) if given is not None else own_document()
    parts.set_language(document, report.language)
    about = document.core_properties
    about.title, about.author, about.comments = (
        plain(f"{_('Extract for the protocol')}: {report.board}"),
        plain(report.board),
        "",
    )
    parts.add(document, f"{report.board} · {_('Extract for the protocol')}", style="Letterhead")
    parts.add(document, report.title, style="Title")
    parts.add_facts(document, report.letter.facts)
    for number, point in enumerate(report.points, start=1):
        _point(document, number, point)
        progress(number / len(report.points))
    if report.others:
        parts.heading(document, _("Other questions from the board"), 1)
        _asked(document, report.others)
    parts.heading(document, _("Decisions"), 1)
    for text in _decided(report) or report.letter.proposal:
        parts.add(document, text, style="List Bullet")
    progress(1.0)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _point(document: Document, number: int, point: AgendaPoint) -> None:
    parts.heading(document, f"{number}. {point.slide.heading}", 1)
    shown = point.slide.point or point.slide.sentence
    if shown:
        paragraph = parts.add(document)
        parts.write(paragraph, f"{_('Shown')}: ", bold=True)
        parts.write(paragraph, shown)
    _asked(document, [one for one in point.questions if not one.earlier])


def _asked(document: Document, questions: Sequence[PointQuestions]) -> None:
    for question in questions:
        for term, text in question.lines:
            paragraph = parts.add(document)
            parts.write(paragraph, f"{term}: ", bold=True)
            parts.write(paragraph, text)


def _decided(report: Report) -> list[str]:
    """What was decided at the meeting, point by point, each once."""
    rows = [one for point in report.points for one in point.questions if not one.earlier]
    return list(dict.fromkeys(one.decision for one in (*rows, *report.others) if one.decision))
