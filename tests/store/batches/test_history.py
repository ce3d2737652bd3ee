"""The history of a board and of a figure: what was previewed is what it tells."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.store.batches import BatchInfo
from lib.store.plans import Written
from lib.tables.model import AgendaItem
from tests.helpers.chance import examples
from tests.helpers.rows import agenda_item, board, indicator, meeting, observation, tables
from tests.helpers.seeded import empty_scratch
from tests.store.batches.writing import EDIT, SEED, UNDO, undo, written

# History


def test_the_history_of_a_board_has_its_batches_and_what_each_did_row_by_row(store):
    rows = [observation(value=6.0), observation(gender="K"), observation(gender="M")]
    written(store, BatchInfo("import", "Controller", "a.csv", "h", "Bokslut"), observations=rows)
    newest, first = store.history("b")
    assert (newest.counts, newest.batch.who, newest.batch.note) == (Written(1, 1, 0, 1, 2), "Controller", "Bokslut")
    assert first.counts == Written(new=5, batch=1)
    assert [entry.batch.id for entry in store.history("c")] == [1]
    steps = [(step.old and step.old["value"], step.new and step.new["value"]) for step in store.steps_of(2, "b")]
    assert steps == [(5.5, 6.0), (None, 5.5)]
    assert store.steps_of(2, "c") == []
    assert len(store.steps_of(1, "b", limit=1)) == 4


def test_a_part_of_the_history_is_what_the_whole_says_of_it(store):
    for value in (6.0, 7.0, 8.0):
        written(store, observations=[observation(value=value)])
    undo(store, 4)
    whole = store.history("b")
    for part in ([5], [4, 3], [2, 1], []):
        shown = [entry for entry in whole if entry.batch.id in part]
        told = store.history("b", part)
        assert [(entry.batch.id, entry.counts, entry.undoes, entry.undone) for entry in told] == [
            (entry.batch.id, entry.counts, entry.undoes, entry.undone) for entry in shown
        ]
    assert store.history("b", [4])[0].undone == 5


def test_a_figures_own_history(store):
    written(store, observations=[observation(value=6.0)])
    undo(store, 2)
    versions = store.versions_of_figures("b", [("i", "", "T")])
    assert [(version.batch, version.superseded, version.record["value"]) for version in versions] == [
        (1, 2, 5.5),
        (2, 3, 6.0),
        (3, None, 5.5),
    ]


values = st.one_of(st.none(), st.sampled_from([5.5, 6.0, 7.0]))
edits = st.fixed_dictionaries({}, optional=dict.fromkeys("TKM", values))
steps = st.lists(st.tuples(edits, st.booleans()), min_size=1, max_size=6)


@pytest.mark.chance
@given(history=steps)
@settings(max_examples=examples(10, 200), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_previews_equal_the_history_and_every_newest_batch_can_be_taken_back(history):
    """Over random writings (None = withdrawn) and undos of random earlier batches."""
    opened = empty_scratch()
    opened.sync(tables(boards=[board()], indicators=[indicator()], observations=[observation()]), SEED)
    for values_now, undoing in history:
        before = opened.records()
        rows = [observation(gender=gender, value=value) for gender, value in values_now.items() if value is not None]
        gone = [observation(gender=gender) for gender, value in values_now.items() if value is None]
        old = len(rows) % opened.version() + 1
        plan = (
            opened.plan_undo(old, "b")
            if undoing
            else opened.plan("b", tables(observations=rows), tables(observations=gone))
        )
        preview = plan.counts()
        done = opened.carry_out(plan, UNDO if undoing else EDIT)
        if done.batch is None:
            assert opened.records() == before
            continue
        newest = opened.history("b")[0]
        preview.batch = done.batch
        assert newest.counts == preview == done
        assert [(step.old, step.new) for step in opened.steps_of(done.batch, "b")] == [
            (step.old, step.new) for step in sorted(plan.steps, key=lambda step: (order(step.table), step.place))
        ]
        back = opened.plan_undo(done.batch)
        assert back.kept == ()
        opened.carry_out(back, UNDO)
        assert opened.records() == before


def order(table: str) -> int:
    return list(tables()).index(table)


def test_what_is_changed_in_meetings_is_in_the_history(store):
    store.edit(AgendaItem, [agenda_item()], [], EDIT)
    assert written(store, meetings=[meeting()]).batch == 3
    assert [entry.batch.id for entry in store.history("b")] == [3, 2, 1]
