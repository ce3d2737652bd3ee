"""Tables of figures as people draw them: each figure known by what stands over it, to its left, and above the table.

Periods, kinds, genders or units may be the columns; indicators, units, genders or periods the rows, with group
headings between them; several tables may stand on one sheet. `find` takes a sheet apart into such tables;
`lib.files.drawn` reads them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from lib.files.cells import Cell, Misread, clean, read_figure
from lib.files.meanings import NOTHING, Meaning, Tongue, role_of
from lib.folding import fold

_BELOW = 6
_SAMPLE = 300
_ABOVE = 4
_KOLADA = "kolada nyckeltal"


@dataclass(slots=True)
class Table:
    """A table in a sheet: its heading rows, what each column is, and its rows with their numbers.

    `figures` tells what stands over each column of figures, `labels` the role of each column of labels.
    """

    sheet: str
    head: int
    headings: list[str]
    figures: dict[int, Meaning]
    labels: dict[int, str]
    rows: list[tuple[int, Sequence[Cell]]]
    above: Meaning = NOTHING
    from_kolada: bool = False
    titles: list[str] = field(default_factory=list)


def is_figure(cell: Cell) -> bool:
    """Whether a cell is a number or would be read as a figure."""
    if not isinstance(cell, str):
        return True
    if cell == "" or len(cell) > 40:
        return False
    try:
        read_figure(cell)
    except Misread:
        return False
    return True


def find(sheet: str, rows: Sequence[Sequence[Cell]], tongue: Tongue) -> list[Table]:
    """The tables of a sheet, in their order."""
    heads = _heads(rows, tongue)
    tables = []
    for number, (first, last) in enumerate(heads):
        end = heads[number + 1][0] if number + 1 < len(heads) else len(rows)
        body = [(place + 1, rows[place]) for place in range(last + 1, end) if any(cell != "" for cell in rows[place])]
        start = heads[number - 1][1] + 1 if number else 0
        table = _table(sheet, rows[first : last + 1], last, body, tongue)
        if table is not None:
            table.titles = [_only(row) for row in rows[max(start, first - _ABOVE) : first] if _only(row)]
            of_labels = [table.headings[column] for column in sorted(table.labels, reverse=True)]
            table.above = _above([sheet, *table.titles, *of_labels], tongue)
            if any(fold(title) == _KOLADA for title in [sheet, *table.titles]):
                _as_kolada(table)
            tables.append(table)
    return tables


def _as_kolada(table: Table) -> None:
    """Kolada's own export has no headings over its first two columns: the indicator's title, and whose figures."""
    table.from_kolada, table.above = True, NOTHING
    table.labels |= dict(zip(sorted(table.labels), ("indicator", "unit"), strict=False))


def _only(row: Sequence[Cell]) -> str:
    """The one text of a row that has no other."""
    texts = {clean(cell) for cell in row if cell != ""}
    return texts.pop() if len(texts) == 1 else ""


def _above(titles: list[str], tongue: Tongue) -> Meaning:
    """What the titles over a table say of all its figures; the nearest goes first."""
    meaning = NOTHING
    for title in reversed(titles):
        meaning = meaning.joined(tongue.meaning(title) or NOTHING)
    return meaning


def _heads(rows: Sequence[Sequence[Cell]], tongue: Tongue) -> list[tuple[int, int]]:
    """The heading rows: first and last of each run of them."""
    heads: list[tuple[int, int]] = []
    for number in range(len(rows)):
        under_head = bool(heads) and heads[-1][1] == number - 1
        within = bool(heads) and not under_head and rows[number - 1] != []
        if _is_head(rows, number, tongue, within):
            if under_head:
                heads[-1] = (heads[-1][0], number)
            else:
                heads.append((number, number))
    return heads


def _is_head(rows: Sequence[Sequence[Cell]], number: int, tongue: Tongue, within: bool) -> bool:
    row = rows[number]
    of_time, of_names, has_text = [], [], False
    for column, cell in enumerate(row):
        if cell == "":
            continue
        if not isinstance(cell, str) and not (cell == int(cell) and 1900 <= cell <= 2100):
            return False
        meaning = tongue.meaning(cell)
        if meaning is not None and meaning.is_of_time_or_sort:
            of_time.append(column)
            has_text |= isinstance(cell, str)
        elif meaning is not None and column:
            of_names.append(column)
    placed = of_time or (of_names if len(of_names) > 1 else [])
    if not placed or (within and of_time and not has_text):
        return False
    below = rows[number + 1 : number + 1 + _BELOW]
    return any(column < len(under) and _is_value(under[column]) for under in below for column in placed)


def _is_value(cell: Cell) -> bool:
    return is_figure(cell) and not (isinstance(cell, float) and cell == int(cell) and 1900 <= cell <= 2100)


def _table(
    sheet: str, head: Sequence[Sequence[Cell]], last: int, body: list[tuple[int, Sequence[Cell]]], tongue: Tongue
) -> Table | None:
    width = max(len(row) for row in [*head, *(row for _number, row in body)])
    stacks = _stacks(head, width)
    headings = [" ".join(dict.fromkeys(clean(cell) for cell in stack if cell != "")) for stack in stacks]
    figures, labels = {}, {}
    for column in range(width):
        cells = [row[column] for _number, row in body if column < len(row) and row[column] != ""]
        over = _over(stacks[column], tongue)
        if not cells:
            continue
        values = sum(map(is_figure, cells[:_SAMPLE]))
        if (over != NOTHING or role_of(headings[column]) == "value") and 2 * values >= len(cells[:_SAMPLE]):
            figures[column] = over
        else:
            labels[column] = role_of(headings[column]) or _voted(cells, tongue)
    return Table(sheet, last + 1, headings, figures, labels, body) if figures else None


def _stacks(head: Sequence[Sequence[Cell]], width: int) -> list[list[Cell]]:
    """What stands over each column, topmost first. An upper heading reaches right until the next one."""
    filled = []
    for number, row in enumerate(head):
        cells = [*row, *[""] * (width - len(row))]
        if number < len(head) - 1:
            for column in range(1, width):
                lower = head[-1][column] if column < len(head[-1]) else ""
                cells[column] = cells[column] if cells[column] != "" or lower == "" else cells[column - 1]
        filled.append(cells)
    return [list(stack) for stack in zip(*filled, strict=True)]


def _over(stack: Sequence[Cell], tongue: Tongue) -> Meaning:
    meaning = NOTHING
    for cell in reversed(stack):
        meaning = meaning.joined(tongue.meaning(cell) or NOTHING)
    return meaning


def _voted(cells: Sequence[Cell], tongue: Tongue) -> str:
    """What most of a column's labels are; '' where none of them is known."""
    votes: Counter[str] = Counter()
    for cell in dict.fromkeys(cells[:_SAMPLE]):
        votes["indicator"] += bool((tongue.meaning(cell, "indicator") or NOTHING).indicator)
        votes["unit"] += (tongue.meaning(cell, "unit") or NOTHING).unit is not None
        said = (tongue.meaning(cell) or NOTHING).said
        votes["gender"] += said.gender != ""
        votes["period"] += said.is_of_time
    best = votes.most_common(1)
    return best[0][0] if best and best[0][1] else ""


def signature(headings: Sequence[str]) -> str:
    """By which a table with the same headings is known again in another file."""
    return "|".join(fold(heading) for heading in headings)[:500]
