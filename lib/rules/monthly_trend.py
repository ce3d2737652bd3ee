"""The direction of a monthly series: by the signals that its newest month belongs to, or a trend between same months.

One reading of the months (`MonthlyTrend`) is the source of the sentence, the marks in the chart, the lists and the
slides, so that they cannot contradict each other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lib.rules.monthly_limits import Limits, MonthLimits, Reading, Signal, single_values
from lib.rules.rare import few_in_shares, rare_counts
from lib.rules.season import MONTHS, SeasonalTrend, by_season, season_of, seasonal_kendall
from lib.rules.status import Better
from lib.rules.targets import without_noise
from lib.rules.yearly_trend import Direction, DirectionReason, Trend, finite, towards

YEARS_BACK = 5
"""Without a break the limits look no further back than to the January this many years before the newest month's."""
RECENT = 24
"""A level that has lasted this many months is no direction any more: it is the level."""
MIN_SAME_MONTHS = 36
SIGNIFICANT = 0.01
STILL = 9
"""Of the newest twelve months, how many must have gone on the same way since the year before."""


@dataclass(frozen=True, slots=True)
class MonthlyTrend(Trend):
    """A trend with its limits, those of each month compared with them, and every signal, with the months it is about.

    `since` is the first month that was read, counted from year 0: months before the last break, or too far back, are
    not. `seasonal`: the season was taken away first.
    """

    limits: Limits | None = None
    band: tuple[MonthLimits, ...] = ()
    signals: tuple[Signal, ...] = ()
    now: tuple[Signal, ...] = ()
    since: int = 0
    seasonal: bool = False

    @property
    def marked(self) -> tuple[int, ...]:
        """The months that something is to be said of, each once."""
        return tuple(sorted({month for signal in self.signals for month in signal.months}))

    @property
    def grounds(self) -> tuple[int, ...]:
        """The months that the direction rests on; of what has ended, all that were marked."""
        if self.now:
            ways = {signal.high for signal in self.now}
            rule = self.now if len(ways) > 1 else self.now[:1]
            return tuple(sorted({month for signal in rule for month in signal.months}))
        if self.reason is DirectionReason.NEW_LEVEL and self.shift:
            return self.shift.months
        return () if self.is_certain else self.marked

    @property
    def shift(self) -> Signal | None:
        """The latest run of months beside the baseline's mean; None where there is none."""
        runs = [signal for signal in self.signals if signal.rule is DirectionReason.RUN_BESIDE_MEAN]
        return max(runs, key=lambda run: run.months, default=None)


@dataclass(frozen=True, slots=True)
class MonthlyKind:
    """The kind of figures, by which their limits come about: counts, percentages of counted people, or others.

    `is_positive`: of others, whether they are such that none can be below zero, as means of times are.
    """

    is_count: bool = False
    is_share: bool = False
    is_positive: bool = False
    decimals: int = 0
    counts: Mapping[int, int | None] = field(default_factory=dict)


ANY_KIND = MonthlyKind()


def monthly(
    values: Mapping[int, float | None], better: Better, kind: MonthlyKind = ANY_KIND, since: int | None = None
) -> MonthlyTrend:
    """The direction of figures by month, counted from year 0; None = no plain number, passed over and counted.

    `since` is the first month after the series' last break. What has ended is no direction, as in Making Data Count,
    and the reason is the strongest of the rules. Raises ValueError for a number that is not finite.
    """
    newest = max((month for month, value in values.items() if value is not None), default=0)
    first = max(since or 0, MONTHS * (newest // MONTHS - YEARS_BACK))
    numbers = {month: finite(value) for month, value in sorted(values.items()) if value is not None and month >= first}
    given = [month for month in values if month >= first]
    reading, seasonal = _reading(numbers, kind)
    n, gap = len(numbers), bool(numbers) and newest - min(numbers) >= len(numbers)
    left_out = len(given) - n
    if reading is None:
        few = Direction.TOO_FEW_POINTS, DirectionReason.TOO_FEW_MONTHS
        return MonthlyTrend(*few, n, left_out, gap, since=first)
    trend = _same_months(numbers)
    direction, reason, now = _direction(reading.signals, numbers, better, trend)
    slope, p = (without_noise(trend.slope), trend.p) if trend else (None, None)
    return MonthlyTrend(
        direction,
        reason,
        n,
        left_out,
        gap,
        slope,
        p,
        limits=reading.limits,
        band=reading.band,
        signals=reading.signals,
        now=now,
        since=first,
        seasonal=seasonal,
    )


def _reading(numbers: Mapping[int, float], kind: MonthlyKind) -> tuple[Reading | None, bool]:
    """The limits and signals by the method made for such figures, and whether a season was taken away."""
    special = None
    if kind.is_count:
        special = rare_counts(numbers)
    elif kind.is_share:
        special = few_in_shares(numbers, kind.counts, kind.decimals)
    if special:
        return special, False
    season = season_of(numbers)
    never_below = kind.is_count or kind.is_share or kind.is_positive
    floor = 0.0 if never_below and min(numbers.values(), default=0) >= 0 else float("-inf")
    ceiling = 100.0 if kind.is_share and max(numbers.values(), default=0) <= 100 else float("inf")
    return single_values(numbers, season, floor, ceiling), season is not None


def _direction(
    signals: Sequence[Signal], numbers: Mapping[int, float], better: Better, trend: SeasonalTrend | None
) -> tuple[Direction, DirectionReason, tuple[Signal, ...]]:
    newest = max(numbers)
    reaching = [signal for signal in signals if signal.months[-1] == newest]
    lasting = {signal.high for signal in reaching if _is_lasting(signal, numbers)}
    now = tuple(
        signal for signal in reaching if signal.high not in lasting or signal.rule is DirectionReason.STEADY_CHANGE
    )
    ways = {signal.high for signal in now}
    if len(ways) == 1:
        return towards(now[0].high, better), now[0].rule, now
    if ways:
        return Direction.NO_CLEAR_CHANGE, DirectionReason.CONFLICTING_SIGNALS, now
    if trend and trend.p < SIGNIFICANT and _goes_on(numbers, up=trend.s > 0):
        return towards(trend.s > 0, better), DirectionReason.SAME_MONTHS, ()
    if reaching:
        return Direction.NO_CLEAR_CHANGE, DirectionReason.NEW_LEVEL, ()
    reason = DirectionReason.EARLIER_SIGNAL if signals else DirectionReason.COMMON_CAUSE
    return Direction.NO_CLEAR_CHANGE, reason, ()


def _is_lasting(signal: Signal, numbers: Mapping[int, float]) -> bool:
    """Whether a signal shows a level that has lasted and does not go on changing; its months are then no news."""
    return signal.months[-1] - signal.months[0] >= RECENT and not _goes_on(numbers, up=signal.high)


def _same_months(numbers: Mapping[int, float]) -> SeasonalTrend | None:
    """The trend between the same months of different years, from three years on."""
    if len(numbers) < MIN_SAME_MONTHS:
        return None
    return seasonal_kendall(by_season((month // MONTHS, month % MONTHS, number) for month, number in numbers.items()))


def _goes_on(numbers: Mapping[int, float], *, up: bool) -> bool:
    """Whether most of the newest twelve months lie further that way than the same month of the year before."""
    newest = max(numbers)
    pairs = [
        (numbers[month - MONTHS], numbers[month])
        for month in range(newest - MONTHS + 1, newest + 1)
        if month in numbers and month - MONTHS in numbers
    ]
    return sum(later > first if up else later < first for first, later in pairs) >= STILL
