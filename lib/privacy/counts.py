"""The small-groups rule: which figures must not leave the store's read side.

A figure about so few people that it could be about one of them is hidden, and so is every figure from which
it could be computed. The store applies this once, to all it reads, so that pages, charts, exports and older
views hide the same figures.

The floor comes from lag (2002:1065), which made municipalities report their sick leave: a figure is not to be
given where the group has at most ten employees or where it can be traced to one person. It was written as
4 kap. 1 a § of lagen (1997:614) om kommunal redovisning, since 2019 replaced by lagen (2018:597) om kommunal
bokföring och redovisning. The law is about groups by sex and age in the annual report; here the same floor
holds for every group, and each indicator may set its own.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum

SMALLEST_GROUP = 11
"""How many people a group must have, where an indicator does not say otherwise."""


class Gender(StrEnum):
    """Whom a figure is about."""

    TOTAL = "T"
    WOMEN = "K"
    MEN = "M"


@dataclass(frozen=True, slots=True)
class CountedFigure:
    """A figure by the number of people it is about, which decides whether it may be shown.

    `key` says which figure it is apart from gender (series, unit, period, kind); `count` is how many people
    it is about, None where it is not known; `minimum` is the smallest count shown, 11 by default.
    Raises ValueError for a negative count, which cannot be true and would slip past the floor.
    """

    key: Hashable
    gender: Gender
    count: int | None
    minimum: int = SMALLEST_GROUP

    def __post_init__(self) -> None:
        if self.count is not None and self.count < 0:
            raise ValueError(f"A group cannot be of {self.count} people.")


def hidden(cells: Sequence[CountedFigure]) -> set[int]:
    """The positions of the cells that must not be shown.

    Hidden are cells whose count is below the minimum, zero included, and beside them in the same key:

    - all, where the total is hidden, since women and men are parts of that group;
    - men where women are hidden and a total stands beside, and the reverse, since total minus one gives
      the other;
    - women or men who stand beside a total with the other sex left out, if those left out are too few.

    A count that is not given is taken to be what the other two make it, since a reader can do the same sum; where
    women and men are not counted and all are fewer than twice the minimum, one of them is too few, and both are
    hidden; where nothing is known it hides nothing. Cells of the same key and gender are hidden together.
    """
    return _positions(cells, _hidden_genders)


def too_small(cells: Sequence[CountedFigure]) -> set[int]:
    """Those of the hidden that are too small themselves, or parts of a total that is; the others protect them."""
    return _positions(cells, _small_genders)


def _positions(cells: Sequence[CountedFigure], which: Callable[[Sequence[CountedFigure]], set[Gender]]) -> set[int]:
    """The positions of the cells whose gender is among those of their key."""
    positions: dict[Hashable, list[int]] = defaultdict(list)
    for position, cell in enumerate(cells):
        positions[cell.key].append(position)
    members: set[int] = set()
    for group in positions.values():
        of_key = [cells[position] for position in group]
        if not _are_plainly_enough(of_key):
            genders = which(of_key)
            members.update(position for position in group if cells[position].gender in genders)
    return members


def _are_plainly_enough(cells: Sequence[CountedFigure]) -> bool:
    """Whether nothing can be hidden among the cells of a key: none is counted, or all are and no count follows."""
    counts = [cell.count for cell in cells if cell.count is not None]
    if not counts:
        return True
    is_any_derived = len({cell.gender for cell in cells}) == 2
    return len(counts) == len(cells) and not is_any_derived and min(counts) >= max(cell.minimum for cell in cells)


def _hidden_genders(cells: Sequence[CountedFigure]) -> set[Gender]:
    """The genders to hide among the cells of one key."""
    small = _small_genders(cells)
    if Gender.TOTAL not in small and small and any(cell.gender == Gender.TOTAL for cell in cells):
        return {Gender.WOMEN, Gender.MEN}
    return small or _one_of_them_small(cells)


def _one_of_them_small(cells: Sequence[CountedFigure]) -> set[Gender]:
    """Women and men, where nobody counted either and all together are too few for both to be enough."""
    counts = _counts(cells)
    uncounted = {cell.gender for cell in cells} - {Gender.TOTAL} - counts.keys()
    enough = 2 * max(cell.minimum for cell in cells)
    return uncounted if len(uncounted) == 2 and counts.get(Gender.TOTAL, enough) < enough else set()


def _small_genders(cells: Sequence[CountedFigure]) -> set[Gender]:
    """The genders with too few people: all where the total is, as the others are parts of it."""
    small = _too_small(cells)
    return set(Gender) if Gender.TOTAL in small else small


def _too_small(cells: Sequence[CountedFigure]) -> set[Gender]:
    """The genders with too few people, among them those that no cell shows but a sum would tell of."""
    strictest = max(cell.minimum for cell in cells)
    minimum = {gender: max((c.minimum for c in cells if c.gender == gender), default=strictest) for gender in Gender}
    return {gender for gender, count in _counts(cells).items() if count < minimum[gender]}


def _counts(cells: Sequence[CountedFigure]) -> dict[Gender, int]:
    """The number of people of each gender, where it is given or follows from the two others."""
    counts: dict[Gender, int] = {}
    for cell in cells:
        if cell.count is not None:
            counts[cell.gender] = min(cell.count, counts.get(cell.gender, cell.count))
    if len(counts) != 2:
        return counts
    (missing,) = set(Gender) - counts.keys()
    total, women, men = (counts.get(gender, 0) for gender in Gender)
    derived = women + men if missing is Gender.TOTAL else total - women - men
    # No cell about nobody needs no protection; one that stands there is hidden like any small one.
    if derived > 0 or (derived == 0 and any(cell.gender == missing for cell in cells)):
        counts[missing] = derived
    return counts
