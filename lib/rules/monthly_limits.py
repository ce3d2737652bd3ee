"""Noise and signals in a monthly series: limits that stand on stated months, and the signals that break them.

The chart is Shewhart's for single values (XmR: values and moving ranges), after D. J. Wheeler, Understanding
Variation (1993), and the rules are those of NHS England's Making Data Count, made stricter in three ways, so that a
series in which nothing happens seldom says that something does (tests/rules/test_nothing_happens.py):

- the limits come from a baseline, the first 12 to 24 months since the series' last break, and widen with the number
  of months compared with them, as simultaneous prediction limits do (R. D. Gibbons, Statistical Methods for
  Groundwater Monitoring, 1994); they are never narrower than Wheeler's three sigma;
- months that hang together (autocorrelation) widen the limits and lengthen the runs that count;
- where the time of year matters, it is taken away first (`lib/rules/season.py`).

Counts that are rare and shares of few have limits of their own (`lib/rules/rare.py`). Months without a plain number
are passed over: the ones before and after then count as neighbours.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from statistics import fmean, stdev

from lib.rules.chance import autocorrelation, run_length, student
from lib.rules.season import Season
from lib.rules.targets import without_noise
from lib.rules.yearly_trend import DirectionReason

MIN_MONTHS = 13
BASELINE = (12, 24)
"""The fewest and the most months that limits stand on."""
RUN, STEADY = 8, 8
SIGMA = 1.128
"""The mean moving range of a normal process, in standard deviations."""
THREE_SIGMA = 3.0
RISK_OUTSIDE, RISK_RUN = 0.03, 0.01
"""How often a series in which nothing happens may have a month outside its limits, and how often a run."""


class LimitMethod(StrEnum):
    """The method behind the limits of a monthly series."""

    SINGLE_VALUES = "single_values"
    SEASON = "season"
    """Single values, the season taken away first."""
    RARE = "rare"
    """Counts so small that the limits are those of chance itself."""
    SHARE = "share"
    """Shares of few, likewise."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Mean and limits of usual variation, in the indicator's unit, and the baseline that they stand on.

    `first` and `last` are the baseline's months, counted from year 0, and `n` how many of them have a figure.
    """

    mean: float
    lower: float
    upper: float
    first: int
    last: int
    n: int
    method: LimitMethod = LimitMethod.SINGLE_VALUES


@dataclass(frozen=True, slots=True)
class MonthLimits:
    """The limits of one month, which differ from the others' by its season or by how many it is about."""

    month: int
    lower: float
    expected: float
    upper: float


@dataclass(frozen=True, slots=True)
class Signal:
    """A deviation beyond usual variation: the rule, whether high (or rising), and the months."""

    rule: DirectionReason
    high: bool
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lengths:
    """The number of months in a row that count: on one side of the mean, and rising or falling."""

    run: int = RUN
    steady: int = STEADY


USUAL = Lengths()


@dataclass(frozen=True, slots=True)
class Reading:
    """Limits, the limits of each month that is compared with them, and every signal, strongest rule first."""

    limits: Limits
    band: tuple[MonthLimits, ...]
    signals: tuple[Signal, ...]


def baseline(months: Sequence[int]) -> tuple[int, ...]:
    """The months that limits stand on: the first 12 to 24, so that up to twelve others can be compared with them."""
    fewest, most = BASELINE
    return tuple(months[: min(most, max(fewest, len(months) - 12))])


def single_values(
    values: Mapping[int, float], season: Season | None = None, floor: float = -math.inf, ceiling: float = math.inf
) -> Reading | None:
    """The limits of values by month and the signals that break them; None with fewer than 13 months.

    `floor` and `ceiling` are what is possible at all, such as 0 and 100 of a share.
    """
    months = sorted(values)
    if len(months) < MIN_MONTHS:
        return None
    effect: Callable[[int], float] = season.effect if season else lambda _month: 0.0
    numbers = [values[month] - effect(month) for month in months]
    stands_on = baseline(months)
    mean, reach, lengths = _spread(numbers, len(stands_on), season.widening if season else 1.0)
    matches = signals(dict(zip(months, numbers, strict=True)), mean, reach, stands_on[-1], lengths)

    def clipped(number: float) -> float:
        return without_noise(min(max(number, floor), ceiling))

    method = LimitMethod.SEASON if season else LimitMethod.SINGLE_VALUES
    limits = Limits(
        without_noise(mean),
        clipped(mean - reach),
        clipped(mean + reach),
        stands_on[0],
        stands_on[-1],
        len(stands_on),
        method,
    )
    band = tuple(
        MonthLimits(month, clipped(middle - reach), clipped(middle), clipped(middle + reach))
        for month in months[len(stands_on) :]
        for middle in (mean + effect(month),)
    )
    return Reading(limits, band, tuple(matches))


