"""The shell: documents, headers, languages, what is closed, and static files that come out as they went in."""

import gzip

import brotli
import pytest

from lib.site import PAGES
from lib.web import static
from tests.helpers.server import ask

PATHS = [page.path for page in PAGES]


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_a_swedish_document_with_its_own_title(server, path):
    response, body = ask(server, path)
    html = body.decode()
    assert response.status == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="sv">' in html
    assert " – Målbild</title>" in html
    assert html.partition("</head>")[0].count("<title>") == 1
    assert ("behöver JavaScript" in html) == (path in {"/mote", "/dokument", "/data", "/behorighet"})


def test_titles_differ_between_pages_and_languages(server):
    titles = {
        ask(server, path + query)[1].decode().partition("<title>")[2].partition("<")[0]
        for path in PATHS
        for query in ("", "?lang=en")
    }
    assert len(titles) == 2 * len(PATHS)


def test_the_address_chooses_english(server):
    html = ask(server, "/data?board=ekero&lang=en")[1].decode()
    assert '<html lang="en">' in html
    assert "needs JavaScript" in html


def test_an_unknown_language_is_swedish(server):
    assert '<html lang="sv">' in ask(server, "/?lang=xx")[1].decode()


@pytest.mark.parametrize("path", ["/", "/mal", "/finns-inte", "/_stcore/health", "/static/js/finns-inte.js"])
def test_security_headers(server, path):
    headers = ask(server, path)[0].headers
    policy = headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe-eval" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]


def test_no_inline_script_in_the_document(server):
    html = ask(server, "/trender")[1].decode().replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "<script>" not in html
    assert "http://" not in html
    assert "https://" not in html


def test_the_drawing_library_is_asked_for_with_the_document_only_where_an_indicator_is(server):
    paths = ("/trender", "/trender?board=karlskrona&indicator=kolada-n00090", "/mal?indicator=kolada-n00090")
    assert ['rel="preload" as="script"' in ask(server, path)[1].decode() for path in paths] == [False, True, False]


def test_an_unknown_address_is_a_swedish_404(server):
    response, body = ask(server, "/finns-inte?board=ekero")
    assert response.status == 404
    assert '<html lang="sv">' in body.decode()
    assert "Sidan finns inte" in body.decode()


def test_an_unknown_address_is_an_english_404_when_asked(server):
    response, body = ask(server, "/finns-inte?lang=en")
    assert response.status == 404
    assert "No such page" in body.decode()
    assert 'href="/?lang=en"' in body.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/agent/openapi.json",
        "/_stcore/script-health-check",
        "/component/x/index.html",
        "/static/index.html",
        "/static/../pyproject.toml",
        "/static/%2e%2e/%2e%2e/METADATA",
        "/ui/ui.js",
        "/mal/_stcore/health",
        "/manifest.json",
        "/favicon.png",
        "/malx",
    ],
)
def test_what_the_app_does_not_need_is_closed(server, path):
    assert ask(server, path)[0].status == 404


def test_other_methods_than_reading_are_refused(server):
    assert ask(server, "/mal", "POST")[0].status == 405
    assert ask(server, "/finns-inte", "DELETE")[0].status == 405


def test_head_is_answered_as_get_without_a_body(server):
    response, body = ask(server, "/mal", "HEAD")
    assert (response.status, body) == (200, b"")


def test_a_slash_too_many_leads_to_the_page_with_its_choices(server):
    response, _body = ask(server, "/mal/?board=ekero&goal=1")
    assert (response.status, response.headers["location"]) == (301, "/mal?board=ekero&goal=1")


DECODE = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}


@pytest.mark.parametrize(("offered", "encoding"), [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("", None)])
def test_every_script_and_style_comes_out_as_it_went_in(server, offered, encoding):
    compressible = [address for address in static.files() if address.endswith((".js", ".css"))]
    ours = [address for address in compressible if address.startswith("/ui/")]
    large = [address for address in compressible if "/index." in address]
    for address in (*ours, *large):
        response, body = ask(server, address, accept_encoding=offered)
        assert response.headers.get("content-encoding") == encoding
        assert response.headers["vary"] == "accept-encoding"
        assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert DECODE[encoding](body) == static.encoded(address, "")


def test_an_encoding_that_is_refused_is_not_used(server):
    response, _body = ask(server, static.own("ui.css"), accept_encoding="br;q=0, gzip")
    assert response.headers["content-encoding"] == "gzip"


def test_a_font_is_sent_as_it_is(server):
    font = next(address for address in static.files() if address.endswith(".woff2"))
    response, body = ask(server, font, accept_encoding="br, gzip")
    assert response.headers.get("content-encoding") is None
    assert response.headers["content-type"] == "font/woff2"
    assert body == static.encoded(font, "")


@pytest.mark.parametrize("path", ["/mal", static.own("ui.js")])
def test_what_the_browser_has_is_not_sent_again(server, path):
    first = ask(server, path, accept_encoding="br")[0].headers["etag"]
    other = ask(server, path, accept_encoding="gzip")[0].headers["etag"]
    again, body = ask(server, path, accept_encoding="br", if_none_match=first)
    assert first != other
    assert (again.status, body, again.headers["etag"]) == (304, b"", first)


def test_compressed_files_are_kept_between_starts(tmp_path, monkeypatch):
    monkeypatch.setattr(static, "BUILD_DIR", tmp_path / "static")
    monkeypatch.setattr(static, "_memory", {})
    monkeypatch.setattr(static, "files", lambda: {"/ui/a.css": (static.ASSETS_DIR / "frame.css",)})
    size = static.prepare()
    kept = sorted(path.name for path in (tmp_path / "static").iterdir())
    assert kept == ["ui_a.css.br", "ui_a.css.gzip"]
    assert size == (tmp_path / "static" / "ui_a.css.br").stat().st_size
    assert brotli.decompress(static.encoded("/ui/a.css", "br")) == (static.ASSETS_DIR / "frame.css").read_bytes()


def test_a_folder_that_cannot_be_written_costs_time_and_nothing_else(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(static, "BUILD_DIR", tmp_path / "file" / "static")
    monkeypatch.setattr(static, "_memory", {})
    address = static.own("ui.css")
    assert gzip.decompress(static.encoded(address, "gzip")) == static.encoded(address, "")
