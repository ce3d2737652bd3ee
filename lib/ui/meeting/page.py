"""The page of a meeting: which meeting, its agenda, its presentation, the questions to it, the data it sees."""

from collections.abc import Collection
from datetime import date

import streamlit as st

from lib.meetings import agenda, live
from lib.meetings.agenda import LONGEST_HEADING
from lib.site import PRESENTER, PROJECTOR, href
from lib.store.store import Revision
from lib.tables.model import Meeting
from lib.tables.records import Record
from lib.ui import choices
from lib.ui.choices import plain
from lib.ui.meeting import agenda as agenda_forms
from lib.ui.meeting import questions
from lib.ui.meeting.saving import heading_of, save
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.web import decks, memory
from lib.web.pages import meeting as meeting_html
from lib.words.language import DEFAULT_LANGUAGE, _, day_name, language


def draw(data: BoardData, choice: Choice) -> None:
    """The whole page."""
    data = memory.board(data.code)  # the agenda and the questions are those of now, whatever is shown
    st.html(meeting_html.head(data))
    meetings = agenda.newest(data.meetings)
    meeting = _pick(meetings)
    choices.report_dropped()
    if meeting is None:
        st.info(_("The board has no meeting yet. Create one first."))
        _new_meeting(data)
        return
    deck = decks.deck(data.code, meeting)
    agenda_forms.add(data, meeting)
    questions.ask(data, meeting, deck)
    _present(data, meeting)
    st.subheader(_("Agenda"), anchor=False)
    agenda_forms.change(data, meeting, deck, choice)
    st.html(meeting_html.points(deck, choice) + meeting_html.papers_link(meeting, choice))
    agenda_forms.remake(data, meeting, deck)
    st.subheader(_("Questions"), anchor=False)
    rows = [question for question in memory.questions(data.code) if question.meeting == meeting.meeting]
    headings = {slide.view.address: slide.heading for slide in deck.slides}
    elsewhere = {question.address for question in rows} - headings.keys()
    headings |= {address: heading_of(data, meeting, address) for address in elsewhere}
    questions.answer(rows)
    st.html(meeting_html.questions(rows, headings, meeting.meeting, choice))
    st.subheader(_("Figures of the meeting"), anchor=False)
    _freeze(meeting)
    _new_meeting(data)


def _pick(meetings: tuple[Meeting, ...]) -> Meeting | None:
    if not meetings:
        return None
    names = {meeting.meeting: meeting_html.meeting_name(meeting) for meeting in meetings}
    code = choices.pick(_("Meeting"), "meeting", names, _next(meetings).meeting)
    return next(meeting for meeting in meetings if meeting.meeting == code)


def _next(meetings: tuple[Meeting, ...]) -> Meeting:
    """The next meeting; the last one held where none is to come."""
    coming = [meeting for meeting in meetings if meeting.date >= memory.today()]
    return coming[-1] if coming else meetings[0]


def _present(data: BoardData, meeting: Meeting) -> None:
    """The button that starts a presentation, and the addresses of those under way."""
    query = {
        "board": data.code,
        "meeting": meeting.meeting,
        "lang": "" if language() == DEFAULT_LANGUAGE else language(),
    }
    own = st.session_state.get(f"live-{data.code}-{meeting.meeting}", "")
    presentation = live.find(own)
    if presentation is None:
        left, right, _rest = st.columns([1, 1, 2])
        if left.button(_("Start presenting"), type="primary"):
            begun = live.start(data.code, meeting.meeting, language())
            st.session_state[f"live-{data.code}-{meeting.meeting}"] = begun.code
            st.rerun()
        right.link_button(_("Show on the projector only"), href(PROJECTOR, query))
    else:
        key = query | {"code": presentation.code, "key": presentation.key}
        left, middle, right, _rest = st.columns([1, 1, 1, 1])
        left.link_button(_("Open on the projector"), href(PROJECTOR, key), type="primary")
        middle.link_button(_("Open the presenter’s screen"), href(PRESENTER, key))
        if right.button(_("End the presentation")):
            live.end(presentation.code)
            st.rerun()
    if presentations := live.of_meeting(data.code, meeting.meeting):
        st.html(meeting_html.going_on(presentations, st.context.headers.get("host", "")))


def _freeze(meeting: Meeting) -> None:
    """Settle the data version that the meeting sees."""
    if meeting.frozen:
        text = _("The meeting shows the figures as they were on {day}.").format(day=day_name(meeting.frozen))
        st.write(text)
        return
    st.write(_("The meeting shows the figures as they are now. Locked, it always shows the figures of today."))
    if st.button(_("Lock the figures to the meeting")):
        record = _record(meeting) | {"frozen": memory.today()}
        save(Meeting, meeting.board, meeting.meeting, lambda _rows: ([record], []), "meeting")


def _record(meeting: Meeting) -> Record:
    return {
        "board": meeting.board,
        "meeting": meeting.meeting,
        "date": meeting.date,
        "title": meeting.title,
        "frozen": meeting.frozen,
        "note": meeting.note,
    }


def _new_meeting(data: BoardData) -> None:
    """Make a meeting; its day is its code."""
    with st.form("meeting", clear_on_submit=True):
        day = st.text_input(_("Date of the meeting"), placeholder=memory.today().isoformat(), max_chars=10)
        title = st.text_input(_("Title"), max_chars=LONGEST_HEADING)
        if not st.form_submit_button(_("Create the meeting")):
            return
    try:
        held = date.fromisoformat(day.strip())
    except ValueError:
        st.error(_("“{value}” is not a date. Write it as 2016-12-31.").format(value=plain(day)))
        return
    blank = {"board": data.code, "date": held, "frozen": None, "note": ""}
    blank["title"] = agenda.written(title, LONGEST_HEADING)

    def made(rows: list[Meeting]) -> Revision:
        code = _free_code(day.strip(), {row.meeting for row in rows})
        st.query_params["meeting"] = code
        return [blank | {"meeting": code}], []

    save(Meeting, data.code, "", made, "meeting")


def _free_code(day: str, taken: Collection[str]) -> str:
    """The day, or the day with the first number that no other meeting of the day has."""
    return next(code for code in (day, *(f"{day}-{n}" for n in range(2, 1000))) if code not in taken)
