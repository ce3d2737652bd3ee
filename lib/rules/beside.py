"""A figure beside those of others: its place, the median and the quartiles of the others, and who gave none.

A place is told and decides nothing: levels come from targets alone. It counts the figures there are, so who is missing
is always told with it. Of others only: the own figure is in neither the median nor the quartiles.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median, quantiles

from lib.rules.status import Better

# Of fewer others there is no place, and of fewer than the second no quartiles: they would be the others themselves.
FEWEST, FEWEST_QUARTILES = 3, 4


@dataclass(frozen=True, slots=True)
class Quartiles:
    """The lower quartile, the median and the upper quartile of some figures."""

    lower: float
    median: float
    upper: float


@dataclass(frozen=True, slots=True)
class PlaceAmong:
    """A figure among `others` (by name), of which `missing` have none. `place` counts from the best, ties share one.

    It is None where neither way is better, or where the others are too few.
    """

    own: float
    others: Mapping[str, float]
    missing: tuple[str, ...]
    place: int | None

    @property
    def total(self) -> int:
        """How many have a figure, the own one with them."""
        return len(self.others) + 1

    @property
    def median(self) -> float | None:
        """The median of the others; None where they are too few."""
        return median(self.others.values()) if len(self.others) >= FEWEST else None


def standing(own: float, others: Mapping[str, float | None], better: str) -> PlaceAmong:
    """A figure among those of others of the same time (None = no figure)."""
    there = {name: value for name, value in others.items() if value is not None}
    missing = tuple(name for name, value in others.items() if value is None)
    ranked = better in (Better.HIGHER, Better.LOWER) and len(there) >= FEWEST
    before = sum(value > own if better == Better.HIGHER else value < own for value in there.values())
    return PlaceAmong(own, there, missing, before + 1 if ranked else None)


def quartiles(values: Mapping[str, float]) -> Quartiles | None:
    """The quartiles of the figures, between two by proportion (the inclusive method); None where they are too few."""
    if len(values) < FEWEST_QUARTILES:
        return None
    return Quartiles(*quantiles(values.values(), n=4, method="inclusive"))
