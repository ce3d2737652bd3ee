"""Text with columns as the rows of a sheet: whichever separator and encoding the program that wrote it chose."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO, TextIOWrapper

from lib.imports.workbook.guards import MOST_CELLS, MOST_COLUMNS, Unreadable
from lib.words.language import _

_SEPARATORS = ";\t,|"
_LOOKED_AT = 50
_SAMPLE = 200_000  # bytes
_BUNCH = 20_000
MOST_ROWS = 1_100_000


def rows_of(content: bytes, progress: Callable[[float], None]) -> list[list[str | float]]:
    """The rows of the text. Raises Unreadable where a quotation mark is not closed or it is far too wide or long."""
    encoding = _encoding_of(content)
    sample = content[:_SAMPLE].decode(encoding, errors="replace").lstrip("\ufeff")
    first = sample.partition("\n")[0].strip()
    source = BytesIO(content)
    file = TextIOWrapper(source, encoding, errors="replace", newline="")
    if first.lower().startswith("sep=") and len(first) == 5:
        file.readline()
        separator = first[4]
    else:
        separator = separator_of(sample)
    same: dict[str, str] = {}
    rows: list[list[str | float]] = []  # as the rows of any sheet, though all of these are text
    cells = 0
    for row in _read(file, separator):
        rows.append(list(map(same.setdefault, row, row)))
        cells += len(row)
        if len(row) > MOST_COLUMNS or cells > MOST_CELLS or len(rows) > MOST_ROWS:
            raise Unreadable(
                _("Row {row} passes what can be read: {columns} columns, {rows} rows and {cells} cells.").format(
                    row=len(rows), columns=MOST_COLUMNS, rows=MOST_ROWS, cells=MOST_CELLS
                )
            )
        if len(rows) % _BUNCH == 0:
            progress(source.tell() / max(len(content), 1))
    return rows


def _encoding_of(content: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, or else Windows-1252. Raises Unreadable where it is no text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
        is_text = "\0" not in content.decode(encoding, errors="replace")
    else:
        encoding = "utf-8-sig" if _is_utf_8(content) else "cp1252"
        is_text = b"\0" not in content
    start = content[:8192].decode(encoding, errors="replace")
    if not is_text or any(sign < " " and sign not in "\t\r\n\f\v" for sign in start):
        raise Unreadable(_("The file is neither a workbook nor text with columns."))
    return encoding


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _read(file: Iterable[str], separator: str) -> Iterator[list[str]]:
    reader = csv.reader(file, delimiter=separator, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        sentence = _(
            "Line {line}: a quotation mark is not closed, or a cell is far too long. Correct it and try again."
        )
        raise Unreadable(sentence.format(line=reader.line_num)) from error


def separator_of(text: str) -> str:
    """The separator that gives most lines the same number of cells; of equals, that which gives the most cells."""
    lines = [line for line in text.splitlines() if line.strip()][:_LOOKED_AT]
    return max(_SEPARATORS, key=lambda separator: _evenness(lines, separator))


def _evenness(lines: list[str], separator: str) -> tuple[int, int]:
    # Within quotation marks a separator is text.
    counts = Counter("".join(line.split('"')[::2]).count(separator) for line in lines)
    counts.pop(0, None)
    if not counts:
        return 0, 0
    cells, times = max(counts.items(), key=lambda item: (item[1], item[0]))
    return times, cells
