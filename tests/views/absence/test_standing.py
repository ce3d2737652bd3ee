"""Whether a unit is outside the usual, in a word, a sentence and the marks of its card: all of the same signals."""

import pytest

from data import example
from lib.charts.usual import UsualLine
from lib.rules.absence.hours import Hole, Hours
from lib.rules.movement import movement
from lib.rules.periods import Period
from lib.rules.series import OUTCOME, Judged, Point, Series
from lib.rules.status import Judgement, Level, Measure
from lib.store.absence_published import AbsenceReader
from lib.store.store import Store
from lib.views.absence.cards import AT_ONCE, HiddenUnit, UnitCard, UnitCards, unit_cards
from lib.views.absence.standing import Standing, standing, standing_text
from lib.views.absence.unit import UnitRow, about
from lib.views.absence.view import absence_view
from lib.views.board import read_board

HOURS = Hours(500.0, 10_000.0, 40)
STILL = [5.0, 5.4, 4.7, 5.2, 4.9, 5.3, 5.1, 4.8, 5.5, 4.6, 5.2, 5.0]


@pytest.fixture(scope="module")
def data(seeded: Store):
    return read_board(seeded, example.CODE)


@pytest.fixture(scope="module")
def reader(seeded: Store):
    return AbsenceReader(seeded, example.CODE)


def row(data, figures: list[float]) -> UnitRow:
    """A unit with a figure a month, the last for September 2026."""
    last = Period.of_month(2026, 9).number
    points = tuple(
        Point(Period.of_number(last - len(figures) + 1 + place), OUTCOME, Measure(figure))
        for place, figure in enumerate(figures)
    )
    moved = movement(Series(about(data), "u", "Enhet", "T", points))
    judged = Judged(None, None, Judgement(Level.UNKNOWN, None))
    return UnitRow("u", "Enhet", False, HOURS, HOURS, HOURS, HOURS, judged, moved, HOURS)


@pytest.mark.parametrize(
    ("figures", "kind", "text"),
    [
        pytest.param(STILL, Standing.FEW, "för få månader för att skilja en förändring från slump", id="a year"),
        pytest.param(STILL * 3, Standing.USUAL, "som den brukar", id="nothing happens"),
        pytest.param([*STILL * 3, 9.0], Standing.WORSE, "över det vanliga i september 2026", id="one month above"),
        pytest.param([*STILL * 3, 1.0], Standing.BETTER, "under det vanliga i september 2026", id="one month below"),
        pytest.param(
            [*STILL * 2, *([8.6, 8.9, 8.5, 8.8] * 2), 8.7],
            Standing.WORSE,
            "över det vanliga sedan 9 månader",
            id="nine months",
        ),
        pytest.param(
            [*STILL * 2, *([1.6, 1.9, 1.5, 1.8] * 2)],
            Standing.BETTER,
            "under det vanliga sedan 8 månader",
            id="eight months",
        ),
        pytest.param([*STILL * 3, 9.0, 5.1], Standing.USUAL, "åter som den brukar", id="over again"),
    ],
)
def test_the_standing_of_a_unit(data, figures, kind, text):
    unit = row(data, figures)
    assert (standing(unit), standing_text(unit)) == (kind, text)


def test_the_units_outside_are_those_whose_newest_months_have_signals(data, reader):
    view = absence_view(data, reader)
    cards = unit_cards(view)
    moved = {unit.unit: unit.movement.monthly for unit, _months in view.heat if unit.is_shown}
    assert {card.unit for card in cards.outside} == {unit for unit, trend in moved.items() if trend.now}
    for card in cards.cards:
        assert set(card.months.marks) == set(moved[card.unit].marked)
        assert card.months.last in card.months.marks or not card.standing.is_outside


def test_the_worst_come_first_and_those_outside_before_the_others(data, reader):
    cards = unit_cards(absence_view(data, reader))
    order = [card.standing for card in cards.cards]
    assert order == sorted(order, key=list(Standing).index)
    assert (cards.cards[0].unit, cards.cards[0].standing) == ("utredning-soder", Standing.WORSE)
    assert cards.heading == "3 enheter ligger utanför det vanliga"
    assert cards.ways == "1 åt det sämre hållet, 2 åt det bättre hållet"
    assert [len(cards.at_once), len(cards.others), len(cards.hidden)] == [AT_ONCE, 10, 13]


def test_a_card_has_no_more_than_the_heat_map_has(data, reader):
    for unit in ("", "barn-familj", "vuxen", "ekonomiskt-bistand", "gemensamt"):
        view = absence_view(data, reader, unit)
        cards = unit_cards(view)
        assert {hidden.unit for hidden in cards.hidden} == {
            below.unit for below, _months in view.heat if isinstance(below.rolling, Hole)
        }
        assert not {hidden.unit for hidden in cards.hidden} & {card.unit for card in cards.cards}
        months = {below.unit: series for below, series in view.heat}
        for card in cards.cards:
            figures = {p.period.number: p.measure.value for p in months[card.unit].points if p.measure}
            assert card.months.figures == figures


def card(unit: str, kind: Standing) -> UnitCard:
    return UnitCard(unit, unit, "5,0 %", None, kind, "", UsualLine(0, 1, {}))


def test_how_many_are_outside_in_words():
    worse, usual = card("a", Standing.WORSE), card("b", Standing.USUAL)
    assert UnitCards((usual,), ()).heading == "Ingen enhet ligger utanför det vanliga"
    assert UnitCards((worse, usual), ()).heading == "1 enhet ligger utanför det vanliga"
    assert UnitCards((worse, worse, usual), ()).heading == "2 enheter ligger utanför det vanliga"
    assert UnitCards((usual,), ()).ways == ""


def test_all_outside_the_usual_are_shown_at_once():
    cards = UnitCards((*[card("a", Standing.WORSE)] * 11, *[card("b", Standing.USUAL)] * 4), ())
    assert (len(cards.at_once), len(cards.others)) == (11, 4)


@pytest.mark.parametrize(
    ("hidden", "text"),
    [
        ((), ""),
        ((HiddenUnit("a", "A", "", True),), "1 enhet visas inte: färre än elva personer, eller skydd av en sådan"),
        (
            (HiddenUnit("a", "A", "", True),) * 13,
            "13 enheter visas inte: färre än elva personer, eller skydd av en sådan",
        ),
        ((HiddenUnit("a", "A", "", True), HiddenUnit("b", "B", "", False)), "2 enheter visas inte"),
    ],
)
def test_those_that_are_not_shown_are_one_line(hidden, text):
    assert UnitCards((), hidden).hidden_text == text
