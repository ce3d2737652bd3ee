"""A goal's page: why verdict and level differ, and what is said of a whole and its units."""

from lib.views.board import read_board
from lib.views.choice import Choice
from lib.web.pages.goal import page
from tests.helpers.rows import assessment, goal, goal_indicator, indicator, observation, target, unit, year
from tests.helpers.seeded import read


def shown(data, code: str) -> str:
    return page(data, code, Choice(board=data.code)).replace("\u00a0", " ")


def test_linkopings_goal_11_says_why_verdict_and_level_differ(linkoping):
    assert (
        '<p class="mb-quiet">Varför de skiljer sig: Bedömt på andra grunder: ingen indikator gick att bedöma för Äldre '
        "och funktionsnedsatta (ÄoF). Äldre siffror, från tiden före bedömningens period: Brukare som tycker att "
        "handläggaren visar förståelse. En del av målet mäts inte: 2 av 6 indikatorer gick att bedöma.</p>"
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
    data = read(
        goals=[goal(title="Mål")],
        indicators=[indicator()],
        goal_indicators=[goal_indicator()],
        units=[unit(), unit(unit="v", name="Vuxen")],
        targets=[target(value=9.0)],
        observations=rows,
        assessments=[assessment()],
    )
    assert (
        "Ökningen med 1,0 procentenheter sedan 2015 beror på att fördelningen mellan enheterna har ändrats.</span>"
    ) in shown(data, "g")
