"""A name is erased for good wherever it stands, also before now and in new backups, and the history says so."""

from contextlib import closing

import pytest

from lib.store.backup import back_up
from lib.store.batches import BatchInfo
from lib.store.erasure import MARK, erase_text, overwrite, places
from lib.tables.model import Goal, Question
from tests.helpers.rows import board, goal, meeting, question, tables

NAME = "Förnamn Efternamnsson"


@pytest.fixture
def told(store):
    """A store where a name stands in a goal as it was, in a question, and in who wrote."""
    rows = tables(boards=[board(), board(board="c")], goals=[goal(title=f"Mål av {NAME}")], meetings=[meeting()])
    store.sync(rows, BatchInfo("import", NAME, f"{NAME}.csv", note=f"Från {NAME}"))
    store.edit(Goal, [goal(title="Mål")], [], BatchInfo("edit", "Annan"))
    store.edit(
        Question, [question(text=f"{NAME}: varför?", answer="förnamn efternamnsson")], [], BatchInfo("edit", NAME)
    )
    return store


def test_a_name_is_gone_from_now_from_before_and_from_the_history(told, tmp_path):
    with told.writing() as connection:
        assert places(connection, NAME) == {"goals": 1, "questions": 1, "batches": 4}
        assert erase_text(connection, NAME, "Arkivarien") == {"goals": 1, "questions": 1, "batches": 4}
    assert overwrite(told.engine, {"goals", "questions", "batches"})
    assert [row.title for row in told.rows(Goal, "b", 1)] == [f"Mål av {MARK}"]
    assert [(row.text, row.answer) for row in told.rows(Question)] == [(f"{MARK}: varför?", "förnamn efternamnsson")]
    assert [(b.who, b.file, b.note) for b in told.batches()] == [
        (MARK, f"{MARK}.csv", f"Från {MARK}"),
        ("Annan", "", ""),
        (MARK, "", ""),
        ("Arkivarien", "", "En text raderades för gott på 6 ställen."),
    ]
    assert [entry.batch.id for entry in told.history("b")] == [4, 3, 2, 1]
    assert told.newest_about("b", 4).of_board == 4
    backup = back_up(told.engine, tmp_path / "x.backup")
    assert NAME.encode() not in backup.file.read_bytes()
    if told.engine.dialect.name == "sqlite":
        for file in tmp_path.glob("store.sqlite*"):
            assert NAME.encode() not in file.read_bytes()


def test_codes_are_left_alone_and_what_is_not_there_leaves_no_mark(told):
    with told.writing() as connection:
        assert erase_text(connection, "Ingen Sådan", "x") == {}
    assert told.version() == 3
    with closing(told.engine.connect()) as connection:
        assert places(connection, goal()["goal"] * 40) == {}
