"""Places that cannot be written, and a store that is not thrown away."""

from pathlib import Path

import pytest

from lib.store.batches import BatchInfo
from lib.store.emptying import empty_store
from lib.store.store import StoreError, create_store, open_store
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
