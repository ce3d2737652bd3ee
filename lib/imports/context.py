"""What a file is read against, and what a table of it gives."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lib.imports.cautions.renamed import StoredFigures
from lib.imports.names import CodeNames
from lib.imports.result import CellPlaces, Faults
from lib.tables.model import Observation
from lib.tables.records import Record, Records, key_of


@dataclass
class ImportContext:
    """What a file is read against: the board, its rows, the names in them, and where faults are told."""

    board: str
    stored: Records
    names: dict[str, CodeNames]
    faults: Faults

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
