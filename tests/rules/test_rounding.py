"""Decimals: what is written of two figures and their difference adds up."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.rules.rounding import MOST_DECIMALS, as_shown, decimals_that_add_up, decimals_that_show
from lib.rules.targets import decimal_sum


@pytest.mark.parametrize(
    ("figure", "other", "least", "decimals"),
    [
        pytest.param(7.0, 5.0, 1, 1, id="as they are"),
        pytest.param(89.666667, 90.0, 0, 1, id="not 90 against 90"),
        pytest.param(5.004001, 5.0, 1, 3, id="not 5,0 above 5 by 0,0"),
        pytest.param(75.362319, 54.545455, 0, 3, id="the difference of what is written"),
        pytest.param(5.0, 5.0, 0, 0, id="no difference"),
    ],
)
def test_as_many_decimals_as_it_takes(figure, other, least, decimals):
    assert decimals_that_add_up(figure, other, least) == decimals


numbers = st.integers(-(10**9), 10**9).map(lambda millionths: millionths / 10**6)


@given(figure=numbers, other=numbers, least=st.integers(0, 3))
def test_what_is_written_adds_up_and_nothing_is_written_as_nought_that_is_not(figure, other, least):
    enough = decimals_that_add_up(figure, other, least)
    gap = decimal_sum(figure, -other)
    assert least <= enough <= MOST_DECIMALS
    assert as_shown(figure, enough) - as_shown(other, enough) == as_shown(gap, enough)
    assert bool(as_shown(gap, enough)) is bool(gap)


@given(value=numbers, least=st.integers(0, 3))
def test_what_is_not_nought_is_not_written_so(value, least):
    assert bool(as_shown(value, decimals_that_show(value, least))) is bool(Decimal(str(value)))
