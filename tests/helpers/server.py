"""The app as it is run: `python -m lib run` on a free port, with a store of its own."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

from lib.store.batches import BatchInfo
from lib.store.seed import build
from lib.store.store import create_store
from lib.tables.records import Records
from tests.helpers.databases import free_port

ROOT = Path(__file__).parents[2]
PATIENCE = 60


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Start a fresh server whose store is in the folder; give its address when it answers, stop it at the end."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    log = folder / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "lib", "run", "--port", str(port)],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": f"sqlite:///{folder / 'malbild.sqlite'}"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(process, address, log)
            yield address
        finally:
            process.terminate()
            process.wait(20)


@contextmanager
def running_with(folder: Path, rows: Records) -> Iterator[str]:
    """As `running`, with the seed's boards and the rows of a board 'b' in the store."""
    url = f"sqlite:///{folder / 'malbild.sqlite'}"
    build(url)
    store = create_store(url)
    store.sync(rows, BatchInfo("import", "test"), {"b"})
    store.close()
    with running(folder) as address:
        yield address


def wait_for(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Wait until the server answers; fail if it stops before."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert process.poll() is None, f"the server stopped: {log.read_text()}"
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health") as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    raise AssertionError(f"the server did not answer in {PATIENCE} s: {log.read_text()}")


def ask(address: str, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    """A request as it stands, without following or decoding anything: the response and its body."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()
