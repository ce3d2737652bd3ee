"""A meeting's slides in one file: shown, steered and printed by any browser, with no network and no server."""

from base64 import b64encode
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from lib.charts.style import TOKENS
from lib.documents.page import font_face
from lib.meetings.slide import Deck, Slide
from lib.views.text_table import TextTable
from lib.web import static
from lib.web.render import render
from lib.web.stage.slides import stage

_STYLES = ("stage.css", "slide.css", "view.css", "slides_print.css")
_SCRIPTS = ("theme.js", "offline.js")


def offline(deck: Deck) -> bytes:
    """The file. Its links are gone, since there is nothing to open from it."""
    alone = replace(deck, slides=tuple(_unlinked(slide) for slide in deck.slides))
    return render(
        "stage/offline",
        deck=deck,
        stage=stage(alone, is_linked=False),
        style=_style(),
        script=_script(),
        policy=_policy(),
    ).encode()


def _unlinked(slide: Slide) -> Slide:
    table = slide.table
    rows = tuple(tuple(replace(cell, address="") for cell in row) for row in table.rows) if table else ()
    return replace(slide, address="", table=TextTable(table.caption, table.headings, rows) if table else None)


@cache
def _style() -> str:
    return "\n".join((font_face(), *(path.read_text("utf-8") for path in (TOKENS, *_assets(*_STYLES)))))


@cache
def _script() -> str:
    return "\n".join(path.read_text("utf-8") for path in _assets(*_SCRIPTS))


def _assets(*names: str) -> list[Path]:
    return [static.ASSETS_DIR / name for name in names]


@cache
def _policy() -> str:
    """What the file may do: this very script, its own styles and font, and nothing else."""
    of_script = b64encode(sha256(_script().encode()).digest()).decode()
    return f"default-src 'none'; script-src 'sha256-{of_script}'; style-src 'unsafe-inline'; font-src data:"
