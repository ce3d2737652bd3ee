"""The store on real SQLite and on a real PostgreSQL: constraints, batches, superseding, as-of."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, text, update
from sqlalchemy.exc import IntegrityError

from lib.store.batches import BatchInfo
from lib.store.plans import Written
from lib.store.store import Store, create_store
from lib.store.withheld import Withheld
from lib.tables.base import Batch, Row
from lib.tables.model import AgendaItem, Assessment, Goal, Indicator, Observation, Question, Target
from tests.helpers.chance import examples
from tests.helpers.frames import shown
from tests.helpers.processes import words_of
from tests.helpers.rows import (
    agenda_item,
    assessment,
    board,
    goal,
    indicator,
    meeting,
    observation,
    question,
    tables,
    target,
    year,
)
from tests.helpers.seeded import empty_scratch

SEED = BatchInfo("seed", "test")
IMPORT = BatchInfo("import", "test")


def test_a_new_store_is_empty(store):
    assert store.version() == 0
    assert store.records() == tables()


def test_what_is_written_is_read_back_whole(store):
    records = tables(boards=[board()], indicators=[indicator()], observations=[observation(), observation(gender="K")])
    assert store.sync(records, SEED) == Written(new=4, batch=1)
    assert store.records() == records
    assert store.version() == 1


def test_writing_the_same_again_writes_nothing(store):
    records = tables(boards=[board()])
    store.sync(records, SEED)
    assert store.sync(records, SEED) == Written(unchanged=1)
    assert [batch.kind for batch in store.batches()] == ["seed"]


def test_a_correction_supersedes_and_keeps_its_place(store):
    first = tables(boards=[board()], observations=[observation(), observation(gender="K"), observation(gender="M")])
    store.sync(first, SEED)
    second = tables(
        boards=[board()], observations=[observation(), observation(gender="K", value=6.0), observation(gender="M")]
    )
    assert store.sync(second, SEED) == Written(changed=1, unchanged=3, batch=2)
    assert store.records() == second
    assert store.records(asof=1) == first
    with store.engine.connect() as connection:
        rows = connection.execute(
            text("SELECT value, batch, superseded FROM observations WHERE gender = 'K' ORDER BY id")
        )
        assert [tuple(row) for row in rows] == [(5.5, 1, 2), (6.0, 2, None)]


def test_rows_gone_from_the_seed_are_withdrawn_but_not_what_others_wrote(store):
    store.sync(tables(boards=[board()], observations=[observation()]), SEED)
    with_import = tables(boards=[board()], observations=[observation(), observation(gender="M")])
    store.sync(with_import, IMPORT)
    assert store.sync(tables(boards=[board()]), SEED) == Written(withdrawn=1, unchanged=1, batch=3)
    assert store.records() == tables(boards=[board()], observations=[observation(gender="M")])
    assert store.records(asof=2) == with_import


def insert_row(store: Store, table: type[Row], record: dict) -> None:
    with store.engine.begin() as connection:
        number = connection.execute(
            insert(Batch)
            .values(kind="seed", who="x", at=text("CURRENT_TIMESTAMP"), file="", hash="", note="")
            .returning(Batch.id)
        ).scalar_one()
        connection.execute(insert(table), [{**record, "batch": number, "place": 1}])


@pytest.mark.parametrize(
    ("table", "record"),
    [
        pytest.param(Observation, observation(gender="X"), id="unknown gender"),
        pytest.param(Observation, observation(kind="guess"), id="unknown kind"),
        pytest.param(Observation, observation(status="lost"), id="unknown status"),
        pytest.param(Observation, observation(qualifier="?"), id="unknown qualifier"),
        pytest.param(Observation, observation(value=None), id="neither figure nor reason"),
        pytest.param(Observation, observation(value=None, lower=2.0), id="half a range"),
        pytest.param(Observation, observation(value=None, lower=2.0, upper=1.0), id="range upside down"),
        pytest.param(Observation, observation(period_end=date(2015, 12, 31)), id="period ends before it starts"),
        pytest.param(Observation, observation(count=-1), id="negative count"),
        pytest.param(Observation, observation(board=""), id="no board"),
        pytest.param(
            Goal, goal(valid_from=date(2017, 1, 1), valid_to=date(2016, 1, 1)), id="goal ends before it starts"
        ),
        pytest.param(Target, target(rule="about"), id="unknown rule"),
        pytest.param(Target, target(near=-1.0), id="negative margin"),
        pytest.param(Target, target(rule="between", value=1.0), id="between without upper"),
        pytest.param(Target, target(rule="between", value=2.0, upper=1.0), id="between upside down"),
        pytest.param(Indicator, indicator(better="bigger"), id="unknown direction"),
        pytest.param(Indicator, indicator(decimals=-1), id="negative decimals"),
        pytest.param(Assessment, assessment(verdict="maybe"), id="unknown verdict"),
    ],
)
def test_the_database_itself_refuses(store, table, record):
    with pytest.raises(IntegrityError):
        insert_row(store, table, record)
    assert store.rows(table) == []


@pytest.mark.parametrize(
    ("table", "record"),
    [
        pytest.param(Observation, observation(), id="observation"),
        pytest.param(Target, target(), id="target that holds from the beginning"),
        pytest.param(Target, target(valid_from=date(2016, 1, 1)), id="target from a day"),
    ],
)
def test_one_current_row_a_key(store, table, record):
    insert_row(store, table, record)
    with pytest.raises(IntegrityError):
        insert_row(store, table, record)
    assert len(store.rows(table)) == 1


def test_a_row_cannot_be_superseded_by_an_earlier_batch(store):
    insert_row(store, Observation, observation())
    with pytest.raises(IntegrityError), store.engine.begin() as connection:
        connection.execute(update(Observation).values(superseded=1))
    assert [row.superseded for row in store.rows(Observation)] == [None]


def test_a_batch_that_does_not_exist_is_refused(store):
    with pytest.raises(IntegrityError), store.engine.begin() as connection:
        connection.execute(insert(Observation), [{**observation(), "batch": 99, "place": 1}])


def test_a_failed_write_leaves_nothing(store):
    with pytest.raises(IntegrityError):
        store.sync(tables(boards=[board()], observations=[observation(gender="X")]), SEED)
    assert (store.version(), store.records()) == (0, tables())


def test_observations_hide_small_groups(store):
    total = observation(gender="T", count=30)
    records = tables(
        boards=[board()],
        indicators=[indicator()],
        observations=[total, observation(gender="K", count=25, value=6.0), observation(gender="M", count=5, value=3.0)],
    )
    store.sync(records, SEED)
    frame = shown(store, "b")
    assert list(zip(frame["gender"], frame["status"], frame["value"].notna(), strict=True)) == [
        ("T", "normal", True),
        ("K", "protects", False),
        ("M", "hidden", False),
    ]
    assert frame["count"].notna().tolist() == [True, False, False]


values = st.one_of(st.none(), st.floats(-1000, 1000, allow_nan=False))
histories = st.lists(st.dictionaries(st.sampled_from("TKM"), values, max_size=3), min_size=1, max_size=6)


@pytest.mark.chance
@given(history=histories)
@settings(max_examples=examples(8, 200), deadline=None)
def test_as_of_any_batch_equals_a_store_built_up_to_it(history):
    """Over random histories of writings, seen as of each batch, rows are what that writing wrote."""
    store = empty_scratch()
    seen = {}
    for step in history:
        rows = [
            observation(gender=gender, value=value, status="normal" if value is not None else "missing")
            for gender, value in sorted(step.items())
        ]
        written = store.sync(tables(boards=[board()], observations=rows), SEED)
        seen[written.batch or store.version()] = rows
    for batch, rows in seen.items():
        observations = store.records(asof=batch)["observations"]
        assert sorted(observations, key=lambda row: row["gender"]) == rows


@pytest.mark.chance
@given(history=histories)
@settings(max_examples=examples(6, 200), deadline=None)
def test_only_what_differs_from_the_writing_before_needs_to_be_looked_at(history):
    before, whole, since = None, empty_scratch("whole"), empty_scratch("since")
    for step in history:
        rows = [
            observation(gender=gender, value=value, status="normal" if value is not None else "missing", **year(when))
            for gender, value in sorted(step.items())
            for when in (2015, 2016)
        ]
        records = tables(boards=[board()], observations=rows)
        assert since.sync(records, SEED, {"b"}, since=before) == whole.sync(records, SEED, {"b"})
        assert since.records() == whole.records()
        before = records


def test_a_batch_of_now_is_never_before_one_already_there(store):
    """Else a later batch would be seen as of an earlier day."""
    late = datetime(2999, 1, 1, tzinfo=UTC)
    store.sync(tables(boards=[board()]), BatchInfo("seed", "test", at=late))
    store.sync(tables(boards=[board(name="Ny")]), SEED)
    assert [batch.at.replace(tzinfo=UTC) for batch in store.batches()] == [late, late]


def test_a_clock_that_was_ahead_once_does_not_stamp_what_comes_after(store, caplog):
    ahead, before = datetime(2999, 1, 1, tzinfo=UTC), datetime.now(UTC)
    store.sync(tables(boards=[board()]), BatchInfo("import", "test", at=ahead))
    store.sync(tables(boards=[board(name="Ny")]), IMPORT)
    first, second = [batch.at.replace(tzinfo=UTC) for batch in store.batches()]
    assert (first, before <= second <= datetime.now(UTC)) == (ahead, True)
    assert store.version_on(second.date()) == 2
    assert "change 1 is stamped later than the server's clock" in caplog.text


def test_a_batch_of_one_board_leaves_the_others_alone(store):
    store.sync(tables(boards=[board(), board(board="c")]), SEED)
    assert store.sync(tables(boards=[board(name="Ny")]), SEED, {"b"}) == Written(changed=1, batch=2)
    assert store.sync(tables(boards=[board(board="c", name="Ny")]), SEED, {"b"}) == Written(withdrawn=1, batch=3)
    assert [row["board"] for row in store.records()["boards"]] == ["c"]


def test_an_edit_replaces_and_withdraws_in_one_batch(store):
    rows = [goal(goal="a"), goal(goal="b", title="Gammal"), goal(goal="c"), goal(board="c", goal="a")]
    store.sync(tables(boards=[board(), board(board="c")], goals=rows), SEED)
    put = [goal(goal="a"), goal(goal="b", title="Ny"), goal(goal="d")]
    edit = BatchInfo("edit", "test")
    written = store.edit(Goal, put, [goal(goal="c"), goal(goal="no such")], edit)
    assert written == Written(new=1, changed=1, withdrawn=1, unchanged=1, batch=2)
    assert [(row.board, row.goal, row.title) for row in store.rows(Goal)] == [
        ("b", "a", ""),
        ("b", "b", "Ny"),
        ("c", "a", ""),
        ("b", "d", ""),
    ]
    assert [row.goal for row in store.rows(Goal, "b", asof=1)] == ["a", "b", "c"]
    assert store.edit(Goal, [goal(goal="d")], [], edit) == Written(unchanged=1)
    assert store.version() == 2


def test_what_is_said_in_meetings_is_not_about_the_board(store):
    store.sync(tables(boards=[board()], meetings=[meeting()]), SEED)
    store.edit(AgendaItem, [agenda_item()], [], BatchInfo("edit", "test"))
    store.edit(Question, [question()], [], BatchInfo("edit", "test"))
    assert (store.version(), store.versions_of("b")) == (3, [1])


def test_a_board_that_never_had_a_figure_withholds_hours_alone(store):
    few = {"indicators": [indicator(minimum_group=10)], "observations": [observation(count=4, **year(2016))]}
    here = tables(boards=[board()], **few)
    there = tables(boards=[board(board="c")], indicators=[indicator(board="c")])
    store.sync({table: here[table] + there[table] for table in here}, SEED)
    before = store.version()
    store.edit(Observation, [], here["observations"], IMPORT)
    key = ("b", "i", "", "T", date(2016, 1, 1), date(2016, 12, 31), "outcome")
    assert store.withheld("c") == store.withheld("c", [before]) == store.withheld("b") == Withheld(hours=True)
    assert store.withheld("b", [before]) == Withheld({key: "hidden"}, hours=True)


def test_a_board_without_figures_is_judged_without_loading_frames(tmp_path):
    url = f"sqlite:///{tmp_path / 'x.sqlite'}"
    create_store(url).close()
    script = f"""
import sys
from lib.store.store import open_store
open_store({url!r}).withheld("b")
print("pandas" in sys.modules)
"""
    assert words_of(script) == ["False"]
