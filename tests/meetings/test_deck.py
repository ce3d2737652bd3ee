"""What the views of a meeting say: every kind of slide, and those whose goal or figures are not there."""

from dataclasses import replace
from datetime import date
from math import inf

import pytest

from lib.charts.bullet import Bullet
from lib.meetings.agenda import View
from lib.meetings.deck import deck, slide
from lib.meetings.slide import Slide
from lib.rules.targets import Bounds
from lib.store.store import create_store
from lib.tables.model import Meeting
from lib.views.as_of import NOW, BoardState
from lib.views.attention import missed_and_worsening
from lib.views.changes import changes
from lib.views.changes_text import ChangeReport
from lib.views.key_figure import KeyFigure
from lib.views.statuses import Look
from lib.views.text_table import TextCell
from lib.words.language import use_language
from tests.helpers.rows import goal, goal_indicator, indicator, meeting, observation, year
from tests.helpers.seeded import read
from tests.helpers.states import fill, states

MET, MISSED = Look("uppfyllt", "met", "✔"), Look("inte uppfyllt", "missed", "✖")
NOT_ACHIEVED = Look("inte uppfyllt", "missed", "✖")
TOO_FEW = "För kort tid för en trend: det behövs minst fem år (det finns 4)."
SHOWN = BoardState(NOW, 2, date(2023, 3, 1))


@pytest.fixture(autouse=True)
def _swedish():
    use_language("sv")


@pytest.fixture(scope="module")
def boards():
    store = create_store("sqlite://")
    fill(store)
    found = states(store)
    store.close()
    return found


@pytest.fixture
def show(boards):
    """The slide of an address, of the second state compared with the first."""
    first, second, _third = boards

    def shown(address: str, heading: str = "") -> Slide:
        def compare(choice, since):
            newest, since = date(2023, 2, 1), BoardState("m1", 1, date(2022, 3, 1), "Bokslut")
            found = changes(first, second, choice)
            return ChangeReport(second, newest, since, found, missed_and_worsening(second, choice), ())

        return slide(second, View("p1", address, heading), SHOWN, compare)

    return shown


def test_a_goal(show):
    found = show("/mal?goal=g")
    assert (found.kind, found.heading, found.above, found.address) == (
        "goal",
        "Närvaro",
        "Område",
        "/mal?board=b&goal=g",
    )
    assert found.looks == (
        ("Bedömning", NOT_ACHIEVED),
        ("Enligt siffrorna", replace(MISSED, word="inte uppfyllt, 1 av 1 indikator")),
    )
    figure = KeyFigure(
        "Sjukfrånvaro",
        "5,5\u00a0%",
        "2022",
        "högst 5\u00a0%",
        "+0,6\u00a0procentenheter sedan 2021",
        "5,5\u00a0% mot högst 5\u00a0%: 0,5\u00a0procentenheter över målet.",
        MISSED,
        found.charts[0],
        in_full="2022",
        moves=TOO_FEW,
        bullet=Bullet(Bounds(5.5, 5.5), Bounds(-inf, 5.0), "missed", "%", 4.9),
        limit="högst 5\u00a0%",
    )
    assert found.figures == (figure,)
    assert found.is_charted
    assert found.sentence == "Sjukfrånvaro: 5,5\u00a0% mot högst 5\u00a0%, 0,5\u00a0procentenheter över målet."
    assert [len(chart.marks) for chart in found.charts] == [4]
    assert found.table
    assert found.table.rows == (
        (
            TextCell("Sjukfrånvaro"),
            TextCell("5,5\u00a0% (2022)"),
            TextCell("högst 5\u00a0%"),
            TextCell("inte uppfyllt", MISSED),
            TextCell("+0,6\u00a0procentenheter sedan 2021"),
        ),
    )
    assert found.verdicts
    assert [row[1] for row in found.verdicts.rows] == [TextCell("inte uppfyllt", NOT_ACHIEVED)]
    assert found.aloud.startswith("Målet: Närvaro.")


def test_the_overview(show):
    found = show("/")
    assert (found.kind, found.heading) == ("overview", "Måluppfyllelse")
    assert found.shares == (("inte uppfyllt", 1, "missed"), ("ingen bedömning", 1, "none"))
    assert found.table
    assert [[cell.text for cell in row] for row in found.table.rows] == [
        ["Närvaro", "inte uppfyllt", "inte uppfyllt, 1 av 1 indikator", "5,5\u00a0% (2022)", "högst 5\u00a0%"],
        ["Trygghet", "–", "inte uppfyllt, 1 av 1 indikator", "75,0\u00a0% (2021)", "minst 80\u00a0%"],
    ]
    assert found.table.rows[0][0].address == "/mal?board=b&goal=g"


