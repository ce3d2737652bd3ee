"""The time to read a file in, preview it and write it: a large workbook, a larger CSV file, a bad one.

Seconds are of the processor, of the process and those that it starts.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from bench.report import Measurement
from lib.tables.records import cell
from tests.helpers.rows import board, indicator, observation, tables, unit

ROWS, LINES = 100_000, 1_000_000
_INDICATORS, _YEARS = 100, 100
_MB = 1024  # a process tells its memory in KB
STORE = tables(
    boards=[board()],
    indicators=[indicator(indicator=f"i{number}", name=f"Indikator {number}") for number in range(_INDICATORS)],
    units=[unit(unit=f"u{number}", name=f"Enhet {number}") for number in range(LINES // _INDICATORS // _YEARS)],
)


def measured(folder: Path) -> Iterator[Measurement]:
    """The workbook and the CSV file, each in a process of its own so that its memory is its own."""
    workbook, text = folder / "figures.xlsx", folder / "figures.csv"
    _write_workbook(workbook)
    alone = _in_process("alone", workbook, folder)
    ours = _in_process("reading", workbook, folder)
    yield Measurement(f"{ROWS:,} rows of a workbook: read, checked, compared, written", "s", ours[0], alone[0], 0.5)
    yield Measurement(f"{ROWS:,} rows of a workbook: memory", "MB", ours[1], None, 600, ratio=False)
    workbook.unlink()
    _write_text(text, _lines(LINES))
    ours = _in_process("reading", text, folder)
    yield Measurement(f"{LINES:,} rows of CSV: read, checked, compared, written", "s", ours[0], None, 60, ratio=False)
    yield Measurement(f"{LINES:,} rows of CSV: memory", "MB", ours[1], None, 600, ratio=False)
    text.unlink()


def shown(folder: Path) -> Iterator[Measurement]:
    """The preview of a file in which all is new, and the list of faults of one in which every row is wrong."""
    text = folder / "shown.csv"
    _write_text(text, _lines(ROWS))
    ours = _in_process("preview", text, folder)
    yield Measurement(f"{ROWS:,} rows: read, and their preview", "s", ours[0], None, 30, ratio=False)
    _write_text(text, map(_spoilt, _lines(ROWS), range(ROWS)))
    ours = _in_process("faults", text, folder)
    yield Measurement(f"{ROWS:,} bad rows: every fault told, grouped", "s", ours[0], None, 10, ratio=False)
    yield Measurement(f"{ROWS:,} bad rows: memory", "MB", ours[1], None, 600, ratio=False)
    text.unlink()


def _in_process(what: str, path: Path, folder: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "bench.files", what, str(path), str(folder / f"{what}-{path.name}.sqlite")]
    seconds, memory = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return seconds, memory


def _lines(most: int) -> Iterator[list[object]]:
    for number in range(most):
        left, year = divmod(number, _YEARS)
        start, end = date(1925 + year, 1, 1), date(1925 + year, 12, 31)
        of, place = f"i{left % _INDICATORS}", f"u{left // _INDICATORS}"
        row = observation(indicator=of, unit=place, period_start=start, period_end=end, value=50 + number % 97 / 10)
        yield list(row.values())


def _spoilt(line: list[object], number: int) -> list[object]:
    """A line with a fault in it: an unknown indicator or unit, no number, no day, or a word that is none."""
    column, wrong = _FAULTS[number % len(_FAULTS)]
    place = list(observation()).index(column)
    return [*line[:place], wrong.format(number), *line[place + 1 :]]


_FAULTS = (
    ("indicator", "okänd{}"),
    ("unit", "Enhet nummer {}"),
    ("value", "7,{}o"),
    ("period_start", "2016-13-{}"),
    ("kind", "gissning{}"),
)


def _write_workbook(path: Path) -> None:
    book = Workbook(write_only=True)
    page = book.create_sheet("observations")
    page.append(list(observation()))
    for line in _lines(ROWS):
        page.append(line)
    book.save(path)


def _write_text(path: Path, lines: Iterable[list[object]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(";".join(observation()) + "\n")
        file.writelines(";".join(map(cell, line)) + "\n" for line in lines)


def main(what: str, path: str, store: str) -> None:
    """Read one file, by openpyxl alone or as Målbild does, and print the seconds and the memory."""
    import resource

    if what == "alone":
        from openpyxl import load_workbook

        start = time.process_time()
        load_workbook(path, data_only=True)
    else:
        from lib.imports.upload import read_in
        from lib.store.batches import BatchInfo
        from lib.store.store import create_store

        there = create_store(f"sqlite:///{store}")
        there.sync(STORE, BatchInfo("seed", "bench"))
        start = time.process_time()
        upload = read_in(there, "b", path, Path(path).read_bytes())
        if what == "preview":
            from lib.imports.preview.preview import preview

            assert preview(there, upload.plan).plan.counts().new == ROWS
        elif what == "faults":
            assert (len(upload.plan.steps), len(upload.reading.problems)) == (0, 21 * len(_FAULTS))
        else:
            there.carry_out(upload.plan, BatchInfo("import", "bench", file=upload.name))
    children, own = (resource.getrusage(who) for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF))
    seconds = time.process_time() - start + children.ru_utime + children.ru_stime
    print(json.dumps([seconds, (own.ru_maxrss + children.ru_maxrss) / _MB]))


if __name__ == "__main__":
    main(*sys.argv[1:])
