"""A goal's page as HTML: where the goal stands, its verdicts, its indicators and the goals below it."""

from collections.abc import Sequence
from html import escape

from lib.site import GOAL, href
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.goal import GoalView
from lib.views.goal_story import GoalStory, IndicatorStory, goal_story
from lib.views.verdict_differences import explain, reasons
from lib.web.memory import page_cache
from lib.web.pages import indicator, parts
from lib.web.pages.overview import goal_cell
from lib.words.language import _, ngettext


@page_cache
def page(data: BoardData, code: str, choice: Choice) -> str:
    """The whole page of one goal."""
    story = goal_story(data, code, choice)
    steps = neighbours(story.view, choice)
    blocks = (
        head(data, story, choice),
        verdicts(story),
        indicators(data, story, choice),
        children(story.view, choice),
    )
    return steps + "".join(blocks) + steps


def indicators(data: BoardData, story: GoalStory, choice: Choice) -> str:
    """Every indicator: those with a figure or a target as cards, the others as a list that opens."""
    title = escape(_("Indicators"))
    cards = "".join(indicator.card(data, outcome, choice) for outcome in story.indicators if outcome.is_reported)
    silent = _silent([outcome for outcome in story.indicators if not outcome.is_reported])
    body = f'<div class="mb-indicators">{cards}</div>{silent}' if story.indicators else _no_indicators()
    return f"<section><h2>{title}</h2>{body}</section>"


def _silent(stories: Sequence[IndicatorStory]) -> str:
    """The indicators that the source names without figure or target."""
    if not stories:
        return ""
    label = ngettext(
        "{n} indicator without figure and target", "{n} indicators without figure and target", len(stories)
    ).format(n=len(stories))
    items = "".join(
        f"<li><strong>{escape(outcome.name)}</strong> {escape(outcome.view.about.definition)} "
        f'<span class="mb-quiet">{escape(outcome.source)}</span></li>'
        for outcome in stories
    )
    return f"<details><summary>{escape(label)}</summary><ul>{items}</ul></details>"


def _no_indicators() -> str:
    text = _("No indicator is linked to this goal, so nothing can be computed.")
    return f'<p class="mb-quiet">{escape(text)}</p>'


def neighbours(view: GoalView, choice: Choice) -> str:
    """Links to the goals before and after in the order of the start page."""
    links = []
    if view.previous:
        address = href(GOAL, choice.query(goal=view.previous.goal))
        links.append(parts.link(address, "← " + _("Previous goal"), "mb-previous"))
    if view.next:
        address = href(GOAL, choice.query(goal=view.next.goal))
        links.append(parts.link(address, _("Next goal") + " →", "mb-next"))
    return f'<nav class="mb-steps" aria-label="{escape(_("Goals"))}">{" ".join(links)}</nav>'


def head(data: BoardData, story: GoalStory, choice: Choice) -> str:
    """The goal itself: title, level in the hierarchy, status, and the facts about it."""
    view = story.view
    parents = " › ".join(
        parts.link(href(GOAL, choice.query(goal=parent.goal)), parent.title) for parent in view.parents
    )
    above = f'<p class="mb-path">{escape(_("Part of:"))} {parents}</p>' if parents else ""
    level = f'<p class="mb-level">{escape(story.level)}</p>' if story.level else ""
    status = (
        f'<p class="mb-answer">{escape(_("Verdict:"))} {parts.summary(view.row.summary, view.row.word)} '
        f"{escape(_('Computed from the figures:'))} {parts.status(story.computed)} "
        f"{parts.differs() if story.differs else ''}</p>"
    )
    short = f'<p class="mb-short" role="note" aria-label="{escape(_("In short"))}">{escape(story.paragraph)}</p>'
    why = _reasons_note(data, view, choice)
    return f"{above}<h1>{escape(story.title)}</h1>{level}{status}{why}{short}{_facts(story)}"


def _reasons_note(data: BoardData, view: GoalView, choice: Choice) -> str:
    """The reasons that the verdict differs from the computed level, as far as the data show."""
    if view.row.agreement is not False:
        return ""
    causes = reasons(explain(data, view.row, choice.year, choice.gender))
    return f'<p class="mb-quiet">{escape(_("Why they differ:"))} {escape(" ".join(causes))}</p>'


def _facts(story: GoalStory) -> str:
    """The facts, but the goal's level, which stands below its title."""
    facts = [(term, escape(text)) for term, text in story.facts if text != story.level]
    return parts.definitions([*facts, (_("Area"), escape(story.area)), (_("Source"), escape(story.source))])


def children(view: GoalView, choice: Choice) -> str:
    """The goals right below, each with its verdict and computed level."""
    if not view.children:
        return ""
    rows = [
        [goal_cell(row, choice), parts.summary(row.summary, row.word), parts.computed(row)] for row in view.children
    ]
    title = _("Sub-goals")
    table = parts.table([_("Goal"), _("Verdict"), _("Computed")], rows, caption=title)
    return f"<section><h2>{escape(title)}</h2>{table}</section>"


def verdicts(story: GoalStory) -> str:
    """Every verdict with department, aspect, comment and place in the source."""
    title = escape(_("The board's verdicts"))
    none = f'<p class="mb-quiet">{escape(_("The source gives no verdict on this goal."))}</p>'
    table = parts.text_table(story.verdicts) if story.verdicts else none
    return f"<section><h2>{title}</h2>{table}</section>"
