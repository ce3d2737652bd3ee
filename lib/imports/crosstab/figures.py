"""One figure of a drawn table: its number in the indicator's unit of measure, and whether headings and labels agree."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lib.imports.cells import Cell, Figure, clean
from lib.imports.context import ImportContext, in_thousands, struck
from lib.imports.crosstab.find import Crosstab
from lib.imports.crosstab.rows import Drawn
from lib.imports.meanings import Meaning
from lib.imports.measures import converted, factor_of, factor_of_format, read_cell
from lib.imports.period_text import HeadingMeaning
from lib.imports.workbook.marks import STRUCK
from lib.tables.records import Record
from lib.words.language import _


class FigureReader:
    """Reads the cells of one table's figures; `marks` are what the workbook says of cells."""

    def __init__(
        self, table: Crosstab, around: ImportContext, drawn: Drawn, marks: Mapping[tuple[int, int], str]
    ) -> None:
        self.table, self.around, self.drawn, self.marks = table, around, drawn, marks
        self.units = {row["indicator"]: row["unit_of_measure"] for row in around.stored.get("indicators", ())}
        self.row_measure = next((at for at, role in table.labels.items() if role == "measure"), -1)

    def read(self, row_number: int, column: int, cell: Cell, row: Sequence[Cell], indicator: str) -> Figure:
        """The figure in a cell, in the indicator's measure. Raises Misread with a plain sentence."""
        figure, unit = read_cell(cell), self.units.get(indicator, "")
        in_row = clean(row[self.row_measure]) if 0 <= self.row_measure < len(row) else ""
        heading = self.table.headings[column] if column in self.table.columns.measures else ""
        by = factor_of((figure.unit, in_row, heading, self.table.answers.fixed.get("measure", "")), unit)
        by *= factor_of_format(cell, self.marks.get((row_number - 1, column), ""), unit)
        if by != 1.0:
            self.drawn.recounted.append(unit)
        return converted(figure, by)

    def caution(self, row_number: int, column: int, called: str, cell: Cell, record: Record) -> None:
        """Report a figure that its author has struck through, or that may be in thousands."""
        if self.around.may_be_thousands(cell, record):
            self.around.cautions.append(in_thousands(self.table.sheet, row_number, called, cell, record))
        if self.marks.get((row_number - 1, column)) == STRUCK:
            self.around.cautions.append(struck(self.table.sheet, row_number, called, record))


def together(over: Meaning, labels: Meaning) -> Meaning:
    """The headings and labels of a figure joined; the more precise wins: women before all, a month before a year."""
    heading = over.heading
    if heading.gender == "T" and labels.heading.gender in ("K", "M"):
        heading = replace(heading, gender="")
    if heading.year and heading.months is None and heading.period is None and labels.heading.period is not None:
        heading = replace(heading, year=None)
    return Meaning(heading, over.indicator, over.unit).joined(labels)


def years_of(heading: HeadingMeaning) -> set[int]:
    """The years that a text names."""
    if heading.period:
        return {heading.period.start.year, heading.period.end.year}
    return {heading.year} if heading.year else set()


def contradiction(over: Meaning, labels: Meaning) -> str:
    """The sentence on headings and labels that disagree about a figure, '' where they agree."""
    a, b = over.heading, labels.heading
    years = [years_of(meaning) for meaning in (a, b) if years_of(meaning)]
    pairs = (
        (over.indicator, labels.indicator),
        (over.unit or "", labels.unit or ""),
        (a.gender if a.gender != "T" else "", b.gender if b.gender != "T" else ""),
        (a.kind, b.kind),
    )
    differ = any(first and second and first != second for first, second in pairs)
    if differ or (len(years) == 2 and not years[0] & years[1]) or (a.period and b.period and a.period != b.period):
        return _("The heading over the figure and its row say different things. Correct one of them.")
    return ""
