"""Goals that the law sets for every social services board, with the section each stands on.

From socialtjänstlagen (2025:400), in force since 1 July 2025, read as it stands with changes up to SFS 2025:1501. The
words are our own; who takes the goals over must check them against the law in force, which each of them says.
"""

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from lib.tables.base import columns, type_of
from lib.tables.model import BY_NAME
from lib.tables.records import Record, Records

_FILE = Path(__file__).parents[2] / "data" / "statutory_goals.csv"
SOURCE, AREA, EVENT = "socialtjanstlagen", "lagkrav", "ny-socialtjanstlag"
IN_FORCE = date(2025, 7, 1)
WORDING = "lydelse till och med SFS 2025:1501"
CHECK = "Kontrollera mot gällande lag."
LAW = f"Socialtjänstlagen (2025:400), {WORDING}"
NOT_EXECUTED, NOT_EXECUTED_DAYS = "ej-verkstallda-beslut", "ej-verkstallda-dagar"
INTERRUPTED, INTERRUPTED_DAYS = "avbrutna-beslut", "avbrutna-dagar"
_SMALLEST_GROUP = 11


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def statutory_goals() -> dict[str, str]:
    """The title of each goal with its section, by its code."""
    return {row["goal"]: f"{row['title']} ({row['section']})" for row in _rows() if row["title"]}


def with_statutory(board: str, goals: Iterable[str], there: Mapping[str, Iterable[Record]]) -> Records:
    """The rows of these goals for a board: source, area, indicators, limits in force, and the day the law began.

    `there` has the board's rows; what it has already is left as it stands.
    """
    chosen = set(goals) - {row["goal"] for row in there.get("goals", ())}
    rows = [row for row in _rows() if row["goal"] in chosen]
    if not rows:
        return {}
    followed = {row["indicator"] for row in there.get("indicators", ())}
    records: Records = {
        "sources": [_whole("sources", board, source=SOURCE, title=LAW, kind="lag", date=IN_FORCE, note=CHECK)],
        "areas": [_whole("areas", board, area=AREA, name="Lagkrav", order=900)],
        "goals": [_goal(board, row) for row in rows if row["title"]],
        "indicators": [_indicator(board, row) for row in rows if row["indicator"] not in followed],
        "goal_indicators": [_link(board, row) for row in rows],
        "targets": [_target(board, row) for row in rows if row["rule"]],
        "events": [
            _whole("events", board, event=EVENT, date=IN_FORCE, text="Ny socialtjänstlag (2025:400)", area=AREA)
        ],
    }
    records["events"][0] |= {"breaks_series": True, "source": SOURCE}
    for table, key in (("sources", "source"), ("areas", "area"), ("events", "event")):
        have = {row[key] for row in there.get(table, ())}
        records[table] = [row for row in records[table] if row[key] not in have]
    return {table: made for table, made in records.items() if made}


def _locator(row: Mapping[str, str]) -> str:
    return f"{row['section']}, {WORDING}"


def _goal(board: str, row: Mapping[str, str]) -> Record:
    return _whole(
        "goals",
        board,
        goal=row["goal"],
        area=AREA,
        level="Lagkrav",
        title=row["title"],
        description=f"{row['description']} Bygger på {row['section']} socialtjänstlagen. {CHECK}",
        valid_from=IN_FORCE,
        source=SOURCE,
        locator=_locator(row),
    )


def _indicator(board: str, row: Mapping[str, str]) -> Record:
    return _whole(
        "indicators",
        board,
        indicator=row["indicator"],
        area=AREA,
        name=row["name"],
        definition=f"{row['definition']} {CHECK}",
        unit_of_measure=row["unit_of_measure"],
        decimals=1 if row["unit_of_measure"] == "%" else 0,
        better="higher" if row["unit_of_measure"] == "%" else "lower",
        statistic=row["statistic"],
        frequency=row["frequency"],
        accumulates=False if row["accumulates"] == "false" else None,
        divided_by_gender=True,
        about_children=True if row["about_children"] == "true" else None,
        minimum_group=_SMALLEST_GROUP,
        source=SOURCE,
        locator=_locator(row),
    )


def _link(board: str, row: Mapping[str, str]) -> Record:
    return _whole("goal_indicators", board, goal=row["goal"], indicator=row["indicator"])


def _target(board: str, row: Mapping[str, str]) -> Record:
    return _whole(
        "targets",
        board,
        indicator=row["indicator"],
        gender="T",
        valid_from=IN_FORCE,
        rule=row["rule"],
        value=float(row["value"]),
        note=CHECK,
        source=SOURCE,
        locator=_locator(row),
    )


def _whole(table: str, board: str, **given: Any) -> Record:
    empty = {column.name: "" if type_of(column) is str else None for column in columns(BY_NAME[table])}
    return {**empty, "board": board, **given}
