"""The trends page as HTML: small charts of an area, or the chosen series in charts to explore."""

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plotly.utils import PlotlyJSONEncoder

from lib.charts.chart import Chart
from lib.charts.plotly_chart import config, figure
from lib.rules.movement import movement
from lib.rules.series import Series
from lib.site import TREND
from lib.views import trends
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.figure_table import figure_table
from lib.views.multiples import multiples
from lib.web.memory import page_cache
from lib.web.render import render
from lib.words.figures import gender_text
from lib.words.language import _
from lib.words.months import shift_sentence
from lib.words.movement import moving


@dataclass(frozen=True, slots=True)
class TrendsPage:
    """A page and the indicators that it shows; none where there are no figures."""

    html: str
    indicators: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Explored:
    """A chart, the height it is drawn in, and the figure for Plotly as data that nothing on its way changes."""

    chart: Chart
    height: int
    figure: str


@page_cache
def beside_each_other(data: BoardData, choice: Choice, part: int = 1) -> TrendsPage:
    """The small charts of an area, or of the first areas; of a large area a part."""
    shown = multiples(data, choice, part)
    return TrendsPage(render("trends", data=data, choice=choice, shown=shown, TREND=TREND), shown.codes)


def head(data: BoardData, choice: Choice) -> str:
    """Title, board and the way back to the small charts, above the choices."""
    return render("explored_head", data=data, choice=choice, TREND=TREND)


@page_cache
def explored(
    data: BoardData,
    indicators: tuple[str, ...],
    units: tuple[str, ...],
    gender: str,
    years: tuple[int | None, int | None],
    dark: bool | None,
) -> TrendsPage:
    """The charts of the selection, and below them directions and all figures; `dark` is None for drawings alone."""
    series = tuple(trends.select(data, indicators, units, gender, *years))
    if not series:
        return TrendsPage("", ())
    html = render(
        "explored",
        blocks=[_explored(chart, dark) for chart in trends.blocks(series)],
        movements=tuple(_movements(data, series)),
        table=figure_table(data, series),
    )
    return TrendsPage(html, tuple(dict.fromkeys(line.about.code for line in series)))


def chosen(data: BoardData, indicators: Sequence[str], units: Sequence[str]) -> str:
    """What is chosen in words, where the boxes to choose in are going to stand."""
    names, places = (data.indicators[code].name for code in indicators), map(data.unit_name, units)
    return render("explored_chosen", chosen=((_("Indicators"), ", ".join(names)), (_("Units"), ", ".join(places))))


def _explored(chart: Chart, dark: bool | None) -> Explored:
    drawn = figure(chart, dark=bool(dark))
    if dark is None:
        return Explored(chart, drawn.layout.height, "")
    text = json.dumps({**drawn.to_plotly_json(), "config": config()}, cls=PlotlyJSONEncoder)
    return Explored(chart, drawn.layout.height, base64.b64encode(text.encode()).decode())


def _movements(data: BoardData, series: Sequence[Series]) -> Iterator[tuple[str, str]]:
    """The direction of each series and why, with its pace or limits; those with too few points have none."""
    for line in series:
        months = movement(line).monthly
        shift = shift_sentence(months) if months else ""
        sentence = f"{moving(line, data.units_below(line), line.newest())} {shift}".strip()
        if sentence:
            names = (line.about.name, line.unit_name, gender_text(line.gender, line.about))
            yield ", ".join(part for part in names if part), sentence
