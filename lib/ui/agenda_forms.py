"""A meeting's agenda on its page: points are added, changed, moved and removed, and made of what there is to tell."""

from collections.abc import Iterable

import streamlit as st

from lib import agenda
from lib.agenda import LONGEST_HEADING, LONGEST_TEXT, View
from lib.board import BoardData
from lib.chosen import ALL
from lib.model import AgendaItem, Meeting
from lib.slide import Deck
from lib.ui import decks, reading
from lib.ui.meeting_saving import address_of, heading_of, save
from lib.words import _

MOST_POINTS = 400


def add(data: BoardData, meeting: Meeting, deck: Deck) -> None:
    """Put the view that the address brings on the agenda."""
    address = address_of("add")
    if not address:
        return
    with st.form("add"):
        st.write(_("Add a view to the agenda of the meeting chosen above."))
        heading = st.text_input(_("Heading"), max_chars=LONGEST_HEADING, placeholder=heading_of(data, meeting, address))
        notes = st.text_area(_("Notes for the presenter"), max_chars=LONGEST_TEXT)
        if st.form_submit_button(_("Add to the meeting"), type="primary"):
            new = View("", address, agenda.written(heading, LONGEST_HEADING), agenda.written(notes, LONGEST_TEXT))
            points = [one.view for one in deck.slides]
            added = agenda.numbered([new], (one.item for one in points))
            if len(points) >= MOST_POINTS:
                st.error(_("The agenda is full."))
            else:
                save(AgendaItem, agenda.records(data.code, meeting.meeting, [*points, *added]), (), "agenda", "add")


def change(data: BoardData, meeting: Meeting, deck: Deck) -> None:
    """Change the point that the address names: its heading, notes and place; or remove it."""
    asked = st.query_params.get("point", "")
    points = [one.view for one in deck.slides]
    place = next((place for place, one in enumerate(points, start=1) if one.item == asked), 0)
    if not place:
        return
    one, own = points[place - 1], deck.slides[place - 1].heading
    with st.form(f"point-{asked}"):
        heading = st.text_input(_("Heading"), one.heading, max_chars=LONGEST_HEADING, placeholder=own)
        notes = st.text_area(_("Notes for the presenter"), one.notes, max_chars=LONGEST_TEXT)
        at = st.number_input(_("Place"), 1, len(points), place)
        if st.form_submit_button(_("Save"), type="primary"):
            new = View(
                one.item, one.address, agenda.written(heading, LONGEST_HEADING), agenda.written(notes, LONGEST_TEXT)
            )
            changed = [new if point.item == asked else point for point in points]
            _put(data, meeting, agenda.moved(changed, asked, int(at)), "point")
    up, down, remove, _rest = st.columns([1, 1, 1, 3])
    if up.button(_("Move up"), disabled=place == 1):
        _put(data, meeting, agenda.moved(points, asked, place - 1))
    if down.button(_("Move down"), disabled=place == len(points)):
        _put(data, meeting, agenda.moved(points, asked, place + 1))
    if remove.button(_("Remove the point")):
        left = [point for point in points if point.item != asked]
        gone = agenda.records(data.code, meeting.meeting, [one])
        save(AgendaItem, agenda.records(data.code, meeting.meeting, left), gone, "agenda", "point")


def _put(data: BoardData, meeting: Meeting, points: Iterable[View], *done: str) -> None:
    save(AgendaItem, agenda.records(data.code, meeting.meeting, list(points)), (), "agenda", *done)


def remake(data: BoardData, meeting: Meeting, deck: Deck) -> None:
    """Make the agenda from what there is to tell, in the place of the points there are."""
    label = _("Make the agenda anew") if deck.slides else _("Make an agenda")
    st.write(_("An agenda can be made of what there is to tell: overview, what changed, what is missed, each goal."))
    if st.button(label):
        shown = decks.which(data.code, meeting).view
        told = reading.told(data.code, shown, next(iter(reading.earlier(data.code, shown)), None), ALL)
        points = agenda.default(told.data, told.found, told.worsening)[:MOST_POINTS]
        old = agenda.records(data.code, meeting.meeting, [one.view for one in deck.slides])
        codes = {one.item for one in points}
        gone = [one for one in old if one["item"] not in codes]
        save(AgendaItem, agenda.records(data.code, meeting.meeting, points), gone, "agenda", "point")
