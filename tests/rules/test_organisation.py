"""An organisation over time: what cannot be in it, where its months break, and months made comparable over breaks."""

from datetime import date

import pytest

from lib.rules.absence.breaks import Break, breaks
from lib.rules.absence.comparable import as_it_is, related
from lib.rules.absence.hours import AbsencePart, Hole, Hours
from lib.rules.organisation import Organisation, Span, UnitSuccession
from lib.tables.records import Problem
from lib.tables.table_checks import broken
from tests.helpers.rows import absence, board, tables, unit

NEW, EVE = date(2016, 7, 1), date(2016, 6, 30)
JUNE, JULY = date(2016, 6, 30), date(2016, 7, 31)
T = AbsencePart.TOTAL


def organisation(*spans, steps=()) -> Organisation:
    return Organisation(tuple(Span(u, p, u.upper(), "unit", first, last) for u, p, first, last in spans), tuple(steps))


MERGED = organisation(
    ("x", "", None, None), ("a", "x", None, EVE), ("b", "x", None, EVE), ("c", "x", NEW, None),
    steps=[UnitSuccession("a", "c", NEW, "merge"), UnitSuccession("b", "c", NEW, "merge")],
)  # fmt: skip
MOVED = organisation(("x", "", None, None), ("y", "", None, None), ("a", "x", None, EVE), ("a", "y", NEW, None))


def cells(**values) -> dict:
    whole = {("", T): {JUNE: Hours(0, 0), JULY: Hours(0, 0)}}
    return whole | {(code, T): dict(zip((JUNE, JULY), hours, strict=True)) for code, hours in values.items()}


def test_a_merged_unit_was_the_sum_of_those_that_became_it():
    found = cells(a=(Hours(1, 10, 3), Hole.NONE), b=(Hours(2, 10, 4), Hole.NONE), c=(Hole.NONE, Hours(5, 20, 7)))
    assert related(MERGED, ["c"]) == {"a", "b", "c"}
    assert as_it_is(MERGED, found, "c", T, JULY) == {JUNE: Hours(3, 20, 7), JULY: Hours(5, 20, 7)}


def test_a_merged_unit_is_not_shown_where_one_of_them_was_not():
    found = cells(a=(Hole.SMALL, Hole.NONE), b=(Hours(2, 10, 4), Hole.NONE), c=(Hole.NONE, Hours(5, 20, 7)))
    assert as_it_is(MERGED, found, "c", T, JULY)[JUNE] is Hole.SMALL


def test_a_unit_that_moved_counts_where_it_is_now():
    found = cells(a=(Hours(1, 10, 3),) * 2, x=(Hours(9, 90, 30), Hours(8, 80, 27)), y=(Hours(5, 50, 9),) * 2)
    assert as_it_is(MOVED, found, "x", T, JULY) == {JUNE: Hours(8, 80, 27), JULY: Hours(8, 80, 27)}
    assert as_it_is(MOVED, found, "y", T, JULY)[JUNE] == Hours(6, 60, 12)


def test_breaks():
    merge = Break(NEW, "merge", ("A", "B"), ("C",))
    assert breaks(MERGED, "c", JUNE, JULY) == breaks(MERGED, "x", JUNE, JULY) == [merge]
    assert breaks(MERGED, "", JUNE, JULY) == []
    assert breaks(MOVED, "y", JUNE, JULY) == [Break(NEW, "moved", ("A", "X"), ("Y",))]


@pytest.mark.parametrize(
    ("units", "column", "sentence"),
    [
        ([unit(parent="x")], "parent", "u / : ”x” finns inte i units."),
        (
            [unit(parent="v"), unit(unit="v", parent="u")],
            "parent",
            "u: Enheten hör, genom det den hör till, till sig själv.",
        ),
        ([unit(valid_to=NEW), unit(valid_from=NEW)], "valid_from", "u: Två rader för enheten gäller 2016-07-01."),
        (
            [unit(parent="v"), unit(unit="v", valid_to=EVE)],
            "parent",
            "u: Enheten hör till ”v”, som inte finns då (2016-07-01).",
        ),
    ],
    ids=["without parent", "circle", "overlap", "parent ends"],
)
def test_what_cannot_be(units, column, sentence):
    found = broken(tables(boards=[board()], units=units))
    assert Problem("b/units", 0, column, sentence) in found


def test_a_unit_may_move_and_change_name_from_one_day_to_the_next():
    rows = [unit(unit="v"), unit(valid_to=EVE), unit(valid_from=NEW, parent="v", name="Ny")]
    assert broken(tables(boards=[board()], units=rows)) == []


@pytest.mark.parametrize(
    ("values", "column"),
    [
        ({"sick_1_14": 2400.0}, "ordinary"),
        ({"sick_60": -1.0}, "sick_60"),
        ({"employees": 0}, "employees"),
        ({"ordinary": None}, "ordinary"),
        ({"period_end": date(2016, 2, 29)}, "period_end"),
    ],
    ids=["more sick than ordinary", "negative", "nobody employed", "hours missing", "two months"],
)
def test_hours_that_cannot_be(values, column):
    found = broken(tables(boards=[board()], units=[unit()], absence=[absence(**values)]))
    assert [problem.column for problem in found] == [column]


def test_a_month_twice():
    found = broken(tables(boards=[board()], units=[unit()], absence=[absence(), absence()]))
    assert [problem.sentence for problem in found] == ["b / u / 2016-01-01 / 2016-01-31 / T /  står 2 gånger."]
