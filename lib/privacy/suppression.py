"""Complementary suppression: which figures to hide beside the secret ones, so that none of those can be worked out.

Figures hang together: a unit is the sum of its parts, all are women and men. A secret figure that is left out of
such a sum is found again by subtraction, so others must be left out with it: as few as will do, by weight. What is
hidden is enough when, for every secret figure, *another table agrees with everything shown and is different by a
stated width there*: then whoever knows all that is shown, and how low and high each figure could be, cannot bound
the secret figure more closely than that. Such a table is looked for here, as a linear program: the deviations from
the truth that keep all sums, stay within bounds, move every secret figure far enough and cost the least over the
figures that are not hidden yet. Those that it moves are hidden.

The model is that of Fischetti and Salazar (Solving the cell suppression problem on tabular data with linear
constraints, Management Science 47, 2001), solved by the linear relaxation of Kelly, Golden and Assad (Cell
suppression: disclosure protection for sensitive tabular data, Networks 22, 1992), with one table of deviations for
all secret figures and all levels at once instead of one a figure, and with costs that are renewed from the answer
before, so that few figures move far rather than many a little (Candes, Wakin and Boyd, Enhancing sparsity by
reweighted l1 minimization, 2008). HiGHS solves the program and gives the same answer each time.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lib.privacy.linear_program import Floats, Program, Sums

_DEAR = 100.0  # what it costs at most to fall short of a width altogether; to hide the heaviest figure costs 1
_TRIES = 2  # how often the cells left are taken together at each price
_ROUNDS = 2  # how often the costs are renewed
_USUAL = 500  # cells
_LEAST = 1e-6  # a smaller deviation is none


@dataclass(frozen=True, slots=True)
class SumCell:
    """A figure in a table. `width` is how uncertain it must stay if it is secret; 0 where it may be shown.

    The reader knows that the figure is from `least` to `most`. `weight` is what is lost by hiding it, `people` how
    many it is about. `hidden`: it is so already. `fixed`: the reader knows it whatever is hidden.
    """

    value: float
    width: float = 0.0
    least: float = 0.0
    most: float = np.inf
    weight: float = 1.0
    people: int | None = None
    hidden: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A figure that is the sum of others, by their positions. `minimum`: the fewest people a known sum may be about."""

    total: int
    parts: tuple[int, ...]
    minimum: int = 0


@dataclass(frozen=True, slots=True)
class Hidden:
    """The positions of the cells to hide, and of the secret ones that can be worked out all the same."""

    places: frozenset[int]
    exposed: frozenset[int]


def hide(cells: Sequence[SumCell], relations: Sequence[Relation]) -> Hidden:
    """The cells to hide: the secret ones, those hidden already, and what must go with them.

    Relations are in order, a sum's before those of its parts. A board that is read again, as it stood or with a
    figure more, has for the most part the tables it had: the answers for those of a usual size are kept.
    """
    answer = _hidden_again if len(cells) <= _USUAL else _hidden
    return answer(tuple(cells), tuple(relations))


def _hidden(cells: tuple[SumCell, ...], relations: tuple[Relation, ...]) -> Hidden:
    table = _Table(*_with_unions(cells, relations))
    for price in table.prices():
        for _try in range(_TRIES):
            table.protect(table.signs(), price)
    for cell in table.left():
        for sign in (1.0, -1.0):
            table.protect({cell: sign}, _DEAR)
    hidden = np.flatnonzero(table.hidden[: len(cells)])
    return Hidden(frozenset(hidden.tolist()), frozenset(table.left()))


_hidden_again = lru_cache(maxsize=1024)(_hidden)


def _with_unions(cells: Sequence[SumCell], relations: Sequence[Relation]) -> tuple[list[SumCell], list[Relation]]:
    """The secret parts of a sum that are too few people even together, as one more secret cell: their sum."""
    extended, summed = list(cells), []
    for relation in relations:
        secret = [part for part in relation.parts if cells[part].width > 0 and cells[part].people is not None]
        if len(secret) < 2 or sum(cells[part].people or 0 for part in secret) >= relation.minimum:
            summed.append(relation)
            continue
        value, least, most = (sum(getattr(cells[part], name) for part in secret) for name in ("value", "least", "most"))
        union, others = len(extended), tuple(part for part in relation.parts if part not in secret)
        extended.append(SumCell(value, max(cells[part].width for part in secret), least, most, weight=0.0))
        summed += [Relation(relation.total, (union, *others)), Relation(union, tuple(secret))]
    return extended, summed


