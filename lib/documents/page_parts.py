"""Pieces of the HTML file, all of them finished HTML: text, statuses, tables read out, drawings, sources."""

from collections.abc import Iterable, Sequence
from html import escape

from lib.charts.chart import Chart
from lib.charts.svg_chart import line_chart
from lib.documents.look import plain
from lib.looks import Look
from lib.words import _

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
    kept = ' class="kept"' if len(lines) <= SHORT else ""
    region = f'<div class="wide" role="region" aria-label="{text(caption)}" tabindex="0">'
    return (
        f"{region}<table{kept}><caption>{text(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def chart(one: Chart) -> str:
    """A drawing above its sentence."""
    drawing = line_chart(one, width=640)
    return f'<figure><div class="chart">{drawing}</div><figcaption>{text(one.sentence)}</figcaption></figure>'


def source(where: str) -> str:
    """The line that says where something comes from, if it is known."""
    return f'<p class="quiet">{text(_("Source"))}: {text(where)}</p>' if where else ""
