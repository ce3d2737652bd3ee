"""What a board shows of its observations as a frame, which tests look at by column."""

from collections.abc import Iterable

import pandas as pd

from lib.store.figure_rows import ShownFigure
from lib.store.store import Store

FIGURE = ("value", "lower", "upper", "count")


def frame_of(rows: Iterable[ShownFigure]) -> pd.DataFrame:
    """Observations in their place, a column for each of the format."""
    names = ["count" if name == "people" else name for name in ShownFigure._fields]
    return pd.DataFrame.from_records(list(rows), columns=names).astype(dict.fromkeys(FIGURE, float))


def shown(store: Store, board: str, asof: int | None = None) -> pd.DataFrame:
    """A board's observations as the pages have them."""
    return frame_of(store.observations(board, asof))
