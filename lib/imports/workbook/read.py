"""A file that somebody sends, as sheets of cells: XLSX, XLS, ODS or CSV, harmless by the time it is here.

A cell is a number or text. Dates come as ISO text and truth as 'true' and 'false', so that what was typed as text reads
the same; empty is ''. Formulas give the values that were stored with them and are never evaluated.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from typing import Any

from lib.imports.cells import Cell
from lib.imports.workbook.archive import with_usual_names
from lib.imports.workbook.csv import rows_of
from lib.imports.workbook.guards import (
    BROKEN,
    MB,
    MOST_CELLS,
    MOST_COLUMNS,
    Unreadable,
    check_archive,
    check_size,
    damaged,
    kind_of,
    locked,
    too_large,
    without_ending,
)
from lib.imports.workbook.html import tables_of
from lib.imports.workbook.marks import MERGED
from lib.tables.progress import Progress
from lib.words.language import _, ngettext

__all__ = ["Cell", "Sheet", "Unreadable", "Workbook", "column_letter", "file_name", "read_workbook"]


_ROOT = str(Path(__file__).parents[3])
_PARSER = (
    "import sys; sys.path.append(sys.argv[1]); "
    "from lib.imports.workbook.parser import main; main(*map(int, sys.argv[2:]))"
)
_MEMORY = 1 << 31
_SECONDS = 5
_MOST_COVERED = 200
_MB_A_SECOND = 5


@dataclass(slots=True)
class Sheet:
    """A sheet: `rows[0]` is its row 1, each row as long as it has cells; notes by row and column from 0.

    `veiled`: how many of its rows and columns are hidden.
    """

    name: str
    rows: list[list[Cell]]
    hidden: bool = False
    notes: dict[tuple[int, int], str] = field(default_factory=dict)
    veiled: int = 0
    marks: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    is_text: bool = False


@dataclass(slots=True)
class Workbook:
    """The sheets of a file, its name without folders, and remarks on it."""

    name: str
    sheets: list[Sheet]
    remarks: list[str] = field(default_factory=list)


def file_name(name: str) -> str:
    """A file's name as it is kept and shown: no folders, no control characters, not endless."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(sign for sign in last if sign.isprintable())[:200] or "?"


def column_letter(column: int) -> str:
    """The name of a column as spreadsheets have it: 1 is A, 28 is AB."""
    letters = ""
    while column > 0:
        column, last = divmod(column - 1, 26)
        letters = chr(65 + last) + letters
    return letters


