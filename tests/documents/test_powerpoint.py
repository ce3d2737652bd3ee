"""The PowerPoint file read back: titles, tables, charts, language, notes, text that stays in its box, templates."""

import zipfile
from io import BytesIO

import docx
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches

from lib.charts.tones import TONES
from lib.documents import powerpoint_parts as parts
from lib.documents.columns import columns_of
from lib.documents.powerpoint_template import TemplateError, open_template
from tests.helpers import templates
from tests.helpers.papers import HIDDEN, LONG, TAGS, deck_of, read_powerpoint, tricky


@pytest.fixture(scope="module")
def file():
    return read_powerpoint(tricky())


def frames(file, kind: str) -> list:
    return [(slide, shape) for slide in file.slides for shape in slide.shapes if getattr(shape, f"has_{kind}")]


def test_every_slide_has_a_title_and_says_what_it_shows(file):
    deck = deck_of(tricky())
    titles = [slide.shapes.title.text_frame.text for slide in file.slides]
    said = "4,0\u00a0% – målet högst 5\u00a0% är nått"
    assert titles[:4] == [deck.name, "Dagordning", "0 av 3 mål är uppfyllda", said]
    at = titles.index("Bilaga")
    assert (at, titles[at + 1]) == (6, "Måluppfyllelse (forts. 2)")
    tops = [[shape.text_frame.text for shape in slide.shapes if shape.has_text_frame] for slide in file.slides]
    assert any(text.startswith(TAGS) for text in tops[3])
    assert "" not in titles
    for slide in list(file.slides)[1:]:
        said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert parts.shortened(deck.stamp, 1e9, 8, 1) in said


def test_a_title_too_long_is_cut_and_ends_so(file):
    titles = [slide.shapes.title.text_frame.text for slide in file.slides]
    [title] = [text for text in titles if text.startswith("2. Ett mål")]
    assert title.endswith("…")
    assert f"2. {LONG}".startswith(title.removesuffix("…"))


def test_tables_hold_every_row_on_as_many_slides_as_it_takes(file):
    deck = deck_of(tricky())
    many = next(one for one in deck.slides if one.heading == "Femtio indikatorer")
    names = [
        row.cells[0].text
        for slide, shape in frames(file, "table")
        if "Femtio indikatorer" in " ".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)
        and slide.shapes.title.text_frame.text not in ("Dagordning", "0 av 3 mål är uppfyllda")
        for row in list(shape.table.rows)[1:]
    ]
    assert names == [row[0].text for row in many.table.rows]
    assert len(names) == 50


def test_tables_and_charts_have_names_text_alternatives_and_heading_rows(file):
    shapes = [shape for kind in ("table", "chart") for _slide, shape in frames(file, kind)]
    for shape in shapes:
        properties = shape._element.nvGraphicFramePr.cNvPr
        assert properties.get("descr")
        assert properties.get("title")
    assert all(shape.table.first_row for _slide, shape in frames(file, "table"))


def test_charts_are_native_and_hold_figures_and_targets(file):
    charts = [chart for one in deck_of(tricky()).slides for chart in one.charts]
    shown = [(slide.shapes.title.text_frame.text, shape.chart) for slide, shape in frames(file, "chart")]
    found = [chart for title, chart in shown if title != "0 av 3 mål är uppfyllda"]
    assert len(found) == len(charts) == 1
    columns = columns_of(charts[0])
    assert tuple(found[0].plots[0].categories) == columns.labels
    assert [(one.name, tuple(one.values)) for one in found[0].plots[0].series] == [
        (one.name, one.values) for one in columns.columns
    ]


def test_all_text_is_marked_as_swedish(file):
    runs = [run for slide in file.slides for run in slide._element.iter(qn("a:r"))]
    assert {run.rPr.get("lang") for run in runs} == {"sv-SE"}
    assert file.core_properties.language == "sv-SE"


def test_notes_have_what_can_be_said_aloud(file):
    deck = deck_of(tricky())
    notes = [slide.notes_slide.notes_text_frame.text for slide in file.slides if slide.has_notes_slide]
    assert len(notes) == len(deck.slides)
    for one, note in zip(deck.slides, notes, strict=True):
        assert parts.plain(one.aloud) in note


def test_text_and_tables_stay_inside_the_slide(file):
    width, height = file.slide_width, file.slide_height
    for slide in file.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= width
            assert shape.top + shape.height <= height, shape.name


