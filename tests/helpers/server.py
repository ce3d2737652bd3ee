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

from tests.helpers.databases import free_port
from tests.helpers.seeded import copy_of

ROOT = Path(__file__).parents[2]
PATIENCE = 150  # seconds: less than a test may take, and enough where all cores are busy


@contextmanager
def running(folder: Path, seed_file: Path) -> Iterator[str]:
    """A fresh server with a copy of the seed's store in the folder: its address when it answers; stopped at the end."""
    with running_on(copy_of(seed_file, folder), folder) as address:
        yield address


@contextmanager
def running_on(url: str, folder: Path, port: int = 0, **settings: str) -> Iterator[str]:
    """A server of the store at this address, with these settings in its environment, which logs in the folder."""
    port = port or free_port()
    address = f"http://127.0.0.1:{port}"
    log = folder / "server.log"
    command = [sys.executable, "-m", "lib", "run", "--port", str(port)]
    environment = {**os.environ, "DATABASE_URL": url, **settings}
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT)
        try:
            wait_for(process, address, log)
            yield address
        finally:
            process.terminate()
            process.wait(20)


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
