"""Boards to read in tests: those of the committed seed, built once a session, and small ones made of rows."""

import pytest

from lib.store.batches import BatchInfo
from lib.store.seed import build
from lib.store.store import Store, create_store, open_store
from lib.views.board import BoardData, read_board
from tests.helpers.rows import board, tables


def read(**rows: list[dict]) -> BoardData:
    """The board 'b' as it is read from a store that holds these rows."""
    store = create_store("sqlite://")
    store.sync(tables(**{"boards": [board()]} | rows), BatchInfo("seed", "test"))
    data = read_board(store, "b")
    store.close()
    return data


@pytest.fixture(scope="session")
def seeded_url(tmp_path_factory) -> str:
    """The address of a SQLite store that holds the seed; not to be written to."""
    url = f"sqlite:///{tmp_path_factory.mktemp('seeded') / 'store.sqlite'}"
    build(url)
    return url


@pytest.fixture(scope="session")
def seeded(seeded_url):
    store = open_store(seeded_url)
    yield store
    store.close()


@pytest.fixture(scope="session")
def helsingborg(seeded: Store) -> BoardData:
    return read_board(seeded, "helsingborg")


@pytest.fixture(scope="session")
def linkoping(seeded: Store) -> BoardData:
    return read_board(seeded, "linkoping")


@pytest.fixture(scope="session")
def karlskrona(seeded: Store) -> BoardData:
    return read_board(seeded, "karlskrona")
