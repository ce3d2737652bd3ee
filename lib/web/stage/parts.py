"""Sentence, statuses and figures on a slide on the projector, as much of them as has room.

Rooms are in units of a slide that is 1080 high. Text that is cut ends in an ellipsis, parts left out are counted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from lib.charts.svg import text_width
from lib.views.key_figure import KeyFigure
from lib.views.statuses import Look
from lib.web.stage.fit import cut, fit, height
from lib.words.language import DEFAULT_LANGUAGE, _, language, ngettext

GAP = 22.0


@dataclass(frozen=True, slots=True)
class Format:
    """A format of slides: its class, its width, and the widths of a chart and of the column beside it."""

    css_class: str
    room: float
    chart: float
    beside: float


WIDE = Format("v-wide", 1776.0, 1180.0, 540.0)
NARROW = Format("v-narrow", 1296.0, 810.0, 430.0)

_FIGURE = (104, 84, 68, 54, 44, 36)
# The figure that decides is made no smaller than this for the sake of the others.
_LARGE = 54
_SENTENCE = (40, 36, 32, 28, 26)


def localised(address: str) -> str:
    """The address in the language in use."""
    return address if language() == DEFAULT_LANGUAGE else f"{address}&lang={language()}"


# Two numbers with a dash between, where a browser would break the line.
_RANGE = re.compile(r"[\d\u00a0,−]*\d–[\d−][\d\u00a0,]*")


def unbroken(words: str) -> str:
    """Words as HTML whose figures stand whole on a line."""
    return _RANGE.sub(r'<span class="v-whole">\g<0></span>', escape(words))


def status(look: Look) -> str:
    """A status: shape, word, colour."""
    return (
        f'<span class="v-status v-status--{look.name}"><span aria-hidden="true">{look.icon}</span> '
        f"{escape(look.word)}</span>"
    )


def status_width(look: Look, size: float) -> float:
    """The width of a status."""
    return text_width(f"{look.icon} {look.word}", size, bold=True) + 24


def sentence(text: str, form: Format, lines: int = 2, sizes: Sequence[int] = _SENTENCE) -> tuple[str, float]:
    """A sentence of this many lines, or one more where it would else be cut, and its height."""
    size, words = fit(text, form.room, lines, sizes)
    if words != text:
        size, words = fit(text, form.room, lines + 1, sizes)
    html = f'<p class="v-sentence v-sized" style="--size:{size}">{unbroken(words)}</p>'
    return html, height(words, form.room, size, 1.25)


def figures(key_figures: Sequence[KeyFigure], form: Format, room: float) -> str:
    """The figure that decides, as large as leaves room for the others, and as many of those as there is room for."""
    if not key_figures:
        return ""
    largest, words = fit(key_figures[0].figure, form.beside, 2, _FIGURE, bold=True)
    sizes = [size for size in _FIGURE if size <= largest]
    for size in sizes:
        html, taken = _first(key_figures[0], words, size, form)
        listed, rest = _others(key_figures[1:], form, room - taken)
        if not rest or size <= _LARGE:
            break
    return html + listed


def _first(key_figure: KeyFigure, words: str, size: int, form: Format) -> tuple[str, float]:
    """The figure that decides with period, target and change, and its height."""
    wide = form.beside
    target = _("target: {target}").format(target=key_figure.target) if key_figure.target else ""
    texts = {
        "v-name": (cut(key_figure.name, wide, 2, 30), 30),
        "v-period": (key_figure.period, 26),
        "v-target": (cut(target, wide, 3, 30), 30),
        "v-change": (cut(key_figure.change, wide, 2, 26), 26),
    }
    lines = {name: f'<p class="{name}">{unbroken(text)}</p>' if text else "" for name, (text, _size) in texts.items()}
    large = f'<p class="v-figure v-sized" style="--size:{size}">{unbroken(words)}</p>'
    judged = f"<p>{status(key_figure.look)}</p>" if key_figure.look else ""
    taken = sum(height(text, wide, size, 1.25) + 8 for text, size in texts.values() if text)
    taken += height(words, wide, size, 1.1, bold=True) + 8 + 46 * bool(judged)
    return lines["v-name"] + large + lines["v-period"] + lines["v-target"] + judged + lines["v-change"], taken


_NAME, _VALUE, MORE = 26, 28, 40.0


def _others(some: Sequence[KeyFigure], form: Format, room: float) -> tuple[str, int]:
    """The other figures in a list as far as there is room, and the number left out."""
    for lines in (2, 1):
        items = [_other(key_figure, form, lines) for key_figure in some]
        if sum(high for _html, high in items) <= room - 20:
            return _list([html for html, _high in items]), 0
    count, left = 0, room - 20 - MORE
    while left >= items[count][1]:
        left -= items[count][1]
        count += 1
    rest = len(some) - count
    more = ngettext("and {n} more", "and {n} more", rest).format(n=rest)
    foot = f'<p class="v-more">{escape(more)}</p>' if room > MORE else ""
    return _list([html for html, _high in items[:count]]) + foot, rest


def _list(items: Sequence[str]) -> str:
    return f'<ul class="v-others">{"".join(items)}</ul>' if items else ""


def _other(key_figure: KeyFigure, form: Format, lines: int) -> tuple[str, float]:
    """A figure with its name on so many lines and its status, which stands below it where there is no room beside."""
    name, wide = cut(key_figure.name, form.beside, lines, _NAME), form.beside
    value, judged = (
        cut(key_figure.figure, wide, 2, _VALUE, bold=True),
        status(key_figure.look) if key_figure.look else "",
    )
    across = text_width(f"{value} ", _VALUE, bold=True) + (
        status_width(key_figure.look, _VALUE) if key_figure.look else 0
    )
    below = bool(judged) and across > wide
    html = (
        f'<li><span class="v-other">{unbroken(name)}</span> <strong>{unbroken(value)}</strong>'
        f"{'<br>' if below else ' '}{judged}</li>"
    )
    values = height(value, wide, _VALUE, 1.25, bold=True)
    return html, height(name, wide, _NAME, 1.25) + values + below * _VALUE * 1.25 + 16
