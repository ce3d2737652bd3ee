"""Changing by hand on the page Data: in a table, a row at a time, or pasted; then preview and batch."""

import pandas as pd
import streamlit as st

from lib.imports.edits import changes, shown
from lib.imports.preview.plan_text import TABLE_NAMES, BoardNames
from lib.imports.preview.preview import preview
from lib.tables.base import columns
from lib.tables.model import BY_NAME
from lib.tables.records import Record, Records
from lib.ui import choices
from lib.ui.data import columns as data_columns
from lib.ui.data import paste, row_form
from lib.ui.data.confirm import PlanOrigin, confirm, draw, state_of
from lib.ui.data.parts import PARTS, USUAL, Edited, Part, called
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.web import memory
from lib.web.pages import data as data_html
from lib.words.language import N_, _
from lib.words.settings import default_text

_LEFT_OUT = frozenset({"board"})
# The rows of an editor that are shown before it scrolls, and the height of one in pixels.
_ROWS, _HEIGHT = 16, 35
_SEEN = "data-edited"
TABLE, ROW, PASTE = "", "row", "paste"
_WAYS = {TABLE: N_("In a table"), ROW: N_("One row at a time"), PASTE: N_("Paste from Word or Excel")}


def show(choice: Choice, data: BoardData) -> None:
    """The table that the address asks for, in the way that it asks for, and the effects of its changes."""
    left, right = st.columns(2)
    with left:
        name = choices.pick(_("Table"), "table", {table: _(TABLE_NAMES[table]) for table in PARTS}, USUAL)
    with right:
        ways = {way: _(text) for way, text in _WAYS.items() if way != PASTE or name in paste.TABLES}
        way = choices.pick(_("How"), "how", ways)
    there = [row.record for row in memory.store().standing(data.code)[name]]
    if way == PASTE:
        edited = [paste.edit(name, data)]
    else:
        edit = row_form.edit if way == ROW else _edit
        edited = [edit(part, [record for record in there if part.has(record)], data) for part in PARTS[name]]
    _report_lost(data.code, f"{name}-{way}", edited)
    if any(editor.has_changes for editor in edited):
        _confirm(data.code, name, edited)


def _edit(part: Part, there: list[Record], data: BoardData) -> Edited:
    """Draw an editor. Its key follows its rows, so that batches about other rows leave it as it is."""
    table = BY_NAME[part.table]
    st.html(data_html.title(part.title(), _about(part)))
    columns_shown = [
        column for column in columns(table) if column.name not in _LEFT_OUT and column.name not in part.fixed()
    ]
    names = [column.name for column in columns_shown]
    rows = [{name: fields[name] for name in names} for fields in (shown(table, record) for record in there)]
    given = pd.DataFrame(rows, columns=names).astype(object)
    st.html(data_html.on_paper(part.table, there, BoardNames.of(data)))
    key = f"data-edit-{data.code}-{part.table}-{'-'.join(part.settings)}-{abs(hash(repr(there)))}"
    edited = st.data_editor(
        given.where(given.notna(), None),
        key=key,
        num_rows="dynamic",
        hide_index=True,
        width="stretch",
        height=_HEIGHT * min(len(there) + 3, _ROWS) + 2,
        placeholder="",
        alt=part.title(),
        column_order=data_columns.order(part.table, names),
        column_config={
            column.name: data_columns.config(part.table, part.settings, column, data) for column in columns_shown
        },
    )
    put, gone, problems = changes(table, data.code, there, edited.to_dict("index"), called(data), part.fixed())
    return Edited({part.table: put}, gone, problems, key)


def _about(part: Part) -> str:
    """The purpose of an editor, and the rule that holds where it is empty."""
    if not part.fixed():
        return _(part.about)
    default = _("Default: {default}.").format(default=default_text(part.settings[0]))
    return f"{_(part.about)} {default}"


def _report_lost(board: str, name: str, edited: list[Edited]) -> None:
    """Warn where unsaved changes are gone because somebody else has written in the same table meanwhile."""
    keys = [editor.key for editor in edited]
    of, before, had = st.session_state.get(_SEEN, ((), [], False))
    if of == (board, name) and had and before != keys:
        st.warning(_("Someone else has saved changes in this table. Here it is as it is now; make your changes again."))
    unsaved = any(editor.has_changes for editor in edited)
    st.session_state[_SEEN] = ((board, name), keys, unsaved)


def _confirm(board: str, table: str, edited: list[Edited]) -> None:
    put: Records = {}
    for editor in edited:
        for name, records in editor.put.items():
            put.setdefault(name, []).extend(records)
    gone = [record for editor in edited for record in editor.gone]
    store = memory.store()
    outcome = preview(store, store.plan(board, put, {table: gone}))
    wrong = [*(problem for part in edited for problem in part.problems), *outcome.faults]
    st.html(data_html.title(_("What changes")) + data_html.story(outcome))
    draw(data_html.problems(wrong, _("Must be corrected"), _("Nothing can be saved until this is corrected.")))
    draw(data_html.changed_statuses(outcome))
    if outcome.plan:
        rows = outcome.rows(data_html.ROWS)
        st.html(data_html.title(_("Row by row")) + data_html.rows_table(rows, _("Row by row"), len(outcome.plan.steps)))
    stop = _("Correct what is wrong first.") if wrong else ""
    source = PlanOrigin("edit", choices=state_of(part.key for part in edited))
    confirm(outcome.plan, source, _("Save the changes"), stop=stop)
