"""Points, targets and series of one indicator."""

from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Point, Series, TargetSpan
from lib.rules.status import Measure, Rule, TargetValue

ABOUT = IndicatorTraits("b", "i", "Indikator", unit_of_measure="%")
MISSING = "missing"


def point(code: str, value: float | str | None = None, kind: str = "outcome", **ends) -> Point:
    """A figure for the period of a code; a word instead of a value is the status of one that is missing."""
    if isinstance(value, str):
        return Point(Period.parse(code), kind, None, value)
    return Point(Period.parse(code), kind, Measure(value, **ends))


def span(rule: Rule = Rule.AT_MOST, value: float | None = 5.0, valid: str = "", **values) -> TargetSpan:
    """A target that holds for the period of a code, or always."""
    period = Period.parse(valid) if valid else None
    days = {"valid_from": period.start, "valid_to": period.end} if period else {}
    return TargetSpan(TargetValue(rule, value), **days, **values)


def series(*points: Point, targets: tuple[TargetSpan, ...] = ()) -> Series:
    return Series(ABOUT, "", "", "T", points, targets)
