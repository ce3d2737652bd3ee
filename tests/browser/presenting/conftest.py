"""A server with the meeting, and a presentation begun."""

import pytest
from playwright.sync_api import Page

from tests.browser.presenting.meeting import ROWS
from tests.helpers import presentation
from tests.helpers.rows import tables
from tests.helpers.server import running_with


@pytest.fixture(scope="module")
def server(tmp_path_factory, seed_file):
    with running_with(tmp_path_factory.mktemp("presenting"), seed_file, tables(**ROWS)) as address:
        yield address


@pytest.fixture
def started(open_page) -> tuple[Page, str, str, str]:
    """The meeting's page with a presentation begun, and where projector, presenter and followers go."""
    page = open_page("/mote?board=b&meeting=m1")
    addresses = presentation.start(page)
    return page, addresses.projector, addresses.presenter, addresses.followers
