"""Status as a whole, from series to sentence: with a reason whatever comes in, the same in the mirror and any unit."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.rules.movement import Movement, movement
from lib.rules.pace import PaceReason
from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Judged, Point, Series, TargetSpan
from lib.rules.status import Better, Level, Measure, Qualifier, Reason, Rule, TargetValue
from lib.rules.yearly_trend import Direction, DirectionReason
from lib.store.batches import BatchInfo
from lib.views.board import BoardData, read_board
from lib.words.chart_text import alternative
from lib.words.judgement import arithmetic
from lib.words.movement import REASONS, direction_sentence
from tests.helpers.rows import board, goal, goal_indicator, indicator, observation, tables, target, year
from tests.helpers.seeded import empty_scratch, read

QUICK = settings(deadline=None, max_examples=120)
ABOUT = IndicatorTraits("b", "i", "Andel", unit_of_measure="%", decimals=1)
# Few numbers, so that figures often meet each other and their limits.
TENTHS = st.integers(-30, 30).map(lambda n: n / 10)
PERIODS = [
    *(Period.of_year(2010 + at) for at in range(9)),
    *(Period.of_month(2017 + at // 12, at % 12 + 1) for at in range(20)),
    *(Period.parse(code) for code in ("2018-01--2018-08", "2017-09--2018-08", "2018-02-03--2018-04-05")),
]


@st.composite
def measures(draw: st.DrawFn) -> Measure | None:
    low, high = sorted((draw(TENTHS), draw(TENTHS)))
    given_as = draw(st.sampled_from(["number"] * 6 + ["range", "half", "none"]))
    if given_as == "none":
        return None
    if given_as == "number":
        return Measure(low, qualifier=draw(st.sampled_from([Qualifier.EXACTLY] * 4 + list(Qualifier))))
    return Measure(None, low, high if given_as == "range" else None)


@st.composite
def spans(draw: st.DrawFn) -> TargetSpan:
    rule = draw(st.sampled_from(Rule))
    low, high = sorted((draw(TENTHS), draw(TENTHS)))
    value = draw(st.sampled_from([abs(low) if rule.needs_baseline else low, None]))
    near = draw(st.sampled_from([None, 0.0, 1.5]))
    first, last = (draw(st.sampled_from([None, 2012, 2016, 2018])) for _end in "fl")
    days = (date(first, 1, 1) if first else None, date(max(last, first or last), 12, 31) if last else None)
    baseline = draw(st.sampled_from([None, *PERIODS]))
    return TargetSpan(TargetValue(rule, value, high if rule is Rule.BETWEEN else None, near), *days, baseline)


@st.composite
def any_series(draw: st.DrawFn, most_targets: int = 3) -> Series:
    """Years, months and other periods, overlapping or with gaps; figures of all kinds; any targets or none."""
    chosen = draw(st.sets(st.sampled_from(PERIODS), max_size=len(PERIODS)))
    points = [Point(period, "outcome", draw(measures()), "normal") for period in chosen]
    points = [one if one.measure else replace(one, status="missing") for one in points]
    about = replace(ABOUT, better=draw(st.sampled_from(Better)).value)
    targets = tuple(sorted(draw(st.lists(spans(), max_size=most_targets)), key=lambda one: one.valid_from or date.min))
    ordered = tuple(sorted(points, key=lambda one: (one.period.end, one.period.start)))
    return Series(about, "", "", "T", ordered, targets)


SAID = {reason: {Level.UNKNOWN} for reason in Reason} | {
    Reason.WITHIN_LIMIT: {Level.MET},
    Reason.AT_LIMIT: {Level.MET, Level.MISSED},
    Reason.WITHIN_MARGIN: {Level.NEARLY},
    Reason.OUTSIDE_LIMIT: {Level.MISSED},
    Reason.MILESTONE_DONE: {Level.MET},
    Reason.MILESTONE_NOT_DONE: {Level.MISSED},
}


@QUICK
@given(any_series(), st.sampled_from([None, 2013, 2018]))
def test_no_input_gives_a_status_without_a_reason(series, of):
    judged, found = series.judged(of), movement(series)
    assert judged.judgement.level in SAID[judged.judgement.reason]
    assert found.trend.reason in REASONS
    assert found.pace is None or isinstance(found.pace.reason, PaceReason)
    assert (found.monthly is None) or (found.pace is None)
    for text in (
        arithmetic(judged, series.about),
        direction_sentence(found.trend, series.about),
        alternative([series]),
    ):
        assert text.strip(" .")
        assert text.endswith(".")


def negative(measure: Measure | None) -> Measure | None:
    """The figure on the other side of zero."""
    if measure is None:
        return None
    turned = {Qualifier.BELOW: Qualifier.ABOVE, Qualifier.ABOVE: Qualifier.BELOW}
    value, low, high = (None if n is None else 0 - n for n in (measure.value, measure.upper, measure.lower))
    return Measure(value, low, high, turned.get(measure.qualifier, measure.qualifier))


MIRROR = {
    Rule.AT_LEAST: Rule.AT_MOST,
    Rule.MORE_THAN: Rule.LESS_THAN,
    Rule.INCREASE: Rule.DECREASE,
    Rule.NOT_BELOW: Rule.NOT_ABOVE,
}
MIRROR |= {low: high for high, low in MIRROR.items()}
OTHER_WAY = {Better.HIGHER: Better.LOWER, Better.LOWER: Better.HIGHER}
FALLS = {Direction.RISING: Direction.FALLING, Direction.FALLING: Direction.RISING}


def mirrored(span: TargetSpan) -> TargetSpan:
    rule, value, upper = span.target.rule, span.target.value, span.target.upper
    if not rule.needs_baseline:
        value, upper = (
            None if n is None else 0 - n for n in ((upper, value) if rule is Rule.BETWEEN else (value, upper))
        )
    return replace(span, target=TargetValue(MIRROR.get(rule, rule), value, upper, span.target.near))


def told(series: Series) -> tuple[object, ...]:
    """Status in words of the rules, without numbers."""
    judged, found = series.judged(), movement(series)
    return judged.judgement.level, judged.judgement.reason, found.trend.reason, found.trend.direction, _aim(found)


def _aim(found: Movement) -> object:
    return found.pace.reason if found.pace else found.months


@QUICK
@given(any_series())
def test_status_in_the_mirror(series):
    done = [one for one in series.targets if one.target.rule is Rule.DONE]
    series = replace(series, targets=tuple(one for one in series.targets if one not in done))
    better = OTHER_WAY.get(Better(series.about.better), Better(series.about.better))
    other = Series(
        replace(series.about, better=better.value),
        "",
        "",
        "T",
        tuple(replace(point, measure=negative(point.measure)) for point in series.points),
        tuple(mirrored(one) for one in series.targets),
    )
    level, why, reason, direction, aim = told(series)
    assert told(other) == (level, why, reason, FALLS.get(direction, direction), aim)


@QUICK
@given(any_series(), st.sampled_from([0.01, 0.1, 7, 1000]))
def test_a_constant_never_changes_the_status(series, factor):
    def times(*numbers: float | None) -> list[float | None]:
        return [None if number is None else number * factor for number in numbers]

    def scaled(measure: Measure | None) -> Measure | None:
        return measure and Measure(*times(measure.value, measure.lower, measure.upper), measure.qualifier)

    series = replace(series, targets=tuple(one for one in series.targets if one.target.rule is not Rule.DONE))
    larger = replace(
        series,
        points=tuple(replace(point, measure=scaled(point.measure)) for point in series.points),
        targets=tuple(
            replace(
                one, target=TargetValue(one.target.rule, *times(one.target.value, one.target.upper, one.target.near))
            )
            for one in series.targets
        ),
    )
    assert told(larger) == told(series)


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


VALUES = st.none() | TENTHS
STEPS = st.fixed_dictionaries(
    {
        "figures": st.dictionaries(st.tuples(st.sampled_from("TKM"), st.integers(2012, 2017)), VALUES, max_size=9),
        "limit": VALUES,
        "better": st.sampled_from(["higher", "lower"]),
        "linked": st.booleans(),
    }
)


def _records(step: dict) -> dict:
    rows = [
        observation(gender=gender, value=value, status="missing" if value is None else "normal", **year(of))
        for (gender, of), value in sorted(step["figures"].items())
    ]
    return tables(
        boards=[board()],
        goals=[goal()],
        indicators=[indicator(better=step["better"])],
        goal_indicators=[goal_indicator()] if step["linked"] else [],
        targets=[target(value=step["limit"])] if step["limit"] is not None else [],
        observations=rows,
    )


def _statuses(data: BoardData) -> dict[object, tuple[Judged, Movement]]:
    return {key: (series.judged(), movement(series)) for key, series in data.series.items()}


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, min_size=2, max_size=3))
def test_as_of_any_batch_is_as_a_store_built_only_up_to_it(history):
    whole = empty_scratch("whole")
    for number in range(1, len(history) + 1):
        whole.sync(_records(history[number - 1]), BatchInfo("seed", "test"))
        upto, version = empty_scratch("upto"), whole.version()
        for step in history[:number]:
            upto.sync(_records(step), BatchInfo("seed", "test"))
        history[number - 1] |= {"version": version, "seen": (upto.records(), _statuses(read_board(upto, "b")))}
    for step in history:
        records, statuses = step["seen"]
        assert whole.records(asof=step["version"]) == records
        assert _statuses(read_board(whole, "b", asof=step["version"])) == statuses


def test_a_missing_baseline_is_told_in_words():
    rows = [observation(value=value, **year(2012 + at)) for at, value in enumerate(FALL)]
    first = {"baseline_start": date(2010, 1, 1), "baseline_end": date(2010, 12, 31)}
    data = read(indicators=[indicator()], targets=[target(rule="decrease", **first)], observations=rows)
    [series] = data.of_indicator("i")
    assert arithmetic(series.judged(), series.about).replace("\u00a0", " ") == (
        "5,2 %. Målet: ska minska (jämfört med 2010). Går inte att bedöma: det finns ingen tidigare "
        "siffra att jämföra med."
    )
