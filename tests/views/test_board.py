"""A board as it is read: everything keyed and in order."""

from datetime import date

import pytest

from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Point
from lib.rules.status import Measure, Qualifier
from lib.store.batches import BatchInfo
from lib.store.store import create_store
from lib.views.board import BoardData, read_board
from tests.helpers.rows import (
    area,
    assessment,
    board,
    event,
    goal,
    goal_indicator,
    indicator,
    observation,
    source,
    tables,
    target,
    unit,
    year,
)
from tests.helpers.seeded import read


def names(data: BoardData) -> list[tuple[str, str, str]]:
    return list(data.series)


def values(data: BoardData, *key: str) -> list[float | None]:
    return [point.measure.value if point.measure else None for point in data.series[key].points]


def test_a_board_that_there_is_not():
    store = create_store("sqlite://")
    with pytest.raises(KeyError, match="b"):
        read_board(store, "b")
    store.close()


def test_an_empty_board():
    data = read()
    assert (data.code, data.board.name, data.years(), data.series, data.goals) == ("b", "Nämnden", [], {}, {})
    assert data.batch is not None
    assert (data.batch.id, data.batch.who) == (1, "test")


def test_everything_is_keyed_by_code_and_in_the_boards_order():
    data = read(
        sources=[source(), source(source="kolada")],
        areas=[area(area="sist", order=2), area(area="först", order=1)],
        units=[unit(unit="v"), unit(unit="u")],
        goals=[goal(goal="h"), goal(goal="g")],
        indicators=[indicator(indicator="j"), indicator(indicator="i")],
        goal_indicators=[goal_indicator(goal="g", indicator="j"), goal_indicator(goal="g", indicator="i")],
        assessments=[assessment(goal="g"), assessment(goal="g", unit="u")],
    )
    assert list(data.sources) == ["s", "kolada"]
    assert list(data.areas) == ["först", "sist"]
    assert list(data.units) == ["v", "u"]
    assert list(data.goals) == ["h", "g"]
    assert list(data.indicators) == list(data.definitions) == ["j", "i"]
    assert data.goal_indicators == {"g": ["j", "i"]}
    assert {code: [one.unit for one in rows] for code, rows in data.assessments.items()} == {"g": ["", "u"]}
    assert [one.goal for one in data.goals_of("i")] == ["g"]
    assert data.goals_of("x") == []


def test_only_the_rows_of_the_board_are_read():
    other = {"board": "c"}
    data = read(
        boards=[board(), board(board="c")],
        goals=[goal(), goal(goal="h", **other)],
        indicators=[indicator(), indicator(indicator="j", **other)],
        observations=[observation(), observation(indicator="j", **other)],
    )
    assert (list(data.goals), list(data.indicators), names(data)) == (["g"], ["i"], [("i", "", "T")])


def test_what_an_indicator_is():
    data = read(indicators=[indicator(definition="Andel", area="a", kolada="N00090", minimum_group=5)], areas=[area()])
    assert data.indicators["i"] == IndicatorTraits(
        board="b",
        code="i",
        name="Indikator",
        definition="Andel",
        unit_of_measure="%",
        decimals=1,
        better="lower",
        statistic="share",
        area="a",
        minimum_group=5,
        kolada="N00090",
    )


def test_years_are_those_of_figures_and_verdicts_newest_first():
    data = read(
        indicators=[indicator()],
        goals=[goal()],
        observations=[
            observation(),
            observation(gender="K"),
            observation(period_start=date(2016, 9, 1), period_end=date(2017, 8, 31)),
            observation(kind="plan", **year(2015)),
        ],
        assessments=[assessment(**year(2019))],
    )
    assert data.years() == [2019, 2017, 2016, 2015]


def test_goals_right_below_a_goal():
    data = read(goals=[goal(), goal(goal="h", parent="g"), goal(goal="i", parent="h"), goal(goal="j", parent="g")])
    assert [one.goal for one in data.children("g")] == ["h", "j"]
    assert data.children("i") == []


def test_units_are_named():
    data = read(units=[unit()])
    assert [data.unit_name(code) for code in ("u", "", "x")] == ["Enhet", "", "x"]


def test_series_are_in_order_of_indicator_unit_and_gender():
    data = read(
        units=[unit(unit="v"), unit(unit="u")],
        indicators=[indicator(indicator="j"), indicator()],
        observations=[
            observation(gender="M"),
            observation(unit="u", gender="K"),
            observation(gender="K"),
            observation(unit="u"),
            observation(unit="v"),
            observation(),
            observation(indicator="j", unit="u"),
        ],
        targets=[target(indicator="j", value=1.0)],
    )
    assert names(data) == [
        ("j", "", "T"),
        ("j", "u", "T"),
        ("i", "", "T"),
        ("i", "", "K"),
        ("i", "", "M"),
        ("i", "v", "T"),
        ("i", "u", "T"),
        ("i", "u", "K"),
    ]
    assert [(one.unit, one.gender) for one in data.of_indicator("j")] == [("", "T"), ("u", "T")]


def test_points_are_in_order_of_time():
    observations = [
        observation(value=4.0, period_start=date(2016, 12, 1), period_end=date(2016, 12, 31)),
        observation(value=2.0, **year(2015)),
        observation(value=3.0),
        observation(value=1.0, **year(2014)),
    ]
    data = read(indicators=[indicator()], observations=observations)
    assert values(data, "i", "", "T") == [1.0, 2.0, 3.0, 4.0]


