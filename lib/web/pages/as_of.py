"""A board as it stood, in words: the banner that says so, and what is said where there was nothing yet."""

from html import escape

from lib.views.as_of import BoardState, spoken
from lib.web.pages import parts
from lib.words.language import _


def banner(state: BoardState, now: str) -> str:
    """What stands above a page that does not show what is there now, with a link to the same page now."""
    text = _("Shown as it stood at {state}. What has come since is not in it.").format(state=spoken(state))
    link = parts.link(now, _("Show as it is now"))
    return f'<aside class="mb-asof" aria-label="{escape(_("Earlier state"))}"><p>{escape(text)} {link}</p></aside>'


def nothing_then(board: str, state: BoardState) -> str:
    """What stands instead of a page where the board had no data in the state asked for."""
    text = _("The board was not in Målbild at {state}, so there is nothing to show from then.")
    return f"<h1>{escape(board)}</h1><p>{escape(text.format(state=spoken(state)))}</p>"
