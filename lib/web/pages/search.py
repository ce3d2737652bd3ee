"""The hits of a search: links, each with its kind and, where it is another board's, the board."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lib.site import GOAL, KEPT, SOURCES, TREND, href
from lib.views.search import Hit
from lib.words.language import N_, _, ngettext

KINDS = {"goal": N_("Goal"), "indicator": N_("Indicator"), "unit": N_("Unit"), "source": N_("Source")}

# Of the choices, those that another board's pages know.
_ANY_BOARD = ("gender", "lang")
_LONGEST_DETAIL = 80


@dataclass(frozen=True, slots=True)
class HitLink:
    """A hit as a link, and in a line its kind, its board and more about it."""

    address: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Hits:
    """The hits of a search with the line that counts them, and the address of the same page without them."""

    count: str
    links: tuple[HitLink, ...]
    close: str


def hits_of(
    text: str, hits: Sequence[Hit], boards: Mapping[str, str], own: str, path: str, query: Mapping[str, str]
) -> Hits:
    """The hits; `boards` is code and name, `own` the chosen board's code.

    `path` and `query` are the address of the page that they stand on.
    """
    count = ngettext("{n} hit for “{text}”", "{n} hits for “{text}”", len(hits)) if hits else _("No hits for “{text}”")
    links = tuple(HitLink(address(hit, own, query), hit.title, _about(hit, boards, own)) for hit in hits)
    return Hits(count.format(n=len(hits), text=text), links, href(path, {**query, "q": ""}))


def _about(hit: Hit, boards: Mapping[str, str], own: str) -> str:
    detail = hit.detail if len(hit.detail) <= _LONGEST_DETAIL else hit.detail[:_LONGEST_DETAIL].rsplit(" ", 1)[0] + " …"
    about = (_(KINDS[hit.kind]), boards.get(hit.board, hit.board) if hit.board != own else "", detail)
    return " · ".join(filter(None, about))


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
