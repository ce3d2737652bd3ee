"""A batch of a board's history: its rows in words, and what of them is not shown."""

from collections.abc import Hashable
from dataclasses import dataclass

import pandas as pd

from lib.imports.preview.plan_text import TABLE_NAMES, BoardNames, RowText, is_secret, row_text
from lib.imports.preview.preview import kept_back_then
from lib.store.plans import RowChange
from lib.store.store import Store
from lib.views.board import BoardData
from lib.words.language import _


@dataclass(frozen=True, slots=True)
class BatchRows:
    """The rows that a batch wrote about a board; `secret` has the keys of the figures that are not shown."""

    steps: list[RowChange]
    names: BoardNames
    secret: frozenset[tuple[Hashable, ...]]

    @property
    def hides_any(self) -> bool:
        """Whether the batch wrote a figure that is not shown, so that neither is its file."""
        return any(is_secret(step, self.secret) for step in self.steps)

    def texts(self, most: int | None = None) -> list[RowText]:
        """The rows, or the first of them, from what to what."""
        return [row_text(step, self.names, self.secret) for step in self.steps[:most]]

    def frame(self) -> pd.DataFrame:
        """All rows as a table to take along."""
        headings = [_("Table"), _("Row"), _("Of what"), _("Period"), _("Change"), _("Before"), _("After")]
        cells = [
            (_(TABLE_NAMES[row.table]), row.name, row.about, row.period, _(row.change), row.before, row.after)
            for row in self.texts()
        ]
        return pd.DataFrame.from_records(cells, columns=headings)


def batch_rows(store: Store, data: BoardData, number: int) -> BatchRows:
    """The rows of a batch; kept back is what is not shown now or was not just before it or after it."""
    secret = kept_back_then(store, data.code, (number - 1, number, store.version()))
    return BatchRows(store.steps_of(number, data.code), BoardNames.of(data), secret)
