"""A chart to embed: where it may stand, what stands on it, and that nothing else may stand in a frame."""

from dataclasses import replace

import pytest

from lib.store.installation.given import BadSettings, installation, read
from lib.store.store import open_store
from lib.web import memory
from lib.web.machine import answers, embedding
from tests.helpers.asgi import fetch
from tests.helpers.server import ask

QUERY = {"board": "karlskrona", "indicator": "kolada-n00090"}


@pytest.fixture
def seed_store(seeded_url, monkeypatch):
    store = open_store(seeded_url)
    monkeypatch.setattr(memory, "store", lambda: store)
    yield store
    store.close()


def test_it_names_board_chart_sentence_source_and_the_whole_page(seed_store):
    html = fetch(answers.ROUTES, "/trender.html", **QUERY).body.decode()
    assert "<svg" in html
    assert "<script" not in html
    assert "Källa: Kolada" in html
    assert 'href="/trender?board=karlskrona&amp;indicator=kolada-n00090" target="_blank"' in html
    example = fetch(answers.ROUTES, "/sjukfranvaro.html", board="exempelstad").body.decode()
    assert "<strong>Exempeldata</strong>" in example


@pytest.mark.parametrize(
    ("hosts", "ancestors"), [((), "'none'"), (("https://kommun.se", "*.kommun.se"), "https://kommun.se *.kommun.se")]
)
def test_it_stands_where_the_settings_say(seed_store, monkeypatch, hosts, ancestors):
    monkeypatch.setattr(embedding, "installation", lambda: replace(installation(), embed_hosts=hosts))
    policy = fetch(answers.ROUTES, "/trender.html", **QUERY).headers["content-security-policy"]
    assert policy.rpartition("frame-ancestors ")[2] == ancestors


@pytest.mark.parametrize("host", ["'self'", "https://a.se; script-src *", "https://a.se/sida", "*"])
def test_what_is_no_site_stops_the_start(host):
    with pytest.raises(BadSettings, match="embed_hosts"):
        read({"MALBILD_EMBED_HOSTS": host})


def test_only_the_chart_leaves_out_the_header_that_forbids_frames(server):
    headers = {
        path: dict(ask(server, path)[0].headers) for path in ("/trender.html?board=ekero", "/trender", "/mal.csv")
    }
    assert [("x-frame-options" in found) for found in headers.values()] == [False, True, True]
    assert all("frame-ancestors 'none'" in found["content-security-policy"] for found in headers.values())
    assert ask(server, "/kallor.svg")[0].status == 404
    assert ask(server, "/trender.html", "POST")[0].status == 405
