"""Months where the source leaves something out are published so that nobody is given away by it."""

from types import SimpleNamespace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.rules.absence.hours import AbsencePart, Hole, Hours
from lib.rules.absence.month import Month as Published
from lib.rules.absence.month import up_the_tree
from lib.rules.organisation import Span, Tree
from lib.store.absence_publishing import hours_columns, without_small
from tests.helpers.absence_months import (
    FEW,
    GENDERS,
    HOURS,
    MANY,
    SLACK,
    Group,
    GroupMonth,
    attacker,
    bounded,
    grown,
    leaves,
)
from tests.helpers.attacker import Attacker


class Reported(NamedTuple):
    """A row as the store gives it."""

    unit: str
    gender: str
    sick_1_14: float
    ordinary: float
    employees: int | None
    age: str = ""
    sick_15_59: float = 0.0
    sick_60: float = 0.0
    status: str = "normal"


def unit(women: int, women_absent: float, men: int, men_absent: float) -> dict[str, tuple[int, float, float]]:
    """As a leaf of an organisation: people, hours absent and hours of work."""
    both = women + men, women_absent + men_absent
    return {
        gender: (n, absent, n * HOURS)
        for gender, (n, absent) in zip(GENDERS, (both, (women, women_absent), (men, men_absent)), strict=True)
    }


LARGE = unit(30, 240, 20, 130), unit(20, 150, 15, 100), unit(25, 200, 16, 130)


def month_of(
    truth: GroupMonth, without: set[Group] = frozenset(), untold: set[Group] = frozenset(), late: str = ""
) -> Published:
    """A month of an organisation, all of it, reported from its lowest units without some groups and groups' numbers.

    A unit called 'own' is an area's own staff: it has no rows, but the area then reports its hours itself; so it does
    where a unit is late.
    """
    below = [(total[0], part[0]) for total, parts in truth.sums for part in parts if total[0] != part[0]]
    parents = {child: parent for parent, child in below if not child.endswith("own")}
    tree = Tree({code: Span(code, "" if parent == "top" else parent, code, "") for code, parent in parents.items()})
    reporting = {parent for parent, child in below if child.endswith("own") or child == late}
    reporting |= {*parents} - {*parents.values(), late}
    rows = [
        Reported(group[0], group[1], sick, ordinary, None if group in untold else people)
        for group, (people, sick, ordinary) in truth.groups.items()
        if group[0] in reporting and people and group not in without
    ]
    last = {(late, AbsencePart(gender)): truth.groups[late, gender][0] for gender in GENDERS if late}
    return up_the_tree(tree, rows, {late}, last)


def published(truth: GroupMonth, **lacks) -> Published:
    """A month of which nothing has been published before, with holes."""
    month = month_of(truth, **lacks)
    without_small(month, {}, Published(), set())
    return month


def stored(month: Published) -> dict:
    """The rows of a published month as they stand in the store."""
    return {
        group: SimpleNamespace(hole=cell if isinstance(cell, Hole) else "", _mapping=hours_columns(cell))
        for group, cell in month.cells.items()
    }


def hidden(truth: GroupMonth, month: Published) -> set[Group]:
    """The groups that are not shown, those in no row among them."""
    visible = {(code or "top", part.value) for (code, part), cell in month.cells.items() if isinstance(cell, Hours)}
    return truth.groups.keys() - visible


def test_men_of_whom_nobody_tells_how_many_they_are_are_hidden():
    """As HR systems often have it: the number of people of the unit only."""
    truth = grown([[unit(20, 150, 4, 40), *LARGE]], GENDERS)
    month = published(truth, untold={("a0u0", "K"), ("a0u0", "M")})
    assert month.cells["a0u0", AbsencePart.MEN] is Hole.PROTECTS
    assert isinstance(month.cells["a0u0", AbsencePart.TOTAL], Hours)
    assert bounded(truth, hidden(truth, month)) == []


def test_groups_that_must_be_large_enough_by_their_hours_are_shown():
    truth = grown([list(LARGE)], GENDERS)
    assert hidden(truth, published(truth, untold=set(truth.groups))) == set()


def test_men_left_out_are_not_found_by_taking_the_women_from_all():
    truth, men = grown([[unit(20, 150, 4, 40), *LARGE]], GENDERS), ("a0u0", "M")
    assert attacker(truth, {men}).range(men) == pytest.approx((40, 40), abs=1e-6)
    month = published(truth, without={men})
    assert {("a0u0", "K"), men} <= hidden(truth, month)
    assert bounded(truth, hidden(truth, month)) == []


