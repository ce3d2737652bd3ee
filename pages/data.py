"""Data: figures in from a file, changes by hand, the list of missing figures, and a history that can be taken back."""

import streamlit as st

from lib.site import DATA, href
from lib.ui import choices
from lib.ui.data import boards, edit, from_kolada, history, new_board, statutory, upload
from lib.ui.data.confirm import report_outcome
from lib.views import missing
from lib.views.data_state import data_state
from lib.web import downloads, memory
from lib.web.pages import data as data_html
from lib.web.pages import history as history_html
from lib.web.pages import missing as missing_html
from lib.web.pages.boards import BOARDS, NEW
from lib.words.language import _

choice, data = choices.board()
view = data_html.view_of(st.query_params.get("view", data_html.IN), data.code)
if view is None:
    choices.report(_("View"), st.query_params["view"])
    view = data_html.views(data.code)[0]
choices.report_dropped()
state = data_state(data, choice, memory.today()) if view == data_html.IN else None
newest = history_html.newest(memory.store().batches(data.code), choice) if state else ()
choices.show(data_html.head(data, view, choice, state, newest))
report_outcome()
if view == data_html.EDIT:
    edit.show(choice, data)
elif view == data_html.KOLADA:
    from_kolada.show(data)
elif view == data_html.STATUTORY:
    statutory.show(data)
elif view == data_html.MISSING:
    names = dict.fromkeys(goal.responsible for goal in data.goals.values() if goal.responsible)
    who = choices.code_of(_("Responsible"), "responsible", {"": "", **dict.fromkeys(names, "")})
    choices.report_dropped()
    report = missing.of_responsible(data, missing.missing(data, memory.today()), who)
    if who:
        here = href(DATA, choice.query(view=data_html.MISSING))
        choices.line(_("Only what {name} answers for.").format(name=who), address=here, link=_("Show all"))
    files = downloads.links(downloads.MISSING, choice, asof="") if report else ""
    st.html(missing_html.page(data, report, choice) + files)
elif view == data_html.HISTORY:
    history.show(choice, data)
elif view == BOARDS:
    boards.show(choice)
elif view == NEW:
    new_board.show()
elif view == data_html.FIGURE:
    history.figure(choice, data)
else:
    upload.show(choice, data)
