"""Tables whose columns all have a name: those of the interchange format, and those that a person has named."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from collections.abc import Mapping as Given
from itertools import islice

from lib.imports.cells import clean
from lib.imports.crosstab.find import signature
from lib.imports.crosstab.new_year import Months, new_years
from lib.imports.crosstab.remarks import report_columns, report_places
from lib.imports.explanation import AxisSource, CellUse, Certainty, Explanation
from lib.imports.mapping import ColumnMapping, answers_for, at_place
from lib.imports.meanings import is_aside
from lib.imports.period_text import period_of
from lib.imports.result import Faults, ReadResult
from lib.imports.sheets.headings import table_of
from lib.imports.sheets.table import Block
from lib.imports.sheets.values import more_cells
from lib.imports.sheets.words import PERIOD
from lib.imports.workbook.read import Cell, Sheet, column_letter
from lib.tables.base import Row
from lib.tables.model import Observation
from lib.words.language import _

Own = tuple[type[Row], dict[int, str], Block]

FEWEST = 2
_LOOKED_AT = 30
_LABELS = frozenset({"indicator", "unit", "gender", "kind"})
_USES = {"": CellUse.UNUSED, "value": CellUse.FIGURE, "note": CellUse.NOTE, "count": CellUse.NOTE}


def own_table(sheet: Sheet, reading: ReadResult) -> Own | None:
    """The format's table that a sheet holds, if its headings stand in one of the first rows.

    A table of figures with columns that are not the format's is another layout: they may say what its figures are.
    """
    for number, row in enumerate(sheet.rows[:_LOOKED_AT]):
        if sum(cell != "" for cell in row) >= FEWEST:
            headings = texts_of(row)
            match = table_of(headings, sheet.name)
            if match:
                others = _others(headings, match[1], sheet.rows, number + 1)
                if match[0] is Observation and any(name and not is_aside(name) for name in others):
                    return None
                report_columns(reading, sheet.name, [*others, *_beyond(sheet, number, len(headings))])
                roles = {at: match[1].get(at, "") for at in range(len(headings)) if headings[at]}
                _report_above(reading, sheet, number)
                reading.explanations.append(_explained(sheet, number + 1, roles))
                rows, sheet.rows = sheet.rows[number + 1 :], []
                return *match, Block(sheet.name, headings, number + 2, rows, sheet.marks, sheet.is_text)
    return None


def mapped(sheet: Sheet, mappings: Given[str, ColumnMapping], reading: ReadResult, faults: Faults) -> Own | None:
    """A sheet whose columns the user has named, as a table of observations."""
    for number, row in enumerate(sheet.rows[:_LOOKED_AT]):
        headings = texts_of(row)
        mapping = answers_for(mappings, at_place(signature(headings), sheet.name, number + 1))
        if mapping.columns and {heading for heading in headings if heading} <= set(mapping.columns):
            roles = [mapping.columns.get(heading, "") for heading in headings]
            extra = _extra(roles, mapping)
            lines = enumerate(sheet.rows[number + 1 :], number + 2)
            unclear = _over_new_year(sheet, roles, number, faults)
            whole = (_even([] if at in unclear else line, len(roles), sheet, at, faults) for at, line in lines)
            rows = [[*line, *(add(line) for _name, add in extra)] for line in whole]
            names = [*roles, *(name for name, _add in extra)]
            placed = {names.index(name): name for name in dict.fromkeys(names) if name not in ("", "year", "month")}
            titles = (*headings, *(name for name, _add in extra))
            left = [heading for heading, role in zip(headings, roles, strict=True) if heading and not role]
            report_columns(reading, sheet.name, [*left, *_beyond(sheet, number, len(headings))])
            _report_above(reading, sheet, number)
            explanation = _explained(sheet, number + 1, dict(enumerate(roles)))
            explanation.signature, explanation.headings = signature(headings), dict(enumerate(headings))
            reading.explanations.append(explanation)
            return (
                Observation,
                placed,
                Block(sheet.name, titles, number + 2, rows, sheet.marks, sheet.is_text, len(headings)),
            )
    return None


def _even(row: Sequence[Cell], width: int, sheet: Sheet, number: int, faults: Faults) -> list[Cell]:
    """A row as wide as its headings; a line of a text that has more cells has moved, which is reported."""
    extra = sum(cell != "" for cell in row[width:])
    if extra and sheet.is_text:
        faults.add("more cells", sheet.name, number, "", more_cells(extra))
        return [""] * width
    return [*row[:width], *[""] * (width - len(row))]


def _report_above(reading: ReadResult, sheet: Sheet, head: int) -> None:
    """The figures above a table's headings."""
    rows = enumerate(sheet.rows[:head], start=1)
    cells = ((number, at, cell) for number, row in rows for at, cell in enumerate(row) if isinstance(cell, float))
    report_places(
        reading, sheet.name, [f"{column_letter(at + 1)}{number} ({clean(cell)})" for number, at, cell in cells]
    )


