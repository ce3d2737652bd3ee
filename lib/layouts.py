"""Which layout each table in a file has, and all of them read: the template's and the format's own tables, and others.

A table that is none of those known comes back as unknown, with a guess, for the user to say what its columns are.
"""

from collections.abc import Callable, Iterator

from lib.mapping import Mapping
from lib.model import TABLES
from lib.names import TITLE_OF, names_of
from lib.reading import Faults, Reading, Unknown
from lib.rows import Row
from lib.sheet_tables import Around, Block, Taken, read_block, table_of
from lib.tables import Records, key_of
from lib.words import _
from lib.workbook import Cell, Sheet, Workbook

Progress = Callable[[float], None]

_LOOKED_AT = 30
_FEWEST = 2


def read_tables(
    book: Workbook,
    stored: Records,
    board: str,
    mapping: Mapping | None = None,
    progress: Progress = lambda _part: None,
) -> Reading:
    """Everything a file says of a board, with every problem. `stored` are the board's current rows, all tables."""
    mapping = mapping or Mapping()
    faults = Faults()
    names = {table: names_of(stored, table, mapping.names) for table in TITLE_OF}
    around = Around(board, stored, names, faults)
    reading = Reading(ignored=list(book.remarks))
    tables = []
    for sheet in book.sheets:
        if sheet.hidden:
            reading.ignored.append(_("The sheet “{sheet}” is hidden and was not read.").format(sheet=sheet.name))
        elif found := _table_in(sheet):
            tables.append(found)
        else:
            reading.unknown += _unknown(sheet)
    tables.sort(key=lambda one: TABLES.index(one[0]))
    for number, (table, placed, block) in enumerate(tables, start=1):
        _take(reading, table, read_block(table, placed, block, around), faults)
        progress(number / len(tables))
    reading.problems = faults.problems()
    reading.ignored += around.ignored
    return reading


def _table_in(sheet: Sheet) -> tuple[type[Row], dict[int, str], Block] | None:
    """The format's table that a sheet holds, if its headings stand in one of the first rows."""
    for number, row in enumerate(sheet.rows[:_LOOKED_AT]):
        if sum(cell != "" for cell in row) >= _FEWEST:
            headings = tuple(str(cell) for cell in row)
            found = table_of(headings, sheet.name)
            if found:
                return *found, Block(sheet.name, headings, number + 2, sheet.rows[number + 1 :])
    return None


def _take(reading: Reading, table: type[Row], taken: Taken, faults: Faults) -> None:
    """Add what a block says, unless the file has said it already."""
    name = table.__tablename__
    records, places = reading.records.setdefault(name, []), reading.places.setdefault(name, [])
    seen = {key_of(table, record): place for record, place in zip(records, places, strict=True)}
    for record, place in zip(taken.records, taken.places, strict=True):
        first = seen.setdefault(key_of(table, record), place)
        if first is place:
            records.append(record)
            places.append(place)
        else:
            sentence = _("The row says the same as row {row} of the sheet “{sheet}”. Keep one of them.")
            faults.add("same", place.sheet, place.row, "", sentence.format(row=first.row, sheet=first.sheet))


def _unknown(sheet: Sheet) -> Iterator[Unknown]:
    """A sheet that nobody understands, from the first row that may be its headings."""
    for number, row in enumerate(sheet.rows):
        if sum(cell != "" for cell in row) >= _FEWEST:
            sample = sheet.rows[number + 1 : number + 6]
            yield Unknown(sheet.name, number + 1, _texts(row), tuple(map(_texts, sample)), Mapping())
            return


def _texts(row: list[Cell]) -> tuple[str, ...]:
    return tuple(str(cell) for cell in row)
