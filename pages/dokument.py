"""Documents: a meeting's papers, or what is shown, as PowerPoint, Word, Excel or one HTML file."""

import streamlit as st

from lib.chosen import Choice
from lib.ui import choices, papers_panel, reading

chosen, data = choices.sidebar()
st.html(papers_panel.head(data))
meeting = papers_panel.pick_meeting(data, chosen)
choices.tell_what_was_dropped()
papers_panel.panel(
    data, Choice(chosen.area, chosen.year, chosen.gender), reading.shown(data.code, chosen.asof), meeting
)
