"""The shell around the app: the HTML document with the page in it, 404 pages and the security headers.

Streamlit answers every address with one English document and status 200, and shows nothing before its socket is open.
Here the document holds the page of its address to read at once; an address that leads nowhere is a 404, and of
Streamlit's own addresses only what the app needs is open.
"""

from collections.abc import Mapping
from urllib.parse import parse_qsl

import anyio
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.site import BY_PATH, PAGES, SitePage, href, language_of
from lib.web import memory, plain, reading, static
from lib.web.address import Address, joined
from lib.web.frame import frame_of
from lib.web.render import render
from lib.web.seams import server
from lib.web.seams.bundle import scripts_of
from lib.web.seams.document import document
from lib.words.language import DEFAULT_LANGUAGE, LANGUAGES, _, use_language

EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
}
POLICY = "content-security-policy"
# Streamlit styles with inline styles and needs no inline script; its charts draw images from data: and blob:.
DOCUMENT = {
    POLICY: (
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; connect-src 'self'; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; "
        "base-uri 'self'; form-action 'self'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
}

# Parts of Streamlit that every page loads as soon as it has run: asked for with the document instead.
EARLY = ("Html",)


class Shell:
    """Middleware that answers for documents and static files, and adds the headers to everything else."""

    def __init__(self, app: ASGIApp, open_paths: tuple[str, ...] = ()) -> None:
        self.app = app
        self.open_paths = (*server.OPEN, *open_paths)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer an HTTP request; sockets go straight through."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        response = await self._answer(scope)
        await (response or self.app)(scope, receive, with_headers(send))

    async def _answer(self, scope: Scope) -> Response | None:
        path, headers = scope["path"], Headers(scope=scope)
        query = joined(parse_qsl(scope["query_string"].decode("latin-1")))
        if any(path == known or (known.endswith("/") and path.startswith(known)) for known in self.open_paths):
            return None
        if scope["method"] not in {"GET", "HEAD"}:
            return Response(status_code=405, headers={"allow": "GET, HEAD"})
        if page := BY_PATH.get(path):
            return plain.answer(await anyio.to_thread.run_sync(page_html, page, query), headers)
        if file := await static.answer(path, headers):
            return file
        if BY_PATH.get(path.rstrip("/")):
            return RedirectResponse(href(path.rstrip("/"), query), 301)
        return plain.lost(headers, language_of(query))


def with_headers(send: Send) -> Send:
    """The same, with the security headers in what is answered."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            fixed = "immutable" in headers.get("cache-control", "")
            fields = EVERYWHERE if fixed else EVERYWHERE | DOCUMENT
            if POLICY in headers:  # a page that may stand in a frame of another site says so itself
                fields = {name: value for name, value in fields.items() if name not in {POLICY, "x-frame-options"}}
            for name, value in fields.items():
                headers[name] = value
        await send(message)

    return sent


def page_html(page: SitePage, query: Mapping[str, str]) -> str:
    """The document of a page: Streamlit's own with our language, head and scripts, and the page as it is read."""
    use_language(language_of(query))
    memory.see_version()
    address, explores = Address(page, query), page.charts and "indicator" in query
    reading.use_words_of(address)
    drawn = reading.page(address) if page.path in reading.PAGES else ""
    first = render("first", frame=frame_of(address), page=drawn, heading=_(page.title))
    return document(
        language=language_of(query),
        head=_head(page, reading.title(address), explores),
        parts=_scripts(page, explores),
        no_script="" if drawn else render("scriptless"),
        first=first,
    )


def prepare() -> None:
    """Make every document, so that one that cannot be made is reported when the server starts."""
    for page in PAGES:
        for language in LANGUAGES:
            use_language(language)
            document(language=language, head=_head(page, _(page.title), page.charts), no_script="", first="")
    use_language(DEFAULT_LANGUAGE)


def _scripts(page: SitePage, explores: bool) -> list[str]:
    """The parts of Streamlit that a page needs as soon as it has run."""
    parts = page.scripts if explores or not page.charts else ()
    return list(dict.fromkeys(address for part in (*EARLY, *parts) for address in scripts_of(part)))


def _head(page: SitePage, title: str, explores: bool) -> str:
    """`explores`: an indicator is asked for, which a page with charts opens to explore."""
    now = _scripts(page, explores)
    others = [address for other in PAGES if other.ahead for part in other.scripts for address in scripts_of(part)]
    later = [address for address in dict.fromkeys(others) if address not in now]
    return render(
        "head",
        title=title,
        own=static.own,
        paths=" ".join(BY_PATH),
        later=" ".join(later if explores else [*later, static.own("plotly.js")]),
        charts=explores,
    )
