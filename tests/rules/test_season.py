"""Seasons that are there and that are not, and the seasonal Mann-Kendall test against counting and formulas."""

from itertools import permutations, product
from math import erfc, sqrt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from lib.rules.season import SeasonalTrend, by_season, season_of, seasonal_kendall
from lib.rules.yearly_trend import mann_kendall, rank_sum

QUICK = settings(deadline=None, max_examples=60)
START = 12 * 2021 + 9  # October 2021
SUMMER = [0.0] * 5 + [-4.0, -4.0] + [0.0] * 5


def noise(n, seed=1):
    random = Random(seed)
    return [random.gauss(0, 1) for _ in range(n)]


def by_month(values, start=START):
    return {start + i: value for i, value in enumerate(values)}


def with_summer(values):
    return {month: value + SUMMER[month % 12] for month, value in by_month(values).items()}


@pytest.mark.parametrize("n", [24, 29, 60])
def test_a_summer_dip_is_a_season(n):
    season = season_of(with_summer(noise(n)))
    assert season.years == n // 12
    lowest = sorted(range(12), key=season.effect)[:2]
    assert sorted(lowest) == [5, 6]
    assert season.effect(12 * 2030 + 6) == season.effects[6]
    assert sum(season.effects) == pytest.approx(0, abs=1e-9)


def test_noise_is_seldom_a_season():
    assert sum(season_of(by_month(noise(60, seed))) is not None for seed in range(200)) <= 6


def test_one_year_and_a_half_is_no_season():
    assert season_of(with_summer(noise(23))) is None
    assert season_of({}) is None


def test_what_never_moves_has_no_season():
    assert season_of(by_month([7.0] * 36)) is None


def test_a_step_and_a_trend_leave_the_season_as_it_is():
    values = noise(60)
    stepped = [value + 10 * (i >= 36) for i, value in enumerate(values)]
    assert season_of(with_summer(stepped)).effects == pytest.approx(season_of(with_summer(values)).effects)


def test_a_year_with_a_hole_is_passed_over():
    values = with_summer(noise(36))
    del values[START + 3]
    assert season_of(values).years == 2


def test_the_season_is_that_of_exact_values():
    values = {START + i: 50 + SUMMER[(START + i) % 12] + (1 if i < 12 else -1) for i in range(24)}
    season = season_of(values)
    assert season.effects == pytest.approx([effect + 8 / 12 for effect in SUMMER])
    assert season.widening == pytest.approx(2**0.5)


def columns(*figures):
    return by_season(
        (2010 + i, season, figure) for season, column in enumerate(figures) for i, figure in enumerate(column)
    )


def test_one_season_is_the_plain_test():
    figures = [3, 1, 4, 2, 5, 7, 6]
    slope = stats.theilslopes(figures).slope
    assert seasonal_kendall(columns(figures)) == SeasonalTrend(rank_sum(figures), mann_kendall(figures), slope)


def test_two_seasons_that_know_nothing_of_each_other_are_counted_exactly():
    # Concordant with the identity in S and discordant in order: the covariance is not above zero.
    first, second = [1, 2, 3, 4], [2, 1, 4, 3]
    s = rank_sum(first) + rank_sum(second)
    orders = [rank_sum(one) for one in permutations(range(4))]
    sums = [abs(a + b) for a, b in product(orders, orders)]
    found = seasonal_kendall(columns(first, second))
    counted = sum(one >= s for one in sums) / len(sums)
    assert found.s == s == 8
    assert found.p >= counted


def test_seasons_that_say_the_same_count_as_one():
    # Of two equal columns the covariance is the variance, n (n - 1) (2 n + 5) / 18 = 125: S doubles and so does its
    # standard error.
    figures = [3, 1, 4, 2, 5, 7, 6, 8, 10, 9]
    one, both = seasonal_kendall(columns(figures)), seasonal_kendall(columns(figures, figures))
    assert both.s == 2 * one.s
    assert both.p == pytest.approx(erfc((both.s - 1) / sqrt(2 * 4 * 125)))


def test_seasons_in_the_mirror_cancel_out():
    found = seasonal_kendall(columns([1, 2, 3, 4, 5], [5, 4, 3, 2, 1]))
    assert (found.s, found.p, found.slope) == (0, 1.0, 0.0)


def test_no_season_with_two_years_is_no_trend():
    assert seasonal_kendall(columns([1], [2], [3])) is None
    assert seasonal_kendall({}) is None


def test_all_equal_is_no_trend():
    assert seasonal_kendall(columns([5, 5, 5], [6, 6, 6])) == SeasonalTrend(0, 1.0, 0.0)


@QUICK
@given(st.lists(st.lists(st.integers(0, 6), min_size=3, max_size=5), min_size=1, max_size=4))
def test_the_mirror_turns_the_sign_and_nothing_else(figures):
    found = seasonal_kendall(columns(*figures))
    other = seasonal_kendall(columns(*[[-value for value in column] for column in figures]))
    assert (other.s, other.slope) == (-found.s, -found.slope)
    assert other.p == pytest.approx(found.p)
    assert 0 <= found.p <= 1
