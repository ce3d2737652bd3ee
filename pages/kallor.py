"""Sources and method: the rules of the statuses, each source and what it gave, contradictions and gaps."""

import streamlit as st

from lib.ui import choices
from lib.web.pages import sources

choice, data = choices.sidebar()
choices.report_dropped()
st.html(sources.page(data, choice))
