"""Every address of the app, asked for by every role: a route that is not in the table fails."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse

from lib.meetings import live
from lib.site import PAGES
from lib.store import access
from lib.store.installation.settings import GroupRole, Installation
from lib.store.store import open_store
from lib.web import memory
from lib.web.entrance import gate, identity, origin
from tests.helpers.processes import in_a_thread
from tests.store.test_access import made

SECRET = "hemligt-hemligt-hemligt"
ROLES = {
    "other board": GroupRole("other board", "administrator", "c"),
    "reader": GroupRole("reader", "reader", "b"),
    "unit manager": GroupRole("unit manager", "manager", "b", "u"),
    "manager": GroupRole("manager", "manager", "b"),
    "presenter": GroupRole("presenter", "presenter", "b"),
    "controller": GroupRole("controller", "controller", "b"),
    "administrator": GroupRole("administrator", "administrator", "b"),
    "chief": GroupRole("chief", "administrator"),
}
USERS = ["nobody", "without role", "public", *ROLES, "local"]


# What each of USERS is answered: who is not signed in is sent away, who has no role is told so, and the other board's
# administrator hears of no board b.
_READERS, _ALL = 8, len(USERS)
OPEN, LOST = [200] * _ALL, [401, 403, *[404] * 10]
READ = [401, 403, 200, 404, *[200] * _READERS]
OWN_BOARD = [401, 403, 200, 403, *[200] * _READERS]  # what is presented is known by its code, and refused
ANYTHING = [401, 403, *[200] * 10]  # a page that says that there is no board b to whoever may not read it
PRESENT = [401, 403, 403, 404, 403, 403, 403, *[200] * 5]
TABLE = {
    "GET /visa": READ,
    "GET /visa/manus": PRESENT,
    "GET /visa/live/{code}": OWN_BOARD,
    "POST /visa/live/{code}": [401, 403, *[403] * 10],  # none of them has the key
    "GET /visa/kod/{code}.svg": OWN_BOARD,
    "GET /visa/fragor": READ,
    "GET /f/{code}": OWN_BOARD,
    "GET /visa/{rest:path}": LOST,
    "GET /f/{rest:path}": LOST,
    "GET /hamta/original": [401, 403, 403, *[404] * 9],  # the history is not for the public; the file holds no figures
    "GET /hamta/mall.xlsx": READ,
    "GET /hamta/kvartal.docx": LOST,
    "GET /hamta/god-ekonomisk-hushallning.docx": LOST,
    "GET /hamta/visning.html": READ,
    "GET /hamta/{table}.{ending}": READ,
    "GET /hamta/{rest:path}": LOST,
    "GET /datapaket.zip": READ,
    "GET /openapi.json": ANYTHING,
    "GET /halsa": OPEN,
    "GET /halsa/liv": OPEN,
    "GET /metrics": [404] * _ALL,  # not switched on
    "GET /logga-in": [303] * _ALL,
    "GET /logga-in/svar": [400] * _ALL,
    "POST /logga-ut": OPEN,
    "GET /logga-ut": [303] * _ALL,
    **{f"GET /{page}.{kind}": READ for page in ("maluppfyllelse", "mal", "sedan") for kind in ("csv", "json")},
    **{f"GET /{page}.{kind}": READ for page in ("sjukfranvaro", "trender", "kallor") for kind in ("csv", "json")},
    **{f"GET /maluppfyllelse.{kind}": READ for kind in ("svg", "html")},
    **{f"GET /{page}.{kind}": LOST for page in ("mal", "sjukfranvaro", "trender") for kind in ("svg", "html")},
    # Not the app's own routes: pages, Streamlit's, and what is nowhere.
    **{f"GET {page.path}": ANYTHING for page in PAGES},
    "GET /_stcore/health": OPEN,
    "GET /_stcore/stream": ANYTHING,
    "PUT /_stcore/upload_file/a/b": [401, 403, 401, *[200] * 9],
    "GET /media/x": ANYTHING,
    "GET /static/x.js": [404] * _ALL,
    "GET /finns-inte": LOST,
    "POST /": [401, 403, *[405] * 10],
}
FILLED = {"{table}": "saknas", "{ending}": "csv", "{rest:path}": "x/y"}
STEP = json.dumps({"slide": 2, "black": False, "by": "w", "at": 1, "agenda": ""}).encode()


def installation_of(who: str) -> Installation:
    if who == "local":
        return Installation()
    served = {"public_url": "https://malbild.example", "proxies": ("10.0.0.1",), "proxy_secret": SECRET}
    return Installation(**served, roles=tuple(ROLES.values()), public_reading=who == "public")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Starlette]:
    """The app's own middleware and routes, on a store of boards b and c; Streamlit itself is one answer."""
    with pytest.MonkeyPatch.context() as patched:
        file = tmp_path_factory.mktemp("addresses") / "store.sqlite"
        file.write_bytes(made()[1])
        store = open_store(f"sqlite:///{file}")
        patched.setattr(access, "_LOOKS", [*access._LOOKS])
        from app import app as served  # from here on the gate says who reads

        identity.serve(lambda: "")
        patched.setattr(memory, "store", lambda: store)
        own = Starlette(
            routes=served._user_routes,
            middleware=served._user_middleware,
            exception_handlers={**served._exception_handlers, 404: lambda *_of: PlainTextResponse("Streamlit")},
        )
        yield own
        store.close()
    origin.own_address.cache_clear()
    identity.forget()


