"""How much is measured: the whole, or a glance."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """The sizes of the measurements."""

    rounds: int
    runs: int
    load_seconds: float
    soak_seconds: float
    series: int


FULL = Size(rounds=5, runs=12, load_seconds=20, soak_seconds=40, series=10_000)
QUICK = Size(rounds=2, runs=6, load_seconds=10, soak_seconds=10, series=1_000)
