"""Tables and names that nobody understood: the user says what they are, and it is remembered for the next file."""

import hashlib
from collections.abc import Mapping as Given
from html import escape

import streamlit as st

from lib.imports.mapping import ROLES, ColumnMapping
from lib.imports.result import ReadResult, Unknown
from lib.ui.choices import plain
from lib.views.board import BoardData
from lib.web.pages import data as data_html
from lib.web.pages import parts
from lib.words.figures import KINDS
from lib.words.language import _

# What may hold for a whole table where no column says it, and how many names are asked for at a time.
_FIXED = ("indicator", "unit", "period", "kind")
_NAMES = 20


def said(file: str) -> dict[str, ColumnMapping]:
    """What the user has said of a file's tables, by their signature."""
    kept: dict[str, ColumnMapping] = st.session_state.get(_key(file), {})
    return kept


def _key(file: str) -> str:
    return f"data-said-{file}"


def ask(found: ReadResult, file: str, data: BoardData) -> None:
    """Ask about the first table that is not understood, else about names that nobody knows."""
    if found.unknown:
        _ask_table(found.unknown[0], file, data)
    elif any(found.strange.values()):
        _ask_names(found.strange, found.guesses, file, data)


def _keep(file: str, signature: str, mapping: ColumnMapping) -> None:
    st.session_state[_key(file)] = said(file) | {signature: mapping}
    st.rerun()


def _ask_table(table: Unknown, file: str, data: BoardData) -> None:
    text = _("The table on the sheet “{sheet}” is not understood. Say what each column is.")
    if not table.guess.columns:
        text = _("The table on the sheet “{sheet}” does not say all. Say what holds for all of it.")
    st.html(data_html.title(_("What the columns are"), text.format(sheet=table.sheet)) + _sample(table))
    with st.form(f"{_key(file)}-{table.signature}"):
        columns = {
            heading: st.selectbox(
                plain(heading) or "–",
                list(ROLES),
                index=list(ROLES).index(guess),
                format_func=lambda role: _(ROLES[role]),
                key=f"{_key(file)}-{table.signature}-{heading}",
            )
            for heading, guess in table.guess.columns.items()
        }
        if columns:
            st.html(f"<p>{escape(_('What no column says, but holds for the whole table:'))}</p>")
        asked = tuple(table.guess.fixed) or _FIXED
        fixed = {name: _ask_fixed(name, data) for name in asked}
        if st.form_submit_button(_("Read the table like this")):
            given = {name: value for name, value in fixed.items() if value}
            _keep(file, table.signature, ColumnMapping(columns, given, table.guess.names))


def _sample(table: Unknown) -> str:
    """The table's first rows, to recognise it by."""
    width = max([len(table.headings), *map(len, table.sample)])
    headings = [*table.headings, *[""] * width][:width]
    rows = [[escape(cell) for cell in [*row, *[""] * width][:width]] for row in table.sample]
    shown = parts.table([heading or "–" for heading in headings], rows, caption=table.sheet, css_class="mb-sample")
    return f'<div class="mb-scroll" tabindex="0" role="region" aria-label="{escape(table.sheet)}">{shown}</div>'


def _ask_fixed(name: str, data: BoardData) -> str:
    if name == "period":
        return st.text_input(_("Period"), placeholder="2025", max_chars=40).strip()
    options = {
        "indicator": {code: about.name for code, about in data.indicators.items()},
        "unit": {code: unit.name for code, unit in data.units.items()},
        "kind": {code: _(word) for code, word in KINDS.items()},
    }.get(name, {})
    return _select(_(ROLES[name]), options)


def _select(label: str, options: Given[str, str], key: str | None = None, guess: str = "") -> str:
    texts = {"": "–"} | dict(options)
    index = list(texts).index(guess) if guess in texts else 0
    return st.selectbox(plain(label), list(texts), index, format_func=lambda code: texts[code], key=key)


def _ask_names(strange: Given[str, list[str]], guesses: Given[str, str], file: str, data: BoardData) -> None:
    """Ask which indicators and units the names in a file are; `guesses` are what they probably are."""
    options = {
        "indicators": {code: about.name for code, about in data.indicators.items()},
        "units": {code: unit.name for code, unit in data.units.items()},
    }
    names = [(table, name) for table, found in strange.items() for name in found][:_NAMES]
    signature = "names-" + hashlib.sha256("\n".join(name for _table, name in names).encode()).hexdigest()
    st.html(data_html.title(_("Names that are not known"), _("Say what they are; it is remembered for the next file.")))
    with st.form(f"{_key(file)}-{signature}"):
        picked = {
            name: _select(name, options[table], f"{_key(file)}-{table}-{name}", guesses.get(name, ""))
            for table, name in names
        }
        if st.form_submit_button(_("Read with these names")):
            _keep(file, signature, ColumnMapping(names={name: code for name, code in picked.items() if code}))
