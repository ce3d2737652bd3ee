"""Text with columns as the rows of a sheet: whichever separator and encoding the program that wrote it chose."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from io import StringIO

from lib.files.guards import MOST_CELLS, MOST_COLUMNS, Unreadable
from lib.words import _

_SEPARATORS = ";\t,|"
_LOOKED_AT = 50
_BUNCH = 20_000
MOST_ROWS = 1_100_000


def text_of(content: bytes) -> str:
    """The text: UTF-8 with or without a mark, UTF-16 with one, or else Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", errors="replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
    if "\0" in text or sum(sign < " " and sign not in "\t\r\n\f\v" for sign in text[:4096]) > 0:
        raise Unreadable(_("The file is neither a workbook nor text with columns."))
    return text


def rows_of(text: str, progress: Callable[[float], None]) -> list[list[str]]:
    """The rows of the text. Raises Unreadable where a quotation mark is not closed or it is far too wide or long."""
    text = text.lstrip("\ufeff")
    first, _end, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        separator, text = first.strip()[4], rest
    else:
        separator = separator_of(text)
    same: dict[str, str] = {}
    rows: list[list[str]] = []
    cells = 0
    file = StringIO(text, newline="")
    for row in _read(file, separator):
        rows.append([same.setdefault(cell, cell) for cell in row])
        cells += len(row)
        if len(row) > MOST_COLUMNS or cells > MOST_CELLS or len(rows) > MOST_ROWS:
            raise Unreadable(
                _("Row {row} passes what can be read: {columns} columns, {rows} rows and {cells} cells.").format(
                    row=len(rows), columns=MOST_COLUMNS, rows=MOST_ROWS, cells=MOST_CELLS
                )
            )
        if len(rows) % _BUNCH == 0:
            progress(file.tell() / max(len(text), 1))
    return rows


def _read(file: StringIO, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(file, delimiter=separator, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        sentence = _("Line {line}: a quotation mark is not closed, or a cell is far too long. Mend it and try again.")
        raise Unreadable(sentence.format(line=reader.line_num)) from error


def separator_of(text: str) -> str:
    """The separator that gives most lines the same number of cells; of equals, that which gives the most cells."""
    lines = [line for line in text[:200_000].splitlines() if line.strip()][:_LOOKED_AT]
    return max(_SEPARATORS, key=lambda separator: _evenness(lines, separator))


def _evenness(lines: list[str], separator: str) -> tuple[int, int]:
    # Within quotation marks a separator is text.
    counts = Counter("".join(line.split('"')[::2]).count(separator) for line in lines)
    counts.pop(0, None)
    if not counts:
        return 0, 0
    cells, times = max(counts.items(), key=lambda item: (item[1], item[0]))
    return times, cells
