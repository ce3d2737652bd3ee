"""A batch of a board's history: its rows in words, less the withheld ones."""

from dataclasses import dataclass

import pandas as pd

from lib.imports.kept_file import may_be_given
from lib.imports.preview.plan_text import TABLE_NAMES, BoardNames, RowText, row_text
from lib.store.access import Right, access
from lib.store.plans import RowChange
from lib.store.store import Store
from lib.store.withheld import Withheld
from lib.tables.base import BatchScope
from lib.views.board import BoardData
from lib.web import memory
from lib.words.language import _


@dataclass(frozen=True, slots=True)
class BatchRows:
    """The rows that a batch wrote about a board, less the withheld ones."""

    steps: list[RowChange]
    names: BoardNames
    withheld: Withheld

    def texts(self, most: int | None = None) -> list[RowText]:
        """The rows, or the first of them, with their values before and after."""
        return [row_text(step, self.names, self.withheld) for step in self.steps[:most]]

    def frame(self) -> pd.DataFrame:
        """All rows as a table to take along."""
        headings = [_("Table"), _("Row"), _("Of what"), _("Period"), _("Change"), _("Before"), _("After")]
        cells = [
            (_(TABLE_NAMES[row.table]), row.name, row.about, row.period, _(row.change), row.before, row.after)
            for row in self.texts()
        ]
        return pd.DataFrame.from_records(cells, columns=headings)


def batch_rows(store: Store, data: BoardData, number: int) -> BatchRows:
    """The rows of a batch; a figure is withheld that is hidden now, or was just before or after the batch."""
    withheld = store.withheld(data.code, (number - 1, number))
    return BatchRows(store.steps_of(number, data.code), BoardNames.of(data), withheld)


def saved(board: str) -> list[int]:
    """The number of every batch that wrote something about a board, its agendas too, the newest first."""
    return memory.store().versions_of(board, *BatchScope)[::-1]


def gives_file(board: str, batch: int) -> bool:
    """Whether the file that a batch was read from is kept, and may be given to the user as it came."""
    return access(board).may(Right.ORIGINAL) and _is_given(board, batch)


@memory.per_board(16)
def _is_given(board: str, batch: int) -> bool:
    store = memory.store()
    name, content = store.content_of(batch) or ("", b"")
    return bool(content) and may_be_given(store, board, name, content)
