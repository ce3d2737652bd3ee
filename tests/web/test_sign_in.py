"""Signing in at a real provider, and what each who is signed in is let in to: pages, files, sockets and uploads."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from lib.site import PAGES
from tests.helpers.databases import free_port
from tests.helpers.provider import CLIENT, SECRET, provider
from tests.helpers.seeded import copy_of
from tests.helpers.server import running_on

# Many groups: as a token, more than a cookie may hold.
MANY = [f"{number:08d}-0000-4000-8000-000000000000" for number in range(250)]
USERS = {"las": [*MANY, "lasare"], "styr": ["styrning"], "utan": [], "chef": []}
ROLES = [
    {"group": "lasare", "role": "reader", "board": "ekero"},
    {"group": "styrning", "role": "controller", "board": "ekero"},
]
CLOSED = [
    "/hamta/saknas.csv?board=ekero",
    "/datapaket.zip?board=ekero",
    "/visa?board=ekero",
    "/media/abc",
    "/visa/fragor",
]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, seed_file: Path) -> Iterator[tuple[str, str]]:
    """The addresses of a server that users sign in to, and of its provider."""
    folder, port = tmp_path_factory.mktemp("sign-in"), free_port()
    address = f"http://127.0.0.1:{port}"
    with provider(folder / "idp", f"{address}/logga-in/svar", USERS) as issuer:
        settings = {
            "MALBILD_PUBLIC_URL": address,
            "MALBILD_OIDC_ISSUER": issuer,
            "MALBILD_OIDC_CLIENT_ID": CLIENT,
            "MALBILD_OIDC_CLIENT_SECRET": SECRET,
            "MALBILD_ADMINISTRATORS": "Chef",
            "MALBILD_ROLES": json.dumps(ROLES),
        }
        with running_on(copy_of(seed_file, folder), folder, port, **settings):
            yield address, issuer


def signed_in(address: str, who: str, to: str = "/") -> tuple[requests.Session, requests.Response]:
    """A browser in which somebody has signed in on the way to a page, and the page."""
    browser = requests.Session()
    form = browser.get(address + to)
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form.text))
    return browser, browser.post(form.url, {**fields, "username": who, "password": who})


def handshake(address: str, **headers: str) -> int:
    """The status of the answer to a socket's handshake; 101 where it is let in."""
    try:
        with connect(f"ws{address[4:]}/_stcore/stream", additional_headers=headers, proxy=None):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code


def test_who_is_not_signed_in_gets_nothing_but_the_way_to_the_provider(served):
    address, issuer = served
    for page in PAGES:
        answer = requests.get(f"{address}{page.path}?board=ekero", allow_redirects=False)
        assert (answer.status_code, urlsplit(answer.headers["location"]).path) == (303, "/logga-in"), page.path
        assert "board%3Dekero" in answer.headers["location"]
    assert requests.get(f"{address}/", allow_redirects=True).url.startswith(f"{issuer}/authorize?")
    for path in CLOSED:
        assert requests.get(address + path, allow_redirects=False).status_code in {303, 401}, path
    assert handshake(address) == 403
    assert requests.put(f"{address}/_stcore/upload_file/a/b", b"x").status_code == 401


def test_who_signs_in_comes_to_the_page_asked_for_and_may_what_the_groups_say(served):
    address, _issuer = served
    browser, page = signed_in(address, "las", "/mal?board=ekero&year=2017")
    assert (page.status_code, page.url) == (200, f"{address}/mal?board=ekero&year=2017")
    cookie = next(cookie for cookie in browser.cookies if cookie.name == "malbild")
    assert len(cookie.value or "") < 100
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert "Ekerö" in page.text
    assert "Helsingborg" not in page.text
    assert "Logga ut" in page.text
    assert browser.get(f"{address}/hamta/saknas.csv?board=ekero").status_code == 200
    assert browser.get(f"{address}/hamta/saknas.csv?board=helsingborg").status_code == 404
    assert "finns inte" in browser.get(f"{address}/?board=helsingborg").text
    assert browser.get(f"{address}/mal.csv?board=helsingborg").status_code == 404
    assert handshake(address, Cookie=f"malbild={cookie.value}", Origin=address) == 101


