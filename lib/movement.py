"""How a series moves: its direction with certainty, its pace towards the target, and the gap between women and men.

Joins the rules of `direction`, `variation` and `pace` to the figures of a Series. Months are read as a process with
limits, years as a trend; figures of different lengths never stand in one line.
"""

from dataclasses import dataclass
from datetime import date

from lib.direction import Trend, plain, yearly
from lib.pace import GapTrend, Pace, gap_trend, pace
from lib.periods import PeriodKind
from lib.series import Point, Series
from lib.status import Better
from lib.variation import Capable, Limits, capability, monthly, xmr

# With this many months a series is read as months, which have limits, and not as years.
MIN_MONTHS = 13


@dataclass(frozen=True, slots=True)
class Movement:
    """A series' direction, and for years its pace, for months its limits and what they say of the target."""

    trend: Trend
    pace: Pace | None = None
    limits: Limits | None = None
    capable: Capable | None = None


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
    return Movement(yearly(years, better), pace(years, target, target_year, better, start))


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
    """How the gap between women and men moves, year by year."""
    return gap_trend(by_year(women, until), by_year(men, until))
