"""What stands on a slide on the projector, but charts and tables: sentence, statuses, figures; as much as has room.

Rooms are in units of a slide that is 1080 high. What is cut ends in an ellipsis, what is left out is counted.
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
    """A format of slides: the class of what is shown in it, its room across, and that of a chart and what is beside."""

    css_class: str
    room: float
    chart: float
    beside: float


WIDE = Format("v-wide", 1776.0, 1180.0, 540.0)
NARROW = Format("v-narrow", 1296.0, 810.0, 430.0)

_FIGURE = (104, 84, 68, 54, 44, 36)
# Only so far is the figure that decides made smaller for the sake of the others.
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
    """How wide a status stands."""
    return text_width(f"{look.icon} {look.word}", size, bold=True) + 24


def sentence(text: str, form: Format, lines: int = 2, sizes: Sequence[int] = _SENTENCE) -> tuple[str, float]:
    """A sentence of so many lines, or one more where some of it would else be cut, and how high it stands."""
    size, words = fit(text, form.room, lines, sizes)
    if words != text:
        size, words = fit(text, form.room, lines + 1, sizes)
    html = f'<p class="v-sentence v-sized" style="--size:{size}">{unbroken(words)}</p>'
    return html, height(words, form.room, size, 1.25)


def figures(some: Sequence[KeyFigure], form: Format, room: float) -> str:
    """The figure that decides, as large as lets the others be seen, and those as far as there is room."""
    if not some:
        return ""
    largest, words = fit(some[0].figure, form.beside, 2, _FIGURE, bold=True)
    sizes = [size for size in _FIGURE if size <= largest]
    for size in sizes:
        html, taken = _first(some[0], words, size, form)
        listed, rest = _others(some[1:], form, room - taken)
        if not rest or size <= _LARGE:
            break
    return html + listed


def _first(one: KeyFigure, words: str, size: int, form: Format) -> tuple[str, float]:
    """The figure that decides with all that is said of it, and how high it stands."""
    wide = form.beside
    target = _("target: {target}").format(target=one.target) if one.target else ""
    told = {
        "v-name": (cut(one.name, wide, 2, 30), 30),
        "v-period": (one.period, 26),
        "v-target": (cut(target, wide, 3, 30), 30),
        "v-change": (cut(one.change, wide, 2, 26), 26),
    }
    lines = {name: f'<p class="{name}">{unbroken(text)}</p>' if text else "" for name, (text, _size) in told.items()}
    large = f'<p class="v-figure v-sized" style="--size:{size}">{unbroken(words)}</p>'
    judged = f"<p>{status(one.look)}</p>" if one.look else ""
    taken = sum(height(text, wide, size, 1.25) + 8 for text, size in told.values() if text)
    taken += height(words, wide, size, 1.1, bold=True) + 8 + 46 * bool(judged)
    return lines["v-name"] + large + lines["v-period"] + lines["v-target"] + judged + lines["v-change"], taken


_NAME, _VALUE, MORE = 26, 28, 40.0


def _others(some: Sequence[KeyFigure], form: Format, room: float) -> tuple[str, int]:
    """The other figures in a list as far as there is room, and how many are left out."""
    for lines in (2, 1):
        items = [_other(one, form, lines) for one in some]
        if sum(high for _html, high in items) <= room - 20:
            return _list([html for html, _high in items]), 0
    shown, left = 0, room - 20 - MORE
    while left >= items[shown][1]:
        left -= items[shown][1]
        shown += 1
    rest = len(some) - shown
    more = ngettext("and {n} more", "and {n} more", rest).format(n=rest)
    foot = f'<p class="v-more">{escape(more)}</p>' if room > MORE else ""
    return _list([html for html, _high in items[:shown]]) + foot, rest


def _list(items: Sequence[str]) -> str:
    return f'<ul class="v-others">{"".join(items)}</ul>' if items else ""


def _other(one: KeyFigure, form: Format, lines: int) -> tuple[str, float]:
    """A figure with its name on so many lines and its status, which stands below it where there is no room beside."""
    name, wide = cut(one.name, form.beside, lines, _NAME), form.beside
    value, judged = cut(one.figure, wide, 2, _VALUE, bold=True), status(one.look) if one.look else ""
    across = text_width(f"{value} ", _VALUE, bold=True) + (status_width(one.look, _VALUE) if one.look else 0)
    below = bool(judged) and across > wide
    html = (
        f'<li><span class="v-other">{unbroken(name)}</span> <strong>{unbroken(value)}</strong>'
        f"{'<br>' if below else ' '}{judged}</li>"
    )
    values = height(value, wide, _VALUE, 1.25, bold=True)
    return html, height(name, wide, _NAME, 1.25) + values + below * _VALUE * 1.25 + 16
