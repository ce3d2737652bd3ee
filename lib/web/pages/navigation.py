"""The links between the pages, with the choices that follow from one to the next."""

from collections.abc import Mapping
from html import escape

from lib.meetings.agenda import to
from lib.site import KEPT, MEETING, PAGES, SitePage, href, language_of
from lib.words.language import DEFAULT_LANGUAGE, _


def nav_html(current: SitePage, query: Mapping[str, str]) -> str:
    """The navigation: one link a page, with the choices that are kept, and one to the other language."""
    choices = {name: query[name] for name in KEPT if name in query}
    items = "".join(
        f'<li><a href="{escape(href(page.path, choices))}"{_current(page is current)}>{escape(_(page.title))}</a></li>'
        for page in PAGES
    )
    add = "" if current.url_path == "mote" else f"<li>{_add_link(current, query)}</li>"
    language = f'<li class="mb-lang">{_language_link(current, query)}</li>'
    # ui.js knows by the address that the page it asked for is the one that is drawn.
    address, label = escape(href(current.path, query)), escape(_("Pages"))
    return f'<nav class="mb-nav" data-mb-at="{address}" aria-label="{label}"><ul>{items}{add}{language}</ul></nav>'


def _add_link(current: SitePage, query: Mapping[str, str]) -> str:
    """A link that puts this very view on a meeting's agenda."""
    there = {name: query[name] for name in ("board", "lang") if name in query} | {"add": to(current.path, query)}
    return f'<a href="{escape(href(MEETING, there))}">{escape(_("Add to the meeting"))}</a>'


def _current(is_current: bool) -> str:
    return ' aria-current="page"' if is_current else ""


def _language_link(current: SitePage, query: Mapping[str, str]) -> str:
    """A link to this very view in the other language, written in that language."""
    other, label = ("sv", "På svenska") if language_of(query) == "en" else ("en", "In English")
    there = {**query, "lang": "" if other == DEFAULT_LANGUAGE else other}
    return f'<a href="{escape(href(current.path, there))}" lang="{other}" hreflang="{other}">{label}</a>'
