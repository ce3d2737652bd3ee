"""Fetched figures as a batch: new, revised, withdrawn and unchanged ones; a failed part changes nothing."""

from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta

import pytest

from lib.imports.from_kolada import command
from lib.imports.from_kolada.client import KoladaClient
from lib.imports.from_kolada.fetch import fetch, planned, revision_texts
from lib.imports.from_kolada.replies import KoladaError
from lib.imports.from_kolada.wanted import Wanted, standing_order
from lib.imports.preview.preview import preview
from lib.imports.upload import visible_rows
from lib.store.batches import BatchInfo
from lib.store.installation.settings import Installation
from lib.store.store import StoreError, create_store
from lib.tables.model import Indicator, Observation, Source, Unit
from tests.helpers.kolada import kolada
from tests.helpers.rows import board, tables

TODAY = date(2026, 3, 1)
WANTED = Wanted("b", "1080", ("N00090", "U30200"), ("0000", "1283"), (2023, 2024))


@pytest.fixture
def server():
    with kolada() as there:
        there.know("N00090", "U30200")
        for place, total in (("1080", 6.5), ("0000", 7.0), ("1283", 8.0)):
            for year in (2023, 2024):
                there.figures |= {("N00090", place, year, "T"): total, ("N00090", place, year, "K"): total + 1}
        there.figures["U30200", "1080", 2024, "T"] = 78.0
        yield there


@pytest.fixture
def client(server):
    with closing(KoladaClient(server.address, lambda _seconds: None)) as one:
        yield one


@pytest.fixture
def store(tmp_path):
    one = create_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    one.sync(tables(boards=[board(municipality="Karlskrona", municipality_code="1080")]), BatchInfo("seed", "test"))
    yield one
    one.close()


def fetched(store, client, wanted=WANTED):
    came = planned(store, fetch(client, wanted, TODAY))
    assert preview(store, came.plan).faults == ()
    store.carry_out(came.plan, came.info("kontroller"))
    return came


def values(store, gender="T", asof=None):
    rows = store.rows(Observation, "b", asof)
    return {
        (row.indicator, row.unit, row.period_end.year): (row.value, row.status) for row in rows if row.gender == gender
    }


def test_a_board_gets_the_figures_and_what_they_refer_to(store, client):
    came = fetched(store, client)
    assert values(store) == {
        **{
            ("kolada-n00090", unit, year): (total, "normal")
            for unit, total in (("", 6.5), ("riket", 7.0), ("helsingborg", 8.0))
            for year in (2023, 2024)
        },
        ("kolada-u30200", "", 2024): (78.0, "normal"),
    }
    assert [(row.name, row.kind) for row in store.rows(Unit, "b")] == [
        ("Riket", "comparison"),
        ("Helsingborg", "comparison"),
    ]
    assert {(row.indicator, row.better) for row in store.rows(Indicator, "b")} == {
        ("kolada-n00090", "lower"),
        ("kolada-u30200", "higher"),
    }
    [newest] = store.history("b")[:1]
    assert (newest.batch.file, newest.batch.who, newest.batch.kind) == ("Kolada 2026-03-01", "kontroller", "import")
    assert came.told == ()


def test_the_same_answer_again_is_nothing_to_write(store, client):
    fetched(store, client)
    assert not planned(store, fetch(client, WANTED, TODAY)).plan
    assert not planned(store, fetch(client, WANTED, TODAY + timedelta(1))).plan


def test_the_source_has_the_day_when_what_is_new_was_fetched(store, server, client):
    fetched(store, client)
    assert [row.date for row in store.rows(Source, "b")] == [TODAY]
    server.figures |= {("N00090", "1080", 2024, "T"): 6.6}
    later = TODAY + timedelta(30)
    store.carry_out(planned(store, fetch(client, WANTED, later)).plan, BatchInfo("import", "kontroller"))
    assert [row.date for row in store.rows(Source, "b")] == [later]


def test_a_board_followed_for_three_years_hears_of_revisions(store, server, client):
    """2024: new. 2025: a year more, one revised. 2026: one withdrawn, one secret, and the history undone again."""
    fetched(store, client)
    first = store.version()
    server.figures |= {("N00090", "1080", 2023, "T"): 6.6, ("N00090", "1080", 2025, "T"): 6.1}
    later = replace(WANTED, years=(2023, 2024, 2025))
    came = fetched(store, client, later)
    outcome = preview(store, came.plan)
    assert revision_texts(came.plan, outcome.names, outcome.withheld) == [
        "Sjukfrånvaro bland kommunens anställda, 2023: 6,5\u00a0% → 6,6\u00a0%"
    ]
    assert came.told == ("1 siffra har reviderats i Kolada.",)
    server.marks = {
        ("N00090", "1080", 2024, "T"): {"value": None, "isdeleted": True},
        ("N00090", "1080", 2024, "K"): {"value": None, "status": "Private"},
    }
    fetched(store, client, later)
    assert values(store)["kolada-n00090", "", 2024] == (None, "missing")
    assert values(store, "K")["kolada-n00090", "", 2024] == (None, "confidential")
    assert values(store, asof=first)["kolada-n00090", "", 2023] == (6.5, "normal")
    store.carry_out(store.plan_undo(store.version(), "b"), BatchInfo("undo", "kontroller"))
    assert values(store)["kolada-n00090", "", 2024] == (6.5, "normal")


