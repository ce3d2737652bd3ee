"""The page Data run by Streamlit on a real store: from a dropped file to undo, by hand, history, what is kept back."""

import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit
from streamlit.testing.v1 import AppTest

from lib.store.batches import BatchInfo
from lib.store.store import Store, create_store
from lib.ui.choices import plain
from lib.web import memory
from tests.browser.test_pages import html, run
from tests.helpers.forms import unknown
from tests.helpers.plain import words
from tests.helpers.rows import board, goal, goal_indicator, indicator, observation, tables, target, unit, year
from tests.helpers.workbooks import xlsx

HEADINGS = "indicator;gender;period_start;period_end;kind;value\n"
ROWS = {
    "boards": [board(), board(board="c", name="En annan nämnd", municipality="C")],
    "units": [unit()],
    "goals": [goal(title="Närvaro")],
    "indicators": [indicator(name="Sjukfrånvaro"), indicator(board="c", name="Hemligt")],
    "goal_indicators": [goal_indicator()],
    "targets": [target(value=5.0)],
    "observations": [
        *(observation(value=4.0 + n, **year(2020 + n)) for n in range(3)),
        observation(board="c", value=77.0),
        observation(gender="K", value=6.0, count=30, **year(2022)),
        observation(gender="M", value=3.0, count=5, **year(2022)),
    ],
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    opened = create_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    opened.sync(tables(**ROWS), BatchInfo("seed", "test"))
    monkeypatch.setattr(memory, "store", lambda: opened)
    monkeypatch.setattr(streamlit, "user", SimpleNamespace(to_dict=dict))  # AppTest signs somebody in
    yield opened
    opened.close()


def page(**query: str) -> AppTest:
    app = run("data", board="b", **query)
    assert not app.exception
    return app


def drop(app: AppTest, rows: str) -> AppTest:
    app.file_uploader[0].upload("bokslut.csv", (HEADINGS + rows).encode(), "text/csv")
    app.run()
    assert not app.exception
    return app


def confirm(app: AppTest) -> AppTest:
    app.text_input(key="data-who").set_value("Controller")
    app.text_input(key="data-note").set_value("Bokslut")
    app.button(key="data-confirm").click().run()
    assert not app.exception
    return app


def again(app: AppTest, **query: str) -> AppTest:
    app.query_params.clear()
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def test_from_a_dropped_file_to_undo(store: Store):
    before = store.records()
    app = drop(page(), "i;T;2022-01-01;2022-12-31;outcome;4,9\ni;T;2023-01-01;2023-12-31;outcome;4,8\n")
    assert "Rader: 1 ny och 1 ändrad." in html(app)
    assert "1 mål har ändrad status" in html(app)
    assert store.version() == 1
    confirm(app)
    assert dict(app.query_params) == {"board": "b", "view": "history", "batch": "2"}
    assert [one.value for one in app.success] == ["Sparat (ändring 2). Det kan ångras här när som helst."]
    entry = store.history("b")[0]
    assert (entry.batch.who, entry.batch.note, entry.batch.file) == ("Controller", "Bokslut", "bokslut.csv")
    assert (entry.counts.new, entry.counts.changed, entry.original) == (1, 1, True)
    again(app, board="b", view="history", batch="2", undo="1")
    assert "Rader: 1 ändrad och 1 borttagen." in html(app)
    confirm(app)
    assert store.records() == before
    assert "ångrar ändring 2" in html(again(app, board="b", view="history"))


def test_nothing_is_written_before_the_faults_are_dealt_with(store: Store):
    app = drop(page(), "i;T;2022-01-01;2022-12-31;outcome;7,0o\ni;T;2023-01-01;2023-12-31;outcome;5,2\n")
    assert "rad 2, kolumn value: ”7,0o” är inte ett tal. Menade du 7,0?" in html(app)
    assert app.button(key="data-confirm").disabled
    app.checkbox[0].check().run()
    assert not app.button(key="data-confirm").disabled
    confirm(app)
    assert [one.new["value"] for one in store.steps_of(2, "b")] == [5.2]


def test_a_file_that_is_none_is_told_in_a_sentence(store: Store):
    app = page()
    app.file_uploader[0].upload("bokslut.xlsx", b"%PDF-1.7", "application/pdf")
    app.run()
    assert not app.exception
    assert 'role="alert"' in html(app)
    assert store.version() == 1


def test_nobody_is_no_name(store: Store):
    app = drop(page(), "i;T;2023-01-01;2023-12-31;outcome;5,2\n")
    app.button(key="data-confirm").click().run()
    assert store.version() == 1
    assert "<strong>Inget sparades.</strong> Skriv först vem du är; det sparas i historiken." in html(app)
    confirm(app)
    assert store.version() == 2


def test_the_page_opens_with_where_the_data_stand(store: Store):
    text = words(html(page()))
    steps = (
        "Nämnd : klart, Nämnden",
        "Mål : klart, 1",
        "Indikatorer : klart, 1",
        "Indikatorer med målvärde : klart, 1 av 1",
    )
    assert [step for step in steps if step not in text] == []
    assert "Siffror till och med : klart, 2022" in text
    assert "Saknas: 1 målvärde saknar år · 1 mål saknar bedömning" in text
    assert "Siffror till och med" not in words(html(page(view="history")))


def test_what_changed_meanwhile_is_shown_again_and_not_overwritten(store: Store):
    app = drop(page(), "i;T;2022-01-01;2022-12-31;outcome;4,9\n")
    other = store.plan("b", tables(observations=[observation(value=9.9, **year(2022))]))
    store.carry_out(other, BatchInfo("edit", "En annan"))
    confirm(app)
    assert [one.value for one in app.warning] == [
        "Någon annan hann spara ändringar, så inget sparades. Här är det som gäller nu."
    ]
    assert store.version() == 2
    confirm(app)
    assert [(one.old["value"], one.new["value"]) for one in store.steps_of(3, "b")] == [(9.9, 4.9)]


def test_names_in_a_file_are_never_markup(store: Store):
    app = page()
    name = "<img src=x onerror=alert(1)>.csv"
    app.file_uploader[0].upload(name, (HEADINGS + "<b>i</b>;T;2022-01-01;2022-12-31;outcome;1\n").encode(), "text/csv")
    app.run()
    assert not app.exception
    assert "<img src=x" not in html(app)
    assert "<b>i</b>" not in html(app)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Väntan (HME), 2025: 79 % → 8,1 %", "Väntan (HME), 2025: 79 % → 8,1 %"),
        ("**b** [x](y) :red[a] $a$", r"\*\*b\*\* \[x\](y) \:red\[a\] \$a\$"),
        ("- a", r"\- a"),
        ("1. a", r"1\. a"),
        ("http://a www.a.se a@b.se", r"http\://a www\.a.se a\@b.se"),
    ],
    ids=["nothing", "signs", "list", "numbers", "addresses"],
)
def test_only_markup_is_escaped_in_a_label_which_is_read_aloud_as_it_is_written(text, label):
    assert plain(text) == label


