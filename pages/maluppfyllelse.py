"""Start page: which goals are met, grouped by area, at a glance."""

import streamlit as st

from lib.ui import choices
from lib.views.lacks import WITHOUT
from lib.web.pages import overview
from lib.words.language import _

choice, data = choices.sidebar()
why = choices.code_of(_("Lacking"), "why", {"": "", **WITHOUT})
choices.report_dropped()
st.html(overview.head(data, choice))
goals = overview.page(data, choice, why)
if goals:
    st.html(goals)
else:
    st.info(_("No goal is valid for this choice. Choose another area or year."))
