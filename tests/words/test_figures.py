"""The exact Swedish words for figures, changes, gaps and levels."""

from dataclasses import replace

import pytest

from lib.rules.series import IndicatorTraits, Series
from lib.rules.status import Better, GoalLevel, Level, Measure, Qualifier, Reason, Rule, Verdict
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
)
from lib.words.language import use_language
from lib.words.targets import target_text
from tests.words.judged_text import COUNT, DAYS, NBSP, SHARE, TARGETS, YES, point, said, series, span


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


def test_differences_and_changes_have_the_unit_of_differences():
    assert difference_text(-2, SHARE).replace(NBSP, " ") == "2,0 procentenheter"
    assert change_text(4, SHARE).replace(NBSP, " ") == "+4,0 procentenheter"
    assert change_text(-51, DAYS).replace(NBSP, " ") == "\u221251 dagar"
    assert change_text(2, COUNT) == "+2"


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
        pytest.param(series(SHARE, point("2016", 5.5)), "Sjukfrånvaro: 5,5 % (2016).", id="one"),
        pytest.param(
            series(SHARE, point("2015", 6), point("2016", 5.5), point("2017", "missing")),
            "Sjukfrånvaro: från 6,0 % (2015) till 5,5 % (2016).",
            id="from first to last",
        ),
        pytest.param(
            series(SHARE, point("2016", 7), gender="K", unit="Vuxen"),
            "Sjukfrånvaro, kvinnor, Vuxen: 7,0 % (2016).",
            id="women of a unit",
        ),
        pytest.param(
            series(DAYS, point("2018-01", 149), point("2018-01--2018-05", lower=10.8, upper=12.8)),
            "Utredningstid: från 149 dagar (januari 2018) till 10,8–12,8 dagar (januari–maj 2018).",
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
