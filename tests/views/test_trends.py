"""The trends page: which series are chosen, from which years, and which of them share a chart."""

import pytest

from lib.views.trends import blocks, first, names, select, units, years
from tests.helpers.rows import area, goal, goal_indicator, indicator, observation, target, unit, year
from tests.helpers.seeded import read


def test_indicators_with_figures_by_name():
    data = read(
        areas=[area(), area(area="c")],
        goals=[goal(area="c")],
        goal_indicators=[goal_indicator(indicator="j")],
        indicators=[
            indicator(name="Första", area="a"),
            indicator(indicator="j", name="Andra", area="a"),
            indicator(indicator="tom", area="a"),
            indicator(indicator="mål", area="a"),
        ],
        observations=[observation(indicator="j"), observation()],
        targets=[target(indicator="mål", value=1.0)],
    )
    assert names(data) == {"i": "Första", "j": "Andra"}
    assert names(data, "a") == {"i": "Första", "j": "Andra"}
    assert names(data, "c") == {"j": "Andra"}
    assert names(data, "x") == {}


@pytest.mark.parametrize(
    ("figures", "targets", "chosen"),
    [
        pytest.param({}, [], (), id="none"),
        pytest.param({"i": 1}, [], ("i",), id="the only one"),
        pytest.param({"i": 1, "j": 2}, [], ("j",), id="the longest"),
        pytest.param({"i": 4, "j": 3}, ["j"], ("j",), id="three figures against a target"),
        pytest.param({"i": 4, "j": 2}, ["j"], ("i",), id="two figures are no trend"),
        pytest.param({"i": 3, "j": 4}, ["i", "j"], ("j",), id="the longest of those with targets"),
        pytest.param({"i": 3, "j": 3}, [], ("i",), id="the first of equals"),
    ],
)
def test_the_indicator_to_begin_with(figures, targets, chosen):
    data = read(
        indicators=[indicator(indicator=code) for code in figures],
        observations=[
            observation(indicator=code, **year(2010 + number))
            for code, many in figures.items()
            for number in range(many)
        ],
        targets=[target(indicator=code, value=1.0) for code in targets],
    )
    assert first(data) == chosen


def test_units_and_years_that_have_figures():
    data = read(
        units=[unit(unit="v", name="Vuxen"), unit(unit="u", name="Barn")],
        indicators=[indicator(), indicator(indicator="j")],
        observations=[observation(), observation(unit="u", **year(2014)), observation(indicator="j", unit="v")],
        targets=[target(indicator="j", value=1.0)],
    )
    assert units(data, ["i"]) == {"u": "Barn"}
    assert units(data, ["i", "j"]) == {"u": "Barn", "v": "Vuxen"}
    assert years(data, ["i"]) == [2014, 2016]
    assert (units(data, []), years(data, [])) == ({}, [])


FIGURES = [
    observation(),
    observation(gender="K"),
    observation(gender="M"),
    observation(**year(2015)),
    observation(unit="u"),
    observation(unit="u", gender="K", **year(2014)),
    observation(unit="v"),
    observation(indicator="j", unit="u"),
    observation(indicator="j", unit="v"),
]


@pytest.mark.parametrize(
    ("indicators", "chosen", "gender", "span", "found"),
    [
        pytest.param(["i"], [], "T", (None, None), ["i T"], id="the whole board"),
        pytest.param(["i"], ["u"], "T", (None, None), ["i T", "i u T"], id="a unit beside it"),
        pytest.param(["i"], ["v", "u"], "T", (None, None), ["i T", "i v T", "i u T"], id="two units in their order"),
        pytest.param(["j"], [], "T", (None, None), ["j v T", "j u T"], id="every unit where the board has none"),
        pytest.param(["j"], ["u"], "T", (None, None), ["j u T"], id="only the chosen unit"),
        pytest.param(["i"], [], "K", (None, None), ["i K"], id="women"),
        pytest.param(["i"], [], "KM", (None, None), ["i K", "i M"], id="women and men"),
        pytest.param(["j"], [], "KM", (None, None), ["j v T", "j u T"], id="the total where there is no gender"),
        pytest.param(["j", "i"], [], "T", (None, None), ["j v T", "j u T", "i T"], id="in the order chosen"),
        pytest.param(["i"], ["u"], "K", (2015, None), ["i K"], id="without those that have no figure then"),
        pytest.param(["i"], [], "T", (2017, None), [], id="no figures those years"),
        pytest.param([], [], "T", (None, None), [], id="nothing chosen"),
        pytest.param(["x"], [], "T", (None, None), [], id="an indicator that there is not"),
    ],
)
def test_the_chosen_series(indicators, chosen, gender, span, found):
    data = read(
        units=[unit(unit="v"), unit(unit="u")],
        indicators=[indicator(), indicator(indicator="j")],
        observations=FIGURES,
    )
    series = select(data, indicators, chosen, gender, *span)
    assert [" ".join(part for part in (one.about.code, one.unit, one.gender) if part) for one in series] == found


def test_only_the_chosen_years_are_left():
    data = read(indicators=[indicator()], observations=[observation(**year(of)) for of in (2014, 2015, 2016)])
    (one,) = select(data, ["i"], [], "T", 2014, 2015)
    assert [point.period.year for point in one.points] == [2014, 2015]


def test_series_of_one_unit_of_measure_share_a_chart():
    data = read(
        indicators=[
            indicator(name="Andel ett"),
            indicator(indicator="j", name="Väntan", unit_of_measure="dagar"),
            indicator(indicator="k", name="Andel två"),
        ],
        observations=[
            observation(),
            observation(gender="K"),
            observation(indicator="j"),
            observation(indicator="k"),
        ],
    )
    charts = blocks([one for one in data.series.values() if one.points])
    assert [(chart.title, chart.unit, len(chart.traces)) for chart in charts] == [
        ("Andel ett, Andel två", "%", 3),
        ("Väntan", "dagar", 1),
    ]
    assert blocks([]) == []


def test_the_seeded_boards_begin_with_a_trend(helsingborg, linkoping, karlskrona):
    for data in (helsingborg, linkoping, karlskrona):
        (code,) = first(data)
        (one,) = select(data, [code], [], "T", None, None)
        assert len(one.points) > 2
        assert len(blocks([one])[0].marks) == sum(point.measure is not None for point in one.points)


def test_every_figure_of_the_seed_can_be_chosen(karlskrona):
    codes = list(names(karlskrona))
    chosen = list(units(karlskrona, codes))
    found = [one for gender in ("T", "K", "M") for one in select(karlskrona, codes, chosen, gender, None, None)]
    shown = {(one.about.code, one.unit, one.gender) for one in found}
    assert shown == {key for key, one in karlskrona.series.items() if one.points}