def test_a_row_left_out_stays_out_when_others_write_meanwhile(store: Store):
    app = drop(page(), "i;T;2022-01-01;2022-12-31;outcome;4,9\ni;T;2023-01-01;2023-12-31;outcome;4,8\n")
    app.checkbox[0].uncheck().run()
    assert "Rader: 1 ny. 1 rad utelämnas." in html(app)
    store.carry_out(store.plan("c", tables(goals=[goal(board="c")])), BatchInfo("edit", "En annan"))
    confirm(app)
    assert store.version() == 2
    assert "Rader: 1 ny. 1 rad utelämnas." in html(app)
    confirm(app)
    assert [step.new["value"] for step in store.steps_of(3, "b")] == [4.8]


def test_remarks_seen_in_one_file_are_not_seen_in_the_next(store: Store):
    genders = "i;K;2022-01-01;2022-12-31;outcome;6,1\ni;M;2022-01-01;2022-12-31;outcome;3,1\n"
    app = drop(page(), f"{genders}i;T;2022-01-01;2022-12-31;outcome;9,9\n")
    app.checkbox(key=next(box.key for box in app.checkbox if "seen" in box.key)).check().run()
    assert not app.button(key="data-confirm").disabled
    app.file_uploader[0].upload(
        "annan.csv", f"{HEADINGS}{genders}i;T;2022-01-01;2022-12-31;outcome;9,8\n".encode(), "text/csv"
    )
    app.run()
    assert app.button(key="data-confirm").disabled