def test_text_boxes_hold_their_text(file):
    for slide in list(file.slides)[1:]:
        for shape in slide.shapes:
            if shape.has_text_frame and shape != slide.shapes.title and "‹#›" not in shape.text_frame.text:
                runs = [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
                size = max((run.font.size.pt for run in runs), default=0)
                text = "".join(run.text for run in runs)
                high = len(parts.lines(text, shape.width / 12700, size)) * size * parts.LINE
                assert high <= shape.height / 12700 + 0.5, text


def template(**changes: bytes) -> bytes:
    """A template of somebody's own, 4:3 with a slide in it; its parts can be changed."""
    own = Presentation()
    own.slides.add_slide(own.slide_layouts[0]).shapes.title.text = "Kommunens egen bild"
    own.slide_layouts[5].name = "Kommunens layout"
    made = BytesIO()
    own.save(made)
    changed = BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, changes.pop(name, old.read(name)))
        for name, content in changes.items():
            new.writestr(name, content)
    return changed.getvalue()


def test_a_template_gives_size_and_layout_and_none_of_its_slides():
    file = read_powerpoint(tricky(), template())
    assert (file.slide_width, file.slide_height) == (Inches(10), Inches(7.5))
    assert file.slides[2].slide_layout.name == "Kommunens layout"
    texts = [shape.text_frame.text for slide in file.slides for shape in slide.shapes if shape.has_text_frame]
    assert "Kommunens egen bild" not in texts
    assert all(slide.shapes.title.text_frame.text for slide in file.slides)


def test_a_template_saved_as_potx_is_taken():
    types = zipfile.ZipFile(BytesIO(template())).read("[Content_Types].xml")
    potx = template(**{"[Content_Types].xml": types.replace(b"presentation.main+xml", b"template.main+xml")})
    assert len(open_template(potx).slide_layouts) == 11


def test_a_template_without_places_for_titles_gets_boxes():
    own = Presentation()
    for layout in own.slide_layouts:
        for shape in list(layout.placeholders):
            shape._element.getparent().remove(shape._element)
    made = BytesIO()
    own.save(made)
    file = read_powerpoint(tricky(), made.getvalue())
    assert all(slide.shapes.title.text_frame.text for slide in file.slides)  # a screen reader finds it
    texts = [shape.text_frame.text for slide in file.slides for shape in slide.shapes if shape.has_text_frame]
    assert {"Dagordning", TAGS} <= set(texts)


@pytest.mark.parametrize("name", templates.ALL)
def test_the_municipalitys_template_gives_places_and_colours(name):
    file = read_powerpoint(tricky(), templates.ALL[name]())
    left = templates.BAND if name == "band" else 0
    for slide in list(file.slides)[1:]:
        foot = [shape for shape in slide.shapes if shape.top > file.slide_height * 0.9]
        placed = [shape for shape in slide.shapes if shape not in foot]
        assert slide.shapes.title is not None
        assert min(shape.left for shape in placed) >= left
        assert max(shape.left + shape.width for shape in placed) <= file.slide_width
        text = [shape for shape in placed if shape.has_text_frame and "✖" not in shape.text_frame.text]
        runs = [run for shape in text for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
        looks = {tone.ink for tone in TONES.values()}
        fixed = {str(run.font.color.rgb) for run in runs if run.font.color and run.font.color.type == 1}
        assert fixed <= looks  # all else is in the template's own colour


BAD = {
    "text": b"hello",
    "empty": b"",
    "a zip of something else": b"PK\x05\x06" + b"\0" * 18,
    "cut off": template()[:4000],
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_what_is_no_presentation_is_told_plainly(content):
    with pytest.raises(TemplateError, match=r"^Mallen är ingen PowerPointfil\. Välj en fil som slutar på"):
        open_template(content)


def test_a_word_file_is_no_template():
    made = BytesIO()
    docx.Document().save(made)
    with pytest.raises(TemplateError, match="ingen PowerPointfil"):
        open_template(made.getvalue())


def test_macros_are_refused():
    with pytest.raises(TemplateError, match="makron"):
        open_template(template(**{"ppt/vbaProject.bin": b"x"}))


def test_a_template_that_swells_is_refused(monkeypatch):
    monkeypatch.setattr("lib.documents.powerpoint_template.MOST_UNPACKED", 1000)
    with pytest.raises(TemplateError, match="för stor"):
        open_template(template())


def test_what_small_groups_hide_is_not_there(file):
    texts = [cell.text for _slide, shape in frames(file, "table") for row in shape.table.rows for cell in row.cells]
    assert not [text for text in texts if str(int(HIDDEN)) in text.replace("\u00a0", "")]