def test_a_batch_that_fails_in_the_middle_leaves_everything(store, server, client):
    fetched(store, client)
    before = values(store), store.version()
    server.figures["N00090", "1080", 2023, "T"] = 1.0
    server.fault = lambda _number, path: (500, {}, {}) if path.endswith("/year/2024") else None
    with pytest.raises(KoladaError):
        fetch(client, WANTED, TODAY)
    assert (values(store), store.version()) == before


def test_what_kolada_no_longer_answers_with_stays_and_is_told(store, server, client):
    fetched(store, client)
    server.figures = {key: value for key, value in server.figures.items() if key[1] != "1283"}
    server.know("U30200", title="HME, index (- 2024)")
    del server.about["N00090"]
    came = planned(store, fetch(client, WANTED, TODAY))
    assert came.told == (
        "Kolada har inte längre N00090; det som är sparat ligger kvar.",
        "Kolada har slutat publicera U30200.",
        "Kolada har ingen sådan siffra för Riket och Helsingborg.",
        "12 sparade siffror fanns inte i svaret och ligger kvar.",
    )
    assert not came.plan


def test_units_of_the_municipality_and_preliminary_figures(store, server, client):
    server.know(
        "N00090",
        has_ou_data=True,
        prel_publication_date="2026-02-01",
        publication_date="2026-09-01",
        publ_period="2024",
    )
    server.units = [
        {"id": "V15E1", "municipality": "1080", "title": "Lindgården"},
        {"id": "V2", "municipality": "1080", "title": ""},
    ]
    server.figures |= {("N00090", "V15E1", 2024, "T"): 5.0, ("N00090", "V2", 2024, "T"): 4.0}
    fetched(store, client, replace(WANTED, with_units=True, others=()))
    assert values(store)["kolada-n00090", "lindgarden", 2024] == (5.0, "preliminary")
    assert values(store)["kolada-n00090", "", 2023] == (6.5, "normal")
    assert {row.name: row.kind for row in store.rows(Unit, "b")} == {"Lindgården": "unit", "V2": "unit"}


def test_an_indicator_that_is_not_among_the_usual_ones_has_no_direction(store, server, client):
    server.know("N99999", title="Något annat, kr/inv")
    server.figures["N99999", "1080", 2024, "T"] = 12.0
    fetched(store, client, replace(WANTED, indicators=("N99999",)))
    [row] = store.rows(Indicator, "b")
    assert (row.name, row.unit_of_measure, row.better, row.kolada) == (
        "Något annat, kr/inv",
        "kr/inv",
        "none",
        "N99999",
    )


def test_the_standing_order_is_what_the_board_follows(store, client):
    fetched(store, client)
    order = standing_order("b", visible_rows(store, "b"), TODAY)
    assert order == Wanted("b", "1080", ("N00090", "U30200"), ("0000", "1283"), (2023, 2024, 2025, 2026))


def asked(**more):
    return Namespace(**{"board": "", "years": "", "who": "tidsinställning", "preview": False, **more})


def test_the_timer_writes_what_is_new_and_fails_loudly(store, server, client, monkeypatch, capsys):
    fetched(store, client)
    settings = Installation(kolada=True, kolada_url=server.address)
    monkeypatch.setattr(command, "installation", lambda: settings)
    monkeypatch.setattr(command, "open_store", lambda: create_store(str(store.engine.url)))
    server.figures["N00090", "1080", 2023, "T"] = 6.9
    assert command.run(asked(years="2023-2024", preview=True)) == 0
    assert values(store)["kolada-n00090", "", 2023] == (6.5, "normal")
    assert command.run(asked(years="2023-2024")) == 0
    assert "6,5\u00a0% → 6,9\u00a0%" in capsys.readouterr().out
    assert values(store)["kolada-n00090", "", 2023] == (6.9, "normal")
    server.fault = lambda _number, _path: (410, {}, {})
    assert command.run(asked()) == 1
    assert "b: Kolada kan inte läsas nu: 410. Inget har ändrats." in capsys.readouterr().err
    with pytest.raises(StoreError, match="varken ett år"):
        command.run(asked(years="i år"))
    monkeypatch.setattr(command, "installation", Installation)
    with pytest.raises(StoreError, match="avstängd"):
        command.run(asked())
