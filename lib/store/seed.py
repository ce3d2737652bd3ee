"""Building the store from the seed: the real boards' tables, and the made-up example board's history.

The example's stages are written as batches of their own days, first of all in a new store, so that it can be read as
of any of its meetings. Later builds write only what differs: stages that have come since, or else one batch of now.
"""

import gc
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from hashlib import sha256
from pathlib import Path

from data import example
from lib.store.batches import BatchInfo
from lib.store.database import DATA_DIR
from lib.store.plans import Written
from lib.store.store import Store, create_store
from lib.tables.base import Batch
from lib.tables.folder import hash_of, read_folder
from lib.tables.model import Board
from lib.tables.records import Records

SEED_DIR = DATA_DIR / "seed"
WHO = "malbild"


def build(url: str = "", folder: Path | None = None) -> Written | None:
    """Bring the store up to its seed; None if it already is. Nothing others wrote is lost.

    Raises BadTables with every problem in the seed, StoreError if the store cannot be opened.
    """
    folder = folder or SEED_DIR
    store = create_store(url)
    was_collecting = gc.isenabled()
    gc.disable()  # all that is made here is kept to the end: looking through it for garbage takes a fifth of the time
    try:
        wanted = hash_of(folder)
        records = None if is_current(store, wanted, folder.name) else read_folder(folder)
        written = _build_example(store)  # after all faults in the folder have been reported
        if records is not None:
            info = BatchInfo("seed", WHO, file=folder.name, hash=wanted)
            boards = {board["board"] for board in records["boards"]} | {row.board for row in store.rows(Board)}
            written.append(store.sync(records, info, boards - {example.CODE}))
        return _together(written)
    finally:
        if was_collecting:
            gc.enable()
        store.close()


def is_current(store: Store, wanted: str, file: str = SEED_DIR.name) -> bool:
    """Whether the newest seed batch from this file (a folder's name) was made from tables with this hash."""
    newest = _newest(store, file)
    return newest is not None and newest.hash == wanted


def _newest(store: Store, file: str) -> Batch | None:
    batches = [batch for batch in store.batches() if batch.kind == "seed" and batch.file == file]
    return batches[-1] if batches else None


def _build_example(store: Store) -> list[Written]:
    """Write the example's stages that are later than its newest batch; if there are none, what differs now."""
    newest = _newest(store, example.CODE)
    coming = list(example.stages(newest.at.date() if newest else date.min))
    if newest and not coming:
        latest = example.latest().records
        hash = hash_of_example(latest)
        return [] if newest.hash == hash else [store.sync(latest, _info(hash), {example.CODE})]
    written, before, digests = list[Written](), Records(), dict[str, str]()
    for stage in coming:
        changed = {name: rows for name, rows in stage.records.items() if rows != before.get(name)}
        digests |= _digests(changed)
        info = _info(_joined(digests), stage.note, datetime.combine(stage.day, time(12), UTC))
        written.append(store.sync(changed, info, {example.CODE}, since=before or None))
        before = stage.records
    for later in written[1:]:
        later.unchanged = 0  # one row that all stages leave alone is one
    return written


def _info(hash: str, note: str = "", at: datetime | None = None) -> BatchInfo:
    return BatchInfo("seed", WHO, file=example.CODE, hash=hash, note=note, at=at)


def hash_of_example(records: Records) -> str:
    """A hash of what the generator made, by which a store knows whether its example is older than that."""
    return _joined(_digests(records))


def _digests(records: Records) -> dict[str, str]:
    return {
        name: sha256(repr([list(row.values()) for row in rows]).encode()).hexdigest() for name, rows in records.items()
    }


def _joined(digests: Mapping[str, str]) -> str:
    return sha256(" ".join(digests[name] for name in sorted(digests)).encode()).hexdigest()


def _together(written: list[Written]) -> Written | None:
    """The sum of all the batches; None if nothing was even compared."""
    if not written:
        return None
    total = sum(written, Written())
    total.batch = max((batch.batch for batch in written if batch.batch is not None), default=None)
    return total
