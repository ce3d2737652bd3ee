"""The questions on a meeting's page: a member asks, the presenter answers and notes what was decided."""

import streamlit as st

from lib.meetings import agenda
from lib.meetings.agenda import LONGEST_TEXT
from lib.meetings.slide import Deck
from lib.tables.model import Meeting, Question
from lib.ui.choices import plain
from lib.ui.meeting.saving import address_of, alone, heading_of, save
from lib.views.board import BoardData
from lib.web import memory
from lib.words.language import _

MOST_QUESTIONS = 300


def ask(data: BoardData, meeting: Meeting, deck: Deck) -> None:
    """Leave a question at the view that the address brings."""
    address = address_of("ask")
    if not address:
        return
    about = {one.view.address: one.heading for one in deck.slides}.get(address) or heading_of(data, meeting, address)
    with st.form("ask", clear_on_submit=True):
        st.write(_("Your question is seen by the presenter and by everyone who reads about the goal."))
        text = st.text_area(_("Question about: {what}").format(what=plain(about)), max_chars=LONGEST_TEXT)
        sent = st.form_submit_button(_("Send the question"), type="primary")
    if sent:
        _send(data, meeting, address, agenda.written(text, LONGEST_TEXT))


def _send(data: BoardData, meeting: Meeting, address: str, text: str) -> None:
    if not text:
        st.error(_("Write a question first."))
        return
    with alone():
        asked = [one for one in memory.questions(data.code) if one.meeting == meeting.meeting]
        if len(asked) >= MOST_QUESTIONS:
            st.error(_("The meeting has as many questions as it can have."))
            return
        record = {
            "board": data.code,
            "meeting": meeting.meeting,
            "question": agenda.next_code((one.question for one in asked), "f"),
            "address": address,
            "text": text,
            "asked": memory.today(),
            "answer": "",
            "decision": "",
        }
        save(Question, [record], (), "question", "ask")


def answer(asked: list[Question]) -> None:
    """Answer the question that the address names, or withdraw it."""
    code = st.query_params.get("question", "")
    one = next((one for one in asked if one.question == code), None)
    if one is None:
        return
    record = {
        "board": one.board,
        "meeting": one.meeting,
        "question": one.question,
        "address": one.address,
        "text": one.text,
        "asked": one.asked,
    }
    with st.form(f"question-{code}"):
        answer = st.text_area(_("Answer"), one.answer, max_chars=LONGEST_TEXT)
        decision = st.text_area(_("Decision"), one.decision, max_chars=LONGEST_TEXT)
        if st.form_submit_button(_("Save"), type="primary"):
            texts = {"answer": agenda.written(answer, LONGEST_TEXT), "decision": agenda.written(decision, LONGEST_TEXT)}
            save(Question, [record | texts], (), "question", "question")
    if st.button(_("Remove the question")):
        save(Question, (), [record], "question", "question")
