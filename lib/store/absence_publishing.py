"""Publishing absence: which hours of which groups may be shown, settled once when a batch is written.

Every month that a batch touches is computed up the organisation, from hours, and passes the small-groups rule as a
whole. What comes out is kept in a table of its own, which is all that the pages read: so the result for a batch is
fixed, and what was hidden in a month stays hidden when the month is corrected.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from lib.privacy.counts import SMALLEST_GROUP
from lib.rules.absence.hours import AbsencePart, Hole, Hours, HoursCell, month_end
from lib.rules.absence.month import SICK, Month, Name, UnitPart, counts_of, up_the_tree
from lib.rules.organisation import Organisation, Span
from lib.rules.organisation import UnitSuccession as Step
from lib.store.current import current
from lib.tables.model import Absence, Published, Succession, Unit

FROM = frozenset({"absence", "units", "successions"})
"""The tables from which it follows what is published."""
_HOURS = ("sick", "ordinary", "employees")
_REPORTED = (
    Absence.unit,
    Absence.gender,
    Absence.age,
    *(getattr(Absence, name) for name in SICK),
    Absence.ordinary,
    Absence.employees,
    Absence.status,
)
"""The columns of a row of hours that decide what is published."""
_WORTH = {AbsencePart.TOTAL: 4.0, AbsencePart.WOMEN: 2.0, AbsencePart.MEN: 2.0}
"""The worth of an hour of a group to those who read: hide what is looked at least."""


def publish(connection: Connection, batch: int, boards: Collection[str]) -> None:
    """Publish again every month of absence of some boards that a batch touched: all where the organisation changed."""
    for board, months in _touched(connection, batch, boards).items():
        organisation = read_organisation(connection, board)
        reporting = set(connection.scalars(select(Absence.unit).distinct().where(*current(Absence, board))))
        before = month_end(months[0].year, months[0].month - 1)
        reported = reported_rows(connection, board, [before, *months])
        last = counts_of(reported.get(before, []))
        earlier = _published(connection, board, months)
        before_it = _before(connection, board, batch, list(earlier))
        hidden: set[UnitPart] = set()
        for month in months:
            computed = up_the_tree(organisation.on(month), reported.get(month, []), reporting, last)
            old = earlier.get(month, {})
            hidden = without_small(computed, old, before_it.get(month, Month()), hidden)
            _write(connection, board, month, batch, computed, old)
            last = {**last, **computed.counts}


def read_organisation(connection: Connection, board: str, asof: int | None = None) -> Organisation:
    """A board's units and successions (as of a batch)."""
    spans = select(Unit.unit, Unit.parent, Unit.name, Unit.kind, Unit.valid_from, Unit.valid_to)
    steps = select(Succession.unit, Succession.successor, Succession.date, Succession.kind)
    return Organisation(
        tuple(Span(*row) for row in connection.execute(spans.where(*current(Unit, board, asof)).order_by(Unit.place))),
        tuple(Step(*row) for row in connection.execute(steps.where(*current(Succession, board, asof)))),
    )


def _touched(connection: Connection, batch: int, boards: Collection[str]) -> dict[str, list[date]]:
    """The months of each board that are other than before a batch: all of them where its organisation changed."""
    months_of: dict[str, set[date]] = defaultdict(set)
    wrote, ended = (
        _rows_of(connection, by == batch, Absence.board.in_(boards)) for by in (Absence.batch, Absence.superseded)
    )
    for board, month, *_hours in wrote ^ ended:
        months_of[board].add(month)
    for table in (Unit, Succession):
        by_batch = or_(table.batch == batch, table.superseded == batch)
        for board in connection.scalars(select(table.board).distinct().where(table.board.in_(boards), by_batch)):
            months = select(Absence.period_end).distinct().where(*current(Absence, board))
            months_of[board] |= set(connection.scalars(months))
    return {board: sorted(months) for board, months in months_of.items() if months}


def _rows_of(connection: Connection, *by: ColumnElement[bool]) -> set[tuple[Any, ...]]:
    return set(map(tuple, connection.execute(select(Absence.board, Absence.period_end, *_REPORTED).where(*by))))


