"""Hours of absence of small groups: which are secret, how uncertain those must stay, and what is hidden with them.

One month is one table: the hours of every unit, for all, women, men and the ages, each the sum of its parts. What is
hidden is chosen so that nobody can bound a secret figure more closely than `width`, not even someone who knows how
many people every group is, how many hours each should have worked, and every hour that is shown.

A group of whom nobody told how many they are is taken to be as few as can have so many hours of work. Parts of a sum
that are too few even together, such as the men of two units, are kept uncertain as one, too. A sum of unlike groups,
such as all of one unit and the men of another, is not looked for: it may come out though it is about few people. It
gives nobody away, as each of the groups in it still is as uncertain as `width` says.

Sums over months are not cells. They are shown only where every month of them is, so that they tell nothing that the
months do not, and no two of them can be held against each other. This costs the twelve months after a hole, and
spares every other rule about rolling, accumulated and yearly figures; `like` keeps the holes in one place.

A month that is published again stays hidden where it was. What it showed and still is so is known: hiding it would
help nobody. The hidden figures are taken to be the same as before, so that the two publications held against each
other give no more than the one: then what was hidden must be uncertain by itself, and what is hidden now as well.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from math import ceil

from lib.privacy.suppression import Relation, SumCell, hide

SMALL = "small"
PROTECTS = "protects"

DAY = 8.0
"""In hours. With fewer a group was as good as never absent, this close to all its hours always: each one in it."""
FULL_TIME = 23 * DAY
"""No month has more hours of ordinary work for one person."""
PART_OF_WHOLE = 0.01
PART_OF_VALUE = 0.1
_ALIKE = 0.2  # what a cell is worth, of its weight, that is hidden the month before


def width(value: float, whole: float) -> float:
    """The least uncertainty of a secret number of hours: a working day, a percentage point, a tenth of it."""
    return max(DAY, PART_OF_WHOLE * whole, PART_OF_VALUE * value)


def fewest(whole: float) -> int:
    """The fewest people who can have so many hours of work in a month, none of them more than full time."""
    return ceil(whole / FULL_TIME)


def is_secret(count: int | None, value: float, whole: float, minimum: int) -> bool:
    """Whether hours are about too few people, or about a group of which nobody or everybody was absent.

    Where nobody told how many they are, it is as many as they must be.
    """
    people = fewest(whole) if count is None else count
    return people < minimum or value < DAY or whole - value < DAY


def suppress(
    counts: Sequence[int | None],
    values: Sequence[float | None],
    wholes: Sequence[float],
    relations: Sequence[tuple[int, tuple[int, ...]]],
    minimum: int,
    *,
    worth: Sequence[float] | None = None,
    untold: Collection[int] = (),
    keep: Collection[int] = (),
    known: Collection[int] = (),
    changed: Mapping[int, tuple[float, float]] | None = None,
    like: Collection[int] = (),
) -> list[str]:
    """The reason that each cell is hidden: 'small', 'protects', or '' where it is shown.

    Of each cell: how many people (None = nobody told), their hours of absence (None = not told yet, which is then
    known to all when it is), the hours they should have worked, and what an hour of it is worth to the reader.
    Relations are sums and their parts, a sum before those of its parts. `untold` are in sums only, and told nowhere
    by themselves; `keep` were hidden when the month was published before, `known` were shown and are unchanged,
    `changed` are hidden ones that were other hours then, of other hours of work, and `like` are hidden the month
    before.
    """
    cells = [
        _cell(count, value, whole, minimum, factor)
        for count, value, whole, factor in zip(counts, values, wholes, worth or [1.0] * len(counts), strict=True)
    ]
    for place in untold:
        cells[place] = replace(cells[place], hidden=True)
    for place in like:
        cells[place] = replace(cells[place], weight=_ALIKE * cells[place].weight)
    before = Before(set(keep), set(known), dict(changed or {}))
    places = _hidden(cells, [Relation(total, parts, minimum) for total, parts in relations], before)
    small = {place for place, count in enumerate(counts) if count is not None and count < minimum}
    return ["" if place not in places else SMALL if place in small else PROTECTS for place in range(len(cells))]


def _cell(count: int | None, value: float | None, whole: float, minimum: int, worth: float) -> SumCell:
    if value is None or whole <= 0:
        return SumCell(0.0, fixed=True)
    secret = is_secret(count, value, whole, minimum)
    return SumCell(
        value=value,
        width=width(value, whole) if secret else 0.0,
        most=max(whole, value),
        weight=whole * worth,
        people=fewest(whole) if count is None else count,
    )


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier publication of the month: what it hid, and what it showed that is still so.

    Of what it hid, `changed` has the hours there were then, and the hours of work.
    """

    hidden: set[int]
    known: set[int]
    changed: dict[int, tuple[float, float]]

    def beside(self, cells: list[SumCell], sums: list[Relation]) -> tuple[list[SumCell], list[Relation]]:
        """The cells and sums of both publications: what was hidden and has changed was another cell then."""
        both, then = [*cells, SumCell(0.0, fixed=True)], {place: place for place in self.hidden}
        nothing = len(cells)
        for place in sorted(self.hidden & self.changed.keys()):
            then[place] = len(both)
            value, whole = self.changed[place]
            secret = width(value, whole) if cells[place].width else 0.0
            both.append(replace(cells[place], value=value, width=secret, most=max(whole, value), hidden=True))
        earlier = []
        for total, parts, _minimum in (astuple(relation) for relation in sums):
            hidden = tuple(then[part] for part in parts if part in then)
            if hidden or total in then:
                earlier.append(Relation(then.get(total, nothing), hidden))
        return both, sums + earlier


def _hidden(cells: list[SumCell], sums: list[Relation], before: Before) -> set[int]:
    """The cells to hide so that the earlier publication and this one together give nothing away, if that can be had.

    If it cannot, all that is not known is hidden, so that this publication adds nothing to the earlier one; and in
    the last resort, if what is known gives a secret away by itself, that is hidden too.
    """
    places = before.hidden | {place for place, cell in enumerate(cells) if cell.width or cell.hidden}
    if before.hidden or before.known:
        known = _as_known(cells, places, before.known)
        answer = hide(*before.beside(known, sums))
        places |= {place for place in answer.places if place < len(cells)}
        if not answer.exposed:
            return places
        places |= set(range(len(cells))) - before.known
        if not hide(_as_known(cells, places, before.known), sums).exposed:
            return places
    return places | hide(_as_known(cells, places, set()), sums).places


def _as_known(cells: list[SumCell], hidden: set[int], known: set[int]) -> list[SumCell]:
    """The cells with what is hidden already, and with what is known and so cannot be any other."""
    return [
        replace(cell, hidden=place in hidden, fixed=cell.fixed or (place in known and not cell.width))
        for place, cell in enumerate(cells)
    ]
