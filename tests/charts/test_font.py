"""The font that everything is drawn in: the table of widths, and the file that is served and embedded."""

import csv

import pytest

from lib.charts import font
from lib.charts.svg import text_width, wrap
from lib.web import static
from tests.helpers.font import HEADINGS, widths


def test_the_table_of_widths_is_that_of_the_file():
    """If Streamlit brings another font: `python -m tests.helpers.font`."""
    with font.WIDTHS.open(encoding="utf-8", newline="") as rows:
        assert list(csv.reader(rows)) == [HEADINGS, *widths()]


def test_the_part_of_the_font_has_the_letters_as_they_are():
    """Else words would move when the whole font comes. `python -m tests.helpers.font` makes the part again."""
    small = {code: row for code, *row in widths(font.PART)}
    whole = {code: row for code, *row in widths()}
    assert len(small) > 300
    assert small == {code: whole[code] for code in small}
    assert {f"{ord(letter):04x}" for letter in "aåäöÅÄÖéü0123456789−–”’ %,.:;()·…≠→"} <= small.keys()


@pytest.mark.parametrize(
    ("words", "bold", "width"),
    [
        ("0123456789", False, 10 * 0.498),
        ("0123456789", True, 10 * 0.529),
        ("Åå", False, 0.544 + 0.505),
        ("\u00a0", False, 0.2),
        ("漢", False, 1.0),  # another font's
    ],
)
def test_a_text_is_as_wide_as_its_letters_and_a_hair_more(words, bold, width):
    assert text_width(words, 100, bold=bold) == pytest.approx(102 * width)


def test_a_figure_stays_whole_when_its_text_is_wrapped():
    assert wrap("Sammanlagt 12\u00a0345\u00a0personer", 120, 16) == ["Sammanlagt", "12\u00a0345\u00a0personer"]


@pytest.mark.parametrize("bundle", ["ui.css", "stage.css", "follow.css"])
def test_the_style_sheets_name_the_file_as_it_is_served(bundle):
    assert static.files()[static.FONT] == (font.file(),)
    assert f'url("{static.FONT}")' in static.encoded(static.own(bundle), "").decode()
