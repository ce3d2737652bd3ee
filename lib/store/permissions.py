"""Whether a plan may be carried out by the current user, looked at row by row before anything is written."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Connection, or_, select

from lib.privacy.counts import SMALLEST_GROUP
from lib.rules import organisation
from lib.rules.actions import answers_for
from lib.store.access import Forbidden, Right, access, refusal
from lib.store.plans import Plan, RowChange
from lib.tables.model import OF_MEETINGS, REMARKS, Goal, GoalAction, Meeting, MeetingText, Question, Unit
from lib.tables.records import Record
from lib.words.language import _

_MEETINGS = frozenset(table.__tablename__ for table in OF_MEETINGS)
# What a meeting decides is noted by whoever presents it.
_ACTIONS = GoalAction.__tablename__
# What a manager writes about the own units; targets, goals and units are the board's.
_OF_UNITS = frozenset({"observations", "absence", "assessments", "events", "actions"})


def require_plan(connection: Connection, plan: Plan) -> None:
    """Raises Forbidden, with a sentence, where the plan has a row that the current user may not write."""
    below = dict[str, frozenset[str]]()
    for step in plan.steps:
        for board in sorted({row["board"] for row in (step.old, step.new) if row}):
            here = access(board)
            if needed(step) in here.rights or _also(step) in here.rights:
                continue
            if needed(step) is Right.SETTLE and here.writes:
                raise Forbidden(
                    _(
                        "From how many people a figure is shown, and what is confidential, is changed by an "
                        "administrator. Leave those rows out."
                    )
                )
            if not here.units or not (needed(step) is Right.WRITE or _is_remark(step)):
                raise Forbidden(refusal())
            if board not in below:
                below[board] = units_below(connection, board, here.units)
            if _is_remark(step) and _answers(connection, step, below[board]):
                continue
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


def _also(step: RowChange) -> Right | None:
    """Another right that is enough: presenters note actions, and whoever writes about the board comments."""
    if step.table == _ACTIONS:
        return Right.MEET
    return Right.WRITE if _is_remark(step) else None


def _is_remark(step: RowChange) -> bool:
    """Whether a row is a comment or a risk about a goal, which whoever answers for the goal writes."""
    rows = [row for row in (step.old, step.new) if row]
    return step.table == MeetingText.__tablename__ and all(row["part"] in REMARKS and row["goal"] for row in rows)


def _answers(connection: Connection, step: RowChange, units: frozenset[str]) -> bool:
    """Whether some units answer for the goal that a remark is about."""
    row = step.new or step.old or {}
    of = (Unit.board == row["board"], Unit.superseded.is_(None), Unit.unit.in_(units))
    names = {row.unit: row.name for row in connection.execute(select(Unit.unit, Unit.name).where(*of))}
    where = (Goal.board == row["board"], Goal.goal == row["goal"], Goal.superseded.is_(None))
    goal = connection.execute(select(Goal.unit, Goal.responsible).where(*where)).first()
    return goal is not None and answers_for(goal.unit, goal.responsible, names)


def _is_within(step: RowChange, units: frozenset[str]) -> bool:
    return step.table in _OF_UNITS and all(row.get("unit") in units for row in (step.old, step.new) if row)


def units_below(connection: Connection, board: str, roots: Iterable[str]) -> frozenset[str]:
    """Some units of a board with all that are below them today."""
    is_there = or_(Unit.valid_to.is_(None), Unit.valid_to >= datetime.now(UTC).date())
    query = select(Unit.unit, Unit.parent).where(Unit.board == board, Unit.superseded.is_(None), is_there)
    return organisation.below(((row.unit, row.parent) for row in connection.execute(query)), roots)


def require_unlocked(connection: Connection, plan: Plan) -> None:
    """Raises Forbidden where the plan changes the texts of papers that are ready to be sent."""
    for step in plan.of(MeetingText.__tablename__):
        for row in (step.old, step.new):
            where = (Meeting.board == row["board"], Meeting.meeting == row["meeting"]) if row else ()
            sent = select(Meeting.sent).where(Meeting.superseded.is_(None), *where)
            if row and connection.scalar(sent):
                raise Forbidden(_("The papers have been made ready to be sent, so nothing was saved."))
