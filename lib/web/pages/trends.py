"""The trends page: heading, interactive charts, and the same figures as a table."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from plotly.utils import PlotlyJSONEncoder

from lib.charts.chart import Chart
from lib.charts.plotly_chart import config, figure
from lib.charts.svg_chart import line_chart
from lib.rules.movement import movement
from lib.rules.series import Series
from lib.views import trends
from lib.views.board import BoardData
from lib.views.figure_table import figure_table
from lib.web.memory import page_cache
from lib.web.pages import parts
from lib.words.figures import gender_text
from lib.words.language import _
from lib.words.months import shift_sentence
from lib.words.movement import moving


def head(data: BoardData) -> str:
    """Title and the board it is about."""
    return f'<h1>{escape(_("Trends"))}</h1><p class="mb-board">{escape(data.board.name)}</p>'


@dataclass(frozen=True, eq=False)
class TrendsPage:
    """The chosen series and their HTML: none where there are no figures."""

    series: tuple[Series, ...]
    html: str


@page_cache
def page(
    data: BoardData,
    indicators: tuple[str, ...],
    units: tuple[str, ...],
    gender: str,
    years: tuple[int | None, int | None],
    dark: bool,
) -> TrendsPage:
    """The charts of the selection, and below them directions and all figures."""
    series = tuple(trends.select(data, indicators, units, gender, *years))
    if not series:
        return TrendsPage((), "")
    charts = "".join(_drawn(chart, dark) for chart in trends.blocks(series))
    return TrendsPage(series, charts + movements(data, series) + table(data, series))


def _drawn(chart: Chart, dark: bool) -> str:
    unit = f" ({chart.unit})" if chart.unit else ""
    # Plotly keeps the screen's width on paper, where it would be cut: there the drawing of the goal's page stands.
    on_paper = parts.drawing(line_chart(chart, width=parts.WIDE), "", "mb-line mb-print")
    return (
        f"<h2>{escape(chart.title + unit)}</h2>{_to_explore(chart, dark)}{on_paper}"
        f'<p class="mb-sentence">{escape(chart.sentence)}</p>'
    )


def _to_explore(chart: Chart, dark: bool) -> str:
    """A place for the chart, where charts.js draws it. The figure travels as data that nothing on its way changes."""
    drawn = figure(chart, dark=dark)
    text = json.dumps({**drawn.to_plotly_json(), "config": config()}, cls=PlotlyJSONEncoder)
    data = base64.b64encode(text.encode()).decode()
    return (
        f'<div class="mb-plot" role="img" aria-label="{escape(chart.alternative)}" '
        f'style="min-height:{drawn.layout.height}px" data-figure="{data}"></div>'
    )


def movements(data: BoardData, series: Sequence[Series]) -> str:
    """The direction of each series and why, with its pace or limits; nothing where all have too few points."""
    rows = []
    for line in series:
        months = movement(line).monthly
        shift = shift_sentence(months) if months else ""
        sentence = f"{moving(line, data.units_below(line), line.newest())} {shift}".strip()
        if sentence:
            names = (line.about.name, line.unit_name, gender_text(line.gender, line.about))
            name = ", ".join(part for part in names if part)
            rows.append(f"<li><strong>{escape(name)}</strong>: {escape(sentence)}</li>")
    if not rows:
        return ""
    return f'<section><h2>{escape(_("Direction and pace"))}</h2><ul class="mb-movements">{"".join(rows)}</ul></section>'


def table(data: BoardData, series: Sequence[Series]) -> str:
    """The figures of the charts, a row each."""
    caption = _("The figures in the charts")
    return f"<section><h2>{escape(caption)}</h2>{parts.figures(figure_table(data, series), caption)}</section>"
