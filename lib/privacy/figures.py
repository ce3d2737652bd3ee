"""Plain figures that add up: which others to hide so that those of small groups cannot be worked out of them.

The figures of one indicator are held against each other over units, genders and time. Counts and sums add up
themselves; means, shares, indexes and ratios do when each is taken times the people it is about, where those are known.
A difference that nobody has stored, such as September between January-August and January-September, or the one unit of
an area that has no figure, is a figure too, and is protected like one where it is about few people.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import inf
from typing import TYPE_CHECKING

from lib.privacy.branches import REST
from lib.privacy.counts import Gender
from lib.privacy.intervals import Intervals
from lib.privacy.plain_figure import ONE_PERSON, PlainFigure
from lib.privacy.unreported import Children, unreported

if TYPE_CHECKING:
    from lib.privacy.suppression import SumCell

_OFF = 0.02  # by how much of it a sum may miss its parts and still be one
_ROUNDING = 0.1  # of a mean or a share
_Relation = tuple[int, tuple[int, ...]]


def is_of_one(shares: Sequence[tuple[float, int, int]]) -> list[bool]:
    """Whether each share of an indicator (in per cent, of how many, decimals) is one person, or all but one.

    Only where all of them are parts of a whole number of people; a share of hours is no number of people.
    """
    parts = list[int]()
    for share in shares:
        part = _people_in(*share)
        if part is None:
            return [False] * len(shares)
        parts.append(part)
    return [1 in (part, of - part) for part, (_share, of, _decimals) in zip(parts, shares, strict=True)]


def _people_in(share: float, of: int, decimals: int) -> int | None:
    part = share * of / ONE_PERSON
    rounding = 0.5 * 10**-decimals * of / ONE_PERSON
    return round(part) if abs(part - round(part)) <= rounding + 1e-9 else None


def protecting(stored: Sequence[PlainFigure], children: Children) -> set[int]:
    """The positions of the figures (all of one indicator and kind) to hide beside those hidden already."""
    there = [*stored, *unreported(stored, children)]
    intervals = Intervals.of(there)
    figures = [*there, *intervals.figures]
    secret = {place for place, figure in enumerate(figures) if figure.secret}
    if not secret:
        return set()
    relations = [*_of_units(figures, children), *_of_genders(figures), *intervals.relations]
    is_signed = any((figure.value or 0.0) < 0 for figure in stored)
    beside: set[int] = set()
    for group in _connected(relations):
        if not secret.isdisjoint(group):
            own = [relation for relation in relations if relation[0] in group]
            beside |= _hide(figures, sorted(group), own, is_signed=is_signed)
    return {place for place in beside if place < len(stored)}


def _connected(relations: Sequence[_Relation]) -> list[set[int]]:
    """The positions that are held against each other, in however many steps."""
    group_of: dict[int, set[int]] = {}
    for total, parts in relations:
        joined = {total, *parts}
        for place in [total, *parts]:
            joined |= group_of.get(place, set())
        group_of |= dict.fromkeys(joined, joined)
    return list({id(group): group for group in group_of.values()}.values())


def _hide(
    figures: Sequence[PlainFigure], group: Sequence[int], relations: Sequence[_Relation], *, is_signed: bool
) -> set[int]:
    from lib.privacy.suppression import Relation, hide  # here, as what solves it takes long to load

    at = {place: number for number, place in enumerate(group)}
    sums = [
        Relation(at[total], tuple(at[part] for part in parts), figures[total].minimum) for total, parts in relations
    ]
    return {group[number] for number in hide([_cell(figures[place], is_signed) for place in group], sums).places}


def _cell(figure: PlainFigure, is_signed: bool) -> "SumCell":
    from lib.privacy.suppression import SumCell

    amount, people = figure.amount, figure.number
    is_bounded = figure.is_share and not figure.adds_up and people is not None
    return SumCell(
        value=amount or 0.0,
        width=figure.width if figure.secret else 0.0,
        least=-inf if is_signed or amount is None else min(0.0, amount),
        most=max(ONE_PERSON * (people or 0), amount or 0.0) if is_bounded else inf,
        weight=abs(amount or 0.0) + 1 if figure.adds_up else float(people or 0) + 1,
        people=people,
        hidden=figure.hidden,
        fixed=figure.is_of_nobody,
    )


# What adds up


def _of_units(figures: Sequence[PlainFigure], children: Children) -> Iterator[_Relation]:
    """Units and those below them that have figures, through units that have none."""
    tables: dict[tuple[str, date, date], dict[str, int]] = defaultdict(dict)
    for place, figure in enumerate(figures):
        if figure.can_add_up:
            tables[figure.gender, figure.start, figure.end][figure.unit] = place
    for (_gender, _start, end), there in tables.items():
        below = children(end).below if len(there) > 1 else {}
        for unit, total in there.items():
            parts, is_whole = _below(unit, below, there)
            if parts and _is_sum(figures, total, parts, is_whole):
                yield total, tuple(parts)


def _below(unit: str, children: Mapping[str, Sequence[str]], there: Mapping[str, int]) -> tuple[list[int], bool]:
    """The nearest figures below a unit, and whether there is one in every branch."""
    nearest, is_whole = [there[rest] for rest in (unit + REST,) if rest in there], True
    for child in children.get(unit, ()):
        if child in there:
            nearest.append(there[child])
        else:
            parts, has_all = _below(child, children, there)
            nearest, is_whole = nearest + parts, is_whole and has_all and bool(parts)
    return nearest, is_whole


def _of_genders(figures: Sequence[PlainFigure]) -> Iterator[_Relation]:
    groups: dict[tuple[str, date, date], dict[str, int]] = defaultdict(dict)
    for place, figure in enumerate(figures):
        if figure.can_add_up:
            groups[figure.unit, figure.start, figure.end][figure.gender] = place
    for there in groups.values():
        total, parts = there.get(Gender.TOTAL), [there[gender] for gender in "KM" if gender in there]
        if total is not None and parts and _is_sum(figures, total, parts, len(parts) == 2):
            yield total, tuple(parts)


def _is_sum(figures: Sequence[PlainFigure], total: int, parts: Sequence[int], is_whole: bool) -> bool:
    """Whether a figure may be the sum of others: they come to it, or some are not stored but all are there."""
    whole, amounts = figures[total], [figures[part].amount for part in parts]
    if whole.amount is None or None in amounts:
        return is_whole
    rounding = 1.0
    if not whole.adds_up:
        people, counts = float(whole.count or 0), [figures[part].count for part in parts]
        if None not in counts and not _comes_to(people, [float(count or 0) for count in counts]):
            return False
        rounding = _ROUNDING * people
    return _comes_to(whole.amount, [amount or 0.0 for amount in amounts], rounding)


def _comes_to(whole: float, parts: Sequence[float], rounding: float = 1.0) -> bool:
    """Whether parts make a whole, but for rounding."""
    return abs(sum(parts) - whole) <= max(rounding, _OFF * abs(whole))
