"""Files kept with their batches, and erased for good: on disk too, with a mark in the history."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from lib.store.batches import BatchInfo
from lib.store.files import OriginalFile
from lib.store.store import Store, create_store
from tests.helpers.rows import board, observation, tables, year

# As a workbook, which is packed already, so that the database packs it no more and its bytes are found on disk.
SECRET, OTHER = (Random(seed).randbytes(1500) for seed in (1, 2))


def read_in(store: Store, hash: str, content: bytes, value: float) -> None:
    info = BatchInfo("import", "test", f"{hash}.csv", hash, content=content)
    store.carry_out(store.plan("b", tables(observations=[observation(value=value)])), info)


@pytest.fixture
def read(store: Store) -> Store:
    """A store of two files, the first of which was read in twice."""
    store.sync(tables(boards=[board()], observations=[observation(**year(2020))]), BatchInfo("seed", "test"))
    for hash, content, value in (("s", SECRET, 7.0), ("o", OTHER, 8.0), ("s", SECRET, 7.5)):
        read_in(store, hash, content, value)
    return store


def bytes_on_disk(store: Store) -> bytes:
    """All that the database has on disk of its files: with SQLite the journal too."""
    if store.engine.dialect.name == "sqlite":
        return b"".join(path.read_bytes() for path in Path(store.engine.url.database).parent.glob("store.sqlite*"))
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
        return bytes(connection.scalar(text("SELECT pg_read_binary_file(pg_relation_filepath('files'))")))


def test_an_erased_file_is_gone_and_its_rows_and_a_mark_stay(read: Store):
    before = read.records()
    assert read.original_of(2) == OriginalFile("s", "s.csv", (2, 4), len(SECRET))
    started = datetime.now(UTC)
    assert read.erase("s", "Arkivarien")
    assert (read.content_of(2), read.content_of(3), read.content_of(4)) == (None, ("o.csv", OTHER), None)
    assert (read.original_of(2), read.original_of(1)) == (OriginalFile("s", "s.csv", (2, 4), None), None)
    assert read.records() == before
    entries = {entry.batch.id: entry for entry in read.history("b")}
    assert {number: entry.original for number, entry in entries.items()} == {1: False, 2: False, 3: True, 4: False}
    marks = {number: entry.erasure.who for number, entry in entries.items() if entry.erasure}
    assert marks == {2: "Arkivarien", 4: "Arkivarien"}
    at = entries[2].erasure.at
    assert started <= (at if at.tzinfo else at.replace(tzinfo=UTC)) <= datetime.now(UTC)


def test_nothing_of_it_is_left_on_disk(read: Store):
    before = bytes_on_disk(read)
    assert SECRET in before
    assert read.erase("s", "Arkivarien")
    after = bytes_on_disk(read)
    assert OTHER in after
    assert [place for place in range(0, 1500, 20) if SECRET[place : place + 20] in after] == []


def test_sqlites_journal_keeps_it_while_someone_reads_and_erasing_again_takes_it_from_there(tmp_path: Path):
    """Nobody waits here; otherwise the journal is waited for ten seconds."""
    with closing(create_store(f"sqlite:///{tmp_path}/store.sqlite")) as store:
        store.sync(tables(boards=[board()]), BatchInfo("seed", "test"))
        read_in(store, "s", SECRET, 7.0)
        with store.engine.connect() as reader:
            reader.execute(text("BEGIN"))
            assert reader.execute(text("SELECT count(*) FROM files")).scalar_one() == 1
            with store.engine.connect() as next_in_the_pool:
                next_in_the_pool.execute(text("PRAGMA busy_timeout=0"))
            assert not store.erase("s", "Arkivarien")
        assert SECRET[:20] in bytes_on_disk(store)
        assert store.erase("s", "Arkivarien")
        assert SECRET[:20] not in bytes_on_disk(store)


def test_it_is_not_kept_again_when_it_is_read_in_again(read: Store):
    read.erase("s", "Arkivarien")
    read.erase("s", "Någon annan")
    read_in(read, "s", SECRET, 9.0)
    newest = read.history("b")[0]
    assert (newest.batch.id, newest.original, newest.erasure.who) == (5, False, "Arkivarien")
    assert read.content_of(5) is None


def test_a_file_that_was_never_kept_gets_no_mark(read: Store):
    read.erase("x", "Arkivarien")
    assert [entry.erasure for entry in read.history("b")] == [None] * 4
