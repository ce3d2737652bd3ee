"""An action made of a question or a decision on a meeting's page: what is done, who answers for it, by when."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from lib.imports.edits import new_code
from lib.imports.sheets.values import usual
from lib.meetings import agenda
from lib.meetings.agenda import LONGEST_HEADING, LONGEST_TEXT
from lib.store.store import Revision
from lib.tables.model import GoalAction, Meeting, Question
from lib.tables.records import Record
from lib.ui.meeting.saving import CannotSaveError, save
from lib.views.board import BoardData
from lib.words.language import _

MOST_ACTIONS = 2000


def make(data: BoardData, meeting: Meeting, questions: Sequence[Question]) -> None:
    """The form of an action that the question which the address names leads to."""
    code = st.query_params.get("action", "")
    row = next((row for row in questions if row.question == code), None)
    if row is None:
        return
    about = [goal for goal in agenda.about(data, row.address) if goal in data.goals]
    goals = {goal: f"{data.goals[goal].number} {data.goals[goal].title}".strip() for goal in [*about, *data.goals]}
    if not goals:
        st.info(_("The board has no goal that an action could be for."))
        return
    with st.form(f"action-{code}"):
        st.write(_("An action of what was asked or decided. It is shown with the goal until it is done."))
        given: Record = {
            "text": st.text_input(_("What is done"), max_chars=LONGEST_HEADING),
            "goal": st.selectbox(_("Goal"), list(goals), format_func=lambda one: goals[one]),
            "responsible": st.text_input(_("Responsible (a role)"), max_chars=LONGEST_HEADING),
            "due": st.date_input(_("Due"), None, format="YYYY-MM-DD"),
            "decision": st.text_area(_("Decision"), row.decision, max_chars=LONGEST_TEXT),
            "paragraph": st.text_input(_("Paragraph"), max_chars=LONGEST_HEADING, placeholder="§ 112"),
            **_effect(data, about),
        }
        sent = st.form_submit_button(_("Save the action"), type="primary")
    if sent:
        _send(meeting, given)


def _effect(data: BoardData, goals: Sequence[str]) -> Record:
    """The indicator that is expected to change, those of the goals first, and how."""
    own = [code for goal in goals for code in data.goal_indicators.get(goal, ())]
    codes = dict.fromkeys(["", *own, *data.indicators])
    names = {code: data.indicators[code].name if code else "–" for code in codes if not code or code in data.indicators}
    return {
        "indicator": st.selectbox(_("Expected to change"), list(names), format_func=lambda one: names[one]),
        "effect": st.text_input(_("Expected effect"), max_chars=LONGEST_HEADING),
    }


def _send(meeting: Meeting, given: Record) -> None:
    texts = {
        name: agenda.written(text, LONGEST_TEXT) if isinstance(text, str) else text for name, text in given.items()
    }
    if texts["text"]:
        save(GoalAction, meeting.board, meeting.meeting, partial(_added, meeting, texts), "action", "action")
    else:
        st.error(_("Write what is done first."))


def _added(meeting: Meeting, given: Record, rows: list[GoalAction]) -> Revision:
    if len(rows) >= MOST_ACTIONS:
        raise CannotSaveError(_("The board has as many actions as it can have."))
    record = usual(GoalAction, {"board": meeting.board, "meeting": meeting.meeting, **given})
    record["action"] = new_code(GoalAction, record, {row.action for row in rows})
    return [record], []
