"""An empty store."""

import pytest

from lib.store.store import create_store


@pytest.fixture
def store(store_url):
    opened = create_store(store_url)
    yield opened
    opened.close()
