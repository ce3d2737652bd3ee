"""The decomposition of a change in a whole into its parts' own changes and that of the mix of parts.

The sickness absence of a department can rise though it falls in every unit, when staff move to units where it is
higher. Kitagawa's decomposition (Components of a Difference between Two Rates, Journal of the American Statistical
Association 50, 1955, pages 1168-1194) divides such a change in two without a remainder.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from lib.rules.targets import without_noise


@dataclass(frozen=True, slots=True)
class WeightedPart:
    """One part of a whole in one period: a `weight` (hours, persons) and the `value` that is weighed with it.

    Raises ValueError for numbers that are not finite and for a negative weight.
    """

    weight: float
    value: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.weight) and math.isfinite(self.value)):
            raise ValueError(f"A weight and its value must be finite numbers, not {self.weight} and {self.value}.")
        if self.weight < 0:
            raise ValueError(f"A weight cannot be negative ({self.weight}).")


@dataclass(frozen=True, slots=True)
class PartChange:
    """One part's share in the change of the whole, in the values' unit."""

    own: Fraction
    mix: Fraction


@dataclass(frozen=True, slots=True)
class Mix:
    """The weighted means before and after, and the two shares of the change: own + mix = after - before.

    Exact fractions, so that this holds to the last digit, also summed over `parts`; round only what is shown.
    """

    before: Fraction
    after: Fraction
    own: Fraction
    mix: Fraction
    parts: dict[str, PartChange]


def mix(parts_before: Mapping[str, WeightedPart], parts_after: Mapping[str, WeightedPart]) -> Mix | None:
    """The change of a weighted mean divided by code of part; None where either period has no weight at all.

    With shares s and values v before and after, a part's own change is (s1 + s2) / 2 * (v2 - v1) and its mix
    (s2 - s1) * ((v1 + v2) / 2 - m), m being the middle of the two means; as the shares sum to one in both periods,
    taking m away moves nothing between own and mix, but makes a part that grows count upwards only when its value
    is above the whole's. A part without weight in one period has no change of its own there: it is all mix.
    """
    before, after = _shares(parts_before), _shares(parts_after)
    if not before or not after:
        return None
    mean_before, mean_after = _mean(before), _mean(after)
    middle = (mean_before + mean_after) / 2
    parts = {}
    for code in sorted(before.keys() | after.keys()):
        share1, value1 = before.get(code) or (Fraction(0), after[code][1])
        share2, value2 = after.get(code) or (Fraction(0), value1)
        own = (share1 + share2) / 2 * (value2 - value1)
        parts[code] = PartChange(own, (share2 - share1) * ((value1 + value2) / 2 - middle))
    own_sum = sum((part.own for part in parts.values()), Fraction(0))
    mix_sum = sum((part.mix for part in parts.values()), Fraction(0))
    return Mix(mean_before, mean_after, own_sum, mix_sum, parts)


def _shares(parts: Mapping[str, WeightedPart]) -> dict[str, tuple[Fraction, Fraction]]:
    """Share of all weight, and value, by code of part; parts without weight are not there."""
    weighed = {code: (_exact(part.weight), _exact(part.value)) for code, part in parts.items()}
    total = sum((weight for weight, _ in weighed.values()), Fraction(0))
    return {code: (weight / total, value) for code, (weight, value) in weighed.items() if weight}


def _mean(shares: Mapping[str, tuple[Fraction, Fraction]]) -> Fraction:
    return sum((share * value for share, value in shares.values()), Fraction(0))


def _exact(number: float) -> Fraction:
    """The decimal number that is meant, not the binary one nearest to it."""
    return Fraction(str(without_noise(number)))