def _spread(numbers: Sequence[float], baseline_length: int, widening: float) -> tuple[float, float, Lengths]:
    """The baseline's mean, how far from it the limits lie, and how many months in a row count."""
    base, held = numbers[:baseline_length], len(numbers) - baseline_length
    correlation = autocorrelation(numbers)
    inflation = (1 + correlation) / (1 - correlation)
    independent = max(len(base) / inflation, 4)
    # Fewer independent months also show less of the variation that there is.
    hidden = max(1 - (inflation - 1) / len(base), 0.3)
    ranges = fmean(abs(later - first) for first, later in pairwise(base)) / SIGMA
    sigma = max(stdev(base) / math.sqrt(hidden), ranges) * widening
    simultaneous = student(1 - RISK_OUTSIDE / 2 / held, max(independent - 1, 5)) * math.sqrt(1 + 1 / independent)
    lengths = Lengths(run_length(held, correlation, RISK_RUN, RUN), STEADY + (correlation > 0))
    return fmean(base), max(THREE_SIGMA, simultaneous) * sigma, lengths


def signals(
    values: Mapping[int, float], mean: float, reach: float, baseline_ends: int, lengths: Lengths = USUAL
) -> list[Signal]:
    """Every signal in monthly values that reaches beyond the baseline, strongest rule first.

    A month outside the limits, which lie `reach` from the mean; months that rise, or fall, one after the other; two of
    three months beyond two thirds of the way to the same limit, the third anywhere; months on one side of the mean.
    (NHSRplotthedots, 0.2, wants that third month on the same side too, and counts none that is outside the limits.)
    """
    months = sorted(values)
    numbers = [without_noise(values[month]) for month in months]
    outside = _sides(numbers, without_noise(mean - reach), without_noise(mean + reach))
    near = _sides(numbers, without_noise(mean - reach * 2 / 3), without_noise(mean + reach * 2 / 3))
    steps = [(later > first) - (later < first) for first, later in pairwise(numbers)]
    matches = [
        *((DirectionReason.OUTSIDE_LIMITS, side > 0, (i,)) for i, side in enumerate(outside) if side),
        *(
            (DirectionReason.STEADY_CHANGE, up, (*places, places[-1] + 1))
            for up, places in _stretches(steps, lengths.steady - 1)
        ),
        *((DirectionReason.NEAR_LIMIT, up, places) for up, places in _pairs(near)),
        *(
            (DirectionReason.RUN_BESIDE_MEAN, up, places)
            for up, places in _stretches(_sides(numbers, without_noise(mean), without_noise(mean)), lengths.run)
        ),
    ]
    return [
        Signal(rule, high, tuple(months[place] for place in places))
        for rule, high, places in matches
        if months[places[-1]] > baseline_ends
    ]


def _sides(numbers: Sequence[float], low: float, high: float) -> list[int]:
    """1 above `high`, -1 below `low`, 0 between them or on them."""
    return [(number > high) - (number < low) for number in numbers]


def _stretches(signs: Sequence[int], least: int) -> Iterator[tuple[bool, tuple[int, ...]]]:
    """The unbroken stretches of one sign, zeros apart, that are at least so long: whether up, and their places."""
    for sign, group in groupby(range(len(signs)), key=signs.__getitem__):
        places = tuple(group)
        if sign and len(places) >= least:
            yield sign > 0, places


def _pairs(signs: Sequence[int]) -> Iterator[tuple[bool, tuple[int, ...]]]:
    """The places of one sign with another of it at most two steps away; such chains are taken together."""
    for sign in (1, -1):
        chain: list[int] = []
        for place in [i for i, side in enumerate(signs) if side == sign] + [len(signs) + 2]:
            if chain and place - chain[-1] > 2:
                if len(chain) > 1:
                    yield sign > 0, tuple(chain)
                chain = []
            chain.append(place)
