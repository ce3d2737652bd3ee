"""The page Data: figures chosen offline, fetched from Kolada, looked at, saved and undone; told where it is off."""

from types import SimpleNamespace

import pytest
import streamlit

from lib.store.batches import BatchInfo
from lib.store.installation.settings import Installation
from lib.store.store import create_store
from lib.tables.model import Observation
from lib.ui.data import from_kolada
from lib.web import memory
from tests.browser.test_pages import html, run
from tests.helpers.kolada import kolada
from tests.helpers.plain import words
from tests.helpers.rows import board, tables


@pytest.fixture
def store(tmp_path, monkeypatch):
    opened = create_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    rows = tables(boards=[board(municipality="Karlskrona", municipality_code="1080")])
    opened.sync(rows, BatchInfo("seed", "test"))
    monkeypatch.setattr(memory, "store", lambda: opened)
    monkeypatch.setattr(streamlit, "user", SimpleNamespace(to_dict=dict))
    yield opened
    opened.close()


@pytest.fixture
def server(monkeypatch):
    with kolada() as there:
        there.know("N00090", "N99999")
        there.about["N99999"]["title"] = "Helt annat, antal"
        year = memory.today().year - 1
        there.figures = {("N00090", place, year, "T"): 6.5 for place in ("1080", "1283")}
        settings = Installation(kolada=True, kolada_url=there.address)
        monkeypatch.setattr(from_kolada, "installation", lambda: settings)
        yield there


def page():
    app = run("data", board="b", view="kolada")
    assert not app.exception
    return app


def test_it_is_off_until_an_administrator_switches_it_on_but_choosing_works(store):
    app = page()
    assert "Hämtning från Kolada är avstängd" in words(html(app))
    assert [button.label for button in app.button] == []
    app.selectbox(key="kolada-area").set_value("Medarbetare").run()
    assert any("N00090" in option for option in app.multiselect(key="kolada-ids-b").options)
    assert not any("N31807" in option for option in app.multiselect(key="kolada-ids-b").options)


def test_chosen_figures_are_looked_at_saved_and_undone(store, server):
    app = page()
    app.text_input(key="kolada-words").set_value("sjukfrånvaro").run()
    app.multiselect(key="kolada-ids-b").set_value(["N00090"])
    app.multiselect(key="kolada-others-b").set_value(["1283"])
    app.button(key="kolada-fetch").click().run()
    assert not app.exception
    assert "Helsingborg" in words(html(app))
    assert store.rows(Observation, "b") == []
    app.text_input(key="data-who").set_value("Controller")
    app.button(key="data-confirm").click().run()
    assert not app.exception
    assert sorted(row.unit for row in store.rows(Observation, "b")) == ["", "helsingborg"]
    store.carry_out(store.plan_undo(store.version(), "b"), BatchInfo("undo", "test"))
    assert store.rows(Observation, "b") == []


def test_what_is_not_among_the_usual_ones_is_found_in_kolada(store, server):
    app = page()
    app.text_input(key="kolada-words").set_value("helt annat").run()
    assert list(app.multiselect(key="kolada-ids-b").options) == []
    app.button(key="kolada-search").click().run()
    assert list(app.multiselect(key="kolada-ids-b").options) == ["Helt annat, antal (N99999)"]


def test_a_fault_is_told_and_nothing_is_offered_to_save(store, server):
    server.fault = lambda _number, _path: (410, {}, {})
    app = page()
    app.multiselect(key="kolada-ids-b").set_value(["N00090"])
    app.button(key="kolada-fetch").click().run()
    assert not app.exception
    assert "Kolada kan inte läsas nu: 410. Inget har ändrats." in words(html(app))
    assert [button.key for button in app.button] == ["kolada-fetch"]


def test_a_board_without_a_municipality_is_told_what_to_do(store, server):
    store.sync(tables(boards=[board(municipality_code="")]), BatchInfo("seed", "test"))
    app = page()
    app.multiselect(key="kolada-ids-b").set_value(["N00090"])
    app.button(key="kolada-fetch").click().run()
    assert "Nämnden har ingen kommunkod" in words(html(app))
