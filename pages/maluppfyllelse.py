"""Start page: which goals are met, grouped by area, at a glance."""

import streamlit as st

from lib.overview import overview
from lib.ui import choices, overview_html
from lib.words import _

chosen, data = choices.sidebar()
choices.tell_what_was_dropped()
view = overview(data, area=chosen.area, year=chosen.year, gender=chosen.gender)

st.html(overview_html.head(data, chosen))
if not view.rows:
    st.info(_("No goal holds for this choice. Choose another area or year."))
else:
    st.html(overview_html.page(view, chosen))
