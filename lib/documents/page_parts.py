"""Pieces of the HTML file, all of them finished HTML: text, statuses, tables read out, drawings, sources."""

from collections.abc import Callable, Iterable, Sequence
from html import escape

from lib.charts.chart import Chart
from lib.charts.svg_chart import bar_of_shares, line_chart
from lib.documents.look import plain
from lib.views.figures import source_line
from lib.views.statuses import Look
from lib.views.text_table import TextCell, TextTable

SHORT = 6  # rows


def text(words: str) -> str:
    """Words as text and nothing else."""
    return escape(plain(words))


def status(look: Look) -> str:
    """A status: icon and word, in its colour."""
    icon = f'<span aria-hidden="true">{text(look.icon)}</span>'
    return f'<span class="status status--{look.name}">{icon} {text(look.word)}</span>'


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], caption: str) -> str:
    """A table of finished HTML; the first cell of a row is its heading. A short one is not parted on paper."""
    lines = list(rows)
    head = "".join(f'<th scope="col">{text(heading)}</th>' for heading in headings)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>'
        for first, *others in lines
    )
    whole = ' class="kept"' if len(lines) <= SHORT else ""
    region = f'<div class="wide" role="group" aria-label="{text(caption)}" tabindex="0">'
    return (
        f"{region}<table{whole}><caption>{text(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def text_table(whole: TextTable, address: Callable[[TextCell], str] = lambda _cell: "") -> str:
    """A table of texts and statuses; `address` gives where in the file a cell leads, '' for nowhere."""
    rows = ([_cell(cell, address(cell)) for cell in row] for row in whole.rows)
    return table(whole.headings, rows, whole.caption)


def _cell(cell: TextCell, address: str) -> str:
    if cell.look:
        return status(cell.look)
    return f'<a href="#{address}">{text(cell.text)}</a>' if address else text(cell.text)


def chart(plan: Chart) -> str:
    """A drawing above its sentence."""
    drawing = both_widths(lambda width: line_chart(plan, width=width))
    return f"<figure>{drawing}<figcaption>{text(plan.sentence)}</figcaption></figure>"


def bar(shares: Sequence[tuple[str, int, str]]) -> str:
    """A bar of shares, whose numbers stand in the words above it."""
    drawing = both_widths(lambda width: bar_of_shares(list(shares), width=width))
    return f'<div class="kept" aria-hidden="true">{drawing}</div>' if shares else ""


def both_widths(draw: Callable[[int], str]) -> str:
    """A drawing for a page or a screen, and one for a phone, of which only one is shown."""
    return "".join(
        f'<div class="chart {name}">{draw(width)}</div>' for width, name in ((640, "broad"), (340, "narrow"))
    )


def source(where: str) -> str:
    """The line that says where something comes from, if it is known."""
    return f'<p class="quiet">{text(source_line(where))}</p>' if where else ""
