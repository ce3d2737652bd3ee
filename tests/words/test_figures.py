"""The exact Swedish sentences for every rule and state."""

from dataclasses import replace

import pytest

from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Inherited, Point, Series, TargetSpan
from lib.rules.status import Better, GoalLevel, Level, Measure, Qualifier, Reason, Rule, TargetValue, Verdict
from lib.rules.targets import Change
from lib.words.chart_text import summary
from lib.words.figures import (
    BETTER,
    GENDERS,
    GOAL_LEVELS,
    KINDS,
    LEVELS,
    REASONS,
    STAGES,
    STATISTICS,
    STATUSES,
    VERDICTS,
    change_since,
    change_text,
    difference_text,
    gap_text,
    level_text,
    measure_text,
    point_text,
    status_text,
    target_text,
)
from lib.words.judgement import arithmetic
from lib.words.language import use_language

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


@pytest.mark.parametrize(
    ("about", "measure", "text"),
    [
        pytest.param(SHARE, Measure(7), "7,0 %", id="with the indicator's decimals"),
        pytest.param(SHARE, Measure(66.27), "66,27 %", id="as printed"),
        pytest.param(DAYS, Measure(103), "103 dagar", id="days"),
        pytest.param(COUNT, Measure(1673), "1 673", id="a count has no unit"),
        pytest.param(SHARE, Measure(60, qualifier=Qualifier.BELOW), "mindre än 60,0 %", id="less than"),
        pytest.param(SHARE, Measure(24, qualifier=Qualifier.ABOVE), "mer än 24,0 %", id="more than"),
        pytest.param(COUNT, Measure(40, qualifier=Qualifier.ABOUT), "cirka 40", id="about"),
        pytest.param(DAYS, Measure(None, 10.8, 12.8), "10,8–12,8 dagar", id="range"),
        pytest.param(DAYS, Measure(8, 7, 9), "8 dagar", id="with uncertainty"),
        pytest.param(YES, Measure(1), "ja", id="yes"),
        pytest.param(YES, Measure(0), "nej", id="no"),
        pytest.param(YES, Measure(0.5), "0,5", id="neither yes nor no"),
        pytest.param(SHARE, None, "–", id="none"),
    ],
)
def test_figure(about, measure, text):
    assert measure_text(measure, about).replace(NBSP, " ") == text


def test_a_figure_is_held_together_with_its_unit():
    assert measure_text(Measure(1004), DAYS) == f"1{NBSP}004{NBSP}dagar"


@pytest.mark.parametrize(
    ("one", "text"),
    [
        pytest.param(None, "–", id="no point"),
        pytest.param(point("2016", 7), f"7,0{NBSP}%", id="figure"),
        pytest.param(point("2016", "missing"), "siffra saknas", id="missing"),
        pytest.param(point("2016", "not_applicable"), "inte tillämpligt", id="not applicable"),
        pytest.param(point("2016", "confidential"), "sekretess", id="confidential"),
        pytest.param(point("2016", "hidden"), "visas inte: färre än 11 personer", id="hidden"),
        pytest.param(point("2016", "normal"), "–", id="no figure and no reason"),
    ],
)
def test_figure_or_the_word_for_why_there_is_none(one, text):
    assert point_text(one, SHARE) == text


def test_the_smallest_group_is_the_indicators_own():
    assert (
        status_text("hidden", IndicatorTraits("b", "i", "Enkät", minimum_group=5)) == "visas inte: färre än 5 personer"
    )
    assert [status_text(status, SHARE) for status in ("normal", "preliminary")] == ["", "preliminär"]


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


@pytest.mark.parametrize("rule", Rule)
def test_target(rule):
    assert target_text(span(rule, 5, 10), SHARE).replace(NBSP, " ") == TARGETS[rule]


NO_LIMIT = "en gräns som källan inte anger"


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (Rule.AT_LEAST, NO_LIMIT),
        (Rule.MORE_THAN, NO_LIMIT),
        (Rule.AT_MOST, NO_LIMIT),
        (Rule.LESS_THAN, NO_LIMIT),
        (Rule.BETWEEN, NO_LIMIT),
        (Rule.EQUAL, NO_LIMIT),
        (Rule.INCREASE, "ska öka"),
        (Rule.DECREASE, "ska minska"),
        (Rule.NOT_ABOVE, "inte högre än jämförelseperioden"),
        (Rule.NOT_BELOW, "inte lägre än jämförelseperioden"),
        (Rule.DONE, "ska vara klart"),
    ],
)
def test_target_without_a_number(rule, text):
    assert target_text(span(rule), SHARE) == text


