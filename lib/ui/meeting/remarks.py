"""Comments and risks before a meeting: whoever answers for a goal writes them, until the papers are sent."""

from functools import partial

import streamlit as st

from lib.meetings.agenda import LONGEST_TEXT, written
from lib.store.store import Revision
from lib.tables.model import Meeting, MeetingText
from lib.ui.choices import plain
from lib.ui.meeting.saving import save
from lib.views.remarks import COMMENT, RISK, GoalRemark
from lib.words.language import _


def write(meeting: Meeting, listed: tuple[GoalRemark, ...]) -> None:
    """The form of the goal that the address names, for one who may write about it before the papers are sent."""
    code = st.query_params.get("remark", "")
    about = next((one for one in listed if one.goal == code), None)
    if about is None or meeting.sent:
        return
    if not about.is_own:
        st.info(_("Comments on this goal are written by those who answer for it."))
        return
    with st.form(f"remark-{code}"):
        st.markdown(f"**{plain(about.title)}**")
        given = {
            COMMENT: st.text_area(_("Comment"), about.comment, max_chars=LONGEST_TEXT),
            RISK: st.text_area(_("Risk"), about.risk, max_chars=LONGEST_TEXT),
        }
        if st.form_submit_button(_("Save"), type="primary"):
            texts = {part: written(text, LONGEST_TEXT) for part, text in given.items()}
            save(
                MeetingText, meeting.board, meeting.meeting, partial(_revised, meeting, code, texts), "remark", "remark"
            )


def _revised(meeting: Meeting, goal: str, texts: dict[str, str], rows: list[MeetingText]) -> Revision:
    """What is written in the place of what stood there; what was emptied is withdrawn."""
    stood = {row.part: row.text for row in rows if (row.meeting, row.goal) == (meeting.meeting, goal)}
    of = {"board": meeting.board, "meeting": meeting.meeting, "goal": goal}
    put = [{**of, "part": part, "text": text} for part, text in texts.items() if text and text != stood.get(part)]
    gone = [{**of, "part": part, "text": stood[part]} for part, text in texts.items() if not text and part in stood]
    return put, gone
