"""Rare events and shares of few, month by month: limits from chance itself instead of from the months' spread.

Where most months are 0 or 1, or a share is one of twelve people, limits counted from the spread promise what is not
possible (-1 events) and take seven empty months for a change. Here a month is compared with its baseline by the exact
conditional test: of all that happened in both, how much happened in the month (Przyborowski and Wilenski, Biometrika
31, 1940, for counts; Fisher's exact test for shares). So are the newest twelve months together.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from lib.rules.chance import binomial_tail, hypergeometric_tail
from lib.rules.monthly_limits import (
    MIN_MONTHS,
    RISK_OUTSIDE,
    LimitMethod,
    Limits,
    MonthLimits,
    Reading,
    Signal,
    baseline,
)
from lib.rules.yearly_trend import DirectionReason

RARE = 3.0
"""Counts whose mean is below this are rare."""
FEW = 10.0
"""A share is of few where fewer than this have what is counted, or have it not, in a usual month."""
LARGEST = 1000
RISK_TOGETHER = 0.02
"""How often the newest months together may differ from the baseline where nothing happens."""
WINDOW = 12


@dataclass(frozen=True, slots=True)
class EventCount:
    """The number of `events` in a month, and of how many (1 month where events are only counted)."""

    events: int
    of: int = 1


def rare_counts(values: Mapping[int, float]) -> Reading | None:
    """Limits and signals of whole numbers by month; None unless they are counts, rare and of 13 months or more."""
    months = sorted(values)
    if len(months) < MIN_MONTHS or any(value < 0 or value != int(value) for value in values.values()):
        return None
    stands_on = baseline(months)
    if sum(values[month] for month in stands_on) >= RARE * len(stands_on):
        return None
    return _read({month: EventCount(int(values[month])) for month in months}, _counts, LimitMethod.RARE, 1.0)


def few_in_shares(values: Mapping[int, float], counts: Mapping[int, int | None], decimals: int) -> Reading | None:
    """Limits and signals of percentages of `counts` people; None unless they are just that, and few, in 13 months."""
    months = sorted(values)
    parts = {month: part_of(values[month], counts.get(month), decimals) for month in months}
    known = {month: part for month, part in parts.items() if part is not None}
    if len(months) < MIN_MONTHS or len(known) < len(months):
        return None
    events, of = (sum(getattr(known[month], name) for month in months) for name in ("events", "of"))
    if min(events, of - events) >= FEW * len(months) or max(part.of for part in known.values()) > LARGEST:
        return None
    return _read(known, _shares, LimitMethod.SHARE, 100.0)


def part_of(percent: float, count: int | None, decimals: int) -> EventCount | None:
    """The number of `count` people that a percentage is, where some whole number of them gives it when rounded."""
    if not count or not 0 <= percent <= 100:
        return None
    events = round(percent * count / 100)
    off = abs(100 * events / count - percent)
    return EventCount(events, count) if off <= 0.5 * 10**-decimals + 1e-9 else None


Tail = Callable[[int, EventCount, EventCount], float]
"""The probability of so many events or more in a part, given those of it and the baseline together."""


def _counts(least: int, part: EventCount, base: EventCount) -> float:
    return binomial_tail(least, part.events + base.events, part.of / (part.of + base.of))


def _shares(least: int, part: EventCount, base: EventCount) -> float:
    return hypergeometric_tail(least, part.of, part.events + base.events, part.of + base.of)


def _high(part: EventCount, base: EventCount, tail: Tail) -> float:
    return tail(part.events, part, base)


def _low(part: EventCount, base: EventCount, tail: Tail) -> float:
    return 1 - tail(part.events + 1, part, base)


def _read(parts: Mapping[int, EventCount], tail: Tail, method: LimitMethod, scale: float) -> Reading:
    months = sorted(parts)
    stands_on = baseline(months)
    base, held = _together(parts, stands_on), months[len(stands_on) :]
    risk = RISK_OUTSIDE / 2 / len(held)
    ends = lru_cache(maxsize=None)(partial(_ends, base=base, tail=tail, risk=risk))
    mean = scale * base.events / base.of
    band = tuple(
        MonthLimits(month, scale * low / parts[month].of, mean, scale * high / parts[month].of)
        for month in held
        for low, high in (ends(parts[month].of),)
    )
    matches = [
        Signal(DirectionReason.OUTSIDE_LIMITS, parts[month].events > high, (month,))
        for month in held
        for low, high in (ends(parts[month].of),)
        if not low <= parts[month].events <= high
    ]
    matches += _newest(parts, base, held[-WINDOW:], tail)
    last = band[-1]
    limits = Limits(mean, last.lower, last.upper, stands_on[0], stands_on[-1], len(stands_on), method)
    return Reading(limits, band, tuple(matches))


def _together(parts: Mapping[int, EventCount], months: Sequence[int]) -> EventCount:
    return EventCount(sum(parts[month].events for month in months), sum(parts[month].of for month in months))


def _ends(of: int, base: EventCount, tail: Tail, risk: float) -> tuple[int, int]:
    """The fewest and the most events of a month that chance does not rule out."""
    expected = round(base.events * of / base.of)
    low = high = min(expected, of) if tail is _shares else expected
    most = of if tail is _shares else None
    while (most is None or high < most) and _high(EventCount(high + 1, of), base, tail) > risk:
        high += 1
    while low > 0 and _low(EventCount(low - 1, of), base, tail) > risk:
        low -= 1
    return low, high


def _newest(parts: Mapping[int, EventCount], base: EventCount, months: Sequence[int], tail: Tail) -> list[Signal]:
    """The signal that the newest months together differ from the baseline."""
    newest = _together(parts, months)
    high, low = _high(newest, base, tail), _low(newest, base, tail)
    if 2 * min(high, low) > RISK_TOGETHER:
        return []
    return [Signal(DirectionReason.MONTHS_TOGETHER, high < low, tuple(months))]
