"""The page of a meeting: which meeting, its agenda, its presentation, the questions to it, the data it sees."""

from collections.abc import Collection, Sequence

import streamlit as st

from lib.meetings import agenda, live
from lib.meetings.agenda import LONGEST_HEADING
from lib.meetings.live import Presentation
from lib.meetings.slide import Deck
from lib.site import PRESENTER, PROJECTOR, href
from lib.store.access import Right, access, require
from lib.store.store import Revision
from lib.tables.model import Meeting, MeetingText, Question
from lib.ui import choices
from lib.ui.meeting import actions, questions
from lib.ui.meeting import agenda as agenda_forms
from lib.ui.meeting import remarks as remark_forms
from lib.ui.meeting.saving import heading_of, save, settle
from lib.views import remarks
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.web import decks, memory
from lib.web.pages import meeting as meeting_html
from lib.words.language import DEFAULT_LANGUAGE, _, language

LOOP = "20"  # seconds a slide


def draw(data: BoardData, choice: Choice) -> None:
    """The whole page: the agenda and the questions, beside them the meeting; what writes only while editing."""
    data = memory.board(data.code)  # the agenda and the questions are those of now, whatever is shown
    may, is_editing = access(data.code), choices.address().is_editing
    meetings = agenda.newest(data.meetings)
    first = _next(meetings).meeting if meetings else ""
    code = choices.code_of(_("Meeting"), "meeting", {meeting.meeting: "" for meeting in meetings}, first)
    meeting = next((meeting for meeting in meetings if meeting.meeting == code), None)
    st.html(meeting_html.head(data, meetings, meeting, first, choice))
    choices.report_dropped()
    query = st.query_params.to_dict()
    if not is_editing and query.keys() & set(meeting_html.WRITES):
        st.html(meeting_html.to_edit(query))
    if meeting is None:
        st.info(_("The board has no meeting yet. Create one first."))
    else:
        _meeting(data, meeting, choice, is_editing=is_editing)
    if (is_editing or meeting is None) and may.may(Right.MEET):
        with st.expander(_("New meeting"), expanded=meeting is None):
            _new_meeting(data)


def _meeting(data: BoardData, meeting: Meeting, choice: Choice, *, is_editing: bool) -> None:
    """The meeting: to the left what is gone through, to the right what there is to prepare."""
    deck = decks.deck(data.code, meeting)
    rows = [question for question in memory.questions(data.code) if question.meeting == meeting.meeting]
    may = access(data.code)
    is_changing = is_editing and may.may(Right.MEET)
    left, right = st.columns([62, 36], gap="large")
    with left:
        if is_changing:
            agenda_forms.add(data, meeting)
        if is_editing and may.may(Right.ASK):
            questions.ask(data, meeting, deck)
        agenda_forms.listed(data, meeting, deck, rows, choice, is_editing=is_changing)
        if is_changing:
            agenda_forms.remake(data, meeting, deck)
            questions.answer(rows)
            actions.make(data, meeting, rows)
        st.html(meeting_html.questions(rows, _headings(data, meeting, deck, rows), meeting.meeting, choice))
        listed = remarks.remarks(data, memory.store().rows(MeetingText, data.code), meeting.meeting)
        if is_editing:
            remark_forms.write(meeting, listed)
        if told := meeting_html.remarks(meeting, listed, choice, is_editing=is_editing):
            st.html(told)
    with right, st.container(border=True, key="mb-panel"):
        st.html(meeting_html.panel(meeting, deck.slides, len(rows), choice))
        if may.may(Right.PRESENT):
            _present(data, meeting)
        _followed(data, meeting)
        if is_changing:
            _freeze(meeting)


def _headings(data: BoardData, meeting: Meeting, deck: Deck, rows: Sequence[Question]) -> dict[str, str]:
    """The headings of the views that were asked about, also of those that are not on the agenda."""
    headings = {slide.view.address: slide.heading for slide in deck.slides}
    elsewhere = {question.address for question in rows} - headings.keys()
    return headings | {address: heading_of(data, meeting, address) for address in elsewhere}


