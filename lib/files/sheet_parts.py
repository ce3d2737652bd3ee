"""What a zipped workbook says beside the values of its cells: the notes that hang on them, which are shown in per cent.

Read within the parser's process (`lib.files.parser`), where a hostile file ends nothing else.
"""

import posixpath
import re
from collections.abc import Iterator
from contextlib import suppress
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
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
# As much of a sheet is looked through at a time, and as often may a row or cell be repeated.
_CHUNK, _REPEATED = 1 << 20, 2000

# What is broken here is told by the parser of the values.
_BROKEN = (BadZipFile, ZlibError, EOFError, KeyError, ValueError, ElementTree.ParseError, NotImplementedError)

Places = dict[int, set[int]]  # columns by row, from 0


def beside(content: BinaryIO) -> tuple[dict[str, list[list[Any]]], dict[str, Places]]:
    """What the parts of a zipped workbook say beside its values, by sheet.

    The notes that hang on cells (.xlsx): row, column (from 0) and text; and where cells are shown in per cent.
    """
    notes: dict[str, list[list[Any]]] = {}
    percents: dict[str, Places] = {}
    if not is_zipfile(content):
        return notes, percents
    with suppress(*_BROKEN), ZipFile(content) as archive:
        if "content.xml" in archive.namelist():
            return notes, _ods_percents(archive)
        links = _links(archive, "xl/workbook.xml")
        styles = _percent_styles(archive, [path for kind, path in links.values() if kind == _STYLES])
        for sheet in _xml(archive, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
            name, (kind, path) = sheet.get("name", ""), links.get(sheet.get(_RELATION, ""), ("", ""))
            for about, target in _links(archive, path).values():
                if about == _COMMENTS:
                    notes[name] = list(_comments(_xml(archive, target)))
            if styles and kind == _SHEET:
                percents[name] = _percents(archive, path, styles)
    return notes, percents


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


def _percents(archive: ZipFile, path: str, styles: list[str]) -> Places:
    """The cells of a sheet that have one of these styles, without taking the sheet apart."""
    numbers = "|".join(styles).encode()
    cell = re.compile(
        rb"<(?:\w+:)?c\s(?=[^<>]*\bs=[\"'](?:" + numbers + rb")[\"'])[^<>]*\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']"
    )
    places: Places = {}
    rest = b""
    with archive.open(path) as part:
        while chunk := part.read(_CHUNK):
            text = rest + chunk
            end = max(text.rfind(b"<"), 0)  # the last tag may go on in the next chunk
            for letters, row in cell.findall(text, 0, end):
                places.setdefault(int(row) - 1, set()).add(_column(letters.decode()))
            rest = text[end:]
    return places


def _ods_percents(archive: ZipFile) -> dict[str, Places]:
    """The cells of an OpenDocument workbook that are told to be per cent."""
    if b'value-type="percentage"' not in archive.read("content.xml"):
        return {}
    found: dict[str, Places] = {}
    row, places = 0, Places()
    with archive.open("content.xml") as part:
        for event, element in ElementTree.iterparse(part, ("start", "end")):  # noqa: S314
            if event == "start" and element.tag == f"{_TABLE}table":
                row, places = 0, found.setdefault(element.get(f"{_TABLE}name", ""), {})
            elif event == "end" and element.tag == f"{_TABLE}table-row":
                times = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
                columns = set(_ods_columns(element))
                for number in range(row, row + min(times, _REPEATED) if columns else row):
                    places[number] = columns
                row += times
                element.clear()
    return found


def _ods_columns(row: ElementTree.Element) -> Iterator[int]:
    column = 0
    for cell in row:
        times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        if cell.get(f"{_OFFICE}value-type") == "percentage":
            yield from range(column, column + min(times, _REPEATED))
        column += times


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
