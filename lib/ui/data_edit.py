"""Changing by hand on the page Data: targets, verdicts, units and settings in a table, then preview and batch."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st
from sqlalchemy import Column, Date, Float, Integer

from lib.board import BoardData
from lib.files.sheet_words import word_for
from lib.model import BY_NAME
from lib.plan_words import TABLE_NAMES
from lib.preview import preview
from lib.rows import Row, columns
from lib.tables import Problem, Record, cell, key_of, parse
from lib.ui import choices, data_html, reading
from lib.ui.choices import Choices
from lib.ui.data_confirm import Source, confirm, draw, editor_state
from lib.words import _

EDITED = ("targets", "assessments", "units", "settings")
# Where a row stands in its document is not told by hand; a row keeps what it has.
_LEFT_OUT = frozenset({"board", "source", "locator"})


def show(chosen: Choices, data: BoardData) -> None:
    """The table that the address asks for, and what its changes would do."""
    name = choices.pick(_("Table"), "table", {one: _(TABLE_NAMES[one]) for one in EDITED}, EDITED[0])
    st.html(
        data_html.title(_(TABLE_NAMES[name]), _("Change a cell, add a row at the end, or mark rows and remove them."))
    )
    table, store = BY_NAME[name], reading.store()
    there = [one.record for one in store.standing(data.code)[name]]
    shown = [column for column in columns(table) if column.name not in _LEFT_OUT]
    key = f"data-edit-{data.code}-{name}-{store.version()}"
    given = pd.DataFrame([{one.name: record[one.name] for one in shown} for record in there], columns=_names(shown))
    edited = st.data_editor(
        given.astype(object).where(given.notna(), None),
        key=key,
        num_rows="dynamic",
        hide_index=True,
        width="stretch",
        placeholder="",
        column_config={column.name: _config(name, column, data) for column in shown},
    )
    put, gone, problems = changes(table, data.code, there, edited.to_dict("index"))
    if not put and not gone and not problems:
        return
    _confirm(data.code, name, put, gone, problems, key)


def _confirm(board: str, table: str, put: list[Record], gone: list[Record], problems: list[Problem], key: str) -> None:
    store = reading.store()
    one = preview(store, store.plan(board, {table: put}, {table: gone}))
    wrong = [*problems, *one.faults]
    st.html(data_html.title(_("What changes")) + data_html.story(one))
    draw(data_html.problems(wrong, _("Must be mended"), _("Nothing can be written until this is mended.")))
    draw(data_html.changed_statuses(one))
    if one.plan:
        rows = one.rows(data_html.ROWS)
        st.html(data_html.title(_("Row by row")) + data_html.rows_table(rows, _("Row by row"), len(one.plan.steps)))
    stop = _("Mend what is wrong first.") if wrong else ""
    confirm(one.plan, Source("edit", choices=(key, editor_state(key))), _("Write the changes"), stop=stop)


def changes(
    table: type[Row], board: str, there: list[Record], edited: Mapping[Any, Mapping[Any, Any]]
) -> tuple[list[Record], list[Record], list[Problem]]:
    """The rows to put and those to withdraw, with every cell that cannot be read.

    `edited` is what the editor holds by number; numbers below those of `there` are its rows, the others are new.
    """
    put, problems = [], []
    gone = [record for number, record in enumerate(there) if number not in edited]
    for place, (number, row) in enumerate(edited.items(), start=1):
        old = there[number] if isinstance(number, int) and number < len(there) else None
        record, bad = _read(table, board, row, old, place)
        if bad:
            problems += bad
        elif record != old:
            put.append(record)
            if old and key_of(table, old) != key_of(table, record):
                gone.append(old)
    kept = {key_of(table, record) for record in put}
    return put, [record for record in gone if key_of(table, record) not in kept], problems


def _read(
    table: type[Row], board: str, row: Mapping[Any, Any], old: Record | None, place: int
) -> tuple[Record, list[Problem]]:
    cells = {name: cell(value) for name, value in (old or {}).items()} | {"board": board}
    cells |= {str(name): _text(value) for name, value in row.items()}
    return parse(table, cells, _(TABLE_NAMES[table.__tablename__]), place)


def _text(value: Any) -> str:
    """What stands in an editor's cell, as a file would have it."""
    if value is None or value is pd.NaT or (isinstance(value, float) and pd.isna(value)):
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, str):
        return " ".join(value.split()) if value.startswith(("\t", "\r", "\n")) else value.strip()
    return cell(value)


def _names(shown: list[Column[Any]]) -> list[str]:
    return [column.name for column in shown]


def _config(table: str, column: Column[Any], data: BoardData) -> Any:
    """How a column is shown and edited: codes are chosen by their names."""
    about: dict[str, Any] = {
        "label": _(column.info["title"]),
        "help": _(column.info["help"]) if column.info.get("help") else None,
    }
    options = _options(table, column, data)
    if options:
        about |= {"options": list(options), "format_func": lambda code: options.get(code, code)}
        return st.column_config.SelectboxColumn(**about, required=column.name in BY_NAME[table].key[1:2])
    if isinstance(column.type, Date):
        return st.column_config.DateColumn(**about, format="YYYY-MM-DD")
    if isinstance(column.type, Float | Integer):
        return st.column_config.NumberColumn(**about, format="plain")
    return st.column_config.TextColumn(**about)


def _options(table: str, column: Column[Any], data: BoardData) -> dict[str, str]:
    codes: Mapping[str, str] = {
        "indicators": {code: about.name for code, about in data.indicators.items()},
        "goals": {code: goal.title for code, goal in data.goals.items()},
        "units": {code: unit.name for code, unit in data.units.items()},
    }.get(column.info.get("refers", ""), {})
    if codes or column.info.get("refers"):
        return {"": "–"} | dict(codes)
    return {code: word_for(table, column.name, code) for code in column.info.get("choices") or ()}
