"""The page Data as HTML: its views, a preview as a story, rows before and after, history, a figure's versions."""

from collections.abc import Sequence
from html import escape
from itertools import compress

from lib.imports.preview.plan_text import NEW, TABLE_NAMES, WITHDRAWN, BoardNames, RowText, row_text
from lib.imports.preview.preview import Preview
from lib.imports.preview.preview_text import by_table, grouped, headline, kept_rows, likely, statuses, why_kept
from lib.imports.sheets.words import word_for
from lib.site import DATA, href
from lib.store.plans import Kept, Plan, RowChange, Written
from lib.tables.records import Record
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.web.pages import parts
from lib.web.pages.parts import section
from lib.words.figures import gender_text
from lib.words.language import N_, _, number

IN, EDIT, MISSING, HISTORY, FIGURE = "", "edit", "missing", "history", "figure"
# The page's views, in the order of the links to them; a figure's history is reached from its goal.
VIEWS = {
    IN: N_("Read in a file"),
    EDIT: N_("Change by hand"),
    MISSING: N_("What is missing"),
    HISTORY: N_("History"),
}
_CURRENT = ' aria-current="true"'
# As many rows, and as many sentences of a kind, are shown at a time.
ROWS, SENTENCES = 200, 20


def view_of(code: str) -> str | None:
    """The view of that code; None if there is none."""
    return code if code in VIEWS or code == FIGURE else None


def head(data: BoardData, view: str, choice: Choice) -> str:
    """Title, board, and links to the views."""
    items = "".join(
        f'<li><a href="{escape(href(DATA, choice.query(view=code)))}"'
        f"{_CURRENT if code == view else ''}>{escape(_(name))}</a></li>"
        for code, name in VIEWS.items()
    )
    return (
        f'<h1>{escape(_("The data"))}</h1><p class="mb-board">{escape(data.board.name)}</p>'
        f'<nav class="mb-views" aria-label="{escape(_("Views of the page"))}"><ul>{items}</ul></nav>'
    )


def title(text: str, note: str = "") -> str:
    """A heading inside the page, with a line that explains."""
    below = f"<p>{escape(note)}</p>" if note else ""
    return f"<h2>{escape(text)}</h2>{below}"


# The effects of a plan


def story(outcome: Preview, faults: str = "") -> str:
    """The preview in sentences: the number of rows by table, the statuses that change, and the likely causes."""
    head = f'<p class="mb-note mb-told"><strong>{escape(headline(outcome.plan, faults))}</strong></p>'
    if not outcome.plan:
        return head
    headings = [_("What"), _("New"), _("Changed"), _("Withdrawn"), _("Not compared")]
    tables = by_table(outcome.plan)
    columns = [True] * 4 + [any(counts.uncompared for _name, counts in tables)]
    headings = list(compress(headings, columns))
    cells = [list(compress([escape(name), *_numbers(counts)], columns)) for name, counts in tables]
    table = parts.table(headings, cells, caption=_("Rows by table"), css_class="mb-changes mb-few")
    causes = listed(likely(outcome))
    behind = f"<h3>{escape(_('Likely causes'))}</h3>{causes}" if causes else ""
    return head + _uncompared_note(outcome.plan) + table + behind


def _uncompared_note(plan: Plan) -> str:
    """The reason that some rows are written without a comparison with the stored ones."""
    if not plan.counts().uncompared:
        return ""
    text = _(
        "Rows about hours of absence and about figures that are not shown are not compared with what is stored. They "
        "replace it whole, as they stand in the file: what the file leaves out becomes empty."
    )
    return f'<p class="mb-quiet">{escape(text)}</p>'


def _numbers(counts: Written) -> list[str]:
    each = (counts.new, counts.changed, counts.withdrawn, counts.uncompared)
    return [number(n) if n else "" for n in each]


def changed_statuses(outcome: Preview) -> str:
    """The goals and outcomes that get another status, with the one before and after."""
    if outcome.faults or not outcome.plan:
        return ""
    rows = []
    for goal in outcome.changes.goals:
        before, after = (parts.goal_level(level) if level else "–" for level in goal.levels)
        stated = [parts.summary(summary) if summary else "–" for summary in goal.verdicts]
        rows.append([escape(goal.title), _("Goal, computed"), before, after]) if before != after else None
        rows.append([escape(goal.title), _("Goal, verdict"), *stated]) if stated[0] != stated[1] else None
    for level in outcome.changes.levels:
        names = (level.series.about.name, level.series.unit_name, gender_text(level.series.gender, level.series.about))
        before, after = (parts.level(end) for end in level.levels)
        rows.append([escape(", ".join(filter(None, names))), _("Outcome"), before, after])
    headings = [_("Of what"), _("Kind"), _("Before"), _("After")]
    return section(_("Statuses that change"), statuses(outcome), headings, rows)


