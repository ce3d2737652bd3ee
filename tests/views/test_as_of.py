"""The states of a board: which there are, what each saw, and that no older one tells what is secret now."""

from datetime import date

import pytest

from lib.store.batches import BatchInfo
from lib.store.store import create_store
from lib.tables.model import Meeting
from lib.views import as_of
from lib.views.as_of import BoardState
from lib.views.board import read_board
from tests.helpers.frames import shown
from tests.helpers.rows import board, indicator, meeting, observation, tables, year
from tests.helpers.states import DAYS, FIRST, MEETINGS, SECOND, THIRD, fill, states

TODAY = date(2024, 6, 1)
M1 = BoardState("m1", 1, date(2022, 3, 1), "Bokslut")
M2 = BoardState("m2", 2, date(2023, 3, 1), "Årsmöte")


@pytest.fixture
def store():
    opened = create_store("sqlite://")
    fill(opened)
    yield opened
    opened.close()


def test_what_each_meeting_saw(store):
    assert as_of.at_meetings(store, store.rows(Meeting, "b"), TODAY) == (M2, M1)


@pytest.mark.parametrize(
    ("values", "today", "versions"),
    [
        ({"frozen": date(2022, 1, 1)}, TODAY, [0]),
        ({"frozen": None}, TODAY, [2]),
        ({"frozen": None}, date(2023, 4, 1), []),
        ({"frozen": date(2024, 2, 1)}, date(2023, 4, 1), [3]),
    ],
    ids=["before the first batch", "held, not frozen", "to come, not frozen", "to come, frozen"],
)
def test_the_day_whose_data_a_meeting_saw(store, values, today, versions):
    rows = [Meeting(**meeting(date=date(2023, 5, 1)) | values)]
    assert [one.version for one in as_of.at_meetings(store, rows, today)] == versions


def test_the_state_that_an_address_asks_for(store):
    now, batches = BoardState("", 3, TODAY), store.batches()
    asked = {code: as_of.asked_for(code, now, (M2, M1), batches) for code in ("", "m1", "2", "02", "4", "möte")}
    assert asked == {"": now, "m1": M1, "2": BoardState("2", 2, DAYS[1]), "02": None, "4": None, "möte": None}
    named = BoardState("2", 1, date(2022, 3, 1), "Bokslut")
    assert as_of.asked_for("2", now, (named,), batches) == named


def test_the_meetings_that_a_state_can_be_compared_with():
    meetings = (M2, M1)
    assert as_of.before(BoardState("", 3, TODAY), meetings) == meetings
    assert as_of.before(M2, meetings) == (M1,)
    assert as_of.before(M1, meetings) == ()
    assert as_of.before(BoardState("2", 2, DAYS[1]), meetings) == (M1,)


def test_as_of_a_batch_is_the_board_of_a_store_built_up_to_it(store):
    for place, seen in enumerate(states(store)):
        alone = create_store("sqlite://")
        for rows in (FIRST, SECOND, THIRD | {"meetings": MEETINGS})[: place + 1]:
            alone.sync(tables(**rows), BatchInfo("seed", "test"))
        built = read_board(alone, "b")
        assert (seen.series, seen.indicators, seen.goal_indicators) == (
            built.series,
            built.indicators,
            built.goal_indicators,
        )
        assert seen.observations == built.observations
        alone.close()


def test_the_versions_that_are_about_a_board(store):
    assert (store.versions_of("b"), store.versions_of("c"), store.versions_of("d")) == ([1, 2, 3], [1], [])


def test_what_is_secret_now_is_so_in_older_views():
    store = create_store("sqlite://")
    rows = {"boards": [board()], "indicators": [indicator()]}
    visible = [observation(**year(y), note="Not") for y in (2014, 2015, 2016)]
    kept = [
        observation(**year(2014), count=5, note="Not"),
        observation(**year(2015), status="confidential", note="Not"),
        visible[2],
    ]
    store.sync(tables(**rows, observations=visible), BatchInfo("seed", "test"))
    assert list(shown(store, "b", 1)["status"]) == ["normal"] * 3
    store.sync(tables(**rows, observations=kept), BatchInfo("seed", "test"))
    older = shown(store, "b", 1)
    assert list(older["status"]) == ["hidden", "confidential", "normal"]
    assert list(older["value"].isna()) == [True, True, False]
    assert list(older["note"]) == ["", "", "Not"]
    assert store.records(1)["observations"] == visible
    store.close()
