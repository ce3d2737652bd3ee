"""Start page: which goals are met, grouped by area, at a glance."""

import streamlit as st

from lib.ui import choices, overview_html
from lib.words import _

chosen, data = choices.sidebar()
choices.tell_what_was_dropped()
st.html(overview_html.head(data, chosen))
goals = overview_html.page(data, chosen)
if goals:
    st.html(goals)
else:
    st.info(_("No goal holds for this choice. Choose another area or year."))
