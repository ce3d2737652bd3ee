"""Sources and method: how statuses come about, what came from where, what contradicts, what is missing."""

import streamlit as st

from lib.ui import choices
from lib.web.pages import sources

choice, data = choices.sidebar()
choices.report_dropped()
st.html(sources.page(data, choice))
