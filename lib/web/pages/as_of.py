"""A board as it stood, in words: the banner that says so, and the note where there was nothing yet."""

from html import escape

from lib.views.as_of import BoardState, spoken
from lib.web.pages import parts
from lib.words.language import _


def banner(state: BoardState, now: str) -> str:
    """The banner above a page that does not show the state of now, with a link to the same page now."""
    text = _("Figures as of {state}. What has come since is not in them.").format(state=spoken(state))
    link = parts.link(now, _("Show the figures of today"))
    return f'<aside class="mb-asof" aria-label="{escape(_("Earlier figures"))}"><p>{escape(text)} {link}</p></aside>'


def nothing_then(board: str, state: BoardState) -> str:
    """The note in a page's place where the board had no data in the state of the address."""
    text = _("The board was not in Målbild at {state}, so there is nothing to show from then.")
    return f"<h1>{escape(board)}</h1><p>{escape(text.format(state=spoken(state)))}</p>"
