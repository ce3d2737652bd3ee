"""The gate without a server: what is local, which proxies are believed, and how often one may guess."""

import pytest
from starlette.datastructures import Headers

from lib.store.access import LOCAL, NOBODY, PUBLIC, RoleOn
from lib.store.installation.settings import GroupRole, Installation
from lib.store.people import SignedIn
from lib.web import memory
from lib.web.entrance import gate, identity, limits, origin
from lib.web.entrance.brake import Brake
from tests.helpers.seeded import empty_scratch

SECRET = "hemligt-hemligt-hemligt"
PROXY = Installation(
    public_url="https://malbild.example",
    proxies=("10.0.0.0/8",),
    proxy_secret=SECRET,
    administrators=("Chef@example.se",),
    roles=(GroupRole("styr", "controller", "ekero"), GroupRole("*", "reader", "ekero")),
)


@pytest.fixture
def settings(monkeypatch):
    """Let an installation have other settings than this machine's."""

    def given(installation: Installation) -> None:
        for module in (gate, identity, origin):
            monkeypatch.setattr(module, "installation", lambda: installation)
        monkeypatch.setattr(memory, "store", lambda: empty_scratch("gate"))
        origin.own_address.cache_clear()
        identity.forget()

    yield given
    origin.own_address.cache_clear()
    identity.forget()


def asked(peer: str, version: str = "1.1", **headers: str) -> tuple[dict, Headers]:
    raw = [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": "/", "client": (peer, 1), "http_version": version, "headers": raw}
    return scope, Headers(scope=scope)


@pytest.mark.parametrize(
    ("peer", "version", "headers", "near"),
    [
        ("127.0.0.1", "1.1", {}, True),
        ("::1", "1.1", {}, True),
        ("192.168.1.4", "1.1", {}, False),
        ("127.0.0.1", "1.0", {}, False),
        ("127.0.0.1", "1.1", {"x_forwarded_for": "10.1.1.1"}, False),
        ("127.0.0.1", "1.1", {"via": "1.1 proxy"}, False),
    ],
)
def test_a_local_installation_serves_the_machine_itself(peer, version, headers, near):
    assert origin.is_at_the_machine(*asked(peer, version, **headers)) == near


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("127.0.0.1:8501", True),
        ("localhost", True),
        ("[::1]:8501", True),
        ("evil.example", False),
        ("", False),
        ("[", False),
    ],
)
def test_a_local_installation_is_asked_for_by_names_of_the_machine(settings, host, ours):
    settings(Installation())
    assert origin.is_ours(Headers({"host": host})) == ours


@pytest.mark.parametrize(
    ("host", "ours"),
    [("malbild.example", True), ("MALBILD.example:443", True), ("malbild.example:80", False), ("127.0.0.1", False)],
)
def test_served_to_others_it_is_asked_for_by_its_own_name(settings, host, ours):
    settings(PROXY)
    assert origin.is_ours(Headers({"host": host})) == ours


@pytest.mark.parametrize(
    ("peer", "secret", "who"),
    [
        ("10.0.0.5", SECRET, ("Åsa", "Åsa Ek")),
        ("10.0.0.5", "fel", ()),
        ("10.0.0.5", "", ()),
        ("192.168.0.5", SECRET, ()),
    ],
)
def test_a_proxy_is_believed_from_its_address_with_the_secret(settings, peer, secret, who):
    settings(PROXY)
    names = {"x_forwarded_user": "Åsa", "x_forwarded_name": "Åsa Ek", "x_forwarded_groups": "styr, annat"}
    sent = {name: value.encode().decode("latin-1") for name, value in names.items()}
    scope, headers = asked(peer, x_malbild_proxy_secret=secret, x_malbild_identity="local", **sent)
    someone = identity.user_of(gate._identified(scope, headers))
    assert (someone.identity, someone.name)[: len(who)] == who
    assert someone.roles == ((RoleOn("controller", "ekero"), RoleOn("reader", "ekero")) if who else ())
    inside = Headers(scope=scope)
    assert [name for name in inside if name.startswith(("x-forwarded", "x-malbild-proxy"))] == []


def test_who_nobody_has_signed_in_is_nobody_or_the_public(settings):
    settings(Installation())
    assert identity.user_of("local") == LOCAL
    settings(PROXY)
    assert [identity.user_of(told) for told in ("", "local", "session x")] == [NOBODY] * 3
    settings(Installation(public_url="https://malbild.example", public_reading=True))
    assert [identity.user_of(told) for told in ("", "local", "session x")] == [PUBLIC] * 3


def test_administrators_of_the_settings_are_known_in_any_case_of_letters(settings):
    settings(PROXY)
    assert RoleOn("administrator") in identity.roles_of(SignedIn("chef@EXAMPLE.se", "", ()))


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("192.168.0.5", "1.2.3.4", "192.168.0.5"),
        ("10.0.0.5", "1.2.3.4", "1.2.3.4"),
        ("10.0.0.5", "9.9.9.9, 1.2.3.4, 10.0.0.6", "1.2.3.4"),
        ("10.0.0.5", "", "10.0.0.5"),
    ],
)
def test_who_asks_is_told_by_our_own_proxies_alone(settings, peer, forwarded, client):
    settings(PROXY)
    assert origin.client_of(*asked(peer, x_forwarded_for=forwarded)) == client


def test_a_brake_is_on_after_twenty_wrong_guesses_of_one_address():
    brake = Brake()
    for _guess in range(20):
        assert not brake.is_on("a")
        brake.note("a")
    assert brake.is_on("a")
    assert not brake.is_on("b")


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/visa/live/x", {"content-length": "1000"}, None),
        ("/visa/live/x", {"content-length": "100000"}, 413),
        ("/visa/live/x", {"transfer-encoding": "chunked"}, 411),
        ("/_stcore/upload_file/s/f", {"content-length": "1000"}, None),
        ("/_stcore/upload_file/s/f", {"content-length": str(12 << 20)}, 413),
    ],
)
def test_what_is_sent_is_bounded(path, headers, status):
    scope = {"type": "http", "method": "PUT", "path": path, "headers": []}
    answer = limits.refused(scope, Headers(headers))
    assert (answer and answer.status_code) == status
