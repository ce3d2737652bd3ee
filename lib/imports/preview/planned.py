"""A board as it would be with a plan carried out: read as the store is read, from memory, with nothing written.

Of what is withheld it has no more than that it is; where figures hide each other, those that a plan comes to hide are
therefore chosen without it, and may be others when the plan is carried out.
"""

from lib.store.figure_rows import ShownFigure, Traits
from lib.store.plans import Plan, applied
from lib.store.redaction import as_shown
from lib.store.store import R, Store
from lib.store.withheld import Withheld, blanked, without_withheld
from lib.tables.base import Batch, columns
from lib.tables.model import Observation, Unit
from lib.tables.records import Problem, Records
from lib.tables.table_checks import broken


class Planned:
    """The rows of a plan's board with the plan carried out, except withheld ones. `read_board` reads it as a store."""

    def __init__(self, store: Store, plan: Plan, withheld: Withheld) -> None:
        standing = blanked(store.standing(plan.board), withheld)
        self.store = store
        self.before: Records = {table: [row.record for row in rows] for table, rows in standing.items()}
        self.records: Records = applied(standing, without_withheld(plan, withheld))

    def rows(self, table: type[R], board: str = "", asof: int | None = None) -> list[R]:
        """The rows of a table, in their place. There is one board and one state, whatever is asked for."""
        del board, asof
        return [table(**record) for record in self.records[table.__tablename__]]

    def newest_batch(self, board: str, asof: int | None = None) -> Batch | None:
        """The newest batch about the board that there is."""
        return self.store.newest_batch(board, asof)

    def observations(self, board: str, asof: int | None = None) -> list[ShownFigure]:
        """The observations as the pages would show them: small groups and confidential figures hidden."""
        del board, asof
        about = {
            row["indicator"]: Traits._make(row[name] for name in Traits._fields) for row in self.records["indicators"]
        }
        names = [column.name for column in columns(Observation)]
        known = [row for row in self.records["observations"] if row["indicator"] in about]
        rows = [ShownFigure._make(row[name] for name in names) for row in known]
        return as_shown(rows, about, lambda: self.rows(Unit))

    def faults(self) -> list[Problem]:
        """The rules of the format that the board would break and does not break now."""
        there = set(broken(self.before))
        return [problem for problem in broken(self.records) if problem not in there]
