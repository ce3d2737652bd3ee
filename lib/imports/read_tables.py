"""All tables of a file, each read by its layout: the format's own tables, the HR form, and tables as people draw them.

A table that is none of those known comes back as unknown, with a guess, for the user to say what its columns are.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Given

import numpy as np

from lib.imports import hr_form
from lib.imports.cautions.plausibility import cautions
from lib.imports.context import ImportContext, TableRows
from lib.imports.crosstab.find import Crosstab, find, signature
from lib.imports.crosstab.outside import surroundings
from lib.imports.crosstab.read import TableReader
from lib.imports.crosstab.remarks import mark_remarks, numbers_of, report_loose_figures, report_table
from lib.imports.explanation import ReadingQuestion
from lib.imports.hr_form import is_form
from lib.imports.mapping import PARTS, ROLES, ROLLING, SO_FAR, ColumnMapping, answers_for, at_place
from lib.imports.meanings import Tongue, role_of
from lib.imports.names import TITLE_OF, names_of
from lib.imports.own_tables import FEWEST, Own, mapped, own_table, texts_of
from lib.imports.result import CellPlaces, Faults, ReadResult, Unknown
from lib.imports.sheets.table import read_block
from lib.imports.workbook.read import Sheet, Workbook
from lib.tables.base import Row
from lib.tables.model import TABLES, Absence, Observation
from lib.tables.progress import Progress
from lib.tables.records import Record, Records, key_of
from lib.tables.row_checks import complaints
from lib.words.language import _

_FORM = "hr form"
_SAMPLE = 5


def read_tables(
    book: Workbook,
    stored: Records,
    board: str,
    mappings: Given[str, ColumnMapping] | None = None,
    progress: Progress = lambda _part: None,
) -> ReadResult:
    """Read a file for a board, with every problem. `stored` are the board's current rows, all tables.

    `mappings`: the user's answers about unknown tables, by signature. The rows of the workbook are released.
    """
    mappings = mappings or {}
    aliases = {name: code for mapping in mappings.values() for name, code in mapping.names.items()}
    around = ImportContext(board, stored, {table: names_of(stored, table, aliases) for table in TITLE_OF}, Faults())
    reading = ReadResult(ignored=list(book.remarks))
    for sheet in [candidate for candidate in book.sheets if not candidate.hidden and is_form(candidate.rows)]:
        _take_form(reading, sheet, around, answers_for(mappings, at_place(_FORM, sheet.name, 1)))
    own, drawn = _sorted_out(book, mappings, reading, around.faults)
    reading.ignored += [text for sheet in book.sheets for text in mark_remarks(sheet)]
    steps = max(len(own) + len(drawn), 1)
    for number, (table, placed, block) in enumerate(own):
        _take(reading, table, read_block(table, placed, block, around), around.faults)
        progress((number + 1) / steps)
    tongue = Tongue(around.names)  # after the file's own indicators and units are known
    for number, sheet in enumerate(drawn, start=len(own)):
        _read_drawn(reading, sheet, book.name, around, tongue, mappings)
        progress((number + 1) / steps)
    reading.problems = around.faults.problems()
    reading.faulty = around.faults.cells
    reading.totals += around.cautions
    reading.ignored += around.remarks
    reading.cautions = cautions(reading, stored)
    if not any((reading.ignored, reading.problems, reading.unknown, *reading.records.values())):
        reading.ignored.append(_("No table was found in the file: at least two columns with headings are needed."))
    return reading


def _sorted_out(
    book: Workbook, mappings: Given[str, ColumnMapping], reading: ReadResult, faults: Faults
) -> tuple[list[Own], list[Sheet]]:
    """The tables of the format's own, in the order in which they refer to each other, and the other sheets."""
    own, drawn = [], []
    for sheet in book.sheets:
        if sheet.hidden:
            reading.ignored.append(_("The sheet “{sheet}” is hidden and was not read.").format(sheet=sheet.name))
        elif is_form(sheet.rows):
            continue
        elif block := mapped(sheet, mappings, reading, faults) or own_table(sheet, reading):
            own.append(block)
        elif sheet.rows:
            drawn.append(sheet)
    return sorted(own, key=lambda table: TABLES.index(table[0])), drawn


