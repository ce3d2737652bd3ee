"""The addresses by which one signs in and out.

    /logga-in?to=…      to the provider, and back to the page that was asked for
    /logga-in/svar      the provider's answer
    /logga-ut (POST)    the end of it, in every tab, and at the provider

What must come back with the provider's answer waits in a signed cookie: nothing is kept of those who never come back.
"""

import hmac
import json
import logging
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from lib.site import OVERVIEW, SIGN_IN, SIGN_OUT, SIGNED_IN, href
from lib.store.access import acting_as
from lib.store.installation.given import installation
from lib.store.people import SignedIn, hash_of
from lib.web import plain
from lib.web.entrance import identity, oidc
from lib.web.entrance.gate import COOKIE
from lib.web.entrance.oidc import NotSignedIn, ProviderAway
from lib.words.language import DEFAULT_LANGUAGE, _, use_language

LOG = logging.getLogger(__name__)
OPEN = (SIGN_IN, SIGNED_IN, SIGN_OUT)
_WAITING, _PATIENCE = "malbild-inloggning", 15 * 60  # seconds to sign in at the provider


async def sign_in(request: Request) -> Response:
    """To the provider."""
    use_language(DEFAULT_LANGUAGE)
    if not installation().has_oidc:
        return RedirectResponse(_own(OVERVIEW), 303)
    try:
        begun = await run_in_threadpool(oidc.begin)
    except ProviderAway as error:
        return _away(request, error)
    waiting = [begun.state, begun.nonce, begun.verifier, _page_of(request.query_params.get("to", "")), time.time()]
    answer = RedirectResponse(begun.address, 303, {"cache-control": "no-store"})
    signed = await run_in_threadpool(_signed, json.dumps(waiting).encode())
    _keep(answer, _WAITING, signed, _PATIENCE, SIGN_IN)
    return answer


async def answered(request: Request) -> Response:
    """Back from the provider."""
    use_language(DEFAULT_LANGUAGE)
    query, again = request.query_params, _own(SIGN_IN)
    waiting = await run_in_threadpool(_opened, request.cookies.get(_WAITING, ""))
    if waiting is None or not hmac.compare_digest(waiting[0], query.get("state", "")):
        text = _("The sign-in took too long, or was begun in another window. Begin again.")
        return plain.told(request.headers, _("You are not signed in"), text, again, _("Sign in"), 400)
    if "code" not in query:
        LOG.warning("the provider refused a sign-in: %s", query.get("error", "")[:80])
        text = _("The sign-in was refused or broken off at the provider.")
        return plain.told(request.headers, _("You are not signed in"), text, again, _("Sign in"), 403)
    try:
        who = await run_in_threadpool(oidc.finish, query["code"], waiting[1], waiting[2])
    except ProviderAway as error:
        return _away(request, error)
    except NotSignedIn as error:
        LOG.warning("a sign-in does not hold: %s", error)
        text = _("The provider’s answer does not hold. Begin again; if it happens again, tell whoever runs the system.")
        return plain.told(request.headers, _("You are not signed in"), text, again, _("Sign in"), 400)
    token = await run_in_threadpool(_noted, who)
    answer = RedirectResponse(waiting[3], 303, {"cache-control": "no-store"})
    _keep(answer, COOKIE, token, installation().session_hours * 3600, OVERVIEW)
    _keep(answer, _WAITING, "", 0, SIGN_IN)
    return answer


async def sign_out(request: Request) -> Response:
    """The end of a sign-in."""
    use_language(DEFAULT_LANGUAGE)
    token = request.cookies.get(COOKIE, "")
    there = await run_in_threadpool(_ended, token) if token else ""
    text = _("You are signed out of Målbild in all its windows.")
    if there:
        text += " " + _("You are signed out at the provider too, in a moment.")
    answer = plain.told(request.headers, _("Signed out"), text, _own(OVERVIEW), _("Sign in again"), 200)
    answer.headers["cache-control"] = "no-store"
    if there:
        answer.headers["refresh"] = f"1; url={there}"
    _keep(answer, COOKIE, "", 0, OVERVIEW)
    return answer


async def still_here(_request: Request) -> Response:
    """Nobody is signed out by a link, which any page may have."""
    return RedirectResponse(_own(OVERVIEW), 303)


def _noted(who: SignedIn) -> str:
    people = identity.people()
    token = people.sign_in(who, installation().session_hours)
    with acting_as(identity.user_of(f"{identity.SESSION} {hash_of(token)}")):
        people.note("signed in")
    return token


def _ended(token: str) -> str:
    """Sign out; gives the provider's address for the same."""
    people, hashed = identity.people(), hash_of(token)
    who = people.signed_in(hashed)
    if who is None:
        return ""
    with acting_as(identity.user_of(f"{identity.SESSION} {hashed}")):
        people.note("signed out")
    people.sign_out(hashed)
    identity.forget()
    return oidc.end(who.proof)


def _away(request: Request, error: ProviderAway) -> Response:
    LOG.error("the provider does not answer: %s", error)
    text = _("The sign-in does not answer right now. Who is signed in already can go on. Try again in a moment.")
    return plain.told(request.headers, _("You are not signed in"), text, _own(SIGN_IN), _("Try again"), 503)


def _page_of(to: str) -> str:
    """The page to come back to: one of ours, else the first."""
    is_own = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable() and len(to) < 1500
    return _own(to) if is_own and not to.startswith((SIGN_IN, SIGN_OUT)) else _own(OVERVIEW)


def _own(path: str) -> str:
    return href(path, {})


def _keep(answer: Response, name: str, text: str, age: int, path: str) -> None:
    """Let the browser keep a cookie for so many seconds (0 = no longer), out of reach of scripts and other sites."""
    answer.set_cookie(name, text, age, path=_own(path), secure=installation().is_https, httponly=True, samesite="lax")


def _signed(content: bytes) -> str:
    return f"{urlsafe_b64encode(content).decode()}.{_signature(content)}"


def _opened(cookie: str) -> list[str] | None:
    """What waits in the cookie, if we wrote it and it is not too old."""
    content, _dot, signature = cookie.partition(".")
    try:
        said = urlsafe_b64decode(content)
    except ValueError:
        return None
    if not hmac.compare_digest(_signature(said).encode(), signature.encode()):
        return None
    *waiting, at = json.loads(said)
    return waiting if time.time() - at < _PATIENCE else None


def _signature(content: bytes) -> str:
    return hmac.new(identity.people().secret(), b"sign-in " + content, sha256).hexdigest()


ROUTES = [
    Route(SIGN_IN, sign_in),
    Route(SIGNED_IN, answered),
    Route(SIGN_OUT, sign_out, methods=["POST"]),
    Route(SIGN_OUT, still_here),
]
