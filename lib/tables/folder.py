"""The tables as a folder of UTF-8 CSV files, read and written.

A folder holds one sub-folder a board with a file a table (`goals.csv`), empty tables left out, and a Frictionless
`datapackage.json`.
"""

import csv
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Date, Float, Integer, Text

from lib.tables.base import Row, columns
from lib.tables.model import TABLES
from lib.tables.records import BadTables, Problem, Record, Records, cell, parse
from lib.tables.safe_text import as_typed, harmless
from lib.tables.table_checks import broken
from lib.words.language import _

_QUOTED = re.compile('[",\r\n]')


def read_file(table: type[Row], path: Path, where: str) -> tuple[list[Record], list[Problem]]:
    """The rows of one CSV file, with every problem found."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            headings, *rows = list(csv.reader(file)) or [[]]
    except UnicodeDecodeError:
        return [], [Problem(where, 0, "", _("The file is not written in UTF-8."))]
    every = [column.name for column in columns(table)]
    names = [column.name for column in columns(table) if column.name in headings or not column.info["later"]]
    if headings != names:
        return [], [Problem(where, 1, "", _("The headings must be {names}.").format(names=",".join(every)))]
    records, problems, texts = [], [], _texts(table)
    for number, cells in enumerate(rows, start=2):
        if len(cells) == len(names):
            typed = [as_typed(cell) if name in texts else cell for name, cell in zip(names, cells, strict=True)]
            record, bad = parse(table, dict(zip(names, typed, strict=True)), where, number)
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


def write_folder(records: Records, folder: Path) -> None:
    """Write the tables as a folder of this format. Existing files of the same names are replaced."""
    of_board: dict[str, Records] = {record["board"]: defaultdict(list) for record in records["boards"]}
    for name, rows in records.items():
        for record in rows:
            if record["board"] in of_board:
                of_board[record["board"]][name].append(record)
    write_boards(of_board.items(), folder)


def write_boards(boards: Iterable[tuple[str, Records]], folder: Path) -> None:
    """Write boards, each a code and its tables, as a folder of this format; one board is held at a time."""
    resources = []
    for board, records in boards:
        (folder / board).mkdir(parents=True, exist_ok=True)
        for table in TABLES:
            if rows := records.get(table.__tablename__):
                path = Path(board) / f"{table.__tablename__}.csv"
                _write_file(table, rows, folder / path)
                resources.append(_resource(table, path))
    package = {"name": "malbild", "profile": "tabular-data-package", "resources": resources}
    text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


def _write_file(table: type[Row], rows: Iterable[Record], path: Path) -> None:
    names, texts = [column.name for column in columns(table)], _texts(table)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(_line(names))
        file.writelines(_line([_cell(record[name], name in texts) for name in names]) for record in rows)


def _cell(value: Any, is_text: bool) -> str:
    return harmless(cell(value)) if is_text else cell(value)


def _texts(table: type[Row]) -> frozenset[str]:
    """The columns of free text, which may be anything; what a spreadsheet would run is written with an apostrophe."""
    return frozenset(
        column.name for column in columns(table) if isinstance(column.type, Text) and not column.info.get("choices")
    )


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
