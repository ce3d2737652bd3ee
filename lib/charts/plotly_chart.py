"""A chart as a Plotly figure, to be explored: the same marks, lines and targets as in `svg_chart`, with words on hover.

Everything is set here and nothing left to a theme, so that contrast and language hold; texts are escaped, since
Plotly reads a little HTML in them.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby, product
from math import inf
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from lib.charts.axes import ValueAxis, time_axis, value_axis, within
from lib.charts.background import BREAK, EVENT
from lib.charts.chart import Chart, Mark, TargetStep, Trace
from lib.charts.legend import short_text, step_years
from lib.charts.marks import is_hollow, is_range
from lib.charts.plotly_layout import PLOT_HEIGHT, SIZE, TEXT, config, empty_layout, layout
from lib.charts.style import DARK, LIGHT, TARGET_DASH, Style, bridges, runs, styles
from lib.words.language import _

__all__ = ["config", "figure"]

YEARS = 9
"""How many years can be named below the axis on a phone."""
LEGEND_LETTERS = 42
"""How long a line of the legend may be; more would be cut on a phone."""
ARROWS = {"<": ("<b>↓</b>", "bottom center"), ">": ("<b>↑</b>", "top center")}
ASIDE = "\u00a0" * 4
LIFT = '<br><span style="font-size:6px">\u00a0</span>'
"""Some air between a figure and the mark below it."""

_SYMBOLS = {"circle": "circle", "square": "square", "triangle": "triangle-up", "diamond": "diamond"} | {
    "triangle-down": "triangle-down",
    "cross": "cross",
}


def figure(chart: Chart, *, dark: bool = False) -> go.Figure:
    """The chart on a clear ground, for the light or the dark theme."""
    if not chart.marks:
        return go.Figure([], empty_layout(chart, dark=dark))
    looks, values, time = styles(chart), value_axis(chart), time_axis(chart, room=YEARS)
    steps = [within(step, time) for step in chart.steps]
    palette = DARK if dark else LIGHT
    data = [
        *_means(chart, TEXT[dark]),
        *_limits(chart, looks, palette),
        *_targets(steps, TEXT[dark]),
        *_bridges(chart, looks, palette),
        *_traces(chart, looks, palette),
        *_marked(chart, TEXT[dark]),
        *_events(chart, values, TEXT[dark]),
        *_newest(chart, steps, values, TEXT[dark]),
    ]
    return go.Figure(data, layout(chart, values, time, steps, dark=dark))


def _means(chart: Chart, colour: str) -> Iterator[go.Scatter]:
    """The figure to be expected: the baseline's mean, and month by month after it."""
    if chart.process.mean is None:
        return
    x0, x1, mean = chart.process.mean
    x: list[float | None] = [x0, x1, None]
    y: list[float | None] = [mean, mean, None]
    for band in chart.process.bands:
        x += [band.x0, band.x1]
        y += [band.expected, band.expected]
    yield _silent(x, y, mode="lines", line={"color": colour, "width": 1}, opacity=0.6)


def _limits(chart: Chart, looks: Sequence[Style], palette: Sequence[str]) -> Iterator[go.Scatter]:
    """The limits of several lines, dotted in the colour of each; those of a single line are a ground."""
    limited = [process for process in chart.processes if process.bands and not process.alone]
    for process, level in product(limited, ("lower", "upper")):
        x = [x for band in process.bands for x in (band.x0, band.x1)]
        y = [y for band in process.bands for y in [getattr(band, level)] * 2]
        look = {"color": palette[looks[process.trace].colour], "width": 1.25, "dash": "dot"}
        edge = _silent(x, y, mode="lines", line=look)
        is_first = process is limited[0] and level == "lower"
        yield edge.update(name=_("limits of usual variation"), showlegend=True) if is_first else edge


def _marked(chart: Chart, colour: str) -> Iterator[go.Scatter]:
    """Larger dots on the marked months."""
    marked = [mark for process in chart.processes for mark in process.marked]
    if marked:
        dot = {"symbol": "circle", "size": 8, "color": colour}
        yield _silent([x for x, _y, _t in marked], [y for _x, y, _t in marked], mode="markers", marker=dot)


