"""Municipalities' templates for PowerPoint as they can be: dark, with a band at the side, with no place for titles."""

from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

BAND = Inches(2)


def dark() -> bytes:
    """A dark background, with the theme's light colour as that of the text (the colour map as it is in such files)."""
    own = Presentation()
    own.slide_width = Inches(13.333)
    _paint(own.slide_master, "10243E")
    _swap(own)
    return _saved(own)


def band() -> bytes:
    """4:3, with a coloured band at the left that titles and content stand beside."""
    own = Presentation()
    master = own.slide_master
    slide = own.slides.add_slide(own.slide_layouts[6])  # python-pptx draws on slides only
    drawn = slide.shapes.add_shape(1, 0, 0, BAND - Inches(0.2), own.slide_height)
    drawn.fill.solid()
    drawn.fill.fore_color.rgb = RGBColor(0x7A, 0x1F, 0x5C)
    master.shapes._spTree.insert(2, drawn._element)
    for layout in own.slide_layouts:
        for place in layout.placeholders:
            place.left, place.top = BAND, place.top
            place.width, place.height = own.slide_width - BAND - Inches(0.4), place.height
    for place in master.placeholders:
        place.left, place.top = BAND, place.top
        place.width, place.height = own.slide_width - BAND - Inches(0.4), place.height
    return _saved(own)


def bare() -> bytes:
    """No place for a title in any layout, and a swapped colour map."""
    own = Presentation()
    for layout in own.slide_layouts:
        for place in list(layout.placeholders):
            place._element.getparent().remove(place._element)
    _swap(own)
    return _saved(own)


ALL = {"dark": dark, "band": band, "bare": bare}


def _paint(master: Any, colour: str) -> None:
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:effectLst/>'
    background = f"<p:bg {nsdecls('p', 'a')}><p:bgPr>{fill}</p:bgPr></p:bg>"
    data = master._element.find(qn("p:cSld"))
    for old in data.findall(qn("p:bg")):
        data.remove(old)
    data.insert(0, parse_xml(background))


def _swap(own: Any) -> None:
    """Text in the theme's light colours, backgrounds in its dark ones."""
    colours = own.slide_master._element.find(qn("p:clrMap"))
    for name, value in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        colours.set(name, value)


def _saved(own: Any) -> bytes:
    slides = own.slides._sldIdLst
    for slide in list(slides):
        own.part.drop_rel(slide.rId)
        slides.remove(slide)
    made = BytesIO()
    own.save(made)
    return made.getvalue()
