"""Writing SVG: elements with everything escaped, and the widths of texts, which decide what fits where.

The result holds no line break and no style element, so that it lives through Markdown and sanitizers alike.
"""

import re
from collections.abc import Callable
from functools import partial
from hashlib import blake2s
from html import escape

from lib.charts.font import BOLD, REGULAR, UNKNOWN

_NOT_XML = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# A hair more than the letters' widths, for browsers that round them to whole pixels.
_ROOM = 1.02


def num(value: float) -> str:
    """A coordinate with at most two decimals, '12.5'."""
    return f"{round(value, 2) + 0.0:g}" if abs(value) < 1e4 else f"{value:.0f}"


def element(tag: str, *children: str, **attributes: str | float | None) -> str:
    """An element of finished children. Attributes are escaped; '_' stands for '-', None leaves one out."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{''.join(children)}</{tag}>" if children else f"<{tag}{written}/>"


def _value(value: str | float | None) -> str:
    return plain(value) if isinstance(value, str) else num(value or 0.0)


def plain(text: str) -> str:
    """Text escaped and on one line, without the characters that XML forbids."""
    return escape(_NOT_XML.sub(" ", text))


def title(text: str, **attributes: str) -> str:
    """The words shown when the pointer rests on the parent element."""
    return element("title", plain(text), **attributes)


def text(
    words: str, x: float, y: float, *, anchor: str = "start", bold: bool = False, size: float | None = None
) -> str:
    """A line of text in the colour of the page's text, y being its base line."""
    return element(
        "text",
        plain(words),
        x=x,
        y=y,
        text_anchor=None if anchor == "start" else anchor,
        font_weight="600" if bold else None,
        font_size=size,
    )


def text_width(words: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in the font that is drawn with, rather too much than too little."""
    widths = BOLD if bold else REGULAR
    return sum(widths.get(letter, UNKNOWN) for letter in words) * size * _ROOM


def wrap(
    words: str, room: float, size: float, *, bold: bool = False, width: Callable[..., float] = text_width
) -> list[str]:
    """The text in lines that fit the room, as `width` measures; a word that is too long for a line is broken."""
    lines: list[str] = []
    for word in plain_words(words):
        pieces = _pieces(word, room, partial(width, size=size, bold=bold))
        for piece in pieces:
            joined = f"{lines[-1]} {piece}" if lines and piece is pieces[0] else piece
            if lines and piece is pieces[0] and width(joined, size, bold=bold) <= room:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def plain_words(words: str) -> list[str]:
    """The words of a text, those held together by a no-break space as one."""
    return [word for word in words.replace("\n", " ").split(" ") if word]


def _pieces(word: str, room: float, width: Callable[[str], float]) -> list[str]:
    if width(word) <= room:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(f"{pieces[-1]}{letter}-") > room:
            pieces[-1] += "-"
            pieces.append("")
        pieces[-1] += letter
    return pieces


def drawing(width: float, height: float, *children: str, name: str, description: str, role: str = "img") -> str:
    """A whole SVG that fills the width it is given, read out as one picture with a name and a description.

    As a group its parts are read out too.
    """
    body = "".join(children)
    key = "mb-" + blake2s(f"{name}{description}{body}".encode(), digest_size=6).hexdigest()
    return _root(
        width,
        height,
        title(name, id=f"{key}-t"),
        element("desc", plain(description), id=f"{key}-d"),
        body,
        style="width:100%;height:auto;overflow:visible",
        role=role,
        aria_labelledby=f"{key}-t {key}-d",
    )


def ornament(width: float, height: float, *children: str) -> str:
    """A whole SVG that only repeats the words beside it; screen readers pass it by."""
    return _root(width, height, *children, width=width, height=height, aria_hidden="true")


def _root(across: float, down: float, *children: str, **attributes: str | float) -> str:
    return element(
        "svg",
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {num(across)} {num(down)}",
        text_rendering="geometricPrecision",
        focusable="false",
        **attributes,
    )
