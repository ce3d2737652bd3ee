"""Marks on the cells of a workbook beside their values: formats, errors, superscripts, strike-through, hidden rows.

Filled by `xlsx_parts`, `ods_parts` and `xls_parts` within the parser's process, each from its own format.
"""

import re
from dataclasses import dataclass, field
from typing import Any

STRUCK, UNCALCULATED, THOUSANDS, MILLIONS, MERGED = "struck", "uncalculated", "thousands", "millions", "merged"
PERCENT, YEAR = "percent", "year"
RAISED = "raised"
# Further marks of one sheet add nothing to the first of them.
_MOST = 20_000
# Quoted, escaped or bracketed parts of a number format are only text.
_ONLY_TEXT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^]]*]')
_YEAR_ONLY = re.compile(r"[yåaj]+@?", re.IGNORECASE)
_SCALED = re.compile(r"[0#?](,+)(?![0#?,.])")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def traits_of(code: str) -> frozenset[str]:
    """The traits that a number format gives a value: shown in per cent, in thousands or millions, or as a year only."""
    bare = _ONLY_TEXT.sub("", code.partition(";")[0])
    traits = {PERCENT} if "%" in bare else set()
    if _YEAR_ONLY.fullmatch(bare.strip()):
        traits.add(YEAR)
    if scaled := _SCALED.search(bare):
        traits.add(THOUSANDS if len(scaled[1]) == 1 else MILLIONS)
    return frozenset(traits)


def raised(text: str) -> str:
    """Superscript figures as signs of their own, so that they are no part of the number before them."""
    return text.translate(_RAISED)


@dataclass(slots=True)
class CellMarks:
    """The marks of a sheet beside its values; rows and columns from 0.

    `percents` and `years`: the columns shown as such, by row. `errors`: the texts of failed formulas.
    `texts` replace the value. `others` are marks that are reported with the cell.
    """

    notes: list[list[Any]] = field(default_factory=list)
    percents: dict[int, set[int]] = field(default_factory=dict)
    years: dict[int, set[int]] = field(default_factory=dict)
    errors: dict[int, dict[int, str]] = field(default_factory=dict)
    texts: dict[int, dict[int, str]] = field(default_factory=dict)
    others: list[list[Any]] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: list[int] = field(default_factory=list)

    def hidden(self, width: int) -> int:
        """The number of hidden rows, and of hidden runs of columns, of a sheet as wide as this."""
        return self.hidden_rows + sum(column < width for column in self.hidden_columns)

    def mark(self, row: int, column: int, trait: str) -> None:
        """Note one trait of a cell."""
        if trait in (PERCENT, YEAR):
            (self.percents if trait == PERCENT else self.years).setdefault(row, set()).add(column)
        elif len(self.others) < _MOST:
            self.others.append([row, column, trait])

    def show(self, number: int, row: list[Any]) -> None:
        """Put into a row of values what is shown where the value is another."""
        for place in self.percents.get(number, ()):
            value = row[place] if place < len(row) else ""
            if isinstance(value, int | float) and not isinstance(value, bool):
                row[place] = f"{100 * value:.12g} %"
        for place in self.years.get(number, ()):
            year = getattr(row[place], "year", None) if place < len(row) else None
            if year:
                row[place] = str(year)
                self.others.append([number, place, YEAR])
        for place in self.texts.get(number, {}):
            self.others.append([number, place, RAISED])
        for texts, over in ((self.errors, False), (self.texts, True)):
            for place, text in texts.get(number, {}).items():
                row += [""] * (place + 1 - len(row))
                row[place] = text if over else row[place] or text
