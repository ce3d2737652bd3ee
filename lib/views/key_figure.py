"""A figure that speaks for an indicator, in words: for a page, a slide or a document."""

from dataclasses import dataclass

from lib.charts.chart import Chart
from lib.views.statuses import Look


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure that stands for an indicator, all in words; `look` is its level, None where nothing is judged."""

    name: str
    figure: str
    period: str = ""
    target: str = ""
    change: str = ""
    sentence: str = ""
    look: Look | None = None
    chart: Chart | None = None
