"""Sickness absence: from the whole administration down to a unit, month by month, without pointing at anyone."""

from functools import partial

import streamlit as st

from lib import exports
from lib.absence_download import download
from lib.figures import file_name
from lib.ui import absence_html, absence_thin_html, choices, reading
from lib.words import _

chosen, data = choices.sidebar()
units = reading.absence_units(chosen.board, chosen.asof)
if not units:
    choices.tell_what_was_dropped()
    st.html(absence_thin_html.page(data, chosen))
else:
    unit = choices.asked(_("Unit"), "unit", units)
    version = choices.asked(_("Organisation"), "org", absence_html.VERSIONS)
    other = choices.asked(_("Compare with"), "with", units)
    choices.tell_what_was_dropped()
    view = reading.absence(chosen.board, chosen.asof, unit, version, chosen.year)
    compared = reading.absence(chosen.board, chosen.asof, other, version, chosen.year) if other else None
    if view is None:
        st.info(_("There are no hours for this choice. Choose another year."))
    else:
        st.html(absence_html.page(data, view, compared, chosen))
        frame = partial(download, data, view)
        left, right, _rest = st.columns([1, 1, 3])
        left.download_button(
            _("Download as CSV"),
            lambda: exports.csv_file(frame()),
            file_name(data, "csv"),
            exports.CSV_TYPE,
        )
        right.download_button(
            _("Download as Excel"),
            lambda: exports.excel_file(frame(), _("Sickness absence")),
            file_name(data, "xlsx"),
            exports.EXCEL_TYPE,
        )
