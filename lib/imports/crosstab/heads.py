"""The heading rows of a sheet. A row under a table's headings is data, also where its figures look like years."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lib.imports.cells import Cell, Misread, clean, read_figure, without_note
from lib.imports.meanings import NOTHING, Meaning, Tongue, role_of

# Words beside a period that leave it the same figure.
SAME = frozenset({"antal", "andel", "varde", "prel", "preliminart", "preliminar", "tkr", "mnkr", "kr", "st", "hela"})
SAME |= {"mkr", "kkr", "procent", "ar", "pe"}
_NUMBER, _YEAR, _MARK, _TEXT = "number", "year", "mark", "text"
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2]|[1-9]\d)?|2100")
_BELOW = 6
_OF_TIME_ROLES = frozenset({"year", "period", "month"})

Rows = Sequence[Sequence[Cell]]
Head = tuple[int, int]


def sort_of(cell: Cell, tongue: Tongue) -> str:
    """Whether a cell is a number, a year or another period in figures, a mark for no figure, or text; '' if empty."""
    if cell == "":
        return ""
    text = clean(cell)
    if _YEAR_LIKE.fullmatch(without_note(text)):
        return _YEAR
    if not isinstance(cell, str):
        return _NUMBER
    meaning = tongue.meaning(cell)
    if len(text) > 40 or (meaning is not None and (meaning.heading.is_of_time or meaning.indicator)):
        return _TEXT
    try:
        return _MARK if read_figure(cell).value is None and not re.search(r"\d", text) else _NUMBER
    except Misread:
        return _TEXT


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


def heads(rows: Rows, tongue: Tongue) -> list[Head]:
    """The heading rows: first and last of each run of them."""
    runs: list[Head] = []
    for number, row in enumerate(rows):
        sorts = {column: sort for column, cell in enumerate(row) if (sort := sort_of(cell, tongue))}
        if not sorts or _NUMBER in sorts.values():
            continue
        if runs and runs[-1][1] == number - 1:
            if _continues(rows, runs[-1], number, sorts, tongue):
                runs[-1] = (runs[-1][0], number)
                continue
            if not _repeats(rows, runs[-1], number, sorts, tongue):
                continue
            if _is_head(rows, number, sorts, runs[-1], tongue):  # no row stands between: both are over the same rows
                runs[-1] = (runs[-1][0], number)
                continue
        if _is_head(rows, number, sorts, runs[-1] if runs else None, tongue):
            runs.append((number, number))
    return runs


def _is_head(rows: Rows, number: int, sorts: dict[int, str], above: Head | None, tongue: Tongue) -> bool:
    row = rows[number]
    years = [column for column, sort in sorts.items() if sort == _YEAR]
    texts = {column: tongue.meaning(row[column]) or NOTHING for column, sort in sorts.items() if sort == _TEXT}
    timed = [column for column, meaning in texts.items() if _says_when(meaning)]
    roles = [column for column in texts if role_of(clean(row[column]))]
    named = [column for column, meaning in texts.items() if meaning != NOTHING and column not in timed]
    if years and above is not None and not _repeats(rows, above, number, sorts, tongue):
        return False
    if years and not timed:
        return _has_values(rows, number, years, strict=not roles)
    if timed:
        labels = [column for column in texts if column not in timed]
        if above is not None and labels and _goes_on(rows, above, number, labels, tongue):
            return False
        return _has_values(rows, number, timed + years, strict=not roles)
    within = above is not None and bool(rows[number - 1])
    inner = [column for column in named if column != min(sorts)]
    if len(inner) > 1 and _has_values(rows, number, inner):
        return True
    if within or len(texts) < 2 or _MARK in sorts.values():
        return False
    columns = list(texts)
    columns = [column for column in columns if role_of(clean(row[column])) not in _OF_TIME_ROLES]
    return bool(roles) and _has_values(rows, number, columns, strict=False)


def _says_when(meaning: Meaning) -> bool:
    """Whether a heading says when, for whom or of what kind, and nothing that is not known."""
    return meaning.is_of_time_or_sort and set(meaning.heading.rest.split()) <= SAME


def _has_values(rows: Rows, number: int, columns: Sequence[int], *, strict: bool = True) -> bool:
    """Whether figures stand right under some of these columns; with `strict`, figures that do not look like years."""
    below = rows[number + 1 : number + 1 + _BELOW]
    return any(column < len(under) and _is_value(under[column], strict) for under in below for column in columns)


def _is_value(cell: Cell, strict: bool) -> bool:
    return is_figure(cell) and not (strict and _YEAR_LIKE.fullmatch(clean(cell)))


def _continues(rows: Rows, head: Head, number: int, sorts: dict[int, str], tongue: Tongue) -> bool:
    """Whether a row right under headings is the next row of them."""
    row = rows[number]
    for column, sort in sorts.items():
        over = [above[column] for above in rows[head[0] : head[1] + 1] if column < len(above) and above[column] != ""]
        meanings = [tongue.meaning(cell) or NOTHING for cell in over]
        labels = any(role_of(clean(cell)) not in ("", "value", "count") for cell in over)
        if sort == _YEAR:
            if labels or any(heading.heading.whole() for heading in meanings):
                return False
        elif sort == _MARK:
            return False
        elif over and not any(clean(cell) == clean(row[column]) for cell in over):
            meaning = tongue.meaning(row[column]) or NOTHING
            if (labels and not role_of(clean(row[column]))) or not (_says_when(meaning) or labels):
                return False
    columns = [column for column in sorts if column != min(sorts)] or list(sorts)
    return _has_values(rows, number, columns) or _YEAR in sorts.values()


def _repeats(rows: Rows, head: Head, number: int, sorts: dict[int, str], tongue: Tongue) -> bool:
    """Whether a row of years below a table begins another one, and is not a row of figures that look like years."""
    row, over = rows[number], rows[head[1]]
    years = [column for column, sort in sorts.items() if sort == _YEAR]
    if not years:
        return True
    if any(role_of(clean(over[column])) in _OF_TIME_ROLES for column in years if column < len(over)):
        return False
    labels = [column for column, sort in sorts.items() if sort == _TEXT]
    if any(role_of(clean(row[column])) for column in labels):
        return True
    if _has_moved(rows, head, number, sorts, tongue):
        return False
    if labels and _goes_on(rows, head, number, labels, tongue):
        return False
    values = [int(float(clean(row[column])[:4])) for column in years]
    same = all(column < len(over) and clean(over[column])[:4] == clean(row[column])[:4] for column in years)
    if same or (len(values) > 1 and all(b - a == 1 for a, b in pairwise(values))):
        return True
    known = any(_sort_of_name(row[column], tongue) for column in labels)
    return len(values) == 1 and (known or not labels) and number > head[1] + 1


def _has_moved(rows: Rows, head: Head, number: int, sorts: dict[int, str], tongue: Tongue) -> bool:
    """Whether a row's texts stand under headings of figures, or its years under those of labels: a row that moved.

    After an empty row, several years are the headings of a table that stands elsewhere in the columns.
    """
    years = [column for column, sort in sorts.items() if sort == _YEAR]
    if len(years) > 1 and not any(cell != "" for cell in rows[number - 1]):
        return False
    first = next((column for column, cell in enumerate(rows[head[1]]) if cell != ""), 0)
    if min(sorts) > first:
        return True
    over = {at: [row[at] for row in rows[head[0] : head[1] + 1] if at < len(row) and row[at] != ""] for at in sorts}
    timed = {at for at, cells in over.items() if any(_says_when(tongue.meaning(cell) or NOTHING) for cell in cells)}
    named = {at for at, cells in over.items() if any(role_of(clean(cell)) not in ("", "value") for cell in cells)}
    return any(sort == _TEXT and at in timed for at, sort in sorts.items()) or any(at in named for at in years)


def _goes_on(rows: Rows, head: Head, number: int, labels: Sequence[int], tongue: Tongue) -> bool:
    """Whether the labels of a row are of the sorts that stand in the rows of the table above it."""
    row = rows[number]
    if any(role_of(clean(row[column])) for column in labels):
        return False
    before = set(_labels_between(rows, head[1] + 1, number, labels, tongue))
    return all((column, _sort_of_name(row[column], tongue)) in before for column in labels)


def _labels_between(
    rows: Rows, first: int, last: int, columns: Sequence[int], tongue: Tongue
) -> Iterator[tuple[int, str]]:
    """The sorts of names in these columns of the rows of a table."""
    if first == last:  # nothing stands there yet: the first row under its headings is data
        yield from ((column, sort) for column in columns for sort in ("", "indicator", "unit", "other"))
    for row in rows[first:last]:
        for column in columns:
            if column < len(row) and row[column] != "":
                yield column, _sort_of_name(row[column], tongue)


def _sort_of_name(cell: Cell, tongue: Tongue) -> str:
    meaning = tongue.meaning(cell) or NOTHING
    if meaning.indicator:
        return "indicator"
    return "unit" if meaning.unit is not None else "other" if meaning != NOTHING else ""
