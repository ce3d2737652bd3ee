"""Sickness absence: from the whole administration down to a unit, month by month, without pointing at anyone."""

import streamlit as st

from lib.ui import choices
from lib.web import absence_memory, downloads, memory
from lib.web.pages import absence, reported_absence
from lib.words.language import _

chosen, data = choices.sidebar()
state = memory.shown(chosen.board, chosen.asof)
units = {unit: unit for unit in absence_memory.units(chosen.board, state.version)}
if not units:
    choices.tell_what_was_dropped()
    st.html(reported_absence.page(data, chosen))
else:
    unit = choices.asked(_("Unit"), "unit", units)
    version = choices.asked(_("Organisation"), "org", absence.VERSIONS)
    other = choices.asked(_("Compare with"), "with", units)
    choices.tell_what_was_dropped()
    view = absence_memory.absence(chosen.board, state.version, unit, version, chosen.year)
    compared = absence_memory.absence(chosen.board, state.version, other, version, chosen.year) if other else None
    if view is None:
        st.info(_("There are no hours for this choice. Choose another year."))
    else:
        files = downloads.links(downloads.ABSENCE, chosen, unit=unit, org=version)
        st.html(absence.page(data, view, compared, chosen) + files)
