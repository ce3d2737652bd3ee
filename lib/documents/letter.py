"""The letter that comes before the figures: what the board is asked to decide, how its goals stand, and what is missed.

A tjänsteskrivelse as Swedish boards know it: date, reference, officer, recipient, proposal, summary with the statuses,
the most important, a block a goal that is not met, children, equality, economy, and what it is founded on. A person's
own texts stand in the place of Målbild's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lib.tables.model import MeetingText
from lib.views.actions import ActionLine, ordered
from lib.views.goal_story import GoalStory, IndicatorStory
from lib.views.key_figure import KeyFigure
from lib.views.statuses import Look, of_goal_level
from lib.views.text_table import TextCell, TextTable, status
from lib.words.language import N_, _, day_name, join_names, named, ngettext

MOST_IMPORTANT, MOST_BLOCKS, MOST_GAPS, MOST_ACTIONS = 6, 8, 3, 4
LONGEST_COMMENT = 420
_WORST_FIRST = ("missed", "split", "nearly")
_MONEY = ("kr", "mnkr", "tkr", "kronor", "miljoner kronor")


class Occasion(StrEnum):
    """What the goals are followed up for."""

    FOLLOW_UP = ""
    INTERIM = "delar"
    ANNUAL = "bokslut"


OCCASIONS = {
    Occasion.FOLLOW_UP: N_("Follow-up"),
    Occasion.INTERIM: N_("Interim report"),
    Occasion.ANNUAL: N_("Annual report"),
}
_TITLES = {
    Occasion.FOLLOW_UP: N_("Follow-up of the board's goals"),
    Occasion.INTERIM: N_("Follow-up of the board's goals in the interim report"),
    Occasion.ANNUAL: N_("Follow-up of the board's goals in the annual report"),
}
_PROPOSALS = {
    Occasion.FOLLOW_UP: N_("{board} approves the follow-up of the goals."),
    Occasion.INTERIM: N_("{board} approves the interim follow-up of the goals and submits it to the executive board."),
    Occasion.ANNUAL: N_("{board} approves the annual follow-up of the goals and submits it to the executive board."),
}

Texts = Mapping[tuple[str, str], str]
"""What a person wrote, by the part of the papers and the goal ('' = the whole letter)."""
NONE_WRITTEN: Texts = {}


def texts_of(rows: Iterable[MeetingText], meeting: str) -> Texts:
    """The texts of a meeting's papers."""
    return {(row.part, row.goal): row.text for row in rows if row.meeting == meeting and row.text}


@dataclass(frozen=True, slots=True)
class Deviation:
    """A goal that is not met: its statuses, the figure that decides against its limit, why, and what is done."""

    goal: str
    title: str
    looks: tuple[tuple[str, Look], ...]
    figure: str
    comment: str
    risk: str
    action: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter. `facts` are date, reference, officer and recipient; `more` says what goals have no block.

    `sections` have a heading and paragraphs each; `statuses` is the table of all goals, those that matter for sound
    financial management first.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    proposal: tuple[str, ...]
    summary: tuple[str, ...]
    shares: tuple[tuple[str, int, str], ...]
    statuses: tuple[TextTable, ...]
    important: tuple[str, ...]
    deviations: tuple[Deviation, ...]
    more: str
    actions: TextTable | None
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    basis: tuple[str, ...]


def letter(
    board: str,
    goals: Sequence[GoalStory],
    texts: Texts,
    *,
    day: date,
    occasion: Occasion,
    totals: Sequence[str],
    shares: Sequence[tuple[str, int, str]],
    basis: Sequence[str],
    actions: TextTable | None = None,
) -> Letter:
    """The letter about some goals, in their order."""
    deviating = sorted((goal for goal in goals if _worst(goal)), key=_rank)
    told = deviating[:MOST_BLOCKS]
    own = [goal for goal in deviating if any((part, goal.code) in texts for part in ("comment", "risk", "action"))]
    told += [goal for goal in own if goal not in told]
    return Letter(
        title=_(_TITLES[occasion]),
        facts=tuple(_facts(texts, day, board)),
        proposal=proposal(board, texts, occasion),
        summary=_own(texts, "summary") or tuple(totals[1:] or totals),  # that there are so many goals is seen
        shares=tuple(shares),
        statuses=tuple(_statuses(goals)),
        important=tuple(map(_important, deviating[:MOST_IMPORTANT])),
        deviations=tuple(_deviation(goal, texts, day) for goal in told),
        more=_more([goal for goal in deviating if goal not in told]),
        actions=actions,
        sections=tuple(_sections(goals, texts)),
        basis=(*_own(texts, "basis"), *basis),
    )


