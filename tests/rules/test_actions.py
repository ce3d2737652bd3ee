"""Actions: when one is late, in what order one asks about them, and what has become of them since."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.rules.actions import ENDED, Action, ActionState, action_changes, answers_for, in_order, late
from lib.rules.events import Event

DAY = date(2026, 11, 3)
NEAR = st.none() | st.integers(-400, 400).map(lambda days: DAY + timedelta(days=days))
SOME = st.builds(
    Action,
    code=st.sampled_from("abcdef"),
    goal=st.just("g"),
    text=st.sampled_from(["x", "y"]),
    due=NEAR,
    state=st.sampled_from(ActionState),
)
MANY = st.lists(SOME, max_size=6, unique_by=lambda action: action.code)


@pytest.mark.parametrize(
    ("state", "due", "is_late"),
    [
        (ActionState.PLANNED, date(2026, 11, 2), True),
        (ActionState.ONGOING, date(2026, 11, 2), True),
        (ActionState.ONGOING, DAY, False),  # its last day is not over
        (ActionState.ONGOING, None, False),
        (ActionState.DONE, date(2026, 11, 2), False),
        (ActionState.STOPPED, date(2026, 11, 2), False),
    ],
)
def test_an_action_is_late_the_day_after_its_last_day_while_it_is_open(state, due, is_late):
    assert Action("a", "g", "x", due=due, state=state).is_late(DAY) is is_late


@given(MANY)
def test_late_ones_come_first_and_ended_ones_last(actions):
    ordered = in_order(actions, DAY)
    assert sorted(ordered, key=lambda a: a.code) == sorted(actions, key=lambda a: a.code)
    ranks = [2 if a.state in ENDED else 0 if a.is_late(DAY) else 1 for a in ordered]
    assert ranks == sorted(ranks)
    assert late(actions, DAY) == ordered[: ranks.count(0)]
    dues = [a.due or date.max for a in ordered if a.state not in ENDED]
    assert dues == sorted(dues)  # the longest late first, and those without a day after the others


@given(MANY, MANY)
def test_what_has_become_of_actions(before, after):
    changes = action_changes(before, after)
    old, new = ({action.code: action for action in actions} for actions in (before, after))
    assert {c.action.code for c in changes} == {code for code in {**old, **new} if old.get(code) != new.get(code)}
    for change in changes:
        code = change.action.code
        assert (change.before, change.after) == (old.get(code), new.get(code))
        was = change.before.state if change.before else None
        assert change.is_done is (code in new and new[code].state is ActionState.DONE and was is not ActionState.DONE)
        assert not (change.is_done and change.is_stopped)
        assert not (change.is_postponed and (change.before is None or change.after.state in ENDED))
    assert action_changes(after, after) == ()


@pytest.mark.parametrize(
    ("was", "now", "postponed"),
    [
        (DAY, DAY + timedelta(days=1), True),
        (DAY, DAY - timedelta(days=1), False),
        (DAY, None, True),
        (None, DAY, False),
    ],
)
def test_an_action_whose_last_day_is_later_is_put_off(was, now, postponed):
    (change,) = action_changes([Action("a", "g", "x", due=was)], [Action("a", "g", "x", due=now)])
    assert change.is_postponed is postponed


@pytest.mark.parametrize(
    ("unit", "responsible", "answers"),
    [("u", "", True), ("v", "", False), ("", "barn och FAMILJ ", True), ("", "", False), ("", "Vuxen", False)],
)
def test_one_answers_for_a_goal_of_the_own_unit_or_that_names_it(unit, responsible, answers):
    assert answers_for(unit, responsible, {"u": "Barn och familj"}) is answers


def test_what_a_unit_does_shows_for_the_whole_board_too_and_not_for_other_units():
    event = Event(DAY, "x", indicator="i", unit="u", is_action=True)
    shows = [event.concerns("a", "i", units) for units in ([""], ["u"], ["under-u", "u"], ["v"])]
    assert shows == [True, True, True, False]
    assert not Event(DAY, "x", indicator="i", unit="u").concerns("a", "i", [""])
