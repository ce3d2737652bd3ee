"""One figure of a series, and how two figures are compared."""

from dataclasses import dataclass
from datetime import date

from lib.rules.periods import Period
from lib.rules.targets import Change, FigureStatus, Measure, Qualifier, decimal_sum

OUTCOME, FORECAST = "outcome", "forecast"
KINDS = (OUTCOME, FORECAST, "budget", "plan")
GENDERS = ("T", "K", "M")

_PLAIN = (Qualifier.EXACTLY, Qualifier.ABOUT)


@dataclass(frozen=True, slots=True)
class Point:
    """One observation: what a source says of one period. `measure` is None where there is no figure to show.

    status is the store's word (normal, preliminary, missing, not_applicable, confidential) or 'hidden' where the
    group is too small to show. `change` is how it moved where the source gives no figure.
    """

    period: Period
    kind: str
    measure: Measure | None
    status: str = "normal"
    count: int | None = None
    note: str = ""
    source: str = ""
    locator: str = ""
    change: Change | None = None

    @property
    def is_known(self) -> bool:
        """Whether the source says what there was: a figure, or how it moved."""
        return self.measure is not None or self.change is not None

    @property
    def is_plain(self) -> bool:
        """Whether it is one number, that differences can be counted from; 'about' is, a range or 'less than' is not."""
        return self.number is not None

    @property
    def number(self) -> float | None:
        """Its one number, exact or about; None where it has none."""
        measure = self.measure
        return measure.value if measure is not None and measure.qualifier in _PLAIN else None

    @property
    def judged_measure(self) -> Measure | None:
        """The figure, or a measure without numbers whose status says why there is none."""
        if self.measure is not None or self.status in (FigureStatus.NORMAL, FigureStatus.PRELIMINARY):
            return self.measure
        return Measure(status=FigureStatus(self.status))


def age(point: Point) -> tuple[date, date]:
    """Newest last day first; of two that end together, the longer period (a year before its last month)."""
    return point.period.end, date.fromordinal(date.max.toordinal() - point.period.start.toordinal())


def gap(women: Point | None, men: Point | None) -> float | None:
    """Women's figure minus men's, in the indicator's unit; None unless both are plain figures of the same period."""
    return None if women is None or men is None or women.period != men.period else difference(women, men)


def difference(point: Point, other: Point) -> float | None:
    """The first figure less the second; None unless both are one number each."""
    return None if point.number is None or other.number is None else decimal_sum(point.number, -other.number)
