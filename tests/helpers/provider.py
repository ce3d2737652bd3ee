"""A real OpenID Connect provider on the machine itself, with users of our own."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.helpers.databases import free_port

PATIENCE = 150
CLIENT, SECRET = "malbild", "en klienthemlighet"


@contextmanager
def provider(folder: Path, back: str, users: dict[str, list[str]]) -> Iterator[str]:
    """The issuer of a provider with these users and their groups, a name its own password; sends back to `back`."""
    port = free_port()
    issuer = f"http://127.0.0.1:{port}"
    # YAML reads JSON.
    settings = {
        "config_version": 1,
        "server": {"host": "127.0.0.1", "port": port},
        "oauth": {
            "issuer": issuer,
            "audience": CLIENT,
            "clients": [{"client_id": CLIENT, "client_secret": SECRET, "redirect_uris": [back]}],
        },
    }
    people = {
        name: {"password": name, "email": f"{name}@example.se", "roles": ["USER"], "groups": groups}
        for name, groups in users.items()
    }
    subprocess.run([sys.executable, "-m", "nanoidp", "init", str(folder)], check=True, capture_output=True)
    (folder / "settings.yaml").write_text(json.dumps(settings))
    (folder / "users.yaml").write_text(json.dumps({"config_version": 1, "users": people}))
    command = [sys.executable, "-m", "nanoidp", "--config", str(folder), "--port", str(port)]
    with (folder / "log").open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT)
        try:
            _wait(process, issuer, folder / "log")
            yield issuer
        finally:
            process.terminate()
            process.wait(20)


def _wait(process: subprocess.Popen[bytes], issuer: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert process.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(f"{issuer}/.well-known/openid-configuration"):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"the provider did not answer: {log.read_text()}")
