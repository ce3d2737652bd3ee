"""A table pasted from Word or Excel, as rows of one of a board's own tables: goals, indicators, targets and the like.

Its columns are known by their headings, or said by the user. Names mean what they mean in a file. A row about what is
there already changes it; one that cannot be read is told with its number, and nothing is guessed without a word.
"""

import csv
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from lib.imports.cells import Misread
from lib.imports.context import ImportContext
from lib.imports.edits import code_column, name_column, new_code
from lib.imports.names import CodeNames, names_of
from lib.imports.period_text import period_of
from lib.imports.result import Faults
from lib.imports.sheets.columns import how_read
from lib.imports.sheets.values import usual
from lib.imports.sheets.words import headings_of
from lib.rules.targets import Rule
from lib.tables.base import Column, Row, columns
from lib.tables.model import Goal, GoalIndicator, Indicator, Target
from lib.tables.records import Problem, Record, Records, key_of
from lib.tables.row_checks import complaints
from lib.tables.safe_text import as_typed, printable
from lib.tables.table_checks import ordered, out_of_order
from lib.words.folding import fold
from lib.words.language import _

MOST, LONGEST = 2000, 400_000
# A goal's number before its title, as documents have it: '1.2 Trygga barn', 'Mål 3: …'.
_NUMBERED = re.compile(r"(?i)^(?:mål\s+)?(\d{1,3}(?:\.\d{1,3}){0,3})\s*(?:[.:)–-]\s*|\s+)(?=\D)(.+)$", re.DOTALL)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}\.?")
# How a target is written before its number.
_RULES = (
    (Rule.AT_LEAST, re.compile(r"(?i)^(?:minst|lägst|≥|>=|min\.?|at least)\s*(.+)$")),
    (Rule.AT_MOST, re.compile(r"(?i)^(?:högst|max\.?|maximalt|≤|<=|at most)\s*(.+)$")),
    (Rule.MORE_THAN, re.compile(r"(?i)^(?:mer än|fler än|över|>|more than)\s*(.+)$")),
    (Rule.LESS_THAN, re.compile(r"(?i)^(?:mindre än|färre än|under|<|less than)\s*(.+)$")),
)
YEAR = "year"
# What the columns are called in plans and follow-ups beside their own titles, folded for comparison.
_CALLED: dict[type[Row], dict[str, str]] = {
    Goal: {
        "nr": "number",
        "malnummer": "number",
        "mal": "title",
        "namndmal": "title",
        "delmal": "title",
        "ansvar": "responsible",
    },
    Indicator: {"nyckeltal": "name", "matt": "name", "enhet": "unit_of_measure", "sort": "unit_of_measure"},
    Target: {
        "nyckeltal": "indicator",
        "matt": "indicator",
        "malvarde": "value",
        "malniva": "value",
        "mal": "value",
        "target": "value",
        "ar": YEAR,
        "year": YEAR,
    },
    GoalIndicator: {"nyckeltal": "indicator", "matt": "indicator", "namndmal": "goal"},
}


def _headings(table: type[Row]) -> dict[str, str]:
    return headings_of(table) | _CALLED.get(table, {})


@dataclass(slots=True)
class Pasted:
    """What a pasted table gives: rows by table, what is wrong, what was understood so, and names that nobody knows."""

    put: Records = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    strange: dict[str, list[str]] = field(default_factory=dict)


def cells_of(text: str) -> list[list[str]]:
    """The rows of a pasted text: cells with tabs between, as Word and Excel give them, or a line each."""
    text = printable(text[:LONGEST]).strip("\n")
    rows = csv.reader(StringIO(text), "excel-tab") if "\t" in text else ([line] for line in text.splitlines())
    whole = [[" ".join(cell.split()) for cell in row] for row in rows]
    return [row for row in whole if any(row)][:MOST]


