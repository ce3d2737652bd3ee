"""The result of reading a file: rows ready for the store, their places, and the faults, cautions and remarks.

The first faults of one kind in one column are listed one by one and the rest counted, so that a hundred thousand bad
cells give a list that can be read.
"""

from array import array
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, overload

from lib.imports.explanation import Explanation, ReadingQuestion
from lib.imports.mapping import ColumnMapping
from lib.tables.records import Problem, Records
from lib.words.language import ngettext, number

TOLD = 20


class CellPlace(NamedTuple):
    """A place in a file: sheet, row from 1, column by heading or letter ("" = the whole row)."""

    sheet: str
    row: int
    column: str = ""


class CellPlaces(Sequence[CellPlace]):
    """The places of rows, one after another, in a tenth of the memory that as many tuples need."""

    def __init__(self, places: Iterable[CellPlace] = ()) -> None:
        self._rows = array("I")
        # The sheet and column of each, by number: there are few of them.
        self._columns = array("I")
        self._numbers: dict[tuple[str, str], int] = {}
        self._named: list[tuple[str, str]] = []
        for place in places:
            self.append(place)

    def append(self, place: CellPlace) -> None:
        """One more."""
        column = (place.sheet, place.column)
        number = self._numbers.setdefault(column, len(self._named))
        if number == len(self._named):
            self._named.append(column)
        self._rows.append(place.row)
        self._columns.append(number)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, number: int) -> CellPlace: ...
    @overload
    def __getitem__(self, number: slice) -> list[CellPlace]: ...
    def __getitem__(self, number: int | slice) -> CellPlace | list[CellPlace]:
        if isinstance(number, slice):
            return [self[place] for place in range(len(self))[number]]
        sheet, column = self._named[self._columns[number]]
        return CellPlace(sheet, self._rows[number], column)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # places are added to it


class CellAt(NamedTuple):
    """A cell of a sheet: its row from 1, its column from 0."""

    sheet: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class FaultyCell:
    """A cell that cannot be read, its heading, and why. It can be corrected before the file is read again."""

    at: CellAt
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Caution:
    """Something that may well be right but looks wrong: where, a plain sentence, and the key of the row it is about."""

    kind: str
    where: str
    row: int
    column: str
    sentence: str
    table: str = ""
    key: tuple[Hashable, ...] = ()

    def __str__(self) -> str:
        return str(Problem(self.where, self.row, self.column, self.sentence))


@dataclass(frozen=True, slots=True)
class Unknown:
    """A table with something that must be asked: its headings and first rows as text, what is asked, what is likely.

    `signature` is by what the answers are known: the table's layout and where it stands.
    """

    sheet: str
    row: int
    headings: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    guess: ColumnMapping
    signature: str
    questions: tuple[ReadingQuestion, ...] = ()


@dataclass(slots=True)
class ReadResult:
    """The content of a file. Rows with a problem are not among the records; `places` goes with them, row by row.

    `strange` has the names of indicators and units that nobody knows: what the user says of them can be remembered.
    `guesses` are codes that they probably mean; `totals` the sums in the file that do not add up, among the cautions.
    `recounted` is how many figures were shares and are taken as per cent. `explanations` has one for each table.
    """

    records: Records = field(default_factory=dict)
    places: dict[str, CellPlaces] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    cautions: list[Caution] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    strange: dict[str, list[str]] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    guesses: dict[str, str] = field(default_factory=dict)
    totals: list[Caution] = field(default_factory=list)
    recounted: int = 0
    explanations: list[Explanation] = field(default_factory=list)
    faulty: list[FaultyCell] = field(default_factory=list)


class Faults:
    """Problems as they are found: the first of a kind in a column in full, the rest by number."""

    def __init__(self) -> None:
        self._told: list[Problem] = []
        self._times: Counter[tuple[str, str, str]] = Counter()
        self.cells: list[FaultyCell] = []

    def add(self, kind: str, where: str, row: int, column: str, sentence: str, at: int | None = None) -> None:
        """One fault; `at` is the number of the column, where the fault is of one cell."""
        key = (where, column, kind)
        if self._times[key] < TOLD:
            self._told.append(Problem(where, row, column, sentence))
            if at is not None:
                self.cells.append(FaultyCell(CellAt(where, row, at), column, sentence))
        self._times[key] += 1

    def is_full(self, kind: str, where: str, column: str) -> bool:
        """Whether enough of the kind are listed, so that further sentences need not be made."""
        return self._times[where, column, kind] >= TOLD

    def problems(self) -> list[Problem]:
        """Everything in order of sheet, row and column, and last how many more there are of each kind."""
        more = []
        for (where, column, _kind), times in self._times.items():
            if times > TOLD:
                left = times - TOLD
                sentence = ngettext("And {n} more of the same kind.", "And {n} more of the same kind.", left)
                more.append(Problem(where, 0, column, sentence.format(n=number(left))))
        return sorted(self._told, key=lambda problem: (problem.where, problem.row)) + more
