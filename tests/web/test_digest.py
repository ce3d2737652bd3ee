"""The digest: a letter and an Atom feed that say what the page of changes says, written to a folder or sent."""

import email
import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from email import policy
from threading import Thread
from xml.etree import ElementTree

import html5lib
import pytest

from lib.store.installation.settings import Installation, conflicts
from lib.views import changes_text
from lib.views.choice import ALL
from lib.web import digest, memory

ATOM = f"{{{digest.ATOM}}}"


@pytest.fixture(scope="module", autouse=True)
def store(seeded_url) -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setenv("DATABASE_URL", seeded_url)
    memory.opened.cache_clear()
    yield
    patch.undo()
    memory.opened.cache_clear()


class Mailbox(socketserver.StreamRequestHandler):
    """A mail server that keeps what it is sent."""

    got: tuple[list[str], list[bytes]] = ([], [])

    def handle(self) -> None:
        recipients, letters = self.got
        self.wfile.write(b"220 test\r\n")
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"RCPT":
                recipients.append(line.decode().strip().removeprefix("rcpt TO:"))
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                letters.append(b"".join(iter(self.rfile.readline, b".\r\n")))
            self.wfile.write(b"221 bye\r\n" if word == b"QUIT" else b"250 ok\r\n")


@contextmanager
def mail_server() -> Iterator[int]:
    with socketserver.TCPServer(("127.0.0.1", 0), Mailbox) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def test_the_letter_and_the_feed_say_what_the_page_of_changes_says(tmp_path):
    about = digest.digest("exempelstad", "https://malbild.example.se/")
    state = memory.now("exempelstad")
    report = memory.change_report("exempelstad", state, memory.earlier("exempelstad", state)[0], ALL)
    assert (about.summary, about.since) == (changes_text.summary(report), changes_text.since(report))
    assert len(about.worse) == len(report.worsening) > 0
    mail, atom = digest.write(about, tmp_path / "new")
    letter = email.message_from_bytes(mail.read_bytes(), policy=policy.default)
    assert letter["Subject"] == "Det här har ändrats: Exempelstads socialnämnd (Exempeldata)"
    text, page = (part.get_content() for part in letter.iter_parts())
    for said in (about.since, about.summary, *(f"{line.what}: {line.how}" for line in about.worse)):
        assert said in text
    html5lib.HTMLParser(strict=True).parse(page)
    assert "https://malbild.example.se/sedan?board=exempelstad" in page
    feed = ElementTree.fromstring(atom.read_bytes())
    entries = feed.findall(f"{ATOM}entry")
    assert entries[0].findtext(f"{ATOM}summary") == f"{about.since} {about.summary}"
    assert len(entries) == 1 + len(about.changed)
    codes = [one.findtext(f"{ATOM}id") for one in (feed, *entries)]
    assert len(set(codes)) == len(codes)


def test_each_subscriber_is_sent_a_letter_that_names_no_other():
    about = digest.digest("ekero")
    with mail_server() as port:
        settings = Installation(
            mail_host="127.0.0.1", mail_port=port, mail_tls=False, digest_from="m@a.se", digest_to=("x@a.se", "y@a.se")
        )
        assert digest.send(about, settings) == 2
    recipients, letters = Mailbox.got
    assert recipients == ["<x@a.se>", "<y@a.se>"]
    assert [b"y@a.se" in one for one in letters] == [False, True]


def test_addresses_that_are_none_are_told():
    settings = Installation(mail_host="h", digest_to=("a b@c", "d@e.se"))
    told = list(conflicts(settings))
    assert told == [
        "”a b@c” bland inställningarna för nyhetsbrev är ingen e-postadress.",
        "Ange i digest_from vilken adress nyhetsbrev skickas från.",
    ]
