"""Documents: what is shown, as PowerPoint, Word, Excel or one HTML file."""

import streamlit as st

from lib.chosen import Choice
from lib.stamp import stamp
from lib.ui import choices, papers_panel, reading

chosen, data = choices.sidebar()
choices.tell_what_was_dropped()
choice = Choice(chosen.area, chosen.year, chosen.gender)
state = reading.shown(chosen.board, chosen.asof)
st.html(papers_panel.head(data, stamp(data, choice, state)))
papers_panel.panel(data, choice, state)
