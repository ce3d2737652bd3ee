"""Whether a plan may be carried out by the current user, looked at row by row before anything is written."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Connection, or_, select

from lib.privacy.counts import SMALLEST_GROUP
from lib.store.access import Forbidden, Right, access, refusal
from lib.store.plans import Plan, RowChange
from lib.tables.model import OF_MEETINGS, Question, Unit
from lib.tables.records import Record
from lib.words.language import _

_MEETINGS = frozenset(table.__tablename__ for table in OF_MEETINGS)
# What a manager writes about the own units; targets, goals and units are the board's.
_OF_UNITS = frozenset({"observations", "absence", "assessments", "events"})


def require_plan(connection: Connection, plan: Plan) -> None:
    """Raises Forbidden, with a sentence, where the plan has a row that the current user may not write."""
    below = dict[str, frozenset[str]]()
    for step in plan.steps:
        for board in sorted({row["board"] for row in (step.old, step.new) if row}):
            here = access(board)
            if needed(step) in here.rights:
                continue
            if needed(step) is Right.SETTLE and here.writes:
                raise Forbidden(
                    _(
                        "From how many people a figure is shown, and what is confidential, is changed by an "
                        "administrator. Leave those rows out."
                    )
                )
            if not here.units or needed(step) is not Right.WRITE:
                raise Forbidden(refusal())
            if board not in below:
                below[board] = units_below(connection, board, here.units)
            if not _is_within(step, below[board]):
                raise Forbidden(_("You may write about your own unit only. Leave the rows about other units out."))


def needed(step: RowChange) -> Right:
    """The right that a row of a plan needs."""
    old, new = step.old or {}, step.new or {}
    if step.table in _MEETINGS:
        is_asked = step.table == Question.__tablename__ and step.old is None
        return Right.ASK if is_asked and not (new.get("answer") or new.get("decision")) else Right.MEET
    if step.table == "indicators" and _smallest(old) != _smallest(new):
        return Right.SETTLE
    if step.table == "observations" and (old.get("status") == "confidential") != (new.get("status") == "confidential"):
        return Right.SETTLE
    return Right.WRITE


def _smallest(indicator: Record) -> object:
    """From how many people an indicator's figures are shown; as usual where there is no indicator."""
    return indicator.get("minimum_group", SMALLEST_GROUP)


def _is_within(step: RowChange, units: frozenset[str]) -> bool:
    return step.table in _OF_UNITS and all(row.get("unit") in units for row in (step.old, step.new) if row)


def units_below(connection: Connection, board: str, roots: Iterable[str]) -> frozenset[str]:
    """Some units of a board with all that are below them today."""
    is_there = or_(Unit.valid_to.is_(None), Unit.valid_to >= datetime.now(UTC).date())
    query = select(Unit.unit, Unit.parent).where(Unit.board == board, Unit.superseded.is_(None), is_there)
    pairs = [(row.unit, row.parent) for row in connection.execute(query)]
    found, before = set(roots), 0
    while len(found) > before:
        before = len(found)
        found |= {unit for unit, parent in pairs if parent in found}
    return frozenset(found)
