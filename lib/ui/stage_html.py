"""A meeting's slides as they are shown on a projector: HTML with SVG, all of it made before it is asked for.

A slide is 1080 units high and 1920 (16:9) or 1440 (4:3) wide; its body is made for both, and the style sheet says
which is shown and what a unit is in the window.
"""

from collections.abc import Sequence
from html import escape

from lib.looks import Look
from lib.slide import Cell, Deck, Slide, Table
from lib.ui.fit import cut, fit, height
from lib.ui.stage_parts import GAP, NARROW, WIDE, Format, bar, chart, figures, localised, sentence, status, table
from lib.words import _, day_name, ngettext

MARGINS = 72.0
_HEADING = (64, 56, 48, 42, 36, 32)
_TITLE = (96, 80, 64, 52, 44)
_WORST_FIRST = ("missed", "split", "nearly", "unknown", "later", "met", "none")


def slides(deck: Deck) -> str:
    """Every slide, the title first."""
    total = len(deck.slides) + 1
    pages = [_slide(deck, 1, total, "title", deck.title, "", title(deck))]
    for number, one in enumerate(deck.slides, start=2):
        bodies = "".join(f'<div class="v-body {form.css_class}">{body(one, form)}</div>' for form in (WIDE, NARROW))
        pages.append(_slide(deck, number, total, one.kind, one.heading, localised(one.address), bodies))
    return "".join(pages)


def _slide(deck: Deck, number: int, total: int, kind: str, name: str, address: str, content: str) -> str:
    where = _("{n} of {total}").format(n=number, total=total)
    mark = f'<p class="v-example">{escape(_("Example data"))}</p>' if deck.example else ""
    asked = f'<span class="v-number"><strong class="v-asked"></strong> {escape(where)}</span>'
    return (
        f'<section class="v-slide v-slide--{kind}" id="s{number}" data-address="{escape(address)}" '
        f'aria-label="{escape(f"{where}: {name}")}" hidden>{mark}{content}'
        f'<footer class="v-foot"><p><span>{escape(deck.stamp)}</span> {asked}</p></footer></section>'
    )


def title(deck: Deck) -> str:
    """The first slide: whose meeting it is, and where followers go."""
    size, words = fit(deck.title or _("Meeting"), NARROW.room, 3, _TITLE, bold=True)
    points = ngettext("{n} point", "{n} points", len(deck.slides)).format(n=len(deck.slides))
    return (
        f'<div class="v-title"><p class="v-above">{escape(cut(deck.name, NARROW.room, 1, 40))}</p>'
        f'<h1 class="v-sized" style="--size:{size}">{escape(words)}</h1>'
        f'<p class="v-when">{escape(day_name(deck.day))} · {escape(points)}</p>'
        f'<div class="v-join" hidden><img class="v-qr" alt=""><p>{escape(_("Follow on your own screen:"))}<br>'
        f'<strong class="v-address"></strong></p></div></div>'
    )


def body(slide: Slide, form: Format) -> str:
    """One view's slide, but its foot."""
    size, words = fit(slide.heading, form.room, 2, _HEADING, bold=True)
    above = f'<p class="v-above">{escape(cut(slide.above, form.room, 1, 28))}</p>' if slide.above else ""
    link = f'<a href="{escape(localised(slide.address))}">{escape(words)}</a>'
    head = f'{above}<h1 class="v-sized" style="--size:{size}">{link}</h1>{_looks(slide.looks)}'
    source = f'<p class="v-source">{escape(cut(slide.source, form.room, 1, 24))}</p>' if slide.source else ""
    left = 1080 - MARGINS - _taken(slide, form, size, words)
    shown = {"goal": _goal, "trend": _goal, "overview": _overview}.get(slide.kind, _listed)(slide, form, left)
    return f"<header>{head}</header>{shown}{source}"


def _taken(slide: Slide, form: Format, size: int, heading: str) -> float:
    """How high heading, sources and foot stand, with the room around them."""
    head = 35 * bool(slide.above) + height(heading, form.room, size, 1.12, bold=True)
    looks = " ".join(f"{label} {look.word} xxxxxx" for label, look in slide.looks)
    head += 14 + height(looks, form.room, 30, 1.5, bold=True) if looks else 0
    return head + (30 + GAP) * bool(slide.source) + 60 + 2 * GAP


def _looks(looks: Sequence[tuple[str, Look]]) -> str:
    said = "".join(f"<span>{escape(label)} {status(look)}</span>" for label, look in looks)
    return f'<p class="v-looks">{said}</p>' if said else ""


def _goal(slide: Slide, form: Format, left: float) -> str:
    """A chart beside its figures; without a chart, a table of all; without figures, what can be said."""
    if not slide.table and not slide.charts:
        return sentence(slide.aloud or slide.sentence, form, 11)[0]
    said, taken = sentence(slide.sentence, form)
    left -= taken + GAP
    drawn = slide.charts[0] if slide.charts and slide.is_charted else None
    if drawn is None and slide.table:
        return f"{table(slide.table, form, left)}{said}"
    if drawn is None:
        return said
    beside = figures(slide.figures, form, left)
    return f'<div class="v-beside">{chart(drawn, form, left)}<div>{beside}</div></div>{said}'


def _overview(slide: Slide, form: Format, left: float) -> str:
    """The totals as a bar and in words, and the goals that are furthest from being met."""
    said, high = sentence(slide.sentence, form, 3)
    drawn, higher = bar(slide.shares, form) if slide.shares else ("", 0.0)
    if slide.table is None:
        return f"{said}{drawn}"
    rows = tuple(sorted(slide.table.rows, key=_worst))
    room = left - high - higher - 2 * GAP
    return f"{said}{drawn}{table(Table(slide.table.caption, slide.table.headings, rows), form, room, 'goals')}"


def _worst(row: Sequence[Cell]) -> int:
    names = [cell.look.name for cell in row if cell.look]
    return min((_WORST_FIRST.index(name) for name in names), default=len(_WORST_FIRST))


def _listed(slide: Slide, form: Format, left: float) -> str:
    """What a view says, and its table; of a view that is shown in Målbild only, the way there."""
    said, taken = sentence(slide.sentence, form, 4 if slide.table else 9)
    if slide.table:
        return f"{said}{table(slide.table, form, left - taken - GAP)}"
    link = f'<p><a href="{escape(localised(slide.address))}">{escape(_("Open the page"))}</a></p>'
    return f"{said}{link if slide.kind == 'page' else ''}"
