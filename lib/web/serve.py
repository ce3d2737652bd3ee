"""Start the server: report an obstacle in one sentence, else run Streamlit in this process."""

import gc
import importlib
import logging
import pkgutil
import socket
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import lib
from lib.store.installation.given import installation
from lib.store.people import LOG
from lib.web import log
from lib.web.seams import server
from lib.web.seams.bundle import SeamError
from lib.words.language import DEFAULT_LANGUAGE, _, use_language

ROOT = Path(__file__).parents[2]
# Scripts: to import one is to run it.
RUN = {"lib.__main__", "lib.ui.frame"}
# The folders that the server writes in: the store and the compressed static files.
WRITTEN = (ROOT / "data", ROOT / "build")


def serve(port: int) -> None:
    """Serve the app on this port until stopped; exit code 1 and one sentence where it cannot start."""
    use_language(DEFAULT_LANGUAGE)
    if trouble := obstacle(port):
        sys.exit(trouble)
    if not installation().is_local:
        note_for_collectors()
    try:
        warm()
        address, ready = installation().address, partial(_ready, port)
        server.run(ROOT / "app.py", address, port, load=_load, ready=ready)
    except SeamError as error:
        sys.exit(str(error))


def _load() -> Any:
    app = importlib.import_module("app").app
    if installation().log_json:
        log.write_json()
        server.log_as(log.JsonLines)
    return app


def note_for_collectors() -> None:
    """Write who does what on standard output, a line of JSON each, for whatever collects the log."""
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    lines = logging.StreamHandler(sys.stdout)
    lines.setFormatter(logging.Formatter("%(message)s"))
    LOG.addHandler(lines)


def _ready(port: int) -> None:
    settings = installation()
    address = settings.public_url or f"http://{settings.address}:{port}"
    print(_("Målbild is ready at {address} (stop with Ctrl+C)").format(address=address), flush=True)


def obstacle(port: int) -> str | None:
    """The obstacle to starting the server here, in a sentence; None where there is none."""
    for folder in WRITTEN:
        if not _writable(folder):
            return _("The folder {folder} cannot be written to; give this user the right to write there.").format(
                folder=folder
            )
    try:
        address = installation().address
        with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address, port))
    except PermissionError:
        return _("Port {port} is reserved by the system; choose one above 1023.").format(port=port)
    except OverflowError:
        return _("Port {port} does not exist; choose one between 1024 and 65535.").format(port=port)
    except OSError:
        return _("Port {port} is taken by another program; choose another with --port.").format(port=port)
    return None


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def warm() -> None:
    """Import what the pages import, draw a chart and make the documents, so that the first visitor does not wait."""
    for module in pkgutil.walk_packages(lib.__path__, "lib."):
        if module.name not in RUN:
            importlib.import_module(module.name)
    figures = importlib.import_module("plotly.graph_objects")
    figures.Figure(figures.Scatter(x=[0], y=[0])).to_json()
    importlib.import_module("lib.web.shell").prepare()
    gc.collect()
    gc.freeze()  # what is loaded stays: to look through it for garbage again and again takes a fifth of each reading
