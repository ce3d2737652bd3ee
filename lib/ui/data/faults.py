"""The faults and remarks of a file on the page Data, and the boxes by which its user accepts them."""

import streamlit as st

from lib.imports.cautions.plausibility import FRACTION
from lib.imports.upload import Upload
from lib.ui.data import corrections
from lib.ui.data.confirm import draw
from lib.ui.data.files import percent_key
from lib.web.pages import data as data_html
from lib.words.language import _, ngettext, number


def faults(upload: Upload, file: str) -> list[str]:
    """Draw the faults and the remarks of the file; gives the reasons why it cannot be written as it is."""
    result, stops = upload.reading, list[str]()
    if result.problems:
        how = _("Correct them in the file and drop it again. Rows with a fault are never saved.")
        draw(data_html.problems(result.problems, _("Must be corrected"), how))
        corrections.ask(result.faulty, file)
        rest = _("Read in the rest, without the rows that are wrong")
        if not upload.plan or not st.checkbox(rest, key=f"data-rest-{file}"):
            stops.append(_("Correct the file, or choose to read in the rest."))
    else:
        corrections.ask((), file)
    if result.cautions:
        draw(data_html.problems(result.cautions, _("Looks strange"), _("It may be right. Check once more.")))
        if not st.checkbox(_("I have looked at the remarks, and the figures are right"), key=f"data-seen-{file}"):
            stops.append(_("Look at the remarks first."))
    return stops


def ask_percent(upload: Upload, file: str) -> None:
    """Ask whether figures that look like shares of an indicator in per cent are to be read as per cent."""
    n = upload.reading.recounted or sum(caution.kind == FRACTION for caution in upload.reading.cautions)
    if n:
        text = ngettext(
            "{n} figure looks like a share and not per cent. Read it as per cent (0.07 as 7).",
            "{n} figures look like shares and not per cent. Read them as per cent (0.07 as 7).",
            n,
        )
        st.checkbox(text.format(n=number(n)), key=percent_key(file))
