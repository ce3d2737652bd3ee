"""Rows that follow from those there are, written by several processes at once on a real database."""

import subprocess
import sys

import pytest

from lib.meetings import agenda
from lib.meetings.agenda import View
from lib.store.batches import BatchInfo
from lib.store.store import Revision, Store, StoreError, create_store, open_store
from lib.tables.model import AgendaItem, Question
from tests.helpers.rows import agenda_item, board, meeting, question, tables
from tests.helpers.server import ROOT

POINTS = 25
ROWS = tables(
    boards=[board()],
    meetings=[meeting()],
    agenda_items=[agenda_item(item="p1", order=1, address="/")],
    questions=[question(question="f1")],
)


def add_points(url: str, who: str) -> None:
    """Add points one after another, each with the code that follows those taken, as the page of a meeting does."""
    store = open_store(url)
    for number in range(POINTS):
        store.revise(AgendaItem, "b", lambda rows, n=number: with_point(rows, f"/mal?goal={who}-{n}"), info())
    store.close()


def with_point(rows: list[AgendaItem], address: str) -> Revision:
    points = agenda.views(rows, "m1")
    added = agenda.numbered([View("", address)], (point.item for point in points))
    return agenda.records("b", "m1", [*points, *added]), []


def info() -> BatchInfo:
    return BatchInfo("edit", "test")


@pytest.fixture
def store(store_url):
    store = create_store(store_url)
    store.sync(ROWS, BatchInfo("seed", "test"))
    yield store
    store.close()


def test_codes_do_not_collide_between_processes(store: Store, store_url: str):
    # Programs of their own: multiprocessing would run again what another test has made the main module.
    program = "import sys; from tests.store.test_revise import add_points; add_points(*sys.argv[1:])"
    processes = [
        subprocess.Popen([sys.executable, "-c", program, store_url, who], cwd=ROOT) for who in ("one", "other")
    ]
    assert [process.wait() for process in processes] == [0, 0]
    points = agenda.views(store.rows(AgendaItem, "b"), "m1")
    assert [point.item for point in points] == [f"p{number}" for number in range(1, 2 * POINTS + 2)]
    wanted = {f"/mal?goal={who}-{n}" for who in ("one", "other") for n in range(POINTS)}
    assert {point.address for point in points} == {"/", *wanted}
    assert store.version() == 1 + 2 * POINTS


def test_a_revision_puts_and_withdraws_of_the_rows_there_are(store: Store):
    seen = []

    def change(rows: list[Question]) -> Revision:
        seen.extend(row.question for row in rows)
        return [question(question="f2", text="Och sedan?")], [question(question="f1")]

    written = store.revise(Question, "b", change, info())
    assert seen == ["f1"]
    assert (written.new, written.changed, written.withdrawn, written.batch) == (1, 0, 1, 2)
    assert [(row.question, row.text) for row in store.rows(Question, "b")] == [("f2", "Och sedan?")]


def test_nothing_is_written_where_the_change_is_refused(store: Store):
    def refuse(rows: list[Question]) -> Revision:
        raise StoreError("full")

    with pytest.raises(StoreError, match="full"):
        store.revise(Question, "b", refuse, info())
    assert store.version() == 1
    assert store.revise(Question, "b", lambda rows: ([], []), info()).batch is None
