"""Plans, undo and history on real SQLite and PostgreSQL: what is previewed is written, and can be taken back."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.store.batches import BatchInfo, Changed
from lib.store.plans import Kept, RowChange, UndoObstacle, Written
from lib.store.store import Store, create_store
from lib.tables.model import AgendaItem
from tests.helpers.rows import (
    agenda_item,
    assessment,
    board,
    goal,
    indicator,
    meeting,
    observation,
    source,
    tables,
    year,
)
from tests.helpers.seeded import empty_scratch

SEED, IMPORT, EDIT, UNDO = (BatchInfo(kind, "test") for kind in ("seed", "import", "edit", "undo"))
BASE = {"boards": [board(), board(board="c")], "indicators": [indicator()], "goals": [goal()]}


@pytest.fixture
def store(store_url):
    opened = create_store(store_url)
    opened.sync(tables(**BASE, observations=[observation(), observation(gender="K")]), SEED)
    yield opened
    opened.close()


def written(store: Store, info: BatchInfo = IMPORT, withdraw: dict | None = None, **rows: list[dict]) -> Written:
    return store.carry_out(store.plan("b", tables(**rows), withdraw), info)


def undo(store: Store, batch: int, of: str = "") -> Written:
    return store.carry_out(store.plan_undo(batch, of), UNDO)


def figures(store: Store) -> list[tuple]:
    return [(row["gender"], row["period_end"].year, row["value"]) for row in store.records()["observations"]]


def test_a_plan_tells_row_by_row_what_becomes_of_the_store(store):
    new, changed, same = observation(gender="M"), observation(value=6.0), observation(gender="K")
    plan = store.plan("b", tables(observations=[new, changed, same]))
    assert (plan.version, plan.unchanged, plan.board) == (1, 1, "b")
    [first, second] = plan.steps
    assert first == RowChange("observations", None, new, None, 3)
    assert (second.old, second.new, second.place, second.differing()) == (observation(), changed, 1, ["value"])
    assert store.version() == 1
    assert store.carry_out(plan, IMPORT) == Written(new=1, changed=1, unchanged=1, batch=2)
    assert store.records()["observations"] == [changed, same, new]


def test_an_import_leaves_rows_that_it_does_not_carry_and_columns_that_it_lacks(store):
    key = ("board", "indicator", "unit", "gender", "period_start", "period_end", "kind")
    part = {name: observation()[name] for name in (*key, "value")} | {"value": 7.0}
    assert written(store, observations=[part]) == Written(changed=1, batch=2)
    assert store.records()["observations"] == [observation(value=7.0), observation(gender="K")]


def test_rows_of_another_board_are_not_in_the_plan(store):
    plan = store.plan("b", tables(observations=[observation(board="c")]))
    assert plan.steps == ()


def test_an_edit_can_withdraw(store):
    assert written(store, EDIT, tables(observations=[observation()])) == Written(withdrawn=1, batch=2)
    assert figures(store) == [("K", 2016, 5.5)]


def test_a_plan_of_nothing_writes_no_batch(store):
    assert written(store, observations=[observation()]) == Written(unchanged=1)
    assert store.version() == 1


def test_what_is_left_out_is_not_written_and_counted(store):
    plan = store.plan("b", tables(observations=[observation(gender="M"), observation(value=6.0)])).without({0})
    assert store.carry_out(plan, IMPORT) == Written(changed=1, batch=2)
    assert figures(store) == [("T", 2016, 6.0), ("K", 2016, 5.5)]
    assert store.history("b")[0].left_out == 1


def test_a_plan_of_an_earlier_version_is_not_carried_out(store):
    plan = store.plan("b", tables(observations=[observation(value=6.0)]))
    written(store, observations=[observation(value=7.0)])
    before = store.records()
    with pytest.raises(Changed):
        store.carry_out(plan, IMPORT)
    assert store.records() == before


def test_the_file_and_what_its_columns_mean_are_kept_with_the_batch(store):
    info = BatchInfo("import", "test", "a.csv", "h", content=b"a;b\r\n", mappings=(("b", "s", "{}"),))
    written(store, info, observations=[observation(value=6.0)])
    written(store, info, observations=[observation(value=7.0)])  # the same file again is kept once
    assert store.content_of(2) == store.content_of(3) == ("a.csv", b"a;b\r\n")
    assert store.content_of(1) is None
    assert (store.mappings("b"), store.mappings("c")) == ({"s": "{}"}, {})
    assert [entry.original for entry in store.history("b")] == [True, True, False]


def test_the_newest_word_on_what_columns_mean_holds(store):
    for number, value in enumerate((6.0, 7.0)):
        info = BatchInfo("import", "test", mappings=(("b", "s", str(number)),))
        written(store, info, observations=[observation(value=value)])
    assert store.mappings("b") == {"s": "1"}


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
    assert sorted(plan.kept, key=lambda kept: kept.table) == [
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
    assert ([one["board"] for one in left["boards"]], left["goals"], left["observations"]) == (["b", "c"], [], [])


def test_undo_of_everything_leaves_nothing(store):
    undo(store, 1)
    assert store.records() == tables()


# Seeds after users


def seeded_again(store: Store, *rows: dict) -> list[tuple]:
    store.sync(tables(**BASE, observations=list(rows)), SEED)
    return figures(store)


def test_what_a_user_withdrew_does_not_come_back_with_the_seed(store):
    written(store, EDIT, tables(observations=[observation()]))
    assert seeded_again(store, observation(value=9.0), observation(gender="K")) == [("K", 2016, 5.5)]


def test_what_a_user_corrected_is_left_alone_where_only_the_difference_is_looked_at_too(store):
    before = tables(**BASE, observations=[observation(), observation(gender="K")])
    written(store, EDIT, observations=[observation(value=7.0)])
    after = tables(**BASE, observations=[observation(value=9.0), observation(gender="M")])
    assert store.sync(after, SEED, since=before) == Written(new=1, withdrawn=1, unchanged=5, batch=3)
    assert figures(store) == [("T", 2016, 7.0), ("M", 2016, 5.5)]


def test_what_a_user_took_back_from_a_seed_does_not_come_back(store):
    changed = observation(value=6.0), observation(gender="K"), observation(gender="M")
    seeded_again(store, *changed)
    undo(store, 2)
    assert seeded_again(store, *changed, observation(**year(2017))) == [
        ("T", 2016, 5.5),
        ("K", 2016, 5.5),
        ("T", 2017, 5.5),
    ]


def test_after_an_import_is_taken_back_the_seed_rules_its_rows_again(store):
    written(store, observations=[observation(value=6.0), observation(gender="M", value=6.0)])
    undo(store, 2)
    rows = observation(value=9.0), observation(gender="K"), observation(gender="M", value=9.0)
    assert seeded_again(store, *rows) == [("T", 2016, 9.0), ("K", 2016, 5.5), ("M", 2016, 9.0)]


def test_a_redone_import_is_kept_from_the_seed(store):
    written(store, observations=[observation(value=6.0)])
    undo(store, 2)
    undo(store, 3)
    assert seeded_again(store, observation(value=9.0), observation(gender="K")) == [("T", 2016, 6.0), ("K", 2016, 5.5)]


def test_an_undone_withdrawal_of_the_seeds_row_lets_the_seed_rule_it(store):
    written(store, EDIT, tables(observations=[observation()]))
    undo(store, 2)
    assert seeded_again(store, observation(value=9.0), observation(gender="K")) == [("T", 2016, 9.0), ("K", 2016, 5.5)]
    assert seeded_again(store, observation(gender="K")) == [("K", 2016, 5.5)]


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


def test_a_figures_own_history(store):
    written(store, observations=[observation(value=6.0)])
    undo(store, 2)
    found = store.versions_of_figures("b", [("i", "", "T")])
    assert [(one.batch, one.superseded, one.record["value"]) for one in found] == [
        (1, 2, 5.5),
        (2, 3, 6.0),
        (3, None, 5.5),
    ]


values = st.one_of(st.none(), st.sampled_from([5.5, 6.0, 7.0]))
edits = st.fixed_dictionaries({}, optional=dict.fromkeys("TKM", values))
steps = st.lists(st.tuples(edits, st.booleans()), min_size=1, max_size=6)


@given(history=steps)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


def test_what_is_said_in_meetings_is_not_in_the_history(store):
    store.edit(AgendaItem, [agenda_item()], [], EDIT)
    assert written(store, meetings=[meeting()]).batch == 3
    assert [entry.batch.id for entry in store.history("b")] == [3, 1]
