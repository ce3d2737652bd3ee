"""The direction of a yearly series and its certainty: the second question of status, beside its level.

A direction is certain when two things hold that fail for different reasons: a rank test, which does not see how large
the changes are, and the sign of the least-squares slope, which one strange year can turn. Everything else is unclear,
with its reason. The change per year is the median of all changes per year between two figures (Theil 1950; P. K. Sen,
Journal of the American Statistical Association 63, 1968), the usual partner of the rank test: one strange year hardly
moves it. Quarters and tertials, and months, have rules of their own (`lib/rules/part_year_trend.py`,
`lib/rules/monthly_trend.py`).
"""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, combinations
from statistics import median

from lib.rules.status import Better
from lib.rules.targets import Measure, without_noise
from lib.rules.trend_levels import is_trend

MIN_YEARS = 5
"""Fewer cannot be certain: four rising years have p = 2/4! = 0.083, five have 2/5! = 0.017."""


class Direction(StrEnum):
    """The direction of a trend; rising and falling where neither way is better."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    RISING = "rising"
    FALLING = "falling"
    NO_CLEAR_CHANGE = "no_clear_change"
    TOO_FEW_POINTS = "too_few_points"


class DirectionReason(StrEnum):
    """The reason for a direction; each has a sentence of its own."""

    TREND_HOLDS = "trend_holds"
    NOT_SIGNIFICANT = "not_significant"
    HANGS_ON_ONE_YEAR = "hangs_on_one_year"
    """The ranks make a trend, but the slope goes the other way, or does when a single year is left out."""
    ALL_EQUAL = "all_equal"
    TOO_FEW_YEARS = "too_few_years"
    OUTSIDE_LIMITS = "outside_limits"
    STEADY_CHANGE = "steady_change"
    NEAR_LIMIT = "near_limit"
    RUN_BESIDE_MEAN = "run_beside_mean"
    COMMON_CAUSE = "common_cause"
    EARLIER_SIGNAL = "earlier_signal"
    """Something has happened, but the newest month is no part of it."""
    NEW_LEVEL = "new_level"
    """The level shifted so long ago that it is no direction any more, and has stayed."""
    MONTHS_TOGETHER = "months_together"
    """The newest months of a rare count, or of a share of few, differ from the baseline when taken together."""
    SAME_MONTHS = "same_months"
    """A trend between the same months of different years, still going on."""
    SAME_PARTS = "same_parts"
    """A trend between the same quarters, or tertials, of different years."""
    HANGS_ON_ONE_POINT = "hangs_on_one_point"
    PARTS_NOT_SIGNIFICANT = "parts_not_significant"
    TOO_FEW_PARTS = "too_few_parts"
    CONFLICTING_SIGNALS = "conflicting_signals"
    """The newest month belongs to signals of both ways, such as seven months of rise, all below the mean."""
    TOO_FEW_MONTHS = "too_few_months"


@dataclass(frozen=True, slots=True)
class Trend:
    """The direction of a series, why, and from what.

    `slope` is Theil and Sen's change per year in the indicator's unit (None with fewer than two years), `p` the
    two-sided Mann-Kendall probability (None with too few points), `n` the points used, `left_out` those that were not,
    and `gap`: the points used have holes between them. `first` is the year of the first point.
    """

    direction: Direction
    reason: DirectionReason
    n: int
    left_out: int = 0
    gap: bool = False
    slope: float | None = None
    p: float | None = None
    first: int | None = None

    @property
    def is_certain(self) -> bool:
        """Whether a direction is claimed."""
        return self.direction not in (Direction.NO_CLEAR_CHANGE, Direction.TOO_FEW_POINTS)


def yearly(values: Iterable[tuple[int, float | None]], better: Better) -> Trend:
    """The direction of figures by year, in any order; None = no plain number, left out (see `one_a_year`).

    Certain with five years or more, a Mann-Kendall p that resembling years seldom give (`lib/rules/trend_levels.py`),
    and a least-squares slope of the same sign that keeps it when any one year is left out. The test looks at the order
    of the years only, so a gap does not disturb it; the slopes take the years as they are. Numbers count to 12 digits,
    at most 10 of them decimals.
    Raises ValueError for a number that is not finite.
    """
    points, left_out = one_a_year(values)
    years, figures = list(points), list(points.values())
    p = mann_kendall(figures) if len(years) >= MIN_YEARS else None
    rises = rank_sum(figures) > 0
    direction, reason = Direction.NO_CLEAR_CHANGE, DirectionReason.NOT_SIGNIFICANT
    if p is None:
        direction, reason = Direction.TOO_FEW_POINTS, DirectionReason.TOO_FEW_YEARS
    elif len(set(figures)) == 1:
        reason = DirectionReason.ALL_EQUAL
    elif is_trend(p, len(years)) and not slope_keeps_sign(points, rises):
        reason = DirectionReason.HANGS_ON_ONE_YEAR
    elif is_trend(p, len(years)):
        direction, reason = towards(rises, better), DirectionReason.TREND_HOLDS
    gap = bool(years) and years[-1] - years[0] >= len(years)
    slope = slope_per_year(points)
    slope = slope if slope is None else without_noise(slope)
    return Trend(direction, reason, len(years), left_out, gap, slope, p, min(years, default=None))


def towards(up: bool, better: Better) -> Direction:
    """The word for going up, or else down; without judgement where neither way is better ('none', 'range')."""
    if better not in (Better.HIGHER, Better.LOWER):
        return Direction.RISING if up else Direction.FALLING
    return Direction.IMPROVING if up == (better == Better.HIGHER) else Direction.WORSENING


def plain(measure: Measure | None) -> float | None:
    """The figure as one number ('about' counts as one); None where it is a range, '<', '>' or not there."""
    bounds = measure.bounds() if measure else None
    return bounds.low if bounds and bounds.is_point else None


def one_a_year(values: Iterable[tuple[int, float | None]]) -> tuple[dict[int, float], int]:
    """Each year's figure, oldest first, and how many points were left out.

    Left out are None, and all figures of a year that has several: which of them holds is not known here.
    Raises ValueError for a number that is not finite.
    """
    points = list(values)
    numbers = [(year, finite(value)) for year, value in points if value is not None]
    times = Counter(year for year, _ in numbers)
    single = {year: number for year, number in sorted(numbers) if times[year] == 1}
    return single, len(points) - len(single)


def finite(number: float) -> float:
    """The number without binary noise. Raises ValueError where it is not finite."""
    if not math.isfinite(number):
        raise ValueError(f"A figure must be a finite number, not {number}.")
    return without_noise(number)


def slope_per_year(points: Mapping[int, float]) -> float | None:
    """Theil and Sen's change per year, in the indicator's unit, unrounded; None with fewer than two years."""
    slopes = [(later - first) / (end - start) for (start, first), (end, later) in combinations(points.items(), 2)]
    return median(slopes) if slopes else None


def rank_sum(figures: Sequence[float]) -> int:
    """Kendall's S: the pairs whose later figure is the higher one, less those whose later figure is lower."""
    total, before = 0, list[float]()
    for figure in figures:
        lower, not_higher = bisect_left(before, figure), bisect_right(before, figure)
        total += lower - (len(before) - not_higher)
        before.insert(not_higher, figure)
    return total


