"""Static files, compressed once: Streamlit's own scripts and styles, and ours.

Streamlit sends its 23 MB of scripts uncompressed. Here each file is compressed the first time it is asked for (or
by `prepare`), kept in build/ under Streamlit's version, and sent with an ETag and a year's caching, since
every name holds a hash of the content.
"""

import gzip
import hashlib
import os
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from importlib import resources
from pathlib import Path

import anyio
import brotli  # type: ignore[import-untyped]
from starlette.datastructures import Headers
from starlette.responses import Response

from lib.charts import font, icons
from lib.charts.style import TOKENS
from lib.web.seams import bundle, words

ASSETS_DIR = Path(__file__).parent / "assets"
SEAMS = Path(__file__).parent / "seams" / "assets"
# The drawing library as its Python package brings it: the figures it is given are made by the same version.
PLOTLY = Path(str(resources.files("plotly"))) / "package_data" / "plotly.min.js"
BUILD_DIR = Path(__file__).parents[2] / "build" / f"static-{bundle.VERSION}"

# Listed here and not taken from the system, whose tables of types differ between machines.
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".gif": "image/gif",
    ".woff2": "font/woff2",
    ".html": "text/html; charset=utf-8",
}
# A file, or the function that writes its content.
Part = Path | Callable[[], str]


def part_of_font() -> str:
    """The font's face for the first words: the document asks for it at once, and nothing moves if it comes late."""
    return (
        f'@font-face {{ font-family: "{font.PART_FAMILY}"; font-weight: 200 900; font-display: optional; '
        f'src: url("{own("sans.woff2")}") format("woff2"); }}'
    )


# Ours, as they are sent: each of one or more files, in assets/ where no folder is said, or functions that write them.
BUNDLES: dict[str, tuple[str | Callable[[], str], ...]] = {
    "ui.css": (
        str(TOKENS),
        str(SEAMS / "font.css"),
        part_of_font,
        str(SEAMS / "streamlit.css"),
        "base.css",
        "frame.css",
        "bars.css",
        "bar_sizes.css",
        icons.css,
        "icons.css",
        "content.css",
        "status.css",
        "drawings.css",
        "cards.css",
        "goal.css",
        "goal_measures.css",
        "goal_sizes.css",
        "overview.css",
        "goal_rows.css",
        "goal_row_sizes.css",
        "overview_print.css",
        "changes.css",
        "change_sizes.css",
        "tables.css",
        "sections.css",
        "data.css",
        "sheet.css",
        "absence.css",
        "absence_time.css",
        "trends.css",
        "meeting.css",
        "print.css",
        str(SEAMS / "streamlit_print.css"),
    ),
    "ui.js": (
        str(SEAMS / "streamlit.js"),
        "frame.js",
        "ui.js",
        "projected.js",
        "charts.js",
        "marks.js",
        words.script,
        str(SEAMS / "translate.js"),
    ),
    "sans.woff2": (str(font.PART),),
    "plotly.js": (str(PLOTLY),),
    "stage.css": (str(TOKENS), str(SEAMS / "font.css"), "stage.css", "slide.css", "manus.css", "view.css"),
    "stage.js": ("listen.js", "theme.js", "decisions.js", "stage.js"),
    "follow.css": (str(TOKENS), str(SEAMS / "font.css"), "follow.css", "view.css"),
    "follow.js": ("listen.js", "follow.js"),
    "embedded.css": (str(TOKENS), str(SEAMS / "font.css"), "embedded.css"),
    "icon.svg": ("icon.svg",),
}
COMPRESSIBLE = {".js", ".css", ".svg", ".html"}
# The best levels save another tenth, but Plotly alone then takes ten seconds.
COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=9),
    "gzip": lambda content: gzip.compress(content, 9, mtime=0),
}
# For what is made for one answer.
LIGHTLY: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=5),
    "gzip": lambda content: gzip.compress(content, 6, mtime=0),
}
A_YEAR = "public, max-age=31536000, immutable"

