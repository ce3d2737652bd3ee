"""A store with two figures of the seed."""

import pytest

from lib.store.store import create_store
from tests.helpers.rows import observation, tables
from tests.store.batches.writing import BASE, SEED


@pytest.fixture
def store(store_url):
    opened = create_store(store_url)
    opened.sync(tables(**BASE, observations=[observation(), observation(gender="K")]), SEED)
    yield opened
    opened.close()
