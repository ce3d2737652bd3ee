"""Plans on real SQLite and PostgreSQL: what is previewed is written, and nothing else."""

import pytest

from lib.store.batches import BatchInfo, Changed
from lib.store.plans import RowChange, Written
from tests.helpers.rows import observation, tables
from tests.store.batches.writing import EDIT, IMPORT, figures, written


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
