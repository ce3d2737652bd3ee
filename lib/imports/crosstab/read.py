"""The figures of a drawn table (`lib.imports.crosstab.find`) as observations: row by row, cell by cell."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lib.imports.cells import Cell, Figure, Misread, clean, read_figure, read_whole, shown_cell
from lib.imports.context import ImportContext
from lib.imports.crosstab.find import Crosstab
from lib.imports.crosstab.rows import Drawn, Labels, value_of
from lib.imports.crosstab.totals import Summand, Totals, is_sum
from lib.imports.meanings import Meaning, Tongue
from lib.imports.result import CellPlace
from lib.imports.sheets.values import usual
from lib.imports.workbook.read import column_letter
from lib.tables.model import Observation
from lib.tables.records import Record
from lib.words.language import _

_FIGURE = ("value", "lower", "upper", "qualifier", "status")
Notes = dict[tuple[int, int], str]


class TableReader:
    """Reads one table of one file."""

    def __init__(self, table: Crosstab, around: ImportContext, tongue: Tongue, file: str, notes: Notes) -> None:
        self.table, self.around, self.file, self.notes = table, around, file, notes
        self.drawn = Drawn()
        self.labels = Labels(table, around, tongue, self.drawn, self._fault)
        self.totals = Totals(table.sheet, around.stored)

    def missing(self) -> list[str]:
        """What nothing in or over the table says of any figure, so that the user must say it."""
        return self.labels.missing()

    def read(self) -> Drawn:
        """All rows of the table."""
        for column in self.table.columns.unclear:
            sentence = _("“{value}” could mean several times. Write it as 2024, 2024-03 or jan–aug 2024.")
            self._fault(self.table.head, column, sentence.format(value=shown_cell(self._called(column))))
        for row_number, row in self.table.rows:
            given = {column: row[column] for column in self.table.figures if column < len(row) and row[column] != ""}
            texts = {clean(cell) for cell in row if cell != ""}
            if not given or (len(texts) == 1 and not any(isinstance(cell, float) for cell in given.values())):
                self.labels.begin_group(row)
                self.totals.begin_group()
                continue
            self._read_row(row_number, self.labels.filled(row), given)
        self.drawn.cautions = self.totals.cautions
        return self.drawn

    def _read_row(self, row_number: int, row: Sequence[Cell], given: dict[int, Cell]) -> None:
        text = self.labels.total(row)
        if text and not is_sum(text):
            self.drawn.totals += 1
            return
        meaning = self.labels.of_row(row_number, row, text)
        if meaning is None:
            return
        if text:
            self._read_total(row_number, row, given, meaning, text)
            return
        for column, cell in given.items():
            self._take(row_number, column, cell, meaning, row, is_part=True)
        self._check_sums(row_number, row, given, meaning.indicator)

    def _read_total(
        self, row_number: int, row: Sequence[Cell], given: dict[int, Cell], meaning: Meaning, text: str
    ) -> None:
        """A row of sums: figures of the unit that it is of, or if it is of none, only checked."""
        figures = self._numbers(given)
        unit = self.totals.unit_of(text, meaning.unit, meaning.indicator, figures) if meaning.indicator else None
        if unit is None:
            self.totals.check_row(row_number, meaning.indicator, figures)
            self.drawn.totals += 1
        else:
            for column, cell in given.items():
                self._take(row_number, column, cell, replace(meaning, unit=unit), row, is_part=False)
        self.totals.begin_group()

    def _numbers(self, given: dict[int, Cell]) -> dict[int, tuple[str, float]]:
        """The figures of a row by column, with their headings; those that are no numbers left out."""
        found = {}
        for column, cell in given.items():
            value = value_of(cell)
            if value is not None and self.table.figures[column].said.kind != "target":
                found[column] = self._called(column), value
        return found

    def _check_sums(self, row_number: int, row: Sequence[Cell], given: dict[int, Cell], indicator: str) -> None:
        """Columns that add up those to their left, where these are of one kind."""
        over = [self.table.figures[column] for column in given]
        if len({one.said.kind for one in over}) > 1 or any(one.indicator for one in over):
            return
        parts = [Summand(indicator, str(column), value_of(cell)) for column, cell in given.items()]
        for column in self.table.columns.sums:
            value = value_of(row[column]) if column < len(row) and row[column] != "" else None
            if value is not None and all(part < column for part in given):
                self.totals.check_column(row_number, self._called(column), value, parts)

    def _take(
        self, row_number: int, column: int, cell: Cell, labels: Meaning, row: Sequence[Cell], *, is_part: bool
    ) -> None:
        meaning = self.table.figures[column].joined(labels)
        period = meaning.said.whole()
        if meaning.said.kind == "target":
            self.drawn.targets += 1
            return
        if not meaning.indicator or period is None:
            missing = (
                _("It is not said which indicator this is.") if period else _("It is not said which period this is.")
            )
            self._fault(row_number, column, missing)
            return
        try:
            figure = read_figure(cell)
        except Misread as misread:
            self._fault(row_number, column, str(misread))
            return
        if is_part and meaning.said.gender in ("", "T"):
            self.totals.add(column, Summand(meaning.indicator, meaning.unit or "", figure.value))
        key = {
            "board": self.around.board,
            "indicator": meaning.indicator,
            "unit": meaning.unit or "",
            "gender": meaning.said.gender or "T",
            "period_start": period.start,
            "period_end": period.end,
            "kind": meaning.said.kind or "outcome",
        }
        self.drawn.taken.records.append(self._record(key, figure, row_number, column, row))
        self.drawn.taken.places.append(CellPlace(self.table.sheet, row_number, self._called(column)))

    def _record(self, key: Record, figure: Figure, row_number: int, column: int, row: Sequence[Cell]) -> Record:
        """The observation: as it was where it says the same, or else with where it now stands."""
        says = {name: getattr(figure, name) for name in _FIGURE} | self._beside(row_number, row)
        if note := self.notes.get((row_number - 1, column)) or figure.note:
            says["note"] = note
        before = self.around.observations.get(tuple(key[name] for name in Observation.key))
        if before is not None and all(before[name] == value for name, value in says.items()):
            return dict(before)
        place = f"{self.file}, {self.table.sheet}, {column_letter(column + 1)}{row_number}"
        source = "kolada" if self.table.from_kolada and self.around.names["sources"].is_code("kolada") else ""
        return usual(Observation, key | says | {"source": source, "locator": place})

    def _beside(self, row_number: int, row: Sequence[Cell]) -> Record:
        """What columns of counts and notes say of the row's figures."""
        found: dict[str, Any] = {}
        for column, role in self.table.labels.items():
            cell = row[column] if column < len(row) else ""
            if cell != "" and role == "note":
                found["note"] = clean(cell)
            elif cell != "" and role == "count":
                try:
                    found["count"] = read_whole(cell)
                except Misread as misread:
                    self._fault(row_number, column, str(misread))
        return found

    def _fault(self, row_number: int, column: int, sentence: str) -> None:
        self.around.faults.add(sentence[:20], self.table.sheet, row_number, self._called(column), sentence)

    def _called(self, column: int) -> str:
        return self.table.headings[column] or column_letter(column + 1)
