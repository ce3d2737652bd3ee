"""Saving the texts of a meeting: each change a batch of its own, seen at the next run of every session."""

import getpass
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

import streamlit as st

from lib.meetings import agenda, live
from lib.meetings.agenda import View
from lib.meetings.live import Presentation
from lib.site import PAGES
from lib.store.access import Forbidden
from lib.store.batches import BatchInfo
from lib.store.store import Revision, StoreError
from lib.tables.base import Row
from lib.tables.model import Meeting, Question
from lib.tables.records import Record
from lib.views.board import BoardData
from lib.web import decks, memory
from lib.words.language import N_, _

R = TypeVar("R", bound=Row)


# What is changed, as the history says it.
NOTES = {
    "agenda": N_("Agenda"),
    "question": N_("Question"),
    "meeting": N_("Meeting"),
    "point": N_("Agenda"),
    "texts": N_("Texts of papers"),
    "action": N_("Actions"),
    "remark": N_("Comments before the meeting"),
}


class CannotSaveError(Exception):
    """The change no longer fits the stored rows; the message is a sentence for the user."""


def save(
    table: type[R],
    board: str,
    meeting: str,
    change: Callable[[list[R]], Revision],
    note: str,
    *done: str,
) -> None:
    """Write a batch about a meeting, inform its presenters, drop these parameters of the address, run the page again.

    `change` gives the rows to put and to withdraw, from the board's rows as they are while nobody else can write.
    """
    try:
        written = memory.store().revise(table, board, change, BatchInfo("edit", _who(), note=_(NOTES[note])))
    except (CannotSaveError, Forbidden, StoreError) as error:
        st.error(str(error))
        return
    inform = Presentation.add_question if table is Question and written.new else Presentation.add_edit
    for presentation in live.of_meeting(board, meeting):
        inform(presentation)
    for name in done:
        st.query_params.pop(name, None)
    st.rerun()


def settle(meeting: Meeting, **days: date | None) -> None:
    """Write that the meeting's figures are locked, or its papers ready to be sent."""
    record = _record(meeting) | days
    save(Meeting, meeting.board, meeting.meeting, lambda _rows: ([record], []), "meeting")


def _record(meeting: Meeting) -> Record:
    return {
        "board": meeting.board,
        "meeting": meeting.meeting,
        "date": meeting.date,
        "title": meeting.title,
        "frozen": meeting.frozen,
        "note": meeting.note,
        "sent": meeting.sent,
    }


def _who() -> str:
    """Whoever is at the machine, as written when something was saved; who is signed in signs in any case."""
    return str(st.session_state.get("data-name", "")) or getpass.getuser()


def address_of(name: str) -> str:
    """The view that a parameter of the address names; '' where there is none, reported if it leads nowhere."""
    given = st.query_params.get(name, "")
    address = agenda.clean(given, (page.path for page in PAGES)) if given else ""
    if given and not address:
        st.warning(_("The address leads to no view and was left out."))
    return address


def heading_of(data: BoardData, meeting: Meeting, address: str) -> str:
    """The heading of a view without one of its own."""
    key = replace(decks.deck_key(data.code, meeting), points=(View("p1", address),))
    return decks.deck_of(key).slides[0].heading
