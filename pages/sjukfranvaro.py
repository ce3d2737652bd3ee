"""Sickness absence: from the whole administration down to a unit, month by month, without pointing at anyone."""

import streamlit as st

from lib.ui import choices
from lib.web import absence_memory, downloads, memory
from lib.web.pages import absence, reported_absence
from lib.web.seams.html import without_svg
from lib.words.language import _

choice, data = choices.sidebar()
state = memory.state_or_now(choice.board, choice.asof)
units = {unit: unit for unit in absence_memory.units(choice.board, state.version)}
if not units:
    choices.report_dropped()
    st.html(without_svg(reported_absence.page(data, choice)))
else:
    unit = choices.code_of(_("Unit"), "unit", units)
    version = choices.code_of(_("Organisation"), "org", absence.VERSIONS)
    others = choices.codes_of(_("Compare with"), "with", units, absence.MOST_COMPARED)
    choices.report_dropped()
    view = absence_memory.absence(choice.board, state.version, unit, version, choice.year)
    sides = (
        absence_memory.absence(choice.board, state.version, other, version, choice.year)
        for other in others
        if other != unit
    )
    compared = tuple(side for side in sides if side is not None)
    if view is None:
        st.info(_("There are no hours for this choice. Choose another year."))
    else:
        files = downloads.links(downloads.ABSENCE, choice, unit=unit, org=version)
        st.html(without_svg(absence.page(data, view, compared, choice) + files))