def test_the_history_shows_no_other_board_and_no_figure_that_is_not_shown(store: Store):
    shown = html(page(view="history", batch="1"))
    assert "Sjukfrånvaro" in shown
    assert "Hemligt" not in shown
    assert "77" not in shown
    assert "visas inte" in shown
    assert "3,0\u00a0%" not in shown


def test_a_figures_own_history(store: Store):
    store.carry_out(
        store.plan("b", tables(observations=[observation(value=9.9, **year(2022))])), BatchInfo("edit", "Controller")
    )
    shown = html(page(view="figure", indicator="i"))
    assert "Siffrornas historik: Sjukfrånvaro" in shown
    assert "9,9\u00a0%" in shown
    assert "3,0\u00a0%" not in shown


def test_unknown_views_and_batches_are_told(store: Store):
    assert unknown(html(page(view="x"))) == ["Vy: ”x” finns inte och togs inte med."]
    assert unknown(html(page(view="history", batch="99"))) == ["Ändring: ”99” finns inte och togs inte med."]


def test_what_is_missing(store: Store):
    shown = html(page(view="missing"))
    for text in ("Ingen siffra är försenad.", "<h2>Målvärden utan år</h2>", "<h2>Mål utan bedömning</h2>"):
        assert text in shown


def test_many_rows_are_approved_in_groups(store: Store):
    days = [(f"{1998 + n // 12}-{n % 12 + 1:02}-01", f"{1998 + n // 12}-{n % 12 + 1:02}-28") for n in range(320)]
    app = drop(page(), "".join(f"i;T;{first};{last};outcome;5\n" for first, last in days))
    assert "Rader: 320 nya." in html(app)
    app.checkbox(key=next(box.key for box in app.checkbox if "seen" in box.key)).check().run()
    assert confirm(app).query_params["batch"] == "2"
    assert len(store.steps_of(2, "b")) == 320


def test_a_workbook_is_parsed_once_however_much_is_asked_about_it(store: Store, monkeypatch: pytest.MonkeyPatch):
    started = []

    class Counted(subprocess.Popen):
        def __init__(self, command, *others, **named):
            started.append(command)
            super().__init__(command, *others, **named)

    monkeypatch.setattr(subprocess, "Popen", Counted)
    content = xlsx(["Gäller", "Då", "Blev"], ["Sjukfrånvaro", 2023, 0.049], ["Sjukfrånvaro", 2024, 0.047])
    app = page()
    app.file_uploader[0].upload("okänd.xlsx", content, "application/octet-stream").run()
    assert "Något om tabellen på bladet ”Blad1” behöver sägas innan siffrorna läses." in html(app)
    for heading, role in {"Gäller": "indicator", "Då": "year", "Blev": "value"}.items():
        next(one for one in app.selectbox if f"”{heading}”" in one.label).set_value(role)
    press(app, "Läs tabellen så här")
    assert "Rader: 2 nya." in html(app)
    percent = "2 siffror ser ut som andelar"
    box(app, percent).check().run()
    assert labels(app)[-2:] == ["Sjukfrånvaro, 2023: 4,9\u00a0% (ny)", "Sjukfrånvaro, 2024: 4,7\u00a0% (ny)"]
    box(app, percent).uncheck().run()
    assert labels(app)[-2:] == ["Sjukfrånvaro, 2023: 0,0\u00a0% (ny)", "Sjukfrånvaro, 2024: 0,0\u00a0% (ny)"]
    assert len(started) == 1


def box(app: AppTest, label: str):
    return next(one for one in app.checkbox if one.label.startswith(label))


def labels(app: AppTest) -> list[str]:
    return [one.label for one in app.checkbox]


def press(app: AppTest, label: str) -> None:
    [button] = [one for one in app.button if one.label == label]
    button.click().run()
    assert not app.exception


def test_a_file_that_was_erased_is_said_to_be_so_where_it_was_downloaded(store: Store):
    confirm(drop(page(), "i;T;2023-01-01;2023-12-31;outcome;4,8\n"))
    address = '/hamta/original?board=b&amp;batch=2"'
    assert address in html(page(view="history", batch="2"))
    store.erase(store.original_of(2).hash, "<Arkivarien>")
    text = html(page(view="history", batch="2"))
    day = store.history("b")[0].erasure.at
    assert f"Filen raderades av &lt;Arkivarien&gt; {day:%Y-%m-%d} och går inte längre att hämta." in text
    assert address not in text
    assert html(page(view="history", batch="1")).count("raderades") == 0
