"""The administrators' page: the roles given on the boards, a form to give one, and the log of who did what."""

import streamlit as st

from lib.store.access import Right, RoleOn, access, require, user
from lib.store.installation.settings import ROLES
from lib.tables.people import GivenRole
from lib.ui.choices import plain, report_dropped
from lib.views.board import BoardData
from lib.web import memory
from lib.web.entrance import identity
from lib.web.pages import people as people_html
from lib.words.language import _

ALL = ""
LONGEST = 200


def draw(data: BoardData) -> None:
    """The whole page, of the board and of all boards where the user administers all."""
    require(data.code, Right.GRANT)
    report_dropped()
    people = memory.store().people
    st.html(people_html.head(data, user().is_local))
    for row in people.given_roles():
        if row.board in (ALL, data.code):
            _given(row, data)
    _give(data)
    if st.query_params.get("log") == "1":
        st.html(people_html.log(people.audit(), memory.boards()))
    else:
        st.html(people_html.to_log(data.code))


def _given(row: GivenRole, data: BoardData) -> None:
    """A role in a row, with the button that takes it back."""
    left, right = st.columns([80, 20], vertical_alignment="center")
    left.html(people_html.given(row, data))
    if right.button(_("Take back"), key=f"role-{row.id}", width="stretch"):
        memory.store().people.take(row.id)
        identity.forget()
        st.rerun()


def _give(data: BoardData) -> None:
    """The form by which a role is given."""
    boards = {data.code: data.board.name} | ({ALL: _("All boards")} if access(ALL).may(Right.GRANT) else {})
    units = {ALL: _("The whole board"), **{code: unit.name for code, unit in data.units.items()}}
    with st.form("role", clear_on_submit=True):
        st.html(people_html.to_give())
        who = st.text_input(
            _("User"), max_chars=LONGEST, help=_("As the sign-in names the user, often an e-mail address")
        )
        role = st.selectbox(_("Role"), ROLES, format_func=lambda code: people_html.role_name(code))
        board = st.selectbox(_("Board"), list(boards), format_func=lambda code: boards[code])
        unit = st.selectbox(_("Unit, for a manager"), list(units), format_func=lambda code: units[code])
        if not st.form_submit_button(_("Give the role"), type="primary"):
            return
    if not who.strip():
        st.error(_("Write which user it is first."))
    elif unit and (role != "manager" or not board):
        st.error(_("Only a manager of one board has a unit."))
    else:
        memory.store().people.give(who, RoleOn(role, board, unit))
        identity.forget()
        st.toast(plain(_("{who} has the role now.").format(who=who.strip())))
        st.rerun()
