"""The hits of a search as HTML: links, each with its kind and, where it is another board's, the board."""

from collections.abc import Mapping, Sequence
from html import escape

from lib.site import GOAL, KEPT, SOURCES, TREND, href
from lib.views.search import Hit
from lib.web.pages import parts
from lib.words.language import N_, _, ngettext

KINDS = {"goal": N_("Goal"), "indicator": N_("Indicator"), "unit": N_("Unit"), "source": N_("Source")}

# Of the choices, those that another board's pages know.
_ANY_BOARD = ("gender", "lang")
_LONGEST_DETAIL = 80


def page(
    text: str, hits: Sequence[Hit], boards: Mapping[str, str], own: str, path: str, query: Mapping[str, str]
) -> str:
    """The list with a line that says how many there are; `boards` is code and name, `own` the chosen board's code.

    `path` and `query` are the address of the page that it stands on.
    """
    many = ngettext("{n} hit for “{text}”", "{n} hits for “{text}”", len(hits)) if hits else _("No hits for “{text}”")
    items = "".join(f"<li>{_item(hit, boards, own, query)}</li>" for hit in hits)
    results = f"<ul>{items}</ul>" if items else f"<p>{escape(_('Try other words, or fewer letters.'))}</p>"
    close = parts.link(href(path, {**query, "q": ""}), _("Close the search"))
    return (
        f'<section class="mb-hits" aria-label="{escape(_("Search"))}">'
        f'<p class="mb-count" role="status">{escape(many.format(n=len(hits), text=text))}</p>{results}{close}</section>'
    )


def _item(hit: Hit, boards: Mapping[str, str], own: str, query: Mapping[str, str]) -> str:
    detail = hit.detail if len(hit.detail) <= _LONGEST_DETAIL else hit.detail[:_LONGEST_DETAIL].rsplit(" ", 1)[0] + " …"
    about = [_(KINDS[hit.kind]), boards.get(hit.board, hit.board) if hit.board != own else "", detail]
    description = escape(" · ".join(part for part in about if part))
    return f'{parts.link(address(hit, own, query), hit.title)} <span class="mb-quiet">{description}</span>'


def address(hit: Hit, own: str, query: Mapping[str, str]) -> str:
    """The address of a hit, with those of the choices that its board has."""
    names = KEPT if hit.board == own else _ANY_BOARD
    choices = {name: query[name] for name in names if name in query}
    if hit.board != query.get("board", own):
        choices["board"] = hit.board if hit.board != own else ""
    if hit.indicator:
        unit = hit.code if hit.kind == "unit" else ""
        # The page's indicators are those of the area chosen, which need not be the hit's.
        return href(TREND, {**choices, "area": "", "indicator": hit.indicator, "unit": unit})
    if hit.goal:
        return href(GOAL, {**choices, "goal": hit.goal})
    return href(SOURCES if hit.kind != "unit" else "/", choices)
