"""One goal: where it stands, who judged it how, and what each of its indicators says."""

import streamlit as st

from lib.ui import choices
from lib.views.overview import in_page_order
from lib.web.pages import goal as goal_html
from lib.web.pages import meeting
from lib.words.language import _

chosen, data = choices.sidebar()
order = in_page_order(data)
if not order:
    choices.tell_what_was_dropped()
    st.info(_("The board has no goals in the store."))
else:
    titles = {code: data.goals[code].title for code in order}
    goal = choices.pick(_("Goal"), "goal", titles, order[0])
    choices.tell_what_was_dropped()
    st.html(goal_html.page(data, goal, chosen) + meeting.of_goal(data, goal, chosen))
