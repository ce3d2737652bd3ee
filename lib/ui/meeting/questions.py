"""The questions on a meeting's page: a member asks, the presenter answers and notes the decision."""

from functools import partial

import streamlit as st

from lib.meetings import agenda
from lib.meetings.agenda import LONGEST_TEXT
from lib.meetings.slide import Deck
from lib.store.store import Revision
from lib.tables.model import Meeting, Question
from lib.tables.records import Record
from lib.ui.choices import plain
from lib.ui.meeting.saving import CannotSaveError, address_of, heading_of, save
from lib.views.board import BoardData
from lib.web import memory
from lib.words.language import _

MOST_QUESTIONS = 300


def ask(data: BoardData, meeting: Meeting, deck: Deck) -> None:
    """Leave a question at the view that the address brings."""
    address = address_of("ask")
    if not address:
        return
    about = {slide.view.address: slide.heading for slide in deck.slides}.get(address) or heading_of(
        data, meeting, address
    )
    with st.form("ask", clear_on_submit=True):
        st.write(_("Your question is seen by the presenter and by everyone who reads about the goal."))
        text = st.text_area(_("Question about: {what}").format(what=plain(about)), max_chars=LONGEST_TEXT)
        sent = st.form_submit_button(_("Send the question"), type="primary")
    if sent:
        _send(meeting, address, agenda.written(text, LONGEST_TEXT))


def _send(meeting: Meeting, address: str, text: str) -> None:
    if text:
        save(Question, meeting.board, meeting.meeting, partial(_added, meeting, address, text), "question", "ask")
    else:
        st.error(_("Write a question first."))


def _added(meeting: Meeting, address: str, text: str, rows: list[Question]) -> Revision:
    codes = [row.question for row in rows if row.meeting == meeting.meeting]
    if len(codes) >= MOST_QUESTIONS:
        raise CannotSaveError(_("The meeting has as many questions as it can have."))
    record: Record = {
        "board": meeting.board,
        "meeting": meeting.meeting,
        "question": agenda.next_code(codes, "f"),
        "address": address,
        "text": text,
        "asked": memory.today(),
        "answer": "",
        "decision": "",
    }
    return [record], []


def answer(questions: list[Question]) -> None:
    """Answer the question that the address names, or withdraw it."""
    code = st.query_params.get("question", "")
    row = next((row for row in questions if row.question == code), None)
    if row is None:
        return
    record = {
        "board": row.board,
        "meeting": row.meeting,
        "question": row.question,
        "address": row.address,
        "text": row.text,
        "asked": row.asked,
    }
    with st.form(f"question-{code}"):
        answer = st.text_area(_("Answer"), row.answer, max_chars=LONGEST_TEXT)
        decision = st.text_area(_("Decision"), row.decision, max_chars=LONGEST_TEXT)
        if st.form_submit_button(_("Save"), type="primary"):
            texts = {"answer": agenda.written(answer, LONGEST_TEXT), "decision": agenda.written(decision, LONGEST_TEXT)}
            save(Question, row.board, row.meeting, lambda _rows: ([record | texts], []), "question", "question")
    if st.button(_("Remove the question")):
        save(Question, row.board, row.meeting, lambda _rows: ([], [record]), "question", "question")
