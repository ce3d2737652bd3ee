"""Stores of earlier versions become what a new one is, with all that users wrote; a newer one is refused."""

import re
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import inspect, text, update

from lib.store.backup import verified
from lib.store.batches import BatchInfo
from lib.store.database import StoreError, connect
from lib.store.migrations.run import scripts
from lib.store.restore import restore
from lib.store.store import create_store, open_store
from lib.tables.base import SCHEMA_VERSION, Base, Setting, revision
from lib.tables.model import Absence, AgendaItem, BoardEvent, BoardSetting, Goal, Meeting, Observation, Question
from tests.helpers import older
from tests.helpers.rows import setting

INDEXES = {
    "sqlite": "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    "postgresql": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
}


@pytest.fixture(autouse=True)
def backups(tmp_path, monkeypatch) -> Path:
    """Where backups are made of a store that has no file."""
    monkeypatch.setattr("lib.store.backup.DATA_DIR", tmp_path)
    return tmp_path / "backups"


def shape(url: str) -> dict:
    """The tables of a database: columns, checks, references and indexes, each by its name."""
    engine = connect(url)
    with engine.connect() as connection:
        there = inspect(connection)
        columns, checks = there.get_multi_columns(), there.get_multi_check_constraints()
        refers, keys = there.get_multi_foreign_keys(), there.get_multi_pk_constraint()
        tables = {
            table: {
                "columns": {c["name"]: (str(c["type"]), c["nullable"]) for c in columns[None, table]},
                "checks": {c["name"]: re.sub(r"[\s()]|::\w+", "", c["sqltext"]) for c in checks.get((None, table), [])},
                "refers": {c["name"]: (c["constrained_columns"], c["referred_table"]) for c in refers[None, table]},
                "key": keys[None, table]["constrained_columns"],
                "indexes": {},
            }
            for _schema, table in columns
        }
        for table, name, words in connection.execute(text(INDEXES[connection.dialect.name])):
            tables[table]["indexes"][name] = re.sub(r"\s+", " ", words)
    engine.dispose()
    return tables


def clear(url: str) -> None:
    engine = connect(url)
    with engine.begin() as connection:
        Base.metadata.drop_all(connection)
    engine.dispose()


SHAPES: dict[str, dict] = {}


def new_shape(url: str) -> dict:
    """What a new store looks like on this database, which is empty again."""
    if url[:6] not in SHAPES:
        create_store(url).close()
        SHAPES[url[:6]] = shape(url)
        clear(url)
    return SHAPES[url[:6]]


def texts(rows: list, *names: str) -> list[tuple]:
    return [tuple(getattr(row, name) for name in names) for row in rows]


# The statements are the same but for a few: on PostgreSQL three kinds try them all.
CASES = [("sqlite", kind) for kind in older.KINDS]
CASES += [("postgres", kind) for kind in ("v1", "v4-absence-by-length", "v7")]


