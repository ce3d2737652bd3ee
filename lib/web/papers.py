"""The papers of a board or a meeting: their kinds, what each is good for, and the files themselves.

Knows no Streamlit, so that the command line makes the same files as the page.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from lib.documents import excel, page, powerpoint, word
from lib.documents.letter import Occasion, proposal, texts_of
from lib.documents.protocol import protocol_file
from lib.documents.report import Papers, Report, meeting_report, report
from lib.meetings import agenda
from lib.meetings import deck as slides
from lib.meetings.agenda import View
from lib.meetings.questions import PointQuestions, at_points, decided
from lib.meetings.slide import Deck
from lib.rules.actions import ActionChange, action_changes
from lib.site import GOAL
from lib.store.installation.given import installation
from lib.tables.model import Meeting, MeetingText, Question
from lib.tables.progress import Progress, unseen
from lib.views.as_of import BoardState
from lib.views.board import BoardData
from lib.views.changes import actions_in
from lib.views.changes_text import ChangeReport
from lib.views.choice import ALL, Choice
from lib.views.figures import file_name
from lib.views.overview import overview
from lib.web import decks, memory
from lib.web.stage.offline import offline
from lib.words.language import N_, _

Write = Callable[[Report, Progress], bytes]


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of file: its name, the ending of its name, its type, and its use (message ids)."""

    name: str
    ending: str
    type: str
    about: str


POWERPOINT, WORD = "powerpoint", "word"
PAPERS = {
    POWERPOINT: Paper(
        "PowerPoint",
        "pptx",
        powerpoint.TYPE,
        N_("Slides for the meeting: agenda, overview and each goal, with charts to edit and speaker notes."),
    ),
    "word": Paper(
        "Word",
        "docx",
        word.TYPE,
        N_("The letter to send out, with proposal, summary and what is missed, and its appendix goal by goal."),
    ),
    "excel": Paper(
        "Excel",
        "xlsx",
        excel.TYPE,
        N_("The tables: goals, verdicts, indicators and every figure, and the charts beside their figures."),
    ),
    "html": Paper(
        "HTML",
        "html",
        page.TYPE,
        N_("One file that any browser can read, even without a network, and print as a PDF with page numbers."),
    ),
}
# Of a meeting only.
PROTOCOL, SLIDES = "protocol", "slides"
MEETING_PAPERS = {
    SLIDES: Paper(
        N_("Slides in one file"),
        "html",
        page.TYPE,
        N_("The meeting's slides as on the projector, shown by any browser without a network, with the same keys."),
    ),
    PROTOCOL: Paper(
        N_("Extract for the protocol"),
        "docx",
        word.TYPE,
        N_("Each point with the figure shown, questions, answers and decisions, as a Word file for the secretary."),
    ),
}
_WRITERS: dict[str, Write] = {"excel": excel.excel_book, "html": page.html_file}


@dataclass(frozen=True, slots=True, eq=False)
class PaperRequest:
    """The source of papers: a board in a state, the filter, and the meeting that they are for, if any."""

    data: BoardData
    choice: Choice
    state: BoardState
    meeting: Meeting | None = None
    occasion: Occasion = Occasion.FOLLOW_UP
    whole: bool = True

    @property
    def points(self) -> tuple[View, ...]:
        """The meeting's agenda, which the papers follow where there is one and no area is chosen."""
        return decks.agenda_of(self.data.code, self.meeting.meeting) if self.meeting and not self.choice.area else ()

    @property
    def papers(self) -> Papers:
        """How the report is made: with the texts that were written for the meeting."""
        if self.meeting is None:
            return Papers(self.occasion, whole=self.whole, acted=self._acted)
        texts = texts_of(memory.store().rows(MeetingText, self.data.code), self.meeting.meeting)
        return Papers(self.occasion, texts, self.meeting.date, self.whole, self._acted)

    @property
    def _acted(self) -> tuple[ActionChange, ...]:
        """What has become of the actions since the meeting before; nothing where there was none."""
        since = next(iter(memory.earlier(self.data.code, self.state)), None)
        before = memory.board_before(self.data.code, self.state, since) if since else None
        if before is None:
            return ()
        return action_changes(*(actions_in(data, self.choice.area) for data in (before, self.data)))


def of_board(code: str) -> PaperRequest:
    """All of a board as it is now."""
    return PaperRequest(memory.board(code), ALL, memory.now(code))


