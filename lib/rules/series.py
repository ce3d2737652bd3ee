"""A series: the figures of one indicator for one unit and gender, with the targets that hold for it.

This is what every page, chart, table and export is made from. Nothing here reads the store or knows a language.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from lib.rules.events import Event
from lib.rules.intervals import share_interval
from lib.rules.periods import Period, Validity
from lib.rules.rare import part_of
from lib.rules.status import Judgement, Measure, Qualifier, Rule, TargetValue, judge
from lib.rules.targets import decimal_sum

OUTCOME = "outcome"
KINDS = (OUTCOME, "forecast", "budget", "plan")
GENDERS = ("T", "K", "M")

_PLAIN = (Qualifier.EXACTLY, Qualifier.ABOUT)


@dataclass(frozen=True, slots=True)
class Point:
    """One observation: what a source says of one period. `measure` is None where there is no figure to show.

    status is the store's word (normal, preliminary, missing, not_applicable, confidential) or 'hidden' where the
    group is too small to show.
    """

    period: Period
    kind: str
    measure: Measure | None
    status: str = "normal"
    count: int | None = None
    note: str = ""
    source: str = ""
    locator: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it is one number, that differences can be counted from; 'about' is, a range or 'less than' is not."""
        measure = self.measure
        return measure is not None and measure.value is not None and measure.qualifier in _PLAIN


@dataclass(frozen=True, slots=True)
class TargetSpan(Validity):
    """A target and the days it holds for (None = open).

    A target for all ('T') holds for women and men too unless they have their own. `inherited`: it is the whole
    board's target, shown for a unit that has none of its own.
    """

    target: TargetValue
    valid_from: date | None = None
    valid_to: date | None = None
    baseline: Period | None = None
    gender: str = "T"
    inherited: bool = False
    note: str = ""
    source: str = ""
    locator: str = ""

    def as_inherited(self) -> "TargetSpan":
        """The same target, marked as the whole board's."""
        return replace(self, inherited=True)


