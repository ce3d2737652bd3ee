"""The letter in the Word file: facts, proposal, summary with the statuses, the goals that are not met, what remains."""

from collections.abc import Sequence

from docx.document import Document
from docx.text.paragraph import Paragraph

from lib.documents import word_parts as parts
from lib.documents.letter import Deviation, Letter
from lib.documents.report import Report
from lib.documents.word_icon import write_status
from lib.views.selection import example_text
from lib.views.statuses import Look
from lib.views.text_table import TextCell
from lib.words.language import _


def add_letter(document: Document, report: Report) -> None:
    """The whole letter."""
    letter = report.letter
    parts.add(document, f"{report.board} · {_('Official letter')}", style="Letterhead")
    parts.add(document, report.heading, style="Title")
    if report.example:
        about = _("The board, its goals and all its figures are made up.")
        parts.write(parts.add(document), f"{example_text()}. {about}", bold=True)
    parts.add_facts(document, letter.facts)
    parts.heading(document, _("Proposal for decision"), 1)
    for number, text in enumerate(letter.proposal, start=1):
        parts.add(document, f"{number}. {text}" if len(letter.proposal) > 1 else text)
    _summary(document, report)
    if letter.important:
        parts.heading(document, _("The most important"), 1)
        for text in letter.important:
            parts.add(document, text, style="List Bullet")
    if letter.deviations:
        parts.heading(document, _("Goals that are not met"), 1)
        for deviation in letter.deviations:
            _deviation(document, deviation)
        if letter.more:
            parts.add(document, letter.more)
    if letter.actions:
        parts.heading(document, _("Actions since the last meeting"), 1)
        parts.add_table(document, letter.actions)
    for heading, paragraphs in letter.sections:
        parts.heading(document, heading, 1)
        for text in paragraphs:
            parts.add(document, text)
    _basis(document, letter)


def _summary(document: Document, report: Report) -> None:
    parts.heading(document, _("Summary"), 1)
    for sentence in report.letter.summary:
        parts.add(document, sentence)
    for table in report.letter.statuses:
        parts.add(document, table.caption, style="Table Title")
        parts.add_table(document, table, lambda cell: _place(report, cell))


def _place(report: Report, cell: TextCell) -> str:
    """Where the goal of a cell stands in the appendix; '' in a letter without one."""
    return report.anchors.get(cell.address, "") if report.whole and cell.address else ""


def _deviation(document: Document, deviation: Deviation) -> None:
    """A block: verdict, figure against limit, comment, and the action with who and when."""
    parts.heading(document, deviation.title, 2)
    line = parts.add(document)
    line.paragraph_format.keep_with_next = True
    add_looks(line, deviation.looks)
    terms = (
        ("", deviation.figure),
        (_("Comment"), deviation.comment),
        (_("Risk"), deviation.risk),
        (_("Action"), deviation.action),
    )
    for term, text in terms:
        if text:
            paragraph = parts.add(document)
            if term:
                parts.write(paragraph, f"{term}: ", bold=True)
            parts.write(paragraph, text)


def add_looks(paragraph: Paragraph, looks: Sequence[tuple[str, Look]]) -> None:
    """Statuses on a line, each after what it is about."""
    for place, (term, look) in enumerate(looks):
        parts.write(paragraph, f"{'    ' if place else ''}{term}: ")
        write_status(paragraph, look)


def _basis(document: Document, letter: Letter) -> None:
    parts.heading(document, _("Founded on"), 1)
    for text in letter.basis:
        parts.add(document, text, style="List Bullet")
