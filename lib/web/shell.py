"""The shell around the app: the HTML document, its language and title, 404 pages and the security headers.

Streamlit answers every address with one English document and status 200. Here the document is made per page and
language, an address that leads nowhere is a 404, and of Streamlit's own addresses only what the app needs is open.
"""

from collections.abc import Mapping
from functools import cache
from html import escape
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.site import BY_PATH, NAME, OVERVIEW, PAGES, SitePage, document_title, href, language_of
from lib.web import static
from lib.web.seams import server
from lib.web.seams.bundle import scripts_of
from lib.web.seams.document import document
from lib.words.language import DEFAULT_LANGUAGE, LANGUAGES, _, use_language

EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
}
# Streamlit styles with inline styles and needs no inline script; its charts draw images from data: and blob:.
DOCUMENT = {
    "content-security-policy": (
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
        await (response or self.app)(scope, receive, _with_headers(send))

    async def _answer(self, scope: Scope) -> Response | None:
        path, headers = scope["path"], Headers(scope=scope)
        query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        if any(path == known or (known.endswith("/") and path.startswith(known)) for known in self.open_paths):
            return None
        if scope["method"] not in {"GET", "HEAD"}:
            return Response(status_code=405, headers={"allow": "GET, HEAD"})
        if page := BY_PATH.get(path):
            return _document(shell_html(page, language_of(query), explores="indicator" in query), headers)
        if file := await static.answer(path, headers):
            return file
        if BY_PATH.get(path.rstrip("/")):
            return RedirectResponse(href(path.rstrip("/"), query), 301)
        return lost(headers, language_of(query))


def lost(headers: Headers, language: str, what: str = "page") -> Response:
    """The answer where an address leads to nothing."""
    return _document(lost_html(language, what), headers, 404)


def _with_headers(send: Send) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            fixed = "immutable" in headers.get("cache-control", "")
            for name, value in (EVERYWHERE if fixed else EVERYWHERE | DOCUMENT).items():
                headers[name] = value
        await send(message)

    return with_headers


def _document(html: str, headers: Headers, status: int = 200) -> Response:
    encoding = static.accepted(headers)
    caching = {"cache-control": "no-cache", "vary": "accept-encoding"}
    return static.respond(_packed(html, encoding), static.TYPES[".html"], encoding, headers, caching, status)


@cache
def _packed(html: str, encoding: str) -> bytes:
    content = html.encode()
    return static.COMPRESS[encoding](content) if encoding else content


@cache
def shell_html(page: SitePage, language: str, explores: bool = False) -> str:
    """The document of a page: Streamlit's own with our language, title, styles and scripts.

    `explores`: an indicator is asked for, which a page with charts opens to explore.
    """
    use_language(language)
    waiting = f'<p class="mb-brand">{NAME}</p><p role="status">{escape(_("Loading …"))}</p>'
    return document(
        language=language,
        style=escape(f'--mb-filters: "{_("Filters")}"'),
        head=_head(page, explores and page.charts),
        no_script=escape(_("Målbild needs JavaScript. Turn it on in the browser and load the page again.")),
        waiting=f'<div class="mb-waiting">{waiting}</div>',
    )


def prepare() -> None:
    """Make every document, so that one that cannot be made is reported when the server starts."""
    for page in PAGES:
        for language in LANGUAGES:
            shell_html(page, language)
    use_language(DEFAULT_LANGUAGE)


def _head(page: SitePage, explores: bool) -> str:
    scripts = page.scripts if explores or not page.charts else ()
    now = [address for part in (*EARLY, *scripts) for address in scripts_of(part)]
    others = [address for other in PAGES if other.ahead for part in other.scripts for address in scripts_of(part)]
    later = [address for address in dict.fromkeys(others) if address not in now]
    plotly = static.own("plotly.js")
    about = _("How the social services board is doing: outcomes, targets and trends.")
    data = {
        "paths": " ".join(BY_PATH),
        "later": " ".join([*later] if explores else [*later, plotly]),
        "plotly": plotly,
        "back": _("Back to the slide (Esc)"),
    }
    return "\n".join(
        [
            f"<title>{escape(document_title(page))}</title>",
            f'<meta name="description" content="{escape(about)}">',
            f'<link rel="icon" href="{static.own("icon.svg")}" type="image/svg+xml">',
            f'<link rel="stylesheet" href="{static.own("ui.css")}">',
            f'<script defer src="{static.own("ui.js")}" {_attributes(data)}></script>',
            *([f'<link rel="preload" as="script" href="{plotly}">'] if explores else []),
            *(f'<link rel="modulepreload" crossorigin href="{address}">' for address in dict.fromkeys(now)),
        ]
    )


def _attributes(data: Mapping[str, str]) -> str:
    return " ".join(f'data-{name}="{escape(text)}"' for name, text in data.items())


@cache
def lost_html(language: str, what: str = "page") -> str:
    """The page for an address that leads nowhere."""
    use_language(language)
    title, text = _("No such page"), _("The address leads nowhere. Check that it is written correctly.")
    if what == "presentation":
        title = _("No presentation now")
        text = _("The code is misspelt, or the presentation is over. Ask the presenter for the code.")
    start = href(OVERVIEW, {"lang": language} if language != DEFAULT_LANGUAGE else {})
    link = f'<a href="{escape(start)}">{escape(_("To the start page"))}</a>'
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} – {NAME}</title>'
        f'<link rel="icon" href="{static.own("icon.svg")}" type="image/svg+xml">'
        f'<link rel="stylesheet" href="{static.own("ui.css")}"></head><body class="mb-lost"><main>'
        f'<p class="mb-brand">{NAME}</p><h1>{escape(title)}</h1><p>{escape(text)}</p><p>{link}</p></main></body></html>'
    )
