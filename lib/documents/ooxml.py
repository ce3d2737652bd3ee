"""The XML beneath the objects of python-pptx and python-docx, which have no public name for it.

Neither library has an interface for fields, header rows, languages or native charts in Word. Only this module goes
below them; the other modules of the package call it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt


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


def name_parts_fast(presentation: Any) -> None:
    """Name new parts as python-pptx does, without walking the whole file for each: that is quadratic in its slides."""
    package = presentation.part.package
    taken: dict[str, set[str]] = {}

    def next_partname(template: str) -> PackURI:
        if template not in taken:
            start = template.partition("%d")[0]
            names = (str(part.partname) for part in package.iter_parts())
            taken[template] = {name for name in names if name.startswith(start)}
        names_of = taken[template]
        free = next(name for n in range(len(names_of) + 1, 0, -1) if (name := template % n) not in names_of)
        names_of.add(free)
        return PackURI(free)

    package.next_partname = next_partname


def unnamed(legend: Any, places: Iterable[int]) -> None:
    """Leave these series of a chart, by their places, out of its legend."""
    after = legend._element.find(qn("c:legendPos"))
    for place in reversed(list(places)):
        entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{place}"/><c:delete val="1"/></c:legendEntry>'
        after.addnext(parse_xml(entry))


def error_bar(series: Any, length: float, colour: str, dash: str, width: int = 15875, opacity: int = 100_000) -> None:
    """A line of this length, in the axis' unit, down from each point of a series, or up where it is below 0."""
    bar = f"""<c:errBars {nsdecls("c", "a")}>
      <c:errDir val="y"/><c:errBarType val="{"minus" if length > 0 else "plus"}"/><c:errValType val="fixedVal"/>
      <c:noEndCap val="1"/><c:val val="{abs(length)}"/><c:spPr><a:ln w="{width}" cap="flat"><a:solidFill>
      <a:srgbClr val="{colour}"><a:alpha val="{opacity}"/></a:srgbClr>
      </a:solidFill><a:prstDash val="{dash}"/></a:ln></c:spPr></c:errBars>"""
    series._element.find(qn("c:cat")).addprevious(parse_xml(bar))


def draw(shape: Any, width: int, height: int, paths: Sequence[str]) -> None:
    """Give a shape of python-pptx a drawing of its own in the theme's ink: the first path filled, others outlined."""
    fills = ("norm", *("none" for _path in paths[1:]))
    drawn = "".join(
        f'<a:path w="{width}" h="{height}" fill="{fill}">{path}</a:path>'
        for path, fill in zip(paths, fills, strict=True)
        if path
    )
    geometry = f"""<a:custGeom {nsdecls("a")}><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>
      <a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{drawn}</a:pathLst></a:custGeom>"""
    properties = shape._element.spPr
    properties.replace(properties.find(qn("a:prstGeom")), parse_xml(geometry))
    shape.fill.solid()
    shape.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_1
    shape.line.color.theme_color = MSO_THEME_COLOR.TEXT_1
    shape.line.width = Pt(0.75)


def on_white(chart: Any) -> None:
    """Give a chart a white ground of its own, so that its ink is read on a template of any colour."""
    space = chart._chartSpace
    ground = f"""<c:spPr {nsdecls("c", "a")}><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>
      <a:ln><a:noFill/></a:ln></c:spPr>"""
    for old in space.findall(qn("c:spPr")):
        space.remove(old)
    space.find(qn("c:chart")).addnext(parse_xml(ground))
