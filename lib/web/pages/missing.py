"""The list of figures, targets and verdicts missing before the next meeting, as HTML: a table of each kind."""

from html import escape

from lib.rules.series import Series
from lib.site import GOAL, href
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.missing import Missing
from lib.web.pages import parts
from lib.web.pages.parts import section
from lib.words.figures import gender_text, point_text, target_text
from lib.words.language import _, period_name


def page(data: BoardData, report: Missing, choice: Choice) -> str:
    """The list of figures, targets and verdicts missing before the next meeting, a table of each kind."""
    late = [
        [
            _of(data, figure.goal, figure.series.about.name, choice),
            _whom(figure.series),
            escape(period_name(figure.awaited)),
            f"{escape(point_text(figure.newest, figure.series.about))}"
            f'<div class="mb-quiet">{escape(period_name(figure.newest.period))}</div>',
        ]
        for figure in report.overdue
    ]
    undated = [
        [
            _of(data, target.goal, target.series.about.name, choice),
            _whom(target.series),
            escape(target_text(target.span, target.series.about)),
        ]
        for target in report.undated
    ]
    unjudged = [
        [parts.link(href(GOAL, choice.query(goal=goal.goal)), goal.title), escape(goal.responsible)]
        for goal in report.gaps.goals_without_verdict
    ]
    return (
        section(
            _("Figures that are overdue"),
            _("How many: {n}.").format(n=len(late)) if late else _("No figure is overdue."),
            [_("Indicator"), _("Of what"), _("Awaited"), _("Newest")],
            late,
        )
        + section(
            _("Targets without a year"),
            _("How many: {n}.").format(n=len(undated)) if undated else _("Every target says when it is valid."),
            [_("Indicator"), _("Of what"), _("Target")],
            undated,
        )
        + section(
            _("Goals without a verdict"),
            _("How many: {n}.").format(n=len(unjudged)) if unjudged else _("Every goal has a verdict."),
            [_("Goal"), _("Responsible")],
            unjudged,
        )
    )


def _of(data: BoardData, goal: str, name: str, choice: Choice) -> str:
    if goal not in data.goals:
        return escape(name)
    link = parts.link(href(GOAL, choice.query(goal=goal)), data.goals[goal].title)
    return f'{escape(name)}<div class="mb-quiet">{link}</div>'


def _whom(series: Series) -> str:
    gender = "" if series.gender == "T" else gender_text(series.gender, series.about)
    return escape(", ".join(filter(None, (series.unit_name, gender)))) or escape(_("Whole board"))
