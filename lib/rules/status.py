"""Whether a figure meets its target, and what that makes of a goal: the first question of status, its level.

Direction and pace are questions of their own and live beside this module; nothing here looks at more than
one outcome and the figure it started from. Figures and targets are compared as the stretches of numbers they
are, so that a figure which is only partly inside is never called met or missed.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from lib.rules.targets import Bounds, Change, FigureStatus, Measure, Qualifier, Rule, TargetValue, decimal_sum

__all__ = [
    "Better",
    "Bounds",
    "FigureStatus",
    "GoalLevel",
    "Judgement",
    "Level",
    "Measure",
    "Qualifier",
    "Reason",
    "Rule",
    "TargetValue",
    "Verdict",
    "agrees",
    "goal_level",
    "judge",
    "judge_direction",
    "judge_gap",
    "together",
]


class Level(StrEnum):
    """The level of an indicator against its target."""

    MET = "met"
    NEARLY = "nearly"
    MISSED = "missed"
    NOT_YET = "not_yet"
    """The target is not due: neither met nor missed so far."""
    UNKNOWN = "unknown"

    @property
    def is_judged(self) -> bool:
        """Whether the figure has been compared with its target, so that it counts for a goal."""
        return self in (Level.MET, Level.NEARLY, Level.MISSED)


class GoalLevel(StrEnum):
    """The level of a goal, computed from its indicators."""

    MET = "met"
    PARTLY = "partly"
    MISSED = "missed"
    NOT_YET = "not_yet"
    """Nothing is judged, but some target is not due."""
    UNKNOWN = "unknown"

    @property
    def is_judged(self) -> bool:
        """Whether something has been compared with a target."""
        return self in (GoalLevel.MET, GoalLevel.PARTLY, GoalLevel.MISSED)


class Verdict(StrEnum):
    """The board's own verdict on a goal."""

    ACHIEVED = "achieved"
    PARTLY = "partly"
    NOT_ACHIEVED = "not_achieved"
    NOT_ASSESSABLE = "not_assessable"
    LATER = "later"


class Better(StrEnum):
    """The direction an indicator should go."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"
    RANGE = "range"


class Reason(StrEnum):
    """The reason for a judgement; each has a sentence of its own."""

    WITHIN_LIMIT = "within_limit"
    AT_LIMIT = "at_limit"
    """One number, exactly on the limit: met where the limit is included, missed where it must be passed."""
    WITHIN_MARGIN = "within_margin"
    OUTSIDE_LIMIT = "outside_limit"
    MILESTONE_DONE = "milestone_done"
    MILESTONE_NOT_DONE = "milestone_not_done"
    CHANGE_WITHOUT_NUMBER = "change_without_number"
    """It moved the right way, but the target is of a least change and the source gives no number."""
    MILESTONE_UNCLEAR = "milestone_unclear"
    """The figure of a milestone is neither 1 nor 0."""
    MILESTONE_NOT_DUE = "milestone_not_due"
    NOT_DUE = "not_due"
    """A part of the year against the whole year's target, which is not settled yet."""
    ALREADY_OVER = "already_over"
    """A part of the year that is over the whole year's upper limit."""
    ALREADY_REACHED = "already_reached"
    """A part of the year that has come to the whole year's lower limit."""
    RANGE_STRADDLES_LIMIT = "range_straddles_limit"
    BASELINE_STRADDLES_LIMIT = "baseline_straddles_limit"
    """The figure is one number; the one it started from is not, and the answer hangs on which it was."""
    NOT_DISTINGUISHED = "not_distinguished"
    """One number, but its interval has the limit inside: it cannot be distinguished from the target."""
    NO_TARGET = "no_target"
    TARGET_OF_ALL = "target_of_all"
    """The target is for women and men together, and a count or a sum: none for either."""
    TARGET_OF_BOARD = "target_of_board"
    """The target is for the whole board, and a count or a sum: none for a unit."""
    TARGET_OF_OTHER_TIME = "target_of_other_time"
    OTHER_LENGTH = "other_length"
    """A count or sum of another length of time than its target, or than the figure that it started from."""
    TARGET_WITHOUT_LIMIT = "target_without_limit"
    NO_FIGURE = "no_figure"
    MISSING_VALUE = "missing_value"
    NOT_APPLICABLE = "not_applicable"
    CONFIDENTIAL = "confidential"
    HIDDEN = "hidden"
    NO_BASELINE = "no_baseline"
    NO_GAP = "no_gap"
    """The gap between women and men judges, and is not known."""
    NO_GAP_TARGET = "no_gap_target"
    NOT_OF_GOAL = "not_of_goal"
    """The indicator is shown with a goal that it does not judge."""


