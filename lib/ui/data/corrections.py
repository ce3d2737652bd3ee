"""Cells of a file that are corrected on the page Data itself; the file is then read and checked again."""

from collections.abc import Sequence

import streamlit as st

from lib.imports.result import CellAt, FaultyCell
from lib.imports.workbook.read import column_letter
from lib.ui.choices import plain
from lib.words.language import _

# So many cells are offered at a time; in pixels, the width of a box.
_CELLS, _WIDTH, _LONGEST = 20, 190, 200


def of_file(file: str) -> dict[CellAt, str]:
    """The cells of a file that its user has corrected."""
    corrected: dict[CellAt, str] = st.session_state.get(_key(file), {})
    return corrected


def _key(file: str) -> str:
    return f"data-cells-{file}"


def ask(faulty: Sequence[FaultyCell], file: str) -> None:
    """A box for each cell that cannot be read; what is written there is read in its place."""
    cells = {
        at: FaultyCell(at, text, _("Empty the box to read the cell as it is.")) for at, text in of_file(file).items()
    }
    cells |= {cell.at: cell for cell in faulty}
    if not cells:
        return
    st.caption(_("Correct a cell here, or in the file. What you write is checked again before anything is saved."))
    with st.container(horizontal=True):
        for at, cell in list(cells.items())[:_CELLS]:
            place = f"{at.sheet}, {column_letter(at.column + 1)}{at.row}"
            key = f"{_key(file)}-{place}"
            st.text_input(
                plain(f"{place} ({cell.name})"),
                of_file(file).get(at, ""),
                key=key,
                width=_WIDTH,
                max_chars=_LONGEST,
                help=plain(cell.sentence),
                on_change=_take,
                args=(file, at, key),
            )


def _take(file: str, at: CellAt, key: str) -> None:
    corrected = {place: text for place, text in of_file(file).items() if place != at}
    text = st.session_state[key].strip()
    st.session_state[_key(file)] = corrected | ({at: text} if text else {})
