"""A meeting's slides as a follower reads them on a phone or tablet: one at a time, whole, in words of ordinary size."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

from lib.charts.chart import Chart
from lib.charts.svg_chart import bar_of_shares, line_chart
from lib.meetings.slide import Deck, Slide
from lib.site import MEETING
from lib.views.key_figure import KeyFigure
from lib.views.text_table import TextCell, TextTable
from lib.web.pages.parts import NARROW, WIDE
from lib.web.stage.parts import localised, status
from lib.words.language import _, day_name


def slides(deck: Deck) -> str:
    """Every slide, the title first, numbered as on the projector."""
    first = (
        f"<h1>{escape(deck.title or _('Meeting'))}</h1><p>{escape(deck.name)}</p><p>{escape(day_name(deck.day))}</p>"
    )
    pages = [first, *(_page(deck, slide) for slide in deck.slides)]
    mark = f'<p class="v-example">{escape(_("Example data"))}</p>' if deck.example else ""
    stamp = f'<p class="v-stamp">{escape(deck.stamp)}</p>'
    return "".join(
        f'<section class="v-page" id="s{number}" hidden>{mark}{page}{stamp}</section>'
        for number, page in enumerate(pages, start=1)
    )


def _page(deck: Deck, slide: Slide) -> str:
    looks = "".join(f"<p>{escape(label)} {status(look)}</p>" for label, look in slide.looks)
    parts = (
        f'<p class="v-above">{escape(slide.above)}</p>' if slide.above else "",
        f"<h1>{escape(slide.heading)}</h1>",
        looks,
        f"<p>{escape(slide.sentence)}</p>",
        _bar(slide),
        "".join(_chart(chart) for chart in slide.charts[:3]),
        table(slide.table) if slide.table else _figures(slide.figures),
        f'<p class="v-source">{escape(slide.source)}</p>' if slide.source else "",
        _links(deck, slide),
    )
    return "".join(parts)


def _links(deck: Deck, slide: Slide) -> str:
    """Links to the view and to the question form, in windows of their own, so that this one stays."""
    own = {"board": deck.board, "meeting": deck.meeting, "ask": slide.view.address}
    form = localised(f"{MEETING}?{urlencode(own)}")
    links = ((form, _("Ask a question about this")), (localised(slide.address), _("Open in Målbild")))
    items = "".join(
        f'<a href="{escape(address)}" target="_blank" rel="noopener">{escape(text)}</a>' for address, text in links
    )
    return f'<p class="v-links">{items}</p>'


def _bar(slide: Slide) -> str:
    if not slide.shares:
        return ""
    return "".join(
        f'<div class="{name}" aria-hidden="true">{bar_of_shares(slide.shares, width=wide)}</div>'
        for wide, name in ((WIDE, "v-wide"), (NARROW, "v-narrow"))
    )


def _chart(chart: Chart) -> str:
    return "".join(
        f'<figure class="{name}">{line_chart(chart, width=wide)}</figure>'
        for wide, name in ((WIDE, "v-wide"), (NARROW, "v-narrow"))
    )


def _figures(figures: Sequence[KeyFigure]) -> str:
    return "".join(
        f"<p>{escape(figure.name)}: {escape(figure.figure)} {status(figure.look) if figure.look else ''}</p>"
        for figure in figures
    )


def table(content: TextTable) -> str:
    """A whole table, whose rows are cards on a phone, where the roles keep it a table."""
    head = "".join(f'<th scope="col" role="columnheader">{escape(words)}</th>' for words in content.headings)
    rows = "".join(_row(content, row) for row in content.rows)
    return (
        f'<table role="table"><caption>{escape(content.caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr>'
        f'</thead><tbody role="rowgroup">{rows}</tbody></table>'
    )


def _row(content: TextTable, row: Sequence[TextCell]) -> str:
    first, *others = row
    cells = "".join(
        f'<td role="cell" data-label="{escape(label)}">{_cell(cell)}</td>'
        for label, cell in zip(content.headings[1:], others, strict=True)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{_cell(first)}</th>{cells}</tr>'


def _cell(cell: TextCell) -> str:
    return status(cell.look) if cell.look else escape(cell.text)
