"""Records and plans that the tests write to a store."""

from lib.store.batches import BatchInfo
from lib.store.plans import Written
from lib.store.store import Store
from tests.helpers.rows import board, goal, indicator, tables

SEED, IMPORT, EDIT, UNDO = (BatchInfo(kind, "test") for kind in ("seed", "import", "edit", "undo"))
BASE = {"boards": [board(), board(board="c")], "indicators": [indicator()], "goals": [goal()]}


def written(store: Store, info: BatchInfo = IMPORT, withdraw: dict | None = None, **rows: list[dict]) -> Written:
    return store.carry_out(store.plan("b", tables(**rows), withdraw), info)


def undo(store: Store, batch: int, of: str = "") -> Written:
    return store.carry_out(store.plan_undo(batch, of), UNDO)


def figures(store: Store) -> list[tuple]:
    return [(row["gender"], row["period_end"].year, row["value"]) for row in store.records()["observations"]]
