"""The history as HTML: the batches about a board, one batch row by row, a figure's own versions."""

from collections.abc import Mapping, Sequence
from datetime import UTC

from lib.imports.preview.plan_text import BoardNames, row_text
from lib.imports.preview.preview_text import counted
from lib.rules.series import IndicatorTraits
from lib.site import DATA, href
from lib.store.history import Entry, Version
from lib.store.plans import RowChange
from lib.store.withheld import Withheld
from lib.tables.base import Batch
from lib.views.choice import Choice
from lib.views.text_table import TextCell, TextTable
from lib.web.pages.data import HISTORY
from lib.web.render import render
from lib.words.language import N_, _, number

KINDS_OF_BATCH = {
    "seed": N_("Seed"),
    "import": N_("File read in"),
    "edit": N_("Changed by hand"),
    "undo": N_("Undone"),
}
AT_ONCE = 100
# So many are named where the page opens.
_NEWEST = 3


def day_of(batch: Batch) -> str:
    """The day and time at which a batch was written, in the server's time zone."""
    at = batch.at if batch.at.tzinfo else batch.at.replace(tzinfo=UTC)
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def newest(batches: Sequence[Batch], choice: Choice) -> list[tuple[str, str]]:
    """The newest batches in short, each with its address."""
    return [
        (", ".join(filter(None, (_name(row), day_of(row), row.who, row.file))), batch_address(row.id, choice))
        for row in reversed(batches[-_NEWEST:])
    ]


def history(entries: Sequence[Entry], choice: Choice, page: int = 1, saved: int = 0) -> str:
    """The batches about the board, the newest first: a page of all that were `saved`, with the way to the others."""
    headings = (_("Saved change"), _("When"), _("Who"), _("File"), _("Rows"), _("Note"))
    rows = tuple(
        (
            TextCell(_name(entry.batch), address=batch_address(entry.batch.id, choice), note=_taken_back(entry)),
            *map(TextCell, _written_about(entry)),
        )
        for entry in entries
    )
    return render("history", table=TextTable(_("History"), headings, rows), pages=_pages(choice, page, saved))


def _pages(choice: Choice, page: int, saved: int) -> dict[str, str]:
    """The ways to newer and older batches, and which of them are here; nothing where all are."""
    if saved <= AT_ONCE:
        return {}
    first, last = AT_ONCE * (page - 1) + 1, min(AT_ONCE * page, saved)
    here = _("Changes {first} to {last} of {all}, the newest first.")
    ways = {"newer": page - 1 if page > 1 else 0, "older": page + 1 if last < saved else 0}
    addresses = {way: href(DATA, choice.query(view=HISTORY, page=str(to))) if to else "" for way, to in ways.items()}
    return {"here": here.format(first=number(first), last=number(last), all=number(saved)), **addresses}


def _written_about(entry: Entry) -> tuple[str, ...]:
    row = entry.batch
    return day_of(row), row.who, row.file, counted(entry.counts), row.note


def _name(batch: Batch) -> str:
    return f"{batch.id}: {_(KINDS_OF_BATCH[batch.kind])}"


def batch_address(batch: int, choice: Choice, **more: str) -> str:
    """The address of a batch."""
    return href(DATA, choice.query(view=HISTORY, batch=str(batch), **more))


def _taken_back(entry: Entry) -> str:
    return ", ".join(text for _batch, text in _ends(entry))


def _ends(entry: Entry) -> list[tuple[int, str]]:
    """The batch that this one undoes, and the one that undid it, each in words."""
    ends = (entry.undoes, _("undoes change {batch}")), (entry.undone, _("undone by change {batch}"))
    return [(batch, text.format(batch=batch)) for batch, text in ends if batch]


def batch(entry: Entry, choice: Choice) -> str:
    """A batch: its writer, its time, its file and its counts."""
    row, counts = entry.batch, entry.counts
    facts = (
        (_("When"), day_of(row)),
        (_("Who"), row.who),
        (_("File"), row.file),
        (_("Hash"), row.hash),
        (_("Note"), row.note),
        (_("New"), number(counts.new)),
        (_("Changed"), number(counts.changed)),
        (_("Withdrawn"), number(counts.withdrawn)),
        (_("Not compared"), number(counts.uncompared) if counts.uncompared else ""),
        (_("Unchanged"), number(counts.unchanged)),
        (_("Left out"), number(entry.left_out) if entry.left_out else ""),
    )
    return render(
        "batch",
        name=_name(row),
        facts=facts,
        ends=[(batch_address(number_, choice), text) for number_, text in _ends(entry)],
        back=href(DATA, choice.query(view=HISTORY)),
    )


def link(entry: Entry, choice: Choice, *, undo: bool) -> str:
    """A link to the preview of taking the batch back, or away from it."""
    text = _("Undo this change …") if undo else _("Keep the change")
    return render(
        "line", quiet=False, text="", address=batch_address(entry.batch.id, choice, undo="1" if undo else ""), link=text
    )


def file_note(text: str) -> str:
    """The reason that a batch's file cannot be downloaded."""
    return render("line", text=text, quiet=True, address="", link="")


def figures(
    about: IndicatorTraits,
    versions: Sequence[Version],
    names: BoardNames,
    withheld: Withheld,
    batches: Mapping[int, Batch],
    choice: Choice,
) -> str:
    """Every version of an indicator's figures: its day, its batch and its writer."""
    headings = (_("Period"), _("Of what"), _("Figure"), _("Saved"), _("Valid until"))
    rows = []
    for version in versions:
        row = row_text(RowChange("observations", None, version.record), names, withheld)
        until = _written(batches[version.superseded], choice) if version.superseded else TextCell(_("valid now"))
        rows.append(
            (
                TextCell(row.period),
                TextCell(row.about or _("Whole board")),
                TextCell(row.after, note="" if row.secret else version.record["note"]),
                _written(batches[version.batch], choice),
                until,
            )
        )
    caption = _("The figures' history: {name}").format(name=about.name)
    return render("figures", table=TextTable(caption, headings, tuple(rows)))


def _written(batch: Batch, choice: Choice) -> TextCell:
    text = _("change {batch}").format(batch=batch.id)
    return TextCell(text, address=batch_address(batch.id, choice), note=f"{batch.at.date().isoformat()}, {batch.who}")