@pytest.mark.parametrize(
    ("row", "measure", "status"),
    [
        pytest.param({"value": 5.5}, Measure(5.5), "normal", id="number"),
        pytest.param({"value": 0.0}, Measure(0.0), "normal", id="zero"),
        pytest.param({"value": 60.0, "qualifier": "<"}, Measure(60.0, qualifier=Qualifier.BELOW), "normal", id="less"),
        pytest.param({"value": 40.0, "qualifier": "~"}, Measure(40.0, qualifier=Qualifier.ABOUT), "normal", id="about"),
        pytest.param({"value": None, "lower": 2.0, "upper": 3.0}, Measure(None, 2.0, 3.0), "normal", id="range"),
        pytest.param({"value": 5.5, "status": "preliminary"}, Measure(5.5), "preliminary", id="preliminary"),
        pytest.param({"value": None, "status": "missing"}, None, "missing", id="missing"),
        pytest.param({"value": None, "status": "not_applicable"}, None, "not_applicable", id="not applicable"),
        pytest.param({"value": 5.5, "status": "confidential"}, None, "confidential", id="confidential, though stored"),
        pytest.param({"value": 5.5, "count": 10}, None, "hidden", id="of ten people"),
    ],
)
def test_a_point(row, measure, status):
    data = read(
        sources=[source()],
        indicators=[indicator()],
        observations=[observation(note="", source="s", locator="s. 1", **row)],
    )
    assert data.series["i", "", "T"].points == (
        Point(Period.of_year(2016), "outcome", measure, status, source="s", locator="s. 1"),
    )


def test_a_point_of_enough_people_tells_how_many():
    data = read(indicators=[indicator()], observations=[observation(count=11, note="Enkät", kind="forecast")])
    assert data.series["i", "", "T"].points == (
        Point(Period.of_year(2016), "forecast", Measure(5.5), "normal", 11, "Enkät"),
    )


def test_koladas_figures_bear_the_name_of_the_municipality():
    data = read(
        boards=[board(municipality="Linköping")],
        units=[unit(name="Riket", kind="comparison")],
        indicators=[indicator(), indicator(indicator="kolada-n00090", kolada="N00090")],
        observations=[
            observation(),
            observation(indicator="kolada-n00090"),
            observation(indicator="kolada-n00090", unit="u"),
        ],
    )
    assert [one.unit_name for one in data.series.values()] == ["", "Linköping", "Riket"]


def test_a_board_as_of_an_earlier_batch():
    store = create_store("sqlite://")
    first = tables(boards=[board()], indicators=[indicator()], observations=[observation()])
    store.sync(first, BatchInfo("seed", "test"))
    corrected = first | {"boards": [board("Ny nämnd")], "observations": [observation(value=6.0)]}
    store.sync(corrected, BatchInfo("import", "anna", file="rättat.xlsx"))
    before, after = read_board(store, "b", asof=1), read_board(store, "b")
    store.close()
    assert [(data.board.name, values(data, "i", "", "T")) for data in (before, after)] == [
        ("Nämnden", [5.5]),
        ("Ny nämnd", [6.0]),
    ]
    assert [data.batch.file if data.batch else None for data in (before, after)] == ["", "rättat.xlsx"]


def test_the_seeded_boards_are_whole(helsingborg, linkoping, karlskrona):
    counts = {
        data.code: (len(data.goals), sum(len(rows) for rows in data.assessments.values()), len(data.areas))
        for data in (helsingborg, linkoping, karlskrona)
    }
    assert counts["helsingborg"][:2] == (13, 8)
    assert counts["linkoping"][:2] == (12, 34)
    assert counts["karlskrona"][1] == 0
    assert all(goal.area in data.areas for data in (helsingborg, linkoping, karlskrona) for goal in data.goals.values())


def test_events_concern_the_series_they_name_and_are_those_of_the_time():
    kept = [event(), event(event="annan", indicator="i", unit="u", breaks_series=False)]
    rows = {"units": [unit(), unit(unit="grannen", kind="comparison")], "indicators": [indicator()]}
    rows["observations"] = [observation(unit=code) for code in ("", "u", "grannen")]
    data = read(events=kept, **rows)
    assert [one.text for one in data.events] == ["Nytt verksamhetssystem"] * 2
    assert {key[1]: [one.breaks for one in series.events] for key, series in data.series.items()} == {
        "": [True],
        "u": [True, False],
        "grannen": [],
    }


def test_an_event_of_a_department_reaches_the_units_below_it():
    units = [unit(unit="avd", kind="department"), unit(unit="norr", parent="avd"), unit(unit="lag", parent="norr")]
    units.append(unit(unit="annan"))
    codes = ("", "avd", "norr", "lag", "annan")
    data = read(
        events=[event(unit="avd")],
        units=units,
        indicators=[indicator()],
        observations=[observation(unit=code) for code in codes],
    )
    assert [len(data.series["i", code, "T"].events) for code in codes] == [0, 1, 1, 1, 0]


def test_a_frozen_view_has_the_breaks_of_then():
    store = create_store("sqlite://")
    there = tables(boards=[board()], indicators=[indicator()], observations=[observation()])
    store.sync(there, BatchInfo("seed", "test"))
    store.sync(there | {"events": [event()]}, BatchInfo("edit", "test"))
    assert [len(read_board(store, "b", asof).series["i", "", "T"].events) for asof in (1, 2, None)] == [0, 1, 1]
    store.close()
