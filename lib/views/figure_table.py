"""Figures as a table in the columns that say something, for pages, slides and documents alike."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lib.rules.series import Series
from lib.views.board import BoardData
from lib.views.figures import FigureRow, figure_rows
from lib.views.text_table import TextCell, TextTable
from lib.words.language import N_, _

# Figures of a series in a table on paper; the Excel file has them all.
MOST_ROWS = 13

_HEADINGS = {
    "period": N_("Period"),
    "indicator": N_("Indicator"),
    "unit": N_("Unit"),
    "gender": N_("Gender"),
    "kind": N_("Kind of figure"),
    "figure": N_("Figure"),
    "target": N_("Target"),
    "level": N_("Status"),
    "note": N_("Note"),
    "source": N_("Source"),
}
_ALWAYS = frozenset({"period", "figure"})
_WHERE_ANY = frozenset({"target", "level"})


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Rows of text in the columns named. `same` are the texts, by column, that are alike in every row and left out.

    `total` counts the figures, those without a row among them.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    same: dict[str, str]
    total: int

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return tuple(_(_HEADINGS[name]) for name in self.columns)

    @property
    def left_out(self) -> str:
        """The number of figures of each series that have a row, and of all figures; '' where all have one."""
        few = _("The {n} newest figures of each series; the Excel file has all {all}.")
        return few.format(n=MOST_ROWS, all=self.total) if len(self.rows) < self.total else ""

    def text_table(self, caption: str) -> TextTable | None:
        """The table under a caption; None where there are no figures."""
        rows = tuple(tuple(map(TextCell, row)) for row in self.rows)
        return TextTable(caption, self.headings, rows) if rows else None


def figure_table(data: BoardData, series: Iterable[Series]) -> FigureTable:
    """Every figure of some series, newest first within each."""
    rows = figure_rows(data, series)
    return _table(rows, len(rows))


def newest_figures(data: BoardData, series: Iterable[Series]) -> FigureTable:
    """The newest figures of each series and kind, as many as stand on paper."""
    rows = figure_rows(data, series)
    return _table(_newest(rows), len(rows))


def _newest(rows: Sequence[FigureRow]) -> list[FigureRow]:
    groups: dict[tuple[str, str, str, str], list[FigureRow]] = {}
    for row in rows:
        groups.setdefault((row.indicator, row.unit, row.gender, row.kind), []).append(row)
    few = {id(row) for group in groups.values() for row in group[:MOST_ROWS]}
    return [row for row in rows if id(row) in few]


def _table(rows: Sequence[FigureRow], total: int) -> FigureTable:
    texts = {name: {getattr(row, name) for row in rows} for name in _HEADINGS}
    columns = tuple(name for name, values in texts.items() if _is_column(name, values))
    same = {name: next(iter(values)) for name, values in texts.items() if name not in columns and any(values)}
    return FigureTable(columns, tuple(tuple(_cell(row, name) for name in columns) for row in rows), same, total)


def _cell(row: FigureRow, name: str) -> str:
    """The text of a column; a dash where there is no target to hold the figure against."""
    return getattr(row, name) or ("–" if name in _WHERE_ANY else "")


def _is_column(name: str, values: set[str]) -> bool:
    return name in _ALWAYS or len(values) > 1 or (name in _WHERE_ANY and any(values))
