"""A plan as a story before it is written: counts, row by row from what to what, statuses that change, likely causes.

The same is made of an import, of an edit by hand, and of taking a batch back.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from lib.imports.preview.causes import Cause, causes
from lib.imports.preview.plan_text import BoardNames, RowText, fault_text, row_text
from lib.imports.preview.planned import Planned
from lib.store.plans import Plan, RowChange
from lib.store.redaction import KEPT_BACK
from lib.store.store import Store
from lib.tables.records import Key
from lib.views.board import BoardData, read_board
from lib.views.changes import Changes, changes

_KEY = ["indicator", "unit", "gender", "period_start", "period_end", "kind"]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a plan would do. With `faults` (rules that the board would break) it cannot be carried out.

    `names` says what the rows are called; `secret` has the figures that the store must not tell.
    """

    plan: Plan
    names: BoardNames
    changes: Changes = field(default_factory=Changes)
    causes: Mapping[tuple[Cause, str], int] = field(default_factory=Counter)
    faults: tuple[str, ...] = ()
    secret: frozenset[Key] = frozenset()

    def rows(self, limit: int | None = None) -> list[RowText]:
        """The plan row by row in words, in its order (the first `limit`)."""
        return [self.row(step) for step in self.plan.steps[:limit]]

    def row(self, step: RowChange) -> RowText:
        """One row of the plan in words."""
        own = self.plan.undoes is None  # else what is written comes from the store
        return row_text(step, self.names, self.secret, own)


def preview(store: Store, plan: Plan) -> Preview:
    """Tell what a plan would do to its board."""
    before = read_board(store, plan.board)
    secret = kept_back(before)
    if not plan:
        return Preview(plan, BoardNames.of(before), secret=secret)
    planned = Planned(store, plan)
    broken = planned.faults()
    if broken:
        names = BoardNames.of(before)
        faults = tuple(fault_text(one, names) for one in broken)
        return Preview(plan, names, causes=causes(plan.steps), faults=faults, secret=secret)
    after = read_board(planned, plan.board)
    names = BoardNames.of(before, after)
    return Preview(plan, names, changes(before, after), causes(plan.steps), (), secret | kept_back(after))


def kept_back(*boards: BoardData) -> frozenset[Key]:
    """The keys of the figures that the pages do not show: of small groups, and confidential ones."""
    found: set[Key] = set()
    for data in boards:
        rows = data.observations
        hidden = rows.loc[rows["status"].isin(KEPT_BACK), _KEY]
        found.update((data.code, *row) for row in hidden.itertuples(index=False, name=None))
    return frozenset(found)


def kept_back_then(store: Store, board: str, versions: Collection[int]) -> frozenset[Key]:
    """The keys of the figures that are not shown now, or were not as of some versions."""
    found: frozenset[Key] = frozenset()
    for version in versions:
        try:
            found |= kept_back(read_board(store, board, asof=version))
        except KeyError:  # the board was not there yet
            continue
    return found
