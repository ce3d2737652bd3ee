"""The two servers, each a process of its own: started as users start them, read while they run, ended by their pid."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOST = "127.0.0.1"
START_TIMEOUT = 60.0


@dataclass(frozen=True)
class Server:
    """A running server. `started_in` is the seconds from its command to the first good answer about its health."""

    name: str
    address: str
    process: subprocess.Popen[bytes]
    started_in: float

    def processor_seconds(self) -> float:
        """The processor time the process has used so far, all its threads together."""
        return time.clock_gettime((~self.process.pid << 3) | 2)  # the kernel's id of another process's clock

    def memory(self) -> float:
        """The process's memory in use (RSS), in MB."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@dataclass(frozen=True)
class Bench:
    """A folder that the servers write to, with a store built from the seed; gone after the run."""

    folder: Path

    def environment(self) -> dict[str, str]:
        """The user's environment without any settings of Streamlit's, with our own store and an empty home."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
        return environment | {"DATABASE_URL": f"sqlite:///{self.folder / 'malbild.sqlite'}", "HOME": str(self.folder)}

    def build(self, *options: str) -> float:
        """Build the store from its seed tables; the seconds it took, from the command to its end."""
        begun = time.perf_counter()
        command = [sys.executable, "-m", "lib", "build", *options]
        subprocess.run(command, cwd=ROOT, env=self.environment(), check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - begun

    @contextmanager
    def stock(self) -> Iterator[Server]:
        """The stock app: default settings, but for no browser window, this machine only and a free port."""
        port = free_port()
        script = str(Path(__file__).parent / "stock.py")
        options = ["--server.headless=true", f"--server.address={HOST}", f"--server.port={port}"]
        command = [sys.executable, "-m", "streamlit", "run", script, *options]
        with _running("stock", command, port, self.folder, self.environment()) as server:
            yield server

    @contextmanager
    def malbild(self) -> Iterator[Server]:
        """Målbild as users start it."""
        port = free_port()
        command = [sys.executable, "-m", "lib", "run", "--port", str(port)]
        with _running("malbild", command, port, ROOT, self.environment()) as server:
            yield server

    @contextmanager
    def both(self) -> Iterator[tuple[Server, Server]]:
        """The stock app and Målbild at once."""
        with self.stock() as stock, self.malbild() as malbild:
            yield stock, malbild


def free_port() -> int:
    """A port that no program listens to."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _running(
    name: str, command: Sequence[str], port: int, cwd: Path, environment: Mapping[str, str]
) -> Iterator[Server]:
    log = Path(environment["HOME"]) / f"{name}.log"
    address = f"http://{HOST}:{port}"
    begun = time.perf_counter()
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=cwd, env=environment, stdout=out, stderr=subprocess.STDOUT)
    try:
        while not _healthy(address):
            if process.poll() is not None or time.perf_counter() - begun > START_TIMEOUT:
                raise RuntimeError(f"{name} did not start:\n{log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.01)
        yield Server(name, address, process, time.perf_counter() - begun)
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _healthy(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1) as reply:
            return bool(reply.status == 200)
    except OSError:
        return False
