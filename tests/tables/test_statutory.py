"""The goals that the law sets: whole rows that keep to the format, each with its section and the call to check it."""

import re

from lib.tables.records import Records
from lib.tables.statutory import CHECK, NOT_EXECUTED, statutory_goals, with_statutory
from lib.tables.table_checks import broken
from tests.helpers.rows import board, tables


def rows(there: Records | None = None) -> Records:
    return with_statutory("b", statutory_goals(), there or {})


def test_they_fit_the_format_and_each_other():
    assert broken(tables(boards=[board()], **rows())) == []


def test_each_stands_on_a_section_and_says_that_it_must_be_checked():
    made = rows()
    assert [row["locator"].partition(",")[0] for row in made["goals"]] == [
        "20 kap. 1 §",
        "20 kap. 2 §",
        "20 kap. 3 §",
        "22 kap. 13 §",
        "34 kap. 1 §",
    ]
    assert all(
        re.match(r"\d+ kap\. \d+ §, lydelse till och med SFS 2025:1501$", row["locator"]) for row in made["goals"]
    )
    texts = [row["description"] for row in made["goals"]] + [row["note"] for row in made["targets"]]
    assert all(text.endswith(CHECK) for text in texts)
    assert [(row["date"].isoformat(), row["breaks_series"]) for row in made["events"]] == [("2025-07-01", True)]


def test_the_limits_are_those_of_the_law():
    limits = {row["indicator"]: (row["rule"], row["value"]) for row in rows()["targets"]}
    assert limits["lag-beslut-14-dagar"] == limits["lag-utredning-4-manader"] == ("at_least", 100.0)
    assert limits[NOT_EXECUTED] == ("at_most", 0.0)


def test_what_a_board_has_already_is_left_as_it_stands():
    assert rows(rows()) == {}
    some = with_statutory("b", ["lag-barnutredning"], {})
    rest = with_statutory("b", statutory_goals(), some)
    assert "sources" not in rest
    assert {row["goal"] for row in rest["goals"]} == statutory_goals().keys() - {"lag-barnutredning"}