def test_who_has_no_role_is_told_so(served):
    _browser, page = signed_in(served[0], "utan")
    assert page.status_code == 403
    assert "Du är inloggad som utan, som ännu inte har någon roll" in page.text


def test_the_administrator_of_the_settings_sees_all_boards_and_the_closed_page(served):
    browser, page = signed_in(served[0], "chef")
    assert "Helsingborg" in page.text
    assert "Behörighet och logg" in page.text
    assert "Behörighet och logg" not in signed_in(served[0], "styr")[1].text
    assert "Loading" not in browser.get(served[0]).text


def test_signing_out_ends_it_everywhere(served):
    address, issuer = served
    browser, _page = signed_in(address, "styr")
    other = requests.Session()
    other.cookies.update(browser.cookies)
    assert browser.get(f"{address}/logga-ut").url == f"{address}/"
    evil = browser.post(f"{address}/logga-ut", headers={"origin": "http://evil.example"})
    assert evil.status_code == 403
    out = browser.post(f"{address}/logga-ut", headers={"origin": address})
    assert "Du är utloggad ur Målbild i alla fönster." in out.text
    assert out.headers["refresh"].startswith(f"1; url={issuer}/logout?")
    assert other.get(address, allow_redirects=False).status_code == 303
    assert handshake(address, Cookie=f"malbild={other.cookies['malbild']}") == 403


@pytest.mark.parametrize(
    ("query", "status"),
    [("", 400), ("?state=x&code=y", 400), ("?error=access_denied", 400), ("?state=&code=", 400)],
)
def test_an_answer_that_nobody_waits_for_is_refused(served, query, status):
    assert requests.get(f"{served[0]}/logga-in/svar{query}").status_code == status


def test_an_answer_with_a_code_of_another_sign_in_does_not_hold(served):
    address, _issuer = served
    browser = requests.Session()
    begun = browser.get(f"{address}/logga-in", allow_redirects=False)
    [state] = re.findall(r"[?&]state=([^&]+)", begun.headers["location"])
    answer = browser.get(f"{address}/logga-in/svar?state={state}&code=gissad")
    assert answer.status_code == 400
    assert "går inte att lita på" in answer.text
    assert requests.get(f"{address}/logga-in/svar?state={state}&code=gissad").status_code == 400
    refused = browser.get(f"{address}/logga-in/svar?state={state}&error=access_denied")
    assert (refused.status_code, "nekades eller avbröts" in refused.text) == (403, True)


@pytest.mark.parametrize("to", ["//evil.example", "/\\evil.example", "https://evil.example", "/logga-ut"])
def test_one_comes_back_to_a_page_of_ours_alone(served, to):
    address, _issuer = served
    browser = requests.Session()
    form = browser.get(f"{address}/logga-in", params={"to": to})
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form.text))
    page = browser.post(form.url, {**fields, "username": "styr", "password": "styr"})
    assert page.url == f"{address}/"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 421),
        ({"x-malbild-identity": "local"}, 303),
        ({"x-forwarded-user": "chef", "x-malbild-proxy-secret": ""}, 303),
    ],
)
def test_what_a_stranger_says_counts_for_nothing(served, headers, status):
    assert requests.get(served[0], headers=headers, allow_redirects=False).status_code == status


def test_a_page_of_another_site_opens_no_socket(served):
    address, _issuer = served
    browser, _page = signed_in(address, "styr")
    cookie = f"malbild={browser.cookies['malbild']}"
    assert handshake(address, Cookie=cookie, Origin="http://evil.example") == 403
    assert handshake(address, Cookie=cookie, Origin="http://127.0.0.1:1") == 403
