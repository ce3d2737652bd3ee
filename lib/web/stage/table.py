"""A table on a slide: in the largest letters that show all of it, else its first rows and the number of the others.

A column is as wide as its words need, and one that there is no room for is left out: the first say most.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.charts.svg import plain_words, text_width
from lib.views.statuses import Look
from lib.views.text_table import TextCell, TextTable, shared_out
from lib.web.stage.fit import cut, wrapped
from lib.web.stage.parts import GAP, Format, localised, status_width
from lib.words.language import ngettext

_SIZES = (44, 40, 36, 32, 28, 26)
_HEAD, _LINE, _RULE = 24, 1.25, 2.0
# No more columns than this can be read from the back of a room; a narrow one is worth smaller letters, not tiny ones.
_MOST, _LEAST, _SMALLER = 5, 4, 32
_LINES, _WIDEST, _FEW = 2, 0.36, 9.0
# No column of words is narrower than this share, for the sake of statuses that stand whole.
_SHARE = 0.12
_MORE = 33.0


@dataclass(frozen=True, slots=True)
class SlideCell:
    """A cell as it is shown: its words as far as they have room, or a status, and the address that it leads to."""

    words: str
    look: Look | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class SlideTable:
    """A table as it is shown: the size of its letters, the columns' shares of its width in per cent, its rows.

    `more` counts the rows left out.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[SlideCell, ...], ...]
    size: int
    shares: tuple[float, ...]
    more: str = ""


def table(content: TextTable, form: Format, room: float, what: str = "") -> SlideTable:
    """As much of a table as there is room for; `what` is "goals" where its rows are goals."""
    content = content.informative
    columns, size, rows = _fitting(content, form, room)
    widths = _widths(content, columns, form.room, size) or _squeezed(content, columns, form.room, size)
    return SlideTable(
        content.caption,
        tuple(content.headings[:columns]),
        tuple(_row(row[:columns], widths, size) for row in content.rows[:rows]),
        size,
        tuple(100 * wide / sum(widths) for wide in widths),
        _rest(len(content.rows) - rows, what),
    )


def _fitting(content: TextTable, form: Format, room: float) -> tuple[int, int, int]:
    """The number of columns, the size of the letters and the number of rows."""
    most = min(len(content.headings), _MOST)
    numbers = range(most, min(most, _LEAST) - 1, -1)
    for columns in numbers:
        for size in _SIZES:
            if columns == most > _LEAST and size < _SMALLER:
                break
            widths = _widths(content, columns, form.room, size)
            if not widths or _cut(content, widths, size, len(content.rows)):
                continue
            if sum(_heights(content, widths, size)) <= room - _head_height(size):
                return columns, size, len(content.rows)
    size = _SIZES[-1]
    tried = {columns: _count(content, columns, form, room) for columns in numbers}
    columns = max(tried, key=lambda n: tried[n][1])
    return columns, size, tried[columns][0]


def _count(content: TextTable, columns: int, form: Format, room: float) -> tuple[int, int]:
    """The rows there is room for in the smallest letters, and how much they say: cut text says less."""
    size, count = _SIZES[-1], 0
    widths = _widths(content, columns, form.room, size) or _squeezed(content, columns, form.room, size)
    heights = _heights(content, widths, size)
    left = room - _head_height(size) - (_MORE + GAP) * (sum(heights) > room - _head_height(size))
    while count < len(heights) and left >= heights[count]:
        left -= heights[count]
        count += 1
    return count, count - _cut(content, widths, size, count)


def _cut(content: TextTable, widths: Sequence[float], size: int, rows: int) -> int:
    """The number of cells in the first rows that have no room for all their words."""
    return sum(
        not cell.look and wrapped(cell.text, wide - _air(size), size) > _LINES
        for row in content.rows[:rows]
        for cell, wide in zip(row, widths, strict=False)
    )


def _widths(content: TextTable, columns: int, room: float, size: int) -> list[float]:
    """The widths of the columns with their air; empty where the words have no room on two lines each.

    The longest words, that would leave too little to the other columns, are cut.
    """
    wanted, least = [], []
    for place in range(columns):
        cells = [row[place] for row in content.rows]
        heading = text_width(content.headings[place], _HEAD)
        whole = [_width(cell, size) for cell in cells]
        narrow = [wide if cell.look else _narrowest(cell.text, size) for cell, wide in zip(cells, whole, strict=True)]
        narrow = [min(wide, _WIDEST * room) for wide in narrow]
        wanted.append(max([heading, *whole]) + _air(size))
        least.append(max([heading, *narrow]) + _air(size))
    return shared_out(room, least, wanted) if sum(least) <= room else []


def _squeezed(content: TextTable, columns: int, room: float, size: int) -> list[float]:
    """The widths where there is too little room: statuses stand whole, and the others share what is left."""
    statuses = [[cell for row in content.rows if (cell := row[place]).look] for place in range(columns)]
    whole = [max((_width(cell, size) + _air(size) for cell in cells), default=0.0) for cells in statuses]
    share = (room - sum(whole)) / (whole.count(0.0) or 1)
    return [wide or share for wide in whole] if share >= _SHARE * room else [room / columns] * columns


def _width(cell: TextCell, size: float) -> float:
    return status_width(cell.look, size) if cell.look else text_width(cell.text, size)


def _narrowest(words: str, size: float) -> float:
    """The width in which the words take two lines, more or less, no word broken; few words stand on one."""
    if text_width(words, size) <= _FEW * size:
        return text_width(words, size)
    longest = max((text_width(word, size) for word in plain_words(words)), default=0.0)
    return max(longest, 0.6 * text_width(words, size))


def _air(size: int) -> float:
    return 0.75 * size


def _head_height(size: int) -> float:
    return _HEAD * _LINE + 0.3 * size + _RULE


def _heights(content: TextTable, widths: Sequence[float], size: int) -> list[float]:
    """The height of each row."""
    return [_row_height(list(zip(row, widths, strict=False)), size) for row in content.rows]


def _row_height(cells: Sequence[tuple[TextCell, float]], size: int) -> float:
    lines = [1 if cell.look else wrapped(cell.text, wide - _air(size), size) for cell, wide in cells]
    return min(max(lines), _LINES) * size * _LINE + 0.6 * size + _RULE


def _rest(number: int, what: str) -> str:
    if number <= 0:
        return ""
    goals = ngettext("and {n} more goal", "and {n} more goals", number)
    text = goals if what == "goals" else ngettext("and {n} more", "and {n} more", number)
    return text.format(n=number)


def _row(row: Sequence[TextCell], widths: Sequence[float], size: int) -> tuple[SlideCell, ...]:
    return tuple(_cell(cell, wide - _air(size), size) for cell, wide in zip(row, widths, strict=True))


def _cell(cell: TextCell, room: float, size: int) -> SlideCell:
    if cell.look:
        return SlideCell(cell.text, cell.look)
    return SlideCell(cut(cell.text, room, _LINES, size), None, localised(cell.address) if cell.address else "")
