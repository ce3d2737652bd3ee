"""The gate that everything passes: pages, sockets, uploads, streams, files and the presenter's addresses alike.

What is not meant for this server is refused, whoever sends it is found out once, and who may read nothing is led to the
sign-in. Nothing but static files, the server's health and the sign-in itself is answered before that.
"""

import logging
from secrets import compare_digest
from urllib.parse import quote

import anyio
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.site import BY_PATH, FOLLOWER, HEALTH, METRICS, PROJECTOR, SIGN_IN, SIGN_OUT, href, language_of
from lib.store.access import Forbidden, user
from lib.store.installation.given import installation
from lib.store.people import SignedIn, hash_of
from lib.web import memory, plain
from lib.web.entrance import identity, limits, origin
from lib.web.shell import with_headers
from lib.words.language import _, use_language

LOG = logging.getLogger(__name__)
COOKIE = "malbild"
# What is the same for everybody, and what tells whether the server lives.
OPEN = ("/static/", "/ui/", "/_stcore/health", "/_stcore/host-config", HEALTH, SIGN_IN, SIGN_OUT)
# Who runs the server looks under whatever name it has there.
ANY_HOST = ("/_stcore/health", HEALTH, f"{HEALTH}/liv", METRICS)
_SECRET = "x-malbild-proxy-secret"  # noqa: S105 - the name of the header that has it


class Gate:
    """Middleware in front of everything else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request or a socket in, or answer why not."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = _not_ours(scope, headers)
        if refused is None:
            identity.tell(_identified(scope, headers))
            refused = await _unknown(scope, headers)
        if refused is None:
            refused = limits.refused(scope, headers)
        if refused is not None:
            await _refuse(refused, scope, receive, send)
            return
        await self._let_in(scope, receive, send)

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on; what the user may not do is answered with a page that says so, if nothing is answered yet."""
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            with limits.counted(scope):
                await self.app(scope, limits.in_time(scope, receive), sent)
        except Forbidden as refusal:
            if begun or scope["type"] != "http":
                raise
            await plain.forbidden(Headers(scope=scope), str(refusal))(scope, receive, with_headers(send))


def _not_ours(scope: Scope, headers: Headers) -> Response | None:
    """The refusal of what was not meant for this server, or was sent by another site's page."""
    path = scope["path"]
    if path in ANY_HOST:
        return None
    if not origin.is_ours(headers):
        return PlainTextResponse(
            _("Målbild is not reached by this address. A proxy in front of it must pass the Host header on."), 421
        )
    if installation().is_local and not origin.is_at_the_machine(scope, headers):
        return PlainTextResponse(
            _("This Målbild is served to its own machine only. See docs/sign-in.md about serving it to others."), 403
        )
    if not origin.is_from_own_page(scope, headers):
        return PlainTextResponse(_("The request was sent by a page of another site, and was refused."), 403)
    return None


def _identified(scope: Scope, headers: Headers) -> str:
    """Who sends it, as the header for what is behind; what came in under that name, and the proxy's own, is dropped."""
    told, settings, changed = "", installation(), MutableHeaders(scope=scope)
    if settings.is_local:
        told = identity.LOCAL_WORD
    elif settings.has_proxy:
        told = _of_proxy(scope, headers)
    elif token := cookie_parser(headers.get("cookie", "")).get(COOKIE):
        told = f"{identity.SESSION} {hash_of(token)}"
    for name in (identity.HEADER, _SECRET, settings.proxy_user_header, settings.proxy_name_header):
        del changed[name]
    del changed[settings.proxy_groups_header]
    if scope["type"] == "websocket":
        del changed["origin"]  # Streamlit would look its own address up on the network to compare it with
    changed[identity.HEADER] = told
    return told


def _of_proxy(scope: Scope, headers: Headers) -> str:
    """Whom a proxy has signed in: believed from the named addresses alone, and with the secret."""
    settings, peer = installation(), scope.get("client")
    sent = headers.get(_SECRET, "").encode()
    if not (peer and origin.is_proxy(str(peer[0])) and compare_digest(sent, settings.proxy_secret.encode())):
        return ""
    who = headers.get(settings.proxy_user_header, "").strip()
    groups = tuple(group.strip() for group in headers.get(settings.proxy_groups_header, "").split(",") if group.strip())
    name = _text(headers.get(settings.proxy_name_header, "").strip())
    return identity.of_proxy(SignedIn(_text(who), name, groups)) if who else ""


def _text(header: str) -> str:
    """A header's text: proxies send UTF-8, which the server reads as Latin-1."""
    try:
        return header.encode("latin-1").decode()
    except UnicodeError:
        return header


async def _unknown(scope: Scope, headers: Headers) -> Response | None:
    """The answer to whoever may read nothing: the way to the sign-in, or that there is no role yet."""
    path = scope["path"]
    if any(path == known or path.startswith(f"{known.rstrip('/')}/") for known in OPEN):
        return None
    if installation().is_local or (path == METRICS and not origin.is_forwarded(headers)):
        return None
    if await anyio.to_thread.run_sync(_reads_something):
        return None
    query = scope["query_string"].decode("latin-1")
    use_language(language_of({}))
    someone = await anyio.to_thread.run_sync(user)
    if someone.identity:
        return plain.without_role(headers, someone.signature)
    is_document = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"} and _is_document(path)
    if installation().has_oidc and is_document:
        return RedirectResponse(href(SIGN_IN, {"to": f"{quote(path)}{'?' if query else ''}{query}"}), 303)
    return plain.signed_out(headers) if is_document else PlainTextResponse(_("Sign in to do this."), 401)


def _is_document(path: str) -> bool:
    return path.rstrip("/") in {page.rstrip("/") for page in BY_PATH} or path.startswith((PROJECTOR, FOLLOWER))


def _reads_something() -> bool:
    return bool(memory.boards())


async def _refuse(answer: Response, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer; a socket that is closed before it is open is answered with 403."""
    if scope["type"] == "http":
        await answer(scope, receive, with_headers(send))
        return
    await receive()
    await send({"type": "websocket.close", "code": 1008})
