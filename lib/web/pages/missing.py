"""The list of figures, targets and verdicts missing before the next meeting: a table of each kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.rules.series import Series
from lib.site import GOAL, href
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.missing import Missing
from lib.views.text_table import TextCell, TextTable
from lib.web.render import render
from lib.words.figures import gender_text, point_text
from lib.words.language import _, period_name
from lib.words.targets import target_text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of what may be missing: its heading, the line where nothing is, and the table."""

    title: str
    none: str
    table: TextTable


def page(data: BoardData, report: Missing, choice: Choice) -> str:
    """The list of figures, targets and verdicts missing before the next meeting, a table of each kind."""
    late = [
        (
            *_of(data, figure.goal, figure.series, choice),
            TextCell(period_name(figure.awaited)),
            TextCell(point_text(figure.newest, figure.series.about), note=period_name(figure.newest.period)),
        )
        for figure in report.overdue
    ]
    undated = [
        (*_of(data, target.goal, target.series, choice), TextCell(target_text(target.span, target.series.about)))
        for target in report.undated
    ]
    unjudged = [
        (TextCell(goal.title, address=href(GOAL, choice.query(goal=goal.goal))), TextCell(goal.responsible))
        for goal in report.gaps.goals_without_verdict
    ]
    of = (_("Indicator"), _("Goal"), _("Of what"))
    kinds = (
        _kind(_("Figures that are overdue"), _("No figure is overdue."), (*of, _("Awaited"), _("Newest")), late),
        _kind(_("Targets without a year"), _("Every target says when it is valid."), (*of, _("Target")), undated),
        _kind(_("Goals without a verdict"), _("Every goal has a verdict."), (_("Goal"), _("Responsible")), unjudged),
    )
    return render("missing", kinds=kinds)


def _kind(title: str, none: str, headings: tuple[str, ...], rows: Sequence[tuple[TextCell, ...]]) -> Kind:
    return Kind(title, none, TextTable(title, headings, tuple(rows)))


def _of(data: BoardData, goal: str, series: Series, choice: Choice) -> tuple[TextCell, TextCell, TextCell]:
    """The indicator, the goal that it measures, and for whom."""
    about = TextCell("")
    if goal in data.goals:
        about = TextCell(data.goals[goal].title, address=href(GOAL, choice.query(goal=goal)))
    gender = "" if series.gender == "T" else gender_text(series.gender, series.about)
    whom = ", ".join(filter(None, (series.unit_name, gender))) or _("Whole board")
    return TextCell(series.about.name), about, TextCell(whom)
