"""Files to take along: a frame as CSV or as an Excel workbook, safe to open in a spreadsheet."""

from io import BytesIO

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lib.documents.book_fonts import with_fonts_in_order
from lib.tables.safe_text import harmless

CSV_TYPE = "text/csv"
EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_WIDEST = 60


def _safe(value: object) -> object:
    """Text that a spreadsheet would run gets an apostrophe before it; numbers and dates are left alone."""
    return harmless(value) if isinstance(value, str) else value


def printable(value: object) -> object:
    """Text without the control characters that a workbook cannot hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value


def _clean(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.map(_safe).astype(object).where(frame.notna(), None)


def csv_file(frame: pd.DataFrame) -> bytes:
    """The frame as Swedish spreadsheets read it without asking: semicolon, decimal comma, UTF-8 with BOM."""
    numbers = frame.select_dtypes("number").columns
    text = _clean(frame)
    for column in numbers:
        text[column] = [None if value is None else str(value).replace(".", ",") for value in text[column]]
    return text.to_csv(sep=";", index=False, lineterminator="\r\n").encode("utf-8-sig")


def excel_file(frame: pd.DataFrame, sheet: str) -> bytes:
    """The frame as a workbook of one sheet."""
    book = new_book()
    add_sheet(book, frame, sheet)
    return book_file(book)


def new_book() -> Workbook:
    """A workbook without sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def add_sheet(book: Workbook, frame: pd.DataFrame, name: str) -> Worksheet:
    """Add the frame as a sheet with bold, frozen headings, filters, and columns wide enough."""
    page: Worksheet = book.create_sheet(name[:31])
    page.append(list(frame.columns))
    for row in _clean(frame).map(printable).itertuples(index=False, name=None):
        page.append(row)
    for cell in page[1]:
        cell.font = Font(name="Calibri", bold=True)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    for number, column in enumerate(frame.columns, start=1):
        longest = max([len(str(column)), *(len(str(value)) for value in frame[column])])
        page.column_dimensions[get_column_letter(number)].width = min(longest + 2, _WIDEST)
    fit_paper(page)
    page.print_title_rows = "1:1"
    return page


def fit_paper(page: Worksheet) -> None:
    """Printed across A4, as many pages as it takes."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def book_file(book: Workbook) -> bytes:
    """The workbook as a file."""
    file = BytesIO()
    book.save(file)
    return with_fonts_in_order(file.getvalue())
