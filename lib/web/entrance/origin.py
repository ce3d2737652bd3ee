"""Whether a request was meant for this server, and by a page of its own.

A browser can be led to send requests to a server on its own machine under a name of the attacker's (DNS rebinding):
what is not asked for under our own name is refused, and so is a socket or a writing that another site's page asks for.
"""

from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

from lib.store.installation.given import installation
from lib.store.installation.settings import is_loopback

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via")
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """The address that users see: its scheme, and its host with the port where that is not the usual one."""

    scheme: str
    host: str

    @property
    def origin(self) -> str:
        """As browsers name where a page is from."""
        return f"{self.scheme}://{self.host}"


@cache
def own_address() -> OwnAddress | None:
    """The address of this installation; None on one's own machine, where any port is."""
    url = urlsplit(installation().public_url)
    if not url.hostname:
        return None
    port = "" if url.port in (None, _PORTS[url.scheme]) else f":{url.port}"
    return OwnAddress(url.scheme, f"{url.hostname}{port}".lower())


def address_here(headers: Headers) -> OwnAddress:
    """The address by which a request that is let in was sent."""
    return own_address() or OwnAddress("http", headers.get("host", ""))


def is_ours(headers: Headers) -> bool:
    """Whether the request names this server."""
    host = headers.get("host", "").lower()
    own = own_address()
    if own:
        scheme_port = f":{_PORTS[own.scheme]}"
        return host.removesuffix(scheme_port) == own.host
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    return is_loopback(name)


def is_at_the_machine(scope: Scope, headers: Headers) -> bool:
    """Whether a request to a local installation comes from the machine itself, and through no proxy.

    A proxy that is set up without a word about it speaks HTTP 1.0 or says for whom it asks.
    """
    peer = scope.get("client")
    is_near = peer is not None and is_loopback(peer[0])
    return is_near and not is_forwarded(headers) and scope.get("http_version") != "1.0"


def is_forwarded(headers: Headers) -> bool:
    """Whether a proxy says that it asks for somebody else."""
    return any(name in headers for name in _FORWARDED)


def is_from_own_page(scope: Scope, headers: Headers) -> bool:
    """Whether a socket, or a request that may change something, is sent by a page of ours or by no page at all."""
    if scope["type"] == "http" and scope["method"] in SAFE:
        return True
    origin = headers.get("origin")
    if origin is not None:
        return origin.lower() == address_here(headers).origin.lower()
    return headers.get("sec-fetch-site", "none") in {"none", "same-origin"}


def client_of(scope: Scope, headers: Headers) -> str:
    """The address of whoever asks: that of the connection, or what our own proxies say."""
    peer = scope.get("client")
    address = str(peer[0]) if peer else ""
    for before in reversed([part.strip() for part in headers.get("x-forwarded-for", "").split(",") if part.strip()]):
        if not is_proxy(address):
            break
        address = before
    return address


def is_proxy(address: str) -> bool:
    """Whether an address is one of the proxies in front of the server."""
    try:
        near = ip_address(address)
    except ValueError:
        return False
    return any(near in network for network in installation().networks)
