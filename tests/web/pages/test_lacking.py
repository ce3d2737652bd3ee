"""The start page says why goals cannot be judged, lists those that lack the same, and the figures without goal."""

import re

import pytest

from lib.views.board import read_board
from lib.views.choice import Choice
from lib.views.lacks import Lack, lack_of
from lib.views.overview import goal_row
from lib.web.pages import overview
from tests.helpers.rows import goal, goal_indicator, indicator, observation, target, year
from tests.helpers.seeded import read

LINK = {"goals": [goal()], "indicators": [indicator()], "goal_indicators": [goal_indicator()]}


@pytest.mark.parametrize(
    ("rows", "lack"),
    [
        pytest.param({"goals": [goal()]}, Lack.INDICATOR, id="no indicator"),
        pytest.param(LINK, Lack.FIGURE, id="no figure"),
        pytest.param(LINK | {"targets": [target(value=5.0)]}, Lack.FIGURE, id="a target and no figure"),
        pytest.param(LINK | {"observations": [observation()]}, Lack.TARGET, id="a figure and no target"),
        pytest.param(
            LINK | {"observations": [observation(value=None, status="missing", change="lower")]},
            Lack.TARGET,
            id="a change and no target",
        ),
        pytest.param(
            LINK | {"observations": [observation()], "targets": [target(rule="decrease")]},
            Lack.COMPARISON,
            id="nothing before to compare with",
        ),
        pytest.param(LINK | {"observations": [observation()], "targets": [target(value=5.0)]}, None, id="judged"),
        pytest.param(
            LINK
            | {
                "observations": [observation(value=None, status="missing", change="lower")],
                "targets": [target(rule="decrease")],
            },
            None,
            id="judged by its direction",
        ),
    ],
)
def test_what_a_goal_lacks_first_of_all(rows, lack):
    data = read(**rows)
    assert lack_of(data, goal_row(data, data.goals["g"], None, "T"), Choice()) == lack


def note(html: str) -> str:
    """The sentence about what cannot be judged, without its tags."""
    return re.sub("<[^>]*>", "", re.search('<p class="mb-note">(Kan inte.*?)</p>', html)[1])


def test_karlskronas_reasons_and_the_goals_behind_one_of_them(seeded):
    data, choice = read_board(seeded, "karlskrona"), Choice(board="karlskrona")
    every = overview.page(data, choice)
    assert note(every) == ("Kan inte avgöras: 65 utan indikator, 50 utan siffra, 12 utan målvärde, 5 utan jämförelse.")
    assert 'href="/?board=karlskrona&amp;why=comparison"' in every
    some = overview.page(data, choice, "comparison")
    assert note(some).endswith("5 utan jämförelse. Visa alla mål")
    assert (every.count('class="mb-depth-'), some.count('class="mb-depth-')) == (len(data.goals), 5)


def test_karlskronas_figures_without_goal_are_all_there(seeded):
    html = overview.page(read_board(seeded, "karlskrona"), Choice(board="karlskrona"))
    place = html[html.index("<h2>Uppgifter utan mål</h2>") :]
    assert (place.count('<tr role="row">') - 1, '<span class="mb-quiet">44 siffror</span>' in place) == (44, True)
    assert 'href="/trender?board=karlskrona&amp;indicator=ram-total"' in place


def test_nothing_is_said_where_all_is_judged():
    data = read(**LINK, observations=[observation(), observation(**year(2015))], targets=[target(value=5.0)])
    html = overview.page(data, Choice(board="b"))
    assert ("Kan inte avgöras" in html, "Uppgifter utan mål" in html) == (False, False)
