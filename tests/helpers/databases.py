"""A real PostgreSQL server for the tests: made in a folder of its own, on loopback, gone afterwards."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine

from lib.tables.model import TABLES


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _program(name: str) -> str:
    """Debian keeps the server's programs outside PATH, a folder a version."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda p: int(p.parts[-3]))
    path = str(installed[-1]) if installed else shutil.which(name)
    assert path, f"PostgreSQL's {name} is not installed: the tests need a real server (see README)"
    return path


def _as_server_user() -> list[str]:
    """The server refuses to run as root; Debian's package made a user for it."""
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


@dataclass
class DatabaseServer:
    """A server of our own: its folder and the address of its database."""

    folder: Path
    port: int

    @property
    def address(self) -> str:
        return f"postgresql://tests@127.0.0.1:{self.port}/postgres"

    def start(self, largest_file: int = 0) -> None:
        """Start it; none of its files can become larger than that many bytes (0 = no limit)."""
        options = f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories= -c fsync=off"
        limit = ["prlimit", f"--fsize={largest_file}"] if largest_file else []
        self._control(limit, "-w", "-l", self.folder / "log", "-o", options, "start")

    def stop(self) -> None:
        self._control([], "-m", "immediate", "stop")

    def _control(self, before: list[str], *what: object) -> None:
        run([*before, *_as_server_user(), _program("pg_ctl"), "-D", self.folder / "data", *what])


def run(command: list) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


@contextmanager
def serving(*options: str) -> Iterator[DatabaseServer]:
    """Start a server in a folder of its own, made with these options of initdb; stop it and clear up at the end."""
    with TemporaryDirectory(prefix="malbild-postgres-") as name:
        if os.geteuid() == 0:
            shutil.chown(name, "postgres")
        server = DatabaseServer(Path(name), free_port())
        made = [*_as_server_user(), _program("initdb"), "-D", server.folder / "data"]
        run([*made, "-U", "tests", "-A", "trust", "-E", "UTF8", *options])
        server.start()
        try:
            yield server
        finally:
            server.stop()


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a server of our own."""
    with serving() as server:
        yield server.address


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
