"""What a figure has to say in one line: figure, limit, distance, direction."""

from dataclasses import replace

import pytest

from lib.charts.chart import chart_of
from lib.rules.periods import Period
from lib.rules.series import OUTCOME, Point, Series, TargetSpan
from lib.rules.status import Rule
from lib.rules.targets import Measure, TargetValue
from lib.rules.traits import IndicatorTraits
from lib.views.distance import with_gap
from lib.views.headline import headline, of_leads
from lib.views.leads import Lead

COUNT = IndicatorTraits("b", "i", "Placerade", statistic="count", better="lower", accumulates=False)
DAYS = IndicatorTraits("b", "i", "Väntan", unit_of_measure="dagar", decimals=1, better="lower", statistic="mean")
SHARE = IndicatorTraits("b", "i", "Nöjda", unit_of_measure="%", better="higher")


def lead(
    about: IndicatorTraits, figures: tuple[float, ...], rule: Rule, limit: float, near: float | None = None
) -> Lead:
    first = 2026 - len(figures)
    points = tuple(Point(Period.of_year(first + n), OUTCOME, Measure(value)) for n, value in enumerate(figures))
    target = TargetSpan(TargetValue(rule, limit, near=near))
    series = Series(about, "", "", "T", points, (target,))
    return Lead(series, series.judged())


RISING = (40.0, 42.0, 44.0, 46.0, 48.0, 51.0)


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (lead(COUNT, RISING, Rule.AT_MOST, 43), "51 – högst 43 – 8 för många, och det ökar"),
        (lead(COUNT, RISING[::-1], Rule.AT_MOST, 39), "40 – högst 39 – 1 för många, men det förbättras"),
        (lead(COUNT, (51.0,), Rule.AT_LEAST, 60), "51 – minst 60 – 9 för få"),
        (lead(COUNT, RISING, Rule.AT_MOST, 51), "51 – målet högst 51 är nått, men det ökar"),
        (lead(DAYS, (10.8,), Rule.AT_MOST, 10), "10,8\u00a0dagar – högst 10 – 0,8 över målet"),
        (lead(SHARE, (56.0,), Rule.AT_LEAST, 60), "56\u00a0% – minst 60\u00a0% – 4\u00a0procentenheter under målet"),
        (
            lead(SHARE, (59.0,), Rule.AT_LEAST, 60, 2),
            "59\u00a0% – minst 60\u00a0% – 1\u00a0procentenhet under målet, inom marginalen",
        ),
        (lead(COUNT, (1.0,), Rule.DONE, 1), ""),
    ],
    ids=["worse", "better", "too few", "met", "measured", "share", "nearly", "a milestone"],
)
def test_the_line(made, wanted):
    assert headline(made) == wanted


def test_the_worst_of_many_is_named():
    leads = [lead(COUNT, (3.0,), Rule.AT_MOST, 5), lead(COUNT, (9.0,), Rule.AT_MOST, 5)]
    assert of_leads(leads) == "9 – högst 5 – 4 för många"
    assert of_leads(leads * 2) == "Placerade: 9 – högst 5 – 4 för många"
    assert of_leads([]) == ""


def test_a_chart_is_shaded_where_the_newest_figure_misses():
    made = lead(COUNT, RISING, Rule.AT_MOST, 43)
    gap = with_gap(chart_of([made.series]), made).gap
    assert (gap.x, gap.figure, gap.limit, gap.text, gap.tone) == (2025.5, 51, 43, "8 för många", "missed")
    met = lead(COUNT, RISING, Rule.AT_MOST, 60)
    assert with_gap(chart_of([met.series]), met) == chart_of([met.series])
    older = replace(made, judged=made.series.judged(2024))
    assert with_gap(chart_of([made.series]), older).gap is None
