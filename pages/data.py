"""Data: figures in from a file, changes by hand, what is missing, and everything written with a way back."""

import streamlit as st

from lib.documents import table_files
from lib.ui import choices
from lib.ui.data import edit, history, upload
from lib.ui.data.confirm import tell
from lib.views import missing
from lib.web import memory
from lib.web.pages import data as data_html
from lib.web.pages import missing as missing_html
from lib.words.language import _

chosen, data = choices.board_now()
view = data_html.asked_for(st.query_params.get("view", data_html.IN))
if view is None:
    choices.tell_of(_("View"), st.query_params["view"])
    view = data_html.IN
choices.tell_what_was_dropped()
st.html(data_html.head(data, view, chosen))
tell()
if view == data_html.EDIT:
    edit.show(chosen, data)
elif view == data_html.MISSING:
    found = missing.missing(data, memory.today())
    st.html(missing_html.page(data, found, chosen))
    if found:
        st.download_button(
            _("Download the list as Excel"),
            lambda: table_files.excel_file(missing.frame(data, found), _("Missing")),
            f"malbild-{data.code}-{_('missing')}.xlsx",
            table_files.EXCEL_TYPE,
        )
elif view == data_html.HISTORY:
    history.show(chosen, data)
elif view == data_html.FIGURE:
    history.figure(chosen, data)
else:
    upload.show(chosen, data)
