"""Pieces of a slide: text that stays in its box, tables cut where the slide ends, native charts, notes, language."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Cm, Emu, Pt

from lib.charts.chart import Chart
from lib.charts.svg import wrap
from lib.charts.tones import TONES
from lib.documents.look import TEXT, cell, plain
from lib.documents.office_chart import KIND, chart_data, dress
from lib.documents.ooxml import on_white, xml_of
from lib.documents.powerpoint_icon import GAP, ICON, add_icon, icon_before
from lib.documents.powerpoint_template import Room
from lib.documents.widths import arial_width
from lib.views.statuses import Look
from lib.views.text_table import TextCell

# A line is so much higher than its letters.
LINE = 1.22
THICKEST_BAR = 2.4  # with the room around it, in cm
PADDING = 5.0  # of a table's cell, in points, on each side


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table with the height that it takes."""

    cells: tuple[TextCell, ...]
    height: float


def points(length: int) -> float:
    """A length in points."""
    return Emu(length).pt


@lru_cache(maxsize=4096)
def lines(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Text in lines that fit a width in points."""
    return tuple(wrap(plain(text), width, size, bold=bold, width=arial_width)) or ("",)


def fitted(text: str, width: float, height: float, sizes: Sequence[float], *, bold: bool = False) -> tuple[str, float]:
    """The text and the largest size at which it fits; at the smallest it is cut where the room ends."""
    for size in sizes:
        if len(lines(text, width, size, bold=bold)) * size * LINE <= height:
            return plain(text), size
    most = max(int(height // (sizes[-1] * LINE)), 1)
    return shortened(text, width, sizes[-1], most, bold=bold), sizes[-1]


def shortened(text: str, width: float, size: float, most: int, *, bold: bool = False) -> str:
    """The text, cut at a word and ended with '…' where it takes more than so many lines."""
    wrapped = lines(text, width, size, bold=bold)
    if len(wrapped) <= most:
        return plain(text)
    last = wrapped[most - 1]
    while last and arial_width(f"{last}…", size, bold=bold) > width:
        last = last[:-1]
    return " ".join([*wrapped[: most - 1], last.rstrip(" ,.;:") + "…"])


def write(paragraph: Any, text: str, size: float, *, bold: bool = False, colour: str = TEXT) -> Any:
    """Add text to a paragraph."""
    run = paragraph.add_run()
    run.text = plain(text)
    run.font.size, run.font.bold = Pt(size), bold
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    return run


TITLES = (28, 24, 20, 18, 16, 14)


def title_of(slide: Any) -> str:
    """The words of a slide's title."""
    return slide.shapes.title.text_frame.text if slide.shapes.title is not None else ""


def set_title(slide: Any, text: str, place: Room, sizes: Sequence[float] = TITLES) -> None:
    """The slide's title, in the template's font and colour; a box of its own where the template has no place for it."""
    title = slide.shapes.title
    if title is None:
        title = slide.shapes.add_textbox(place.left, place.top // 4, place.width, place.top * 3 // 4)
        kind = xml_of(title).nvSpPr.nvPr.makeelement(qn("p:ph"), {"type": "title"})  # for screen readers
        xml_of(title).nvSpPr.nvPr.insert(0, kind)
    frame = title.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    room = (points(title.width) - 16, points(title.height) - 8)
    fit, size = fitted(text, *room, sizes, bold=True)
    frame.text = fit
    for run in frame.paragraphs[0].runs:
        run.font.size, run.font.bold = Pt(size), True


def drop_empty(slide: Any) -> None:
    """Take away the placeholders that nothing was written in."""
    for shape in list(slide.placeholders):
        if shape.has_text_frame and not shape.text_frame.text:
            xml_of(shape).getparent().remove(xml_of(shape))


def box(slide: Any, place: Room) -> Any:
    """An empty text box without margins; gives its first paragraph."""
    frame = slide.shapes.add_textbox(place.left, place.top, place.width, place.height).text_frame
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame.paragraphs[0]


def add_text(slide: Any, text: str, place: Room, sizes: Sequence[float], colour: str = "") -> int:
    """Text in a box, as large as fits, in the template's colour if none is given; gives the height that it takes."""
    fit, size = fitted(text, points(place.width), points(place.height), sizes)
    write(box(slide, place), fit, size, colour=colour)
    return int(Pt(len(lines(fit, points(place.width), size)) * size * LINE))


def add_looks(slide: Any, looks: Sequence[tuple[str, Look]], place: Room, *, coloured: bool = True) -> None:
    """Statuses in a line: of each the icon, with its word as text alternative, its subject and its word."""
    texts = [f"{label}: {look.word}" for label, look in looks]
    sizes = (16, 14, 12, 10, 8)
    wide = {size: [arial_width(text, size, bold=True) + 4 for text in texts] for size in sizes}
    room = points(place.width)
    size = next((size for size in sizes if sum(wide[size]) + len(texts) * (ICON + GAP) * size <= room), sizes[-1])
    left = place.left
    for (label, look), width in zip(looks, wide[size], strict=True):
        add_icon(slide, look, Room(left, place.top + int(Pt(0.12 * size)), int(Pt(0.95 * size)), 0))
        left += int(Pt(ICON * size))
        paragraph = box(slide, Room(left, place.top, int(Pt(width)), place.height))
        write(paragraph, f"{label}: ", size, colour="")
        write(paragraph, look.word, size, bold=True, colour=look.tone.ink if coloured else "")
        left += int(Pt(width + GAP * size))


def rows_of(
    cells: Iterable[Sequence[TextCell]], widths: Sequence[float], size: float, *, bold: bool = False, most: int = 3
) -> Iterator[TableRow]:
    """Rows with their heights, text cut that would take more than so many lines."""
    for row in cells:
        cut = []
        high = 1
        for text_cell, width in zip(row, widths, strict=True):
            room, heavy = width - 2 * PADDING, bold or text_cell.look is not None
            room -= ICON * size if text_cell.look else 0
            cut.append(TextCell(shortened(text_cell.text, room, size, most, bold=heavy), text_cell.look))
            high = max(high, len(lines(cut[-1].text, room, size, bold=heavy)))
        yield TableRow(tuple(cut), high * size * LINE + PADDING)


def lines_in(height: float, size: float) -> int:
    """The number of lines of a table's cell that fit a height in points, at least one."""
    return max(1, int((height - PADDING) // (size * LINE)))


def add_table(
    slide: Any,
    headings: TableRow,
    rows: Sequence[TableRow],
    widths: Sequence[float],
    place: Room,
    size: float,
    name: str,
) -> None:
    """A native table with a heading row; the name is read out."""
    heights = [headings.height, *(row.height for row in rows)]
    shape = slide.shapes.add_table(
        len(heights), len(widths), place.left, place.top, int(Pt(sum(widths))), int(Pt(sum(heights)))
    )
    describe(shape, name, f"{name}: {', '.join(heading.text for heading in headings.cells)}")
    table = shape.table
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for line, height, row in zip(table.rows, heights, (headings, *rows), strict=True):
        line.height = Pt(height)
        for text_cell, cell_ in zip(row.cells, line.cells, strict=True):
            _fill(cell_, text_cell, size, head=row is headings)
            if text_cell.look:
                icon_before(slide, cell_.text_frame.paragraphs[0], text_cell.look, size)


def _fill(target: Any, content: TextCell, size: float, *, head: bool) -> None:
    target.margin_left = target.margin_right = Pt(PADDING)
    target.margin_top = target.margin_bottom = Pt(PADDING / 2)
    frame = target.text_frame
    frame.word_wrap = True
    colour = "" if head else content.look.tone.ink if content.look else TEXT
    write(frame.paragraphs[0], content.text, size, bold=head or content.look is not None, colour=colour)


def add_chart(slide: Any, chart: Chart, place: Room) -> None:
    """A native chart, with its sentence as the text alternative."""
    shape = slide.shapes.add_chart(KIND, place.left, place.top, place.width, place.height, chart_data(chart))
    dress(shape.chart, chart, 11)
    on_white(shape.chart)
    describe(shape, chart.title, chart.alternative)


def add_shares(slide: Any, shares: Sequence[tuple[str, int, str]], name: str, place: Room) -> None:
    """The number of goals of each status, as native bars."""
    data = CategoryChartData(number_format="0")
    data.categories = [cell(word) for word, _n, _name in reversed(shares)]
    data.add_series(cell(name), [n for _word, n, _name in reversed(shares)])
    height = min(place.height, Cm(THICKEST_BAR) * len(shares))
    shape = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, place.left, place.top, place.width, height, data)
    chart = shape.chart
    chart.has_legend, chart.has_title, chart.font.size = False, False, Pt(14)
    chart.value_axis.visible, chart.value_axis.has_major_gridlines, chart.value_axis.minimum_scale = False, False, 0
    number_axes(chart)
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 40, True
    plot.data_labels.position, plot.data_labels.font.size = XL_LABEL_POSITION.OUTSIDE_END, Pt(14)
    for place_, (_word, _n, status) in enumerate(reversed(shares)):
        fill = plot.series[0].points[place_].format.fill
        fill.solid()
        fill.fore_color.rgb = RGBColor.from_string(TONES[status].fill)
    describe(shape, name, ", ".join(f"{n} {word}" for word, n, _name in shares))


def number_axes(chart: Any) -> None:
    """Axes with numbers that are not below 0, as the schema wants them; python-pptx's bars have others."""
    for numbered in xml_of(chart.part).iter(qn("c:axId"), qn("c:crossAx")):
        numbered.set("val", numbered.get("val").lstrip("-"))


def describe(shape: Any, name: str, text: str) -> None:
    """A shape's name and text alternative."""
    properties = xml_of(shape).nvGraphicFramePr.cNvPr
    properties.set("name", plain(name))
    properties.set("title", plain(name))
    properties.set("descr", plain(text))


def set_language(presentation: Any, language: str) -> None:
    """The language of all text, for spelling and reading aloud."""
    tag = {"sv": "sv-SE", "en": "en-GB"}[language]
    presentation.core_properties.language = tag
    for slide in presentation.slides:
        notes = [xml_of(slide.notes_slide)] if slide.has_notes_slide else []
        for part in (xml_of(slide), *notes):
            for run in part.iter(qn("a:r"), qn("a:fld")):
                run.get_or_add_rPr().set("lang", tag)
    for properties in xml_of(presentation.part).iter(qn("a:defRPr")):
        properties.set("lang", tag)
