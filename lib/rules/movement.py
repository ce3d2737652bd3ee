"""How a series moves: direction with certainty, pace towards the target, gap between women and men, mix of units.

Joins the rules of `direction`, `variation`, `pace` and `mix` to the figures of a Series. Months are read as a process
with limits, years as a trend; figures of different lengths never stand in one line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from lib.rules.mix import Mix, WeightedPart, mix
from lib.rules.monthly_limits import Capable, Limits, capability, monthly, xmr
from lib.rules.pace import GAP_DIRECTIONS, GapTrend, Pace, PaceReason, gap_trend, pace
from lib.rules.periods import PeriodKind
from lib.rules.series import Point, Series, difference
from lib.rules.status import Better
from lib.rules.targets import decimal_sum
from lib.rules.yearly_trend import Trend, plain, yearly

# Statistics whose whole is the weighted mean of its parts; sums, counts and medians are not.
WEIGHTED = frozenset({"share", "mean", "index", "ratio"})
# With this many months a series is read as months, which have limits, and not as years.
MIN_MONTHS = 13


@dataclass(frozen=True, slots=True)
class Movement:
    """A series' direction, and for years its pace, for months its limits and what they say of the target."""

    trend: Trend
    pace: Pace | None = None
    limits: Limits | None = None
    capable: Capable | None = None


@dataclass(frozen=True, slots=True)
class MixMovement:
    """A whole's `change` since an earlier figure, and how it divides into its units' own change and their mix."""

    earlier: Point
    change: float
    mix: Mix


def movement(series: Series, until: date | None = None) -> Movement:
    """How a series moves up to its last figure, or up to the last on or before the day `until`."""
    better = Better(series.about.better)
    months = _of_kind(series, PeriodKind.MONTH, until)
    span = series.target_for(series.newest(until=until))
    if len(months) >= MIN_MONTHS:
        values = [plain(point.measure) for point in months]
        limits = xmr([value for value in values if value is not None])
        return Movement(monthly(values, better), None, limits, capability(limits, span.target if span else None))
    years = by_year(series, until)
    judged = series.judged(until=until)
    start = plain(judged.baseline.measure) if judged.baseline else None
    target_year = span.valid_to.year if span and span.valid_to else None
    target = span.target if span else None
    found = pace(years, target, target_year, better, start)
    if target and judged.point and judged.point.measure and plain(judged.point.measure) is None:
        found = Pace(PaceReason.NOT_ONE_NUMBER, found.per_year, n=found.n, left_out=found.left_out)
    return Movement(yearly(years, better), found)


def by_year(series: Series, until: date | None = None) -> list[tuple[int, float | None]]:
    """Year and figure of the outcomes that are for whole calendar years; None = no plain number."""
    return [(point.period.year, plain(point.measure)) for point in _of_kind(series, PeriodKind.YEAR, until)]


def _of_kind(series: Series, kind: PeriodKind, until: date | None) -> list[Point]:
    return [
        point
        for point in series.outcomes()
        if point.period.kind is kind and (until is None or point.period.end <= until)
    ]


def gap_movement(women: Series, men: Series, until: date | None = None) -> GapTrend:
    """How the gap between women and men moves: month by month where there are months enough, else year by year."""
    of_women, of_men = (by_month(one, until) for one in (women, men))
    both = [(decimal_sum(value, -of_men[month])) for month, value in of_women.items() if month in of_men]
    if len(both) < MIN_MONTHS:
        return gap_trend(by_year(women, until), by_year(men, until))
    trend = monthly([abs(gap) for gap in both], Better.LOWER)
    return GapTrend((), GAP_DIRECTIONS[trend.direction], trend, (), Pace(PaceReason.NO_TARGET_YEAR, n=trend.n))


def by_month(series: Series, until: date | None = None) -> dict[date, float]:
    """The outcomes that are for a calendar month and one number, by the month's last day."""
    values = ((point.period.end, plain(point.measure)) for point in _of_kind(series, PeriodKind.MONTH, until))
    return {month: value for month, value in values if value is not None}


def mix_movement(whole: Series, units: Sequence[Series], point: Point | None) -> MixMovement | None:
    """How the whole's change up to a point divides between its units, each weighed by how many it is about.

    The change is that since the figure before (`Series.before`). None unless two units or more have figure and count
    in both periods and make up the whole's own figures: what a hidden or missing unit did is not guessed.
    """
    earlier = whole.before(point) if point else None
    change = difference(point, earlier) if point and earlier else None
    if point is None or earlier is None or change is None or whole.about.statistic not in WEIGHTED:
        return None
    before, after = _parts(units, earlier), _parts(units, point)
    found = mix(before, after) if len(before.keys() | after.keys()) > 1 else None
    unit = 10**-whole.about.decimals  # each figure may be off by half of it, the whole's and the units'
    if found is None or not (_agrees(found.before, earlier, unit) and _agrees(found.after, point, unit)):
        return None
    return MixMovement(earlier, change, found)


def _parts(units: Sequence[Series], whole: Point) -> dict[str, WeightedPart]:
    """The units' figures in the whole's period, by unit; none at all where one is unsaid or they are not the whole.

    A unit without a row for the period was not there then, which the sum of counts must confirm.
    """
    found = {}
    for one in units:
        point = next((p for p in one.outcomes() if p.period == whole.period), None)
        value = plain(point.measure) if point else None
        if point and (value is None or not point.count):
            return {}
        if point and value is not None:
            found[one.unit] = WeightedPart(float(point.count or 0), value)
    return found if whole.count in (None, sum(part.weight for part in found.values())) else {}


def _agrees(mean: Fraction, point: Point, unit: float) -> bool:
    value = plain(point.measure)
    return value is not None and abs(float(mean) - value) <= unit
