"""A meeting's agenda: its addresses, its order, the one that is made from what there is to tell."""

import pytest

from lib.meetings import agenda
from lib.meetings.agenda import View
from lib.store.store import create_store
from lib.tables.model import AgendaItem, Question
from lib.views.attention import missed_and_worsening
from lib.views.changes import Changes, changes
from tests.helpers.rows import (
    agenda_item,
    area,
    assessment,
    goal,
    goal_indicator,
    indicator,
    observation,
    question,
    target,
    year,
)
from tests.helpers.seeded import read
from tests.helpers.states import fill, states

PATHS = ("/", "/mal", "/trender")


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/", "/"),
        ("/mal?goal=g&board=b&asof=m1&lang=en&q=x", "/mal?goal=g"),
        ("/mal?year=2016&goal=g&gender=", "/mal?goal=g&year=2016"),
        ("/mal?goal=%C3%A5%26", "/mal?goal=%C3%A5%26"),
        ("/mal#here", "/mal"),
        ("/other", ""),
        ("mal", ""),
        ("", ""),
        ("//host/mal", ""),
        ("https://host/mal", ""),
        ("javascript:alert(1)", ""),
        ("/mal?goal=" + "g" * 490, "/mal?goal=" + "g" * 490),
        ("/mal?goal=" + "g" * 491, ""),
    ],
)
def test_an_address_as_the_agenda_keeps_it(address, kept):
    assert agenda.clean(address, PATHS) == kept


def test_points_in_their_order():
    rows = [agenda_item(item="p2", order=2), agenda_item(item="p3", order=1), agenda_item(meeting="m2", item="p1")]
    found = agenda.views([AgendaItem(**row) for row in rows], "m1")
    assert [one.item for one in found] == ["p3", "p2"]
    assert agenda.records("b", "m1", found) == [
        agenda_item(item="p3", order=1),
        agenda_item(item="p2", order=2),
    ]


def test_a_view_has_a_page_and_choices():
    view = View("p1", "/mal?goal=g&gender=KM")
    assert (view.path, view.query) == ("/mal", {"goal": "g", "gender": "KM"})


def test_codes_that_are_not_taken():
    found = agenda.numbered([View("", "/"), View("x", "/mal")], taken=["p2", "p10", "other", "p"])
    assert found == (View("p11", "/"), View("p12", "/mal"))


def test_the_agenda_of_what_there_is_to_tell():
    store = create_store("sqlite://")
    fill(store)
    first, second, _third = states(store)
    store.close()
    found = agenda.default(second, changes(first, second), missed_and_worsening(second))
    assert [one.address for one in found] == ["/", "/sedan", "/sedan?part=worsening", "/mal?goal=g", "/mal?goal=h"]
    assert [one.item for one in found] == ["p1", "p2", "p3", "p4", "p5"]


def test_the_agenda_where_nothing_changed():
    data = read(goals=[goal()])
    assert [one.address for one in agenda.default(data, Changes(), ())] == ["/", "/mal?goal=g"]
    assert [one.address for one in agenda.default(data, None, ())] == ["/", "/mal?goal=g"]


def test_goals_that_are_met_and_unchanged_come_last_to_be_asked_about():
    figures = [observation(value=5.0, **year(2015)), observation(value=5.0, indicator="j", **year(2015))]
    rows = {
        "goals": [goal(goal="met"), goal(goal="missed"), goal(goal="judged"), goal(goal="silent")],
        "indicators": [indicator(), indicator(indicator="j")],
        "goal_indicators": [goal_indicator(goal="met"), goal_indicator(goal="missed", indicator="j")],
        "targets": [target(value=9.0), target(indicator="j", value=1.0)],
        "assessments": [assessment(goal="judged", verdict="achieved")],
    }
    before, after = read(**rows, observations=figures), read(**rows, observations=figures)
    points = agenda.default(after, changes(before, after), ())
    assert [(point.address, point.notes) for point in points] == [
        ("/", ""),
        ("/mal?goal=missed", ""),
        ("/mal?goal=silent", ""),
        ("/mal?goal=met", "Vid frågor."),
        ("/mal?goal=judged", "Vid frågor."),
    ]
    moved = read(**rows, observations=[observation(value=4.0, **year(2016)), *figures])
    points = agenda.default(moved, changes(before, moved), ())
    assert [point.address for point in points if point.notes] == ["/mal?goal=judged"]


MEASURED = {
    "areas": [area()],
    "goals": [goal(goal="g"), goal(goal="h")],
    "indicators": [indicator(), indicator(indicator="j")],
    "goal_indicators": [goal_indicator(), goal_indicator(goal="h"), goal_indicator(goal="h", indicator="j")],
    "observations": [observation()],
}


@pytest.mark.parametrize(
    ("address", "goals"),
    [
        ("/mal?goal=g", ("g",)),
        ("/trender?indicator=i", ("g", "h")),
        ("/trender?indicator=j%2Ci", ("h", "g")),
        ("/trender", ()),
        ("/", ()),
    ],
)
def test_the_goals_that_an_address_is_about(address, goals):
    assert agenda.about(read(**MEASURED), address) == goals


def test_questions_of_a_goal_newest_first():
    rows = [
        question(),
        question(question="f2", address="/trender?indicator=j"),
        question(question="f3", address="/trender?indicator=i", asked=question()["asked"].replace(year=2018)),
        question(question="f4", address="/"),
    ]
    data = read(**MEASURED)
    asked = [Question(**row) for row in rows]
    assert [one.question for one in agenda.of_goal(data, asked, "g")] == ["f3", "f1"]
    assert [one.question for one in agenda.of_goal(data, asked, "h")] == ["f3", "f2"]
