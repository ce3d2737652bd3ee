"""Starting the server: what stands in the way is said in one sentence."""

import socket
import subprocess
import sys

import pytest

from lib.web import serve
from lib.words.language import use_language
from tests.helpers.databases import free_port
from tests.helpers.server import ROOT


@pytest.fixture(autouse=True)
def _swedish():
    use_language("sv")


def test_nothing_stands_in_the_way_of_a_free_port():
    assert serve.obstacle(free_port()) is None


def test_a_taken_port_is_told_in_one_sentence_without_traceback(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'malbild.sqlite'}")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        command = [sys.executable, "-m", "lib", "run", "--port", str(port)]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert ended.stderr == (f"Port {port} används redan av ett annat program; välj en annan med --port.\n")


def test_a_port_that_does_not_exist():
    assert serve.obstacle(99999) == "Port 99999 finns inte; välj en mellan 1024 och 65535."


def test_a_folder_that_cannot_be_written_to(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    folder = tmp_path / "file" / "data"
    monkeypatch.setattr(serve, "WRITTEN", (folder,))
    assert str(folder) in str(serve.obstacle(free_port()))