def _events(chart: Chart, values: ValueAxis, colour: str) -> Iterator[go.Scatter]:
    """The signs of events over the plot, with their words when the pointer rests on them."""
    if chart.events:
        yield go.Scatter(
            x=[event.x for event in chart.events],
            y=[values.high] * len(chart.events),
            mode="text",
            text=[BREAK if event.breaks else EVENT for event in chart.events],
            hovertext=[escape(event.text) for event in chart.events],
            hoverinfo="text",
            textfont={"color": colour, "size": SIZE},
            cliponaxis=False,
            showlegend=False,
        )


def _traces(chart: Chart, looks: Sequence[Style], palette: Sequence[str]) -> Iterator[go.Scatter]:
    for trace, look in zip(chart.traces, looks, strict=True):
        if trace.marks:
            yield _trace(trace, look, palette[look.colour])
            yield from _arrows(trace, palette[look.colour])


def _trace(trace: Trace, look: Style, colour: str) -> go.Scatter:
    marks = _with_gaps(trace)
    return go.Scatter(
        name=_wrapped(trace.name),
        legendgroup=trace.name,
        x=[mark and mark.x for mark in marks],
        y=[mark and mark.y for mark in marks],
        hovertext=[mark and _hover(trace, mark) for mark in marks],
        hoverinfo="text",
        mode="lines+markers",
        line={"color": colour, "width": 2.5, "dash": _dash(look.dash)},
        marker={
            "color": colour,
            "symbol": [_symbol(mark, look) if mark else "circle" for mark in marks],
            "size": [_size(mark, len(trace.marks)) if mark else 0 for mark in marks],
            "line": {"color": colour, "width": 2},
            "opacity": 1,
        },
        error_y=_ranges(marks, colour),
        cliponaxis=False,
        showlegend=True,
    )


def _with_gaps(trace: Trace) -> list[Mark | None]:
    """The marks, with None where the line breaks."""
    marks: list[Mark | None] = []
    for run in runs(trace.marks):
        marks += [None, *run] if marks else run
    return marks


def _hover(trace: Trace, mark: Mark) -> str:
    return f"{escape(trace.name)}<br>{escape(mark.label)}: <b>{escape(mark.text)}</b>"


def _dash(dash: str) -> str:
    return ",".join(f"{part}px" for part in dash.split()) or "solid"


def _symbol(mark: Mark, look: Style) -> str:
    if is_range(mark) or mark.open in ARROWS:
        return "line-ew-open"
    return _SYMBOLS[look.symbol] + ("-open" if is_hollow(mark, look) else "")


def _size(mark: Mark, among: int) -> int:
    """Symbols are smaller where there are many; the level of 'less than' is a line of its own."""
    if mark.open in ARROWS and not is_range(mark):
        return 14
    return 9 if among <= 30 else 5


def _arrows(trace: Trace, colour: str) -> Iterator[go.Scatter]:
    """Arrows down from 'less than' a figure and up from 'more than' one."""
    marks = [mark for mark in trace.marks if mark.open in ARROWS and not is_range(mark)]
    if marks:
        yield _silent(
            [mark.x for mark in marks],
            [mark.y for mark in marks],
            mode="text",
            text=[ARROWS[mark.open][0] for mark in marks],
            textposition=[ARROWS[mark.open][1] for mark in marks],
            textfont={"color": colour, "size": 19},
            legendgroup=trace.name,
        )


def _ranges(marks: Sequence[Mark | None], colour: str) -> dict[str, Any] | None:
    """Ranges as bars above and below their middle, and intervals as bars around their figure."""
    ends = [_ends(mark) if mark else None for mark in marks]
    if not any(ends):
        return None
    above = [pair[1] - mark.y if mark and pair else 0.0 for mark, pair in zip(marks, ends, strict=True)]
    below = [mark.y - pair[0] if mark and pair else 0.0 for mark, pair in zip(marks, ends, strict=True)]
    return {"type": "data", "symmetric": False, "array": above, "arrayminus": below, "color": colour, "thickness": 2.5}


def _ends(mark: Mark) -> tuple[float, float] | None:
    """The ends of a range, or of the interval of a figure; None of a figure without either."""
    low, high = (mark.low, mark.high) if is_range(mark) else (mark.least, mark.most)
    return None if low is None or high is None else (low, high)


def _silent(x: Sequence[float | None], y: Sequence[float | None], **look: Any) -> go.Scatter:
    """A trace drawn without a word when the pointer rests on it."""
    return go.Scatter(x=x, y=y, hoverinfo="skip", cliponaxis=False, **({"showlegend": False} | look))


