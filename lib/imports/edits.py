"""The changes made in an editor's table: rows to put and to withdraw, and its faults.

The editor shows a row as `shown` gives it: codes (which it shows by name), days, and numbers as they are written in
the language in use. A cell that nobody touched keeps its value to the last digit.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from lib.imports.cells import Misread, read_number
from lib.imports.sheets.values import DEFAULTS, reader_of, text_in, usual
from lib.rules.settings import NEAR, is_allowed
from lib.tables.base import Column, Row, columns, type_of
from lib.tables.codes import code_of, slug
from lib.tables.model import Area, BoardEvent, BoardSetting, Goal, GoalAction, Indicator, Meeting, Source, Unit
from lib.tables.records import Problem, Record, cell, key_of
from lib.tables.row_checks import complaints
from lib.tables.safe_text import printable
from lib.tables.table_checks import ordered, out_of_order
from lib.words.language import _, decimals_of, number, shortest
from lib.words.settings import value_text

Rows = Mapping[Any, Mapping[Any, Any]]

# Tables whose rows have a code of their own, made from this column where none is given.
_NAMED: dict[type[Row], str] = {
    Area: "name",
    BoardEvent: "text",
    Goal: "title",
    GoalAction: "text",
    Indicator: "name",
    Meeting: "title",
    Source: "title",
    Unit: "name",
}


def code_column(table: type[Row]) -> str:
    """The column with a row's own code, which needs not be written; '' where there is none."""
    return table.key[1] if table in _NAMED else ""


def new_code(table: type[Row], record: Record, taken: Collection[str]) -> str:
    """A code for a new row, made from its name."""
    return code_of(record[_NAMED[table]], taken, table.key[1])


def name_column(table: type[Row]) -> str:
    """The column with the name of a row that has a code of its own."""
    return _NAMED[table]


def shown(table: type[Row], record: Record) -> Record:
    """A row as the editor has it."""
    return {column.name: _shown(column, record[column.name], record) for column in columns(table)}


def _shown(column: Column[Any], value: Any, record: Record) -> Any:
    if record.get("setting") == NEAR and column.name == "value" and value:
        return value_text(NEAR, value)
    if value is not None and type_of(column) in {float, int}:
        return number(value, decimals_of(value))
    return value


def changes(
    table: type[Row],
    board: str,
    there: list[Record],
    edited: Rows,
    called: Callable[[Record], str] = lambda _record: "",
    fixed: Mapping[str, str] | None = None,
) -> tuple[list[Record], list[Record], list[Problem]]:
    """The rows to put and those to withdraw, with everything that cannot be read or cannot stand.

    `edited` is what the editor holds by number; numbers below those of `there` are its rows, the others are new.
    `called` names a row in a sentence ('' = it has no name yet); `fixed` holds for new rows without being shown.
    """
    put, stays, problems = list[Record](), list[Record](), list[Problem]()
    gone = [record for place, record in enumerate(there) if place not in edited]
    for place, row in edited.items():
        old = there[place] if isinstance(place, int) and place < len(there) else None
        if old is None and _is_untouched(row):
            continue
        record, wrong = _read(table, old or usual(table, {"board": board, **(fixed or {})}), row)
        code = code_column(table)
        if old is None and code and not record[code]:
            record[code] = new_code(table, record, {other[code] for other in [*there, *stays]})
        wrong = wrong or list(dict.fromkeys(_broken(table, record)))
        where = called(record) or _("New row")
        problems += [Problem(where, 0, title(table, name), sentence) for name, sentence in wrong]
        if not wrong:
            stays.append(record)
        if not wrong and record != old:
            put.append(record)
            if old and key_of(table, old) != key_of(table, record):
                gone.append(old)
    problems += _twice(table, stays, called)
    keys = {key_of(table, record) for record in put}
    return put, [record for record in gone if key_of(table, record) not in keys], problems


def _is_untouched(row: Mapping[Any, Any]) -> bool:
    """Whether a new row has nothing yet but what the editor itself puts there."""
    return all(_text(value) in ("", _text(DEFAULTS.get(str(name)))) for name, value in row.items())


def _read(table: type[Row], before: Record, row: Mapping[Any, Any]) -> tuple[Record, list[tuple[str, str]]]:
    """The row with the cells that were changed, and the columns that cannot be read, each with what to say."""
    record, wrong, as_shown = dict(before), [], shown(table, before)
    for column in columns(table):
        name = column.name
        if name in row and _text(row[name]) != _text(as_shown[name]):
            try:
                record[name] = _value(table, column, _text(row[name]), record)
            except Misread as sentence:
                wrong.append((name, str(sentence)))
    return record, wrong


def _value(table: type[Row], column: Column[Any], text: str, record: Record) -> Any:
    """The value of a changed cell. Raises Misread."""
    if column.info.get("choices") or column.info.get("refers"):
        return text or DEFAULTS.get(column.name, "")  # picked from a list
    if record.get("setting") == NEAR and column.name == "value":
        return shortest(read_number(text))
    value = printable(text_in(text)) if type_of(column) is str else reader_of(column)(text)
    if column.name == table.key[1] and slug(text) != text:
        sentence = _("“{value}” cannot be a code. A code is small letters a–z, figures and hyphens.")
        raise Misread(sentence.format(value=text))
    return value


def _broken(table: type[Row], record: Record) -> Iterator[tuple[str, str]]:
    """The columns of a whole row that break a rule, each with what to say."""
    for column in columns(table):
        choices = column.info.get("choices")
        if choices and record[column.name] not in choices and column.name not in table.key[:2]:
            yield column.name, _("The value is missing.")
        if not column.nullable and record[column.name] is None:
            yield column.name, _("The value is missing.")
    named = _NAMED.get(table)
    if named and not record[named].strip():
        yield named, _("The value is missing.")
    if table is BoardSetting and record["setting"] and not is_allowed(record["setting"], record["value"]):
        yield (
            "value",
            _("A number from zero up is needed.") if record["setting"] == NEAR else _("The value is missing."),
        )
    yield from out_of_order(record, ordered(table))
    yield from complaints(table, record)


def _twice(table: type[Row], rows: list[Record], called: Callable[[Record], str]) -> list[Problem]:
    """Rows that are about the same as another."""
    times = Counter(key_of(table, record) for record in rows)
    same = ", ".join(title(table, name).lower() for name in table.key[1:])
    sentence = _("The row is there twice. No two rows have the same {columns}.").format(columns=same)
    first = {key_of(table, record): record for record in rows}
    return [Problem(called(first[key]), 0, "", sentence) for key, n in times.items() if n > 1]


def title(table: type[Row], name: str) -> str:
    """The heading of a column of the editor."""
    if name == code_column(table):
        return _("Code")
    return next(_(column.info["title"]) for column in columns(table) if column.name == name)


def _text(value: Any) -> str:
    """The content of an editor's cell, as a file would have it."""
    if value is None or value is pd.NaT or (isinstance(value, float) and pd.isna(value)):
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.strip() if isinstance(value, str) else cell(value)
