"""Readers for the cells of a column of the interchange format: days, numbers, words of a list, names or codes."""

from collections.abc import Callable
from typing import Any

from lib.imports.cells import Cell, Misread, clean, shown_cell
from lib.imports.context import ImportContext
from lib.imports.names import CodeNames
from lib.imports.result import TOLD
from lib.imports.sheets.values import DEFAULTS, reader_of, referred, text_in
from lib.imports.sheets.words import meanings, word_for
from lib.tables.base import Column, type_of
from lib.words.folding import fold
from lib.words.language import _


def how_read(column: Column[Any], table: str, around: ImportContext) -> Callable[[Cell], Any]:
    """The reader of a column's cells; an empty cell is None, or the default where it must have a value."""
    if column.name == "board":
        return lambda cell: _board(cell, around)
    if column.info.get("choices"):
        return _choice(column, table)
    if column.info.get("refers"):
        return _reference(around.names.get(column.info["refers"], CodeNames()))
    if type_of(column) is not str:
        return reader_of(column)
    return text_in


def _board(cell: Cell, around: ImportContext) -> str:
    text = clean(cell)
    if text and around.names["boards"].code_of(text) != around.board and text != around.board:
        sentence = _("“{value}” is another board. Choose that board before you take in its figures.")
        raise Misread(sentence.format(value=shown_cell(cell)))
    return around.board


def _reference(names: CodeNames) -> Callable[[Cell], str]:
    """The code that a cell means. Only the first unknown names get a suggestion."""
    unknown = 0

    def read(cell: Cell) -> str:
        nonlocal unknown
        if cell == "":
            return ""
        try:
            return referred(names, cell, suggest=unknown < TOLD)
        except Misread:
            unknown += 1
            raise

    return read


def _choice(column: Column[Any], table: str) -> Callable[[Cell], str]:
    choices: tuple[str, ...] = column.info["choices"]
    known = meanings(table, column.name, choices)

    def read(cell: Cell) -> str:
        text = clean(cell)
        if text == "" and "" in choices:
            return ""
        choice = known.get(fold(text) or text, DEFAULTS.get(column.name, "") if text == "" else None)
        if not choice:
            words = ", ".join(word_for(table, column.name, code) for code in choices if code)
            raise Misread(_("“{value}” is none of: {choices}.").format(value=shown_cell(cell), choices=words))
        return str(choice)

    return read
