"""An indicator as a card: each figure's sentence, women and men, chart, tables, definition and source."""

from html import escape

from lib.charts.chart import Chart
from lib.charts.svg_chart import line_chart
from lib.site import DATA, TREND, href
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.figure_table import figure_table
from lib.views.figures import source_line
from lib.views.goal_story import IndicatorStory
from lib.views.key_figure import KeyFigure
from lib.web.pages import parts
from lib.words.language import _


def card(data: BoardData, story: IndicatorStory, choice: Choice) -> str:
    """One indicator: name, each figure's sentence, women and men, other units, chart, table, definition and source."""
    code = story.view.about.code
    blocks = (
        f"<h3>{escape(story.name)}</h3>",
        "".join(map(_figure, story.figures)),
        f'<p class="mb-gap">{escape(story.gap)}</p>' if story.gap else "",
        parts.text_table(story.others, "mb-units") if story.others else "",
        _chart(story.chart) if story.chart else "",
        _table(data, story),
        f'<p class="mb-quiet">{escape(" ".join((story.definition, source_line(story.source))).strip())}</p>',
        _links(code, choice) if any(series.points for series in story.series) else "",
    )
    wide = " mb-indicator--wide" if story.chart else ""
    return f'<article class="mb-indicator{wide}" id="{escape(code)}">{"".join(blocks)}</article>'


def _links(code: str, choice: Choice) -> str:
    address = href(TREND, choice.query(indicator=code))
    history = href(DATA, choice.query(view="figure", indicator=code))
    return (
        f"<p>{parts.link(address, _('Explore in Trends'), 'mb-screen')} "
        f"{parts.link(history, _('History of the figures'), 'mb-screen')}</p>"
    )


def _figure(figure: KeyFigure) -> str:
    who = f'<span class="mb-who">{escape(figure.who)}</span> ' if figure.who else ""
    when = f'<span class="mb-quiet">{escape(figure.in_full)}</span>'
    value = f'<span class="mb-figure">{escape(figure.figure)}</span> {when} ' if figure.in_full else ""
    change = f"{figure.change[0].upper()}{figure.change[1:]}." if figure.change else ""
    tail = f' <span class="mb-change">{escape(change)}</span>' if change else ""
    level = parts.status(figure.look) if figure.look else ""
    moves = f'<br><span class="mb-moves">{escape(figure.moves)}</span>' if figure.moves else ""
    return f'<p class="mb-lead">{who}{value}{level}<br>{escape(figure.sentence)}{tail}{moves}</p>'


def _chart(chart: Chart) -> str:
    drawing = parts.both_widths(lambda width: line_chart(chart, width=width), chart.alternative, "mb-line")
    return f'<figure class="mb-chart">{drawing}<figcaption>{escape(chart.sentence)}</figcaption></figure>'


def _table(data: BoardData, story: IndicatorStory) -> str:
    """Every figure of the indicator, in a table that opens."""
    figures = figure_table(data, story.series)
    if not figures.rows:
        return ""
    label = escape(_("Show the figures as a table ({n})").format(n=figures.total))
    table = parts.figures(figures, _("Figures: {name}").format(name=story.name))
    return f"<details><summary>{label}</summary>{table}</details>"
