"""A series: the figures of one indicator for one unit and gender, with the targets that hold for it.

This is what every page, chart, table and export is made from. Nothing here reads the store or knows a language.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from lib.rules.events import Event
from lib.rules.intervals import share_interval
from lib.rules.periods import Period
from lib.rules.plan_to_date import (
    PlanToDate,
    judge_milestone,
    judge_part,
    plan_to_date,
    steps_to,
    year_to_date,
)
from lib.rules.points import FORECAST, GENDERS, KINDS, OUTCOME, Point, age, difference, gap
from lib.rules.rare import part_of
from lib.rules.status import Judgement, Level, Measure, Reason, Rule, TargetValue, judge, judge_direction
from lib.rules.target_spans import YEAR, Inherited, Margin, TargetSpan
from lib.rules.targets import Bounds, Qualifier
from lib.rules.traits import IndicatorTraits

__all__ = [
    "FORECAST",
    "GENDERS",
    "KINDS",
    "OUTCOME",
    "IndicatorTraits",
    "Inherited",
    "Judged",
    "Margin",
    "Point",
    "Series",
    "TargetSpan",
    "difference",
    "gap",
    "years",
]

_NONE_OF_THEIRS = {
    Inherited.OWN: Reason.NO_TARGET,
    Inherited.FROM_ALL: Reason.TARGET_OF_ALL,
    Inherited.FROM_BOARD: Reason.TARGET_OF_BOARD,
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A point compared with its target, with the arithmetic.

    `plan` is how far it should have come, where it is a part of a year that is not due, and `forecast` what the source
    expects of the whole year. `last_known` is the newest figure where the point has none. Where the gap between women
    and men judges, they are there, with the `largest_gap` that there may be.
    """

    point: Point | None
    span: TargetSpan | None
    judgement: Judgement
    baseline: Point | None = None
    plan: PlanToDate | None = None
    forecast: Point | None = None
    last_known: Point | None = None
    women: Point | None = None
    men: Point | None = None
    largest_gap: float | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Points in order of period (then kind), and the targets of this unit and gender, in order of validity.

    `margins` are the board's, for targets that have none of their own; `events` are those that the series may show.
    `whose_target` is whom a target is for that cannot be this part's own.
    """

    about: IndicatorTraits
    unit: str
    unit_name: str
    gender: str
    points: tuple[Point, ...] = ()
    targets: tuple[TargetSpan, ...] = ()
    margins: tuple[Margin, ...] = ()
    events: tuple[Event, ...] = ()
    whose_target: Inherited = Inherited.OWN

    def outcomes(self) -> tuple[Point, ...]:
        """The points that are outcomes (not forecast, budget or plan)."""
        return tuple(point for point in self.points if point.kind == OUTCOME)

    @property
    def is_rolling(self) -> bool:
        """Whether the outcomes are twelve months each that begin before the one before has ended."""
        outcomes = self.outcomes()
        twelve = bool(outcomes) and all(point.period.months == 12 for point in outcomes)
        return twelve and any(first.period.overlaps(later.period) for first, later in pairwise(outcomes))

    def newest(self, year: int | None = None, until: date | None = None) -> Point | None:
        """The newest outcome, or the newest of that year, also where it is missing, confidential or hidden.

        `until` is a day to prefer outcomes up to, such as the last on which a goal holds.
        """
        candidates = [p for p in self.outcomes() if year is None or p.period.year == year]
        if until is not None and year is None:
            candidates = [p for p in candidates if p.period.end <= until] or candidates
        return max(candidates, key=age, default=None)

    def planned(self, year: int | None = None) -> Point | None:
        """The first forecast, budget or plan with a figure (of that year): what there is where no outcome is."""
        return next((p for p in self.points if p.kind != OUTCOME and p.measure and year in (None, p.period.year)), None)

    def before(self, point: Point) -> Point | None:
        """The outcome with a figure to compare this one with: a year earlier if there is one, else the one before.

        They have no day in common, and a count or a sum is compared with one of the same length only.
        """
        earlier = [p for p in self.outcomes() if p.measure and p.period.end < point.period.start]
        same_length = [p for p in earlier if p.period.months == point.period.months]
        if not self.about.depends_on_length:
            same_length = same_length or earlier
        year_ago = [p for p in same_length if p.period == point.period.year_before()]
        return max(year_ago or same_length, key=age, default=None)

    def target_for(self, point: Point | None) -> TargetSpan | None:
        """The target in force for the point; the latest if there is no point, None if no target is.

        Of several it is the series' own, and of those the one for the shortest time: that of the year goes before one
        that always holds.
        """
        if point is None:
            return self.targets[-1] if self.targets else None
        spans = [span for span in self.targets if self._is_in_force(span, point.period)]
        return min(
            spans, key=lambda s: (s.inherited, s.gender != self.gender, _is_over(s, point), s.days), default=None
        )

    def _is_in_force(self, span: TargetSpan, period: Period) -> bool:
        """Whether a target is about the time of a figure; the steps of what accumulates are one after the other's."""
        return span.holds_for(period) or (self.about.accumulates is True and span.is_step and span.holds_on(period.end))

    def judged(self, year: int | None = None, until: date | None = None) -> Judged:
        """The newest outcome (of the year) compared with its target."""
        return self.judge(self.newest(year, until))

    def judge(self, point: Point | None) -> Judged:
        """One point compared with its target, if the two are about the same length of time."""
        span = self.target_for(point)
        if point is not None and point.change is not None and span is not None:
            return Judged(point, span, self._judge_direction(point, span))
        if point is None or point.measure is None or span is None:
            return self._without_comparison(point, span)
        target = self._with_margin(span.target, point)
        if target.rule is Rule.DONE:
            return Judged(point, span, judge_milestone(judge(point.measure, target), span, point.period))
        baseline = self._baseline(span, point)
        if self._is_like(point, span, baseline):
            measure = self.with_interval(point).measure
            return Judged(point, span, judge(measure, target, baseline.measure if baseline else None), baseline)
        if self.about.accumulates and point.period.start.year == point.period.end.year:
            return self._judge_part(point, span, target, baseline)
        return Judged(point, span, Judgement(Level.UNKNOWN, Reason.OTHER_LENGTH), baseline)

    def with_interval(self, point: Point) -> Point:
        """The point with the interval of its figure: the source's own, else that of a share of few people."""
        measure = point.measure
        if measure is None or measure.value is None or None not in (measure.lower, measure.upper):
            return point
        if measure.qualifier is not Qualifier.EXACTLY or not self._is_of_people:
            return point
        interval = share_interval(measure.value, point.count, self.about.decimals)
        return replace(point, measure=replace(measure, lower=interval[0], upper=interval[1])) if interval else point

    @property
    def _is_of_people(self) -> bool:
        """Whether the figures are shares of the people counted: each is what some number of them gives."""
        if self.about.statistic != "share" or self.about.unit_of_measure != "%":
            return False
        counted = [(p.number, p.count) for p in self.points if p.count and p.number is not None]
        return all(part_of(number, count, self.about.decimals) for number, count in counted)

    def limits(self, span: TargetSpan, baseline: Point | None = None) -> Bounds | None:
        """The bounds for a figure; for a target of change counted from its baseline, if that is a number."""
        wanted = span.target.wanted()
        if wanted is None or not span.target.rule.needs_baseline:
            return wanted
        start = baseline or self.named_baseline(span)
        return None if start is None or start.number is None else wanted.moved(start.number)

    def _without_comparison(self, point: Point | None, span: TargetSpan | None) -> Judged:
        """The reason that there is nothing to compare with a target, and the last figure that is known."""
        judgement = judge(point.judged_measure if point else None, span.target if span else None)
        if span is None and self.targets:
            judgement = replace(judgement, reason=Reason.TARGET_OF_OTHER_TIME)
        elif judgement.reason is Reason.NO_TARGET:
            judgement = replace(judgement, reason=_NONE_OF_THEIRS[self.whose_target])
        known = [p for p in self.outcomes() if point and not point.measure and p.measure and age(p) < age(point)]
        return Judged(point, span, judgement, last_known=max(known, key=age, default=None))

    @staticmethod
    def _judge_direction(point: Point, span: TargetSpan) -> Judgement:
        """A change without number: since the same period a year before, or the measurement before."""
        is_since_another = span.baseline not in (None, point.period.year_before())
        if point.change is None or (span.target.rule.needs_baseline and is_since_another):
            return Judgement(Level.UNKNOWN, Reason.NO_BASELINE)
        return judge_direction(point.change, span.target)

    def _is_like(self, point: Point, span: TargetSpan, baseline: Point | None) -> bool:
        """Whether figure, target and baseline are about as long a time, as far as that matters."""
        if not self.about.depends_on_length:
            return True
        if baseline is not None and baseline.period.months != point.period.months:
            return False
        if span.target.rule.needs_baseline and (baseline is None or span.baseline or not span.target.value):
            return True
        return point.period == span.period or point.period.months == span.months

    def _judge_part(self, point: Point, span: TargetSpan, target: TargetValue, baseline: Point | None) -> Judged:
        """A part of a year against the whole year's target; at the year's end against the sum of its steps."""
        year_end = date(point.period.year, 12, 31)
        stepwise = steps_to(year_end, self.targets, span)
        base = baseline if baseline and baseline.period.months == YEAR else None
        year = stepwise.wanted() if stepwise else None if span.is_step else self.limits(span, base)
        so_far = year_to_date(point, self.outcomes())
        if so_far is None:
            return Judged(point, span, judge_part(point.measure or Measure(), year), base)
        period, figure = so_far
        if stepwise is not None and period.end == year_end:
            return Judged(point, span, judge(figure, replace(stepwise, near=target.near)), base)
        if year is None and target.rule.needs_baseline:
            return Judged(point, span, Judgement(Level.UNKNOWN, Reason.OTHER_LENGTH))
        plan = plan_to_date(period, figure, year, steps_to(period.end, self.targets, span), self.outcomes())
        return Judged(point, span, judge_part(figure, year), base, plan, self._forecast(point.period.year))

    def _forecast(self, year: int) -> Point | None:
        """The year-end forecast that the source gives."""
        whole = Period.of_year(year)
        return next((p for p in self.points if p.kind == FORECAST and p.measure and p.period == whole), None)

    def _with_margin(self, target: TargetValue, point: Point) -> TargetValue:
        """The target with the board's margin in its unit of measure, where it has none of its own."""
        margins = [
            margin
            for margin in self.margins
            if margin.unit_of_measure == self.about.unit_of_measure and margin.holds_on(point.period.end)
        ]
        if not margins or target.near is not None or target.rule is Rule.DONE:
            return target
        return replace(target, near=max(margins, key=lambda margin: margin.first).near)

    def _baseline(self, span: TargetSpan, point: Point) -> Point | None:
        if not span.target.rule.needs_baseline:
            return None
        if span.baseline is None:
            return self.before(point)
        base = self.named_baseline(span)
        return base if base and base.period.end < point.period.end else None

    def named_baseline(self, span: TargetSpan) -> Point | None:
        """The figure of the period that a target of change names as its start."""
        return next((p for p in self.outcomes() if p.measure and p.period == span.baseline), None)


def _is_over(span: TargetSpan, point: Point) -> bool:
    """Whether a target, as only a milestone's may be, had its last day before the figure's."""
    return not span.holds_on(point.period.end)


def years(series: Iterable[Series]) -> list[int]:
    """Every year that has a point, newest first."""
    return sorted({point.period.year for each in series for point in each.points}, reverse=True)
