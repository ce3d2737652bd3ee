"""The role of each column of a drawn table: figures, labels of rows, sums of others, left out, or to be asked about."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from lib.imports.cells import Cell, clean
from lib.imports.crosstab.heads import SAME, is_figure
from lib.imports.explanation import Certainty
from lib.imports.mapping import ONLY, ROLES
from lib.imports.meanings import NOTHING, Meaning, Tongue, is_aside, role_of
from lib.imports.measures import MeasureUnit, measure_in
from lib.imports.workbook.read import column_letter
from lib.words.folding import fold

SUMS = frozenset({"summa", "totalt", "total", "totalsumma", "summa totalt", "delsumma", "grand total", "sum"})
_SAMPLE = 300
_OF_TIME = re.compile(r"(?:19|20)\d\d|\bdelår|\b[vh]t ?\d\d\b|\br ?12\b|rullande", re.IGNORECASE)
# Headings that say what the people or cases behind a figure are: never left out unasked.
_PART_OF = re.compile(
    r"ålder|kategori|arbetsplats|förvaltning|boendeform|anställningsform|befattning|yrke|grupp|åldrar|typ|klass|del|regi|"
    r"kommun|region|län|huvudman|utförare|bransch|nivå|segment|mättillfälle|årskurs",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(r"kommun|region|municipality", re.IGNORECASE)
_OF_CODES = re.compile(r"kod|code|num|(?:^|[\W_])(?:id|nr)(?:$|[\W_])", re.IGNORECASE)

NumberedRow = tuple[int, Sequence[Cell]]
_GENDER_WORDS = frozenset(("kvinnor", "kvinna", "flickor", "pojkar", "women", "man", "men", "totalt", "total", "bada"))


@dataclass(slots=True)
class ColumnRoles:
    """The roles of a table's columns by their number.

    `figures` has the meaning of the headings over each column of figures, `labels` the role of each column of labels.
    `sums` are columns that add others up; `passed` are not read, nor are `unclear`, which could mean several times.
    `guesses` are unknown columns, each with its likeliest role; `only` the one value of a column that is read. `sure`
    has the certainty of each role, `measures` the unit of measure over figures; `corners` are columns of labels whose
    heading is about all figures.
    """

    headings: list[str]
    figures: dict[int, Meaning] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    sums: list[int] = field(default_factory=list)
    passed: list[int] = field(default_factory=list)
    unclear: list[int] = field(default_factory=list)
    guesses: dict[int, str] = field(default_factory=dict)
    only: dict[int, str] = field(default_factory=dict)
    sure: dict[int, Certainty] = field(default_factory=dict)
    measures: dict[int, MeasureUnit] = field(default_factory=dict)
    corners: set[int] = field(default_factory=set)


def columns_of(
    head: Sequence[Sequence[Cell]],
    body: Sequence[NumberedRow],
    tongue: Tongue,
    answers: Mapping[str, str],
    spreads: Sequence[bool] = (),
) -> ColumnRoles:
    """The columns of a table by its heading rows and the rows under them.

    `answers` are the roles that a person has given, by heading; `spreads` says of each heading row whether what stands
    in it reaches over the empty cells to its right.
    """
    width = max((len(row) for row in [*head, *(row for _number, row in body)]), default=0)
    stacks = _stacks(head, width, spreads)
    roles = ColumnRoles([" ".join(dict.fromkeys(clean(cell) for cell in stack if cell != "")) for stack in stacks])
    votes: dict[int, Counter[str]] = {}
    for column in range(width):
        cells = [row[column] for _number, row in body if column < len(row) and row[column] != ""][:_SAMPLE]
        heading = roles.headings[column]
        called = heading or column_letter(column + 1)
        if called in answers:
            _answered(roles, column, stacks[column], answers[called], tongue)
        elif cells or _over(stacks[column], tongue) not in (NOTHING, None):
            votes[column] = _votes(cells, tongue)
            _place(roles, column, stacks[column], tongue, cells, votes[column])
    _settle_labels(roles, votes)
    for column in roles.figures:
        texts = [clean(cell) for cell in stacks[column] if not (tongue.meaning(cell) or NOTHING).indicator]
        if measure := next(filter(None, map(measure_in, texts)), None):
            roles.measures[column] = measure
    return roles


def _answered(roles: ColumnRoles, column: int, stack: Sequence[Cell], role: str, tongue: Tongue) -> None:
    roles.sure[column] = Certainty.CONFIRMED
    if role == "value":
        meanings = [tongue.meaning(cell) or NOTHING for cell in reversed(stack)]
        meaning = NOTHING
        for part in meanings:
            meaning = meaning.joined(part)
        roles.figures[column] = meaning
    elif role.startswith(ONLY):
        roles.only[column] = role.removeprefix(ONLY)
    elif role in ROLES and role:
        roles.labels[column] = role
    else:
        roles.passed.append(column)


def _stacks(head: Sequence[Sequence[Cell]], width: int, spreads: Sequence[bool]) -> list[list[Cell]]:
    """The headings over each column, topmost first. An upper heading reaches right until the next one.

    Where cells are merged, it reaches as far as they are and no further.
    """
    filled = []
    for number, row in enumerate(head):
        cells = [*row, *[""] * (width - len(row))]
        if number < len(head) - 1 and (number >= len(spreads) or spreads[number]):
            for column in range(1, width):
                lower = head[-1][column] if column < len(head[-1]) else ""
                cells[column] = cells[column] if cells[column] != "" or lower == "" else cells[column - 1]
        filled.append(cells)
    return [list(stack) for stack in zip(*filled, strict=True)]


def _over(stack: Sequence[Cell], tongue: Tongue) -> Meaning | None:
    """The meaning of the headings over a column; None where a word of them is not known."""
    meaning = NOTHING
    for cell in reversed(stack):
        part = tongue.meaning(cell)
        if part is None and cell != "" and not _says_nothing(clean(cell)):
            return None
        if part is not None:
            if not set(part.heading.rest.split()) <= SAME:
                return None
            meaning = meaning.joined(part)
    return meaning


def _says_nothing(heading: str) -> bool:
    """Whether a heading has only words that leave a figure what it is."""
    return role_of(heading) in ("value", "count") or set(fold(heading).split()) <= SAME


def _votes(cells: Sequence[Cell], tongue: Tongue) -> Counter[str]:
    """Count a column's different labels by what they are known as."""
    votes: Counter[str] = Counter()
    for cell in dict.fromkeys(cells):
        votes["labels"] += 1
        votes["indicator"] += bool((tongue.meaning(cell, "indicator") or NOTHING).indicator)
        of_unit = tongue.meaning(cell, "unit") or NOTHING
        votes["unit"] += of_unit.unit is not None and not of_unit.heading.is_of_time
        heading = (tongue.meaning(cell) or NOTHING).heading
        votes["gender"] += heading.gender != ""
        votes["gender words"] += fold(clean(cell)) in _GENDER_WORDS
        votes["period"] += heading.is_of_time and not heading.rest
    return votes


