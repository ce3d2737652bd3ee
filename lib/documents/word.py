"""The papers as boards know them, as a Word file: the letter, then its appendix goal by goal or point by point."""

from io import BytesIO

from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from lib.documents import word_parts as parts
from lib.documents.appendix import Notes, goal_part, is_bare
from lib.documents.look import plain
from lib.documents.report import Report
from lib.documents.word_goal import add_goal
from lib.documents.word_letter import add_letter
from lib.documents.word_point import add_asked, add_point, anchor
from lib.documents.word_template import own_document, template_document
from lib.tables.progress import Progress
from lib.views.goal_story import GoalStory
from lib.words.language import _

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_file(report: Report, progress: Progress, given: bytes | None = None) -> bytes:
    """The papers as a Word file, in the look of a template if one is given.

    `progress` is called with the share done, from 0 to 1. Raises TemplateError where the template cannot be used.
    """
    document = template_document(given) if given is not None else own_document()
    _about(document, report)
    add_letter(document, report)
    if report.whole:
        _appendix(document, report, progress)
    progress(1.0)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _about(document: Document, report: Report) -> None:
    parts.set_language(document, report.language)
    about = document.core_properties
    about.title, about.subject = plain(f"{report.heading}: {report.board}"), plain(report.line)
    about.author, about.comments, about.keywords = plain(report.board), "", ""
    foot = document.sections[0].footer
    if not any(paragraph.text for paragraph in foot.paragraphs) and not foot.tables:
        _foot(foot.paragraphs[0], report, parts.width_of(document))


def _foot(paragraph: Paragraph, report: Report, width: float) -> None:
    """The board and the day on the left, the page on the right, on one line."""
    parts.set_tab(paragraph, width)
    parts.write(paragraph, parts.one_line(report.foot, width - 2.8, 8)).font.size = Pt(8)
    parts.write(paragraph, f"\t{_('page')} ").font.size = Pt(8)
    parts.field(paragraph, "PAGE", 8)
    parts.write(paragraph, f" {_('of')} ").font.size = Pt(8)
    parts.field(paragraph, "NUMPAGES", 8)


def _appendix(document: Document, report: Report, progress: Progress) -> None:
    notes = Notes()
    heading = parts.heading(
        document, _("Appendix: point by point") if report.points else _("Appendix: goal by goal"), 1
    )
    heading.paragraph_format.page_break_before = True
    parts.add_facts(document, report.stamp)
    _contents(document, report)
    if report.points:
        _points(document, report, notes, progress)
    else:
        _goals(document, report, notes, progress)
    if notes.titles:
        parts.heading(document, _("Sources"), 2)
        for title, number in notes.titles.items():
            parts.add(document, f"[{number}] {title}", style="Source")


def _contents(document: Document, report: Report) -> None:
    """The list of contents, each line a link to its part."""
    parts.heading(document, _("Contents"), 2)
    for level, text, place in report.contents:
        paragraph = parts.add(document, style=f"Contents {level}")
        if place:
            parts.link(paragraph, place, text)
        else:
            parts.write(paragraph, text)


def _points(document: Document, report: Report, notes: Notes, progress: Progress) -> None:
    for number, point in enumerate(report.points, start=1):
        add_point(document, report, point, number, notes)
        progress(number / len(report.points))
    if report.others:
        parts.heading(document, _("Other questions from the board"), 2)
        add_asked(document, report.others)


def _goals(document: Document, report: Report, notes: Notes, progress: Progress) -> None:
    places = {goal.code: number for number, goal in enumerate(report.goals, start=1)}
    for area, goals in report.by_area():
        parts.heading(document, area, 2)
        for goal in goals:
            if not is_bare(goal):
                number = places[goal.code]
                parts.bookmark(parts.heading(document, goal.title, 3), report.anchors[goal.code], number)
                add_goal(document, goal_part(goal, notes, report.day), 3)
                progress(number / len(places))
        _bare(document, report, [goal for goal in goals if is_bare(goal)], places)


def _bare(document: Document, report: Report, goals: list[GoalStory], places: dict[str, int]) -> None:
    """The goals without indicator and verdict, a line each."""
    if goals:
        parts.heading(document, _("Goals without indicator or verdict"), 3)
    for goal in goals:
        line = parts.add(document, goal.title, style="List Bullet")
        parts.bookmark(line, report.anchors[goal.code], places[goal.code])


__all__ = ["TYPE", "anchor", "word_file"]
