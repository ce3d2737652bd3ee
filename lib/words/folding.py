"""Text as it is compared: without what spelling, accents and marks add."""

import re
import unicodedata

_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Text as it is compared: lower case, without accents, dots and rings; words with one blank between."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    return " ".join(_WORD.findall(bare))
