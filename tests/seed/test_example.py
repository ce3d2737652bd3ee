"""The example board: the same every time, every rule in it, and meetings that saw different things."""

from datetime import date
from itertools import pairwise

import pytest

from data import example
from data.example_stages import LATE, MEETINGS, REVISED
from lib.meetings import agenda
from lib.meetings.agenda import View
from lib.rules.periods import Period
from lib.rules.status import Rule
from lib.site import PAGES
from lib.store.batches import BatchInfo
from lib.store.store import Store, create_store
from lib.tables.model import Board
from lib.tables.records import Records
from lib.tables.table_checks import check_keys, check_order, check_references
from lib.views.board import read_board
from lib.views.figures import download, file_name

DAYS = [held for held, _title in MEETINGS]


@pytest.fixture(scope="module")
def last() -> Records:
    return example.latest().records


def figures(records: Records) -> dict:
    """Outcomes by indicator, unit, gender and period."""
    return {
        (r["indicator"], r["unit"], r["gender"], Period(r["period_start"], r["period_end"]).code): r["value"]
        for r in records["observations"]
        if r["kind"] == "outcome"
    }


def own(records: Records) -> Records:
    return {name: [row for row in rows if row["board"] == example.CODE] for name, rows in records.items()}


def seen(store: Store, day) -> Records:
    """The example as its meeting of a day saw it."""
    return own(store.records(store.version_on(day)))


def test_two_runs_make_the_same():
    assert list(example.stages()) == list(example.stages())
    assert list(example.stages())[-1] == example.latest()


def test_the_tables_are_in_order(last):
    for stage in example.stages():
        assert check_keys(stage.records) + check_references(stage.records) + check_order(stage.records) == []


def test_every_rule_is_there(last):
    assert {row["rule"] for row in last["targets"]} == set(Rule)
    assert len(last["goals"]) == 15
    assert {row["level"] for row in last["goals"]} == {"nämndmål", "delmål"}


def test_every_kind_of_figure_is_there(last):
    rows = last["observations"]
    assert {row["kind"] for row in rows} == {"outcome", "forecast", "budget", "plan"}
    assert {row["qualifier"] for row in rows} == {"=", "<", "~"}
    assert {row["status"] for row in rows} == {"normal", "missing", "confidential"}
    assert [row["value"] for row in rows if row["lower"] is not None] == [None]
    assert {row["better"] for row in last["indicators"]} == {"higher", "lower", "none", "range"}


@pytest.mark.parametrize("indicator", ["sjukfranvaro", "dagar-till-beslut", "placerade-barn", "orosanmalningar"])
def test_monthly_figures_of_five_years(last, indicator):
    months = {period for code, _unit, _gender, period in figures(last) if code == indicator}
    assert (len(months), min(months), max(months)) == (60, "2021-10", "2026-09")


def test_small_groups_are_hidden(seeded: Store):
    data = read_board(seeded, example.CODE)
    for gender in "KM":
        points = data.series["placerade-gymnasiet", "", gender].points
        assert {point.status for point in points} == {"hidden", "protects"}
        assert {(point.measure, point.count) for point in points} == {(None, None)}
    assert {point.status for point in data.series["placerade-gymnasiet", "", "T"].points} == {"normal"}


def test_as_of_a_meeting_is_a_store_of_the_stages_up_to_it(seeded: Store):
    store = create_store("sqlite://")
    stages = list(example.stages())
    for before, day in zip([date.min, *DAYS], DAYS, strict=False):
        for stage in stages:
            if before < stage.day <= day:
                store.sync(stage.records, BatchInfo("seed", "test"))
        assert seen(seeded, day) == store.records()
    store.close()


@pytest.mark.parametrize("day", DAYS)
def test_a_meeting_is_frozen_on_its_day(seeded: Store, day):
    meetings = seen(seeded, day)["meetings"]
    assert [row["frozen"] for row in meetings] == [held if held <= day else None for held in DAYS]
    assert [row["meeting"] for row in meetings] == ["2026-02", "2026-05", "2026-08", "2026-11"]


