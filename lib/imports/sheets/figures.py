"""The figures of a table of the interchange format: their unit of measure, and remarks on their cells."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from lib.imports.cells import Cell, Figure, Misread
from lib.imports.context import ImportContext, in_thousands, is_in_thousands, struck
from lib.imports.measures import factor_of, factor_of_format, scaled
from lib.imports.workbook.marks import MERGED, STRUCK, UNCALCULATED
from lib.tables.records import Record
from lib.words.language import _, ngettext

SPOILT = frozenset({UNCALCULATED, MERGED})


def spoilt_by(mark: str) -> str:
    """The sentence on a cell that has no figure of its own, though it looks as if it had."""
    if mark == MERGED:
        return _("The figure above is merged over this cell. Which row is it of?")
    return _("The formula has no result stored. Open the file in Excel, save it and try again.")


class MeasuredFigures:
    """The column of figures of one block; `marks` are by row and column of the sheet, from 0."""

    def __init__(
        self,
        marks: Mapping[tuple[int, int], str],
        column: int,
        numbers: Sequence[int],
        around: ImportContext,
        fault: Callable[[int, str, str], None],
    ) -> None:
        of_row = {row + 1: mark for (row, at), mark in marks.items() if at == column}
        self.marks = (
            {place: of_row[number] for place, number in enumerate(numbers) if number in of_row} if of_row else {}
        )
        self.around, self.fault = around, fault
        self.struck = {place for place, mark in self.marks.items() if mark == STRUCK}
        self.cells: Mapping[int, Cell] = {}
        self.stated: Mapping[int, str] = {}
        self.thousands: Mapping[int, Cell] = {}
        self.converted = 0

    def report_spoilt(self) -> None:
        """Report cells that have no figure of their own."""
        for place, mark in self.marks.items():
            if mark in SPOILT:
                self.fault(place, "value", spoilt_by(mark))

    def read(self, cells: Sequence[Cell], figures: Sequence[Figure]) -> None:
        """Keep the measures that stand in the column's cells."""
        self.cells = {place: cells[place] for place in self.marks}
        self.thousands = {place: cell for place, cell in enumerate(cells) if is_in_thousands(cell)}
        self.stated = {place: figure.unit for place, figure in enumerate(figures) if figure.unit}

    def settle(self, place: int, record: Record) -> bool:
        """Put a figure into its indicator's measure, where its cell says another; False where that cannot be."""
        if place not in self.stated and place not in self.marks:
            return True
        unit = self.units.get(record["indicator"], "")
        try:
            by = factor_of([self.stated.get(place, "")], unit)
            by *= factor_of_format(self.cells.get(place, ""), self.marks.get(place, ""), unit)
        except Misread as misread:
            self.fault(place, "value", str(misread))
            return False
        if by != 1.0:
            self.converted += 1
            record |= {at: scaled(record[at], by) for at in ("value", "lower", "upper") if record[at] is not None}
        return True

    def report_strange(self, place: int, sheet: str, row: int, column: str, record: Record) -> None:
        """Report a figure that its author has struck through, or that may be in thousands."""
        if place in self.struck:
            self.around.cautions.append(struck(sheet, row, column, record))
        cell = self.thousands.get(place, "")
        if cell and self.around.may_be_thousands(cell, record):
            self.around.cautions.append(in_thousands(sheet, row, column, cell, record))

    def report_converted(self, sheet: str) -> None:
        """Report the number of figures that were converted."""
        if self.converted:
            text = ngettext(
                "{n} figure was converted to the measure of its indicator.",
                "{n} figures were converted to the measure of their indicator.",
                self.converted,
            )
            self.around.remarks.append(f"{sheet}: {text.format(n=self.converted)}")

    @cached_property
    def units(self) -> dict[str, str]:
        """The measure of each of the board's indicators."""
        return {row["indicator"]: row["unit_of_measure"] for row in self.around.stored.get("indicators", ())}
