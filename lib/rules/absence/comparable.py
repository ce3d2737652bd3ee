"""A unit's months made comparable with its last: what merged or was split before, and units that moved in or out.

Every term must be shown for the sum to be, so that it reveals nothing that its terms do not.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from lib.rules.absence.hours import AbsencePart, Hole, HoursCell, Months, together
from lib.rules.organisation import WHOLE, Organisation

MonthsByPart = Mapping[tuple[str, AbsencePart], Months]


def related(organisation: Organisation, units: Iterable[str]) -> set[str]:
    """The units, and those whose months are needed to make theirs comparable."""
    own = set(units)
    before = {step.unit for unit in own for step in organisation.before(unit)}
    return own | before | set(organisation.movers)


def as_it_was(cells: MonthsByPart, unit: str, part: AbsencePart) -> Months:
    """The months of a unit as it then was."""
    return cells.get((unit, part), {})


def as_it_is(
    organisation: Organisation, cells: MonthsByPart, unit: str, part: AbsencePart, end: date
) -> dict[date, HoursCell]:
    """The months of a unit as it is in its last month `end`, over changes of the organisation."""
    own = cells.get((unit, part), {})
    moved = [mover for mover in organisation.movers if unit != WHOLE and mover != unit]
    months = {}
    for month in cells.get((WHOLE, AbsencePart.TOTAL), {}):
        if organisation.is_there(unit, month):
            cell = own.get(month, Hole.NONE)
            for mover in moved:
                cell = _moved(organisation, cells, unit, part, month, end, mover, cell)
            months[month] = cell
        elif before := _before(organisation, cells, unit, part, month):
            months[month] = before
    return months


def _moved(
    organisation: Organisation,
    cells: MonthsByPart,
    unit: str,
    part: AbsencePart,
    month: date,
    end: date,
    mover: str,
    cell: HoursCell,
) -> HoursCell:
    """A month of a unit with one that has come since, or without one that has left since."""
    then, now = (organisation.is_below(mover, unit, day) for day in (month, end))
    if then == now or not (organisation.is_there(mover, month) and organisation.is_there(mover, end)):
        return cell
    term = cells.get((mover, part), {}).get(month, Hole.NONE)
    if isinstance(cell, Hole) or isinstance(term, Hole):
        return cell if isinstance(cell, Hole) else term
    return cell + term if now else cell - term


def _before(
    organisation: Organisation, cells: MonthsByPart, unit: str, part: AbsencePart, month: date
) -> HoursCell | None:
    """The month of a unit's predecessors: the units that merged into it, or the one it was split from."""
    steps = [step for step in organisation.before(unit) if month < step.day]
    if not steps or not all(organisation.is_there(step.unit, month) for step in steps):
        return None
    return together(cells.get((step.unit, part), {}).get(month, Hole.NONE) for step in steps)
