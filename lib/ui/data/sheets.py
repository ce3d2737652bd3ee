"""The tables of a file over the sheet itself: each as it looks and as it was read, each label changed with one pick."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from lib.imports.explanation import Certainty, Explanation
from lib.imports.mapping import ROLES, ColumnMapping, at_place
from lib.imports.sheet_picture import column_label, sheet_picture
from lib.imports.workbook.read import column_letter
from lib.ui.choices import plain
from lib.ui.data import answers
from lib.views.board import BoardData
from lib.web.pages import data as data_html
from lib.web.render import render
from lib.words.language import _, ngettext

# In pixels: as wide is a pick, so that several stand beside each other.
_PICK = 150
# The roles that a pick offers; what else a column was read as is offered for that column alone.
_AXES = ("indicator", "unit", "gender", "kind")
_OPEN = 2


@dataclass(frozen=True, slots=True)
class _Columns:
    """Neighbouring columns of one role that are changed together: their headings, their role, and their label."""

    headings: tuple[str, ...]
    role: str
    label: str


def show(explanations: Sequence[Explanation], file: str, data: BoardData) -> None:
    """Every table without an open question: the first ones open, the others folded away."""
    settled = [explanation for explanation in explanations if not explanation.questions]
    if not settled:
        return
    st.html(data_html.title(_("How the tables were read")))
    for number, explanation in enumerate(settled):
        name = _("{sheet}, row {row}").format(sheet=explanation.sheet, row=explanation.head[1])
        with st.expander(plain(name), expanded=number < _OPEN):
            draw(explanation)
            picks(explanation, file, data)


def draw(explanation: Explanation) -> None:
    """The picture of a table."""
    st.html(render("sheet", picture=sheet_picture(explanation)))


def picks(explanation: Explanation, file: str, data: BoardData) -> None:
    """A pick for every label: the role of each column, and what holds for the whole table."""
    if not explanation.signature:
        return
    place = at_place(explanation.signature, explanation.sheet, explanation.head[0])
    st.caption(_("Change a label if something was read wrong; the table is then read again."))
    with st.container(horizontal=True):
        for columns in _grouped(explanation):
            _pick_role(columns, file, place)
        for source in explanation.axes:
            if source.axis in _AXES and source.certainty in (Certainty.ASSUMED, Certainty.CONFIRMED):
                _pick_axis(source.axis, file, place, data)


def _grouped(explanation: Explanation) -> Iterator[_Columns]:
    """The columns in their order, neighbouring ones of figures as one."""
    headings: list[str] = []
    for at in sorted(explanation.columns):
        heading = explanation.headings.get(at, "") or column_letter(at + 1)
        role = explanation.roles.get(at, "")
        if role == "value":
            headings.append(heading)
            continue
        if headings:
            yield _of_figures(headings)
            headings = []
        yield _Columns((heading,), role, f"{heading}: {column_label(explanation, at)}")
    if headings:
        yield _of_figures(headings)


def _of_figures(headings: Sequence[str]) -> _Columns:
    if len(headings) == 1:
        return _Columns((headings[0],), "value", headings[0])
    n = len(headings)
    text = ngettext("{first} – {last}, {n} column", "{first} – {last}, {n} columns", n)
    return _Columns(tuple(headings), "value", text.format(first=headings[0], last=headings[-1], n=n))


def _pick_role(columns: _Columns, file: str, place: str) -> None:
    key = f"data-role-{file}-{place}-{columns.headings[0]}-{columns.role}"
    roles = list(ROLES)
    label = columns.label if columns.role == "value" else columns.headings[0]
    st.selectbox(
        plain(label),
        roles,
        roles.index(columns.role) if columns.role in roles else 0,
        format_func=lambda role: _(ROLES[role]),
        key=key,
        width=_PICK,
        on_change=_take_role,
        args=(file, place, columns.headings, key),
    )


def _take_role(file: str, place: str, headings: Sequence[str], key: str) -> None:
    role = st.session_state[key]
    answers.keep(file, {place: ColumnMapping(dict.fromkeys(headings, role))})


def _pick_axis(axis: str, file: str, place: str, data: BoardData) -> None:
    given = answers.of_file(file).get(place, ColumnMapping()).fixed
    options: dict[str, Any] = answers.options_of_axis(axis, data)
    codes = list(options)
    key = f"data-axis-{file}-{place}-{axis}-{given.get(axis)}"
    usual = {"gender": "T", "kind": "outcome"}.get(axis, "")
    chosen = given.get(axis, usual)
    st.selectbox(
        _(ROLES[axis]),
        codes,
        codes.index(chosen) if chosen in codes else 0,
        format_func=lambda code: options[code],
        key=key,
        width=_PICK,
        on_change=_take_axis,
        args=(file, place, axis, key),
    )


def _take_axis(file: str, place: str, axis: str, key: str) -> None:
    answers.keep(file, {place: ColumnMapping(fixed={axis: st.session_state[key]})})
