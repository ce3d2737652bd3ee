"""What stands around the content of a slide: the foot, how far we have come, and the first slide's colour."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from lib.charts.tones import ink_on
from lib.documents.ooxml import draw, xml_of
from lib.documents.powerpoint_parts import box, fitted, points, write
from lib.documents.powerpoint_template import Room
from lib.words.language import _


def add_foot(slide: Any, text: str, width: int, height: int) -> None:
    """The foot: the selection and the slide's number."""
    place = Room(width // 24, height - int(Pt(22)), width * 15 // 24, int(Pt(14)))
    fit, size = fitted(text, points(place.width), 14, (10, 9, 8))
    write(box(slide, place), fit, size, colour="")
    number = box(slide, Room(width - width // 10, place.top, width // 16, place.height))
    field = xml_of(number).makeelement(
        qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"}
    )
    properties = field.makeelement(qn("a:rPr"), {"sz": "1000"})
    placeholder = field.makeelement(qn("a:t"), {})
    placeholder.text = "‹#›"
    field.extend((properties, placeholder))
    xml_of(number).append(field)


def add_progress(slide: Any, at: int, total: int, width: int, height: int) -> None:
    """The points of the agenda as dots at the foot, filled as far as we have come; of many a bar."""
    most, pitch, high = width * 5 // 24, int(Pt(9)), int(Pt(6))
    if total * pitch > most:
        paths = (_bar(0, most * at // total, high), _bar(0, most, high))
        wide = most
    else:
        filled = "".join(_dot(place * pitch, high) for place in range(at))
        paths = (filled, "".join(_dot(place * pitch, high) for place in range(at, total)))
        wide = total * pitch
    left, top = width - width // 10 - wide - int(Pt(6)), height - int(Pt(18))
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, top, wide, high)
    properties = xml_of(shape).nvSpPr.cNvPr
    properties.set("name", _("Progress"))
    properties.set("descr", _("{n} of {total}").format(n=at, total=total))
    draw(shape, wide, high, paths)


def _dot(left: int, high: int) -> str:
    half = high // 2
    arc = f'<a:arcTo wR="{half}" hR="{half}" stAng="10800000" swAng="21600000"/>'
    return f'<a:moveTo><a:pt x="{left}" y="{half}"/></a:moveTo>{arc}<a:close/>'


def _bar(left: int, wide: int, high: int) -> str:
    corners = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in ((wide, 0), (wide, high), (left, high)))
    return f'<a:moveTo><a:pt x="{left}" y="0"/></a:moveTo>{corners}<a:close/>'


def colour_slide(slide: Any, colour: str) -> None:
    """A slide on a colour such as '#00539f', its words in what is read on that."""
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = RGBColor.from_string(colour.lstrip("#").upper())
    ink = RGBColor.from_string(ink_on(colour).lstrip("#").upper())
    for shape in slide.placeholders:
        for run in (run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs):
            run.font.color.rgb = ink
