"""Large stores, made by SQL: copies of the example board under other codes, and one board that is large itself.

`python -m bench.stores copies FIGURES URL` fills a store that has been built from its seed until it has as many
figures over 290 boards; `python -m bench.stores large URL` gives it the board `stor`, with 1,000 goals, 2,000
indicators, 120,000 figures and 3,000 units. Each board is written as a batch of its own.
"""

import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from sqlalchemy import Column, Connection, func, insert, literal, select, text

from lib.store.database import connect
from lib.tables.base import Batch, BatchScope, BoardBatch, Row, columns
from lib.tables.model import (
    TABLES,
    Absence,
    Area,
    Board,
    Goal,
    GoalIndicator,
    Indicator,
    Observation,
    Published,
    Source,
    Target,
    Unit,
)
from lib.tables.records import Record

MODEL, LARGE = "exempelstad", "stor"
FEW = "k001"
"""The board that is as large in a store of any size: cold readings are compared by it."""
COPIES_OF_FEW, BOARDS = 5, 290
# One board in five reports its hours, so that a store is not hours for the most part.
WITH_HOURS = 5
_OF_INDICATORS = (Indicator, GoalIndicator, Target, Observation)


def fill(connection: Connection, figures: int, boards: int = BOARDS) -> None:
    """Copy the example board until the store has so many figures, all but the board `FEW` in equal parts."""
    there = connection.scalar(select(func.count()).select_from(Observation)) or 0
    own = (Observation.board == MODEL, Observation.superseded.is_(None))
    one = connection.scalar(select(func.count()).select_from(Observation).where(*own)) or 1
    others = max(1, round((figures - there - COPIES_OF_FEW * one) / one / (boards - 1)))
    for number in range(1, boards + 1):
        code = f"k{number:03}"
        _copy(connection, code, COPIES_OF_FEW if code == FEW else others, number % WITH_HOURS == 1)
    _analyse(connection)


def _copy(connection: Connection, code: str, copies: int, hours: bool) -> None:
    """A board like the example, its indicators and their figures so many times over."""
    batch = _batch(connection, code)
    tables = [table for table in TABLES if hours or table is not Absence]
    for table in [*tables, *([Published] if hours else [])]:
        for copy in range(copies if table in _OF_INDICATORS else 1):
            _insert_copy(connection, table, code, batch, f"-{copy}" if copy else "")


def _insert_copy(connection: Connection, table: type[Row | Published], code: str, batch: int, suffix: str) -> None:
    given = {"batch": literal(batch), "superseded": literal(None), "board": literal(code)}
    if suffix and hasattr(table, "indicator"):
        given["indicator"] = table.indicator + suffix
    if table is Board:
        given |= {"municipality": literal(code), "name": literal(f"Nämnden {code}"), "municipality_code": literal("")}
    names: list[Column[object]] = [column for column in table.__table__.columns if column.name != "id"]  # type: ignore[misc]
    wanted = select(*(given.get(column.name, column) for column in names))
    wanted = wanted.where(table.board == MODEL, table.superseded.is_(None))
    connection.execute(insert(table).from_select([column.name for column in names], wanted))


def _batch(connection: Connection, code: str) -> int:
    info = {"kind": "import", "who": "bench", "at": datetime.now(UTC), "file": "", "hash": "", "note": ""}
    batch = int(connection.execute(insert(Batch).values(**info).returning(Batch.id)).scalar_one())
    connection.execute(insert(BoardBatch).values(board=code, batch=batch, scope=BatchScope.BOARD.value))
    return batch


def large(connection: Connection, goals: int = 1000, units: int = 3000) -> None:
    """The large board: two indicators a goal, twenty years of women, men and all for each."""
    batch = _batch(connection, LARGE)
    indicators = range(2 * goals)
    rows: Mapping[type[Row], Iterable[Record]] = {
        Board: [{"municipality": "Storstad", "municipality_code": "", "name": "Storstads socialnämnd", "note": ""}],
        Source: [{"source": "s", "title": "Påhittade siffror", "kind": "example"}],
        Area: [{"area": f"a{n}", "name": f"Område {n}", "order": n} for n in range(10)],
        Unit: [{"unit": f"u{n}", "parent": _parent(n), "name": f"Enhet {n}", "kind": "unit"} for n in range(units)],
        Goal: [
            {"goal": f"g{n}", "area": f"a{n % 10}", "title": f"Mål {n} om stöd", "source": "s"} for n in range(goals)
        ],
        Indicator: [_indicator(n) for n in indicators],
        GoalIndicator: [{"goal": f"g{n // 2}", "indicator": f"i{n}"} for n in indicators],
        Target: [{"indicator": f"i{n}", "gender": "T", "rule": "at_least", "value": 50.0 + n % 20} for n in indicators],
        Observation: (_figure(n, gender, year) for n in indicators for gender in "TKM" for year in range(2005, 2025)),
    }
    for table, made in rows.items():
        empty = {column.name: "" if column.default is not None else None for column in columns(table)}
        own = {"batch": batch, "superseded": None, "board": LARGE}
        values = [empty | record | own | {"place": place} for place, record in enumerate(made, start=1)]
        connection.execute(insert(table), values)
    _analyse(connection)


def _parent(unit: int) -> str:
    return f"u{(unit - 1) // 12}" if unit else ""


def _indicator(number: int) -> Record:
    about = {"indicator": f"i{number}", "area": f"a{number // 2 % 10}", "name": f"Andel nöjda i verksamhet {number}"}
    traits = {"unit_of_measure": "%", "decimals": 1, "better": "higher", "statistic": "share", "frequency": "year"}
    return about | traits | {"divided_by_gender": True, "minimum_group": 5, "source": "s"}


def _figure(number: int, gender: str, year: int) -> Record:
    value = 40 + (number * 7 + year * 13 + ord(gender)) % 400 / 10
    days = {"period_start": datetime(year, 1, 1).date(), "period_end": datetime(year, 12, 31).date()}
    figure = {"indicator": f"i{number}", "gender": gender, "kind": "outcome", "value": value, "qualifier": "="}
    return figure | days | {"source": "s", "status": "normal", "count": 400 + number % 50}


def _analyse(connection: Connection) -> None:
    """The databases plan by what they know of the tables, which is told them after so many rows."""
    connection.execute(text("ANALYZE"))


def main(words: list[str]) -> None:
    """Fill the store at an address, as the module says."""
    engine = connect(words[-1])
    with engine.begin() as connection:
        fill(connection, int(words[1])) if words[0] == "copies" else large(connection)
    engine.dispose()


if __name__ == "__main__":
    main(sys.argv[1:])
