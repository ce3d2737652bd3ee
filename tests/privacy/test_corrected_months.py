"""A month that is corrected and published again cannot be held against what it was before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.absence_months import FEW, GENDERS, HOURS, MANY, Group, GroupMonth, areas, bounded, grown, leaves
from tests.helpers.attacker import Attacker


@st.composite
def corrected(draw, units: int = 4):
    """The same organisation published twice: the second time some units' figures are others."""
    first = draw(st.lists(st.lists(leaves(), min_size=1, max_size=units), min_size=1, max_size=3))
    second = [[draw(st.just(unit) | leaves()) for unit in area] for area in first]
    return grown(first, GENDERS), grown(second, GENDERS)


def seen_twice(first: GroupMonth, second: GroupMonth, hidden: set[Group], later: set[Group]) -> Attacker:
    """Sees both publications, and takes every hidden figure that is the same in both to be so."""
    reader = Attacker()
    for time, month, holes in ((1, first, hidden), (2, second, later)):
        for group, (_people, hours, work) in month.groups.items():
            reader.about((time, *group), 0.0, work)
            if group not in holes:
                reader.sees({(time, *group): 1.0}, hours, hours)
        for total, parts in month.sums:
            reader.adds_up((time, *total), [(time, *part) for part in parts])
    for group in _unchanged(first, second):
        reader.sees({(1, *group): 1.0, (2, *group): -1.0}, 0.0, 0.0)
    return reader


def _unchanged(first: GroupMonth, second: GroupMonth) -> set[Group]:
    return {group for group in first.groups if first.groups[group][1:] == second.groups[group][1:]}


def again(first: GroupMonth, second: GroupMonth) -> set[Group]:
    """The groups hidden when a month is published a second time."""
    hidden, same = first.hidden(), _unchanged(first, second)
    changed = {group: first.groups[group] for group in hidden - same}
    return second.hidden(keep=hidden, known=same - hidden, changed=changed)


def cannot_be_held_against_each_other(first: GroupMonth, second: GroupMonth) -> None:
    hidden, later = first.hidden(), again(first, second)
    assert later >= hidden
    assert bounded(second, later) == []
    reader = seen_twice(first, second, hidden, later)
    known = _unchanged(first, second) - hidden
    assert [group for group in second.secret() if group not in known and reader.width((2, *group)) < 1] == []


@FEW
@given(corrected())
def test_a_corrected_month_cannot_be_held_against_what_it_was_before(pair):
    cannot_be_held_against_each_other(*pair)


@pytest.mark.soak
@MANY
@given(corrected(units=6))
def test_nor_can_a_great_many(pair):
    cannot_be_held_against_each_other(*pair)


def test_what_was_shown_and_still_is_so_stays_shown():
    first = areas([(20, 150, 12, 40), (20, 150, 13, 60), (20, 150, 12, 60)])
    second = areas([(20, 150, 10, 30), (20, 150, 13, 60), (20, 150, 12, 60)])
    later = again(first, second)
    assert first.hidden() == set()
    assert later == {("a0u0", "M"), ("a0u0", "T"), ("a0", "M"), ("a0", "T"), ("top", "M"), ("top", "T")}


def test_a_total_that_was_shown_before_is_known_however_its_parts_are_corrected():
    first = areas([(8, 40, 2, 40), (12, 60, 6, 0), (20, 40, 4, 0)])
    second = areas([(8, 40, 2, 40), (12, 60, 6, 0), (3, 20, 4, 8)])
    assert {("top", "T"), ("a0", "T")} <= again(first, second) - first.hidden()
    cannot_be_held_against_each_other(first, second)


def test_what_is_known_stays_shown_where_it_is_enough_to_hide_all_the_rest():
    first = areas([(12, 0, 2, 20), (20, 20, 2, 20)])
    second = areas([(12, 0, 2, 20), (8, 40, 6, 40)])
    assert again(first, second) == set(second.groups) - {("a0u0", "T")}
    cannot_be_held_against_each_other(first, second)


def test_what_is_known_is_hidden_where_it_gives_a_group_away_by_itself():
    """The men of one unit are fewer than was said, and too few, while no hours are others than before."""
    first = areas([(20, 150, 12, 40), (20, 150, 13, 60), (20, 150, 12, 60)])
    people = {("a0u0", "M"): (10, 40, 12 * HOURS)}
    second = GroupMonth(first.groups | people, first.sums)
    assert first.hidden() == set()
    assert again(first, second) == second.hidden() == {(unit, part) for unit in ("a0u0", "a0u2") for part in "KM"}
    assert bounded(second, again(first, second)) == []


def test_a_corrected_month_that_is_chosen_anew_falls():
    """The first time one unit protects the small group, the second time another: then the first tells of it."""
    first = areas([(20, 150, 6, 40), (20, 150, 13, 60), (20, 150, 12, 60)])
    second = areas([(20, 150, 6, 40), (20, 150, 11, 60), (20, 150, 12, 60)])
    hidden, anew = first.hidden(), second.hidden()
    assert seen_twice(first, second, hidden, anew).width((2, "a0u0", "M")) == pytest.approx(0, abs=1e-6)
    assert seen_twice(first, second, hidden, again(first, second)).width((2, "a0u0", "M")) > 1
