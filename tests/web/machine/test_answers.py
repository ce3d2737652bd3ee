"""The machine addresses: what the pages show and nothing else, by the same choices; what is not there is a 404."""

import csv
import json
import re
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

from lib.store.batches import BatchInfo
from lib.store.store import create_store, open_store
from lib.views import figures
from lib.views.overview import in_page_order
from lib.web import absence_memory, memory
from lib.web.machine import answers
from tests.helpers.asgi import fetch
from tests.helpers.rows import board, goal, goal_indicator, indicator, observation, tables, year

_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def get(path: str, **query: str):
    return fetch(answers.ROUTES, path, **query)


def rows(path: str, **query: str) -> list[dict[str, str]]:
    answer = get(path, **query)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    return list(csv.DictReader(StringIO(answer.body.decode())))


@pytest.fixture
def seed_store(seeded_url, monkeypatch):
    store = open_store(seeded_url)
    monkeypatch.setattr(memory, "store", lambda: store)
    yield store
    store.close()


@pytest.mark.parametrize("code", ["helsingborg", "karlskrona", "exempelstad"])
def test_the_figures_of_every_goal_are_those_that_its_page_offers(seed_store, code):
    data = memory.board(code)
    for goal_code in in_page_order(data):
        series = [line for one in data.goal_indicators.get(goal_code, ()) for line in data.of_indicator(one)]
        frame = figures.download(data, series)
        given = rows("/mal.csv", board=code, goal=goal_code)
        assert [row["indicator_name"] for row in given] == [*frame["Indikator"]]
        shown = [None if value != value else value for value in frame["Värde"].astype(float)]
        assert [float(row["value"]) if row["value"] else None for row in given] == shown
        assert [row["period_end"] for row in given] == [day.isoformat() for day in frame["Period till"]]


def test_json_has_every_table_and_csv_the_one_that_is_named(seed_store):
    whole = json.loads(get("/mal.json", board="karlskrona").body)
    assert list(whole["tables"]) == ["figures", "goals", "verdicts", "targets"]
    assert (whole["board"]["code"], whole["example_data"], whole["asof"]) == ("karlskrona", False, "")
    for name, table in whole["tables"].items():
        given = rows("/mal.csv", board="karlskrona", table=name)
        assert len(given) == len(table)
        assert [list(row) for row in given[:1]] == [list(row) for row in table[:1]]


def test_the_choices_of_the_address_select(seed_store):
    both = rows(
        "/trender.csv", board="karlskrona", indicator="kolada-n00090", gender="KM", **{"from": "2015"}, to="2017"
    )
    assert {(row["gender"], row["period_end"][:4]) for row in both} == {
        (gender, str(of)) for gender in "KM" for of in (2015, 2016, 2017)
    }
    listed = rows("/maluppfyllelse.csv", board="helsingborg", status="met")
    assert {row["verdict"] for row in listed} == {"achieved"}
    assert len(listed) < len(rows("/maluppfyllelse.csv", board="helsingborg"))


def test_a_unit_as_a_meeting_saw_it(seed_store):
    state = memory.meetings("exempelstad")[0]
    code = absence_memory.units("exempelstad", state.version)[3]
    view = absence_memory.absence("exempelstad", state.version, code)
    given = rows("/sjukfranvaro.csv", board="exempelstad", asof=state.code, unit=code)
    of_all = [row for row in given if (row["unit"], row["part"], row["method"]) == (code, "T", "month")]
    assert [row["month_end"] for row in of_all][-1] == view.end.isoformat()
    assert all(bool(row["percent"]) != bool(row["hole"]) for row in given)


def test_changes_since_a_meeting_are_rows(seed_store):
    meeting = memory.meetings("exempelstad")[-1].code
    found = rows("/sedan.csv", board="exempelstad", since=meeting)
    assert {row["since"] for row in found} == {meeting}
    assert {"figure", "verdict"} <= {row["what"] for row in found}


