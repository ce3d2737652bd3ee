"""Unknown names of a file added on the spot on the page Data, before the file is read again."""

from tests.browser.test_pages import html
from tests.ui.test_data_page import store
from tests.ui.test_data_sheets import drop, rows

__all__ = ["store"]

TABLE = "Nyckeltal;Enhet;2023\nSjukfrånvaro;Solrosen;5,2\nKö till samtal;Solrosen;12\n"


def box(app, label: str):
    return next(one for one in [*app.checkbox, *app.selectbox, *app.text_input] if one.label == label)


def test_what_is_missing_is_added_and_the_file_read_again(store):
    app = drop(TABLE)
    assert rows(app) == []
    box(app, "Lägg till enheten Solrosen").check().run()
    assert "Solrosen" in html(app)
    box(app, "Lägg till indikatorn Kö till samtal").check().run()
    assert app.button(key="data-confirm").disabled
    assert "Kö till samtal, kolumn Bättre: Värdet saknas." in html(app)
    box(app, "Bättre").set_value("lower")
    box(app, "Måttenhet").set_value("personer")
    box(app, "Statistiskt mått").set_value("count").run()
    assert app.button(key="data-confirm").label == "Lägg till 2 rader och läs filen igen"
    app.text_input(key="data-who").set_value("Controller")
    app.button(key="data-confirm").click().run()
    assert not app.exception
    assert [one.value for one in app.success] == ["Sparat (ändring 2). Det kan ångras här när som helst."]
    assert rows(app) == [
        "Sjukfrånvaro, Solrosen, 2023: 5,2\xa0% (ny)",
        "Kö till samtal, Solrosen, 2023: 12\xa0personer (ny)",
    ]
    [unit] = [row for row in store.records()["units"] if row["name"] == "Solrosen"]
    assert (unit["board"], unit["unit"], unit["parent"]) == ("b", "solrosen", "")
    [indicator] = [row for row in store.records()["indicators"] if row["name"] == "Kö till samtal"]
    assert [indicator[name] for name in ("better", "unit_of_measure", "statistic", "frequency", "decimals")] == [
        "lower",
        "personer",
        "count",
        "year",
        0,
    ]
    assert store.history("b")[0].batch.kind == "edit"
