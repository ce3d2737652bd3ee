"""Every read of a board touches that board's own rows and no others, on either database: plans, not times."""

import pytest
from sqlalchemy import text

from lib.rules.periods import Period
from lib.store.batches import BatchInfo
from lib.store.board_batches import Newest
from lib.store.store import create_store
from lib.tables.base import BatchScope
from lib.tables.model import AgendaItem, Goal
from lib.views.choice import ALL
from lib.web import absence_memory, memory
from lib.web.batch import batch_rows, gives_file
from tests.helpers.rows import (
    absence,
    agenda_item,
    board,
    goal,
    goal_indicator,
    indicator,
    meeting,
    observation,
    question,
    tables,
    target,
    unit,
    year,
)
from tests.helpers.statements import OF_A_BOARD, listening, tables_in, too_wide

# What the store keeps of a board that is no part of it, read where it is asked for and by nobody else.
NOT_OF_PAGES = {"audit", "given_roles", "presentations"}
BOARDS = [f"b{number:02}" for number in range(12)]
MONTH = Period.of_month(2022, 1)
FILE = b"indicator;gender;period_start;period_end;kind;value\r\ni;T;2024-01-01;2024-12-31;outcome;9,0\r\n"


def of_boards(make, **values) -> list[dict]:
    return [make(board=code, **values) for code in BOARDS]


def hours(people: int) -> dict:
    return {"sick_1_14": 2.0 * people, "sick_15_59": 3.0 * people, "sick_60": 0.0, "ordinary": 150.0 * people}


SEED = tables(
    boards=of_boards(board),
    units=of_boards(unit, unit="a"),
    goals=of_boards(goal),
    indicators=of_boards(indicator),
    goal_indicators=of_boards(goal_indicator),
    targets=of_boards(target, value=5.0),
    observations=[row for n in range(20) for row in of_boards(observation, value=4.0 + n, **year(2000 + n))],
    absence=of_boards(
        absence, unit="a", gender="T", employees=40, period_start=MONTH.start, period_end=MONTH.end, **hours(40)
    ),
    meetings=of_boards(meeting),
    agenda_items=of_boards(agenda_item),
    questions=of_boards(question),
)


@pytest.fixture
def store_url(store_url):
    """PostgreSQL would read small tables whole, whatever there is to go by."""
    return store_url + "?options=-c%20enable_seqscan%3Doff" * store_url.startswith("postgres")


@pytest.fixture
def store(store_url, monkeypatch):
    """Twelve boards of a seed, and two files read in for the second."""
    opened = create_store(store_url)
    opened.sync(SEED, BatchInfo("seed", "test"))
    for hash, value in (("x", 8.0), ("y", 9.0)):
        info = BatchInfo("import", "test", "a.csv", hash, content=FILE, mappings=(("b01", hash, "{}"),))
        changed = observation(board="b01", value=value, **year(2024))
        opened.carry_out(opened.plan("b01", tables(observations=[changed])), info)
    monkeypatch.setattr(memory, "store", lambda: opened)
    yield opened
    opened.close()


def visit(store, code: str) -> None:
    """All that the pages of a board ask of the store."""
    data = memory.board(code)
    assert (data.batch.id, len(data.observations)) == (3, 21)
    before = memory.board(code, 1)
    assert (before.batch.id, len(before.observations)) == (1, 20)
    now = memory.now(code)
    assert memory.state(code, "2").version == 2
    assert [state.version for state in memory.meetings(code)] == [0]
    assert memory.versions(code) == (1, 2, 3)
    assert [batch.id for batch in memory.written(code, now)] == [1, 2, 3]
    memory.change_report(code, now, None, ALL)
    assert len(memory.questions(code)) == len(store.rows(AgendaItem, code)) == 1
    assert absence_memory.units(code, now.version) == ("", "a")
    for version in (now.version, 1):
        assert absence_memory.absence(code, version, "a") is not None
    assert [entry.batch.id for entry in store.history(code)] == [3, 2, 1]
    assert [entry.batch.id for entry in store.history(code, [2])] == [2]
    assert (store.measured(code, now.version), store.measured(code)) == ({("i", "")}, {("i", "")})
    assert store.values(Goal, ("goal", "unit"), code, now.version) == [("g", "")]
    assert len(batch_rows(store, data, 2).steps) == 1
    assert gives_file(code, 2)
    assert len(store.versions_of_figures(code, [("i", "", "T")])) == 22
    assert len(store.standing(code)["observations"]) == 21
    assert store.mappings(code) == {"x": "{}", "y": "{}"}
    assert store.content_of(2) == ("a.csv", FILE)
    assert len(store.plan(code, tables(observations=[observation(board=code, value=1.0, **year(2024))])).steps) == 1
    assert len(store.plan_undo(3, code).steps) == 1


def test_every_read_of_a_board_touches_its_own_rows_only(store):
    with listening(store.engine) as statements:
        visit(store, "b01")
    assert too_wide(store.engine, statements) == []
    assert OF_A_BOARD - NOT_OF_PAGES - tables_in(statements) == set()


def test_a_plan_that_reads_other_boards_rows_is_seen(store):
    with listening(store.engine) as statements:
        store.rows(AgendaItem)
        store.batches()
    assert len(too_wide(store.engine, statements)) == 2
    with store.engine.begin() as connection:
        connection.execute(text("DROP INDEX ix_observations_board"))
    with listening(store.engine) as statements:
        store.observations("b01", 2)
    assert len(too_wide(store.engine, statements)) == 1


def test_the_batches_about_a_board_are_noted_by_the_most_that_they_wrote(store):
    edit = BatchInfo("edit", "test")
    store.edit(AgendaItem, [], [agenda_item(board="b02")], edit)
    store.carry_out(store.plan("b02", tables(meetings=[meeting(board="b02", title="Bokslut")])), edit)
    assert store.newest_about("b02", 5) == Newest(5, 5)
    assert store.newest_about("b02", 4) == Newest(4, 1)
    assert (store.newest_about("b01", 5), store.newest_about("x", 5)) == (Newest(3, 3), Newest(0, 0))
    assert (store.versions_of("b02"), store.versions_of("b02", BatchScope.MEETINGS)) == ([1], [1, 5])
