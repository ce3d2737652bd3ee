"""A goal's page: which figure leads it, why verdict and level differ, and what there is to show without figures."""

import re
from datetime import date

import pytest

from lib.rules.periods import Period
from lib.tables.model import Question
from lib.views.as_of import BoardState
from lib.views.board import read_board
from lib.views.choice import Choice
from lib.views.overview import in_page_order
from lib.web.pages.goal import draw
from tests.helpers.plain import words
from tests.helpers.rows import assessment, goal, goal_indicator, indicator, observation, question, target, unit, year
from tests.helpers.seeded import read


def shown(data, code: str, *of) -> str:
    """The page as its words, in order."""
    return words(draw(data, code, Choice(board=data.code), *of))


def measured(**rows):
    standing = {
        "goals": [goal(title="Mål")],
        "indicators": [indicator(name="Mått")],
        "goal_indicators": [goal_indicator()],
        "targets": [target(value=9.0)],
        "observations": [observation(value=7.0, **year(2015)), observation(value=8.0, **year(2016))],
    }
    return read(**standing | rows)


def test_linkopings_goal_11_says_why_verdict_and_level_differ(linkoping):
    assert (
        "Varför de skiljer sig: Bedömt på andra grunder: ingen indikator gick att bedöma för Äldre "
        "och funktionsnedsatta (ÄoF). Äldre siffror, från tiden före bedömningens period: Brukare som tycker att "
        "handläggaren visar förståelse. En del av målet mäts inte: 2 av 6 indikatorer gick att bedöma. "
    ) in shown(linkoping, "mal-11")


def test_nothing_is_said_where_they_agree_or_one_is_silent(seeded, linkoping):
    for text in (shown(linkoping, "mal-4"), shown(read_board(seeded, "helsingborg"), "tjanstegarantier")):
        assert "Varför de skiljer sig" not in text


def test_the_mix_of_the_units_stands_with_the_whole():
    # 60 at 5 and 40 at 10: 7.0; 40 at 5 and 60 at 10: 8.0.
    figures = {"": ((7.0, 100), (8.0, 100)), "u": ((5.0, 60), (5.0, 40)), "v": ((10.0, 40), (10.0, 60))}
    rows = [
        observation(unit=code, value=value, count=count, **year(2015 + at))
        for code, pairs in figures.items()
        for at, (value, count) in enumerate(pairs)
    ]
    data = measured(units=[unit(), unit(unit="v", name="Vuxen")], observations=rows, assessments=[assessment()])
    assert (
        "Ökningen med 1,0 procentenheter sedan 2015 beror på att fördelningen mellan enheterna har ändrats."
    ) in shown(data, "g")


def test_the_head_tells_the_verdict_and_the_figures_apart():
    data = measured(assessments=[assessment(verdict="not_achieved")])
    assert "Mål Nämnden: inte uppfyllt Siffrorna: uppfyllt, 1 av 1 indikator" in shown(data, "g")
    without = shown(measured(), "g")
    assert "Nämnden:" not in without
    assert "Mål Siffrorna: uppfyllt, 1 av 1 indikator" in without


def test_the_comment_of_one_verdict_stands_in_the_panel_and_those_of_several_in_a_table():
    one = assessment(comment="Det går åt fel håll.")
    alone = shown(measured(assessments=[one]), "g")
    assert "Nämndens kommentar: Det går åt fel håll." in alone
    assert "Nämndens bedömningar" not in alone
    several = shown(
        measured(units=[unit()], assessments=[one, assessment(unit="u", comment="Hos oss vänder det.")]), "g"
    )
    assert "Nämndens kommentar" not in several
    assert "Nämndens bedömningar" in several
    assert several.index("Det går åt fel håll.") < several.index("Hos oss vänder det.")


