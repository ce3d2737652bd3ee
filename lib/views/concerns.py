"""The cards of the start page that a board member may ask about: at most four, and none where there is no reason to.

Actions that are late, what misses its target and is worsening, what changed since the last meeting, where verdict and
figures differ, and what is overdue, by the rules of attention, changes and overview.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lib.rules.series import Series
from lib.site import CHANGED, GOAL, SOURCES, href
from lib.views.actions import state_of
from lib.views.attention import Overdue
from lib.views.board import BoardData
from lib.views.cards import TrendCard, series_card, trends_address
from lib.views.changes import GoalChange
from lib.views.changes_page import ACTIONS
from lib.views.changes_text import ChangeReport, by_certainty, late_actions, overdue
from lib.views.choice import Choice
from lib.views.key_figure import series_name
from lib.views.leads import Lead
from lib.views.overview import GoalRow, Overview
from lib.views.statuses import Look, of_goal_level, of_summary
from lib.words.language import _, ngettext, period_name

MOST = 4
# The rows of a card that is a list.
ROWS = 3


@dataclass(frozen=True, slots=True)
class ListRow:
    """What a card lists: a title that leads on, a verdict and a computed status where there are any, and words."""

    title: str
    address: str
    number: str = ""
    verdict: Look | None = None
    computed: Look | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class ListCard:
    """A card that lists goals or series; `more` leads to the page that has all of them."""

    kicker: str
    icon: str
    tone: str
    title: str
    rows: tuple[ListRow, ...]
    more: str
    address: str


Card = TrendCard | ListCard


def concerns(view: Overview, report: ChangeReport, choice: Choice) -> tuple[Card, ...]:
    """The cards: late actions, then those of single goals.

    What misses its target and is worsening takes the places left over.
    """
    rows = {row.goal.goal: row for row in view.rows}
    changed = list(_changed(rows, report, choice))
    lists = [*_differing(view, choice), *_overdue(report, choice)]
    late = list(_late_actions(report, choice))
    room = MOST - len(late) - len(changed) - len(lists)
    worse = list(_worsening(rows, report, choice))[: max(room, 0)]
    return (*late, *worse, *changed, *lists)[:MOST]


def _late_actions(report: ChangeReport, choice: Choice) -> Iterator[ListCard]:
    """The actions that should have been done, the longest late first."""
    if not report.late:
        return
    rows = tuple(
        ListRow(
            action.text,
            href(GOAL, choice.query(goal=action.goal)),
            text=", ".join(filter(None, (state_of(action, report.day).word, action.responsible))),
        )
        for action in report.late[:ROWS]
    )
    address = f"{href(CHANGED, choice.query())}#{ACTIONS}"
    yield ListCard(
        _("action not done in time"),
        "calendar",
        "missed",
        late_actions(len(report.late)),
        rows,
        _("All actions"),
        address,
    )


def _worsening(rows: Mapping[str, GoalRow], report: ChangeReport, choice: Choice) -> Iterator[TrendCard]:
    """A card for each goal with a target missed and worsening with certainty, what matters most first."""
    certain, _others = by_certainty(report.worsening)
    seen: set[str] = set()
    for match in certain:
        name = match.goal or match.series.about.code
        if name not in seen:
            seen.add(name)
            lead = Lead(match.series, match.judged)
            goal = rows[match.goal].goal if match.goal in rows else None
            yield series_card(
                report.data, lead, goal, choice, kicker=_("not met and worsening"), icon="worsening", tone="missed"
            )


def _changed(rows: Mapping[str, GoalRow], report: ChangeReport, choice: Choice) -> Iterator[TrendCard | ListCard]:
    """The goals with another status than at the last meeting: the one that has a figure alone, else a list of them."""
    goals = [change for change in report.changes.goals if change.goal in rows] if report.changes else []
    if report.since is None or not goals:
        return
    ordered = sorted(goals, key=lambda change: (change.better is not False, change.better is None))
    title = ngettext("{n} goal has another status", "{n} goals have another status", len(goals)).format(n=len(goals))
    kicker = _("changed since the last meeting")
    row = rows[ordered[0].goal]
    if len(goals) == 1 and row.lead is not None:
        sentence = _move(ordered[0])
        tone = of_goal_level(row.computed).name
        yield series_card(
            report.data, row.lead, row.goal, choice, kicker=kicker, icon="changed", tone=tone, sentence=sentence
        )
        return
    listed = tuple(_goal_row(rows[change.goal], choice, text=_move(change)) for change in ordered[:ROWS])
    yield ListCard(kicker, "changed", "unknown", title, listed, _("All changes"), href(CHANGED, choice.query()))


def _move(change: GoalChange) -> str:
    """From what status to what, by the figures and by the verdict, in sentences."""
    (old, new), (was, now) = change.levels, change.verdicts
    sentences = []
    if old is None or was is None:
        return _("The goal is new.")
    if new is not None and old != new:
        pattern = _("By the figures: from {before} to {after}.")
        sentences.append(pattern.format(before=of_goal_level(old).word, after=of_goal_level(new).word))
    if now is not None and was != now:
        pattern = _("Verdict: from {before} to {after}.")
        sentences.append(pattern.format(before=of_summary(was).word, after=of_summary(now).word))
    return " ".join(sentences)


def _goal_row(row: GoalRow, choice: Choice, *, statuses: bool = False, text: str = "") -> ListRow:
    return ListRow(
        title=row.goal.title,
        address=href(GOAL, choice.query(goal=row.goal.goal)),
        number=row.goal.number,
        verdict=of_summary(row.summary, row.word) if statuses else None,
        computed=of_goal_level(row.computed) if statuses else None,
        text=text,
    )


def _differing(view: Overview, choice: Choice) -> Iterator[ListCard]:
    differing = view.differing
    if not differing:
        return
    count = len(differing)
    title = ngettext("{n} goal is judged otherwise", "{n} goals are judged otherwise", count).format(n=count)
    rows = tuple(_goal_row(row, choice, statuses=True) for row in differing[:ROWS])
    kicker, why = _("verdict and figures differ"), _("Why they differ")
    yield ListCard(kicker, "differs", "split", title, rows, why, href(SOURCES, choice.query()))


def _overdue(report: ChangeReport, choice: Choice) -> Iterator[ListCard]:
    by_indicator: dict[tuple[str, object], list[Overdue]] = {}
    for late in report.overdue:
        by_indicator.setdefault((late.series.about.code, late.awaited), []).append(late)
    if not by_indicator:
        return
    rows = tuple(_late(report.data, group, choice) for group in list(by_indicator.values())[:ROWS])
    title = overdue(len(by_indicator))
    yield ListCard(
        _("has not come"), "calendar", "unknown", title, rows, _("All that is overdue"), href(CHANGED, choice.query())
    )


def _late(data: BoardData, group: Sequence[Overdue], choice: Choice) -> ListRow:
    late, about = group[0], group[0].series.about
    text = _("awaited for {period}").format(period=period_name(late.awaited))
    if len(group) == 1:
        return ListRow(series_name(late.series), trends_address(data, late.series, choice), text=text)
    units = ngettext("{n} unit", "{n} units", len(group)).format(n=len(group))
    address = trends_address(data, Series(about, "", "", "T"), choice)
    return ListRow(about.name, address, text=f"{text}, {units}")
