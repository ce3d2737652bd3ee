"""Marks in a workbook of Excel 97-2003 beside the values of its cells: formats, errors, superscripts, hidden rows.

Read within the parser's process, as `xlsx_parts`. The values themselves are read as those of every other workbook.
"""

import struct
from collections.abc import Iterator
from io import StringIO

import xlrd
from xlrd.biffh import XLRDError
from xlrd.compdoc import CompDocError

from lib.imports.workbook.marks import STRUCK, CellMarks, raised, traits_of

# The errors that the library raises on a damaged or hostile workbook; the parser of the values reports them.
BROKEN = (
    *(XLRDError, CompDocError, AssertionError, IndexError, KeyError),
    *(ValueError, TypeError, AttributeError, struct.error, UnicodeError, OverflowError, MemoryError, RecursionError),
)
_SUPERSCRIPT = 1


def read(content: bytes, by_sheet: dict[str, CellMarks]) -> None:
    """Add the marks of each sheet of the workbook."""
    book = xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=StringIO())
    traits = _traits(book)
    for sheet in book.sheets():
        _of_sheet(book, sheet, traits, by_sheet.setdefault(sheet.name, CellMarks()))


def _traits(book: xlrd.Book) -> dict[int, list[str]]:
    """The traits of each cell style that has any."""
    by_style: dict[int, list[str]] = {}
    for number, style in enumerate(book.xf_list):
        form = book.format_map.get(style.format_key)
        struck = style.font_index < len(book.font_list) and book.font_list[style.font_index].struck_out
        traits = [*(traits_of(form.format_str) if form else ()), *((STRUCK,) if struck else ())]
        if traits:
            by_style[number] = traits
    return by_style


def _of_sheet(book: xlrd.Book, sheet: xlrd.sheet.Sheet, traits: dict[int, list[str]], marks: CellMarks) -> None:
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind == xlrd.XL_CELL_ERROR:
                text = xlrd.error_text_from_code.get(int(sheet.cell_value(row, column)), "#")
                marks.errors.setdefault(row, {})[column] = text
            elif kind not in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                for trait in traits.get(sheet.cell_xf_index(row, column), ()):
                    marks.mark(row, column, trait)
    for (row, column), runs in sheet.rich_text_runlist_map.items():
        text = _with_raised(book, str(sheet.cell_value(row, column)), runs)
        if text:
            marks.texts.setdefault(row, {})[column] = text
    marks.hidden_rows = sum(bool(info.hidden) for row, info in sheet.rowinfo_map.items() if row < sheet.nrows)
    marks.hidden_columns = [column for column, info in sheet.colinfo_map.items() if info.hidden]


def _with_raised(book: xlrd.Book, text: str, runs: list[tuple[int, int]]) -> str:
    """The text of a cell with its superscript runs raised; '' where it has none."""
    above = [book.font_list[font].escapement == _SUPERSCRIPT for _start, font in runs]
    return "".join(_pieces(text, [start for start, _font in runs], above)) if any(above) else ""


def _pieces(text: str, starts: list[int], above: list[bool]) -> Iterator[str]:
    yield text[: starts[0]]
    for start, end, up in zip(starts, [*starts[1:], len(text)], above, strict=True):
        yield raised(text[start:end]) if up else text[start:end]
