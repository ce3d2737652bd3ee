"""Building the store from the seed tables, and knowing when it is older than they are."""

from pathlib import Path

from lib.batches import BatchInfo, Written
from lib.database import DATA_DIR
from lib.store import Store, create_store
from lib.tables import hash_of, read_folder

SEED_DIR = DATA_DIR / "seed"


def build(url: str = "", folder: Path | None = None) -> Written | None:
    """Bring the store up to its seed in one batch; None if it already is. Nothing others wrote is lost.

    Raises BadTables with every problem in the seed, StoreError if the store cannot be opened.
    """
    folder = folder or SEED_DIR
    store = create_store(url)
    try:
        wanted = hash_of(folder)
        if is_current(store, wanted):
            return None
        info = BatchInfo("seed", "malbild", file=folder.name, hash=wanted)
        return store.sync(read_folder(folder), info)
    finally:
        store.close()


def is_current(store: Store, wanted: str) -> bool:
    """Whether the newest seed batch was made from tables with this hash."""
    hashes = [batch.hash for batch in store.batches() if batch.kind == "seed"]
    return bool(hashes) and hashes[-1] == wanted
