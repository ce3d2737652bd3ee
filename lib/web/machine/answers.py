"""The answers: a page's tables as CSV or JSON, its chart as SVG or as a page to embed, a whole board as a package.

    /mal.csv?board=…&goal=…         the page's main table, or the one that `table` names
    /mal.json                       all of its tables
    /mal.svg                        its main chart, or the one of the number that `chart` gives
    /mal.html                       the same with its words and figures, for a frame on another site
    /datapaket.zip?board=…          everything that the board's pages show (Frictionless data package)
    /openapi.json                   all of this, for programs

Whoever may read a page may read these, and what the page hides is hidden here. Unlike the page, which tells of a code
that does not exist and leaves it out, these answer 404, so that no program takes one board's figures for another's.
"""

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lib.charts.font import FAMILY
from lib.documents.data_package import data_package
from lib.site import BY_PATH, href, language_of
from lib.views.board import BoardData
from lib.views.datasets.absence import absence
from lib.views.datasets.board import whole_board
from lib.views.datasets.dataset import Dataset
from lib.views.figures import file_name
from lib.web import absence_memory, memory, static
from lib.web.address import Address, joined
from lib.web.machine import views
from lib.web.machine.embedding import embedded, framed
from lib.web.machine.openapi import ADDRESSES, document
from lib.web.machine.views import ChartFile, MachinePage, MachineView
from lib.words.language import _, language, use_language

PACKAGE, DESCRIPTION = "/datapaket.zip", "/openapi.json"
_CACHING = {"cache-control": "private, no-cache", "vary": "accept-encoding"}
_PROBLEM = "application/problem+json"


class NotThere(LookupError):
    """Nothing is there to answer with; `faults` says why, in sentences."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


def answer(request: Request) -> Response:
    """A page in the format that its ending says."""
    name, ending = request.url.path.removeprefix("/").rsplit(".", 1)
    page, address = views.BY_NAME[name], _address(request, views.BY_NAME[name].path)
    try:
        content, kind, extra = _FORMATS[ending](page, address, _read(page, address))
    except NotThere as lack:
        return problem(lack.faults)
    return _sent(request, content, kind, extra)


def package(request: Request) -> Response:
    """A whole board as a Frictionless data package."""
    address = _address(request, views.PAGES[0].path)
    try:
        data = _board(address)
    except NotThere as lack:
        return problem(lack.faults)
    name = file_name(data, "zip")
    memory.store().people.note("exported", data.code, name)
    fields = {"content-disposition": f'attachment; filename="{name}"'}
    return _sent(request, _package(data, address.state.version, language()), "application/zip", fields)


def description(request: Request) -> Response:
    """What can be asked for, as OpenAPI has it."""
    use_language(language_of(request.query_params))
    return _sent(request, _json(document()), "application/json")


def problem(faults: list[str], status: int = 404) -> Response:
    """The answer where nothing is (RFC 9457)."""
    content = {"title": _("There is no such view"), "status": status, "faults": faults}
    return Response(_json(content), status, {"cache-control": "no-store"}, _PROBLEM)


@lru_cache(maxsize=8)
def _package(data: BoardData, version: int, _language: str) -> bytes:
    view = absence_memory.absence(data.code, version, "") if absence_memory.units(data.code, version) else None
    return data_package(data, (*whole_board(data), *([absence(data, view)] if view else [])))


def _address(request: Request, path: str) -> Address:
    query = joined(request.query_params.multi_items())
    use_language(language_of(query))
    memory.see_version()
    return Address(BY_PATH[path], query)


def _board(address: Address) -> BoardData:
    """The board in its state. Raises NotThere where board or state do not exist, or the board did not then."""
    data = address.data
    if address.unknown or data is None:
        raise NotThere(address.unknown or [_("The board was not in Målbild then.")])
    return data


def _read(page: MachinePage, address: Address) -> MachineView:
    """The page. Raises NotThere where any code of the address does not exist."""
    _board(address)
    view = page.read(address)
    if address.unknown:
        raise NotThere(address.unknown)
    return view


def _csv(_page: MachinePage, address: Address, view: MachineView) -> tuple[bytes, str, dict[str, str]]:
    table = _table(address, view)
    name = file_name(address.existing, "csv", table.layout.name)
    return table.csv(), "text/csv; charset=utf-8", {"content-disposition": f'inline; filename="{name}"'}


def _table(address: Address, view: MachineView) -> Dataset:
    """The table that is asked for, or the first. Raises NotThere."""
    name = address.query.get("table", "")
    for table in view.tables:
        if name in ("", table.layout.name):
            return table
    names = ", ".join(table.layout.name for table in view.tables)
    raise NotThere([_("There is no table “{table}” here, but {tables}.").format(table=name[:40], tables=names)])


def _whole(_page: MachinePage, address: Address, view: MachineView) -> tuple[bytes, str, dict[str, str]]:
    choice = address.choice
    content = {
        "title": view.title,
        "board": {"code": choice.board, "name": address.existing.board.name},
        "example_data": address.existing.is_example,
        "asof": choice.asof,
        "version": address.state.version,
        "choice": {"area": choice.area, "year": choice.year, "gender": choice.gender},
        "charts": [{"title": drawing.title, "sentence": drawing.sentence} for drawing in view.drawings],
        "tables": {table.layout.name: list(table.records()) for table in view.tables},
    }
    return _json(content), "application/json", {}


def _svg(_page: MachinePage, address: Address, view: MachineView) -> tuple[bytes, str, dict[str, str]]:
    return alone(_drawing(address, view)).encode(), "image/svg+xml", {}


def _framed(page: MachinePage, address: Address, view: MachineView) -> tuple[bytes, str, dict[str, str]]:
    drawing = _drawing(address, view)
    query = {name: value for name, value in address.query.items() if name not in {"chart", "table"}}
    data = address.existing
    html = embedded(data, drawing, href(page.path, query), _table(address, view))
    return html.encode(), static.TYPES[".html"], framed()


def _drawing(address: Address, view: MachineView) -> ChartFile:
    """The chart of the number asked for, from one. Raises NotThere."""
    text = address.query.get("chart", "1")
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else 0
    if not 1 <= number <= len(view.drawings):
        raise NotThere(
            [_("There is no chart {number} here; there are {n}.").format(number=text[:40], n=len(view.drawings))]
        )
    return view.drawings[number - 1]


def alone(drawing: ChartFile) -> str:
    """A drawing as a file of its own, which has no page around it that says the font."""
    return drawing.draw().replace("text-rendering=", f"font-family='{FAMILY}' text-rendering=", 1)


_Format = Callable[[MachinePage, Address, MachineView], tuple[bytes, str, dict[str, str]]]
_FORMATS: dict[str, _Format] = {"csv": _csv, "json": _whole, "svg": _svg, "html": _framed}


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, allow_nan=False).encode()


def _sent(request: Request, content: bytes, kind: str, extra: Mapping[str, str] | None = None) -> Response:
    encoding = static.accepted(request.headers) if kind != "application/zip" else ""
    body = static.LIGHTLY[encoding](content) if encoding else content
    return static.respond(body, kind, encoding, request.headers, {**_CACHING, **(extra or {})})


ROUTES = [
    Route(PACKAGE, package),
    Route(DESCRIPTION, description),
    *(Route(address, answer) for address in ADDRESSES),
]
OPEN = (PACKAGE, DESCRIPTION, *ADDRESSES)
