"""Names in a file that nobody knows, added on the spot as units or indicators; the file is then read again."""

from collections.abc import Mapping, Sequence

import streamlit as st

from lib.imports.edits import changes, title
from lib.imports.preview.preview import preview
from lib.tables.base import columns
from lib.tables.codes import code_of
from lib.tables.model import BY_NAME
from lib.tables.records import Problem, Record
from lib.ui.choices import plain
from lib.ui.data import columns as data_columns
from lib.ui.data.confirm import PlanOrigin, confirm, draw, state_of
from lib.views.board import BoardData
from lib.web import memory
from lib.web.pages import data as data_html
from lib.words.language import _, ngettext, number

# So many names are offered at a time; in pixels, the width of a field.
_NAMES, _WIDTH = 20, 190
# What must be said of something new; the rest has its usual value and can be changed by hand later.
_FIELDS = {
    "units": ("parent", "kind"),
    "indicators": ("area", "unit_of_measure", "better", "statistic", "frequency", "decimals"),
}
_USUAL = {"kind": "unit", "statistic": "share", "frequency": "year", "decimals": "0"}


def add(strange: Mapping[str, Sequence[str]], file: str, data: BoardData) -> bool:
    """Offer the unknown names to be added; whether some are chosen, so that they come before the file's figures."""
    put: dict[str, list[Record]] = {}
    problems, keys = list[Problem](), list[str]()
    with st.expander(_("Add what is missing")):
        st.caption(_("Tick what is new to the board and say what it is. It becomes a change of its own."))
        for table, names in strange.items():
            if names:
                key = f"data-add-{file}-{table}-{memory.store().version()}"
                keys += [f"{key}-{name}" for name in names]
                put[table], wrong = _new_rows(table, names[:_NAMES], key, data)
                problems += wrong
    if not any(put.values()) and not problems:
        return False
    _confirm(data.code, put, problems, keys)
    return True


def _new_rows(table: str, names: Sequence[str], key: str, data: BoardData) -> tuple[list[Record], list[Problem]]:
    """The rows of the names that are ticked, and what is wrong in them."""
    code, given = table[:-1], dict[int, dict[str, str]]()
    taken = {row.record[code] for row in memory.store().standing(data.code)[table]}
    for place, name in enumerate(names):
        label = _("Add the unit {name}") if table == "units" else _("Add the indicator {name}")
        if st.checkbox(plain(label.format(name=name)), key=f"{key}-{name}"):
            new = code_of(name, taken)
            taken.add(new)
            given[place] = {code: new, **_fields(table, name, key, data)}
    put, _gone, problems = changes(BY_NAME[table], data.code, [], given, lambda record: str(record["name"]))
    return put, problems


def _fields(table: str, name: str, key: str, data: BoardData) -> dict[str, str]:
    """The fields of something new beside each other, each a choice where only some values are possible."""
    about = {column.name: column for column in columns(BY_NAME[table])}
    values = {"name": name}
    with st.container(horizontal=True):
        for field in _FIELDS[table]:
            label, usual = title(BY_NAME[table], field), _USUAL.get(field, "")
            options = data_columns.options(table, (), about[field], data)
            if options:
                codes = list(options)
                values[field] = (
                    st.selectbox(
                        label,
                        codes,
                        codes.index(usual) if usual in codes else None,
                        format_func=lambda choice, texts=options: texts[choice],
                        key=f"{key}-{name}-{field}",
                        width=_WIDTH,
                    )
                    or ""
                )
            else:
                values[field] = st.text_input(label, usual, key=f"{key}-{name}-{field}", width=_WIDTH)
    return values


def _confirm(board: str, put: Mapping[str, list[Record]], problems: Sequence[Problem], keys: Sequence[str]) -> None:
    store = memory.store()
    outcome = preview(store, store.plan(board, dict(put)))
    draw(data_html.problems([*problems, *outcome.faults], _("Must be corrected"), _("Nothing is added before that.")))
    rows = outcome.rows(data_html.ROWS)
    draw(data_html.rows_table(rows, _("What is added"), len(outcome.plan.steps)) if rows else "")
    n = len(outcome.plan.steps)
    label = ngettext("Add {n} row and read the file again", "Add {n} rows and read the file again", n)
    stop = _("Correct what is wrong first.") if problems or outcome.faults else ""
    confirm(outcome.plan, PlanOrigin("edit", choices=state_of(keys), stays=True), label.format(n=number(n)), stop=stop)
