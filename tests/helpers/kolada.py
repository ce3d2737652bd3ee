"""A server on this machine that speaks Kolada's shapes, orders and faults."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

MOST_IDS = 25
Figures = dict[tuple[str, str, int, str], float | None]


@dataclass
class KoladaServer:
    """Its figures by indicator, place, year and gender; what it knows of indicators; its faults.

    `fault` is asked at each request, with its number from 1: a status and headers to answer with, a body as it stands,
    or None for the true answer. `page` is how many rows it gives at a time.
    """

    figures: Figures = field(default_factory=dict)
    about: dict[str, dict[str, Any]] = field(default_factory=dict)
    units: list[dict[str, Any]] = field(default_factory=list)
    groups: list[dict[str, Any]] = field(default_factory=list)
    marks: dict[tuple[str, str, int, str], dict[str, Any]] = field(default_factory=dict)
    page: int = 5000
    fault: Callable[[int, str], tuple[int, dict[str, str], Any] | None] = lambda _number, _path: None
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def know(self, *ids: str, **more: Any) -> None:
        for code in ids:
            self.about[code] = {
                "id": code,
                "title": f"Nyckeltal {code}, andel (%)",
                "description": "",
                "is_divided_by_gender": True,
                "municipality_type": "K",
                "has_ou_data": False,
                "prel_publication_date": None,
                "publication_date": "2026-03-01",
                "publ_period": "2025",
            } | more

    def answer(self, path: str, query: dict[str, list[str]]) -> tuple[int, Any]:
        parts = [unquote(part) for part in path.strip("/").split("/")][1:]
        if any(len(part.split(",")) > MOST_IDS for part in parts):
            return 422, {"error": "too many ids"}
        match parts:
            case ["kpi", ids]:
                return 200, [self.about[one] for one in ids.split(",") if one in self.about]
            case ["kpi"]:
                words = query.get("title", [""])[0].casefold()
                return 200, [row for row in self.about.values() if words in row["title"].casefold()]
            case ["ou"]:
                return 200, [row for row in self.units if row["municipality"] in query.get("municipality", [])]
            case ["municipality_groups"]:
                return 200, self.groups
            case ["data" | "oudata" as kind, "kpi", ids, _where, where, "year", year]:
                return 200, self._rows(kind, ids.split(","), where.split(","), int(year))
        return 404, {"error": "not found"}

    def _rows(self, kind: str, ids: list[str], places: list[str], year: int) -> list[dict[str, Any]]:
        rows = []
        for code in ids:
            for place in places:
                values = [
                    {"gender": gender, "count": 1, "status": "", "value": self.figures[key], "isdeleted": False}
                    | self.marks.get(key, {})
                    for gender in "KMT"  # never in the order that one would expect
                    if (key := (code, place, year, gender)) in self.figures
                ]
                if values:
                    name = "ou" if kind == "oudata" else "municipality"
                    rows.append({"kpi": code, name: place, "period": year, "values": values})
        return rows


@contextmanager
def kolada() -> Iterator[KoladaServer]:
    """The server while it runs."""
    there = KoladaServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            there.asked.append(self.path)
            fault = there.fault(len(there.asked), url.path)
            if fault:
                return self._send(*fault)
            query = parse_qs(url.query)
            status, rows = there.answer(url.path, query)
            if status != 200:
                return self._send(status, {}, rows)
            number, size = int(query.get("page", ["1"])[0]), min(there.page, int(query["per_page"][0]))
            part, rest = rows[(number - 1) * size : number * size], rows[number * size :]
            kept = "&".join(f"{name}={value[0]}" for name, value in query.items() if name != "page")
            following = f"{there.address}{url.path.removeprefix('/v3/')}?{kept}&page={number + 1}" if rest else None
            return self._send(200, {}, {"values": part, "count": 99, "previous_url": None, "next_url": following})

        def _send(self, status: int, headers: dict[str, str], body: Any) -> None:
            content = body if isinstance(body, bytes) else json.dumps(body).encode()
            self.send_response(status)
            for name, value in {"content-length": str(len(content)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_of: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    there.address = f"http://127.0.0.1:{server.server_port}/v3/"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield there
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
