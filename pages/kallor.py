"""Sources and method: how statuses come about, what came from where, what contradicts, what is missing."""

import streamlit as st

from lib.ui import choices, method_html

chosen, data = choices.sidebar()
choices.tell_what_was_dropped()
st.html(method_html.page(data, chosen))