@pytest.mark.parametrize("revised", REVISED, ids=lambda row: " ".join(part for part in row[1:5] if part))
def test_a_revised_figure_was_another_before(seeded: Store, revised):
    day, *key, change = revised
    after = next(held for held in DAYS if held >= day)
    before = DAYS[DAYS.index(after) - 1]
    old, new = (figures(seen(seeded, held)).get(tuple(key)) for held in (before, after))
    assert old is None or round(new - old, 1) == change


def test_revised_figures_were_seen_by_the_meeting_before(seeded: Store):
    told = [figures(seen(seeded, day)) for day in DAYS]
    changed = [{key[0] for key in old if new[key] != old[key]} for old, new in pairwise(told)]
    assert changed == [
        {"utredning-i-tid", "kostnad-placeringar", "sjukfranvaro"},
        {"placerade-barn"},
        {"langvarigt-bistand"},
    ]


@pytest.mark.parametrize(("indicator", "period"), LATE)
def test_a_late_figure_comes_after_it_should(indicator, period):
    first = next(
        s.day for s in example.stages() if any(k[0] == indicator and k[3] == period for k in figures(s.records))
    )
    others = next(s.day for s in example.stages() if any(k[3] == period for k in figures(s.records)))
    assert first == LATE[indicator, period] > others


def test_one_indicator_is_still_overdue(last):
    assert max(period for code, _unit, _gender, period in figures(last) if code == "hme") == "2024"


def test_targets_were_changed_between_meetings(seeded: Store):
    told = [
        {(r["indicator"], r["valid_from"]): (r["value"], r["valid_to"]) for r in seen(seeded, day)["targets"]}
        for day in DAYS
    ]
    changed = [{key[0] for key in {*old, *new} if old.get(key) != new.get(key)} for old, new in pairwise(told)]
    assert changed == [set(), {"sjukfranvaro"}, {"placerade-barn"}]


def test_verdicts_are_given_anew(seeded: Store):
    told = [
        {(r["goal"], r["unit"], r["aspect"], r["stage"]): r["verdict"] for r in seen(seeded, day)["assessments"]}
        for day in DAYS
    ]
    assert {key[3] for key in told[0]} == {"final", "forecast"}
    assert told[0] != told[1] != told[2] == told[3]


def test_every_meeting_has_an_agenda_of_views_that_are_there(last):
    paths = [page.path for page in PAGES]
    addresses = [row["address"] for row in (*last["agenda_items"], *last["questions"])]
    assert [one for one in addresses if agenda.clean(one, paths) != one] == []
    assert {row["meeting"] for row in last["agenda_items"]} == {row["meeting"] for row in last["meetings"]}
    queries = [View("", one).query for one in addresses]
    for name, table in (("goal", "goals"), ("indicator", "indicators"), ("unit", "units")):
        known = {row[name] for row in last[table]}
        assert {code for query in queries for code in query.get(name, "").split(",") if code} <= known


def test_answers_and_decisions_come_at_the_meeting(seeded: Store):
    told = [seen(seeded, day)["questions"] for day in (date(2026, 10, 27), date(2026, 11, 3))]
    asked = [[(row["answer"], row["decision"]) for row in rows if row["meeting"] == "2026-11"] for rows in told]
    assert asked[0] == [("", ""), ("", "")]
    assert [bool(answer) for answer, _decision in asked[1]] == [True, True, True]
    assert [bool(decision) for _answer, decision in asked[1]] == [True, False, True]


def test_only_the_example_board_is_one(seeded: Store):
    assert [row.board for row in seeded.rows(Board) if read_board(seeded, row.board).is_example] == [example.CODE]


def test_downloads_say_that_they_are_made_up(seeded: Store, helsingborg):
    data = read_board(seeded, example.CODE)
    frame = download(data, data.of_indicator("hme"))
    assert set(frame["Exempeldata"]) == {"påhittade"}
    assert list(frame.columns)[1:] == list(download(helsingborg, helsingborg.of_indicator("hme")).columns)
    assert file_name(data, "csv") == "exempeldata-exempelstad.csv"
    assert file_name(helsingborg, "xlsx") == "malbild-helsingborg.xlsx"
