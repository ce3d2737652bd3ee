"""Marks in an XLSX workbook beside the values of its cells: notes, formats, formulas, superscripts, hidden rows.

Read within the parser's process (`lib.imports.workbook.parser`), where a hostile file ends nothing else. Names of
elements are compared without their namespace: the strict form of the format has others.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree  # nothing with a document type comes this far, and memory is bounded
from zipfile import ZipFile

from lib.imports.workbook.marks import STRUCK, UNCALCULATED, CellMarks, raised, traits_of

# Excel's own formats 9 and 10 are 0 % and 0,00 %.
_PERCENT_FORMATS = {"9": "0%", "10": "0.00%"}
# As much of a sheet is looked through at a time.
_CHUNK = 1 << 20
_CELL = rb"<(?:\w+:)?c\s"
_PLACE = rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']"
_FORMULA = rb"<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)"

_ERROR = re.compile(
    _CELL + rb"(?=[^<>]*\bt=[\"']e[\"'])[^<>]*" + _PLACE + rb"[^<>]*>"
    rb"(?:" + _FORMULA + rb")?<(?:\w+:)?v>([^<]{1,20})</"
)
_NO_RESULT = re.compile(
    _CELL + rb"[^<>]*" + _PLACE + rb"[^<>]*>" + _FORMULA + rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?"
    rb"</(?:\w+:)?c>"
)
_ZERO_RESULT = re.compile(
    _CELL + rb"[^<>]*" + _PLACE + rb"[^<>]*>" + _FORMULA + rb"<(?:\w+:)?v>0</(?:\w+:)?v></(?:\w+:)?c>"
)
_SHARED_TEXT = re.compile(_CELL + rb"(?=[^<>]*\bt=[\"']s[\"'])[^<>]*" + _PLACE + rb"[^<>]*><(?:\w+:)?v>(\d{1,9})</")
_OWN_TEXT = re.compile(
    _CELL + rb"[^<>]*" + _PLACE + rb"[^<>]*>(<(?:\w+:)?is>(?:(?!</(?:\w+:)?is>).)*</(?:\w+:)?is>)", re.S
)
_HIDDEN = rb"(?=[^<>]*\bhidden=[\"'](?:1|true)[\"'])[^<>]*"
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\s" + _HIDDEN + rb"[^/]>")
_HIDDEN_COLUMN = re.compile(rb"<(?:\w+:)?col\s(?=[^<>]*\bmin=[\"'](\d{1,5})[\"'])" + _HIDDEN + rb">")
_WITHOUT_PLACE = re.compile(rb"<(?:\w+:)?c(?=[\s/>])(?![^<>]*\br=)")
_ROW_OR_CELL = re.compile(
    rb"<(?:\w+:)?(?:(row)(?=[\s>])(?:[^<>]*?\br=[\"'](\d+)[\"'])?|c(?=[\s/>])(?:[^<>]*?" + _PLACE + rb")?)"
)


@dataclass(slots=True)
class _Book:
    """The parts shared by all sheets: traits of each cell style, texts with superscripts, whether nobody calculated."""

    styles: dict[str, list[str]] = field(default_factory=dict)
    raised: dict[int, str] = field(default_factory=dict)
    uncalculated: bool = False


def read(archive: ZipFile, by_sheet: dict[str, CellMarks]) -> None:
    """Add the marks of each sheet of the workbook."""
    workbook = _xml(archive, "xl/workbook.xml")
    links = _links(archive, "xl/workbook.xml")
    book = _Book(
        uncalculated=any(_name(element) == "calcPr" and element.get("fullCalcOnLoad") == "1" for element in workbook)
    )
    for kind, path in links.values():
        if kind == "styles":
            book.styles = _styles(_xml(archive, path))
        elif kind == "sharedStrings":
            book.raised = _raised_texts(archive.read(path))
    for sheet in _all(workbook, "sheet"):
        marks = by_sheet.setdefault(sheet.get("name", ""), CellMarks())
        link = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        kind, path = links.get(link, ("", ""))
        for about, target in _links(archive, path).values():
            if about == "comments":
                marks.notes = list(_comments(_xml(archive, target)))
        if kind == "worksheet":
            _of_sheet(archive, path, book, marks)


def _styles(styles: ElementTree.Element) -> dict[str, list[str]]:
    """The cell styles by number, for each trait that they give a cell."""
    own = {element.get("numFmtId", ""): element.get("formatCode", "") for element in _all(styles, "numFmt")}
    formats = {number: traits_of(code) for number, code in (_PERCENT_FORMATS | own).items()}
    fonts = [font for fonts in styles if _name(fonts) == "fonts" for font in fonts]
    struck = [
        any(_name(element) == "strike" and element.get("val", "1") not in ("0", "false") for element in font)
        for font in fonts
    ]
    by_trait: dict[str, list[str]] = defaultdict(list)
    for number, way in enumerate(way for cells in styles if _name(cells) == "cellXfs" for way in cells):
        font = int(way.get("fontId", "0"))
        traits = formats.get(way.get("numFmtId", ""), frozenset())
        for trait in (*traits, *((STRUCK,) if font < len(struck) and struck[font] else ())):
            by_trait[trait].append(str(number))
    return by_trait


def _raised_texts(content: bytes) -> dict[int, str]:
    """The shared texts that have superscripts, by number."""
    if b"superscript" not in content:
        return {}
    texts = (item for item in ElementTree.fromstring(content) if _name(item) == "si")  # noqa: S314
    return {number: text for number, item in enumerate(texts) if (text := _with_raised(item))}


def _with_raised(item: ElementTree.Element) -> str:
    """The text of a cell with its superscript runs raised; '' where it has none."""
    parts, any_raised = [], False
    for run in item:
        text = "".join(part.text or "" for part in _all(run, "t")) if _name(run) == "r" else ""
        above = any(part.get("val") == "superscript" for part in _all(run, "vertAlign"))
        any_raised |= above
        parts.append(raised(text) if above else text)
    return "".join(parts) if any_raised else ""


def _of_sheet(archive: ZipFile, path: str, book: _Book, marks: CellMarks) -> None:
    """Look a sheet through, without taking it apart."""
    styled = {
        trait: re.compile(_CELL + rb"(?=[^<>]*\bs=[\"'](?:" + "|".join(numbers).encode() + rb")[\"'])[^<>]*" + _PLACE)
        for trait, numbers in book.styles.items()
    }
    last = 0
    for piece in _whole_rows(archive, path):
        text = piece
        if _WITHOUT_PLACE.search(text):
            text, last = _placed(text, last)
        for trait, pattern in styled.items():
            for letters, row in pattern.findall(text):
                marks.mark(int(row) - 1, _column(letters), trait)
        _formulas(text, book, marks)
        _texts(text, book, marks)
        if b"hidden=" in text:
            marks.hidden_rows += len(_HIDDEN_ROW.findall(text))
            marks.hidden_columns += [int(first) - 1 for first in _HIDDEN_COLUMN.findall(text)]


def _formulas(text: bytes, book: _Book, marks: CellMarks) -> None:
    """Formulas that failed, and formulas whose result nobody has stored."""
    if b't="e"' in text or b"t='e'" in text:
        for letters, row, value in _ERROR.findall(text):
            marks.errors.setdefault(int(row) - 1, {})[_column(letters)] = value.decode(errors="replace")
    if b"f>" not in text and b":f" not in text:
        return
    for pattern in (_NO_RESULT, *((_ZERO_RESULT,) if book.uncalculated else ())):
        for letters, row in pattern.findall(text):
            marks.mark(int(row) - 1, _column(letters), UNCALCULATED)


def _texts(text: bytes, book: _Book, marks: CellMarks) -> None:
    """Texts with superscripts, shared or the cell's own."""
    if book.raised:
        for letters, row, number in _SHARED_TEXT.findall(text):
            if int(number) in book.raised:
                marks.texts.setdefault(int(row) - 1, {})[_column(letters)] = book.raised[int(number)]
    if b"superscript" in text:
        for letters, row, item in _OWN_TEXT.findall(text):
            if b"superscript" in item:
                bare = re.sub(rb"<(/?)\w+:", rb"<\1", re.sub(rb"\w+:(?=\w+=)", b"", item))
                if raised_text := _with_raised(ElementTree.fromstring(bare)):  # noqa: S314
                    marks.texts.setdefault(int(row) - 1, {})[_column(letters)] = raised_text


