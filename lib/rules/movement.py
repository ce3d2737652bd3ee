"""A series' movement: direction with certainty, pace towards the target, gap between women and men, mix of units.

Joins the rules of trends, limits, pace and mix to the figures of a Series. Months are read as a process with limits,
quarters and tertials against the same part of other years, years as a trend; figures of different lengths never stand
in one line, nor do figures from before and after a break. Twelve months that end in each month share eleven of them
with their neighbours: of such a series only those that end in the same month as the newest are compared, year by year.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from lib.rules.events import Event, last_break
from lib.rules.mix import Mix, WeightedPart, mix
from lib.rules.monthly_limits import MIN_MONTHS, Limits
from lib.rules.monthly_trend import MonthlyKind, MonthlyTrend, monthly
from lib.rules.pace import GAP_DIRECTIONS, GapTrend, Pace, PaceReason, gap_trend, pace
from lib.rules.part_year_trend import MIN_POINTS, part_yearly
from lib.rules.periods import PeriodKind
from lib.rules.season import MONTHS
from lib.rules.series import Point, Series, difference
from lib.rules.status import Better, Level
from lib.rules.targets import Bounds, decimal_sum
from lib.rules.yearly_trend import Trend, plain, yearly

# Statistics whose whole is the weighted mean of its parts; sums, counts and medians are not.
WEIGHTED = frozenset({"share", "mean", "index", "ratio"})
PARTS = {PeriodKind.QUARTER: 4, PeriodKind.TERTIAL: 3}
LATEST = 12


@dataclass(frozen=True, slots=True)
class TargetMonths:
    """In how many of the newest twelve months the target is met, of those that can be judged.

    `out_of_reach`: the series has no signal, and all that its limits allow lies outside the target.
    """

    met: int
    judged: int
    out_of_reach: bool = False


@dataclass(frozen=True, slots=True)
class Movement:
    """A series' direction, for years its pace, for months how often the target is met, and the last break."""

    trend: Trend
    pace: Pace | None = None
    months: TargetMonths | None = None
    broken: Event | None = None

    @property
    def monthly(self) -> MonthlyTrend | None:
        """The trend of a series that is read month by month; None of others."""
        return self.trend if isinstance(self.trend, MonthlyTrend) else None

    @property
    def limits(self) -> Limits | None:
        """The limits of a monthly series' usual variation."""
        return self.monthly.limits if self.monthly else None


@dataclass(frozen=True, slots=True)
class MixMovement:
    """A whole's `change` since an earlier figure, and how it divides into its units' own change and their mix."""

    earlier: Point
    change: float
    mix: Mix


def movement(series: Series, until: date | None = None) -> Movement:
    """The movement of a series up to its last figure, or up to the last on or before the day `until`."""
    found, broken = trend(series, until), _last_break(series, until)
    if isinstance(found, MonthlyTrend):
        return Movement(found, None, _target_months(series, _months(_whole(series, until)), found), broken)
    points = _whole(series, until)
    if _parts_of_year(points)[0] is not None:
        return Movement(found, None, None, broken)
    return Movement(found, _pace(series, _yearly(points), until, certain=found.is_certain), None, broken)


def trend(series: Series, until: date | None = None) -> Trend:
    """The direction of a series alone, as in its movement: for those who ask it of many."""
    better, points = Better(series.about.better), _whole(series, until)
    months = _months(points)
    if len(_of_kind(series, PeriodKind.MONTH, until)) >= MIN_MONTHS:
        return monthly({point.period.number: plain(point.measure) for point in months}, better, _kind(series, months))
    kind, parts = _parts_of_year(points)
    return part_yearly(parts, PARTS[kind], better) if kind is not None else yearly(_yearly(points), better)


def _whole(series: Series, until: date | None) -> list[Point]:
    """The outcomes that can be held against each other: those since the last break."""
    broken = _last_break(series, until)
    return [point for point in _until(series, until) if broken is None or point.period.start >= broken.day]


def _months(points: Sequence[Point]) -> list[Point]:
    return [point for point in points if point.period.kind is PeriodKind.MONTH]


def _last_break(series: Series, until: date | None) -> Event | None:
    if not series.events:
        return None
    points = _until(series, until)
    return last_break(series.events, max((point.period.end for point in points), default=date.min))


def _kind(series: Series, months: Sequence[Point]) -> MonthlyKind:
    about = series.about
    return MonthlyKind(
        is_count=about.statistic == "count",
        is_share=about.statistic == "share" and about.unit_of_measure == "%",
        is_positive=about.statistic in ("mean", "median", "ratio"),
        decimals=about.decimals,
        counts={point.period.number: point.count for point in months},
    )


def _target_months(series: Series, months: Sequence[Point], trend: MonthlyTrend) -> TargetMonths | None:
    """The target over the newest twelve months; None where none of them can be judged."""
    judged = [series.judge(point) for point in months[-LATEST:]]
    levels = [verdict.judgement.level for verdict in judged if verdict.judgement.level is not Level.UNKNOWN]
    if not levels:
        return None
    met, limits, span = levels.count(Level.MET), trend.limits, judged[-1].span
    wanted = span.target.wanted() if span and not span.target.rule.needs_baseline else None
    if limits is None or wanted is None or trend.signals or trend.is_certain:
        return TargetMonths(met, len(levels))
    process = Bounds(min(month.lower for month in trend.band), max(month.upper for month in trend.band))
    return TargetMonths(met, len(levels), process.apart(wanted))


