"""The history as HTML: the batches about a board, one batch row by row, a figure's own versions."""

from collections.abc import Mapping, Sequence
from datetime import UTC
from html import escape

from lib.imports.preview.plan_text import BoardNames, row_text
from lib.imports.preview.preview_text import counted
from lib.rules.series import IndicatorTraits
from lib.site import DATA, href
from lib.store.history import Entry, Version
from lib.store.plans import RowChange
from lib.store.withheld import Withheld
from lib.tables.base import Batch
from lib.views.choice import Choice
from lib.web.pages import parts
from lib.web.pages.data import HISTORY
from lib.words.language import N_, _, number

KINDS_OF_BATCH = {
    "seed": N_("Seed"),
    "import": N_("File read in"),
    "edit": N_("Changed by hand"),
    "undo": N_("Undone"),
}


def day_of(batch: Batch) -> str:
    """The day and time at which a batch was written, in the server's time zone."""
    at = batch.at if batch.at.tzinfo else batch.at.replace(tzinfo=UTC)
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def history(entries: Sequence[Entry], choice: Choice) -> str:
    """Every batch about the board, the newest first."""
    headings = [
        _("Saved change"),
        _("When"),
        _("Who"),
        _("File"),
        _("Rows"),
        _("Note"),
    ]
    rows = [
        [
            parts.link(
                batch_address(entry.batch.id, choice), f"{entry.batch.id}: {_(KINDS_OF_BATCH[entry.batch.kind])}"
            )
            + _taken_back(entry),
            f'<span class="mb-whole">{day_of(entry.batch)}</span>',
            escape(entry.batch.who),
            escape(entry.batch.file),
            escape(counted(entry.counts)),
            escape(entry.batch.note),
        ]
        for entry in entries
    ]
    return parts.table(headings, rows, caption=_("History"), css_class="mb-changes mb-history")


def _name(batch: Batch) -> str:
    return f"{batch.id}: {_(KINDS_OF_BATCH[batch.kind])}"


def batch_address(batch: int, choice: Choice, **more: str) -> str:
    """The address of a batch."""
    return href(DATA, choice.query(view=HISTORY, batch=str(batch), **more))


def _taken_back(entry: Entry) -> str:
    texts = [
        _("undoes change {batch}").format(batch=entry.undoes) if entry.undoes else "",
        _("undone by change {batch}").format(batch=entry.undone) if entry.undone else "",
    ]
    text = ", ".join(part for part in texts if part)
    return f'<div class="mb-quiet">{escape(text)}</div>' if text else ""


def batch(entry: Entry, choice: Choice) -> str:
    """A batch: its writer, its time, its file and its counts."""
    row, counts = entry.batch, entry.counts
    text = _("Change {name}").format(name=_name(row))
    facts = parts.definitions(
        (
            (_("When"), day_of(row)),
            (_("Who"), escape(row.who)),
            (_("File"), escape(row.file)),
            (_("Hash"), f"<code>{escape(row.hash)}</code>" if row.hash else ""),
            (_("Note"), escape(row.note)),
            (_("New"), number(counts.new)),
            (_("Changed"), number(counts.changed)),
            (_("Withdrawn"), number(counts.withdrawn)),
            (_("Not compared"), number(counts.uncompared) if counts.uncompared else ""),
            (_("Unchanged"), number(counts.unchanged)),
            (_("Left out"), number(entry.left_out) if entry.left_out else ""),
            (_("Undone"), _links(entry, choice)),
        )
    )
    back = parts.link(href(DATA, choice.query(view=HISTORY)), _("All changes"))
    return f"<p>{back}</p><h2>{escape(text)}</h2>{facts}"


def _links(entry: Entry, choice: Choice) -> str:
    ends = (entry.undoes, _("undoes change {batch}")), (entry.undone, _("undone by change {batch}"))
    links = [parts.link(batch_address(batch, choice), text.format(batch=batch)) for batch, text in ends if batch]
    return ", ".join(links)


def stay_link(entry: Entry, choice: Choice) -> str:
    """A link away from taking the batch back."""
    return parts.link(batch_address(entry.batch.id, choice), _("Keep the change"))


def undo_link(entry: Entry, choice: Choice) -> str:
    """A link to the preview of taking the batch back."""
    return parts.link(batch_address(entry.batch.id, choice, undo="1"), _("Undo this change …"))


def figures(
    about: IndicatorTraits,
    versions: Sequence[Version],
    names: BoardNames,
    withheld: Withheld,
    batches: Mapping[int, Batch],
    choice: Choice,
) -> str:
    """Every version of an indicator's figures: its day, its batch and its writer."""
    headings = [_("Period"), _("Of what"), _("Figure"), _("Saved"), _("Valid until")]
    rows = []
    for version in versions:
        row = row_text(RowChange("observations", None, version.record), names, withheld)
        note = "" if row.secret else version.record["note"]
        until = _written(batches[version.superseded], choice) if version.superseded else escape(_("valid now"))
        figure = escape(row.after) + (f'<div class="mb-quiet">{escape(note)}</div>' if note else "")
        of = escape(row.about or _("Whole board"))
        rows.append([escape(row.period), of, figure, _written(batches[version.batch], choice), until])
    caption = _("The figures' history: {name}").format(name=about.name)
    table = parts.table(headings, rows, caption=caption, css_class="mb-changes")
    return f"<h2>{escape(caption)}</h2>{table}"


def _written(batch: Batch, choice: Choice) -> str:
    link = parts.link(batch_address(batch.id, choice), _("change {batch}").format(batch=batch.id))
    return f'{batch.at.date().isoformat()}<div class="mb-quiet">{escape(batch.who)}, {link}</div>'
