"""A meeting's agenda on its page: points are added, changed, moved, removed, or made from what there is to report."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import streamlit as st

from lib.meetings import agenda
from lib.meetings.agenda import LONGEST_HEADING, LONGEST_TEXT, View
from lib.meetings.slide import Deck
from lib.store.store import Revision
from lib.tables.model import AgendaItem, Meeting, Question
from lib.ui.choices import plain
from lib.ui.meeting.saving import CannotSaveError, address_of, heading_of, save
from lib.views.board import BoardData
from lib.views.choice import ALL, Choice
from lib.web import decks, memory
from lib.web.pages import meeting as meeting_html
from lib.words.language import _

MOST_POINTS, LONGEST_POINT = 400, 480  # points, and minutes of one


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
        _save(meeting, lambda points: _added(points, _written(View("", address), heading, notes)), "add")


def _added(points: tuple[View, ...], point: View) -> tuple[View, ...]:
    if len(points) >= MOST_POINTS:
        raise CannotSaveError(_("The agenda is full."))
    return (*points, *agenda.numbered([point], (each.item for each in points)))


def _written(point: View, heading: str, notes: str) -> View:
    """The point with the texts written about it."""
    return replace(point, heading=agenda.written(heading, LONGEST_HEADING), notes=agenda.written(notes, LONGEST_TEXT))


def _save(meeting: Meeting, change: Callable[[tuple[View, ...]], Iterable[View]], *done: str) -> None:
    """Save the points as they follow from those there are; points that are gone are withdrawn."""

    def revised(rows: list[AgendaItem]) -> Revision:
        points = agenda.views(rows, meeting.meeting)
        put = agenda.records(meeting.board, meeting.meeting, [*change(points)])
        items = {record["item"] for record in put}
        old = agenda.records(meeting.board, meeting.meeting, points)
        return put, [record for record in old if record["item"] not in items]

    save(AgendaItem, meeting.board, meeting.meeting, revised, "agenda", *done)


def listed(
    data: BoardData, meeting: Meeting, deck: Deck, questions: Sequence[Question], choice: Choice, *, is_editing: bool
) -> None:
    """The agenda, with the point that the address names opened in its place to be changed."""
    item = st.query_params.get("point", "") if is_editing else ""
    place = next((place for place, slide in enumerate(deck.slides, start=1) if slide.view.item == item), 0)
    points = meeting_html.points(data, deck, questions, choice, item)
    if not place:
        st.html(meeting_html.agenda(points))
        return
    st.html(meeting_html.agenda(points[:place]))
    with st.container(border=True, key="mb-point"):
        _change(data, meeting, deck, place)
    if points[place:]:
        st.html(meeting_html.agenda(points[place:]))


def _change(data: BoardData, meeting: Meeting, deck: Deck, place: int) -> None:
    """Change a point: its heading, notes and place; or remove it."""
    slide = deck.slides[place - 1]
    item = slide.view.item
    _move_or_remove(meeting, item, place, len(deck.slides))
    name = f"{data.code}-{meeting.meeting}-{item}"
    with st.form(f"point-{item}", border=False):
        st.markdown(_("**Point {n}: {heading}**").format(n=place, heading=plain(slide.heading)))
        heading = st.text_input(
            _("Heading"), slide.view.heading, LONGEST_HEADING, f"heading-{name}", placeholder=slide.heading
        )
        notes = st.text_area(
            _("Notes for the presenter"), slide.view.notes, max_chars=LONGEST_TEXT, key=f"notes-{name}"
        )
        minutes = st.number_input(_("Minutes"), 0, LONGEST_POINT, slide.view.minutes or 0, key=f"minutes-{name}")
        at = st.number_input(_("Place"), 1, len(deck.slides), place)
        sent = st.form_submit_button(_("Save"), type="primary")
    new = replace(_written(slide.view, heading, notes), minutes=int(minutes) or None)
    if _is_as_seen(f"seen-{name}", slide.view) and sent:
        del st.session_state[f"seen-{name}"]
        _save(meeting, lambda points: _replaced(points, new, int(at)), "point")


def _replaced(points: tuple[View, ...], new: View, place: int) -> tuple[View, ...]:
    """The points with a new one in the place of the old of its code; unchanged where that is gone."""
    changed = [new if point.item == new.item else point for point in points]
    return agenda.moved(changed, new.item, place)


def _is_as_seen(name: str, point: View) -> bool:
    """True if a point is as it was when this session began to change it; if not, its present texts are shown."""
    now = (point.heading, point.notes, point.minutes)
    seen = st.session_state.setdefault(name, now)
    if seen == now:
        return True
    st.session_state[name] = now
    warning = _("Someone else has saved changes to the point. It now says:")
    st.warning(f"{warning}\n\n{plain(point.heading or '–')}\n\n{plain(point.notes or '–')}")
    return False


def _move_or_remove(meeting: Meeting, item: str, place: int, total: int) -> None:
    with st.container(horizontal=True):
        up = st.button(_("Move up"), disabled=place == 1)
        down = st.button(_("Move down"), disabled=place == total)
        away = st.button(_("Remove the point"))
    step = int(down) - int(up)
    if step:
        _save(meeting, lambda points: agenda.moved(points, item, place + step))
    elif away:
        _save(meeting, lambda points: (point for point in points if point.item != item), "point")


def remake(data: BoardData, meeting: Meeting, deck: Deck) -> None:
    """Make the agenda from what there is to report. Texts written about a view stay with it."""
    st.write(_("Målbild can suggest an agenda: overview, what has changed, targets not met, each goal."))
    if not deck.slides:
        if st.button(_("Make an agenda")):
            _remake(data, meeting)
        return
    with st.popover(_("Make the agenda again")):
        st.write(_("Your notes stay with their views. Views that are not among those are taken off the agenda."))
        if st.button(_("Make it again")):
            _remake(data, meeting)


def _remake(data: BoardData, meeting: Meeting) -> None:
    state = decks.deck_key(data.code, meeting).view
    report = memory.change_report(data.code, state, next(iter(memory.earlier(data.code, state)), None), ALL)
    fresh = agenda.default(report.data, report.changes, report.worsening)[:MOST_POINTS]
    _save(meeting, lambda points: _rewritten(points, fresh), "point")


def _rewritten(points: tuple[View, ...], fresh: tuple[View, ...]) -> Iterator[View]:
    """The fresh points with the texts written about the same views."""
    written = {point.address: point for point in points}
    return (replace(written.get(point.address, point), item=point.item) for point in fresh)
