"""Publishing absence: which hours of which groups may be shown, settled once when a batch is written.

Every month that a batch touches is computed up the organisation, from hours, and passes the small-groups rule as a
whole. What comes out is kept in a table of its own, which is all that the pages read: so the result for a batch is
fixed, and what was hidden in a month stays hidden when the month is corrected.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select, update

from lib.absence import AGES, GENDERS, LENGTHS, Cell, Hole, Hours, Part, month_end, together
from lib.disclosure import SMALLEST_GROUP
from lib.model import Absence, Published, Succession, Unit
from lib.organisation import WHOLE, Organisation, Span, Tree
from lib.organisation import Succession as Step

Group = tuple[str, Part]  # unit and whom of it
FROM = frozenset({"absence", "units", "successions"})
"""The tables from which it follows what is published."""
_SICK = ("sick_1_14", "sick_15_59", "sick_60")
_HOURS = ("sick", "ordinary", "employees")
_PARTS = {part.value: part for part in Part}


_WORTH = {Part.TOTAL: 4.0, Part.WOMEN: 2.0, Part.MEN: 2.0}
"""What an hour of a group is worth to those who read: hide what is looked at least."""


@dataclass(slots=True)
class Month:
    """The groups of a month: their hours or why there are none, whether preliminary, and how many they are."""

    cells: dict[Group, Cell] = field(default_factory=dict)
    counts: dict[Group, int | None] = field(default_factory=dict)
    preliminary: set[str] = field(default_factory=set)


def publish(connection: Connection, batch: int) -> None:
    """Publish anew every month of absence that a batch touched: all of a board where its organisation changed."""
    for board, months in _touched(connection, batch).items():
        organisation = read_organisation(connection, board)
        reporting = set(connection.scalars(select(Absence.unit).distinct().where(*current(Absence, board))))
        before = month_end(months[0].year, months[0].month - 1)
        reported = _reported(connection, board, [before, *months])
        last = _counts(reported.get(before, []))
        kept = _published(connection, board, months)
        before_it = _before(connection, board, batch, list(kept))
        hidden: set[Group] = set()
        for month in months:
            found = up_the_tree(organisation.on(month), reported.get(month, []), reporting, last)
            old = kept.get(month, {})
            hidden = without_small(organisation.on(month), found, old, before_it.get(month, Month()), hidden)
            _write(connection, board, month, batch, found, old)
            last = {**last, **found.counts}


def read_organisation(connection: Connection, board: str, asof: int | None = None) -> Organisation:
    """A board's units and successions (as of a batch)."""
    spans = select(Unit.unit, Unit.parent, Unit.name, Unit.kind, Unit.valid_from, Unit.valid_to)
    steps = select(Succession.unit, Succession.successor, Succession.date, Succession.kind)
    return Organisation(
        tuple(Span(*row) for row in connection.execute(spans.where(*current(Unit, board, asof)).order_by(Unit.place))),
        tuple(Step(*row) for row in connection.execute(steps.where(*current(Succession, board, asof)))),
    )


def current(table: Any, board: str, asof: int | None = None) -> list[Any]:
    """Which rows of a table are a board's current ones (as of a batch)."""
    if asof is None:
        return [table.board == board, table.superseded.is_(None)]
    return [table.board == board, table.batch <= asof, or_(table.superseded.is_(None), table.superseded > asof)]


def _touched(connection: Connection, batch: int) -> dict[str, list[date]]:
    def by(table: Any) -> Any:
        return or_(table.batch == batch, table.superseded == batch)

    found: dict[str, set[date]] = defaultdict(set)
    for board, month in connection.execute(select(Absence.board, Absence.period_end).where(by(Absence)).distinct()):
        found[board].add(month)
    for table in (Unit, Succession):
        for board in connection.scalars(select(table.board).distinct().where(by(table))):
            months = select(Absence.period_end).distinct().where(*current(Absence, board))
            found[board] |= set(connection.scalars(months))
    return {board: sorted(months) for board, months in found.items() if months}


