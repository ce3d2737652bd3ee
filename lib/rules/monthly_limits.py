"""What is noise in a monthly series and what is not: natural process limits and the signals that break them.

The chart is Shewhart's for single values (XmR: values and moving ranges), after D. J. Wheeler, Understanding
Variation (1993); the signals are those of NHS England's Making Data Count. Months without a plain number are
passed over, as in its tools: the ones before and after then count as neighbours.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from statistics import fmean

from lib.rules.status import Better
from lib.rules.targets import Bounds, TargetValue, without_noise
from lib.rules.yearly_trend import Direction, DirectionReason, Trend, finite, towards

MIN_MONTHS = 13
RUN = 7
TO_LIMITS = 2.66
"""Three standard deviations, counted in mean moving ranges: 3 / 1.128."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Mean, mean moving range and the natural process limits of `n` months, in the indicator's unit."""

    mean: float
    moving_range: float
    lower: float
    upper: float
    n: int


@dataclass(frozen=True, slots=True)
class Signal:
    """What usual variation does not explain: by which rule, whether high (or rising), and at which places from 0."""

    rule: DirectionReason
    high: bool
    indices: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MonthlyTrend(Trend):
    """A trend with the limits it was judged by and the signals that the newest month belongs to."""

    limits: Limits | None = None
    signals: tuple[Signal, ...] = ()


class Capability(StrEnum):
    """What a process that goes on as it does makes of its target, month by month."""

    ALWAYS = "always"
    BY_CHANCE = "by_chance"
    NOT_WITHOUT_CHANGE = "not_without_change"
    UNKNOWN = "unknown"


class CapabilityReason(StrEnum):
    """Why a capability came out as it did."""

    LIMITS_WITHIN_TARGET = "limits_within_target"
    LIMITS_ACROSS_TARGET = "limits_across_target"
    LIMITS_OUTSIDE_TARGET = "limits_outside_target"
    NO_TARGET = "no_target"
    TARGET_WITHOUT_LIMIT = "target_without_limit"
    TARGET_IS_A_CHANGE = "target_is_a_change"
    """The target is a change from a baseline, and limits tell of levels."""
    TOO_FEW_MONTHS = "too_few_months"


@dataclass(frozen=True, slots=True)
class Capable:
    """A capability and its reason."""

    capability: Capability
    reason: CapabilityReason


def xmr(values: Sequence[float]) -> Limits | None:
    """The limits of monthly values, oldest first: mean -+ 2.66 mean moving ranges; None with fewer than 13 months."""
    if len(values) < MIN_MONTHS:
        return None
    mean, moving_range = fmean(values), fmean(abs(later - first) for first, later in pairwise(values))
    reach = TO_LIMITS * moving_range
    mean, moving_range, lower, upper = map(without_noise, (mean, moving_range, mean - reach, mean + reach))
    return Limits(mean, moving_range, lower, upper, len(values))


def signals(values: Sequence[float], limits: Limits) -> list[Signal]:
    """Every signal in monthly values (oldest first, in the unit of the limits), strongest rule first.

    A month outside the limits; seven months or more that rise, or fall, one after the other; two of three months
    beyond two thirds of the way to the same limit, the third anywhere; seven or more on one side of the mean.
    (NHSRplotthedots, 0.2, wants that third month on the same side too, and counts none that is outside the limits.)
    """
    numbers = [without_noise(value) for value in values]
    reach = 2 * TO_LIMITS / 3 * limits.moving_range
    near = (without_noise(limits.mean - reach), without_noise(limits.mean + reach))
    steps = [(later > first) - (later < first) for first, later in pairwise(numbers)]
    outside = _sides(numbers, limits.lower, limits.upper)
    return [
        *(Signal(DirectionReason.OUTSIDE_LIMITS, side > 0, (i,)) for i, side in enumerate(outside) if side),
        *(
            Signal(DirectionReason.STEADY_CHANGE, up, (*places, places[-1] + 1))
            for up, places in _stretches(steps, RUN - 1)
        ),
        *(Signal(DirectionReason.NEAR_LIMIT, up, places) for up, places in _pairs(_sides(numbers, *near))),
        *(
            Signal(DirectionReason.RUN_BESIDE_MEAN, up, places)
            for up, places in _stretches(_sides(numbers, limits.mean, limits.mean), RUN)
        ),
    ]


def monthly(values: Iterable[float | None], better: Better, limits: Limits | None = None) -> MonthlyTrend:
    """The direction of monthly values, oldest first, by the signals that the newest month belongs to.

    None = no plain number: passed over and counted as left out. `limits` are those of a period chosen before;
    without them they come from all the values. As in Making Data Count, what has ended is no direction, and the
    reason is the strongest of the rules. Raises ValueError for a number that is not finite.
    """
    given = list(values)
    numbers = [finite(value) for value in given if value is not None]
    limits = limits or xmr(numbers)
    found = signals(numbers, limits) if limits else []
    now = tuple(signal for signal in found if signal.indices[-1] == len(numbers) - 1)
    ways = {signal.high for signal in now}
    if not limits or not numbers:
        direction, reason = Direction.TOO_FEW_POINTS, DirectionReason.TOO_FEW_MONTHS
    elif len(ways) == 1:
        direction, reason = towards(now[0].high, better), now[0].rule
    elif ways:
        direction, reason = Direction.NO_CLEAR_CHANGE, DirectionReason.CONFLICTING_SIGNALS
    else:
        direction = Direction.NO_CLEAR_CHANGE
        reason = DirectionReason.EARLIER_SIGNAL if found else DirectionReason.COMMON_CAUSE
    used = [place for place, value in enumerate(given) if value is not None]
    gap = bool(used) and used[-1] - used[0] >= len(used)
    return MonthlyTrend(direction, reason, len(used), len(given) - len(used), gap, limits=limits, signals=now)


def capability(limits: Limits | None, target: TargetValue | None) -> Capable:
    """Whether a process within these limits meets the target every month, by chance, or not unless changed.

    Limits that end exactly on the target's own limit meet it where it is included. What the target lacks is told
    before what the limits lack.
    """
    if target is None:
        return Capable(Capability.UNKNOWN, CapabilityReason.NO_TARGET)
    if target.rule.needs_baseline:
        return Capable(Capability.UNKNOWN, CapabilityReason.TARGET_IS_A_CHANGE)
    wanted = target.wanted()
    if wanted is None:
        return Capable(Capability.UNKNOWN, CapabilityReason.TARGET_WITHOUT_LIMIT)
    if limits is None:
        return Capable(Capability.UNKNOWN, CapabilityReason.TOO_FEW_MONTHS)
    process = Bounds(limits.lower, limits.upper)
    if process.inside(wanted):
        return Capable(Capability.ALWAYS, CapabilityReason.LIMITS_WITHIN_TARGET)
    if process.apart(wanted):
        return Capable(Capability.NOT_WITHOUT_CHANGE, CapabilityReason.LIMITS_OUTSIDE_TARGET)
    return Capable(Capability.BY_CHANCE, CapabilityReason.LIMITS_ACROSS_TARGET)


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
        for place in [i for i, found in enumerate(signs) if found == sign] + [len(signs) + 2]:
            if chain and place - chain[-1] > 2:
                if len(chain) > 1:
                    yield sign > 0, tuple(chain)
                chain = []
            chain.append(place)
