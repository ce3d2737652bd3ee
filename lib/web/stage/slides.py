"""A meeting's slides as they are shown on a projector: HTML with SVG, all of it made before it is asked for.

A slide is 1080 units high and 1920 (16:9) or 1440 (4:3) wide; its body is made for both, and the style sheet says
which is shown and what a unit is in the window.
"""

from collections.abc import Sequence
from html import escape

from lib.meetings.slide import Deck, Slide
from lib.views.statuses import Look
from lib.views.text_table import TextCell, TextTable
from lib.web.stage.charts import bar, chart, grid
from lib.web.stage.fit import cut, fit, height
from lib.web.stage.parts import GAP, NARROW, WIDE, Format, figures, localised, sentence, status, unbroken
from lib.web.stage.table import table
from lib.words.language import _, day_name, ngettext

# Above and below the content of a slide; the room of the mark of example data, and of a slide's number.
MARGINS, _MARK, _NUMBER = 72.0, 240.0, 340.0
_HEADING = (64, 56, 48, 42, 36, 32)
_TITLE = (96, 80, 64, 52, 44)
# Sizes of words that stand alone on a slide.
_ALONE = (56, 50, 44, 40, 36, 32, 28)
_WORST_FIRST = ("missed", "split", "nearly", "unknown", "later", "met", "none")


def slides(deck: Deck) -> str:
    """Every slide, the title first."""
    total, rooms = len(deck.slides) + 1, {form: _room(deck, form) for form in (WIDE, NARROW)}
    pages = [_slide(deck, 1, total, "title", deck.title, "", title(deck))]
    for number, slide in enumerate(deck.slides, start=2):
        bodies = "".join(
            f'<div class="v-body {form.css_class}">{body(slide, form, room)}</div>' for form, room in rooms.items()
        )
        pages.append(_slide(deck, number, total, slide.kind, slide.heading, localised(slide.address), bodies))
    return "".join(pages)


def _room(deck: Deck, form: Format) -> float:
    """The height that there is above a slide's foot."""
    return 1080 - MARGINS - GAP - height(deck.stamp, form.room - _NUMBER, 24, 1.25)


def _slide(deck: Deck, number: int, total: int, kind: str, name: str, address: str, content: str) -> str:
    where = _("{n} of {total}").format(n=number, total=total)
    mark = f'<p class="v-example">{escape(_("Example data"))}</p>' if deck.example else ""
    place = f'<span class="v-number"><strong class="v-asked"></strong> {escape(where)}</span>'
    return (
        f'<section class="v-slide v-slide--{kind}" id="s{number}" data-address="{escape(address)}" '
        f'aria-label="{escape(f"{where}: {name}")}" hidden>{mark}{content}'
        f'<footer class="v-foot"><p><span>{escape(deck.stamp)}</span> {place}</p></footer></section>'
    )


def title(deck: Deck) -> str:
    """The first slide: the meeting, and the address for followers."""
    size, words = fit(deck.title or _("Meeting"), NARROW.room, 3, _TITLE, bold=True)
    points = ngettext("{n} point", "{n} points", len(deck.slides)).format(n=len(deck.slides))
    return (
        f'<div class="v-title"><p class="v-above">{escape(cut(deck.name, NARROW.room, 1, 40))}</p>'
        f'<h1 class="v-sized" style="--size:{size}">{unbroken(words)}</h1>'
        f'<p class="v-when">{escape(day_name(deck.day))} · {escape(points)}</p>'
        f'<div class="v-join" hidden><img class="v-qr" alt=""><p>{escape(_("Follow on your own screen:"))}<br>'
        f'<strong class="v-address"></strong></p></div></div>'
    )


def body(slide: Slide, form: Format, room: float) -> str:
    """One view's slide without its foot, as much of it as there is room for."""
    size, words = fit(slide.heading, form.room, 2, _HEADING, bold=True)
    above = f'<p class="v-above">{escape(cut(slide.above, form.room - _MARK, 1, 28))}</p>' if slide.above else ""
    link = f'<a href="{escape(localised(slide.address))}">{unbroken(words)}</a>'
    head = f'{above}<h1 class="v-sized" style="--size:{size}">{link}</h1>{_looks(slide.looks)}'
    source = f'<p class="v-source">{escape(cut(slide.source, form.room, 1, 24))}</p>' if slide.source else ""
    left = room - _head_height(slide, form, size, words) - GAP - (30 + GAP) * bool(source)
    content = {"goal": _goal, "trend": _goal, "overview": _overview}.get(slide.kind, _listed)(slide, form, left)
    return f"<header>{head}</header>{content}{source}"


def _head_height(slide: Slide, form: Format, size: int, heading: str) -> float:
    """The height of the heading with the lines above and below it."""
    head = 35 * bool(slide.above) + height(heading, form.room, size, 1.12, bold=True)
    looks = " ".join(f"{label} {look.word} xxxxxx" for label, look in slide.looks)
    return head + (14 + height(looks, form.room, 30, 1.5, bold=True) if looks else 0.0)


def _looks(looks: Sequence[tuple[str, Look]]) -> str:
    text = "".join(f"<span>{escape(label)} {status(look)}</span>" for label, look in looks)
    return f'<p class="v-looks">{text}</p>' if text else ""


def _goal(slide: Slide, form: Format, left: float) -> str:
    """A chart beside its figures, several in a grid; without a chart a table; without figures the sentence alone."""
    if slide.kind == "trend" and len(slide.charts) > 1:
        return grid(slide.charts, slide.figures, form, left)
    drawn = slide.charts[0] if slide.charts and slide.is_charted else None
    if drawn is None and slide.table is None:
        return sentence(slide.sentence, form, 9, _ALONE)[0]
    text, taken = sentence(slide.sentence, form)
    if drawn and slide.kind == "trend" and "…" in text:  # the figures say the same, and whole
        text, taken = "", -GAP
    left -= taken + GAP
    if drawn is None:
        return f"{table(slide.table, form, left)}{text}" if slide.table else text
    beside = f"{chart(drawn, form, left)}<div>{figures(slide.figures, form, left)}</div>"
    return f'<div class="v-beside">{beside}</div>{text}'


def _overview(slide: Slide, form: Format, left: float) -> str:
    """The totals as a bar and in words, and the goals that are furthest from being met."""
    text, high = sentence(slide.sentence, form)
    drawn, higher = bar(slide.shares, form) if slide.shares else ("", 0.0)
    if slide.table is None:
        return f"{text}{drawn}"
    rows = tuple(sorted(slide.table.rows, key=_worst))
    room = left - high - higher - 2 * GAP
    return f"{text}{drawn}{table(TextTable(slide.table.caption, slide.table.headings, rows), form, room, 'goals')}"


def _worst(row: Sequence[TextCell]) -> int:
    names = [cell.look.name for cell in row if cell.look]
    return min((_WORST_FIRST.index(name) for name in names), default=len(_WORST_FIRST))


def _listed(slide: Slide, form: Format, left: float) -> str:
    """A view's sentence and table; of a page that has no slide, a link to it."""
    if slide.table:
        text, taken = sentence(slide.sentence, form, 3)
        return f"{text}{table(slide.table, form, left - taken - GAP)}"
    text, _taken = sentence(slide.sentence, form, 9, _ALONE)
    if slide.kind != "page":
        return text
    link = f'<a href="{escape(localised(slide.address))}">{escape(_("Open the page"))}</a>'
    return f'{text}<p class="v-open">{link} (Enter)</p>'
