"""The reach of chance alone: quantiles, tails of exact distributions, and months that hang together.

Only what the standard library lacks. Nothing here knows what a figure is about.
"""

import math
from collections.abc import Sequence
from itertools import accumulate, pairwise
from statistics import NormalDist, fmean

MOST_CORRELATED = 0.8
# Residuals about a mean and one step show too little correlation, by some 5 / n (Marriott and Pope, Biometrika 41,
# 1954, have (1 + 3 rho) / n about a mean alone; the rest was found by simulation of white noise and of AR(1) 0.5).
_CORRELATION_BIAS = 5.0
_LEAST_SIDE = 6


def student(probability: float, freedom: float) -> float:
    """The quantile of Student's t by the expansion of Abramowitz and Stegun 26.7.5, for 5 degrees of freedom or more.

    >>> round(student(0.975, 23), 3)
    2.069
    """
    z = NormalDist().inv_cdf(probability)
    return (
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
    )


def binomial_tail(least: int, trials: int, probability: float) -> float:
    """The probability of at least so many successes."""
    if least <= 0:
        return 1.0
    if probability <= 0.0:
        return 0.0
    log_odds = (math.log(probability), math.log1p(-probability)) if probability < 1 else (0.0, -math.inf)
    terms = (_log_choose(trials, k) + k * log_odds[0] + (trials - k) * log_odds[1] for k in range(least, trials))
    return min(1.0, math.fsum(math.exp(term) for term in terms) + probability**trials * (least <= trials))


def hypergeometric_tail(least: int, drawn: int, marked: int, whole: int) -> float:
    """The probability of at least so many marked among those drawn from a whole (Fisher's exact test)."""
    start = max(least, drawn + marked - whole, 0)
    every = _log_choose(whole, drawn)
    terms = (
        _log_choose(marked, k) + _log_choose(whole - marked, drawn - k) - every
        for k in range(start, min(drawn, marked) + 1)
    )
    return min(1.0, math.fsum(math.exp(term) for term in terms))


def _log_choose(of: int, some: int) -> float:
    return math.lgamma(of + 1) - math.lgamma(some + 1) - math.lgamma(of - some + 1)


def autocorrelation(numbers: Sequence[float]) -> float:
    """The correlation of each number with the one before it, 0 to 0.8, less one step that the numbers may have taken.

    The best single step is taken away first, as a change of level would otherwise look like resemblance. What does not
    reach one standard error of white noise (1 / sqrt n) counts as none.
    """
    n = len(numbers)
    rest = _without_step(numbers)
    total = math.fsum(value * value for value in rest)
    if n <= 2 * _LEAST_SIDE or total <= 0:
        return 0.0
    estimate = math.fsum(first * second for first, second in pairwise(rest)) / total + _CORRELATION_BIAS / n
    return min(estimate, MOST_CORRELATED) if estimate >= 1 / math.sqrt(n) else 0.0


def _without_step(numbers: Sequence[float]) -> list[float]:
    n, sums = len(numbers), [0.0, *accumulate(numbers)]
    places = range(_LEAST_SIDE, n - _LEAST_SIDE + 1)
    if not places:
        mean = fmean(numbers) if numbers else 0.0
        return [number - mean for number in numbers]

    def apart(place: int) -> float:
        return place * (n - place) * (sums[place] / place - (sums[n] - sums[place]) / (n - place)) ** 2

    place = max(places, key=apart)
    before, after = sums[place] / place, (sums[n] - sums[place]) / (n - place)
    return [number - (before if i < place else after) for i, number in enumerate(numbers)]


def run_length(months: int, correlation: float, risk: float, least: int) -> int:
    """The run of months on one side of the mean that chance alone seldom gives: at most `risk` in so many months.

    Neighbours lie on the same side with probability q = 1/2 + arcsin(correlation) / pi (Sheppard 1899), so some
    months * (1 - q) * q ** (length - 1) runs of that length or more are to be expected.
    """
    same = 0.5 + math.asin(correlation) / math.pi
    return max(least, 1 + math.ceil(math.log(risk / (months * (1 - same) + 1)) / math.log(same)))
