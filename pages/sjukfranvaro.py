"""Sickness absence: from the whole administration down to a unit, month by month, without pointing at anyone."""

from functools import partial

import streamlit as st

from lib.documents import table_files
from lib.ui import choices
from lib.views.absence.download import download
from lib.views.figures import file_name
from lib.web import memory
from lib.web.pages import absence, reported_absence
from lib.words.language import _

chosen, data = choices.sidebar()
units = memory.absence_units(chosen.board, chosen.asof)
if not units:
    choices.tell_what_was_dropped()
    st.html(reported_absence.page(data, chosen))
else:
    unit = choices.asked(_("Unit"), "unit", units)
    version = choices.asked(_("Organisation"), "org", absence.VERSIONS)
    other = choices.asked(_("Compare with"), "with", units)
    choices.tell_what_was_dropped()
    view = memory.absence(chosen.board, chosen.asof, unit, version, chosen.year)
    compared = memory.absence(chosen.board, chosen.asof, other, version, chosen.year) if other else None
    if view is None:
        st.info(_("There are no hours for this choice. Choose another year."))
    else:
        st.html(absence.page(data, view, compared, chosen))
        frame = partial(download, data, view)
        left, right, _rest = st.columns([1, 1, 3])
        left.download_button(
            _("Download as CSV"),
            lambda: table_files.csv_file(frame()),
            file_name(data, "csv"),
            table_files.CSV_TYPE,
        )
        right.download_button(
            _("Download as Excel"),
            lambda: table_files.excel_file(frame(), _("Sickness absence")),
            file_name(data, "xlsx"),
            table_files.EXCEL_TYPE,
        )
