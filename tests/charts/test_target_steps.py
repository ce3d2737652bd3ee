"""The target's line is drawn at the limit, also where that is counted from an earlier figure, and is named so."""

from datetime import date

import pytest

from lib.charts.chart import chart_of
from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Point, Series, TargetSpan
from lib.rules.status import Measure, Rule, TargetValue

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("rule", "value", "upper", "limit", "text"),
    [
        (Rule.DECREASE, 2, None, (43.0, None), "högst 43, två färre än i december 2024"),
        (Rule.INCREASE, 2, None, (47.0, None), "minst 47, två fler än i december 2024"),
        (Rule.DECREASE, None, None, (45.0, None), "färre än 45, som det var i december 2024"),
        (Rule.NOT_ABOVE, None, None, (45.0, None), "högst 45, som i december 2024"),
        (Rule.NOT_BELOW, None, None, (45.0, None), "minst 45, som i december 2024"),
        (Rule.AT_MOST, 40, None, (40.0, None), "högst 40 (jämfört med december 2024)"),
        (Rule.BETWEEN, 40, 44, (40.0, 44.0), "40–44 (jämfört med december 2024)"),
    ],
)
def test_a_target_is_drawn_at_its_limit(rule, value, upper, limit, text):
    about = IndicatorTraits("b", "i", "Placerade barn", unit_of_measure="antal", statistic="count", accumulates=False)
    points = tuple(
        Point(Period.parse(code), "outcome", Measure(figure)) for code, figure in {"2024-12": 45, "2025-12": 44}.items()
    )
    target = TargetValue(rule, value, upper)
    span = TargetSpan(target, date(2025, 1, 1), date(2026, 12, 31), baseline=Period.parse("2024-12"))
    (step,) = chart_of([Series(about, "", "", "T", points, (span,))]).steps
    assert ((step.y, step.upper), step.text) == (limit, text)
