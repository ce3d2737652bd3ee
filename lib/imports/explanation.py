"""The explanation of a table: the use of its cells, the source and certainty of each axis, and the open questions.

Every reader of tables gives one beside its rows. A table with a question that nobody has answered gives no rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from lib.imports.cells import Cell, clean
from lib.words.language import N_

# So many rows above a table's headings and under them are kept to be shown, in so many columns and signs.
_ABOVE, _BELOW, _WIDEST, _LONGEST = 6, 8, 40, 60


class CellUse(StrEnum):
    """The use of a cell of a sheet."""

    TITLE = "title"
    HEADING = "heading"
    LABEL = "label"
    FIGURE = "figure"
    NOTE = "note"
    UNUSED = "unused"
    ASKED = "asked"
    FAULT = "fault"


USE_NAMES = {
    CellUse.TITLE: N_("title"),
    CellUse.HEADING: N_("heading"),
    CellUse.LABEL: N_("label"),
    CellUse.FIGURE: N_("figure"),
    CellUse.NOTE: N_("note"),
    CellUse.UNUSED: N_("not used"),
    CellUse.ASKED: N_("asked about"),
    CellUse.FAULT: N_("cannot be read"),
}


class Certainty(StrEnum):
    """The certainty of a reading."""

    STATED = "stated"
    """By a heading or a code in the table itself."""
    INFERRED = "inferred"
    """By what the cells hold, where no heading says it."""
    ASSUMED = "assumed"
    """Nothing says it."""
    CONFIRMED = "confirmed"
    """By the user's answer."""


CERTAINTY_NAMES = {
    Certainty.STATED: N_("stated"),
    Certainty.INFERRED: N_("inferred"),
    Certainty.ASSUMED: N_("assumed"),
    Certainty.CONFIRMED: N_("confirmed"),
}


class AxisSource(NamedTuple):
    """The source of an axis of a table's figures (a heading, a column, a title) and its certainty."""

    axis: str
    place: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class ReadingQuestion:
    """Something that only a person knows of a table.

    `part` and `key` say where in a `ColumnMapping` the answer goes ('columns' and a heading, 'fixed' and an axis,
    'names' and a text); `choices` are the answers where only some are possible, `guess` the likeliest.
    """

    part: str
    key: str
    sentence: str
    guess: str = ""
    choices: tuple[str, ...] = ()


@dataclass(slots=True)
class Explanation:
    """The explanation of one table of a sheet. Rows are counted from 1, columns from 0.

    `columns` says what the cells under the headings are, `cells` what single ones are instead; `roles` which axis a
    column of labels or figures gives. `unused` has everything that was left out, with the reasons. `excerpt` has the
    sheet's rows around its headings, as texts by their number; `headings` by what each column's answers are known.
    """

    sheet: str
    head: tuple[int, int]
    last: int
    columns: dict[int, CellUse] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    cells: dict[tuple[int, int], CellUse] = field(default_factory=dict)
    axes: list[AxisSource] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    questions: tuple[ReadingQuestion, ...] = ()
    signature: str = ""
    excerpt: tuple[tuple[int, tuple[str, ...]], ...] = ()
    headings: dict[int, str] = field(default_factory=dict)

    def use_of(self, row: int, column: int) -> CellUse | None:
        """The use of a cell; None where it is no part of this table."""
        if (row, column) in self.cells:
            return self.cells[row, column]
        if column not in self.columns:
            return None
        first, last = self.head
        if first <= row <= last:
            return CellUse.HEADING
        return self.columns[column] if last < row <= self.last else None

    def keep_excerpt(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Keep the sheet's rows from the titles above the headings on, to show how they were read."""
        first, last = self.head
        start = max(first - 1 - _ABOVE, 0)
        texts = (tuple(clean(cell)[:_LONGEST] for cell in row[:_WIDEST]) for row in rows[start : last + _BELOW])
        self.excerpt = tuple(enumerate(texts, start + 1))

    def mark_row(self, row: int, use: CellUse, columns: Mapping[int, object] | None = None) -> None:
        """Say that a row's figures are something else than their columns are."""
        for column in columns if columns is not None else self.columns:
            self.cells[row, column] = use
