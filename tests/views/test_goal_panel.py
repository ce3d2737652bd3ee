"""The panel of a goal's leading figure: how far from the target, since the last meeting, in a year, and how sure."""

import pytest

from lib.views.choice import ALL
from lib.views.goal_panel import GoalPanel, comments, goal_panel
from lib.views.goal_story import goal_story
from tests.helpers.rows import assessment, goal_indicator, indicator, observation, target, unit, year
from tests.views.measured import measured

YEARS = tuple(observation(value=value, **year(2010 + n)) for n, value in enumerate((4.0, 4.5, 5.0, 5.5, 6.0, 7.0)))


def panel_of(data, *of) -> GoalPanel | None:
    return goal_panel(goal_story(data, "g", ALL), ALL, *of)


def facts(data, *of) -> dict[str, str]:
    panel = panel_of(data, *of)
    assert panel
    return {term: text.replace("\u00a0", " ") for term, text in panel.facts if text}


def test_the_facts_of_a_yearly_figure():
    assert facts(measured(*YEARS)) == {
        "Till målet": "2,0 procentenheter över målet",
        "På ett år": "+1,0 procentenheter sedan 2014",
        "Hur säkert?": "trenden är säker",
    }


@pytest.mark.parametrize(
    ("then", "text"),
    [
        pytest.param(YEARS, "ingen ny siffra", id="the same"),
        pytest.param(YEARS[:-1], "+1,0 procentenheter, 6,0 % då (2014)", id="another year"),
        pytest.param((*YEARS[:-1], observation(value=6.8, **year(2015))), "rättad, var 6,8 %", id="revised"),
        pytest.param((), "ny siffra", id="none then"),
        pytest.param(
            (*YEARS[:-2], observation(value=7.0, **year(2014))),
            "oförändrat, 7,0 % då (2014)",
            id="alike in another year",
        ),
    ],
)
def test_what_happened_since_the_last_meeting(then, text):
    assert facts(measured(*YEARS), (), measured(*then))["Sedan förra mötet"] == text


def test_without_a_target_the_reason_stands_in_its_place():
    assert facts(measured(*YEARS, targets=[]))["Till målet"] == "målvärde saknas"


def test_a_share_of_few_people_says_what_it_may_be():
    few = observation(value=60.0, count=20, **year(2016))
    panel = facts(measured(few, targets=[target(rule="at_least", value=50.0)]))
    assert panel["Hur säkert?"].startswith("kan vara ")
    assert panel["Till målet"] == "den kan inte skiljas från målet"


def test_the_figure_that_leads_the_goal_leads_the_panel():
    data = measured(
        *YEARS,
        observation(indicator="j", value=80.0, **year(2015)),
        indicators=[indicator(indicator="j", name="Utan mål"), indicator(name="Med mål")],
        goal_indicators=[goal_indicator(indicator="j"), goal_indicator()],
    )
    panel = panel_of(data)
    assert (panel.indicator.name, panel.figure.figure.replace("\u00a0", " ")) == ("Med mål", "7,0 %")


def test_women_and_men_have_their_own_level_and_period():
    data = measured(
        observation(value=5.0, **year(2016)),
        observation(gender="K", value=6.0, **year(2016)),
        observation(gender="M", value=4.0, **year(2015)),
    )
    women, men = panel_of(data).genders
    assert (women.name, women.figure.replace("\u00a0", " "), women.period, women.look.name) == (
        "kvinnor",
        "6,0 %",
        "",
        "missed",
    )
    assert (men.name, men.period, men.look.name) == ("män", "2015", "met")


def test_units_alone_give_one_that_leads_and_the_others_beside_it():
    figures = (observation(unit=code, value=value, **year(2016)) for code, value in (("u", 4.0), ("v", 6.0)))
    data = measured(*figures, units=[unit(name="Barn"), unit(unit="v", name="Vuxen")])
    panel = panel_of(data)
    assert (panel.figure.who, [figure.who for figure in panel.others]) == ("Barn", ["Vuxen"])


def test_a_goal_without_figure_and_target_has_no_panel():
    assert panel_of(measured(targets=[])) is None
    assert panel_of(measured(goal_indicators=[])) is None


def test_comments_say_whose_they_are():
    data = measured(
        units=[unit(name="Barn och familj (BoF)")],
        assessments=[assessment(comment=""), assessment(unit="u", comment="Antalet växer.")],
    )
    [comment] = comments(goal_story(data, "g", ALL).view.row.verdicts)
    assert (comment.text, comment.by.split(", ")[0]) == ("Antalet växer.", "BoF")
