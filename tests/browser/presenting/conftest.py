"""A server with the meeting, and a presentation begun."""

import pytest
from playwright.sync_api import Page

from tests.browser.presenting.meeting import ROWS
from tests.helpers import presentation
from tests.helpers.rows import tables


@pytest.fixture(scope="module")
def server(serve_board):
    return serve_board(tables(**ROWS))


@pytest.fixture
def started(open_page) -> tuple[Page, str, str, str]:
    """The meeting's page with a presentation begun, and where projector, presenter and followers go."""
    page = open_page("/mote?board=b&meeting=m1")
    addresses = presentation.start(page)
    return page, addresses.projector, addresses.presenter, addresses.followers
