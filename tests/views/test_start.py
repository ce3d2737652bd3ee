"""The start page: tiles that filter, the order of goals, and the words of what is shown."""

import pytest

from lib.views.board import read_board
from lib.views.listing import Listing, Order
from tests.helpers.rows import area, assessment, goal, goal_indicator, indicator, observation, target, unit, year
from tests.helpers.seeded import read
from tests.views.started import start

VERDICTS = {
    "areas": [area(area="a", name="Barn", order=1), area(area="b", name="Vuxna", order=2)],
    "goals": [
        goal(goal="g1", area="a", number="1", title="Ett"),
        goal(goal="g2", area="a", number="1.1", title="Två", parent="g1"),
        goal(goal="g3", area="b", title="Tre"),
        goal(goal="g4", area="b", title="Fyra"),
    ],
    "assessments": [
        assessment(goal="g1"),
        assessment(goal="g2", verdict="not_achieved"),
        assessment(goal="g3", verdict="partly"),
        assessment(goal="g4"),
    ],
}


def tiles(page) -> list[tuple[str, int, str, bool]]:
    return [(tile.look.name, tile.count, tile.address, tile.chosen) for tile in page.tiles]


def listed(page) -> list[tuple[str, list[str]]]:
    return [(group.heading, [line.row.goal.goal for line in group.lines]) for group in page.groups]


def test_the_tiles_count_the_verdicts_and_filter_by_them():
    page = start(read(**VERDICTS))
    assert tiles(page) == [
        ("met", 2, "/?board=b&status=met", False),
        ("nearly", 1, "/?board=b&status=nearly", False),
        ("missed", 1, "/?board=b&status=missed", False),
    ]
    assert listed(page) == [("Barn", ["g1", "g2"]), ("Vuxna", ["g3", "g4"])]
    assert (page.title, page.about) == ("Läget: 4 mål", "Slutlig bedömning 2016")


def test_a_chosen_tile_leads_back_and_only_its_goals_are_listed():
    page = start(read(**VERDICTS), Listing(status="met", order=Order.WORST))
    assert tiles(page)[0] == ("met", 2, "/?board=b&sort=worst", True)
    assert (listed(page), page.shown, page.everything) == ([("", ["g1", "g4"])], 2, "/?board=b&sort=worst")
    assert page.cards == ()


def test_worst_first_has_no_areas():
    page = start(read(**VERDICTS), Listing(order=Order.WORST))
    assert listed(page) == [("", ["g2", "g3", "g1", "g4"])]


def test_a_status_that_no_goal_has_lists_none():
    page = start(read(**VERDICTS), Listing(status="split"))
    assert (listed(page), len(page.tiles)) == ([], 3)


MEASURED = {
    "goals": [goal(goal=f"g{n}", title=f"Mål {n}") for n in range(6)],
    "indicators": [indicator(indicator=f"i{n}") for n in range(6)],
    "goal_indicators": [goal_indicator(goal=f"g{n}", indicator=f"i{n}") for n in range(6)],
    "observations": [observation(indicator=f"i{n}", value=4.0) for n in range(6)],
    "targets": [target(indicator=f"i{n}", value=5.0) for n in range(6)],
}


@pytest.mark.parametrize(
    ("without", "names"),
    [
        pytest.param(1, ["met"], id="one of six is not worth a tile"),
        pytest.param(2, ["met", "unknown"], id="two are"),
        pytest.param(6, ["unknown"], id="nor is there another word"),
    ],
)
def test_goals_that_cannot_be_judged_have_a_tile_where_they_are_many(without, names):
    page = start(read(**MEASURED | {"targets": MEASURED["targets"][without:]}))
    assert [tile.look.name for tile in page.tiles] == names
    assert [badge.count for badge in page.bar] == [count for count in (6 - without, without) if count]
    assert bool(page.reasons) is (without > 1)


