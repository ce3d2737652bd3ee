"""Pieces of a Word file that python-docx has no words for: tables read out, charts, fields, links, language."""

from collections.abc import Callable, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Emu, Length, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from lib.charts.chart import Chart
from lib.documents.look import ACCENT, LINE, SURFACE, plain
from lib.documents.office_chart import legend_room, new_part
from lib.documents.ooxml import xml_of
from lib.documents.widths import arial_width, column_widths
from lib.documents.word_icon import write_status
from lib.views.text_table import TextCell, TextTable

STYLE_CODE = qn("w:styleId")
TABLE_SIZE, TABLE_PADDING = 9.0, 5.4  # of a table's text and beside it, in points
SHORT = 8  # rows of a table that no page break parts
FACTS = 4.2  # the column of terms, in centimetres
_CHART_NS = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def _element(tag: str, **attributes: str) -> Any:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def width_of(document: Document) -> float:
    """The width of what stands on a page, in centimetres."""
    section = document.sections[0]
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    return float(Emu((section.page_width or Cm(21)) - margins).cm)


def add(document: Document, text: str = "", style: str = "") -> Paragraph:
    """Add a paragraph. Its style goes by its code, since looking one up by its name takes longer than all the rest."""
    paragraph = document.add_paragraph()
    if style:
        xml_of(paragraph).style = _code_in(document, style)
    if text:
        write(paragraph, text)
    return paragraph


def code_of(style: str) -> str:
    """A style's code by its name as Word's own templates have it: 'Heading1', 'TableText'."""
    return style.replace(" ", "")


def _code_in(document: Document, style: str) -> str:
    """A style's code in this document: that of Word in Swedish calls its first heading 'Rubrik1'."""
    part = document.part
    if part not in _CODES:
        _CODES[part] = {one.name: one.style_id for one in document.styles if one.name}
    return _CODES[part].get(style, code_of(style))


_CODES: WeakKeyDictionary[Any, dict[str, str]] = WeakKeyDictionary()


def heading(document: Document, text: str, level: int) -> Paragraph:
    """Add a real heading."""
    return add(document, text, f"Heading {level}")


def write(paragraph: Paragraph, text: str, *, bold: bool = False) -> Run:
    """Add text to a paragraph."""
    run = paragraph.add_run(plain(text))
    run.bold = bold or None
    return run


def field(paragraph: Paragraph, code: str, points: float) -> None:
    """Add a field that Word fills in itself, such as PAGE, in text of this size."""
    simple = _element("w:fldSimple", instr=code)
    run = _element("w:r")
    properties = _element("w:rPr")
    properties.append(_element("w:sz", val=str(round(points * 2))))
    run.append(properties)
    text = _element("w:t")
    text.text = "1"
    run.append(text)
    simple.append(run)
    xml_of(paragraph).append(simple)


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Mark a paragraph as a place to link to."""
    xml_of(paragraph).append(_element("w:bookmarkStart", id=str(number), name=name))
    xml_of(paragraph).append(_element("w:bookmarkEnd", id=str(number)))


def link(paragraph: Paragraph, name: str, text: str) -> None:
    """Add a link to a marked place in the same file."""
    anchor = _element("w:hyperlink", anchor=name)
    anchor.append(xml_of(write(paragraph, text)))
    xml_of(paragraph).append(anchor)


def table(document: Document, headings: Sequence[str], widths: Sequence[float], *, name: str, description: str) -> Any:
    """A table with its heading row, repeated on every page; widths in centimetres. Name and words are read out."""
    made = document.add_table(rows=0, cols=len(headings))
    made.autofit = False
    properties = xml_of(made).tblPr
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(
        _element("w:tblInd", w=str(round(TABLE_PADDING * 20)), type="dxa")
    )  # as the text, not outside it
    layout.addprevious(_borders())  # the schema has an order
    properties.append(_element("w:tblCaption", val=plain(name)))
    properties.append(_element("w:tblDescription", val=plain(description)))
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    first = row(made, widths)
    for cell, heading in zip(first, headings, strict=True):
        write(cell, heading, bold=True)
        cell.paragraph_format.keep_with_next = True
    xml_of(made).tr_lst[0].get_or_add_trPr().append(_element("w:tblHeader"))
    for cell in xml_of(made).tr_lst[0].tc_lst:
        cell.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=SURFACE))
    return made


def add_facts(document: Document, facts: Sequence[tuple[str, str]]) -> None:
    """Terms and texts, one a line, the texts below each other."""
    paragraph = add(document)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(FACTS))
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(FACTS), Cm(-FACTS)
    for place, (term, text) in enumerate(facts):
        if place:
            paragraph = add(document)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(FACTS))
            paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(FACTS), Cm(-FACTS)
        paragraph.paragraph_format.space_after = Pt(1 if place < len(facts) - 1 else 8)
        write(paragraph, term, bold=True)
        write(paragraph, f"\t{text}")


def add_table(document: Document, whole: TextTable, address: Callable[[TextCell], str] = lambda _cell: "") -> None:
    """A table of texts and statuses, its columns as wide as their words need, and some air below it.

    `address` gives the marked place that a cell leads to, '' for nowhere. A short one stands on one page.
    """
    given = column_widths(whole.measured, Cm(width_of(document)).pt, TABLE_SIZE, TABLE_PADDING)
    widths = [Emu(Pt(width)).cm for width in given]
    made = table(document, whole.headings, widths, name=whole.caption, description=whole.caption)
    for number, cells in enumerate(whole.rows):
        last = number == len(whole.rows) - 1
        for paragraph, cell in zip(row(made, widths), cells, strict=True):
            if not last and (number == 0 or len(whole.rows) <= SHORT or number == len(whole.rows) - 2):
                paragraph.paragraph_format.keep_with_next = True
            if cell.look:
                write_status(paragraph, cell.look)
            elif place := address(cell):
                link(paragraph, place, cell.text)
            else:
                write(paragraph, cell.text)
    space_below = add(document, style="Table Text").paragraph_format
    space_below.space_before = space_below.space_after = Pt(0)
    space_below.line_spacing = Pt(7)


def row(made: Any, widths: Sequence[float]) -> list[Paragraph]:
    """Add a row that no page break parts; gives each cell's paragraph."""
    cells = made.add_row().cells
    xml_of(made).tr_lst[-1].get_or_add_trPr().append(_element("w:cantSplit"))
    for cell, width in zip(cells, widths, strict=True):
        cell.width = Cm(width)
    paragraphs = [cell.paragraphs[0] for cell in cells]
    for paragraph in paragraphs:
        xml_of(paragraph).style = code_of("Table Text")  # a style of ours, whose code is this
    return paragraphs


