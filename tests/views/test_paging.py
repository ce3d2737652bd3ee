"""A board of many goals: a page holds some of them, the worst first, and leads to all the others."""

import pytest

from lib.views.listing import Listing, Order
from lib.views.paging import AT_ONCE, ROOM
from tests.helpers.rows import area, assessment, goal, goal_indicator, indicator, observation, target
from tests.helpers.seeded import read
from tests.views.started import start


def board(count: int, areas: int = 4, last: str = "a3"):
    """Goals in areas by turns, the later half of them missed; `last` is the area of each fourth."""
    codes = [f"g{n:03}" for n in range(count)]
    places = [*(f"a{n}" for n in range(areas - 1)), last]
    verdicts = {code: "achieved" if n < count // 2 else "not_achieved" for n, code in enumerate(codes)}
    return read(
        areas=[area(area=f"a{n}", name=f"Område {n}", order=n) for n in range(areas)],
        goals=[goal(goal=code, area=places[n % areas], title=f"Mål {n}") for n, code in enumerate(codes)],
        assessments=[assessment(goal=code, verdict=verdict) for code, verdict in verdicts.items()],
        indicators=[indicator()],
        goal_indicators=[goal_indicator(goal=code) for code in codes],
        observations=[observation(value=4.0)],
        targets=[target(value=5.0)],
    )


MOST = ROOM // 3


def listed(page) -> list[list[str]]:
    return [[line.row.goal.goal for line in group.lines] for group in page.groups]


@pytest.mark.parametrize(
    ("count", "lines"),
    [pytest.param(MOST, MOST, id="as many as find room"), pytest.param(MOST + 1, AT_ONCE, id="one more")],
)
def test_all_goals_are_there_as_long_as_they_find_room(count, lines):
    page = start(board(count))
    assert (page.shown, sum(map(len, listed(page))), page.parts) == (count, lines, ())
    assert {bool(group.more) for group in page.groups} == {lines < count}


def test_an_area_has_its_worst_goals_and_leads_to_all_of_them():
    page = start(board(200))
    assert [(group.total, len(group.lines), group.more) for group in page.groups] == [
        (50, 15, f"/?board=b&area=a{n}") for n in range(4)
    ]
    assert {line.status.name for group in page.groups for line in group.lines} == {"missed"}
    assert page.is_folded
    whole = start(board(200), area="a1")
    assert (listed(whole), whole.is_folded) == ([[f"g{n:03}" for n in range(1, 200, 4)]], False)


def test_goals_of_no_area_are_reached_worst_first():
    alone = start(board(200, last="")).groups[-1]
    assert (alone.heading, alone.total, alone.more) == ("Utan område", 50, "/?board=b&sort=worst")


@pytest.mark.parametrize("order", [Order.WORST, Order.CHANGED])
def test_the_parts_of_a_list_have_every_goal_once(order):
    data = board(200)
    pages = [start(data, Listing(order=order, page=number), data) for number in (1, 2, 3, 4)]
    codes = [[code for group in listed(page) for code in group] for page in pages]
    assert [len(part) for part in codes] == [60, 60, 60, 20]
    assert sorted(code for part in codes for code in part) == [f"g{n:03}" for n in range(200)]
    current = [[part.number for part in page.parts if part.is_current] for page in pages]
    assert (current, len(pages[1].parts)) == ([[1], [2], [3], [4]], 4)
    assert pages[1].parts[2].address == f"/?board=b&sort={order}&page=3"
    assert pages[1].everything == f"/?board=b&sort={order}"


def test_a_part_that_is_not_there_is_the_last():
    page = start(board(200), Listing(order=Order.WORST, page=9))
    assert [part.number for part in page.parts if part.is_current] == [4]


def test_a_line_that_is_shown_has_its_figure_and_trend():
    page = start(board(200))
    assert {line.figure.figure for group in page.groups for line in group.lines} == {"4,0\u00a0%"}
    assert [(tile.look.name, tile.count) for tile in page.tiles] == [("met", 100), ("missed", 100)]
