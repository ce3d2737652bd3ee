"""The texts of a meeting's papers are written on the page of documents, and locked when the papers are ready."""

import pytest
from playwright.sync_api import expect

from tests.conftest import ready
from tests.helpers.accessibility import WCAG, violations
from tests.helpers.rows import board, goal, goal_indicator, indicator, meeting, observation, tables, target, year

ROWS = {
    "boards": [board()],
    "goals": [goal(title="Trygghet")],
    "indicators": [indicator(better="lower")],
    "goal_indicators": [goal_indicator()],
    "targets": [target(value=1.0)],
    "observations": [observation(value=2.0, **year(2016))],
    "meetings": [meeting()],
}


@pytest.fixture(scope="module")
def server(serve_board):
    return serve_board(tables(**ROWS))


def test_texts_are_saved_and_locked(open_page):
    page = open_page("/dokument?board=b&meeting=m1&edit=1")
    page.get_by_text("Texter i handlingarna").click()
    page.get_by_label("Diarienummer").fill("SN 2026/1")
    page.get_by_label("Åtgärd").fill("Fler får stöd.")
    assert violations(page, *WCAG) == []
    page.get_by_role("button", name="Spara texterna").click()
    ready(page)
    page.reload()
    ready(page)
    page.get_by_text("Texter i handlingarna").click()
    expect(page.get_by_label("Diarienummer")).to_have_value("SN 2026/1")
    expect(page.get_by_label("Åtgärd")).to_have_value("Fler får stöd.")
    page.get_by_role("button", name="Klart för utskick").click()
    expect(page.get_by_text("text och siffror är låsta")).to_be_visible()
    expect(page.get_by_label("Diarienummer")).to_have_count(0)
    page.get_by_role("button", name="Öppna texterna igen").click()
    expect(page.get_by_text("Texter i handlingarna")).to_be_visible()
