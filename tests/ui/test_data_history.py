"""The history on the page Data, a part at a time."""

import pytest

from lib.store.batches import BatchInfo
from lib.web.pages import history
from tests.browser.test_pages import html
from tests.helpers.forms import unknown
from tests.helpers.rows import observation, tables
from tests.ui.test_data_page import page, store

__all__ = ["store"]


def part(number: str):
    """The history as an address asks for a part of it."""
    app = page()
    app.query_params["view"], app.query_params["page"] = "history", number
    app.run()
    assert not app.exception
    return html(app)


def test_the_history_is_shown_in_parts(store, monkeypatch: pytest.MonkeyPatch):
    store.carry_out(store.plan("b", tables(observations=[observation(value=2.5)])), BatchInfo("edit", "Controller"))
    monkeypatch.setattr(history, "AT_ONCE", 1)
    newest, first = store.versions_of("b")[::-1]
    shown = html(page(view="history"))
    assert [text in shown for text in (f">{newest}: ", f">{first}: ", "Ändring 1–1 av 2", "Nyare", "Äldre")] == [
        True, False, True, False, True,
    ]  # fmt: skip
    shown = part("2")
    assert [text in shown for text in (f">{newest}: ", f">{first}: ", "Ändring 2–2 av 2", "Nyare", "Äldre")] == [
        False, True, True, True, False,
    ]  # fmt: skip
    for number in ("0", "3", "x"):
        assert unknown(part(number)) == [f"Del av historiken: ”{number}” finns inte och togs inte med."]