def of_meeting(
    code: str, meeting: Meeting, area: str = "", occasion: Occasion = Occasion.FOLLOW_UP, *, whole: bool = True
) -> PaperRequest:
    """A meeting's papers, all or of one area: of the data that it saw, or those of now until it is held."""
    state = decks.deck_key(code, meeting).view
    choice = Choice(board=code, area=area) if area else ALL
    return PaperRequest(memory.board(code, state.version), choice, state, meeting, occasion, whole)


def make(kind: str, wanted: PaperRequest, progress: Progress = unseen, template: bytes | None = None) -> bytes:
    """A file. Raises TemplateError where the template cannot be used."""
    if kind == SLIDES:
        return offline(_settled(wanted))
    if kind == PROTOCOL:
        return protocol_file(report_of(wanted), progress, template)
    if kind == WORD:
        return word.word_file(report_of(wanted), progress, template)
    if kind == POWERPOINT:
        made = _settled(wanted)
        asked = _asked(wanted, made)
        proposed = proposal(wanted.data.board.name, wanted.papers.texts, wanted.occasion)
        return powerpoint.powerpoint_file(made, progress, template, asked, whole=wanted.whole, proposal=proposed)
    return _WRITERS[kind](report_of(wanted), progress)


def of_kind(kind: str) -> Paper:
    """A kind of paper."""
    return PAPERS[kind] if kind in PAPERS else MEETING_PAPERS[kind]


def name_of(kind: str, wanted: PaperRequest) -> str:
    """The name of the file."""
    about = [wanted.meeting.meeting] if wanted.meeting else []
    about += [_("protocol")] if kind == PROTOCOL else [_("slides")] if kind == SLIDES else []
    return file_name(wanted.data, of_kind(kind).ending, "-".join(about))


def _settled(wanted: PaperRequest) -> Deck:
    """The meeting's slides with what is decided by now."""
    made = deck(wanted)
    return replace(made, decided=decided(memory.questions(made.board), made.meeting)) if wanted.meeting else made


def _asked(wanted: PaperRequest, deck: Deck) -> tuple[tuple[PointQuestions, ...], ...]:
    """The questions to each slide of the meeting."""
    data, addresses = wanted.data, [slide.view.address for slide in deck.slides]
    placed, _others = at_points(data, deck.meeting, addresses, *_questions(data.code))
    return placed if wanted.meeting else ()


def _questions(code: str) -> tuple[tuple[Question, ...], list[Meeting]]:
    """A board's questions and meetings as they are now, whatever state is shown."""
    return memory.questions(code), memory.board(code).meetings


def report_of(wanted: PaperRequest) -> Report:
    """The report that the other files are written from: the meeting's where it has an agenda, else of the filter."""
    data, meeting = wanted.data, wanted.meeting
    if meeting is None or not wanted.points:
        return report(data, wanted.choice, wanted.state, wanted.papers)
    return meeting_report(data, decks.deck(data.code, meeting), wanted.state, *_questions(data.code), wanted.papers)


def deck(wanted: PaperRequest) -> Deck:
    """The meeting's own slides where it has an agenda, else those of the selection."""
    data, choice, state, meeting = wanted.data, wanted.choice, wanted.state, wanted.meeting
    if meeting and wanted.points:
        return decks.deck(data.code, meeting)
    about = meeting or Meeting(board=data.code, meeting="", date=state.day, title="", frozen=None)
    earlier = memory.earlier(data.code, state)
    since = {meeting_state.code: meeting_state for meeting_state in earlier}
    before = earlier[0] if earlier else None

    def compare(choice: Choice, code: str) -> ChangeReport:
        return memory.change_report(data.code, state, since.get(code, before), choice)

    changed = compare(choice, "")
    views = agenda.default(data, changed.changes if before else None, changed.worsening)
    made = (slides.slide(data, view, state, compare) for view in _views(data, choice, views))
    return slides.deck(data, about, state, made, colour=installation().colour_of(data.code))


def _views(data: BoardData, choice: Choice, views: tuple[View, ...]) -> tuple[View, ...]:
    """The views with the selection in their addresses, less the goals that it leaves out."""
    query = {
        "area": choice.area,
        "year": str(choice.year or ""),
        "gender": "" if choice.gender == "T" else choice.gender,
    }
    page = overview(data, area=choice.area, year=choice.year, gender=choice.gender)
    goals = {row.goal.goal for row in page.rows}
    return tuple(
        View(view.item, agenda.to(view.path, {**view.query, **query}), view.heading, view.notes)
        for view in views
        if view.path != GOAL or view.query["goal"] in goals
    )
