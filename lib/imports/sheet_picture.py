"""A sheet as it looks, with each cell by its use: the read model of the picture that the page Data draws."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lib.imports.explanation import CERTAINTY_NAMES, USE_NAMES, CellUse, Explanation
from lib.imports.mapping import ROLES
from lib.imports.workbook.read import column_letter
from lib.words.language import _

# The uses that the legend names, in the order of the sheet: from the headings down.
_LEGEND = (CellUse.HEADING, CellUse.LABEL, CellUse.FIGURE, CellUse.NOTE, CellUse.ASKED, CellUse.FAULT, CellUse.UNUSED)


@dataclass(frozen=True, slots=True)
class CellPicture:
    """A cell: its text, and its use ('' for an empty cell outside the table)."""

    text: str
    use: str


@dataclass(frozen=True, slots=True)
class ColumnPicture:
    """A column: its letter, and the label over it with its use ('' where it has none)."""

    letter: str
    label: str
    use: str


@dataclass(frozen=True, slots=True)
class AxisPicture:
    """An axis of the figures, from where it is taken, and how sure that is."""

    name: str
    place: str
    certainty: str


@dataclass(frozen=True, slots=True)
class SheetPicture:
    """The first rows of a sheet around one table; `more` is the number of the table's further rows."""

    sheet: str
    columns: tuple[ColumnPicture, ...]
    rows: tuple[tuple[int, tuple[CellPicture, ...]], ...]
    axes: tuple[AxisPicture, ...]
    legend: tuple[tuple[str, str], ...]
    more: int


def sheet_picture(explanation: Explanation) -> SheetPicture:
    """The picture of an explained table."""
    width = max((len(texts) for _number, texts in explanation.excerpt), default=0)
    rows = tuple((number, _row(explanation, number, texts, width)) for number, texts in explanation.excerpt)
    columns = tuple(_column(explanation, at) for at in range(width))
    used = {cell.use for _number, cells in rows for cell in cells}
    legend = tuple((use.value, _(USE_NAMES[use])) for use in _LEGEND if use in used)
    last = max((number for number, _texts in explanation.excerpt), default=0)
    return SheetPicture(
        explanation.sheet, columns, rows, tuple(_axes(explanation)), legend, max(explanation.last - last, 0)
    )


def _row(explanation: Explanation, number: int, texts: Sequence[str], width: int) -> tuple[CellPicture, ...]:
    padded = [*texts, *[""] * (width - len(texts))]
    return tuple(CellPicture(text, _use(explanation, number, at, text)) for at, text in enumerate(padded))


def _use(explanation: Explanation, row: int, column: int, text: str) -> str:
    use = explanation.use_of(row, column)
    return use.value if use else CellUse.UNUSED.value if text else ""


def _column(explanation: Explanation, at: int) -> ColumnPicture:
    use = explanation.columns.get(at)
    if use is None:
        return ColumnPicture(column_letter(at + 1), "", "")
    return ColumnPicture(column_letter(at + 1), column_label(explanation, at), use.value)


def column_label(explanation: Explanation, at: int) -> str:
    """The words for a column's role, or for its use where it has no role."""
    use, role = explanation.columns[at], explanation.roles.get(at, "")
    is_settled = role and role in ROLES and use not in (CellUse.ASKED, CellUse.FAULT)
    return _(ROLES[role]) if is_settled else _(USE_NAMES[use]).capitalize()


def _axes(explanation: Explanation) -> Iterator[AxisPicture]:
    for source in explanation.axes:
        if source.axis in ROLES:
            yield AxisPicture(_(ROLES[source.axis]), source.place, _(CERTAINTY_NAMES[source.certainty]))
