"""The test of Mann and Kendall: tables and examples in print, and every order of few figures counted."""

from collections import Counter
from itertools import combinations, permutations
from math import factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kendalltau

from lib.rules.status import Better
from lib.rules.yearly_trend import Trend, mann_kendall, rank_sum, yearly
from tests.helpers.trends import CHANCE, QUICK, UNCLEAR, from_2010, order

# Gilbert (1987), table A18, the same as EPA QA/G-9S, table A-11: the chance of S or more, one-sided. By hand, of the
# n! orders, so many have 0, 1, 2, ... pairs the wrong way round: n = 4: 1 3 5 6; n = 5: 1 4 9 15 20 22;
# n = 6: 1 5 14 29 49; n = 7: 1 6 20 49 98. So for n = 5, S = 10 (no pair): 1/120 = 0.0083, S = 8: 5/120 = 0.042,
# S = 6: 14/120 = 0.117, S = 4: 29/120 = 0.242, S = 2: 49/120 = 0.408; for n = 6, S = 11: 20/720 = 0.028.
TABLE = {
    4: {6: 0.042, 4: 0.167, 2: 0.375},
    5: {10: 0.0083, 8: 0.042, 6: 0.117, 4: 0.242, 2: 0.408},
    6: {15: 0.0014, 13: 0.0083, 11: 0.028, 9: 0.068, 7: 0.136},
    7: {21: 0.0002, 19: 0.0014, 17: 0.0054, 15: 0.015, 13: 0.035, 11: 0.068},
    8: {20: 0.0071, 18: 0.016, 16: 0.031, 14: 0.054},
    9: {24: 0.0063, 20: 0.022, 18: 0.038, 16: 0.060},
    10: {27: 0.0083, 25: 0.014, 23: 0.023, 21: 0.036, 19: 0.054},
}


