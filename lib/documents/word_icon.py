"""A status's icon in a line of a Word file: a picture of its own, with the status in words as its text alternative."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from weakref import WeakKeyDictionary

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from lib.documents.icon_pictures import picture
from lib.documents.look import plain
from lib.documents.ooxml import xml_of
from lib.views.statuses import Look

SIDE = Pt(8.5)
_PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_FIRST = 100_000  # the pictures' numbers begin above those of charts


@dataclass
class _Icons:
    """The icons that a file has: the relation of each to its one picture, and how many times one stands."""

    relations: dict[str, str] = field(default_factory=dict)
    count: int = 0


_ICONS: WeakKeyDictionary[Any, _Icons] = WeakKeyDictionary()


def write_status(paragraph: Paragraph, look: Look) -> None:
    """Add a status to a paragraph: icon and word, in its colour."""
    _add_icon(paragraph, look)
    run = paragraph.add_run(plain(f"\u00a0{look.word}"))
    run.bold, run.font.color.rgb = True, RGBColor.from_string(look.tone.ink)


def _add_icon(paragraph: Paragraph, look: Look) -> None:
    """Each picture is in the file once."""
    part = paragraph.part
    icons = _ICONS.setdefault(part, _Icons())
    if look.name not in icons.relations:
        icons.relations[look.name] = part.get_or_add_image(BytesIO(picture(look.name)))[0]
    icons.count += 1
    xml_of(paragraph.add_run()).append(_inline(look, icons.relations[look.name], _FIRST + icons.count))


def _inline(look: Look, relation: str, number: int) -> Any:
    drawing = parse_xml(
        f'<w:drawing {nsdecls("w", "wp", "a", "r")}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{SIDE}" cy="{SIDE}"/><wp:docPr id="{number}" name="Symbol {number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_PICTURES}"><pic:pic xmlns:pic="{_PICTURES}">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Symbol {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{SIDE}" cy="{SIDE}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    drawing[0].docPr.set("descr", plain(look.word))
    return drawing
