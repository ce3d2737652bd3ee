"""A workbook's sheets as lines of JSON: a program of its own, so that a hostile file ends this process and no other.

A workbook of five kilobytes with a cell in XFD1048576 makes the parser ask for half a terabyte and abort. Here it may
ask for no more memory and run no longer than it is told; `lib.imports.workbook.read` starts it and reads what it says.
A cell that is shown in per cent is told as it is shown (0.07 is '7 %'), and so is a formula that failed ('#DIV/0!').
Reads the file on standard input. Writes {"error": word}, or for each sheet its description and its rows in bunches,
and last {"done": true}. Of the rest of lib it knows `marks` and what fills them.
"""

import json
import resource
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice
from typing import Any, BinaryIO
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile, is_zipfile
from zlib import error as ZlibError

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from lib.imports.workbook import ods_parts, xlsx_parts
from lib.imports.workbook.marks import CellMarks

_BUNCH = 2000
# Broken parts of a zipped workbook are reported by the parser of its values.
_BROKEN = (BadZipFile, ZlibError, EOFError, KeyError, ValueError, ElementTree.ParseError, NotImplementedError)


class _TooMuch(Exception):
    """A sheet has more columns or cells than a table of figures ever has."""


def _plain(value: object) -> str:
    """A value without a form in JSON as text: a day at midnight as the day."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    raise TypeError(value)


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what, default=_plain, separators=(",", ":")) + "\n")


def _rows(sheet: CalamineSheet, marks: CellMarks) -> Iterator[list[list[Any]]]:
    rows = sheet.iter_rows()  # from the sheet's first row, but from the first column that has anything
    before = [""] * (sheet.start or (0, 0))[1]
    first = 0
    while bunch := [[*before, *row] for row in islice(rows, _BUNCH)]:
        for number, row in enumerate(bunch, start=first):
            marks.show(number, row)
            while row and row[-1] == "":
                row.pop()
            for place, value in enumerate(row):
                if value is True or value is False:
                    row[place] = "true" if value else "false"
        first += len(bunch)
        yield bunch


def _tell(book: CalamineWorkbook, content: BinaryIO, most_columns: int, most_cells: int) -> None:
    by_sheet = _marks(content)
    cells = 0
    for number, about in enumerate(book.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(number)
        cells += sheet.total_height * sheet.total_width
        if sheet.total_width > most_columns or cells > most_cells:
            raise _TooMuch
        merged, other = sheet.merged_cell_ranges or [], by_sheet.get(about.name, CellMarks())
        _say(
            {
                "sheet": about.name,
                "hidden": about.visible != SheetVisibleEnum.Visible,
                "rows": sheet.total_height,
                "merged": [[*first, *last] for first, last in merged],
                "notes": other.notes,
                "veiled": other.hidden(sheet.total_width),
            }
        )
        for bunch in _rows(sheet, other):
            _say(bunch)
        _say({"marks": other.others})


def _is_locked(content: BinaryIO) -> bool:
    """Whether it is an OpenDocument workbook with a password, which the parser takes to be damaged."""
    with suppress(*_BROKEN), ZipFile(content) as archive:
        return ods_parts.is_locked(archive)
    return False


def _marks(content: BinaryIO) -> dict[str, CellMarks]:
    """The marks of the file by sheet; broken parts are reported by the parser of the values."""
    by_sheet: dict[str, CellMarks] = {}
    if is_zipfile(content):
        with suppress(*_BROKEN), ZipFile(content) as archive:
            if "content.xml" in archive.namelist():
                ods_parts.read(archive, by_sheet)
            else:
                xlsx_parts.read(archive, by_sheet)
        return by_sheet
    from lib.imports.workbook import xls_parts  # only old workbooks need it

    content.seek(0)
    with suppress(*xls_parts.BROKEN):
        xls_parts.read(content.read(), by_sheet)
    content.seek(0)
    return by_sheet


def main(seconds: int, memory: int, most_columns: int, most_cells: int) -> None:
    """Read standard input within these limits, and say what it holds."""
    for limit, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # not every system has every limit
            resource.setrlimit(limit, (most, most))
    content = BytesIO(sys.stdin.buffer.read())
    try:
        if _is_locked(content):
            raise PasswordError
        content.seek(0)
        _tell(CalamineWorkbook.from_filelike(content), content, most_columns, most_cells)
    except PasswordError:
        _say({"error": "password"})
    except _TooMuch:
        _say({"error": "too much"})
    except (CalamineError, OSError, ValueError):
        _say({"error": "broken"})
    else:
        _say({"done": True})
