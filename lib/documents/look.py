"""The look that the documents share: the colours of statuses on white paper, the fonts, and text fit for XML."""

from lib.documents.table_files import printable
from lib.tables.safe_text import harmless

FONT = "Arial"
TEXT, MUTED, LINE, SURFACE, ACCENT = "111111", "4A5560", "C3CBD3", "F3F6F9", "00539F"

# By a status' name: dark enough to be read as text on white, at least 4.5:1.
STATUS_TEXT = {
    "met": "00594D",
    "nearly": "7A5200",
    "missed": "B02C08",
    "unknown": "4D5761",
    "later": "4D5761",
    "none": "4D5761",
    "split": "43528F",
}
# The fills of bars.
STATUS_FILL = {
    "met": "00594D",
    "nearly": "F7C02B",
    "missed": "C6320A",
    "unknown": "9AA5B0",
    "later": "9AA5B0",
    "none": "C3CBD3",
    "split": "4A5A9E",
}


def plain(text: str) -> str:
    """Text without the control characters that no XML file can hold."""
    return str(printable(text))


def cell(text: str) -> str:
    """Text as it can stand in a spreadsheet's cell, where nothing may run."""
    return harmless(plain(text))


def number_format(decimals: int) -> str:
    """How Office writes figures with so many decimals, in the signs of the reader's own settings."""
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"
