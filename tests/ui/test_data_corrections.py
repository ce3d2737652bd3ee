"""A cell that cannot be read, corrected on the page Data and checked again before it is written."""

from tests.browser.test_pages import html
from tests.ui.test_data_page import confirm, store
from tests.ui.test_data_sheets import drop, rows

__all__ = ["store"]

TABLE = "Nyckeltal;2023;2024\nSjukfrånvaro;5,2o;5,4\n"
LABEL = "siffror, B2 (2023)"


def box(app):
    return next(one for one in app.text_input if one.label.startswith("siffror, B2"))


def test_a_corrected_cell_is_read_again_and_written(store):
    app = drop(TABLE)
    assert rows(app) == ["Sjukfrånvaro, 2024: 5,4\xa0% (ny)"]
    assert box(app).label == LABEL
    box(app).set_value("5,x").run()
    assert "rad 2, kolumn 2023: ”5,x” är inte ett tal." in html(app)
    assert app.button(key="data-confirm").disabled
    box(app).set_value("5,2").run()
    assert not app.exception
    assert "siffror: B2 rättades från ”5,2o” till ”5,2”." in html(app)
    assert rows(app) == ["Sjukfrånvaro, 2023: 5,2\xa0% (ny)", "Sjukfrånvaro, 2024: 5,4\xa0% (ny)"]
    confirm(app)
    assert sorted(step.new["value"] for step in store.steps_of(2, "b")) == [5.2, 5.4]


def test_a_correction_that_is_emptied_is_none(store):
    app = drop(TABLE)
    box(app).set_value("5,2").run()
    box(app).set_value("").run()
    assert "”5,2o” är inte ett tal." in html(app)
    assert box(app).label == LABEL
