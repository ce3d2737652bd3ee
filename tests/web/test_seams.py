"""The places where Målbild reaches into Streamlit: an update that moves one fails here, by name."""

import re
import socket
from functools import cache
from pathlib import Path

import pytest
from streamlit.web.server.starlette import starlette_server
from uvicorn.config import LOGGING_CONFIG

from lib.site import PAGES
from lib.web import shell
from lib.web.seams import bundle, server, words
from lib.web.seams.bundle import SeamError, scripts_of
from lib.web.seams.document import document, once
from lib.words.language import translated

WEB = Path(__file__).parents[2] / "lib" / "web"
SHEETS_AND_SCRIPTS = sorted([*WEB.rglob("*.css"), *WEB.rglob("*.js")])
NEW = {"language": "sv", "head": "HEAD", "no_script": "NO", "first": "FIRST"}


@cache
def theirs() -> str:
    """All of Streamlit's scripts."""
    return "\n".join(file.read_text(encoding="utf-8") for file in (bundle.FOLDER / "static" / "js").glob("*.js"))


def test_every_substitution_in_the_document_is_made_once():
    html = document(**NEW)
    for text in ('<html lang="sv">', "HEAD", "<noscript>NO</noscript>"):
        assert html.count(text) == 1
    assert html.count('FIRST<div id="root"></div>') == 1
    assert html.count('<meta name="mb-app" content="/static/js/index.') == 1
    assert '<link rel="modulepreload"' not in html
    for text in ("<!--", "<title>", "<script>", "shortcut icon", "service-desc", '"./', 'lang="en"'):
        assert text not in html
    addresses = re.findall(r'(/static/[^" ]+)', html)
    assert len(addresses) > 10
    assert [address for address in addresses if not (bundle.FOLDER / address[1:]).is_file()] == []


PARTS = (
    '<html lang="en">',
    "<script>",
    '<link rel="shortcut icon"',
    '<link rel="service-desc"',
    "<title>",
    "<noscript>",
    '<div id="root"></div>',
)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("times", [0, 2])
def test_a_document_that_has_changed_is_an_error_and_no_silent_loss(monkeypatch, part, times):
    changed = bundle.index().replace(part, "<b>" if not times else f"{part}</title></noscript></script>{part}", 1)
    monkeypatch.setattr("lib.web.seams.document.index", lambda: changed)
    with pytest.raises(SeamError, match="Install what requirements"):
        document(**NEW)


WHOLE = {"the app's script": r'<script type="module".*?</script>', "the whole font": r'<link\s+rel="preload".*?/>'}


@pytest.mark.parametrize("pattern", WHOLE.values(), ids=WHOLE.keys())
@pytest.mark.parametrize("times", [0, 2])
def test_an_element_that_is_gone_or_there_twice_is_an_error(monkeypatch, pattern, times):
    changed = re.sub(pattern, lambda element: times * element[0], bundle.index(), flags=re.DOTALL)
    monkeypatch.setattr("lib.web.seams.document.index", lambda: changed)
    with pytest.raises(SeamError, match="Install what requirements"):
        document(**NEW)


def test_what_is_put_in_is_no_pattern():
    assert once("a.", r"\1\g<0>", "b a- c") == r"b \1\g<0> c"


@pytest.mark.parametrize("part", sorted({*shell.EARLY, *(part for page in PAGES for part in page.scripts)}))
def test_every_script_that_is_fetched_ahead_is_there(part):
    addresses = scripts_of(part)
    assert addresses[0].startswith(f"/static/js/{part}.")
    assert [address for address in addresses if not (bundle.FOLDER / address[1:]).is_file()] == []
    assert [address for address in addresses if address in document(**NEW)] == []


def test_a_script_that_is_gone_is_an_error():
    with pytest.raises(SeamError, match="0 scripts are called NoSuchControl"):
        scripts_of("NoSuchControl")


NAMED = {
    "test ids": r'data-testid\^?="(\w+)"',
    "marks": r"(data-test-[\w-]+|data-tag|data-stale)",
    "classes": r"\.(st[A-Z]\w+)",
    "globals": r"window\.(__streamlit|prerenderReady)|(BACKEND_BASE_URL|MAIN_PAGE_BASE_URL|HOST_CONFIG)",
}


