"""Changes since the last meeting, and points that need attention."""

import streamlit as st

from lib.ui import choices
from lib.web import memory
from lib.web.pages import changes
from lib.web.seams.html import without_svg

choice, data = choices.sidebar()
since = choices.compared_with(choice)
choices.report_dropped()
state = memory.state_or_now(choice.board, choice.asof)
report = memory.change_report(choice.board, state, since, choice)
st.html(without_svg(changes.page(report, choice)))