def _next(meetings: tuple[Meeting, ...]) -> Meeting:
    """The next meeting; the last one held where none is to come."""
    coming = [meeting for meeting in meetings if meeting.date >= memory.today()]
    return coming[-1] if coming else meetings[0]


def _present(data: BoardData, meeting: Meeting) -> None:
    """The button that starts a presentation, and the addresses of one's own."""
    query = {
        "board": data.code,
        "meeting": meeting.meeting,
        "lang": "" if language() == DEFAULT_LANGUAGE else language(),
    }
    own = st.session_state.get(f"live-{data.code}-{meeting.meeting}", "")
    presentation = live.find(own)
    if presentation is None:
        if st.button(_("Start presenting"), type="primary", width="stretch"):
            begun = _begun(data.code, meeting.meeting)
            if begun is None:
                return
            st.session_state[f"live-{data.code}-{meeting.meeting}"] = begun.code
            st.rerun()
        st.link_button(_("Show on the projector only"), href(PROJECTOR, query), width="stretch")
        st.link_button(_("Show in a loop, for a hall"), href(PROJECTOR, query | {"slinga": LOOP}), width="stretch")
    else:
        steered = query | {"code": presentation.code}
        st.link_button(_("Open on the projector"), href(PROJECTOR, steered), type="primary", width="stretch")
        st.link_button(_("Open the presenter’s screen"), href(PRESENTER, steered), width="stretch")
        if st.button(_("End the presentation"), width="stretch"):
            live.end(presentation.code)
            memory.store().people.note("presented", data.code, _("ended: {meeting}").format(meeting=meeting.meeting))
            st.rerun()


def _begun(board: str, meeting: str) -> Presentation | None:
    """A presentation, or a sentence where there are too many."""
    require(board, Right.PRESENT)
    try:
        begun = live.start(board, meeting, language())
    except live.TooManyError:
        st.error(_("Too many meetings are being presented right now. Try again in a moment."))
        return None
    memory.store().people.note("presented", board, _("begun: {meeting}").format(meeting=meeting))
    return begun


def _followed(data: BoardData, meeting: Meeting) -> None:
    """Where the presentations that go on are followed."""
    if presentations := live.of_meeting(data.code, meeting.meeting):
        st.html(meeting_html.going_on(presentations, st.context.headers.get("host", "")))


def _freeze(meeting: Meeting) -> None:
    """Settle the data version that the meeting sees, once."""
    if meeting.frozen:
        return
    st.write(_("The meeting shows the figures as they are now. Locked, it always shows the figures of today."))
    if st.button(_("Lock the figures to the meeting")):
        settle(meeting, frozen=memory.today())


def _new_meeting(data: BoardData) -> None:
    """Make a meeting; its day is its code."""
    with st.form("meeting", clear_on_submit=True, border=False):
        held = st.date_input(_("Date of the meeting"), None, format="YYYY-MM-DD", key="meeting-day")
        title = st.text_input(_("Title"), max_chars=LONGEST_HEADING)
        if not st.form_submit_button(_("Create the meeting"), type="primary"):
            return
    if held is None:
        st.error(_("Choose the date of the meeting first."))
        return
    blank = {"board": data.code, "date": held, "frozen": None, "note": "", "sent": None}
    blank["title"] = agenda.written(title, LONGEST_HEADING)

    def made(rows: list[Meeting]) -> Revision:
        code = _free_code(held.isoformat(), {row.meeting for row in rows})
        st.query_params["meeting"] = code
        return [blank | {"meeting": code}], []

    save(Meeting, data.code, "", made, "meeting")


def _free_code(day: str, taken: Collection[str]) -> str:
    """The day, or the day with the first number that no other meeting of the day has."""
    return next(code for code in (day, *(f"{day}-{n}" for n in range(2, 1000))) if code not in taken)
