"""Figures and targets, both as stretches of the number line, so that they can be compared whole.

A figure is a point, a range, or everything below or above a number; a target is the stretch that the figure
should lie in. `lib/rules/status.py` compares them.
"""

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Rule(StrEnum):
    """The comparison of a figure with its target."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    EQUAL = "equal"
    INCREASE = "increase"
    DECREASE = "decrease"
    NOT_ABOVE = "not_above"
    NOT_BELOW = "not_below"
    DONE = "done"

    @property
    def needs_baseline(self) -> bool:
        """Whether the comparison is with an earlier figure instead of a fixed limit."""
        return self in (Rule.INCREASE, Rule.DECREASE, Rule.NOT_ABOVE, Rule.NOT_BELOW)

    @property
    def needs_value(self) -> bool:
        """Whether the target says nothing without a value (`between` needs an upper value as well)."""
        return not self.needs_baseline and self is not Rule.DONE


class Qualifier(StrEnum):
    """The source's qualifier of a number: exactly, below, above or about it."""

    EXACTLY = "="
    BELOW = "<"
    ABOVE = ">"
    ABOUT = "~"


class FigureStatus(StrEnum):
    """Whether there is a figure to judge (the first two), and if not, why."""

    NORMAL = "normal"
    PRELIMINARY = "preliminary"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"
    CONFIDENTIAL = "confidential"
    HIDDEN = "hidden"
    """Left out on reading because the group is too small (`lib/privacy/counts.py`); never stored."""
    SINGLE = "single"
    """Left out on reading because it tells one person from the others; never stored."""
    PROTECTS = "protects"
    """Left out on reading because one that is too small could be computed from it; never stored."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A stretch of the number line from `low` to `high`; an open end is not itself part of it."""

    low: float = -math.inf
    high: float = math.inf
    low_open: bool = False
    high_open: bool = False

    @property
    def is_point(self) -> bool:
        """Whether the stretch is a single number."""
        return self.low == self.high

    @property
    def ends(self) -> tuple[float, ...]:
        """The finite ends, each once, low before high."""
        return tuple(sorted({end for end in (self.low, self.high) if math.isfinite(end)}))

    def inside(self, other: "Bounds") -> bool:
        """Whether all of this stretch belongs to `other`."""
        low_fits = self.low > other.low or (self.low == other.low and self.low_open >= other.low_open)
        high_fits = self.high < other.high or (self.high == other.high and self.high_open >= other.high_open)
        return low_fits and high_fits

    def apart(self, other: "Bounds") -> bool:
        """Whether no number belongs to both stretches."""
        below = self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))
        above = self.low > other.high or (self.low == other.high and (self.low_open or other.high_open))
        return below or above

    def widened(self, margin: float) -> "Bounds":
        """The stretch with `margin` (0 or more) added at both ends, the new ends included."""
        return Bounds(decimal_sum(self.low, -margin), decimal_sum(self.high, margin))

    def moved(self, way: float) -> "Bounds":
        """The stretch as far higher as this, or lower where it is below zero."""
        return Bounds(decimal_sum(self.low, way), decimal_sum(self.high, way), self.low_open, self.high_open)

    def change_from(self, start: "Bounds") -> "Bounds":
        """Every difference there can be between a number of this stretch and one of `start`."""
        return Bounds(
            decimal_sum(self.low, -start.high),
            decimal_sum(self.high, -start.low),
            self.low_open or start.high_open,
            self.high_open or start.low_open,
        )


