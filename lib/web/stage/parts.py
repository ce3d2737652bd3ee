"""Formats of slides on the projector, and what many of their parts are made of: fitted words, statuses, addresses.

Rooms are in units of a slide that is 1080 high. Text that is cut ends in an ellipsis, parts left out are counted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from lib.charts.svg import text_width
from lib.meetings.slide import Deck, Slide
from lib.site import MEETING
from lib.views.statuses import Look
from lib.web.stage.fit import fit, height
from lib.words.language import DEFAULT_LANGUAGE, language

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

_SENTENCE = (40, 36, 32, 28, 26)


def localised(address: str) -> str:
    """The address in the language in use."""
    return address if language() == DEFAULT_LANGUAGE else f"{address}&lang={language()}"


def question_form(deck: Deck, slide: Slide) -> str:
    """The address of the form for a question about a slide."""
    query = {"board": deck.board, "meeting": deck.meeting, "edit": "1", "ask": slide.view.address}
    return localised(f"{MEETING}?{urlencode(query)}")


# Two numbers with a dash between, where a browser would break the line.
_RANGE = re.compile(r"([\d\u00a0,−]*\d–[\d−][\d\u00a0,]*)")


def pieces(words: str) -> list[tuple[str, bool]]:
    """The words in pieces, with True those that stand whole on a line: two numbers with a dash between."""
    return [(piece, bool(place % 2)) for place, piece in enumerate(_RANGE.split(words)) if piece]


def status_width(look: Look, size: float) -> float:
    """The width of a status: its icon, its word and its edges."""
    return 0.9 * size + text_width(f" {look.word}", size, bold=True) + 24


@dataclass(frozen=True, slots=True)
class Sized:
    """Words that fit their place on a slide, their size and the height that they take."""

    words: str
    size: int
    height: float


def sentence(text: str, form: Format, lines: int = 2, sizes: Sequence[int] = _SENTENCE) -> Sized:
    """A sentence of this many lines, or one more where it would else be cut."""
    size, words = fit(text, form.room, lines, sizes)
    if words != text:
        size, words = fit(text, form.room, lines + 1, sizes)
    return Sized(words, size, height(words, form.room, size, 1.25))
