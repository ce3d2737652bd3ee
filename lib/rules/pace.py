"""Pace: the change per year so far beside the change per year that the target needs, also for the gap K-M.

Everything is a difference in the indicator's unit. Percent of the target is never formed: it turns the wrong way
round for at-most targets and means nothing near zero.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from lib.rules.status import Better
from lib.rules.targets import Bounds, Rule, TargetValue, decimal_sum, without_noise
from lib.rules.yearly_trend import Direction, Trend, finite, one_a_year, slope_per_year, yearly

Years = Iterable[tuple[int, float | None]]
"""Figures by year, in any order; None = no plain number, left out (see `lib.direction.one_a_year`)."""


class PaceReason(StrEnum):
    """The outcome of a pace, or the reason that there is none; each has a sentence of its own."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    """The right way, but too slowly."""
    OVERSHOOTS = "overshoots"
    """So fast that the figure has come out on the other side of a target between two limits."""
    WRONG_WAY = "wrong_way"
    STANDING_STILL = "standing_still"
    ALREADY_MET = "already_met"
    MET_BUT_LEAVING = "met_but_leaving"
    """Met by the newest figure, but at this pace no longer in the target's year."""
    TARGET_YEAR_PASSED = "target_year_passed"
    """The newest figure is from the target's year or later, and does not meet it: no year is left."""
    NO_TARGET_YEAR = "no_target_year"
    ONE_POINT = "one_point"
    UNCERTAIN = "uncertain"
    """The series has no certain direction, so that no pace can be counted on."""
    NO_TARGET = "no_target"
    TARGET_WITHOUT_LIMIT = "target_without_limit"
    TARGET_AGAINST_BETTER = "target_against_better"
    """The target asks for the way that is worse for the indicator; one of the two must be wrong."""
    NO_FIGURE = "no_figure"
    NOT_ONE_NUMBER = "not_one_number"
    """The newest figure is a range, or less or more than a number: what it lacks to the target cannot be counted."""
    NO_BASELINE = "no_baseline"


@dataclass(frozen=True, slots=True)
class Pace:
    """A pace and its outcome, all numbers in the indicator's unit, None where they are not known.

    `per_year` is the change per year so far, `needed` the one from the newest figure to `limit` (the nearest limit
    of the target) over the `years_left`, None where it is met. `projected` is the figure in the target's year at
    the pace so far, and `reached` whether it meets the target. `n` counts the points.
    """

    reason: PaceReason
    per_year: float | None = None
    needed: float | None = None
    reached: bool | None = None
    projected: float | None = None
    newest: tuple[int, float] | None = None
    limit: float | None = None
    years_left: int | None = None
    n: int = 0


class GapDirection(StrEnum):
    """The direction of the size of a gap."""

    NARROWING = "narrowing"
    WIDENING = "widening"
    NO_CLEAR_CHANGE = "no_clear_change"
    TOO_FEW_POINTS = "too_few_points"


@dataclass(frozen=True, slots=True)
class GapTrend:
    """Women's figures less men's by year, oldest first, with the direction of the size and the pace towards zero.

    `trend` is that of the gap's size without sign; its `left_out` counts years that lack either figure. `crossed`
    are the years in which the gap first lies on the other side of zero. `pace` is that of the gap with its sign. Of
    months (`lib/rules/movement.py`) there is the trend alone.
    """

    points: tuple[tuple[int, float], ...]
    direction: GapDirection
    trend: Trend
    crossed: tuple[int, ...]
    pace: Pace


_REACHED = (PaceReason.REACHED, PaceReason.ALREADY_MET)
GAP_DIRECTIONS = {
    Direction.IMPROVING: GapDirection.NARROWING,
    Direction.WORSENING: GapDirection.WIDENING,
    Direction.NO_CLEAR_CHANGE: GapDirection.NO_CLEAR_CHANGE,
    Direction.TOO_FEW_POINTS: GapDirection.TOO_FEW_POINTS,
}


