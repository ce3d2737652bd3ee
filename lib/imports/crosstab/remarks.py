"""Remarks on a drawn table: the parts that were not used, each with the reason, and unknown names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lib.imports.cells import Cell, clean
from lib.imports.crosstab.find import Crosstab
from lib.imports.crosstab.heads import sort_of
from lib.imports.crosstab.outside import Surroundings
from lib.imports.crosstab.rows import Drawn
from lib.imports.explanation import Certainty, Explanation
from lib.imports.mapping import ROLES
from lib.imports.meanings import Tongue
from lib.imports.result import ReadResult
from lib.imports.workbook.marks import RAISED, YEAR
from lib.imports.workbook.read import Sheet, column_letter
from lib.words.language import _, join, ngettext

# So many places are listed one by one.
_PLACES = 8


def report_table(
    reading: ReadResult, table: Crosstab, drawn: Drawn, explanation: Explanation, outside: Surroundings
) -> None:
    """Report the parts that were left out on purpose, and the unknown names."""
    for of, names in drawn.strange.items():
        if names:
            there = reading.strange.setdefault(of, [])
            there += [name for name in names if name not in there]
    reading.guesses |= drawn.guesses
    reading.totals += drawn.cautions
    explanation.unused += [*_rows(drawn), *_columns(table), *_titles(table, outside)]
    reading.ignored += [f"{table.sheet}: {text}" for text in explanation.unused]


def _rows(drawn: Drawn) -> Iterable[str]:
    """Remarks on rows that gave no figures, or other figures than they hold."""
    if drawn.filled:
        yield ngettext(
            "{n} empty name was read as the one above it.",
            "{n} empty names were read as the one above them.",
            drawn.filled,
        ).format(n=drawn.filled)
    if drawn.totals:
        yield ngettext("{n} row of totals was left.", "{n} rows of totals were left.", drawn.totals).format(
            n=drawn.totals
        )
    if drawn.others:
        yield ngettext(
            "{n} row of another municipality was not read.",
            "{n} rows of other municipalities were not read.",
            drawn.others,
        ).format(n=drawn.others)
    if drawn.left:
        yield ngettext("{n} row was left out, as you said.", "{n} rows were left out, as you said.", drawn.left).format(
            n=drawn.left
        )
    if drawn.deleted:
        yield ngettext(
            "{n} row that is marked as withdrawn was not read.",
            "{n} rows that are marked as withdrawn were not read.",
            drawn.deleted,
        ).format(n=drawn.deleted)
    for unit, times in Counter(drawn.recounted).items():
        yield ngettext("{n} figure was converted to {unit}.", "{n} figures were converted to {unit}.", times).format(
            n=times, unit=unit
        )
    if drawn.targets:
        yield _("targets were not read. Write them in the sheet Målvärden of the template.")


def _columns(table: Crosstab) -> Iterable[str]:
    """The columns that are not read."""
    columns = table.columns
    counts = [at for at, role in columns.labels.items() if role == "count" and table.of_municipalities]
    left = [at for at in sorted([*columns.passed, *counts]) if _has_cells(table, at)]
    if left:
        yield _not_read([table.headings[at] or column_letter(at + 1) for at in left])
    for column, role in columns.labels.items():
        if columns.sure.get(column) is Certainty.INFERRED and table.headings[column] and column not in columns.corners:
            yield _("the column “{name}” was read as {role}.").format(
                name=table.headings[column], role=_(ROLES[role]).lower()
            )
    for column in columns.sums:
        yield _("the column “{name}” adds others up and was left.").format(name=table.headings[column])


def _not_read(headings: Sequence[str]) -> str:
    text = ngettext("the column {names} was not read.", "the columns {names} were not read.", len(headings))
    return text.format(names=join([_("“{name}”").format(name=heading) for heading in headings]))


def report_columns(reading: ReadResult, sheet: str, headings: Sequence[str]) -> None:
    """The columns of a table of the format's own that are not the format's."""
    if headings:
        reading.ignored.append(f"{sheet}: {_not_read([heading or '–' for heading in headings])}")


def mark_remarks(sheet: Sheet) -> Iterable[str]:
    """Remarks on cells that the workbook shows otherwise than it holds them; they were read as shown."""
    for mark, text in (
        (RAISED, _("{sheet}: superscripts were read as footnotes and not as figures, in {places}.")),
        (YEAR, _("{sheet}: days that are shown as years were read as years, in {places}.")),
    ):
        cells = [f"{column_letter(at + 1)}{row + 1}" for (row, at), kind in sheet.marks.items() if kind == mark]
        if cells:
            yield text.format(
                sheet=sheet.name, places=", ".join([*cells[:_PLACES], *(["…"] if cells[_PLACES:] else [])])
            )


def _has_cells(table: Crosstab, column: int) -> bool:
    return any(column < len(row) and row[column] != "" for _number, row in table.rows)


def _titles(table: Crosstab, outside: Surroundings) -> Iterable[str]:
    """Titles with words that say something that was not used."""
    fixed = table.answers.fixed
    stated = bool(outside.words or outside.kinds or outside.genders or outside.measures or outside.times)
    if outside.texts and stated and not fixed:
        texts = join([_("“{name}”").format(name=text) for text in outside.texts])
        yield _("the text above the table was not used: {texts}.").format(texts=texts)


def report_loose_figures(reading: ReadResult, sheet: Sheet, tables: Sequence[Crosstab], tongue: Tongue) -> None:
    """The figures of a sheet that stand in none of its tables."""
    places = []
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            if sort_of(cell, tongue) in ("number", "year") and not any(
                _holds(table, number, column) for table in tables
            ):
                places.append(f"{column_letter(column + 1)}{number} ({clean(cell)[:20]})")
    report_places(reading, sheet.name, places)


def report_places(reading: ReadResult, sheet: str, places: Sequence[str]) -> None:
    """The cells of figures that stand in no table."""
    if places:
        text = ngettext(
            "{sheet}: {n} figure outside the tables was not read: {places}.",
            "{sheet}: {n} figures outside the tables were not read: {places}.",
            len(places),
        )
        listed = ", ".join([*places[:_PLACES], *(["…"] if len(places) > _PLACES else [])])
        reading.ignored.append(text.format(sheet=sheet, n=len(places), places=listed))


def numbers_of(sheet: Sheet, tongue: Tongue) -> Iterator[tuple[int, int, Cell]]:
    """The cells of a sheet that have numbers: row from 1, column from 0."""
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            if sort_of(cell, tongue) in ("number", "year"):
                yield number, column, cell


def _holds(table: Crosstab, row: int, column: int) -> bool:
    last = table.rows[-1][0] if table.rows else table.head
    return table.first <= row <= last and table.left <= column < max(table.right, len(table.headings))
