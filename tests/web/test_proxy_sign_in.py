"""A proxy that signs users in itself: nginx with a list of users in front of our gate and the pages as documents."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import requests
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware

from lib.store import access
from lib.store.installation.settings import GroupRole, Installation
from lib.web import memory
from lib.web.entrance import gate, identity, origin
from lib.web.entrance.gate import Gate
from lib.web.shell import Shell
from tests.helpers.databases import free_port
from tests.helpers.nginx import Nginx, proxy

SECRET = "hemligt-hemligt-hemligt"
USERS = {"åsa": "ett", "bo": "två"}
# What docs/sign-in.md asks of the proxy, in the place of the lines that take the names away.
SIGNS_IN = {
    "location / {": 'location / {\nauth_basic "Kommunen";\nauth_basic_user_file users;',
    'X-Forwarded-User ""': "X-Forwarded-User $remote_user",
    'X-Forwarded-Groups ""': "X-Forwarded-Groups kommunen",
    'X-Malbild-Proxy-Secret ""': f"X-Malbild-Proxy-Secret {SECRET}",
}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, seeded) -> Iterator[tuple[Nginx, str]]:
    """The proxy, and the address that it asks."""
    folder, port = tmp_path_factory.mktemp("proxy"), free_port()
    with proxy(folder / "nginx", port, **SIGNS_IN) as nginx, pytest.MonkeyPatch.context() as patched:
        (nginx.folder / "users").write_text("".join(f"{who}:{{PLAIN}}{word}\n" for who, word in USERS.items()))
        installation = Installation(
            public_url=nginx.address,
            proxies=("127.0.0.1",),
            proxy_secret=SECRET,
            roles=(GroupRole("kommunen", "reader", "ekero"),),
        )
        for module in (gate, identity, origin):
            patched.setattr(module, "installation", lambda: installation)
        patched.setattr(memory, "store", lambda: seeded)
        patched.setattr(access, "_LOOKS", [*access._LOOKS])
        patched.setenv("REQUESTS_CA_BUNDLE", str(nginx.certificate))
        origin.own_address.cache_clear()
        identity.forget()
        identity.serve(lambda: "")
        app = Starlette(middleware=[Middleware(Gate), Middleware(Shell)])
        with answering(app, port):
            yield nginx, f"http://127.0.0.1:{port}"
    origin.own_address.cache_clear()
    identity.forget()


@contextmanager
def answering(app: Starlette, port: int) -> Iterator[None]:
    """A server of an app, in a thread of its own."""
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield
    server.should_exit = True
    thread.join()


def test_whom_the_proxy_signs_in_reads_as_the_groups_say(served):
    address = served[0].address
    page = requests.get(f"{address}/?board=ekero", auth=("åsa".encode(), b"ett"))
    assert page.status_code == 200
    assert "Ekerö" in page.text
    assert "åsa" in page.text
    assert "Helsingborg" not in page.text
    assert "finns inte" in requests.get(f"{address}/?board=helsingborg", auth=("bo", "två".encode())).text


def test_what_a_browser_says_it_is_counts_for_nothing(served):
    nginx, behind = served
    spoofed = {"x-forwarded-user": "chef", "x-malbild-proxy-secret": SECRET, "x-malbild-identity": "local"}
    assert requests.get(nginx.address, headers=spoofed).status_code == 401  # nginx asks for a password
    page = requests.get(f"{nginx.address}/?board=ekero", headers=spoofed, auth=("bo", "två".encode()))
    assert (page.status_code, "chef" in page.text, "bo" in page.text) == (200, False, True)
    # Who reaches the server past the proxy has no secret, or another's name for it.
    host = nginx.address.removeprefix("https://")
    for headers in ({}, {"x-forwarded-user": "chef"}, {"x-forwarded-user": "chef", "x-malbild-proxy-secret": "gissat"}):
        answer = requests.get(behind, headers={"host": host, **headers})
        assert answer.status_code == 401
        assert "chef" not in answer.text
    assert requests.get(behind).status_code == 421
