"""The goals of importance for sound financial management as a Word file of its own, for interim and annual reports.

Kommunallagen (2017:725) 11 kap. 6 §: goals for the finances and for the activity; lagen (2018:597) om kommunal
bokföring och redovisning has their evaluation in the management report.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO

from docx.document import Document

from lib.documents import word_parts as parts
from lib.documents.letter import deciding
from lib.documents.look import plain
from lib.documents.report import Report
from lib.documents.word_letter import add_looks
from lib.documents.word_template import own_document
from lib.rules.status import GoalLevel
from lib.tables.statutory import CHECK
from lib.views.actions import action_table
from lib.views.goal_story import GoalStory
from lib.views.selection import example_text
from lib.views.statuses import of_goal_level
from lib.views.text_table import TextCell, TextTable, status
from lib.words.language import _, day_name, language, ngettext


def economy_goals(report: Report) -> list[GoalStory]:
    """The goals that bear the mark, in the report's order."""
    return [goal for goal in report.goals if goal.view.row.goal.economy]


def economy_file(report: Report) -> bytes:
    """The report as a Word file; `report` has at least one goal with the mark."""
    goals, document = economy_goals(report), own_document()
    _about(document, report)
    parts.add(document, _("Goals of importance for sound financial management"), style="Title")
    parts.add(document, f"{report.board} · {day_name(report.day)}", style="Letterhead")
    if report.example:
        parts.write(parts.add(document), example_text(), bold=True)
    for text in _counted(goals):
        parts.add(document, text)
    parts.add_table(document, _table(goals))
    for goal in goals:
        _goal(document, goal, report)
    law = _("Kommunallagen (2017:725) 11 kap. 6 §; the management report under lagen (2018:597), 11 kap.")
    for text in (_("Made for: {law}").format(law=law), CHECK):
        parts.add(document, text, style="Source")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _counted(goals: Sequence[GoalStory]) -> Iterator[str]:
    """How many are met by the figures; whether the goals together are met is the board's to judge."""
    met = sum(goal.view.row.computed is GoalLevel.MET for goal in goals)
    pattern = ngettext(
        "By the figures {met} of {n} goal is met.", "By the figures {met} of {n} goals are met.", len(goals)
    )
    yield pattern.format(met=met, n=len(goals))
    unknown = sum(not goal.view.row.computed.is_judged for goal in goals)
    if unknown:
        pattern = ngettext("{n} goal cannot be judged by figures.", "{n} goals cannot be judged by figures.", unknown)
        yield pattern.format(n=unknown)


def _table(goals: Sequence[GoalStory]) -> TextTable:
    headings = (_("Goal"), _("Verdict"), _("Computed"), _("Figure"), _("Target"), _("Responsible"))
    rows = tuple(_row(goal) for goal in goals)
    return TextTable(_("The goals"), headings, rows).informative


def _row(goal: GoalStory) -> tuple[TextCell, ...]:
    figure, row = deciding(goal), goal.view.row
    return (
        TextCell(goal.title),
        status(goal.verdict),
        status(of_goal_level(row.computed)),
        TextCell(figure.dated if figure else "–"),
        TextCell((figure.limit or figure.target or "–") if figure else "–"),
        TextCell(row.goal.responsible or "–"),
    )


def _goal(document: Document, goal: GoalStory, report: Report) -> None:
    """A goal: its statuses, what its figures say, the comments of its verdicts, and what is done about it."""
    parts.heading(document, goal.title, 1)
    looks = [(_("Verdict"), goal.verdict)] if goal.verdict else []
    add_looks(parts.add(document), (*looks, (_("Computed"), of_goal_level(goal.view.row.computed))))
    for indicator in goal.indicators:
        for figure in indicator.figures:
            parts.add(document, f"{figure.about}: {figure.explanation}")
    for row in goal.view.row.verdicts:
        if row.comment:
            who = f"{row.unit_name}: " if row.unit_name else ""
            parts.add(document, f"{who}{row.comment}")
    actions = action_table(_("Actions"), goal.actions, report.day)
    if actions:
        parts.add_table(document, actions)


def _about(document: Document, report: Report) -> None:
    """The document's language, its properties, and the board and the page at the foot."""
    parts.set_language(document, language())
    about = document.core_properties
    about.title = plain(f"{_('Goals of importance for sound financial management')}: {report.board}")
    about.subject, about.author, about.comments, about.keywords = plain(report.line), plain(report.board), "", ""
    foot = document.sections[0].footer.paragraphs[0]
    parts.write(foot, f"{report.foot} · {_('page')} ")
    parts.field(foot, "PAGE", 8)
    parts.write(foot, f" {_('of')} ")
    parts.field(foot, "NUMPAGES", 8)
