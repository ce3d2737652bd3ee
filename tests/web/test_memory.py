"""A write to a board disturbs that board alone: the reads that follow are counted."""

from concurrent.futures import ThreadPoolExecutor
from gc import collect
from pathlib import Path
from threading import Barrier
from weakref import ref

import pytest

from lib.store.batches import BatchInfo
from lib.store.store import Store, create_store
from lib.tables.model import Question
from lib.views.choice import ALL
from lib.web import absence_memory, memory
from tests.helpers.rows import board, goal, goal_indicator, indicator, meeting, observation, question, tables, year
from tests.helpers.statements import listening, tables_in

CODES = ("b", "c", "d")
EDIT = BatchInfo("edit", "test")
# What is asked whatever was written: which store it is, what is newest, and which boards there are.
EVERY_RUN = {"batches", "board_batches", "boards", "store_settings"}
_OF_THE_STORE = ("max(batches.id)", "store_settings")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    opened = create_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    rows = {
        "boards": [board(board=code) for code in CODES],
        "goals": [goal(board=code, title=f"Mål {code}") for code in CODES],
        "indicators": [indicator(board=code) for code in CODES],
        "goal_indicators": [goal_indicator(board=code) for code in CODES],
        "observations": [observation(board=code, **year(of)) for code in CODES for of in (2020, 2021)],
        "meetings": [meeting(board=code) for code in CODES],
        "questions": [question(board=code, question="först") for code in CODES],
    }
    opened.sync(tables(**rows), BatchInfo("seed", "test"))
    monkeypatch.setattr(memory, "store", lambda: opened)
    yield opened
    opened.close()


def write(store: Store, code: str, value: float) -> None:
    store.carry_out(store.plan(code, tables(observations=[observation(board=code, value=value, **year(2022))])), EDIT)


def visit(code: str) -> tuple:
    """What the pages keep of a board."""
    state = memory.now(code)
    memory.boards()
    report = memory.change_report(code, state, None, ALL)
    absence_memory.units(code, state.version)
    return memory.board(code), memory.board(code, 1), memory.meetings(code), memory.questions(code), report


def test_a_write_to_a_board_leaves_what_is_kept_of_the_others(store: Store):
    kept = {code: visit(code) for code in CODES}
    write(store, "b", 7.0)
    with listening(store.engine) as statements:
        others = {code: visit(code) for code in ("c", "d")}
    assert all(new is old for code, things in others.items() for new, old in zip(things, kept[code], strict=True))
    assert tables_in(statements) == EVERY_RUN
    with listening(store.engine) as statements:
        own = visit("b")
    assert [new is old for new, old in zip(own, kept["b"], strict=True)] == [False, False, False, False, False]
    assert len(own[0].observations) == 3
    assert {"observations", "goals", "questions"} <= tables_in(statements)


def test_the_more_writes_to_others_the_same_reads(store: Store):
    counts = []
    for turn in range(4):
        visit("c")
        for value in range(3 * turn):
            write(store, "b", float(10 * turn + value))
        with listening(store.engine) as statements:
            visit("c")
        counts.append(sum(not any(name in statement for name in _OF_THE_STORE) for statement, _values in statements))
    # The boards there are, and the newest batches about this one; none where nothing was written.
    assert counts == [0, 2, 2, 2]


def test_a_question_at_a_board_leaves_its_figures(store: Store):
    before = visit("b")
    asked = question(board="b")
    store.revise(Question, "b", lambda rows: ([asked], []), EDIT)
    with listening(store.engine) as statements:
        after = visit("b")
    assert [new is old for new, old in zip(after, before, strict=True)] == [True, True, True, False, True]
    assert [row.question for row in after[3]] == ["först", asked["question"]]
    assert tables_in(statements) == EVERY_RUN | {"questions"}


def test_the_first_search_after_a_write_reads_that_board_only(store: Store):
    assert [hit.board for hit in memory.search_index().hits if hit.kind == "goal"] == ["b", "c", "d"]
    store.carry_out(store.plan("c", tables(goals=[goal(board="c", title="Trygghet")])), EDIT)
    with listening(store.engine) as statements:
        titles = [hit.title for hit in memory.search_index().hits if hit.kind == "goal"]
    assert titles == ["Mål b", "Trygghet", "Mål d"]
    boards = {value for statement, values in statements if "FROM goals" in statement for value in values}
    assert boards & set(CODES) == {"c"}


def test_a_board_as_it_stood_is_the_same_at_others_versions(store: Store):
    write(store, "b", 7.0)
    write(store, "c", 8.0)
    write(store, "b", 9.0)
    assert memory.board("c", 3) is memory.board("c", 4) is memory.board("c")
    assert memory.board("c", 2) is memory.board("c", 1)
    assert [memory.board("b", version).batch.id for version in (1, 2, 3, 4)] == [1, 2, 2, 4]
    with pytest.raises(KeyError):
        memory.board("b", 0)
    assert (memory.state("b", "3").version, memory.state("b", "5"), memory.state("b", "9" * 5000)) == (3, None, None)


def test_ten_who_ask_for_a_cold_board_cost_one_reading(store: Store):
    together = Barrier(10)

    def ask(_number: int) -> memory.BoardData:
        together.wait()
        return memory.board("d")

    with listening(store.engine) as statements, ThreadPoolExecutor(10) as threads:
        boards = list(threads.map(ask, range(10)))
    assert len({id(data) for data in boards}) == 1
    assert sum("FROM goals" in statement for statement, _values in statements) == 1


def test_what_is_drawn_keeps_no_board_and_is_drawn_once():
    drawn = []

    @memory.page_cache
    def page(data: memory.BoardData, choice: str) -> str:
        drawn.append((data.code, choice))
        return choice

    alone = create_store("sqlite://")
    alone.sync(tables(boards=[board()]), BatchInfo("seed", "test"))
    data = memory.read_board(alone, "b")
    assert [page(data, "T"), page(data, "T"), page(data, "K")] == ["T", "T", "K"]
    assert drawn == [("b", "T"), ("b", "K")]
    gone = ref(data)
    del data
    collect()
    assert gone() is None
    assert page(memory.read_board(alone, "b"), "T") == "T"
    assert len(drawn) == 3
    alone.close()
