"""A meeting's slides as they are shown on a projector, all of them laid out before they are asked for.

A slide is 1080 units high and 1920 (16:9) or 1440 (4:3) wide; its body is made for both, and the style sheet says
which is shown and what a unit is in the window.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.charts.tones import ink_on
from lib.meetings.slide import Deck, Slide
from lib.store.installation.settings import OWN_COLOUR
from lib.views.statuses import Look
from lib.views.text_table import TextCell, TextTable
from lib.web.stage.charts import Bar, Drawing, Grid, bar, chart, grid
from lib.web.stage.figures import Figures, figures
from lib.web.stage.fit import cut, fit, height
from lib.web.stage.parts import GAP, NARROW, WIDE, Format, Sized, localised, sentence
from lib.web.stage.table import SlideTable, table
from lib.words.language import _

# Above and below the content of a slide; the room of the mark of example data, and of a slide's number.
MARGINS, _MARK, _NUMBER = 72.0, 240.0, 340.0
_HEADING = (64, 56, 48, 42, 36, 32)
_TITLE, _SUBTITLE = (104, 88, 72, 60, 48), (56, 48, 40)
_DECISIONS = 740.0  # high, below the last slide's heading
# Sizes of words that stand alone on a slide.
_ALONE = (56, 50, 44, 40, 36, 32, 28)
_WORST_FIRST = ("missed", "split", "nearly", "unknown", "later", "met", "none")


@dataclass(frozen=True, slots=True)
class Content:
    """The content of a slide from the top, each part where it has it; `drawing` stands beside `figures`."""

    lead: Sized | None = None
    bar: Bar | None = None
    drawing: Drawing | None = None
    figures: Figures | None = None
    grid: Grid | None = None
    table: SlideTable | None = None
    sentence: Sized | None = None
    is_linked: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A view's slide in a format, without its foot."""

    css_class: str
    above: str
    heading: Sized
    looks: tuple[tuple[str, Look], ...]
    content: Content
    source: str


@dataclass(frozen=True, slots=True)
class StageSlide:
    """A view's slide as it is shown: its kind, its name, the address of the view, and its body in each format."""

    kind: str
    name: str
    address: str
    bodies: tuple[Body, ...]


@dataclass(frozen=True, slots=True)
class Projection:
    """A meeting's slides on the projector; the first has the board's name, the last what is decided.

    `ink` is read on the municipality's colour; `decisions` are what is decided, else proposed. Without links it is
    a file alone.
    """

    deck: Deck
    board: Sized
    title: Sized
    ink: str
    slides: tuple[StageSlide, ...]
    decisions: tuple[Sized, ...]
    is_linked: bool = True

    @property
    def total(self) -> int:
        """The number of slides, the first and the last among them."""
        return len(self.slides) + 2


def stage(deck: Deck, *, is_linked: bool = True) -> Projection:
    """Every slide in both formats."""
    rooms = [(form, _room(deck, form)) for form in (WIDE, NARROW)]
    slides = tuple(
        StageSlide(
            slide.kind,
            slide.heading,
            localised(slide.address) if is_linked else "",
            tuple(body(slide, form, room) for form, room in rooms),
        )
        for slide in deck.slides
    )
    board = _fitted(deck.name, NARROW.room, 3, _TITLE, 1.12)
    title = _fitted(deck.title or _("Meeting"), NARROW.room, 2, _SUBTITLE, 1.12)
    decisions, ink = _decisions(deck.decided or deck.proposal), ink_on(deck.colour or OWN_COLOUR)
    return Projection(deck, board, title, ink, slides, decisions, is_linked)


def _decisions(texts: Sequence[str]) -> tuple[Sized, ...]:
    """The paragraphs in one size, the largest at which all have room."""
    made: tuple[Sized, ...] = ()
    for size in _ALONE:
        words = [cut(text, NARROW.room, 9, size) for text in texts]
        made = tuple(Sized(text, size, height(text, NARROW.room, size, 1.25)) for text in words)
        if sum(part.height + GAP for part in made) <= _DECISIONS:
            break
    return made


def _room(deck: Deck, form: Format) -> float:
    """The height that there is above a slide's foot."""
    return 1080 - MARGINS - GAP - height(deck.stamp, form.room - _NUMBER, 24, 1.25)


def _fitted(text: str, room: float, lines: int, sizes: Sequence[int], line: float) -> Sized:
    size, words = fit(text, room, lines, sizes, bold=True)
    return Sized(words, size, height(words, room, size, line, bold=True))


def body(slide: Slide, form: Format, room: float) -> Body:
    """One view's slide, as much of it as there is room for."""
    heading = _fitted(slide.headline, form.room, 2, _HEADING, 1.12)
    above = cut(slide.subject, form.room - _MARK, 1, 28)
    source = cut(slide.source, form.room, 1, 24)
    left = room - _head_height(slide, form, heading) - GAP - (30 + GAP) * bool(source)
    content = {"goal": _goal, "trend": _goal, "overview": _overview}.get(slide.kind, _listed)(slide, form, left)
    return Body(form.css_class, above, heading, slide.looks, content, source)


def _head_height(slide: Slide, form: Format, heading: Sized) -> float:
    """The height of the heading with the lines above and below it."""
    head = 35 * bool(slide.subject) + heading.height
    looks = " ".join(f"{label} {look.word} xxxxxx" for label, look in slide.looks)
    return head + (14 + height(looks, form.room, 30, 1.5, bold=True) if looks else 0.0)


def _goal(slide: Slide, form: Format, left: float) -> Content:
    """A chart beside its figures, several in a grid; without a chart a table; without figures the sentence alone."""
    if slide.kind == "trend" and len(slide.charts) > 1:
        return Content(grid=grid(slide.charts, slide.figures, form, left))
    drawn = slide.charts[0] if slide.charts and slide.is_charted else None
    if drawn is None and slide.table is None:
        return Content(sentence=sentence(slide.sentence, form, 9, _ALONE))
    text = sentence(slide.sentence, form)
    if drawn and slide.kind == "trend" and "…" in text.words:  # the figures say the same, and whole
        return _charted(slide, form, left)
    left -= text.height + GAP
    made = Content(table=table(slide.table, form, left)) if slide.table and not drawn else _charted(slide, form, left)
    return replace(made, sentence=text)


def _charted(slide: Slide, form: Format, left: float) -> Content:
    return Content(drawing=chart(slide.charts[0], form, left), figures=figures(slide.figures, form, left))


def _overview(slide: Slide, form: Format, left: float) -> Content:
    """The totals as a bar and in words, and the goals that are furthest from being met."""
    lead = sentence(slide.sentence, form)
    shares = bar(slide.shares, form) if slide.shares else None
    if slide.table is None:
        return Content(lead, shares)
    rows = tuple(sorted(slide.table.rows, key=_worst))
    room = left - lead.height - (shares.height if shares else 0.0) - 2 * GAP
    goals = TextTable(slide.table.caption, slide.table.headings, rows)
    return Content(lead, shares, table=table(goals, form, room, "goals"))


def _worst(row: Sequence[TextCell]) -> int:
    names = [cell.look.name for cell in row if cell.look]
    return min((_WORST_FIRST.index(name) for name in names), default=len(_WORST_FIRST))


def _listed(slide: Slide, form: Format, left: float) -> Content:
    """A view's sentence and table; of a page that has no slide, a link to it."""
    if slide.table:
        lead = sentence(slide.sentence, form, 3)
        return Content(lead, table=table(slide.table, form, left - lead.height - GAP))
    return Content(sentence(slide.sentence, form, 9, _ALONE), is_linked=slide.kind == "page")
