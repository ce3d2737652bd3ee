"""Boundary cases to be read as sentences: figures and targets, with what is said of them in Swedish."""

from dataclasses import dataclass

from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Inherited, Point, Series, TargetSpan
from lib.rules.status import Measure
from lib.rules.targets import Qualifier
from tests.rules.boundary_cases import PART

CANNOT = "Går inte att bedöma:"
OTHER_LENGTH = f"{CANNOT} siffran gäller en annan tidslängd än det den jämförs med."
NOTHING_BEFORE = f"{CANNOT} det finns ingen tidigare siffra att jämföra med."
BELOW, ABOVE, ABOUT = Qualifier.BELOW, Qualifier.ABOVE, Qualifier.ABOUT
Figure = float | str | Measure | Point


@dataclass(frozen=True, slots=True)
class Case:
    """Figures by the code of their period; a word is the status of one that is missing."""

    statistic: str
    figures: dict[str, Figure]
    targets: tuple[TargetSpan, ...]
    text: str
    unit: str = ""
    decimals: int = 0
    accumulates: bool | None = None
    whose: Inherited = Inherited.OWN

    @property
    def series(self) -> Series:
        """The series that is judged."""
        about = IndicatorTraits(
            "b",
            "i",
            "Indikator",
            unit_of_measure=self.unit,
            decimals=self.decimals,
            statistic=self.statistic,
            accumulates=self.accumulates,
        )
        points = tuple(_point(code, figure) for code, figure in self.figures.items())
        return Series(about, "", "", "T", points, self.targets, whose_target=self.whose)


def _point(code: str, figure: Figure) -> Point:
    if isinstance(figure, Point):
        return figure
    status = figure if isinstance(figure, str) else "normal"
    measure = figure if isinstance(figure, Measure) else None if isinstance(figure, str) else Measure(figure)
    return Point(Period.parse(code), "outcome", measure, status)


def of(value: float, count: int, code: str = "2025") -> Figure:
    """A share of so many people."""
    return Point(Period.parse(code), "outcome", Measure(value), count=count)


def percent(figures: dict[str, Figure], *targets: TargetSpan, text: str = "", decimals: int = 0) -> Case:
    """A share."""
    return Case("share", figures, targets, text, "%", decimals)


def number_of(figures: dict[str, Figure], *targets: TargetSpan, text: str = "") -> Case:
    """A count."""
    return Case("count", figures, targets, text)


def so_far(figure: Figure, target: TargetSpan, said: str, limit: str, more: str = "", plan: int | None = None) -> Case:
    """A count of January to August that accumulates within the year, and what is said of it after figure and limit."""
    text = f"{said} till och med 31 augusti 2025. Målet för hela året är {limit}."
    by = f" per 31 augusti 2025 ({plan}, jämnt fördelat över året)" if plan is not None else ""
    return Case("count", {PART: figure}, (target,), f"{text} {more}{by}." if more else text, accumulates=True)


def days(figure: Figure, target: TargetSpan, text: str) -> Case:
    """A mean in days."""
    return Case("mean", {"2025": figure}, (target,), text, "dagar", 1)
