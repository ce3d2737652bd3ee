"""Where a judgement turns: each case with its figures and target, its level, and why."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.rules.periods import Period
from lib.rules.plan_to_date import PlanBasis
from lib.rules.series import IndicatorTraits, Margin, Point, Series, TargetSpan
from lib.rules.status import Measure
from tests.rules.boundary_cases import CASES, MISSED, NEARLY, NOT_YET, PART, Figures, span


def series(statistic: str, accumulates: bool | None, figures: Figures, *targets: TargetSpan) -> Series:
    """A series of figures by the code of their period; a word is the status of one that is missing."""
    points = tuple(
        Point(Period.parse(code), "outcome", None, value)
        if isinstance(value, str)
        else Point(Period.parse(code), "outcome", Measure(value))
        for code, value in figures.items()
    )
    about = IndicatorTraits("b", "i", "Indikator", statistic=statistic, accumulates=accumulates)
    return Series(about, "", "", "T", points, targets)


@pytest.mark.parametrize(
    ("statistic", "accumulates", "figures", "target", "level", "reason"), CASES.values(), ids=CASES
)
def test_where_a_judgement_turns(statistic, accumulates, figures, target, level, reason):
    judgement = series(statistic, accumulates, figures, target).judged().judgement
    assert (judgement.level, judgement.reason) == (level, reason)


def test_the_last_figure_that_is_known_is_named():
    judged = series("share", None, {"2023": 3, "2024": 4, "2025": "confidential"}, span("at_most", 5, "")).judged()
    assert judged.last_known is not None
    assert (judged.last_known.period.year, judged.last_known.number) == (2024, 4)


QUARTERS = [
    span("at_most", value, f"2025-{first:02}--2025-{first + 3:02}") for first, value in ((1, 100), (5, 90), (9, 110))
]
PLANS = {
    "evenly": ({PART: 320}, [span("at_most", 400)], PlanBasis.EVENLY, 266.666666667, 53.333333333),
    "by last year's pattern": (
        {"2024-01--2024-08": 300, "2024": 400, PART: 320},
        [span("at_most", 400)],
        PlanBasis.LAST_YEAR,
        300,
        20,
    ),
    "by the target's own steps": ({PART: 200}, QUARTERS, PlanBasis.STEPS, 190, 10),
    "months are added up": (
        {"2025-01": 30, "2025-02": 40, "2025-03": 50},
        [span("at_most", 400)],
        PlanBasis.EVENLY,
        100,
        20,
    ),
    "twelve below": ({PART: 188}, [span("at_least", 300)], PlanBasis.EVENLY, 200, -12),
}


@pytest.mark.parametrize(("figures", "targets", "basis", "planned", "gap"), PLANS.values(), ids=PLANS)
def test_the_plan_to_date(figures, targets, basis, planned, gap):
    judged = series("count", True, figures, *targets).judged()
    assert judged.judgement.level is NOT_YET
    assert judged.plan is not None
    assert (judged.plan.basis, judged.plan.planned, judged.plan.gap) == (basis, planned, gap)


def test_without_every_part_of_the_year_there_is_no_plan():
    judged = series("count", True, {"2025-01": 30, "2025-03": 50}, span("at_most", 400)).judged()
    assert (judged.judgement.level, judged.plan) == (NOT_YET, None)


def test_the_years_forecast_stands_beside_the_target_and_is_never_made_up():
    whole = series("count", True, {PART: 320}, span("at_most", 400))
    forecast = Point(Period.of_year(2025), "forecast", Measure(480))
    assert whole.judged().forecast is None
    assert Series(whole.about, "", "", "T", (*whole.points, forecast), whole.targets).judged().forecast == forecast


def test_a_margin_of_another_unit_of_measure_makes_nothing_nearly_met():
    about = IndicatorTraits("b", "i", "Indikator", unit_of_measure="dagar", statistic="mean")
    point = Point(Period.of_year(2025), "outcome", Measure(10.9))
    levels = [
        Series(about, "", "", "T", (point,), (span("at_most", 10),), (Margin(1.0, unit),)).judged().judgement.level
        for unit in ("%", "dagar")
    ]
    assert levels == [MISSED, NEARLY]


amounts = st.integers(0, 1000)


@given(so_far=amounts, limit=amounts, more=amounts, months=st.integers(1, 11))
def test_what_is_settled_before_the_year_ends_is_so_at_its_end(so_far, limit, more, months):
    part = Period(date(2025, 1, 1), Period.of_month(2025, months).end).code
    for rule in ("at_most", "at_least", "less_than", "more_than"):
        early = series("count", True, {part: so_far}, span(rule, limit)).judged().judgement.level
        late = series("count", True, {"2025": so_far + more}, span(rule, limit)).judged().judgement.level
        assert early is NOT_YET or early is late


@given(value=amounts, limit=amounts, code=st.sampled_from([PART, "2025-03", "2025-01--2025-04", "2024-10--2025-09"]))
def test_a_share_is_judged_alike_over_any_part_of_the_year(value, limit, code):
    whole = series("share", None, {"2025": value}, span("at_most", limit, "")).judged().judgement
    assert series("share", None, {code: value}, span("at_most", limit, "")).judged().judgement == whole


@given(
    value=amounts,
    start=amounts,
    near=st.integers(0, 50),
    rule=st.sampled_from(["increase", "decrease", "not_above", "not_below"]),
)
def test_a_figure_that_went_the_wrong_way_is_never_nearly_met(value, start, near, rule):
    level = series("share", None, {"2024": start, "2025": value}, span(rule, near=near)).judged().judgement.level
    wrong = value < start if rule in ("increase", "not_below") else value > start
    assert not (wrong and level is not MISSED)
    assert not (near == 0 and level is NEARLY)
