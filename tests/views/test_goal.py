"""One goal's page: its place among the others, and every indicator with what speaks for it."""

from datetime import date

import pytest

from lib.rules.series import Point
from lib.rules.status import GoalLevel
from lib.views.goal import goal_view, indicator_view
from lib.views.overview import Summary, in_page_order
from tests.helpers.rows import area, assessment, goal, goal_indicator, indicator, observation, target, unit, year
from tests.helpers.seeded import read


def value(point: Point | None) -> float | None:
    return point.measure.value if point and point.measure else None


FAMILY = [
    goal(goal="top", area="b", title="Överst"),
    goal(goal="other", area="a"),
    goal(goal="low", area="b", parent="middle"),
    goal(goal="middle", area="b", parent="top"),
    goal(goal="last", area="b"),
]
AREAS = [area(area="a", order=1), area(area="b", order=2)]


def test_goals_are_in_the_order_of_the_start_page():
    assert in_page_order(read(areas=AREAS, goals=FAMILY)) == ["other", "top", "middle", "low", "last"]


@pytest.mark.parametrize(
    ("code", "parents", "children", "previous", "following"),
    [
        ("other", [], [], None, "top"),
        ("top", [], ["middle"], "other", "middle"),
        ("middle", ["top"], ["low"], "top", "low"),
        ("low", ["top", "middle"], [], "middle", "last"),
        ("last", [], [], "low", None),
    ],
)
def test_a_goal_among_the_others(code, parents, children, previous, following):
    view = goal_view(read(areas=AREAS, goals=FAMILY), code)
    assert view.row.goal.goal == code
    assert [one.goal for one in view.parents] == parents
    assert [row.goal.goal for row in view.children] == children
    assert (view.previous.goal if view.previous else None) == previous
    assert (view.next.goal if view.next else None) == following


def test_a_goal_that_there_is_not():
    with pytest.raises(KeyError, match="'x'"):
        goal_view(read(goals=FAMILY[1:2], areas=AREAS), "x")


def test_a_circle_of_parents_ends():
    view = goal_view(read(goals=[goal(goal="g", parent="h"), goal(goal="h", parent="g")]), "g")
    assert [one.goal for one in view.parents] == ["h"]


def test_the_goals_own_line_and_those_of_its_children():
    data = read(
        goals=[goal(), goal(goal="h", parent="g")],
        indicators=[indicator()],
        goal_indicators=[goal_indicator(goal="h")],
        observations=[observation(value=7.0), observation(value=3.0, **year(2015))],
        targets=[target(value=5.0)],
        assessments=[assessment(verdict="partly")],
    )
    view = goal_view(data, "g", year=2015)
    row = view.row
    assert (row.summary, row.computed, row.depth, view.indicators) == (Summary.NONE, GoalLevel.UNKNOWN, 0, ())
    assert [row.computed for row in view.children] == [GoalLevel.MET]
    assert goal_view(data, "g").row.summary is Summary.PARTLY
    assert [row.computed for row in goal_view(data, "g").children] == [GoalLevel.MISSED]


GENDERS = [
    observation(),
    observation(gender="K", value=6.0),
    observation(gender="M", value=4.0),
    observation(gender="K", value=8.0, **year(2015)),
    observation(unit="u", value=7.0),
    observation(unit="u", gender="K", value=9.0),
]


def test_an_indicator_with_women_and_men():
    data = read(units=[unit()], indicators=[indicator()], observations=GENDERS, targets=[target(value=5.0)])
    view = indicator_view(data, "i", None, "T")
    assert view.about == data.indicators["i"]
    assert [(lead.series.unit, lead.series.gender, value(lead.judged.point)) for lead in view.leads] == [("", "T", 5.5)]
    assert (value(view.women), value(view.men)) == (6.0, 4.0)
    assert [(one.unit, one.gender) for one in view.series] == [("", "T"), ("", "K"), ("", "M"), ("u", "T"), ("u", "K")]


def test_women_and_men_of_a_year():
    view = indicator_view(read(units=[unit()], indicators=[indicator()], observations=GENDERS), "i", 2015, "T")
    assert (value(view.women), value(view.men)) == (8.0, None)


def test_women_and_men_are_those_of_the_unit_that_speaks():
    data = read(units=[unit()], indicators=[indicator()], observations=GENDERS[4:])
    view = indicator_view(data, "i", None, "T")
    assert [lead.series.unit for lead in view.leads] == ["u"]
    assert (value(view.women), value(view.men)) == (9.0, None)


def test_figures_up_to_the_goals_last_day_go_before_newer_ones():
    data = read(
        goals=[goal(valid_to=date(2016, 12, 31))],
        indicators=[indicator()],
        goal_indicators=[goal_indicator()],
        observations=[observation(), observation(value=9.0, **year(2022)), observation(gender="K", **year(2022))],
    )
    (view,) = goal_view(data, "g").indicators
    assert [value(lead.judged.point) for lead in view.leads] == [5.5]
    assert (value(view.women), value(view.men)) == (5.5, None)


def test_an_indicator_with_neither_figure_nor_target():
    view = indicator_view(read(indicators=[indicator()]), "i", None, "T")
    assert (view.leads, view.women, view.men, view.series) == ((), None, None, ())


def test_every_goal_of_the_seed_has_a_page(helsingborg, linkoping, karlskrona):
    for data in (helsingborg, linkoping, karlskrona):
        order = in_page_order(data)
        views = [goal_view(data, code) for code in order]
        assert sorted(order) == sorted(data.goals)
        assert [view.next.goal if view.next else None for view in views] == [*order[1:], None]
        assert [view.previous.goal if view.previous else None for view in views] == [None, *order[:-1]]
        assert [len(view.indicators) for view in views] == [len(data.goal_indicators.get(code, ())) for code in order]


def test_linkopings_first_goal(linkoping):
    view = goal_view(linkoping, "mal-1")
    by_code = {one.about.code: one for one in view.indicators}
    understanding = by_code["forstaelse"]
    assert (value(understanding.women), value(understanding.men)) == (78.0, 88.0)
    assert [(lead.series.unit, value(lead.judged.point)) for lead in understanding.leads] == [
        ("ekonomiskt-bistand", 91.0)
    ]
    assert by_code["vantetid-aof"].leads == ()
