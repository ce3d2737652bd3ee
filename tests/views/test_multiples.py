"""Small charts of an area's indicators: the worst first, as many areas as can be read, and the way to the others."""

import pytest

from lib.views.board import read_board
from lib.views.choice import ALL, Choice
from lib.views.multiples import AT_ONCE, OtherArea, multiples
from tests.helpers.rows import area, goal, goal_indicator, indicator, observation, target, unit, year
from tests.helpers.seeded import read

AREA = {"area": "a"}


def years(code: str, *values: float, **more) -> list[dict]:
    """Figures of an indicator, the last for 2020."""
    first = 2021 - len(values)
    return [
        observation(indicator=code, value=value, **year(first + place), **more) for place, value in enumerate(values)
    ]


def titles(data, choice: Choice = ALL) -> dict[str, list[str]]:
    return {area.code: [card.title for card in area.cards] for area in multiples(data, choice).areas}


@pytest.fixture(scope="module")
def board():
    """An indicator of each kind, which the higher the better, with the limit 50."""
    codes = ("met", "without", "missed", "sinking", "nearly")
    return read(
        areas=[area()],
        indicators=[indicator(indicator=code, name=code, area="a", better="higher") for code in codes],
        observations=[
            *years("met", 60, 61, 60, 62, 60),
            *years("without", 40, 42, 40, 41, 40),
            *years("missed", 40, 42, 40, 41, 40),
            *years("sinking", 49, 48, 47, 46, 45, 44, 43, 42),
            *years("nearly", 40, 42, 40, 41, 49),
        ],
        targets=[
            target(indicator=code, rule="at_least", value=50.0, **({"near": 45.0} if code == "nearly" else {}))
            for code in codes
            if code != "without"
        ],
    )


def test_the_worst_come_first(board):
    assert titles(board) == {"a": ["sinking", "missed", "nearly", "without", "met"]}


def test_a_card_says_status_direction_figure_and_change_and_leads_to_its_chart(board):
    [shown] = multiples(board, Choice(board="b", gender="T")).areas
    sinking, without = shown.cards[0], shown.cards[3]
    assert (sinking.kicker, sinking.tone, sinking.icon) == ("inte uppfyllt, försämras", "missed", "missed")
    assert (sinking.figure, sinking.about) == ("42,0\u00a0%", "2020")
    assert sinking.sentence.replace("\u00a0", " ") == "−1,0 procentenheter sedan 2019."
    assert sinking.address == "/trender?board=b&indicator=sinking"
    assert [step.y for step in sinking.chart.steps] == [50.0]
    assert (without.kicker, without.tone) == ("utan målvärde, ingen tydlig trend", "none")


def test_a_year_is_the_last_in_the_chart_and_the_figure_is_of_it(board):
    card = multiples(board, Choice(year=2018)).areas[0].cards[-1]
    assert (card.title, card.figure, card.about) == ("met", "60,0\u00a0%", "2018")
    assert [mark.label for mark in card.chart.marks] == ["2016", "2017", "2018"]


def test_a_single_figure_and_yes_or_no_have_no_chart():
    data = read(
        areas=[area()],
        indicators=[indicator(area="a"), indicator(indicator="j", area="a", unit_of_measure="ja/nej")],
        observations=[*years("i", 5.0), *years("j", 0.0, 1.0)],
    )
    assert [card.chart for card in multiples(data, ALL).areas[0].cards] == [None, None]


def test_of_several_units_the_one_that_matters_most_speaks():
    data = read(
        areas=[area()],
        units=[unit(unit="v", name="Vuxen"), unit(unit="u", name="Barn")],
        indicators=[indicator(area="a", better="higher")],
        observations=[*years("i", 60, 60, unit="v"), *years("i", 40, 40, unit="u")],
        targets=[target(rule="at_least", value=50.0, unit=code) for code in "vu"],
    )
    [card] = multiples(data, ALL).areas[0].cards
    assert (card.figure, card.about, card.tone) == ("40,0\u00a0%", "2020, Barn", "missed")


def test_women_are_never_shown_by_a_total_and_what_lacks_them_is_counted():
    data = read(
        areas=[area()],
        indicators=[indicator(area="a"), indicator(indicator="j", area="a")],
        observations=[*years("i", 1.0, 2.0), *years("i", 3.0, 4.0, gender="K"), *years("j", 5.0, 6.0)],
    )
    shown = multiples(data, Choice(gender="K"))
    assert [(card.figure, card.about) for card in shown.areas[0].cards] == [("4,0\u00a0%", "2020, kvinnor")]
    assert (shown.codes, shown.lacking) == (("i",), 1)


@pytest.fixture(scope="module")
def large():
    """Three areas: one larger than can be read at once, then two small; a goal takes an indicator to its own."""
    first = [indicator(indicator=f"i{n}", area="a") for n in range(AT_ONCE + 3)]
    others = [indicator(indicator="j", area="c"), indicator(indicator="k", area="d"), indicator(indicator="l")]
    rows = [*first, *others]
    return read(
        areas=[area(), area(area="c", name="Cé"), area(area="d", name="De")],
        goals=[goal(area="d")],
        goal_indicators=[goal_indicator(indicator="l")],
        indicators=rows,
        observations=[row for each in rows for row in years(each["indicator"], 5.0, 6.0)],
        targets=[target(indicator="k", rule="at_least", value=50.0)],
    )


def test_the_first_area_is_whole_and_the_others_are_led_to(large):
    shown = multiples(large, Choice(board="b"))
    assert [(each.code, len(each.cards)) for each in shown.areas] == [("a", AT_ONCE + 3)]
    assert shown.others == (
        OtherArea("Cé", "/trender?board=b&area=c", 1, 0),
        OtherArea("De", "/trender?board=b&area=d", 2, 1),
    )


def test_a_chosen_area_is_shown_alone_with_the_indicators_of_its_goals(large):
    shown = multiples(large, Choice(area="d"))
    assert [(each.code, {card.address.partition("indicator=")[2] for card in each.cards}) for each in shown.areas] == [
        ("d", {"k", "l"})
    ]
    assert shown.others == ()


def test_every_indicator_with_figures_is_shown_or_led_to_once(karlskrona):
    shown = multiples(karlskrona, Choice(board="karlskrona"))
    assert len(set(shown.codes)) == len(shown.codes) == sum(len(each.cards) for each in shown.areas)
    total = len(shown.codes) + sum(other.indicators for other in shown.others) + shown.lacking
    assert total == len(
        [code for code in karlskrona.indicators if any(s.points for s in karlskrona.of_indicator(code))]
    )
    assert len(shown.codes) <= AT_ONCE


def test_a_board_without_figures_has_none():
    shown = multiples(read(areas=[area()]), ALL)
    assert (shown.areas, shown.others, shown.codes) == ((), (), ())


def test_the_level_is_that_of_the_goals_page(seeded):
    """A card's tone is the status by which the goal's page judges the indicator."""
    shown = multiples(read_board(seeded, "exempelstad"), Choice(board="exempelstad"))
    tones = {card.title: card.tone for each in shown.areas for card in each.cards}
    assert (tones["Placerade barn och unga"], tones["Ansökningar på nätet"]) == ("missed", "met")
