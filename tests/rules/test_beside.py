"""A figure among those of others: place, median and quartiles, and that what is missing is never counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.rules.beside import FEWEST, FEWEST_QUARTILES, quartiles, standing
from lib.rules.status import Better

FIGURES = st.floats(-1000, 1000).map(lambda value: round(value, 2))
OTHERS = st.dictionaries(st.sampled_from("abcdefgh"), st.none() | FIGURES)


@given(FIGURES, OTHERS, st.sampled_from([Better.LOWER, Better.HIGHER]))
def test_the_place_is_that_in_a_sorted_list_and_ties_share_the_better(own, others, better):
    stood = standing(own, others, better)
    there = [value for value in others.values() if value is not None]
    assert sorted([*stood.others, *stood.missing]) == sorted(others)
    assert stood.total == len(there) + 1
    if len(there) < FEWEST:
        assert (stood.place, stood.median) == (None, None)
    else:
        ordered = sorted([own, *there], reverse=better is Better.HIGHER)
        assert stood.place == ordered.index(own) + 1
        assert min(there) <= stood.median <= max(there)


@given(FIGURES, OTHERS)
def test_turned_round_the_last_is_the_first(own, others):
    low, high = (standing(own, others, better) for better in (Better.LOWER, Better.HIGHER))
    if low.place and own not in low.others.values():
        assert low.place + high.place == low.total + 1


@given(st.dictionaries(st.text(max_size=3), FIGURES, max_size=9))
def test_quartiles_lie_in_order_within_the_figures(values):
    found = quartiles(values)
    if len(values) < FEWEST_QUARTILES:
        assert found is None
    else:
        assert min(values.values()) <= found.lower <= found.median <= found.upper <= max(values.values())


@pytest.mark.parametrize("better", [Better.NONE, Better.RANGE])
def test_where_neither_way_is_better_there_is_no_place(better):
    assert standing(1.0, {"a": 1.0, "b": 2.0, "c": 3.0}, better).place is None
