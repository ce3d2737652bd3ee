"""A meeting's slides as a PowerPoint file: title, agenda, then a slide or more for each view, with native charts."""

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from typing import Any

from pptx.util import Pt

from lib.charts.chart import Chart
from lib.documents import powerpoint_foot as foot
from lib.documents import powerpoint_parts as parts
from lib.documents import powerpoint_template as template
from lib.documents.look import plain
from lib.documents.ooxml import name_parts_fast
from lib.documents.powerpoint_parts import points
from lib.documents.powerpoint_template import Room
from lib.documents.widths import column_widths
from lib.meetings.questions import PointQuestions
from lib.meetings.slide import Deck, Slide
from lib.tables.progress import Progress
from lib.views.text_table import TextCell, TextTable
from lib.words.language import _, day_name, language

TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
GAP = int(Pt(8))
MOST, MOST_AGENDA = 30, 16  # slides before the appendix, and points that an agenda lists
WORST_FIRST = ("missed", "split", "nearly", "later", "unknown", "none")
TABLE_SIZE = 12.0
TITLE_SIZES = (44, 40, 36, 32, 28, 24)  # of the board's name


def powerpoint_file(
    deck: Deck,
    progress: Progress,
    given: bytes | None = None,
    questions: Sequence[Sequence[PointQuestions]] = (),
    *,
    whole: bool = True,
    proposal: Sequence[str] = (),
) -> bytes:
    """The file, in the look of a template if one is given. Raises TemplateError where that cannot be used.

    At most 30 slides: those of the goals that are furthest from being met where there are more, each with what matters
    most, and a last one of decisions. All the rest is an appendix after them where the file is to be `whole`.

    `progress` is called with the share done, from 0 to 1; `questions` are those to each slide, for its notes.
    """
    opened = template.own_template() if given is None else template.open_template(given)
    made = _Maker(opened, deck, is_own=given is None)
    made.title()
    made.agenda()
    asked = questions or [()] * len(deck.slides)
    shown = _shown(deck.slides, MOST - made.count - 1)
    for done, (slide, own) in enumerate(zip(deck.slides, asked, strict=True), start=1):
        made.point = done
        if done - 1 in shown:
            made.view(slide, own)
        else:
            made.later.append(partial(made.view, slide, own))
        progress(0.7 * done / len(deck.slides))
    made.point = 0
    made.decisions(deck.decided or proposal)
    if whole:
        made.appendix()
    progress(1.0)
    parts.set_language(made.presentation, language())
    about = made.presentation.core_properties
    about.title, about.author = plain(f"{deck.title or _('Follow-up of the goals')}: {deck.name}"), plain(deck.name)
    about.subject, about.comments = plain(deck.stamp), ""
    file = BytesIO()
    made.presentation.save(file)
    return file.getvalue()


def _shown(slides: Sequence[Slide], most: int) -> set[int]:
    """The places of the slides that there is room for: those of no goal, then of the goals worst first."""
    ranked = sorted(range(len(slides)), key=lambda place: (_rank(slides[place]), place))
    return set(ranked[:most])


def _rank(slide: Slide) -> int:
    if slide.kind != "goal":
        return -1
    names = {look.name for _label, look in slide.looks}
    return next((place for place, name in enumerate(WORST_FIRST) if name in names), len(WORST_FIRST))


