"""Actions in words: their state, what followed, and what has become of them since the last meeting."""

from dataclasses import replace
from datetime import date

from lib.rules.actions import action_changes, late
from lib.views.actions import action_lines, changed_table
from lib.views.changes import changes
from lib.views.choice import Choice
from lib.views.goal_story import goal_story
from tests.helpers.rows import action, goal, goal_indicator, indicator, meeting, observation, year
from tests.helpers.seeded import read
from tests.views.started import start

ROWS = {
    "goals": [goal(title="Färre")],
    "indicators": [indicator()],
    "goal_indicators": [goal_indicator()],
    "meetings": [meeting()],
    "observations": [observation(value=v, **year(n)) for n, v in ((2015, 9.0), (2016, 8.0), (2017, 6.5))],
}
DAY = date(2018, 3, 1)
BEGUN = action(begun=date(2016, 12, 1), state="ongoing", indicator="i", effect="lägre", decision="Ja", meeting="m1")


def board(*actions):
    return read(**ROWS, actions=list(actions))


def test_what_followed_is_told_beside_the_figure_from_before_and_nothing_more():
    def followed(**values) -> str:
        data = board(BEGUN | values)
        return action_lines(data, data.actions)[0].since.replace("\u00a0", " ")

    assert followed() == "Före start: 9,0 % (2015). Senast: 6,5 % (2017)."
    assert followed(begun=date(2017, 1, 1)) == "Före start: 8,0 % (2016). Senast: 6,5 % (2017)."
    assert followed(begun=date(2015, 1, 1)) == "Före start: –. Senast: 6,5 % (2017)."
    assert followed(begun=date(2017, 1, 2)) == "Ännu ingen siffra från tiden efter starten."
    assert followed(begun=None) == followed(indicator="") == ""


def test_an_action_in_words():
    data = board(BEGUN | {"paragraph": "§ 4"})
    (line,) = action_lines(data, data.actions)
    assert line.when == "påbörjad 1 december 2016 · klar senast 30 juni 2017"
    assert line.decided == "Ja (1 mars 2017, § 4)"
    assert line.expected == "Indikator: lägre"
    assert (line.state(date(2017, 6, 30)).word, line.state(date(2017, 7, 2)).word) == ("pågår", "2 dagar försenad")


def test_its_beginning_stands_in_the_trend_of_what_it_should_change():
    data = board(BEGUN)
    (series,) = data.of_indicator("i")
    assert [(event.day, event.text, event.is_action) for event in series.events] == [
        (date(2016, 12, 1), "Anställ två", True)
    ]
    assert [line.action.code for line in goal_story(data, "g", Choice()).actions] == ["anstall"]
    assert [mark.text for mark in goal_story(data, "g", Choice()).indicators[0].chart.events] == [
        "1 december 2016: åtgärd påbörjad: Anställ två"
    ]


def test_since_the_last_meeting_late_ones_are_told_before_done_stopped_put_off_and_new():
    before = board(
        action(action="gjord"), action(action="sen"), action(action="stoppad"), action(action="uppskjuten"), action()
    )
    after = board(
        action(action="ny", due=None),
        action(action="uppskjuten", due=date(2018, 12, 31)),
        action(action="sen", state="ongoing"),
        action(action="gjord", state="done", ended=date(2018, 1, 1)),
        action(action="stoppad", state="stopped", ended=date(2018, 1, 1)),
    )
    found = changes(before, after).actions
    assert found == action_changes(before.actions, after.actions)
    table = changed_table(after, found, late(after.actions, DAY), DAY, Choice(board="b"))
    told = [(row[2].text, row[-1].text) for row in table.rows]
    assert told == [
        ("244 dagar försenad", "planerad → pågår"),
        ("klar", "klar"),
        ("avbruten", "avbruten"),
        ("planerad", "uppskjuten, skulle vara klar 30 juni 2017"),
        ("planerad", "ny"),
        ("244 dagar försenad", "borttagen"),
    ]
    assert table.rows[0][1].address == "/mal?board=b&goal=g"


def test_late_actions_are_the_first_card_of_the_start_page():
    data = board(action(), action(action="andra", text="Utred", due=date(2017, 2, 1)))
    card = start(data, day=DAY).cards[0]
    assert (card.kicker, card.title) == ("åtgärd inte klar i tid", "2 försenade åtgärder")
    assert [(row.title, row.text) for row in card.rows] == [
        ("Utred", "393 dagar försenad, Enhetschef"),
        ("Anställ två", "244 dagar försenad, Enhetschef"),
    ]
    assert card.address == "/sedan?board=b#atgarder"
    assert replace(data.actions[0], due=None) not in late(data.actions, DAY)
