"""A disk that is really full: a small one where one may mount it, else files that may not grow.

As a program (`python -m tests.helpers.full_disk ADDRESS LIMIT`) it writes a large batch with no file above LIMIT bytes
(0 = no limit), and prints the answer.
"""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine, text

from lib.store.batches import BatchInfo
from lib.store.store import StoreError, open_store
from tests.helpers.databases import DatabaseServer, serving
from tests.helpers.rows import board, indicator, observation, tables, year

MANY = 2000
LEFT = 200_000  # bytes on a full disk: not enough for the batch
LARGEST = 1_100_000  # bytes: more than any file of a new server has, less than the batch needs


def many() -> dict:
    """Rows that need about two megabytes."""
    rows = [observation(unit="", value=1.0, note="x" * 500, **year(2100 + place)) for place in range(MANY)]
    return tables(boards=[board("2")], indicators=[indicator()], observations=rows)


@contextmanager
def small_disk(megabytes: int, owner: str = "") -> Iterator[Path | None]:
    """The folder of a disk of that size, gone afterwards; None where one may not mount."""
    with TemporaryDirectory(prefix="malbild-disk-") as name:
        Path(name).chmod(0o755)
        command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "malbild-test", name]
        may = os.geteuid() == 0 and shutil.which("mount") is not None
        if not may or subprocess.run(command, capture_output=True, check=False).returncode:
            yield None
            return
        try:
            if owner:
                shutil.chown(name, owner)
            yield Path(name)
        finally:
            subprocess.run(["umount", "--lazy", name], check=True)


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """The disk full but for a little, as long as this lasts."""
    filler = disk / "filler"
    with filler.open("wb") as file:
        file.write(bytes(shutil.disk_usage(disk).free - LEFT))
    yield
    filler.unlink()


@contextmanager
def full_server(postgres_url: str) -> Iterator[tuple[str, AbstractContextManager[None]]]:
    """The address of a database on a disk of its own, and what fills that disk as long as it lasts."""
    with small_disk(30, "postgres") as disk:
        if disk is None:
            with serving("--wal-segsize=1") as server:
                yield server.address, _limited(server)
            return
        engine = create_engine(postgres_url.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE TABLESPACE small LOCATION '{disk}'"))
            connection.execute(text("CREATE DATABASE small TABLESPACE small"))
            yield postgres_url.replace("/postgres", "/small"), filled(disk)
            connection.execute(text("DROP DATABASE small WITH (FORCE)"))
            connection.execute(text("DROP TABLESPACE small"))
        engine.dispose()


@contextmanager
def _limited(server: DatabaseServer) -> Iterator[None]:
    """The server's files cannot grow: none of them is as large as the batch would make one."""
    server.stop()
    server.start(LARGEST)
    yield
    server.stop()
    server.start()


def told_in_a_child(url: str, limit: int = 0) -> str:
    """The answer to a process of its own that writes the batch."""
    command = [sys.executable, "-m", "tests.helpers.full_disk", url, str(limit)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def main(url: str, limit: int) -> None:
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    store = open_store(url)
    try:
        written = store.carry_out(store.plan("b", many()), BatchInfo("import", "test"))
    except StoreError as error:
        print(error)
    else:
        print(written)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
