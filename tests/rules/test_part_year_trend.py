"""The direction of quarters and tertials: against the same part of other years, by counting where that can be done."""

from math import comb, factorial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.rules.part_year_trend import part_yearly
from lib.rules.status import Better
from lib.rules.yearly_trend import Direction, DirectionReason

QUICK = settings(deadline=None, max_examples=60)
TURNED = {Direction.IMPROVING: Direction.WORSENING, Direction.WORSENING: Direction.IMPROVING}
HIGHER, LOWER = Better.HIGHER, Better.LOWER


def parts(*figures, of=4):
    return [(2020 + place // of, place % of, figure) for place, figure in enumerate(figures)]


def test_three_years_of_rising_tertials_are_a_trend_whatever_their_season():
    # Each tertial rises over three years: one order of 3! in each of three, both ways: 2 / 6^3 = 0.0093.
    found = part_yearly(parts(10, 50, 20, 12, 52, 22, 14, 54, 24, of=3), 3, HIGHER)
    assert (found.direction, found.reason, found.n) == (Direction.IMPROVING, DirectionReason.SAME_PARTS, 9)
    assert (found.p, found.slope) == (pytest.approx(2 / factorial(3) ** 3), 2)
    assert part_yearly(parts(10, 50, 20, 12, 52, 22, 14, 54, 24, of=3), 3, LOWER).direction is Direction.WORSENING


def test_a_season_is_no_trend():
    found = part_yearly(parts(*[10, 50, 20, 40] * 5), 4, HIGHER)
    assert (found.direction, found.reason, found.slope) == (
        Direction.NO_CLEAR_CHANGE,
        DirectionReason.PARTS_NOT_SIGNIFICANT,
        0,
    )


def test_one_tertial_that_falls_once_leaves_it_open():
    # S = 3 + 3 + 1 of 9: the orders with so much or more are 1 + 3 * 2 = 7 of 216, both ways.
    found = part_yearly(parts(10, 50, 20, 12, 52, 24, 14, 54, 22, of=3), 3, HIGHER)
    assert (found.direction, found.p) == (Direction.NO_CLEAR_CHANGE, pytest.approx(2 * (1 + comb(3, 1) * 2) / 216))


def test_one_strange_quarter_can_turn_the_slope():
    figures = [10 + place // 4 for place in range(20)]
    figures[19] = -100
    found = part_yearly(parts(*figures), 4, HIGHER)
    assert (found.direction, found.reason) == (Direction.NO_CLEAR_CHANGE, DirectionReason.HANGS_ON_ONE_POINT)
    assert found.slope == 1


def test_seven_quarters_and_two_years_are_too_few():
    for figures in ([1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7, 8], []):
        found = part_yearly(parts(*figures), 4, HIGHER)
        assert (found.direction, found.reason) == (Direction.TOO_FEW_POINTS, DirectionReason.TOO_FEW_PARTS)
        assert found.n == len(figures)


def test_all_equal_and_what_is_no_plain_number():
    found = part_yearly(parts(*[5, None, 5, 5] * 4), 4, HIGHER)
    assert (found.reason, found.n, found.left_out, found.gap) == (DirectionReason.ALL_EQUAL, 12, 4, True)


@QUICK
@given(st.lists(st.integers(0, 40), min_size=0, max_size=24), st.sampled_from([3, 4]))
def test_figures_in_the_mirror_go_the_other_way(figures, of):
    found = part_yearly(parts(*figures, of=of), of, HIGHER)
    other = part_yearly(parts(*[-figure for figure in figures], of=of), of, HIGHER)
    assert other.direction is TURNED.get(found.direction, found.direction)
    assert other.reason is found.reason


@QUICK
@given(st.lists(st.integers(0, 40), min_size=8, max_size=24), st.permutations([0, 1, 2, 3]), st.integers(-90, 90))
def test_what_each_part_usually_lies_at_does_not_matter(figures, order, step):
    season = [step * place for place in order]
    plain = part_yearly(parts(*figures), 4, LOWER)
    moved = part_yearly(parts(*[figure + season[place % 4] for place, figure in enumerate(figures)]), 4, LOWER)
    assert (moved.direction, moved.p, moved.slope) == (plain.direction, plain.p, plain.slope)
