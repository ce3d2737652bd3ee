"""What stands on a slide on the projector: sentence, chart, figures, table; each as much as its room holds.

Rooms are in units of a slide that is 1080 high. What is cut ends in an ellipsis, what is left out is counted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from lib.charts.chart import Chart
from lib.charts.svg_chart import bar_of_shares, line_chart
from lib.looks import Look
from lib.slide import Cell, KeyFigure, Table
from lib.ui.fit import cut, fit, height, wrapped
from lib.words import DEFAULT_LANGUAGE, _, language, ngettext

# So many times larger than drawn a drawing is shown: its words are 12 high as drawn.
SCALE = 2.1
GAP = 22.0


@dataclass(frozen=True, slots=True)
class Format:
    """A format of slides: the class of what is shown in it, its room across, and that of a chart and what is beside."""

    css_class: str
    room: float
    chart: float
    beside: float


WIDE = Format("v-wide", 1776.0, 1180.0, 540.0)
NARROW = Format("v-narrow", 1296.0, 810.0, 430.0)

_FIGURE = (104, 84, 68, 54, 44, 36)
_SENTENCE = (40, 36, 32, 28, 26)


def localised(address: str) -> str:
    """The address in the language in use."""
    return address if language() == DEFAULT_LANGUAGE else f"{address}&lang={language()}"


def status(look: Look) -> str:
    """A status: shape, word, colour."""
    return (
        f'<span class="v-status v-status--{look.name}"><span aria-hidden="true">{look.icon}</span> '
        f"{escape(look.word)}</span>"
    )


def sentence(text: str, form: Format, lines: int = 2) -> tuple[str, float]:
    """A sentence of so many lines at most, and how high it stands."""
    size, words = fit(text, form.room, lines, _SENTENCE)
    html = f'<p class="v-sentence v-sized" style="--size:{size}">{escape(words)}</p>'
    return html, height(words, form.room, size, 1.25)


def bar(shares: Sequence[tuple[str, int, str]], form: Format) -> tuple[str, float]:
    """A bar of shares, whose numbers are also in the sentence, and how high it stands."""
    svg = bar_of_shares(shares, width=round(form.room / SCALE))
    return f'<div class="v-bar" aria-hidden="true">{svg}</div>', _high(svg) * SCALE


def chart(one: Chart, form: Format, room: float) -> str:
    """A chart no higher than the room, its legend included."""
    width, plot = round(form.chart / SCALE), room / SCALE
    for _try in range(3):
        svg = line_chart(one, width=width, height=max(110, int(plot)))
        over = _high(svg) - room / SCALE
        if over <= 0:
            break
        plot -= over
    drawing = svg.replace(' role="img"', ' aria-hidden="true"', 1)
    return f'<div class="v-chart" role="img" aria-label="{escape(one.sentence)}">{drawing}</div>'


def _high(svg: str) -> float:
    return float(re.findall(r'viewBox="0 0 [\d.]+ ([\d.]+)"', svg)[0])


def figures(some: Sequence[KeyFigure], form: Format, room: float) -> str:
    """The figure that decides, large, and those that follow as far as there is room."""
    if not some:
        return ""
    wide, first = form.beside, some[0]
    size, words = fit(first.figure, wide, 2, _FIGURE, bold=True)
    target = _("target: {target}").format(target=first.target) if first.target else ""
    told = [
        ("v-name", cut(first.name, wide, 2, 30), 30),
        ("v-period", first.period, 26),
        ("v-target", cut(target, wide, 2, 30), 30),
        ("v-change", cut(first.change, wide, 2, 26), 26),
    ]
    lines = {name: f'<p class="{name}">{escape(text)}</p>' if text else "" for name, text, _size in told}
    large = f'<p class="v-figure v-sized" style="--size:{size}">{escape(words)}</p>'
    judged = f"<p>{status(first.look)}</p>" if first.look else ""
    taken = sum(height(text, wide, size, 1.25) + 8 for _name, text, size in told if text)
    taken += height(words, wide, size, 1.1, bold=True) + 8 + 46 * bool(judged)
    above = lines["v-name"] + large + lines["v-period"] + lines["v-target"] + judged + lines["v-change"]
    return above + _others(some[1:], form, room - taken)


OTHER, MORE = 92.0, 40.0


def _others(some: Sequence[KeyFigure], form: Format, room: float) -> str:
    count = min(len(some), int((room - 20) / OTHER))
    if count < len(some):
        count = max(0, min(count, int((room - 20 - MORE) / OTHER)))
    items = "".join(
        f'<li><span class="v-other">{escape(cut(one.name, form.beside, 1, 26))}</span> '
        f"<strong>{escape(cut(one.figure, form.beside - 290, 1, 28, bold=True))}</strong> "
        f"{status(one.look) if one.look else ''}</li>"
        for one in some[:count]
    )
    rest = len(some) - count
    more = ngettext("and {n} more indicator", "and {n} more indicators", rest).format(n=rest)
    foot = f'<p class="v-more">{escape(more)}</p>' if rest and room > MORE else ""
    return (f'<ul class="v-others">{items}</ul>' if items else "") + foot


# Of every column its share of the width, by how many are shown, and what of it is air.
_SHARES = {2: (60, 40), 3: (50, 25, 25), 4: (37, 20, 23, 20)}
_AIR = 26.0


def table(one: Table, form: Format, room: float, what: str = "") -> str:
    """The first rows of a table, as many as there is room for, and how many there are more."""
    count = min(len(one.headings), max(_SHARES))
    widths = [form.room * share / 100 - _AIR for share in _SHARES[count]]
    shown, left = 0, room - 42
    for row in one.rows:
        left -= _row_height(row, widths)
        if left < (MORE if shown + 1 < len(one.rows) else 0):
            break
        shown += 1
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in one.headings[:count])
    rows = "".join(_row(row, widths) for row in one.rows[:shown])
    columns = "".join(f'<col style="width:{share}%">' for share in _SHARES[count])
    return (
        f'<table class="v-table"><caption>{escape(one.caption)}</caption><colgroup>{columns}</colgroup>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{_rest(len(one.rows) - shown, what)}"
    )


def _rest(number: int, what: str) -> str:
    if number <= 0:
        return ""
    goals = ngettext("and {n} more goal", "and {n} more goals", number)
    text = goals if what == "goals" else ngettext("and {n} more", "and {n} more", number)
    return f'<p class="v-more">{escape(text.format(n=number))}</p>'


def _row_height(row: Sequence[Cell], widths: Sequence[float]) -> float:
    pairs = zip(row, widths, strict=False)
    lines = [wrapped(cell.text + " xx" * bool(cell.look), room, 28, bold=bool(cell.look)) for cell, room in pairs]
    return min(max(lines), 2) * 35 + 20


def _row(row: Sequence[Cell], widths: Sequence[float]) -> str:
    first, *others = (_cell(cell, room) for cell, room in zip(row, widths, strict=False))
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>'


def _cell(cell: Cell, room: float) -> str:
    if cell.look:
        return status(cell.look)
    words = escape(cut(cell.text, room, 2, 28))
    return f'<a href="{escape(localised(cell.address))}">{words}</a>' if cell.address else words
