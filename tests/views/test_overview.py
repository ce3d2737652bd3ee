"""The start page's read model: verdicts taken together, levels, where they differ, and which figure leads."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.rules.periods import Period
from lib.rules.status import GoalLevel, Level, Verdict
from lib.views.board import BoardData
from lib.views.leads import judged_series
from lib.views.overview import Overview, Summary, goal_row, overview, summarise, verdict_rows
from tests.helpers.rows import area, assessment, goal, goal_indicator, indicator, observation, target, unit, year
from tests.helpers.seeded import read

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


def measured(*figures: dict, **rows) -> BoardData:
    """A goal with the indicator 'i' and its figures; at most 5 % where no other targets are given."""
    standing = {
        "goals": [goal()],
        "indicators": [indicator()],
        "goal_indicators": [goal_indicator()],
        "targets": [target(value=5.0)],
        "units": [unit(unit="u"), unit(unit="v")],
        "observations": list(figures),
    }
    return read(**standing | rows)


def one_row(data: BoardData, **choice):
    (row,) = overview(data, **choice).rows
    return row


@pytest.mark.parametrize(
    ("verdict", "figure", "computed", "agreement"),
    [
        pytest.param("achieved", 5.0, GoalLevel.MET, True, id="achieved and met"),
        pytest.param("achieved", 5.1, GoalLevel.MISSED, False, id="achieved but missed"),
        pytest.param("not_achieved", 5.1, GoalLevel.MISSED, True, id="not achieved and missed"),
        pytest.param("not_achieved", 5.0, GoalLevel.MET, False, id="not achieved but met"),
        pytest.param("partly", 5.0, GoalLevel.MET, False, id="partly but met"),
        pytest.param("later", 5.0, GoalLevel.MET, None, id="later"),
        pytest.param("not_assessable", 5.0, GoalLevel.MET, None, id="not assessable"),
        pytest.param("", 5.0, GoalLevel.MET, None, id="no verdict"),
        pytest.param("achieved", None, GoalLevel.UNKNOWN, None, id="no figure"),
    ],
)
def test_whether_verdict_and_level_agree(verdict, figure, computed, agreement):
    data = measured(
        *([observation(value=figure)] if figure else []), assessments=[assessment(verdict=verdict)] if verdict else []
    )
    row = one_row(data)
    assert (row.computed, row.agreement) == (computed, agreement)
    assert overview(data).differing == ((row,) if agreement is False else ())


def test_verdicts_that_differ_agree_with_a_goal_partly_met():
    split = [assessment(unit="u"), assessment(unit="v", verdict="not_achieved")]
    figures = [observation(unit="u", value=4.0), observation(unit="v", value=6.0)]
    row = one_row(measured(*figures, assessments=split))
    assert (row.summary, row.computed, row.agreement) == (Summary.SPLIT, GoalLevel.PARTLY, True)
    row = one_row(measured(figures[0], assessments=split))
    assert (row.summary, row.computed, row.agreement) == (Summary.SPLIT, GoalLevel.MET, False)


def speaking(data: BoardData, of: int | None = None, gender: str = "T") -> list[tuple[str, str, float | None]]:
    """Unit, gender and figure of the series that speak for the indicator."""
    return [
        (
            one.series.unit,
            one.series.gender,
            one.judged.point and one.judged.point.measure and one.judged.point.measure.value,
        )
        for one in judged_series(data, "i", of, gender)
    ]


def test_the_whole_boards_figure_speaks_before_the_units():
    figures = [observation(unit="u", value=4.0), observation(value=5.5), observation(unit="v", value=7.0)]
    assert speaking(measured(*figures)) == [("", "T", 5.5)]
    assert speaking(measured(figures[0], figures[2])) == [("u", "T", 4.0), ("v", "T", 7.0)]


def test_the_units_speak_in_a_year_when_the_whole_board_is_silent():
    figures = [observation(**year(2015)), observation(unit="u", value=4.0)]
    assert speaking(measured(*figures), 2015) == [("", "T", 5.5)]
    assert speaking(measured(*figures), 2016) == [("u", "T", 4.0)]
    assert speaking(measured(*figures), 2014) == [("", "T", None)]


@pytest.mark.parametrize("status", ["missing", "not_applicable", "confidential"])
def test_a_whole_board_without_a_figure_does_not_silence_its_units(status):
    silent = observation(value=None, status=status)
    units = [observation(unit="u", value=4.0), observation(unit="v", value=None, status="missing")]
    assert speaking(measured(silent, *units)) == [("u", "T", 4.0), ("v", "T", None)]
    assert speaking(measured(silent, units[1])) == [("", "T", None)]
    assert speaking(measured(silent)) == [("", "T", None)]


def test_what_the_board_is_compared_with_does_not_speak():
    riket = [unit(unit="u", kind="comparison")]
    assert speaking(measured(observation(unit="u", value=9.0), units=riket)) == [("", "T", None)]


def test_women_and_men():
    figures = [observation(), observation(gender="K", value=6.0), observation(gender="M", value=4.0)]
    data = measured(*figures)
    assert speaking(data, gender="K") == [("", "K", 6.0)]
    assert speaking(data, gender="KM") == [("", "K", 6.0), ("", "M", 4.0)]
    assert [one_row(data, gender=gender).computed for gender in ("T", "K", "M", "KM")] == [
        GoalLevel.MISSED,
        GoalLevel.MISSED,
        GoalLevel.MET,
        GoalLevel.PARTLY,
    ]


@pytest.mark.parametrize("gender", ["K", "M", "KM"])
def test_a_total_never_speaks_for_a_gender_without_figures(gender):
    data = measured(observation(), assessments=[assessment()])
    assert speaking(data, gender=gender) == []
    row = goal_row(data, data.goals["g"], None, gender)
    assert (row.computed, row.lead, row.agreement) == (GoalLevel.UNKNOWN, None, None)


def test_the_boards_verdict_on_everybody_is_not_held_against_the_level_of_women():
    figures = [observation(value=7.0), observation(gender="K", value=7.0), observation(gender="M", value=7.0)]
    data = measured(*figures, assessments=[assessment(verdict="achieved")])
    rows = [goal_row(data, data.goals["g"], None, gender) for gender in ("T", "K", "KM")]
    assert [(row.computed, row.agreement) for row in rows] == [
        (GoalLevel.MISSED, False),
        (GoalLevel.MISSED, None),
        (GoalLevel.MISSED, None),
    ]


def test_the_year_chooses_figure_and_level():
    data = measured(observation(value=6.0), observation(value=4.0, **year(2015)))
    assert [one_row(data, year=of).computed for of in (None, 2016, 2015, 2014)] == [
        GoalLevel.MISSED,
        GoalLevel.MISSED,
        GoalLevel.MET,
        GoalLevel.UNKNOWN,
    ]


def test_with_no_year_a_goal_that_has_ended_is_judged_by_its_own_time():
    ended = [goal(valid_to=date(2016, 12, 31))]
    figures = [observation(value=4.0), observation(value=9.0, **year(2022))]
    assert one_row(measured(*figures, goals=ended)).computed is GoalLevel.MET
    assert one_row(measured(*figures)).computed is GoalLevel.MISSED
    assert one_row(measured(figures[1], goals=ended)).computed is GoalLevel.MISSED


@pytest.mark.parametrize(
    ("first", "second", "leading"),
    [
        pytest.param((5.5, "at_most", 5.0), (5.5, "at_most", 5.0), "first", id="first of equals"),
        pytest.param((None, "at_most", 5.0), (5.5, "at_most", 5.0), "second", id="with a figure before without"),
        pytest.param((5.5, "", None), (5.5, "at_most", 5.0), "second", id="with a target before without"),
        pytest.param((5.5, "increase", None), (5.5, "at_most", 5.0), "second", id="judged before not judged"),
        pytest.param((5.5, "", None), (5.5, "increase", None), "second", id="not judged, but with a target"),
        pytest.param((1.0, "done", None), (5.5, "at_most", 5.0), "second", id="number before yes or no"),
        pytest.param((1.0, "done", None), (5.5, "", None), "first", id="yes or no before what is not judged"),
        pytest.param((None, "at_most", 5.0), (None, "", None), None, id="neither with a figure"),
    ],
)
def test_the_leading_figure(first, second, leading):
    both = {"first": first, "second": second}
    data = read(
        goals=[goal()],
        indicators=[indicator(indicator=code) for code in both],
        goal_indicators=[goal_indicator(indicator=code) for code in both],
        observations=[
            observation(indicator=code, value=value) for code, (value, _rule, _limit) in both.items() if value
        ],
        targets=[target(indicator=code, rule=rule, value=limit) for code, (_v, rule, limit) in both.items() if rule],
    )
    lead = one_row(data).lead
    assert (lead.series.about.code if lead else None) == leading


def test_a_goal_without_indicators():
    row = goal_row(read(goals=[goal()]), read(goals=[goal()]).goals["g"], None, "T", depth=2)
    assert (row.indicators, row.computed, row.lead, row.summary, row.depth) == (
        0,
        GoalLevel.UNKNOWN,
        None,
        Summary.NONE,
        2,
    )


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
