"""Stores of other versions, places that cannot be written, and a store that is not thrown away."""

from pathlib import Path

import pytest
from sqlalchemy import Column, MetaData, Table, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from lib.store.batches import BatchInfo
from lib.store.plans import Written
from lib.store.store import Store, StoreError, create_store, empty_store, open_store
from lib.tables.base import SCHEMA_VERSION, Setting
from lib.tables.model import GoalIndicator
from tests.helpers.rows import board, goal, goal_indicator, indicator, tables

SEED = BatchInfo("seed", "test")
IMPORT = BatchInfo("import", "test")


def as_of_version_4(store: Store) -> None:
    """The table of goals and indicators as it was before its links said what of an indicator judges a goal."""
    whole = GoalIndicator.__table__
    old = Table(
        whole.name,
        MetaData(),
        *(Column(c.name, c.type, primary_key=c.primary_key) for c in whole.columns if not c.info.get("later")),
    )
    with store.engine.begin() as connection:
        rows = [dict(row._mapping) for row in connection.execute(select(*(c for c in old.columns if c.name != "id")))]
        connection.execute(text(f"DROP TABLE {whole.name}"))
        old.create(connection)
        connection.execute(insert(old).values(rows))
        connection.execute(update(Setting).values(value="4"))


def test_a_store_of_an_older_version_gets_the_columns_that_it_lacks(store_url):
    records = tables(boards=[board()], goals=[goal()], indicators=[indicator()], goal_indicators=[goal_indicator()])
    made = create_store(store_url)
    made.sync(records, SEED)
    as_of_version_4(made)
    made.close()
    upgraded = create_store(store_url)
    assert upgraded.records() == records
    judged = {**records, "goal_indicators": [goal_indicator(judges="gap", gap=2.0)]}
    assert upgraded.sync(judged, SEED) == Written(changed=1, unchanged=3, batch=2)
    assert upgraded.records() == judged
    with pytest.raises(IntegrityError), upgraded.engine.begin() as connection:
        connection.execute(update(GoalIndicator).values(judges="all"))
    upgraded.close()


def as_of_version_5(store: Store) -> None:
    """As it was before files could be erased."""
    with store.engine.begin() as connection:
        connection.execute(text("DROP TABLE erasures"))
        connection.execute(update(Setting).values(value="5"))


def test_a_store_of_an_older_version_is_refused_until_it_is_upgraded(store_url):
    made = create_store(store_url)
    made.sync(tables(boards=[board()]), BatchInfo("import", "test", "a.csv", "h", content=b"a"))
    as_of_version_5(made)
    made.close()
    with pytest.raises(StoreError) as raised:
        open_store(store_url)
    assert str(raised.value) == (
        "Databasen är gjord av en äldre version av Målbild. Kör ”python -m lib build”, som uppgraderar den."
    )
    create_store(store_url).close()
    opened = open_store(store_url)
    opened.erase("h", "test")
    assert [(entry.original, entry.erasure.who) for entry in opened.history("b")] == [(False, "test")]
    opened.close()


def test_a_store_of_a_newer_version_is_told_in_one_sentence(store_url):
    made = create_store(store_url)
    with made.engine.begin() as connection:
        connection.execute(update(Setting).values(value=str(SCHEMA_VERSION + 1)))
    made.close()
    with pytest.raises(StoreError) as raised:
        open_store(store_url)
    assert str(raised.value) == (
        f"Databasen är gjord av en nyare version av Målbild ({SCHEMA_VERSION + 1}, den här är {SCHEMA_VERSION}). "
        "Uppdatera Målbild."
    )


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
