"""One cell as what it is meant to be: a number, a figure with its marks, a day, yes or no, a word of a list.

Everything here takes a cell (text or number) and gives its value, or raises Misread with a sentence on what to do.
"""

import math
import re
from dataclasses import dataclass
from datetime import date

from lib.words.language import _, decimals_of, number

Cell = str | float

_BLANKS = re.compile("[\\s\u00a0\u2007\u2009\u202f\u200b\ufeff]+")
_MINUS = str.maketrans(dict.fromkeys("\u2212\u2013\u2012", "-") | dict.fromkeys("\u2019", "'"))
_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d{1,3})?|[+-]?[.,]\d+")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:([ .,'])\d{3})(?:\1\d{3})*(?:([.,])\d+)?")
_UNIT = re.compile(
    r"(?i)\s*(%|procent|procentenheter|p\.?e\.?|st\.?|styck|kr|kronor|tkr|mnkr|mkr|kkr|dagar|dgr|poäng|personer)$"
)
_NOTE = re.compile(r"\s*(\*{1,3}|[¹²³⁴]|\d\)|\((?:not )?\d\)|[a-e]\))$")
_PRELIMINARY = re.compile(r"(?i)\s*\(?prel(?:\.|iminär[at]?)?\)?$")
_LOOKALIKES = str.maketrans("oOlISB", "001158")
_MOST_DIGITS = 60

_STANDS_FOR = {
    "missing": (
        *("..", "...", "…", "i.u.", "iu", "n/a", "saknas", "finns ej", "uppgift saknas", "ingen uppgift"),
        *("mätning saknas", "ej mätt", "mäts ej", "ej redovisat"),
    ),
    "not_applicable": ("-", "--", ".", "ej aktuellt", "ej aktuell", "ej tillämpligt", "ej relevant"),
    "confidential": ("x", "sekretess", "visas ej", "visas inte"),
}
_MARKS = {mark: status for status, marks in _STANDS_FOR.items() for mark in marks}
# The error values of failed formulas, in Excel's languages.
_FAILED = re.compile(r"#[A-ZÅÄÖ0-9_/ ]{2,20}[!?]?")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_QUALIFIERS = (
    ("<", re.compile(r"(?i)(?:<|mindre än|färre än|under|lägre än|knappt)\s*(.+)")),
    (">", re.compile(r"(?i)(?:>|mer än|fler än|över|högre än|(?:lite )?drygt)\s*(.+)")),
    ("~", re.compile(r"(?i)(?:~|≈|ca\.?|cirka|c:a|omkring|ungefär)\s*(.+)")),
)
_RANGE = re.compile(r"(?i)(?:mellan\s+)?([\d.,]+(?:\s?%)?)\s*(?:-|till|och|–)\s*([\d.,]+(?:\s?%)?)")


class Misread(ValueError):
    """A cell that is not what its column holds; the message is a plain sentence."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The content of a cell of figures. `unit` is the text after the number ('%', 'tkr'), '' where there is none."""

    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    qualifier: str = "="
    status: str = "normal"
    note: str = ""
    unit: str = ""


def clean(cell: Cell) -> str:
    """A cell's text with plain blanks and minus signs, a whole number without decimals."""
    if isinstance(cell, str):
        return _BLANKS.sub(" ", cell).strip()
    return str(int(cell)) if cell == int(cell) and abs(cell) < 1e15 else repr(cell)


def without_note(text: str) -> str:
    """Text less the mark of a footnote at its end: '2016 1)', '2016*'."""
    match = _NOTE.search(text)
    return text[: match.start()] if match and match.start() else text


def read_number(cell: Cell) -> float:
    """A number however it is written: 7.5, '7,5', '1 004', '1.234.567,8', '−4', '7 %'."""
    if isinstance(cell, float | int):
        return float(cell)
    text = clean(cell).translate(_MINUS)
    value, _unit = _with_unit(text)
    if value is None:
        raise Misread(_not_a_number(cell, text))
    return value


def _number(text: str) -> float | None:
    if len(text) > _MOST_DIGITS:
        return None
    if _PLAIN.fullmatch(text):
        value = float(text.replace(",", "."))
        return value if math.isfinite(value) else None
    match = _THOUSANDS.fullmatch(text)
    if match and match[2] != match[1]:
        bare = text.replace(match[1], "")
        return float(bare.replace(",", "."))
    return None


