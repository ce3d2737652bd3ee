"""Reading a file in: what it says of a board, held against the store, as a plan that can be previewed and written.

The page Data and the command line do the same. Nothing is written here.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lib.folding import fold
from lib.layouts import read_tables
from lib.mapping import Mapping
from lib.plans import Plan
from lib.reading import Reading, Unknown
from lib.store import Store
from lib.tables import Records
from lib.workbook import read_workbook

# How much of the time goes to reading the file; the rest to understanding what it says.
_READING = 0.5


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was read, and what it would change. `mapping` is what the user said that its columns are."""

    board: str
    name: str
    hash: str
    content: bytes
    reading: Reading
    plan: Plan
    mapping: Mapping | None = None

    def remembered(self) -> tuple[str, str, str] | None:
        """What is to be remembered for the next file like this one: board, signature, mapping."""
        return (self.board, signature(self.mapping), self.mapping.to_json()) if self.mapping else None


def read_in(
    store: Store,
    board: str,
    name: str,
    content: bytes,
    mapping: Mapping | None = None,
    progress: Callable[[float], None] = lambda _part: None,
) -> Upload:
    """Read a file and hold it against what is stored of a board. Raises Unreadable with a plain sentence.

    Tables that are not understood are read as the user said the last time, if she did.
    """
    book = read_workbook(name, content, lambda part: progress(_READING * part))
    while True:
        version = store.version()
        stored = records_of(store, board)
        reading = read_tables(book, stored, board, mapping, lambda part: progress(_READING + (0.9 - _READING) * part))
        known = mapping or _remembered(store, board, reading.unknown)
        if known != mapping:
            mapping = known
            reading = read_tables(book, stored, board, mapping)
        plan = store.plan(board, reading.records)
        if plan.version == version:  # else somebody wrote meanwhile, and what is stored is of before
            progress(1)
            return Upload(board, book.name, hashlib.sha256(content).hexdigest(), content, reading, plan, mapping)


def records_of(store: Store, board: str) -> Records:
    """All of a board's current rows."""
    return {table: [one.record for one in rows] for table, rows in store.standing(board).items()}


def signature(mapping: Mapping) -> str:
    """What files that look alike have in common: their headings."""
    return _signature(mapping.columns)


def _signature(headings: Iterable[str]) -> str:
    words = "\n".join(fold(heading) for heading in sorted(headings))
    return hashlib.sha256(words.encode()).hexdigest()


def _remembered(store: Store, board: str, unknown: list[Unknown]) -> Mapping | None:
    for table in unknown:
        text = store.mapping(board, _signature({heading for heading in table.headings if heading}))
        if text:
            try:
                return Mapping.from_json(text)
            except ValueError:  # of a version that had other roles
                continue
    return None
