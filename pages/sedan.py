"""What changed since the last meeting, and what needs attention."""

import streamlit as st

from lib.ui import choices
from lib.web import memory
from lib.web.pages import changes

chosen, data = choices.sidebar()
since = choices.compared_with(chosen)
choices.tell_what_was_dropped()
shown = memory.shown(chosen.board, chosen.asof)
told = memory.told(chosen.board, shown, since, chosen)
st.html(changes.page(told, chosen))
