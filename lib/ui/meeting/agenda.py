"""A meeting's agenda on its page: points are added, changed, moved and removed, and made of what there is to tell."""

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from lib.meetings import agenda
from lib.meetings.agenda import LONGEST_HEADING, LONGEST_TEXT, View
from lib.meetings.slide import Deck
from lib.site import href
from lib.tables.model import AgendaItem, Meeting
from lib.ui.choices import plain
from lib.ui.meeting.saving import address_of, alone, heading_of, save
from lib.views.board import BoardData
from lib.views.choice import ALL, Choice
from lib.web import decks, memory
from lib.web.pages import parts
from lib.words.language import _

MOST_POINTS = 400


def add(data: BoardData, meeting: Meeting) -> None:
    """Put the view that the address brings on the agenda."""
    address = address_of("add")
    if not address:
        return
    with st.form("add"):
        st.write(_("Add a view to the agenda of the meeting chosen above."))
        heading = st.text_input(_("Heading"), max_chars=LONGEST_HEADING, placeholder=heading_of(data, meeting, address))
        notes = st.text_area(_("Notes for the presenter"), max_chars=LONGEST_TEXT)
        sent = st.form_submit_button(_("Add to the meeting"), type="primary")
    if sent:
        with alone():
            points = decks.agenda_of(data.code, meeting.meeting)
            if len(points) >= MOST_POINTS:
                st.error(_("The agenda is full."))
                return
            added = agenda.numbered([_written(View("", address), heading, notes)], (one.item for one in points))
            _put(data, meeting, [*points, *added], "add")


def _written(point: View, heading: str, notes: str) -> View:
    """The point with what was written of it."""
    return replace(point, heading=agenda.written(heading, LONGEST_HEADING), notes=agenda.written(notes, LONGEST_TEXT))


def _put(data: BoardData, meeting: Meeting, points: Iterable[View], *done: str) -> None:
    save(AgendaItem, agenda.records(data.code, meeting.meeting, list(points)), (), "agenda", *done)


def change(data: BoardData, meeting: Meeting, deck: Deck, chosen: Choice) -> None:
    """Change the point that the address names: its heading, notes and place; or remove it."""
    asked = st.query_params.get("point", "")
    place = next((place for place, one in enumerate(deck.slides, start=1) if one.view.item == asked), 0)
    if not place:
        return
    one = deck.slides[place - 1]
    name = f"{data.code}-{meeting.meeting}-{asked}"
    with st.form(f"point-{asked}"):
        st.markdown(_("**Point {n}: {heading}**").format(n=place, heading=plain(one.heading)))
        heading = st.text_input(
            _("Heading"), one.view.heading, LONGEST_HEADING, f"heading-{name}", placeholder=one.heading
        )
        notes = st.text_area(_("Notes for the presenter"), one.view.notes, max_chars=LONGEST_TEXT, key=f"notes-{name}")
        at = st.number_input(_("Place"), 1, len(deck.slides), place)
        sent = st.form_submit_button(_("Save"), type="primary")
    st.html(f"<p>{parts.link(href('/mote', chosen.query(asof='', meeting=meeting.meeting)), _('Cancel'))}</p>")
    new = _written(one.view, heading, notes)
    if _is_as_seen(f"seen-{name}", one.view) and sent:
        with alone():
            points = decks.agenda_of(data.code, meeting.meeting)
            changed = [new if point.item == asked else point for point in points]
            del st.session_state[f"seen-{name}"]
            _put(data, meeting, agenda.moved(changed, asked, int(at)), "point")
    _move_or_remove(data, meeting, asked, place, len(deck.slides))


def _is_as_seen(name: str, point: View) -> bool:
    """Whether a point is as it was when this session began to change it; if not, what it is now is told."""
    now = (point.heading, point.notes)
    seen = st.session_state.setdefault(name, now)
    if seen == now:
        return True
    st.session_state[name] = now
    told = _("Someone else has changed the point meanwhile. It now says:")
    st.warning(f"{told}\n\n{plain(point.heading or '–')}\n\n{plain(point.notes or '–')}")
    return False


def _move_or_remove(data: BoardData, meeting: Meeting, item: str, place: int, total: int) -> None:
    up, down, remove, _rest = st.columns([1, 1, 1, 3])
    step = -up.button(_("Move up"), disabled=place == 1) or int(down.button(_("Move down"), disabled=place == total))
    away = remove.button(_("Remove the point"))
    if not (step or away):
        return
    with alone():
        points = decks.agenda_of(data.code, meeting.meeting)
        if step:
            _put(data, meeting, agenda.moved(points, item, place + step))
        left = [point for point in points if point.item != item]
        gone = agenda.records(data.code, meeting.meeting, [point for point in points if point.item == item])
        save(AgendaItem, agenda.records(data.code, meeting.meeting, left), gone, "agenda", "point")


def remake(data: BoardData, meeting: Meeting, deck: Deck) -> None:
    """Make the agenda from what there is to tell. What was written of a view stays with it; others are asked for."""
    st.write(_("An agenda can be made of what there is to tell: overview, what changed, what is missed, each goal."))
    if not deck.slides:
        if st.button(_("Make an agenda")):
            _remake(data, meeting)
        return
    with st.popover(_("Make the agenda anew")):
        st.write(_("Your notes stay with their views. Views that are not among those are taken off the agenda."))
        if st.button(_("Make it anew")):
            _remake(data, meeting)


def _remake(data: BoardData, meeting: Meeting) -> None:
    shown = decks.which(data.code, meeting).view
    told = memory.told(data.code, shown, next(iter(memory.earlier(data.code, shown)), None), ALL)
    with alone():
        old = decks.agenda_of(data.code, meeting.meeting)
        written = {one.address: one for one in old}
        fresh = agenda.default(told.data, told.found, told.worsening)[:MOST_POINTS]
        points = [replace(written.get(one.address, one), item=one.item) for one in fresh]
        codes = {one.item for one in points}
        gone = [one for one in agenda.records(data.code, meeting.meeting, old) if one["item"] not in codes]
        save(AgendaItem, agenda.records(data.code, meeting.meeting, points), gone, "agenda", "point")
