"""The first rows of a table of a file that could not be read."""

from collections.abc import Sequence

from lib.imports.result import Unknown
from lib.views.text_table import TextCell, TextTable
from lib.web.render import render


def sample(table: Unknown) -> str:
    """The first rows of a table that could not be read, to recognise it by."""
    width = max([len(table.headings), *map(len, table.sample)])
    headings = [heading or "–" for heading in [*table.headings, *[""] * width][:width]]
    rows = tuple(tuple(TextCell(cell) for cell in [*row, *[""] * width][:width]) for row in table.sample)
    return render("sample", table=TextTable(table.sheet, tuple(headings), rows))


def first_rows(rows: Sequence[Sequence[str]], caption: str) -> str:
    """The first rows of a pasted table, its columns numbered."""
    width = max(map(len, rows), default=0)
    cells = tuple(tuple(TextCell(cell) for cell in [*row, *[""] * width][:width]) for row in rows)
    return render("sample", table=TextTable(caption, tuple(str(at + 1) for at in range(width)), cells))
