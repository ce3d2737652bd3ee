"""What openapi.json promises is kept: Schemathesis asks for what it describes, and for what it does not."""

import warnings

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from starlette.applications import Starlette

from lib.store.store import open_store
from lib.web import memory
from lib.web.machine import answers

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of what it imports
    import schemathesis

SCHEMA = schemathesis.openapi.from_asgi("/openapi.json", Starlette(routes=answers.ROUTES))
OPERATIONS = {operation.ok().label: operation.ok() for operation in SCHEMA.get_all_operations()}


@pytest.fixture(scope="module", autouse=True)
def store(seeded_url):
    store = open_store(seeded_url)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(memory, "store", lambda: store)
        yield
    store.close()


@pytest.mark.parametrize("label", OPERATIONS)
def test_every_answer_is_as_described(label):
    @given(case=OPERATIONS[label].as_strategy())
    @settings(max_examples=3, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
    def asked(case):
        case.call_and_validate()

    asked()


def test_every_address_is_described():
    assert {label.removeprefix("GET ") for label in OPERATIONS} == {*answers.OPEN} - {answers.DESCRIPTION}