def _not_a_number(cell: Cell, text: str) -> str:
    if _FAILED.fullmatch(text):
        return _("“{value}” is a formula that has failed. Correct it, or leave the cell empty.").format(value=text)
    within = _IN_BRACKETS.fullmatch(text)
    inner = _number(within[1].strip()) if within else None
    if inner is not None:
        proposal = number(abs(inner), decimals_of(inner))
        sentence = _("“{value}” stands within brackets. Write {guess}, or −{guess} if it is below zero.")
        return sentence.format(value=shown_cell(cell), guess=proposal)
    junk = re.sub(r"[\d.,+ -]", "", text)
    is_slip = junk.isalpha() and junk != "e" and len(junk) < 3
    guesses = (text.translate(_LOOKALIKES), re.sub(r"[^\d.,+ -]", "", text).strip()) if is_slip else ()
    for guess in guesses:
        value = _number(guess)
        if value is not None:
            proposal = number(value, 1 if re.search(r"[.,]", text) else 0)
            return _("“{value}” is not a number. Did you mean {guess}?").format(value=shown_cell(cell), guess=proposal)
    return _("“{value}” is not a number. Write a number, or leave the cell empty.").format(value=shown_cell(cell))


def shown_cell(cell: Cell) -> str:
    """A cell as it is quoted in a sentence: not longer than one can read."""
    text = clean(cell)
    return text if len(text) <= 60 else text[:57] + "…"


def read_whole(cell: Cell) -> int:
    """A whole number."""
    value = read_number(cell)
    if value != int(value):
        raise Misread(_("“{value}” is not a whole number.").format(value=shown_cell(cell)))
    return int(value)


def read_figure(cell: Cell) -> Figure:
    """A figure with the marks that people put on it: '<5', 'ca 40', '5–10', '7,0 %', '45*', '44 (prel.)', '..', 'x'."""
    if isinstance(cell, float | int):
        return Figure(float(cell))
    text = clean(cell).translate(_MINUS).removeprefix("'")
    if text.lower() in _MARKS:
        return Figure(status=_MARKS[text.lower()])
    bare, status, note = text, "normal", ""
    if (match := _PRELIMINARY.search(bare)) and match.start():
        bare, status = bare[: match.start()], "preliminary"
    if (match := _NOTE.search(bare)) and match.start():
        bare, note = bare[: match.start()], match[1]
    for qualifier, pattern in _QUALIFIERS:
        if match := pattern.fullmatch(bare):
            value, unit = _with_unit(match[1])
            if value is not None:
                return Figure(value, None, None, qualifier, status, note, unit)
    value, unit = _with_unit(bare)
    if value is not None:
        return Figure(value, status=status, note=note, unit=unit)
    if match := _RANGE.fullmatch(bare):
        (low, _unit), (high, unit) = _with_unit(match[1]), _with_unit(match[2])
        if low is not None and high is not None and low <= high:
            return Figure(None, low, high, "=", status, note, unit)
    raise Misread(_not_a_number(cell, text))


def _with_unit(text: str) -> tuple[float | None, str]:
    text = text.strip()
    value, unit = _number(text), ""
    if value is None and (match := _UNIT.search(text)):
        value, unit = _number(text[: match.start()]), match[1].lower()
    return value, unit


def read_day(cell: Cell) -> date:
    """A day: 2016-12-31, 20161231, 31/12 2016, 31.12.2016, or a cell that the spreadsheet itself holds as a day."""
    text = clean(cell)
    for pattern, order in (
        (r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]00:00(?::00)?)?", (1, 2, 3)),
        (r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", (1, 2, 3)),
        (r"(\d{1,2})[/.-](\d{1,2})[/. -](\d{4})", (3, 2, 1)),
    ):
        if match := re.fullmatch(pattern, text, re.ASCII):
            try:
                return date(*(int(match[place]) for place in order))
            except ValueError:
                break
    raise Misread(_("“{value}” is not a day. Write it as 2016-12-31.").format(value=shown_cell(cell)))


def read_truth(cell: Cell) -> bool:
    """Yes or no, in words or as 1 and 0."""
    text = clean(cell).lower()
    if text in {"true", "sant", "ja", "yes", "1", "x"}:
        return True
    if text in {"false", "falskt", "nej", "no", "0"}:
        return False
    raise Misread(_("“{value}” is neither yes nor no. Write Ja or Nej.").format(value=shown_cell(cell)))
