"""The time that status takes: level, direction and pace of long series, beside reading them from the store."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from bench.report import Measurement
from lib.rules.movement import movement
from lib.rules.periods import Period
from lib.store.batches import BatchInfo
from lib.store.store import create_store
from lib.tables.base import columns
from lib.tables.model import TABLES
from lib.tables.records import Record, Records
from lib.views.board import BoardData, read_board

POINTS, BOARDS, UNITS = 60, 10, 10
# Every other indicator is of years, every other of months.
KINDS = (
    ("year", [Period.of_year(1966 + at) for at in range(POINTS)]),
    ("month", [Period.of_month(2021 + at // 12, at % 12 + 1) for at in range(POINTS)]),
)


def measured(folder: Path, series: int) -> Iterator[Measurement]:
    """So many series on ten boards; some drift, some stand still, all have noise. Read, and then judged one by one."""
    store = create_store(f"sqlite:///{folder / 'statuses.sqlite'}")
    random, reading, judging, count = Random(1), 0.0, 0.0, 0
    for number in range(BOARDS):
        board = f"bench-{number}"
        store.sync(_tables(board, series // BOARDS // UNITS, random), BatchInfo("seed", "bench"), [board])
        start = time.process_time()
        store.observations(board)
        reading += time.process_time() - start
        data = read_board(store, board)
        start = time.process_time()
        _judge(data)
        judging += time.process_time() - start
        count += sum(bool(series.points) for series in data.series.values())
    store.close()
    yield Measurement(
        f"status of {count} series of {POINTS} points, beside reading them", "s", judging, reading, limit=3
    )


def _judge(data: BoardData) -> None:
    for series in data.series.values():
        series.judged()
        movement(series)


def _tables(board: str, indicators: int, random: Random) -> Records:
    rows: Records = {table.__tablename__: [] for table in TABLES}

    def add(table: str, **values: object) -> None:
        rows[table].append({**_EMPTY[table], "board": board, **values})

    add("boards", municipality="Bench", municipality_code="0000", name=board)
    for unit in range(UNITS):
        add("units", unit=f"u{unit}", name=f"u{unit}", kind="unit")
    for number in range(indicators):
        code, (frequency, periods) = f"i{number}", KINDS[number % 2]
        about = {"unit_of_measure": "%", "decimals": 1, "better": "lower", "statistic": "share", "minimum_group": 11}
        add("indicators", indicator=code, name=code, frequency=frequency, divided_by_gender=False, **about)
        add("targets", indicator=code, gender="T", rule="at_most", value=5.0, valid_to=date(2030, 12, 31))
        for unit in range(UNITS):
            drift = random.choice((0, 0.02, -0.02))
            for place, period in enumerate(periods):
                value = round(6 + drift * place + random.gauss(0, 0.5), 1)
                key = {"indicator": code, "unit": f"u{unit}", "gender": "T", "kind": "outcome"}
                days = {"period_start": period.start, "period_end": period.end}
                add("observations", **key, **days, value=value, qualifier="=", status="normal", count=40)
    return rows


_EMPTY: dict[str, Record] = {
    table.__tablename__: {column.name: None if column.default is None else "" for column in columns(table)}
    for table in TABLES
}