def has_headings(table: type[Row], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row has the headings of a table: most of its cells name a column, and no two the same."""
    known = _headings(table)
    given = [known.get(fold(_bare(cell)), "") for cell in rows[0] if cell] if rows else []
    named = [name for name in given if name]
    return len(named) * 2 > len(given) and len(set(named)) == len(named)


def _bare(heading: str) -> str:
    """A heading without the year that it holds for: 'Målvärde 2026'."""
    return re.sub(r"\s*\b20\d\d\b\s*", " ", heading).strip()


def guess(table: type[Row], rows: Sequence[Sequence[str]]) -> list[str]:
    """The probable column of the table for each of the pasted, by its heading or what stands in it ('' = none)."""
    width = max(map(len, rows), default=0)
    if has_headings(table, rows):
        known = _headings(table)
        roles = [known.get(fold(_bare(cell)), "") for cell in rows[0]]
        roles = [name_column(table) if code_column(table) and role == code_column(table) else role for role in roles]
        roles += [""] * (width - len(roles))
        return [role if role not in roles[:at] else "" for at, role in enumerate(roles)]
    if table is Target or not code_column(table):
        first = [name for name in table.key[1:3] if name != "unit"]
        order = [*first, "value"] if table is Target else list(table.key[1:])
        return [*order[:width], *[""] * (width - len(order))]
    texts = [[row[at] for row in rows if at < len(row)] for at in range(width)]
    longest = max(range(width), key=lambda at: sum(map(len, texts[at])))
    return [
        name_column(table)
        if at == longest
        else "number"
        if table is Goal and any(texts[at]) and all(_NUMBER.fullmatch(text) for text in texts[at] if text)
        else ""
        for at in range(width)
    ]


def read_pasted(
    table: type[Row],
    rows: Sequence[Sequence[str]],
    roles: Sequence[str],
    stored: Records,
    board: str,
    fixed: Mapping[str, Any],
    first: int = 1,
) -> Pasted:
    """The rows under these columns. `fixed` has what is valid for rows that say nothing of it, codes as they are.

    `first` is the number of the first row in what was pasted.
    """
    names = {other: names_of(stored, other, {}) for other in _REFERRED}
    return _PasteReader(table, list(roles), stored, board, names, dict(fixed)).read(rows, first)


_REFERRED = ("goals", "indicators", "units", "areas", "sources", "boards")


class _PasteReader:
    def __init__(
        self,
        table: type[Row],
        roles: list[str],
        stored: Records,
        board: str,
        names: dict[str, CodeNames],
        fixed: dict[str, Any],
    ) -> None:
        self.table, self.roles, self.board, self.names, self.fixed = table, roles, board, names, fixed
        self.around = ImportContext(board, stored, names, Faults())
        self.columns: dict[str, Column[Any]] = {column.name: column for column in columns(table)}
        self.there = list(stored.get(table.__tablename__, ()))
        self.code, self.pasted = code_column(table), Pasted()
        self.named = name_column(table) if self.code else ""
        self.by_key = {key_of(table, row): row for row in self.there}
        self.by_name: dict[str, list[Record]] = {}
        self.by_number: dict[str, str] = {}
        self.taken: set[str] = set()
        for row in self.there:
            self._know(row)

    def read(self, rows: Sequence[Sequence[str]], first: int) -> Pasted:
        """Every row in turn, since a goal may be a part of one above it."""
        table, put = self.table, dict[tuple[Any, ...], Record]()
        for number, row in enumerate(rows, start=first):
            record, wrong = self._row(row)
            wrong = wrong or list(self._broken(record))
            for column, sentence in wrong:
                self._fault(number, column, sentence)
            if not wrong and key_of(table, record) in put:
                self._fault(number, "", _("The row says the same as one above it. Keep one of them."))
            elif not wrong:
                put[key_of(table, record)] = record
        self.pasted.put = {table.__tablename__: list(put.values())}
        return self.pasted

    def _fault(self, number: int, column: str, sentence: str) -> None:
        title = _(self.columns[column].info["title"]) if column in self.columns else ""
        self.pasted.problems.append(Problem(_("Pasted"), number, title, sentence))

    def _row(self, row: Sequence[str]) -> tuple[Record, list[tuple[str, str]]]:
        given, wrong = dict[str, Any](), list[tuple[str, str]]()
        cells = {role: row[at] for at, role in enumerate(self.roles) if role and at < len(row)}
        if self.table is Goal and "number" not in self.roles and (match := _NUMBERED.match(cells.get("title", ""))):
            cells |= {"number": match[1], "title": match[2]}
        if self.table is Target:
            given |= self._target(cells)
        for name, text in cells.items():
            try:
                if name == YEAR:
                    given |= self._year(text)
                elif text:
                    given[name] = self._value(name, text)
            except Misread as misread:
                wrong.append((name, str(misread)))
                self._note_strange(name, text)
        return self._whole(given), wrong

    def _value(self, name: str, text: str) -> Any:
        if name == "number":
            return as_typed(text).rstrip(".")
        return how_read(self.columns[name], self.table.__tablename__, self.around)(text)

    def _target(self, cells: dict[str, str]) -> Record:
        """The rule that stands in the cell of a value, which then has only the number."""
        for rule, written in _RULES:
            if match := written.match(cells.get("value", "")):
                cells["value"] = match[1]
                return {"rule": rule.value} if "rule" not in cells else {}
        return {}

    def _year(self, text: str) -> Record:
        period = period_of(text) if text else None
        if text and period is None:
            raise Misread(_("“{value}” is not a year. Write it as 2026.").format(value=text[:40]))
        return {"valid_from": period.start, "valid_to": period.end} if period else {}

    def _note_strange(self, name: str, text: str) -> None:
        other = self.columns[name].info.get("refers", "") if name in self.columns else ""
        if other and other in self.names and text not in self.pasted.strange.setdefault(other, []):
            self.pasted.strange[other].append(text)

    def _whole(self, given: Record) -> Record:
        """The row with what the table says nothing of: as it stands in the board, or as such a row usually is."""
        if self.code:
            given[self.code] = self._code(given)
        if self.table is Goal and "parent" not in self.roles and given.get("number"):
            given |= self._below(str(given["number"]))
        whole = usual(self.table, {"board": self.board, **self.fixed, **given})
        old = self.by_key.get(key_of(self.table, whole))
        record = {**old, **given} if old else whole
        if self.code:
            self._remember(record, is_new=old is None)
        return record

    def _code(self, given: Record) -> str:
        """The code of the row of this name (and number) that is there, else a new one."""
        name, number = fold(str(given.get(self.named, ""))), given.get("number")
        for row in self.by_name.get(name, ()):
            if number in (None, "", row.get("number")):
                return str(row[self.code])
        return new_code(self.table, {self.named: str(given.get(self.named, ""))}, self.taken)

    def _know(self, row: Record) -> None:
        """Take a row into account for those that follow."""
        if self.code:
            self.by_name.setdefault(fold(row[self.named]), []).append(row)
            self.taken.add(row[self.code])
            if row.get("number"):
                self.by_number.setdefault(row["number"].rstrip("."), row[self.code])

    def _remember(self, record: Record, *, is_new: bool) -> None:
        if is_new:
            self.by_key[key_of(self.table, record)] = record
            self._know(record)
            table = self.table.__tablename__
            if table in self.names:
                self.names[table].add([record[self.code]], [(record[self.named], record[self.code])])

    def _below(self, number: str) -> Record:
        """The goal that a numbered one is a part of: 1 of 1.2, where there is one."""
        above, _dot, own = number.rpartition(".")
        parent = self.by_number.get(above, "") if above else ""
        if parent and own:
            self.pasted.remarks.append(_("Goal {number} is put under goal {above}.").format(number=number, above=above))
        return {"parent": parent} if parent else {}

    def _broken(self, record: Record) -> list[tuple[str, str]]:
        missing = _("The value is missing.")
        broken = [(self.named, missing)] if self.named and not str(record[self.named]).strip() else []
        for name, column in self.columns.items():
            choices = column.info.get("choices")
            if (choices and record[name] not in choices) or (not column.nullable and record[name] is None):
                broken.append((name, missing))
        broken += out_of_order(record, ordered(self.table))
        broken += complaints(self.table, record)
        return list(dict(Counter(broken)))