def _placed(text: bytes, last: int) -> tuple[bytes, int]:
    """A piece of a sheet in which every cell says where it stands, and the number of its last row.

    A cell that does not say it stands after the one before it.
    """
    row, column = last, 0

    def place(match: re.Match[bytes]) -> bytes:
        nonlocal row, column
        if match[1]:
            row, column = int(match[2]) if match[2] else row + 1, 0
            return match[0]
        column = _column(match[3]) + 1 if match[3] else column + 1
        return match[0] if match[3] else match[0] + b' r="' + _letters(column).encode() + str(row).encode() + b'"'

    return _ROW_OR_CELL.sub(place, text), row


def _letters(column: int) -> str:
    letters = ""
    while column > 0:
        column, left = divmod(column - 1, 26)
        letters = chr(65 + left) + letters
    return letters


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


def _xml(archive: ZipFile, path: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(path))  # noqa: S314


def _links(archive: ZipFile, path: str) -> dict[str, tuple[str, str]]:
    """The relationships of a part of the workbook: by id, the kind and the other part's path."""
    folder, name = posixpath.split(path)
    about = f"{folder}/_rels/{name}.rels"
    if about not in archive.namelist():
        return {}
    return {
        link.get("Id", ""): (
            posixpath.basename(link.get("Type", "")),
            posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))[1:],
        )
        for link in _xml(archive, about)
    }


def _comments(part: ElementTree.Element) -> Iterator[list[Any]]:
    for comment in _all(part, "comment"):
        place = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", comment.get("ref", ""))
        if place:
            text = "".join(run.text or "" for run in _all(comment, "t"))
            yield [int(place[2]) - 1, _column(place[1].encode()), text.strip()]


def _column(letters: bytes) -> int:
    """The place from 0 of the column that these letters name."""
    column = 0
    for letter in letters:
        column = 26 * column + letter - 64
    return column - 1


def _name(element: ElementTree.Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def _all(element: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """Every element of a name within another, in whatever namespace."""
    return (child for child in element.iter() if _name(child) == name)