def test_what_changed(show):
    found = show("/sedan")
    assert (found.kind, found.above) == ("changed", "Jämfört med mötet den 1 mars 2022 (Bokslut).")
    assert found.table
    assert [[cell.text for cell in row] for row in found.table.rows] == [
        ["Närvaro", "uppfyllt, 1 av 1 indikator", "inte uppfyllt, 1 av 1 indikator"],
        ["Sjukfrånvaro", "uppfyllt", "inte uppfyllt"],
    ]
    assert found.table.rows[1][1:] == (TextCell("uppfyllt", MET), TextCell("inte uppfyllt", MISSED))


def test_missed_and_worsening(show):
    found = show("/sedan?part=worsening")
    assert (found.kind, found.heading) == ("worsening", "Inte uppfyllt och sämre")
    assert found.table
    assert [row[0].text for row in found.table.rows] == ["Sjukfrånvaro"]
    assert len(found.charts) == 1


def test_trends(show):
    found = show("/trender?indicator=i&from=2020&to=2021")
    assert (found.kind, found.heading) == ("trend", "Sjukfrånvaro")
    assert found.table
    assert [row[0].text for row in found.table.rows] == ["2021", "2020"]
    assert [[mark.y for mark in chart.marks] for chart in found.charts] == [[4.5, 4.9]]
    assert show("/trender?indicator=j&unit=u").table.rows[-1][1].text == "Enhet"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/mal?goal=gone", "Det finns inget mål ”gone”."),
        ("/trender?indicator=i&from=1900&to=1901", "Det finns inga siffror för det här urvalet."),
        ("/kallor", "Den här vyn visas i Målbild."),
    ],
)
def test_a_view_with_nothing_to_show_says_so(show, address, sentence):
    assert show(address).sentence == sentence


def test_a_goals_view_without_a_goal_is_that_of_the_first(show):
    assert show("/mal").heading == show("/mal?goal=g").heading


def test_each_unit_of_measure_has_a_chart_and_each_figure_its_own():
    data = read(
        indicators=[indicator(), indicator(indicator="j", unit_of_measure="dagar")],
        observations=[observation(indicator=code, **year(of)) for code in "ij" for of in (2020, 2021)],
    )
    found = slide(data, View("p1", "/trender?indicator=i%2Cj"), SHOWN, None)
    assert [chart.unit for chart in found.charts] == ["%", "dagar"]
    assert [found.charts.index(one.chart) for one in found.figures] == [0, 1]


def test_a_goal_that_is_no_more_is_judged_by_its_time_and_says_what_is_newer():
    data = read(
        goals=[goal(valid_to=date(2020, 12, 31))],
        indicators=[indicator(name="Sjukfrånvaro")],
        goal_indicators=[goal_indicator()],
        observations=[observation(value=value, **year(of)) for of, value in ((2020, 4.0), (2022, 6.0))],
    )
    found = slide(data, View("p1", "/mal?goal=g"), SHOWN, None)
    assert found.figures[0].period == "2020"
    assert found.sentence == (
        "Sjukfrånvaro (2020): 4,0 %. Målvärde saknas. Målet gällde till och med 31 december 2020; den senaste "
        "siffran är 6,0 % (2022)."
    )


@pytest.mark.parametrize("query", ["area=no", "year=1999", "year=x", "gender=X", "since=no", "from=x&indicator=no"])
def test_choices_that_are_not_there_are_not_used(show, query):
    for page in ("/", "/sedan", "/trender"):
        assert show(f"{page}?{query}").sentence == show(page).sentence


def test_filters_are_said(show):
    assert show("/?area=a&year=2022&gender=KM").above == "Område · 2022 · kvinnor och män"


def test_the_presenters_heading_goes_first(show):
    assert show("/mal?goal=g", "Hur mår vi?").heading == "Hur mår vi?"


def test_a_goal_without_indicators_and_one_without_figures():
    bare = read(goals=[goal(title="Tomt")])
    assert slide(bare, View("p1", "/mal?goal=g"), SHOWN, None).sentence == (
        "Källan ger ingen bedömning av målet. Ingen indikator är kopplad till målet, så inget kan beräknas."
    )
    silent = read(goals=[goal()], indicators=[indicator(name="Tyst")], goal_indicators=[goal_indicator()])
    found = slide(silent, View("p1", "/mal?goal=g"), SHOWN, None)
    assert found.sentence == "Det finns inga siffror för målets indikatorer."
    assert found.table
    assert [cell.text for cell in found.table.rows[0]] == ["Tyst", "inga siffror", "–", "–", "–"]


def test_a_deck_says_what_it_shows(boards):
    row = Meeting(**meeting(title="Årsmöte"))
    found = deck(boards[1], row, SHOWN, ())
    assert found.stamp == ("Nämnden · siffror till och med 31 december 2022 · som det ser ut 1 mars 2023 · version 2")
    frozen = BoardState("m1", 2, date(2023, 3, 1), "Årsmöte")
    assert deck(boards[1], row, frozen, ()).asof == "mötet den 1 mars 2023"
    assert not found.example