def _place(
    roles: ColumnRoles, column: int, stack: Sequence[Cell], tongue: Tongue, cells: Sequence[Cell], votes: Counter[str]
) -> None:
    heading, over = roles.headings[column], _over(stack, tongue)
    role, values = role_of(heading), sum(map(is_figure, cells))
    mostly = 2 * values >= len(cells)
    known = over is not None and over != NOTHING
    no_names = not votes["indicator"] and not votes["unit"] and not votes["period"] and not votes["gender"]
    only_text = no_names and role != "note" and bool(roles.labels or roles.figures)  # told one by one
    roles.sure[column] = Certainty.STATED
    if (known and (mostly or (only_text and not role))) or (role == "value" and mostly):
        roles.figures[column] = over or NOTHING
    elif role and not (role == "indicator" and mostly and cells):
        roles.labels[column] = role
    elif mostly and fold(heading) in SUMS:
        roles.sums.append(column)
    elif mostly and not known and cells and _OF_TIME.search(heading):
        in_time = any((tongue.meaning(cell) or NOTHING).heading.is_of_time for cell in stack)
        if in_time:
            roles.guesses[column] = ""
        else:
            roles.unclear.append(column)
    elif known and over is not None and (over.indicator or over.unit is not None or over.heading.is_of_time):
        roles.labels[column] = ""
        roles.corners.add(column)
    elif is_aside(heading) or (mostly and not _is_part(roles, column)):
        roles.passed.append(column)
    else:
        roles.labels[column] = ""


def _is_part(roles: ColumnRoles, column: int) -> bool:
    """Whether figures in a column without a known heading may say whom the row is about, and so must be asked about."""
    heading = roles.headings[column]
    return heading != "" and (not roles.figures or _PART_OF.search(heading) is not None)


