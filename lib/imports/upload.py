"""Reading a file in: its rows compared with the store, as a plan that can be previewed and written.

The page Data and the command line do the same. Nothing is written here.
"""

import hashlib
from collections.abc import Callable
from collections.abc import Mapping as Given
from dataclasses import dataclass

from lib.imports.cautions.plausibility import recount
from lib.imports.cells import shown_cell
from lib.imports.mapping import EVERY, ColumnMapping, layout_of
from lib.imports.read_tables import read_tables
from lib.imports.result import CellAt, ReadResult
from lib.imports.workbook.packed import PackedWorkbook, packed
from lib.imports.workbook.read import Workbook, column_letter, read_workbook
from lib.store.plans import Plan
from lib.store.store import Store
from lib.store.withheld import visible
from lib.tables.records import Records
from lib.words.language import _

# How much of the time goes to reading the file; the rest to understanding what it says.
_READING = 0.5


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was read, with the plan that it makes. `answers` are the user's about its tables,
    `corrections` the cells that the user has corrected.

    `book` is the file as it was parsed, for the next reading of it; None where it is too large to keep.
    """

    board: str
    name: str
    hash: str
    content: bytes
    reading: ReadResult
    plan: Plan
    answers: Given[str, ColumnMapping]
    corrections: Given[CellAt, str]
    book: PackedWorkbook | None

    def remembered(self) -> tuple[tuple[str, str, str], ...]:
        """The answers to remember for the next file of the layout, without its period: board, layout, mapping."""
        layouts: dict[str, ColumnMapping] = {}
        for key, mapping in self.answers.items():
            layout = layout_of(key)
            layouts[layout] = layouts.get(layout, ColumnMapping()).joined(mapping.without_period())
        rows = ((self.board, layout, mapping.to_json()) for layout, mapping in layouts.items() if layout != EVERY)
        return tuple(row for row in rows if row[2] != ColumnMapping().to_json())


def read_in(
    store: Store,
    board: str,
    name: str,
    content: bytes,
    answers: Given[str, ColumnMapping] | None = None,
    progress: Callable[[float], None] = lambda _part: None,
    *,
    percent: bool = False,
    book: PackedWorkbook | None = None,
    corrections: Given[CellAt, str] | None = None,
) -> Upload:
    """Read a file and hold it against what is stored of a board. Raises Unreadable with a plain sentence.

    Tables that are not understood are read by the user's answers, by signature, or those of the last time. With
    `percent`, figures that look like shares of an indicator in per cent are taken a hundred times. With `book`, which
    an earlier reading gave, the file is not parsed again. `corrections` are put into their cells before it is read.
    """
    mappings = _remembered(store, board) | dict(answers or {})
    while True:
        workbook = book.unpacked() if book else read_workbook(name, content, lambda part: progress(_READING * part))
        book = book or packed(workbook)
        correct(workbook, corrections or {})
        version = store.version()
        stored = visible_rows(store, board)
        reading = read_tables(
            workbook, stored, board, mappings, lambda part: progress(_READING + (0.9 - _READING) * part)
        )
        if percent:
            recount(reading, stored)
        plan = store.plan(board, reading.records)
        if plan.version == version:  # else somebody wrote meanwhile, and what is stored is of before
            progress(1)
            digest = hashlib.sha256(content).hexdigest()
            return Upload(board, workbook.name, digest, content, reading, plan, answers or {}, corrections or {}, book)


def correct(workbook: Workbook, corrections: Given[CellAt, str]) -> None:
    """Put corrections into the cells of a workbook, and remark on each of them."""
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    for at, text in corrections.items():
        rows = sheets[at.sheet].rows if at.sheet in sheets else []
        if at.row <= len(rows):
            row = rows[at.row - 1]
            row += [""] * (at.column + 1 - len(row))
            before, row[at.column] = shown_cell(row[at.column]), text
            sheets[at.sheet].marks.pop((at.row - 1, at.column), None)
            workbook.remarks.append(_corrected(at, before, text))


def _corrected(at: CellAt, before: str, after: str) -> str:
    sentence = _("{sheet}: {cell} was corrected from “{before}” to “{after}”.")
    cell = f"{column_letter(at.column + 1)}{at.row}"
    return sentence.format(sheet=at.sheet, cell=cell, before=before, after=after)


def visible_rows(store: Store, board: str) -> Records:
    """A board's current rows, except those that the user may not see."""
    return visible(store.standing(board), store.withheld(board))


def _remembered(store: Store, board: str) -> dict[str, ColumnMapping]:
    mappings = {}
    for signature, text in store.mappings(board).items():
        try:
            mappings[signature] = ColumnMapping.from_json(text).without_period()
        except ValueError:  # of a version that had other roles
            continue
    return mappings
