"""What changed since the last meeting, and what needs attention."""

import streamlit as st

from lib.chosen import Choice
from lib.ui import changes_html, choices, reading

chosen, data = choices.sidebar()
since = choices.compared_with(chosen)
choices.tell_what_was_dropped()
shown = reading.shown(chosen.board, chosen.asof)
told = reading.told(chosen.board, shown, since, Choice(chosen.area, chosen.year, chosen.gender))
st.html(changes_html.page(told, chosen))
