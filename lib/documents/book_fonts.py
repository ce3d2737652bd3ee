"""Workbooks of openpyxl with their fonts as the schema of Open XML has them."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.xml.functions import fromstring, tostring

_FONT_ORDER = tuple(
    "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split()  # noqa: SIM905
)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def with_fonts_in_order(book: bytes) -> bytes:
    """A workbook of openpyxl with what says how a font looks in the order of the schema (ECMA-376, CT_Font)."""
    made = BytesIO()
    with ZipFile(BytesIO(book)) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for member in source.infolist():
            content = source.read(member)
            target.writestr(member.filename, _in_order(content) if member.filename == "xl/styles.xml" else content)
    return made.getvalue()


def _in_order(styles: bytes) -> bytes:
    root: Any = fromstring(styles)
    for font in root.iter(f"{_MAIN}font"):
        font[:] = sorted(font, key=lambda part: _FONT_ORDER.index(part.tag.removeprefix(_MAIN)))
    whole: bytes = tostring(root)
    return whole
