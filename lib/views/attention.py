"""Whatever needs attention in a board as it stands: overdue figures, and targets missed more and more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from lib.rules.actions import Action, late
from lib.rules.periods import Period
from lib.rules.series import Judged, Point, Series, difference
from lib.rules.status import Better, Level
from lib.rules.yearly_trend import Direction, Trend
from lib.views.board import BoardData
from lib.views.choice import ALL, Choice, goal_of, in_goals_of, judged, moves, speaking

MONTHS = {"month": 1, "quarter": 3, "tertial": 4, "year": 12}
# Days after the end of a period before its figure is overdue.
GRACE = {"month": 45, "quarter": 60, "tertial": 60, "year": 120}
# As many points at even intervals make a series regular.
REGULAR = 3
# A series that has been silent this long has ended; it is not late.
SILENT = timedelta(days=2 * 365)
# Ways that are worse or better only by where the range lies that is best.
_NEUTRAL = {Direction.RISING: 1, Direction.FALLING: -1}


@dataclass(frozen=True, slots=True)
class Overdue:
    """A series whose next figure has not come, with the period that it is for."""

    goal: str
    series: Series
    newest: Point
    awaited: Period


@dataclass(frozen=True, slots=True)
class Worsening:
    """A series that misses its target and goes the wrong way.

    `certain`: `trend`, its direction, says so with certainty; else it is only the newest `change` that
    went the wrong way (None where there is no figure to compare with). `movements` is how many of the series' own
    typical movements the figure lies from the limit, None where the series is too short or still to say; `share` is
    the distance as a share of the limit or the figure, whichever is larger.
    """

    goal: str
    series: Series
    judged: Judged
    trend: Trend
    certain: bool
    change: float | None
    movements: float | None
    share: float


def overdue(data: BoardData, day: date, choice: Choice = ALL) -> tuple[Overdue, ...]:
    """The figures that should have come by a day and have not, the longest awaited first.

    Only series that come each month, quarter, tertial or year and whose last three points stood at even intervals.
    The next is overdue when its period ended longer ago than the indicator's frequency allows (`GRACE`). A row that
    says why there is no figure is an answer. Nothing is awaited after the last day of the goals it measures or of
    the unit, nor from a series that has been silent for two years.
    """
    figures = [_overdue(data, series, day) for series in speaking(data, choice)]
    return tuple(sorted((figure for figure in figures if figure), key=lambda figure: figure.awaited.end))


def _overdue(data: BoardData, series: Series, day: date) -> Overdue | None:
    frequency = data.definitions[series.about.code].frequency
    points = [p for p in series.outcomes() if p.period.months == MONTHS.get(frequency, 0)]
    step = _step(points)
    if not step:
        return None
    awaited = points[-1].period.later(step)
    late = day - awaited.end
    if not timedelta(days=GRACE[frequency]) < late <= SILENT or not _still_awaited(data, series, awaited.end):
        return None
    return Overdue(goal_of(data, series.about.code), series, points[-1], awaited)


def _step(points: Sequence[Point]) -> int:
    """The months between the last points, if they stand at even intervals; else 0."""
    last = [point.period.end for point in points[-REGULAR:]]
    steps = {12 * (b.year - a.year) + b.month - a.month for a, b in pairwise(last)}
    return steps.pop() if len(last) == REGULAR and len(steps) == 1 else 0


def _still_awaited(data: BoardData, series: Series, day: date) -> bool:
    goals = data.goals_of(series.about.code)
    unit = data.units.get(series.unit)
    holds = not goals or any(goal.valid_to is None or day <= goal.valid_to for goal in goals)
    return holds and (unit is None or unit.valid_to is None or day <= unit.valid_to)


def late_actions(data: BoardData, day: date, choice: Choice = ALL) -> tuple[Action, ...]:
    """The actions for the goals of the area chosen that are late on a day, the longest late first."""
    return late((action for action in data.actions if in_goals_of(data, action.goal, choice.area)), day)


def missed_and_worsening(data: BoardData, choice: Choice = ALL) -> tuple[Worsening, ...]:
    """The series that miss their target and are worsening, or last moved the wrong way; what matters most first.

    One that is improving with certainty is left out, whatever its newest figure. Those whose direction is certain
    go before those that may have moved by chance. How much it matters: the distance to the limit counted in the
    series' own typical movements (the median change from one figure to the next). Series too short or too still for
    that come after, by the distance as a share of the limit or the figure, whichever is larger.
    """
    matches = [match for series in speaking(data, choice) if (match := _worsening(data, series, choice))]
    return tuple(
        sorted(
            matches,
            key=lambda match: (not match.certain, match.movements is None, -(match.movements or 0), -match.share),
        )
    )


def _worsening(data: BoardData, series: Series, choice: Choice) -> Worsening | None:
    verdict = judged(data, series, choice)
    if verdict.judgement.level is not Level.MISSED:
        return None
    earlier = series.before(verdict.point) if verdict.point else None
    change = difference(verdict.point, earlier) if verdict.point and earlier else None
    trend = moves(data, series, choice)
    certain = trend.direction is Direction.WORSENING or _wrong_way(series, verdict, _NEUTRAL.get(trend.direction, 0))
    if not certain and (trend.direction is Direction.IMPROVING or not _wrong_way(series, verdict, change or 0)):
        return None
    gap, typical = abs(verdict.judgement.gap or 0), typical_movement(series, verdict.point)
    movements = gap / typical if typical else None
    return Worsening(
        goal_of(data, series.about.code), series, verdict, trend, certain, change, movements, _share(verdict)
    )


def _wrong_way(series: Series, verdict: Judged, up: float) -> bool:
    """Whether up (above 0) or down (below) is worse; where a range is best, whether it leads away from it."""
    if series.about.better == Better.RANGE:
        return (verdict.judgement.gap or 0) * up > 0
    return (series.about.better == Better.HIGHER and up < 0) or (series.about.better == Better.LOWER and up > 0)


def _share(verdict: Judged) -> float:
    limit, gap = verdict.judgement.limit, verdict.judgement.gap
    if limit is None or not gap:
        return 0.0
    return abs(gap) / max(abs(limit), abs(limit + gap))


def typical_movement(series: Series, newest: Point | None) -> float | None:
    """The median change from one figure to the next of the same length, up to a point; None if unsaid or zero."""
    if newest is None:
        return None
    points = [
        p for p in series.outcomes() if p.period.months == newest.period.months and p.period.end <= newest.period.end
    ]
    moves = [abs(move) for move in _moves(points)]
    return median(moves) or None if len(moves) + 1 >= REGULAR else None


def _moves(points: Sequence[Point]) -> Iterator[float]:
    plain = [point for point in points if point.is_plain]
    for earlier, following in pairwise(plain):
        move = difference(following, earlier)
        if move is not None:
            yield move