class _Table:
    """The cells as arrays; which of them are hidden, and which secret ones cannot be worked out any more."""

    def __init__(self, cells: Sequence[SumCell], relations: Sequence[Relation]) -> None:
        self.down = np.array([max(0.0, cell.value - cell.least) for cell in cells])
        self.up = np.array([max(0.0, cell.most - cell.value) for cell in cells])
        width = np.array([cell.width for cell in cells])
        self.hidden = (width > 0) | np.array([cell.hidden for cell in cells], dtype=bool)
        fixed = np.array([cell.fixed for cell in cells], dtype=bool)
        self.up[fixed] = self.down[fixed] = 0.0
        self.width = np.minimum(width, np.maximum(self.up, self.down))
        self.safe = self.width <= 0
        weight = np.array([cell.weight for cell in cells])
        self.weight = weight / max(weight.max(initial=0.0), _LEAST)
        self.relations = relations
        terms = [[(relation.total, -1.0), *((part, 1.0) for part in relation.parts)] for relation in relations]
        self.sums = Sums.of(terms, len(cells))

    def prices(self) -> Iterator[float]:
        """The cost of falling short, rising: what little figures can do is done before greater ones are hidden."""
        price = 4 * float(np.median(self.weight[self.weight > 0])) if self.left() else _DEAR
        while price < _DEAR:
            yield price
            price *= 10

    def left(self) -> list[int]:
        """The secret cells that can still be worked out."""
        return [int(position) for position in np.flatnonzero(~self.safe)]

    def protect(self, signs: dict[int, float], price: float) -> None:
        """Hide what it takes to move these cells, up or down; whichever then moves far enough is safe."""
        signs = {cell: sign for cell, sign in signs.items() if not self.safe[cell]}
        if signs:
            moved = np.abs(self._moved(signs, price))
            self.hidden |= moved > _LEAST
            self.safe |= moved >= self.width * (1 - _LEAST)

    def signs(self) -> dict[int, float]:
        """The direction in which to move each cell left: so that they make up for each other in every sum.

        The parts of a secret sum move as it does.
        """
        sums: dict[int, list[int]] = defaultdict(list)
        for number, relation in enumerate(self.relations):
            for part in relation.parts:
                sums[part].append(number)
        signs: dict[int, float] = {}
        moved = np.zeros(len(self.relations))
        for cell in self._in_order():
            totals = [self.relations[number].total for number in sums[cell]]
            lean = sum(signs.get(total, 0.0) for total in totals) or -moved[sums[cell]].sum()
            can_rise, can_fall = self.up[cell] >= self.width[cell], self.down[cell] >= self.width[cell]
            signs[cell] = -1.0 if can_fall and (lean < 0 or not can_rise) else 1.0
            moved[sums[cell]] += signs[cell] * self.width[cell]
        return signs

    def _in_order(self) -> Iterator[int]:
        """The cells left, a sum before its parts."""
        waiting = dict.fromkeys(self.left())
        for relation in self.relations:
            for cell in (relation.total, *relation.parts):
                if cell in waiting:
                    del waiting[cell]
                    yield cell
        yield from waiting

    def _moved(self, signs: dict[int, float], price: float) -> Floats:
        """The distance of each cell from the truth in the table that moves these cells and hides the least.

        A cell that is asked to move is its width away, less what it falls short of that, plus what it goes beyond.
        Other hidden cells move for nothing, shown ones at a cost either way. To fall short is dear, but not forbidden.
        """
        moving, sign = np.array(list(signs)), np.array(list(signs.values()))
        width, still = self.width[moving], np.zeros(len(moving))
        ahead, behind = np.where(sign > 0, (self.up[moving], self.down[moving]), (self.down[moving], self.up[moving]))
        can_move = (self.up > 0) | (self.down > 0)
        can_move[moving] = False
        free, visible = np.flatnonzero(can_move & self.hidden), np.flatnonzero(can_move & ~self.hidden)
        cells = np.concatenate([moving, moving, free, visible, visible])
        ways = np.concatenate([-sign, sign, np.ones(len(free) + len(visible)), -np.ones(len(visible))])
        rise, fall = self.up[visible], self.down[visible]
        low = np.concatenate([np.maximum(0, width - ahead), still, -self.down[free], np.zeros(2 * len(visible))])
        high = np.concatenate([width + behind, np.maximum(0, ahead - width), self.up[free], rise, fall])
        start = np.zeros(len(self.width))
        start[moving] = sign * width
        program = Program(self.sums.taken(cells, ways), -self.sums.come_to(start), low, high)
        typical = float(np.median(width))
        moved = np.full(len(self.width), typical)
        for _round in range(_ROUNDS):
            cost = (self.weight / (np.abs(moved) + typical / 10))[visible]
            costs = np.concatenate([price / width, still, 0 * free, cost, cost])
            moved = start + np.bincount(cells, ways * program.cheapest(costs), len(start))
        return moved
