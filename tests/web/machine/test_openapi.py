"""What openapi.json promises is kept: Schemathesis asks for what it describes, and for what it does not."""

import warnings

import pytest
from hypothesis import HealthCheck, Phase, settings
from starlette.applications import Starlette

from lib.store.store import open_store
from lib.web import memory
from lib.web.machine import answers

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of what it imports
    import schemathesis


@pytest.fixture(scope="module")
def described(seeded_url):
    store = open_store(seeded_url)
    patch = pytest.MonkeyPatch()
    patch.setattr(memory, "store", lambda: store)
    yield schemathesis.openapi.from_asgi("/openapi.json", Starlette(routes=answers.ROUTES))
    patch.undo()
    store.close()


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(max_examples=6, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described(case):
    case.call_and_validate()
