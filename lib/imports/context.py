"""The context that a file is read in, and the rows that a table of it gives."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lib.imports.cautions.beside_stored import ADDED
from lib.imports.cautions.renamed import StoredFigures
from lib.imports.cells import Cell, clean
from lib.imports.names import CodeNames
from lib.imports.result import Caution, CellPlaces, Faults
from lib.tables.model import Observation
from lib.tables.records import Record, Records, key_of
from lib.words.language import _

# Three decimals of which the last is nought: the number as read does not show it.
_THOUSANDS = re.compile(r"[+-]?\d{1,3}[.,]\d\d0")


@dataclass
class ImportContext:
    """The board that a file is read for, its rows, the names in them, and the faults and cautions collected so far."""

    board: str
    stored: Records
    names: dict[str, CodeNames]
    faults: Faults
    cautions: list[Caution] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @cached_property
    def figures(self) -> StoredFigures:
        """The stored figures of the board, to recognise units and indicators by."""
        return StoredFigures(self.stored)

    @cached_property
    def _added(self) -> dict[str, str]:
        """The indicators whose figures are whole numbers that add up, with their statistic."""
        rows = self.stored.get("indicators", ())
        return {row["indicator"]: row["statistic"] for row in rows if row["statistic"] in ADDED and not row["decimals"]}

    def may_be_thousands(self, cell: Cell, record: Record) -> bool:
        """Whether a sign between thousands was read as a decimal one and nothing shows it: '1.000', '1.500'."""
        if not is_in_thousands(cell):
            return False
        statistic = self._added.get(record["indicator"])
        return statistic == "sum" or (statistic == "count" and record["value"] is not None and not record["value"] % 1)

    @cached_property
    def observations(self) -> dict[tuple[Any, ...], Record]:
        """The stored observations by their key."""
        return {key_of(Observation, row): row for row in self.stored.get("observations", ())}


@dataclass(slots=True)
class TableRows:
    """The rows of one table, and where each stood."""

    records: list[Record] = field(default_factory=list)
    places: CellPlaces = field(default_factory=CellPlaces)


def struck(sheet: str, row: int, column: str, record: Record) -> Caution:
    """The caution about a figure that its author has struck through."""
    sentence = _("The figure is struck through in the workbook. Untick it if it is no longer valid.")
    name = Observation.__tablename__
    return Caution("struck", sheet, row, column, sentence, name, key_of(Observation, record))


def is_in_thousands(cell: Cell) -> bool:
    """Whether a text may be a whole number with a sign between its thousands, and a number without it too."""
    return isinstance(cell, str) and cell.endswith("0") and _THOUSANDS.fullmatch(cell.strip()) is not None


def in_thousands(sheet: str, row: int, column: str, cell: Cell, record: Record) -> Caution:
    """The caution about a figure that may be a thousand times as large as it was read."""
    sentence = _("{value} may be {guess}. Write it without a point or comma.")
    text = clean(cell)
    message = sentence.format(value=text, guess=re.sub(r"[.,]", "\u00a0", text))
    return Caution("whole", sheet, row, column, message, Observation.__tablename__, key_of(Observation, record))