_ABSENCES = {
    FigureStatus.NOT_APPLICABLE: Reason.NOT_APPLICABLE,
    FigureStatus.CONFIDENTIAL: Reason.CONFIDENTIAL,
    FigureStatus.HIDDEN: Reason.HIDDEN,
    FigureStatus.SINGLE: Reason.HIDDEN,
    FigureStatus.PROTECTS: Reason.HIDDEN,
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """The level of a figure against its target, and the reason.

    `limit` is the limit it was compared with and `gap` the signed way from there, figure minus limit (7
    against at most 5 gives +2), both in the indicator's unit. Of two limits the one nearest to the figure is
    given, the lower where it lies halfway. The gap of a range is that of its nearest end, so the true gap is
    no smaller; a range that straddles the limit has none. Both are None where no comparison was made, or
    with a baseline that is not one number. `approximate`: the figure, or the one it started from, is an
    'about' number.
    """

    level: Level
    reason: Reason
    limit: float | None = None
    gap: float | None = None
    approximate: bool = False
    interval: tuple[float, float] | None = None


def judge(measure: Measure | None, target: TargetValue | None, baseline: Measure | None = None) -> Judgement:
    """The level of one figure against one target; `baseline` is the figure it started from.

    A range is met where all of it meets the target and missed where none of it does (nearly met, where all
    of it lies within the margin); otherwise nothing can be said. A number whose interval has the limit inside cannot be
    distinguished from the target. What the target lacks is reported before what the figure lacks. Numbers count to 12
    digits, at most 10 of them decimals.
    """
    if target is None:
        return _unknown(Reason.NO_TARGET)
    wanted = target.wanted()
    if wanted is None and target.rule != Rule.DONE:
        return _unknown(Reason.TARGET_WITHOUT_LIMIT)
    bounds = measure.bounds() if measure else None
    if measure is None or bounds is None:
        return _unknown(_absence(measure))
    about = measure.qualifier == Qualifier.ABOUT
    if wanted is None:
        return replace(_judge_milestone(bounds), approximate=about)
    interval = measure.interval()
    if interval and not target.rule.needs_baseline:
        inside = [limit for limit in wanted.ends if interval[0] < limit < interval[1]]
        if inside:
            return Judgement(Level.UNKNOWN, Reason.NOT_DISTINGUISHED, inside[0], interval=interval)
    if not target.rule.needs_baseline:
        return replace(_compare(bounds, wanted, target.near), approximate=about)
    start = baseline.bounds() if baseline else None
    if baseline is None or start is None:
        return _unknown(Reason.NO_BASELINE)
    about = about or baseline.qualifier == Qualifier.ABOUT
    return replace(_judge_change(bounds, start, wanted, target.near), approximate=about)


def judge_gap(women: float | None, men: float | None, largest: float | None) -> Judgement:
    """The level of the gap between women and men, against the largest that it may be."""
    if women is None or men is None:
        return _unknown(Reason.NO_GAP)
    if largest is None:
        return _unknown(Reason.NO_GAP_TARGET)
    gap = Measure(abs(decimal_sum(women, -men)))
    return judge(gap, TargetValue(Rule.AT_MOST, largest))


def judge_direction(change: Change, target: TargetValue) -> Judgement:
    """The level of a change without number against a target of change; against a fixed limit there is no figure."""
    wanted = target.wanted()
    if wanted is None or not target.rule.needs_baseline:
        return judge(None, target)
    judgement = _compare(change.bounds(), wanted, None)
    if judgement.reason is Reason.RANGE_STRADDLES_LIMIT:
        return _unknown(Reason.CHANGE_WITHOUT_NUMBER)
    return Judgement(judgement.level, judgement.reason)


def goal_level(levels: Iterable[Level]) -> GoalLevel:
    """The level of an indicator from those of its figures; what is unknown or not due does not count.

    All met = met, none met or nearly met = missed, otherwise partly; nothing judged = not due, or else unknown.
    """
    return together(GoalLevel.PARTLY if level is Level.NEARLY else GoalLevel(level.value) for level in levels)


def together(levels: Iterable[GoalLevel]) -> GoalLevel:
    """The level of a goal from those of its indicators, in the same way."""
    every = set(levels)
    judged = {level for level in every if level.is_judged}
    if not judged:
        return GoalLevel.NOT_YET if GoalLevel.NOT_YET in every else GoalLevel.UNKNOWN
    return judged.pop() if len(judged) == 1 else GoalLevel.PARTLY


def agrees(verdict: Verdict, computed: GoalLevel) -> bool | None:
    """Whether the board's verdict is the computed level; None where either of them says nothing."""
    same = {
        Verdict.ACHIEVED: GoalLevel.MET,
        Verdict.PARTLY: GoalLevel.PARTLY,
        Verdict.NOT_ACHIEVED: GoalLevel.MISSED,
    }.get(verdict)
    if same is None or computed in (GoalLevel.UNKNOWN, GoalLevel.NOT_YET):
        return None
    return same == computed


def _unknown(reason: Reason) -> Judgement:
    return Judgement(Level.UNKNOWN, reason)


def _absence(measure: Measure | None) -> Reason:
    """The reason that there is no number to judge."""
    return _ABSENCES.get(measure.status, Reason.MISSING_VALUE) if measure else Reason.NO_FIGURE


def _judge_milestone(figure: Bounds) -> Judgement:
    if figure == Bounds(1, 1):
        return Judgement(Level.MET, Reason.MILESTONE_DONE)
    if figure == Bounds(0, 0):
        return Judgement(Level.MISSED, Reason.MILESTONE_NOT_DONE)
    return _unknown(Reason.MILESTONE_UNCLEAR)


def _judge_change(figure: Bounds, start: Bounds, wanted: Bounds, near: float | None) -> Judgement:
    """Judge the change from `start`; the limit is given as the level to reach, if `start` is one number."""
    moved = figure.change_from(start)
    change = _compare(moved, wanted, None if _went_wrong(moved, wanted) else near)
    if change.reason is Reason.RANGE_STRADDLES_LIMIT and figure.is_point:
        change = replace(change, reason=Reason.BASELINE_STRADDLES_LIMIT)
    if not start.is_point or change.limit is None:
        return replace(change, limit=None, gap=None)
    return replace(change, limit=decimal_sum(change.limit, start.low))


def _went_wrong(change: Bounds, wanted: Bounds) -> bool:
    """Whether a change may be one away from the target: such a figure is never nearly met."""
    return change.high > 0 if wanted.low == -math.inf else change.low < 0


def _compare(figure: Bounds, wanted: Bounds, near: float | None) -> Judgement:
    met = figure.inside(wanted)
    if not met and not figure.apart(wanted):
        limit = wanted.ends[0] if len(wanted.ends) == 1 else None
        return Judgement(Level.UNKNOWN, Reason.RANGE_STRADDLES_LIMIT, limit)
    gaps = [(limit, decimal_sum(end, -limit)) for limit in wanted.ends for end in figure.ends]
    limit, gap = min(gaps, key=lambda pair: abs(pair[1]))
    if not met and near and figure.inside(wanted.widened(near)):
        return Judgement(Level.NEARLY, Reason.WITHIN_MARGIN, limit, gap)
    level, reason = (Level.MET, Reason.WITHIN_LIMIT) if met else (Level.MISSED, Reason.OUTSIDE_LIMIT)
    return Judgement(level, Reason.AT_LIMIT if figure.is_point and gap == 0 else reason, limit, gap)
