"""The papers that can be made of a board: which there are, what each is for, and how one is made for what is chosen.

Knows no Streamlit, so that the command line makes the same files as the page.
"""

from collections.abc import Callable
from dataclasses import dataclass

from lib import agenda, slides
from lib.agenda import View
from lib.asof import State
from lib.board import BoardData
from lib.chosen import ALL, Choice
from lib.documents import excel, page, powerpoint, word
from lib.figures import file_name
from lib.model import Meeting
from lib.overview import overview
from lib.report import Report, report
from lib.slide import Deck
from lib.ui import reading
from lib.words import N_

Progress = Callable[[float], None]
Write = Callable[[Report, Progress], bytes]


def unseen(_done: float) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of file: its name, the ending of its name, its type, and what it is good for (message ids)."""

    name: str
    ending: str
    type: str
    about: str


POWERPOINT = "powerpoint"
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
        N_("The follow-up to send out: goal by goal with verdicts, indicators, charts, figures and sources."),
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
        N_("Everything in one file that any browser reads without a network, and prints as a PDF with page numbers."),
    ),
}
_WRITERS: dict[str, Write] = {"word": word.word_file, "excel": excel.excel_book, "html": page.html_file}


def make(
    kind: str,
    data: BoardData,
    choice: Choice,
    state: State,
    progress: Progress = unseen,
    template: bytes | None = None,
) -> bytes:
    """A file of a board for what is chosen. Raises TemplateError where the template cannot be used."""
    if kind == POWERPOINT:
        return powerpoint.powerpoint_file(deck(data, choice, state), progress, template)
    return _WRITERS[kind](report(data, choice, state), progress)


def name_of(kind: str, data: BoardData) -> str:
    """What the file is called."""
    return file_name(data, PAPERS[kind].ending)


def deck(data: BoardData, choice: Choice, state: State) -> Deck:
    """The meeting's own slides where a meeting is shown whole and has an agenda, else those of what is chosen."""
    meeting = next((one for one in data.meetings if one.meeting == state.code), None)
    if meeting and choice == ALL and reading.agenda_of(data.code, meeting.meeting):
        return reading.deck(data.code, meeting)
    shown = meeting or Meeting(board=data.code, meeting="", date=state.day, title="", frozen=None)
    earlier = reading.earlier(data.code, state)
    since = {one.code: one for one in earlier}
    first = earlier[0] if earlier else None
    told = reading.told(data.code, state, first, choice)
    made = (
        slides.slide(data, view, state, lambda what, code: reading.told(data.code, state, since.get(code, first), what))
        for view in _views(data, choice, agenda.default(data, told.found if first else None, told.worsening))
    )
    return slides.deck(data, shown, state, made)


def _views(data: BoardData, choice: Choice, views: tuple[View, ...]) -> tuple[View, ...]:
    """The views with what is chosen in their addresses, the goals that it leaves out left out."""
    kept = {
        "area": choice.area,
        "year": str(choice.year or ""),
        "gender": "" if choice.gender == "T" else choice.gender,
    }
    found = overview(data, area=choice.area, year=choice.year, gender=choice.gender)
    goals = {row.goal.goal for row in found.rows}
    return tuple(
        View(one.item, agenda.to(one.path, {**one.query, **kept}), one.heading, one.notes)
        for one in views
        if one.path != agenda.GOAL or one.query["goal"] in goals
    )
