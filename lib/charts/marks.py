"""Marks and lines of a chart as SVG paths: symbols, ranges, arrows for 'less than', lines that stop at hollow marks."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from lib.charts.chart import Mark, Trace
from lib.charts.style import Style
from lib.charts.svg import element, num, title

REACH = 5.0
"""How far a symbol reaches from its middle, in pixels."""
LINE_WIDTH = 2.25  # of the line through a series
CROWD = 30
"""A line of more figures than this has smaller symbols, drawn together."""
SMALLER = 0.6
ARROW = 14.0

_SYMBOLS = {
    "circle": "M-4.5 0c0 -2.49 2.01 -4.5 4.5 -4.5s4.5 2.01 4.5 4.5s-2.01 4.5 -4.5 4.5s-4.5 -2.01 -4.5 -4.5z",
    "square": "M-4 -4h8v8h-8z",
    "triangle": "M0 -5.2l5 9h-10z",
    "diamond": "M0 -5.6l5.6 5.6l-5.6 5.6l-5.6 -5.6z",
    "triangle-down": "M0 5.2l5 -9h-10z",
    "cross": "M-1.8 -5.2h3.6v3.4h3.4v3.6h-3.4v3.4h-3.6v-3.4h-3.4v-3.6h3.4z",
}
_NUMBER = re.compile(r"-?\d+\.?\d*")
_TILDE = "M-4.5 -8.5c1.5 -3.2 3 -3.2 4.5 -1.5s3 1.7 4.5 -1.5"

MarkPlace = tuple[float, float, bool]
"""x, y and whether the symbol there is hollow, so that the line must stop before it."""


def is_range(mark: Mark) -> bool:
    """Whether the figure is given as a range only."""
    return mark.low is not None and mark.high is not None


def is_hollow(mark: Mark, look: Style) -> bool:
    """Whether the symbol is an outline: for figures other than outcomes, and for 'about' figures."""
    return look.hollow or mark.open == "~"


def is_plain(mark: Mark) -> bool:
    """Whether the figure is drawn as its line's symbol and nothing more."""
    return not is_range(mark) and mark.open == "=" and mark.least is None


def symbol(look: Style, *, hollow: bool, scale: float = 1.0) -> str:
    """A trace's symbol around 0, 0 in the colour of the group it stands in."""
    return _outline(_SYMBOLS[look.symbol], hollow=hollow, transform=f"scale({num(scale)})" if scale != 1 else None)


def symbols(look: Style, places: Sequence[tuple[float, float]]) -> str:
    """The smaller symbols of many figures in one shape; '' where there are none."""
    shape = _NUMBER.sub(lambda found: num(float(found[0]) * SMALLER), _SYMBOLS[look.symbol]).replace("M", "m", 1)
    path = "".join(f"M{num(x)} {num(y)}{shape}" for x, y in places)
    return _outline(path, hollow=look.hollow) if path else ""


def _outline(path: str, *, hollow: bool, transform: str | None = None) -> str:
    return element(
        "path",
        d=path,
        fill="none" if hollow else "currentColor",
        stroke="currentColor",
        stroke_width=1.75 if hollow else 1.0,
        transform=transform,
    )


def mark_shape(mark: Mark, look: Style, ends: tuple[float, float], depth: float, scale: float = 1.0) -> str:
    """A figure around 0, 0: `ends` are its range's ends from there, `depth` the room below for an arrow."""
    if is_range(mark):
        top, bottom = (num(end) for end in ends)
        return _stroke(f"M0 {top}V{bottom}M-5 {top}H5M-5 {bottom}H5", 2.5)
    if mark.open in {"<", ">"}:
        tip = max(7.0, min(ARROW, depth)) if mark.open == "<" else -ARROW
        back = tip - 4 if tip > 0 else tip + 4
        return _stroke(f"M-6 0H6M0 0V{num(tip)}M-4 {num(back)}L0 {num(tip)}L4 {num(back)}", 2)
    about = _stroke(_TILDE, 1.5) if mark.open == "~" else ""
    return symbol(look, hollow=is_hollow(mark, look), scale=scale) + about


def whisker(top: float, bottom: float) -> str:
    """The line of what a figure's true value may be, from one end to the other around 0, 0."""
    return _stroke(f"M0 {num(top)}V{num(bottom)}M-3 {num(top)}H3M-3 {num(bottom)}H3", 1)


def _stroke(path: str, width: float) -> str:
    return element("path", d=path, fill="none", stroke="currentColor", stroke_width=width)


def mark_group(mark: Mark, trace: Trace, at: tuple[float, float], shape: str, stop: str | None = None) -> str:
    """A figure in its place; the words are shown when the pointer rests on it or close by.

    `stop` is its place in the order of the tabulator key, where figures can be gone through one by one. Where the shape
    is drawn with others' ('' here), the place alone is the mark.
    """
    name = title(f"{trace.name}, {mark.label}: {mark.text}" if trace.name else f"{mark.label}: {mark.text}")
    at_mark: dict[str, str | None] = {
        "class_": "mb-mark",
        "transform": f"translate({num(at[0])} {num(at[1])})",
        "role": "img" if stop else None,
        "tabindex": stop,
    }
    if not shape:
        return element("circle", name, r=10.0, fill="none", pointer_events="all", **at_mark)
    near = element("circle", r=10.0, fill="none", pointer_events="all")
    return element("g", name, near, shape, **at_mark)


def line_path(runs: Iterable[Sequence[MarkPlace]]) -> str:
    """The path through the places of every run, stopping at hollow symbols; '' where nothing is joined."""
    return "".join(_joined(here, there) for run in runs for here, there in pairwise(run))


def _joined(here: MarkPlace, there: MarkPlace) -> str:
    x0, y0, hollow0 = here
    x1, y1, hollow1 = there
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    start, stop = (REACH if hollow0 else 0.0), (REACH if hollow1 else 0.0)
    if length <= start + stop:
        return ""
    across, down = (x1 - x0) / length, (y1 - y0) / length
    return f"M{num(x0 + across * start)} {num(y0 + down * start)}L{num(x1 - across * stop)} {num(y1 - down * stop)}"


def line(path: str, dash: str = "", width: float = LINE_WIDTH) -> str:
    """A line along the path in the colour of the group it stands in; '' where there is no path."""
    if not path:
        return ""
    return element(
        "path",
        d=path,
        fill="none",
        stroke="currentColor",
        stroke_width=width,
        stroke_dasharray=dash or None,
        stroke_linejoin="round",
        stroke_linecap="round" if not dash else None,
    )


def painted(paint: str, *children: str) -> str:
    """The children in a colour; '' where there are none."""
    return element("g", *children, style=f"color:{paint}") if any(children) else ""
