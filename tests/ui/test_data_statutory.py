"""The page Data: the goals that the law sets are chosen, looked at, saved, and then no longer offered."""

from types import SimpleNamespace

import pytest
import streamlit

from lib.store.batches import BatchInfo
from lib.store.store import create_store
from lib.tables.model import Goal, Target
from lib.web import memory
from tests.browser.test_pages import html, run
from tests.helpers.plain import words
from tests.helpers.rows import board, tables


@pytest.fixture
def store(tmp_path, monkeypatch):
    opened = create_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    opened.sync(tables(boards=[board()]), BatchInfo("seed", "test"))
    monkeypatch.setattr(memory, "store", lambda: opened)
    monkeypatch.setattr(streamlit, "user", SimpleNamespace(to_dict=dict))
    yield opened
    opened.close()


def test_they_are_chosen_saved_and_undone(store):
    app = run("data", board="b", view="law")
    assert not app.exception
    app.multiselect(key="statutory-b").set_value(["lag-forhandsbedomning", "lag-barnutredning"]).run()
    app.text_input(key="data-who").set_value("Controller")
    app.button(key="data-confirm").click().run()
    assert not app.exception
    assert [row.goal for row in store.rows(Goal, "b")] == ["lag-forhandsbedomning", "lag-barnutredning"]
    assert [row.value for row in store.rows(Target, "b")] == [100.0, 100.0]
    app = run("data", board="b", view="law")
    assert len(app.multiselect(key="statutory-b").options) == 3
    store.carry_out(store.plan_undo(store.version(), "b"), BatchInfo("undo", "test"))
    assert store.rows(Goal, "b") == []
    assert "Kontrollera dem mot gällande lag" in words(html(app))