def proposal(board: str, texts: Texts, occasion: Occasion = Occasion.FOLLOW_UP) -> tuple[str, ...]:
    """What the board is asked to decide."""
    return _own(texts, "proposal") or (_(_PROPOSALS[occasion]).format(board=f"{board}," if ", " in board else board),)


def _own(texts: Texts, part: str) -> tuple[str, ...]:
    """What a person wrote in a part, a paragraph a line."""
    return tuple(line.strip() for line in texts.get((part, ""), "").splitlines() if line.strip())


def _facts(texts: Texts, day: date, board: str) -> Iterator[tuple[str, str]]:
    terms = (
        (_("Date"), day_name(day)),
        (_("Reference number"), texts.get(("reference", ""), "")),
        (_("Officer"), texts.get(("officer", ""), "")),
        (_("To"), texts.get(("recipient", ""), "") or board),
    )
    return ((term, text) for term, text in terms if text)


def _worst(goal: GoalStory) -> str:
    """The tone of a goal that is not met, by the board's verdict or else by its figures; '' of the others."""
    names = {look.name for look in (goal.verdict, goal.computed) if look}
    return next((name for name in _WORST_FIRST if name in names), "")


def _rank(goal: GoalStory) -> tuple[bool, int]:
    return not goal.view.row.goal.economy, _WORST_FIRST.index(_worst(goal))


def _statuses(goals: Sequence[GoalStory]) -> Iterator[TextTable]:
    """All goals with their statuses and the figure that decides: those of weight for the economy in a table first."""
    first = [goal for goal in goals if goal.view.row.goal.economy]
    rest = [goal for goal in goals if goal not in first]
    heading = _("Goals of importance for sound financial management")
    for caption, some in ((heading, first), (_("Other goals") if first else _("The goals"), rest)):
        if some:
            rows = tuple(_status_row(goal) for goal in some)
            headings = (_("Goal"), _("Verdict"), _("Computed"), _("Figure"), _("Target"))
            yield TextTable(caption, headings, rows).informative


def _status_row(goal: GoalStory) -> tuple[TextCell, ...]:
    figure = deciding(goal)
    return (
        TextCell(goal.title, address=goal.code),
        status(goal.verdict),
        status(of_goal_level(goal.view.row.computed)),
        TextCell(figure.dated if figure else "–"),
        TextCell((figure.limit or figure.target or "–") if figure else "–"),
    )


def deciding(goal: GoalStory) -> KeyFigure | None:
    """The figure that the goal's row shows on the start page."""
    lead = goal.view.row.lead
    if lead is None:
        return None
    pairs = (
        (ours, figure) for one in goal.indicators for ours, figure in zip(one.view.leads, one.figures, strict=True)
    )
    return next((figure for ours, figure in pairs if ours.series is lead.series and ours.judged.point), None)


def _important(goal: GoalStory) -> str:
    """A goal with what its worst figure says, or else its status."""
    look = goal.verdict if goal.verdict and goal.verdict.name in _WORST_FIRST else goal.computed
    return goal.told or named(goal.title, f"{look.word}.")


