"""Who may do what with a board: every role tries every reading and every writing of the store."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import cache

import pytest

from lib.store import access
from lib.store.access import LOCAL, NOBODY, PUBLIC, Forbidden, Right, RoleOn, User, acting_as
from lib.store.batches import BatchInfo
from lib.store.reads import StoreReads
from lib.store.store import Store
from lib.tables.base import Row
from lib.tables.model import AgendaItem, Board, GoalAction, Meeting, MeetingText, Observation, Question, Target
from tests.helpers.rows import (
    action,
    agenda_item,
    board,
    event,
    goal,
    indicator,
    meeting,
    meeting_text,
    observation,
    question,
    tables,
    target,
    unit,
)
from tests.helpers.seeded import empty_scratch

INFO = BatchInfo("edit", "någon annan")


def signed_in(*roles: RoleOn) -> User:
    return User("anna@example.se", "Anna Ek", roles)


USERS = {
    "nobody": NOBODY,
    "public": PUBLIC,
    "without role": signed_in(),
    "other board": signed_in(RoleOn("administrator", "c")),
    "reader": signed_in(RoleOn("reader", "b")),
    "unit manager": signed_in(RoleOn("manager", "b", "u")),
    "manager": signed_in(RoleOn("manager", "b")),
    "presenter": signed_in(RoleOn("presenter", "b")),
    "controller": signed_in(RoleOn("controller", "b")),
    "administrator": signed_in(RoleOn("administrator", "b")),
    "local": LOCAL,
}
STAFF = ["controller", "administrator", "local"]
WRITERS = ["manager", *STAFF]
PRESENTERS = ["presenter", *STAFF]
SIGNED_IN = ["reader", "unit manager", "manager", *PRESENTERS]
READERS = ["public", *SIGNED_IN]

KEPT = date(2016, 1, 1)


@cache
def made() -> tuple[Store, bytes]:
    """A board with a department of two units, a file, a meeting and a question."""
    opened = empty_scratch("access")
    rows = tables(
        boards=[board(), board(board="c")],
        units=[
            unit(unit="d", name="Avdelning"),
            unit(parent="d"),
            unit(unit="v", parent="d"),
            unit(unit="w", parent="u"),
        ],
        goals=[goal(unit="w"), goal(goal="h", responsible="Avdelning")],
        indicators=[indicator()],
        observations=[observation(), observation(unit="u"), observation(unit="v"), observation(unit="w")],
        targets=[target()],
        meetings=[meeting()],
        agenda_items=[agenda_item()],
        questions=[question()],
    )
    opened.sync(rows, BatchInfo("seed", "test"))
    found = opened.plan("b", tables(observations=[observation(value=7.0)]))
    opened.carry_out(found, BatchInfo("import", "test", "a.csv", "h", content=b"x"))
    with closing(opened.engine.raw_connection()) as connection:
        return opened, connection.driver_connection.serialize()


def fresh() -> Store:
    """The store as it was made."""
    opened, content = made()
    with closing(opened.engine.raw_connection()) as connection:
        connection.driver_connection.deserialize(content)
    return opened


@pytest.fixture
def store() -> Store:
    return fresh()


READS: dict[str, tuple[Callable[[Store], object], list[str]]] = {
    "newest_batch": (lambda store: store.newest_batch("b"), READERS),
    "versions_of": (lambda store: store.versions_of("b"), READERS),
    "batches": (lambda store: store.batches("b"), READERS),
    "values": (lambda store: store.values(Target, ("indicator",), "b"), READERS),
    "measured": (lambda store: store.measured("b"), READERS),
    "rows": (lambda store: store.rows(Target, "b"), READERS),
    "observations": (lambda store: store.observations("b"), READERS),
    "standing": (lambda store: store.standing("b"), READERS),
    "withheld": (lambda store: store.withheld("b"), READERS),
    "mappings": (lambda store: store.mappings("b"), READERS),
    "history": (lambda store: store.history("b"), SIGNED_IN),
    "steps_of": (lambda store: store.steps_of(1, "b"), SIGNED_IN),
    "versions_of_figures": (lambda store: store.versions_of_figures("b", []), SIGNED_IN),
    "content_of": (lambda store: store.content_of(2), STAFF),
    "original_of": (lambda store: store.original_of(2), READERS),
    "records": (lambda store: store.records(), ["local"]),
    "written_boards": (lambda store: store.written_boards(), ["local"]),
}


def planned(**rows: list) -> Callable[[Store], object]:
    """Preview rows and write them."""
    return lambda store: store.carry_out(store.plan("b", tables(**rows)), INFO)


def written(table: type[Row], record: dict) -> Callable[[Store], object]:
    """Write a row that is not there yet."""
    return lambda store: store.edit(table, [record], [], INFO)


def taken_back(store: Store) -> object:
    return store.carry_out(store.plan_undo(2, "b"), BatchInfo("undo", ""))


def confidential(**values) -> list:
    return [observation(value=None, status="confidential", **values)]


WRITES: dict[str, tuple[Callable[[Store], object], list[str]]] = {
    "preview": (
        lambda store: store.plan("b", tables(observations=[observation(value=9.0)])),
        ["unit manager", *WRITERS],
    ),
    "preview of undo": (lambda store: store.plan_undo(2, "b"), ["unit manager", *WRITERS]),
    "a figure of the board": (planned(observations=[observation(value=9.0)]), WRITERS),
    "a figure of the unit": (planned(observations=[observation(value=9.0, unit="u")]), ["unit manager", *WRITERS]),
    "a figure of a unit below": (planned(observations=[observation(value=9.0, unit="w")]), ["unit manager", *WRITERS]),
    "a figure of a unit beside": (planned(observations=[observation(value=9.0, unit="v")]), WRITERS),
    "a figure of the unit above": (planned(observations=[observation(value=9.0, unit="d")]), WRITERS),
    "a new figure of the unit": (
        planned(observations=[observation(value=9.0, unit="u", gender="K")]),
        ["unit manager", *WRITERS],
    ),
    "an event of the unit": (planned(events=[event(unit="u")]), ["unit manager", *WRITERS]),
    "an event of the board": (planned(events=[event()]), WRITERS),
    "an action of the unit": (written(GoalAction, action(unit="u")), ["unit manager", *WRITERS, *PRESENTERS]),
    "an action of the board": (written(GoalAction, action()), [*WRITERS, *PRESENTERS]),
    "a comment on the unit's goal": (
        written(MeetingText, meeting_text(part="comment", goal="g")),
        ["unit manager", "manager", *PRESENTERS],
    ),
    "a comment on another's goal": (
        written(MeetingText, meeting_text(part="risk", goal="h")),
        ["manager", *PRESENTERS],
    ),
    "a summary": (written(MeetingText, meeting_text()), PRESENTERS),
    "a target": (planned(targets=[target(value=9.0)]), WRITERS),
    "a unit": (planned(units=[unit(name="Annat")]), WRITERS),
    "undo": (taken_back, WRITERS),
    "smallest group": (planned(indicators=[indicator(minimum_group=0)]), ["administrator", "local"]),
    "smallest group of a new indicator": (
        planned(indicators=[indicator(indicator="j", minimum_group=3)]),
        ["administrator", "local"],
    ),
    "a new indicator": (planned(indicators=[indicator(indicator="j")]), WRITERS),
    "confidential": (planned(observations=confidential()), ["administrator", "local"]),
    "a new confidential figure": (planned(observations=confidential(gender="K")), ["administrator", "local"]),
    "edit": (lambda store: store.edit(Target, [target(value=9.0)], [], INFO), WRITERS),
    "withdraw": (lambda store: store.edit(Observation, [], [observation()], INFO), WRITERS),
    "a meeting": (lambda store: store.edit(Meeting, [meeting(meeting="n")], [], INFO), PRESENTERS),
    "an agenda": (lambda store: store.edit(AgendaItem, [agenda_item(heading="Ny")], [], INFO), PRESENTERS),
    "a question": (lambda store: store.edit(Question, [question(question="f9")], [], INFO), SIGNED_IN),
    "a question with an answer": (
        lambda store: store.edit(Question, [question(question="f9", answer="Ja")], [], INFO),
        PRESENTERS,
    ),
    "an answer": (lambda store: store.edit(Question, [question(answer="Ja")], [], INFO), PRESENTERS),
    "a decision": (lambda store: store.edit(Question, [question(decision="Ja")], [], INFO), PRESENTERS),
    "a question removed": (lambda store: store.edit(Question, [], [question()], INFO), PRESENTERS),
    "revise": (
        lambda store: store.revise(Question, "b", lambda rows: ([question(text="Annat")], []), INFO),
        PRESENTERS,
    ),
    "sync": (
        lambda store: store.sync(tables(targets=[target(value=9.0)]), BatchInfo("import", ""), {"b"}),
        WRITERS,
    ),
    "another board": (
        lambda store: store.edit(Board, [board(board="c", name="Tagen")], [], INFO),
        ["other board", "local"],
    ),
    "a new board": (lambda store: store.edit(Board, [board(board="n")], [], INFO), ["local"]),
    "erase": (lambda store: store.erase("h", ""), ["administrator", "local"]),
}


@pytest.mark.parametrize("what", [*READS, *WRITES])
def test_every_role_tries_everything(what):
    do, may = (READS | WRITES)[what]
    assert [who for who in USERS if succeeds(do, USERS[who])] == [who for who in USERS if who in may]


def succeeds(do: Callable[[Store], object], user: User) -> bool:
    """Whether a user may do something; where it is refused, nothing is written."""
    store = fresh()
    before = store.version()
    try:
        with acting_as(user):
            do(store)
    except Forbidden:
        assert store.version() == before
        return False
    return True


def test_what_reads_or_writes_about_a_board_is_tried():
    """A method that is added is tried too, or named here as one that gives nothing about a board."""
    public = {name for name in {*vars(StoreReads), *vars(Store)} if not name.startswith("_")}
    harmless = {"check", "close", "version", "newest_about", "version_on", "batch", "refused", "people", "writing"}
    harmless |= {"presentations"}  # known by a code; who may begin one is asked where it is begun
    assert public - harmless == {*READS} | {"plan", "plan_undo", "carry_out", "edit", "revise", "sync", "erase"}


def test_who_is_signed_in_signs(store):
    with acting_as(USERS["controller"]):
        store.edit(Target, [target(value=9.0)], [], INFO)
    with acting_as(LOCAL):
        store.edit(Target, [target(value=8.0)], [], INFO)
    assert [batch.who for batch in store.batches("b")[-2:]] == ["Anna Ek", "någon annan"]


def test_boards_that_may_not_be_read_are_not_listed(store):
    seen = {}
    for who, user in USERS.items():
        with acting_as(user):
            seen[who] = "".join(row.board for row in store.rows(Board))
    assert seen == {who: "bc" if who in {"public", "local"} else "" for who in USERS} | {
        who: "b" for who in SIGNED_IN if who != "local"
    } | {"other board": "c"}


def test_a_plan_says_beforehand_why_it_is_refused(store):
    plan = store.plan("b", tables(observations=[observation(value=9.0, unit="v")]))
    told = {}
    for who in ("unit manager", "controller", "reader", "nobody"):
        with acting_as(USERS[who]):
            told[who] = store.refused(plan)
    assert told == {
        "unit manager": "Du får bara ändra uppgifter om din egen enhet. Ta bort raderna om andra enheter.",
        "controller": "",
        "reader": "Du saknar behörighet till detta. Be Målbilds administratör om en roll.",
        "nobody": "Logga in för att göra detta.",
    }


def test_texts_of_papers_that_are_ready_to_be_sent_stay_as_they_are(store):
    store.edit(MeetingText, [meeting_text(part="comment", goal="g")], [], INFO)
    number = store.version()
    store.edit(Meeting, [meeting(sent=date(2017, 3, 1))], [], INFO)
    changed = meeting_text(part="comment", goal="g", text="Efteråt")
    for put, gone in (([changed], []), ([], [changed])):
        with pytest.raises(Forbidden, match="klara att skickas"):
            store.edit(MeetingText, put, gone, INFO)
    with pytest.raises(Forbidden, match="klara att skickas"):
        store.carry_out(store.plan_undo(number, "b"), BatchInfo("undo", ""))
    store.edit(Meeting, [meeting()], [], INFO)
    store.edit(MeetingText, [changed], [], INFO)
    assert [row.text for row in store.rows(MeetingText, "b")] == ["Efteråt"]


def test_a_unit_that_moved_away_is_no_longer_the_manager_s(store):
    moved = [
        unit(unit="w", parent="u", valid_to=date(2020, 1, 1)),
        unit(unit="w", parent="v", valid_from=date(2020, 1, 2)),
    ]
    store.sync(tables(units=moved), BatchInfo("import", ""), {"b"})
    with acting_as(USERS["unit manager"]), pytest.raises(Forbidden):
        planned(observations=[observation(value=9.0, unit="w")])(store)


def test_no_role_is_shown_what_is_secret():
    assert {access.access_of(user, "b").sees_secrets for user in USERS.values()} == {False}


def test_each_right_is_of_some_role_and_administrators_have_all():
    assert set().union(*access.RIGHTS.values()) == set(Right) == access.RIGHTS["administrator"]
