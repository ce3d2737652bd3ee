"""The season of a monthly series, and trends that are looked for between the same months of different years.

A month is compared with the same month of other years, never with the month before it, where the time of year matters:
fewer reports come in during the summer holidays every year, and that is no improvement.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean, median

from lib.rules.yearly_trend import orders, rank_sum

MONTHS = 12
MIN_YEARS = 2


@dataclass(frozen=True, slots=True)
class Season:
    """The usual distance of each calendar month (0 = January) from the year's mean, from so many whole years."""

    effects: tuple[float, ...]
    years: int

    def effect(self, month: int) -> float:
        """The effect of a month, counted from year 0."""
        return self.effects[month % MONTHS]

    @property
    def widening(self) -> float:
        """The factor by which the months vary beyond what is left when their own effects are taken away."""
        return math.sqrt(self.years / (self.years - 1))


def season_of(values: Mapping[int, float]) -> Season | None:
    """The season of values by month (counted from year 0); None where the calendar months do not clearly differ.

    Analysis of variance in two ways, calendar months and whole years of twelve months up to the last, of which two are
    needed: F of the months beyond its one-percent quantile, which is 2.25 + 20 / df to within a tenth from 22 degrees
    of freedom on and nearly so at 11 (4.07; tables 4.46).
    """
    years = list(_whole_years(values))
    if len(years) < MIN_YEARS:
        return None
    means = [fmean(year) for year in years]
    effects = [fmean(year[i] - mean for year, mean in zip(years, means, strict=True)) for i in range(MONTHS)]
    rest = math.fsum(
        (number - mean - effect) ** 2
        for year, mean in zip(years, means, strict=True)
        for number, effect in zip(year, effects, strict=True)
    )
    freedom = (MONTHS - 1) * (len(years) - 1)
    between = len(years) * math.fsum(effect**2 for effect in effects) / (MONTHS - 1)
    if between <= (2.25 + 20 / freedom) * rest / freedom or between < 1e-18:
        return None
    first = (max(values) + 1) % MONTHS
    return Season(tuple(effects[(i - first) % MONTHS] for i in range(MONTHS)), len(years))


def _whole_years(values: Mapping[int, float]) -> Iterable[list[float]]:
    """The values in stretches of twelve months, counted back from the last, that have all of theirs."""
    last = max(values, default=0)
    for end in range(last, min(values, default=0) - 1, -MONTHS):
        stretch = range(end - MONTHS + 1, end + 1)
        if all(month in values for month in stretch):
            yield [values[month] for month in stretch]


@dataclass(frozen=True, slots=True)
class SeasonalTrend:
    """Kendall's S summed over the seasons, its two-sided probability without any trend, and the change per year."""

    s: int
    p: float
    slope: float


Seasons = Mapping[int, Sequence[tuple[int, float]]]
"""The figures of each season (a calendar month, quarter or tertial) by year, oldest first."""


def by_season(figures: Iterable[tuple[int, int, float]]) -> Seasons:
    """Year, season and figure, sorted into seasons."""
    seasons: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for year, season, figure in sorted(figures):
        seasons[season].append((year, figure))
    return seasons


def seasonal_kendall(seasons: Seasons, *, dependent: bool = True) -> SeasonalTrend | None:
    """The seasonal Mann-Kendall test (Hirsch, Slack and Smith 1982); None where no season has two years.

    Exact by counting where no figures of a season are equal, else by the normal distribution. Where seasons may be
    `dependent`, as what is high in May is often high in June, p is no lower than with the covariance between seasons
    that Hirsch and Slack (Water Resources Research 20, 1984) take from the ranks. The slope is the median of all
    changes per year between figures of the same season (Sen 1968; Gilbert 1987, 17.2).
    """
    slopes = [
        (later - first) / (end - start)
        for figures in seasons.values()
        for (start, first), (end, later) in combinations(figures, 2)
        if end > start
    ]
    if not slopes:
        return None
    columns = [[figure for _year, figure in figures] for figures in seasons.values()]
    s = sum(rank_sum(column) for column in columns)
    independent = math.fsum(_variance(column) for column in columns)
    variance = independent + (max(_covariances(seasons), 0.0) if dependent else 0.0)
    p = math.erfc(max(abs(s) - 1, 0) / math.sqrt(2 * variance)) if variance else 1.0
    if all(len(set(column)) == len(column) for column in columns):
        exact = _exact([len(column) for column in columns], abs(s))
        p = max(p, exact) if variance > independent else exact
    return SeasonalTrend(s, p, median(slopes))


def _variance(figures: Sequence[float]) -> float:
    n, times = len(figures), Counter(figures).values()
    return (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in times)) / 18


def _covariances(seasons: Seasons) -> float:
    """The covariances of S between all pairs of seasons, over the years that both have."""
    total = 0.0
    for season, other in combinations([dict(figures) for figures in seasons.values()], 2):
        years = sorted(season.keys() & other.keys())
        first, second = ([figures[year] for year in years] for figures in (season, other))
        n, ranks = len(years), (_ranks(first), _ranks(second))
        pairs = combinations(zip(first, second, strict=True), 2)
        concordant = sum(_sign(a2 - a1) * _sign(b2 - b1) for (a1, b1), (a2, b2) in pairs)
        products = math.fsum(a * b for a, b in zip(*ranks, strict=True))
        total += 2 * (concordant + 4 * products - n * (n + 1) ** 2) / 3
    return total


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _ranks(figures: Sequence[float]) -> list[float]:
    """Each figure's rank from 1; equal figures share the middle of theirs."""
    return [1 + sum(other < figure for other in figures) + (figures.count(figure) - 1) / 2 for figure in figures]


def _exact(lengths: Sequence[int], s: int) -> float:
    """The probability of so large a sum of S, either way, of seasons whose figures all differ: by counting."""
    ways, pairs = [1], sum(n * (n - 1) // 2 for n in lengths)
    for n in lengths:
        ways = _product(ways, orders(n))
    return min(1.0, 2 * sum(ways[: (pairs - s) // 2 + 1]) / sum(ways))


def _product(first: Sequence[int], other: Sequence[int]) -> list[int]:
    product = [0] * (len(first) + len(other) - 1)
    for i, a in enumerate(first):
        for j, b in enumerate(other):
            product[i + j] += a * b
    return product
