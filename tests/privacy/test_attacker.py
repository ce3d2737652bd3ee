"""Nobody can work out the absence of a small group from what is shown; without secondary suppression it is easy."""

import pytest
from hypothesis import given, settings

from lib.privacy.hours import PROTECTS, SMALL
from tests.helpers.absence_months import (
    ALL,
    FEW,
    GENDERS,
    MANY,
    ORDINARY,
    GroupMonth,
    areas,
    attacker,
    bounded,
    months,
    unit_groups,
)


def stands(month: GroupMonth) -> None:
    hidden = month.hidden()
    assert hidden >= set(month.secret())
    assert bounded(month, hidden) == []


@FEW
@given(months(GENDERS, areas=3, units=4))
def test_no_small_group_can_be_worked_out_from_the_rest(month):
    stands(month)


@FEW
@given(months(ALL, areas=2, units=3))
def test_nor_from_ages_and_lengths(month):
    stands(month)


@pytest.mark.soak
@MANY
@given(months(GENDERS, areas=5, units=8))
def test_nor_in_a_great_many_organisations(month):
    stands(month)


@pytest.mark.soak
@MANY
@given(months(ALL, areas=3, units=5))
def test_nor_in_a_great_many_with_ages_and_lengths(month):
    stands(month)


def test_without_the_secondary_step_the_attack_succeeds():
    """So that it is known to bite: with no more than the small groups hidden, they are computed to the hour."""
    reader = attacker(ORDINARY, set(ORDINARY.secret()))
    assert ORDINARY.secret() == [("a0u1", "M")]
    assert reader.range(("a0u1", "M")) == pytest.approx((40, 40), abs=1e-6)


@pytest.mark.parametrize(("parts", "least"), [(GENDERS, 20), (ALL, 20)], ids=["genders", "with ages and lengths"])
def test_without_the_secondary_step_most_random_organisations_fall(parts, least):
    fallen = []

    @settings(FEW, database=None, derandomize=True)
    @given(months(parts, areas=2, units=3))
    def attack(month):
        fallen.append(bool(bounded(month, set(month.secret()))))

    attack()
    assert fallen.count(True) >= least


def test_shares_with_one_decimal_tell_as_much_of_a_small_organisation():
    alone = set(ORDINARY.secret())
    assert bounded(ORDINARY, alone, rounded=True) == [("a0u1", "M")]
    assert bounded(ORDINARY, ORDINARY.hidden(), rounded=True) == []


def test_as_little_as_will_do_is_hidden():
    """Men of one unit: its women, and women and men of the smallest unit beside it."""
    small, protecting = {("a0u1", "M")}, {("a0u1", "K"), ("a0u2", "K"), ("a0u2", "M")}
    reasons = ORDINARY.reasons()
    assert {group for group, reason in reasons.items() if reason == SMALL} == small
    assert {group for group, reason in reasons.items() if reason == PROTECTS} == protecting


def test_small_figures_are_tried_before_greater_ones():
    """All of the units and areas stay shown: their women and men are enough, though it takes several to be so."""
    month = areas([(30, 200, 4, 40), (8, 200, 4, 40)], [(8, 150, 4, 60), (12, 60, 20, 60)])
    assert month.hidden() == {(unit, part) for unit in ("a0", "a0u0", "a0u1", "a1", "a1u0") for part in "KM"}
    stands(month)


def test_nothing_is_hidden_where_every_group_is_large_enough():
    assert areas([(20, 150, 15, 90), (14, 80, 12, 60)]).hidden() == set()


def test_a_group_of_which_nobody_was_absent_is_hidden_and_its_reason_does_not_say_so():
    month = areas([(20, 150, 15, 0), (14, 80, 12, 60), (30, 200, 16, 90)])
    assert month.reasons()["a0u0", "M"] == PROTECTS


def test_an_area_where_nobody_was_absent_is_hidden_too():
    """Else its units' zeros are known, those of small groups too."""
    month = areas([(5, 0, 4, 0), (14, 0, 12, 0)], [(30, 200, 16, 90), (30, 200, 16, 90)])
    assert month.reasons()["a0", "T"] == PROTECTS
    stands(month)


def test_two_small_groups_that_are_too_few_together_need_a_third():
    month = areas([(20, 150, 4, 20), (25, 200, 5, 40), (14, 80, 12, 60), (40, 300, 20, 90)])
    assert sum(group[1] == "M" for group in month.hidden()) == 3
    stands(month)


def test_so_do_two_whose_size_is_not_known():
    """They are taken to be as few as can have so many hours of work, and so are too few together as well."""
    month = areas([(20, 150, 4, 20), (25, 200, 5, 40), (14, 80, 12, 60), (40, 300, 20, 90)])
    men = [(unit, "M") for unit in ("a0u0", "a0u1")]
    unknown = GroupMonth(month.groups | {group: (None, *month.groups[group][1:]) for group in men}, month.sums)
    hidden = unknown.hidden()
    assert {group for group in hidden if group[1] == "M"} == {*men, ("a0u2", "M")}
    assert attacker(month, hidden).width(*men) > 1


def test_the_same_month_hides_the_same():
    assert ORDINARY.reasons() == ORDINARY.reasons()


def test_what_was_hidden_the_month_before_is_hidden_again_rather_than_another():
    month = areas([(20, 150, 6, 40), (20, 150, 13, 60), (20, 150, 12, 60)])
    assert month.hidden() == {(unit, part) for unit in ("a0u0", "a0u2") for part in "KM"}
    assert month.hidden(like={("a0u1", "K"), ("a0u1", "M")}) == {(u, p) for u in ("a0u0", "a0u1") for p in "KM"}


def test_what_is_not_told_yet_protects_nobody():
    """It will be known when it comes."""
    groups = ORDINARY.groups | {
        ("a0u2", part): (people, None, work) for part, (people, _hours, work) in unit_groups("a0u2")
    }
    hidden = GroupMonth(groups, ORDINARY.sums).hidden()
    assert hidden == {(unit, part) for unit in ("a0u0", "a0u1") for part in "KM"}
