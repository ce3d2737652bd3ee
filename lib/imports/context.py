"""What a file is read against, and what a table of it gives."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lib.imports.cautions.renamed import StoredFigures
from lib.imports.names import CodeNames
from lib.imports.result import Caution, CellPlaces, Faults
from lib.tables.model import Observation
from lib.tables.records import Record, Records, key_of
from lib.words.language import _


@dataclass
class ImportContext:
    """What a file is read against: the board, its rows, the names in them, and where faults and cautions are told."""

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
    def observations(self) -> dict[tuple[Any, ...], Record]:
        """The stored observations by their key."""
        return {key_of(Observation, row): row for row in self.stored.get("observations", ())}


@dataclass(slots=True)
class TableRows:
    """The rows of one table, and where each stood."""

    records: list[Record] = field(default_factory=list)
    places: CellPlaces = field(default_factory=CellPlaces)


def struck(sheet: str, row: int, column: str, record: Record) -> Caution:
    """What is told of a figure that its author has struck through."""
    sentence = _("The figure is struck through in the workbook. Untick it if it does not hold any more.")
    name = Observation.__tablename__
    return Caution("struck", sheet, row, column, sentence, name, key_of(Observation, record))