@pytest.mark.parametrize("kind", NAMED)
def test_every_name_of_streamlits_that_our_styles_and_scripts_use_is_there(kind):
    texts = [file.read_text(encoding="utf-8") for file in SHEETS_AND_SCRIPTS]
    names = {"".join(name) for text in texts for name in re.findall(NAMED[kind], text)}
    assert names
    assert sorted(name for name in names if name not in theirs()) == []


def test_the_states_that_are_waited_for_are_there():
    script = (WEB / "seams" / "assets" / "streamlit.js").read_text(encoding="utf-8")
    states = dict(re.findall(r'dataset\.test(\w+) === "(\w+)"', script))
    assert states == {"ConnectionState": "CONNECTED", "ScriptState": "notRunning"}
    for name, state in states.items():
        kind = re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
        assert f"data-test-{kind}" in theirs()
        assert re.search(rf"[`\"'.]{state}\b", theirs())


def test_only_the_seams_name_streamlits_elements():
    outside = [file for file in SHEETS_AND_SCRIPTS if "seams" not in file.parts]
    named = {
        (file.name, name)
        for file in outside
        for name in re.findall(
            r"data-test[\w-]*|\.st(?!Html\b)[A-Z]\w+|__streamlit|_fullLayout", file.read_text("utf-8")
        )
    }
    assert named == set()


SEAMS_OF_WORDS = re.compile(r"\{\d\}|:|\+?Enter to | options| was found")


def test_every_word_that_is_translated_is_streamlits():
    assert [word for word in words.WORDS if word not in theirs()] == []
    # Composed in the scripts: a label and what it is about, the key to press and what for, one or more options.
    parts = {part.strip(" ,.") for _pattern, message in words.PATTERNS for part in SEAMS_OF_WORDS.split(message)}
    assert [part for part in sorted(parts) if part not in theirs()] == []


def test_every_pattern_has_the_values_of_its_message():
    for pattern, message in words.PATTERNS:
        groups = {str(number + 1) for number in range(re.compile(pattern).groups)}
        assert groups == set(re.findall(r"\{(\d)\}", message)), pattern


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("AxiosError: Request failed with status code 413", "större än vad servern eller en proxy på vägen tar emot"),
        ("Request failed with status code 403", "inte längre inloggad"),
        ("Error: AxiosError: Request failed with status code 401", "inte längre inloggad"),
        ("AxiosError: Request failed with status code 400", "tappat kontakten med servern"),
        ("AxiosError: Request failed with status code 404", "tappat kontakten med servern"),
        ("AxiosError: Request failed with status code 503", "Försök igen om en stund."),
        ("AxiosError: Request failed with status code 502", "Filen togs inte emot (servern svarade {1})."),
        ("AxiosError: Network Error", "Filen kom inte fram: kontakten bröts."),
    ],
)
def test_a_file_that_is_not_taken_is_told_in_a_sentence(told, said):
    pattern, message = next((p, message) for p, message in words.SENTENCES if re.fullmatch(p, told))
    assert said in translated(message, "sv")
    assert "Axios" not in message
    assert {str(n + 1) for n in range(re.compile(pattern).groups)} == set(re.findall(r"\{(\d)\}", message))


def test_the_words_are_a_script_in_swedish():
    assert '"Main menu": "Huvudmeny"' in words.script()
    assert '["^Add row: (.+)$", "Lägg till rad: {1}"]' in words.script()


def test_answers_are_sent_at_once(monkeypatch):
    monkeypatch.setattr(starlette_server, "_bind_socket", starlette_server._bind_socket)  # put back after the test
    server.answer_at_once()
    listening = starlette_server._bind_socket("127.0.0.1", 0, 1)
    with listening, socket.create_connection(listening.getsockname()):
        listening.setblocking(True)
        accepted, _address = listening.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0


def test_a_server_that_binds_elsewhere_is_an_error(monkeypatch):
    monkeypatch.delattr(starlette_server, "_bind_socket")
    with pytest.raises(SeamError, match="binds its socket"):
        server.answer_at_once()


def test_the_web_server_is_quiet(monkeypatch):
    monkeypatch.setitem(LOGGING_CONFIG["loggers"], "uvicorn", {"level": "INFO"})
    server.quiet()
    assert LOGGING_CONFIG["loggers"]["uvicorn"]["level"] == "WARNING"


def test_a_web_server_that_logs_under_another_name_is_an_error(monkeypatch):
    monkeypatch.delitem(LOGGING_CONFIG["loggers"], "uvicorn")
    with pytest.raises(SeamError, match="uvicorn logs"):
        server.quiet()
