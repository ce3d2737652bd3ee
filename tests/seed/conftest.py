"""The rows of the boards that were read from documents."""

import pytest

from data.example import CODE
from lib.store.store import Store
from tests.seed.document_figures import period_of


@pytest.fixture(scope="module")
def records(seeded: Store) -> dict:
    """The boards that were read from documents: all but the made-up one."""
    return {name: [row for row in rows if row["board"] != CODE] for name, rows in seeded.records().items()}


@pytest.fixture(scope="module")
def observations(records: dict) -> dict[tuple, dict]:
    """What the documents gave, by board, indicator, unit, gender, period and kind."""
    return {
        (row["board"], row["indicator"], row["unit"], row["gender"], period_of(row).code, row["kind"]): row
        for row in records["observations"]
        if row["source"] != "kolada"
    }


@pytest.fixture(scope="module")
def indicators(records: dict) -> dict[tuple[str, str], dict]:
    return {(row["board"], row["indicator"]): row for row in records["indicators"]}
