"""The figures beside a chart: the one that decides in large letters, of the others as many as there is room for."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.charts.svg import text_width
from lib.views.key_figure import KeyFigure
from lib.views.statuses import Look
from lib.web.stage.fit import cut, fit, height
from lib.web.stage.parts import Format, Sized, status_width
from lib.words.language import _, ngettext

_LARGE_SIZES = (104, 84, 68, 54, 44, 36)
# The figure that decides is made no smaller than this for the sake of the others.
_LARGE = 54
_NAME, _VALUE, _MORE = 26, 28, 40.0


@dataclass(frozen=True, slots=True)
class LargeFigure:
    """The figure that decides, with its period, target, status and change where it has them."""

    name: str
    figure: Sized
    period: str
    target: str
    change: str
    look: Look | None
    height: float


@dataclass(frozen=True, slots=True)
class SmallFigure:
    """One of the other figures. Its status stands `below` it where there is no room beside."""

    name: str
    figure: str
    look: Look | None
    below: bool
    height: float


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures that are shown; `more` counts those left out."""

    first: LargeFigure
    others: tuple[SmallFigure, ...]
    more: str = ""


def figures(key_figures: Sequence[KeyFigure], form: Format, room: float) -> Figures | None:
    """The figure that decides, as large as leaves room for the others; None where there are no figures."""
    if not key_figures:
        return None
    largest, words = fit(key_figures[0].figure, form.beside, 2, _LARGE_SIZES, bold=True)
    for size in (size for size in _LARGE_SIZES if size <= largest):
        first = _first(key_figures[0], words, size, form)
        others, rest, more = _others(key_figures[1:], form, room - first.height)
        if not rest or size <= _LARGE:
            break
    return Figures(first, others, more)


def _first(key_figure: KeyFigure, words: str, size: int, form: Format) -> LargeFigure:
    wide = form.beside
    wanted = key_figure.limit or key_figure.target  # in the words of the headline
    target = _("target: {target}").format(target=wanted) if wanted else ""
    name, limit = cut(key_figure.name, wide, 2, 30), cut(target, wide, 3, 30)
    change = cut(key_figure.change, wide, 2, 26)
    figure = Sized(words, size, height(words, wide, size, 1.1, bold=True))
    lines = ((name, 30), (key_figure.period, 26), (limit, 30), (change, 26))
    taken = figure.height + 8 + sum(height(text, wide, size, 1.25) + 8 for text, size in lines if text)
    look = key_figure.look
    return LargeFigure(name, figure, key_figure.period, limit, change, look, taken + 46 * bool(look))


def _others(some: Sequence[KeyFigure], form: Format, room: float) -> tuple[tuple[SmallFigure, ...], int, str]:
    """The other figures as far as there is room, the number left out, and the words that say so."""
    if not some:
        return (), 0, ""
    items: list[SmallFigure] = []
    for lines in (2, 1):
        items = [_other(key_figure, form, lines) for key_figure in some]
        if sum(item.height for item in items) <= room - 20:
            return tuple(items), 0, ""
    count, left = 0, room - 20 - _MORE
    while left >= items[count].height:
        left -= items[count].height
        count += 1
    rest = len(items) - count
    more = ngettext("and {n} more", "and {n} more", rest).format(n=rest)
    return tuple(items[:count]), rest, more if room > _MORE else ""


def _other(key_figure: KeyFigure, form: Format, lines: int) -> SmallFigure:
    """A figure with its name on so many lines."""
    wide, look = form.beside, key_figure.look
    name, value = cut(key_figure.name, wide, lines, _NAME), cut(key_figure.figure, wide, 2, _VALUE, bold=True)
    across = text_width(f"{value} ", _VALUE, bold=True) + (status_width(look, _VALUE) if look else 0)
    below = look is not None and across > wide
    values = height(value, wide, _VALUE, 1.25, bold=True)
    high = height(name, wide, _NAME, 1.25) + values + below * _VALUE * 1.25 + 16
    return SmallFigure(name, value, look, below, high)
