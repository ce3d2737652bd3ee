"""The values of cells by their column, and the usual values of a row where nothing is given."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from lib.imports.cells import (
    Cell,
    Figure,
    Misread,
    clean,
    read_day,
    read_figure,
    read_number,
    read_truth,
    read_whole,
    shown_cell,
)
from lib.imports.names import CodeNames
from lib.imports.period_text import heading_of, is_quarterly, period_of
from lib.rules.periods import Period
from lib.tables.base import Column, Row, columns, type_of
from lib.tables.records import Record
from lib.tables.safe_text import as_typed
from lib.words.language import _, ngettext

NO_FIGURE = Figure()
# The values of a row where neither the file nor the store gives any.
DEFAULTS: dict[str, Any] = {
    "gender": "T", "kind": "outcome", "qualifier": "=", "status": "normal", "stage": "final", "order": 0,
    "decimals": 0, "minimum_group": 11, "divided_by_gender": False, "breaks_series": False,
    "statistic": "share", "frequency": "year", "state": "planned",
}  # fmt: skip


def usual(table: type[Row], given: Record) -> Record:
    """A whole row: what is given, and for the rest what such a row usually has."""
    return {**_usual_row(table), **given}


@cache
def _usual_row(table: type[Row]) -> Record:
    usual_row = {}
    for column in columns(table):
        empty = None if type_of(column) is not str else ""
        usual_row[column.name] = empty if "" in column.info.get("choices", ()) else DEFAULTS.get(column.name, empty)
    return usual_row


class _Shared:
    """Dictionaries of its instances have their keys in common."""


def compact(pairs: Iterable[tuple[str, Any]]) -> Record:
    """A record in half the memory, as long as others of its table are made in the same order."""
    record: Record = vars(_Shared())
    record.update(pairs)
    return record


def referred(names: CodeNames, cell: Cell, *, suggest: bool = True) -> str:
    """The code that a cell means. Raises Misread, with the nearest known name if one is to be suggested."""
    text = clean(cell)
    code = names.code_of(text)
    if code is not None:
        return code
    if names.is_shared(text):
        raise Misread(_("“{value}” is the name of several. Write the code instead.").format(value=shown_cell(cell)))
    nearest = names.nearest(text) if suggest else ""
    if nearest:
        raise Misread(_("“{value}” is not known. Did you mean {guess}?").format(value=shown_cell(cell), guess=nearest))
    raise Misread(_("“{value}” is not known to this board.").format(value=shown_cell(cell)))


def read_period(cell: Cell) -> Period:
    """A period in one cell: 2016, 2016-03, 'jan 2016', 'jan-aug 2016', '2016-02-03--2016-04-05'."""
    period = period_of(clean(cell))
    if period is None:
        sentence = _("“{value}” is not a period. Write it as 2016, 2016-03, jan–aug 2016 or 2016-02-03--2016-04-05.")
        raise Misread(sentence.format(value=shown_cell(cell)))
    return period


def figure_in(cell: Cell) -> Figure:
    """A figure as it is written, or none."""
    return NO_FIGURE if cell == "" else read_figure(cell)


def text_in(cell: Cell) -> str:
    """Text as it was typed; an apostrophe before what a spreadsheet would run was put there by an export."""
    if not isinstance(cell, str):
        return clean(cell)
    return as_typed(cell.replace("\r\n", "\n").strip())


def reader_of(column: Column[Any]) -> Callable[[Cell], Any]:
    """The reader of a column's cells, by its type; an empty cell is what such a row usually has."""
    read = _READERS[type_of(column)]

    def value(cell: Cell) -> Any:
        if cell != "":
            return read(cell)
        if column.nullable or column.name in DEFAULTS:
            return DEFAULTS.get(column.name)
        raise Misread(_("The value is missing."))

    return value


_READERS: dict[type, Callable[[Cell], Any]] = {
    date: read_day,
    bool: read_truth,
    int: read_whole,
    float: read_number,
}


def marked_by(given: Any, mark: Any, name: str) -> Any:
    """The meaning of a mark in the cell of a figure, unless the row has a column of its own for it."""
    return mark if given == getattr(NO_FIGURE, name) else given


def more_cells(n: int) -> str:
    """The sentence about a line with more cells than there are headings."""
    return ngettext(
        "The line has {n} cell more than the headings. Is there a decimal comma in a file with commas between cells?",
        "The line has {n} cells more than the headings. Is there a decimal comma in a file with commas between cells?",
        n,
    ).format(n=n)


def quarters_in(cells: Sequence[Cell]) -> list[int]:
    """The places of periods in figures that may be quarters (200701-200704), where they may be that."""
    codes = {cell: heading.code for cell in set(cells) if (heading := heading_of(clean(cell))).code}
    return [place for place, cell in enumerate(cells) if cell in codes] if is_quarterly(codes.values()) else []
