"""The cards of the start page: only with a reason, at most four."""

from datetime import date

from lib.views.cards import TrendCard
from lib.views.concerns import MOST, ListCard
from tests.helpers.rows import assessment, goal, goal_indicator, indicator, observation, target, year
from tests.helpers.seeded import read
from tests.views.started import start

GOALS = 6
ROWS = {
    "goals": [goal(goal=f"g{n}", number=str(n), title=f"Mål {n}") for n in range(GOALS)],
    "indicators": [indicator(indicator=f"i{n}", name=f"Andel {n}") for n in range(GOALS)],
    "goal_indicators": [goal_indicator(goal=f"g{n}", indicator=f"i{n}") for n in range(GOALS)],
    "targets": [target(indicator=f"i{n}", value=5.0) for n in range(GOALS)],
}
LATE = date(2017, 6, 1)


def worsening(indicators: range, last: int = 2016) -> list[dict]:
    """Figures that rise every year, above the target."""
    return [
        observation(indicator=f"i{n}", value=float(8 + age), **year(last - 7 + age))
        for n in indicators
        for age in range(8)
    ]


def steady(indicators: range, value: float = 4.0) -> list[dict]:
    return [observation(indicator=f"i{n}", value=value) for n in indicators]


def kinds(page) -> list[tuple[type, str]]:
    return [(type(card), card.kicker) for card in page.cards]


WORSE = (TrendCard, "når inte målet och försämras")
CHANGED = (TrendCard, "ändrat sedan förra mötet")
DIFFERS = (ListCard, "bedömning och siffror skiljer sig")
OVERDUE = (ListCard, "har inte kommit in")


def test_nothing_to_ask_about_gives_no_card():
    assert start(read(**ROWS, observations=steady(range(GOALS)))).cards == ()


def test_what_misses_its_target_and_is_worsening_has_a_card_each_but_at_most_four():
    page = start(read(**ROWS, observations=worsening(range(GOALS))))
    assert kinds(page) == [WORSE] * MOST
    card = page.cards[0]
    assert (card.tone, card.figure, card.about) == ("missed", "15,0\u00a0%", "Andel 0, 2016")
    assert (card.number, card.title, card.address) == ("0", "Mål 0", "/mal?board=b&goal=g0")
    assert card.sentence.startswith("15,0\u00a0% mot högst 5\u00a0%: 10,0\u00a0procentenheter över målet.")
    assert len(card.chart.marks) == 8


def test_a_goal_has_one_card_however_many_of_its_figures_are_worsening():
    links = [goal_indicator(goal="g0", indicator=f"i{n}") for n in range(GOALS)]
    page = start(read(**ROWS | {"goal_indicators": links}, observations=worsening(range(GOALS))))
    assert kinds(page) == [WORSE]


def test_a_figure_of_no_goal_is_named_itself_and_leads_to_its_trend():
    page = start(read(**ROWS | {"goal_indicators": []}, observations=worsening(range(1))))
    [card] = page.cards
    assert (card.number, card.title, card.address) == ("", "Andel 0", "/trender?board=b&indicator=i0")


def test_each_reason_has_a_card_and_the_rest_is_for_what_is_worsening():
    earlier = worsening(range(2, GOALS)) + steady(range(2))
    verdicts = [assessment(goal="g5"), assessment(goal="g4", verdict="partly")]
    before = read(**ROWS, observations=earlier, assessments=verdicts)
    now = worsening(range(2, GOALS)) + steady(range(1)) + steady(range(1, 2), 9.0)
    page = start(read(**ROWS, observations=now, assessments=verdicts), before=before)
    assert kinds(page) == [WORSE, WORSE, CHANGED, DIFFERS]
    changed, differing = page.cards[2:]
    assert (changed.title, changed.tone) == ("Mål 1", "missed")
    assert changed.sentence == "Enligt siffrorna: från uppfyllt till inte uppfyllt."
    assert (differing.title, [row.number for row in differing.rows]) == (
        "2 mål är bedömda på annat sätt än siffrorna visar",
        ["4", "5"],
    )
    assert [(row.verdict.name, row.computed.name) for row in differing.rows] == [
        ("nearly", "missed"),
        ("met", "missed"),
    ]


def test_several_goals_that_changed_are_listed_the_worse_first():
    before = read(**ROWS, observations=steady(range(3)) + steady(range(3, 5), 9.0))
    after = read(**ROWS, observations=steady(range(2)) + steady(range(2, 4), 9.0) + steady(range(4, 5)))
    [card] = start(after, before=before).cards
    assert (card.title, [row.title for row in card.rows]) == ("2 mål har ändrad status", ["Mål 2", "Mål 4"])
    assert card.rows[1].text == "Enligt siffrorna: från inte uppfyllt till uppfyllt."


def test_nothing_has_changed_where_there_was_no_meeting():
    before = read(**ROWS, observations=steady(range(GOALS)))
    after = read(**ROWS, observations=steady(range(GOALS), 9.0))
    assert [start(after).cards, len(start(after, before=before).cards)] == [(), 1]


def test_overdue_figures_are_listed_with_the_period_they_are_awaited_for():
    yearly = [observation(value=4.0, indicator="i0", **year(of)) for of in (2013, 2014, 2015)]
    [card] = start(read(**ROWS, observations=yearly), day=LATE).cards
    assert (OVERDUE, card.title) == ((type(card), card.kicker), "1 försenad siffra")
    [row] = card.rows
    assert (row.title, row.text, row.address) == ("Andel 0", "väntas för 2016", "/trender?board=b&indicator=i0")