def test_a_board_without_verdicts_is_counted_by_its_figures():
    page = start(read(**MEASURED))
    assert (page.by_verdict, tiles(page)) == (False, [("met", 6, "/?board=b&status=met", False)])
    assert page.about == "Källan ger inga bedömningar av målen · årssiffror 2016"


def test_the_goals_that_changed_since_the_meeting_come_first():
    before = read(**MEASURED | {"observations": MEASURED["observations"][1:]})
    page = start(read(**MEASURED), Listing(order=Order.CHANGED), before)
    since = "mötet den 14 februari 2017 (Bokslut)"
    assert listed(page) == [
        (f"Ändrade sedan {since}", ["g0"]),
        (f"Oförändrade sedan {since}", ["g1", "g2", "g3", "g4", "g5"]),
    ]
    unchanged = start(before, Listing(order=Order.CHANGED), before)
    assert [heading for heading, _goals in listed(unchanged)] == [f"Inget mål har ändrats sedan {since}"]


def test_the_order_by_change_is_offered_only_after_a_meeting():
    data = read(**MEASURED)
    assert [order.code for order in start(data).orders] == ["", "worst"]
    assert [(order.code, order.chosen) for order in start(data, before=data).orders] == [
        ("", True),
        ("worst", False),
        ("changed", False),
    ]


def test_the_filter_and_the_age_of_the_figures_stand_on_a_line(seeded):
    page = start(read_board(seeded, "exempelstad"))
    assert page.about == (
        "Delårsbedömning 2026 · månadssiffror till och med september 2026"
        " · delårssiffror till och med augusti 2026 · årssiffror 2025"
    )
    women = start(read_board(seeded, "exempelstad"), gender="K", year=2025)
    assert women.about.startswith("2025 · Kvinnor · ")


def lines(page) -> dict[str, object]:
    return {line.row.goal.goal: line for group in page.groups for line in group.lines}


def test_a_goal_without_a_figure_shows_what_its_children_are():
    page = start(read(**VERDICTS))
    assert [(badge.look.name, badge.count) for badge in lines(page)["g1"].children] == [("missed", 1)]
    assert lines(page)["g2"].children == ()


def test_departments_and_aspects_are_named_short_with_their_verdicts():
    rows = {
        "goals": [goal()],
        "units": [unit(unit="u", name="Vuxenavdelningen (VUX)"), unit(unit="v", name="Barn")],
        "assessments": [
            assessment(unit="u", aspect="väntetid", verdict="partly"),
            assessment(unit="v", verdict="not_achieved"),
        ],
    }
    line = lines(start(read(**rows)))["g"]
    assert [(unit.look.name, unit.name) for unit in line.units] == [("nearly", "VUX, väntetid"), ("missed", "Barn")]
    assert line.status.name == "split"
    whole = lines(start(read(goals=[goal()], assessments=[assessment()])))["g"]
    assert whole.units == ()


@pytest.mark.parametrize(
    ("figure", "size"),
    [
        pytest.param(observation(value=4.0), "", id="a number"),
        pytest.param(observation(value=14.0, qualifier="<"), "long", id="less than a number"),
        pytest.param(observation(value=None, status="missing"), "words", id="no number"),
    ],
)
def test_a_figure_is_as_large_as_it_finds_room(figure, size):
    row = {"observations": [figure], "indicators": [indicator(unit_of_measure="dagar")]}
    one = {"goals": [goal()], "goal_indicators": [goal_indicator()]}
    assert lines(start(read(**one, **row)))["g"].size == size


def test_years_that_were_chosen_end_the_trend():
    rows = {
        "goals": [goal()],
        "indicators": [indicator()],
        "goal_indicators": [goal_indicator()],
        "observations": [observation(value=float(value), **year(2010 + value)) for value in range(1, 9)],
    }
    data = read(**rows)
    assert lines(start(data))["g"].trend.direction == "worsening"
    assert lines(start(data, year=2012))["g"].trend.direction == ""
