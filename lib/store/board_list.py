"""The boards of a store: which came with Målbild, which are or were there, and which never had a figure."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from lib.store.current import has_had_figures
from lib.store.plans import Plan
from lib.store.store import Store
from lib.tables.base import Batch
from lib.tables.model import Absence, Board
from lib.tables.records import Record


@dataclass(frozen=True, slots=True)
class ListedBoard:
    """A board as it is listed. `is_seeded`: it came with Målbild and was not set up here."""

    code: str
    name: str
    municipality: str
    archived: date | None
    is_seeded: bool


@dataclass(frozen=True, slots=True)
class RemovedBoard:
    """A board that is no longer there, and the batch that removed it."""

    code: str
    name: str
    batch: int


def listed(store: Store) -> tuple[ListedBoard, ...]:
    """Every board that is there, in the order in which they came."""
    wanted = (Board.board, Board.name, Board.municipality, Board.archived, Board.superseded, Batch.kind)
    query = select(*wanted).join(Batch, Board.batch == Batch.id).order_by(Board.place, Board.id)
    with store.engine.connect() as connection:
        rows = list(connection.execute(query))
    seeded = {row.board for row in rows if row.kind == "seed"}
    return tuple(
        ListedBoard(row.board, row.name, row.municipality, row.archived, row.board in seeded)
        for row in rows
        if row.superseded is None
    )


def codes_ever(store: Store) -> frozenset[str]:
    """The codes of all boards that are or were there: no new one gets the history of another."""
    with store.engine.connect() as connection:
        return frozenset(connection.scalars(select(Board.board).distinct()))


def removed(store: Store) -> tuple[RemovedBoard, ...]:
    """The boards that were removed, the newest first."""
    query = select(Board.board, Board.name, Board.superseded).order_by(Board.id)
    with store.engine.connect() as connection:
        rows = [(code, name, batch) for code, name, batch in connection.execute(query)]
    there = {code for code, _name, batch in rows if batch is None}
    gone = {code: RemovedBoard(code, name, batch) for code, name, batch in rows if batch and code not in there}
    return tuple(sorted(gone.values(), key=lambda board: -board.batch))


def can_be_removed(store: Store, board: str) -> bool:
    """Whether a board never had a figure or an hour of absence, so that nothing is lost with it."""
    hours = select(Absence.id).where(Absence.board == board).limit(1)
    with store.engine.connect() as connection:
        has_hours = connection.scalar(hours) is not None
    return not (has_hours or has_had_figures(store.engine, board))


def plan_archive(store: Store, board: str, day: date | None) -> Plan:
    """The plan that archives a board from a day, or with None takes it out again."""
    rows: list[Record] = [{**row.record, "archived": day} for row in store.standing(board)["boards"]]
    return store.plan(board, {"boards": rows})


def plan_removal(store: Store, board: str) -> Plan:
    """The plan that withdraws all rows of a board."""
    rows = {table: [row.record for row in there] for table, there in store.standing(board).items()}
    return store.plan(board, {}, rows)


def plan_return(store: Store, board: RemovedBoard) -> Plan:
    """The plan that brings a removed board back as it was."""
    return replace(store.plan_undo(board.batch), board=board.code)
