"""Tables of figures as people draw them: each figure known by what stands over it and to its left.

Periods, kinds, genders or units may be the columns; indicators, units, genders or periods the rows, with group
headings between them; several tables may stand on one sheet, below each other or side by side. `find` takes a sheet
apart into such tables, `columns` tells their columns apart, and `read` reads them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from lib.imports.cells import Cell, clean
from lib.imports.crosstab.columns import ColumnRoles, NumberedRow, bands, columns_of
from lib.imports.crosstab.heads import heads, is_figure
from lib.imports.mapping import ColumnMapping
from lib.imports.meanings import NOTHING, Meaning, Tongue
from lib.imports.workbook.read import Sheet
from lib.words.folding import fold

# So many rows right above a table are its titles.
_ABOVE = 8
_KOLADA = "kolada nyckeltal"
_MONTHS = re.compile(r"\b(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|sept|okt|nov|dec)\w*\b")
# The numbering of tables in a document.
_NUMBERED = re.compile(r"(?i)^(?:tabell|diagram|table)\s+[\d.]+\s*[.:–-]?\s+")

Answers = Callable[[str, int], ColumnMapping]


@dataclass(slots=True)
class Crosstab:
    """A table in a sheet: its last heading row, what each column is, and its rows with their numbers.

    `first` is its first heading row, `left` and `right` the columns that it has; `titles` stand above it. `corner` is
    what the headings over its labels say of all its figures; its headings reach to column `width`.
    """

    sheet: str
    first: int
    head: int
    left: int
    right: int
    columns: ColumnRoles
    rows: list[NumberedRow]
    titles: list[str] = field(default_factory=list)
    corner: Meaning = NOTHING
    from_kolada: bool = False
    signature: str = ""
    answers: ColumnMapping = field(default_factory=ColumnMapping)
    width: int = 0

    @property
    def of_municipalities(self) -> bool:
        """Whether its rows are of municipalities, whose counts are no numbers of people."""
        return "municipality" in self.labels.values()

    @property
    def headings(self) -> list[str]:
        """The heading over each column."""
        return self.columns.headings

    @property
    def figures(self) -> dict[int, Meaning]:
        """The columns of figures."""
        return self.columns.figures

    @property
    def labels(self) -> dict[int, str]:
        """The columns of labels."""
        return self.columns.labels


def find(sheet: Sheet, tongue: Tongue, answers: Answers) -> list[Crosstab]:
    """The tables of a sheet, in their order; `answers` has what is known of one by its layout and its row."""
    rows = sheet.rows
    runs = heads(rows, tongue)
    spread = [top for top, left, bottom, right in sheet.merged if right > left and top == bottom]
    tables: list[Crosstab] = []
    for number, (first, last) in enumerate(runs):
        end = runs[number + 1][0] if number + 1 < len(runs) else len(rows)
        body = [(place + 1, rows[place]) for place in range(last + 1, end) if any(cell != "" for cell in rows[place])]
        start = max(runs[number - 1][1] + 1 if number else 0, first - _ABOVE)
        reach = [place not in spread for place in range(first, last + 1)]
        for left, right in bands(rows[first : last + 1], body):
            head = [_within(row, left, right) for row in rows[first : last + 1]]
            titles = _titles([_within(row, left, right) for row in rows[start:first]])
            lines = [(place, _within(row, left, right)) for place, row in body]
            lines = [(place, row) for place, row in lines if any(cell != "" for cell in row)]
            table = _TablePlace(sheet.name, first + 1, last + 1, left, right)
            tables += _table(table, head, lines, titles, tongue, answers, reach)
    return tables


@dataclass(frozen=True, slots=True)
class _TablePlace:
    """The place of a table: the sheet, its first and last heading row, its columns."""

    sheet: str
    first: int
    head: int
    left: int
    right: int


def _within(row: Sequence[Cell], left: int, right: int) -> Sequence[Cell]:
    """A row without what stands left and right of a table, its columns where they were."""
    return row if left == 0 and right >= len(row) else [*[""] * min(left, len(row)), *row[left:right]]


def _titles(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The texts right above a table, down from the last row that has figures."""
    titles: list[str] = []
    for row in rows:
        texts = list(dict.fromkeys(clean(cell) for cell in row if isinstance(cell, str) and cell != ""))
        if any(is_figure(cell) for cell in row if cell != "") and len(texts) != 1:
            titles.clear()
        elif texts:
            titles.append(_NUMBERED.sub("", " ".join(texts)))
    return titles


def _table(
    place: _TablePlace,
    headings: Sequence[Sequence[Cell]],
    rows: list[NumberedRow],
    titles: list[str],
    tongue: Tongue,
    answers: Answers,
    reach: Sequence[bool],
) -> Iterator[Crosstab]:
    """The table under these headings, if it has any figures."""
    from_kolada = any(fold(title) == _KOLADA for title in [place.sheet, *titles])
    names = [" ".join(group_texts(cells)) for cells in zip_longest(*headings, fillvalue="")]
    layout = _layout(titles, place.sheet, names)
    known = answers(layout, place.first)
    columns = columns_of(headings, rows, tongue, known.columns, reach)
    corner = NOTHING
    if from_kolada:  # it has no headings over its first two columns: the indicator's title, and whose figures
        labels = sorted([*columns.labels, *columns.passed, *columns.guesses])
        columns.labels |= dict(zip(labels, ("indicator", "municipality"), strict=False))
        columns.passed = [column for column in columns.passed if column not in columns.labels]
        columns.guesses = {}
    else:
        for column in sorted(columns.labels, reverse=True):
            meaning = tongue.meaning(columns.headings[column]) or NOTHING
            corner = corner.joined(meaning if not meaning.heading.rest else NOTHING)
    if columns.figures or columns.unclear or _has_figures(columns, rows):
        where = (place.sheet, place.first, place.head, place.left, place.right)
        yield Crosstab(*where, columns, rows, titles, corner, from_kolada, layout, known, max(map(len, headings)))


def group_texts(row: Sequence[Cell]) -> list[str]:
    """The different texts of a row or a stack of headings."""
    return list(dict.fromkeys(clean(cell) for cell in row if cell != ""))


def _has_figures(columns: ColumnRoles, rows: list[NumberedRow]) -> bool:
    """Whether a column that must be asked about has figures, so that the table may be one of ours."""
    return any(column < len(row) and is_figure(row[column]) for _number, row in rows for column in columns.guesses)


def _layout(titles: Sequence[str], sheet: str, headings: Sequence[str]) -> str:
    """The layout of a table, to recognise it in another file: the words of its title, its sheet and its headings."""
    words = [re.findall(r"[^\W\d]+", _MONTHS.sub("", fold(text))) for text in [*titles[-1:], sheet]]
    return signature(["drawn", *(" ".join(text) for text in words), *headings])


def signature(headings: Sequence[str]) -> str:
    """The key by which a table with the same headings is recognised in another file."""
    return "|".join(fold(heading) for heading in headings)[:500]
