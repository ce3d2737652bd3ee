"""A table on a slide: in the largest letters that show all of it, else its first rows and how many there are more.

A column is as wide as its words need, and none is shown that there is no room for: the first say most.
"""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from lib.charts.svg import plain_words, text_width
from lib.views.text_table import TextCell, TextTable
from lib.web.stage.fit import cut, wrapped
from lib.web.stage.parts import GAP, Format, localised, status, status_width
from lib.words.language import ngettext

_SIZES = (44, 40, 36, 32, 28, 26)
_HEAD, _LINE, _RULE = 24, 1.25, 2.0
# No more columns than this can be read from the back of a room; a narrow one is worth smaller letters, not tiny ones.
_MOST, _LEAST, _SMALLER = 5, 4, 32
_LINES, _WIDEST, _FEW = 2, 0.36, 9.0
MORE = 33.0


def table(one: TextTable, form: Format, room: float, what: str = "") -> str:
    """As much of a table as there is room for; `what` are its rows if they are goals."""
    one = _said(one)
    columns, size, shown = _fitting(one, form, room)
    widths = _widths(one, columns, form.room, size) or [form.room / columns] * columns
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in one.headings[:columns])
    rows = "".join(_row(row[:columns], widths, size) for row in one.rows[:shown])
    shares = "".join(f'<col style="width:{100 * wide / sum(widths):.2f}%">' for wide in widths)
    return (
        f'<table class="v-table v-sized" style="--size:{size}"><caption>{escape(one.caption)}</caption>'
        f"<colgroup>{shares}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        f"{_rest(len(one.rows) - shown, what)}"
    )


def _fitting(one: TextTable, form: Format, room: float) -> tuple[int, int, int]:
    """How many columns, how large letters and how many rows."""
    most = min(len(one.headings), _MOST)
    numbers = range(most, min(most, _LEAST) - 1, -1)
    for columns in numbers:
        for size in _SIZES:
            if columns == most > _LEAST and size < _SMALLER:
                break
            widths = _widths(one, columns, form.room, size)
            if not widths or _cut(one, widths, size, len(one.rows)):
                continue
            if sum(_heights(one, widths, size)) <= room - _head_height(size):
                return columns, size, len(one.rows)
    size = _SIZES[-1]
    tried = {columns: _count(one, columns, form, room) for columns in numbers}
    columns = max(tried, key=lambda n: tried[n][1])
    return columns, size, tried[columns][0]


def _count(one: TextTable, columns: int, form: Format, room: float) -> tuple[int, int]:
    """How many rows there is room for in the smallest letters, and how much that tells: what is cut tells less."""
    size, shown = _SIZES[-1], 0
    widths = _widths(one, columns, form.room, size) or [form.room / columns] * columns
    rows = _heights(one, widths, size)
    left = room - _head_height(size) - (MORE + GAP) * (sum(rows) > room - _head_height(size))
    while shown < len(rows) and left >= rows[shown]:
        left -= rows[shown]
        shown += 1
    return shown, shown - _cut(one, widths, size, shown)


def _cut(one: TextTable, widths: Sequence[float], size: int, rows: int) -> int:
    """How many cells of the first rows do not find room for all their words."""
    return sum(
        not cell.look and wrapped(cell.text, wide - _air(size), size) > _LINES
        for row in one.rows[:rows]
        for cell, wide in zip(row, widths, strict=False)
    )


def _widths(one: TextTable, columns: int, room: float, size: int) -> list[float]:
    """How wide the columns are, their air included; empty where the words do not find room on two lines each.

    The longest words, that would leave too little to the other columns, are cut.
    """
    wanted, least = [], []
    for place in range(columns):
        cells = [row[place] for row in one.rows]
        heading = text_width(one.headings[place], _HEAD)
        whole = [_width(cell, size) for cell in cells]
        narrow = [wide if cell.look else _narrowest(cell.text, size) for cell, wide in zip(cells, whole, strict=True)]
        narrow = [min(wide, _WIDEST * room) for wide in narrow]
        wanted.append(max([heading, *whole]) + _air(size))
        least.append(max([heading, *narrow]) + _air(size))
    spare = room - sum(least)
    if spare < 0:
        return []
    lacking = [want - low for want, low in zip(wanted, least, strict=True)]
    if sum(lacking) > spare:
        return [low + spare * lack / sum(lacking) for low, lack in zip(least, lacking, strict=True)]
    return [want * room / sum(wanted) for want in wanted]


def _width(cell: TextCell, size: float) -> float:
    return status_width(cell.look, size) if cell.look else text_width(cell.text, size)


def _narrowest(words: str, size: float) -> float:
    """The width in which the words take two lines, more or less, no word broken; few words stand on one."""
    if text_width(words, size) <= _FEW * size:
        return text_width(words, size)
    longest = max((text_width(word, size) for word in plain_words(words)), default=0.0)
    return max(longest, 0.6 * text_width(words, size))


def _said(one: TextTable) -> TextTable:
    """The table without the columns that say nothing in any row."""
    kept = [n for n in range(len(one.headings)) if n == 0 or any(row[n].text not in {"", "–"} for row in one.rows)]
    rows = tuple(tuple(row[n] for n in kept) for row in one.rows)
    return replace(one, headings=tuple(one.headings[n] for n in kept), rows=rows)


def _air(size: int) -> float:
    return 0.75 * size


def _head_height(size: int) -> float:
    return _HEAD * _LINE + 0.3 * size + _RULE


def _heights(one: TextTable, widths: Sequence[float], size: int) -> list[float]:
    """The height of each row."""
    found = []
    for row in one.rows:
        pairs = list(zip(row, widths, strict=False))
        lines = [1 if cell.look else wrapped(cell.text, wide - _air(size), size) for cell, wide in pairs]
        found.append(min(max(lines), _LINES) * size * _LINE + 0.6 * size + _RULE)
    return found


def _rest(number: int, what: str) -> str:
    if number <= 0:
        return ""
    goals = ngettext("and {n} more goal", "and {n} more goals", number)
    text = goals if what == "goals" else ngettext("and {n} more", "and {n} more", number)
    return f'<p class="v-more">{escape(text.format(n=number))}</p>'


def _row(row: Sequence[TextCell], widths: Sequence[float], size: int) -> str:
    first, *others = (_cell(cell, wide - _air(size), size) for cell, wide in zip(row, widths, strict=True))
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>'


def _cell(cell: TextCell, room: float, size: int) -> str:
    if cell.look:
        return status(cell.look)
    words = escape(cut(cell.text, room, _LINES, size))
    return f'<a href="{escape(localised(cell.address))}">{words}</a>' if cell.address else words