def _reported(
    connection: Connection, board: str, months: Sequence[date], asof: int | None = None
) -> dict[date, list[Row[Any]]]:
    wanted = (Absence.unit, Absence.gender, Absence.age, *(getattr(Absence, name) for name in _SICK))
    wanted += (Absence.ordinary, Absence.employees, Absence.status)
    query = select(Absence.period_end, *wanted).where(*current(Absence, board, asof), Absence.period_end.in_(months))
    rows = connection.execute(query.order_by(Absence.period_end)).all()
    return {month: list(group) for month, group in groupby(rows, key=itemgetter(0))}


def _before(connection: Connection, board: str, batch: int, months: Sequence[date]) -> dict[date, Month]:
    """The hours of months as they were before a batch."""
    organisation = read_organisation(connection, board, batch - 1)
    reported = _reported(connection, board, months, batch - 1)
    return {month: up_the_tree(organisation.on(month), rows, set(), {}) for month, rows in reported.items()}


def _part(gender: str, age: str) -> Part | None:
    """The group of a row; rows by gender and age at once are stored but not shown."""
    return _PARTS[age or gender] if gender == "T" or not age else None


def _counts(rows: Iterable[Row[Any]]) -> dict[Group, int | None]:
    return {(row.unit, part): row.employees for row in rows if (part := _part(row.gender, row.age))}


def up_the_tree(tree: Tree, rows: Iterable[Row[Any]], reporting: set[str], last: dict[Group, int | None]) -> Month:
    """Every group's hours: as reported where they are, else the sum of the units below.

    A lowest unit that has reported before and not for this month is late, and so are the sums it belongs to; how
    many they are is then taken from the month before. Ages and lengths are told of units that have units below: in
    the lowest, they would hardly ever be about more than a few people.
    """
    month = Month()
    for row in rows:
        part = _part(row.gender, row.age)
        if part is None or row.status == "missing" or row.unit not in tree.spans:
            continue
        lengths = [getattr(row, name) for name in _SICK]
        parts = [(part, sum(lengths)), *(zip(LENGTHS, lengths, strict=True) if part is Part.TOTAL else ())]
        for one, sick in parts:
            month.cells[row.unit, one] = Hours(sick, row.ordinary, row.employees or 0)
            month.counts[row.unit, one] = row.employees
        if row.status == "preliminary":
            month.preliminary.add(row.unit)
    for unit in tree.below(WHOLE):
        if unit in tree.children:
            _sum(month, unit, tree.children[unit])
        elif unit in reporting and (unit, Part.TOTAL) not in month.cells:
            for group in [group for group in last if group[0] == unit] or [(unit, Part.TOTAL)]:
                month.cells[group], month.counts[group] = Hole.LATE, last.get(group)
    _sum(month, WHOLE, tree.children.get(WHOLE, []))
    month.cells = {
        (unit, part): cell
        for (unit, part), cell in month.cells.items()
        if part in (Part.TOTAL, *GENDERS) or unit == WHOLE or unit in tree.children
    }
    return month


def _sum(month: Month, unit: str, children: Sequence[str]) -> None:
    """The sums of the units below, of those parts that the unit has not reported itself."""
    there = [child for child in children if (child, Part.TOTAL) in month.cells]
    for part in Part:
        parts = [(child, part) for child in there if (child, part) in month.cells]
        whole = all((child, part) in month.cells or _is_none(month, child, part) for child in there)
        if parts and whole and (unit, part) not in month.cells:
            month.cells[unit, part] = together(month.cells[group] for group in parts)
            counts = [month.counts[group] for group in parts]
            month.counts[unit, part] = None if None in counts else sum(count or 0 for count in counts)
    if not month.preliminary.isdisjoint(there):
        month.preliminary.add(unit)


def _is_none(month: Month, unit: str, part: Part) -> bool:
    """Whether a unit has nobody of a part: it tells of another of the same kind, and blank is then none."""
    kind = next((kind for kind in (GENDERS, AGES, LENGTHS) if part in kind), ())
    return part is not Part.TOTAL and any((unit, other) in month.cells for other in kind)


