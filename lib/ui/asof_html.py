"""A board as it stood, in words: the banner that says so, and what is said where there was nothing yet."""

from html import escape

from lib.asof import State
from lib.ui import parts
from lib.words import _, day_name


def name(state: State) -> str:
    """A state as a choice: a meeting's day and title, or a data version with its day."""
    if state.title:
        return _("{day}: {title}").format(day=state.day.isoformat(), title=state.title)
    if state.code == str(state.version):
        return _("Data version {version}, {day}").format(version=state.code, day=state.day.isoformat())
    return state.day.isoformat()


def spoken(state: State) -> str:
    """A state inside a sentence: 'mötet den 14 februari 2024 (Bokslut)', 'dataversion 3 den 14 februari 2024'."""
    if state.code == str(state.version) and not state.title:
        return _("data version {version} of {day}").format(version=state.code, day=day_name(state.day))
    said = _("the meeting of {day}").format(day=day_name(state.day))
    return f"{said} ({state.title})" if state.title else said


def banner(state: State, now: str) -> str:
    """What stands above a page that does not show what is there now, with a link to the same page now."""
    text = _("Shown as it stood at {state}. What has come since is not in it.").format(state=spoken(state))
    link = parts.link(now, _("Show as it is now"))
    return f'<aside class="mb-asof" aria-label="{escape(_("Earlier state"))}"><p>{escape(text)} {link}</p></aside>'


def nothing_then(board: str, state: State) -> str:
    """What stands instead of a page where the board had no data in the state asked for."""
    text = _("The board was not in Målbild at {state}, so there is nothing to show from then.")
    return f"<h1>{escape(board)}</h1><p>{escape(text.format(state=spoken(state)))}</p>"
