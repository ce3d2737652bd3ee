"""The look that the documents share: the colours on white paper, the fonts, and text fit for XML."""

from lib.documents.table_files import printable
from lib.tables.safe_text import harmless

FONT = "Arial"
TEXT, MUTED, LINE, SURFACE, ACCENT = "111111", "4A5560", "C3CBD3", "F3F6F9", "00539F"


def plain(text: str) -> str:
    """Text without the control characters that no XML file can hold."""
    return str(printable(text))


def cell(text: str) -> str:
    """Text as it can stand in a spreadsheet's cell, where nothing may run."""
    return harmless(plain(text))


def number_format(decimals: int) -> str:
    """Office's format of numbers with so many decimals, in the signs of the reader's own settings."""
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"