def test_nor_are_those_whose_gender_is_not_told():
    month, untold = grown([[unit(20, 150, 15, 90), *LARGE]], GENDERS), ("a0u0", "X")
    above = [(code, "X") for code in ("top", "a0")]
    groups = month.groups | dict.fromkeys([untold, *above], (2, 30.0, 2 * HOURS))
    for code in ("top", "a0", "a0u0"):
        people, sick, work = groups[code, "T"]
        groups[code, "T"] = people + 2, sick + 30, work + 2 * HOURS
    of_all = {(code, "T"): (code, "X") for code in ("top", "a0", "a0u0")}
    sums = [(t, [*parts, of_all[t]] if t in of_all and parts[0][0] == t[0] else parts) for t, parts in month.sums]
    truth = GroupMonth(groups, [*sums, (above[0], [above[1]]), (above[1], [untold])])
    assert attacker(truth, {untold, *above}).range(untold) == pytest.approx((30, 30), abs=1e-6)
    assert bounded(truth, hidden(truth, published(truth, without={untold, *above}))) == []


def test_an_areas_own_staff_is_not_found_by_taking_its_units_from_it():
    truth = grown([[*LARGE, unit(2, 40, 1, 16)], list(LARGE)], GENDERS)
    truth = renamed(truth, {"a0u3": "a0own"})
    assert attacker(truth, {("a0own", gender) for gender in GENDERS}).range(("a0own", "T")) == pytest.approx((56, 56))
    assert bounded(truth, hidden(truth, published(truth))) == []


def test_nor_is_a_small_unit_that_is_late():
    truth = grown([[*LARGE, unit(5, 40, 1, 16)], list(LARGE)], GENDERS)
    assert attacker(truth, {("a0u3", gender) for gender in GENDERS}).range(("a0u3", "T")) == pytest.approx((56, 56))
    month = published(truth, late="a0u3")
    assert month.cells["a0u3", AbsencePart.TOTAL] is Hole.LATE
    assert bounded(truth, hidden(truth, month)) == []


@pytest.mark.parametrize("late", ["a0u3", "a0u0"])
def test_nor_when_it_has_come_and_both_publications_are_held_against_each_other(late):
    truth = grown([[*LARGE, unit(5, 40, 1, 16)], list(LARGE)], GENDERS)
    first = published(truth, late=late)
    second = month_of(truth)
    without_small(second, stored(first), month_of(truth, late=late), set())
    assert second.cells["a0u3", AbsencePart.TOTAL] is Hole.SMALL
    assert bounded(truth, hidden(truth, first) & hidden(truth, second)) == []


def renamed(truth: GroupMonth, names: dict[str, str]) -> GroupMonth:
    def new(group: Group) -> Group:
        return names.get(group[0], group[0]), group[1]

    sums = [(new(total), [new(part) for part in parts]) for total, parts in truth.sums]
    return GroupMonth({new(group): hours for group, hours in truth.groups.items()}, sums)


@st.composite
def half_told(draw):
    """An organisation of which areas have staff of their own, or units tell no numbers or leave out women or men."""
    areas = draw(st.lists(st.lists(leaves(), min_size=2, max_size=4), min_size=1, max_size=3))
    truth, without, untold = grown(areas, GENDERS), set(), set()
    names = {}
    for number, units in enumerate(areas):
        if draw(st.booleans()):
            names[f"a{number}u{len(units) - 1}"] = f"a{number}own"
            continue
        for place in range(len(units)):
            lacks = draw(st.sampled_from(["", "", "numbers", "M", "K"]))
            untold |= {(f"a{number}u{place}", gender) for gender in "KM" if lacks == "numbers"}
            without |= {(f"a{number}u{place}", lacks)}
    return renamed(truth, names), without, untold


def lowest(truth: GroupMonth, group: Group) -> list[Group]:
    """The women and men of the lowest units that a group is made of."""
    parts = next((parts for total, parts in reversed(truth.sums) if total == group), [])
    return [leaf for part in parts for leaf in lowest(truth, part)] or [group]


def tells_of_nobody(truth: GroupMonth, without: set[Group], untold: set[Group]) -> None:
    """To the reader, a figure is what the rows make it: of women or men, without those that were left out."""
    month = published(truth, without=without, untold=untold)
    reader = Attacker()
    for group in truth.groups:
        if lowest(truth, group) == [group]:
            reader.about(group, 0.0, truth.groups[group][2])
            reader.sees({group: 1.0}, 0.0, truth.groups[group][2])
    for (code, part), cell in month.cells.items():
        group = code or "top", part.value
        if isinstance(cell, Hours) and group in truth.groups:
            of = [leaf for leaf in lowest(truth, group) if part is AbsencePart.TOTAL or leaf not in without]
            reader.sees(dict.fromkeys(of, 1.0), cell.sick, cell.sick)
    for group in truth.secret():
        assert reader.width(*lowest(truth, group)) >= truth.wanted(group) * (1 - SLACK), group


@FEW
@given(half_told())
def test_nobody_is_given_away_by_what_is_not_told(month):
    tells_of_nobody(*month)


@pytest.mark.soak
@MANY
@given(half_told())
def test_nor_in_a_great_many_organisations(month):
    tells_of_nobody(*month)
