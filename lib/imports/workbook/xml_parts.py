"""What a zipped workbook says beside the values of its cells: notes, per cent, formulas that failed, what is hidden.

Read within the parser's process (`lib.imports.workbook.parser`), where a hostile file ends nothing else.
"""

import posixpath
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, BinaryIO
from xml.etree import ElementTree  # nothing with a document type comes this far, and memory is bounded
from zipfile import BadZipFile, ZipFile, is_zipfile
from zlib import error as ZlibError

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SHEET = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
_STYLES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
# Excel's own formats 9 and 10 are 0 % and 0,00 %; in a written one, what is quoted or escaped is only text.
_PERCENT_FORMATS = frozenset({"9", "10"})
_ONLY_TEXT = re.compile(r'"[^"]*"|\\.|\[[^]]*]')
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
# As much of a sheet is looked through at a time, and as often may a row or cell be repeated.
_CHUNK, _REPEATED = 1 << 20, 2000

# What is broken here is told by the parser of the values.
_BROKEN = (BadZipFile, ZlibError, EOFError, KeyError, ValueError, ElementTree.ParseError, NotImplementedError)

_ERROR = re.compile(
    rb"<(?:\w+:)?c\s(?=[^<>]*\bt=[\"']e[\"'])[^<>]*\br=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^<>]*>"
    rb"(?:<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>))?<(?:\w+:)?v>([^<]{1,20})</"
)
_HIDDEN = rb"(?=[^<>]*\bhidden=[\"'](?:1|true)[\"'])[^<>]*"
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\s" + _HIDDEN + rb"[^/]>")
_HIDDEN_COLUMN = re.compile(rb"<(?:\w+:)?col\s(?=[^<>]*\bmin=[\"'](\d{1,5})[\"'])" + _HIDDEN + rb">")


@dataclass(slots=True)
class Beside:
    """What a sheet says beside its values; rows and columns from 0.

    `percents`: the columns that are shown in per cent, by row. `errors`: what stands where a formula has failed.
    """

    notes: list[list[Any]] = field(default_factory=list)
    percents: dict[int, set[int]] = field(default_factory=dict)
    errors: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden_rows: int = 0
    hidden_columns: list[int] = field(default_factory=list)

    def hidden(self, width: int) -> int:
        """How many rows, and runs of columns, of a sheet as wide as this are hidden."""
        return self.hidden_rows + sum(column < width for column in self.hidden_columns)

    def show(self, number: int, row: list[Any]) -> None:
        """Put into a row of values what is shown where the value is another."""
        for place in self.percents.get(number, ()):
            value = row[place] if place < len(row) else ""
            if isinstance(value, int | float) and not isinstance(value, bool):
                row[place] = f"{100 * value:.12g} %"
        for place, text in self.errors.get(number, {}).items():
            row += [""] * (place + 1 - len(row))
            row[place] = row[place] or text


