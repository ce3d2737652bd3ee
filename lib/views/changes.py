"""The changes in a board between two of its states: statuses, figures, targets and verdicts, before and after.

Pure over two boards as read. What both have alike is left out, so a board compared with itself gives nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date

from lib.rules.actions import Action, ActionChange, action_changes
from lib.rules.series import Judged, Point, Series, TargetSpan
from lib.rules.status import GoalLevel, Level
from lib.tables.model import Assessment, Goal
from lib.views.board import BoardData
from lib.views.choice import ALL, Choice, goal_of, in_area, in_goals_of, judged, speaking
from lib.views.inherited_targets import SeriesKey
from lib.views.overview import GoalRow, Summary, VerdictRow, goal_row, verdict_row

_ORDER = (Level.MISSED, Level.NEARLY, Level.MET)
_GOAL_ORDER = (GoalLevel.MISSED, GoalLevel.PARTLY, GoalLevel.MET)


@dataclass(frozen=True, slots=True)
class GoalChange:
    """A goal whose computed level or verdict changed. None before = a new goal, None after = one that is gone.

    `rows` are the goal as it was and is, with what its levels rest on.
    """

    goal: str
    title: str
    levels: tuple[GoalLevel | None, GoalLevel | None]
    verdicts: tuple[Summary | None, Summary | None]
    rows: tuple[GoalRow | None, GoalRow | None] = field(default=(None, None), compare=False)

    @property
    def better(self) -> bool | None:
        """Whether the computed level went up; None if it did neither."""
        return _went_up(_GOAL_ORDER, *self.levels)


@dataclass(frozen=True, slots=True)
class LevelChange:
    """A series whose computed level changed, with both judgements (None = there was no such series)."""

    goal: str
    series: Series
    before: Judged | None
    after: Judged | None

    @property
    def levels(self) -> tuple[Level, Level]:
        """From what level to what."""
        return _level(self.before), _level(self.after)

    @property
    def better(self) -> bool | None:
        """Whether the level went up; None where either cannot be said."""
        return _went_up(_ORDER, *self.levels)


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that is new (nothing before), withdrawn (nothing after) or revised."""

    goal: str
    series: Series
    before: Point | None
    after: Point | None


@dataclass(frozen=True, slots=True)
class TargetChange:
    """A target that is new (nothing before), gone (nothing after) or changed."""

    goal: str
    series: Series
    before: TargetSpan | None
    after: TargetSpan | None


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A verdict that is new (nothing before), withdrawn (nothing after) or changed."""

    goal: str
    title: str
    before: VerdictRow | None
    after: VerdictRow | None


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed, each kind in the board's own order."""

    goals: tuple[GoalChange, ...] = ()
    levels: tuple[LevelChange, ...] = ()
    new: tuple[FigureChange, ...] = ()
    revised: tuple[FigureChange, ...] = ()
    withdrawn: tuple[FigureChange, ...] = ()
    targets: tuple[TargetChange, ...] = ()
    verdicts: tuple[VerdictChange, ...] = ()
    actions: tuple[ActionChange, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))

    def touched(self, data: BoardData) -> set[str]:
        """The codes of the goals that anything changed for: status or verdict, or a figure or target of theirs."""
        figures = [*self.new, *self.revised, *self.withdrawn]
        series = [change.series for change in figures]
        series += [change.series for change in self.levels] + [change.series for change in self.targets]
        measured = {goal.goal for each in series for goal in data.goals_of(each.about.code)}
        acted = {change.action.goal for change in self.actions}
        return measured | acted | {change.goal for change in self.goals} | {change.goal for change in self.verdicts}


def changes(before: BoardData, after: BoardData, choice: Choice = ALL) -> Changes:
    """The changes from one state of a board to another, within a choice."""
    figures = list(_figures(before, after, choice))
    return Changes(
        goals=tuple(_goals(before, after, choice)),
        levels=tuple(_levels(before, after, choice)),
        new=tuple(change for change in figures if change.before is None),
        revised=tuple(change for change in figures if change.before and change.after),
        withdrawn=tuple(change for change in figures if change.after is None),
        targets=tuple(_targets(before, after, choice)),
        verdicts=tuple(_verdicts(before, after, choice)),
        actions=action_changes(actions_in(before, choice.area), actions_in(after, choice.area)),
    )


def actions_in(data: BoardData, area: str) -> list[Action]:
    """The actions for the goals of an area ('' = all)."""
    return [action for action in data.actions if in_goals_of(data, action.goal, area)]


def _level(verdict: Judged | None) -> Level:
    return verdict.judgement.level if verdict else Level.UNKNOWN


def _went_up(order: tuple[object, ...], old: object, new: object) -> bool | None:
    if old == new or old not in order or new not in order:
        return None
    return order.index(new) > order.index(old)


