"""The words of a page, as one reads them."""

import re
from html import unescape

_DRAWING = re.compile(r'<svg.*?</svg>|<img class="mb-svg[^>]*>', re.DOTALL)
_MARKUP = re.compile(r"<[^>]+>")


def words(html: str) -> str:
    """The words of HTML in order, without drawings."""
    return " ".join(unescape(_MARKUP.sub(" ", _DRAWING.sub(" ", html))).replace("\u00a0", " ").split())
