"""Words that fit their box on a slide, at the largest size and cut where none is small enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.charts.svg import text_width
from lib.web.stage.fit import SMALLEST, cut, fit, height, wrapped

SIZES = (64, 48, 24)


def test_the_largest_size_that_fits():
    assert fit("Kort", 400, 1, SIZES) == (64, "Kort")
    assert fit("En rubrik som är längre", 400, 1, SIZES) == (24, "En rubrik som är längre")


def test_what_fits_at_no_size_is_cut():
    size, words = fit("ord " * 100, 400, 2, SIZES)
    assert size == 24
    assert words.endswith("ord…")
    assert wrapped(words, 400, 24) == 2


def test_no_figure_loses_its_last_digits():
    words = "Kostnaden var 12\u00a0345\u00a0678\u00a0kr förra året"
    kept = [cut(words, room, lines, 24) for lines in (1, 2) for room in range(160, 460)]
    assert {"".join(filter(str.isdigit, text)) for text in kept} == {"", "12345678"}


@pytest.mark.parametrize("lines", [1, 2, 3])
@given(words=st.text(max_size=300), room=st.floats(60, 1300))
def test_cut_words_take_no_more_lines(lines, words, room):
    kept = cut(words, room, lines, SMALLEST)
    assert wrapped(kept, room, SMALLEST) <= lines or text_width("…", SMALLEST) > room


def test_height_is_by_lines():
    assert height("a", 100, 30, 1.25) == 37.5
    assert height("aaaa aaaa aaaa", 80, 30, 1.25) == 3 * 37.5