def reported_rows(
    connection: Connection, board: str, months: Sequence[date], asof: int | None = None
) -> dict[date, list[Row[Any]]]:
    """The reported hours of a board in these months, by the month's last day."""
    query = select(Absence.period_end, *_REPORTED).where(*current(Absence, board, asof), Absence.period_end.in_(months))
    rows = connection.execute(query.order_by(Absence.period_end)).all()
    return {month: list(group) for month, group in groupby(rows, key=itemgetter(0))}


def _before(connection: Connection, board: str, batch: int, months: Sequence[date]) -> dict[date, Month]:
    """The hours of months as they were before a batch."""
    organisation = read_organisation(connection, board, batch - 1)
    reported = reported_rows(connection, board, months, batch - 1)
    return {month: up_the_tree(organisation.on(month), rows, set(), {}) for month, rows in reported.items()}


def without_small(month: Month, old: dict[UnitPart, Row[Any]], before: Month, like: set[UnitPart]) -> set[UnitPart]:
    """Put holes where figures must not be shown; gives the groups with such holes.

    `old`: how the month was published before, `before`: its hours then, `like`: the groups hidden the month before.
    """
    from lib.privacy.hours import suppress  # here, as what solves it takes long to load

    hours, rests = month.hours(), month.rests()
    names: list[Name] = [*month.cells, *rests]
    place = {name: number for number, name in enumerate(names)}
    known = {group for group, row in old.items() if not row.hole and group in place and _is_as(row, month.cells[group])}
    keep: set[Name] = {group for group, row in old.items() if row.hole in (Hole.SMALL, Hole.PROTECTS)}
    if old:
        keep |= rests.keys()

    def places(group: Iterable[Name]) -> list[int]:
        return [place[name] for name in group if name in place]

    reasons = suppress(
        [*(month.counts[group] for group in month.cells), *map(month.people, rests)],
        [hours[name].sick if name in hours else None for name in names],
        [hours[name].ordinary if name in hours else 0.0 for name in names],
        [(place[rest[0]], tuple(places([*parts, rest]))) for rest, parts in month.sums.items()],
        SMALLEST_GROUP,
        worth=[*(_WORTH.get(part, 1.0) for _unit, part in month.cells), *(0.0 for _rest in rests)],
        untold=places(rests),
        keep=places(keep),
        known=places(known),
        changed={place[name]: then for name, then in _changed(keep & place.keys(), hours, before, rests)},
        like=places(like),
    )
    holes = {group: Hole(reason) for group, reason in zip(month.cells, reasons, strict=False) if reason}
    month.cells |= holes
    return set(holes)


def _changed(
    names: Iterable[Name], hours: dict[Name, Hours], before: Month, rests: Collection[Name]
) -> Iterator[tuple[Name, tuple[float, float]]]:
    """Those that were other hours before: the hours and those of work."""
    then = before.hours()
    for name in names:
        was = then.get(name, Hours(0, 0) if name in rests else None)
        if was is not None and was != hours.get(name):
            yield name, (was.sick, was.ordinary)


def _is_as(row: Row[Any], cell: HoursCell) -> bool:
    """Whether a cell is as it was published before."""
    return all(row._mapping[name] == value for name, value in hours_columns(cell).items())


def _published(connection: Connection, board: str, months: Sequence[date]) -> dict[date, dict[UnitPart, Row[Any]]]:
    query = select(Published.__table__).where(*current(Published, board), Published.month.in_(months))
    rows: dict[date, dict[UnitPart, Row[Any]]] = defaultdict(dict)
    for row in connection.execute(query):
        rows[row.month][row.unit, AbsencePart(row.part)] = row
    return rows


def _write(
    connection: Connection, board: str, month: date, batch: int, computed: Month, old: dict[UnitPart, Row[Any]]
) -> None:
    new, gone = [], []
    for (unit, part), cell in computed.cells.items():
        values = hours_columns(cell) | {"preliminary": unit in computed.preliminary}
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


def hours_columns(cell: HoursCell) -> dict[str, Any]:
    """The columns of a published row that a cell fills."""
    if isinstance(cell, Hole):
        return dict.fromkeys(_HOURS) | {"hole": cell.value}
    return {"sick": cell.sick, "ordinary": cell.ordinary, "employees": cell.employees, "hole": ""}
