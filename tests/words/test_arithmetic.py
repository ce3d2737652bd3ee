"""The exact Swedish sentences on how a figure stands to a target."""

import pytest

from lib.rules.periods import Period
from lib.rules.series import Inherited, TargetSpan
from lib.rules.status import Qualifier, Rule, TargetValue
from tests.words.judged_text import COUNT, DAYS, SHARE, YES, point, said, span


@pytest.mark.parametrize(
    ("rule", "figure", "sentence"),
    [
        (Rule.AT_LEAST, 7, "7,0 % mot minst 5 %: 2,0 procentenheter över målet."),
        (Rule.AT_LEAST, 5, "5,0 % mot minst 5 %: precis på gränsen."),
        (Rule.AT_LEAST, 4.8, "4,8 % mot minst 5 %: 0,2 procentenheter under målet."),
        (Rule.MORE_THAN, 5.1, "5,1 % mot mer än 5 %: 0,1 procentenheter över målet."),
        (Rule.MORE_THAN, 5, "5,0 % mot mer än 5 %: precis på gränsen, vilket inte räcker."),
        (Rule.MORE_THAN, 3, "3,0 % mot mer än 5 %: 2,0 procentenheter under målet."),
        (Rule.AT_MOST, 7, "7,0 % mot högst 5 %: 2,0 procentenheter över målet."),
        (Rule.AT_MOST, 5, "5,0 % mot högst 5 %: precis på gränsen."),
        (Rule.AT_MOST, 3.8, "3,8 % mot högst 5 %: 1,2 procentenheter under målet."),
        (Rule.LESS_THAN, 4, "4,0 % mot mindre än 5 %: 1,0 procentenheter under målet."),
        (Rule.LESS_THAN, 5, "5,0 % mot mindre än 5 %: precis på gränsen, vilket inte räcker."),
        (Rule.EQUAL, 5, "5,0 % mot exakt 5 %: precis på gränsen."),
        (Rule.EQUAL, 5.5, "5,5 % mot exakt 5 %: 0,5 procentenheter över målet."),
        (Rule.BETWEEN, 5, "5,0 % mot 5–10 %: precis på gränsen."),
        (Rule.BETWEEN, 10.5, "10,5 % mot 5–10 %: 0,5 procentenheter över målet."),
        (Rule.BETWEEN, 2, "2,0 % mot 5–10 %: 3,0 procentenheter under målet."),
    ],
)
def test_a_number_against_a_limit(rule, figure, sentence):
    assert said(SHARE, span(rule, 5, 10), point("2016", figure)) == sentence


@pytest.mark.parametrize(
    ("rule", "figure", "sentence"),
    [
        (Rule.DECREASE, 5, "5,0 % mot lägre än 6,0 %, som det var 2015: 1,0 procentenheter under målet."),
        (Rule.DECREASE, 7, "7,0 % mot lägre än 6,0 %, som det var 2015: 1,0 procentenheter över målet."),
        (Rule.INCREASE, 6, "6,0 % mot högre än 6,0 %, som det var 2015: precis på gränsen, vilket inte räcker."),
        (Rule.NOT_ABOVE, 6, "6,0 % mot högst 6,0 %, som 2015: precis på gränsen."),
        (Rule.NOT_BELOW, 5, "5,0 % mot minst 6,0 %, som 2015: 1,0 procentenheter under målet."),
    ],
)
def test_a_number_against_an_earlier_one(rule, figure, sentence):
    assert said(SHARE, span(rule), point("2015", 6), point("2016", figure)) == sentence


def test_a_number_against_that_of_a_named_period():
    named = TargetSpan(TargetValue(Rule.INCREASE), baseline=Period.parse("2016-09--2017-08"))
    assert said(COUNT, named, point("2016-09--2017-08", 12), point("2017-09--2018-08", 19)) == (
        "19 mot högre än 12, som det var under september 2016–augusti 2017: 7 över målet."
    )


@pytest.mark.parametrize(
    ("figure", "sentence"),
    [
        pytest.param(5.5, "5,5 % mot högst 5 %: 0,5 procentenheter över målet, inom marginalen.", id="at the margin"),
        pytest.param(5.6, "5,6 % mot högst 5 %: 0,6 procentenheter över målet.", id="beyond the margin"),
    ],
)
def test_a_number_within_the_margin(figure, sentence):
    assert said(SHARE, span(Rule.AT_MOST, 5, near=0.5), point("2016", figure)) == sentence


@pytest.mark.parametrize(
    ("lower", "upper", "sentence"),
    [
        pytest.param(10.8, 12.8, "10,8–12,8 dagar mot högst 14 dagar: minst 1,2 dagar under målet.", id="inside"),
        pytest.param(15, 18, "15–18 dagar mot högst 14 dagar: minst 1 dag över målet.", id="outside"),
        pytest.param(12, 14, "12–14 dagar mot högst 14 dagar: inom målet.", id="up to the limit"),
        pytest.param(
            12,
            15,
            "12–15 dagar mot högst 14 dagar. Går inte att bedöma: siffran kan ligga på båda sidor om gränsen.",
            id="over the limit",
        ),
    ],
)
def test_a_range_against_a_limit(lower, upper, sentence):
    assert said(DAYS, span(Rule.AT_MOST, 14), point("2018", lower=lower, upper=upper)) == sentence


