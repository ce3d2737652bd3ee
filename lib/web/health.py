"""Whether the server lives and is ready, for whoever watches over it; and how it fares, in Prometheus' format.

/halsa      200 when it is ready: the database answers, is of this version, and its disk has room; else 503
/halsa/liv  200 as long as the server answers at all: a process that does not is to be started again
/metrics    requests, times, the data version, the process: only where the setting `metrics` is on
"""

import logging
import shutil
import time

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.site import BY_PATH, HEALTH, METRICS
from lib.store.database import StoreError, writing_folder
from lib.store.installation.given import installation
from lib.web import memory

OPEN = (HEALTH, f"{HEALTH}/liv", METRICS)
_MEGABYTE = 1_000_000
_log = logging.getLogger("malbild.health")


def live(_request: Request) -> Response:
    """The server answers."""
    return JSONResponse({"live": True}, headers={"cache-control": "no-store"})


def ready(_request: Request) -> Response:
    """The server can be given visitors. What is wrong is told in the log, not to strangers."""
    is_store, has_room = True, True
    try:
        memory.store().check()
    except StoreError as error:
        _log.warning("not ready: %s", error)
        is_store = False
    if _free() < installation().disk_room * _MEGABYTE:
        _log.warning("not ready: %s MB are free on the disk", _free() // _MEGABYTE)
        has_room = False
    is_ready = is_store and has_room
    answer = {"ready": is_ready, "database": is_store, "disk": has_room}
    return JSONResponse(answer, 200 if is_ready else 503, headers={"cache-control": "no-store"})


def _free() -> int:
    """The bytes that are free on the disk where the store, or what is kept beside it, is written."""
    return shutil.disk_usage(writing_folder()).free


_REGISTRY = CollectorRegistry()
ProcessCollector(registry=_REGISTRY)
_REQUESTS = Counter("malbild_requests", "Requests answered", ["path", "status"], registry=_REGISTRY)
_SECONDS = Histogram("malbild_request_seconds", "Seconds until an answer was sent", ["path"], registry=_REGISTRY)
_VERSION = Gauge("malbild_data_version", "The number of the newest change", registry=_REGISTRY)
_FREE = Gauge("malbild_disk_free_bytes", "Bytes free on the disk that is written to", registry=_REGISTRY)


def metrics(_request: Request) -> Response:
    """How the server fares; nothing where the setting is off."""
    if not installation().metrics:
        return Response(status_code=404)
    try:
        _VERSION.set(memory.store().version())
    except StoreError:
        _VERSION.set(-1)
    _FREE.set(_free())
    return Response(generate_latest(_REGISTRY), media_type=CONTENT_TYPE_LATEST)


class Counted:
    """Middleware that counts requests and their time, by page; an address that is none is 'other'."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a request when its answer begins."""
        if scope["type"] != "http" or not installation().metrics:
            await self.app(scope, receive, send)
            return
        path, begun = _named(scope["path"]), time.perf_counter()

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                _REQUESTS.labels(path, str(message["status"])).inc()
                _SECONDS.labels(path).observe(time.perf_counter() - begun)
            await send(message)

        await self.app(scope, receive, counted)


def _named(path: str) -> str:
    return path if path in BY_PATH or path in OPEN else "other"


ROUTES = [Route(path, answer) for path, answer in zip(OPEN, (ready, live, metrics), strict=True)]
