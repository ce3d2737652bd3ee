"""Whether the server lives and is ready, its metrics and its log: as whoever watches over it asks."""

import json
import logging
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import update
from starlette.middleware import Middleware
from starlette.responses import Response

from lib.store.batches import BatchInfo
from lib.store.installation import given
from lib.store.store import create_store
from lib.tables.base import Setting
from lib.web import health, memory
from lib.web.log import JsonLines
from tests.helpers.asgi import fetch
from tests.helpers.rows import board, tables

READY = {"ready": True, "database": True, "disk": True}


@pytest.fixture
def client(store_url, monkeypatch, tmp_path):
    """The addresses of health, of a store with one board on each database."""
    monkeypatch.setenv("DATABASE_URL", store_url)
    monkeypatch.setattr("lib.store.database.DATA_DIR", tmp_path)
    with closing(create_store(store_url)) as store:
        store.sync(tables(boards=[board()]), BatchInfo("seed", "test"))
    forget()
    yield ask
    memory.store().close()
    forget()


def ask(path: str) -> Response:
    return fetch(health.ROUTES, path, middleware=[Middleware(health.Counted)])


def forget() -> None:
    memory.opened.cache_clear()
    given.installation.cache_clear()


def asked(client, path: str = "/halsa") -> tuple[int, dict]:
    answer = client(path)
    return answer.status_code, json.loads(answer.body)


def test_it_lives_and_is_ready(client):
    assert asked(client, "/halsa/liv") == (200, {"live": True})
    assert asked(client) == (200, READY)


def test_a_store_of_another_version_is_not_ready(client, store_url):
    assert asked(client) == (200, READY)
    with closing(create_store(store_url)) as store, store.engine.begin() as connection:
        connection.execute(update(Setting).where(Setting.name == "schema_version").values(value="99"))
    assert asked(client) == (503, READY | {"ready": False, "database": False})
    assert asked(client, "/halsa/liv") == (200, {"live": True})


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_a_store_that_is_moved_away_is_not_ready(client, tmp_path):
    assert asked(client) == (200, READY)
    (tmp_path / "store.sqlite").rename(tmp_path / "flyttad")
    assert asked(client) == (503, READY | {"ready": False, "database": False})
    (tmp_path / "flyttad").rename(tmp_path / "store.sqlite")
    assert asked(client) == (200, READY)


def test_a_disk_without_room_is_not_ready(client, monkeypatch):
    monkeypatch.setenv("MALBILD_DISK_ROOM", "999999999")
    given.installation.cache_clear()
    assert asked(client) == (503, READY | {"ready": False, "disk": False})


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_metrics_are_told_when_they_are_switched_on(client, monkeypatch):
    assert client("/metrics").status_code == 404
    monkeypatch.setenv("MALBILD_METRICS", "true")
    given.installation.cache_clear()
    client("/halsa")
    client("/finns-inte")
    said = client("/metrics").body.decode().splitlines()
    assert "malbild_data_version 1.0" in said
    assert {'malbild_requests_total{path="/halsa",status="200"} 1.0'} <= set(said)
    assert 'malbild_requests_total{path="other",status="404"} 1.0' in said
    assert any(line.startswith("process_resident_memory_bytes ") for line in said)


def test_the_log_is_an_object_a_line():
    record = logging.LogRecord("malbild", logging.WARNING, "x.py", 1, "åäö %s", ("1\n2",), None)
    line = JsonLines().format(record)
    said = json.loads(line)
    assert "\n" not in line
    assert {name: said[name] for name in ("level", "logger", "message")} == {
        "level": "warning",
        "logger": "malbild",
        "message": "åäö 1\n2",
    }
    try:
        raise ValueError("fel")
    except ValueError:
        record.exc_info = sys.exc_info()
    assert json.loads(JsonLines().format(record))["error"].endswith("ValueError: fel")


def test_the_server_logs_as_json(tmp_path):
    script = (
        "import logging; from lib.web import log; from lib.web.seams import server; import streamlit; "
        "log.write_json(); server.log_as(log.JsonLines); from uvicorn.config import Config; "
        "Config('app', log_level='info'); logging.getLogger('uvicorn').warning('a'); "
        "streamlit.logger.get_logger('streamlit.x').warning('b')"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    messages = [json.loads(line)["message"] for line in (done.stdout + done.stderr).splitlines()]
    assert messages == ["a", "b"]