@dataclass(frozen=True, slots=True)
class Margin(Validity):
    """A board's margin for 'nearly met' and the days it holds for (None = open)."""

    near: float
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class IndicatorTraits:
    """What an indicator is, as far as its figures need it to be read."""

    board: str
    code: str
    name: str
    definition: str = ""
    unit_of_measure: str = ""
    decimals: int = 0
    better: str = "none"
    statistic: str = "share"
    area: str = ""
    minimum_group: int = 11
    kolada: str = ""
    source: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A point held against a target, with the arithmetic. `aside` tells that the target is for another period."""

    point: Point | None
    span: TargetSpan | None
    judgement: Judgement
    baseline: Point | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Points in order of period (then kind), and the targets of this unit and gender, in order of validity.

    `margins` are the board's, for targets that have none of their own; `events` are those that the series may show.
    """

    about: IndicatorTraits
    unit: str
    unit_name: str
    gender: str
    points: tuple[Point, ...] = ()
    targets: tuple[TargetSpan, ...] = ()
    margins: tuple[Margin, ...] = ()
    events: tuple[Event, ...] = ()

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
        """The newest outcome, or the newest of that year; a point without a figure only if there is no other.

        `until` is a day to prefer figures up to, such as the last on which a goal holds.
        """
        candidates = [p for p in self.outcomes() if year is None or p.period.year == year]
        if until is not None and year is None:
            candidates = [p for p in candidates if p.period.end <= until] or candidates
        with_figure = [p for p in candidates if p.measure is not None]
        return max(with_figure or candidates, key=_age, default=None)

    def planned(self, year: int | None = None) -> Point | None:
        """The first forecast, budget or plan with a figure (of that year): what there is where no outcome is."""
        return next((p for p in self.points if p.kind != OUTCOME and p.measure and year in (None, p.period.year)), None)

    def before(self, point: Point) -> Point | None:
        """The outcome with a figure to compare this one with: a year earlier if there is one, else the one before."""
        earlier = [p for p in self.outcomes() if p.measure and p.period.end < point.period.end]
        same_length = [p for p in earlier if p.period.months == point.period.months] or earlier
        year_ago = [p for p in same_length if p.period == point.period.year_before()]
        return max(year_ago or same_length, key=_age, default=None)

    def target_for(self, point: Point | None) -> TargetSpan | None:
        """The target that holds on the point's last day, else the one nearest in time; the latest if no point.

        Of several that hold, it is the one for the shortest time: that of the year goes before one that always holds.
        """
        if point is None or not self.targets:
            return self.targets[-1] if self.targets else None
        return min(self.targets, key=lambda span: (span.distance(point.period.end), span.days))

    def judged(self, year: int | None = None, until: date | None = None) -> Judged:
        """The newest outcome (of the year) held against its target."""
        return self.judge(self.newest(year, until))

    def judge(self, point: Point | None) -> Judged:
        """One point held against its target."""
        span = self.target_for(point)
        baseline = self._baseline(span, point) if span and point else None
        answer = judge(
            self.with_interval(point).measure if point else None,
            self._with_margin(span.target, point) if span else None,
            baseline.measure if baseline else None,
        )
        aside = bool(span and point and not span.holds_on(point.period.end))
        return Judged(point, span, answer, baseline, aside)

    def with_interval(self, point: Point) -> Point:
        """The point with the interval of its figure: the source's own, else that of a share of few people."""
        measure = point.measure
        if measure is None or measure.value is None or None not in (measure.lower, measure.upper):
            return point
        if measure.qualifier is not Qualifier.EXACTLY or not self._is_of_people:
            return point
        found = share_interval(measure.value, point.count, self.about.decimals)
        return replace(point, measure=replace(measure, lower=found[0], upper=found[1])) if found else point

    @property
    def _is_of_people(self) -> bool:
        """Whether the figures are shares of the people counted: each is what some number of them gives."""
        if self.about.statistic != "share" or self.about.unit_of_measure != "%":
            return False
        counted = [p for p in self.points if p.count and p.is_plain and p.measure and p.measure.value is not None]
        return all(p.measure and part_of(p.measure.value or 0.0, p.count, self.about.decimals) for p in counted)

    def _with_margin(self, target: TargetValue, point: Point | None) -> TargetValue:
        """The target with the board's margin on the point's last day, where it has none of its own."""
        held = [margin for margin in self.margins if point and margin.holds_on(point.period.end)]
        if not held or target.near is not None or target.rule is Rule.DONE:
            return target
        return replace(target, near=max(held, key=lambda margin: margin.first).near)

    def _baseline(self, span: TargetSpan, point: Point) -> Point | None:
        if not span.target.rule.needs_baseline:
            return None
        if span.baseline is None:
            return self.before(point)
        earlier = [p for p in self.outcomes() if p.measure and p.period.end < point.period.end]
        return next((p for p in earlier if p.period == span.baseline), None)


def _age(point: Point) -> tuple[date, date]:
    """Newest last day first; of two that end together, the longer period (a year before its last month)."""
    return point.period.end, date.fromordinal(date.max.toordinal() - point.period.start.toordinal())


def gap(women: Point | None, men: Point | None) -> float | None:
    """Women's figure minus men's, in the indicator's unit; None unless both are plain figures of the same period."""
    return None if women is None or men is None or women.period != men.period else difference(women, men)


def difference(one: Point, other: Point) -> float | None:
    """How much higher the one figure is than the other; None unless both are one number each."""
    if not (one.is_plain and other.is_plain and one.measure and other.measure):
        return None
    if one.measure.value is None or other.measure.value is None:
        return None
    return decimal_sum(one.measure.value, -other.measure.value)


def years(series: Iterable[Series]) -> list[int]:
    """Every year that has a point, newest first."""
    return sorted({point.period.year for one in series for point in one.points}, reverse=True)
