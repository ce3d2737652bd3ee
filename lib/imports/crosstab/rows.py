"""What the labels of a drawn table's rows say, row by row: headings between them, empty cells, names nobody knows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lib.imports.cautions.renamed import told_by
from lib.imports.cells import Cell, Misread, clean, read_figure, shown_cell
from lib.imports.context import ImportContext, TableRows
from lib.imports.crosstab.find import Crosstab
from lib.imports.crosstab.totals import is_made_of_others
from lib.imports.meanings import NOTHING, Meaning, Tongue
from lib.imports.result import Caution
from lib.words.language import _

_DIMENSIONS = ("indicator", "unit", "gender", "period", "year", "month", "kind", "")
# What a row may leave to the row above it, where a column beside it says what is new.
_LEFT_TO_ABOVE = ("indicator", "unit")

Fault = Callable[[int, int, str], None]


@dataclass(slots=True)
class Drawn:
    """What a table gave: its observations, the names that nobody knows, and how much was passed over.

    `guesses` are codes of units that have the figures of an unknown name; `filled` counts labels taken from above.
    """

    taken: TableRows = field(default_factory=TableRows)
    strange: dict[str, dict[str, int]] = field(default_factory=lambda: {"indicators": {}, "units": {}})
    guesses: dict[str, str] = field(default_factory=dict)
    cautions: list[Caution] = field(default_factory=list)
    totals: int = 0
    others: int = 0
    targets: int = 0
    filled: int = 0


class Labels:
    """The labels of one table, read from the top; `fault` is told of row, column and sentence."""

    def __init__(self, table: Crosstab, around: ImportContext, tongue: Tongue, drawn: Drawn, fault: Fault) -> None:
        self.table, self.around, self.tongue, self.drawn, self.fault = table, around, tongue, drawn, fault
        # Whose figures they are is asked first: of other municipalities nothing else need be known. Of two units that
        # of the last column is the one, the other what it is a part of.
        self.columns = sorted(table.labels.items(), key=lambda label: (label[1] != "unit", -label[0]))
        self.group = NOTHING
        self.before = NOTHING
        self.above_row: dict[int, Cell] = {}

    def missing(self) -> list[str]:
        """What nothing in or over the table says of any figure, so that the user must say it."""
        said = [self.table.above, *self.table.figures.values()]
        for _number, row in self.table.rows:
            for column, role in self.columns:
                if column < len(row) and role in _DIMENSIONS and row[column] != "":
                    said.append(self._meaning(row[column], role) or NOTHING)
        has_indicator = any(one.indicator for one in said) or "indicator" in self.table.labels.values()
        has_period = any(one.said.is_of_time for one in said)
        return [name for name, there in (("indicator", has_indicator), ("period", has_period)) if not there]

    def begin_group(self, row: Sequence[Cell]) -> None:
        """A heading between the rows: what it says of those under it."""
        self.group = self._of_group(row)
        self.above_row = {}

    def total(self, row: Sequence[Cell]) -> str:
        """The label by which a row is made of others, '' where it is not."""
        for column, role in self.columns:
            text = clean(row[column]) if column < len(row) else ""
            if role not in ("gender", "note", "measure", "count") and is_made_of_others(text):
                return text
        return ""

    def filled(self, row: Sequence[Cell]) -> Sequence[Cell]:
        """A row whose empty label is that of the row above: the name of a unit that stands once, over its rows."""
        named = [(column, role) for column, role in self.columns if role in _LEFT_TO_ABOVE]
        there = {column: row[column] if column < len(row) else "" for column, _role in named}
        filled = list(row)
        if any(cell != "" for cell in there.values()) and not self.total(row):
            for column, cell in there.items():
                if cell == "" and self.above_row.get(column, "") != "" and self._is_new(there):
                    filled[column] = self.above_row[column]
                    self.drawn.filled += 1
        self.above_row = {column: filled[column] if column < len(filled) else "" for column in there}
        return filled

    def _is_new(self, there: dict[int, Cell]) -> bool:
        """Whether the labels that a row has differ from those above, so that it goes on with what it leaves out."""
        return any(cell not in ("", self.above_row.get(column)) for column, cell in there.items())

    def _of_group(self, row: Sequence[Cell]) -> Meaning:
        """What a heading between the rows says of those under it."""
        meaning = NOTHING
        for column, role in self.table.labels.items():
            cell = row[column] if column < len(row) else ""
            if cell != "" and role in _DIMENSIONS:
                meaning = meaning.joined(self.tongue.meaning(cell, "unit" if role == "unit" else "") or NOTHING)
        return meaning

    def of_row(self, row_number: int, row: Sequence[Cell], total: str) -> Meaning | None:
        """What a row's labels say of its figures; None where they are not known, which is told."""
        own = NOTHING
        for column, role in self.columns:
            cell = row[column] if column < len(row) else ""
            if cell == "" or role not in _DIMENSIONS or (total and clean(cell) == total):
                continue
            found = self._meaning(cell, role)
            if found is None:
                self._unknown(row_number, column, role, row)
                return None
            own = own.joined(found)
        if own.said.gender and not own.indicator and own.unit is None:  # women and men under the row that is of both
            own = own.joined(Meaning(indicator=self.before.indicator, unit=self.before.unit))
        else:
            self.before = own
        return own.joined(self.group).joined(self.table.above)

    def _meaning(self, cell: Cell, role: str) -> Meaning | None:
        return self.tongue.meaning(cell, role if role in ("indicator", "unit") else "")

    def _unknown(self, row_number: int, column: int, role: str, row: Sequence[Cell]) -> None:
        cell, text = row[column], clean(row[column])
        if self.table.from_kolada and role == "unit":
            self.drawn.others += 1
        elif role in ("indicator", "unit", ""):
            table = "units" if role == "unit" else "indicators"
            strange = self.drawn.strange[table]
            strange[text] = strange.get(text, 0) + 1
            like = self._familiar(row, column, table[:-1])
            guess = like or self.around.names[table].guess(text)
            if guess:
                self.drawn.guesses[text] = guess
            self.fault(row_number, column, self._not_known(table, cell, like))
        else:
            self.fault(row_number, column, _("“{value}” is not understood here.").format(value=shown_cell(cell)))

    def _familiar(self, row: Sequence[Cell], unknown: int, name: str) -> str:
        """The unit or indicator (`name`) that has the figures of a row with an unknown name, '' where none has."""
        labels = NOTHING
        for column, role in self.columns:
            if column != unknown and role in _DIMENSIONS and column < len(row) and row[column] != "":
                labels = labels.joined(self._meaning(row[column], role) or NOTHING)
        labels = labels.joined(self.group).joined(self.table.above)
        told = []
        for column, over in self.table.figures.items():
            meaning = over.joined(labels)
            period, value = meaning.said.whole(), value_of(row[column]) if column < len(row) else None
            if period and value is not None:
                of = {"indicator": meaning.indicator, "unit": meaning.unit or "", "value": value}
                told.append(told_by(of | {"period_start": period.start, "period_end": period.end}, name))
        return self.around.figures.like(told, name)

    def _not_known(self, table: str, cell: Cell, like: str) -> str:
        names = self.around.names[table]
        if like:
            sentence = _("“{value}” is not known, but has the figures of “{guess}”. Write that if it is the same.")
            return sentence.format(value=shown_cell(cell), guess=names.name_of(like))
        nearest = names.nearest(clean(cell))
        if nearest:
            return _("“{value}” is not known. Did you mean {guess}?").format(value=shown_cell(cell), guess=nearest)
        return _("“{value}” is not known to this board.").format(value=shown_cell(cell))


def value_of(cell: Cell) -> float | None:
    """The number in a cell, None where there is none."""
    try:
        return read_figure(cell).value
    except Misread:
        return None
