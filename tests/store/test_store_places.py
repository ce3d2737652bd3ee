"""Places that cannot be written, and a store that is not thrown away."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from lib.store.batches import BatchInfo
from lib.store.database import cannot_open, connect
from lib.store.emptying import empty_store
from lib.store.installation.given import installation
from lib.store.store import StoreError, create_store, open_store
from lib.tables.base import Base
from tests.helpers.rows import board, tables

IMPORT = BatchInfo("import", "test")


def test_an_unwritable_place_is_told_in_one_sentence(tmp_path: Path):
    with pytest.raises(StoreError) as raised:
        create_store(f"sqlite:///{tmp_path / 'missing' / 'store.sqlite'}")
    assert str(raised.value) == (
        f"Databasen {tmp_path / 'missing' / 'store.sqlite'} går inte att öppna eller skriva. "
        "Kontrollera att mappen går att skriva i."
    )


def test_an_empty_database_is_told_in_one_sentence(tmp_path: Path):
    with pytest.raises(StoreError, match=r"^Databasen är tom"):
        open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")


def test_a_store_with_imports_is_not_thrown_away(store_url):
    made = create_store(store_url)
    made.sync(tables(boards=[board()]), IMPORT)
    made.close()
    with pytest.raises(StoreError, match="kastas inte"):
        empty_store(store_url)
    opened = open_store(store_url)
    assert opened.records() == tables(boards=[board()])
    opened.close()


def test_a_network_drive_is_told_with_the_way_on(tmp_path: Path, monkeypatch):
    """Memory is not shared over a network, which SQLite needs when several programs read and write."""
    mounts = tmp_path / "mounts"
    mounts.write_text(f"disk / ext4 rw 0 0\nserver:/x {tmp_path} nfs4 rw 0 0\n", "utf-8")
    monkeypatch.setattr("lib.store.database.MOUNTS", mounts)
    with pytest.raises(StoreError) as raised:
        create_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    assert str(raised.value) == (
        f"Databasen {tmp_path / 'store.sqlite'} ligger på en enhet (nfs4) där flera program inte kan dela den säkert, "
        "till exempel en nätverksenhet. Flytta den till en disk i datorn själv eller använd PostgreSQL (DATABASE_URL)."
    )
    assert not (tmp_path / "store.sqlite").exists()
    mounts.write_text(f"server:/x / nfs4 rw 0 0\ndisk {tmp_path} ext4 rw 0 0\n", "utf-8")
    create_store(f"sqlite:///{tmp_path / 'store.sqlite'}").close()


@pytest.mark.parametrize("kind", ["SQLITE_IOERR_SHMMAP", "SQLITE_PROTOCOL"])
def test_memory_that_cannot_be_shared_is_told(tmp_path: Path, kind: str):
    cause = sqlite3.OperationalError("disk I/O error")
    cause.sqlite_errorname = kind
    engine = connect(f"sqlite:///{tmp_path / 'a.sqlite'}")
    said = cannot_open(engine, OperationalError("SELECT", None, cause))
    assert said.startswith(f"Databasen {tmp_path / 'a.sqlite'} ligger på en enhet ({kind}) där")


def test_a_damaged_file_is_told_with_the_way_on(tmp_path: Path):
    (tmp_path / "a.sqlite").write_bytes(b"Jag \xe4r ett brev." * 500)
    with pytest.raises(StoreError, match=r"är skadad\. Stoppa Målbild, .* python -m lib restore FIL\."):
        create_store(f"sqlite:///{tmp_path / 'a.sqlite'}")


def test_waiting_for_someone_elses_writing_ends(postgres_url, monkeypatch):
    """On PostgreSQL nobody waits for ever: the one who waits is told, and nothing of hers is written."""
    monkeypatch.setenv("MALBILD_DATABASE_LOCK_SECONDS", "1")
    installation.cache_clear()
    empty = connect(postgres_url)
    Base.metadata.drop_all(empty)
    empty.dispose()
    store = create_store(postgres_url)
    with store.engine.begin() as other:
        other.execute(text("LOCK TABLE batches IN EXCLUSIVE MODE"))
        with pytest.raises(StoreError, match="Någon annan sparar just nu"):
            store.sync(tables(boards=[board()]), IMPORT)
    assert store.version() == 0
    store.close()
    installation.cache_clear()


def test_no_more_connections_are_held_than_the_settings_say(postgres_url, monkeypatch):
    monkeypatch.setenv("MALBILD_DATABASE_CONNECTIONS", "3")
    installation.cache_clear()
    store = create_store(postgres_url)
    with ThreadPoolExecutor(50) as visitors:
        assert set(visitors.map(lambda _: store.version(), range(200))) == {store.version()}
    with store.engine.connect() as connection:
        held = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'malbild'"
        assert connection.scalar(text(held)) <= 3
    store.close()
    installation.cache_clear()
