"""The boards of the installation on the page Data: archived, taken out again, removed and brought back."""

import streamlit as st

from lib.imports.preview.preview import preview
from lib.site import DATA, href
from lib.store import board_list
from lib.store.access import access
from lib.store.board_list import ListedBoard, RemovedBoard
from lib.store.plans import Plan
from lib.ui import choices
from lib.ui.data.confirm import PlanOrigin, confirm, draw
from lib.views.choice import Choice
from lib.web import memory
from lib.web.pages import boards as boards_html
from lib.web.pages import data as data_html
from lib.web.pages.boards import ARCHIVE, BOARDS, REMOVE, RETURN, TAKE_OUT
from lib.words.language import _


def show(choice: Choice) -> None:
    """The list, or what is to be done with the board that the address names."""
    store = memory.store()
    boards = [board for board in memory.listed_boards() if access(board.code).writes]
    gone = [board for board in board_list.removed(store) if access(board.code).writes]
    act, this = st.query_params.get("act", ""), st.query_params.get("this", "")
    either: list[ListedBoard | RemovedBoard] = [*boards, *gone]
    board = next((each for each in either if each.code == this), None)
    if board is not None and act in _allowed(board):
        _confirm(board, act, choice)
        return
    if this:
        choices.report(_("Board"), this)
        choices.report_dropped()
    removable = [each.code for each in boards if not each.is_seeded and board_list.can_be_removed(store, each.code)]
    st.html(boards_html.page(boards, gone, removable, choice))


def _allowed(board: ListedBoard | RemovedBoard) -> list[str]:
    """What can be done with a board."""
    if isinstance(board, RemovedBoard):
        return [RETURN]
    is_removable = not board.is_seeded and board_list.can_be_removed(memory.store(), board.code)
    return [TAKE_OUT if board.archived else ARCHIVE, *([REMOVE] if is_removable else [])]


def _confirm(board: ListedBoard | RemovedBoard, act: str, choice: Choice) -> None:
    plan = _plan(board, act)
    outcome = preview(memory.store(), plan)
    st.html(data_html.title(f"{boards_html.act_text(act)}: {board.name}", _about(act)))
    st.html(data_html.story(outcome))
    draw(data_html.problems(outcome.faults, _("Must be corrected"), ""))
    # The board may be gone: the list is shown from the board that opens first.
    leads = (("view", BOARDS), ("board", "" if act == REMOVE else choice.board))
    stop = _("Correct what is wrong first.") if outcome.faults else ""
    confirm(outcome.plan, PlanOrigin("edit", leads=leads), boards_html.act_text(act), stop=stop)
    choices.line("", address=href(DATA, choice.query(view=BOARDS)), link=_("All boards"))


def _plan(board: ListedBoard | RemovedBoard, act: str) -> Plan:
    store = memory.store()
    if isinstance(board, RemovedBoard):
        return board_list.plan_return(store, board)
    if act == REMOVE:
        return board_list.plan_removal(store, board.code)
    return board_list.plan_archive(store, board.code, memory.today() if act == ARCHIVE else None)


def _about(act: str) -> str:
    return {
        ARCHIVE: _("The board is no longer offered among the boards. Nothing is lost, and it can be taken out again."),
        TAKE_OUT: _("The board is offered among the boards again."),
        REMOVE: _("The board never had a figure. It is removed with all that is listed here, and can be brought back."),
        RETURN: _("The board comes back as it was when it was removed."),
    }[act]
