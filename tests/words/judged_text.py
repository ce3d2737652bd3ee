"""Figures, targets and series to put into words."""

from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Point, Series, TargetSpan
from lib.rules.status import Measure, Rule, TargetValue
from lib.words.judgement import arithmetic

SHARE = IndicatorTraits("b", "i", "Sjukfrånvaro", unit_of_measure="%", decimals=1)
DAYS = IndicatorTraits("b", "i", "Utredningstid", unit_of_measure="dagar")
COUNT = IndicatorTraits("b", "i", "Planer", unit_of_measure="antal")
YES = IndicatorTraits("b", "i", "Handlingsplan", unit_of_measure="ja/nej")
NBSP = "\u00a0"


def point(code: str, value: float | str | None = None, kind: str = "outcome", **ends) -> Point:
    """A figure for the period of a code; a word instead of a value is the status of one that is missing."""
    if isinstance(value, str):
        return Point(Period.parse(code), kind, None, value)
    return Point(Period.parse(code), kind, Measure(value, **ends))


def span(rule: Rule, value: float | None = None, upper: float | None = None, near: float | None = None) -> TargetSpan:
    return TargetSpan(TargetValue(rule, value, upper, near))


def series(
    about: IndicatorTraits, *points: Point, target: TargetSpan | None = None, gender: str = "T", unit: str = ""
) -> Series:
    return Series(about, "u" if unit else "", unit, gender, points, (target,) if target else ())


def said(about: IndicatorTraits, target: TargetSpan | None, *points: Point) -> str:
    """The arithmetic of the last point, with plain spaces for the no-break ones."""
    judged = series(about, *points, target=target).judge(points[-1] if points else None)
    return arithmetic(judged, about).replace(NBSP, " ")


TARGETS = {
    Rule.AT_LEAST: "minst 5 %",
    Rule.MORE_THAN: "mer än 5 %",
    Rule.AT_MOST: "högst 5 %",
    Rule.LESS_THAN: "mindre än 5 %",
    Rule.BETWEEN: "5–10 %",
    Rule.EQUAL: "exakt 5 %",
    Rule.INCREASE: "ska öka med minst 5,0 procentenheter",
    Rule.DECREASE: "ska minska med minst 5,0 procentenheter",
    Rule.NOT_ABOVE: "inte högre än jämförelseperioden",
    Rule.NOT_BELOW: "inte lägre än jämförelseperioden",
    Rule.DONE: "ska vara klart",
}
