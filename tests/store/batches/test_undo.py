"""Undo on real SQLite and PostgreSQL: what was written can be taken back, except what later batches need."""

from lib.store.plans import Kept, UndoObstacle, Written
from tests.helpers.rows import assessment, goal, indicator, observation, source, tables
from tests.store.batches.writing import EDIT, UNDO, figures, undo, written

# Undo


def test_undo_of_the_newest_batch_gives_back_the_exact_export(store):
    before = store.records()
    rows = [observation(gender="M"), observation(value=6.0)]
    written(store, EDIT, tables(observations=[observation(gender="K")]), observations=rows)
    assert undo(store, 2) == Written(new=1, changed=1, withdrawn=1, batch=3)
    assert store.records() == before


def test_an_undo_can_be_undone(store):
    written(store, observations=[observation(value=6.0), observation(gender="M")])
    after = store.records()
    undo(store, 2)
    assert undo(store, 3) == Written(new=1, changed=1, batch=4)
    assert store.records() == after
    assert [(entry.undoes, entry.undone) for entry in store.history("b")] == [
        (3, None),
        (2, 4),
        (None, 3),
        (None, None),
    ]


def test_undo_of_an_older_batch_keeps_what_later_ones_changed_and_names_it(store):
    written(store, observations=[observation(value=6.0), observation(gender="K", value=6.0), observation(gender="M")])
    written(store, observations=[observation(value=7.0), observation(gender="M", value=7.0)])
    plan = store.plan_undo(2)
    assert [(step.old["value"], step.new["value"]) for step in plan.steps] == [(6.0, 5.5)]
    assert plan.kept == (
        Kept("observations", observation(value=7.0), UndoObstacle.CHANGED_LATER, 3),
        Kept("observations", observation(gender="M", value=7.0), UndoObstacle.CHANGED_LATER, 3),
    )
    store.carry_out(plan, UNDO)
    assert figures(store) == [("T", 2016, 7.0), ("K", 2016, 5.5), ("M", 2016, 7.0)]


def test_what_a_later_batch_did_and_took_back_stands_as_it_was_left(store):
    before = store.records()
    written(store, observations=[observation(value=6.0)])
    written(store, observations=[observation(value=7.0)])
    undo(store, 3)
    plan = store.plan_undo(2)
    assert (len(plan.steps), plan.kept) == (1, ())
    store.carry_out(plan, UNDO)
    assert store.records() == before


def test_a_row_that_came_again_after_a_withdrawal_is_kept(store):
    written(store, EDIT, tables(observations=[observation()]))
    written(store, observations=[observation(value=8.0)])
    plan = store.plan_undo(2)
    assert (plan.steps, plan.kept) == (
        (),
        (Kept("observations", observation(value=8.0), UndoObstacle.CHANGED_LATER, 3),),
    )


def test_rows_that_others_need_are_kept_when_their_batch_is_undone(store):
    written(store, sources=[source()], indicators=[indicator(indicator="j", source="s")], goals=[goal(goal="h")])
    written(store, observations=[observation(indicator="j")])
    plan = store.plan_undo(2)
    assert [step.key for step in plan.steps] == [("b", "h")]
    assert sorted(plan.kept, key=lambda row: row.table) == [
        Kept("indicators", indicator(indicator="j", source="s"), UndoObstacle.NEEDED),
        Kept("sources", source(), UndoObstacle.NEEDED),
    ]


def test_a_row_is_not_restored_without_what_it_refers_to(store):
    written(store, goals=[goal(goal="h")], assessments=[assessment(goal="h")])
    written(store, EDIT, tables(assessments=[assessment(goal="h")]))
    written(store, EDIT, tables(goals=[goal(goal="h")]))
    plan = store.plan_undo(3)
    lacking = Kept("assessments", assessment(goal="h"), UndoObstacle.LACKING)
    assert (plan.steps, plan.kept) == ((), (lacking,))


def test_undo_for_one_board_leaves_the_others_and_the_board_itself(store):
    assert undo(store, 1, "b") == Written(withdrawn=4, batch=2)
    left = store.records()
    assert ([record["board"] for record in left["boards"]], left["goals"], left["observations"]) == (["b", "c"], [], [])


def test_undo_of_everything_leaves_nothing(store):
    undo(store, 1)
    assert store.records() == tables()
