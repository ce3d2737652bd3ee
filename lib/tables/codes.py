"""Codes made from names: small letters a to z, figures and hyphens, and never one that is taken."""

import re
from collections.abc import Collection
from itertools import count

from lib.words.folding import fold

_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 60


def slug(text: str) -> str:
    """A code made from a name; '' where it has no letter or figure that a code may have."""
    return _OTHER.sub("-", fold(text)).strip("-")[:_LONGEST].strip("-")


def code_of(name: str, taken: Collection[str], otherwise: str = "") -> str:
    """A code for something new, made from its name, or from `otherwise` where the name gives none."""
    code = slug(name) or otherwise
    if code not in taken or not code:
        return code
    return next(f"{code}-{n}" for n in count(2) if f"{code}-{n}" not in taken)