def _bridges(chart: Chart, looks: Sequence[Style], palette: Sequence[str]) -> Iterator[go.Scatter]:
    """The lines from the last figure to a forecast, budget or plan."""
    for number, earlier, first in bridges(chart, looks):
        line = {"color": palette[looks[number].colour], "width": 2.5, "dash": _dash(looks[number].dash)}
        group = chart.traces[number].name
        yield _silent([earlier.x, first.x], [earlier.y, first.y], mode="lines", line=line, legendgroup=group)


def _targets(steps: Sequence[TargetStep], colour: str) -> Iterator[go.Scatter]:
    """The targets as dashed lines, one entry in the legend for each wording."""
    for text in dict.fromkeys(step.text for step in steps):
        same = [step for step in steps if step.text == text]
        x: list[float | None] = []
        y: list[float | None] = []
        for step in same:
            for level in (step.y, step.upper):
                if level is not None:
                    x += [step.x0, step.x1, None]
                    y += [level, level, None]
        years = "" if len(same) == len(steps) else f" ({', '.join(step_years(step) for step in same)})"
        name = _wrapped(_("target: {target}").format(target=text) + years)
        line = {"color": colour, "width": 2, "dash": _dash(TARGET_DASH)}
        yield _silent(x, y, mode="lines", line=line, name=name, showlegend=True, legendrank=2000)


def _newest(chart: Chart, steps: Sequence[TargetStep], values: ValueAxis, colour: str) -> Iterator[go.Scatter]:
    """The newest figure of every trace beside its mark; of those that end earlier than others, where there is room."""
    last = max((mark.x for mark in chart.marks), default=0.0)
    ends = sorted(((t.marks[-1], t) for t in chart.traces if t.marks), key=lambda end: (end[0].x, end[0].y))
    levels = [level for step in steps if step.x1 > last for level in (step.y, step.upper)]
    lines = [level for level in levels if level is not None]
    apart = 1.3 * SIZE / PLOT_HEIGHT * (values.high - values.low)
    for x, group in groupby(ends, key=lambda end: end[0].x):
        here = _sparse(group, 0 if x == last else 2.2 * apart)
        heights = _spread([_off_line(mark.y, lines if x == last else (), apart) for mark, _trace in here], apart)
        for (mark, trace), y in zip(here, heights, strict=True):
            words = f"<b>{escape(short_text(mark, chart))}</b>"
            aside = ASIDE * (2 if mark.open in ARROWS else 1)
            yield _silent(
                [x],
                [y],
                mode="text",
                text=[f"{aside}{words}" if x == last else f"{words}{LIFT}"],
                textposition="middle right" if x == last else "top center",
                textfont={"color": colour, "size": SIZE},
                legendgroup=trace.name,
            )


def _sparse(ends: Iterable[tuple[Mark, Trace]], apart: float) -> list[tuple[Mark, Trace]]:
    """Those of the figures, in rising order, that have the next one far enough above."""
    figures = list(ends)
    above = [mark.y for mark, _trace in figures[1:]] + [inf]
    return [end for end, next_one in zip(figures, above, strict=True) if next_one - end[0].y >= apart]


def _off_line(y: float, lines: Sequence[float], apart: float) -> float:
    """The height to write a figure at, so that no target's line strikes it through."""
    near = min(lines, key=lambda line: abs(line - y), default=inf)
    if abs(y - near) >= 0.55 * apart:
        return y
    return near + 0.55 * apart if y >= near else near - 0.55 * apart


def _spread(heights: Sequence[float], apart: float) -> list[float]:
    """The heights, in rising order, moved as little as it takes to be `apart`: those too close share their middle."""
    groups: list[list[float]] = []
    for height in heights:
        groups.append([height])
        while len(groups) > 1 and _foot(groups[-1], apart) - _foot(groups[-2], apart) < apart * len(groups[-2]):
            groups[-2:] = [groups[-2] + groups[-1]]
    return [_foot(group, apart) + apart * n for group in groups for n in range(len(group))]


def _foot(group: Sequence[float], apart: float) -> float:
    """The lowest place of figures that are written `apart` around their common middle."""
    return sum(group) / len(group) - apart * (len(group) - 1) / 2


def _wrapped(name: str) -> str:
    return "<br>".join(escape(line) for line in wrap(name, LEGEND_LETTERS, break_on_hyphens=False)) or " "
