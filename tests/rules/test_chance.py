"""Quantiles and tails against a library, and months that hang together."""

from math import comb
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from lib.rules.chance import MOST_CORRELATED, autocorrelation, binomial_tail, hypergeometric_tail, run_length, student

QUICK = settings(deadline=None, max_examples=80)


@pytest.mark.parametrize("freedom", [5, 11, 23, 59])
@pytest.mark.parametrize("probability", [0.9, 0.975, 0.9995, 1 - 0.015 / 36])
def test_the_quantile_of_students_t_is_that_of_a_library(probability, freedom):
    assert student(probability, freedom) == pytest.approx(stats.t.ppf(probability, freedom), rel=0.05)
    if freedom > 10:
        assert student(probability, freedom) == pytest.approx(stats.t.ppf(probability, freedom), rel=0.006)


@QUICK
@given(st.integers(-1, 60), st.integers(0, 60), st.floats(0, 1))
def test_the_binomial_tail_is_that_of_a_library(least, trials, probability):
    assert binomial_tail(least, trials, probability) == pytest.approx(
        stats.binom.sf(least - 1, trials, probability), abs=1e-9
    )


@QUICK
@given(st.data())
def test_the_hypergeometric_tail_is_that_of_a_library(data):
    whole = data.draw(st.integers(1, 300))
    drawn, marked = (data.draw(st.integers(0, whole)) for _ in "ab")
    least = data.draw(st.integers(-1, drawn + 1))
    counted = sum(
        comb(marked, k) * comb(whole - marked, drawn - k) for k in range(max(least, 0), min(drawn, marked) + 1)
    ) / comb(whole, drawn)
    assert hypergeometric_tail(least, drawn, marked, whole) == pytest.approx(counted, abs=1e-9)


def months(correlation, n=400, step=0.0):
    random, value, values = Random(7), 0.0, []
    for i in range(n):
        value = correlation * value + (1 - correlation**2) ** 0.5 * random.gauss(0, 1)
        values.append(value + step * (i >= n // 2))
    return values


def test_months_that_hang_together_are_told_from_those_that_do_not():
    assert autocorrelation(months(0.0)) == 0.0
    assert autocorrelation(months(0.5)) == pytest.approx(0.5, abs=0.1)
    assert autocorrelation(months(0.97)) == MOST_CORRELATED


def test_a_change_of_level_does_not_look_like_months_that_hang_together():
    assert autocorrelation(months(0.0, step=3.0)) == 0.0
    assert autocorrelation(months(0.5, step=3.0)) == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize("numbers", [[], [1.0], [2.0] * 40, [1.0, 2.0] * 6])
def test_few_numbers_and_still_ones_have_no_correlation(numbers):
    assert autocorrelation(numbers) == 0.0


def test_a_run_must_be_longer_where_there_are_more_months_and_where_they_hang_together():
    # Of 36 independent months half have a neighbour on the other side: 36 / 2 + 1 = 19 runs to begin with, of which
    # 19 / 2^10 = 0.019 reach 11 months and 19 / 2^11 = 0.0093 reach 12. With correlation 0.5 a neighbour lies on the
    # same side with probability 1/2 + (pi/6) / pi = 2/3: 13 runs, and 13 * (2/3)^17 = 0.013, (2/3)^18 gives 0.0088.
    assert run_length(36, 0.0, 0.01, 8) == 12
    assert run_length(36, 0.5, 0.01, 8) == 19
    assert run_length(1, 0.0, 0.01, 8) == 9
    assert run_length(1, 0.0, 0.5, 8) == 8
