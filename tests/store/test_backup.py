"""A backup holds the whole store, and a restored store is the one that was backed up; what is no backup is told."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from lib.store.backup import back_up, verified
from lib.store.batches import BatchInfo
from lib.store.database import StoreError
from lib.store.restore import restore
from lib.store.store import Store, create_store, open_store
from lib.store.upgrade import EPOCH
from lib.tables.base import Base
from lib.tables.model import Observation
from tests.helpers.chance import examples
from tests.helpers.rows import absence, board, indicator, observation, tables, unit

SEED = BatchInfo("seed", "test")
FILE = b"indicator;value\ni;6\n"


@pytest.fixture(autouse=True)
def _backups_elsewhere(tmp_path, monkeypatch):
    monkeypatch.setattr("lib.store.backup.DATA_DIR", tmp_path)


def everything(store: Store) -> dict[str, list]:
    """Every row of every table, whatever it is for; but for the name of the store's life."""
    with store.engine.connect() as connection:
        return {
            table.name: [
                tuple(map(plain, row)) for row in connection.execute(select(table).order_by(*table.primary_key))
            ]
            for table in Base.metadata.sorted_tables
        } | {"store_settings": [*connection.execute(settings_but_epoch())]}


def settings_but_epoch():
    table = Base.metadata.tables["store_settings"]
    return select(table).where(table.c.name != EPOCH).order_by(table.c.name)


def plain(value):
    return value.astimezone(UTC).replace(tzinfo=None) if isinstance(value, datetime) and value.tzinfo else value


def fill(store: Store) -> None:
    """A seed, an import of a file with a correction, hours, an undo and an erased file."""
    hours = absence(unit="u", employees=20)
    records = tables(boards=[board()], units=[unit()], indicators=[indicator()], observations=[observation()])
    store.sync(records, BatchInfo("seed", "test", at=datetime(2026, 1, 2, 8, 30, 15, 123456, UTC)))
    info = BatchInfo(
        "import", "Åsa", "å.csv", sha256(FILE).hexdigest(), "Rättat", content=FILE, mappings=(("b", "s", "{}"),)
    )
    store.carry_out(store.plan("b", {"observations": [observation(value=6.5)], "absence": [hours]}), info)
    store.carry_out(store.plan_undo(2, "b"), BatchInfo("undo", "Åsa"))
    gone = BatchInfo("import", "Åsa", "borta.csv", "deadbeef", content=b"personuppgift")
    store.carry_out(store.plan("b", {"observations": [observation(value=7.5)]}), gone)
    store.erase("deadbeef", "Arkivarien")


def test_a_restored_store_equals_the_original(store, store_url, tmp_path):
    fill(store)
    before, file = everything(store), tmp_path / "säkert" / "kopia.backup"
    backup = back_up(store.engine, file)
    assert (backup.newest, backup.rows["observations"], backup.rows["files"]) == (4, 4, 1)
    assert b"personuppgift" not in file.read_bytes()
    assert [path.name for path in file.parent.iterdir()] == ["kopia.backup"]
    assert file.stat().st_mode & 0o777 == 0o600
    store.edit(Observation, [observation(gender="K")], [], BatchInfo("edit", "later"))
    restored, kept = restore(file, store_url)
    assert (restored, kept.newest) == (backup, 5)
    with closing(open_store(store_url)) as again:
        assert everything(again) == before
        again.edit(Observation, [observation(gender="M")], [], BatchInfo("edit", "on"))
        assert [row.gender for row in again.rows(Observation)] == ["T", "M"]
    elsewhere = f"sqlite:///{tmp_path / 'annan.sqlite'}"
    assert restore(file, elsewhere) == (backup, None)
    with closing(open_store(elsewhere)) as other:
        assert everything(other) == before


values = st.one_of(st.none(), st.floats(-1000, 1000, allow_nan=False))
histories = st.lists(st.dictionaries(st.sampled_from("TKM"), values, max_size=3), min_size=1, max_size=5)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


@pytest.mark.chance
@given(history=histories, who=texts, content=st.binary(max_size=50))
@settings(max_examples=examples(4, 100), deadline=None)
def test_over_any_history_a_restored_store_equals_the_original(history, who, content):
    with TemporaryDirectory() as name:
        folder = Path(name)
        with closing(create_store(f"sqlite:///{folder / 'a.sqlite'}")) as store:
            for step in history:
                rows = [
                    observation(
                        gender=gender, value=value, note=who, status="normal" if value is not None else "missing"
                    )
                    for gender, value in sorted(step.items())
                ]
                info = BatchInfo("import", who, who, sha256(content).hexdigest(), who, content=content)
                store.sync(tables(boards=[board(name=who)], observations=rows), info)
            back_up(store.engine, folder / "b")
            restore(folder / "b", f"sqlite:///{folder / 'c.sqlite'}")
            with closing(open_store(f"sqlite:///{folder / 'c.sqlite'}")) as again:
                assert everything(again) == everything(store)