def test_the_other_measures_come_after_the_leading_one_and_silent_ones_last():
    data = measured(
        indicators=[
            indicator(name="Mått"),
            indicator(indicator="j", name="Annat"),
            indicator(indicator="k", name="Tyst"),
        ],
        goal_indicators=[goal_indicator(indicator=code) for code in "kji"],
        observations=[observation(value=8.0, **year(2016)), observation(indicator="j", value=3.0, **year(2016))],
    )
    text = shown(data, "g")
    panel, rest = text.split("Målets andra mått")
    assert ("Till målet 1,0 procentenheter under" in panel, "Annat 3,0 % 2016" in panel) == (True, False)
    assert rest.index("Annat 3,0 % 2016") < rest.index("1 indikator utan siffra och målvärde Tyst")


def test_the_panel_says_what_happened_since_the_last_meeting():
    earlier, now = measured(observations=[observation(value=7.0, **year(2015))]), measured()
    meeting = BoardState("m1", 1, date(2016, 3, 1), "Bokslut")
    assert "Sedan förra mötet +1,0 procentenheter, 7,0 % då (2015)" in shown(now, "g", (meeting,), earlier)
    assert "Sedan förra mötet" not in shown(now, "g")
    svg = draw(now, "g", Choice(board="b"), (meeting,), earlier)
    assert svg.count("<title>mötet den 1 mars 2016</title>") == 2  # in both widths


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        pytest.param(
            {"goal_indicators": []}, "Ingen indikator är kopplad till målet, så inget kan beräknas.", id="none"
        ),
        pytest.param({"observations": []}, "Mått inga siffror", id="no figure"),
        pytest.param({"observations": [observation(**year(2016))]}, "Mått 2016", id="one figure"),
        pytest.param(
            {
                "indicators": [indicator(name="Klart", unit_of_measure="ja/nej")],
                "targets": [target(rule="done", value=None)],
                "observations": [observation(value=1.0)],
            },
            "Till målet Klart",
            id="yes or no",
        ),
        pytest.param(
            {"observations": [observation(value=None, status="confidential")]}, "Till målet siffran", id="confidential"
        ),
        pytest.param(
            {"observations": [observation(value=None, lower=1.0, upper=2.0)]}, "Till målet minst 7,0", id="range"
        ),
    ],
)
def test_a_goal_without_a_line_has_no_chart_but_says_what_there_is(rows, text):
    data = measured(**rows)
    assert text in shown(data, "g")
    assert "mb-goalpage__chart" not in draw(data, "g", Choice(board="b"))


def test_questions_on_the_goal_stand_with_their_answer_and_decision():
    rows = question(address="/mal?goal=g", text="Hur går det?", answer="Bra.", decision="Fortsätt.")
    text = shown(measured(), "g", (), None, (Question(**rows),))
    assert "Fråga: Hur går det? Svar: Bra. Beslut: Fortsätt." in text


def test_every_goal_of_every_board_is_drawn(seeded):
    for board in ("blekinge-2012", "ekero", "helsingborg", "karlskrona", "linkoping"):
        data = read_board(seeded, board)
        for code in in_page_order(data):
            html = draw(data, code, Choice(board=board, gender="KM"))
            assert (html.count("<h1>"), len(set(ids(html))) == len(ids(html))) == (1, True)


def ids(html: str) -> list[str]:
    """The ids outside of drawings, whose own are of their content and stand twice where it does."""
    return re.findall(r' id="([^"]+)"', re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL))


def test_many_figures_are_the_newest_of_each_series_until_all_are_asked_for():
    periods = (Period.of_month(2010 + n // 12, n % 12 + 1) for n in range(130))
    rows = [observation(period_start=period.start, period_end=period.end) for period in periods]
    data = measured(observations=rows)
    few, every = draw(data, "g", Choice(board="b")), draw(data, "g", Choice(board="b"), (), None, (), True)
    assert [html.count('<th scope="row" role="rowheader">') for html in (few, every)] == [13, 130]
    assert "De 13 senaste" in words(few)
    assert 'href="/mal?board=b&amp;goal=g&amp;figures=all">Visa alla här</a>' in few
    assert "Visa alla här" not in every
    [opened] = [fold for fold in every.split("</details>") if '<details class="mb-fold" open>' in fold]
    assert "Visa siffrorna som tabell (130)</summary>" in opened
