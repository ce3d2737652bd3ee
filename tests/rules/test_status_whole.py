"""Status as a whole, from series to sentence: with a reason whatever comes in, the same in the mirror and any unit."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.rules.movement import Movement, movement
from lib.rules.pace import PaceReason
from lib.rules.series import Judged, Series, TargetSpan
from lib.rules.status import Better, Level, Measure, Qualifier, Reason, Rule, TargetValue
from lib.rules.yearly_trend import Direction
from lib.store.batches import BatchInfo
from lib.views.board import BoardData, read_board
from lib.words.chart_text import alternative
from lib.words.judgement import arithmetic
from lib.words.movement import REASONS, direction_sentence
from tests.helpers.any_series import TENTHS, any_series
from tests.helpers.chance import examples
from tests.helpers.rows import board, goal, goal_indicator, indicator, observation, tables, target, year
from tests.helpers.seeded import empty_scratch

QUICK = settings(deadline=None, max_examples=120)
SAID = {reason: {Level.UNKNOWN} for reason in Reason} | {
    Reason.WITHIN_LIMIT: {Level.MET},
    Reason.AT_LIMIT: {Level.MET, Level.MISSED},
    Reason.WITHIN_MARGIN: {Level.NEARLY},
    Reason.OUTSIDE_LIMIT: {Level.MISSED},
    Reason.MILESTONE_DONE: {Level.MET},
    Reason.MILESTONE_NOT_DONE: {Level.MISSED},
    Reason.MILESTONE_NOT_DUE: {Level.NOT_YET},
    Reason.NOT_DUE: {Level.NOT_YET},
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


@pytest.mark.chance
@settings(deadline=None, max_examples=examples(5, 100), suppress_health_check=[HealthCheck.too_slow])
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