def beside(content: BinaryIO) -> dict[str, Beside]:
    """What the parts of a zipped workbook say beside its values, by sheet; nothing of other files."""
    found: dict[str, Beside] = {}
    if not is_zipfile(content):
        return found
    with suppress(*_BROKEN), ZipFile(content) as archive:
        if "content.xml" in archive.namelist():
            _of_ods(archive, found)
            return found
        links = _links(archive, "xl/workbook.xml")
        styles = _percent_styles(archive, [path for kind, path in links.values() if kind == _STYLES])
        for sheet in _xml(archive, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
            one = found.setdefault(sheet.get("name", ""), Beside())
            kind, path = links.get(sheet.get(_RELATION, ""), ("", ""))
            for about, target in _links(archive, path).values():
                if about == _COMMENTS:
                    one.notes = list(_comments(_xml(archive, target)))
            if kind == _SHEET:
                _of_sheet(archive, path, styles, one)
    return found


def _percent_styles(archive: ZipFile, paths: list[str]) -> list[str]:
    """The numbers of the cell styles that show a number in per cent."""
    found = []
    for path in paths:
        styles = _xml(archive, path)
        own = {one.get("numFmtId", ""): one.get("formatCode", "") for one in styles.iter(f"{_MAIN}numFmt")}
        formats = _PERCENT_FORMATS | {number for number, code in own.items() if "%" in _ONLY_TEXT.sub("", code)}
        cells = styles.find(f"{_MAIN}cellXfs")
        ways = [] if cells is None else cells.findall(f"{_MAIN}xf")
        found += [str(number) for number, way in enumerate(ways) if way.get("numFmtId", "") in formats]
    return found


def _of_sheet(archive: ZipFile, path: str, styles: list[str], found: Beside) -> None:
    """Look a sheet through, without taking it apart: percent, failed formulas, what is hidden."""
    numbers = "|".join(styles).encode()
    percent = re.compile(
        rb"<(?:\w+:)?c\s(?=[^<>]*\bs=[\"'](?:" + numbers + rb")[\"'])[^<>]*\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']"
    )
    for text in _whole_rows(archive, path):
        if styles:
            for letters, row in percent.findall(text):
                found.percents.setdefault(int(row) - 1, set()).add(_column(letters.decode()))
        if b't="e"' in text or b"t='e'" in text:
            for letters, row, value in _ERROR.findall(text):
                found.errors.setdefault(int(row) - 1, {})[_column(letters.decode())] = value.decode(errors="replace")
        if b"hidden=" in text:
            found.hidden_rows += len(_HIDDEN_ROW.findall(text))
            found.hidden_columns += [int(first) - 1 for first in _HIDDEN_COLUMN.findall(text)]


def _whole_rows(archive: ZipFile, path: str) -> Iterator[bytes]:
    """A sheet in pieces that end between rows."""
    rest = b""
    with archive.open(path) as part:
        while chunk := part.read(_CHUNK):
            text = rest + chunk
            end = max(text.rfind(b"<row"), text.rfind(b":row"))
            if end > 0:
                end = text.rfind(b"<", 0, end + 1)
                yield text[:end]
                text = text[end:]
            rest = text
    yield rest


def _of_ods(archive: ZipFile, found: dict[str, Beside]) -> None:
    """The cells of an OpenDocument workbook that are told to be per cent or errors."""
    content = archive.read("content.xml")
    if b'value-type="percentage"' not in content and b'value-type="error"' not in content:
        return
    row, one = 0, Beside()
    for event, element in ElementTree.iterparse(BytesIO(content), ("start", "end")):  # noqa: S314
        if event == "start" and element.tag == f"{_TABLE}table":
            row, one = 0, found.setdefault(element.get(f"{_TABLE}name", ""), Beside())
        elif event == "end" and element.tag == f"{_TABLE}table-row":
            times = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
            percents, errors = _ods_cells(element)
            for number in range(row, row + min(times, _REPEATED) if percents or errors else row):
                one.percents[number], one.errors[number] = percents, errors
            row += times
            element.clear()


def _ods_cells(row: ElementTree.Element) -> tuple[set[int], dict[int, str]]:
    percents: set[int] = set()
    errors: dict[int, str] = {}
    column = 0
    for cell in row:
        times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        places = range(column, column + min(times, _REPEATED))
        if cell.get(f"{_OFFICE}value-type") == "percentage":
            percents.update(places)
        elif cell.get(f"{_CALC}value-type") == "error":
            errors.update(dict.fromkeys(places, "".join(cell.itertext()).strip()[:20]))
        column += times
    return percents, errors


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
            text = "".join(run.text or "" for run in comment.iter(f"{_MAIN}t"))
            yield [int(place[2]) - 1, _column(place[1]), text.strip()]


def _column(letters: str) -> int:
    """The place from 0 of the column that these letters name."""
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - 64
    return column - 1
