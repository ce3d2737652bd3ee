"""One goal: its status, its verdicts, and the figures of each of its indicators."""

import streamlit as st

from lib.ui import choices
from lib.views.overview import in_page_order
from lib.web.pages import goal as goal_html
from lib.web.seams.html import without_svg
from lib.words.language import _

choice, data = choices.sidebar()
order = in_page_order(data)
if not order:
    choices.report_dropped()
    st.info(_("The board has no goals in the database."))
else:
    titles = {code: data.goals[code].title for code in order}
    goal = choices.code_of(_("Goal"), "goal", titles, order[0])
    choices.report_dropped()
    st.html(without_svg(goal_html.page(data, goal, choice)))
