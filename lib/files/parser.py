"""A workbook's sheets as lines of JSON: a program of its own, so that a hostile file ends this process and no other.

A workbook of five kilobytes with a cell in XFD1048576 makes the parser ask for half a terabyte and abort. Here it may
ask for no more memory and run no longer than it is told; `lib.files.workbook` starts it and reads what it says.
Reads the file on standard input. Writes {"error": word}, or for each sheet its description and its rows in bunches,
and last {"done": true}. Knows nothing of the rest of lib.
"""

import json
import posixpath
import re
import resource
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice
from typing import Any, BinaryIO
from xml.etree import ElementTree  # nothing with a document type comes this far, and memory is bounded
from zipfile import BadZipFile, ZipFile, is_zipfile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

_BUNCH = 2000

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


class _TooMuch(Exception):
    """A sheet has more columns or cells than a table of figures ever has."""


def _plain(value: object) -> str:
    """What JSON has no form for, as text: a day at midnight as the day."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    raise TypeError(value)


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what, default=_plain, separators=(",", ":")) + "\n")


def _rows(sheet: CalamineSheet) -> Iterator[list[list[Any]]]:
    rows = sheet.iter_rows()  # from the sheet's first row, but from the first column that has anything
    before = [""] * (sheet.start or (0, 0))[1]
    while bunch := [[*before, *row] for row in islice(rows, _BUNCH)]:
        for row in bunch:
            while row and row[-1] == "":
                row.pop()
            for place, value in enumerate(row):
                if value is True or value is False:
                    row[place] = "true" if value else "false"
        yield bunch


def _tell(book: CalamineWorkbook, notes: dict[str, list[list[Any]]], most_columns: int, most_cells: int) -> None:
    cells = 0
    for number, about in enumerate(book.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(number)
        cells += sheet.total_height * sheet.total_width
        if sheet.total_width > most_columns or cells > most_cells:
            raise _TooMuch
        merged = sheet.merged_cell_ranges or []
        _say(
            {
                "sheet": about.name,
                "hidden": about.visible != SheetVisibleEnum.Visible,
                "rows": sheet.total_height,
                "merged": [[*first, *last] for first, last in merged],
                "notes": notes.get(about.name, []),
            }
        )
        for bunch in _rows(sheet):
            _say(bunch)


def _notes(content: BinaryIO) -> dict[str, list[list[Any]]]:
    """The notes that hang on cells, by sheet: row, column (from 0) and text. Only .xlsx has them where we can see."""
    if not is_zipfile(content):
        return {}
    found = {}
    with suppress(BadZipFile, KeyError, ElementTree.ParseError, NotImplementedError), ZipFile(content) as archive:
        links = _links(archive, "xl/workbook.xml")
        for sheet in _xml(archive, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
            path = links.get(sheet.get(_RELATION, ""), ("", ""))[1]
            for kind, target in _links(archive, path).values():
                if kind == _COMMENTS:
                    found[sheet.get("name", "")] = list(_comments(_xml(archive, target)))
    return found


def _xml(archive: ZipFile, path: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(path))  # noqa: S314


def _links(archive: ZipFile, path: str) -> dict[str, tuple[str, str]]:
    """What a part of the workbook is tied to: by id, the kind of tie and the other part's path."""
    folder, name = posixpath.split(path)
    about = f"{folder}/_rels/{name}.rels"
    if about not in archive.namelist():
        return {}
    return {
        link.get("Id", ""): (
            link.get("Type", ""),
            posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))[1:],
        )
        for link in _xml(archive, about)
    }


def _comments(part: ElementTree.Element) -> Iterator[list[Any]]:
    for comment in part.iter(f"{_MAIN}comment"):
        place = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", comment.get("ref", ""))
        if place:
            column = 0
            for letter in place[1]:
                column = 26 * column + ord(letter) - 64
            text = "".join(run.text or "" for run in comment.iter(f"{_MAIN}t"))
            yield [int(place[2]) - 1, column - 1, text.strip()]


def main(seconds: int, memory: int, most_columns: int, most_cells: int) -> None:
    """Read standard input within these limits, and say what it holds."""
    for limit, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # not every system has every limit
            resource.setrlimit(limit, (most, most))
    content = BytesIO(sys.stdin.buffer.read())
    try:
        _tell(CalamineWorkbook.from_filelike(content), _notes(content), most_columns, most_cells)
    except PasswordError:
        _say({"error": "password"})
    except _TooMuch:
        _say({"error": "too much"})
    except (CalamineError, OSError, ValueError):
        _say({"error": "broken"})
    else:
        _say({"done": True})


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