def _settle_labels(roles: ColumnRoles, votes: dict[int, Counter[str]]) -> None:
    """The roles of label columns without a heading that says it: by what stands in them, or else asked."""
    stated = {role for role in roles.labels.values() if role}
    open_ = [column for column, role in roles.labels.items() if not role]
    for column in sorted(open_, key=lambda column: -max(votes[column]["indicator"], votes[column]["unit"])):
        role, certainty = _by_content(roles.headings[column], votes[column], stated)
        if certainty is None and column == min(open_) and (column in roles.corners or not roles.headings[column]):
            role, certainty = _left_over(roles, stated), Certainty.ASSUMED
        is_right = not roles.headings[column] and column > min(roles.figures, default=column)
        if role and certainty is not None and not is_right:
            roles.labels[column], roles.sure[column] = role, certainty
            stated.add(role)
        else:
            del roles.labels[column]
            if is_right:
                roles.passed.append(column)
            else:
                roles.guesses[column] = role
    _one_indicator(roles, votes)


def _left_over(roles: ColumnRoles, stated: set[str]) -> str:
    """The role of a first column of unknown names: the axis that the table lacks. Each name is then reported."""
    if (
        "indicator" not in stated
        and not any(meaning.indicator for meaning in roles.figures.values())
        and not roles.corners
    ):
        return "indicator"
    return "unit" if "unit" not in stated else ""


def _one_indicator(roles: ColumnRoles, votes: dict[int, Counter[str]]) -> None:
    """Of several columns that claim the indicator, keep the one with known indicators."""
    candidates = [column for column, role in roles.labels.items() if role == "indicator"]
    if len(candidates) > 1 and all(column in votes for column in candidates):
        best = max(candidates, key=lambda column: votes[column]["indicator"])
        for column in candidates:
            if column != best:
                del roles.labels[column]
                roles.passed.append(column)


def _by_content(heading: str, votes: Counter[str], stated: set[str]) -> tuple[str, Certainty | None]:
    """A column's role by what stands in it, and how sure it is; not sure at all (None) where it must be asked."""
    labels = votes["labels"]
    best = max(("indicator", "unit"), key=lambda role: votes[role])
    if votes[best] and best not in stated and (2 * votes[best] > labels or not heading):
        return best, Certainty.INFERRED
    if votes["gender"] == labels > 0 and (not heading or votes["gender words"] == labels) and "gender" not in stated:
        return "gender", Certainty.INFERRED
    if votes["period"] == labels > 0 and not heading and not stated & {"period", "year"}:
        return "period", Certainty.INFERRED
    if votes[best] and best in stated and votes[best] == labels:
        return best, Certainty.INFERRED
    return _likeliest(heading, votes) or (best if votes[best] else ""), None


def _likeliest(heading: str, votes: Counter[str]) -> str:
    """The role that a question about a column suggests: codes of places are not years, though some look like them."""
    if _OF_PLACE.search(heading):
        return "municipality"
    if _OF_CODES.search(heading):
        return ""
    return next((role for role in ("period", "gender") if votes[role] == votes["labels"] > 0), "")


def bands(head: Sequence[Sequence[Cell]], body: Sequence[NumberedRow]) -> Iterator[tuple[int, int]]:
    """Tables that stand side by side under the same heading rows, as columns: first, and last and one more.

    A further table begins where the heading of the first column stands once more, or after an empty column where
    there is a column of text with figures to its right.
    """
    rows = [*head, *(row for _number, row in body)]
    width = max(map(len, rows), default=0)
    filled = [[row[column] for row in rows if column < len(row) and row[column] != ""] for column in range(width)]
    under = [[row[column] for _n, row in body if column < len(row) and row[column] != ""] for column in range(width)]
    first = next((column for column in range(width) if filled[column]), 0)
    last = [clean(cell) for cell in head[-1]] + [""] * width
    starts = [0]
    for column in range(first + 1, width - 1):
        again = last[column] != "" and fold(last[column]) == fold(last[first])
        apart = not filled[column - 1]
        before = any(map(is_figure, chain.from_iterable(under[starts[-1] : column])))
        text = under[column] and not any(map(is_figure, under[column]))
        if (again or apart) and before and text and filled[column + 1]:
            starts.append(column)
    return zip(starts, [*starts[1:], width], strict=True)