def without_small(tree: Tree, month: Month, old: dict[Group, Row[Any]], before: Month, like: set[Group]) -> set[Group]:
    """Put holes where figures must not be shown; gives the groups with such holes.

    `old`: how the month was published before, `before`: its hours then, `like`: the groups hidden the month before.
    """
    from lib.small_groups import suppress  # here, as what solves it takes long to load

    groups = list(month.cells)
    place = {group: number for number, group in enumerate(groups)}
    hours = [cell if isinstance(cell, Hours) else None for cell in month.cells.values()]
    keep = {group for group, row in old.items() if row.hole in (Hole.SMALL, Hole.PROTECTS)}
    known = {group for group, row in old.items() if not row.hole and group in place and _is_as(row, month.cells[group])}
    then = {group: cell for group, cell in before.cells.items() if group in keep and isinstance(cell, Hours)}

    def places(found: set[Group]) -> list[int]:
        return [place[group] for group in found if group in place]

    reasons = suppress(
        [month.counts[group] for group in groups],
        [one.sick if one else None for one in hours],
        [one.ordinary if one else 0.0 for one in hours],
        list(_relations(tree, place)),
        SMALLEST_GROUP,
        worth=[_WORTH.get(part, 1.0) for _unit, part in groups],
        keep=places(keep),
        known=places(known),
        changed={
            place[group]: (cell.sick, cell.ordinary)
            for group, cell in then.items()
            if group in place and cell != month.cells[group]
        },
        like=places(like),
    )
    holes = {group: Hole(reason) for group, reason in zip(groups, reasons, strict=True) if reason}
    month.cells |= holes
    return set(holes)


def _is_as(row: Row[Any], cell: Cell) -> bool:
    """Whether a cell is as it was published before."""
    return all(row._mapping[name] == value for name, value in _values(cell).items())


def _relations(tree: Tree, place: dict[Group, int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Which cells are sums of which: a unit's genders, its ages, and the units below it."""
    for unit in (WHOLE, *reversed(list(tree.below(WHOLE)))):
        for kind in (GENDERS, AGES, LENGTHS):
            parts = tuple(place[unit, part] for part in kind if (unit, part) in place)
            if parts and (unit, Part.TOTAL) in place:
                yield place[unit, Part.TOTAL], parts
        for part in Part:
            below = tuple(place[child, part] for child in tree.children.get(unit, ()) if (child, part) in place)
            if below and (unit, part) in place:
                yield place[unit, part], below


def _published(connection: Connection, board: str, months: Sequence[date]) -> dict[date, dict[Group, Row[Any]]]:
    query = select(Published.__table__).where(*current(Published, board), Published.month.in_(months))
    found: dict[date, dict[Group, Row[Any]]] = defaultdict(dict)
    for row in connection.execute(query):
        found[row.month][row.unit, Part(row.part)] = row
    return found


def _write(
    connection: Connection, board: str, month: date, batch: int, found: Month, old: dict[Group, Row[Any]]
) -> None:
    new, gone = [], []
    for (unit, part), cell in found.cells.items():
        values = _values(cell) | {"preliminary": unit in found.preliminary}
        before = old.pop((unit, part), None)
        if before is not None and all(before._mapping[name] == value for name, value in values.items()):
            continue
        if before is not None:
            gone.append(before.id)
        new.append({"batch": batch, "board": board, "unit": unit, "month": month, "part": part.value, **values})
    gone += [row.id for row in old.values()]
    for start in range(0, len(gone), 500):
        these = Published.id.in_(gone[start : start + 500])
        connection.execute(update(Published).where(these).values(superseded=batch))
    if new:
        connection.execute(insert(Published), new)


def _values(cell: Cell) -> dict[str, Any]:
    if isinstance(cell, Hole):
        return dict.fromkeys(_HOURS) | {"hole": cell.value}
    return {"sick": cell.sick, "ordinary": cell.ordinary, "employees": cell.employees, "hole": ""}
