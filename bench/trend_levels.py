"""The p of Mann and Kendall by number of years that resembling years seldom reach: python -m bench.trend_levels.

Simulates years without any trend, of which each resembles the one before it (AR(1) with correlation 0.5), and gives
for each number of years the largest p that at most 4.7 % of them reach: `LEVELS` in `lib/rules/trend_levels.py`.
"""

import numpy as np
import numpy.typing as npt

from lib.rules.yearly_trend import MIN_YEARS, exact

CORRELATION, MOST, SERIES, LONGEST = 0.5, 0.047, 100_000, 30
Years = npt.NDArray[np.float64]


def main() -> None:
    """Print the number of years, the largest p, and how often it is reached."""
    random = np.random.default_rng(1)
    for n in (*range(MIN_YEARS, LONGEST + 1), 40, 60):
        sums = np.abs(rank_sums(resembling(random, n)))
        pairs = n * (n - 1) // 2
        least = next(s for s in range(pairs % 2, pairs + 1, 2) if np.mean(sums >= s) <= MOST)
        print(f"{n}: {exact(n, least):.5f}  # {np.mean(sums >= least):.1%}")


def resembling(random: np.random.Generator, n: int) -> Years:
    """Series of n years, one a row."""
    rows = random.standard_normal((SERIES, n))
    for year in range(1, n):
        rows[:, year] = CORRELATION * rows[:, year - 1] + (1 - CORRELATION**2) ** 0.5 * rows[:, year]
    return rows


def rank_sums(rows: Years) -> Years:
    """Kendall's S of each row."""
    total = np.zeros(len(rows))
    for year in range(rows.shape[1] - 1):
        total += np.sign(rows[:, year + 1 :] - rows[:, [year]]).sum(axis=1)
    return total


if __name__ == "__main__":
    main()
