"""The figures as a table, each beside its limit."""

from collections.abc import Sequence
from dataclasses import dataclass

HEADINGS = ("figure", "stock app", "Målbild", "ratio", "limit", "")


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured figure. With `ratio` the limit is a share of the stock app's figure, else it is in `unit`.

    Without a limit the figure is only reported.
    """

    name: str
    unit: str
    malbild: float
    stock: float | None = None
    limit: float | None = None
    ratio: bool = True

    @property
    def times(self) -> float | None:
        """Målbild's figure as a share of the stock app's."""
        return self.malbild / self.stock if self.stock else None

    @property
    def held(self) -> bool:
        """Whether the limit is kept."""
        if self.limit is None:
            return True
        return (self.malbild if not self.ratio or self.times is None else self.times) <= self.limit

    def cells(self) -> tuple[str, ...]:
        """The figure as a row of the table."""
        limit = "" if self.limit is None else f"{self.limit:g}x" if self.ratio else f"{self.limit:g} {self.unit}"
        remark = "" if self.limit is None else "ok" if self.held else "OVER"
        stock = "" if self.stock is None else _measure(self.stock, self.unit)
        times = "" if self.times is None else f"{self.times:.2f}x"
        return self.name, stock, _measure(self.malbild, self.unit), times, limit, remark


def _measure(value: float, unit: str) -> str:
    decimals = 0 if unit in {"", "ms"} and abs(value) >= 100 else 1 if unit in {"", "ms"} else 2
    return f"{value:.{0 if not unit else decimals}f} {unit}".rstrip()


def table(figures: Sequence[Measurement]) -> str:
    """All figures in columns, under a heading."""
    rows = [HEADINGS, *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))])
        for row in rows
    )
