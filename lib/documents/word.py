"""The follow-up as boards know it, as a Word file: goal by goal, or a meeting's points in their order."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from lib.documents import word_parts as parts
from lib.documents.look import ACCENT, FONT, MUTED, TEXT, plain
from lib.documents.report import Report
from lib.documents.word_goal import add_facts, add_goal
from lib.documents.word_point import add_asked, add_point, anchor
from lib.tables.progress import Progress
from lib.views.selection import example_text
from lib.views.text_table import TextTable
from lib.words.language import _

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARGIN = 2.0


def word_file(report: Report, progress: Progress) -> bytes:
    """The appendix as a Word file. `progress` is called with the share done, from 0 to 1."""
    document = _document(report)
    _front(document, report)
    if report.points:
        _points(document, report, progress)
    else:
        _goals(document, report, progress)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _document(report: Report) -> Document:
    document = docx.Document()
    parts.drop_old_styles(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
    _styles(document)
    parts.set_language(document, report.language)
    about = document.core_properties
    about.title, about.subject = plain(f"{report.title}: {report.board}"), plain(report.line)
    about.author, about.comments, about.keywords = plain(report.board), "", ""
    _foot(section.footer.paragraphs[0], report)
    return document


def _styles(document: Document) -> None:
    styles = document.styles
    parts.size(styles["Normal"], 10.5, TEXT, after=6, font=FONT)
    parts.size(styles["Title"], 26, ACCENT, after=4, font=FONT)
    parts.size(styles["Subtitle"], 14, MUTED, after=12, font=FONT)
    parts.size(styles["Heading 1"], 18, ACCENT, before=18, after=6, font=FONT)
    parts.size(styles["Heading 2"], 14, TEXT, before=18, after=4, font=FONT)
    parts.size(styles["Heading 3"], 11.5, TEXT, before=12, after=3, font=FONT)
    parts.size(styles["Caption"], 9, MUTED, after=6, font=FONT)
    styles["Caption"].font.bold = False
    parts.size(styles["Footer"], 8, MUTED, after=0, font=FONT)
    for name, points, after in (("Table Text", 9, 2), ("Source", 8.5, 6), ("Chart", 9, 2)):
        style: Any = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        parts.size(style, points, MUTED if name == "Source" else TEXT, before=2 if after == 2 else 0, after=after)
    styles["Chart"].paragraph_format.keep_with_next = True


def _foot(paragraph: Paragraph, report: Report) -> None:
    parts.write(paragraph, f"{report.line} · {_('page')} ")
    parts.field(paragraph, "PAGE")
    parts.write(paragraph, f" {_('of')} ")
    parts.field(paragraph, "NUMPAGES")


def _front(document: Document, report: Report) -> None:
    """Title, selection, the totals and a list of all goals that leads to each."""
    parts.add(document, report.title, style="Title")
    parts.add(document, report.board, style="Subtitle")
    if report.example:
        about = _("The board, its goals and all its figures are made up.")
        parts.write(parts.add(document), f"{example_text()}. {about}", bold=True)
    add_facts(parts.add(document), report.stamp)
    if report.points:
        _listed(document, _("Agenda"), report.agenda, anchor)
        return
    for sentence in report.totals:
        parts.add(document, sentence)
    if report.overview:
        _listed(document, _("Overview"), report.overview, _anchor)


def _listed(document: Document, heading: str, table: TextTable, anchor: Callable[[int], str]) -> None:
    """A list of all goals or points below a heading, each leading to its part."""
    parts.heading(document, heading, 1)
    parts.add_table(document, table, lambda cell: anchor(int(cell.address)) if cell.address else "")


def _anchor(number: int) -> str:
    return f"goal_{number}"


def _points(document: Document, report: Report, progress: Progress) -> None:
    for number, point in enumerate(report.points, start=1):
        add_point(document, report, point, number)
        progress(number / len(report.points))
    if report.others:
        parts.heading(document, _("Other questions from the board"), 1)
        add_asked(document, report.others)


def _goals(document: Document, report: Report, progress: Progress) -> None:
    done = 0
    for area, goals in report.by_area():
        parts.heading(document, area, 1)
        for goal in goals:
            done += 1
            parts.bookmark(parts.heading(document, goal.title, 2), _anchor(done), done)
            add_goal(document, goal, 2)
            progress(done / len(report.goals))
