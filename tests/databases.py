"""A real PostgreSQL server for the tests: made in a folder of its own, on loopback, gone afterwards."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine

from lib.model import TABLES


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _program(name: str) -> str:
    """Debian keeps the server's programs outside PATH, a folder a version."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda p: int(p.parts[-3]))
    found = str(installed[-1]) if installed else shutil.which(name)
    assert found, f"PostgreSQL's {name} is not installed: the tests need a real server (see README)"
    return found


def _as_server_user() -> list[str]:
    """The server refuses to run as root; Debian's package made a user for it."""
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


@contextmanager
def postgres() -> Iterator[str]:
    """Start a server in a folder of its own and give its address; stop it and clear up at the end."""
    with TemporaryDirectory(prefix="malbild-postgres-") as name:
        if os.geteuid() == 0:
            shutil.chown(name, "postgres")
        yield from _served(Path(name))


def _served(folder: Path) -> Iterator[str]:
    data, port = folder / "data", free_port()
    run = _as_server_user()
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": "/"}
    subprocess.run([*run, _program("initdb"), "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8"], **quiet)
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories= -c fsync=off"
    server = [*run, _program("pg_ctl"), "-D", data, "-w", "-l", folder / "log", "-o", options]
    subprocess.run([*server, "start"], **quiet)
    try:
        yield f"postgresql://tests@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*server, "-m", "immediate", "stop"], **quiet)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a server that the tests of a session share."""
    with postgres() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store, on each kind of database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.sqlite'}"
    address = request.getfixturevalue("postgres_url")
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    TABLES[0].metadata.drop_all(engine)
    engine.dispose()
    return address
