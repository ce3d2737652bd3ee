"""What is told of a drawn table beside its figures: what was passed over, and names that nobody knows."""

from lib.imports.crosstab.find import Crosstab
from lib.imports.crosstab.rows import Drawn
from lib.imports.result import ReadResult
from lib.imports.workbook.read import column_letter
from lib.words.language import _, join, ngettext


def tell(reading: ReadResult, table: Crosstab, drawn: Drawn) -> None:
    """What was passed over on purpose, and the names that nobody knows."""
    sheet = table.sheet
    for of, names in drawn.strange.items():
        if names:
            there = reading.strange.setdefault(of, [])
            there += [name for name in names if name not in there]
    reading.guesses |= drawn.guesses
    reading.totals += drawn.cautions
    if drawn.filled:
        text = ngettext(
            "{sheet}: {n} empty name was read as the one above it.",
            "{sheet}: {n} empty names were read as the one above them.",
            drawn.filled,
        )
        reading.ignored.append(text.format(sheet=sheet, n=drawn.filled))
    if drawn.totals:
        text = ngettext("{sheet}: {n} row of totals was left.", "{sheet}: {n} rows of totals were left.", drawn.totals)
        reading.ignored.append(text.format(sheet=sheet, n=drawn.totals))
    if drawn.others:
        text = ngettext(
            "{sheet}: {n} row of another municipality was not read.",
            "{sheet}: {n} rows of other municipalities were not read.",
            drawn.others,
        )
        reading.ignored.append(text.format(sheet=sheet, n=drawn.others))
    if drawn.targets:
        text = _("{sheet}: targets were not read. Write them in the sheet Målvärden of the template.")
        reading.ignored.append(text.format(sheet=sheet))
    _tell_columns(reading, table)


def _tell_columns(reading: ReadResult, table: Crosstab) -> None:
    """The columns that are not read."""
    headings = [table.headings[column] or column_letter(column + 1) for column in table.columns.passed]
    if headings:
        text = ngettext(
            "{sheet}: the column {names} was not read.", "{sheet}: the columns {names} were not read.", len(headings)
        )
        names = join([_("“{name}”").format(name=heading) for heading in headings])
        reading.ignored.append(text.format(sheet=table.sheet, names=names))
    for column in table.columns.sums:
        text = _("{sheet}: the column “{name}” adds others up and was left.")
        reading.ignored.append(text.format(sheet=table.sheet, name=table.headings[column]))