def pace(
    points: Years,
    target: TargetValue | None,
    target_year: int | None,
    better: Better,
    baseline: float | None = None,
    *,
    certain: bool = True,
) -> Pace:
    """The pace of figures by year against a target; `baseline` is the figure that a target of change starts from.

    The change so far is Theil and Sen's slope, the same number as in the series' trend: pace and direction then never
    point different ways, and no single first or last year decides it. Where the direction is not `certain` there is no
    pace, only what is needed. An 'equal' target counts as reached when the figure has come to it or passed it. What the
    target lacks is reported before what the figures lack. Raises ValueError for a number that is not finite.
    """
    figures, _left_out = one_a_year(points)
    newest = max(figures.items(), default=None)
    left = target_year - newest[0] if target_year is not None and newest else None
    slope = slope_per_year(figures) if certain else None
    per_year = slope if slope is None else without_noise(slope)
    answer = Pace(PaceReason.NO_FIGURE, per_year, newest=newest, years_left=left, n=len(figures))
    wanted = target.wanted() if target else None
    if target is None or wanted is None:
        return replace(answer, reason=PaceReason.TARGET_WITHOUT_LIMIT if target else PaceReason.NO_TARGET)
    if (better == Better.LOWER and wanted.high == math.inf) or (better == Better.HIGHER and wanted.low == -math.inf):
        return replace(answer, reason=PaceReason.TARGET_AGAINST_BETTER)
    if newest is None:
        return answer
    if target.rule.needs_baseline:
        if baseline is None:
            return replace(answer, reason=PaceReason.NO_BASELINE)
        wanted = _moved(wanted, finite(baseline))
    return _against(answer, newest[1], wanted, slope)


def gap_trend(women: Years, men: Years, target_year: int | None = None) -> GapTrend:
    """The gap between women's and men's figures, with its direction and its pace towards zero in `target_year`.

    A year counts when both have one plain figure. Raises ValueError for a number that is not finite.
    """
    women, men = list(women), list(men)
    of_women, of_men = one_a_year(women)[0], one_a_year(men)[0]
    points = tuple((year, decimal_sum(of_women[year], -of_men[year])) for year in of_women if year in of_men)
    given = {year for year, _ in (*women, *men)}
    trend = yearly([(year, abs(gap)) for year, gap in points], Better.LOWER)
    return GapTrend(
        points,
        GAP_DIRECTIONS[trend.direction],
        replace(trend, left_out=len(given) - len(points)),
        _crossings(points),
        pace(points, TargetValue(Rule.EQUAL, 0), target_year, Better.NONE, certain=trend.is_certain),
    )


def _against(answer: Pace, figure: float, wanted: Bounds, slope: float | None) -> Pace:
    """The pace compared with the stretch that the newest figure should come to lie in."""
    limit = min(wanted.ends, key=lambda end: abs(end - figure))
    met, left = _inside(figure, wanted), answer.years_left
    answer = replace(answer, limit=limit, reason=PaceReason.ALREADY_MET)
    if left is None or left <= 0:
        passed = PaceReason.NO_TARGET_YEAR if left is None else PaceReason.TARGET_YEAR_PASSED
        return answer if met else replace(answer, reason=passed)
    lacking = PaceReason.ONE_POINT if answer.n == 1 else PaceReason.UNCERTAIN
    if not met:
        answer = replace(answer, reason=lacking, needed=without_noise(decimal_sum(limit, -figure) / left))
    if slope is None:
        return answer
    projected = without_noise(figure + slope * left)  # unrounded, so that three years of a third make one
    reason = _outcome(figure, without_noise(slope), projected, wanted)
    return replace(answer, reason=reason, projected=projected, reached=reason in _REACHED)


def _outcome(figure: float, per_year: float, projected: float, wanted: Bounds) -> PaceReason:
    """The outcome for a figure that goes on changing as it has."""
    inside = _inside(projected, wanted)
    if _inside(figure, wanted):
        return PaceReason.ALREADY_MET if inside else PaceReason.MET_BUT_LEAVING
    if inside:
        return PaceReason.REACHED
    if per_year == 0:
        return PaceReason.STANDING_STILL
    upwards = figure <= wanted.low  # on the limit itself when the limit must be passed
    if (per_year > 0) != upwards:
        return PaceReason.WRONG_WAY
    if projected < wanted.high if upwards else projected > wanted.low:
        return PaceReason.NOT_REACHED
    return PaceReason.REACHED if wanted.is_point else PaceReason.OVERSHOOTS


def _inside(figure: float, wanted: Bounds) -> bool:
    return Bounds(figure, figure).inside(wanted)


def _moved(wanted: Bounds, start: float) -> Bounds:
    """The levels that are wanted changes from `start`."""
    return replace(wanted, low=decimal_sum(wanted.low, start), high=decimal_sum(wanted.high, start))


def _crossings(points: Iterable[tuple[int, float]]) -> tuple[int, ...]:
    """The years whose figure has another sign than the last one before it that was not zero."""
    years, before = [], 0.0
    for year, figure in points:
        if figure * before < 0:
            years.append(year)
        before = figure or before
    return tuple(years)
