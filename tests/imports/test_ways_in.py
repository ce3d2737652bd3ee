"""Whatever the way in (a file, by hand, undo of any batch): what is previewed is in the history, and can be undone."""

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.imports.edits import changes, shown
from lib.imports.preview.preview import preview
from lib.imports.upload import read_in, visible_rows
from lib.store.batches import BatchInfo
from lib.store.plans import Plan
from lib.store.store import Store, create_store
from lib.tables.folder import hash_of, write_folder
from lib.tables.model import Target
from tests.helpers.rows import board, goal, goal_indicator, indicator, observation, tables, target

INFO = {way: BatchInfo(way, "test") for way in ("import", "edit", "undo")}
BOARDS = count()
HEADINGS = "indicator;gender;period_start;period_end;kind;value"

values = st.one_of(st.none(), st.sampled_from([5.5, 6.0, 7.25]))
of_genders = st.fixed_dictionaries({}, optional=dict.fromkeys("TKM", values))
steps = st.lists(st.tuples(st.sampled_from(sorted(INFO)), of_genders, st.booleans()), min_size=1, max_size=4)


def from_file(store: Store, code: str, given_values: dict) -> Plan:
    """The figures as a CSV file; what is None is not in it, and nothing where the indicator was undone."""
    lines = [
        f"i;{gender};2016-01-01;2016-12-31;outcome;{str(value).replace('.', ',')}"
        for gender, value in given_values.items()
        if value is not None
    ]
    return read_in(store, code, "siffror.csv", "\n".join([HEADINGS, *lines]).encode()).plan


def by_hand(store: Store, code: str, given_values: dict) -> Plan:
    """The targets as an editor has them: put where there is a value, removed where it is None."""
    there = visible_rows(store, code)["targets"]
    rows = {place: shown(Target, row) for place, row in enumerate(there)}
    for new, (gender, value) in enumerate(given_values.items(), start=len(there)):
        place = next((place for place, row in enumerate(there) if row["gender"] == gender), new)
        if value is None:
            rows.pop(place, None)
        else:
            written = shown(Target, target(board=code, gender=gender, value=value))
            rows[place] = {name: cell for name, cell in written.items() if name != "board"}
    put, gone, problems = changes(Target, code, there, rows)
    assert problems == []
    return store.plan(code, {"targets": put}, {"targets": gone})


def export_of(store: Store, code: str) -> str:
    """A hash of every file of the export of the board."""
    rows = {name: [row for row in there if row["board"] == code] for name, there in store.records().items()}
    with TemporaryDirectory() as folder:
        write_folder(rows, Path(folder))
        return hash_of(Path(folder))


def check(url: str, examples: int) -> None:
    store = create_store(url)

    @given(history=steps)
    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    def whatever_the_way(history):
        code = f"b{next(BOARDS)}"
        own = {"boards": [board(board=code)], "goals": [goal(board=code)], "indicators": [indicator(board=code)]}
        linked, figures = [goal_indicator(board=code)], [observation(board=code)]
        first = tables(**own, goal_indicators=linked, observations=figures)
        store.carry_out(store.plan(code, first), INFO["import"])
        for way, given_values, leave_out in history:
            write_one(store, code, way, given_values, leave_out)

    whatever_the_way()
    store.close()


def test_previews_equal_the_history_and_the_newest_batch_can_be_taken_back(store_url):
    check(store_url, 2)


@pytest.mark.soak
def test_many_previews_equal_the_history(store_url):
    check(store_url, 150)


def write_one(store: Store, code: str, way: str, given_values: dict, leave_out: bool) -> None:
    """One batch: what its preview says is what its history says, and taking it back gives the export from before."""
    before, entries = export_of(store, code), store.history(code)
    if way == "undo":
        plan = store.plan_undo(entries[len(given_values) % len(entries)].batch.id, code)
    else:
        plan = (from_file if way == "import" else by_hand)(store, code, given_values)
        plan = plan.without({0} if leave_out else ())
    told = preview(store, plan)
    if told.faults or not plan:
        return
    written = store.carry_out(plan, INFO[way])
    newest = store.history(code)[0]
    assert (newest.batch.id, newest.counts.batch, newest.left_out) == (written.batch, written.batch, plan.left_out)
    counts = told.plan.counts()
    counts.batch = written.batch
    assert newest.counts == written == counts
    kept = {(step.table, step.place): (step.old, step.new) for step in store.steps_of(written.batch, code)}
    assert kept == {(step.table, step.place): (step.old, step.new) for step in told.plan.steps}
    after = export_of(store, code)
    back = store.plan_undo(written.batch, code)
    assert back.kept == ()
    taken = store.carry_out(back, INFO["undo"])
    assert export_of(store, code) == before
    store.carry_out(store.plan_undo(taken.batch or 0, code), INFO["undo"])
    assert export_of(store, code) == after
