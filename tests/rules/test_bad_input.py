"""Figures and targets that cannot be judged have a defined status with its reason."""

from dataclasses import replace
from datetime import date

import pytest

from lib.rules.movement import movement
from lib.rules.pace import PaceReason
from lib.rules.periods import Period
from lib.rules.series import Point, Series, TargetSpan
from lib.rules.status import Level, Measure, Qualifier, Reason, Rule, TargetValue
from lib.rules.yearly_trend import Direction, DirectionReason
from lib.words.judgement import arithmetic
from tests.helpers.any_series import ABOUT
from tests.helpers.rows import indicator, observation, target, year
from tests.helpers.seeded import read


def years(*values: float | Measure | None, first: int = 2012) -> tuple[Point, ...]:
    found = []
    for at, value in enumerate(values):
        measure = value if isinstance(value, Measure) or value is None else Measure(value)
        found.append(Point(Period.of_year(first + at), "outcome", measure, "normal" if measure else "missing"))
    return tuple(found)


def one(points: tuple[Point, ...], rule: Rule = Rule.AT_MOST, value: float | None = 5.0, **values: object) -> Series:
    about = replace(ABOUT, better=values.pop("better", "lower"))
    span = TargetSpan(TargetValue(rule, value), date(2012, 1, 1), date(2020, 12, 31), **values)
    return Series(about, "", "", "T", points, (span,))


FALL = (7.0, 6.5, 6.0, 5.5, 5.2)
HALF = Point(Period.parse("2016-01--2016-08"), "outcome", Measure(9.0))
SUM = Point(Period.parse("2015-07--2016-06"), "outcome", Measure(9.0))
RANGE, LESS = Measure(lower=4.0, upper=6.0), Measure(5.2, qualifier=Qualifier.BELOW)
HOLDS, CHANCE, TOO_FEW = (
    DirectionReason.TREND_HOLDS,
    DirectionReason.NOT_SIGNIFICANT,
    DirectionReason.TOO_FEW_YEARS,
)
# What comes in; level and reason, direction and reason, pace's reason.
BAD_INPUT = {
    "a target without a direction": (
        one(years(*FALL), better="none"),
        (Level.MISSED, Reason.OUTSIDE_LIMIT, Direction.FALLING, HOLDS, PaceReason.REACHED),
    ),
    "a target against the direction": (
        one(years(*FALL), better="higher"),
        (Level.MISSED, Reason.OUTSIDE_LIMIT, Direction.WORSENING, HOLDS, PaceReason.TARGET_AGAINST_BETTER),
    ),
    "a target without a limit": (
        one(years(*FALL), value=None),
        (Level.UNKNOWN, Reason.TARGET_WITHOUT_LIMIT, Direction.IMPROVING, HOLDS, PaceReason.TARGET_WITHOUT_LIMIT),
    ),
    "baseline missing": (
        one(years(*FALL), Rule.DECREASE, 1.0, baseline=Period.of_year(2010)),
        (Level.UNKNOWN, Reason.NO_BASELINE, Direction.IMPROVING, HOLDS, PaceReason.NO_BASELINE),
    ),
    "nothing before the first figure": (
        one(years(7.0), Rule.DECREASE, None),
        (Level.UNKNOWN, Reason.NO_BASELINE, Direction.TOO_FEW_POINTS, TOO_FEW, PaceReason.NO_BASELINE),
    ),
    # Of periods that overlap only the whole years are in the line, and the year that ends last is judged.
    "periods that overlap": (
        one((*years(*FALL)[:-1], SUM, HALF, years(*FALL)[-1])),
        (Level.MISSED, Reason.OUTSIDE_LIMIT, Direction.IMPROVING, HOLDS, PaceReason.REACHED),
    ),
    "a gap in the series": (
        one((*years(*FALL[:3]), *years(*FALL[3:], first=2017))),
        (Level.MISSED, Reason.OUTSIDE_LIMIT, Direction.IMPROVING, HOLDS, PaceReason.REACHED),
    ),
    "a row that has no figure": (
        one(years(*FALL, None)),
        (Level.UNKNOWN, Reason.MISSING_VALUE, Direction.IMPROVING, HOLDS, PaceReason.REACHED),
    ),
    "no figure at all": (
        one(years(None)),
        (Level.UNKNOWN, Reason.MISSING_VALUE, Direction.TOO_FEW_POINTS, TOO_FEW, PaceReason.NO_FIGURE),
    ),
    "nothing at all": (
        Series(ABOUT, "", "", "T"),
        (Level.UNKNOWN, Reason.NO_TARGET, Direction.TOO_FEW_POINTS, TOO_FEW, PaceReason.NO_TARGET),
    ),
    "a range across the limit": (
        one(years(*FALL, RANGE)),
        (Level.UNKNOWN, Reason.RANGE_STRADDLES_LIMIT, Direction.IMPROVING, HOLDS, PaceReason.NOT_ONE_NUMBER),
    ),
    "a range before": (
        one(years(7.5, RANGE, *FALL[2:])),
        (Level.MISSED, Reason.OUTSIDE_LIMIT, Direction.TOO_FEW_POINTS, TOO_FEW, PaceReason.UNCERTAIN),
    ),
    "less than a number beyond the limit": (
        one(years(*FALL, LESS)),
        (Level.UNKNOWN, Reason.RANGE_STRADDLES_LIMIT, Direction.IMPROVING, HOLDS, PaceReason.NOT_ONE_NUMBER),
    ),
    "less than the limit": (
        one(years(*FALL, Measure(5.0, qualifier=Qualifier.BELOW))),
        (Level.MET, Reason.WITHIN_LIMIT, Direction.IMPROVING, HOLDS, PaceReason.NOT_ONE_NUMBER),
    ),
}


@pytest.mark.parametrize(("series", "status"), BAD_INPUT.values(), ids=BAD_INPUT.keys())
def test_bad_input_has_a_defined_status_with_its_reason(series, status):
    judged, found = series.judged(), movement(series)
    assert found.pace is not None
    assert (judged.judgement.level, judged.judgement.reason) == status[:2]
    assert (found.trend.direction, found.trend.reason, found.pace.reason) == status[2:]


def test_a_gap_in_the_years_is_told():
    assert movement(one((*years(*FALL[:3]), *years(*FALL[3:], first=2017)))).trend.gap
    assert not movement(one(years(*FALL))).trend.gap


def test_a_missing_baseline_is_told_in_words():
    rows = [observation(value=value, **year(2012 + at)) for at, value in enumerate(FALL)]
    first = {"baseline_start": date(2010, 1, 1), "baseline_end": date(2010, 12, 31)}
    data = read(indicators=[indicator()], targets=[target(rule="decrease", **first)], observations=rows)
    [series] = data.of_indicator("i")
    assert arithmetic(series.judged(), series.about).replace("\u00a0", " ") == (
        "5,2 %. Målet är att det ska minska (jämfört med 2010). Går inte att bedöma: det finns ingen tidigare "
        "siffra att jämföra med."
    )
