"""The shell around the app: the HTML document, its language and title, 404 pages and the security headers.

Streamlit answers every address with one English document and status 200. Here the document is made per page and
language, an address that leads nowhere is a 404, and of Streamlit's own addresses only what the app needs is open.
"""

import re
from functools import cache
from html import escape
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.site import BY_PATH, NAME, PAGES, SitePage, document_title, href, language_of
from lib.web import static
from lib.words.language import use_language

# What the app needs of Streamlit: no metrics, no agent interface, no pages of its own.
OPEN = ("/_stcore/health", "/_stcore/host-config", "/_stcore/stream", "/_stcore/upload_file/", "/media/")

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

DESCRIPTION = {
    "sv": "Så går det med socialnämndens mål: utfall, målvärden och utveckling över tid.",
    "en": "How the social services board is doing: outcomes, targets and trends.",
}
NO_SCRIPT = {
    "sv": "Målbild behöver JavaScript för att visas. Slå på det i webbläsaren och läs in sidan igen.",
    "en": "Målbild needs JavaScript. Turn it on in the browser and load the page again.",
}
LOADING = {"sv": "Sidan hämtas …", "en": "Loading …"}
LOST = {
    "sv": ("Sidan finns inte", "Adressen leder ingenstans. Kontrollera att den är rätt skriven.", "Till startsidan"),
    "en": ("No such page", "The address leads nowhere. Check that it is written correctly.", "To the start page"),
}

NO_PRESENTATION = {
    "sv": (
        "Ingen visning just nu",
        "Koden är inte rätt skriven, eller så är visningen slut. Fråga presentatören.",
    ),
    "en": ("No presentation now", "The code is misspelt, or the presentation is over. Ask the presenter for the code."),
}


class Shell:
    """Middleware that answers for documents and static files, and adds the headers to everything else."""

    def __init__(self, app: ASGIApp, open_paths: tuple[str, ...] = ()) -> None:
        self.app = app
        self.open_paths = (*OPEN, *open_paths)

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
        if any(path == one or (one.endswith("/") and path.startswith(one)) for one in self.open_paths):
            return None
        if scope["method"] not in {"GET", "HEAD"}:
            return Response(status_code=405, headers={"allow": "GET, HEAD"})
        if page := BY_PATH.get(path):
            return _document(shell_html(page, language_of(query)), headers)
        if found := await static.answer(path, headers):
            return found
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
    told = {"cache-control": "no-cache", "vary": "accept-encoding"}
    return static.respond(_packed(html, encoding), static.TYPES[".html"], encoding, headers, told, status)


@cache
def _packed(html: str, encoding: str) -> bytes:
    content = html.encode()
    return static.COMPRESS[encoding](content) if encoding else content


@cache
def shell_html(page: SitePage, language: str) -> str:
    """The document of a page: Streamlit's own with our language, title, styles and scripts."""
    use_language(language)
    html = re.sub(r"<!--.*?-->\s*", "", _streamlits(), flags=re.DOTALL)
    html = re.sub(r"<script>.*?</script>\s*", "", html, flags=re.DOTALL)
    html = re.sub(r'<link rel="(shortcut icon|service-desc)"[^>]*>\s*', "", html)
    html = re.sub(r"<title>.*?</title>", lambda _: _head(page, language), html)
    html = re.sub(
        r"<noscript>.*?</noscript>", f"<noscript><p>{NO_SCRIPT[language]}</p></noscript>", html, flags=re.DOTALL
    )
    html = html.replace('<html lang="en">', f'<html lang="{language}">').replace('"./static/', '"/static/')
    return html.replace('<div id="root"></div>', f'<div id="root">{_waiting(language)}</div>')


def _head(page: SitePage, language: str) -> str:
    now = [address for part in (*EARLY, *page.scripts) for address in lazy(part)]
    others = [address for other in PAGES if other.ahead for part in other.scripts for address in lazy(part)]
    later = [address for address in dict.fromkeys(others) if address not in now]
    plotly = static.own("plotly.js")
    return "\n".join(
        [
            f"<title>{escape(document_title(page))}</title>",
            f'<meta name="description" content="{escape(DESCRIPTION[language])}">',
            f'<link rel="icon" href="{static.own("icon.svg")}" type="image/svg+xml">',
            f'<link rel="stylesheet" href="{static.own("ui.css")}">',
            f'<script defer src="{static.own("ui.js")}" data-paths="{" ".join(BY_PATH)}" '
            f'data-later="{" ".join([*later] if page.charts else [*later, plotly])}" data-plotly="{plotly}"></script>',
            *([f'<link rel="preload" as="script" href="{plotly}">'] if page.charts else []),
            *(f'<link rel="modulepreload" crossorigin href="{address}">' for address in dict.fromkeys(now)),
        ]
    )


def _waiting(language: str) -> str:
    """What stands in the window until the scripts have come."""
    return f'<div class="mb-waiting"><p class="mb-brand">{NAME}</p><p role="status">{LOADING[language]}</p></div>'


@cache
def lazy(part: str) -> tuple[str, ...]:
    """The addresses of one of Streamlit's lazily loaded scripts and all it imports, less what its document asks for."""
    names = [address for address in static.files() if address.startswith(f"/static/js/{part}.")]
    for address in names:
        head = static.encoded(address, "").decode()[:8000]
        found = (f"/static/js/{name}" for name in re.findall(r'from"\./([^"]+)"', head))
        names += [name for name in dict.fromkeys(found) if name not in names]
    return tuple(name for name in names if f".{name}" not in _streamlits())


@cache
def _streamlits() -> str:
    return (static.STREAMLIT_DIR / "index.html").read_text(encoding="utf-8")


@cache
def lost_html(language: str, what: str = "page") -> str:
    """The page for an address that leads nowhere."""
    title, text, link = LOST[language]
    if what == "presentation":
        title, text = NO_PRESENTATION[language]
    start = href("/", {"lang": language} if language != "sv" else {})
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} – {NAME}</title>'
        f'<link rel="icon" href="{static.own("icon.svg")}" type="image/svg+xml">'
        f'<link rel="stylesheet" href="{static.own("ui.css")}"></head><body class="mb-lost"><main>'
        f'<p class="mb-brand">{NAME}</p><h1>{title}</h1><p>{text}</p><p><a href="{escape(start)}">{link}</a></p>'
        f"</main></body></html>"
    )