def _borders() -> Any:
    borders = _element("w:tblBorders")
    for side, thick, colour in (("top", "8", ACCENT), ("bottom", "4", LINE), ("insideH", "4", LINE)):
        borders.append(_element(f"w:{side}", val="single", sz=thick, space="0", color=colour))
    return borders


def add_chart(document: Document, chart: Chart, width: Length, height: Length) -> None:
    """Add a native chart in a paragraph of its own, its sentence as the text alternative; long legends have room."""
    made = new_part(chart, 9)
    height = Length(height + legend_room(chart))
    package = document.part.package
    number = 1 + sum(relation.reltype == RELATIONSHIP_TYPE.CHART for relation in document.part.rels.values())
    workbook = Part(
        PackURI(f"/word/embeddings/chart{number}.xlsx"),
        made.chart_workbook.xlsx_part.content_type,
        made.chart_workbook.xlsx_part.blob,
        package,
    )
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), made.content_type, made.blob, package)
    if part.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE) != "rId1":
        raise AssertionError("the chart's only relation is its workbook")
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    paragraph = add(document, style="Chart")
    xml_of(paragraph.add_run()).append(_inline(chart, number, relation, width, height))


def _inline(chart: Chart, number: int, relation: str, width: Length, height: Length) -> Any:
    drawing = parse_xml(
        f'<w:drawing {nsdecls("w", "wp", "a", "r")}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{Emu(width)}" cy="{Emu(height)}"/><wp:docPr id="{number}" name="Diagram {number}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_CHART_NS}">'
        f'<c:chart xmlns:c="{_CHART_NS}" r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    properties: Any = drawing.find(f".//{qn('wp:docPr')}")
    properties.set("title", plain(chart.title))
    properties.set("descr", plain(chart.alternative))
    return drawing


def drop_old_styles(document: Document) -> None:
    """Leave out the styles for Word 2010 that python-docx's template brings: they contradict those of the file."""
    relations = document.part.rels
    for code in [code for code, relation in relations.items() if relation.reltype.endswith("/stylesWithEffects")]:
        del relations[code]


def empty(document: Document) -> None:
    """Leave out what a template says, and keep its page, head and foot."""
    body = xml_of(document).body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)


def drop_border(style: Any) -> None:
    """Take away the line below a style's paragraphs."""
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def set_tab(paragraph: Paragraph, right: float) -> Paragraph:
    """Tabs of a foot: one, at the right edge."""
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(right), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.paragraph_format.left_indent = Cm(0)
    xml_of(paragraph).style = None  # the template's has stops of its own
    return paragraph


def one_line(text: str, width: float, points: float) -> str:
    """The text, cut at a word where it is wider than so many centimetres."""
    room = Cm(width).pt
    if arial_width(text, points) <= room:
        return text
    while text and arial_width(f"{text} …", points) > room:
        text = text.rpartition(" ")[0]
    return f"{text} …"


def set_language(document: Document, language: str) -> None:
    """The language of the whole file, for spelling and reading aloud."""
    tag = {"sv": "sv-SE", "en": "en-GB"}[language]
    document.core_properties.language = tag
    for properties in document.styles.element.iter(qn("w:lang")):
        for script in ("val", "eastAsia"):
            properties.set(qn(f"w:{script}"), tag)


def size(style: Any, points: float, colour: str, *, before: float = 0, after: float = 4, font: str = "") -> None:
    """A paragraph style's type and space."""
    style.font.size = Pt(points)
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    space(style, before, after)
    if font:
        style.font.name = font
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in [name for name in fonts.attrib if "Theme" in name]:
            del fonts.attrib[name]
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), font)


def space(style: Any, before: float, after: float) -> None:
    """A paragraph style's space above and below, in points."""
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