# The font's address, for documents that ask for it at once.
FONT = f"/{font.file().relative_to(bundle.FOLDER).as_posix()}"

_memory: dict[tuple[str, str], bytes] = {}


@cache
def files() -> dict[str, tuple[Part, ...]]:
    """The file, or files in a row, behind every static address on the server."""
    theirs: dict[str, tuple[Part, ...]] = {
        f"/{path.relative_to(bundle.FOLDER).as_posix()}": (path,)
        for path in sorted((bundle.FOLDER / "static").rglob("*"))
        if path.suffix in TYPES
    }
    return theirs | {own(name): _parts(name) for name in BUNDLES}


@cache
def own(name: str) -> str:
    """The address of one of our bundles, with a hash of its content in the name."""
    digest = hashlib.sha256(_joined(_parts(name))).hexdigest()[:10]
    return f"/ui/{Path(name).stem}.{digest}{Path(name).suffix}"


def _parts(name: str) -> tuple[Part, ...]:
    return tuple(part if callable(part) else ASSETS_DIR / part for part in BUNDLES[name])


def _joined(parts: tuple[Part, ...]) -> bytes:
    return b"\n".join(part().encode() if callable(part) else part.read_bytes() for part in parts)


def accepted(headers: Headers) -> str:
    """The encoding to answer with: 'br', 'gzip' or '' for none. Browsers offer brotli over TLS and to localhost."""
    offered = {}
    for part in headers.get("accept-encoding", "").split(","):
        name, _, quality = part.strip().partition(";")
        offered[name.strip().lower()] = quality.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return next((name for name in COMPRESS if offered.get(name)), "")


def encoded(address: str, encoding: str) -> bytes:
    """A file's content in an encoding, from memory, from build/ or compressed now."""
    key = (address, encoding)
    if key not in _memory:
        _memory[key] = _kept(address, encoding) if encoding else _joined(files()[address])
    return _memory[key]


def _kept(address: str, encoding: str) -> bytes:
    """The compressed file in build/, made if it is not there. A folder that cannot be written only costs time."""
    file = BUILD_DIR / f"{address.strip('/').replace('/', '_')}.{encoding}"
    if file.exists():
        return file.read_bytes()
    content = COMPRESS[encoding](_joined(files()[address]))
    with suppress(OSError):
        BUILD_DIR.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        draft.write_bytes(content)
        draft.replace(file)
    return content


def prepare() -> int:
    """Compress every static file that is not yet; how many bytes the brotli ones are together."""
    addresses = [address for address in files() if _suffix(address) in COMPRESSIBLE]
    pairs = [(address, encoding) for address in addresses for encoding in COMPRESS]
    with ThreadPoolExecutor() as pool:  # both compressors release the interpreter lock
        sizes = pool.map(lambda pair: len(_kept(*pair)), pairs)
        return sum(size for size, (_address, encoding) in zip(sizes, pairs, strict=True) if encoding == "br")


def _suffix(address: str) -> str:
    return Path(address).suffix


async def answer(address: str, headers: Headers) -> Response | None:
    """The response for a static address, or None where there is no such file."""
    if address not in files():
        return None
    encoding = accepted(headers) if _suffix(address) in COMPRESSIBLE else ""
    if (address, encoding) not in _memory:
        await anyio.to_thread.run_sync(encoded, address, encoding)
    caching = {"cache-control": A_YEAR, "vary": "accept-encoding"}
    return respond(encoded(address, encoding), TYPES[_suffix(address)], encoding, headers, caching)


def respond(
    content: bytes, media_type: str, encoding: str, headers: Headers, extra: Mapping[str, str], status: int = 200
) -> Response:
    """A response with its ETag, or 304 where the browser has this very content already."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    fields = {"etag": tag, **extra}
    if encoding:
        fields["content-encoding"] = encoding
    if status == 200 and tag in headers.get("if-none-match", ""):
        fields.pop("content-encoding", None)
        return Response(status_code=304, headers=fields)
    return Response(content, status_code=status, media_type=media_type, headers=fields)
