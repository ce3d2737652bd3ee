"""Marks in an OpenDocument workbook beside the values of its cells: formats, errors, superscripts, hidden rows.

Read within the parser's process, as `xlsx_parts`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree import ElementTree  # nothing with a document type comes this far, and memory is bounded
from zipfile import ZipFile

from lib.imports.workbook.marks import MILLIONS, PERCENT, STRUCK, THOUSANDS, UNCALCULATED, YEAR, CellMarks, raised

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE = f"{_OASIS}table:1.0}}", f"{_OASIS}office:1.0}}"
_STYLE, _NUMBER, _TEXT = f"{_OASIS}style:1.0}}", f"{_OASIS}datastyle:1.0}}", f"{_OASIS}text:1.0}}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
# As often may a row or cell be repeated, and so many hidden rows are counted.
_REPEATED = 2000
# A workbook without any of these has no marks.
_TELLING = (
    *(b'value-type="percentage"', b'value-type="error"', b"visibility=", b"line-through", b"text-position"),
    *(b"display-factor", b"table:formula=", b"<number:year"),
)


@dataclass(slots=True)
class _Styles:
    """The styles by name: traits of cells, formats of numbers, and which runs of text are raised."""

    cells: dict[str, list[str]] = field(default_factory=dict)
    numbers: dict[str, list[str]] = field(default_factory=dict)
    raised: set[str] = field(default_factory=set)


def is_locked(archive: ZipFile) -> bool:
    """Whether the workbook is protected by a password."""
    return b"encryption-data" in archive.read("META-INF/manifest.xml")


def read(archive: ZipFile, by_sheet: dict[str, CellMarks]) -> None:
    """Add the marks of each sheet of the workbook."""
    content = archive.read("content.xml")
    if not any(sign in content for sign in _TELLING):
        return
    styles, row, marks = _Styles(), 0, CellMarks()
    for event, element in ElementTree.iterparse(BytesIO(content), ("start", "end")):  # noqa: S314
        if event == "start":
            if element.tag == f"{_TABLE}table":
                row, marks = 0, by_sheet.setdefault(element.get(f"{_TABLE}name", ""), CellMarks())
        elif element.tag == f"{_OFFICE}automatic-styles":
            styles = _styles(element)
        elif element.tag == f"{_TABLE}table-column" and _hidden(element):
            marks.hidden_columns.append(0)
        elif element.tag == f"{_TABLE}table-row":
            row += _row(element, row, styles, marks)
            element.clear()


def _hidden(element: ElementTree.Element) -> bool:
    return element.get(f"{_TABLE}visibility") in ("collapse", "filter")


def _styles(element: ElementTree.Element) -> _Styles:
    styles = _Styles()
    for style in element:
        name, within = style.get(f"{_STYLE}name", ""), list(style.iter())
        factor = next(
            (child.get(f"{_NUMBER}display-factor", "") for child in within if child.tag == f"{_NUMBER}number"), ""
        )
        parts = {child.tag for child in style if child.tag != f"{_NUMBER}text"}
        traits = {"1000": [THOUSANDS], "1000000": [MILLIONS]}.get(factor, [])
        styles.numbers[name] = [*traits, *([YEAR] if parts == {f"{_NUMBER}year"} else [])]
        if any(child.get(f"{_STYLE}text-position", "").startswith("super") for child in within):
            styles.raised.add(name)
        struck = any(child.get(f"{_STYLE}text-line-through-style", "none") != "none" for child in within)
        styles.cells[name] = [STRUCK] if struck else []
    for style in element:
        data = style.get(f"{_STYLE}data-style-name", "")
        styles.cells[style.get(f"{_STYLE}name", "")] += styles.numbers.get(data, [])
    return styles


def _row(element: ElementTree.Element, row: int, styles: _Styles, marks: CellMarks) -> int:
    """Note the marks of a row; the number of rows it stands for."""
    times = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
    traits = list(_cells(element, styles))
    if _hidden(element) and traits:
        marks.hidden_rows += min(times, _REPEATED)
    for number in range(row, row + min(times, _REPEATED)):
        for column, trait, text in traits:
            if trait == "error":
                marks.errors.setdefault(number, {})[column] = text
            elif trait == "text":
                marks.texts.setdefault(number, {})[column] = text
            elif trait:
                marks.mark(number, column, trait)
    return times


def _cells(row: ElementTree.Element, styles: _Styles) -> Iterator[tuple[int, str, str]]:
    """Each filled cell's column with a trait and its text; a cell without traits once with none."""
    column = 0
    for cell in row:
        times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        kind = cell.get(f"{_OFFICE}value-type")
        if kind is not None or len(cell):
            own = styles.cells.get(cell.get(f"{_TABLE}style-name", ""), [])
            for place in range(column, column + min(times, _REPEATED)):
                yield from ((place, trait, text) for trait, text in _traits(cell, kind, own, styles))
        elif cell.get(f"{_TABLE}formula"):
            yield column, UNCALCULATED, ""
        column += times


def _traits(cell: ElementTree.Element, kind: str | None, own: list[str], styles: _Styles) -> Iterator[tuple[str, str]]:
    yield "", ""
    yield from ((trait, "") for trait in own)
    text = "".join(cell.itertext()).strip()
    if cell.get(f"{_CALC}value-type") == "error" or (cell.get(f"{_TABLE}formula") and text.startswith(("#", "Err:"))):
        yield "error", text[:20]
    elif kind == "percentage":
        yield PERCENT, ""
    elif any(span.get(f"{_TEXT}style-name") in styles.raised for span in cell.iter(f"{_TEXT}span")):
        yield "text", _with_raised(cell, styles)


def _with_raised(cell: ElementTree.Element, styles: _Styles) -> str:
    parts: list[str] = []
    for paragraph in cell.iter(f"{_TEXT}p"):
        parts.append(paragraph.text or "")
        for span in paragraph:
            text = "".join(span.itertext())
            parts += [raised(text) if span.get(f"{_TEXT}style-name") in styles.raised else text, span.tail or ""]
    return "".join(parts)
