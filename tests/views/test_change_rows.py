"""The rows of changes: what was and what is, which way is better, and statuses before figures."""

from datetime import date

import pytest

from lib.views import change_rows as rows
from lib.views.as_of import BoardState
from lib.views.changes import changes
from lib.views.changes_page import changes_page
from lib.views.changes_text import ChangeReport
from lib.views.choice import ALL
from tests.helpers.rows import indicator, observation, target, year
from tests.views.measured import measured

MEETING = BoardState("m1", 1, date(2016, 3, 1), "Bokslut")


def report(before, after) -> ChangeReport:
    return ChangeReport(after, date(2017, 1, 1), MEETING, changes(before, after), (), (), before)


def brief(row: rows.ChangeRow) -> tuple[str, ...]:
    ends = (end.text.replace("\u00a0", " ") if end else "" for end in (row.before, row.after))
    return (*ends, row.way, row.way_word, row.change.replace("\u00a0", " "))


@pytest.mark.parametrize(
    ("better", "now", "way"),
    [
        ("lower", 6.0, ("5,0 %", "6,0 %", "worsening", "sämre", "+1,0 procentenheter")),
        ("higher", 6.0, ("5,0 %", "6,0 %", "improving", "bättre", "+1,0 procentenheter")),
        ("none", 6.0, ("5,0 %", "6,0 %", "still", "ändrat till", "+1,0 procentenheter")),
        ("lower", 5.0, ("5,0 %", "5,0 %", "still", "oförändrat", "")),
    ],
)
def test_a_new_figure_stands_beside_the_one_before(better, now, way):
    old = observation(value=5.0, **year(2015))
    named = {"indicators": [indicator(better=better)], "targets": []}
    before, after = measured(old, **named), measured(old, observation(value=now, **year(2016)), **named)
    [row] = rows.figure_rows(report(before, after), ALL)
    assert brief(row) == way
    assert (row.note, row.chart.meetings[0].text, row.moves) == ("1 ny siffra", "1 mars 2016", ())


def test_amounts_of_different_length_are_not_compared():
    part = {"period_start": date(2016, 1, 1), "period_end": date(2016, 8, 31)}
    named = {"indicators": [indicator(statistic="count", unit_of_measure="", better="lower")], "targets": []}
    old = observation(value=30.0, **year(2015))
    [row] = rows.figure_rows(
        report(measured(old, **named), measured(old, observation(value=20.0, **part), **named)), ALL
    )
    assert (row.way, row.change) == ("still", "")


def test_another_status_comes_before_a_new_figure_and_the_worse_before_the_better():
    figures = {"i": (4.0, 6.0), "j": (6.0, 4.0), "k": (7.0, 9.0)}
    named = {"indicators": [indicator(indicator=code, name=code) for code in "kji"]}
    named["targets"] = [target(indicator=code, value=5.0) for code in "ijk"]
    before, after = (
        measured(
            *(observation(indicator=code, value=value, **year(2014 + n)) for code, values in figures.items()
              for n, value in enumerate(values[:count])),
            **named,
        )
        for count in (1, 2)
    )  # fmt: skip
    listed = rows.figure_rows(report(before, after), ALL)
    assert [(row.place.title, len(row.moves)) for row in listed] == [("i", 1), ("j", 1), ("k", 0)]
    [move] = listed[0].moves
    assert (move.before.name, move.after.name) == ("met", "missed")


def test_women_and_men_stand_in_the_row_of_the_total():
    new = [
        observation(gender=gender, value=value, **year(2016)) for gender, value in (("T", 5.0), ("K", 6.0), ("M", 4.0))
    ]
    [row] = rows.figure_rows(report(measured(targets=[]), measured(*new, targets=[])), ALL)
    assert row.note.replace("\u00a0", " ") == "3 nya siffror, kvinnor 6,0 %, män 4,0 %"
    alone = rows.figure_rows(report(measured(targets=[]), measured(*new[1:], targets=[])), ALL)
    assert [row.place.title.split(", ")[1] for row in alone] == ["kvinnor", "män"]


def test_a_goal_with_another_status_has_its_figure_then_and_now():
    old = observation(value=4.0, **year(2015))
    [row] = rows.goal_rows(report(measured(old), measured(old, observation(value=6.0, **year(2016)))), ALL)
    assert (row.place.address, brief(row)[:3]) == ("/mal?goal=g", ("4,0 %", "6,0 %", "worsening"))
    assert [(move.whose, move.before.name, move.after.name) for move in row.moves] == [("Siffrorna:", "met", "missed")]


def test_a_target_and_a_revised_figure_stand_before_and_now():
    old, new = observation(value=4.0, **year(2015)), observation(value=4.2, **year(2015))
    page = changes_page(report(measured(old), measured(new, targets=[target(value=6.0)])), ALL)
    assert [(part.id, [brief(row)[:2] for row in part.rows]) for part in page.parts] == [
        ("rattade", [("4,0 %", "4,2 %")]),
        ("malvarden", [("högst 5 %", "högst 6 %")]),
    ]
    assert page.empty == (
        "Inget nytt bland målens status, utfallens status, bedömningar, nya siffror och borttagna siffror."
    )
    assert page.counts == (("1 reviderad siffra", "rattade"), ("1 nytt eller ändrat målvärde", "malvarden"))


def test_where_nothing_has_changed_the_changes_since_the_meeting_before_stand_instead():
    old, new = measured(), measured(observation(value=4.0, **year(2015)))
    earlier = ChangeReport(new, MEETING.day, BoardState("m0", 0, date(2015, 3, 1)), changes(old, new), (), (), old)
    page = changes_page(report(new, new), ALL, earlier)
    assert page.nothing == (
        "Inget har ändrats sedan mötet den 1 mars 2016 (Bokslut). "
        "Här visas vad som har ändrats sedan mötet den 1 mars 2015."
    )
    assert [part.id for part in page.parts] == ["mal", "siffror"]
    alone = changes_page(report(new, new), ALL)
    assert (alone.nothing, alone.parts) == ("Inget har ändrats sedan mötet den 1 mars 2016 (Bokslut).", ())
