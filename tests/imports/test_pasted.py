"""Tables pasted from Word or Excel, as rows of a board's own tables."""

from datetime import date

import pytest

from lib.imports.pasted import cells_of, guess, has_headings, read_pasted
from lib.tables.model import Goal, GoalIndicator, Indicator, Target
from tests.helpers.rows import area, board, goal, indicator, tables, target, unit

STORED = tables(
    boards=[board()],
    areas=[area(name="Barn och unga")],
    units=[unit(name="Solrosen")],
    goals=[goal(number="7", title="Närvaro")],
    indicators=[indicator(name="Sjukfrånvaro")],
    targets=[target(value=5.0, valid_from=date(2025, 1, 1), note="beslutat")],
)


def read(table, text: str, **fixed):
    rows = cells_of(text)
    headed = has_headings(table, rows)
    return read_pasted(table, rows[headed:], guess(table, rows), STORED, "b", fixed, 1 + headed)


def rows_of(table, text: str, *names: str, **fixed):
    pasted = read(table, text, **fixed)
    assert [str(problem) for problem in pasted.problems] == []
    return [tuple(row[name] for name in names) for row in pasted.put[table.__tablename__]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nr\tMål\tAnsvarig\n1\tTrygga barn\tChef\n1.1\tKort väntan\t\n",
            [("1", "", "Chef"), ("1.1", "trygga-barn", "")],
        ),
        ("1\tTrygga barn\n1.1\tKort väntan", [("1", "", ""), ("1.1", "trygga-barn", "")]),
        ("1. Trygga barn\n1.1 Kort väntan", [("1", "", ""), ("1.1", "trygga-barn", "")]),
        ("Mål 1: Trygga barn\nMål 2: Kort väntan", [("1", "", ""), ("2", "", "")]),
        ("Trygga barn\nKort väntan", [("", "", ""), ("", "", "")]),
    ],
    ids=["headings", "columns", "numbers", "words", "titles"],
)
def test_goals_as_documents_have_them(text, expected):
    assert rows_of(Goal, text, "number", "parent", "responsible") == expected
    assert rows_of(Goal, text, "title") == [("Trygga barn",), ("Kort väntan",)]


def test_a_cell_of_several_lines_in_quotes_is_one_cell():
    assert cells_of('a\t"två\nrader"\nb\tc') == [["a", "två rader"], ["b", "c"]]


def test_a_goal_that_is_there_is_changed_and_not_doubled():
    [row] = read(Goal, "Nummer\tTitel\tAnsvarig\n7\tNärvaro\tHR").put["goals"]
    assert row == goal(number="7", title="Närvaro", responsible="HR")


@pytest.mark.parametrize(
    ("cell", "rule", "value"),
    [
        ("högst 5,5 %", "at_most", 5.5),
        ("≤ 5,5", "at_most", 5.5),
        ("Minst 90 %", "at_least", 90.0),
        (">= 1 200", "at_least", 1200.0),
        ("över 3", "more_than", 3.0),
        ("< 2", "less_than", 2.0),
    ],
)
def test_a_target_says_its_rule_before_its_number(cell, rule, value):
    text = f"Indikator\tMålvärde 2026\tÅr\nSjukfrånvaro\t{cell}\t2026"
    expected = [(rule, value, date(2026, 1, 1), date(2026, 12, 31))]
    assert rows_of(Target, text, "rule", "value", "valid_from", "valid_to") == expected


def test_a_target_without_a_rule_is_asked_for_one():
    assert [str(problem) for problem in read(Target, "Sjukfrånvaro\t5").problems] == [
        "Inklistrat, rad 1, kolumn Regel: Värdet saknas."
    ]
    assert rows_of(Target, "Sjukfrånvaro\t5", "rule", "value", rule="at_most") == [("at_most", 5.0)]


def test_a_target_of_the_same_time_keeps_what_nothing_is_said_of():
    [row] = read(Target, "Indikator\tVärde\tGäller från\nSjukfrånvaro\t4,5\t2025-01-01").put["targets"]
    assert row == target(value=4.5, valid_from=date(2025, 1, 1), note="beslutat")


def test_links_by_names():
    assert rows_of(GoalIndicator, "Mål\tIndikator\n7 Närvaro\tSjukfrånvaro", "goal", "indicator") == [("g", "i")]


def test_unknown_names_are_told_with_their_rows_and_offered():
    pasted = read(Goal, "Titel\tOmråde\tEnhet\nA\tÄldre\tSolrosen\nB\tBarn och unga\tMånen")
    assert [str(problem)[:32] for problem in pasted.problems] == [
        "Inklistrat, rad 2, kolumn Område",
        "Inklistrat, rad 3, kolumn Enhet:",
    ]
    assert pasted.strange == {"areas": ["Äldre"], "units": ["Månen"]}


@pytest.mark.parametrize(
    "title", ["🙂", "مرحبا", "=1+1", "<script>alert(1)</script>", "A" * 300, "a\x00b_x000B_c", "\u202eabc"]
)
def test_odd_names_get_codes_that_may_be_codes(title):
    [row] = read(Goal, f"Titel\tAnsvarig\n{title}\tx").put["goals"]
    assert row["goal"]
    assert set(row["goal"]) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert "\x00" not in row["title"]


def test_the_same_name_twice_is_told():
    assert [str(problem) for problem in read(Goal, "Titel\tAnsvarig\nA\tx\nA\ty").problems] == [
        "Inklistrat, rad 3: Raden säger samma sak som en ovanför. Behåll en av dem."
    ]


def test_a_thousand_goals():
    text = "\n".join(f"{n}\tMål om något {n}" for n in range(1, 1001))
    rows = rows_of(Goal, text, "number", "goal")
    assert len({code for _number, code in rows}) == 1000


def test_what_has_no_default_is_told_of_an_indicator():
    pasted = read(Indicator, "Indikator\tMåttenhet\nKö\tpersoner")
    assert [str(problem) for problem in pasted.problems] == ["Inklistrat, rad 2, kolumn Bättre: Värdet saknas."]
    [row] = read(Indicator, "Indikator\tMåttenhet\nKö\tpersoner", better="lower").put["indicators"]
    assert (row["indicator"], row["name"], row["unit_of_measure"], row["minimum_group"]) == ("ko", "Kö", "personer", 11)
