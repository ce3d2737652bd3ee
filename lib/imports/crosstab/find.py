"""Tables of figures as people draw them: each figure known by what stands over it, to its left, and above the table.

Periods, kinds, genders or units may be the columns; indicators, units, genders or periods the rows, with group
headings between them; several tables may stand on one sheet, below each other or side by side. `find` takes a sheet
apart into such tables, `columns` tells their columns apart, and `read` reads them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lib.imports.cells import Cell, clean
from lib.imports.crosstab.columns import SAME, ColumnRoles, NumberedRow, bands, columns_of, is_figure
from lib.imports.meanings import NOTHING, Meaning, Tongue
from lib.words.folding import fold

_BELOW = 6
_ABOVE = 4
_KOLADA = "kolada nyckeltal"
# What numbers the tables of a document.
_NUMBERED = re.compile(r"(?i)^(?:tabell|diagram|table)\s+[\d.]+\s*[.:–-]?\s+")


@dataclass(slots=True)
class Crosstab:
    """A table in a sheet: its last heading row, what each column is, and its rows with their numbers.

    `titles` stand right above it, `above` is what they say of all its figures.
    """

    sheet: str
    head: int
    columns: ColumnRoles
    rows: list[NumberedRow]
    titles: list[str] = field(default_factory=list)
    above: Meaning = NOTHING
    from_kolada: bool = False

    @property
    def headings(self) -> list[str]:
        """What stands over each column."""
        return self.columns.headings

    @property
    def figures(self) -> dict[int, Meaning]:
        """The columns of figures."""
        return self.columns.figures

    @property
    def labels(self) -> dict[int, str]:
        """The columns of labels."""
        return self.columns.labels

    def signature(self) -> str:
        """By which the table is known again in another file: its title without figures, and its headings."""
        title = " ".join(re.findall(r"[^\W\d]+", fold(self.titles[-1]))) if self.titles else ""
        return signature(([title] if title else []) + self.headings)


def find(sheet: str, rows: Sequence[Sequence[Cell]], tongue: Tongue) -> list[Crosstab]:
    """The tables of a sheet, in their order."""
    heads = _heads(rows, tongue)
    tables: list[Crosstab] = []
    for number, (first, last) in enumerate(heads):
        end = heads[number + 1][0] if number + 1 < len(heads) else len(rows)
        body = [(place + 1, rows[place]) for place in range(last + 1, end) if any(cell != "" for cell in rows[place])]
        start = max(heads[number - 1][1] + 1 if number else 0, first - _ABOVE)
        for left, right in bands(rows[first : last + 1], body):
            head = [_within(row, left, right) for row in rows[first : last + 1]]
            titles = [_only(_within(row, left, right)) for row in rows[start:first]]
            lines = [(place, _within(row, left, right)) for place, row in body]
            lines = [(place, row) for place, row in lines if any(cell != "" for cell in row)]
            tables += _table(sheet, last + 1, head, lines, [title for title in titles if title], tongue)
    return tables


def _within(row: Sequence[Cell], left: int, right: int) -> Sequence[Cell]:
    """A row without what stands left and right of a table, its columns where they were."""
    return row if left == 0 and right >= len(row) else [*[""] * min(left, len(row)), *row[left:right]]


def _table(
    sheet: str,
    head: int,
    headings: Sequence[Sequence[Cell]],
    rows: list[NumberedRow],
    titles: list[str],
    tongue: Tongue,
) -> Iterator[Crosstab]:
    """The table under these headings, if it has any figures."""
    from_kolada = any(fold(title) == _KOLADA for title in [sheet, *titles])
    above = NOTHING if from_kolada else _above([sheet, *titles], tongue)
    columns = columns_of(headings, rows, above, tongue)
    if from_kolada:  # it has no headings over its first two columns: the indicator's title, and whose figures
        labels = sorted([*columns.labels, *columns.passed])
        columns.labels |= dict(zip(labels, ("indicator", "unit"), strict=False))
        columns.passed = [column for column in columns.passed if column not in columns.labels]
    else:
        of_labels = [columns.headings[column] for column in sorted(columns.labels, reverse=True)]
        above = _above([sheet, *titles, *of_labels], tongue)
    if columns.figures:
        yield Crosstab(sheet, head, columns, rows, titles, above, from_kolada)


def _only(row: Sequence[Cell]) -> str:
    """The one text of a row that has no other."""
    texts = {clean(cell) for cell in row if cell != ""}
    return texts.pop() if len(texts) == 1 else ""


def _above(titles: list[str], tongue: Tongue) -> Meaning:
    """What the titles over a table say of all its figures; the nearest goes first."""
    meaning = NOTHING
    for title in reversed(titles):
        meaning = meaning.joined(tongue.meaning(_NUMBERED.sub("", title)) or NOTHING)
    return meaning


def _heads(rows: Sequence[Sequence[Cell]], tongue: Tongue) -> list[tuple[int, int]]:
    """The heading rows: first and last of each run of them."""
    heads: list[tuple[int, int]] = []
    for number in range(len(rows)):
        under_head = bool(heads) and heads[-1][1] == number - 1
        within = bool(heads) and rows[number - 1] != []
        if _is_head(rows, number, tongue, within, under_head):
            if under_head:
                heads[-1] = (heads[-1][0], number)
            else:
                heads.append((number, number))
    return heads


def _is_head(rows: Sequence[Sequence[Cell]], number: int, tongue: Tongue, within: bool, first: bool) -> bool:
    row = rows[number]
    of_time, of_names, has_text = [], [], False
    for column, cell in enumerate(row):
        if cell == "":
            continue
        if not isinstance(cell, str) and not (cell == int(cell) and 1900 <= cell <= 2100):
            return False
        meaning = tongue.meaning(cell)
        if within and meaning is not None and not set(meaning.said.rest.split()) <= SAME:
            continue  # a remark such as 'told in Dec'
        if meaning is not None and meaning.is_of_time_or_sort:
            of_time.append(column)
            has_text |= isinstance(cell, str)
        elif meaning is not None and column:
            of_names.append(column)
    placed = of_time or (of_names if len(of_names) > 1 else [])
    if not placed or (within and not first and of_time and not has_text):
        return False
    below = rows[number + 1 : number + 1 + _BELOW]
    return any(column < len(under) and _is_value(under[column]) for under in below for column in placed)


def _is_value(cell: Cell) -> bool:
    return is_figure(cell) and not (isinstance(cell, float) and cell == int(cell) and 1900 <= cell <= 2100)


def signature(headings: Sequence[str]) -> str:
    """By which a table with the same headings is known again in another file."""
    return "|".join(fold(heading) for heading in headings)[:500]
