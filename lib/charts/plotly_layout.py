"""The layout of a Plotly figure on the page: axes, legend, colours of the words, and the settings it is shown with."""

from collections.abc import Sequence
from html import escape
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go
from babel.dates import get_day_names, get_month_names

from lib.charts.axes import TimeAxis, ValueAxis
from lib.charts.chart import Chart, TargetStep, axis_title
from lib.charts.font import FAMILY
from lib.charts.legend import short_text
from lib.charts.svg import text_width
from lib.words.language import N_, _, language

SIZE = 13
HEIGHT = 340
PLOT_HEIGHT = 230.0
"""At least so high is the plot itself, which decides how far apart the newest figures are written."""

FONT = FAMILY
"""Said, since Plotly measures an inherited font wrongly and lets the words of the legend run together."""
TEXT = {False: "#111111", True: "#f2f5f8"}
GRID = {False: "#dde2e7", True: "#33404c"}
PAPER = {False: "#ffffff", True: "#1a232d"}

_STRINGS = (N_("Double-click to zoom back out"), N_("Double-click on legend to isolate one trace"))

CONFIG: dict[str, Any] = {
    "displayModeBar": False,  # eight stops for the Tab key, and in English
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}


def config() -> dict[str, Any]:
    """The settings to show a figure with, in the language in use."""
    code = language()
    return CONFIG | {
        "locale": code,
        "locales": {code: {"dictionary": {string: _(string) for string in _STRINGS}, "format": _format()}},
    }


def _format() -> dict[str, Any]:
    months, short = (get_month_names(width, locale=language()) for width in ("wide", "abbreviated"))
    days, short_days = (get_day_names(width, locale=language()) for width in ("wide", "abbreviated"))
    return {
        "months": [months[n] for n in range(1, 13)],
        "shortMonths": [short[n] for n in range(1, 13)],
        "days": [days[n % 7] for n in range(6, 13)],
        "shortDays": [short_days[n % 7] for n in range(6, 13)],
        "date": "%Y-%m-%d",
        "decimal": _separators()[0],
        "thousands": _separators()[1],
    }


def _separators() -> str:
    """Plotly's decimal mark and thousands separator, as one string of two characters."""
    return ",\u00a0" if language() == "sv" else ".,"


def layout(chart: Chart, values: ValueAxis, time: TimeAxis, steps: Sequence[TargetStep], *, dark: bool) -> go.Layout:
    """The layout of a figure of this chart."""
    names = [trace.name for trace in chart.traces] + [step.text for step in steps]
    rows = sum(1 + len(name) // 42 for name in dict.fromkeys(names))
    has_legend = len(chart.traces) > 1 or bool(steps)
    return go.Layout(
        template=go.layout.Template(),
        height=HEIGHT + 20 * max(rows - 2, 0) + (30 if has_legend else 0),
        margin={"l": 8, "r": _right(chart), "t": 34 if axis_title(chart) else 14, "b": 8},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT, "size": SIZE, "color": TEXT[dark]},
        separators=_separators(),
        showlegend=has_legend,
        legend=_legend(dark),
        hovermode="closest",
        hoverlabel={
            "bgcolor": PAPER[dark],
            "bordercolor": TEXT[dark],
            "font": {"color": TEXT[dark], "family": FONT, "size": SIZE},
            "namelength": -1,
        },
        dragmode=False,
        xaxis=_time(time, dark),
        yaxis=_values(values, dark),
        shapes=[
            *_limits(chart, dark),
            *_event_lines(chart, dark),
            *_bands(steps, dark),
            *_edges(time, dark),
            *_break(values, dark),
        ],
        title=_heading(axis_title(chart), dark),
    )


def empty_layout(chart: Chart, *, dark: bool) -> go.Layout:
    """The layout of a figure without figures: the sentence alone."""
    lines = "<br>".join(escape(line) for line in wrap(chart.sentence, 45))
    words = {"text": lines, "align": "left", "font": {"color": TEXT[dark], "size": SIZE}, "showarrow": False}
    place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": 1, "yanchor": "top"}
    return go.Layout(
        template=go.layout.Template(),
        height=40 + 20 * lines.count("<br>"),
        margin={"l": 0, "r": 0, "t": 8, "b": 8},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT},
        xaxis={"visible": False, "fixedrange": True},
        yaxis={"visible": False, "fixedrange": True},
        annotations=[words | place],
    )


def _right(chart: Chart) -> float:
    """Room for the newest figures, written after the last mark."""
    last = max((mark.x for mark in chart.marks), default=0.0)
    ends = [short_text(t.marks[-1], chart) for t in chart.traces if t.marks and t.marks[-1].x == last]
    return 12 + 0.6 * max((text_width(words, SIZE, bold=True) for words in ends), default=0.0)


