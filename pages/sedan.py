"""What changed since the last meeting, and what needs attention."""

import streamlit as st

from lib.attention import missed_and_worsening, overdue
from lib.changes import changes
from lib.chosen import Choice
from lib.ui import changes_html, choices, reading
from lib.ui.changes_words import Told

chosen, data = choices.sidebar()
since = choices.compared_with(chosen)
choices.tell_what_was_dropped()
shown = reading.shown(chosen.board, chosen.asof)
before = reading.board_before(chosen.board, shown, since)
what = Choice(chosen.area, chosen.year, chosen.gender)
told = Told(
    data,
    reading.written(chosen.board, shown)[-1].at.date(),
    since,
    changes(before, data, what) if before else None,
    missed_and_worsening(data, what),
    overdue(data, shown.day, what),
)
st.html(changes_html.page(told, chosen))
