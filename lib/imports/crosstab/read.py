"""The figures of a drawn table (`lib.imports.crosstab.find`) as observations: row by row, cell by cell."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lib.imports.cells import Cell, Figure, Misread, clean, read_truth, read_whole, shown_cell
from lib.imports.context import ImportContext
from lib.imports.crosstab.explain import explained, settle
from lib.imports.crosstab.figures import FigureReader, contradiction, together
from lib.imports.crosstab.find import Crosstab
from lib.imports.crosstab.new_year import new_year
from lib.imports.crosstab.outside import Surroundings
from lib.imports.crosstab.questions import Asker, is_group
from lib.imports.crosstab.rows import Drawn, Labels, value_of
from lib.imports.crosstab.totals import Summand, Totals, is_sum
from lib.imports.explanation import CellUse, ReadingQuestion
from lib.imports.meanings import NOTHING, Meaning, Tongue
from lib.imports.period_text import by_code, confirmed_period
from lib.imports.result import CellPlace
from lib.imports.sheets.figures import SPOILT, spoilt_by
from lib.imports.sheets.values import more_cells, usual
from lib.imports.workbook.read import Sheet, column_letter
from lib.rules.periods import Period
from lib.tables.model import Observation
from lib.tables.records import Record
from lib.words.language import _

_FIGURE = ("value", "lower", "upper", "qualifier", "status")


class TableReader:
    """Reads one table of one file."""

    def __init__(self, table: Crosstab, around: ImportContext, tongue: Tongue, file: str, sheet: Sheet) -> None:
        self.table, self.around, self.tongue, self.file, self.sheet = table, around, tongue, file, sheet
        self.drawn = Drawn()
        self.explanation = explained(table)
        fixed = table.answers.fixed
        unit = fixed.get("unit")
        confirmed = Meaning(confirmed_period(fixed), fixed.get("indicator", ""), unit)
        self.labels = Labels(table, around, tongue, self.drawn, self.fault, confirmed)
        self.totals = Totals(table.sheet, around.stored)
        self.new_year = new_year(table, tongue)
        self.figures = FigureReader(table, around, self.drawn, sheet.marks)

    def questions(self, outside: Surroundings) -> list[ReadingQuestion]:
        """The questions that must be answered before the table can be read."""
        asker = Asker(self.table, self.labels, outside, self.around, self._said(), self.new_year)
        questions = asker.questions()
        settle(self.explanation, questions)
        return questions

    def _said(self) -> list[Meaning]:
        """The meanings of the table's headings and labels."""
        meanings = [self.labels.outer, *self.table.figures.values()]
        for _number, row in self.table.rows:
            if is_group(self.table, row):
                meanings.append(self.labels.of_group(row) or NOTHING)
            for column, role in self.labels.columns:
                if column < len(row) and row[column] != "" and role not in ("note", "count", "measure"):
                    expected = role if role in ("indicator", "unit") else ""
                    meanings.append(self.tongue.meaning(row[column], expected) or NOTHING)
        return meanings

    def read(self) -> Drawn:
        """All rows of the table."""
        for column in self.table.columns.unclear:
            sentence = _("“{value}” could mean several times. Write it as 2024, 2024-03 or jan–aug 2024.")
            self.fault(self.table.head, column, sentence.format(value=shown_cell(self._called(column))))
        for row_number, row in self.table.rows:
            marked = [column for column in self.table.figures if self._mark(row_number, column, row)]
            if is_group(self.table, row) and not marked:
                self.labels.begin_group(row)
                self.totals.begin_group()
                if self.labels.group is None:
                    self.explanation.mark_row(row_number, CellUse.UNUSED, _texts_in(row, self.table))
            elif self._is_shifted(row_number, row):
                self.explanation.mark_row(row_number, CellUse.FAULT, self.table.figures)
            elif not self._is_left(row_number, row):
                there = [at for at in self.table.figures if at < len(row) and row[at] != "" and at not in marked]
                self._read_row(row_number, self.labels.filled(row), {at: row[at] for at in there})
        self.drawn.cautions += self.totals.cautions
        return self.drawn

    def _mark(self, row_number: int, column: int, row: Sequence[Cell]) -> bool:
        """Whether a cell of figures is spoilt by the workbook's marks on it, which is reported."""
        mark = self.sheet.marks.get((row_number - 1, column), "")
        if mark in SPOILT:
            self.fault(row_number, column, spoilt_by(mark))
        return mark in SPOILT

    def _is_shifted(self, row_number: int, row: Sequence[Cell]) -> bool:
        """Whether a line of a text file has more cells than there are headings, so that its figures have moved."""
        extra = [cell for cell in row[self.table.width :] if cell != ""]
        if extra and self.sheet.is_text:
            self.fault(row_number, self.table.width, more_cells(len(extra)))
        return bool(extra) and self.sheet.is_text

    def _is_left(self, row_number: int, row: Sequence[Cell]) -> bool:
        """Whether a row is left out: the file itself calls it withdrawn, or a person has said so."""
        for column, role in self.table.labels.items():
            if role == "deleted" and column < len(row) and row[column] != "" and _is_true(row[column]):
                self.drawn.deleted += 1
                self.explanation.mark_row(row_number, CellUse.UNUSED, self.table.figures)
                return True
        for column, value in self.table.columns.only.items():
            if (clean(row[column]) if column < len(row) else "") != value:
                self.drawn.left += 1
                self.explanation.mark_row(row_number, CellUse.UNUSED, self.table.figures)
                return True
        return False

    def _read_row(self, row_number: int, row: Sequence[Cell], given: dict[int, Cell]) -> None:
        text = self.labels.total(row)
        if text and not is_sum(text):
            self.drawn.totals += 1
            self.explanation.mark_row(row_number, CellUse.UNUSED, given)
            return
        meaning = self.labels.of_row(row_number, row, text)
        if meaning is None:
            is_left = self.labels.group is None
            self.explanation.mark_row(row_number, CellUse.UNUSED if is_left else CellUse.FAULT, given)
            self.drawn.left += is_left
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
            self.explanation.mark_row(row_number, CellUse.UNUSED, given)
        else:
            for column, cell in given.items():
                self._take(row_number, column, cell, replace(meaning, unit=unit), row, is_part=False)
        self.totals.begin_group()

    def _numbers(self, given: dict[int, Cell]) -> dict[int, tuple[str, float]]:
        """The figures of a row by column, with their headings; those that are no numbers left out."""
        numbers = {}
        for column, cell in given.items():
            value = value_of(cell)
            if value is not None and self.table.figures[column].heading.kind != "target":
                numbers[column] = self._called(column), value
        return numbers

    def _check_sums(self, row_number: int, row: Sequence[Cell], given: dict[int, Cell], indicator: str) -> None:
        """Columns that add up those to their left, where these are of one kind."""
        over = [self.table.figures[column] for column in given]
        if len({heading.heading.kind for heading in over}) > 1 or any(heading.indicator for heading in over):
            return
        parts = [Summand(indicator, str(column), value_of(cell)) for column, cell in given.items()]
        for column in self.table.columns.sums:
            value = value_of(row[column]) if column < len(row) and row[column] != "" else None
            if value is not None and all(part < column for part in given):
                self.totals.check_column(row_number, self._called(column), value, parts)

    def _take(
        self, row_number: int, column: int, cell: Cell, labels: Meaning, row: Sequence[Cell], *, is_part: bool
    ) -> None:
        over = self.table.figures[column]
        if sentence := contradiction(over, labels):
            self.fault(row_number, column, sentence)
            return
        meaning = together(over, labels)
        period = self._period(meaning, row_number, column)
        if meaning.heading.kind == "target":
            self.drawn.targets += 1
            self.explanation.cells[row_number, column] = CellUse.UNUSED
            return
        if not meaning.indicator or period is None:
            missing = (
                _("The file does not say which indicator this is.")
                if period
                else _("The file does not say which period this is.")
            )
            self.fault(row_number, column, missing)
            return
        try:
            figure = self.figures.read(row_number, column, cell, row, meaning.indicator)
        except Misread as misread:
            self.fault(row_number, column, str(misread))
            return
        if is_part and meaning.heading.gender in ("", "T"):
            self.totals.add(column, Summand(meaning.indicator, meaning.unit or "", figure.value))
        key = {
            "board": self.around.board,
            "indicator": meaning.indicator,
            "unit": meaning.unit or "",
            "gender": meaning.heading.gender or "T",
            "period_start": period.start,
            "period_end": period.end,
            "kind": meaning.heading.kind or "outcome",
        }
        record = self._record(key, figure, row_number, column, row)
        self.figures.caution(row_number, column, self._called(column), cell, record)
        self.drawn.taken.records.append(record)
        self.drawn.taken.places.append(CellPlace(self.table.sheet, row_number, self._called(column)))

    def _period(self, meaning: Meaning, row_number: int, column: int) -> Period | None:
        heading, fixed = meaning.heading, self.table.answers.fixed
        if heading.year is not None and heading.months is not None and heading.period is None:
            offset = self.new_year.offset(fixed.get("new_year", ""), row_number, column)
            heading = replace(heading, year=heading.year + offset)
        if heading.code and heading.months is None:
            return by_code(heading.code, fixed.get("six_figures", ""), fixed.get("split_years", ""))
        return heading.whole()

    def _record(self, key: Record, figure: Figure, row_number: int, column: int, row: Sequence[Cell]) -> Record:
        """The observation: as it was where it says the same, or else with where it now stands."""
        says = {name: getattr(figure, name) for name in _FIGURE} | self._beside(row_number, row)
        if note := self.sheet.notes.get((row_number - 1, column)) or figure.note:
            says["note"] = note
        before = self.around.observations.get(tuple(key[name] for name in Observation.key))
        if before is not None and all(before[name] == value for name, value in says.items()):
            return dict(before)
        place = f"{self.file}, {self.table.sheet}, {column_letter(column + 1)}{row_number}"
        source = "kolada" if self.table.from_kolada and self.around.names["sources"].is_code("kolada") else ""
        return usual(Observation, key | says | {"source": source, "locator": place})

    def _beside(self, row_number: int, row: Sequence[Cell]) -> Record:
        """The count and the note of the row's figures, from their own columns."""
        values: dict[str, Any] = {}
        for column, role in self.table.labels.items():
            cell = row[column] if column < len(row) else ""
            if cell != "" and role == "note":
                values["note"] = clean(cell)
            elif cell != "" and role == "count" and not self.table.of_municipalities:
                try:
                    values["count"] = read_whole(cell)
                except Misread as misread:
                    self.fault(row_number, column, str(misread))
        return values

    def fault(self, row_number: int, column: int, sentence: str) -> None:
        """Report something that cannot be read."""
        self.explanation.cells[row_number, column] = CellUse.FAULT
        self.around.faults.add(sentence[:20], self.table.sheet, row_number, self._called(column), sentence, column)

    def _called(self, column: int) -> str:
        return self.table.headings[column] or column_letter(column + 1)


def _texts_in(row: Sequence[Cell], table: Crosstab) -> dict[int, str]:
    """The texts in a row's columns of labels."""
    return {at: cell for at in table.labels if at < len(row) and isinstance(cell := row[at], str) and cell != ""}


def _is_true(cell: Cell) -> bool:
    try:
        return read_truth(cell)
    except Misread:
        return False