class _Maker:
    """A presentation being made. What is left for its appendix is `later`."""

    def __init__(self, presentation: Any, deck: Deck, *, is_own: bool) -> None:
        self.presentation, self.deck, self.is_own = presentation, deck, is_own
        name_parts_fast(presentation)
        self.width, self.height = presentation.slide_width, presentation.slide_height
        self.begun = 0  # slides of the view that is being made
        self.point = 0  # its place among the deck's
        self.place: Room | None = None
        self.layout = template.content_layout(presentation)
        self.later: list[Callable[[], None]] = []

    @property
    def count(self) -> int:
        """The number of slides so far."""
        return len(self.presentation.slides)

    def appendix(self) -> None:
        """A slide that says so, and after it what had no room."""
        if not self.later:
            return
        self.begun = 0
        slide, place = self.begin(_("Appendix"))
        parts.add_text(slide, _("What had no room in the presentation, to be asked about."), place, (20, 18))
        while self.later:
            self.later.pop(0)()

    def decisions(self, texts: Sequence[str]) -> None:
        """The last slide: what was decided, else what is proposed; none where there is neither."""
        if texts:
            self.begun = 0
            slide, place = self.begin(_("Decisions"))
            parts.add_text(slide, "\n".join(texts), place, (24, 22, 20, 18, 16, 14))

    def title(self) -> None:
        """The first slide: the meeting, the board and the version of the figures."""
        deck, slide = self.deck, self.presentation.slides.add_slide(template.title_layout(self.presentation))
        place = template.room(self.presentation, slide)
        parts.set_title(slide, deck.name, place, TITLE_SIZES)
        made_up = _("The board, its goals and all its figures are made up.")
        mark = f"{_('Example data')}. {made_up}" if deck.example else ""
        texts = [deck.title or _("Follow-up of the goals"), day_name(deck.day), deck.shows, mark]
        subtitle = next(
            (placeholder for placeholder in slide.placeholders if placeholder.placeholder_format.idx == 1), None
        )
        if subtitle is None:
            subtitle = slide.shapes.add_textbox(place.left, self.height // 2, place.width, self.height // 3)
        frame = subtitle.text_frame
        frame.word_wrap = True
        width, height = points(subtitle.width) - 16, points(subtitle.height) - 8
        size = next((s for s in (20.0, 18.0, 16.0, 14.0) if _high(texts, width, s) <= height), 12.0)
        for number, text in enumerate(filter(None, texts)):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            parts.write(paragraph, text, size, bold=number == 0, colour="")
        parts.drop_empty(slide)
        if self.is_own and deck.colour:
            foot.colour_slide(slide, deck.colour)

    def agenda(self) -> None:
        """The headings of all views, on as many slides as it takes."""
        rows = tuple(
            (TextCell(str(number)), TextCell(slide.heading)) for number, slide in enumerate(self.deck.slides, start=1)
        )
        if rows and len(rows) <= MOST_AGENDA:
            self.table(TextTable(_("Agenda"), (_("No."), _("Heading")), rows), _("Agenda"))

    def view(self, view: Slide, questions: Sequence[PointQuestions]) -> None:
        """A view's slides: one with the essentials, more where its table is long or its charts are many."""
        self.begun = 0
        slide, place = self.begin(view.headline)
        self.notes(slide, view, questions)
        place = self.head(slide, view, place)
        charts, table = list(view.charts), view.table
        if view.shares:
            parts.add_shares(slide, view.shares, view.heading, place)
        elif len(charts) > 1 and view.kind == "trend":
            self.two_charts(slide, charts[:2], place)
            charts = charts[2:]
        elif charts and (view.charts_first or not table):
            first, second = _halves(place, 0.54 if table else 1.0)
            chart = charts.pop(0)
            if len(view.figures) > 1:  # which of them the chart is about
                self.titled(slide, chart, first)
            else:
                parts.add_chart(slide, chart, first)
            if table:
                table = self.begin_table(slide, _narrow(table), second, view.table)
        elif table:
            table = self.begin_table(slide, table, place, view.table)
        if charts or table or view.others or (view.verdicts and len(view.verdicts.rows) > 1):
            self.later.append(partial(self.rest, view, charts, table))

    def rest(self, view: Slide, charts: Sequence[Chart], table: TextTable | None) -> None:
        """What a view's slide had no room for: charts, tables, verdicts, and figures of units and genders."""
        self.begun = 1
        if view.charts_first:
            self.charts(charts, view.heading)
        if table:
            self.table(table, view.heading)
        if not view.charts_first:
            self.charts(charts, view.heading)
        if view.verdicts and len(view.verdicts.rows) > 1:
            self.table(view.verdicts, view.heading)
        for others in view.others:
            self.table(others, view.heading, others.caption)

    def begin(self, heading: str) -> tuple[Any, Room]:
        """A view's next slide with its title, its own among them, and its foot; gives where its content may stand."""
        self.begun += 1
        if self.begun > 1:
            heading = _("{heading} (continued {n})").format(heading=heading, n=self.begun)
        slide = self.presentation.slides.add_slide(self.layout)
        if self.place is None:  # all slides of a layout have the same room
            self.place = template.room(self.presentation, slide)
        place = self.place
        parts.set_title(slide, heading, place)
        parts.drop_empty(slide)
        slide.shapes.turbo_add_enabled = True  # counts the shapes' numbers on, instead of searching for the highest
        foot.add_foot(slide, self.deck.stamp, self.width, self.height)
        if self.point:
            foot.add_progress(slide, self.point, len(self.deck.slides), self.width, self.height)
        return slide, place

    def head(self, slide: Any, view: Slide, place: Room) -> Room:
        """Area, statuses and sentence above chart and table. Returns the room that is left."""
        top = place.top
        if view.subject:
            line = Room(place.left, top, place.width, int(Pt(18)))
            top += parts.add_text(slide, view.subject, line, (12, 11, 10)) + GAP // 2
        if view.looks:
            line = Room(place.left, top, place.width, int(Pt(22)))
            parts.add_looks(slide, view.looks, line, coloured=self.is_own)
            top += int(Pt(22)) + GAP // 2
        if view.sentence:
            share = place.height // (4 if view.charts or view.shares or view.table else 2)
            room = Room(place.left, top, place.width, share)
            top += parts.add_text(slide, view.sentence, room, (18, 16, 14, 12)) + GAP
        return Room(place.left, top, place.width, place.top + place.height - top)

    def notes(self, slide: Any, view: Slide, questions: Sequence[PointQuestions]) -> None:
        """The presenter's notes, the sentences to read aloud, the questions and the source."""
        answers = [
            "\n".join([f"{term}: {text}" for term, text in question.lines] + [question.when]) for question in questions
        ]
        texts = (view.view.notes, view.aloud, *answers, view.source)
        slide.notes_slide.notes_text_frame.text = plain("\n\n".join(text for text in texts if text))

    def charts(self, charts: Sequence[Chart], heading: str) -> None:
        """Two charts a slide."""
        for start in range(0, len(charts), 2):
            slide, place = self.begin(heading)
            self.two_charts(slide, charts[start : start + 2], place)

    def two_charts(self, slide: Any, charts: Sequence[Chart], place: Room) -> None:
        """One chart or two beside each other, each below its title."""
        for chart, half in zip(charts, _halves(place, 0.5 if len(charts) > 1 else 1.0), strict=False):
            self.titled(slide, chart, half)

    def titled(self, slide: Any, chart: Chart, place: Room) -> None:
        """A chart below its title."""
        said = chart.title if chart.finding and chart.finding in parts.title_of(slide) else chart.heading
        high = parts.add_text(slide, said, Room(place.left, place.top, place.width, int(Pt(36))), (14, 12, 11))
        below = high + GAP // 2
        parts.add_chart(slide, chart, Room(place.left, place.top + below, place.width, place.height - below))

    def table(self, table: TextTable, heading: str, caption: str = "") -> None:
        """A whole table, on as many slides as it takes, below its caption if that is to be read."""
        rest: TextTable | None = table
        while rest:
            slide, place = self.begin(heading)
            if caption:
                line = Room(place.left, place.top, place.width, int(Pt(24)))
                high = parts.add_text(slide, caption, line, (14, 12, 11)) + GAP // 2
                place = Room(place.left, place.top + high, place.width, place.height - high)
            rest = self.begin_table(slide, rest, place, rest)

    def begin_table(self, slide: Any, table: TextTable, place: Room, whole: TextTable | None) -> TextTable | None:
        """As many rows as fit; gives the rest of the table, None where nothing is left."""
        widths = column_widths(table.measured, points(place.width), TABLE_SIZE, parts.PADDING)
        [head] = parts.rows_of([[TextCell(text) for text in table.headings]], widths, TABLE_SIZE, bold=True)
        room = points(place.height) - head.height
        taken: list[parts.TableRow] = []
        for row in parts.rows_of(table.rows, widths, TABLE_SIZE, most=parts.lines_in(room, TABLE_SIZE)):
            if room < row.height and taken:
                break
            room -= row.height
            taken.append(row)
        parts.add_table(slide, head, taken, widths, place, TABLE_SIZE, table.caption)
        left = whole.rows[len(taken) :] if whole else ()
        return TextTable(whole.caption, whole.headings, left) if whole and left else None


def _high(texts: Sequence[str], width: float, size: float) -> float:
    return sum(len(parts.lines(text, width, size)) for text in texts if text) * size * parts.LINE


def _halves(place: Room, share: float) -> tuple[Room, Room]:
    """The room parted in two beside each other, the first having so much of the width."""
    if share >= 1.0:
        return place, place
    first = int((place.width - 2 * GAP) * share)
    left = place.left + first + 2 * GAP
    return (
        Room(place.left, place.top, first, place.height),
        Room(left, place.top, place.width - first - 2 * GAP, place.height),
    )


def _narrow(table: TextTable) -> TextTable:
    """The table's first columns, as many as fit beside a chart."""
    return TextTable(table.caption, table.headings[:4], tuple(row[:4] for row in table.rows))
