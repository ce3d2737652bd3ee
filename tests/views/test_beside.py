"""The board beside others: what is said, what is drawn, and figures worked out elsewhere for the county of Blekinge."""

from datetime import date

import pytest

from lib.charts.chart import plain_chart
from lib.charts.svg_chart import line_chart
from lib.rules.beside import quartiles
from lib.rules.periods import Period
from lib.views.beside import beside_sentences, compared, with_others
from lib.views.choice import Choice
from lib.views.goal_story import goal_story
from lib.views.multiples import multiples
from tests.helpers.rows import comparison, goal, goal_indicator, indicator, observation, target, unit, year
from tests.helpers.seeded import read

NAMES = {"a": "Aby", "b": "Boda", "c": "Ceby", "d": "Dal"}
VALUES = {"": (9.0, 8.0), "a": (6.0, 7.0), "b": (9.0, 9.0), "c": (5.0, 6.0), "d": (None, None)}


def board(values=VALUES, **rows):
    figures = [
        observation(unit=code, value=value, **year(2015 + n))
        for code, pair in values.items()
        for n, value in enumerate(pair)
        if value is not None
    ]
    usual = {
        "goals": [goal()],
        "indicators": [indicator()],
        "goal_indicators": [goal_indicator()],
        "targets": [target(value=5.0)],
        "units": [unit(unit=code, name=name, kind="comparison") for code, name in NAMES.items()],
        "comparisons": [comparison(unit=code) for code in NAMES],
        "observations": figures,
    }
    return read(**usual | rows)


def said(data) -> list[str]:
    series = data.series["i", "", "T"]
    return [text.replace("\u00a0", " ") for text in beside_sentences(data, series, series.newest(None))]


def test_a_place_is_told_with_the_median_the_way_to_the_target_and_who_is_missing():
    assert said(board()) == [
        "Plats 3 av 4 bland liknande kommuner, 2016; de andras median är 7,0 %. "
        "Närmare målet än för ett år sedan. Siffra saknas: Dal."
    ]


def test_where_neither_way_is_better_only_the_median_is_told():
    data = board(indicators=[indicator(better="none")], targets=[])
    assert said(data) == ["liknande kommuner, 2016: medianen av 3 är 7,0 %. Siffra saknas: Dal."]


def test_too_few_give_no_place_and_stand_with_their_figures():
    data = board({"": (None, 8.0), "a": (None, 7.0), "b": (None, 9.0)})
    assert said(data) == [
        "liknande kommuner, 2016: Aby 7,0 % och Boda 9,0 %. För få har en siffra för att ge en plats. "
        "Siffra saknas: Ceby och Dal."
    ]


def test_a_figure_that_may_not_be_shown_is_not_called_missing():
    hidden = observation(unit="d", value=None, status="confidential", **year(2016))
    figures = [observation(unit=code, value=pair[1], **year(2016)) for code, pair in VALUES.items() if code != "d"]
    assert said(board(observations=[*figures, hidden])) == [
        "Plats 3 av 4 bland liknande kommuner, 2016; de andras median är 7,0 %. Visas inte: Dal."
    ]


def test_those_of_no_group_stand_with_their_figures_and_have_no_place():
    assert said(board(comparisons=[])) == ["Att jämföra med, 2016: Aby 7,0 %, Boda 9,0 % och Ceby 6,0 %."]


def test_a_rank_decides_no_level():
    data, alone = board(), board(comparisons=[])
    for one in (data, alone):
        assert goal_story(one, "g", Choice()).computed.word == "inte uppfyllt, 1 av 1 indikator"
    worst = board(VALUES | {"": (5.0, 4.9)}, targets=[target(value=4.0)])
    assert goal_story(worst, "g", Choice()).computed.word == "inte uppfyllt, 1 av 1 indikator"
    assert said(worst)[0].startswith("Plats 1 av 4")


def test_others_are_thin_lines_with_names_and_not_rows_among_the_board_s_own():
    data = board(VALUES | {"d": (8.0, 8.0)})
    [indicator_] = goal_story(data, "g", Choice()).indicators
    assert [one.name for one in indicator_.chart.others] == ["Aby", "Boda", "Ceby", "Dal"]
    assert [(one.x, one.lower, one.median, one.upper) for one in indicator_.chart.spreads] == [
        (2015.5, 5.75, 7.0, 8.25),
        (2016.5, 6.75, 7.5, 8.25),
    ]
    assert indicator_.others is None
    assert [lead.series.unit for lead in indicator_.shown] == [""]
    drawn = line_chart(indicator_.chart, stops=True)
    assert drawn.count('class="mb-other"') == 4
    assert 'tabindex="0" aria-label="Boda, 2016: 9,0' in drawn
    assert indicator_.beside[-1] == "Grå linjer: liknande kommuner. Bandet är den mittersta hälften av dem."
    [card] = multiples(data, Choice()).areas[0].cards
    assert len(card.chart.others) == 4


# Worked out with pandas and numpy from Kolada's published figures, not by this program:
# indicator, gender, year, place, of how many, the others' median and quartiles (None = of three or fewer).
BLEKINGE = (
    ("n00090", "T", 2022, 4, 5, 7.55, (7.15, 8.075)),
    ("n00090", "T", 2021, 2, 4, 7.6, None),
    ("n00090", "K", 2022, 4, 5, 8.35, (7.85, 8.925)),
    ("n31807", "T", 2022, 3, 5, 2.103525, (1.2705, 3.3146)),
    ("n33816", "T", 2022, 4, 5, 4.97698, (3.7204, 6.3591)),
    ("n33816", "K", 2022, 3, 4, 5.07471, None),
    ("u33401", "T", 2022, 3, 4, 93.0, None),
    ("u30447", "T", 2022, None, 3, None, None),
    ("n30005", "T", 2022, None, 5, 4557.085, (3552.5375, 5350.5625)),
)


@pytest.mark.parametrize(("code", "gender", "at", "place", "total", "middle", "ends"), BLEKINGE)
def test_figures_worked_out_elsewhere(karlskrona, code, gender, at, place, total, middle, ends):
    series = karlskrona.series[f"kolada-{code}", "", gender]
    point = next(p for p in series.points if p.period == Period(date(at, 1, 1), date(at, 12, 31)))
    (found,) = compared(karlskrona, series, point)
    assert (found.group, found.standing.place, found.standing.total) == ("kommunerna i Blekinge", place, total)
    assert found.standing.median == (pytest.approx(middle) if middle else None)
    band = quartiles(found.standing.others)
    assert (band and (band.lower, band.upper)) == (pytest.approx(ends, abs=1e-4) if ends else None)
    assert with_others(karlskrona, plain_chart([series]), series).others
