"""What each column of a drawn table is: figures, labels of its rows, sums of other columns, or nothing that we read."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lib.imports.cells import Cell, Misread, clean, read_figure
from lib.imports.meanings import NOTHING, Meaning, Tongue, role_of
from lib.words.folding import fold

SUMS = frozenset({"summa", "totalt", "total", "totalsumma", "summa totalt", "delsumma", "grand total", "sum"})
_SAMPLE = 300
# Words beside a period that leave it the same figure.
SAME = frozenset({"antal", "andel", "varde", "prel", "preliminart", "preliminar", "tkr", "mnkr", "kr", "st", "hela"})
_OF_TIME = re.compile(r"(?:19|20)\d\d|\bdelår|\b[vh]t ?\d\d\b|\br ?12\b|rullande", re.IGNORECASE)

NumberedRow = tuple[int, Sequence[Cell]]


@dataclass(slots=True)
class ColumnRoles:
    """`figures` tells what stands over each column of figures, `labels` the role of each column of labels.

    `sums` are columns that add others up; `passed` are not read, nor are `unclear`, which could mean several times.
    """

    headings: list[str]
    figures: dict[int, Meaning] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    sums: list[int] = field(default_factory=list)
    passed: list[int] = field(default_factory=list)
    unclear: list[int] = field(default_factory=list)


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


def columns_of(
    head: Sequence[Sequence[Cell]], body: Sequence[NumberedRow], above: Meaning, tongue: Tongue
) -> ColumnRoles:
    """The columns of a table by its heading rows and the rows under them; `above` is what its titles say of all."""
    width = max((len(row) for row in [*head, *(row for _number, row in body)]), default=0)
    stacks = _stacks(head, width)
    found = ColumnRoles([" ".join(dict.fromkeys(clean(cell) for cell in stack if cell != "")) for stack in stacks])
    votes: dict[int, Counter[str]] = {}
    for column in range(width):
        cells = [row[column] for _number, row in body if column < len(row) and row[column] != ""][:_SAMPLE]
        if cells:
            over = _over(stacks[column], tongue)
            votes[column] = _votes(cells, tongue)
            _place(found, column, over, cells, votes[column])
    _settle_sums(found, above)
    over_labels = [tongue.meaning(found.headings[column]) or NOTHING for column in found.labels]
    says_indicator = any(one.indicator for one in (above, *over_labels, *found.figures.values()))
    _settle_labels(found, votes, says_indicator, [row for _number, row in body])
    return found


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
    """What the headings over a column say; nothing where a period stands among words that nobody knows."""
    meaning = NOTHING
    for cell in reversed(stack):
        found = tongue.meaning(cell) or NOTHING
        if not set(found.said.rest.split()) <= SAME:
            return NOTHING
        meaning = meaning.joined(found)
    return meaning


def _votes(cells: Sequence[Cell], tongue: Tongue) -> Counter[str]:
    """How many of a column's different labels are known as what."""
    votes: Counter[str] = Counter()
    for cell in dict.fromkeys(cells):
        votes["indicator"] += bool((tongue.meaning(cell, "indicator") or NOTHING).indicator)
        votes["unit"] += (tongue.meaning(cell, "unit") or NOTHING).unit is not None
        said = (tongue.meaning(cell) or NOTHING).said
        votes["gender"] += said.gender != ""
        votes["period"] += said.is_of_time
    return +votes


def _place(found: ColumnRoles, column: int, over: Meaning, cells: Sequence[Cell], votes: Counter[str]) -> None:
    heading = found.headings[column]
    role, values = role_of(heading), sum(map(is_figure, cells))
    mostly = 2 * values >= len(cells)
    only_text = not votes and role != "note" and bool(found.labels or found.figures)  # told one by one
    if (over != NOTHING and (mostly or only_text)) or (role == "value" and mostly):
        found.figures[column] = over
    elif over == NOTHING and mostly and fold(heading) in SUMS:
        found.sums.append(column)
    elif over == NOTHING and mostly and not role and _OF_TIME.search(heading):
        found.unclear.append(column)
    else:
        found.labels[column] = role or (votes.most_common(1)[0][0] if votes else "")


def _settle_sums(found: ColumnRoles, above: Meaning) -> None:
    """'Totalt' beside months is their sum, where it is not said over it which time it is of; beside women it is not."""
    timed = [one for one in found.figures.values() if one.said.is_of_time]
    split = any(one.said.gender in ("K", "M") or one.unit is not None for one in found.figures.values())
    if split or above.said.whole() or above.said.year or not timed:
        return
    for column, over in list(found.figures.items()):
        if fold(found.headings[column]) in SUMS and not over.said.is_of_time:
            del found.figures[column]
            found.sums.append(column)


def _settle_labels(
    found: ColumnRoles, votes: dict[int, Counter[str]], says_indicator: bool, rows: Sequence[Sequence[Cell]]
) -> None:
    """One column says the indicator; columns that say nothing known are passed over where others say what is needed."""
    said = [column for column, role in found.labels.items() if role == "indicator"]
    if len(said) > 1:
        best = max(said, key=lambda column: votes[column]["indicator"])
        for column in said:
            if column != best:
                found.labels[column] = ""
    has = {role for role in found.labels.values() if role} | ({"indicator"} if says_indicator else set())
    for column, role in list(found.labels.items()):
        if role:
            continue
        needed = "" if "indicator" in found.labels.values() else "indicator" if "indicator" not in has else "unit"
        if needed not in ("", *has) and column == min(found.labels) and _is_text(rows, column):
            found.labels[column] = needed
            has.add(needed)
        else:
            del found.labels[column]
            found.passed.append(column)


def _is_text(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    cells = [row[column] for row in rows[:_SAMPLE] if column < len(row) and row[column] != ""]
    return 2 * sum(map(is_figure, cells)) < len(cells)


def bands(head: Sequence[Sequence[Cell]], body: Sequence[NumberedRow]) -> Iterator[tuple[int, int]]:
    """Tables that stand side by side under the same heading rows, as columns: first, and last and one more.

    A further table begins where the heading of the first column stands once more, or after an empty column where
    there is a column of text with figures to its right.
    """
    rows = [*head, *(row for _number, row in body)]
    width = max(map(len, rows), default=0)
    filled = [[row[column] for row in rows if column < len(row) and row[column] != ""] for column in range(width)]
    first = next((column for column in range(width) if filled[column]), 0)
    last = [clean(cell) for cell in head[-1]] + [""] * width
    starts = [0]
    for column in range(first + 1, width - 1):
        again = last[column] != "" and fold(last[column]) == fold(last[first])
        apart = not filled[column - 1] and last[column] == last[first] == ""
        if (again or apart) and filled[column] and filled[column + 1] and not any(map(is_figure, filled[column])):
            starts.append(column)
    return zip(starts, [*starts[1:], width], strict=True)