def rows_table(rows: Sequence[RowText], caption: str, total: int | None = None) -> str:
    """Rows before and after; with `total`, their number where not all are shown."""
    headings = [_("Row"), _("Period"), _("Before"), _("After")]
    cells = [[_named(row), escape(row.period), *_ends(row)] for row in rows]
    table = parts.table(headings, cells, caption=caption, css_class="mb-changes mb-rows")
    if total is not None and total > len(rows):
        text = _("The first {n} of {total} rows. The file has all of them.").format(n=len(rows), total=number(total))
        table += f'<p class="mb-quiet">{escape(text)}</p>'
    return table


def on_paper(table: str, records: Sequence[Record], names: BoardNames) -> str:
    """The rows of a table in words, for paper only, where an editor cannot be."""
    rows = [(record, row_text(RowChange(table, None, record), names)) for record in records]
    cells = [
        [_named(row), escape(row.period), escape(row.after or _part_of(record, names)), escape(_noted(record))]
        for record, row in rows
    ]
    headings = [_("Row"), _("Period"), _("Valid"), _("Note")]
    drawn = parts.table(headings, cells, caption=_(TABLE_NAMES[table]), css_class="mb-changes") if cells else ""
    return f'<div class="mb-print">{drawn}</div>'


def _part_of(unit: Record, names: BoardNames) -> str:
    """The kind of a unit, and the unit that it is a part of; of an event, whether it breaks the series."""
    if "breaks_series" in unit:
        return _("Breaks the series") if unit["breaks_series"] else ""
    return ", ".join(filter(None, (word_for("units", "kind", unit["kind"]), names.called("units", unit["parent"]))))


def _noted(record: Record) -> str:
    return str(record.get("comment") or record.get("note") or "")


def _named(row: RowText) -> str:
    about = ", ".join(filter(None, (_(TABLE_NAMES[row.table]), row.about)))
    return f'{escape(row.name)}<div class="mb-quiet">{escape(about)}</div>'


def _ends(row: RowText) -> tuple[str, str]:
    change = f'<span class="mb-quiet">{escape(_(row.change))}</span>'
    if row.change == NEW:
        return "–", escape(row.after) or change
    return escape(row.before) or "–", change if row.change == WITHDRAWN else escape(row.after) or "–"


def problems(faults: Sequence[object], heading: str, note: str) -> str:
    """A list of everything that is wrong, to be corrected by whoever made the file."""
    if not faults:
        return ""
    items = "".join(f"<li>{escape(text)}</li>" for text in grouped((str(fault) for fault in faults), 200))
    reach = f' tabindex="0" aria-label="{escape(heading)}"' if len(faults) > SENTENCES else ""  # it scrolls
    return (
        f'<section><h2>{escape(heading)}</h2><p>{escape(note)}</p><ul class="mb-problems"{reach}>{items}</ul></section>'
    )


def problem(file: str, sentence: str) -> str:
    """The reason that a file cannot be read at all."""
    return f'<p class="mb-note" role="alert"><strong>{escape(file)}</strong>: {escape(sentence)}</p>'


def listed(sentences: Sequence[str]) -> str:
    """Sentences as a list, the first of many; nothing where there are none."""
    items = "".join(f"<li>{escape(text)}</li>" for text in grouped(sentences, SENTENCES))
    return f'<ul class="mb-sentences">{items}</ul>' if items else ""


def rows_left(plan: Plan, names: BoardNames) -> str:
    """The rows that undoing leaves as they are, and why."""
    if not plan.kept:
        return ""
    return f"<p>{escape(kept_rows(plan.kept))}</p>{listed([_row_left(row, names) for row in plan.kept])}"


def _row_left(row: Kept, names: BoardNames) -> str:
    text = row_text(RowChange(row.table, row.record, None), names)
    return f"{', '.join(filter(None, (text.name, text.about, text.period)))}: {why_kept(row)}"
