"""Signing in at a real provider, behind a real proxy with TLS, and what each who is signed in is let in to.

Pages, files, sockets and uploads; also what the proxy may do to them: limits, silence, a new configuration.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
from playwright.sync_api import Browser, Page, expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from lib.site import PAGES
from tests.conftest import PATIENCE, ready
from tests.helpers.databases import free_port
from tests.helpers.nginx import Nginx, proxy
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
NGINX = list[Nginx]()
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
    with (
        proxy(folder / "nginx", port) as nginx,
        provider(folder / "idp", f"{nginx.address}/logga-in/svar", USERS) as issuer,
        pytest.MonkeyPatch.context() as patched,
    ):
        address = nginx.address
        patched.setenv("REQUESTS_CA_BUNDLE", str(nginx.certificate))
        NGINX[:] = [nginx]
        settings = {
            "MALBILD_PUBLIC_URL": address,
            "MALBILD_OIDC_ISSUER": issuer,
            "MALBILD_OIDC_CLIENT_ID": CLIENT,
            "MALBILD_OIDC_CLIENT_SECRET": SECRET,
            "MALBILD_ADMINISTRATORS": "Chef",
            "MALBILD_ROLES": json.dumps(ROLES),
            "MALBILD_PROXIES": "127.0.0.1",
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
        where = f"ws{address[4:]}/_stcore/stream"
        with connect(where, additional_headers=headers, proxy=None, ssl=NGINX[0].trust):
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


@pytest.fixture(scope="module")
def signed_in_page(served: tuple[str, str], browser: Browser) -> Iterator[Page]:
    """A page in which somebody has signed in, on the way to where files are read in."""
    context = browser.new_context(locale="sv-SE", base_url=served[0], ignore_https_errors=True)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto("/data?board=ekero")
    page.fill("input[name=username]", "styr")
    page.fill("input[name=password]", "styr")
    page.press("input[name=password]", "Enter")
    ready(page)
    yield page
    context.close()


def drop(page: Page, content: bytes) -> None:
    page.locator("input[type=file]").set_input_files({"name": "siffror.csv", "mimeType": "text/csv", "buffer": content})


def test_behind_the_proxy_a_page_is_read_connects_and_takes_a_file(signed_in_page):
    assert urlsplit(signed_in_page.url).path == "/data"
    drop(signed_in_page, b"indicator;value\nfinns-inte;1\n")
    expect(signed_in_page.get_by_text("finns-inte").first).to_be_visible()


def test_a_file_that_the_proxy_does_not_take_is_told_in_a_sentence(signed_in_page):
    NGINX[0].configure(**{"client_max_body_size 12m": "client_max_body_size 1m"})
    drop(signed_in_page, b"indicator;value\n" + b"hme;1\n" * 400_000)
    told = signed_in_page.get_by_text(
        "Filen togs inte emot: den är större än vad servern eller en proxy på vägen tar emot, eller så är för många "
        "filer öppna. Inget sparades."
    )
    expect(told.first).to_be_visible()
    assert "Axios" not in signed_in_page.inner_text("body")


def test_a_socket_that_the_proxy_closes_comes_back(signed_in_page):
    signed_in_page.evaluate(SOCKETS)
    NGINX[0].configure(**{"proxy_read_timeout 1h": "proxy_read_timeout 2s"})  # it also closes those of before
    signed_in_page.wait_for_function("() => window.mbSeen.filter((state) => state === 'CONNECTED').length > 1")
    NGINX[0].configure()
    signed_in_page.get_by_role("link", name="Historik").click()
    signed_in_page.wait_for_url("**view=history**")
    expect(signed_in_page.get_by_role("heading", name="Historik")).to_be_visible()


# The states of the connection, from now on.
SOCKETS = """() => {
  const app = document.querySelector('#root [data-testid="stApp"]');
  window.mbSeen = [];
  const see = () => window.mbSeen.push(app.dataset.testConnectionState);
  new MutationObserver(see).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
}"""
