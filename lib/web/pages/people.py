"""Roles and the log as HTML. Names and what was done are text, whatever they hold."""

from collections.abc import Mapping, Sequence
from datetime import UTC

from lib.site import PEOPLE, href
from lib.tables.people import AuditEntry, GivenRole
from lib.views.board import BoardData
from lib.views.text_table import TextCell, TextTable
from lib.web.render import render
from lib.words.language import N_, _

ROLE_NAMES = {
    "reader": N_("Reader"),
    "manager": N_("Manager"),
    "presenter": N_("Presenter"),
    "controller": N_("Controller"),
    "administrator": N_("Administrator"),
}
ABOUT = {
    "reader": N_("reads, and asks questions to meetings"),
    "manager": N_("also writes figures, events and verdicts about the own unit and those below it"),
    "presenter": N_("also presents, and changes agendas, answers and decisions"),
    "controller": N_("also writes all of the board’s figures, goals and settings, and has the original files"),
    "administrator": N_("also gives roles, reads the log, erases files and settles small groups and secrecy"),
}
ACTS = {
    "signed in": N_("Signed in"),
    "signed out": N_("Signed out"),
    "previewed": N_("Previewed"),
    "wrote": N_("Wrote"),
    "undid": N_("Undid"),
    "exported": N_("Downloaded"),
    "presented": N_("Presented"),
    "erased": N_("Erased a file"),
    "role given": N_("Gave a role"),
    "role taken": N_("Took a role back"),
    "log read": N_("Read the log"),
}


def role_name(role: str) -> str:
    """A role in words."""
    return _(ROLE_NAMES[role])


def head(data: BoardData, is_local: bool) -> str:
    """The title, what each role may, and that a local installation needs none."""
    roles = [(role_name(code), _(text)) for code, text in ABOUT.items()]
    return render("people", board=data.board.name, roles=roles, is_local=is_local)


def given(row: GivenRole, data: BoardData) -> str:
    """A role that somebody has."""
    board = data.board.name if row.board else _("All boards")
    where = ", ".join(filter(None, (board, data.unit_name(row.unit) if row.unit in data.units else row.unit)))
    by = _("given by {who} on {day}").format(who=row.given_by or "–", day=f"{row.given_at:%Y-%m-%d}")
    return render("given_role", who=row.identity, role=role_name(row.role), where=where, by=by)


def to_give() -> str:
    """The heading of the form that gives a role."""
    return render(
        "data_title", title=_("Give a role"), note=_("The groups of the sign-in give roles too; see the settings.")
    )


def to_log(board: str) -> str:
    """The way to the log, the reading of which is noted."""
    address = href(PEOPLE, {"board": board, "log": "1"})
    return render(
        "line",
        text=_("That somebody reads the log is noted in it."),
        quiet=True,
        address=address,
        link=_("Show the log"),
    )


def log(entries: Sequence[AuditEntry], boards: Mapping[str, str]) -> str:
    """Who did what, the newest first."""
    headings = (_("When"), _("Who"), _("What"), _("Board"), _("About"))
    rows = tuple(
        (
            TextCell(_time(entry)),
            TextCell(entry.who or "–"),
            TextCell(_(ACTS[entry.act]) if entry.act in ACTS else entry.act),
            TextCell(boards.get(entry.board, entry.board)),
            TextCell(entry.about),
        )
        for entry in entries
    )
    return render("history", table=TextTable(_("Log"), headings, rows))


def _time(entry: AuditEntry) -> str:
    at = entry.at if entry.at.tzinfo else entry.at.replace(tzinfo=UTC)
    return at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
