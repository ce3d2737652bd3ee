"""A reader who wants to know one person's absence: collects all that is shown and bounds what is not.

It knows how figures add up and within what bounds each of them must be. A hidden figure, or some together, is bounded
from both sides by a linear program over everything it has been told.
"""

from collections.abc import Hashable, Iterable, Mapping

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array


class Attacker:
    """The knowledge of one reader about figures that are called by a name each."""

    def __init__(self) -> None:
        self.places: dict[Hashable, int] = {}
        self.least: list[float] = []
        self.most: list[float] = []
        self.sums: list[tuple[dict[int, float], float, float]] = []

    def about(self, name: Hashable, least: float = 0.0, most: float = np.inf) -> None:
        """There is a figure of this name, which cannot be outside these bounds."""
        self.places[name] = len(self.places)
        self.least.append(least)
        self.most.append(most)

    def sees(self, terms: Mapping[Hashable, float], low: float, high: float) -> None:
        """A sum of figures, each taken so many times, is from low to high."""
        self.sums.append(({self.places[name]: times for name, times in terms.items()}, low, high))

    def adds_up(self, total: Hashable, parts: Iterable[Hashable]) -> None:
        """A figure is the sum of others."""
        self.sees({**dict.fromkeys(parts, 1.0), total: -1.0}, 0.0, 0.0)

    def range(self, *names: Hashable) -> tuple[float, float]:
        """The least and the most that these figures can be together, with all that is known."""
        goal = np.zeros(len(self.places))
        goal[[self.places[name] for name in names]] = 1.0
        return self._least(goal), -self._least(-goal)

    def width(self, *names: Hashable) -> float:
        """The uncertainty of these figures together."""
        low, high = self.range(*names)
        return high - low

    def _least(self, goal: np.ndarray) -> float:
        entries = [(n, place, times) for n, (terms, _l, _h) in enumerate(self.sums) for place, times in terms.items()]
        rows, columns, values = zip(*entries, strict=True)
        sums = coo_array((values, (rows, columns)), shape=(len(self.sums), len(self.places))).tocsc()
        lows, highs = ([bounds[side] for bounds in self.sums] for side in (1, 2))
        solution = milp(goal, constraints=LinearConstraint(sums, lows, highs), bounds=Bounds(self.least, self.most))
        assert solution.x is not None, f"What is shown cannot be true: {solution.message}"
        return float(solution.fun)
