"""A table of the interchange format as it stands in a sheet: its own columns, by name or heading, in any order.

It is read a column at a time and every distinct value of a column is understood once, which is what makes a hundred
thousand rows quick.
"""

import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lib.imports.cells import (
    Cell,
    Figure,
    Misread,
    clean,
    shown_cell,
)
from lib.imports.context import ImportContext, TableRows
from lib.imports.names import TITLE_OF
from lib.imports.result import Caution, CellPlace
from lib.imports.sheets.columns import how_read
from lib.imports.sheets.figures import MeasuredFigures
from lib.imports.sheets.values import (
    DEFAULTS,
    NO_FIGURE,
    compact,
    figure_in,
    marked_by,
    more_cells,
    quarters_in,
    read_period,
    usual,
)
from lib.imports.sheets.words import PERIOD, word_for
from lib.tables.base import Row, columns
from lib.tables.codes import slug
from lib.tables.records import Record, key_of
from lib.tables.row_checks import complaints
from lib.tables.table_checks import ordered, out_of_order
from lib.words.language import _, ngettext, number

EXAMPLE = "Exempel:"
_CODE = re.compile(r"[a-z0-9][a-z0-9-]*")
_DATES = frozenset({"valid_from", "valid_to", "period_start", "period_end"})
# The column of a remark on a whole row.
_MAIN = {"observations": "value", "targets": "value", "assessments": "verdict"}
# The columns whose words tell figures apart that else are the same.
_DISTINCT = frozenset({"kind", "gender"})
_FILLING = {"observations": ("value", "lower", "upper", "status"), "assessments": ("verdict",)}


@dataclass(slots=True)
class Block:
    """Rows of a sheet under their headings; `first` is the number of the first of them in the sheet.

    Columns from `width` on stand in no sheet: they hold what is valid for all rows.
    They are released as they are read: a million of them should not stand in memory twice.
    """

    sheet: str
    headings: tuple[str, ...]
    first: int
    rows: Sequence[Sequence[Cell]]
    marks: Mapping[tuple[int, int], str] = field(default_factory=dict)
    is_text: bool = False
    width: int = 0

    def __post_init__(self) -> None:
        self.width = self.width or len(self.headings)


def read_block(table: type[Row], placed: dict[int, str], block: Block, around: ImportContext) -> TableRows:
    """The rows of a block as records of the table; every cell that cannot be read is reported, and its row left out."""
    numbers = array("L", (number for number, row in enumerate(block.rows, block.first) if _is_row(row)))
    rows = [block.rows[number - block.first] for number in numbers]
    block.rows = ()
    cells = {name: [row[place] if place < len(row) else "" for row in rows] for place, name in placed.items()}
    reader = _Reader(table, block, numbers, around, {name: place for place, name in placed.items()})
    reader.report_shifted(rows)
    rows.clear()
    reader.read(cells)
    cells.clear()
    return reader.taken()


def _is_row(row: Sequence[Cell]) -> bool:
    first = row[0] if row and row[0] != "" else next((cell for cell in row if cell != ""), "")
    return first != "" and not (isinstance(first, str) and first.startswith(EXAMPLE))


