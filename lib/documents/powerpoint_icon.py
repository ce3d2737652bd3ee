"""A status's icon on a slide: a picture with a text alternative; in a table, which holds no pictures, a bullet."""

from io import BytesIO
from typing import Any
from weakref import WeakKeyDictionary

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from lib.documents.icon_pictures import picture
from lib.documents.look import plain
from lib.documents.ooxml import xml_of
from lib.documents.powerpoint_template import Room
from lib.views.statuses import Look

ICON, GAP = 1.3, 1.5
"""The room that an icon takes before its text, and between a text and the next icon, in parts of the size of text."""

_PARTS: WeakKeyDictionary[Any, dict[str, Any]] = WeakKeyDictionary()


def add_icon(slide: Any, look: Look, place: Room) -> None:
    """A picture as wide as the place, and as high; its text alternative is the status in words."""
    relation = _relation(slide, look)
    shape = slide.shapes._add_pic_from_image_part
    part = slide.part.related_part(relation)
    made = shape(part, relation, place.left, place.top, place.width, place.width)
    made.nvPicPr.cNvPr.set("descr", plain(look.word))


def icon_before(slide: Any, paragraph: Any, look: Look, size: float) -> None:
    """The icon as the bullet of a paragraph; the word that follows says the same."""
    properties = xml_of(paragraph).get_or_add_pPr()
    room = str(int(Pt(ICON * size)))
    properties.set("marL", room)
    properties.set("indent", f"-{room}")
    share = properties.makeelement(qn("a:buSzPct"), {"val": "90000"})
    bullet = properties.makeelement(qn("a:buBlip"), {})
    bullet.append(bullet.makeelement(qn("a:blip"), {qn("r:embed"): _relation(slide, look)}))
    properties.extend((share, bullet))


def _relation(slide: Any, look: Look) -> str:
    """The slide's relation to the picture, which is in the file once; python-pptx would go through the whole file."""
    package = slide.part.package
    parts = _PARTS.setdefault(package, {})
    if look.name not in parts:
        parts[look.name] = package.get_or_add_image_part(BytesIO(picture(look.name)))
    return str(slide.part.relate_to(parts[look.name], RELATIONSHIP_TYPE.IMAGE))
