"""What is done about goals, in words: an action with its state, who answers for it, and what the figures were since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lib.rules.actions import Action, ActionChange, ActionState, in_order
from lib.rules.series import OUTCOME, Point, Series
from lib.site import GOAL, href
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.statuses import Look
from lib.views.text_table import TextCell, TextTable, status
from lib.words.actions import STATES
from lib.words.figures import point_text
from lib.words.language import _, day_name, ngettext, period_name

# An action's state has the icons and colours of statuses, but is none.
_TONES = {
    ActionState.PLANNED: ("none", "–"),
    ActionState.ONGOING: ("later", "…"),
    ActionState.DONE: ("met", "✔"),
    ActionState.STOPPED: ("none", "–"),
}
LATE = ("missed", "✖")


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action. `when` says its days, `decided` what was decided and where, `since` the figures from before and after.

    `since` is '' where no indicator is expected to change; it says what followed and not why.
    """

    action: Action
    when: str
    decided: str
    expected: str
    since: str

    def state(self, day: date) -> Look:
        """Its state as it is told on a day."""
        return state_of(self.action, day)


def action_lines(data: BoardData, actions: Iterable[Action]) -> tuple[ActionLine, ...]:
    """Actions in words."""
    return tuple(
        ActionLine(action, _when(action), _decided(data, action), _expected(data, action), since(data, action))
        for action in actions
    )


def ordered(lines: Iterable[ActionLine], day: date) -> list[ActionLine]:
    """Actions as one asks about them on a day: late ones first, those that have ended last."""
    of = {line.action: line for line in lines}
    return [of[action] for action in in_order(of, day)]


def state_of(action: Action, day: date) -> Look:
    """An action's state, or how late it is."""
    if action.is_late(day) and action.due:
        days = (day - action.due).days
        return Look(ngettext("{n} day late", "{n} days late", days).format(n=days), *LATE)
    return Look(_(STATES[action.state]), *_TONES[action.state])


def _when(action: Action) -> str:
    """'påbörjad 1 mars 2026 · klar senast 30 juni 2026'."""
    days = (
        (_("begun {day}"), action.begun),
        (_("due {day}"), action.due),
        (_("stopped {day}") if action.state is ActionState.STOPPED else _("done {day}"), action.ended),
    )
    return " · ".join(text.format(day=day_name(day)) for text, day in days if day)


def _decided(data: BoardData, action: Action) -> str:
    """The decision, with the meeting and the paragraph of its protocol."""
    meeting = next((row for row in data.meetings if row.meeting == action.meeting), None)
    place = ", ".join(filter(None, (day_name(meeting.date) if meeting else action.meeting, action.paragraph)))
    return " ".join(filter(None, (action.decision, f"({place})" if place else "")))


def _expected(data: BoardData, action: Action) -> str:
    about = data.indicators.get(action.indicator)
    return ": ".join(filter(None, (about.name if about else "", action.effect)))


def since(data: BoardData, action: Action) -> str:
    """The last figure before an action began and the newest after, of the indicator that it should change."""
    series = _series(data, action)
    if series is None or action.begun is None:
        return ""
    figures = [point for point in series.outcomes() if point.measure]
    before = [point for point in figures if point.period.end < action.begun]
    after = [point for point in figures if point.period.start >= action.begun]
    if before and series.about.depends_on_length:
        after = [point for point in after if point.period.months == before[-1].period.months]
    if not after:
        return _("No figure yet from the time after it began.")
    now = _figure(after[-1], series)
    return _("Before: {before}. Since: {now}.").format(before=_figure(before[-1], series) if before else "–", now=now)


def _figure(point: Point, series: Series) -> str:
    return f"{point_text(point, series.about)} ({period_name(point.period, short=True)})"


def _series(data: BoardData, action: Action) -> Series | None:
    """The series of the action's unit, else of the whole board, of everybody."""
    there = [row for row in data.of_indicator(action.indicator) if row.gender == "T" and row.unit in ("", action.unit)]
    return next((row for row in reversed(there) if any(point.kind == OUTCOME for point in row.points)), None)


def action_table(caption: str, lines: Sequence[ActionLine], day: date) -> TextTable | None:
    """The actions of a goal as they stand on a day, for a paper; None where there are none."""
    rows = tuple(
        (
            TextCell(line.action.text),
            status(line.state(day)),
            TextCell(line.action.responsible or "–"),
            TextCell(line.when or "–"),
            TextCell(line.decided or "–"),
            TextCell(" ".join(filter(None, (line.expected, line.since))) or "–"),
        )
        for line in ordered(lines, day)
    )
    headings = (_("Action"), _("State"), _("Responsible"), _("When"), _("Decision"), _("Expected effect"))
    return TextTable(caption, headings, rows).informative if rows else None


def changed_table(
    data: BoardData, changes: Sequence[ActionChange], late: Sequence[Action], day: date, choice: Choice | None
) -> TextTable | None:
    """Actions as one asks about them: late, done since, stopped, put off, new, otherwise changed. None without any.

    With a choice each leads to its goal.
    """
    rows = tuple(_row(data, action, what, day, choice) for action, what in told(changes, late, day))
    headings = (_("Action"), _("Goal"), _("State"), _("Responsible"), _("Due"), _("Since then"))
    return TextTable(_("Actions"), headings, rows).informative if rows else None


def told(changes: Sequence[ActionChange], late: Sequence[Action], day: date) -> list[tuple[Action, str]]:
    """Actions with what has become of each, in words; one that is late and changed is told once."""
    words = {change.action.code: what_became(change) for change in changes}
    rows = [(action, words.get(action.code, "")) for action in late]
    there = {action.code for action in late}
    rest = sorted(
        (change for change in changes if change.action.code not in there),
        key=lambda change: (not change.is_done, not change.is_stopped, not change.is_postponed),
    )
    return [*rows, *((change.action, words[change.action.code]) for change in rest)]


def what_became(change: ActionChange) -> str:
    """What has become of an action, in a few words."""
    if change.after is None:
        return _("taken away")
    if change.is_done:
        return _("done")
    if change.is_stopped:
        return _("stopped")
    if change.before is None:
        return _("new")
    if change.is_postponed and change.before.due:
        return _("put off, was due {day}").format(day=day_name(change.before.due))
    if change.before.state is not change.after.state:
        return f"{_(STATES[change.before.state])} → {_(STATES[change.after.state])}"
    return _("changed")


def _row(data: BoardData, action: Action, what: str, day: date, choice: Choice | None) -> tuple[TextCell, ...]:
    goal = data.goals.get(action.goal)
    address = href(GOAL, choice.query(goal=action.goal)) if goal and choice else ""
    return (
        TextCell(action.text),
        TextCell(f"{goal.number} {goal.title}".strip() if goal else action.goal, address=address),
        status(state_of(action, day)),
        TextCell(action.responsible or "–"),
        TextCell(day_name(action.due) if action.due else "–"),
        TextCell(what or "–"),
    )
