"""A board's settings by date: which hold on which day, and that a new rule never recolours an earlier period."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.rules.settings import DEFAULTS, NAMES, GoalRule, Settings, SettingSpan, is_allowed, margins_in, on_day
from lib.rules.status import GoalLevel, Level, Reason, Verdict, together
from lib.views.goal import goal_view
from lib.views.overview import goal_row, overview
from lib.words.figures import verdict_text
from lib.words.language import use_language
from tests.helpers.rows import assessment, goal, goal_indicator, indicator, observation, setting, target, year
from tests.helpers.seeded import read

MET, PARTLY, MISSED, NOT_YET, UNKNOWN = GoalLevel
LAST_OF_2016, FIRST_OF_2017 = date(2016, 12, 31), date(2017, 1, 1)


def test_nothing_given_is_the_defaults():
    assert on_day((), LAST_OF_2016) == DEFAULTS == Settings({}, {}, GoalRule.ALL_MET)


@pytest.mark.parametrize(
    ("day", "word"),
    [
        (date(2015, 12, 31), None),
        (date(2016, 1, 1), "nått"),
        (LAST_OF_2016, "nått"),
        (FIRST_OF_2017, "klart"),
        (date(2030, 1, 1), "klart"),
        (None, "klart"),
    ],
)
def test_the_first_and_the_last_day_of_a_setting_belong_to_it(day, word):
    words = (
        SettingSpan("verdict-achieved", "klart", FIRST_OF_2017),
        SettingSpan("verdict-achieved", "nått", date(2016, 1, 1), LAST_OF_2016),
    )
    assert on_day(words, day).words.get(Verdict.ACHIEVED) == word


def test_of_two_that_hold_the_one_that_began_later_does():
    given_twice = (SettingSpan("near", "2", FIRST_OF_2017), SettingSpan("near", "1"))
    assert [on_day(given_twice, day).near for day in (LAST_OF_2016, FIRST_OF_2017)] == [{"%": 1.0}, {"%": 2.0}]


@pytest.mark.parametrize(
    ("levels", "all_met", "most_met"),
    [
        ([], GoalLevel.UNKNOWN, GoalLevel.UNKNOWN),
        ([UNKNOWN], GoalLevel.UNKNOWN, GoalLevel.UNKNOWN),
        ([MET, UNKNOWN], GoalLevel.MET, GoalLevel.MET),
        ([MET, MET, MISSED], GoalLevel.PARTLY, GoalLevel.MET),
        ([MET, MISSED], GoalLevel.PARTLY, GoalLevel.PARTLY),
        ([MET, MISSED, MISSED], GoalLevel.PARTLY, GoalLevel.PARTLY),
        ([PARTLY, MISSED], GoalLevel.PARTLY, GoalLevel.PARTLY),
        ([MISSED, UNKNOWN], GoalLevel.MISSED, GoalLevel.MISSED),
        ([NOT_YET, UNKNOWN], GoalLevel.NOT_YET, GoalLevel.NOT_YET),
        ([MET, NOT_YET, NOT_YET], GoalLevel.MET, GoalLevel.MET),
    ],
)
def test_a_goals_level_by_each_rule(levels, all_met, most_met):
    assert Settings().level_of(levels) is all_met
    assert Settings(goal_rule=GoalRule.MOST_MET).level_of(levels) is most_met


@given(st.lists(st.sampled_from(GoalLevel)))
def test_the_default_rule_is_that_of_the_status(levels):
    assert DEFAULTS.level_of(levels) is together(levels)


@pytest.mark.parametrize("name", NAMES)
def test_a_value_that_every_setting_refuses(name):
    assert not is_allowed(name, "")


TWO_RULES = (
    setting(value="most-met", valid_to=LAST_OF_2016),
    setting(value="all-met", valid_from=FIRST_OF_2017),
)


def board_with(*settings: dict, **rows):
    """A goal with three indicators, two met and one missed, in both 2016 and 2017, and a verdict on each year."""
    codes = ("i", "j", "k")
    figures = {"i": 4.0, "j": 4.5, "k": 5.3}
    return read(
        goals=[goal()],
        indicators=[indicator(indicator=code) for code in codes],
        goal_indicators=[goal_indicator(indicator=code) for code in codes],
        targets=[target(indicator=code, value=5.0) for code in codes],
        observations=[
            observation(indicator=code, value=figures[code], **year(of)) for code in codes for of in (2016, 2017)
        ],
        settings=list(settings),
        **{"assessments": [assessment(**year(of)) for of in (2016, 2017)]} | rows,
    )


def levels(data) -> list[GoalLevel]:
    return [goal_row(data, data.goals["g"], of, "T").computed for of in (2016, 2017)]


def test_a_new_rule_does_not_recolour_an_earlier_period():
    assert levels(board_with(TWO_RULES[0])) == [GoalLevel.MET, GoalLevel.PARTLY]
    assert levels(board_with(*TWO_RULES)) == [GoalLevel.MET, GoalLevel.PARTLY]
    assert levels(board_with()) == [GoalLevel.PARTLY, GoalLevel.PARTLY]
    assert levels(board_with(setting(value="most-met"))) == [GoalLevel.MET, GoalLevel.MET]


def test_without_a_verdict_the_figures_last_day_tells_the_rule():
    assert levels(board_with(*TWO_RULES, assessments=[])) == [GoalLevel.MET, GoalLevel.PARTLY]


def test_the_margin_holds_by_date_and_only_where_a_target_has_none():
    near = setting(setting="near", value="0.5", valid_from=FIRST_OF_2017)
    data = board_with(near)
    third = data.series["k", "", "T"]
    assert [third.judged(of).judgement.reason for of in (2016, 2017)] == [Reason.OUTSIDE_LIMIT, Reason.WITHIN_MARGIN]
    data = read(
        indicators=[indicator()],
        targets=[target(value=5.0, near=0.1)],
        observations=[observation(value=5.3)],
        settings=[setting(setting="near", value="0.5")],
    )
    assert data.series["i", "", "T"].judged().judgement.level is Level.MISSED


@pytest.mark.parametrize(
    ("text", "margins"),
    [
        ("3 %", {"%": 3.0}),
        ("3", {"%": 3.0}),
        ("0.5 %; 2 dagar;1,5 mnkr", {"%": 0.5, "dagar": 2.0, "mnkr": 1.5}),
        ("2 antal personer", {"antal personer": 2.0}),
        ("0", {"%": 0.0}),
        ("tre dagar", {}),
        ("3 %; två dagar", {}),
        ("-1 %", {}),
        ("inf", {}),
        ("nan %", {}),
        ("", {}),
    ],
)
def test_a_margin_is_per_unit_of_measure(text, margins):
    assert margins_in(text) == margins
    assert is_allowed("near", text) is bool(margins)


@pytest.mark.parametrize(
    ("unit_of_measure", "margin", "level"),
    [
        ("%", "0.5", Level.NEARLY),
        ("%", "0.5 %", Level.NEARLY),
        ("dagar", "0.5", Level.MISSED),
        ("dagar", "0.5 %", Level.MISSED),
        ("dagar", "0.1 %; 0.5 dagar", Level.NEARLY),
        ("mnkr", "0.5 %; 0.5 dagar", Level.MISSED),
    ],
)
def test_a_margin_is_of_its_unit_of_measure_only(unit_of_measure, margin, level):
    data = read(
        indicators=[indicator(unit_of_measure=unit_of_measure)],
        targets=[target(value=5.0)],
        observations=[observation(value=5.3)],
        settings=[setting(setting="near", value=margin)],
    )
    assert data.series["i", "", "T"].judged().judgement.level is level


def test_a_verdicts_word_is_that_of_its_period():
    data = board_with(
        setting(setting="verdict-achieved", value="nått", valid_to=LAST_OF_2016),
        setting(setting="verdict-achieved", value="klart", valid_from=FIRST_OF_2017),
    )
    rows = [goal_row(data, data.goals["g"], of, "T") for of in (2016, 2017)]
    assert [row.verdicts[0].word for row in rows] == [row.word for row in rows] == ["nått", "klart"]


def test_the_boards_word_is_swedish_only():
    assert verdict_text("achieved", "nått") == "nått"
    assert verdict_text("achieved") == "uppfyllt"
    use_language("en")
    assert verdict_text("achieved", "nått") == "met"


def test_the_words_of_helsingborg_and_linkoping(helsingborg, linkoping):
    assert {row.word for row in overview(helsingborg).rows if row.word} == {
        "uppnår sitt mål",
        "uppnår inte helt sitt mål",
        "uppnår inte sitt mål",
    }
    assert [row.word for row in goal_view(linkoping, "mal-4").row.verdicts] == [
        "uppnått",
        "ej uppnått",
        "uppnått",
        "ej uppnått",
        "ej uppnått",
    ]
    assert [one.setting for one in linkoping.settings if not (one.source and one.locator)] == []