def test_what_is_written_during_a_backup_waits_for_nobody(store, store_url, tmp_path):
    """A backup is of one moment: a transaction that has not ended is not in it, and goes on."""
    store.sync(tables(boards=[board()]), SEED)
    with closing(open_store(store_url)) as other, other.writing() as connection:
        connection.execute(Base.metadata.tables["boards"].update().values(name="Under tiden"))
        assert back_up(store.engine, tmp_path / "x").rows["boards"] == 1
    restore(tmp_path / "x", f"sqlite:///{tmp_path / 'y.sqlite'}")
    with closing(open_store(f"sqlite:///{tmp_path / 'y.sqlite'}")) as again:
        assert [row["name"] for row in again.records()["boards"]] == [board()["name"]]


@pytest.fixture
def made(tmp_path) -> Path:
    with closing(create_store(f"sqlite:///{tmp_path / 'a.sqlite'}")) as store:
        fill(store)
        return back_up(store.engine, tmp_path / "a.backup").file


def test_there_is_no_writing_over_a_file(made):
    with (
        closing(open_store(f"sqlite:///{made.parent / 'a.sqlite'}")) as store,
        pytest.raises(StoreError, match="finns redan"),
    ):
        back_up(store.engine, made)


def changed_byte(file: Path) -> None:
    content = bytearray(file.read_bytes())
    place = content.index(b"R\xc3\xa4ttat")
    content[place] ^= 1
    file.write_bytes(content)


def changed_row(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("UPDATE observations SET value = 99 WHERE id = 1")
        database.commit()


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-4096])


def other_file(file: Path) -> None:
    file.write_text("Jag är ett brev.", "utf-8")


@pytest.mark.parametrize("harm", [changed_byte, changed_row, cut, other_file])
def test_a_backup_that_is_not_whole_is_told_and_nothing_is_restored(made, harm, tmp_path):
    verified(made)
    harm(made)
    with pytest.raises(StoreError, match=r"är skadad eller ingen säkerhetskopia\. Använd en annan\."):
        verified(made)
    with pytest.raises(StoreError, match="är skadad"):
        restore(made, f"sqlite:///{tmp_path / 'b.sqlite'}")
    assert not (tmp_path / "b.sqlite").exists()


def test_a_copy_of_a_running_stores_file_is_no_backup(tmp_path):
    path = tmp_path / "a.sqlite"
    with closing(create_store(f"sqlite:///{path}")) as store:
        fill(store)
        copy = shutil.copyfile(path, tmp_path / "copy.sqlite")
        with pytest.raises(StoreError, match=r"ingen säkerhetskopia utan en kopia av en databas fil\. De senaste"):
            verified(copy)


def test_a_backup_of_a_newer_version_is_refused(made):
    with closing(sqlite3.connect(made)) as database:
        database.execute("UPDATE backup_manifest SET value = '99' WHERE name = 'schema_version'")
        database.commit()
    with pytest.raises(StoreError, match=r"gjordes av en nyare version av Målbild \(99"):
        verified(made)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(StoreError, match=r"Filen .*borta finns inte\."):
        verified(tmp_path / "borta")


def moved(path: Path) -> None:
    path.rename(path.with_name("flyttad"))


def deleted(path: Path) -> None:
    path.unlink()


def replaced(path: Path) -> None:
    """Someone copies another file and moves it here."""
    shutil.copyfile(path, path.with_name("ny"))
    path.with_name("ny").rename(path)


@pytest.mark.parametrize("happens", [moved, deleted, replaced])
def test_a_store_whose_file_is_no_longer_there_confirms_nothing(happens, tmp_path):
    path = tmp_path / "a.sqlite"
    with closing(create_store(f"sqlite:///{path}")) as store:
        store.sync(tables(boards=[board()], observations=[observation()]), SEED)
        plan = store.plan("b", {"observations": [observation(value=6.5)]})
        happens(path)
        for use in (lambda: store.carry_out(plan, SEED), store.version):
            with pytest.raises(StoreError, match=r"flyttades eller byttes ut medan .*, och inget sparades"):
                use()


def test_a_restored_store_is_noticed_by_those_who_use_it(store, store_url, tmp_path):
    store.sync(tables(boards=[board()]), SEED)
    plan = store.plan("b", {"observations": [observation()]})
    back_up(store.engine, tmp_path / "x")
    restore(tmp_path / "x", store_url)
    for use in (lambda: store.carry_out(plan, SEED), store.version):
        with pytest.raises(StoreError, match="återställdes medan Målbild var igång, och inget sparades"):
            use()
    with closing(open_store(store_url)) as again:
        assert again.rows(Observation) == []
        assert again.version_on(date.today()) == 1
