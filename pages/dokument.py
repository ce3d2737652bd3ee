"""Documents: a meeting's papers, or those of the selection, as PowerPoint, Word, Excel or one HTML file."""

import streamlit as st

from lib.ui import choices, documents_page
from lib.web import memory

choice, data = choices.board()
st.html(documents_page.head(data))
meeting = documents_page.pick_meeting(data, choice)
choices.report_dropped()
documents_page.panel(data, choice, memory.state_or_now(data.code, choice.asof), meeting)
