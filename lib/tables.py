"""The tables of the interchange format as records: how a cell is read and written, and every rule that is checked.

The seed, an export and the sheets of the Excel template are the same tables (`lib/folders.py` has them as files).
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Boolean, Column, Date, Float, Integer

from lib.constraints import complaints
from lib.model import BY_NAME
from lib.organisation import Span
from lib.organisation_rules import impossible
from lib.rows import Row, columns
from lib.settings import is_allowed
from lib.words import _, shortest

Record = dict[str, Any]
Records = dict[str, list[Record]]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a table: where (file or sheet, row, column) and a plain sentence. Row 1 is the heading."""

    where: str
    row: int
    column: str
    sentence: str

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
    """How a column's text is read, and what to say when it cannot be."""
    if isinstance(column.type, Date):
        return date.fromisoformat, _("“{value}” is not a date written as 2016-12-31.")
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


def broken(records: Records) -> list[Problem]:
    """Every rule of the format that whole tables break."""
    checks = (check_keys, check_references, check_order, check_constraints, check_units, check_settings)
    return [problem for check in checks for problem in check(records)]


def key_of(table: type[Row], record: Mapping[str, Any]) -> tuple[Any, ...]:
    """What identifies a current row."""
    return tuple(record[name] for name in table.key)


def _said(key: Iterable[Any]) -> str:
    return " / ".join(cell(part) for part in key)


def _each(records: Records) -> Iterator[tuple[type[Row], int, Record]]:
    for name, rows in records.items():
        for number, record in enumerate(rows, start=2):
            yield BY_NAME[name], number, record


def _where(table: type[Row], record: Record) -> str:
    return f"{record['board']}/{table.__tablename__}"


def check_keys(records: Records) -> list[Problem]:
    """Rows whose key stands more than once."""
    counts = Counter((table.__tablename__, key_of(table, record)) for table, _n, record in _each(records))
    return [
        Problem(name, 0, "", _("{key} stands {n} times.").format(key=_said(key), n=n))
        for (name, key), n in counts.items()
        if n > 1
    ]


def dangling(records: Records) -> Iterator[tuple[type[Row], Record, str, str, str]]:
    """Codes that stand in a row but not in the table they refer to: table, row, column, the other table, the code."""
    known = {
        name: {(record["board"], record[(BY_NAME[name].key[1:] or BY_NAME[name].key)[0]]) for record in rows}
        for name, rows in records.items()
        if name not in {"goal_indicators", "targets", "observations", "absence", "successions", "assessments"}
    }
    for name, rows in records.items():
        table = BY_NAME[name]
        refers = [(column.name, column.info["refers"]) for column in columns(table) if column.info.get("refers")]
        for record in rows:
            for column, other in refers:
                code = record[column]
                if code and (record["board"], code) not in known.get(other, set()):
                    yield table, record, column, other, code


def check_references(records: Records) -> list[Problem]:
    """Codes that stand in a row but not in the table they refer to."""
    problems = []
    for table, record, column, other, code in dangling(records):
        sentence = _("“{code}” is not in {table}.").format(code=code, table=other)
        key = _said(key_of(table, record)[1:])
        problems.append(Problem(_where(table, record), 0, column, f"{key}: {sentence}"))
    return problems


_ORDERED = (
    ("valid_from", "valid_to"),
    ("period_start", "period_end"),
    ("lower", "upper"),
    ("value", "upper"),
    ("baseline_start", "baseline_end"),
)


def ordered(table: type[Row]) -> list[tuple[str, str]]:
    """The pairs of columns of a table of which the first is never above the last."""
    has = {column.name for column in columns(table)}
    return [pair for pair in _ORDERED if has.issuperset(pair)]


def out_of_order(record: Mapping[str, Any], pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The columns whose value comes after the one that should follow it, each with what to say."""
    for first, last in pairs:
        low, high = record[first], record[last]
        if low is not None and high is not None and low > high:
            yield first, _("{low} is after {high}.").format(low=cell(low), high=cell(high))


def check_order(records: Records) -> list[Problem]:
    """Periods that end before they start and ranges that are upside down."""
    problems = []
    for name, rows in records.items():
        table, pairs = BY_NAME[name], ordered(BY_NAME[name])
        for record in rows:
            for column, sentence in out_of_order(record, pairs):
                key = _said(key_of(table, record)[1:])
                problems.append(Problem(_where(table, record), 0, column, f"{key}: {sentence}"))
    return problems


def check_constraints(records: Records) -> list[Problem]:
    """Rows that break a rule of their own, such as a count below zero."""
    return [
        Problem(_where(table, record), 0, column, f"{_said(key_of(table, record)[1:])}: {sentence}")
        for table, _number, record in _each(records)
        for column, sentence in complaints(table, record)
    ]


def check_units(records: Records) -> list[Problem]:
    """Units that are part of themselves, that hold twice on a day, or whose parent is not there when they are."""
    problems = []
    for board in dict.fromkeys(record["board"] for record in records.get("units", ())):
        rows = [record for record in records["units"] if record["board"] == board]
        spans = [Span(*(row[name] for name in _SPAN)) for row in rows]
        for column, key, sentence in impossible(spans):
            problems.append(Problem(f"{board}/units", 0, column, f"{key}: {sentence}"))
    return problems


_SPAN = ("unit", "parent", "name", "kind", "valid_from", "valid_to")


def check_settings(records: Records) -> list[Problem]:
    """Settings with a value that they cannot have; names that are not of any setting are told when rows are read."""
    return [
        Problem(
            f"{record['board']}/settings",
            0,
            "value",
            _("{setting}: “{value}” is not a value of this setting.").format(
                setting=record["setting"], value=record["value"]
            ),
        )
        for record in records.get("settings", ())
        if not is_allowed(record["setting"], record["value"])
    ]


def cell(value: Any) -> str:
    """A value as it stands in a file: numbers in their shortest form with decimal point, dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return shortest(value)
    return value.isoformat() if isinstance(value, date) else str(value)