@pytest.mark.parametrize(("store_url", "kind"), CASES, indirect=["store_url"])
def test_an_older_store_becomes_what_a_new_one_is(kind, store_url):
    wanted = new_shape(store_url)
    older.make(kind, store_url)
    with closing(create_store(store_url)) as store:
        assert shape(store_url) == wanted
        assert [(b.kind, b.who, b.file) for b in store.batches()] == [
            ("seed", "malbild", "seed"),
            ("import", "Controller", "siffror.csv"),
            ("edit", "Controller", ""),
        ]
        figures = [
            (1, [(15.5, "å")]),
            (2, [(16.5, "rättad, ”å”"), (None, "")]),
            (3, [(16.5, "rättad, ”å”"), (None, "")]),
        ]
        assert [(n, texts(store.rows(Observation, "b", n), "value", "note")) for n in (1, 2, 3)] == figures
        assert texts(store.rows(Goal, "b"), "title") == [("Trygga unga",)]
        assert texts(store.rows(Goal, "b", 2), "title") == [("Trygga barn",)]
        number = int(kind[1])
        assert texts(store.rows(Meeting), "title") == ([("Nämndmöte",)] if number > 1 else [])
        said = [("Varför?", "Därför.", "Ärendet bordläggs")] if number > 3 else []
        assert texts(store.rows(Question), "text", "answer", "decision") == said
        assert texts(store.rows(AgendaItem), "heading") == ([("Målen",)] if number > 3 else [])
        has_files = number > 3 and kind != "v4-agenda"
        assert store.content_of(2) == (("siffror.csv", b"indicator;value\n") if has_files else None)
        assert store.mappings("b") == ({"sig": "{}"} if has_files else {})
        hours = [("u", 16.0)] if has_files and kind != "v4-files" else []
        assert [(r.unit, r.sick_1_14 + r.sick_15_59 + r.sick_60) for r in store.rows(Absence)] == hours
        with store.engine.connect() as connection:
            assert [tuple(row) for row in connection.execute(text("SELECT unit, sick FROM absence_published"))] == hours
        assert len(store.rows(BoardEvent)) == (1 if number > 5 or kind.startswith(("v5-ev", "v5-ch")) else 0)
        assert store.versions_of("b")[:2] == [1, 2]
        assert len(store.history("b")) == 3
        contact = "accessibility-contact"
        own = [contact] if kind in ("v7-accessibility", "v8") else []
        assert texts(store.rows(BoardSetting), "setting") == [(name,) for name in ["near", *own]][: number > 2 and 2]
        store.edit(BoardSetting, [setting(setting=contact, value="ny@kommunen.example")], [], BatchInfo("edit", "x"))
        assert store.version() == 4
    with closing(create_store(store_url)) as again:
        assert again.version() == 4


@pytest.mark.parametrize("kind", ["v1", "v6"])
def test_the_backup_made_before_can_be_restored(kind, store_url, backups):
    older.make(kind, store_url)
    with closing(create_store(store_url)) as store:
        records, batches = store.records(), texts(store.batches(), "id", "at", "who")
    (made,) = backups.iterdir()
    assert made.name.startswith(f"before-upgrade-{kind[1]}-")
    assert (verified(made).version, verified(made).newest) == (int(kind[1]), 3)
    clear(store_url)
    restore(made, store_url)
    with closing(open_store(store_url)) as store:
        assert (store.records(), texts(store.batches(), "id", "at", "who")) == (records, batches)


def test_an_older_store_is_refused_until_it_is_upgraded(store_url):
    older.make("v5-change", store_url)
    before = shape(store_url)
    with pytest.raises(StoreError) as raised:
        open_store(store_url)
    assert str(raised.value) == (
        "Databasen är gjord av en äldre version av Målbild. Kör ”python -m lib build”, som uppgraderar den."
    )
    assert shape(store_url) == before


def test_a_newer_store_is_left_alone_and_refused_in_a_sentence(store_url):
    with closing(create_store(store_url)) as store, store.engine.begin() as connection:
        connection.execute(update(Setting).where(Setting.name == "schema_version").values(value="99"))
    before = shape(store_url)
    for use in (create_store, open_store):
        with pytest.raises(StoreError, match=rf"nyare version av Målbild \(99, den här är {SCHEMA_VERSION}\)"):
            use(store_url)
    assert shape(store_url) == before


def test_the_newest_migration_is_of_the_version_of_the_tables():
    assert scripts().get_current_head() == revision(SCHEMA_VERSION)


def test_a_migration_that_breaks_leaves_the_store_as_it_was(store_url, monkeypatch):
    older.make("v4-files", store_url)
    before = shape(store_url)

    def broken(*_of):
        raise RuntimeError("the power went")

    monkeypatch.setattr("lib.store.migrations.ddl.index_again", broken)
    with pytest.raises(RuntimeError, match="the power went"):
        create_store(store_url)
    assert shape(store_url) == before