def _take_form(reading: ReadResult, sheet: Sheet, around: ImportContext, answers: ColumnMapping) -> None:
    """The rows of an HR system's long form, checked as any other's."""
    if hr_form.may_be_rolling(sheet.rows) and not answers.answers("fixed", "span"):
        sentence = _("Are the percentages of the year so far, or of the last twelve months?")
        question = ReadingQuestion("fixed", "span", sentence, SO_FAR, (SO_FAR, ROLLING))
        sample = tuple(map(texts_of, sheet.rows[1 : 1 + _SAMPLE]))
        guess, key = ColumnMapping(fixed={"span": SO_FAR}), at_place(_FORM, sheet.name, 1)
        reading.unknown.append(Unknown(sheet.name, 1, texts_of(sheet.rows[0]), sample, guess, key, (question,)))
        return
    rolling = answers.fixed.get("span") == ROLLING
    form = hr_form.read(sheet.rows, sheet.name, around.board, around.stored, around.faults, rolling=rolling)
    for table in (Absence, Observation):
        name = table.__tablename__
        for record, place in zip(form.records[name], form.places[name], strict=True):
            wrong = list(complaints(table, record))
            for column, sentence in wrong:
                around.faults.add(column, place.sheet, place.row, column, sentence)
            if not wrong:
                reading.records.setdefault(name, []).append(record)
                reading.places.setdefault(name, CellPlaces()).append(place)


def _all_differ(table: type[Row], records: Sequence[Record]) -> bool:
    """Whether no two rows can have the same key, found in little memory."""
    keys = np.fromiter((hash(key_of(table, record)) for record in records), np.int64, len(records))
    return bool(np.unique(keys).size == len(records))


def _take(reading: ReadResult, table: type[Row], taken: TableRows, faults: Faults) -> None:
    """Add the rows of a block, except those that the file has given already."""
    name = table.__tablename__
    records, places = reading.records.setdefault(name, []), reading.places.setdefault(name, CellPlaces())
    if not records and _all_differ(table, taken.records):
        reading.records[name], reading.places[name] = taken.records, taken.places
        return
    seen = {key_of(table, record): place for record, place in zip(records, places, strict=True)}
    for record, place in zip(taken.records, taken.places, strict=True):
        first = seen.setdefault(key_of(table, record), place)
        if first is place:
            records.append(record)
            places.append(place)
        else:
            sentence = _("The row says the same as row {row} of the sheet “{sheet}”. Keep one of them.")
            faults.add("same", place.sheet, place.row, place.column, sentence.format(row=first.row, sheet=first.sheet))


def _read_drawn(
    reading: ReadResult,
    sheet: Sheet,
    file: str,
    around: ImportContext,
    tongue: Tongue,
    mappings: Given[str, ColumnMapping],
) -> None:
    def answers(layout: str, row: int) -> ColumnMapping:
        return answers_for(mappings, at_place(layout, sheet.name, row))

    tables = find(sheet, tongue, answers)
    for table in tables:
        reader = TableReader(table, around, tongue, file, sheet)
        outside = surroundings(table.titles, sheet.name, file, tongue, is_text=sheet.is_text)
        questions = reader.questions(outside)
        reader.explanation.keep_excerpt(sheet.rows)
        reading.explanations.append(reader.explanation)
        if questions:
            reading.unknown.append(_asked(table, questions))
        else:
            drawn = reader.read()
            _take(reading, Observation, drawn.taken, around.faults)
            report_table(reading, table, drawn, reader.explanation, outside)
    if tables:
        report_loose_figures(reading, sheet, tables, tongue)
    elif unknown := list(_unknown(sheet)):
        reading.unknown += unknown
    elif any(numbers_of(sheet, tongue)):
        sentence = _("{sheet}: no table with figures was found: at least two columns with headings are needed.")
        reading.ignored.append(sentence.format(sheet=sheet.name))


def _asked(table: Crosstab, questions: list[ReadingQuestion]) -> Unknown:
    sample = tuple(texts_of(row) for _number, row in table.rows[:_SAMPLE])
    guess = ColumnMapping(
        *({question.key: question.guess for question in questions if question.part == part} for part in PARTS)
    )
    key = at_place(table.signature, table.sheet, table.first)
    return Unknown(table.sheet, table.head, tuple(table.headings), sample, guess, key, tuple(questions))


def _unknown(sheet: Sheet) -> Iterator[Unknown]:
    """A sheet of unknown layout, from the first row that may be its headings."""
    for number, row in enumerate(sheet.rows):
        headings = texts_of(row)
        if sum(heading != "" for heading in headings) >= FEWEST:
            sample = tuple(map(texts_of, sheet.rows[number + 1 : number + 1 + _SAMPLE]))
            guess = ColumnMapping({heading: _role(heading) for heading in headings if heading})
            key = at_place(signature(headings), sheet.name, number + 1)
            yield Unknown(sheet.name, number + 1, headings, sample, guess, key, tuple(_columns_asked(guess)))
            return


def _columns_asked(guess: ColumnMapping) -> Iterator[ReadingQuestion]:
    for heading, role in guess.columns.items():
        sentence = _("Nobody knows the column “{name}”. What is it?")
        yield ReadingQuestion("columns", heading, sentence.format(name=heading), role, tuple(ROLES))


def _role(heading: str) -> str:
    role = role_of(heading)
    return role if role in ROLES else ""