class _Reader:
    """One block on its way to records: columns of values, and which of its rows are spoilt or not filled in."""

    def __init__(
        self, table: type[Row], block: Block, numbers: Sequence[int], around: ImportContext, places: dict[str, int]
    ) -> None:
        self.table, self.block, self.numbers, self.around, self.places = table, block, numbers, around, places
        self.name = table.__tablename__
        self.code = self.name[:-1] if self.name in TITLE_OF and self.name != "boards" else ""
        self.pairs = ordered(table)
        self.values: dict[str, list[Any]] = {}
        self.marks: dict[str, list[Any]] = {}
        self.out: set[int] = set()
        self.measured = MeasuredFigures(block.marks, places.get("value", -1), numbers, around, self.fault)

    def read(self, cells: dict[str, list[Cell]]) -> None:
        """Understand every column there is, and release its cells.

        A table's own codes come first: its other columns may refer to them.
        """
        self._leave_out_unfilled(cells)
        if PERIOD in cells:
            self._read_periods(cells.pop(PERIOD))
        if self.name == "observations" and "value" in cells:
            self._read_figures(cells.pop("value"))
        for column in sorted(columns(self.table), key=lambda column: column.name != self.code):
            if column.name == self.code and column.name in cells:
                self._read_codes(column.name, cells)
            elif column.name in cells and column.name not in self.values:
                read = how_read(column, self.name, self.around)
                given = cells.pop(column.name)
                self.values[column.name] = self._column(column.name, given, read)
                if self.name == "observations" and column.name in _DISTINCT:
                    self._report_empty(column.name, given)

    def taken(self) -> TableRows:
        """The rows that can be taken in, after the rules that a whole row must keep to."""
        names = [column.name for column in columns(self.table)]
        self._fill_key()
        stored = self._stored() if set(names) - set(self.values) else {}
        taken, main = TableRows(), self.called(_MAIN.get(self.name, TITLE_OF.get(self.name, "")))
        for place, given in self._given():
            record = given
            if len(given) < len(names):
                before = stored.get(key_of(self.table, given)) if stored else None
                record = compact(self._filled(given, before).items())
            for mark, marked in self.marks.items():
                record[mark] = marked_by(record[mark], marked[place], mark)
            if self.measured.settle(place, record) and self._keeps_rules(place, record):
                self.measured.report_strange(place, self.block.sheet, self.numbers[place], main, record)
                taken.records.append(record)
                taken.places.append(CellPlace(self.block.sheet, self.numbers[place], main))
        self.measured.report_converted(self.block.sheet)
        return taken

    def _given(self) -> Iterator[tuple[int, Record]]:
        """The given values of each row that is not spoilt. Columns that never vary are released first."""
        columns_there, self.values = self.values, {}
        same = {name: each[0] for name, each in columns_there.items() if each and each.count(each[0]) == len(each)}
        names = [*(name for name in columns_there if name not in same), *same]
        varying = [columns_there.pop(name) for name in names if name not in same]
        columns_there.clear()
        for place, row in enumerate(zip(self.numbers, *varying, strict=True)):
            if place not in self.out:
                yield place, compact(zip(names, (*row[1:], *same.values()), strict=True))

    def fault(self, place: int, name: str, sentence: str, kind: str = "") -> None:
        """Report a fault in a row, which is then no record."""
        self.out.add(place)
        column = self.places.get(name)
        own = column if column is not None and column < self.block.width else None
        self.around.faults.add(kind or name, self.block.sheet, self.numbers[place], self.called(name), sentence, own)

    def called(self, name: str) -> str:
        """The heading of a column in the file; the table's own title where the file does not have it."""
        place = self.places.get(name, self.places.get(PERIOD) if name.startswith("period_") else None)
        if place is not None:
            return self.block.headings[place]
        return next((_(column.info["title"]) for column in columns(self.table) if column.name == name), name)

    def report_shifted(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Report lines of a text with more cells than there are headings: their values have moved."""
        width = len(self.block.headings)
        for place, row in enumerate(rows):
            if self.block.is_text and len(row) > width and (extra := sum(cell != "" for cell in row[width:])):
                self.fault(place, _MAIN.get(self.name, ""), more_cells(extra), "more cells")

    # Columns

    def _column(self, name: str, cells: list[Cell], read: Callable[[Cell], Any]) -> list[Any]:
        """The values of a column; a value that cannot be read is reported in every row that has it."""
        understood: dict[Cell, Any] = {}
        wrong: dict[Cell, str] = {}
        for cell in dict.fromkeys(cells):
            try:
                understood[cell] = read(cell)
            except Misread as misread:
                wrong[cell] = str(misread)
        if wrong:
            for place, cell in enumerate(cells):
                if cell in wrong:
                    self.fault(place, name, wrong[cell])
        return [understood.get(cell) for cell in cells]

    def _report_empty(self, name: str, cells: Sequence[Cell]) -> None:
        """Caution about empty cells that were read as the usual word, where other cells of the column have another."""
        usually, values = DEFAULTS[name], self.values[name]
        empty = [place for place, cell in enumerate(cells) if cell == "" and place not in self.out]
        if not empty or all(value in (None, usually) for value in values):
            return
        sentence = ngettext(
            "{n} empty cell was read as {word}. Write the word in the cell if that is right.",
            "{n} empty cells were read as {word}. Write the word in the cells if that is right.",
            len(empty),
        )
        text = sentence.format(n=number(len(empty)), word=word_for(self.name, name, usually))
        caution = Caution("empty", self.block.sheet, self.numbers[empty[0]], self.called(name), text)
        self.around.cautions.append(caution)

    def _read_codes(self, name: str, cells: dict[str, list[Cell]]) -> None:
        """The table's own codes. A new row may leave it to its name to make one."""
        titles = cells.get(TITLE_OF[self.name], cells[name])
        names = self.around.names[self.name]
        codes = []
        for place, (cell, title) in enumerate(zip(cells[name], titles, strict=True)):
            text = clean(cell) or slug(clean(title))
            code = names.code_of(text) if names.is_code(text) else text
            if code is None or not _CODE.fullmatch(code):
                sentence = _("“{value}” cannot be a code. A code is small letters a–z, figures and hyphens.")
                self.fault(place, name, sentence.format(value=shown_cell(cell)))
            codes.append(code)
        self.values[name] = codes
        pairs = [(clean(title), code) for title, code in zip(titles, codes, strict=True) if code]
        names.add((code for _title, code in pairs), pairs)

    def _read_periods(self, cells: list[Cell]) -> None:
        periods = self._column(PERIOD, cells, read_period)
        sentence = _("“{value}” may be a month or a quarter. Write it as 2024-01 or 2024 kv 1.")
        for place in quarters_in(cells):
            self.fault(place, PERIOD, sentence.format(value=shown_cell(cells[place])), "quarters")
        self.values["period_start"] = [period and period.start for period in periods]
        self.values["period_end"] = [period and period.end for period in periods]

    def _read_figures(self, cells: list[Cell]) -> None:
        """The column of figures, whose marks also say how sure a figure is and why there is none."""
        figures: list[Figure] = [given or NO_FIGURE for given in self._column("value", cells, figure_in)]
        self.measured.read(cells, figures)
        self.values["value"] = [figure.value for figure in figures]
        for name in ("lower", "upper", "qualifier", "status"):
            usual = getattr(NO_FIGURE, name)
            marked = [getattr(figure, name) for figure in figures]
            if any(mark != usual for mark in marked):
                self.marks[name] = marked

    def _leave_out_unfilled(self, cells: dict[str, list[Cell]]) -> None:
        """Rows that a template offers and nobody filled in: no figure and no reason, or no verdict."""
        filling = _FILLING.get(self.name, ())
        there = [cells[name] for name in filling if name in cells]
        if there:
            self.out |= {
                place for place, given in enumerate(zip(*there, strict=True)) if not any(c != "" for c in given)
            }
            self.measured.report_spoilt()

    # Rows

    def _fill_key(self) -> None:
        """The parts of the key that no column gives: they must be there before a row can be looked up in the store."""
        for name in self.table.key:
            if name not in self.values:
                value = self.around.board if name == "board" else DEFAULTS.get(name, "" if name not in _DATES else None)
                self.values[name] = [value] * len(self.numbers)

    def _stored(self) -> dict[tuple[Any, ...], Record]:
        return {key_of(self.table, record): record for record in self.around.stored.get(self.name, ())}

    def _filled(self, given: Record, before: Record | None) -> Record:
        """The row with what the file says nothing of: as it was, or as such a row usually is."""
        if before is not None:
            return {**before, **given}
        return usual(self.table, given)

    def _keeps_rules(self, place: int, record: Record) -> bool:
        broken = [*complaints(self.table, record), *out_of_order(record, self.pairs)]
        for name, sentence in broken:
            self.fault(place, name, sentence)
        return not broken
