"""Text that does no harm: nothing that a spreadsheet runs as a formula, no signs that no file or database can hold."""

import re

# Text that begins like this may be run as a formula by the program that opens a file, or is such text made harmless.
_RUNS = re.compile("'*[=+\\-@\t\r]")

# Control signs but tab and line feed, lone surrogates, what is no character, and how Excel writes a control sign.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|_x00[01][0-9A-Fa-f]_")


def printable(text: str) -> str:
    """Text without signs that cannot be printed, which some databases, documents and browsers refuse."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\x0b", "\n"))


def harmless(text: str) -> str:
    """Text as it is written to files: what a spreadsheet would run gets an apostrophe before it."""
    return f"'{text}" if text != "=" and _RUNS.match(text) else text


def as_typed(text: str) -> str:
    """Text as it was before `harmless`, whatever it was."""
    return text[1:] if text[:1] == "'" and _RUNS.match(text) else text
