"""A request answered by routes, without a server around them."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

import anyio
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import BaseRoute

from tests.helpers.processes import in_a_thread


def fetch(routes: Sequence[BaseRoute], path: str, *, middleware: Sequence[Middleware] = (), **query: str) -> Response:
    """The answer to GET of a path with these parameters."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "root_path": "",
        "query_string": urlencode(query).encode(),
        "headers": [],
    }
    in_a_thread(lambda: anyio.run(Starlette(routes=routes, middleware=middleware), scope, receive, send))
    body = b"".join(message.get("body", b"") for message in sent)
    answer = Response(body, status_code=sent[0]["status"])
    answer.raw_headers = sent[0]["headers"]
    return answer
