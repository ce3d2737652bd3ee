"""Slides of a meeting's views, before they are drawn on a projector or written in a document.

A slide has everything that is to be said of its view; who shows it takes as much as there is room for, from the top.
"""

from dataclasses import dataclass
from datetime import date

from lib.charts.chart import Chart
from lib.meetings.agenda import View
from lib.views.key_figure import KeyFigure
from lib.views.statuses import Look
from lib.views.text_table import TextTable
from lib.words.language import _


@dataclass(frozen=True, slots=True)
class Slide:
    """A view's content. `kind` is overview, changed, worsening, goal, trend or page (a view shown in Målbild only).

    `looks` are statuses with what each is about, `shares` the parts of a bar (word, number, name of its look),
    `figures` and `charts` come worst first, `others` are tables of figures that do not speak for the goal.
    `sentence` is what is to be read, `aloud` what can be said, `point` what the slide says in a line ('' = nothing).
    """

    view: View
    kind: str
    heading: str
    above: str = ""
    looks: tuple[tuple[str, Look], ...] = ()
    figures: tuple[KeyFigure, ...] = ()
    shares: tuple[tuple[str, int, str], ...] = ()
    charts: tuple[Chart, ...] = ()
    table: TextTable | None = None
    verdicts: TextTable | None = None
    others: tuple[TextTable, ...] = ()
    sentence: str = ""
    aloud: str = ""
    source: str = ""
    address: str = ""
    point: str = ""

    @property
    def headline(self) -> str:
        """What stands largest: what there is to say, else what the slide is about."""
        return self.point or self.heading

    @property
    def subject(self) -> str:
        """What stands above the headline: what the slide is about, where the headline does not say so, and filters."""
        return " · ".join(filter(None, (self.heading if self.point else "", self.above)))

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentences of the slide, none of them twice."""
        texts = (self.aloud,) if self.sentence in self.aloud else (self.sentence, self.aloud)
        return tuple(filter(None, texts))

    @property
    def charts_first(self) -> bool:
        """Whether the charts say more than the table and stand before it."""
        return self.kind in {"goal", "trend"}

    @property
    def is_charted(self) -> bool:
        """Whether the first chart is about the first figure, so that the two can stand beside each other."""
        return self.kind != "goal" or bool(self.figures and self.figures[0].chart)


@dataclass(frozen=True, slots=True)
class Deck:
    """A meeting's slides, and what must stand on each of them: board, figures up to when, as of when.

    `proposal` is what the board is asked to decide, on the last slide, and `decided` what it has decided where that is
    known for good; `colour` is the municipality's, '#00539f'.
    """

    board: str
    name: str
    meeting: str
    title: str
    day: date
    period: str
    version: int
    asof: str
    example: bool
    slides: tuple[Slide, ...]
    proposal: tuple[str, ...] = ()
    colour: str = ""
    decided: tuple[str, ...] = ()

    @property
    def shows(self) -> str:
        """The figures shown: up to when, as of when, of what data version."""
        version = _("version {version}").format(version=self.version)
        return " · ".join(part for part in (self.period, self.asof, version) if part)

    @property
    def stamp(self) -> str:
        """The line that says what is shown, and of which board."""
        return " · ".join(part for part in (_("Example data") if self.example else "", self.name, self.shows) if part)
