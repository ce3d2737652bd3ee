"""The workbook that a board fills in: a sheet a table, from their one declaration, with what is there already.

Every sheet has headings with help and drop-downs, and an example row that is passed over when the workbook is read.
Read back untouched it says exactly what the store says.
"""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lib.imports.names import TITLE_OF, CodeNames, names_of
from lib.imports.sheets.table import EXAMPLE
from lib.imports.sheets.words import PERIOD, TITLES, word_for
from lib.rules.periods import Period
from lib.tables.base import Column, Row, columns, type_of
from lib.tables.model import BY_NAME
from lib.tables.records import Record, Records
from lib.tables.safe_text import harmless
from lib.words.language import N_, _

# The sheets most often filled in come first; figures and verdicts are new each time, the rest is there to be changed.
_SHEETS = (
    "observations", "targets", "assessments", "indicators", "goals", "goal_indicators", "events", "actions", "units",
    "areas", "sources",
)  # fmt: skip
_EMPTY = frozenset({"observations", "assessments"})
_LAST_ROW = 5000
_FIRST_FILLED = 3
_MOST_LISTED = 255
_YES_NO = (N_("yes"), N_("no"))
_GREY, _PALE = "FF666666", "FFF2F2F2"


def template(stored: Records, board: str) -> bytes:
    """The workbook for a board, as it stands in these rows."""
    book = Workbook()
    _read_me(book.worksheets[0], next((row["name"] for row in stored["boards"] if row["board"] == board), board))
    names = {table: names_of(stored, table, {}) for table in TITLE_OF}
    rows = {table: [row for row in stored.get(table, ()) if row["board"] == board] for table in _SHEETS}
    for table in _SHEETS:
        _sheet(book.create_sheet(_(TITLES[table])), BY_NAME[table], [] if table in _EMPTY else rows[table], names, rows)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _read_me(page: Worksheet, name: str) -> None:
    page.title = _("Read me")
    lines = (
        name,
        _("Fill in the sheets that you need and leave the others as they are."),
        _("Every sheet begins with an example. It is not read."),
        _("Choose from the lists, or write the names as they stand in the sheets for indicators, units and goals."),
        _("Write a period as 2025, 2025-03, jan–aug 2025 or 2025-02-03--2025-04-05."),
        _("Write “..” where a figure is missing and “x” where it is confidential. An empty cell says nothing."),
        _("A row that you take away is not taken away in Målbild. What you change is shown before it is saved."),
    )
    for line in lines:
        page.append([harmless(line)])
    page["A1"].font = Font(bold=True, size=14)
    page.column_dimensions["A"].width = 110


def _sheet(
    page: Worksheet,
    table: type[Row],
    rows: Iterable[Record],
    names: dict[str, CodeNames],
    listed: dict[str, list[Record]],
) -> None:
    listing = _columns(table)
    page.append([title for _name, title, _column in listing])
    page.append([f"{EXAMPLE} {_('not read')}", *(_example(table, *entry, listed) for entry in listing[1:])])
    for row in rows:
        page.append([_cell(table, column, row, names) for _name, _title, column in listing])
    for number, (_name, title, column) in enumerate(listing, start=1):
        letter = get_column_letter(number)
        page.column_dimensions[letter].width = max(12, min(45, len(title) + 4))
        page.add_data_validation(_help(table, column, f"{letter}2:{letter}{_LAST_ROW}", listed))
    _dress(page)


def _dress(page: Worksheet) -> None:
    for cell in page[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=_PALE)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in page[2]:
        cell.font = Font(italic=True, color=_GREY)
    page.freeze_panes = "B2"


def _columns(table: type[Row]) -> list[tuple[str, str, Column[Any]]]:
    """The columns of a sheet: those of the table without the board, and both days of a period as one."""
    listing = []
    for column in columns(table):
        if column.name == "period_start":
            listing.append((PERIOD, _("Period"), column))
        elif column.name not in ("board", "period_end"):
            listing.append((column.name, _(column.info["title"]), column))
    return listing


def _cell(table: type[Row], column: Column[Any], row: Record, names: dict[str, CodeNames]) -> Any:
    value = row[column.name]
    other = column.info.get("refers")
    if value is None or value == "":
        return None
    if column.name == "period_start":
        return Period(value, row["period_end"]).code
    if isinstance(value, bool):
        return _(_YES_NO[0]) if value else _(_YES_NO[1])
    if other:
        return harmless(_name_of(other, value, names))
    if column.info.get("choices"):
        return None if value == "=" else word_for(table.__tablename__, column.name, value)
    return harmless(ILLEGAL_CHARACTERS_RE.sub("", value)) if isinstance(value, str) else value


def _name_of(table: str, code: str, names: dict[str, CodeNames]) -> str:
    """The name of a code where it is nobody else's."""
    name = names[table].name_of(code)
    return name if name and names[table].code_of(name) == code else code


def _example(table: type[Row], name: str, _title: str, column: Column[Any], listed: dict[str, list[Record]]) -> Any:
    """The values that a column may have."""
    if name == PERIOD:
        return "2025"
    if column.info.get("choices"):
        return word_for(table.__tablename__, name, column.info["choices"][0]) if name != "qualifier" else "<"
    if column.info.get("refers"):
        other = column.info["refers"]
        return next((harmless(row[TITLE_OF[other]]) for row in listed.get(other, ())), None)
    for kind, example in ((date, date(2025, 12, 31)), (bool, _(_YES_NO[0])), (int, 12), (float, 7.5)):
        if type_of(column) is kind:
            return example
    return None


def _help(table: type[Row], column: Column[Any], area: str, listed: dict[str, list[Record]]) -> DataValidation:
    """The drop-down of a column, and the words that stand beside a cell when it is chosen."""
    words = _words(table, column)
    other = column.info.get("refers")
    formula = f'"{",".join(words)}"' if words and sum(map(len, words)) + len(words) < _MOST_LISTED else None
    if other in listed:
        place = [name for name, _title, _column in _columns(BY_NAME[other])].index(TITLE_OF[other]) + 1
        letter, last = get_column_letter(place), max(len(listed[other]) + _FIRST_FILLED + 200, 500)
        formula = f"{quote_sheetname(_(TITLES[other]))}!${letter}${_FIRST_FILLED}:${letter}${last}"
    checked = DataValidation(type="list" if formula else None, formula1=formula, allow_blank=True, sqref=area)
    checked.errorStyle = "information"  # a code is as good as a name
    checked.showErrorMessage, checked.showInputMessage = False, True
    checked.promptTitle = _(column.info["title"])[:32]
    checked.prompt = (_(column.info["help"]) if column.info.get("help") else _hint(column, bool(formula)))[:255]
    return checked


def _words(table: type[Row], column: Column[Any]) -> list[str]:
    if type_of(column) is bool:
        return [_(word) for word in _YES_NO]
    return [word_for(table.__tablename__, column.name, code) for code in column.info.get("choices") or () if code]


def _hint(column: Column[Any], has_list: bool) -> str:
    if column.name == "period_start":
        return _("Write it as 2025, 2025-03, jan–aug 2025 or 2025-02-03--2025-04-05.")
    if has_list:
        return _("Choose from the list.")
    if type_of(column) is date:
        return _("Write it as 2025-12-31.")
    if type_of(column) in {int, float}:
        return _("Write a number.")
    return _("Write text.")
