"""The tables of the interchange format as records: reading and writing of cells, and the problems found in them.

The seed, an export and the sheets of the Excel template are the same tables (`lib/tables/folder.py` has them as files).
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Boolean, Column, Date, Float, Integer

from lib.tables.base import Row, columns
from lib.words.language import _, shortest

Record = dict[str, Any]
# The values of the columns that identify a row.
Key = tuple[Any, ...]
Records = dict[str, list[Record]]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a table: where (file or sheet, row, column) and a plain sentence. Row 1 is the heading.

    A whole table's problem also says which row it is about, and itself without that row's key (`said`).
    """

    where: str
    row: int
    column: str
    sentence: str
    about: "RowProblem | None" = field(default=None, compare=False)

    def __str__(self) -> str:
        place = ", ".join(
            part
            for part in (
                self.where,
                _("row {row}").format(row=self.row) if self.row else "",
                _("column {column}").format(column=self.column) if self.column else "",
            )
            if part
        )
        return f"{place}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class RowProblem:
    """The row that a problem is about, in its table, and the problem in a sentence that does not name the row."""

    table: str
    record: Record
    sentence: str


class BadTables(ValueError):
    """Tables that cannot be taken into the store; carries every problem at once."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def _truth(text: str) -> bool:
    return {"true": True, "false": False}[text]


def _whole(text: str) -> int:
    number = int(text)
    if abs(number) >= 2**31:  # more than PostgreSQL's integers hold
        raise ValueError(text)
    return number


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _parser(column: Column[Any]) -> tuple[Callable[[str], Any], str]:
    """The function that reads a column's text, and the sentence for text that cannot be read."""
    if isinstance(column.type, Date):
        return date.fromisoformat, _("“{value}” is not a date. Write it as 2016-12-31.")
    if isinstance(column.type, Boolean):
        return _truth, _("“{value}” is neither true nor false.")
    if isinstance(column.type, Integer):
        return _whole, _("“{value}” is not a whole number.")
    if isinstance(column.type, Float):
        return _finite, _("“{value}” is not a number.")
    return str, ""


def parse(table: type[Row], cells: Mapping[str, str], where: str, row: int) -> tuple[Record, list[Problem]]:
    """One row of text as typed values, with every cell that could not be read."""
    record: Record = {}
    problems = []
    for column in columns(table):
        text = cells.get(column.name) or ""
        read, complaint = _parser(column)
        if text == "" and not isinstance(column.default, type(None)):
            record[column.name] = ""
        elif text == "":
            record[column.name] = None
            if not column.nullable:
                problems.append(Problem(where, row, column.name, _("The value is missing.")))
        else:
            try:
                record[column.name] = read(text)
            except (ValueError, KeyError):
                problems.append(Problem(where, row, column.name, complaint.format(value=text)))
        problems += _not_allowed(column, record.get(column.name), where, row)
    return record, problems


def _not_allowed(column: Column[Any], value: Any, where: str, row: int) -> list[Problem]:
    choices = column.info.get("choices")
    if not choices or value is None or value in choices:
        return []
    sentence = _("“{value}” is not one of {choices}.").format(value=value, choices=", ".join(choices))
    return [Problem(where, row, column.name, sentence)]


def key_of(table: type[Row], record: Mapping[str, Any]) -> tuple[Any, ...]:
    """The key that identifies a current row."""
    return _key_getter(table)(record)


@cache
def _key_getter(table: type[Row]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    """Many thousand rows are asked for theirs at a time."""
    if len(table.key) > 1:
        return itemgetter(*table.key)
    (name,) = table.key
    return lambda record: (record[name],)


def cell(value: Any) -> str:
    """A value as it stands in a file: numbers in their shortest form with decimal point, dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return shortest(value)
    return value.isoformat() if isinstance(value, date) else str(value)
