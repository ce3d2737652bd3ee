"""A writer that is killed over and over, while another reads: `python -m tests.helpers.killed ADDRESS ROUNDS SEED`.

Each of its batches gives every figure, the board's name and the file the same number. Whatever is read, at any
moment and after any kill, is wholly of one batch.
"""

import os
import random
import signal
import sys
import time

from lib.store.batches import BatchInfo
from lib.store.store import Store, create_store, open_store
from tests.helpers.rows import board, indicator, observation, tables, year

FIGURES = 300
LONGEST = 0.4  # seconds before the kill: a few batches


def batch(number: int) -> tuple[dict, BatchInfo]:
    figures = [observation(value=float(number), **year(1700 + place)) for place in range(FIGURES)]
    content = str(number).encode() * 1000
    info = BatchInfo("import", "test", f"{number}.csv", str(number), content=content)
    return tables(boards=[board(str(number))], indicators=[indicator()], observations=figures), info


def write_on(url: str) -> None:
    store = open_store(url)
    while True:
        records, info = batch(store.version() + 1)
        store.carry_out(store.plan("b", records), info)


def number_of(store: Store) -> int:
    """The batch that all that is read is of; fails where it is of several."""
    records = store.records()
    names = {int(row["name"]) for row in records["boards"]}
    assert {row["value"] for row in records["observations"]} == {float(name) for name in names}, names
    assert len(records["observations"]) == FIGURES
    return names.pop()


def killed(url: str, delay: float) -> tuple[int, int, float]:
    """Start a writer, read until it is killed, and once more: the batches written, the reads, the longest read."""
    child = os.fork()
    if child == 0:
        write_on(url)
    store, until, reads, longest = open_store(url), time.monotonic() + delay, 0, 0.0
    before = store.version()
    while time.monotonic() < until:
        started = time.monotonic()
        number_of(store)
        reads, longest = reads + 1, max(longest, time.monotonic() - started)
    os.kill(child, signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    after = number_of(store)
    newest = store.version()
    assert after == newest or str(after) in {batch.file.removesuffix(".csv") for batch in store.batches()}
    name, content = store.content_of(newest) or ("", b"")
    assert content == name.removesuffix(".csv").encode() * 1000
    store.close()
    return newest - before, reads, longest


def main(url: str, rounds: int, seed: int) -> None:
    chance = random.Random(seed)
    store = create_store(url)
    records, info = batch(1)
    store.carry_out(store.plan("b", records), info)
    store.close()
    total, reads, longest = 0, 0, 0.0
    for _round in range(rounds):
        counts = killed(url, chance.uniform(0, LONGEST))
        total, reads, longest = total + counts[0], reads + counts[1], max(longest, counts[2])
    print(f"{rounds} kills, {total} batches, {reads} reads, longest read {1000 * longest:.0f} ms")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
