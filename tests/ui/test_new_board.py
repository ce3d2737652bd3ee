"""A board set up on the page Data, archived, removed and brought back."""

from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit
from streamlit.testing.v1 import AppTest

from lib.store import board_list
from lib.store.batches import BatchInfo
from lib.store.store import Store, create_store
from lib.web import memory, offered
from tests.browser.test_pages import html, run
from tests.helpers.rows import area, board, goal, goal_indicator, indicator, observation, tables, target, unit
from tests.ui.test_data_page import confirm


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    opened = create_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    rows = {
        "boards": [board(municipality="Kiruna")],
        "areas": [area()],
        "units": [unit()],
        "goals": [goal(area="a", unit="u", title="Närvaro")],
        "indicators": [indicator(area="a", name="Sjukfrånvaro")],
        "goal_indicators": [goal_indicator()],
        "targets": [target(value=5.0), target(unit="u", value=4.0)],
        "observations": [observation(value=4.0)],
    }
    opened.sync(tables(**rows), BatchInfo("seed", "test"))
    monkeypatch.setattr(memory, "store", lambda: opened)
    monkeypatch.setattr(streamlit, "user", SimpleNamespace(to_dict=dict))
    yield opened
    opened.close()


def page(view: str, **query: str) -> AppTest:
    app = run("data", board="b", view=view, **query)
    assert not app.exception
    return app


def pick(app: AppTest, label: str, value: str) -> AppTest:
    next(box for box in app.selectbox if box.label == label).set_value(value).run()
    assert not app.exception
    return app


def rows_of(store: Store, code: str) -> dict[str, int]:
    return {table: len(rows) for table, rows in store.standing(code).items() if rows}


def test_a_board_is_set_up_with_usual_indicators(store: Store):
    app = page("new")
    assert not [button for button in app.button if button.key == "data-confirm"]
    pick(app, "Kommun", "2584")
    assert app.text_input(key="new-name").value == "Socialnämnden i Kiruna"
    assert dict(app.query_params)["municipality"] == "2584"
    next(box for box in app.multiselect if box.label == "Områden").set_value(["medarbetare", "aldre"]).run()
    confirm(app)
    assert dict(app.query_params) == {"board": "kiruna"}
    assert rows_of(store, "kiruna") == {"boards": 1, "sources": 1, "areas": 2, "indicators": 11}
    [row] = store.standing("kiruna")["boards"]
    assert row.record | {"note": ""} == board(
        board="kiruna", municipality="Kiruna", municipality_code="2584", name="Socialnämnden i Kiruna"
    )
    assert store.history("kiruna")[0].batch.who == "Controller"
    assert offered.first_board() == "kiruna"


def test_a_board_like_another_has_its_structure_and_none_of_its_figures(store: Store):
    app = page("new", start="like", name="Äldrenämnden <b>")
    assert "<b>" not in html(app)
    next(box for box in app.multiselect if box.label == "Ta också med").set_value(["goals", "targets"]).run()
    confirm(app)
    code = "aldrenamnden-b"
    assert rows_of(store, code) == {
        "boards": 1,
        "areas": 1,
        "goals": 1,
        "indicators": 1,
        "goal_indicators": 1,
        "targets": 1,
    }
    [taken] = store.standing(code)["goals"]
    assert (taken.record["unit"], taken.record["area"], taken.record["title"]) == ("", "a", "Närvaro")


def test_a_board_that_never_had_figures_is_removed_and_brought_back(store: Store):
    confirm(page("new", municipality="2584", start="empty"))
    assert "Ta bort<" in html(page("boards"))
    app = page("boards", this="kiruna", act="remove")
    assert "Rader: 1 borttagen." in html(app)
    confirm(app)
    assert rows_of(store, "kiruna") == {}
    assert [gone.code for gone in board_list.removed(store)] == ["kiruna"]
    confirm(page("boards", this="kiruna", act="return"))
    assert rows_of(store, "kiruna") == {"boards": 1}


def test_a_board_with_figures_is_archived_and_taken_out_again(store: Store):
    app = page("boards", this="b", act="remove")
    assert "Nämnd: ”b” finns inte" in html(app)
    confirm(page("new", municipality="2584", start="empty"))
    confirm(page("boards", this="b", act="archive"))
    assert list(offered.offered_boards("kiruna")) == ["kiruna"]
    assert set(offered.offered_boards("b")) == {"kiruna", "b"}
    confirm(page("boards", this="b", act="take-out"))
    assert set(offered.offered_boards("kiruna")) == {"kiruna", "b"}


def test_two_that_set_up_the_same_at_once_get_two_boards(store: Store):
    first, second = (page("new", municipality="2584", start="empty") for _ in range(2))
    confirm(first)
    confirm(second)
    assert [told.value for told in second.warning] == [
        "Någon annan hann spara ändringar, så inget sparades. Här är det som gäller nu."
    ]
    assert "Det finns redan en nämnd som heter så." in html(second)
    confirm(second)
    assert sorted(board_list.codes_ever(store)) == ["b", "kiruna", "socialnamnden-i-kiruna"]
