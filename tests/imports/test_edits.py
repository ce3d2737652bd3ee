"""What an editor's table means: rows to put and to withdraw, and cells that cannot be read."""

from datetime import date, datetime

import pandas as pd
import pytest

from lib.imports.edits import changes, shown
from lib.tables.base import columns
from lib.tables.model import Assessment, BoardEvent, BoardSetting, Target, Unit
from tests.helpers.rows import event, setting, target, unit

THERE = [target(value=5.5, source="s", locator="sidan 1"), target(gender="K", value=6.0)]


def edited(table, *rows: dict) -> dict:
    """The editor's rows by number."""
    return {place: shown(table, row) for place, row in enumerate(rows)}


def empty(table) -> dict:
    """A new row of the editor where nothing is filled in; it never shows the board."""
    return {column.name: None for column in columns(table) if column.name != "board"}


def said(problems) -> list[str]:
    return [str(one) for one in problems]


def test_nothing_edited_is_nothing_to_write():
    assert changes(Target, "b", THERE, edited(Target, *THERE)) == ([], [], [])


def test_a_cell_that_nobody_touched_keeps_its_last_digit():
    there = [target(value=0.1 + 0.2, near=1234.5)]
    rows = edited(Target, *there)
    assert (rows[0]["value"], rows[0]["near"]) == ("0,3", "1\u00a0234,5")
    rows[0]["note"] = "ny"
    assert changes(Target, "b", there, rows) == ([there[0] | {"note": "ny"}], [], [])


@pytest.mark.parametrize("typed", ["4,5", "4.5", " 4,50 "])
def test_a_number_is_read_however_it_is_typed(typed):
    rows = edited(Target, *THERE)
    rows[0]["value"] = typed
    assert changes(Target, "b", THERE, rows) == ([THERE[0] | {"value": 4.5}], [], [])


def test_a_new_row_a_row_removed_and_a_row_that_gets_another_key():
    rows = edited(Target, THERE[0] | {"gender": "M"})
    rows[2] = edited(Target, target(unit="u", value=7.0))[0]
    put, gone, problems = changes(Target, "b", THERE, rows)
    assert put == [THERE[0] | {"gender": "M"}, target(unit="u", value=7.0)]
    assert gone == [THERE[1], THERE[0]]
    assert problems == []


def test_a_new_row_with_nothing_but_what_the_editor_puts_there_is_no_row():
    rows = edited(Target, *THERE) | {2: empty(Target) | {"gender": "T"}}
    assert changes(Target, "b", THERE, rows) == ([], [], [])


@pytest.mark.parametrize(
    "day",
    [date(2025, 1, 1), datetime(2025, 1, 1, 12), pd.Timestamp(2025, 1, 1), "2025-01-01"],
    ids=["date", "time", "timestamp", "text"],
)
def test_a_day_is_a_day_however_the_editor_gives_it(day):
    rows = edited(Target, *THERE)
    rows[0]["valid_to"] = day
    assert changes(Target, "b", THERE, rows) == ([THERE[0] | {"valid_to": date(2025, 1, 1)}], [], [])


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NaT, " "], ids=["none", "nan", "nat", "blank"])
def test_an_emptied_cell_is_no_value(nothing):
    rows = edited(Target, *THERE)
    rows[0]["value"] = nothing
    assert changes(Target, "b", THERE, rows) == ([THERE[0] | {"value": None}], [], [])


def test_everything_wrong_is_told_at_once_by_the_name_of_its_row():
    rows = edited(Target, *THERE)
    rows[0] |= {"value": "7,0o", "near": "lite"}
    rows[1] |= {"valid_from": date(2025, 1, 1), "valid_to": date(2024, 1, 1), "near": "-1"}
    rows[2] = empty(Target)
    rows[2] |= {"value": "5"}
    put, gone, problems = changes(Target, "b", THERE, rows, lambda row: {"i": "Närvaro"}.get(row["indicator"], ""))
    assert (put, gone) == ([], [])
    assert said(problems) == [
        "Närvaro, kolumn Värde: ”7,0o” är inte ett tal. Menade du 7,0?",
        "Närvaro, kolumn Marginal för nästan uppfyllt: ”lite” är inte ett tal. Skriv ett tal eller lämna cellen tom.",
        "Närvaro, kolumn Gäller från: 2025-01-01 är efter 2024-01-01.",
        "Närvaro, kolumn Marginal för nästan uppfyllt: -1 är mindre än noll.",
        "Ny rad, kolumn Regel: Värdet saknas.",
        "Ny rad, kolumn Indikator: Värdet saknas.",
    ]


