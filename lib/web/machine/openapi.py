"""The description of the machine addresses as OpenAPI 3.1, made from what they are."""

from collections.abc import Iterator
from typing import Any

from lib.site import NAME
from lib.views.goal_lines import STATUSES
from lib.views.lacks import WITHOUT
from lib.views.listing import Order
from lib.web.machine.views import PAGES, MachinePage
from lib.words.language import LANGUAGES, N_, _

_CODE = {"type": "string", "maxLength": 200}
_CODES = N_("Codes, several joined by commas")
# The choices that every page knows, and those of one page: what each is about, and its schema.
_CHOICES: dict[str, tuple[str, dict[str, Any]]] = {
    "board": (N_("The board’s code"), _CODE),
    "asof": (N_("A meeting’s code or a batch’s number; without it, today’s figures"), _CODE),
    "area": (N_("An area’s code"), _CODE),
    "year": (N_("A year"), {"type": "integer", "minimum": 1900, "maximum": 2200}),
    "gender": (N_("All (T), women (K), men (M) or women and men (KM)"), {"enum": ["T", "K", "M", "KM"]}),
    "lang": (N_("The language of titles and texts"), {"enum": list(LANGUAGES)}),
    "goal": (N_("A goal’s code"), _CODE),
    "since": (N_("The code of the meeting to compare with"), _CODE),
    "unit": (_CODES, _CODE),
    "org": (N_("How the units are counted: as in the last month, or as each month (then)"), {"enum": ["", "then"]}),
    "indicator": (_CODES, {"type": "string", "maxLength": 2000}),
    "from": (N_("The first year"), {"type": "integer", "minimum": 1900, "maximum": 2200}),
    "to": (N_("The last year"), {"type": "integer", "minimum": 1900, "maximum": 2200}),
    "status": (N_("The goals with this status only"), {"enum": list(STATUSES)}),
    "why": (N_("The goals that lack this only"), {"enum": list(WITHOUT)}),
    "sort": (N_("The order of the goals"), {"enum": [order.value for order in Order]}),
    "chart": (N_("The number of the chart, from 1"), {"type": "integer", "minimum": 1, "maximum": 999}),
}
_EVERY = ("board", "asof", "area", "year", "gender", "lang")
_TYPES = {"csv": "text/csv", "json": "application/json", "svg": "image/svg+xml", "html": "text/html"}
_FORMATS = {
    "csv": N_("one table, as CSV"),
    "json": N_("all tables, as JSON"),
    "svg": N_("a chart, as SVG"),
    "html": N_("a chart with its words, as a page for a frame"),
}
_PROBLEM = {
    "type": "object",
    "properties": {
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "faults": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["title", "status", "faults"],
}


def _endings(page: MachinePage) -> tuple[str, ...]:
    return ("csv", "json", "svg", "html") if page.has_charts else ("csv", "json")


ADDRESSES = tuple(f"/{page.name}.{ending}" for page in PAGES for ending in _endings(page))


def document() -> dict[str, Any]:
    """The description in the language in use."""
    paths = {f"/{page.name}.{ending}": _path(page, ending) for page in PAGES for ending in _endings(page)}
    paths["/datapaket.zip"] = _package()
    return {
        "openapi": "3.1.0",
        "info": {"title": NAME, "version": "1", "description": _about()},
        "paths": paths,
        "components": {"schemas": {"Problem": _PROBLEM}},
    }


def _about() -> str:
    return _(
        "The reading pages for other programs: the same choices, the same access and the same small groups hidden as "
        "on the pages. A code that does not exist is answered with 404 and never replaced by another. In CSV, text "
        "that a spreadsheet would run has an apostrophe before it."
    )


def _path(page: MachinePage, ending: str) -> dict[str, Any]:
    names = [*_EVERY, *page.choices, *(["chart"] if ending in ("svg", "html") else [])]
    parameters = [_parameter(name) for name in names]
    if ending == "csv" and len(page.layouts) > 1:
        tables = [layout.name for layout in page.layouts]
        parameters.append(_described("table", _("The table; without it, the first"), {"enum": tables}))
    content = {_TYPES[ending]: {"schema": _whole(page) if ending == "json" else {"type": "string"}}}
    return _get(f"{page.name}-{ending}", f"{_(page.summary)}: {_(_FORMATS[ending])}", parameters, content)


def _package() -> dict[str, Any]:
    parameters = [_parameter(name) for name in ("board", "asof", "lang")]
    summary = _("Everything that a board’s pages show, as a Frictionless data package")
    content = {"application/zip": {"schema": {"type": "string", "format": "binary"}}}
    return _get("datapaket", summary, parameters, content)


def _get(name: str, summary: str, parameters: list[dict[str, Any]], content: dict[str, Any]) -> dict[str, Any]:
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    responses = {
        "200": {"description": summary, "headers": {"ETag": {"schema": {"type": "string"}}}, "content": content},
        "304": {"description": _("It is as it was (If-None-Match).")},
        "404": {"description": _("Something that is asked for does not exist."), "content": problem},
    }
    return {"get": {"operationId": name, "summary": summary, "parameters": parameters, "responses": responses}}


def _parameter(name: str) -> dict[str, Any]:
    text, schema = _CHOICES[name]
    return _described(name, _(text), schema)


def _described(name: str, text: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": text, "schema": schema}


def _whole(page: MachinePage) -> dict[str, Any]:
    tables = {layout.name: {"type": "array", "items": layout.json_schema} for layout in page.layouts}
    properties = dict(_properties(tables))
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _properties(tables: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    text = {"type": "string"}
    choice = {"area": text, "year": {"type": ["integer", "null"]}, "gender": text}
    chart = {"type": "object", "properties": {"title": text, "sentence": text}, "required": ["title", "sentence"]}
    yield "title", text
    yield "board", {"type": "object", "properties": {"code": text, "name": text}, "required": ["code", "name"]}
    yield "example_data", {"type": "boolean"}
    yield "asof", text
    yield "version", {"type": "integer"}
    yield "choice", {"type": "object", "properties": choice, "required": list(choice)}
    yield "charts", {"type": "array", "items": chart}
    yield "tables", {"type": "object", "properties": tables, "additionalProperties": False}
