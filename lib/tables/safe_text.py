"""Text that no spreadsheet runs as a formula: an apostrophe before it in files, taken away again when read."""

import re

# Text that begins like this may be run as a formula by the program that opens a file, or is such text made harmless.
_RUNS = re.compile("'*[=+\\-@\t\r]")


def harmless(text: str) -> str:
    """Text as it is written to files: what a spreadsheet would run gets an apostrophe before it."""
    return f"'{text}" if text != "=" and _RUNS.match(text) else text


def as_typed(text: str) -> str:
    """Text as it was before `harmless`, whatever it was."""
    return text[1:] if text[:1] == "'" and _RUNS.match(text) else text
