"""The figures of a drawn table (`lib.files.crosstab`) as observations: row by row, cell by cell."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lib.files.cells import Cell, Figure, Misread, clean, read_figure, read_whole, shown_cell
from lib.files.crosstab import Table
from lib.files.meanings import NOTHING, Meaning, Tongue
from lib.files.reading import Place
from lib.files.sheet_tables import Around, Taken
from lib.files.sheet_values import usual
from lib.files.workbook import column_letter
from lib.folding import fold
from lib.model import Observation
from lib.tables import Record, key_of
from lib.words import _

_TOTALS = frozenset({"summa", "totalt", "total", "summa totalt", "delsumma"})
_DIMENSIONS = ("indicator", "unit", "gender", "period", "year", "month", "kind", "")
_FIGURE = ("value", "lower", "upper", "qualifier", "status")


@dataclass(slots=True)
class Drawn:
    """What a table gave: its observations, the names that nobody knows, and how much was passed over."""

    taken: Taken = field(default_factory=Taken)
    strange: dict[str, dict[str, int]] = field(default_factory=lambda: {"indicators": {}, "units": {}})
    totals: int = 0
    others: int = 0
    targets: int = 0
    known: int = 0


Notes = dict[tuple[int, int], str]


class Reader:
    """Reads one table of one file."""

    def __init__(self, table: Table, around: Around, tongue: Tongue, file: str, notes: Notes) -> None:
        self.table, self.around, self.tongue, self.file = table, around, tongue, file
        self.notes, self.from_kolada = notes, table.from_kolada
        # Whose figures they are is asked first: of other municipalities nothing else need be known.
        self.labels = sorted(table.labels.items(), key=lambda label: label[1] != "unit")
        self.drawn = Drawn()
        self.group = NOTHING
        self.before = NOTHING
        self.stored = {key_of(Observation, row): row for row in around.stored.get("observations", ())}

    def missing(self) -> list[str]:
        """What nothing in or over the table says of any figure, so that the user must say it."""
        said = [self.table.above, *self.table.figures.values()]
        for _number, row in self.table.rows:
            for column, role in self.labels:
                if column < len(row) and role in _DIMENSIONS and row[column] != "":
                    said.append(
                        self.tongue.meaning(row[column], role if role in ("indicator", "unit") else "") or NOTHING
                    )
        has_indicator = any(one.indicator for one in said) or "indicator" in self.table.labels.values()
        has_period = any(one.said.is_of_time for one in said)
        return [name for name, there in (("indicator", has_indicator), ("period", has_period)) if not there]

    def read(self) -> Drawn:
        """All rows of the table."""
        for row_number, row in self.table.rows:
            given = {column: row[column] for column in self.table.figures if column < len(row) and row[column] != ""}
            texts = {clean(cell) for cell in row if cell != ""}
            if not given or (len(texts) == 1 and not any(isinstance(cell, float) for cell in given.values())):
                self.group = self._of_group(row)
                continue
            meaning = self._of_row(row_number, row)
            if meaning is not None:
                self.drawn.known += 1
                for column, cell in given.items():
                    self._take(row_number, column, cell, meaning, row)
        return self.drawn

    def _of_group(self, row: Sequence[Cell]) -> Meaning:
        """What a heading between the rows says of those under it."""
        meaning = NOTHING
        for column, role in self.table.labels.items():
            cell = row[column] if column < len(row) else ""
            if cell != "" and role in _DIMENSIONS:
                meaning = meaning.joined(self.tongue.meaning(cell, "unit" if role == "unit" else "") or NOTHING)
        return meaning

    def _of_row(self, row_number: int, row: Sequence[Cell]) -> Meaning | None:
        """What a row's labels say of its figures; None where they are not known, which is told."""
        own = NOTHING
        for column, role in self.labels:
            cell = row[column] if column < len(row) else ""
            if cell == "" or role not in _DIMENSIONS:
                continue
            found = self._meaning(cell, role)
            if found is None:
                self._unknown(row_number, column, cell, role)
                return None
            own = own.joined(found)
        if own.said.gender and not own.indicator and own.unit is None:  # women and men under the row that is of both
            own = own.joined(Meaning(indicator=self.before.indicator, unit=self.before.unit))
        else:
            self.before = own
        return own.joined(self.group).joined(self.table.above)

    def _meaning(self, cell: Cell, role: str) -> Meaning | None:
        return self.tongue.meaning(cell, role if role in ("indicator", "unit") else "")

    def _unknown(self, row_number: int, column: int, cell: Cell, role: str) -> None:
        text = clean(cell)
        if fold(text) in _TOTALS:
            self.drawn.totals += 1
        elif self.from_kolada and role == "unit":
            self.drawn.others += 1
        elif role in ("indicator", "unit", ""):
            table = "units" if role == "unit" else "indicators"
            strange = self.drawn.strange[table]
            strange[text] = strange.get(text, 0) + 1
            self._fault(row_number, column, self._not_known(table, cell))
        else:
            self._fault(row_number, column, _("“{value}” is not understood here.").format(value=shown_cell(cell)))

    def _not_known(self, table: str, cell: Cell) -> str:
        nearest = self.around.names[table].nearest(clean(cell))
        if nearest:
            return _("“{value}” is not known. Did you mean {guess}?").format(value=shown_cell(cell), guess=nearest)
        return _("“{value}” is not known to this board.").format(value=shown_cell(cell))

    def _take(self, row_number: int, column: int, cell: Cell, labels: Meaning, row: Sequence[Cell]) -> None:
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
        self.drawn.taken.places.append(Place(self.table.sheet, row_number, self._called(column)))

    def _record(self, key: Record, figure: Figure, row_number: int, column: int, row: Sequence[Cell]) -> Record:
        """The observation: as it was where it says the same, or else with where it now stands."""
        says = {name: getattr(figure, name) for name in _FIGURE} | self._beside(row_number, row)
        if note := self.notes.get((row_number - 1, column)) or figure.note:
            says["note"] = note
        before = self.stored.get(tuple(key[name] for name in Observation.key))
        if before is not None and all(before[name] == value for name, value in says.items()):
            return dict(before)
        place = f"{self.file}, {self.table.sheet}, {column_letter(column + 1)}{row_number}"
        source = "kolada" if self.from_kolada and self.around.names["sources"].is_code("kolada") else ""
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
