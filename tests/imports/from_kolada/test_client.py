"""The client against a server that speaks Kolada's shapes, orders and faults: whole answers, or a sentence."""

from contextlib import closing

import pytest

from lib.imports.from_kolada.client import ATTEMPTS, KoladaClient
from lib.imports.from_kolada.replies import KoladaError, KoladaFigure, KoladaPlace
from tests.helpers.kolada import kolada


@pytest.fixture
def server():
    with kolada() as there:
        there.know("N00090")
        there.figures |= {
            ("N00090", "1080", 2023, gender): value for gender, value in zip("TKM", (6.5, 7.1, 4.0), strict=True)
        }
        yield there


@pytest.fixture
def waits():
    return []


@pytest.fixture
def client(server, waits):
    with closing(KoladaClient(server.address, waits.append)) as one:
        yield one


def value(figures: list[KoladaFigure], gender: str = "T") -> float | None:
    [found] = [figure.value for figure in figures if figure.gender == gender]
    return found


def test_genders_are_told_by_their_code(client):
    figures = client.figures(["N00090"], ["1080"], [2023])
    assert {figure.gender: figure.value for figure in figures} == {"T": 6.5, "K": 7.1, "M": 4.0}


def test_thirty_three_municipalities_are_asked_for_in_two_parts_and_years_one_at_a_time(server, client):
    codes = [f"{number:04}" for number in range(1, 34)]
    server.figures |= {("N00090", code, year, "T"): 1.0 for code in codes for year in (2022, 2023)}
    figures = client.figures(["N00090"], codes, [2023, 2022])
    assert len(figures) == 66
    assert [path.split("/municipality/")[1].split("/")[2][:4] for path in server.asked] == [
        "2022",
        "2022",
        "2023",
        "2023",
    ]


def test_pages_are_followed_to_the_last_and_the_count_is_not_trusted(server, client):
    codes = [f"{number:04}" for number in range(1, 11)]
    server.figures = {("N00090", code, 2023, "T"): float(code) for code in codes}
    server.page = 3
    assert len(client.figures(["N00090"], codes, [2023])) == 10
    assert len(server.asked) == 4


def test_a_server_that_is_busy_is_asked_again_when_it_says(server, client, waits):
    server.fault = lambda number, _path: (429, {"retry-after": "7"}, {}) if number < 3 else None
    assert value(client.figures(["N00090"], ["1080"], [2023])) == 6.5
    assert waits == [7.0, 7.0]


def test_a_wait_has_a_limit(server, client, waits):
    server.fault = lambda number, _path: (429, {"retry-after": "86400"}, {}) if number < 2 else None
    client.figures(["N00090"], ["1080"], [2023])
    assert waits == [60.0]


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_fault_of_the_server_is_tried_again_with_longer_pauses(server, client, waits, status):
    server.fault = lambda number, _path: (status, {}, b"<html>") if number < 4 else None
    assert value(client.figures(["N00090"], ["1080"], [2023])) == 6.5
    assert waits == [0.5, 1.0, 2.0]


def test_a_part_that_fails_every_time_fails_the_whole(server, client):
    codes = [f"{number:04}" for number in range(1, 34)]
    server.figures |= {("N00090", code, 2023, "T"): 1.0 for code in codes}
    server.fault = lambda _number, path: (500, {}, {}) if "0026" in path else None
    with pytest.raises(KoladaError, match="500"):
        client.figures(["N00090"], codes, [2023])
    assert len(server.asked) == 1 + ATTEMPTS


@pytest.mark.parametrize("status", [301, 400, 404, 410, 422])
def test_what_is_no_passing_fault_is_told_at_once(server, client, waits, status):
    server.fault = lambda _number, _path: (status, {"location": "http://127.0.0.1:9/"}, {"error": "…"})
    with pytest.raises(KoladaError, match=str(status)):
        client.figures(["N00090"], ["1080"], [2023])
    assert (len(server.asked), waits) == (1, [])


def test_no_answer_at_all(waits):
    with (
        closing(KoladaClient("http://127.0.0.1:9/v3/", waits.append)) as client,
        pytest.raises(KoladaError, match="ConnectError"),
    ):
        client.figures(["N00090"], ["1080"], [2023])
    assert len(waits) == ATTEMPTS - 1


