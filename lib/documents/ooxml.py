"""The XML beneath the objects of python-pptx and python-docx, which have no public name for it.

Neither library has an interface for fields, header rows, languages or native charts in Word. Only this module goes
below them; the other modules of the package call it.
"""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.xml.functions import fromstring, tostring

_FONT_ORDER = tuple(
    "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split()  # noqa: SIM905
)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def xml_of(thing: Any) -> Any:
    """The element of a slide, shape, paragraph, run, table, axis or part."""
    return thing._element  # both libraries call it so in every class


def text_body(frame: Any) -> Any:
    """The element of a text frame of python-pptx, the one class that names it otherwise."""
    return frame._txBody


def slide_list(presentation: Any) -> Any:
    """The element that lists a presentation's slides; python-pptx can add to it and not remove."""
    return presentation.slides._sldIdLst


def replace_content(part: Any, content: bytes) -> None:
    """Put other bytes into a part that python-pptx does not parse, such as a theme."""
    part._blob = content


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
