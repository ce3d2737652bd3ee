"""Several files dropped at once on the page Data: answered together, written one batch each."""

from tests.browser.test_pages import html
from tests.helpers.workbooks import xlsx
from tests.ui.test_data_page import confirm, page, store

__all__ = ["store"]


def drop(*files: tuple[str, str]):
    app = page()
    app.file_uploader[0].set_value([(name, text.encode(), "text/csv") for name, text in files]).run()
    assert not app.exception
    return app


def observed(store) -> list[tuple]:
    rows = store.records()["observations"]
    return sorted(
        (row["period_end"].year, row["value"]) for row in rows if row["gender"] == "T" and row["board"] == "b"
    )


def test_each_file_becomes_a_batch(store):
    app = drop(("a.csv", "Nyckeltal;2023\nSjukfrånvaro;5,2\n"), ("b.csv", "Nyckeltal;2024\nSjukfrånvaro;5,4\n"))
    assert app.button(key="data-confirm").label == "Spara 2 rader från 2 filer"
    confirm(app)
    assert [one.value for one in app.success] == [
        "Sparat (ändring 2 till 3, en för varje fil). Var och en kan ångras när som helst."
    ]
    assert [(entry.batch.id, entry.batch.file) for entry in store.history("b")][:2] == [(3, "b.csv"), (2, "a.csv")]
    assert observed(store)[-2:] == [(2023, 5.2), (2024, 5.4)]


def asked(app) -> list[str]:
    return [box.label for box in [*app.selectbox, *app.text_input] if box.label.startswith(("Kolumnen", "Blad1:"))]


def test_files_of_one_layout_are_answered_once_but_for_their_period(store):
    rows = {name: ["Sjukfrånvaro", "16-24", value] for name, value in (("a.xlsx", 5), ("b.xlsx", 6))}
    app = page()
    sheets = [(name, xlsx(["Nyckeltal", "Ålder", "Andel"], row), "") for name, row in rows.items()]
    app.file_uploader[0].set_value(sheets).run()
    assert "Besvara först frågorna om: a.xlsx, b.xlsx." in html(app)
    assert len(asked(app)) == 4
    for box in app.selectbox[:2]:
        box.set_value("note" if "Ålder" in box.label else "value")
    app.button[0].click().run()
    assert asked(app) == ["Blad1: Vilken period gäller siffrorna?"] * 2
    app.text_input[0].set_value("2023")
    app.button[0].click().run()
    assert asked(app) == ["Blad1: Vilken period gäller siffrorna?"]
    app.text_input[0].set_value("2024")
    app.button[0].click().run()
    assert asked(app) == []
    confirm(app)
    assert observed(store)[-2:] == [(2023, 5.0), (2024, 6.0)]


def test_files_that_differ_are_not_written(store):
    app = drop(("a.csv", "Nyckeltal;2023\nSjukfrånvaro;5,2\n"), ("b.csv", "Nyckeltal;2023\nSjukfrånvaro;5,4\n"))
    assert app.button(key="data-confirm").disabled
    assert "”a.csv” och ”b.csv” har olika siffror för samma sak." in html(app)
