"""The trends page: heading, interactive charts, and the same figures as a table."""

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from plotly.utils import PlotlyJSONEncoder

from lib.charts.chart import Chart
from lib.charts.plotly_chart import config, figure
from lib.charts.svg_chart import line_chart
from lib.rules.series import Series
from lib.views import trends
from lib.views.board import BoardData
from lib.views.figures import FigureRow, figure_rows
from lib.web.memory import kept
from lib.web.pages import parts
from lib.words.figures import GENDERS
from lib.words.language import _
from lib.words.movement import moving


def head(data: BoardData) -> str:
    """Title and the board it is about."""
    return f'<h1>{escape(_("Trends"))}</h1><p class="mb-board">{escape(data.board.name)}</p>'


@dataclass(frozen=True, eq=False)
class TrendsPage:
    """What the page shows of the series chosen: none where there are no figures."""

    series: tuple[Series, ...]
    html: str


@kept
def page(
    data: BoardData,
    indicators: tuple[str, ...],
    units: tuple[str, ...],
    gender: str,
    years: tuple[int | None, int | None],
    dark: bool,
) -> TrendsPage:
    """The charts of what is chosen, and below them directions and all figures."""
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
    told = json.dumps({**drawn.to_plotly_json(), "config": config()}, cls=PlotlyJSONEncoder)
    data = base64.b64encode(told.encode()).decode()
    return (
        f'<div class="mb-plot" role="img" aria-label="{escape(chart.alternative)}" '
        f'style="min-height:{drawn.layout.height}px" data-figure="{data}"></div>'
    )


def movements(data: BoardData, series: Sequence[Series]) -> str:
    """What direction each series has and why, with its pace or limits; nothing where all have too few points."""
    rows = []
    for one in series:
        said = moving(one, data.units_below(one), one.newest())
        if said:
            name = ", ".join(part for part in (one.about.name, one.unit_name, _(GENDERS[one.gender])) if part)
            rows.append(f"<li><strong>{escape(name)}</strong>: {escape(said)}</li>")
    if not rows:
        return ""
    return f'<section><h2>{escape(_("Direction and pace"))}</h2><ul class="mb-movements">{"".join(rows)}</ul></section>'


def table(data: BoardData, series: Sequence[Series]) -> str:
    """The figures of the charts, a row each. What is the same in every row stands above the table instead."""
    rows = figure_rows(data, series)
    columns = [(heading, [get(row) for row in rows]) for heading, get in _columns()]
    kept = [(heading, cells) for heading, cells in columns if heading in _always() or len(set(cells)) > 1]
    same = [cells[0] for heading, cells in columns if heading not in _always() and len(set(cells)) == 1 and cells[0]]
    caption = _("The figures in the charts")
    cells = [[escape(column[place]) for _heading, column in kept] for place in range(len(rows))]
    shown = parts.table([heading for heading, _cells in kept], cells, caption=caption, css_class="mb-figures")
    about = f"<p>{escape(', '.join(same))}.</p>" if same else ""
    return f"<section><h2>{escape(caption)}</h2>{about}{shown}</section>"


def _always() -> tuple[str, ...]:
    return _("Period"), _("Figure")


def _columns() -> tuple[tuple[str, Callable[[FigureRow], str]], ...]:
    return (
        (_("Period"), lambda row: row.period),
        (_("Indicator"), lambda row: row.indicator),
        (_("Unit"), lambda row: row.unit),
        (_("Gender"), lambda row: row.gender),
        (_("Kind"), lambda row: row.kind),
        (_("Figure"), lambda row: row.figure),
        (_("Target"), lambda row: row.target),
        (_("Level"), lambda row: row.level),
        (_("Note"), lambda row: row.note),
        (_("Source"), lambda row: row.source),
    )