def _goals(before: BoardData, after: BoardData, choice: Choice) -> Iterator[GoalChange]:
    for code, goal in {**after.goals, **before.goals}.items():
        rows = (_row(before, code, choice), _row(after, code, choice))
        old, new = ((row.computed, row.summary) if row else (None, None) for row in rows)
        if choice.area in ("", goal.area) and old != new:
            title = (after.goals.get(code) or goal).title
            yield GoalChange(code, title, (old[0], new[0]), (old[1], new[1]), rows)


def _row(data: BoardData, code: str, choice: Choice) -> GoalRow | None:
    goal: Goal | None = data.goals.get(code)
    return goal_row(data, goal, choice.year, choice.gender) if goal else None


def _levels(before: BoardData, after: BoardData, choice: Choice) -> Iterator[LevelChange]:
    old, new = ({_key(series): series for series in speaking(data, choice)} for data in (before, after))
    for key, series in {**new, **old}.items():
        was = judged(before, old[key], choice) if key in old else None
        now = judged(after, new[key], choice) if key in new else None
        if _level(was) != _level(now):
            yield LevelChange(_goal(before, after, series), new.get(key, series), was, now)


def _key(series: Series) -> SeriesKey:
    return series.about.code, series.unit, series.gender


def _goal(before: BoardData, after: BoardData, series: Series) -> str:
    return goal_of(after, series.about.code) or goal_of(before, series.about.code)


def _pairs(
    before: BoardData, after: BoardData, choice: Choice
) -> Iterator[tuple[Series, Series | None, Series | None]]:
    """Every series of the area with its two states, the newest first of the three."""
    for key, series in {**after.series, **before.series}.items():
        if in_area(after, key[0], choice.area) or in_area(before, key[0], choice.area):
            yield after.series.get(key, series), before.series.get(key), after.series.get(key)


def _figures(before: BoardData, after: BoardData, choice: Choice) -> Iterator[FigureChange]:
    """Gender T takes every figure, since it is where the choice stands when nothing is chosen."""
    for series, was, now in _pairs(before, after, choice):
        if choice.gender != "T" and series.gender not in choice.gender:
            continue
        old, new = ({(p.period, p.kind): p for p in state.points} if state else {} for state in (was, now))
        for key in sorted({*old, *new}):
            ends = tuple(point if point and point.measure else None for point in (old.get(key), new.get(key)))
            if choice.year in (None, key[0].year) and _said(ends[0]) != _said(ends[1]):
                yield FigureChange(_goal(before, after, series), series, *ends)


def _said(point: Point | None) -> object:
    return (point.measure, point.status) if point else None


def _targets(before: BoardData, after: BoardData, choice: Choice) -> Iterator[TargetChange]:
    for series, was, now in _pairs(before, after, choice):
        old, new = _own_targets(was), _own_targets(now)
        gone = [span for start, span in old.items() if start not in new]
        for start, span in new.items():
            earlier = old.get(start)
            if earlier is None:
                # A target that another takes over from is one change, not an end and a beginning.
                ended = next((target for key, target in old.items() if _ended(target, new.get(key), span)), None)
                yield TargetChange(_goal(before, after, series), series, ended, span)
            elif _what(earlier) != _what(span) and not any(_ended(earlier, span, other) for other in new.values()):
                yield TargetChange(_goal(before, after, series), series, earlier, span)
        for span in gone:
            yield TargetChange(_goal(before, after, series), series, span, None)


def _own_targets(series: Series | None) -> dict[date | None, TargetSpan]:
    spans = series.targets if series else ()
    return {span.valid_from: span for span in spans if series and span.gender == series.gender and not span.inherited}


def _what(span: TargetSpan) -> object:
    return span.target, span.baseline, span.valid_to


def _ended(old: TargetSpan, new: TargetSpan | None, taking_over: TargetSpan) -> bool:
    """Whether a target only got an end, and another begins the day after."""
    only_ended = new is not None and (old.target, old.baseline) == (new.target, new.baseline)
    end = new.valid_to if new and only_ended and new.valid_to != old.valid_to else None
    return end is not None and taking_over.valid_from is not None and (taking_over.valid_from - end).days == 1


def _verdicts(before: BoardData, after: BoardData, choice: Choice) -> Iterator[VerdictChange]:
    old, new = ({_verdict_key(row): row for row in _assessments(data)} for data in (before, after))
    for key in {**new, **old}:
        goal = after.goals.get(key[0]) or before.goals.get(key[0])
        was, now = old.get(key), new.get(key)
        if (was.verdict if was else None) == (now.verdict if now else None) or goal is None:
            continue
        if choice.area in ("", goal.area) and choice.year in (None, key[5].year):
            ends = (verdict_row(data, row) if row else None for data, row in ((before, was), (after, now)))
            yield VerdictChange(goal.goal, goal.title, *ends)


def _assessments(data: BoardData) -> list[Assessment]:
    return [row for rows in data.assessments.values() for row in rows]


def _verdict_key(row: Assessment) -> tuple[str, str, str, str, date, date, str]:
    return row.goal, row.indicator, row.unit, row.aspect, row.period_start, row.period_end, row.stage