def test_a_range_that_touches_a_limit_it_must_not_reach_is_outside():
    assert said(DAYS, span(Rule.LESS_THAN, 14), point("2018", lower=14, upper=15)) == (
        "14–15 dagar mot mindre än 14 dagar: målet nås inte."
    )


@pytest.mark.parametrize(
    ("qualifier", "figure", "sentence"),
    [
        (Qualifier.BELOW, 4, "Mindre än 4,0 % mot högst 5 %: minst 1,0 procentenheter under målet."),
        (Qualifier.ABOVE, 6, "Mer än 6,0 % mot högst 5 %: minst 1,0 procentenheter över målet."),
        (
            Qualifier.BELOW,
            6,
            "Mindre än 6,0 % mot högst 5 %. Går inte att bedöma: siffran kan ligga på båda sidor om gränsen.",
        ),
        (Qualifier.ABOUT, 7, "Cirka 7,0 % mot högst 5 %: 2,0 procentenheter över målet. Siffran är ungefärlig."),
        (Qualifier.ABOUT, 5, "Cirka 5,0 % mot högst 5 %: precis på gränsen. Siffran är ungefärlig."),
    ],
)
def test_a_figure_that_is_not_exact(qualifier, figure, sentence):
    assert said(SHARE, span(Rule.AT_MOST, 5), point("2016", figure, qualifier=qualifier)) == sentence


@pytest.mark.parametrize(
    ("figure", "sentence"),
    [
        pytest.param(1, "Klart.", id="done"),
        pytest.param(0, "Ännu inte klart. Ingen sista dag är satt.", id="not done"),
        pytest.param(
            0.5,
            "Svaret är 0,5. Målet är att det ska vara klart. Går inte att bedöma: siffran säger inte om det är klart.",
            id="half",
        ),
    ],
)
def test_a_milestone(figure, sentence):
    assert said(YES, span(Rule.DONE), point("2013", figure)) == sentence


@pytest.mark.parametrize(
    ("target", "points", "sentence"),
    [
        pytest.param(None, [], "Går inte att bedöma: målvärde saknas.", id="nothing"),
        pytest.param(None, [point("2016", 7)], "7,0 %. Målvärde saknas.", id="no target"),
        pytest.param(
            span(Rule.AT_MOST, 5), [], "Målvärdet är högst 5 %. Går inte att bedöma: siffra saknas.", id="no figure"
        ),
        pytest.param(
            span(Rule.AT_LEAST),
            [point("2016", 77)],
            "77,0 %. Går inte att bedöma: källan anger inte målets gräns.",
            id="target without limit",
        ),
        pytest.param(
            span(Rule.DECREASE),
            [point("2016", 7)],
            "7,0 %. Målet är att det ska minska. Går inte att bedöma: det finns ingen tidigare siffra att jämföra med.",
            id="nothing earlier",
        ),
        pytest.param(
            span(Rule.DECREASE),
            [point("2015", lower=6, upper=8), point("2016", 7)],
            "7,0 %. Målet är att det ska minska. Går inte att bedöma: den tidigare siffran är inte ett enda tal.",
            id="earlier range",
        ),
        pytest.param(
            span(Rule.AT_MOST, 5), [point("2016", "missing")], "Går inte att bedöma: siffra saknas.", id="missing"
        ),
        pytest.param(
            span(Rule.AT_MOST, 5), [point("2016", "confidential")], "Går inte att bedöma: sekretess.", id="confidential"
        ),
        pytest.param(
            span(Rule.AT_MOST, 5), [point("2016", "not_applicable")], "Går inte att bedöma: inte tillämpligt.", id="n/a"
        ),
        pytest.param(
            span(Rule.AT_MOST, 5),
            [point("2016", "hidden")],
            "Går inte att bedöma, visas inte: färre än 11 personer.",
            id="hidden",
        ),
    ],
)
def test_what_cannot_be_judged_says_why(target, points, sentence):
    assert said(SHARE, target, *points) == sentence


def test_against_the_target_of_the_whole_board():
    assert said(SHARE, span(Rule.AT_MOST, 5).inherited_from(Inherited.FROM_BOARD), point("2016", 7)) == (
        "7,0 % mot högst 5 % (hela nämndens mål): 2,0 procentenheter över målet."
    )


def test_a_figure_for_another_time_than_the_target():
    year = Period.parse("2016")
    target = TargetSpan(TargetValue(Rule.AT_MOST, 5), year.start, year.end)
    assert said(SHARE, target, point("2018-01--2018-08", 7)) == (
        "7,0 %. Går inte att bedöma: målvärde saknas för perioden."
    )


def test_what_is_just_outside_the_margin_is_not_written_as_if_it_were_inside():
    target = TargetSpan(TargetValue(Rule.AT_MOST, 5, near=1))
    assert said(SHARE, target, point("2016", 6.004)) == "6,004 % mot högst 5 %: 1,004 procentenheter över målet."
