"""The files to download: each holds what its page shows, and there is none of what is not shown."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from lib.documents.table_files import csv_file, excel_file
from lib.store.batches import BatchInfo
from lib.store.store import create_store, open_store
from lib.views import figures, missing
from lib.views.absence import download
from lib.views.choice import choice_of
from lib.web import absence_memory, downloads, memory
from tests.helpers.asgi import fetch
from tests.helpers.rows import board, indicator, observation, tables, unit, year


def get(path: str, **query: str):
    return fetch(downloads.ROUTES, path, **query)


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))


@pytest.fixture
def seed_store(seeded_url, monkeypatch):
    store = open_store(seeded_url)
    monkeypatch.setattr(memory, "store", lambda: store)
    yield store
    store.close()


_HEADINGS = b"indicator;gender;period_start;period_end;value;count\n"
SMALL = _HEADINGS + b"i;K;2022-01-01;2022-12-31;6;30\ni;M;2022-01-01;2022-12-31;3;5\n"
PLAIN = _HEADINGS + b"i;T;2023-01-01;2023-12-31;7;\n"
WHOLE = SMALL + b"i;T;2023-01-01;2023-12-31;8;\n"


@pytest.fixture
def small_store(tmp_path: Path, monkeypatch):
    """Two batches about the board 'b': the first with a group of five, which is too small to show."""
    store = create_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    about = {
        "boards": [board(), board(board="c")],
        "units": [unit()],
        "indicators": [indicator(), indicator(board="c")],
    }
    women = observation(gender="K", value=6.0, count=30, **year(2022))
    small = [women, observation(gender="M", value=3.0, count=5, **year(2022))]
    first = tables(**about, observations=small)
    store.sync(first, BatchInfo("import", "test", "små grupper.csv", "1", content=SMALL))
    second = tables(**about, observations=[*small, observation(value=7.0, **year(2023)), observation(board="c")])
    store.sync(second, BatchInfo("import", "test", 'a/"b".csv', "2", content=PLAIN))
    last = [*small, observation(value=8.0, **year(2023)), observation(board="c")]
    store.sync(
        tables(**about, observations=last),
        BatchInfo("import", "test", "allt.csv", "3", content=WHOLE),
    )
    monkeypatch.setattr(memory, "store", lambda: store)
    yield store
    store.close()


def test_the_figures_of_trends_are_those_that_the_page_shows(seed_store):
    data = memory.board("karlskrona")
    series = [one for one in data.of_indicator("kolada-n00090") if one.gender in "KM" and not one.unit]
    series = [figures.cut(one, 2015, 2020) for one in series]
    frame = figures.download(data, [one for one in series if one.points])
    query = {
        "board": "karlskrona",
        "indicator": "kolada-n00090,finns-inte",
        "gender": "KM",
        "from": "2015",
        "to": "2020",
    }
    assert len(frame) > 6
    assert get("/hamta/trender.csv", **query).body == csv_file(frame)
    book = load_workbook(BytesIO(get("/hamta/trender.xlsx", **query).body))
    assert book.sheetnames == ["Siffror"]
    expected = load_workbook(BytesIO(excel_file(frame, "Siffror")))
    assert [*book["Siffror"].values] == [*expected["Siffror"].values]


def test_the_hours_of_a_unit_as_a_meeting_saw_them(seed_store):
    state = memory.meetings("exempelstad")[0]
    units = absence_memory.units("exempelstad", state.version)
    data = memory.board("exempelstad", state.version)
    for name in (units[0], units[3]):
        view = absence_memory.absence("exempelstad", state.version, name)
        answer = get("/hamta/sjukfranvaro.csv", board="exempelstad", asof=state.code, unit=name)
        assert answer.body == csv_file(download.download(data, view))
        assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''exempeldata-exempelstad.csv"


def test_headings_follow_the_language(seed_store):
    query = {"board": "karlskrona", "indicator": "kolada-n00090"}
    assert rows(get("/hamta/trender.csv", **query).body)[0][0] == "Nämnd"
    assert rows(get("/hamta/trender.csv", **query, lang="en").body)[0][0] == "Board"


def test_the_list_of_what_is_missing(seed_store):
    data = memory.board("helsingborg")
    frame = missing.frame(data, missing.missing(data, memory.today()))
    assert not frame.empty
    answer = get("/hamta/saknas.csv")
    assert answer.body == csv_file(frame)
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''malbild-helsingborg-saknas.csv"


def test_the_template_is_of_the_board(seed_store):
    answer = get("/hamta/mall.xlsx", board="ekero")
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''malbild-mall-ekero.xlsx"
    assert "outcomes" not in load_workbook(BytesIO(answer.body)).sheetnames[0]
    assert answer.headers["cache-control"] == "no-store"


def test_the_rows_of_a_batch_are_of_its_board_and_hide_small_groups(small_store):
    newest = rows(get("/hamta/rader.csv", board="b", batch="2").body)
    assert [row[3:] for row in newest[1:]] == [["2023", "ny", "", "7,0\u00a0%"]]
    shown = [row for row in rows(get("/hamta/rader.csv", board="b", batch="1").body) if "2022" in row[3]]
    assert sorted(row[6] for row in shown) == ["6,0\u00a0%, antal 30", "visas inte"]


def test_a_batchs_own_file_is_sent_as_it_came_unless_it_holds_what_is_not_shown(small_store):
    assert get("/hamta/original", board="b", batch="1").status_code == 404
    answer = get("/hamta/original", board="b", batch="2")
    assert (answer.status_code, answer.body) == (200, PLAIN)
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''a%2F%22b%22.csv"


def test_nor_is_a_file_whose_small_groups_stood_as_they_were_when_it_was_read(small_store):
    steps = small_store.steps_of(3, "b")
    assert [step.new["value"] for step in steps] == [8.0]
    assert get("/hamta/original", board="b", batch="3").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/hamta/trender.csv?board=finns-inte&indicator=kolada-n00090",
        "/hamta/trender.csv?board=karlskrona&asof=2099-01&indicator=kolada-n00090",
        "/hamta/trender.csv?board=karlskrona",
        "/hamta/trender.pdf?board=karlskrona&indicator=kolada-n00090",
        "/hamta/annat.csv?board=karlskrona",
        "/hamta/sjukfranvaro.csv?board=karlskrona",
        "/hamta/sjukfranvaro.csv?board=exempelstad&unit=finns-inte",
        "/hamta/rader.csv?board=karlskrona&batch=99999999999999999999999",
        "/hamta/original?board=karlskrona&batch=x",
        "/hamta/original?board=karlskrona",
        "/hamta/mall.xlsx?board=finns-inte",
        "/hamta/",
        "/hamta/a/b",
    ],
)
def test_what_is_not_there_is_a_swedish_404(seed_store, path):
    path, _mark, query = path.partition("?")
    answer = get(path, **dict(part.split("=") for part in query.split("&") if part))
    assert answer.status_code == 404
    assert "Sidan finns inte" in answer.body.decode()


def test_the_quarterly_statistics_are_offered_where_anything_of_them_is_reported(seed_store):
    assert downloads.quarterly_links(memory.board("karlskrona"), choice_of(memory.board("karlskrona"), {})) == ""
    assert get("/hamta/kvartal.docx", board="karlskrona").status_code == 404
