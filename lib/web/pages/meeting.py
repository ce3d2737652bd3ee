"""A meeting's agenda and questions as HTML. All that users wrote is text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lib.meetings.agenda import belongs
from lib.meetings.live import Presentation
from lib.meetings.slide import Deck, Slide
from lib.site import DOCUMENTS, FOLLOWER, GOAL, MEETING, href
from lib.store.access import Right, access
from lib.tables.model import Meeting, Question
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.remarks import GoalRemark
from lib.web import downloads
from lib.web.choices import choices
from lib.web.render import render
from lib.words.language import _, day_name, ngettext

# The parameters of an address that open something to write in.
WRITES = ("add", "ask", "point", "question", "action", "remark")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: where and when it was asked, the answer, what was decided, and where to answer and to act on it."""

    about: str
    day: str
    text: str
    answer: str
    decision: str
    change: str = ""
    act: str = ""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A point of the agenda: its view, the presenter's notes, its questions, and where to change it."""

    place: int
    heading: str
    address: str
    filters: str
    notes: str
    asked: str
    decisions: tuple[str, ...]
    change: str
    ask: str
    is_open: bool
    minutes: str = ""


def head(data: BoardData, meetings: Sequence[Meeting], meeting: Meeting | None, first: str, choice: Choice) -> str:
    """The title of the page and which meeting it is about; `first` is the meeting that the page opens with."""
    names = {row.meeting: meeting_name(row) for row in meetings}
    box = choices(MEETING, _kept(choice), _("Meeting"), "meeting", names, meeting.meeting, first) if meeting else None
    return render("page_head", heading=_("Meeting"), board=data.board.name, box=box)


def points(
    data: BoardData, deck: Deck, questions: Sequence[Question], choice: Choice, item: str = ""
) -> tuple[AgendaEntry, ...]:
    """The points of the agenda; `item` is the one that is being changed."""
    return tuple(
        _point(place, slide, [row for row in questions if belongs(data, row.address, slide.view.address)], deck, choice)
        if slide.view.item != item
        else _opened(place, slide, deck, choice)
        for place, slide in enumerate(deck.slides, start=1)
    )


def _point(place: int, slide: Slide, questions: Sequence[Question], deck: Deck, choice: Choice) -> AgendaEntry:
    count, may = len(questions), access(choice.board)
    return AgendaEntry(
        place=place,
        heading=slide.heading,
        address=slide.address,
        filters=_filters(slide),
        notes=slide.view.notes,
        asked=ngettext("{n} question", "{n} questions", count).format(n=count) if count else "",
        decisions=tuple(row.decision for row in questions if row.decision),
        change=_here(deck.meeting, choice, point=slide.view.item) if may.may(Right.MEET) else "",
        ask=_here(deck.meeting, choice, ask=slide.view.address) if may.may(Right.ASK) else "",
        is_open=False,
        minutes=_minutes(slide.view.minutes or 0),
    )


def _minutes(number: int) -> str:
    return ngettext("{n} minute", "{n} minutes", number).format(n=number) if number else ""


def _opened(place: int, slide: Slide, deck: Deck, choice: Choice) -> AgendaEntry:
    """The point above its form, which has its notes."""
    return AgendaEntry(
        place, slide.heading, slide.address, _filters(slide), "", "", (), _here(deck.meeting, choice), "", is_open=True
    )


def agenda(rows: Sequence[AgendaEntry]) -> str:
    """Points of the agenda in a row, numbered by their places."""
    return render("agenda", points=rows)


def _filters(slide: Slide) -> str:
    """The filters of a view; those of a goal also say where it belongs, which its heading says here."""
    return "" if slide.view.path == GOAL and set(slide.view.query) <= {"goal"} else slide.above


def panel(meeting: Meeting, slides: Sequence[Slide], asked: int, choice: Choice) -> str:
    """The meeting in facts: its day, its figures, its papers, and how much was asked."""
    day = day_name(meeting.frozen) if meeting.frozen else ""
    return render(
        "meeting_panel",
        meeting=meeting,
        day=day_name(meeting.date),
        figures=_("as they were on {day}").format(day=day) if day else _("as they are now"),
        points=len(slides),
        minutes=_minutes(sum(slide.view.minutes or 0 for slide in slides)),
        asked=asked,
        papers=href(DOCUMENTS, choice.query(asof="", meeting=meeting.meeting)),
        slides=href(downloads.SLIDES, choice.query(asof="", meeting=meeting.meeting)) if slides else "",
    )


def to_edit(query: Mapping[str, str]) -> str:
    """The note where the address opens something to write in, but the page is read."""
    return render("to_edit", address=href(MEETING, {**query, "edit": "1"}))


def _here(meeting: str, choice: Choice, **more: str) -> str:
    return href(MEETING, choice.query(asof="", meeting=meeting, edit="1", **more))


def _kept(choice: Choice) -> dict[str, str]:
    return {name: value for name, value in choice.query().items() if name in {"board", "lang"}}


def going_on(presentations: Sequence[Presentation], host: str) -> str:
    """The addresses at which the current presentations are followed, short enough to type."""
    addresses = [f"{FOLLOWER}{presentation.code}" for presentation in presentations]
    return render("going_on", host=host, addresses=addresses)


def questions(rows: Sequence[Question], headings: Mapping[str, str], meeting: str, choice: Choice) -> str:
    """A meeting's questions, each with its subject and a link to answer it."""
    return render(
        "questions",
        asked=[
            Asked(
                headings[row.address],
                day_name(row.asked),
                row.text,
                row.answer,
                row.decision,
                *_ways(row, choice),
            )
            for row in rows
        ],
    )


def _ways(row: Question, choice: Choice) -> tuple[str, str]:
    """Where a question is answered, and where an action is made of it, for one who may."""
    if not access(row.board).may(Right.MEET):
        return "", ""
    return _here(row.meeting, choice, question=row.question), _here(row.meeting, choice, action=row.question)


def remarks(meeting: Meeting, listed: Sequence[GoalRemark], choice: Choice, *, is_editing: bool) -> str:
    """The comments and risks before a meeting; for one who writes also who is still to write about what."""
    lacking = sum(one.is_lacking for one in listed)
    count = ngettext("{n} goal lacks a comment", "{n} goals lack a comment", lacking).format(n=lacking)
    return render(
        "remarks",
        listed=[
            (one, "" if meeting.sent or not one.is_own else _here(meeting.meeting, choice, remark=one.goal))
            for one in listed
            if is_editing or not one.is_lacking
        ],
        lacking=count if lacking and not meeting.sent else "",
        sent=day_name(meeting.sent) if meeting.sent else "",
    )


def meeting_name(meeting: Meeting) -> str:
    """A meeting as a choice: its day and title."""
    return _("{day}: {title}").format(day=meeting.date.isoformat(), title=meeting.title)
