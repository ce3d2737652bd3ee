"""Writing that is interrupted, or met by others, on SQLite and PostgreSQL: the store is before or after it."""

import subprocess
import sys
from threading import Barrier, Thread

import pytest
from sqlalchemy import Engine, create_engine, event, text

from lib.store.batches import BatchInfo, Changed, carry_out
from lib.store.database import Writing
from lib.store.plans import Written
from lib.store.store import Store, StoreError, create_store
from tests.helpers.full_disk import LEFT, MANY, filled, full_server, many, small_disk, told_in_a_child
from tests.helpers.killed import FIGURES, batch, number_of
from tests.helpers.server import ROOT

IMPORT = BatchInfo("import", "test")


@pytest.fixture
def store(store_url):
    opened = create_store(store_url)
    records, info = batch(1)
    opened.carry_out(opened.plan("b", records), info)
    yield opened
    opened.close()


def kill(url: str, rounds: int, seed: int) -> str:
    command = [sys.executable, "-m", "tests.helpers.killed", url, str(rounds), str(seed)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_killed_writer_leaves_a_whole_batch_or_none(store_url):
    assert kill(store_url, 4, 5).startswith("4 kills")


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(5))
def test_a_writer_killed_hundreds_of_times(store_url, seed, capsys):
    output = kill(store_url, 100, seed)
    with capsys.disabled():
        print(output, end="")


def test_a_reader_in_the_middle_of_a_writing_sees_what_was_before_and_does_not_wait(store):
    records, info = batch(2)
    plan = store.plan("b", records)
    with Writing(store.engine) as connection:
        carry_out(connection, plan, info)
        assert (number_of(store), store.version()) == (1, 1)
    assert (number_of(store), store.version()) == (2, 2)


def test_of_two_controllers_who_confirm_at_once_one_writes_and_the_other_is_told(store):
    plans = [store.plan("b", batch(number)[0]) for number in (2, 3)]
    together, outcomes = Barrier(2), []

    def confirm(plan):
        together.wait()
        try:
            outcomes.append(store.carry_out(plan, IMPORT).batch)
        except Changed:
            outcomes.append("changed")

    threads = [Thread(target=confirm, args=(plan,)) for plan in plans]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes, key=str) == [2, "changed"]
    assert (number_of(store) in (2, 3), store.version()) == (True, 2)


FULL = "Disken som databasen ligger på är full: inget sparades. Gör plats och försök igen."
NOT_WRITTEN = "Databasen kunde inte skrivas till disken: inget sparades. Kontrollera att disken har plats och fungerar."


def begun(url: str) -> Store:
    store = create_store(url)
    records, info = batch(1)
    store.carry_out(store.plan("b", records), info)
    return store


@pytest.mark.parametrize("way", ["a full disk", "files that may not grow"])
def test_a_full_disk_is_told_and_leaves_what_was_before(tmp_path, way):
    with small_disk(8) as mounted:
        disk = mounted if way == "a full disk" else None
        path = (disk or tmp_path) / "store.sqlite"
        store = begun(f"sqlite:///{path}")
        before = store.records()
        if disk:
            with filled(disk):
                assert told_in_a_child(f"sqlite:///{path}") == FULL
                assert store.records() == before
        else:
            limit = path.with_name("store.sqlite-wal").stat().st_size + LEFT
            assert told_in_a_child(f"sqlite:///{path}", limit) == NOT_WRITTEN
        assert (store.records(), store.version()) == (before, 1)
        assert store.carry_out(store.plan("b", many()), IMPORT) == Written(MANY, 1, 0, 1, 2)
        store.close()


def test_a_full_disk_under_a_server_is_told_and_leaves_what_was_before(postgres_url):
    with full_server(postgres_url) as (url, full):
        store = begun(url)
        before = store.records()
        with full:
            assert told_in_a_child(url) == FULL
            assert store.records() == before
        assert (store.records(), store.version()) == (before, 1)
        assert store.carry_out(store.plan("b", many()), IMPORT).new == MANY
        store.close()


@pytest.mark.parametrize("store_url", ["postgres"], indirect=True)
def test_a_lost_connection_is_told_and_leaves_what_was_before(store, store_url):
    lose_it_at_the_insert(store, create_engine(store_url.replace("postgresql:", "postgresql+psycopg:")))
    with pytest.raises(StoreError) as raised:
        store.carry_out(store.plan("b", many()), IMPORT)
    assert str(raised.value) == "Förbindelsen med databasen bröts. Se i historiken om ändringen sparades."
    assert (number_of(store), store.version()) == (1, 1)
    assert store.carry_out(store.plan("b", batch(2)[0]), IMPORT).changed == FIGURES + 1


def lose_it_at_the_insert(store: Store, other: Engine) -> None:
    """The server ends the connection that has just inserted figures, once."""

    @event.listens_for(store.engine, "after_cursor_execute", once=False)
    def lose(connection, _cursor, statement, *_rest):
        if statement.startswith("INSERT INTO observations"):
            event.remove(store.engine, "after_cursor_execute", lose)
            pid = connection.connection.driver_connection.info.backend_pid
            with other.connect() as admin:
                admin.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
            other.dispose()
