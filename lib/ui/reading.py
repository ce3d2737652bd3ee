"""What the pages read: the store, opened once, and each board kept in memory for as long as its data version is new.

Everything kept is keyed on the data version, so an import is seen at the next run of any session.
"""

from functools import lru_cache

from lib.board import BoardData, read_board
from lib.model import Board
from lib.search import Index, index_of
from lib.store import Store, open_store


@lru_cache(maxsize=1)
def store() -> Store:
    """The store, opened at the first visit."""
    return open_store()


def boards() -> dict[str, str]:
    """Every board's code and name, in alphabetical order of the municipality."""
    return dict(_boards(store().version()))


@lru_cache(maxsize=4)
def _boards(version: int) -> tuple[tuple[str, str], ...]:
    del version  # only the key
    rows = store().rows(Board)
    return tuple((row.board, row.name) for row in sorted(rows, key=lambda row: (row.municipality, row.name)))


def board(code: str) -> BoardData:
    """A board at the data version of now. Raises KeyError if there is none of that code."""
    return _board(store().version(), code)


@lru_cache(maxsize=16)
def _board(version: int, code: str) -> BoardData:
    return read_board(store(), code, asof=version)


def search_index() -> Index:
    """What can be searched for in every board, at the data version of now; made at the first search."""
    return _search_index(store().version())


@lru_cache(maxsize=1)
def _search_index(version: int) -> Index:
    return index_of(_board(version, code) for code, _name in _boards(version))
