"""Streamlit's scripts and styles as its package brings them: where they lie, and which of them a control needs."""

import re
from functools import cache
from pathlib import Path

import streamlit
from streamlit.file_util import get_static_dir

VERSION = streamlit.__version__
# Streamlit has no public name for the folder that it serves.
FOLDER = Path(get_static_dir())
# A script's imports stand at its beginning; some are megabytes long.
_HEAD = 8000


class SeamError(Exception):
    """Streamlit is not as it was when Målbild was fitted to it; the sentence says where."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Streamlit {VERSION} is not as Målbild expects: {what}. Install what requirements.txt names.")


@cache
def index() -> str:
    """The one document that Streamlit answers every address with."""
    return (FOLDER / "index.html").read_text(encoding="utf-8")


@cache
def scripts_of(part: str) -> tuple[str, ...]:
    """The addresses of the script that draws one kind of control and of all it imports, less those of the document.

    Streamlit asks for them when a page's first such control has come. The names hold a hash, so that they are looked
    for, and what a script imports is read from the script itself.
    """
    [*names] = (path.name for path in (FOLDER / "static" / "js").glob(f"{part}.*.js"))
    if len(names) != 1:
        raise SeamError(f"{len(names)} scripts are called {part}")
    for name in names:
        names += [other for other in _imports(name) if other not in names]
    if len(names) == 1:
        raise SeamError(f"the script {part} imports nothing")
    return tuple(f"/static/js/{name}" for name in names if name not in index())


@cache
def _imports(name: str) -> tuple[str, ...]:
    with (FOLDER / "static" / "js" / name).open(encoding="utf-8") as script:
        head = script.read(_HEAD)
    return tuple(dict.fromkeys(re.findall(r'from"\./([^"]+)"', head)))