def _beyond(sheet: Sheet, head: int, width: int) -> list[str]:
    """The columns right of the headings of a workbook's table that have anything in them."""
    rows = (row for row in islice(sheet.rows, head + 1, None) if len(row) > width)
    there = {at for row in rows for at, cell in enumerate(row[width:], width) if cell != ""}
    return [] if sheet.is_text else [column_letter(at + 1) for at in sorted(there)]


def _extra(roles: list[str], mapping: ColumnMapping) -> list[tuple[str, Callable[[Sequence[Cell]], Cell]]]:
    """Columns that the sheet does not have: what holds for all rows, and the period put together of year and month."""

    def fixed(value: str) -> Callable[[Sequence[Cell]], Cell]:
        return lambda row: value if row else ""

    def joined(row: Sequence[Cell]) -> Cell:
        places = [roles.index(role) for role in ("year", "month") if role in roles]
        texts = [clean(row[place]) for place in places if place < len(row)]
        return " ".join([*([] if "year" in roles else [mapping.fixed.get(PERIOD, "")]), *texts])

    year = "year" in roles or ("month" in roles and PERIOD in mapping.fixed)
    own = {PERIOD: joined} if year and PERIOD not in roles else {}
    given = {name: fixed(value) for name, value in mapping.fixed.items() if name not in roles and value}
    return [*(given | own).items()]


def _over_new_year(sheet: Sheet, roles: Sequence[str], head: int, faults: Faults) -> set[int]:
    """The rows whose months have no year of their own and go on over a new year: no single year is theirs."""
    if "month" not in roles or "year" in roles or PERIOD in roles:
        return set()
    at, others = roles.index("month"), [place for place, role in enumerate(roles) if role in _LABELS]
    months: dict[Hashable, Months] = defaultdict(list)
    for number, row in enumerate(sheet.rows[head + 1 :], head + 2):
        period = period_of(f"2000 {clean(row[at])}") if at < len(row) else None
        if period:
            labels = tuple(clean(row[place]) for place in others if place < len(row))
            months[labels].append((number, period.end.month))
    unclear = {number for run in months.values() if new_years(run) for number, _month in run}
    for number in sorted(unclear):
        sentence = _("The months go over a new year. Write the year of each of them.")
        faults.add("new year", sheet.name, number, clean(sheet.rows[head][at]), sentence)
    return unclear


def _explained(sheet: Sheet, head: int, roles: dict[int, str]) -> Explanation:
    """The explanation of a table whose columns all have a name of their own."""
    uses = {at: _USES.get(role, CellUse.LABEL) for at, role in roles.items()}
    explanation = Explanation(sheet.name, (head, head), len(sheet.rows), uses, dict(roles))
    explanation.keep_excerpt(sheet.rows)
    for axis in ("indicator", "unit", PERIOD, "gender", "kind"):
        for at, role in roles.items():
            if role == axis:
                place = _("column {column}").format(column=clean(sheet.rows[head - 1][at]))
                explanation.axes.append(AxisSource(axis, place, Certainty.STATED))
    return explanation


def _others(headings: Sequence[str], placed: Given[int, str], rows: Sequence[Sequence[Cell]], first: int) -> list[str]:
    """The columns that are none of the table's and have anything in them."""
    left = [column for column in range(len(headings)) if column not in placed]
    return [headings[at] for at in left if any(at < len(row) and row[at] != "" for row in islice(rows, first, None))]


def texts_of(row: Sequence[Cell]) -> tuple[str, ...]:
    """A row as texts."""
    return tuple(clean(cell) for cell in row)