class Change(StrEnum):
    """The change of a figure since the period it is compared with, where the source gives no number."""

    HIGHER = "higher"
    LOWER = "lower"
    UNCHANGED = "unchanged"

    def bounds(self) -> Bounds:
        """Every change that it may have been."""
        match self:
            case Change.HIGHER:
                return Bounds(low=0.0, low_open=True)
            case Change.LOWER:
                return Bounds(high=0.0, high_open=True)
            case Change.UNCHANGED:
                return Bounds(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure in the indicator's unit: a `value`, or a range from `lower` to `upper`.

    Beside a value, `lower` and `upper` are its interval: what the true value may be. A range with one end only
    goes on without limit. Where `status` is neither normal nor preliminary, the numbers are not looked at.
    Raises ValueError for numbers that are not finite, for `lower` above `upper`, and for a '<' or '>'
    without a value.
    """

    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    qualifier: Qualifier = Qualifier.EXACTLY
    status: FigureStatus = FigureStatus.NORMAL

    def __post_init__(self) -> None:
        if self.lower is None and self.upper is None and self.value is not None and math.isfinite(self.value):
            return  # one number, as most are
        _require_finite(self.value, self.lower, self.upper)
        if self.lower is not None and self.upper is not None and self.lower > self.upper:
            raise ValueError(f"A range cannot go from {self.lower} up to {self.upper}.")
        if self.value is None and self.qualifier in (Qualifier.BELOW, Qualifier.ABOVE):
            raise ValueError(f"A figure with '{self.qualifier}' needs a value.")

    def bounds(self) -> Bounds | None:
        """The bounds of the true number, or None without one; ends are included except those of '<' and '>'."""
        if self.status not in (FigureStatus.NORMAL, FigureStatus.PRELIMINARY):
            return None
        if self.value is None:
            return self._range()
        value = without_noise(self.value)
        if self.qualifier == Qualifier.BELOW:
            return Bounds(high=value, high_open=True)
        if self.qualifier == Qualifier.ABOVE:
            return Bounds(low=value, low_open=True)
        return Bounds(value, value)

    def interval(self) -> tuple[float, float] | None:
        """The ends of what the true value may be, where both stand beside a value."""
        if self.value is None or self.lower is None or self.upper is None or self.bounds() is None:
            return None
        return without_noise(self.lower), without_noise(self.upper)

    def _range(self) -> Bounds | None:
        if self.lower is None and self.upper is None:
            return None
        low = -math.inf if self.lower is None else without_noise(self.lower)
        high = math.inf if self.upper is None else without_noise(self.upper)
        return Bounds(low, high)


@dataclass(frozen=True, slots=True)
class TargetValue:
    """The target that a figure is compared with; all numbers in the indicator's unit.

    `value` is the limit, the lower limit of `between`, or the least change of `increase` and `decrease`
    (a positive number for both); `not_above`, `not_below` and `done` do not use it. `upper` belongs to
    `between`. `near` is how far off the limit still counts as nearly met, a figure exactly that far off
    included; None = the target knows no nearly, and neither does `done`.
    Raises ValueError for numbers that are not finite, a negative margin or least change, and a `between`
    whose `value` is above `upper`.
    """

    rule: Rule
    value: float | None = None
    upper: float | None = None
    near: float | None = None

    def __post_init__(self) -> None:
        _require_finite(self.value, self.upper, self.near)
        if self.near is not None and self.near < 0:
            raise ValueError(f"A margin cannot be negative ({self.near}).")
        if self.value is None:
            return
        if self.rule in (Rule.INCREASE, Rule.DECREASE) and self.value < 0:
            raise ValueError(f"The least change is given without sign ({self.value}).")
        if self.rule == Rule.BETWEEN and self.upper is not None and self.value > self.upper:
            raise ValueError(f"A target cannot go from {self.value} up to {self.upper}.")

    def wanted(self) -> Bounds | None:
        """The bounds that the figure should lie within, or its change from the baseline for the rules that need one.

        None where the target lacks a limit it needs, and for `done`, which is not a stretch of numbers.
        """
        if self.rule == Rule.DONE or (self.rule.needs_value and self.value is None):
            return None
        if self.rule == Rule.BETWEEN and self.upper is None:
            return None
        return _stretch(self.rule, without_noise(self.value or 0), without_noise(self.upper or 0))


def _stretch(rule: Rule, value: float, upper: float) -> Bounds:
    """The numbers that satisfy a rule; for the rules with a baseline, the changes that do."""
    match rule:
        case Rule.AT_LEAST:
            return Bounds(low=value)
        case Rule.MORE_THAN:
            return Bounds(low=value, low_open=True)
        case Rule.AT_MOST:
            return Bounds(high=value)
        case Rule.LESS_THAN:
            return Bounds(high=value, high_open=True)
        case Rule.BETWEEN:
            return Bounds(value, upper)
        case Rule.INCREASE:  # standing still is no increase, even where the least change is given as 0
            return Bounds(low=value, low_open=value == 0)
        case Rule.DECREASE:
            return Bounds(high=0 - value, high_open=value == 0)
        case Rule.NOT_ABOVE:
            return Bounds(high=0.0)
        case Rule.NOT_BELOW:
            return Bounds(low=0.0)
        case _:
            return Bounds(value, value)


def without_noise(number: float) -> float:
    """The number as people mean it: 12 digits, at most 10 of them decimals, so that 0.1 + 0.2 is 0.3."""
    return round(float(f"{number:.12g}"), 10) + 0.0  # adding zero turns -0.0 into 0.0


def decimal_sum(first: float, second: float) -> float:
    """The sum as on paper; binary floats make 0.1999999285 of 1000000000.3 and -1000000000.1."""
    return without_noise(float(Decimal(str(first)) + Decimal(str(second))))


def _require_finite(*numbers: float | None) -> None:
    for number in numbers:
        if number is not None and not math.isfinite(number):
            raise ValueError(f"A figure must be a finite number, not {number}.")