def status(app: Starlette, monkeypatch, who: str, method: str, address: str) -> int:
    """The status that somebody is answered with; a stream is left when it has begun."""
    settings = installation_of(who)
    for module in (gate, identity, origin):
        monkeypatch.setattr(module, "installation", lambda: settings)
    origin.own_address.cache_clear()
    identity.forget()
    path, _mark, query = address.partition("?")
    headers = {"host": "127.0.0.1" if who == "local" else "malbild.example", "x-malbild-proxy-secret": SECRET}
    if who not in {"nobody", "public", "local"}:
        headers |= {"x-forwarded-user": who, "x-forwarded-groups": who}
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1" if who == "local" else "10.0.0.1", 1),
        "http_version": "1.1",
    }
    return in_a_thread(lambda: asyncio.run(_begun(app, scope)))


async def _begun(app: Starlette, scope: dict[str, Any]) -> int:
    answered = asyncio.get_running_loop().create_future()

    sent = [{"type": "http.request", "body": STEP if scope["method"] == "POST" else b"", "more_body": False}]

    async def receive() -> dict[str, Any]:
        return sent.pop() if sent else await asyncio.get_running_loop().create_future()

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start" and not answered.done():
            answered.set_result(message["status"])

    asking = asyncio.ensure_future(app(scope, receive, send))
    await asyncio.wait([asking, answered], return_when=asyncio.FIRST_COMPLETED)
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    return answered.result()


def test_every_route_stands_in_the_table(app):
    routes = {f"{method} {route.path}" for route in app.routes for method in route.methods - {"HEAD"}}
    assert sorted(routes - TABLE.keys()) == []
    own = {row for row in TABLE if row.split()[1].startswith(("/visa", "/f/", "/hamta", "/logga"))}
    assert sorted(own - routes) == []


@pytest.mark.parametrize("row", TABLE)
def test_everybody_is_answered_as_the_table_says(app, monkeypatch, row):
    method, address = row.split()
    presentation = live.start("b", "m1", "sv")
    for name, value in (FILLED | {"{code}": presentation.code}).items():
        address = address.replace(name, value)
    query = "?board=b&meeting=m1&batch=2&goal=g"
    answers = {who: status(app, monkeypatch, who, method, address + query) for who in USERS}
    live.end(presentation.code)
    assert answers == dict(zip(USERS, TABLE[row], strict=True))
    assert presentation.state.slide == 1
