"""What an editor's table means: rows to put and to withdraw, and cells that cannot be read."""

from datetime import date, datetime

import pandas as pd
import pytest

from lib.model import Assessment, Target
from lib.ui.data_edit import changes
from tests.rows import assessment, target

THERE = [target(value=5.0, source="s", locator="sidan 1"), target(gender="K", value=6.0)]
LEFT_OUT = {"board", "source", "locator"}


def edited(*rows: dict) -> dict:
    """The editor's rows by number, less the columns that it does not show."""
    return {place: {name: row[name] for name in row if name not in LEFT_OUT} for place, row in enumerate(rows)}


def test_nothing_edited_is_nothing_to_write():
    assert changes(Target, "b", THERE, edited(*THERE)) == ([], [], [])


def test_a_changed_cell_keeps_what_the_editor_does_not_show():
    put, gone, problems = changes(Target, "b", THERE, edited(THERE[0] | {"value": 4.0}, THERE[1]))
    assert (put, gone, problems) == ([THERE[0] | {"value": 4.0}], [], [])


def test_a_new_row_a_row_removed_and_a_row_that_gets_another_key():
    rows = edited(THERE[0] | {"gender": "M"})
    rows[2] = edited(target(unit="u", value=7.0))[0]
    put, gone, problems = changes(Target, "b", THERE, rows)
    assert put == [THERE[0] | {"gender": "M"}, target(unit="u", value=7.0)]
    assert gone == [THERE[1], THERE[0]]
    assert problems == []


@pytest.mark.parametrize(
    "day",
    [date(2025, 1, 1), datetime(2025, 1, 1, 12), pd.Timestamp(2025, 1, 1), "2025-01-01"],
    ids=["date", "time", "timestamp", "text"],
)
def test_a_day_is_a_day_however_the_editor_gives_it(day):
    put, _gone, problems = changes(Target, "b", THERE, edited(THERE[0] | {"valid_from": day}, THERE[1]))
    assert ([row["valid_from"] for row in put], problems) == ([date(2025, 1, 1)], [])


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NaT], ids=["none", "nan", "nat"])
def test_an_emptied_cell_is_no_value(nothing):
    put, _gone, problems = changes(Target, "b", THERE, edited(THERE[0] | {"value": nothing}, THERE[1]))
    assert ([row["value"] for row in put], problems) == ([None], [])


def test_what_cannot_be_read_is_told_all_at_once():
    rows = edited(assessment(verdict="maybe", period_start=None))
    put, gone, problems = changes(Assessment, "b", [], rows)
    assert (put, gone) == ([], [])
    assert [(one.where, one.row, one.column) for one in problems] == [
        ("Bedömningar", 1, "period_start"),
        ("Bedömningar", 1, "verdict"),
    ]
