"""The server that Streamlit starts: its open addresses, its settings, its log, and its socket."""

import logging
import signal
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

from lib.web.seams.bundle import SeamError

# The addresses that the browser's part of Streamlit needs: no metrics, no agent interface, no pages of its own.
OPEN = ("/_stcore/health", "/_stcore/host-config", "/_stcore/stream", "/_stcore/upload_file/", "/media/")


def run(app_file: Path, address: str, port: int, load: Callable[[], Any], ready: Callable[[], None]) -> None:
    """Serve the app until stopped; `load` gives it when the settings can be found, `ready` is called just before."""
    answer_at_once()
    quiet()
    believe_no_proxy()
    hang_up_on_the_silent()
    # Streamlit looks for its settings beside the script that was started.
    sys.argv = [str(app_file)]
    sys.path.insert(0, str(app_file.parent))
    app = load()
    ready()
    with suppress(KeyboardInterrupt):
        app.run(config={"server.port": port, "server.address": address})


def quiet() -> None:
    """Keep the web server's start messages, in English, out of the terminal; its warnings and errors stay.

    Streamlit starts uvicorn without a way to say how much it logs.
    """
    from uvicorn.config import LOGGING_CONFIG

    loggers = LOGGING_CONFIG.get("loggers", {})
    if "uvicorn" not in loggers:
        raise SeamError("uvicorn logs under another name")
    loggers["uvicorn"]["level"] = logging.getLevelName(logging.WARNING)


def log_as(formatter: type[logging.Formatter]) -> None:
    """Let the web server and Streamlit write their logs by a formatter of ours.

    The one makes its handlers when it starts, the other one for each of its loggers.
    """
    from streamlit import logger as streamlit_logger
    from uvicorn.config import LOGGING_CONFIG

    for name in LOGGING_CONFIG["formatters"]:
        LOGGING_CONFIG["formatters"][name] = {"()": formatter}
    set_up = getattr(streamlit_logger, "setup_formatter", None)
    if set_up is None:
        raise SeamError("Streamlit sets up its log elsewhere")

    def ours(logger: logging.Logger) -> None:
        set_up(logger)
        for handler in logger.handlers:
            handler.setFormatter(formatter())

    streamlit_logger.setup_formatter = ours
    streamlit_logger.update_formatter()


def answer_at_once() -> None:
    """Send small answers without waiting for the browser to acknowledge those before.

    asyncio turns that waiting (Nagle's algorithm, up to 40 ms an answer) off for sockets that name TCP, which the
    one that Streamlit binds does not. Connections inherit the options of the socket they come in by.
    """
    from streamlit.web.server.starlette import starlette_server as server

    bind = getattr(server, "_bind_socket", None)
    if bind is None:
        raise SeamError("the server binds its socket elsewhere")

    def bound(address: str, port: int, backlog: int) -> socket.socket:
        listening: socket.socket = bind(address, port, backlog)
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listening

    server._bind_socket = bound


def believe_no_proxy() -> None:
    """Let a request be from where its connection is, whatever its headers say: the gate knows which proxies to believe.

    uvicorn believes everybody on the machine itself, so that anyone there could be at any address.
    """
    from streamlit.web.server.starlette import starlette_server as server

    settings = getattr(server, "_get_uvicorn_config_kwargs", None)
    if settings is None:
        raise SeamError("uvicorn gets its settings elsewhere")

    def without_proxies() -> dict[str, Any]:
        return {**settings(), "proxy_headers": False, "server_header": False}

    server._get_uvicorn_config_kwargs = without_proxies


SILENCE = 20  # seconds that a connection may take to send the head of its first request


def hang_up_on_the_silent() -> None:
    """Close connections that do not send a whole head of a request in time, which uvicorn waits for without end."""
    from uvicorn.protocols.http.h11_impl import H11Protocol

    made = H11Protocol.connection_made

    def connection_made(self: H11Protocol, transport: Any) -> None:
        made(self, transport)

        def hang_up() -> None:
            if self.cycle is None and not transport.is_closing() and transport.get_protocol() is self:
                transport.close()

        self.loop.call_later(SILENCE, hang_up)

    H11Protocol.connection_made = connection_made  # type: ignore[method-assign]


def before_stopping(close: Callable[[], None]) -> None:
    """Call `close` when the server is asked to stop, before its own handler.

    uvicorn waits for open connections before it ends the app's lifespan, so that those who listen to an event stream
    would hold it up; it has no hook that comes earlier than its handlers of signals.
    """
    if threading.current_thread() is threading.main_thread():  # no other may set handlers
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _closing_before(close, signal.getsignal(number)))


def _closing_before(close: Callable[[], None], handler: Any) -> Callable[[int, FrameType | None], None]:
    def handle(number: int, frame: FrameType | None) -> None:
        close()
        if callable(handler):
            handler(number, frame)

    return handle
