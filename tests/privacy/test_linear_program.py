"""Linear programs: tables with the answer in plain sight."""

import numpy as np
import pytest

from lib.privacy.linear_program import Program, Sums


def test_the_cheapest_numbers_that_come_to_a_sum():
    # a + b + c = 10 with a, b, c from 0 to 5, and b - c = 1: the dearer is taken last.
    sums = Sums.of([[(0, 1.0), (1, 1.0), (2, 1.0)], [(1, 1.0), (2, -1.0)]], 3)
    program = Program(sums, np.array([10.0, 1.0]), np.zeros(3), np.full(3, 5.0))
    assert program.cheapest(np.array([1.0, 2.0, 2.0])) == pytest.approx([5, 3, 2])
    assert program.cheapest(np.array([3.0, 1.0, 1.0])) == pytest.approx([1, 5, 4])
    assert program.cheapest(np.array([1.0, 2.0, 2.0])) == pytest.approx([5, 3, 2])


def test_no_numbers_at_all_is_an_error():
    program = Program(Sums.of([[(0, 1.0)]], 1), np.array([7.0]), np.zeros(1), np.ones(1))
    with pytest.raises(ArithmeticError):
        program.cheapest(np.ones(1))


def test_sums_are_taken_of_some_numbers_and_of_one_twice():
    sums = Sums.of([[(0, -1.0), (1, 1.0), (3, 1.0)], [], [(3, 2.0)]], 4)
    assert list(sums.come_to(np.array([1.0, 10, 100, 1000]))) == [1009, 0, 2000]
    taken = sums.taken(np.array([3, 2, 0, 3]), np.array([1.0, 1, 1, -1]))
    assert list(taken.come_to(np.array([1.0, 5, 7, 4]))) == [1 - 7 - 4, 0, 2 - 8]
    assert list(Sums.of([], 2).taken(np.array([1]), np.ones(1)).come_to(np.ones(1))) == []
