"""The texts of a meeting's papers, written where the papers are made: of the letter, and of each goal that is not met.

Each saving is a batch, which can be undone. Papers that are ready to be sent have their texts and figures locked.
"""

from collections.abc import Mapping

import streamlit as st

from lib.documents.letter import Texts, texts_of
from lib.documents.report import Report
from lib.meetings.agenda import LONGEST_TEXT, written
from lib.store.store import Revision
from lib.tables.model import GOAL_PARTS, LETTER_PARTS, Meeting, MeetingText
from lib.ui import choices
from lib.ui.meeting.saving import CannotSaveError, save, settle
from lib.web import memory
from lib.words.language import N_, _, day_name

TITLES = {
    "reference": N_("Reference number"),
    "officer": N_("Officer"),
    "recipient": N_("To"),
    "proposal": N_("Proposal for decision (a line each)"),
    "summary": N_("Summary"),
    "children": N_("Children's perspective"),
    "equality": N_("Equality"),
    "economy": N_("Economy"),
    "basis": N_("Founded on (a line each)"),
    "comment": N_("Comment"),
    "risk": N_("Risk"),
    "action": N_("Action"),
    "responsible": N_("Responsible"),
    "due": N_("Due"),
}
_LINES = frozenset({"reference", "officer", "recipient", "responsible", "due"})


def drafts(meeting: Meeting, report: Report) -> None:
    """The forms, or that the papers are locked; and the button that locks them or opens them again."""
    if meeting.sent:
        choices.line(
            _("The papers were ready to be sent on {day}: text and figures are locked.").format(
                day=day_name(meeting.sent)
            )
        )
        if st.button(_("Open the texts again")):
            settle(meeting, sent=None)
        return
    texts = texts_of(memory.store().rows(MeetingText, meeting.board), meeting.meeting)
    with st.expander(_("Texts of the papers")), st.form("paper-texts", border=False):
        st.write(_("What you leave empty is written by Målbild. Your texts stand in Word and HTML."))
        given = {(part, ""): _field(part, "", texts, _ours(part, report)) for part in LETTER_PARTS}
        for deviation in report.letter.deviations:
            st.markdown(f"**{choices.plain(deviation.title)}**")
            hints = {"comment": deviation.comment}
            given |= {
                (part, deviation.goal): _field(part, deviation.goal, texts, hints.get(part, "")) for part in GOAL_PARTS
            }
        if st.form_submit_button(_("Save the texts"), type="primary"):
            _save(meeting, given)
    st.write(_("When the papers are ready to be sent, text and figures are locked to the meeting."))
    if st.button(_("Ready to be sent")):
        settle(meeting, sent=memory.today(), frozen=meeting.frozen or memory.today())


def _ours(part: str, report: Report) -> str:
    """What stands in a part if nothing is written there, to begin from."""
    letter = report.letter
    texts = {"proposal": letter.proposal, "summary": letter.summary}.get(part, ())
    return "\n".join(texts)


def _field(part: str, goal: str, texts: Texts, ours: str) -> str:
    own, key = texts.get((part, goal), ""), f"text-{part}-{goal}"
    title = _(TITLES[part])
    if part in _LINES:
        return st.text_input(title, own, max_chars=200, key=key)
    return st.text_area(title, own, max_chars=LONGEST_TEXT, key=key, placeholder=ours[:300], height=90)


def _save(meeting: Meeting, given: Mapping[tuple[str, str], str]) -> None:
    def revised(rows: list[MeetingText]) -> Revision:
        locked = next(
            (one.sent for one in memory.board(meeting.board).meetings if one.meeting == meeting.meeting), None
        )
        if locked:
            raise CannotSaveError(_("The papers have been made ready to be sent meanwhile, so nothing was saved."))
        before = texts_of(rows, meeting.meeting)
        base = {"board": meeting.board, "meeting": meeting.meeting}
        put, gone = [], []
        for (part, goal), text in given.items():
            clean, old = written(text, LONGEST_TEXT), before.get((part, goal), "")
            record = {**base, "part": part, "goal": goal, "text": clean or old}
            if clean and clean != old:
                put.append(record)
            elif old and not clean:
                gone.append(record)
        return put, gone

    save(MeetingText, meeting.board, meeting.meeting, revised, "texts")
