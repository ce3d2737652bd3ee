"""A workbook of many figures read, checked, compared and written, and read by openpyxl alone, each in a process.

`python -m bench.imported make|read|openpyxl FOLDER ROWS` prints seconds and megabytes.
"""

import json
import resource
import sys
import time
from pathlib import Path

from openpyxl import Workbook, load_workbook

from lib.batches import BatchInfo
from lib.importing import read_in
from lib.model import Observation
from lib.periods import Period
from lib.rows import columns
from lib.store import create_store
from tests.rows import board, indicator, observation, tables

SERIES = 300


def make(folder: Path, rows: int) -> None:
    """A store with a board and its indicators, and the workbook: months of 300 indicators."""
    store = create_store(f"sqlite:///{folder / 'imported.sqlite'}")
    indicators = [indicator(indicator=f"i{number}", name=f"Indikator {number}") for number in range(SERIES)]
    store.sync(tables(boards=[board()], indicators=indicators), BatchInfo("seed", "bench"))
    store.close()
    book = Workbook(write_only=True)
    page = book.create_sheet("observations")
    page.append([column.name for column in columns(Observation)])
    for number in range(rows):
        month = Period.of_month(1990 + number // SERIES // 12, number // SERIES % 12 + 1)
        days = {"period_start": month.start.isoformat(), "period_end": month.end.isoformat()}
        row = observation(indicator=f"i{number % SERIES}", value=round(5 + number % 97 / 10, 1), **days)
        page.append(list(row.values()))
    book.save(folder / "imported.xlsx")


def read(folder: Path, rows: int) -> None:
    """As the page and the command line do, but for the preview's statuses."""
    store = create_store(f"sqlite:///{folder / 'imported.sqlite'}")
    content = (folder / "imported.xlsx").read_bytes()
    upload = read_in(store, "b", "imported.xlsx", content)
    assert (upload.reading.problems, len(upload.plan.steps)) == ([], rows)
    store.carry_out(upload.plan, BatchInfo("import", "bench", upload.name, upload.hash, content=content))
    store.close()


def openpyxl(folder: Path, rows: int) -> None:
    """Every cell's value, and nothing done with it."""
    page = load_workbook(folder / "imported.xlsx").worksheets[0]
    assert sum(1 for _row in page.iter_rows(values_only=True)) == rows + 1


def main() -> None:
    """Do one of them and print what it took, the processes that it started included."""
    what, folder, rows = sys.argv[1:]
    start = time.perf_counter()
    {"make": make, "read": read, "openpyxl": openpyxl}[what](Path(folder), int(rows))
    used = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps({"seconds": time.perf_counter() - start, "megabytes": sum(used) / 1024}))


if __name__ == "__main__":
    main()
