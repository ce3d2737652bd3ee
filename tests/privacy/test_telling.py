"""The glance before the thorough search never lets through what the search would have found."""

from datetime import date
from random import Random

import pytest

from lib.privacy.branches import Branches
from lib.privacy.telling import may_tell
from lib.store import redaction
from tests.privacy.test_attacker_figures import MadeUp


def made_up(seed: int, statistic: str) -> MadeUp:
    """A board of larger groups, some figures of which are not there: few are small, and many leave somebody out."""
    draw, board = Random(seed), MadeUp(seed, statistic)
    times = draw.choice((1, 4, 60))
    board.people = {atom: people * times for atom, people in board.people.items()}
    board.stored = [about for about in board.stored if draw.random() < 0.85 and board.count(*about)]
    return board


def test_the_glance_spares_the_search_where_it_finds_nothing_only(monkeypatch: pytest.MonkeyPatch):
    boards = [made_up(seed, statistic) for seed in range(20) for statistic in ("count", "share")]
    searches, thorough = 0, redaction.protecting

    def search(*of):
        nonlocal searches
        searches += 1
        return thorough(*of)

    monkeypatch.setattr(redaction, "protecting", search)
    glanced, spared = [board.shown() for board in boards], len(boards) - searches
    monkeypatch.setattr(redaction, "may_tell", lambda *_of, **_named: True)
    assert [board.shown() for board in boards] == glanced
    assert 0 < spared < len(boards)


YEAR = (date(2024, 1, 1), date(2024, 12, 31))
TREE = Branches({"": ["a", "b", "c"]})


@pytest.mark.parametrize(
    ("people", "tells"),
    [
        ({"": 100, "a": 40, "b": 30, "c": 30}, False),  # nobody is left out
        ({"": 100, "a": 40, "b": 49}, False),  # eleven are left, of c
        ({"": 100, "a": 40, "b": 50}, True),  # ten
        ({"": 100, "a": 40, "b": 60}, True),  # nobody: so c has none
        ({"": 100, "a": 40, "b": 70}, False),  # not what the whole is made up of
        ({"": 100, "a": 89}, False),  # eleven, of b and c together
        ({"": 100, "a": 90}, True),
        ({"": 5}, False),  # few in itself: not what is asked here
        ({"": 0, "a": None}, True),
    ],
)
def test_who_are_left_tell_of_few_from_ten_people_down(people, tells):
    groups = [((*YEAR, "T"), unit, number) for unit, number in people.items()]
    assert may_tell(groups, 11, lambda _day: TREE, over_time=None) is tells


@pytest.mark.parametrize(
    ("women", "men", "tells"), [(60, 40, False), (60, None, True), (None, 40, True), (None, None, False)]
)
def test_of_women_and_men_both_or_neither_must_be_there(women, men, tells):
    people = {"T": 100, "K": women, "M": men}
    groups = [((*YEAR, gender), "", number) for gender, number in people.items() if number is not None]
    assert may_tell(groups, 11, lambda _day: TREE, over_time=None) is tells


@pytest.mark.parametrize(("over_time", "tells"), [(None, True), (True, True), (False, False)])
def test_periods_that_overlap_are_looked_at_unless_they_do_not_add_up(over_time, tells):
    groups = [((*YEAR, "T"), "", 500), ((date(2024, 1, 1), date(2024, 8, 31), "T"), "", 300)]
    assert may_tell(groups, 11, lambda _day: TREE, over_time=over_time) is tells
