"""The history on the page Data, a part at a time."""

import pytest

from lib.store.batches import BatchInfo
from lib.web.pages import history
from tests.browser.test_pages import html
from tests.helpers.forms import unknown
from tests.helpers.rows import observation, tables
from tests.ui.test_data_page import page, store

__all__ = ["store"]


def test_the_history_is_shown_in_parts(store, monkeypatch: pytest.MonkeyPatch):
    store.carry_out(store.plan("b", tables(observations=[observation(value=2.5)])), BatchInfo("edit", "Controller"))
    monkeypatch.setattr(history, "AT_ONCE", 1)
    newest, first = store.versions_of("b")[::-1]
    shown = html(page(view="history"))
    assert [text in shown for text in (f">{newest}: ", f">{first}: ", "Ändring 1–1 av 2", "Nyare", "Äldre")] == [
        True, False, True, False, True,
    ]  # fmt: skip
    shown = html(page(view="history", page="2"))
    assert [text in shown for text in (f">{newest}: ", f">{first}: ", "Ändring 2–2 av 2", "Nyare", "Äldre")] == [
        False, True, True, True, False,
    ]  # fmt: skip
    asked = ("0", "3", "x")
    told = [unknown(html(page(view="history", page=part))) for part in asked]
    assert told == [[f"Del av historiken: ”{part}” finns inte och togs inte med."] for part in asked]
