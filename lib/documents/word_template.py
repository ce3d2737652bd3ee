"""The template of a Word file: the municipality's own, with its styles, head and foot, or a plain one of ours."""

from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Cm

from lib.documents import word_parts as parts
from lib.documents.look import ACCENT, FONT, MUTED, TEXT
from lib.documents.ooxml import xml_of
from lib.documents.powerpoint_template import MOST_UNPACKED, TemplateError
from lib.words.language import _

SIDE, TOP = 2.2, 2.0  # margins, in centimetres
_KINDS = (b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml")
# The built-in styles that the papers use: name, size, space before and after.
_BUILT_IN = (
    ("Normal", 10.5, TEXT, 0, 6),
    ("Title", 22, TEXT, 2, 10),
    ("Heading 1", 14, ACCENT, 16, 4),
    ("Heading 2", 12, TEXT, 14, 3),
    ("Heading 3", 11, ACCENT, 14, 2),
    ("Heading 4", 10, TEXT, 10, 1),
    ("List Bullet", 10.5, TEXT, 0, 3),
    ("Caption", 9.5, TEXT, 4, 2),
    ("Footer", 8, MUTED, 0, 0),
)
_OWN = (
    ("Letterhead", 9.5, MUTED, 0, 2),
    ("Table Title", 9.5, TEXT, 8, 3),
    ("Table Text", 9, TEXT, 2, 2),
    ("Source", 8.5, MUTED, 0, 4),
    ("Chart", 9, TEXT, 0, 2),
    ("Contents 1", 10, TEXT, 6, 1),
    ("Contents 2", 9.5, TEXT, 0, 1),
)
_KEPT = ("Table Title", "Chart", "Caption")


def own_document() -> Document:
    """An empty A4 document in our look."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(SIDE)
    section.top_margin = section.bottom_margin = Cm(TOP)
    section.footer_distance = Cm(1.0)
    for name, points, colour, before, after in _BUILT_IN:
        parts.size(document.styles[name], points, colour, before=before, after=after, font=FONT)
    for name in ("Heading 4", "Caption", "Title"):
        document.styles[name].font.bold, document.styles[name].font.italic = True, False
    parts.drop_border(document.styles["Title"])
    _add_own(document)
    parts.drop_old_styles(document)
    return document


def template_document(file: bytes) -> Document:
    """An empty document with the styles, head, foot and margins of the file. Raises TemplateError."""
    try:
        document = docx.Document(BytesIO(_as_document(file)))
        parts.empty(document)
    except (BadZipFile, KeyError, ValueError, AttributeError, SyntaxError, PackageNotFoundError) as error:
        if isinstance(error, TemplateError):
            raise
        raise TemplateError(
            _("The template is not a Word file. Choose a file that ends with .docx or .dotx.")
        ) from error
    for name, points, _colour, before, after in _BUILT_IN:
        if name not in [style.name for style in document.styles]:
            made: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
            made.font.size, made.font.bold = docx.shared.Pt(points), name.startswith(("Heading", "Title"))
            parts.space(made, before, after)
    _add_own(document, font="")
    parts.drop_old_styles(document)
    return document


def _as_document(file: bytes) -> bytes:
    """The same file as a document, where it is a template by name. One with macros is refused."""
    with ZipFile(BytesIO(file)) as source:
        if sum(member.file_size for member in source.infolist()) > MOST_UNPACKED:
            raise TemplateError(_("The template is too large. Choose one without large pictures and films."))
        if any(name.endswith("vbaProject.bin") for name in source.namelist()):
            raise TemplateError(_("The template has macros, which are not let in. Save it as .docx or .dotx first."))
        types = source.read("[Content_Types].xml")
        if _KINDS[0] not in types:
            return file
        made = BytesIO()
        with ZipFile(made, "w") as target:
            for name in source.namelist():
                content = types.replace(*_KINDS) if name == "[Content_Types].xml" else source.read(name)
                target.writestr(name, content)
        return made.getvalue()


def _add_own(document: Document, font: str = FONT) -> None:
    """The styles that no template has; in a template's font and colours, but for what is to be quiet."""
    there = {style.name for style in document.styles}
    for name, points, colour, before, after in _OWN:
        if name in there:
            continue
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        parts.size(style, points, colour if font or colour == MUTED else "", before=before, after=after, font=font)
        xml_of(style).set(parts.STYLE_CODE, parts.code_of(name))
    for name in ("Letterhead", "Table Title", "Contents 1"):
        document.styles[name].font.bold = True
    document.styles["Contents 2"].paragraph_format.left_indent = Cm(0.6)
    for name in _KEPT:
        document.styles[name].paragraph_format.keep_with_next = True
