"""Setting up a board on the page Data: its municipality and name, what it begins with, a preview, and the batch.

Every pick stands in the address, so that a reload or a step back loses nothing.
"""

from collections.abc import Mapping

import streamlit as st

from lib.imports.preview.preview import preview
from lib.store import board_list
from lib.store.new_board import GOALS, SETTINGS, TARGETS, UNITS, USUAL_NAME, NewBoard, empty, like, with_usual
from lib.tables.catalogue import area_code, municipalities, usual_indicators
from lib.tables.codes import code_of, slug
from lib.tables.records import Records
from lib.tables.safe_text import printable
from lib.ui import choices
from lib.ui.data.confirm import PlanOrigin, confirm, draw, state_of
from lib.web import memory
from lib.web.pages import data as data_html
from lib.words.language import N_, _, ngettext

EMPTY, LIKE, USUAL, OTHER = "empty", "like", "usual", "other"
LONGEST = 120
_STARTS = {
    USUAL: N_("Usual indicators from Kolada"),
    LIKE: N_("The structure of another board, without its figures"),
    EMPTY: N_("Nothing: I put in goals and indicators myself"),
}
_PARTS = {
    GOALS: N_("Goals, and which indicators measure them"),
    TARGETS: N_("Targets"),
    UNITS: N_("Units"),
    SETTINGS: N_("Settings"),
}
_NAME, _PLACE = "name", "place"


def show() -> None:
    """What is asked, what it gives, and the button that sets the board up."""
    choices.line(_("Nothing is saved until you confirm. Everything can be changed later."))
    new = _named()
    records = _begun(new)
    choices.report_dropped()
    if not new.name:
        choices.line(_("Choose a municipality or write a name, and what the board begins with is shown here."))
        return
    store = memory.store()
    outcome = preview(store, store.plan(new.code, records))
    st.html(data_html.title(_("This is set up"), new.name) + data_html.story(outcome))
    draw(data_html.problems(outcome.faults, _("Must be corrected"), ""))
    names = [board.name.casefold() for board in memory.listed_boards()]
    if new.name.casefold() in names:
        draw(data_html.problems([_("There is a board of this name already.")], _("Looks strange"), ""))
    leads = (("board", new.code),)
    source = PlanOrigin("edit", choices=state_of((f"new-{_NAME}", f"new-{_PLACE}")), leads=leads)
    stop = _("Correct what is wrong first.") if outcome.faults else ""
    confirm(outcome.plan, source, _("Set up the board"), stop=stop)


def _named() -> NewBoard:
    """The board as it is named so far; its code is one that no board ever had."""
    there = {code: f"{name} ({code})" for code, name in municipalities().items()}
    options = {"": "–", **there, OTHER: _("Other: a region, or several together")}
    chosen = choices.pick(_("Municipality"), "municipality", options)
    place = municipalities().get(chosen, "")
    if chosen == OTHER:
        place = _written(_("What the board belongs to"), _PLACE, "")
    usual = USUAL_NAME.format(place=place) if place else ""
    name = _written(_("Name of the board"), _NAME, usual)
    taken = board_list.codes_ever(memory.store())
    short = slug(place)
    code = short if short and short not in taken else code_of(name, taken, "namnd")
    return NewBoard(code, name, place, chosen if chosen in municipalities() else "")


def _written(label: str, name: str, usual: str) -> str:
    """A field whose text stands in the address; as long as nothing is written it has the usual text."""
    key = f"new-{name}"
    st.session_state[key] = st.query_params.get(name, usual)[:LONGEST]
    text = st.text_input(label, key=key, max_chars=LONGEST, on_change=_keep, args=(name, usual))
    return printable(" ".join(text.split()))


def _keep(name: str, usual: str) -> None:
    text = st.session_state[f"new-{name}"].strip()
    if text == usual:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = text


def _begun(new: NewBoard) -> Records:
    """The rows that the board begins with, as it was chosen."""
    start = choices.pick(_("Begin with"), "start", {code: _(text) for code, text in _STARTS.items()}, USUAL)
    if start == LIKE:
        return _like(new)
    if start == USUAL:
        return empty(new) | with_usual(new.code, _usual())
    return empty(new)


def _like(new: NewBoard) -> Records:
    readable = {board.code: board.name for board in memory.listed_boards() if board.code in memory.boards()}
    other = choices.pick(_("Like"), "like", readable, next(iter(readable)))
    parts = choices.pick_many(_("Also take over"), "parts", {part: _(text) for part, text in _PARTS.items()}, (GOALS,))
    rows = memory.store().standing(other)
    return like(new, {table: [row.record for row in there] for table, there in rows.items()}, parts)


def _usual() -> list[str]:
    """The Kolada ids of the areas that are chosen, and a list of what they are."""
    areas: Mapping[str, str] = {area_code(area): area for area in usual_indicators()}
    chosen = choices.pick_many(_("Areas"), "areas", areas, tuple(areas))
    rows = [row for area, each in usual_indicators().items() if area_code(area) in chosen for row in each]
    n = len(rows)
    with st.expander(ngettext("{n} indicator", "{n} indicators", n).format(n=n)):
        draw(data_html.listed([f"{row['name']} ({row['unit_of_measure']}, {row['kolada']})" for row in rows]))
    return [row["kolada"] for row in rows]
