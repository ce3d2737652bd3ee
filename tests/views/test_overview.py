"""The start page's read model: verdicts taken together, levels, where they differ, and which figure leads."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.rules.periods import Period
from lib.rules.status import GoalLevel, Level, Verdict
from lib.views.overview import Overview, Summary, overview, summarise, verdict_rows
from tests.helpers.rows import area, assessment, goal, observation, unit, year
from tests.helpers.seeded import read
from tests.views.measured import measured, one_row

ACHIEVED, PARTLY, NOT, CANNOT, LATER = Verdict


@pytest.mark.parametrize(
    ("verdicts", "summary"),
    [
        pytest.param([], Summary.NONE, id="none"),
        pytest.param([ACHIEVED], Summary.ACHIEVED, id="achieved"),
        pytest.param([PARTLY, PARTLY], Summary.PARTLY, id="all partly"),
        pytest.param([NOT, NOT, NOT], Summary.NOT_ACHIEVED, id="all not"),
        pytest.param([ACHIEVED, NOT], Summary.SPLIT, id="achieved and not"),
        pytest.param([ACHIEVED, PARTLY], Summary.SPLIT, id="achieved and partly"),
        pytest.param([LATER], Summary.LATER, id="only later"),
        pytest.param([CANNOT, CANNOT], Summary.NOT_ASSESSABLE, id="only what cannot be judged"),
        pytest.param([ACHIEVED, LATER], Summary.ACHIEVED, id="the rest later"),
        pytest.param([NOT, CANNOT, LATER], Summary.NOT_ACHIEVED, id="the rest later or not assessable"),
        pytest.param([PARTLY, ACHIEVED, LATER], Summary.SPLIT, id="split, the rest later"),
        pytest.param([LATER, CANNOT], Summary.NONE, id="nothing said in two ways"),
    ],
)
def test_verdicts_taken_together(verdicts, summary):
    assert summarise(verdicts) is summary


@given(verdicts=st.lists(st.sampled_from(Verdict)), times=st.integers(1, 3))
def test_neither_order_nor_repetition_changes_the_summary(verdicts, times):
    assert summarise(list(reversed(verdicts)) * times) is summarise(verdicts)
    assert (summarise(verdicts) is Summary.SPLIT) == (len({ACHIEVED, PARTLY, NOT} & set(verdicts)) > 1)


def codes(view: Overview) -> list[tuple[str, str, int]]:
    """Area, goal and depth of every line, in order."""
    return [(group.area.area, row.goal.goal, row.depth) for group in view.groups for row in group.rows]


AREAS = [area(area="b", order=2), area(area="a", order=1), area(area="tom", order=3)]


def test_goals_stand_under_their_areas_in_the_areas_order():
    data = read(areas=AREAS, goals=[goal(goal="g", area="b"), goal(goal="h", area="a"), goal(goal="i", area="b")])
    assert codes(overview(data)) == [("a", "h", 0), ("b", "g", 0), ("b", "i", 0)]
    assert codes(overview(data, area="b")) == [("b", "g", 0), ("b", "i", 0)]
    assert codes(overview(data, area="tom")) == []


def test_goals_without_an_area_come_last():
    view = overview(read(areas=AREAS, goals=[goal(goal="g"), goal(goal="h", area="a")]))
    assert codes(view) == [("a", "h", 0), ("", "g", 0)]
    assert view.groups[-1].area.name == "Utan område"


def test_children_stand_right_below_their_parents():
    family = [("g3", "g2"), ("g1", ""), ("g2", "g1"), ("g4", ""), ("g5", "g1")]
    data = read(areas=[area()], goals=[goal(goal=code, parent=parent, area="a") for code, parent in family])
    assert [row[1:] for row in codes(overview(data))] == [("g1", 0), ("g2", 1), ("g3", 2), ("g5", 1), ("g4", 0)]


def test_a_child_in_another_area_than_its_parent_stands_by_itself():
    data = read(areas=AREAS, goals=[goal(goal="g", area="a"), goal(goal="h", area="b", parent="g")])
    assert codes(overview(data)) == [("a", "g", 0), ("b", "h", 0)]


def test_goals_that_are_each_others_parents_are_not_lost():
    circle = [goal(goal="g", parent="h", area="a"), goal(goal="h", parent="g", area="a"), goal(goal="i", area="a")]
    assert codes(overview(read(areas=[area()], goals=circle))) == [("a", "i", 0), ("a", "g", 0), ("a", "h", 0)]


parents = st.lists(st.integers(-1, 7), min_size=8, max_size=8)


@given(above=parents)
@settings(max_examples=20, deadline=None)
def test_every_goal_has_one_line_whatever_the_hierarchy(above):
    names = [f"g{number}" for number in range(8)]
    goals = [goal(goal=name, parent="" if up < 0 else names[up]) for name, up in zip(names, above, strict=True)]
    lines = codes(overview(read(goals=goals)))
    assert sorted(line[1] for line in lines) == names
    depths = {name: depth for _area, name, depth in lines}
    roots = [name for name, up in zip(names, above, strict=True) if up < 0]
    assert [depths[name] for name in roots] == [0] * len(roots)


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "years"),
    [
        pytest.param(None, None, [2015, 2016, 2017], id="always"),
        pytest.param(date(2016, 1, 1), None, [2016, 2017], id="from a year"),
        pytest.param(None, date(2016, 12, 31), [2015, 2016], id="to a year"),
        pytest.param(date(2016, 12, 31), date(2017, 1, 1), [2016, 2017], id="a day of each"),
    ],
)
def test_goals_that_hold_in_the_year(valid_from, valid_to, years):
    data = read(goals=[goal(valid_from=valid_from, valid_to=valid_to)])
    assert [of for of in (2015, 2016, 2017) if overview(data, year=of).rows] == years
    assert len(overview(data).rows) == 1


def test_verdicts_are_those_of_the_newest_period_in_order_of_unit():
    data = read(
        units=[unit(unit="v", name="Vuxen"), unit(unit="u", name="Barn")],
        goals=[goal()],
        assessments=[
            assessment(unit="u", verdict="partly", aspect="bemötande", comment="Köer", locator="Mål 1"),
            assessment(unit="v", verdict="not_achieved", stage="forecast"),
            assessment(verdict="achieved"),
            assessment(verdict="later", **year(2015)),
        ],
    )
    newest = verdict_rows(data, "g", None)
    assert [(row.unit_name, row.aspect, row.verdict, row.stage) for row in newest] == [
        ("", "", ACHIEVED, "final"),
        ("Vuxen", "", NOT, "forecast"),
        ("Barn", "bemötande", PARTLY, "final"),
    ]
    assert (newest[2].period, newest[2].comment, newest[2].locator) == (Period.of_year(2016), "Köer", "Mål 1")
    assert [row.verdict for row in verdict_rows(data, "g", 2015)] == [LATER]
    assert verdict_rows(data, "g", 2014) == ()
    assert overview(data).departments == (("v", "Vuxen"), ("u", "Barn"))


# The committed seed.


def test_helsingborgs_totals(helsingborg):
    view = overview(helsingborg)
    assert view.by_verdict == {
        Summary.ACHIEVED: 2,
        Summary.PARTLY: 3,
        Summary.NOT_ACHIEVED: 3,
        Summary.NONE: len(view.rows) - 8,
    }
    assert sum(view.by_level.values()) == len(view.rows) == len(helsingborg.goals)
    assert view.departments == ()


def test_helsingborgs_employer_goal_is_missed_as_the_board_says(helsingborg):
    row = next(row for row in overview(helsingborg).rows if row.goal.goal == "arbetsgivare")
    assert (row.summary, row.computed, row.agreement) == (Summary.NOT_ACHIEVED, GoalLevel.MISSED, True)
    assert row.lead is not None
    assert row.lead.series.about.code == "sjukfranvaro"
    judgement = row.lead.judged.judgement
    assert (judgement.level, judgement.limit, judgement.gap) == (Level.MISSED, 5.0, 0.5)


def test_helsingborg_in_a_year_without_goals(helsingborg):
    assert overview(helsingborg, year=2015).groups == ()


def test_linkopings_totals_and_departments(linkoping):
    view = overview(linkoping)
    assert view.by_verdict == {Summary.ACHIEVED: 7, Summary.SPLIT: 5}
    assert [row.goal.number for row in view.rows if row.summary is Summary.SPLIT] == ["1", "2", "3", "4", "6"]
    assert [code for code, _name in view.departments] == ["ekonomiskt-bistand", "ifo", "aof"]


def test_where_linkopings_verdicts_and_the_levels_differ(linkoping):
    """Women understood less often than men, and one department's better control while the others have not measured."""
    differing = [(row.goal.goal, row.summary, row.computed) for row in overview(linkoping).differing]
    assert differing == [("mal-11", Summary.ACHIEVED, GoalLevel.PARTLY), ("mal-2", Summary.SPLIT, GoalLevel.MET)]


def test_linkoping_by_area(linkoping):
    view = overview(linkoping, area="medarbetare", year=2018)
    assert [row.goal.goal for row in view.rows] == ["mal-9", "mal-10", "mal-12"]
    assert (view.year, view.gender) == (2018, "T")


def test_karlskronas_goals_stand_below_those_they_break_down(karlskrona):
    view = overview(karlskrona)
    assert len(view.rows) == len(karlskrona.goals)
    assert max(row.depth for row in view.rows) == 3
    assert view.by_verdict == {Summary.NONE: len(view.rows)}


def test_a_budget_stands_for_a_goal_without_outcome():
    data = measured(observation(kind="budget", value=7.0), observation(kind="plan", value=6.0, **year(2017)))
    assert [
        (row.lead.judged.point.kind, row.lead.judged.point.measure.value, row.computed)
        for row in (one_row(data), one_row(data, year=2017))
    ] == [("budget", 7.0, GoalLevel.UNKNOWN), ("plan", 6.0, GoalLevel.UNKNOWN)]
    assert one_row(data, year=2015).lead is None