def test_no_target():
    assert target_text(None, SHARE) == ""


def test_target_with_decimals_as_given():
    assert target_text(span(Rule.AT_MOST, 2.5), DAYS).replace(NBSP, " ") == "högst 2,5 dagar"


def test_target_with_its_baseline():
    one = TargetSpan(TargetValue(Rule.DECREASE), baseline=Period.parse("2017-01--2017-08"))
    assert target_text(one, COUNT) == "ska minska (jämfört med januari–augusti 2017)"


def test_target_of_the_whole_board():
    inherited = [span(Rule.AT_MOST, 5).inherited_from(whom) for whom in Inherited]
    assert [target_text(one, COUNT) for one in inherited] == [
        "högst 5",
        "högst 5 (målet för alla)",
        "högst 5 (hela nämndens mål)",
    ]


def test_differences_and_changes_have_the_unit_of_differences():
    assert difference_text(-2, SHARE).replace(NBSP, " ") == "2,0 procentenheter"
    assert change_text(4, SHARE).replace(NBSP, " ") == "+4,0 procentenheter"
    assert change_text(-51, DAYS).replace(NBSP, " ") == "\u221251 dagar"
    assert change_text(2, COUNT) == "+2"


@pytest.mark.parametrize(
    ("rule", "figure", "sentence"),
    [
        (Rule.AT_LEAST, 7, "7,0 % mot minst 5 %: 2,0 procentenheter över målet."),
        (Rule.AT_LEAST, 5, "5,0 % mot minst 5 %: precis på gränsen."),
        (Rule.AT_LEAST, 4.8, "4,8 % mot minst 5 %: 0,2 procentenheter under målet."),
        (Rule.MORE_THAN, 5.1, "5,1 % mot mer än 5 %: 0,1 procentenheter över målet."),
        (Rule.MORE_THAN, 5, "5,0 % mot mer än 5 %: precis på gränsen."),
        (Rule.MORE_THAN, 3, "3,0 % mot mer än 5 %: 2,0 procentenheter under målet."),
        (Rule.AT_MOST, 7, "7,0 % mot högst 5 %: 2,0 procentenheter över målet."),
        (Rule.AT_MOST, 5, "5,0 % mot högst 5 %: precis på gränsen."),
        (Rule.AT_MOST, 3.8, "3,8 % mot högst 5 %: 1,2 procentenheter under målet."),
        (Rule.LESS_THAN, 4, "4,0 % mot mindre än 5 %: 1,0 procentenheter under målet."),
        (Rule.LESS_THAN, 5, "5,0 % mot mindre än 5 %: precis på gränsen."),
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
        (Rule.DECREASE, 5, "5,0 % mot lägre än 6 %, som det var 2015: 1,0 procentenheter under målet."),
        (Rule.DECREASE, 7, "7,0 % mot lägre än 6 %, som det var 2015: 1,0 procentenheter över målet."),
        (Rule.INCREASE, 6, "6,0 % mot högre än 6 %, som det var 2015: precis på gränsen."),
        (Rule.NOT_ABOVE, 6, "6,0 % mot högst 6 %, som 2015: precis på gränsen."),
        (Rule.NOT_BELOW, 5, "5,0 % mot minst 6 %, som 2015: 1,0 procentenheter under målet."),
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
        "14–15 dagar mot mindre än 14 dagar: utanför målet."
    )


@pytest.mark.parametrize(
    ("qualifier", "figure", "sentence"),
    [
        (Qualifier.BELOW, 4, "mindre än 4,0 % mot högst 5 %: minst 1,0 procentenheter under målet."),
        (Qualifier.ABOVE, 6, "mer än 6,0 % mot högst 5 %: minst 1,0 procentenheter över målet."),
        (
            Qualifier.BELOW,
            6,
            "mindre än 6,0 % mot högst 5 %. Går inte att bedöma: siffran kan ligga på båda sidor om gränsen.",
        ),
        (Qualifier.ABOUT, 7, "cirka 7,0 % mot högst 5 %: 2,0 procentenheter över målet. Siffran är ungefärlig."),
        (Qualifier.ABOUT, 5, "cirka 5,0 % mot högst 5 %: precis på gränsen. Siffran är ungefärlig."),
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
            0.5, "0,5. Målet: ska vara klart. Går inte att bedöma: siffran säger inte om det är klart.", id="half"
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
            span(Rule.AT_MOST, 5), [], "Målet: högst 5 %. Går inte att bedöma: siffra saknas.", id="no figure"
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
            "7,0 %. Målet: ska minska. Går inte att bedöma: det finns ingen tidigare siffra att jämföra med.",
            id="nothing earlier",
        ),
        pytest.param(
            span(Rule.DECREASE),
            [point("2015", lower=6, upper=8), point("2016", 7)],
            "7,0 %. Målet: ska minska. Går inte att bedöma: den tidigare siffran är inte ett enda tal.",
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


@pytest.mark.parametrize(
    ("points", "text"),
    [
        pytest.param([point("2015", 6.5), point("2016", 7)], "+0,5 procentenheter sedan 2015", id="up"),
        pytest.param([point("2015", 9), point("2016", 7)], "\u22122,0 procentenheter sedan 2015", id="down"),
        pytest.param([point("2015", 7), point("2016", 7)], "oförändrat sedan 2015", id="the same"),
        pytest.param(
            [point("2018-01", 149), point("2018-05", 98)], "\u221251,0 procentenheter sedan jan. 2018", id="m"
        ),
        pytest.param([point("2016", 7)], "", id="nothing earlier"),
        pytest.param([point("2015", 7), point("2016", "missing")], "", id="missing"),
        pytest.param([point("2015", lower=6, upper=8), point("2016", 7)], "", id="earlier range"),
        pytest.param([point("2015", 60, qualifier=Qualifier.BELOW), point("2016", 50)], "", id="less than before"),
        pytest.param(
            [point("2015", 40, qualifier=Qualifier.ABOUT), point("2016", 50)], "+10,0 procentenheter sedan 2015", id="a"
        ),
    ],
)
def test_the_change_since_the_figure_before(points, text):
    assert change_since(series(SHARE, *points), points[-1]).replace(NBSP, " ") == text


def test_no_change_without_a_figure():
    assert change_since(series(SHARE), None) == ""


@pytest.mark.parametrize(
    ("women", "men", "text"),
    [
        pytest.param(78, 88, "Kvinnor 78,0 %, män 88,0 %: kvinnor ligger 10,0 procentenheter lägre.", id="lower"),
        pytest.param(88.3, 78.1, "Kvinnor 88,3 %, män 78,1 %: kvinnor ligger 10,2 procentenheter högre.", id="higher"),
        pytest.param(80, 80, "Kvinnor 80,0 %, män 80,0 %: ingen skillnad.", id="none"),
        pytest.param("hidden", 80, "", id="hidden"),
    ],
)
def test_the_gap_between_women_and_men(women, men, text):
    assert gap_text(point("2017", women), point("2017", men), SHARE).replace(NBSP, " ") == text


def test_no_gap_between_different_years_or_with_only_one():
    assert gap_text(point("2016", 78), point("2017", 88), SHARE) == ""
    assert gap_text(None, point("2017", 88), SHARE) == ""
    assert gap_text(point("2017", 78), None, SHARE) == ""


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        pytest.param(series(SHARE), "Sjukfrånvaro: inga siffror.", id="none"),
        pytest.param(series(SHARE, point("2016", "missing")), "Sjukfrånvaro: inga siffror.", id="only a hole"),
        pytest.param(series(SHARE, point("2013", 5, kind="plan")), "Sjukfrånvaro: inga siffror.", id="only a plan"),
        pytest.param(series(SHARE, point("2016", 5.5)), "Sjukfrånvaro: 5,5 % 2016.", id="one"),
        pytest.param(
            series(SHARE, point("2015", 6), point("2016", 5.5), point("2017", "missing")),
            "Sjukfrånvaro: från 6,0 % 2015 till 5,5 % 2016.",
            id="from first to last",
        ),
        pytest.param(
            series(SHARE, point("2016", 7), gender="K", unit="Vuxen"),
            "Sjukfrånvaro, kvinnor, Vuxen: 7,0 % 2016.",
            id="women of a unit",
        ),
        pytest.param(
            series(DAYS, point("2018-01", 149), point("2018-01--2018-05", lower=10.8, upper=12.8)),
            "Utredningstid: från 149 dagar i januari 2018 till 10,8–12,8 dagar under januari–maj 2018.",
            id="months and a range",
        ),
    ],
)
def test_what_a_chart_shows(shown, text):
    assert summary(shown).replace(NBSP, " ") == text


@pytest.mark.parametrize(
    ("values", "text"),
    [((0, 1), "tidigare: nej (2015)"), ((1, 0), "tidigare: ja (2015)"), ((1, 1), "oförändrat sedan 2015")],
    ids=["done since", "undone since", "as before"],
)
def test_what_is_done_or_not_has_no_difference(values, text):
    points = tuple(point(str(2015 + place), value) for place, value in enumerate(values))
    one = Series(replace(COUNT, unit_of_measure="ja/nej"), "", "", "T", points)
    assert change_since(one, points[-1]).replace(NBSP, " ") == text


def test_the_same_sentences_in_english():
    use_language("en")
    assert said(SHARE, span(Rule.AT_MOST, 5), point("2016", 7)) == (
        "7.0 % against at most 5 %: 2.0 percentage points above."
    )
    assert said(SHARE, None, point("2016", 7)) == "7.0 %. There is no target."
    assert target_text(span(Rule.BETWEEN, 5, 10), DAYS).replace(NBSP, " ") == "5–10 dagar"


def test_the_levels_in_a_word():
    words = ["uppfyllt", "nästan uppfyllt", "inte uppfyllt", "ännu inte", "går inte att bedöma"]
    assert [level_text(level) for level in Level] == words


@pytest.mark.parametrize(
    ("table", "of"),
    [
        (LEVELS, Level),
        (GOAL_LEVELS, GoalLevel),
        (VERDICTS, Verdict),
        (TARGETS, Rule),
        (BETTER, Better),
        (KINDS, ("outcome", "forecast", "budget", "plan")),
        (GENDERS, ("T", "K", "M")),
        (STAGES, ("forecast", "final")),
        (
            STATUSES,
            ("normal", "preliminary", "missing", "not_applicable", "confidential", "hidden", "single", "protects"),
        ),
        (STATISTICS, ("share", "mean", "median", "count", "sum", "index", "ratio")),
    ],
    ids=[
        "levels",
        "goal levels",
        "verdicts",
        "rules",
        "better",
        "kinds",
        "genders",
        "stages",
        "statuses",
        "statistics",
    ],
)
def test_there_are_words_for_every(table, of):
    assert set(table) == set(of)


def test_every_reason_for_not_judging_has_words():
    judged = {
        Reason.WITHIN_LIMIT,
        Reason.AT_LIMIT,
        Reason.WITHIN_MARGIN,
        Reason.OUTSIDE_LIMIT,
        Reason.MILESTONE_DONE,
        Reason.MILESTONE_NOT_DONE,
        Reason.MILESTONE_NOT_DUE,
        Reason.NOT_DUE,
        Reason.ALREADY_OVER,
        Reason.ALREADY_REACHED,
    }
    assert set(Reason) - judged - set(REASONS) == set()


@pytest.mark.parametrize(
    ("change", "target", "text"),
    [
        (Change.LOWER, span(Rule.DECREASE), "Har minskat, ingen siffra anges; ska minska."),
        (Change.HIGHER, span(Rule.DECREASE), "Har ökat, ingen siffra anges; ska minska."),
        (
            Change.UNCHANGED,
            span(Rule.NOT_ABOVE),
            "Är oförändrat, ingen siffra anges; inte högre än jämförelseperioden.",
        ),
        (
            Change.LOWER,
            span(Rule.DECREASE, 2),
            "Har minskat, ingen siffra anges. Målet: ska minska med minst 2 dagar. "
            "Går inte att bedöma: källan anger inte hur stor förändringen är.",
        ),
        (
            Change.LOWER,
            span(Rule.AT_MOST, 5),
            "Har minskat, ingen siffra anges. Målet: högst 5 dagar. Går inte att bedöma: siffra saknas.",
        ),
        (Change.LOWER, None, "Har minskat, ingen siffra anges. Målvärde saknas."),
    ],
)
def test_a_change_without_figure_in_words(change, target, text):
    assert said(DAYS, target, replace(point("2018", "missing"), change=change)) == text
