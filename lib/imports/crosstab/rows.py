"""The meaning of the labels of a drawn table, row by row: headings between rows, empty cells, unknown names."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lib.imports.cautions.renamed import identity_of
from lib.imports.cells import Cell, Misread, clean, read_day, read_figure, shown_cell
from lib.imports.context import ImportContext, TableRows
from lib.imports.crosstab.find import Crosstab, group_texts
from lib.imports.crosstab.totals import is_made_of_others
from lib.imports.mapping import HEADING, LEAVE
from lib.imports.meanings import NOTHING, Meaning, Tongue
from lib.imports.names import is_municipality, municipality_names
from lib.imports.result import Caution
from lib.words.folding import fold
from lib.words.language import _

_DIMENSIONS = ("indicator", "unit", "municipality", "gender", "period", "year", "month", "kind")
# The axes that a row may take from the row above it, where a column beside it says what is new.
_LEFT_TO_ABOVE = ("indicator", "unit")
_CODE = re.compile(r"\d{4}")

Fault = Callable[[int, int, str], None]


@dataclass(slots=True)
class Drawn:
    """The result of reading a table: its observations, the unknown names, and the number of rows left out.

    `guesses` are codes of units that have the figures of an unknown name; `filled` counts labels taken from above,
    `left` rows that were left out because a person said so, `deleted` those that the file itself calls withdrawn.
    """

    taken: TableRows = field(default_factory=TableRows)
    strange: dict[str, dict[str, int]] = field(default_factory=lambda: {"indicators": {}, "units": {}})
    guesses: dict[str, str] = field(default_factory=dict)
    cautions: list[Caution] = field(default_factory=list)
    totals: int = 0
    others: int = 0
    targets: int = 0
    filled: int = 0
    left: int = 0
    deleted: int = 0
    recounted: list[str] = field(default_factory=list)


class Labels:
    """The labels of one table, read from the top; `fault` takes row, column and sentence."""

    def __init__(
        self, table: Crosstab, around: ImportContext, tongue: Tongue, drawn: Drawn, fault: Fault, confirmed: Meaning
    ) -> None:
        self.table, self.around, self.tongue, self.drawn, self.fault = table, around, tongue, drawn, fault
        # Whose figures they are is asked first: of other municipalities nothing else need be known. Of two units that
        # of the last column is the one, the other what it is a part of.
        order = {"municipality": 0, "unit": 1}
        self.columns = sorted(table.labels.items(), key=lambda label: (order.get(label[1], 2), -label[0]))
        self.outer = table.corner.joined(confirmed)
        self.own = municipality_names(around.stored)
        self.has_kind = any(role == "kind" for role in table.labels.values())
        self.group: Meaning | None = NOTHING
        self.before: Meaning | None = NOTHING
        self.above_row: dict[int, Cell] = {}

    def begin_group(self, row: Sequence[Cell]) -> None:
        """Take in a heading between the rows: its meaning for those under it; None where that is not known."""
        self.group = self.of_group(row)
        self.before = NOTHING
        self.above_row = {}

    def of_group(self, row: Sequence[Cell]) -> Meaning | None:
        """The meaning of a heading between the rows for those under it; None where it is unknown."""
        meaning = NOTHING
        for text in group_texts(row):
            answer = self.table.answers.names.get(text, "")
            if answer == LEAVE:
                return None
            role = next((role for _column, role in self.columns if role == "unit"), "")
            part = self.tongue.meaning(text, role) or self.tongue.meaning(text)
            if answer != HEADING:
                if part is None or part.heading.rest or is_municipality(text, self.own):
                    return None
                meaning = meaning.joined(part)
        return meaning

    def total(self, row: Sequence[Cell]) -> str:
        """The label by which a row is made of others, '' where it is not."""
        for column, role in self.columns:
            text = clean(row[column]) if column < len(row) else ""
            if role not in ("gender", "note", "measure", "count", "municipality") and is_made_of_others(text):
                return text if self.tongue.meaning(text, "indicator") in (None, NOTHING) else ""
        return ""

    def filled(self, row: Sequence[Cell]) -> Sequence[Cell]:
        """A row whose empty label is that of the row above: the name of a unit that stands once, over its rows."""
        named = [(column, role) for column, role in self.columns if role in _LEFT_TO_ABOVE]
        there = {column: row[column] if column < len(row) else "" for column, _role in named}
        filled = [*row, *[""] * (max(there, default=-1) + 1 - len(row))]
        if any(cell != "" for cell in there.values()) and not self.total(row):
            for column, cell in there.items():
                if cell == "" and self.above_row.get(column, "") != "" and self._is_new(there):
                    filled[column] = self.above_row[column]
                    self.drawn.filled += 1
        self.above_row = {column: filled[column] for column in there}
        return filled

    def _is_new(self, there: dict[int, Cell]) -> bool:
        """Whether the labels that a row has differ from those above, so that it goes on with what it leaves out."""
        return any(cell not in ("", self.above_row.get(column)) for column, cell in there.items())

    def of_row(self, row_number: int, row: Sequence[Cell], total: str) -> Meaning | None:
        """The meaning of a row's labels; None where they are unknown, which is reported."""
        own, is_known = NOTHING, True
        for column, role in self.columns:
            cell = row[column] if column < len(row) else ""
            if role not in _DIMENSIONS or (total and clean(cell) == total):
                continue
            if cell == "":
                if role in ("kind", "gender") and not total:
                    self._empty(row_number, column)
                    return None
                continue
            label = self._municipality(cell) if role == "municipality" else self._meaning(cell, role)
            if label is None:
                self.before = None
                self._unknown(row_number, column, role, row)
                if role not in _LEFT_TO_ABOVE:
                    return None
                is_known = False
                continue
            if own.unit and label.unit and not self._is_part(own.unit, label.unit):
                sentence = _("“{value}” and the unit beside it are different units. Correct one of them.")
                self.fault(row_number, column, sentence.format(value=shown_cell(cell)))
                return None
            own = own.joined(label)
        if not is_known:
            return None
        if own.heading.gender and not own.indicator and own.unit is None:  # women and men under the row that is of both
            if self.before is None:
                self.fault(row_number, self.columns[-1][0], _("The row above is not known, so neither is this one."))
                return None
            own = own.joined(Meaning(indicator=self.before.indicator, unit=self.before.unit))
        else:
            self.before = own
        if own.unit is None and not total and (lacking := self._column_of_units()) is not None:
            self._empty(row_number, lacking)
            return None
        if self.group is None:
            return None
        return own.joined(self.group).joined(self.outer)

    def _empty(self, row_number: int, column: int) -> None:
        self.fault(row_number, column, _("The cell is empty. Write what the figures of the row are."))

    def _column_of_units(self) -> int | None:
        """The column that says of other rows whose their figures are, where nothing above the rows says it of all."""
        if self.group is None or self.group.unit is not None or self.outer.unit is not None:
            return None
        columns = [column for column, role in self.columns if role in ("unit", "municipality")]
        rows = [row for _number, row in self.table.rows]
        return next((at for at in columns if any(at < len(row) and row[at] != "" for row in rows)), None)

    def _is_part(self, unit: str, other: str) -> bool:
        """Whether one of two units is, at any time, within the other."""
        parents = {(row["unit"], row["parent"]) for row in self.around.stored.get("units", ())}

        def above(code: str) -> set[str]:
            reached, new = {code}, {code}
            while new := {parent for child, parent in parents if child in new and parent} - reached:
                reached |= new
            return reached

        return unit in above(other) or other in above(unit)

    def _meaning(self, cell: Cell, role: str) -> Meaning | None:
        meaning = self.tongue.meaning(cell, role if role in ("indicator", "unit") else "")
        if meaning is None or role not in ("indicator", "unit"):
            return meaning
        if meaning.indicator or meaning.unit is not None:
            is_other = is_municipality(clean(cell), self.own) or meaning.heading.is_of_time
            return None if role == "unit" and is_other else meaning
        of_both = meaning.heading.gender and not meaning.heading.is_of_time and not meaning.heading.kind
        return (
            meaning if of_both or (role == "indicator" and not meaning.heading.rest and meaning.heading.kind) else None
        )

    def _municipality(self, cell: Cell) -> Meaning | None:
        """The board where a cell is its own municipality, a unit that it is compared with, else nothing."""
        text = municipality_code(clean(cell))
        answer = self.table.answers.fixed.get("municipality")
        if fold(text) in self.own or (answer and fold(answer) == fold(text)):
            return Meaning(unit="")
        return self.tongue.meaning(cell, "unit") if not _CODE.fullmatch(text) else None

    def _unknown(self, row_number: int, column: int, role: str, row: Sequence[Cell]) -> None:
        cell, text = row[column], clean(row[column])
        if role == "municipality":
            self.drawn.others += 1
        elif role in ("indicator", "unit"):
            table = "units" if role == "unit" else "indicators"
            if role == "unit" and is_municipality(text, self.own):
                sentence = _("“{value}” is the municipality and not the board. Say what it is, or leave the row out.")
                self.fault(row_number, column, sentence.format(value=shown_cell(cell)))
            elif role == "unit" and (day := _day(cell)):
                sentence = _("“{value}” is a day and no unit: probably {guess}, which Excel has made a day of.")
                self.fault(row_number, column, sentence.format(value=shown_cell(cell), guess=day))
                return
            else:
                self._name_not_known(row_number, column, table, row)
            strange = self.drawn.strange[table]
            strange[text] = strange.get(text, 0) + 1
        else:
            self.fault(row_number, column, _("“{value}” is not understood here.").format(value=shown_cell(cell)))

    def _name_not_known(self, row_number: int, column: int, table: str, row: Sequence[Cell]) -> None:
        cell, text = row[column], clean(row[column])
        like = self._familiar(row, column, table[:-1])
        guess = like or self.around.names[table].guess(text)
        if guess:
            self.drawn.guesses[text] = guess
        self.fault(row_number, column, self._not_known(table, cell, like))

    def _familiar(self, row: Sequence[Cell], unknown: int, name: str) -> str:
        """The unit or indicator (`name`) that has the figures of a row with an unknown name, '' where none has."""
        labels = NOTHING
        for column, role in self.columns:
            if column != unknown and role in _DIMENSIONS and column < len(row) and row[column] != "":
                labels = labels.joined(self._meaning(row[column], role) or NOTHING)
        labels = labels.joined(self.group or NOTHING).joined(self.outer)
        figures = []
        for column, over in self.table.figures.items():
            meaning = over.joined(labels)
            period, value = meaning.heading.whole(), value_of(row[column]) if column < len(row) else None
            if period and value is not None:
                of = {"indicator": meaning.indicator, "unit": meaning.unit or "", "value": value}
                figures.append(identity_of(of | {"period_start": period.start, "period_end": period.end}, name))
        return self.around.figures.like(figures, name)

    def _not_known(self, table: str, cell: Cell, like: str) -> str:
        names = self.around.names[table]
        if like:
            sentence = _("“{value}” is not known, but has the figures of “{guess}”. Write that if it is the same.")
            return sentence.format(value=shown_cell(cell), guess=names.name_of(like))
        nearest = names.nearest(clean(cell))
        if nearest:
            return _("“{value}” is not known. Did you mean {guess}?").format(value=shown_cell(cell), guess=nearest)
        return _("“{value}” is not known to this board.").format(value=shown_cell(cell))


def municipality_code(text: str) -> str:
    """A municipality's code with the nought that a workbook has taken from it."""
    return text.zfill(4) if text.isdecimal() and len(text) == 3 else text


def value_of(cell: Cell) -> float | None:
    """The number in a cell, None where there is none."""
    try:
        return read_figure(cell).value
    except Misread:
        return None


def _day(cell: Cell) -> str:
    """The text that was probably typed into a cell of which Excel has made a day; '' where it is no day."""
    try:
        day = read_day(cell) if re.fullmatch(r"\d{4}-\d\d-\d\d", clean(cell)) else None
    except Misread:
        return ""
    return f"{day.day}-{day.month}" if day else ""
