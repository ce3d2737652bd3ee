"""A table that nobody understood: the user says what its columns are, and that is remembered for the next file."""

from html import escape

import streamlit as st

from lib.board import BoardData
from lib.mapping import ROLES, Mapping
from lib.reading import Unknown
from lib.sentences import KINDS
from lib.ui import data_html, parts
from lib.words import _

# What may hold for the whole table where no column says it.
_FIXED = ("indicator", "period", "kind")


def ask(table: Unknown, key: str, data: BoardData) -> None:
    """Show the table's first rows and ask what each column is; the answer stands in the session under `key`."""
    text = _("The table on the sheet “{sheet}” is not understood. Say what each column is.").format(sheet=table.sheet)
    st.html(data_html.title(_("What the columns are"), text))
    sample = [[escape(cell) for cell in row] for row in table.sample]
    headings = [heading or "–" for heading in table.headings]
    width = len(headings)
    rows = [[*row, *[""] * (width - len(row))][:width] for row in sample]
    st.html(f'<div class="mb-scroll" tabindex="0">{parts.table(headings, rows, caption=table.sheet)}</div>')
    with st.form(f"{key}-form"):
        columns = {
            heading: st.selectbox(
                heading,
                list(ROLES),
                index=list(ROLES).index(table.guess.columns.get(heading, "")),
                format_func=lambda role: _(ROLES[role]),
                key=f"{key}-{place}",
            )
            for place, heading in enumerate(table.headings)
            if heading
        }
        st.html(f"<p>{escape(_('What no column says, but holds for the whole table:'))}</p>")
        names = {"": "–"} | {code: about.name for code, about in data.indicators.items()}
        indicator = st.selectbox(_("Indicator"), list(names), format_func=lambda code: names[code])
        period = st.text_input(_("Period"), placeholder="2025")
        kinds = {"": "–"} | {code: _(word) for code, word in KINDS.items()}
        kind = st.selectbox(_("Kind"), list(kinds), format_func=lambda code: kinds[code])
        if st.form_submit_button(_("Read the table like this")):
            given = zip(_FIXED, (indicator, period.strip(), kind), strict=True)
            st.session_state[key] = Mapping(columns, {name: value for name, value in given if value}, table.guess.names)
            st.rerun()
