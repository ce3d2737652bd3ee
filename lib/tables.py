"""The interchange format: the tables as UTF-8 CSV files, read, checked and written.

A folder holds one sub-folder a board with a file a table (`goals.csv`), empty tables left out, and a Frictionless
`datapackage.json`. The seed, an export and the sheets of the Excel template are the same tables.
"""

import csv
import hashlib
import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Column, Date, Float, Integer

from lib.model import BY_NAME, TABLES
from lib.rows import Row, columns
from lib.settings import is_allowed
from lib.words import _, shortest

Record = dict[str, Any]
Records = dict[str, list[Record]]

_QUOTED = re.compile('[",\r\n]')


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
        return int, _("“{value}” is not a whole number.")
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


def read_file(table: type[Row], path: Path, where: str) -> tuple[list[Record], list[Problem]]:
    """The rows of one CSV file, with every problem found."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            headings, *rows = list(csv.reader(file)) or [[]]
    except UnicodeDecodeError:
        return [], [Problem(where, 0, "", _("The file is not written in UTF-8."))]
    names = [column.name for column in columns(table)]
    if headings != names:
        return [], [Problem(where, 1, "", _("The headings must be {names}.").format(names=",".join(names)))]
    records, problems = [], []
    for number, cells in enumerate(rows, start=2):
        if len(cells) == len(names):
            record, bad = parse(table, dict(zip(names, cells, strict=True)), where, number)
            records.append(record)
            problems += bad
        elif cells:
            sentence = _("The row has {n} cells instead of {expected}.").format(n=len(cells), expected=len(names))
            problems.append(Problem(where, number, "", sentence))
    return records, problems


def read_folder(folder: Path) -> Records:
    """All boards' tables under a folder, in order of board and row. Raises BadTables with every problem."""
    records: Records = {table.__tablename__: [] for table in TABLES}
    problems: list[Problem] = []
    for board_folder in sorted(path for path in folder.iterdir() if path.is_dir()):
        for table in TABLES:
            path = board_folder / f"{table.__tablename__}.csv"
            if path.exists():
                rows, bad = read_file(table, path, f"{board_folder.name}/{path.name}")
                records[table.__tablename__] += rows
                problems += bad
    if not problems:
        problems = broken(records)
    if problems:
        raise BadTables(problems)
    return records


def broken(records: Records) -> list[Problem]:
    """Every rule of the format that whole tables break."""
    return check_keys(records) + check_references(records) + check_order(records) + check_settings(records)


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


def check_references(records: Records) -> list[Problem]:
    """Codes that stand in a row but not in the table they refer to."""
    known = {
        name: {
            (record["board"], record[BY_NAME[name].key[1]] if len(BY_NAME[name].key) > 1 else record["board"])
            for record in rows
        }
        for name, rows in records.items()
        if name not in {"goal_indicators", "targets", "observations", "assessments"}
    }
    problems = []
    for table, _number, record in _each(records):
        for column in columns(table):
            other, code = column.info.get("refers"), record[column.name]
            if other and code and (record["board"], code) not in known.get(other, set()):
                sentence = _("“{code}” is not in {table}.").format(code=code, table=other)
                key = _said(key_of(table, record)[1:])
                problems.append(Problem(_where(table, record), 0, column.name, f"{key}: {sentence}"))
    return problems


_ORDERED = (
    ("valid_from", "valid_to"),
    ("period_start", "period_end"),
    ("lower", "upper"),
    ("value", "upper"),
    ("baseline_start", "baseline_end"),
)


def check_order(records: Records) -> list[Problem]:
    """Periods that end before they start and ranges that are upside down."""
    problems = []
    for table, _number, record in _each(records):
        for first, last in _ORDERED:
            low, high = record.get(first), record.get(last)
            if low is not None and high is not None and low > high:
                sentence = _("{low} is after {high}.").format(low=cell(low), high=cell(high))
                key = _said(key_of(table, record)[1:])
                problems.append(Problem(_where(table, record), 0, first, f"{key}: {sentence}"))
    return problems


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


def write_folder(records: Records, folder: Path) -> None:
    """Write the tables as a folder of this format. Existing files of the same names are replaced."""
    boards = [record["board"] for record in records["boards"]]
    for board in boards:
        (folder / board).mkdir(parents=True, exist_ok=True)
    resources = []
    for board in boards:
        for table in TABLES:
            rows = [record for record in records[table.__tablename__] if record["board"] == board]
            if rows:
                path = Path(board) / f"{table.__tablename__}.csv"
                _write_file(table, rows, folder / path)
                resources.append(_resource(table, path))
    package = {"name": "malbild", "profile": "tabular-data-package", "resources": resources}
    text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


def _write_file(table: type[Row], rows: Iterable[Record], path: Path) -> None:
    names = [column.name for column in columns(table)]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(_line(names))
        file.writelines(_line([cell(record[name]) for name in names]) for record in rows)


def _line(cells: Sequence[str]) -> str:
    """A row of CSV. Unlike the csv module's, it quotes a lone carriage return, which would else end the row."""
    quoted = ('"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text for text in cells)
    return ",".join(quoted) + "\n"


def _resource(table: type[Row], path: Path) -> dict[str, Any]:
    kinds = {Date: "date", Boolean: "boolean", Integer: "integer", Float: "number"}
    fields = []
    for column in columns(table):
        kind = next((word for type_, word in kinds.items() if isinstance(column.type, type_)), "string")
        field: dict[str, Any] = {"name": column.name, "type": kind, "title": column.info["title"]}
        if column.info.get("choices"):
            field["constraints"] = {"enum": list(column.info["choices"])}
        fields.append(field)
    return {
        "name": path.with_suffix("").as_posix().replace("/", "-").replace("_", "-"),
        "path": path.as_posix(),
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": list(table.key), "missingValues": [""]},
    }


def hash_of(folder: Path) -> str:
    """A hash of every CSV file under a folder, by which a store knows whether it is older than its seed."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*/*.csv")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
