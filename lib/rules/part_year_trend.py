"""The direction of quarterly and tertial series: each part of the year is compared with that of other years."""

from collections.abc import Iterable
from statistics import fmean

from lib.rules.season import by_season, seasonal_kendall
from lib.rules.status import Better
from lib.rules.targets import without_noise
from lib.rules.yearly_trend import Direction, DirectionReason, Trend, finite, slope_keeps_sign, towards

MIN_POINTS, MIN_YEARS = 8, 3
SIGNIFICANT, OF_FEW = 0.005, 0.01
"""Stricter than for years, as parts that follow each other resemble each other, which the ranks do not see; of three
years no p is lower than 2 / 6^3 = 0.0093 where each has three parts."""
MANY_YEARS = 10
"""From so many years on the ranks tell how parts of the year depend on each other (Hirsch and Slack 1984)."""

PartFigure = tuple[int, int, float | None]
"""Year, part of the year from 0, and the figure; None = no plain number, left out."""


def part_yearly(values: Iterable[PartFigure], parts: int, better: Better) -> Trend:
    """The direction of figures by part of the year, of which a year has so many.

    Certain with eight points of three years or more, a seasonal Mann-Kendall p below 0.005 (of three years 0.01), and a
    least-squares slope of the same sign, the parts' own means taken away, that keeps it when any one point is left out.
    """
    given = list(values)
    figures = sorted((year, part, finite(value)) for year, part, value in given if value is not None)
    places = [parts * year + part for year, part, _value in figures]
    n, left_out = len(figures), len(given) - len(figures)
    gap = bool(places) and places[-1] - places[0] >= n
    years = len({year for year, _part, _value in figures})
    trend = seasonal_kendall(by_season(figures), dependent=years >= MANY_YEARS)
    if trend is None or n < MIN_POINTS or years < MIN_YEARS:
        return Trend(Direction.TOO_FEW_POINTS, DirectionReason.TOO_FEW_PARTS, n, left_out, gap)
    direction, reason = Direction.NO_CLEAR_CHANGE, DirectionReason.PARTS_NOT_SIGNIFICANT
    if len({value for _year, _part, value in figures}) == 1:
        reason = DirectionReason.ALL_EQUAL
    elif trend.p < (OF_FEW if years == MIN_YEARS else SIGNIFICANT):
        means = {part: fmean(value for _year, value in column) for part, column in by_season(figures).items()}
        level = {parts * year + part: without_noise(value - means[part]) for year, part, value in figures}
        direction, reason = towards(trend.s > 0, better), DirectionReason.SAME_PARTS
        if not slope_keeps_sign(level, trend.s > 0):
            direction, reason = Direction.NO_CLEAR_CHANGE, DirectionReason.HANGS_ON_ONE_POINT
    return Trend(direction, reason, n, left_out, gap, without_noise(trend.slope), trend.p, figures[0][0])
