"""The axes of a chart: which stretch of values and time is drawn, and where the ticks stand.

The value axis need not start at zero, since the figures are drawn as lines; it is never so short that a small change
looks like a large one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor, log10

from lib.charts.chart import Chart, TargetStep
from lib.charts.style import whole_year
from lib.rules.periods import Period
from lib.words.language import decimals_of, number, period_name

LEAST_SPAN = 0.25
"""The shortest value axis, as a share of the largest figure on it."""


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """The stretch of values drawn; the ticks are evenly spaced from its low end to its high end."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def labels(self) -> tuple[str, ...]:
        """The ticks in figures, all with the same number of decimals."""
        decimals = max(decimals_of(tick) for tick in self.ticks)
        return tuple(number(tick, decimals) for tick in self.ticks)

    @property
    def from_zero(self) -> bool:
        """Whether zero can be seen, so that heights may be compared."""
        return self.low <= 0 <= self.high


def value_axis(chart: Chart, ticks: int = 5) -> ValueAxis:
    """An axis that holds every figure, range and target of the chart, on about so many round numbers."""
    values = list(_values(chart)) or [0.0, 1.0]
    low, high = stretch(chart)
    step = _round_step((high - low) / ticks, whole=not chart.decimals and all(v == int(v) for v in values))
    low, high = floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step
    if _within_hundred(chart.unit, values):
        low, high = max(low, 0.0), min(high, 100.0)
    count = round((high - low) / step)
    return ValueAxis(low, high, tuple(round(low + step * n, 10) for n in range(count + 1)))


def stretch(chart: Chart) -> tuple[float, float]:
    """The lowest and the highest value to draw, before they are rounded to ticks."""
    return stretch_of(list(_values(chart)) or [0.0, 1.0], chart.unit)


def stretch_of(values: Sequence[float], unit: str) -> tuple[float, float]:
    """The stretch that values in a unit of measure are drawn on: the same rules for lines, trends and bullets."""
    low, high = _widened(min(values), max(values))
    if _within_hundred(unit, values) and high > 100:
        return max(low - (high - 100), 0.0), 100.0
    return low, high


def _within_hundred(unit: str, values: Iterable[float]) -> bool:
    return unit == "%" and all(0 <= value <= 100 for value in values)


def _values(chart: Chart) -> Iterable[float]:
    for mark in chart.marks:
        yield mark.y
        yield from (end for end in (mark.low, mark.high, mark.least, mark.most) if end is not None)
    for step in chart.steps:
        yield from (end for end in (step.y, step.upper) if end is not None)
    for other in chart.others:
        yield from (mark.y for mark in other.marks)
    for process in chart.processes:
        for band in process.bands:
            yield from (band.lower, band.upper)


def _widened(low: float, high: float) -> tuple[float, float]:
    """The stretch with some air, at least LEAST_SPAN long, and from zero where zero is near."""
    largest = max(abs(low), abs(high))
    if largest == 0:
        return 0.0, 1.0
    lacking = max(LEAST_SPAN * largest - (high - low), 0.0)
    air = max(lacking / 2, 0.05 * (high - low))
    lower, upper = low - air, high + air
    if low >= 0 and lower <= 0.5 * high:
        lower = 0.0
    if high <= 0 and upper >= 0.5 * low:
        upper = 0.0
    return lower, upper


def _round_step(rough: float, *, whole: bool) -> float:
    """The least of 1, 2, 2.5, 5 times a power of ten that is no less than `rough`; for whole numbers a whole one."""
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * (1 - 1e-9))
    return max(1.0, float(floor(step))) if whole else step


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the time axis with its label; `year` stands below the label where months are shown."""

    x: float
    label: str
    year: str = ""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The stretch of time drawn, in decimal years. `edges` are the turns of the year where they need to be seen."""

    first: float
    last: float
    ticks: tuple[Tick, ...]
    edges: tuple[int, ...]


def time_axis(chart: Chart, room: int = 8) -> TimeAxis:
    """The time of the chart's figures with some air, and at most about `room` labels."""
    at = [mark.x for mark in chart.marks] or [0.5]
    span = max(at) - min(at)
    air = 0.5 if chart.yearly else min(0.5, max(0.08 * span, 1 / 12))
    first, last = min(at) - air, max(at) + air
    if not chart.yearly and span <= 2.1:
        return TimeAxis(first, last, _months(first, last, room), ())
    years = [year for year in range(floor(first), ceil(last)) if first <= year + 0.5 <= last]
    years = years or [floor(max(at))]
    stride = next(n for n in (1, 2, 5, 10, 20, 50, 100, len(years)) if len(years) <= n * room)
    ticks = tuple(Tick(min(max(y + 0.5, first), last), str(y)) for y in years if (years[-1] - y) % stride == 0)
    whole = all(whole_year(mark) for mark in chart.marks)
    edges = () if whole or stride > 1 else tuple(y for y in range(ceil(first), floor(last) + 1))
    return TimeAxis(first, last, ticks, edges)


def _months(first: float, last: float, room: int) -> tuple[Tick, ...]:
    """Ticks in the middle of every month, or every second, third ... counted from January."""
    months = [n for n in range(floor(first * 12), ceil(last * 12) + 1) if first <= (n + 0.5) / 12 <= last]
    stride = next(n for n in (1, 2, 3, 4, 6, 12) if n == 12 or len(months) <= n * room)
    chosen = [n for n in months if n % 12 % stride == 0]
    years = {n: str(n // 12) for i, n in enumerate(chosen) if i == 0 or n // 12 != chosen[i - 1] // 12}
    return tuple(Tick((n + 0.5) / 12, _month_name(n), years.get(n, "")) for n in chosen)


def _month_name(n: int) -> str:
    year, month = divmod(n, 12)
    return period_name(Period.of_month(year, month + 1), short=True).removesuffix(f" {year}")


def within(step: TargetStep, axis: TimeAxis) -> TargetStep:
    """The target's step as far as the axis shows it; never shorter than can be seen."""
    least = 0.06 * (axis.last - axis.first)
    x0 = min(max(step.x0, axis.first), axis.last - least)
    x1 = max(min(step.x1, axis.last), x0 + least)
    return replace(step, x0=x0, x1=x1)