def _parts_of_year(points: Sequence[Point]) -> tuple[PeriodKind | None, list[tuple[int, int, float | None]]]:
    """The quarters, or else tertials, of a series that has enough of them and fewer whole years."""
    kinds = Counter(point.period.kind for point in points)
    for kind, parts in PARTS.items():
        if kinds[kind] >= max(MIN_POINTS, kinds[PeriodKind.YEAR] + 1):
            months = MONTHS // parts
            chosen = [point for point in points if point.period.kind is kind]
            return kind, [(p.period.year, (p.period.end.month - 1) // months, plain(p.measure)) for p in chosen]
    return None, []


def _pace(series: Series, years: list[tuple[int, float | None]], until: date | None, *, certain: bool) -> Pace:
    """The pace towards the target that the newest figure is compared with."""
    judged, span = series.judged(until=until), series.target_for(series.newest(until=until))
    start = plain(judged.baseline.measure) if judged.baseline else None
    target_year = span.valid_to.year if span and span.valid_to else None
    target, better = span.target if span else None, Better(series.about.better)
    answer = pace(years, target, target_year, better, start, certain=certain)
    if span and judged.point and judged.point.measure and plain(judged.point.measure) is None:
        return Pace(PaceReason.NOT_ONE_NUMBER, answer.per_year, n=answer.n)
    return answer


def by_year(series: Series, until: date | None = None) -> list[tuple[int, float | None]]:
    """Year and figure of the outcomes that are for twelve months ending in the same month; None = no plain number.

    Only those since the last break.
    """
    return _yearly(_whole(series, until))


def _yearly(points: Sequence[Point]) -> list[tuple[int, float | None]]:
    twelve = [point for point in points if point.period.months == MONTHS]
    ends = Counter(point.period.end.month for point in twelve)
    most = max(ends, key=lambda month: (ends[month], month == twelve[-1].period.end.month), default=0)
    return [(point.period.year, plain(point.measure)) for point in twelve if point.period.end.month == most]


def _until(series: Series, until: date | None) -> list[Point]:
    return [point for point in series.outcomes() if until is None or point.period.end <= until]


def _of_kind(series: Series, kind: PeriodKind, until: date | None) -> list[Point]:
    return [point for point in _until(series, until) if point.period.kind is kind]


def gap_movement(women: Series, men: Series, until: date | None = None) -> GapTrend:
    """The movement of the gap between women and men: by month where there are months enough, else by year."""
    of_women, of_men = (by_month(series, until) for series in (women, men))
    gaps = {month: abs(decimal_sum(of_women[month], -of_men[month])) for month in of_women if month in of_men}
    if len(gaps) < MIN_MONTHS:
        return gap_trend(by_year(women, until), by_year(men, until))
    trend = monthly(gaps, Better.LOWER)
    return GapTrend((), GAP_DIRECTIONS[trend.direction], trend, (), Pace(PaceReason.NO_TARGET_YEAR, n=trend.n))


def by_month(series: Series, until: date | None = None) -> dict[int, float]:
    """The outcomes since the last break that are for a calendar month and one number, by month from year 0."""
    broken, months = _last_break(series, until), _of_kind(series, PeriodKind.MONTH, until)
    values = {p.period.number: plain(p.measure) for p in months if broken is None or p.period.start >= broken.day}
    return {month: value for month, value in values.items() if value is not None}


def mix_movement(whole: Series, units: Sequence[Series], point: Point | None) -> MixMovement | None:
    """The whole's change up to a point, divided between its units, each weighed by how many it is about.

    The change is that since the figure before (`Series.before`). None unless two units or more have figure and count
    in both periods and make up the whole's own figures: what a hidden or missing unit did is not guessed.
    """
    earlier = whole.before(point) if point else None
    change = difference(point, earlier) if point and earlier else None
    if point is None or earlier is None or change is None or whole.about.statistic not in WEIGHTED:
        return None
    before, after = _parts(units, earlier), _parts(units, point)
    parts = mix(before, after) if len(before.keys() | after.keys()) > 1 else None
    unit = 10**-whole.about.decimals  # each figure may be off by half of it, the whole's and the units'
    if parts is None or not (_agrees(parts.before, earlier, unit) and _agrees(parts.after, point, unit)):
        return None
    return MixMovement(earlier, change, parts)


def _parts(units: Sequence[Series], whole: Point) -> dict[str, WeightedPart]:
    """The units' figures in the whole's period, by unit; none at all where one is unsaid or they are not the whole.

    A unit without a row for the period was not there then, which the sum of counts must confirm.
    """
    parts = {}
    for series in units:
        point = next((p for p in series.outcomes() if p.period == whole.period), None)
        value = plain(point.measure) if point else None
        if point and (value is None or not point.count):
            return {}
        if point and value is not None:
            parts[series.unit] = WeightedPart(float(point.count or 0), value)
    return parts if whole.count in (None, sum(part.weight for part in parts.values())) else {}


def _agrees(mean: Fraction, point: Point, unit: float) -> bool:
    value = plain(point.measure)
    return value is not None and abs(float(mean) - value) <= unit
