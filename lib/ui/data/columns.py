"""The columns of the editors on the page Data: codes are chosen by their names, numbers written as one writes them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from lib.imports.edits import code_column, title
from lib.imports.sheets.values import DEFAULTS
from lib.imports.sheets.words import word_for
from lib.rules.settings import GOAL_LEVEL
from lib.tables.base import Column, columns, type_of
from lib.tables.model import BY_NAME
from lib.views.board import BoardData
from lib.words.language import _
from lib.words.settings import GOAL_RULES, setting_name

# In pixels; the others are as wide as their content.
_WIDTHS = {
    **dict.fromkeys(("comment", "note", "text", "decision", "effect"), 340),
    **dict.fromkeys(("indicator", "goal", "name", "title"), 260),
    **dict.fromkeys(("setting", "rule", "unit", "parent", "source"), 170),
    **dict.fromkeys(("stage", "verdict"), 150),
}


def config(table: str, settings: tuple[str, ...], column: Column[Any], data: BoardData) -> Any:
    """The configuration of a column of a table (of some settings only) in its editor."""
    about: dict[str, Any] = {
        "label": title(BY_NAME[table], column.name),
        "help": _help(column),
        "width": _WIDTHS.get(column.name),
        "pinned": column.name == order(table, [column.name for column in columns(BY_NAME[table])][1:])[0],
    }
    texts = options(table, settings, column, data)
    if texts:
        about |= {"options": list(texts), "format_func": lambda code: texts.get(code, code)}
        about["width"] = about["width"] or max(90, 9 * max(map(len, texts.values())))
        return st.column_config.SelectboxColumn(**about, default=DEFAULTS.get(column.name))
    if type_of(column) is date:
        return st.column_config.DateColumn(**about, format="YYYY-MM-DD")
    if type_of(column) is bool:
        return st.column_config.CheckboxColumn(**about, default=DEFAULTS.get(column.name))
    is_number = type_of(column) in {float, int}
    return st.column_config.TextColumn(**about, alignment="right" if is_number else None)


# The columns to fill in first come first, where the table's own order is another; the rest follow.
_FIRST = {
    "assessments": ("goal", "unit", "aspect", "period_start", "period_end", "stage", "verdict", "comment"),
    "events": ("date", "text", "breaks_series", "indicator", "unit", "area"),
    "actions": ("text", "goal", "responsible", "due", "state", "ended", "begun", "unit", "indicator", "effect"),
    "units": ("name", "parent", "kind", "valid_from", "valid_to"),
    "settings": ("setting", "value"),
    "goals": ("title", "number", "parent", "area", "responsible", "valid_from", "valid_to", "level", "unit"),
    "indicators": ("name", "unit_of_measure", "better", "area", "frequency", "statistic", "decimals", "kolada"),
    "targets": ("indicator", "value", "rule", "valid_from", "valid_to", "unit", "gender", "upper", "near"),
    "comparisons": ("group", "unit", "kind"),
    "areas": ("name", "order"),
    "meetings": ("title", "date", "frozen"),
    "sources": ("title", "kind", "date"),
    "successions": ("unit", "successor", "date", "kind"),
}


def order(table: str, names: Sequence[str]) -> list[str]:
    """The columns of a table in the order in which one fills them in."""
    first, code = [name for name in _FIRST.get(table, ()) if name in names], code_column(BY_NAME[table])
    rest = [name for name in names if name not in first]
    return [*first, *(name for name in rest if name != code), *(name for name in rest if name == code)]


def _help(column: Column[Any]) -> str | None:
    if type_of(column) is date and column.nullable:
        return _("Leave empty if no date applies.")
    return _(column.info["help"]) if column.info.get("help") else None


def options(table: str, settings: tuple[str, ...], column: Column[Any], data: BoardData) -> dict[str, str]:
    """The options of a column, code -> text; none where one writes."""
    if column.name == "setting":
        return {code: setting_name(code) for code in settings}
    if column.name == "value" and settings == (GOAL_LEVEL,):
        return {rule.value: _(text) for rule, text in GOAL_RULES.items()}
    codes: Mapping[str, str] = {
        "indicators": {code: about.name for code, about in data.indicators.items()},
        "goals": {code: f"{goal.number} {goal.title}".strip() for code, goal in data.goals.items()},
        "areas": {code: area.name for code, area in data.areas.items()},
        "units": {code: unit.name for code, unit in data.units.items()},
        "meetings": {row.meeting: f"{row.date} {row.title}".strip() for row in data.meetings},
        "sources": {code: source.title for code, source in data.sources.items()},
    }.get(column.info.get("refers", ""), {})
    if codes or column.info.get("refers"):
        return {"": "–"} | dict(codes)
    return {code: word_for(table, column.name, code) for code in column.info.get("choices") or ()}
