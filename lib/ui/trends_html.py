"""The trends page's pieces: heading, interactive charts, and the same figures as a table."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from lib.board import BoardData
from lib.chart import Chart
from lib.chart_plotly import config, figure
from lib.figures import FigureRow, figure_rows
from lib.series import Series
from lib.ui import parts
from lib.words import _


def head(data: BoardData) -> str:
    """Title and the board it is about."""
    return f'<h1>{escape(_("Trends"))}</h1><p class="mb-board">{escape(data.board.name)}</p>'


def draw(chart: Chart) -> None:
    """One chart with its title, and the sentence that says what it shows."""
    unit = f" ({chart.unit})" if chart.unit else ""
    st.html(f"<h2>{escape(chart.title + unit)}</h2>")
    dark = st.context.theme.type == "dark"
    st.plotly_chart(figure(chart, dark=dark), theme=None, config=config(), alt=chart.sentence)
    st.html(f'<p class="mb-sentence">{escape(chart.sentence)}</p>')


def table(data: BoardData, series: Sequence[Series]) -> str:
    """The figures of the charts, a row each."""
    headings = [
        _("Indicator"),
        _("Unit"),
        _("Gender"),
        _("Period"),
        _("Kind"),
        _("Figure"),
        _("Target"),
        _("Level"),
        _("Note"),
        _("Source"),
    ]
    rows = [[escape(text) for text in _cells(row)] for row in figure_rows(data, series)]
    caption = _("The figures in the charts")
    shown = parts.table(headings, rows, caption=caption, css_class="mb-figures")
    return f"<section><h2>{escape(caption)}</h2>{shown}</section>"


def _cells(row: FigureRow) -> tuple[str, ...]:
    return (
        row.indicator,
        row.unit,
        row.gender,
        row.period,
        row.kind,
        row.figure,
        row.target,
        row.level,
        row.note,
        row.source,
    )