def _deviation(goal: GoalStory, texts: Texts, day: date) -> Deviation:
    looks = [(_("Verdict"), goal.verdict)] if goal.verdict else []
    figures = [figure for one in goal.indicators for figure in one.figures if figure.look]
    bad = [figure for name in _WORST_FIRST for figure in figures if figure.look and figure.look.name == name]
    return Deviation(
        goal=goal.code,
        title=goal.title,
        looks=(*looks, (_("Computed"), of_goal_level(goal.view.row.computed))),
        figure=" ".join(figure.told for figure in (bad or figures)[: 2 if bad else 1]),
        comment=texts.get(("comment", goal.code), "") or _comment(goal),
        risk=texts.get(("risk", goal.code), ""),
        action=_action(goal, texts) or _acted(goal, day),
    )


def _comment(goal: GoalStory) -> str:
    """The board's own words about its verdict, those of the last period; whose they are where they are several."""
    rows = [row for row in goal.view.row.verdicts if row.comment]
    last = max((row.period.end for row in rows), default=None)
    newest = [row for row in rows if row.period.end == last]
    text = " ".join(
        f"{', '.join(filter(None, (row.unit_name, row.aspect)))}: {row.comment}"
        if len(newest) > 1 and (row.unit_name or row.aspect)
        else row.comment
        for row in newest
    )
    return text if len(text) <= LONGEST_COMMENT else f"{text[:LONGEST_COMMENT].rpartition(' ')[0].rstrip(' ,.;:')} …"


def _action(goal: GoalStory, texts: Texts) -> str:
    """What is done, who does it and when it is done."""
    what, who, when = (texts.get((part, goal.code), "") for part in ("action", "responsible", "due"))
    by = [
        pattern.format(text=text)
        for pattern, text in ((_("Responsible: {text}"), who), (_("Due: {text}"), when))
        if text
    ]
    return " ".join(filter(None, (what, f"{'. '.join(by)}." if by else "")))


def _acted(goal: GoalStory, day: date) -> str:
    """The actions that are going on for a goal, as they are kept, late ones first."""
    open_ones = [line for line in ordered(goal.actions, day) if line.action.is_open]
    return " ".join(_told_action(line, day) for line in open_ones[:MOST_ACTIONS])


def _told_action(line: ActionLine, day: date) -> str:
    """'Två familjebehandlare till. Ansvarig: Barn och familj. Klart: 1 januari 2027 (12 dagar sen).'."""
    action = line.action
    due = day_name(action.due) if action.due else ""
    late = f" ({line.state(day).word})" if action.is_late(day) else ""
    terms = ((_("Responsible: {text}"), action.responsible), (_("Due: {text}"), f"{due}{late}"))
    parts = [action.text.rstrip("."), *(pattern.format(text=text) for pattern, text in terms if text)]
    return f"{'. '.join(parts)}."


def _more(goals: Sequence[GoalStory]) -> str:
    if not goals:
        return ""
    text = ngettext(
        "{n} more goal is not wholly met: {goals}.", "{n} more goals are not wholly met: {goals}.", len(goals)
    )
    shown = [goal.view.row.goal.number or goal.title for goal in goals]
    return text.format(n=len(goals), goals=join_names(shown))


def _sections(goals: Sequence[GoalStory], texts: Texts) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Children, equality and economy: a person's words, else what the figures say, else nothing."""
    indicators = {one.view.about.code: one for goal in goals for one in goal.indicators}.values()
    gaps = [named(one.name, one.gap) for one in indicators if one.gap]
    children = [one for one in indicators if one.view.about.about_children]
    money = [one for one in indicators if one.view.about.unit_of_measure in _MONEY]
    sections = (
        (_("Children's perspective"), _own(texts, "children") or tuple(_told(children)[:MOST_GAPS])),
        (_("Equality"), _own(texts, "equality") or tuple(gaps[:MOST_GAPS])),
        (_("Economy"), _own(texts, "economy") or tuple(_told(money)[:MOST_GAPS])),
    )
    return ((heading, paragraphs) for heading, paragraphs in sections if paragraphs)


def _told(indicators: Iterable[IndicatorStory]) -> list[str]:
    return [figure.told for one in indicators for figure in one.figures[:1] if figure.period]
