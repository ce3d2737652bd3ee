"""Boards to read in tests: those of the committed seed, built once a run, and small ones made of rows."""

import fcntl
import shutil
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from lib.store.batches import BatchInfo
from lib.store.seed import build
from lib.store.store import Store, create_store, open_store
from lib.views.board import BoardData, read_board
from tests.helpers.rows import board, tables


@cache
def _scratch(_name: str) -> tuple[Store, bytes]:
    """A store in memory, and its content while it is empty."""
    store = create_store("sqlite://")
    with closing(store.engine.raw_connection()) as connection:
        return store, connection.driver_connection.serialize()


def empty_scratch(name: str = "") -> Store:
    """The store in memory of this name, emptied. Its engine has the queries compiled since the last time."""
    store, nothing = _scratch(name)
    with closing(store.engine.raw_connection()) as connection:
        connection.driver_connection.deserialize(nothing)
    return store


def store_of(**rows: list[dict]) -> Store:
    """A store that holds these rows of the board 'b'; until the next is asked for."""
    store = empty_scratch("read")
    store.sync(tables(**{"boards": [board()]} | rows), BatchInfo("seed", "test"))
    return store


def read(**rows: list[dict]) -> BoardData:
    """The board 'b' as it is read from a store that holds these rows."""
    return read_board(store_of(**rows), "b")


@pytest.fixture(scope="session")
def seed_file(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A SQLite store that holds the seed, built by the first worker of a run that needs it; to be copied only."""
    folder = tmp_path_factory.getbasetemp()
    file = (folder if worker_id == "master" else folder.parent) / "seed.sqlite"
    with file.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            unfinished = file.with_suffix(".unfinished")
            build(f"sqlite:///{unfinished}")
            unfinished.rename(file)
    return file


def copy_of(seed_file: Path, folder: Path) -> str:
    """The address of a copy of the seed's store in a folder."""
    return f"sqlite:///{shutil.copyfile(seed_file, folder / 'malbild.sqlite')}"


@pytest.fixture(scope="session")
def seeded_url(seed_file: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a SQLite store that holds the seed; not to be written to."""
    return copy_of(seed_file, tmp_path_factory.mktemp("seeded"))


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
