"""The plan to date of a figure that accumulates within the year, and the basis of the plan.

A figure of a part of a year is not compared with the whole year's target as if it were the year's: it is due when the
year ends. Until then it is missed only if already over an upper limit, and met only if already at a lower one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from lib.rules.periods import Period
from lib.rules.points import Point, age
from lib.rules.status import Judgement, Level, Reason
from lib.rules.target_spans import TargetSpan, share_of_year
from lib.rules.targets import Bounds, Measure, Qualifier, Rule, TargetValue, decimal_sum, without_noise


class PlanBasis(StrEnum):
    """The basis of a plan to date."""

    STEPS = "steps"
    """The target's own months, quarters or tertials."""
    LAST_YEAR = "last_year"
    """How much of the year before had come by the same day."""
    EVENLY = "evenly"


@dataclass(frozen=True, slots=True)
class PlanToDate:
    """The sum from New Year to a period's end, and the amount that the target allows or requires by then.

    `planned` is the nearest end of the plan, `gap` the figure less it; 0 where the figure lies between two ends.
    """

    period: Period
    figure: float
    planned: float
    gap: float
    basis: PlanBasis


def year_to_date(point: Point, outcomes: Sequence[Point]) -> tuple[Period, Measure] | None:
    """The figure from New Year to the point's last day: its own, or with those of the earlier parts of the year.

    None where parts of the year are missing, overlap only, or are not one number each.
    """
    new_year = date(point.period.year, 1, 1)
    if point.measure is not None and point.period.start == new_year:
        return point.period, point.measure
    total, first = point.number, point.period.start
    while total is not None and first > new_year:
        before = [p for p in outcomes if p.period.end == first - timedelta(1) and p.period.start >= new_year]
        part = min(before, key=lambda p: p.period.start, default=None)
        if part is None or part.number is None:
            return None
        total, first = decimal_sum(total, part.number), part.period.start
    return None if total is None or first < new_year else (Period(first, point.period.end), Measure(total))


def steps_to(end: date, targets: Sequence[TargetSpan], like: TargetSpan) -> TargetValue | None:
    """The target from New Year to a day as the sum of its steps; None where they do not fill that time."""
    steps = {
        span.period.start: span
        for span in targets
        if span.is_step and span.period and (span.target.rule, span.inherited) == (like.target.rule, like.inherited)
    }
    first, value, upper = date(end.year, 1, 1), 0.0, 0.0
    while first <= end:
        step = steps.get(first)
        if step is None or step.period is None or step.target.value is None:
            return None
        value = decimal_sum(value, step.target.value)
        upper = decimal_sum(upper, step.target.upper or 0.0)
        first = step.period.end + timedelta(1)
    if first != end + timedelta(1) or like.target.rule.needs_baseline:
        return None
    return TargetValue(like.target.rule, value, upper if like.target.rule is Rule.BETWEEN else None)


def pattern_of_last_year(period: Period, outcomes: Sequence[Point]) -> float | None:
    """The share of last year's total that had come by the same day; None where that is not known."""
    whole = next((p.number for p in outcomes if p.period == Period.of_year(period.year - 1)), None)
    same_end = period.year_before().end
    ending = sorted((p for p in outcomes if p.period.end == same_end), key=age, reverse=True)
    part = next((sums for p in ending if (sums := year_to_date(p, outcomes))), None)
    value = part[1].value if part else None
    return value / whole if value is not None and whole and 0 <= value <= whole else None


def plan_to_date(
    period: Period, figure: Measure, year: Bounds | None, steps: TargetValue | None, outcomes: Sequence[Point]
) -> PlanToDate | None:
    """The plan for a period from New Year on; by the target's steps, else the year before's pattern, else evenly."""
    if figure.value is None or figure.qualifier in (Qualifier.BELOW, Qualifier.ABOVE):
        return None
    stepwise = steps.wanted() if steps else None
    if stepwise is not None:
        return _held(period, figure.value, stepwise.ends, PlanBasis.STEPS)
    if year is None or not year.ends:
        return None
    pattern = pattern_of_last_year(period, outcomes)
    share = share_of_year(period) if pattern is None else pattern
    ends = tuple(without_noise(end * share) for end in year.ends)
    return _held(period, figure.value, ends, PlanBasis.EVENLY if pattern is None else PlanBasis.LAST_YEAR)


def _held(period: Period, figure: float, ends: tuple[float, ...], basis: PlanBasis) -> PlanToDate:
    planned = min(ends, key=lambda end: abs(figure - end))
    is_between = len(ends) > 1 and ends[0] <= figure <= ends[-1]
    return PlanToDate(period, figure, planned, 0.0 if is_between else decimal_sum(figure, -planned), basis)


def judge_part(figure: Measure, year: Bounds | None) -> Judgement:
    """The level of what has come of a year so far against the whole year's target, which is not due.

    Only what grows can be over a limit for good: nothing is settled below zero.
    """
    bounds = figure.bounds()
    if bounds is None or year is None:
        return Judgement(Level.NOT_YET, Reason.NOT_DUE)
    limit, gap = _nearest(bounds, year)
    if bounds.low >= 0 and all(end >= 0 for end in year.ends):
        if bounds.apart(year) and bounds.low >= year.high:
            return Judgement(Level.MISSED, Reason.ALREADY_OVER, limit, gap)
        if year.high == float("inf") and bounds.inside(year):
            return Judgement(Level.MET, Reason.ALREADY_REACHED, limit, gap)
    return Judgement(Level.NOT_YET, Reason.NOT_DUE, limit, gap)


def _nearest(figure: Bounds, year: Bounds) -> tuple[float | None, float | None]:
    """The year's limit nearest to a figure, and the signed way from there."""
    pairs: Iterator[tuple[float, float]] = ((end, decimal_sum(at, -end)) for end in year.ends for at in figure.ends)
    return min(pairs, key=lambda pair: abs(pair[1]), default=(None, None))


def judge_milestone(judgement: Judgement, span: TargetSpan, period: Period) -> Judgement:
    """A milestone that is not done is missed on its last day and not before."""
    is_due = span.valid_to is not None and span.valid_to <= period.end
    if judgement.level is Level.MISSED and not is_due:
        return Judgement(Level.NOT_YET, Reason.MILESTONE_NOT_DUE)
    return judgement
