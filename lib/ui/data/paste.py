"""A table pasted from Word or Excel on the page Data: what its columns are, what it gives, and unknown names to add."""

from collections.abc import Mapping, Sequence

import streamlit as st

from lib.imports.cells import Misread
from lib.imports.edits import code_column, new_code, title
from lib.imports.pasted import YEAR, Pasted, cells_of, guess, has_headings, read_pasted
from lib.imports.sheets.values import reader_of, usual
from lib.imports.upload import visible_rows
from lib.tables.base import Row, columns, type_of
from lib.tables.model import BY_NAME, Target
from lib.tables.records import Problem, Record, Records
from lib.tables.safe_text import printable
from lib.ui.choices import line, plain
from lib.ui.data import columns as data_columns
from lib.ui.data.confirm import draw
from lib.ui.data.parts import Edited
from lib.views.board import BoardData
from lib.web import memory
from lib.web.pages import data as data_html
from lib.web.pages.sample import first_rows
from lib.words.language import _, ngettext, number

TABLES = frozenset({"goals", "indicators", "goal_indicators", "targets", "areas", "units", "meetings", "sources"})
# What can be added on the spot with nothing but its name.
_ADDED = ("areas", "units")
# So many names are offered and rows shown at a time; in pixels, the width of a pick and the height of the box.
_NAMES, _SHOWN, _WIDTH, _HEIGHT = 20, 5, 190, 180
# What must be said of every row where no column says it.
_ASKED = {
    "indicators": ("unit_of_measure", "better", "statistic", "frequency", "area"),
    "targets": ("rule", "valid_from", "valid_to"),
    "units": ("kind", "parent"),
    "goals": ("area", "valid_from", "valid_to", "responsible"),
}
_DEFAULT = {"kind": "unit", "statistic": "share", "frequency": "year"}


def edit(name: str, data: BoardData) -> Edited:
    """Draw the box to paste in, what its columns are, and what it gives."""
    table = BY_NAME[name]
    about = _("Copy the rows in Word or Excel and paste them here, with their headings if there are any.")
    st.html(data_html.title(_("Paste"), about))
    key = f"data-paste-{data.code}-{name}-{memory.store().version()}"
    text = st.text_area(_("Rows"), "", _HEIGHT, key=key)
    rows = cells_of(text)
    if not rows:
        return Edited({}, [], [], key)
    roles = guess(table, rows)
    is_headed = st.checkbox(_("The first row is headings"), has_headings(table, rows), key=f"{key}-headed")
    roles = _columns(table, rows, roles, key)
    body = rows[1:] if is_headed else rows
    st.html(first_rows(rows[:_SHOWN], _("Rows")))
    fixed, wrong = _fixed(table, roles, key, data)
    stored = visible_rows(memory.store(), data.code)
    pasted = read_pasted(table, body, roles, stored, data.code, fixed, 1 + is_headed)
    added = _add(pasted, stored, key, data)
    if added:
        pasted = read_pasted(table, body, roles, _joined(stored, added), data.code, fixed, 1 + is_headed)
    draw(data_html.listed(pasted.remarks))
    n = len(body)
    line(ngettext("{n} row was pasted.", "{n} rows were pasted.", n).format(n=number(n)))
    return Edited({**added, **pasted.put}, [], [*wrong, *pasted.problems], key)


def _columns(table: type[Row], rows: Sequence[Sequence[str]], roles: Sequence[str], key: str) -> list[str]:
    """A pick for each pasted column: which of the table's it is."""
    titles = {column.name: title(table, column.name) for column in columns(table) if column.name != "board"}
    own = code_column(table)
    order = [name for name in data_columns.order(table.__tablename__, list(titles)) if name != own]
    texts = {"": _("Not used"), **{name: titles[name] for name in order}}
    if table is Target:
        texts[YEAR] = _("Year")
    line(_("What the columns are:"))
    chosen = []
    with st.container(horizontal=True):
        for at, role in enumerate(roles):
            sample = next((row[at] for row in rows if at < len(row) and row[at]), "")
            label = f"{at + 1}. {sample[:24]}"
            codes = list(texts)
            index = codes.index(role) if role in codes else 0
            picked = st.selectbox(
                plain(label), codes, index, format_func=lambda code: texts[code], key=f"{key}-column-{at}", width=_WIDTH
            )
            chosen.append(picked or "")
    return chosen


def _fixed(table: type[Row], roles: Sequence[str], key: str, data: BoardData) -> tuple[Record, list[Problem]]:
    """What is valid for all rows, where no column says it: picked or written, empty where it is not said."""
    of = {column.name: column for column in columns(table)}
    asked = [name for name in _ASKED.get(table.__tablename__, ()) if name not in roles]
    if YEAR in roles:
        asked = [name for name in asked if not name.startswith("valid")]
    if not asked:
        return {}, []
    line(_("For all rows that say nothing else:"))
    given: dict[str, str] = {}
    with st.container(horizontal=True):
        for name in asked:
            label, usual_code = title(table, name), _DEFAULT.get(name, "")
            texts = data_columns.options(table.__tablename__, (), of[name], data)
            if texts:
                codes = list(texts)
                index = codes.index(usual_code) if usual_code in codes else None
                picked = st.selectbox(
                    label,
                    codes,
                    index,
                    format_func=lambda code, texts=texts: texts[code],
                    key=f"{key}-all-{name}",
                    width=_WIDTH,
                )
                given[name] = picked or ""
            else:
                hint = "2026-01-01" if name == "valid_from" else "2026-12-31" if name == "valid_to" else None
                given[name] = st.text_input(label, key=f"{key}-all-{name}", width=_WIDTH, placeholder=hint)
    return _read(table, {name: text for name, text in given.items() if text})


def _read(table: type[Row], given: Mapping[str, str]) -> tuple[Record, list[Problem]]:
    """What is said of all rows, as the table has it."""
    of = {column.name: column for column in columns(table)}
    fixed, wrong = Record(), list[Problem]()
    for name, text in given.items():
        column = of[name]
        is_picked = bool(column.info.get("choices") or column.info.get("refers"))
        is_text = is_picked or type_of(column) is str
        try:
            fixed[name] = printable(text) if is_text else reader_of(column)(text)
        except Misread as misread:
            wrong.append(Problem(_("For all rows"), 0, title(table, name), str(misread)))
    return fixed, wrong


def _add(pasted: Pasted, stored: Records, key: str, data: BoardData) -> Records:
    """Areas and units that nobody knows, added where they are ticked."""
    added: Records = {}
    for name in _ADDED:
        table = BY_NAME[name]
        taken = {row[code_column(table)] for row in stored.get(name, ())}
        for text in pasted.strange.get(name, ())[:_NAMES]:
            label = _("Add the area {name}") if name == "areas" else _("Add the unit {name}")
            if st.checkbox(plain(label.format(name=text)), key=f"{key}-add-{name}-{text}"):
                code = new_code(table, {"name": text}, taken)
                taken.add(code)
                order = len(stored.get(name, ())) + len(added.get(name, ())) + 1
                more = {"order": order} if name == "areas" else {"kind": "unit"}
                row = usual(table, {"board": data.code, code_column(table): code, "name": text, **more})
                added.setdefault(name, []).append(row)
    return added


def _joined(stored: Records, added: Records) -> Records:
    return {**stored, **{table: [*stored.get(table, ()), *rows] for table, rows in added.items()}}