def _legend(dark: bool) -> dict[str, Any]:
    return {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": 0,
        "yanchor": "bottom",
        "yref": "container",
        "font": {"color": TEXT[dark], "size": SIZE},
        "itemdoubleclick": False,
        "itemwidth": 40,
    }


def _axis(dark: bool) -> dict[str, Any]:
    return {
        "tickmode": "array",
        "tickfont": {"color": TEXT[dark], "size": SIZE},
        "tickangle": 0,
        "fixedrange": True,
        "automargin": True,
        "zeroline": False,
    }


def _time(time: TimeAxis, dark: bool) -> dict[str, Any]:
    ends = {"tickcolor": TEXT[dark], "ticks": "" if time.edges else "outside", "showgrid": False}
    labels = [f"{tick.label}<br>{tick.year}" if tick.year else tick.label for tick in time.ticks]
    return (
        _axis(dark)
        | ends
        | {
            "tickvals": [tick.x for tick in time.ticks],
            "ticktext": labels,
            "range": [time.first, time.last],
        }
    )


def _values(values: ValueAxis, dark: bool) -> dict[str, Any]:
    air = 0.01 * (values.high - values.low)  # Plotly leaves out the gridlines on its own edges
    zero = {"zeroline": values.from_zero, "zerolinecolor": TEXT[dark], "zerolinewidth": 1}
    return (
        _axis(dark)
        | zero
        | {
            "tickvals": list(values.ticks),
            "ticktext": list(values.labels()),
            "range": [values.low - air, values.high + air],
            "gridcolor": GRID[dark],
            "ticklabelstandoff": 8,
        }
    )


def _bands(steps: Sequence[TargetStep], dark: bool) -> list[dict[str, Any]]:
    """The grounds of the targets that are a stretch of values."""
    look = {"type": "rect", "fillcolor": TEXT[dark], "opacity": 0.09, "line": {"width": 0}, "layer": "below"}
    return [
        look | {"x0": step.x0, "x1": step.x1, "y0": step.y, "y1": step.upper}
        for step in steps
        if step.upper is not None
    ]


def _limits(chart: Chart, dark: bool) -> list[dict[str, Any]]:
    """The ground between the limits of usual variation, one shape: between two of them a seam would show."""
    look = {"type": "path", "fillcolor": TEXT[dark], "opacity": 0.1, "line": {"width": 0}, "layer": "below"}
    months = (
        f"M{band.x0},{band.upper}L{band.x1},{band.upper}L{band.x1},{band.lower}L{band.x0},{band.lower}Z"
        for band in chart.process.bands
    )
    return [look | {"path": "".join(months)}] if chart.process.bands else []


def _event_lines(chart: Chart, dark: bool) -> list[dict[str, Any]]:
    """The days of events, as upright lines; longer dashes where the series is broken."""
    look = {"type": "line", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    return [
        look
        | {
            "x0": event.x,
            "x1": event.x,
            "line": {"color": TEXT[dark], "width": 1.5, "dash": "dash" if event.breaks else "dot"},
        }
        for event in chart.events
    ]


def _edges(time: TimeAxis, dark: bool) -> list[dict[str, Any]]:
    """The turns of the year, as long ticks between the labels."""
    look = {"type": "line", "yref": "paper", "ysizemode": "pixel", "yanchor": 0, "y0": 0, "y1": -12}
    return [look | {"x0": edge, "x1": edge, "line": {"color": TEXT[dark], "width": 1}} for edge in time.edges]


def _break(values: ValueAxis, dark: bool) -> list[dict[str, Any]]:
    """A zigzag at the end of the value axis that is nearest to zero: the part up to zero is left out."""
    if values.from_zero:
        return []
    above = values.high < 0
    rise = -1 if above else 1
    path = "M" + "L".join(f"{x},{rise * y}" for x, y in ((0, 0), (0, 4), (4, 6), (-4, 9), (0, 11), (0, 16)))
    ends = {"xref": "paper", "yref": "paper", "xanchor": 0, "yanchor": 1 if above else 0}
    pixels = {"xsizemode": "pixel", "ysizemode": "pixel"}
    return [{"type": "path", "path": path, "line": {"color": TEXT[dark], "width": 1.25}, **ends, **pixels}]


def _heading(words: str, dark: bool) -> dict[str, Any]:
    """The unit of measure over the value axis."""
    place = {"xref": "container", "x": 0, "xanchor": "left", "yref": "container", "y": 1, "yanchor": "top"}
    return place | {"text": escape(words), "font": {"color": TEXT[dark], "size": SIZE}, "pad": {"t": 6}}
