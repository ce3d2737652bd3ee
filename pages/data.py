"""Data: figures in from a file, changes by hand, what is missing, and everything written with a way back."""

import streamlit as st

from lib import exports, missing
from lib.ui import choices, data_edit, data_history, data_html, data_import, missing_html, reading
from lib.ui.data_confirm import tell
from lib.words import _

chosen, data = choices.board_now()
view = data_html.asked_for(st.query_params.get("view", data_html.IN))
if view is None:
    choices.tell_of(_("View"), st.query_params["view"])
    view = data_html.IN
choices.tell_what_was_dropped()
st.html(data_html.head(data, view, chosen))
tell()
if view == data_html.EDIT:
    data_edit.show(chosen, data)
elif view == data_html.MISSING:
    found = missing.missing(data, reading.today())
    st.html(missing_html.page(data, found, chosen))
    if found:
        st.download_button(
            _("Download the list as Excel"),
            lambda: exports.excel_file(missing.frame(data, found), _("Missing")),
            f"malbild-{data.code}-{_('missing')}.xlsx",
            exports.EXCEL_TYPE,
        )
elif view == data_html.HISTORY:
    data_history.show(chosen, data)
elif view == data_html.FIGURE:
    data_history.figure(chosen, data)
else:
    data_import.show(chosen, data)
