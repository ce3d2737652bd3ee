"""Documents: a meeting's papers, or what is shown, as PowerPoint, Word, Excel or one HTML file."""

import streamlit as st

from lib.ui import choices, documents_page
from lib.web import memory

chosen, data = choices.sidebar()
st.html(documents_page.head(data))
meeting = documents_page.pick_meeting(data, chosen)
choices.tell_what_was_dropped()
documents_page.panel(data, chosen, memory.shown(data.code, chosen.asof), meeting)