ROW = {"kpi": "N00090", "municipality": "1080", "period": 2023, "values": []}
T = {"gender": "T", "count": 1, "status": "", "value": 6.5, "isdeleted": False}


def _reply(values, **more):
    return {"values": values, "count": 1, "previous_url": None, "next_url": None} | more


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"<html>", "kan inte läsas"),
        ([], "listan med värden saknas"),
        ({"error": "deprecated"}, "listan med värden saknas"),
        (_reply([7]), "values"),
        (_reply([ROW | {"kpi": None}]), "kpi"),
        (_reply([ROW | {"municipality": 1080}]), "municipality"),
        (_reply([ROW | {"period": "2023-01"}]), "period"),
        (_reply([ROW | {"period": True}]), "period"),
        (_reply([ROW | {"period": 20230}]), "period"),
        (_reply([ROW | {"values": None}]), "values"),
        (_reply([ROW | {"values": [T | {"gender": "F"}]}]), "gender"),
        (_reply([ROW | {"values": [T | {"value": "6,5"}]}]), "value"),
        (_reply([ROW | {"values": [T | {"value": True}]}]), "value"),
        (_reply([ROW | {"values": [T | {"isdeleted": "no"}]}]), "isdeleted"),
        (_reply([ROW | {"values": [T | {"status": 3}]}]), "status"),
        (
            b'{"values": [{"kpi": "a", "ou": "b", "period": 2023, "values": [{"gender": "T", "value": NaN}]}]}',
            "value",
        ),
        (_reply([ROW | {"municipality": "0180", "values": [T]}]), "inte efterfrågats"),
        (_reply([ROW | {"period": 2022, "values": [T]}]), "inte efterfrågats"),
        (_reply([ROW | {"values": [T, T | {"value": 7.0}]}]), "två olika värden"),
        (_reply([], next_url=5), "next_url"),
        (_reply([], next_url="http://evil.example/v3/data"), "annan server"),
    ],
)
def test_an_answer_of_another_kind_is_refused_with_what_is_wrong(server, client, body, sentence):
    server.fault = lambda _number, _path: (200, {}, body)
    with pytest.raises(KoladaError, match=sentence):
        client.figures(["N00090"], ["1080"], [2023])


def test_pages_that_lead_in_a_circle_end(server, client):
    server.fault = lambda _number, path: (200, {}, _reply([], next_url=f"{path}?per_page=5000"))
    with pytest.raises(KoladaError, match="cirkel"):
        client.figures(["N00090"], ["1080"], [2023])
    assert len(server.asked) == 1


def test_missing_secret_and_deleted_figures_say_which_they_are(server, client):
    key = ("N00090", "1080", 2023)
    server.figures |= {(*key, "T"): None, (*key, "K"): None}
    server.marks = {(*key, "T"): {"status": "Private"}, (*key, "M"): {"isdeleted": True, "value": None}}
    found = {figure.gender: figure for figure in client.figures(["N00090"], ["1080"], [2023])}
    assert [found[gender].value for gender in "TKM"] == [None, None, None]
    assert (found["T"].status, found["K"].status, found["M"].is_deleted) == ("Private", "", True)


def test_an_id_that_is_gone_is_left_out_and_one_may_be_found_by_word(server, client):
    server.know("U31462", title="Ej återaktualiserade, andel (%) (- 2024)")
    assert list(client.indicators(["N00090", "X1", "U31462"])) == ["N00090", "U31462"]
    assert [row.id for row in client.search("återaktualiserade")] == ["U31462"]


def test_units_and_places_without_a_name_are_known_by_their_id(server, client):
    server.units = [
        {"id": "V15E1", "municipality": "1080", "title": "Lindgården"},
        {"id": "V15E2", "municipality": "1080", "title": None},
        {"id": "V15E3", "municipality": "1081", "title": "Annan"},
    ]
    server.figures[("N00090", "V15E1", 2023, "T")] = 5.0
    assert client.units("1080") == [KoladaPlace("V15E1", "Lindgården", "1080"), KoladaPlace("V15E2", "V15E2", "1080")]
    [figure] = client.figures(["N00090"], ["V15E1"], [2023], of_units=True)
    assert (figure.place, figure.value) == ("V15E1", 5.0)
    assert "/oudata/kpi/N00090/ou/V15E1/year/2023" in server.asked[-1]
