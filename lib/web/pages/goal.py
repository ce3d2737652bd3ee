"""A goal's page as HTML: where the goal stands, its verdicts, its indicators and the goals below it."""

from collections.abc import Sequence
from html import escape

from lib.site import href
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.goal import GoalView, IndicatorView, goal_view
from lib.views.goal_text import paragraph
from lib.views.overview import VerdictRow
from lib.views.verdict_differences import explain, reasons
from lib.web.memory import kept
from lib.web.pages import indicator, parts
from lib.web.pages.overview import goal_cell
from lib.words.figures import STAGES
from lib.words.language import _, ngettext, period_name


@kept
def page(data: BoardData, code: str, choices: Choice) -> str:
    """The whole page of one goal."""
    view = goal_view(data, code, year=choices.year, gender=choices.gender)
    steps = neighbours(view, choices)
    blocks = (
        head(data, view, choices),
        verdicts(data, view.row.verdicts),
        indicators(data, view, choices),
        children(view, choices),
    )
    return steps + "".join(blocks) + steps


def indicators(data: BoardData, view: GoalView, choices: Choice) -> str:
    """Every indicator: those with a figure or a target as cards, the others as a list that opens."""
    title = escape(_("Indicators"))
    told = [one for one in view.indicators if one.leads]
    silent = [one for one in view.indicators if not one.leads]
    cards = "".join(indicator.card(data, one, choices) for one in told)
    body = f'<div class="mb-indicators">{cards}</div>{_silent(data, silent)}' if view.indicators else _no_indicators()
    return f"<section><h2>{title}</h2>{body}</section>"


def _silent(data: BoardData, views: Sequence[IndicatorView]) -> str:
    """The indicators that the source names without figure or target."""
    if not views:
        return ""
    label = ngettext(
        "{n} indicator without figure and target", "{n} indicators without figure and target", len(views)
    ).format(n=len(views))
    items = "".join(
        f"<li><strong>{escape(one.about.name)}</strong> {escape(one.about.definition)} "
        f'<span class="mb-quiet">{indicator.source(data, one.about.source, one.about.locator)}</span></li>'
        for one in views
    )
    return f"<details><summary>{escape(label)}</summary><ul>{items}</ul></details>"


def _no_indicators() -> str:
    text = _("No indicator is linked to this goal, so nothing can be computed.")
    return f'<p class="mb-quiet">{escape(text)}</p>'


def neighbours(view: GoalView, choices: Choice) -> str:
    """Links to the goals before and after in the order of the start page."""
    links = []
    if view.previous:
        address = href("/mal", choices.query(goal=view.previous.goal))
        links.append(parts.link(address, "← " + _("Previous goal"), "mb-previous"))
    if view.next:
        address = href("/mal", choices.query(goal=view.next.goal))
        links.append(parts.link(address, _("Next goal") + " →", "mb-next"))
    return f'<nav class="mb-steps" aria-label="{escape(_("Goals"))}">{" ".join(links)}</nav>'


def head(data: BoardData, view: GoalView, choices: Choice) -> str:
    """The goal itself: title, level in the hierarchy, status, and the facts about it."""
    goal = view.row.goal
    number = f"{goal.number}. " if goal.number else ""
    parents = " › ".join(parts.link(href("/mal", choices.query(goal=one.goal)), one.title) for one in view.parents)
    above = f'<p class="mb-path">{escape(_("Part of:"))} {parents}</p>' if parents else ""
    level = f'<p class="mb-level">{escape(goal.level)}</p>' if goal.level else ""
    mark = parts.differs() if view.row.agreement is False else ""
    status = (
        f'<p class="mb-answer">{escape(_("Verdict:"))} {parts.summary(view.row.summary, view.row.word)} '
        f"{escape(_('Computed from the figures:'))} {parts.goal_level(view.row.computed)} {mark}</p>"
    )
    short = f'<p class="mb-short" role="note" aria-label="{escape(_("In short"))}">{escape(paragraph(view))}</p>'
    why = _why(data, view, choices)
    return f"{above}<h1>{escape(number + goal.title)}</h1>{level}{status}{why}{short}{_facts(data, view)}"


def _why(data: BoardData, view: GoalView, choices: Choice) -> str:
    """Why the verdict is not the computed level, as far as the store can tell."""
    if view.row.agreement is not False:
        return ""
    said = reasons(explain(data, view.row, choices.year, choices.gender))
    return f'<p class="mb-quiet">{escape(_("Why they differ:"))} {escape(" ".join(said))}</p>'


def _facts(data: BoardData, view: GoalView) -> str:
    goal = view.row.goal
    area = data.areas[goal.area].name if goal.area in data.areas else ""
    return parts.definitions(
        (
            (_("What it means"), escape(goal.description)),
            (_("Area"), escape(area)),
            (_("Unit"), escape(data.unit_name(goal.unit))),
            (_("Responsible"), escape(goal.responsible)),
            (_("Follow-up"), escape(goal.follow_up)),
            (_("Holds for"), escape(_validity(goal.valid_from, goal.valid_to))),
            (_("Source"), indicator.source(data, goal.source, goal.locator)),
        )
    )


def _validity(first: object, last: object) -> str:
    if first is None and last is None:
        return ""
    return f"{first or ''} – {last or ''}".strip()


def children(view: GoalView, choices: Choice) -> str:
    """The goals right below, each with its verdict and computed level."""
    if not view.children:
        return ""
    rows = [
        [goal_cell(row, choices), parts.summary(row.summary, row.word), parts.goal_level(row.computed)]
        for row in view.children
    ]
    title = _("Goals below this one")
    table = parts.table([_("Goal"), _("Verdict"), _("Computed")], rows, caption=title)
    return f"<section><h2>{escape(title)}</h2>{table}</section>"


def verdicts(data: BoardData, rows: Sequence[VerdictRow]) -> str:
    """Every verdict with department, aspect, comment and place in the source."""
    caption = _("The board's verdicts")
    title = escape(caption)
    if not rows:
        none = escape(_("The source gives no verdict on this goal."))
        return f'<section><h2>{title}</h2><p class="mb-quiet">{none}</p></section>'
    headings = [_("Department"), _("Verdict"), _("Comment"), _("Source")]
    cells = [
        [
            escape(row.unit_name or _("Whole board"))
            + (f'<div class="mb-aspect">{escape(row.aspect)}</div>' if row.aspect else ""),
            parts.verdict(row.verdict, row.word)
            + f'<div class="mb-quiet">{escape(_(STAGES[row.stage]))}, {escape(period_name(row.period))}</div>',
            escape(row.comment),
            f'<span class="mb-quiet">{indicator.source(data, row.source, row.locator)}</span>',
        ]
        for row in rows
    ]
    return f"<section><h2>{title}</h2>{parts.table(headings, cells, caption=caption)}</section>"
