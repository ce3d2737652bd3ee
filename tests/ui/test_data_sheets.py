"""The tables of a dropped file on the page Data: each label over the sheet, changed with one pick."""

from tests.browser.test_pages import html
from tests.ui.test_data_page import page, store

__all__ = ["store"]

TABLE = "Nyckeltal;Kommentar;2023\nSjukfrånvaro;Osäker;5,2\n"


def drop(text: str):
    app = page()
    app.file_uploader[0].upload("siffror.csv", text.encode(), "text/csv").run()
    assert not app.exception
    return app


def pick(app, label: str):
    return next(box for box in app.selectbox if box.label == label)


def choose(app, label: str, code: str):
    pick(app, label).set_value(code).run()
    assert not app.exception
    return app


def rows(app) -> list[str]:
    return [box.label for box in app.checkbox if box.key.startswith("data-row-")]


def test_a_sure_table_is_drawn_and_needs_no_click(store):
    app = drop(TABLE)
    assert '<td class="mb-sheet--figure">5,2</td>' in html(app)
    assert [(box.label, box.value) for box in app.selectbox if box.key.startswith("data-role-")] == [
        ("Nyckeltal", "indicator"),
        ("Kommentar", "note"),
        ("2023", "value"),
    ]
    assert rows(app) == ["Sjukfrånvaro, 2023: 5,2\xa0% (ny)"]


def test_a_label_is_changed_with_one_pick(store):
    app = choose(drop(TABLE), "Typ av värde", "budget")
    assert rows(app) == ["Sjukfrånvaro, budget, 2023: 5,2\xa0% (ny)"]
    choose(app, "Kommentar", "")
    assert "kolumnen ”Kommentar” lästes inte" in html(app)
    choose(app, "Kommentar", "unit")
    assert rows(app) == []
    assert "”Osäker” finns inte hos nämnden" in html(app)
    choose(app, "Kommentar", "note")
    assert rows(app) == ["Sjukfrånvaro, budget, 2023: 5,2\xa0% (ny)"]
