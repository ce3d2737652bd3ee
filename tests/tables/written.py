"""Files of records written by the tests, and the problems found in them."""

import csv
from pathlib import Path

import pytest

from lib.tables.base import columns
from lib.tables.folder import read_folder, write_folder
from lib.tables.model import BY_NAME
from lib.tables.records import BadTables, Problem, cell
from tests.helpers.rows import (
    absence,
    action,
    agenda_item,
    area,
    assessment,
    board,
    comparison,
    event,
    goal,
    goal_indicator,
    indicator,
    meeting,
    meeting_text,
    observation,
    question,
    setting,
    source,
    succession,
    target,
    unit,
)

ONE_OF_EACH = {
    "boards": board(),
    "sources": source(),
    "areas": area(),
    "units": unit(),
    "goals": goal(),
    "indicators": indicator(),
    "goal_indicators": goal_indicator(),
    "targets": target(),
    "observations": observation(),
    "successions": succession(successor="u"),
    "comparisons": comparison(),
    "absence": absence(),
    "assessments": assessment(),
    "events": event(),
    "actions": action(),
    "meetings": meeting(),
    "settings": setting(),
    "agenda_items": agenda_item(),
    "questions": question(),
    "meeting_texts": meeting_text(),
}


def headings(table: str) -> list[str]:
    return [column.name for column in columns(BY_NAME[table])]


def as_text(record: dict, **cells: str) -> list[str]:
    """A row as it stands in a file, with some cells written otherwise."""
    return list(({name: cell(value) for name, value in record.items()} | cells).values())


def write(folder: Path, table: str, *rows: list[str], board: str = "b") -> None:
    path = folder / board / f"{table}.csv"
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def problems_of(folder: Path) -> list[Problem]:
    with pytest.raises(BadTables) as raised:
        read_folder(folder)
    assert str(raised.value) == "\n".join(str(problem) for problem in raised.value.problems)
    return raised.value.problems


def written(folder: Path, **changed: dict | list[dict]) -> Path:
    """One row of every table, some of them changed."""
    rows = {name: changed.get(name, record) for name, record in ONE_OF_EACH.items()}
    write_folder({name: row if isinstance(row, list) else [row] for name, row in rows.items()}, folder)
    return folder
