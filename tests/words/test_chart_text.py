"""Charts' text alternatives: what they tell, by the page's own rules, fit to be read aloud in both languages."""

import re
from datetime import date

import pytest

from lib.charts.chart import chart_of
from lib.charts.svg_chart import line_chart
from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Point, Series, TargetSpan
from lib.rules.status import Measure, Rule, TargetValue
from lib.views.board import BoardData, read_board
from lib.views.goal import drawn, goal_view
from lib.views.overview import in_page_order
from lib.words.chart_text import alternative
from lib.words.language import use_language

SICKNESS = IndicatorTraits("b", "i", "Sjukfrånvaro", unit_of_measure="%", decimals=1, better="lower")


def series(gender: str, *values: float, unit: str = "") -> Series:
    points = tuple(Point(Period.of_year(2012 + at), "outcome", Measure(value)) for at, value in enumerate(values))
    span = TargetSpan(TargetValue(Rule.AT_MOST, 5.0), date(2012, 1, 1), date(2018, 12, 31))
    return Series(SICKNESS, unit, unit, gender, points, (span,))


def said(*of: Series, year: int | None = None) -> str:
    return alternative(of, year).replace("\u00a0", " ")


# From 6 to 5 in two years a decrease of 0.5 per year is needed.
TOTAL = (
    "Sjukfrånvaro: från 8,0 % (2012) till 6,0 % (2016). Högst: 8,1 % (2013). Målet är inte uppfyllt (2016): 6,0 % mot "
    "högst 5 %, 1,0 procentenheter över målet. Ingen tydlig trend: åren varierar för mycket. "
    "För att nå målet 2018 behövs en minskning med 0,5 procentenheter per år."
)


def test_a_series_is_told_with_course_level_direction_and_pace():
    assert said(series("T", 8.0, 8.1, 7.1, 6.2, 6.0)) == TOTAL


def test_women_and_men_beside_the_total_are_told_by_course_and_gap():
    whole, women, men = series("T", 8.0, 8.1, 7.1, 6.2, 6.0), series("K", 8.4, 7.0), series("M", 5.0, 4.0)
    assert said(whole, women, men) == (
        f"{TOTAL} Sjukfrånvaro, kvinnor: från 8,4 % (2012) till 7,0 % (2013). Sjukfrånvaro, män: från 5,0 % (2012) "
        "till 4,0 % (2013). Kvinnor 7,0 %, män 4,0 %: kvinnor ligger 3,0 procentenheter högre."
    )


def test_women_and_men_alone_are_told_in_full():
    assert said(series("K", 7.0), series("M", 4.0)) == (
        "Sjukfrånvaro, kvinnor: 7,0 % (2012). Målet är inte uppfyllt (2012): 7,0 % mot högst 5 %, 2,0 procentenheter "
        "över målet. Sjukfrånvaro, män: 4,0 % (2012). Målet är uppfyllt (2012): 4,0 % mot högst 5 %, 1,0 "
        "procentenheter under målet. "
        "Kvinnor 7,0 %, män 4,0 %: kvinnor ligger 3,0 procentenheter högre."
    )


def test_the_level_is_that_of_the_year_asked_for():
    assert "Målet är uppfyllt (2013): 4,0 % mot högst 5 %" in said(series("T", 6.0, 4.0, 7.0), year=2013)


def test_many_series_are_told_by_their_course():
    units = [series("T", 7.0, 6.0, unit=f"Enhet {n}") for n in range(5)]
    text = said(*units)
    assert [text.count(words) for words in ("från 7,0 %", "Målet är")] == [5, 3]


def test_the_same_in_english():
    use_language("en")
    assert said(series("T", 8.0, 8.1, 7.1, 6.2, 6.0)) == (
        "Sjukfrånvaro: from 8.0 % (2012) to 6.0 % (2016). Highest: 8.1 % (2013). The target is not met "
        "(2016): 6.0 % "
        "against at most 5 %, 1.0 percentage points above. No clear trend: the years vary more than a trend "
        "would. To reach the target in 2018, a decrease of 0.5 percentage points per year is needed."
    )


def test_the_drawing_bears_the_alternative():
    chart = chart_of([series("T", 8.0, 6.0)])
    assert chart.alternative == alternative([series("T", 8.0, 6.0)])
    assert f"<desc>{chart.alternative}</desc>".replace("\u00a0", " ") in re.sub(
        r"<desc[^>]*>", "<desc>", line_chart(chart)
    ).replace("\u00a0", " ")


KARLSKRONA = (
    "Sjukfrånvaro bland kommunens anställda, Karlskrona: från 8,1 % (2006) till 8,2 % (2022). Lägst: 5,8 % (2010). "
    "Målet är inte uppfyllt (2013): 6,4 % mot lägre än 6,0 %, som det var 2012, 0,4 procentenheter över målet. "
    "Ingen tydlig trend: åren varierar för mycket. Målåret har passerat."
)
STRESS = (
    "Stressindex: från 23 (2017) till 13 (januari till augusti 2018). Målet är uppfyllt (januari till augusti 2018): "
    "13 mot lägre än 23, som det var 2017, 10 under målet."
)


@pytest.mark.parametrize(
    ("board", "goal", "text"),
    [("karlskrona", "kf-sjukfranvaro", KARLSKRONA), ("linkoping", "mal-12", STRESS)],
)
def test_what_is_said_of_real_charts(seeded, board, goal, text):
    assert text in [one.replace("\u00a0", " ") for one in _alternatives(read_board(seeded, board), goal)]


def _alternatives(data: BoardData, goal: str, gender: str = "T") -> list[str]:
    views = goal_view(data, goal, gender=gender).indicators
    chosen = [(drawn(one, gender), one.until) for one in views]
    return [chart_of(series, until=until).alternative for series, until in chosen if series]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("board", ["blekinge-2012", "ekero", "exempelstad", "helsingborg", "karlskrona", "linkoping"])
def test_every_alternative_is_fit_to_be_read_aloud(seeded, board, language):
    use_language(language)
    data = read_board(seeded, board)
    texts = [
        text for goal in in_page_order(data) for gender in ("T", "KM") for text in _alternatives(data, goal, gender)
    ]
    for text in texts:
        assert text.endswith("."), text
        assert not re.search(r"[\u2212→{}]|\w–\w|  |\.\.|: \.|None", text), text
        assert not re.search(r"(?<![\d,.])1\u00a0(dagar|personer|procentenheter)\b", text), text
