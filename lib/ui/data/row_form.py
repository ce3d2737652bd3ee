"""One row of a table as a form on the page Data, for phones and for tables with many columns."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from lib.imports.edits import changes, code_column, shown, title
from lib.imports.sheets.values import DEFAULTS
from lib.tables.base import Column, Row, columns, type_of
from lib.tables.model import BY_NAME
from lib.tables.records import Record, cell, key_of
from lib.ui import choices
from lib.ui.data import columns as data_columns
from lib.ui.data.parts import Edited, Part, called
from lib.views.board import BoardData
from lib.web.pages import data as data_html
from lib.words.language import _

# Columns with room for more than a line; in pixels, their height.
_LONG, _HEIGHT = (
    frozenset({"description", "definition", "comment", "note", "text", "follow_up", "decision", "effect"}),
    100,
)
_NEW = ""
# What the address may say of a new row.
_GIVEN = frozenset({"goal"})


def edit(part: Part, there: list[Record], data: BoardData) -> Edited:
    """Draw the form of the row that the address names, or of a new one."""
    table, name = BY_NAME[part.table], called(data)
    st.html(data_html.title(part.title()))
    codes = {_code(table, record): place for place, record in enumerate(there)}
    texts = {code: _about(table, there[place], name(there[place])) for code, place in codes.items()}
    of = f"row-{'-'.join(part.settings)}".rstrip("-")
    chosen = choices.pick(_("Row"), of, {_NEW: _("New row"), **texts})
    place = codes.get(chosen, len(there))
    old = there[place] if chosen else None
    key = f"data-row-{data.code}-{part.table}-{of}-{abs(hash(repr(old)))}-{len(there)}"
    if old and st.checkbox(_("Remove the row"), key=f"{key}-gone"):
        return Edited({}, [old], [], f"{key}-gone")
    fields = shown(table, old) if old else {}
    given = {
        column.name: _field(part, column, fields, f"{key}-{column.name}", data)
        for column in _in_order(part, table)
        if column.name not in part.fixed()
    }
    rows: dict[int, Mapping[str, Any]] = {number: shown(table, record) for number, record in enumerate(there)}
    rows[place] = given
    put, gone, problems = changes(table, data.code, there, rows, name, part.fixed())
    return Edited({part.table: put}, gone, problems, key)


def _code(table: type[Row], record: Record) -> str:
    return "/".join(cell(value) for value in key_of(table, record)[1:])


def _about(table: type[Row], record: Record, name: str) -> str:
    """A row among others: its name, and what else tells it from those of the same name."""
    own = {code_column(table), "indicator", "goal", "setting", "successor"}
    rest = [cell(record[column]) for column in table.key[1:] if column not in own and record[column] not in ("", "T")]
    return ", ".join(filter(None, (name, *rest)))


def _in_order(part: Part, table: type[Row]) -> list[Column[Any]]:
    of = {column.name: column for column in columns(table) if column.name != "board"}
    return [of[name] for name in data_columns.order(part.table, list(of))]


def _field(part: Part, column: Column[Any], fields: Mapping[str, Any], key: str, data: BoardData) -> Any:
    """The field of a column with what stands there; a new row has the usual values."""
    label, value = title(BY_NAME[part.table], column.name), fields.get(column.name)
    if not fields:
        value = st.query_params.get(column.name) if column.name in _GIVEN else DEFAULTS.get(column.name)
    help_ = _(column.info["help"]) if column.info.get("help") else None
    texts = data_columns.options(part.table, part.settings, column, data)
    if texts:
        codes = list(texts)
        index = codes.index(value) if value in codes else None
        picked = st.selectbox(label, codes, index, format_func=lambda code: texts[code], key=key, help=help_)
        return picked or ""
    if type_of(column) is bool and column.nullable:
        truths = {"": "–", "true": _("yes"), "false": _("no")}
        index = list(truths).index(cell(value))
        return st.selectbox(label, list(truths), index, format_func=lambda code: truths[code], key=key, help=help_)
    if type_of(column) is bool:
        return st.checkbox(label, bool(value), key=key, help=help_)
    text = value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
    hint = "2025-12-31" if type_of(column) is date else None
    if column.name in _LONG:
        return st.text_area(label, text, _HEIGHT, key=key, help=help_)
    return st.text_input(label, text, key=key, help=help_, placeholder=hint)
