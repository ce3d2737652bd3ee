"""The view of the page Data where figures are fetched from Kolada: choose, see what would come, and write it.

Choosing works without a network, from what comes with Målbild; Kolada is asked when the button is pressed.
"""

from collections.abc import Collection
from contextlib import closing

import streamlit as st

from lib.imports.from_kolada.client import KoladaClient
from lib.imports.from_kolada.fetch import fetch, planned, revision_texts
from lib.imports.from_kolada.replies import KoladaError
from lib.imports.from_kolada.rows import Fetched
from lib.imports.from_kolada.wanted import YEARS, Wanted, compared, followed, places
from lib.imports.kolada import TITLES, bare_title
from lib.imports.preview.preview import preview
from lib.imports.upload import visible_rows
from lib.store.installation.given import installation
from lib.tables.catalogue import usual_indicators
from lib.tables.records import Records
from lib.ui.choices import line, plain
from lib.ui.data.confirm import PlanOrigin, confirm, draw, state_of
from lib.views.board import BoardData
from lib.web import memory
from lib.web.pages import data as data_html
from lib.words.folding import fold
from lib.words.language import _, ngettext, number

_CAME, _FAULT, _FOUND = "kolada-came", "kolada-fault", "kolada-found"
_FIRST_YEAR = 1990
# Rows of the preview that are shown.
_ROWS = 200


def show(data: BoardData) -> None:
    """The choices, what came, and the button that writes it."""
    about = _(
        "Choose indicators, municipalities and years. You see what would change before it is saved. What has been "
        "revised in Kolada is told, and what Kolada does not answer with stays as it is."
    )
    st.html(data_html.title(_("Fetch from Kolada"), about))
    is_on, stored = installation().kolada, visible_rows(memory.store(), data.code)
    wanted = _choices(data, stored, is_on=is_on)
    if not is_on:
        text = _("Fetching from Kolada is switched off. An administrator sets kolada = true to switch it on.")
        st.html(data_html.problem("Kolada", text))
        return
    if st.button(_("See what would come"), type="primary", key="kolada-fetch"):
        with st.spinner(_("Asking Kolada …")):
            _fetch(wanted)
    if fault := st.session_state.pop(_FAULT, ""):
        st.html(data_html.problem("Kolada", fault))
    came: Fetched | None = st.session_state.get(_CAME)
    if came is not None and came.wanted == wanted:
        _effects(came)


def _choices(data: BoardData, stored: Records, *, is_on: bool) -> Wanted:
    """The indicators by area or word, the municipalities and the years."""
    left, right = st.columns(2)
    areas = ["", *usual_indicators()]
    area = left.selectbox(_("Area"), areas, format_func=lambda name: name or _("All areas"), key="kolada-area")
    words = right.text_input(_("Words in the name"), key="kolada-words", max_chars=60)
    st.session_state.setdefault(_of_board(data.code, "ids"), list(followed(stored)))
    known = _known(stored, area or "", words, st.session_state[_of_board(data.code, "ids")])
    if is_on and words.strip():
        right.button(_("Search in all of Kolada"), on_click=_search, key="kolada-search")
    ids = st.multiselect(
        _("Indicators"),
        list(known),
        format_func=lambda code: f"{known[code]} ({code})",
        key=_of_board(data.code, "ids"),
    )
    names = places()
    own = data.board.municipality_code
    others = st.multiselect(
        _("Municipalities to compare with"),
        [code for code in names if code != own],
        default=list(compared(stored)),
        format_func=names.__getitem__,
        key=_of_board(data.code, "others"),
    )
    this = memory.today().year
    years = [str(year) for year in range(this, _FIRST_YEAR - 1, -1)]
    with st.columns(3)[0]:
        first = st.selectbox(_("From year"), years, index=YEARS, key="kolada-from")
    with_units = st.checkbox(_("Also the municipality's own units, where Kolada has figures of them"), key="kolada-ou")
    chosen = tuple(range(int(first or this), this + 1))
    return Wanted(data.code, own, tuple(ids), tuple(others), chosen, with_units)


def _of_board(board: str, name: str) -> str:
    """The key of a control of a board."""
    return f"kolada-{name}-{board}"


def _known(stored: Records, area: str, words: str, chosen: Collection[str]) -> dict[str, str]:
    """The indicators to choose among, by Kolada's id: those followed first; what is chosen already stays."""
    usual = {row["kolada"]: (row["name"], name) for name, rows in usual_indicators().items() for row in rows}
    own = {code: row["name"] for code, row in followed(stored).items()}
    found: dict[str, str] = st.session_state.get(_FOUND, {})
    every = {**own, **{code: name for code, (name, _of) in usual.items()}, **found, **own}
    searched = fold(words.strip())
    return {
        code: name
        for code, name in every.items()
        if code in chosen
        or (
            searched in fold(f"{name} {code} {TITLES.get(code, '')} {found.get(code, '')}")
            and area in ("", usual.get(code, ("", ""))[1])
        )
    }


def _search() -> None:
    """Ask Kolada for indicators by the words that are written; they can then be chosen."""
    words = str(st.session_state["kolada-words"]).strip()
    try:
        with closing(KoladaClient(installation().kolada_url)) as client:
            found = {row.id: bare_title(row.title) or row.id for row in client.search(words)}
    except KoladaError as error:
        st.session_state[_FAULT] = str(error)
    else:
        st.session_state[_FOUND] = found
        if not found:
            st.session_state[_FAULT] = _("Kolada has no indicator with these words.")


def _fetch(wanted: Wanted) -> None:
    """Ask Kolada for what is wanted; what came is kept until something else is chosen."""
    st.session_state.pop(_CAME, None)
    try:
        with closing(KoladaClient(installation().kolada_url)) as client:
            st.session_state[_CAME] = fetch(client, wanted, memory.today())
    except KoladaError as error:
        st.session_state[_FAULT] = str(error)


def _effects(came: Fetched) -> None:
    """What the fetched figures would change, and the button that writes them."""
    upload = planned(memory.store(), came)
    outcome = preview(memory.store(), upload.plan)
    st.html(data_html.title(_("What changes")))
    for text in upload.told:
        line(plain(text))
    st.html(data_html.story(outcome, ""))
    revised = revision_texts(upload.plan, outcome.names, outcome.withheld)
    draw(data_html.listed(revised))
    if upload.plan:
        rows = outcome.rows(_ROWS)
        st.html(data_html.rows_table(rows, _("The rows that would be saved"), len(upload.plan.steps)))
    draw(data_html.problems(outcome.faults, _("Must be corrected"), _("The change cannot be saved.")))
    draw(data_html.changed_statuses(outcome))
    stop = _("Correct what is wrong first.") if outcome.faults else ""
    source = PlanOrigin(
        "import",
        upload.name,
        upload.hash,
        choices=state_of([_of_board(upload.fetched.wanted.board, name) for name in ("ids", "others")]),
    )
    rows_text = ngettext("Save {n} row", "Save {n} rows", len(upload.plan.steps))
    confirm(upload.plan, source, rows_text.format(n=number(len(upload.plan.steps))), stop=stop)
