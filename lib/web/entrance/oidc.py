"""Signing in at an OpenID Connect provider: the code flow with PKCE, and what the provider's token must hold.

OpenID Connect Core 1.0, sections 3.1.2 and 3.1.3.7; RFC 7636 for PKCE; OpenID Connect RP-Initiated Logout 1.0.
"""

import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any
from urllib.parse import urlencode

import requests
from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]
from authlib.integrations.requests_client import OAuth2Session  # type: ignore[import-untyped]
from cachetools import TTLCache, cached
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from lib.site import SIGN_IN, SIGNED_IN
from lib.store.installation.given import installation
from lib.store.people import SignedIn

_PATIENCE, _AN_HOUR, _CLOCKS_DIFFER = 8, 3600, 60  # seconds
_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
_lock = Lock()


class ProviderAway(Exception):
    """The provider does not answer, or not as one."""


class NotSignedIn(Exception):
    """The provider's answer does not hold; the message is for the log."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in that has begun: where the browser goes, and what must come back with it."""

    address: str
    state: str
    nonce: str
    verifier: str


def begin() -> Begun:
    """Begin to sign in. Raises ProviderAway."""
    state, nonce, verifier = (secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(48))
    address, _state = _client().create_authorization_url(
        str(_provider()["authorization_endpoint"]), state=state, nonce=nonce, code_verifier=verifier
    )
    return Begun(address, state, nonce, verifier)


def finish(code: str, nonce: str, verifier: str) -> SignedIn:
    """Whoever the provider's code is about. Raises ProviderAway, NotSignedIn."""
    provider, client = _provider(), _client()
    try:
        token = client.fetch_token(
            str(provider["token_endpoint"]), code=code, code_verifier=verifier, timeout=_PATIENCE
        )
    except (requests.RequestException, ValueError) as error:
        raise ProviderAway(str(error)) from error
    except AuthlibBaseError as error:
        raise NotSignedIn(str(error)) from error
    proof = str(token.get("id_token", ""))
    claims = _claims(proof, nonce)
    settings = installation()
    if not {settings.oidc_groups_claim, settings.oidc_user_claim} <= claims.keys() and provider.get(
        "userinfo_endpoint"
    ):
        claims = {**_userinfo(client, str(provider["userinfo_endpoint"]), claims), **claims}
    identity = str(claims.get(settings.oidc_user_claim) or "")
    if not identity:
        raise NotSignedIn(f"the token has no {settings.oidc_user_claim}")
    return SignedIn(identity, str(claims.get(settings.oidc_name_claim) or ""), _groups(claims), proof)


def end(proof: str) -> str:
    """Where the browser ends the sign-in at the provider too; '' where it has no such address or is away."""
    try:
        address = str(_provider().get("end_session_endpoint") or "")
    except ProviderAway:
        return ""
    back = f"{installation().public_url.rstrip('/')}{SIGN_IN}"
    query = {"id_token_hint": proof, "client_id": installation().oidc_client_id, "post_logout_redirect_uri": back}
    return f"{address}?{urlencode(query)}" if address else ""


def _client() -> OAuth2Session:
    settings = installation()
    return OAuth2Session(
        settings.oidc_client_id,
        settings.oidc_client_secret,
        scope=settings.oidc_scopes,
        redirect_uri=f"{settings.public_url.rstrip('/')}{SIGNED_IN}",
        code_challenge_method="S256",
    )


@cached(TTLCache(1, _AN_HOUR), lock=_lock)
def _provider() -> Mapping[str, Any]:
    """The provider's own account of itself. Raises ProviderAway."""
    issuer = installation().oidc_issuer.rstrip("/")
    found: Mapping[str, Any] = _fetched(f"{issuer}/.well-known/openid-configuration")
    lacking = {"authorization_endpoint", "token_endpoint", "jwks_uri", "issuer"} - found.keys()
    if lacking or str(found["issuer"]).rstrip("/") != issuer:
        raise ProviderAway(f"{issuer} is no provider of that name")
    return found


_keys_of: TTLCache[str, KeySet] = TTLCache(1, _AN_HOUR)


def _keys(fresh: bool) -> KeySet:
    """The keys that the provider signs with. Raises ProviderAway."""
    address = str(_provider()["jwks_uri"])
    if fresh or address not in _keys_of:
        try:
            _keys_of[address] = KeySet.import_key_set(_fetched(address))
        except (JoseError, ValueError, KeyError) as error:
            raise ProviderAway(str(error)) from error
    return _keys_of[address]


def _fetched(address: str) -> Any:
    try:
        answer = requests.get(address, timeout=_PATIENCE)
        answer.raise_for_status()
        return answer.json()
    except (requests.RequestException, ValueError) as error:
        raise ProviderAway(str(error)) from error


def _claims(proof: str, nonce: str) -> dict[str, Any]:
    """What the token says, once it is known to be the provider's, to us, now, and of this sign-in."""
    settings = installation()
    try:
        token = _decoded(proof)
        registry = jwt.JWTClaimsRegistry(
            now=lambda: int(time.time()),
            leeway=_CLOCKS_DIFFER,
            iss={"essential": True, "value": str(_provider()["issuer"])},
            aud={"essential": True, "value": settings.oidc_client_id},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        registry.validate(token.claims)
    except (JoseError, ValueError) as error:
        raise NotSignedIn(str(error)) from error
    if token.claims.get("azp") not in (None, settings.oidc_client_id):
        raise NotSignedIn("the token was made for another client")
    return dict(token.claims)


def _decoded(proof: str) -> jwt.Token:
    """The token by the keys that are known, else by those the provider has now."""
    try:
        return jwt.decode(proof, _keys(fresh=False), algorithms=_ALGORITHMS)
    except (JoseError, ValueError):
        return jwt.decode(proof, _keys(fresh=True), algorithms=_ALGORITHMS)


def _userinfo(client: OAuth2Session, address: str, claims: Mapping[str, Any]) -> dict[str, Any]:
    """What the provider tells beside the token, of the same person."""
    try:
        told = client.get(address, timeout=_PATIENCE).json()
    except (requests.RequestException, ValueError, AuthlibBaseError):
        return {}
    return told if isinstance(told, dict) and told.get("sub") == claims["sub"] else {}


def _groups(claims: Mapping[str, Any]) -> tuple[str, ...]:
    given = claims.get(installation().oidc_groups_claim) or ()
    return tuple(str(group) for group in ([given] if isinstance(given, str) else given))
