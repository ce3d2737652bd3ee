"""Own change and mix: cases by hand, units that come and go, and sums that hold to the last digit."""

from fractions import Fraction
from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.rules.mix import Mix, PartChange, WeightedPart, mix

QUICK = settings(deadline=None, max_examples=80)


def test_two_units_that_change_places():
    # Before: 60 % at 5 and 40 % at 10: 3 + 4 = 7. After: 40 % at 6 and 60 % at 9: 2.4 + 5.4 = 7.8. Kitagawa: own, at
    # the mean shares of a half, 0.5 * (6 - 5) + 0.5 * (9 - 10) = 0; mix, at the mean values 5.5 and 9.5,
    # -0.2 * 5.5 + 0.2 * 9.5 = 0.8. About the middle of the two means, 7.4, the parts' mix is -0.2 * (5.5 - 7.4) = 0.38
    # and 0.2 * (9.5 - 7.4) = 0.42.
    found = mix(
        {"a": WeightedPart(60, 5), "b": WeightedPart(40, 10)}, {"a": WeightedPart(400, 6), "b": WeightedPart(600, 9)}
    )
    half = Fraction(1, 2)
    assert found == Mix(
        Fraction(7),
        Fraction("7.8"),
        Fraction(0),
        Fraction("0.8"),
        {"a": PartChange(half, Fraction("0.38")), "b": PartChange(-half, Fraction("0.42"))},
    )


def test_better_in_every_unit_and_yet_worse():
    # 80 % at 4 and 20 % at 12: 5.6. Then 40 % at 3 and 60 % at 11: 1.2 + 6.6 = 7.8. Own: each -1, together -1. Mix:
    # -0.4 * 3.5 + 0.4 * 11.5 = 3.2. And 3.2 - 1 = 2.2 = 7.8 - 5.6.
    found = mix(
        {"a": WeightedPart(80, 4), "b": WeightedPart(20, 12)}, {"a": WeightedPart(40, 3), "b": WeightedPart(60, 11)}
    )
    assert [found.before, found.after, found.own, found.mix] == [Fraction(n) for n in ("5.6", "7.8", "-1", "3.2")]


def test_only_values_change():
    found = mix(
        {"a": WeightedPart(1, 0.1), "b": WeightedPart(2, 0.2)}, {"a": WeightedPart(10, 0.3), "b": WeightedPart(20, 0.3)}
    )
    assert (found.before, found.after) == (Fraction(1, 6), Fraction("0.3"))  # a third of 0.1 and two of 0.2
    assert (found.own, found.mix) == (found.after - found.before, 0)


def test_only_shares_change():
    found = mix({"a": WeightedPart(1, 5), "b": WeightedPart(1, 7)}, {"a": WeightedPart(1, 5), "b": WeightedPart(3, 7)})
    assert (found.own, found.mix) == (0, Fraction(1, 2))


def test_a_unit_that_comes_and_one_that_goes_are_all_mix():
    found = mix(
        {"a": WeightedPart(50, 6), "old": WeightedPart(50, 8)}, {"a": WeightedPart(50, 6), "new": WeightedPart(50, 4)}
    )
    assert (found.own, found.mix) == (0, -2)
    # The middle of the means 7 and 5 is 6: the old is above it, the new below it, and each takes half of 2 away.
    assert found.parts == {"a": PartChange(0, 0), "new": PartChange(0, -1), "old": PartChange(0, -1)}


def test_the_value_of_a_part_without_weight_does_not_matter():
    after = {"a": WeightedPart(50, 6), "b": WeightedPart(50, 4)}
    assert mix({"a": WeightedPart(50, 6), "b": WeightedPart(0, 99)}, after) == mix({"a": WeightedPart(50, 6)}, after)


def test_without_any_weight_there_is_no_mean():
    some = {"a": WeightedPart(1, 1)}
    assert mix({}, some) is mix(some, {"a": WeightedPart(0, 1)}) is mix({}, {}) is None


@pytest.mark.parametrize(("weight", "value"), [(-1, 5), (nan, 5), (1, inf)])
def test_weights_and_values_must_be_possible(weight, value):
    with pytest.raises(ValueError, match=r"negative|finite"):
        WeightedPart(weight, value)


NUMBERS = st.floats(-1e6, 1e6)
WHOLES = st.dictionaries(st.sampled_from("abcdef"), st.builds(WeightedPart, st.floats(0, 1e6), NUMBERS))


@QUICK
@given(WHOLES, WHOLES)
def test_own_and_mix_are_all_of_the_change_to_the_last_digit(before, after):
    found = mix(before, after)
    if found is None:
        return
    assert found.own + found.mix == found.after - found.before
    assert found.own == sum(part.own for part in found.parts.values())
    assert found.mix == sum(part.mix for part in found.parts.values())


@QUICK
@given(WHOLES, WHOLES)
def test_back_again_is_the_same_with_the_other_sign(before, after):
    there, back = mix(before, after), mix(after, before)
    if there and back:
        assert (there.own, there.mix) == (-back.own, -back.mix)
        assert there.parts == {code: PartChange(-part.own, -part.mix) for code, part in back.parts.items()}


@QUICK
@given(WHOLES)
def test_nothing_changed_is_no_change(whole):
    found = mix(whole, whole)
    assert found is None or (found.own, found.mix) == (0, 0)
