"""Linear programs, solved by HiGHS: the cheapest numbers, within their bounds, for which some sums are as given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from highspy import Highs, HighsLp, HighsModelStatus, MatrixFormat
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of numbers, each of which is taken times a factor; by number, as most are in a few of the sums.

    Number n is in the sums `rows[starts[n]:starts[n + 1]]`, with the `factors` there.
    """

    many: int
    starts: Indices
    rows: Indices
    factors: Floats

    @classmethod
    def of(cls, sums: Sequence[Iterable[tuple[int, float]]], numbers: int) -> "Sums":
        """From the terms of each sum: numbers by their positions, and their factors."""
        entries = sorted((number, row, factor) for row, terms in enumerate(sums) for number, factor in terms)
        columns, rows, factors = zip(*entries, strict=True) if entries else ((), (), ())
        starts = np.searchsorted(np.array(columns, np.intp), np.arange(numbers + 1))
        return cls(len(sums), starts, np.array(rows, np.intp), np.array(factors, np.float64))

    def taken(self, numbers: Indices, times: Floats) -> "Sums":
        """The sums of some of the numbers only, of which one may be there twice, each times something more."""
        begin, size = self.starts[numbers], np.diff(self.starts)[numbers]
        starts = np.concatenate([[0], np.cumsum(size)])
        places = np.arange(starts[-1]) + np.repeat(begin - starts[:-1], size)
        return Sums(self.many, starts, self.rows[places], self.factors[places] * np.repeat(times, size))

    def come_to(self, numbers: Floats) -> Floats:
        """The results of the sums, given the numbers."""
        terms = self.factors * np.repeat(numbers, np.diff(self.starts))
        return np.bincount(self.rows, terms, self.many).astype(np.float64)


class Program:
    """Numbers from `low` to `high` that come to `totals` in the sums: those that cost the least are looked for."""

    def __init__(self, sums: Sums, totals: Floats, low: Floats, high: Floats) -> None:
        program = HighsLp()
        program.num_col_ = program.a_matrix_.num_col_ = len(low)
        program.num_row_ = program.a_matrix_.num_row_ = sums.many
        program.col_cost_, program.col_lower_, program.col_upper_ = np.zeros(len(low)), low, high
        program.row_lower_ = program.row_upper_ = totals
        matrix = program.a_matrix_
        matrix.format_ = MatrixFormat.kColwise
        matrix.start_, matrix.index_, matrix.value_ = sums.starts, sums.rows, sums.factors
        self._solver = Highs()
        self._solver.silent()
        self._solver.setOptionValue("presolve", "off")  # takes longer than what it saves
        self._solver.passModel(program)

    def cheapest(self, costs: Floats) -> Floats:
        """The numbers, each of which costs this much for each one of it; found from those that were asked for before.

        Where several are as cheap, these are some of them: the same ones after the same questions.
        Raises ArithmeticError if there are none.
        """
        self._solver.changeColsCost(len(costs), np.arange(len(costs), dtype=np.int32), costs)
        self._solver.run()
        if (status := self._solver.getModelStatus()) != HighsModelStatus.kOptimal:
            raise ArithmeticError(f"A linear program has no solution: {status}.")
        return np.array(self._solver.getSolution().col_value)
