"""Why goals cannot be judged, those that lack the same, and the figures without goal."""

import pytest

from lib.views.board import read_board
from lib.views.choice import Choice
from lib.views.lacks import Lack, lack_of
from lib.views.listing import Listing
from lib.views.overview import goal_row
from tests.helpers.rows import goal, goal_indicator, indicator, observation, target, year
from tests.helpers.seeded import read
from tests.views.started import start

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


def test_karlskronas_reasons_and_the_goals_behind_one_of_them(seeded):
    every = start(read_board(seeded, "karlskrona"))
    assert every.lacking == "132 av 135 mål går inte att bedöma utifrån siffrorna:"
    assert [reason.text for reason in every.reasons] == [
        "65 utan indikator",
        "50 utan siffra",
        "12 utan målvärde",
        "5 utan jämförelse",
    ]
    assert every.reasons[-1].address == "/?board=karlskrona&why=comparison"
    some = start(read_board(seeded, "karlskrona"), Listing(why=Lack.COMPARISON))
    assert (every.shown, some.shown) == (135, 5)
    assert [(reason.text, reason.address) for reason in some.reasons if reason.chosen] == [
        ("5 utan jämförelse", "/?board=karlskrona")
    ]


def test_karlskronas_figures_without_goal_are_all_there(seeded):
    table = start(read_board(seeded, "karlskrona")).loose
    assert (len(table.rows), table.caption) == (44, "Uppgifter utan mål")
    assert "/trender?board=karlskrona&indicator=ram-total" in [row[1].address for row in table.rows]


def test_nothing_is_said_where_all_is_judged():
    page = start(read(**LINK, observations=[observation(), observation(**year(2015))], targets=[target(value=5.0)]))
    assert (page.reasons, page.loose) == ((), None)