def mann_kendall(figures: Sequence[float]) -> float:
    """The two-sided probability of such an order of figures without any trend (Mann 1945; Kendall 1975).

    Exact where all figures differ. Where some are equal it is the normal approximation with the correction for
    continuity of Gilbert, Statistical Methods for Environmental Pollution Monitoring (1987), equations 16.2-16.3.
    SciPy's own approximation lacks that correction: it gives 78, 78, 79, 79, 80 p = 0.037, where the true one,
    two of the 30 orders they can come in, is 0.067.
    """
    n, times, s = len(figures), Counter(figures).values(), rank_sum(figures)
    if len(times) == n:
        return exact(n, abs(s))
    variance = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in times)) / 18
    return math.erfc((abs(s) - 1) / math.sqrt(2 * variance)) if s else 1.0


@lru_cache(maxsize=4096)
def exact(n: int, s: int) -> float:
    """The probability of so large a Kendall's S, or larger, either way, of n figures that all differ: by counting."""
    falling = (n * (n - 1) // 2 - s) // 2
    return min(1.0, 2 * sum(orders(n)[: falling + 1]) / math.factorial(n))


@lru_cache(maxsize=64)
def orders(n: int) -> list[int]:
    """The numbers of orders of n different figures that have no falling pair, one, two, and so on."""
    many = [1]
    for before in range(1, n):
        # One more figure makes from none to as many falling pairs as there are figures before it.
        sums = list(accumulate(many + before * [0]))
        many = [upto - (sums[pairs - before - 1] if pairs > before else 0) for pairs, upto in enumerate(sums)]
    return many


def slope_keeps_sign(points: Mapping[int, float], rises: bool) -> bool:
    """Whether the least-squares slope rises (or falls) whichever single year is left out, and so with all of them.

    In whole ten-billionths, so that a slope of exactly zero is zero. The sign is that of n * sum(xy) - sum(x) *
    sum(y), the sum over all pairs of (x - x') * (y - y'): that of all years is made up of those with one left out.
    """
    exact = [(year, int(Decimal(str(figure)).scaleb(10))) for year, figure in points.items()]
    n, years, figures = len(exact), sum(x for x, _ in exact), sum(y for _, y in exact)
    products = sum(x * y for x, y in exact)
    slopes = [(n - 1) * (products - x * y) - (years - x) * (figures - y) for x, y in exact]
    return all(slope > 0 if rises else slope < 0 for slope in slopes)
