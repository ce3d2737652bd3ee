"""Who a request is from: the gate writes it into one header, which everything behind the gate believes.

The header is `local`, `session` with the hash of the cookie's token, or `proxy` with what the proxy said; without one
nobody is known. A socket has the header of its handshake, so that each run of a page asks again whether it still holds.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from contextvars import ContextVar
from threading import Lock

from cachetools import TTLCache, cached

from lib.store import access
from lib.store.access import LOCAL, NOBODY, PUBLIC, RoleOn, User
from lib.store.installation.given import installation
from lib.store.people import People, SignedIn
from lib.web import memory

HEADER = "x-malbild-identity"
LOCAL_WORD, SESSION, PROXY = "local", "session", "proxy"
EVERYBODY = "*"
# A sign-in that ends at another server, and a role that is given there, hold here this many seconds later.
_FRESH = 2
_told: ContextVar[str | None] = ContextVar("identity", default=None)
_seen: TTLCache[str, User] = TTLCache(4096, _FRESH)
_lock = Lock()


def serve(header_of_run: Callable[[], str]) -> None:
    """Let the store ask here who the user is; `header_of_run` gives the header of the page that runs in a thread."""

    def look() -> User:
        told = _told.get()
        return user_of(header_of_run() if told is None else told)

    access.identify_by(look)


def tell(told: str) -> None:
    """Say who the request of this context is from."""
    _told.set(told)


def of_proxy(who: SignedIn) -> str:
    """The header's text for somebody whom a proxy has signed in."""
    said = json.dumps([who.identity, who.name, who.groups]).encode()
    return f"{PROXY} {urlsafe_b64encode(said).decode()}"


@cached(_seen, lock=_lock)
def user_of(told: str) -> User:
    """The user that the header's text means."""
    kind, _space, text = told.partition(" ")
    settings = installation()
    if kind == LOCAL_WORD and settings.is_local:
        return LOCAL
    who = None
    if kind == SESSION:
        who = people().signed_in(text)
    elif kind == PROXY:
        identity, name, groups = json.loads(urlsafe_b64decode(text))
        who = SignedIn(identity, name, tuple(groups))
    if who is None:
        return PUBLIC if settings.public_reading else NOBODY
    return User(who.identity, who.name, roles_of(who))


def roles_of(who: SignedIn) -> tuple[RoleOn, ...]:
    """The roles that settings, groups and administrators give somebody."""
    settings, groups = installation(), {*who.groups, EVERYBODY}
    roles = [RoleOn(row.role, row.board, row.unit) for row in settings.roles if row.group in groups]
    if who.identity.casefold() in {name.casefold() for name in settings.administrators}:
        roles.append(RoleOn("administrator"))
    if settings.public_reading:
        roles.append(RoleOn("reader"))
    return tuple(dict.fromkeys([*roles, *people().roles_of(who.identity)]))


def people() -> People:
    """The people of the store that is read."""
    return memory.store().people


def forget() -> None:
    """Ask again who everybody is: somebody has signed out, or got a role."""
    with _lock:
        _seen.clear()
