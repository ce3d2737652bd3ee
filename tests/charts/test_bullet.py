"""A bullet shows the figure on the side of the limit where it lies."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.charts.bullet import MARGIN, Bullet, bullet
from lib.rules.targets import Bounds
from tests.helpers.svg import SVG, Element, drawn, numbers

AT_MOST_43 = Bounds(high=43.0)
VALUES = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))


def point(value: float) -> Bounds:
    return Bounds(value, value)


def dots(root: Element) -> list[tuple[float, float]]:
    """Place and radius of every dot, the earlier figure's first."""
    return [(float(dot.get("cx", "")), float(dot.get("r", ""))) for dot in root.iter(f"{SVG}circle")]


def limits(root: Element) -> list[float]:
    [ticks] = [path for path in root.iter(f"{SVG}path") if "v24" in path.get("d", "")]
    return numbers(ticks)[::3]


def tinted(root: Element) -> tuple[float, float]:
    """The ends of what is allowed."""
    [area] = [rect for rect in root.iter(f"{SVG}rect") if rect.get("height") == "16"]
    start = float(area.get("x", ""))
    return start, start + float(area.get("width", ""))


def test_a_figure_above_its_limit_stands_to_the_right_of_it_with_the_figure_before_hollow() -> None:
    root = drawn(bullet(Bullet(point(51.0), AT_MOST_43, "missed", before=47.0)))
    (before, small), (now, large) = dots(root)
    [limit] = limits(root)
    assert (limit < before < now, small < large) == (True, True)
    assert tinted(root) == (1.0, limit)
    assert (root.get("width"), root.get("height"), root.get("aria-hidden")) == ("200", "26", "true")


@pytest.mark.parametrize(
    ("allowed", "value"),
    [
        pytest.param(Bounds(10.0, 20.0), 25.0, id="between two limits"),
        pytest.param(Bounds(0.0, 5.0), 9.0, id="at most so far apart"),
    ],
)
def test_of_two_limits_what_lies_between_is_tinted(allowed: Bounds, value: float) -> None:
    root = drawn(bullet(Bullet(point(value), allowed, "missed")))
    low, high = limits(root)
    [(now, _radius)] = dots(root)
    assert (tinted(root) == pytest.approx((low, high)), now > high) == (True, True)


def test_less_than_a_number_is_a_bar_from_the_edge_with_a_dot_at_its_end() -> None:
    root = drawn(bullet(Bullet(Bounds(high=14.0, high_open=True), Bounds(high=14.0, high_open=True), "met")))
    [bar] = [rect for rect in root.iter(f"{SVG}rect") if rect.get("height") == "8"]
    [(end, _radius)] = dots(root)
    assert (float(bar.get("x", "")), [end]) == (MARGIN, limits(root))


def test_a_limit_that_is_the_largest_value_has_room_beyond_it_that_is_allowed() -> None:
    root = drawn(bullet(Bullet(point(-3.1), Bounds(low=0.0), "missed", before=-1.8)))
    start, end = tinted(root)
    assert end - start > 20


def test_an_interval_with_the_limit_inside_lies_on_both_sides_of_it() -> None:
    root = drawn(bullet(Bullet(point(80.0), Bounds(low=82.0), "unknown", "%", interval=(71.0, 87.0))))
    [interval] = [path for path in root.iter(f"{SVG}path") if path.get("stroke-width") == "3"]
    start, _y, end = numbers(interval)
    assert start < limits(root)[0] < end


def test_nothing_is_drawn_without_a_comparison() -> None:
    assert len(drawn(bullet(None))) == 0


@given(VALUES, VALUES, VALUES, st.sampled_from(["%", "dagar"]))
def test_any_figure_stays_inside_and_on_its_side(now: float, limit: float, before: float, unit: str) -> None:
    for allowed in (Bounds(low=limit), Bounds(-inf, limit)):
        root = drawn(bullet(Bullet(point(now), allowed, "met", unit, before)))
        places = [at for at, _radius in dots(root)]
        assert all(MARGIN <= at <= 200 - MARGIN for at in [*places, *limits(root)])
        [tick] = limits(root)
        assert (places[-1] >= tick - 0.01) if now >= limit else (places[-1] <= tick + 0.01)
