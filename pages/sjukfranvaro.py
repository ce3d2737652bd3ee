"""Sickness absence: from the whole administration down to a unit, month by month, without pointing at anyone."""

import streamlit as st

from lib.ui import choices
from lib.web import absence_memory, downloads, memory
from lib.web.pages import absence, reported_absence
from lib.words.language import _

choice, data = choices.sidebar()
state = memory.state_or_now(choice.board, choice.asof)
units = {unit: unit for unit in absence_memory.units(choice.board, state.version)}
if not units:
    choices.report_dropped()
    st.html(reported_absence.page(data, choice))
else:
    unit = choices.code_of(_("Unit"), "unit", units)
    version = choices.code_of(_("Organisation"), "org", absence.VERSIONS)
    other = choices.code_of(_("Compare with"), "with", units)
    choices.report_dropped()
    view = absence_memory.absence(choice.board, state.version, unit, version, choice.year)
    compared = absence_memory.absence(choice.board, state.version, other, version, choice.year) if other else None
    if view is None:
        st.info(_("There are no hours for this choice. Choose another year."))
    else:
        files = downloads.links(downloads.ABSENCE, choice, unit=unit, org=version)
        st.html(absence.page(data, view, compared, choice) + files)
