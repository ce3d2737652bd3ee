"""Drawings on a slide on the projector: a chart as high as there is room for, several in a grid, the bar of shares."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lib.charts.chart import Chart
from lib.charts.svg import text_width
from lib.charts.svg_chart import bar_of_shares, line_chart
from lib.views.key_figure import KeyFigure
from lib.views.statuses import Look
from lib.web.stage.fit import cut
from lib.web.stage.parts import GAP, WIDE, Format, status_width
from lib.words.language import ngettext

# A drawing is shown this many times larger than drawn: its words are 12 high as drawn.
SCALE = 2.1
# No drawing is lower than this.
LEAST = 110
# More charts than this are too small to read, in 4:3 and in 16:9; over each stand its name and its figure.
_FEWER, _MOST = 4, 6
_NAME, _FIGURE, _HEAD, _MORE = 28, 28, 90.0, 33.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of shares, whose numbers are also in the sentence, and its height."""

    svg: str
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as it is drawn, its width, and the sentence that says what it shows."""

    svg: str
    width: float
    sentence: str


@dataclass(frozen=True, slots=True)
class GridCell:
    """One of several charts below its name, its figure and its status."""

    name: str
    caption: str
    look: Look | None
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Grid:
    """Several charts beside each other; `more` counts those left out."""

    columns: int
    cells: tuple[GridCell, ...]
    more: str


def bar(shares: Sequence[tuple[str, int, str]], form: Format) -> Bar:
    """A bar of shares as wide as a slide."""
    svg = bar_of_shares(shares, width=round(form.room / SCALE))
    return Bar(svg, _high(svg) * SCALE)


def chart(plan: Chart, form: Format, room: float, width: float = 0.0) -> Drawing:
    """A chart as high as the room, its legend included, and of this width (0 = that of one that stands alone)."""
    wide = width or form.chart
    svg = _highest(plan, round(wide / SCALE), int(room / SCALE)).replace(' role="img"', ' aria-hidden="true"', 1)
    return Drawing(svg, wide, plan.sentence)


def _highest(plan: Chart, width: int, most: int) -> str:
    """The highest drawing no higher than `most`, found by trying: whether there is a legend depends on it."""
    svg = line_chart(plan, width=width, height=max(LEAST, most))
    over = _high(svg) - most
    if over <= 0:
        return svg
    best, low, high = line_chart(plan, width=width, height=LEAST), float(LEAST), float(most)
    tried = most - over
    while high - low > 25:
        svg = line_chart(plan, width=width, height=max(LEAST, int(tried)))
        if _high(svg) <= most:
            best, low = svg, tried
        else:
            high = min(tried, high - 1)
        tried = (low + high) / 2
    return best


def _high(svg: str) -> float:
    return float(re.findall(r'viewBox="0 0 [\d.]+ ([\d.]+)"', svg)[0])


def grid(charts: Sequence[Chart], figures: Sequence[KeyFigure], form: Format, room: float) -> Grid:
    """Several charts beside each other, each with its name and the worst of its figures."""
    most = _MOST if form is WIDE else _FEWER
    plans, rest = charts[:most], len(charts) - most
    columns = 3 if form is WIDE and len(plans) not in {2, 4} else 2
    rows = -(-len(plans) // columns)
    wide = (form.room - (columns - 1) * 2 * GAP) / columns
    high = (room - (rows - 1) * GAP - (_MORE + GAP) * (rest > 0)) / rows - _HEAD
    cells = (_cell(plan, [of for of in figures if of.chart is plan], form, high, wide) for plan in plans)
    more = ngettext("and {n} more chart", "and {n} more charts", rest).format(n=rest) if rest > 0 else ""
    return Grid(columns, tuple(cells), more)


def _cell(plan: Chart, figures: Sequence[KeyFigure], form: Format, high: float, wide: float) -> GridCell:
    name, drawing = cut(plan.title, wide, 1, _NAME, bold=True), chart(plan, form, high, wide)
    if not figures:
        return GridCell(name, "", None, drawing)
    first = figures[0]
    left = wide - (status_width(first.look, _FIGURE) + 12 if first.look else 0)
    text = first.figure if len(figures) == 1 else f"{first.name}: {first.figure}"
    dated = f"{text} ({first.period})" if first.period else text
    caption = dated if text_width(dated, _FIGURE) <= left else cut(text, left, 1, _FIGURE)
    return GridCell(name, caption, first.look, drawing)
