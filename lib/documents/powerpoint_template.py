"""The template of a PowerPoint file: the municipality's own, or a plain wide one of ours."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches

from lib.documents.look import ACCENT, FONT
from lib.documents.ooxml import replace_content, slide_list, xml_of
from lib.words.language import _

# Unpacked, a template is seldom more than some tens of megabytes.
MOST_UNPACKED = 200_000_000
_KINDS = (b"presentationml.template.main+xml", b"presentationml.presentation.main+xml")
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_FOOT = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.DATE)


class TemplateError(ValueError):
    """The template cannot be used; the message is a plain sentence for the user."""


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle on a slide, in English Metric Units."""

    left: int
    top: int
    width: int
    height: int


def open_template(file: bytes) -> Any:
    """An empty presentation with the look of the file. Raises TemplateError."""
    try:
        presentation = Presentation(BytesIO(_as_presentation(file)))
        layouts = list(presentation.slide_layouts)
    except (BadZipFile, KeyError, ValueError, AttributeError, SyntaxError) as error:
        if isinstance(error, TemplateError):
            raise
        raise TemplateError(
            _("The template is not a PowerPoint file. Choose a file that ends with .pptx or .potx.")
        ) from error
    if not layouts:
        raise TemplateError(_("The template has no slide layouts, so no slides can be made from it."))
    slides = slide_list(presentation)
    for slide in list(slides):
        presentation.part.drop_rel(slide.rId)
        slides.remove(slide)
    return presentation


def _as_presentation(file: bytes) -> bytes:
    """The same file as a presentation, where it is a template by name. One with macros is refused."""
    with ZipFile(BytesIO(file)) as source:
        if sum(member.file_size for member in source.infolist()) > MOST_UNPACKED:
            raise TemplateError(_("The template is too large. Choose one without large pictures and films."))
        if any(name.endswith("vbaProject.bin") for name in source.namelist()):
            raise TemplateError(_("The template has macros, which are not let in. Save it as .pptx or .potx first."))
        types = source.read("[Content_Types].xml")
        if _KINDS[0] not in types:
            return file
        made = BytesIO()
        with ZipFile(made, "w") as target:
            for name in source.namelist():
                content = types.replace(*_KINDS) if name == "[Content_Types].xml" else source.read(name)
                target.writestr(name, content)
        return made.getvalue()


def own_template() -> Any:
    """A plain presentation in 16:9, its placeholders spread over the width and its font one that every office has."""
    presentation = Presentation()
    wider = Inches(13.333) / presentation.slide_width
    presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
    master = presentation.slide_master
    for shape in [*master.shapes, *(shape for layout in presentation.slide_layouts for shape in layout.shapes)]:
        if xml_of(shape).spPr.xfrm is not None:
            shape.left, shape.width = round(shape.left * wider), round(shape.width * wider)
    for shape in master.placeholders:
        if shape.placeholder_format.type in _TITLES:
            shape.left, shape.top, shape.width, shape.height = Inches(0.6), Inches(0.3), Inches(12.1), Inches(0.95)
            xml_of(shape).find(qn("p:txBody")).find(qn("a:bodyPr")).set("lIns", "0")  # as what stands below it
    xml_of(master).find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}").set("algn", "l")
    title, subtitle = presentation.slide_layouts[0].placeholders[0], presentation.slide_layouts[0].placeholders[1]
    title.left = subtitle.left = Inches(0.6)
    title.width = subtitle.width = Inches(12.1)
    xml_of(subtitle).find(qn("p:txBody")).find(qn("a:bodyPr")).set("lIns", "0")
    for tint in xml_of(subtitle).iter(qn("a:lvl1pPr")):
        tint.set("algn", "l")
        tint.find(qn("a:defRPr")).clear()  # grey on white is hard to read
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    fonts = theme.blob.replace(b'typeface="Calibri"', f'typeface="{FONT}"'.encode())
    replace_content(theme, fonts.replace(b'val="4F81BD"', f'val="{ACCENT}"'.encode()))  # white text can be read on it
    return presentation


def title_layout(presentation: Any) -> Any:
    """The layout for the first slide: one with a title and a subtitle, else that of the others."""
    wanted = (
        layout
        for layout in presentation.slide_layouts
        if _has(layout, _TITLES)
        and _has(layout, (PP_PLACEHOLDER.SUBTITLE,))
        and not _has(layout, (PP_PLACEHOLDER.OBJECT,))
    )
    return next(wanted, None) or content_layout(presentation)


def content_layout(presentation: Any) -> Any:
    """The layout for the others: the one with a title and least else, and any at all where none has a title."""

    def clutter(layout: Any) -> tuple[bool, int]:
        others = [shape for shape in layout.placeholders if shape.placeholder_format.type not in (*_TITLES, *_FOOT)]
        return not _has(layout, _TITLES), len(others)

    return min(presentation.slide_layouts, key=clutter)


def _has(layout: Any, kinds: tuple[Any, ...]) -> bool:
    return any(shape.placeholder_format.type in kinds for shape in layout.placeholders)


def _body(layout: Any) -> Any | None:
    """The place of a template's content: the layout's, else that of its master; None of a template of ours."""
    kinds = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)
    shapes = [*layout.placeholders, *layout.slide_master.placeholders]
    return next((shape for shape in shapes if shape.placeholder_format.type in kinds and shape.width), None)


def room(presentation: Any, slide: Any) -> Room:
    """The room for the content of a slide: below the title, above the template's foot."""
    width, height = presentation.slide_width, presentation.slide_height
    title = slide.shapes.title
    left, right, top = width // 20, width - width // 20, height // 6
    if title is not None and title.top + title.height < height * 0.45 and title.width > width // 2:
        left, right, top = title.left, title.left + title.width, title.top + title.height
    feet = [shape.top for shape in slide.slide_layout.placeholders if shape.placeholder_format.type in _FOOT]
    body = _body(slide.slide_layout)
    if body is not None and body.width > width // 2 and body.height > height // 3:
        # Beside a band of the template, and not over it.
        left, right = max(left, body.left), min(right, body.left + body.width)
        top = max(top, body.top) if title is None or title.top > height // 2 else top
    bottom = min([height - height // 20, *(foot for foot in feet if foot and foot > height * 0.7)])
    return Room(left, top, right - left, bottom - top)