def test_the_same_row_twice_is_told():
    rows = edited(Target, *THERE, THERE[0] | {"value": 3.0})
    _put, _gone, problems = changes(Target, "b", THERE, rows, lambda row: row["indicator"])
    assert said(problems) == [
        "i: Raden finns två gånger. Två rader kan inte ha samma indikator, enhet, kön, gäller från."
    ]


def test_a_verdict_needs_its_days_and_its_verdict():
    rows = {0: empty(Assessment) | {"goal": "g"}}
    put, _gone, problems = changes(Assessment, "b", [], rows)
    assert put == []
    assert said(problems) == [
        "Ny rad, kolumn Period från: Värdet saknas.",
        "Ny rad, kolumn Period till: Värdet saknas.",
        "Ny rad, kolumn Bedömning: Värdet saknas.",
    ]


def test_a_new_unit_gets_a_code_of_its_own():
    rows = edited(Unit, unit(unit="norr", name="Norr")) | {
        1: empty(Unit) | {"name": "Norr", "kind": "unit"},
        2: empty(Unit) | {"name": "Öster", "kind": "unit", "unit": "Öster 2"},
        3: empty(Unit) | {"kind": "unit", "parent": "norr"},
    }
    put, _gone, problems = changes(Unit, "b", [unit(unit="norr", name="Norr")], rows, lambda row: row["name"])
    assert put == [unit(unit="norr-2", name="Norr", kind="unit")]
    assert said(problems) == [
        "Öster, kolumn Kod: ”Öster 2” kan inte vara en kod. En kod är små bokstäver a–z, siffror och bindestreck.",
        "Ny rad, kolumn Namn: Värdet saknas.",
    ]


def test_settings_are_read_by_what_they_are():
    margin = setting(setting="near", value="0.5")
    rows = edited(BoardSetting, margin)
    assert rows[0]["value"] == "0,5\u00a0%"
    rows[0]["value"] = "1,25"
    rows[1] = {"value": "-1", "valid_from": date(2025, 1, 1), "note": None}
    put, _gone, problems = changes(BoardSetting, "b", [margin], rows, fixed={"setting": "near"})
    assert put == [margin | {"value": "1.25"}]
    assert said(problems) == ["Ny rad, kolumn Värde: Här behövs ett tal, noll eller större."]


def test_a_new_event_gets_a_code_from_its_text_and_whether_it_breaks_is_ticked():
    rows = edited(BoardEvent, event()) | {
        1: empty(BoardEvent) | {"date": date(2017, 1, 1), "text": "Nytt system", "breaks_series": True}
    }
    added = event(event="nytt-system-2", date=date(2017, 1, 1), text="Nytt system")
    there = [event(event="nytt-system")]
    assert changes(BoardEvent, "b", there, rows) == ([added], [], [])
    rows = edited(BoardEvent, event())
    rows[0]["breaks_series"] = False
    assert changes(BoardEvent, "b", [event()], rows) == ([event(breaks_series=False)], [], [])


def test_an_event_needs_a_day_and_a_text():
    rows = {0: empty(BoardEvent) | {"unit": "u", "text": " "}}
    _put, _gone, problems = changes(BoardEvent, "b", [], rows)
    columns_named = [sentence.removesuffix(": Värdet saknas.") for sentence in said(problems)]
    assert columns_named == ["Ny rad, kolumn Datum", "Ny rad, kolumn Text"]