def read_workbook(name: str, content: bytes, progress: Progress = lambda _part: None) -> Workbook:
    """The sheets of a file. Raises Unreadable with a plain sentence, whatever the file is."""
    name = file_name(name)
    kind = kind_of(name, content)
    if kind == "text":
        rows = rows_of(without_ending(content), progress)
        return Workbook(name, [Sheet(Path(name).stem, rows, is_text=True)])
    if kind == "page":
        return Workbook(name, [Sheet(title, rows) for title, rows in tables_of(content)])
    content = _with_usual_names(content)
    remarks, unpacked = check_archive(content) if content.startswith(b"PK") else ([], len(content))
    sheets = list(_sheets(_parsed(content, _SECONDS + unpacked // (_MB_A_SECOND * MB)), progress))
    if not any(sheet.rows for sheet in sheets):
        raise Unreadable(_("The workbook has no cells with anything in them."))
    return Workbook(name, sheets, [*remarks, *map(_veiled, filter(_is_veiled, sheets))])


def _with_usual_names(content: bytes) -> bytes:
    """A zipped workbook as Excel names its parts; whatever is wrong with it is reported later."""
    if not content.startswith(b"PK"):
        return content
    check_size(content)
    try:
        return with_usual_names(content)
    except BROKEN:
        return content


def _is_veiled(sheet: Sheet) -> bool:
    return bool(sheet.veiled and sheet.rows and not sheet.hidden)


def _veiled(sheet: Sheet) -> str:
    return ngettext(
        "{sheet}: {n} hidden row or column was read like the others.",
        "{sheet}: {n} hidden rows and columns were read like the others.",
        sheet.veiled,
    ).format(sheet=sheet.name, n=sheet.veiled)


def _parsed(content: bytes, seconds: int) -> Iterator[Any]:
    """The parser's messages about the file, line by line. Raises Unreadable where they end too early."""
    with TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        limits = (seconds, _MEMORY, MOST_COLUMNS, MOST_CELLS)
        command = [sys.executable, "-I", "-c", _PARSER, _ROOT, *map(str, limits)]
        parser = subprocess.Popen(command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={})  # noqa: S603  # our own program
        watch = Timer(4 * seconds, parser.kill)
        watch.start()
        try:
            yield from _lines(parser.stdout or ())
        finally:
            watch.cancel()
            parser.kill()
            with parser:
                pass


def _lines(lines: Iterable[bytes]) -> Iterator[Any]:
    for line in lines:
        message = None
        with suppress(ValueError, RecursionError):  # a line that ended in the middle
            message = json.loads(line, parse_constant=str)
        if message == {"done": True}:
            return
        if message is None or "error" in message:
            raise Unreadable(_reason(message["error"] if message else ""))
        yield message
    raise Unreadable(too_large())


def _reason(word: str) -> str:
    if word == "password":
        return locked()
    return too_large() if word == "too much" else damaged()


def _sheets(messages: Iterable[Any], progress: Progress) -> Iterator[Sheet]:
    sheet: Sheet | None = None
    about: dict[str, Any] = {}
    same: dict[Cell, Cell] = {}
    for message in messages:
        if isinstance(message, dict) and "marks" in message:
            if sheet is not None:
                sheet.marks = {(row, column): mark for row, column, mark in message["marks"]}
        elif isinstance(message, dict):
            if sheet is not None:
                yield _finished(sheet, about["merged"])
            about = message
            notes = {(row, column): text for row, column, text in message["notes"]}
            sheet = Sheet(message["sheet"], [], message["hidden"], notes, message["veiled"])
        elif sheet is not None:
            sheet.rows += [[same.setdefault(cell, cell) for cell in row] for row in message]
            progress(min(len(sheet.rows) / max(about["rows"], 1), 1.0))
    if sheet is not None:
        yield _finished(sheet, about["merged"])


def _finished(sheet: Sheet, merged: list[list[int]]) -> Sheet:
    """The sheet without empty rows at its end, its merged cells filled with what stands in them."""
    while sheet.rows and not sheet.rows[-1]:
        sheet.rows.pop()
    budget = sum(map(len, sheet.rows)) + 10_000
    for top, left, bottom, right in merged:
        sheet.merged.append((top, left, bottom, right))
        rows = sheet.rows[top : bottom + 1]
        if not rows or left >= len(rows[0]):
            continue
        if not _spreads(rows[0][left], top == bottom):
            _mark_merged(sheet, top, left, bottom, right)
            continue
        budget -= len(rows) * (right - left + 1)
        if budget < 0:
            break
        _fill(rows, left, right, rows[0][left])
    return sheet


def _mark_merged(sheet: Sheet, top: int, left: int, bottom: int, right: int) -> None:
    """Note the cells that a merged figure covers: it is the first one's, and the others have none of their own."""
    if sheet.rows[top][left] != "":
        covered = ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
        for place in islice(covered, 1, _MOST_COVERED):
            sheet.marks.setdefault(place, MERGED)


def _spreads(value: Cell, in_one_row: bool) -> bool:
    """Whether a merged cell speaks for all its cells: text does, and a year over several columns, but no figure."""
    if isinstance(value, str):
        return value != ""
    return in_one_row and value == int(value) and 1900 <= value <= 2100


def _fill(rows: list[list[Cell]], left: int, right: int, value: Cell) -> None:
    for row in rows:
        row += [""] * (right + 1 - len(row))
        for column in range(left, right + 1):
            row[column] = row[column] or value
