"""One month of absence as a table: the hours of every group, up the organisation, and what of it is the sum of what.

A sum can be more than its parts: people whose gender is not known, an area's own staff beside its units, a unit that is
late with its hours when its area is not. What is left then is hours of people too, and whoever sees the sum and the
parts knows them: the rest, which stands in no row.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lib.rules.absence.hours import AGES, GENDERS, LENGTHS, AbsencePart, Hole, Hours, HoursCell, together
from lib.rules.organisation import WHOLE, Tree

UnitPart = tuple[str, AbsencePart]  # unit and whom of it
Rest = tuple[UnitPart, str]  # of which group, and beyond which of its parts
Name = UnitPart | Rest
SICK = ("sick_1_14", "sick_15_59", "sick_60")
_PARTS = {part.value: part for part in AbsencePart}
_WHOLE_HOURS = 0.5
"""How much a figure can be off that is rounded to whole hours: less than that by figure is no rest."""


@dataclass(slots=True)
class Month:
    """The groups of a month: their hours or why there are none, whether preliminary, and how many they are.

    `sums` are the parts of which a group is the sum: of its genders, ages or lengths, or of the units below.
    """

    cells: dict[UnitPart, HoursCell] = field(default_factory=dict)
    counts: dict[UnitPart, int | None] = field(default_factory=dict)
    preliminary: set[str] = field(default_factory=set)
    sums: dict[Rest, tuple[UnitPart, ...]] = field(default_factory=dict)

    def hours(self) -> dict[Name, Hours]:
        """The hours of every group that has any, and of the rests."""
        known: dict[Name, Hours] = {group: cell for group, cell in self.cells.items() if isinstance(cell, Hours)}
        return known | self.rests()

    def rests(self) -> dict[Rest, Hours]:
        """The hours of sums beyond those of their parts that are known."""
        rests = {}
        for (group, kind), parts in self.sums.items():
            total, known = self.cells[group], [cell for part in parts if isinstance(cell := self.cells[part], Hours)]
            if isinstance(total, Hours):
                rest = total - sum(known, Hours(0, 0))
                if rest.ordinary > _WHOLE_HOURS * (1 + len(known)):
                    rests[group, kind] = Hours(min(max(rest.sick, 0.0), rest.ordinary), rest.ordinary)
        return rests

    def people(self, rest: Rest) -> int | None:
        """The number of people in a rest; None where it is not known."""
        known = [part for part in self.sums[rest] if isinstance(self.cells[part], Hours)]
        people, *of_parts = (self.counts[group] for group in (rest[0], *known))
        if people is None or None in of_parts:
            return None
        left = people - sum(count or 0 for count in of_parts)
        return left if left > 0 else None  # people with two posts are counted in two parts


def _part(gender: str, age: str) -> AbsencePart | None:
    """The group of a row; rows by gender and age at once are stored but not shown."""
    return _PARTS[age or gender] if gender == "T" or not age else None


def counts_of(rows: Iterable[Any]) -> dict[UnitPart, int | None]:
    """The number of people in each reported group, None where it is not reported."""
    return {(row.unit, part): row.employees for row in rows if (part := _part(row.gender, row.age))}


def up_the_tree(tree: Tree, rows: Iterable[Any], reporting: set[str], last: dict[UnitPart, int | None]) -> Month:
    """Every group's hours: as reported where they are, else the sum of the units below.

    A lowest unit that has reported before and not for this month is late, and so are the sums it belongs to; how
    many they are is then taken from the month before. Ages and lengths are reported for units that have units below: in
    the lowest, they would hardly ever be about more than a few people.
    """
    month = Month()
    for row in rows:
        part = _part(row.gender, row.age)
        if part is None or row.status == "missing" or row.unit not in tree.spans:
            continue
        lengths = [getattr(row, name) for name in SICK]
        parts = [(part, sum(lengths)), *(zip(LENGTHS, lengths, strict=True) if part is AbsencePart.TOTAL else ())]
        for subgroup, sick in parts:
            month.cells[row.unit, subgroup] = Hours(sick, row.ordinary, row.employees)
            month.counts[row.unit, subgroup] = row.employees
        if row.status == "preliminary":
            month.preliminary.add(row.unit)
    for unit in tree.below(WHOLE):
        if unit in tree.children:
            _sum(month, unit, tree.children[unit])
        elif unit in reporting and (unit, AbsencePart.TOTAL) not in month.cells:
            for group in [group for group in last if group[0] == unit] or [(unit, AbsencePart.TOTAL)]:
                month.cells[group], month.counts[group] = Hole.LATE, last.get(group)
    _sum(month, WHOLE, tree.children.get(WHOLE, []))
    month.cells = {
        (unit, part): cell
        for (unit, part), cell in month.cells.items()
        if part in (AbsencePart.TOTAL, *GENDERS) or unit == WHOLE or unit in tree.children
    }
    month.sums = dict(_sums(tree, month.cells))
    return month


def _sum(month: Month, unit: str, children: Sequence[str]) -> None:
    """The sums of the units below, of those parts that the unit has not reported itself."""
    there = [child for child in children if (child, AbsencePart.TOTAL) in month.cells]
    for part in AbsencePart:
        parts = [(child, part) for child in there if (child, part) in month.cells]
        whole = all((child, part) in month.cells or _is_none(month, child, part) for child in there)
        if parts and whole and (unit, part) not in month.cells:
            month.cells[unit, part] = together(month.cells[group] for group in parts)
            counts = [month.counts[group] for group in parts]
            month.counts[unit, part] = None if None in counts else sum(count or 0 for count in counts)
    if not month.preliminary.isdisjoint(there):
        month.preliminary.add(unit)


def _is_none(month: Month, unit: str, part: AbsencePart) -> bool:
    """Whether a unit has nobody of a part: it reports another of the same kind, and blank is then none."""
    kind = next((kind for kind in (GENDERS, AGES, LENGTHS) if part in kind), ())
    return part is not AbsencePart.TOTAL and any((unit, other) in month.cells for other in kind)


def _sums(tree: Tree, cells: dict[UnitPart, HoursCell]) -> Iterator[tuple[Rest, tuple[UnitPart, ...]]]:
    """The parts that each group is the sum of, a sum's before those of its parts."""
    kinds = {"genders": GENDERS, "ages": AGES, "lengths": LENGTHS}
    for unit in (WHOLE, *reversed(list(tree.below(WHOLE)))):
        for kind, of_kind in kinds.items():
            parts = tuple((unit, part) for part in of_kind if (unit, part) in cells)
            if parts and (unit, AbsencePart.TOTAL) in cells:
                yield ((unit, AbsencePart.TOTAL), kind), parts
        for part in AbsencePart:
            below = tuple((child, part) for child in tree.children.get(unit, ()) if (child, part) in cells)
            if below and (unit, part) in cells:
                yield ((unit, part), "units"), below
