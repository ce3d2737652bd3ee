"""Small trends and bars of shares."""

import pytest
from hypothesis import given, settings

from lib.charts.chart import Chart
from lib.charts.svg_chart import bar_of_shares, sparkline
from lib.words.language import _
from tests.helpers.chance import examples
from tests.helpers.charts import FIVE_YEARS, chart, charts, trace
from tests.helpers.svg import SVG, Element, drawn, numbers, words


@pytest.mark.chance
@settings(deadline=None, max_examples=examples(15, 300))
@given(charts())
def test_any_sparkline_stays_inside(drawing: Chart) -> None:
    root = drawn(sparkline(drawing))
    spots = [(float(one.get("cx", "")), float(one.get("cy", ""))) for one in root.iter(f"{SVG}circle")]
    assert all(0 <= x <= 120 and 0 <= y <= 32 for x, y in spots)


def test_a_sparkline_is_silent_and_has_line_newest_figure_and_target() -> None:
    root = drawn(sparkline(FIVE_YEARS))
    assert root.get("aria-hidden") == "true"
    assert (root.get("width"), root.get("height")) == ("120", "32")
    target, line = root.iter(f"{SVG}path")
    [newest] = root.iter(f"{SVG}circle")
    assert (target.get("stroke-dasharray"), line.get("stroke-dasharray")) == ("4 3", None)
    assert numbers(line)[-2:] == [float(newest.get("cx", "")), float(newest.get("cy", ""))]


def test_a_sparkline_of_one_figure_and_of_none() -> None:
    [dot] = drawn(sparkline(chart(trace(5)))).iter(f"{SVG}circle")
    assert dot.get("cx") == "60"
    assert len(drawn(sparkline(chart()))) == 0


def boxes(root: Element) -> list[float]:
    """Widths of the parts in the bar, which are taller than the keys below it."""
    return [float(one.get("width", "")) for one in root.iter(f"{SVG}rect") if one.get("height") == "26"]


def test_a_bar_of_shares_has_parts_by_their_numbers() -> None:
    parts = [("uppfyllt", 3, "met"), ("delvis", 1, "nearly"), ("inte uppfyllt", 0, "missed")]
    root = drawn(bar_of_shares(parts, width=400))
    first, second = boxes(root)
    assert (first, second) == pytest.approx((395 * 3 / 4, 395 / 4), abs=0.1)
    assert words(root) == ["3", "1", "uppfyllt: 3", "delvis: 1", "inte uppfyllt: 0"]
    assert root.findtext(f"{SVG}desc") == "3 uppfyllt, 1 delvis, 0 inte uppfyllt"


def test_the_smallest_part_has_room_for_its_number() -> None:
    first, second = boxes(drawn(bar_of_shares([("uppfyllt", 600, "met"), ("inte uppfyllt", 1, "missed")], width=400)))
    assert (first, second) == (375, 20)


@pytest.mark.parametrize("parts", [[], [("uppfyllt", 0, "met")]])
def test_a_bar_of_nothing_says_so(parts: list[tuple[str, int, str]]) -> None:
    root = drawn(bar_of_shares(parts))
    assert boxes(root) == []
    assert _("Nothing to show") in words(root)


def test_a_bar_escapes_words_and_classes() -> None:
    root = drawn(bar_of_shares([("<b>", 1, '"><script>')]))
    assert "<b>: 1" in words(root)
    assert not list(root.iter(f"{SVG}script"))
