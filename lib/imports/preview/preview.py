"""The preview of a plan before it is written: counts, old and new values of each row, statuses that change, causes.

The same is made of an import, of an edit by hand, and of taking a batch back.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from lib.imports.preview.causes import Cause, causes
from lib.imports.preview.plan_text import BoardNames, RowText, fault_text, row_text
from lib.imports.preview.planned import Planned
from lib.store.plans import Plan, RowChange
from lib.store.store import Store
from lib.store.withheld import Withheld, kept_back
from lib.views.board import BoardData, Readable, read_board
from lib.views.changes import Changes, changes


@dataclass(frozen=True, slots=True)
class Preview:
    """The effects of a plan. With `faults` (rules that the board would break) it cannot be carried out.

    `names` has the names of the rows; `withheld` is the part of the stored rows that must not be shown.
    """

    plan: Plan
    names: BoardNames
    changes: Changes = field(default_factory=Changes)
    causes: Mapping[tuple[Cause, str], int] = field(default_factory=Counter)
    faults: tuple[str, ...] = ()
    withheld: Withheld = field(default_factory=Withheld)

    def rows(self, limit: int | None = None) -> list[RowText]:
        """The plan row by row in words, in its order (the first `limit`)."""
        return [self.row(step) for step in self.plan.steps[:limit]]

    def row(self, step: RowChange) -> RowText:
        """One row of the plan in words."""
        own = self.plan.undoes is None  # else what is written comes from the store
        return row_text(step, self.names, self.withheld, own)


def preview(store: Store, plan: Plan) -> Preview:
    """Report the effects of a plan on its board."""
    before = _read(store, plan.board)
    versions = () if plan.undoes is None else (plan.undoes - 1, plan.undoes)
    withheld = store.withheld(plan.board, versions)
    if not plan:
        return Preview(plan, _names(before), withheld=withheld)
    planned = Planned(store, plan, withheld)
    likely = causes(step for step in plan.steps if not withheld.has(step.table, step.key))
    broken = planned.faults()
    if broken:
        names = _names(before)
        faults = tuple(fault_text(fault, names) for fault in broken)
        return Preview(plan, names, causes=likely, faults=faults, withheld=withheld)
    after = _read(planned, plan.board)
    names = _names(before, after)
    if before is None or after is None:
        return Preview(plan, names, withheld=withheld)
    with_plan = Withheld(kept_back(after.code, [after.observations]) if withheld.hours else {})
    return Preview(plan, names, changes(before, after), likely, (), withheld | with_plan)


def _read(source: Readable, board: str) -> BoardData | None:
    """A board; None where it is not there, since a plan sets it up or removes it."""
    try:
        return read_board(source, board)
    except KeyError:
        return None


def _names(*boards: BoardData | None) -> BoardNames:
    return BoardNames.of(*(board for board in boards if board is not None))
