"""What has changed about a board since its last meeting, for those who do not sign in: a letter and an Atom feed.

Both say what the page of changes says and nothing more: they are made from the same report, small groups hidden.
"""

import smtplib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import urlencode
from xml.etree import ElementTree

from lib.site import CHANGED, GOAL
from lib.store.installation.settings import Installation
from lib.views import changes_text
from lib.views.choice import ALL
from lib.views.key_figure import series_name
from lib.views.overview import GoalRow
from lib.views.selection import example_text
from lib.views.statuses import of_computed
from lib.web import memory
from lib.web.render import render
from lib.words.judgement import arithmetic
from lib.words.language import _, language

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Line:
    """Something that has changed, or that needs attention: what, how, and where Målbild shows it ('' = no address)."""

    what: str
    how: str
    address: str


@dataclass(frozen=True, slots=True)
class Digest:
    """What has changed about a board since a meeting."""

    board: str
    code: str
    day: date
    since: str
    summary: str
    changed: tuple[Line, ...]
    worse: tuple[Line, ...]
    address: str

    @property
    def title(self) -> str:
        """'Det här har ändrats: Socialnämnden'."""
        return _("What has changed: {board}").format(board=self.board)


def digest(code: str, public_url: str = "") -> Digest:
    """A board's digest, as it is now, in the language in use. Raises KeyError where there is no such board."""
    state = memory.now(code)
    report = memory.change_report(code, state, next(iter(memory.earlier(code, state)), None), ALL)
    data = report.data

    def address(path: str, **query: str) -> str:
        return f"{public_url.rstrip('/')}{path}?{urlencode({'board': code, **query})}" if public_url else ""

    changed = tuple(
        Line(goal.title, _change(goal.rows), address(GOAL, goal=goal.goal))
        for goal in (report.changes.goals if report.changes else ())
        if goal.levels[0] is not goal.levels[1]
    )
    worse = tuple(
        Line(series_name(row.series), arithmetic(row.judged, row.series.about), address(GOAL, goal=row.goal))
        for row in report.worsening
    )
    board = f"{data.board.name} ({example_text()})" if data.is_example else data.board.name
    since = changes_text.since(report)
    return Digest(board, code, report.newest, since, changes_text.summary(report), changed, worse, address(CHANGED))


def _change(rows: Iterable[GoalRow | None]) -> str:
    """'ej uppfyllt → uppfyllt'."""
    return " → ".join(of_computed(row).word if row else "–" for row in rows)


def letter(about: Digest, sender: str = "", recipients: Iterable[str] = ()) -> EmailMessage:
    """The letter, as text and as HTML. Subscribers do not see each other: they are sent it one by one."""
    message = EmailMessage()
    message["Subject"] = about.title
    message["From"] = sender or "malbild@localhost"
    to = ", ".join(recipients)
    if to:
        message["To"] = to
    message["Date"] = format_datetime(datetime.combine(about.day, time(6), UTC))
    message["Content-Language"] = language()
    message.set_content(_text(about))
    message.add_alternative(render("digest", digest=about), subtype="html")
    return message


def _text(about: Digest) -> str:
    parts = [about.title, about.since, about.summary]
    for heading, lines in ((_("Changed status"), about.changed), (_("Not met and worsening"), about.worse)):
        if lines:
            parts.append("\n".join([heading, *(f"- {line.what}: {line.how}" for line in lines)]))
    return "\n\n".join(filter(None, [*parts, about.address])) + "\n"


def feed(about: Digest) -> bytes:
    """The Atom feed (RFC 4287): an entry for the whole, and one for each goal whose status has changed."""
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": language()})
    updated = datetime.combine(about.day, time(6), UTC).isoformat()
    _common(root, f"urn:malbild:{about.code}", about.title, updated, about.address)
    author = ElementTree.SubElement(root, f"{{{ATOM}}}author")
    ElementTree.SubElement(author, f"{{{ATOM}}}name").text = about.board
    whole = Line(about.title, f"{about.since} {about.summary}", about.address)
    for place, line in enumerate((whole, *about.changed)):
        entry = ElementTree.SubElement(root, f"{{{ATOM}}}entry")
        code = f"urn:malbild:{about.code}:{about.day.isoformat()}:{place}"
        _common(entry, code, line.what, updated, line.address)
        ElementTree.SubElement(entry, f"{{{ATOM}}}summary").text = line.how
    content: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _common(element: ElementTree.Element, code: str, title: str, updated: str, address: str) -> None:
    for name, text in (("id", code), ("title", title), ("updated", updated)):
        ElementTree.SubElement(element, f"{{{ATOM}}}{name}").text = text
    if address:
        ElementTree.SubElement(element, f"{{{ATOM}}}link", {"href": address})


def write(about: Digest, folder: Path, sender: str = "") -> tuple[Path, Path]:
    """Write the letter and the feed to a folder; gives their paths. Raises OSError where it cannot be written to."""
    folder.mkdir(parents=True, exist_ok=True)
    mail, atom = folder / f"{about.code}.eml", folder / f"{about.code}.atom"
    mail.write_bytes(bytes(letter(about, sender)))
    atom.write_bytes(feed(about))
    return mail, atom


def send(about: Digest, settings: Installation) -> int:
    """Send the letter to each subscriber by the mail server of the settings; gives how many.

    Raises OSError (which SMTP's faults are) where the server cannot be reached or refuses it.
    """
    with smtplib.SMTP(settings.mail_host, settings.mail_port, timeout=30) as server:
        if settings.mail_tls:
            server.starttls()
        if settings.mail_user:
            server.login(settings.mail_user, settings.mail_password)
        for recipient in settings.digest_to:
            server.send_message(letter(about, settings.digest_from, [recipient]))
    return len(settings.digest_to)