@pytest.mark.parametrize(("n", "s"), [(n, s) for n, row in TABLE.items() for s in row])
def test_mann_kendall_is_that_of_the_tables(n, s):
    figures = order(n, (n * (n - 1) // 2 - s) // 2)
    printed = TABLE[n][s]
    assert rank_sum(figures) == s
    # Half a unit of the last printed figure, at both sides.
    assert mann_kendall(figures) / 2 == pytest.approx(printed, abs=0.0005 if printed >= 0.01 else 0.00005)
    assert mann_kendall(figures[::-1]) == mann_kendall(figures)


def test_ties_as_in_the_guidance_of_epa():
    # EPA QA/G-9S (2006), Mann-Kendall with ties: four 10s and two 15s among 11 figures. S = 22 and
    # V = (11 * 10 * 27 - 4 * 3 * 13 - 2 * 1 * 9) / 18 = 2796 / 18 = 155.33, so Z = (22 - 1) / 12.463 = 1.685,
    # which leaves 0.0460 above it: p = 0.0920.
    figures = [10, 10, 10, 5, 10, 20, 18, 17, 15, 24, 15]
    assert rank_sum(figures) == 22
    assert mann_kendall(figures) == pytest.approx(0.0920, abs=0.0001)


def test_ties_as_computed_by_hand_at_holy_cross():
    # mathcs.holycross.edu/~little/Montserrat/MannKendallByHand.txt: 72 pairs rise, 18 fall, one is equal. S = 54,
    # V = 14 * 13 * 33 / 18 - 2 * 1 * 9 / 18 = 332.67, Z = 53 / 18.239 = 2.9058, one-sided p = 0.0018.
    figures = [12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7]
    assert rank_sum(figures) == 54
    assert mann_kendall(figures) / 2 == pytest.approx(0.0018, abs=0.00005)
    # Of fourteen years that resemble each other one series in twenty without a trend has 0.0030 or less.
    assert yearly(from_2010(*figures), Better.LOWER).reason is CHANCE


def test_two_pairs_of_equals_among_five_are_not_certain():
    # S = 8, V = (5 * 4 * 15 - 2 * 18) / 18 = 14.667, Z = 7 / 3.830 = 1.828: p = 0.0676. By counting: they can come
    # in 5! / (2! 2!) = 30 orders, one of them all rising and one all falling: p = 2/30 = 0.0667.
    found = yearly(from_2010(78, 78, 79, 79, 80), Better.HIGHER)
    assert found == Trend(UNCLEAR, CHANCE, 5, slope=0.5, p=pytest.approx(0.0676, abs=0.0001), first=2010)


def ties_of(n, most=None):
    """Every way that n figures can be equal to each other, as the sizes of the groups."""
    if n == 0:
        yield ()
    for first in range(min(n, most or n), 0, -1):
        for rest in ties_of(n - first, first):
            yield (first, *rest)


def falling_pairs(groups):
    """How many orders of such figures have 0, 1, 2, ... pairs falling (the Gaussian multinomial coefficient)."""
    n, ways = sum(groups), [1]
    for k in range(1, n + 1):  # times 1 - q^k
        ways = [a - b for a, b in zip(ways + [0] * k, [0] * k + ways, strict=True)]
    for k in (k for size in groups for k in range(1, size + 1)):  # divided by 1 - q^k
        for i in range(k, len(ways)):
            ways[i] += ways[i - k]
        ways = ways[: len(ways) - k]
    return ways


def p_by_counting(ways, s):
    """Two-sided: the part of all orders that have S as far from zero, at both ends."""
    pairs = len(ways) - 1
    return min(1.0, 2 * sum(w for falling, w in enumerate(ways) if pairs - 2 * falling >= s) / sum(ways))


def orders_of(groups):
    """One order of such figures for every S from the highest down to 0."""
    figures = [value for value, size in enumerate(groups) for _ in range(size)]
    while (s := rank_sum(figures)) >= 0:
        yield s, figures
        place = next((i for i in range(len(figures) - 1) if figures[i] < figures[i + 1]), None)
        if place is None:
            return
        figures = [*figures[:place], figures[place + 1], figures[place], *figures[place + 2 :]]


def test_counting_orders_is_the_counting_of_permutations():
    for groups in ((1, 1, 1, 1), (2, 1, 1), (2, 2, 1), (3, 2)):
        figures = [value for value, size in enumerate(groups) for _ in range(size)]
        pairs = len(falling_pairs(groups)) - 1
        counted = Counter((pairs - rank_sum(one)) // 2 for one in set(permutations(figures)))
        assert [counted[falling] for falling in range(pairs + 1)] == falling_pairs(groups)
    assert sum(falling_pairs((1,) * 7)) == factorial(7)


@pytest.mark.parametrize("n", range(5, 11))
def test_ties_never_make_certain_what_counting_leaves_open(n):
    for groups in ties_of(n):
        ways = falling_pairs(groups)
        for s, figures in orders_of(groups):
            p, counted = mann_kendall(figures), p_by_counting(ways, s)
            if len(groups) == n:
                assert p == pytest.approx(counted)
            assert p >= 0.05 or counted < 0.05, (figures, p, counted)


@pytest.mark.parametrize("n", range(5, 13))
def test_a_figure_beyond_all_others_never_raises_p(n):
    # Proof where all figures differ: S of n + 1 figures is S of the first n plus u, the newest's own pairs, which
    # without a trend is any of -n, 2 - n, ..., n. If it is beyond all others S grows by n, and S + u >= s + n can
    # only be where S >= s; so the part of orders as extreme does not grow. Ties among the others change nothing in
    # that, but their p is an approximation, and therefore tried: every pattern of ties, every S.
    for groups in ties_of(n):
        for _, figures in orders_of(groups):
            assert mann_kendall([*figures, 99]) <= mann_kendall(figures) * (1 + 1e-12)


@QUICK
@given(st.lists(st.integers(0, 9), max_size=12))
def test_the_rank_sum_is_that_of_all_pairs(figures):
    pairs = [(later > first) - (later < first) for first, later in combinations(figures, 2)]
    assert rank_sum(figures) == sum(pairs)


@QUICK
@given(st.integers(2, 60).flatmap(lambda n: st.permutations(range(n))))
def test_the_probability_is_that_of_a_library_for_any_order(figures):
    theirs = kendalltau(range(len(figures)), figures, method="exact").pvalue
    assert mann_kendall(figures) == pytest.approx(theirs, rel=1e-9)
