"""A part of a year in words: what has come, the whole year's target, the plan to date and the forecast beside it."""

from dataclasses import replace

import pytest

from lib.rules.periods import Period
from lib.rules.series import Point
from lib.rules.status import Measure
from lib.words.judgement import arithmetic
from tests.rules.test_boundaries import PART, QUARTERS, series, span

SENTENCES = {
    "evenly": (
        series("count", True, {PART: 188}, span("at_least", 300)),
        "188 till och med 31 augusti 2025. Målet för hela året är minst 300. "
        "12 under planen per 31 augusti 2025 (200, jämnt fördelat över året).",
    ),
    "by steps": (
        series("count", True, {PART: 200}, *QUARTERS),
        "200 till och med 31 augusti 2025. Målet för hela året är högst 300. "
        "10 över planen per 31 augusti 2025 (190, enligt målets egna steg).",
    ),
    "by last year's pattern": (
        series("count", True, {"2024-01--2024-08": 300, "2024": 400, PART: 300}, span("at_most", 400)),
        "300 till och med 31 augusti 2025. Målet för hela året är högst 400. "
        "Det är enligt planen per 31 augusti 2025 (300, enligt förra årets mönster).",
    ),
    "already over": (
        series("count", True, {PART: 401}, span("at_most", 400)),
        "401 till och med 31 augusti 2025. Målet för hela året är högst 400. Det är redan överskridet.",
    ),
    "a milestone": (
        series("count", None, {PART: 0}, span("done")),
        "Ännu inte klart. Sista dagen är 31 december 2025.",
    ),
    "not said to accumulate": (
        series("count", None, {PART: 320}, span("at_most", 400)),
        "320 mot högst 400. Går inte att bedöma: siffran gäller en annan tidslängd än det den jämförs med.",
    ),
}


@pytest.mark.parametrize(("whole", "text"), SENTENCES.values(), ids=SENTENCES)
def test_a_part_of_a_year_in_words(whole, text):
    assert arithmetic(whole.judged(), whole.about).replace("\u00a0", " ") == text


def test_the_forecast_stands_beside_the_target():
    whole = series("sum", True, {PART: 43.2}, span("at_most", 62))
    forecast = Point(Period.of_year(2025), "forecast", Measure(66.9))
    judged = replace(whole, points=(*whole.points, forecast)).judged()
    text = arithmetic(judged, replace(whole.about, unit_of_measure="mnkr", decimals=1)).replace("\u00a0", " ")
    assert text.endswith("Prognosen för hela året är 66,9 mnkr: 4,9 mnkr över målet.")
