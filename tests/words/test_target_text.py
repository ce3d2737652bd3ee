"""The exact Swedish words for a target, by rule and limit."""

from dataclasses import replace

import pytest

from lib.rules.periods import Period
from lib.rules.series import Inherited, TargetSpan
from lib.rules.status import Rule, TargetValue
from lib.rules.targets import Change
from lib.words.targets import target_text
from tests.words.judged_text import COUNT, DAYS, NBSP, SHARE, TARGETS, point, said, span


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


@pytest.mark.parametrize(
    ("about", "rule", "limit", "text"),
    [
        (SHARE, Rule.AT_LEAST, 100, "100 %"),
        (SHARE, Rule.AT_MOST, 0, "0 %"),
        (SHARE, Rule.AT_LEAST, 99.5, "minst 99,5 %"),
        (SHARE, Rule.MORE_THAN, 0, "mer än 0 %"),
        (replace(COUNT, statistic="count"), Rule.AT_MOST, 0, "0"),
        (replace(COUNT, statistic="count"), Rule.AT_LEAST, 100, "minst 100"),
        (replace(SHARE, statistic="mean"), Rule.AT_LEAST, 100, "minst 100 %"),
    ],
)
def test_nothing_is_at_least_all_or_at_most_none(about, rule, limit, text):
    assert target_text(span(rule, limit), about).replace(NBSP, " ") == text


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
            "Har minskat, ingen siffra anges. Målet är att det ska minska med minst 2 dagar. "
            "Går inte att bedöma: källan anger inte hur stor förändringen är.",
        ),
        (
            Change.LOWER,
            span(Rule.AT_MOST, 5),
            "Har minskat, ingen siffra anges. Målvärdet är högst 5 dagar. Går inte att bedöma: siffra saknas.",
        ),
        (Change.LOWER, None, "Har minskat, ingen siffra anges. Målvärde saknas."),
    ],
)
def test_a_change_without_figure_in_words(change, target, text):
    assert said(DAYS, target, replace(point("2018", "missing"), change=change)) == text
