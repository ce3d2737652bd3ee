"""Reading what is published of absence: a few units' months, and every lowest unit's twelve months, nothing more.

As of an earlier batch, what is hidden now is hidden too.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.sql.elements import ColumnElement

from lib.rules.absence.hours import ROLLING, AbsencePart, Hole, Hours, HoursCell, Method, counted_months, percent
from lib.rules.organisation import WHOLE, Organisation
from lib.store.absence_publishing import read_organisation
from lib.store.current import current
from lib.store.store import Store
from lib.tables.model import Published

PublishedCells = dict[tuple[str, AbsencePart], dict[date, HoursCell]]
_SECRET = (Hole.SMALL, Hole.PROTECTS)


@dataclass(frozen=True)
class AbsenceReader:
    """A board's published absence as of a data version (None = now)."""

    store: Store
    board: str
    asof: int | None = None

    def organisation(self) -> Organisation:
        """The board's units over time, and what became of them."""
        with self.store.engine.connect() as connection:
            return read_organisation(connection, self.board, self.asof)

    def months(self) -> dict[date, bool]:
        """Every month that has something, oldest first, and whether the whole board is known."""
        query = select(Published.month, Published.hole).where(
            *current(Published, self.board, self.asof), Published.unit == WHOLE, Published.part == AbsencePart.TOTAL
        )
        with self.store.engine.connect() as connection:
            return {month: hole != Hole.LATE for month, hole in connection.execute(query.order_by(Published.month))}

    def cells(self, units: Collection[str]) -> PublishedCells:
        """The cells of some units, by unit and part, then by month."""
        cells: PublishedCells = defaultdict(dict)
        names = (Published.unit, Published.part, Published.month)
        figures = (Published.sick, Published.ordinary, Published.employees, Published.hole)
        wanted = Published.unit.in_(sorted(units))
        query = select(*names, *figures).where(*current(Published, self.board, self.asof), wanted)
        with self.store.engine.connect() as connection:
            rows: list[Any] = list(connection.execute(query.order_by(Published.month)))
            for row in rows:
                hours = Hole(row.hole) if row.hole else Hours(row.sick, row.ordinary, row.employees)
                cells[row.unit, AbsencePart(row.part)][row.month] = hours
            if self.asof is not None:
                for unit, part, month, hole in connection.execute(self._secret(wanted)):
                    if month in cells.get((unit, AbsencePart(part)), {}):
                        cells[unit, AbsencePart(part)][month] = Hole(hole)
        return dict(cells)

    def _secret(self, *wanted: ColumnElement[bool]) -> Any:
        names = (Published.unit, Published.part, Published.month, Published.hole)
        return select(*names).where(*current(Published, self.board), Published.hole.in_(_SECRET), *wanted)

    def rolling(self, end: date) -> dict[str, float]:
        """The twelve months of every unit that can be shown in all of them, in percent."""
        months = counted_months(end, Method.ROLLING)
        wanted = (Published.part == AbsencePart.TOTAL, Published.month.in_(months))
        sums = (func.sum(Published.sick), func.sum(Published.ordinary), func.count(Published.sick))
        query = select(Published.unit, *sums).where(*current(Published, self.board, self.asof), *wanted)
        with self.store.engine.connect() as connection:
            secret = self._hidden_now(connection, *wanted)
            rows: list[Any] = list(connection.execute(query.group_by(Published.unit)))
        shares = {unit: percent(sick, ordinary) for unit, sick, ordinary, n in rows if n == ROLLING}
        return {unit: share for unit, share in shares.items() if share is not None and unit not in secret}

    def _hidden_now(self, connection: Connection, *wanted: ColumnElement[bool]) -> set[str]:
        return {row[0] for row in connection.execute(self._secret(*wanted))} if self.asof is not None else set()