def test_a_drawing_stands_alone_and_there_are_no_more_than_there_are(seed_store):
    query = {"board": "karlskrona", "indicator": "kolada-n00090"}
    answer = get("/trender.svg", **query)
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "font-family='" in answer.body.decode().partition(">")[0]
    assert get("/trender.svg", **query, chart="1").body == answer.body
    for number in ("2", "0", "-1", "x", "9" * 30):
        assert get("/trender.svg", **query, chart=number).status_code == 404


def test_the_same_content_has_the_same_tag(seed_store):
    first, again = (get("/kallor.json", board="ekero") for _time in range(2))
    assert first.headers["etag"] == again.headers["etag"] != get("/kallor.json", board="linkoping").headers["etag"]


def test_a_whole_board_as_a_package_whose_files_fit_their_schema(seed_store):
    archive = ZipFile(BytesIO(get("/datapaket.zip", board="exempelstad").body))
    described = json.loads(archive.read("datapackage.json"))
    assert described["description"] == "Exempeldata"
    assert {one["path"] for one in described["resources"]} | {"datapackage.json"} == set(archive.namelist())
    for resource in described["resources"]:
        lines = list(csv.reader(StringIO(archive.read(resource["path"]).decode())))
        fields = resource["schema"]["fields"]
        assert lines[0] == [field["name"] for field in fields]
        for place, field in enumerate(fields):
            if field["type"] in ("integer", "number"):
                assert all(_NUMBER.fullmatch(line[place]) for line in lines[1:] if line[place])
    names = {one["name"] for one in described["resources"]}
    assert {"figures", "targets", "goals", "verdicts", "sources", "absence"} <= names
    assert get("/datapaket.zip", board="exempelstad").body == get("/datapaket.zip", board="exempelstad").body


def _small(tmp_path, name: str, men: float):
    """A store with a group of five men, whose figure alone differs."""
    store = create_store(f"sqlite:///{tmp_path / name}.sqlite")
    few = [
        observation(gender="K", value=6.0, count=30, **year(2022)),
        observation(gender="M", value=men, count=5, note=f"not {men}", **year(2022)),
    ]
    content = tables(
        boards=[board()], indicators=[indicator()], goals=[goal()], goal_indicators=[goal_indicator()], observations=few
    )
    store.sync(content, BatchInfo("import", "test", "fil.csv", "1"))
    return store


@pytest.mark.parametrize("path", ["/mal.csv", "/mal.json", "/mal.svg", "/trender.csv", "/trender.json", "/mal.html"])
def test_what_is_hidden_changes_no_byte(tmp_path, monkeypatch, path):
    stores = [_small(tmp_path, "a", 3.0), _small(tmp_path, "b", 9.0)]
    bodies = []
    for store in stores:
        monkeypatch.setattr(memory, "store", lambda store=store: store)
        bodies.append(get(path, board="b", gender="KM").body)
        store.close()
    assert bodies[0] == bodies[1]
    assert b"hidden" in bodies[0] or path[-3:] not in ("csv", "son")


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/mal.csv?board=finns-inte", "Nämnd: ”finns-inte” finns inte"),
        ("/mal.json?board=karlskrona&goal=x", "Mål: ”x” finns inte"),
        ("/trender.csv?indicator=x,kolada-n00090&board=karlskrona", "Indikator: ”x” finns inte"),
        ("/trender.csv?gender=X", "Kön: ”X” finns inte"),
        ("/trender.csv?year=1066", "År: ”1066” finns inte"),
        ("/mal.csv?table=users", "Här finns ingen tabell ”users”"),
        ("/kallor.csv?asof=2099-01", "finns inte"),
        ("/datapaket.zip?board=x", "Nämnd: ”x” finns inte"),
        ("/sjukfranvaro.csv?board=exempelstad&unit=x", "Enhet: ”x” finns inte"),
    ],
)
def test_a_code_that_does_not_exist_is_a_404_that_says_so(seed_store, path, sentence):
    path, _mark, query = path.partition("?")
    answer = get(path, **dict(part.split("=") for part in query.split("&")))
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert sentence in json.loads(answer.body)["faults"][0]
