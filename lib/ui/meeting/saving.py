"""Writing what is said of a meeting: a batch of its own for each change, seen at the next run of every session."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import streamlit as st

from lib.meetings import agenda, live
from lib.meetings.agenda import View
from lib.site import PAGES
from lib.store.batches import BatchInfo
from lib.store.store import StoreError
from lib.tables.base import Row
from lib.tables.model import Meeting
from lib.tables.records import Record
from lib.views.board import BoardData
from lib.web import decks, memory
from lib.words.language import _

WHO = "malbild"


_one_at_a_time = threading.RLock()


@contextmanager
def alone() -> Iterator[None]:
    """Where what is to be written follows from what there is (the points, the codes that are taken): that is read anew
    within this, and nobody else writes meanwhile.
    """
    with _one_at_a_time:
        memory.look()
        yield


def save(table: type[Row], put: Iterable[Record], gone: Iterable[Record], note: str, *done: str) -> None:
    """Write a batch, tell those who present, let go of what was asked for in the address, run the page anew."""
    new, old = list(put), list(gone)
    try:
        memory.store().edit(table, new, old, BatchInfo("edit", WHO, note=note))
    except StoreError as error:
        st.error(str(error))
        return
    for board, meeting in {(str(row["board"]), str(row["meeting"])) for row in [*new, *old]}:
        for one in live.of_meeting(board, meeting):
            one.ask()
    for name in done:
        st.query_params.pop(name, None)
    st.rerun()


def address_of(name: str) -> str:
    """The view that a parameter of the address names; '' where there is none, which is told if it is none of ours."""
    asked = st.query_params.get(name, "")
    address = agenda.clean(asked, (page.path for page in PAGES)) if asked else ""
    if asked and not address:
        st.warning(_("The address leads to no view and was left out."))
    return address


def heading_of(data: BoardData, meeting: Meeting, address: str) -> str:
    """What a view is called when it is given no heading."""
    one = replace(decks.which(data.code, meeting), points=(View("p1", address),))
    return decks.deck_of(one).slides[0].heading
