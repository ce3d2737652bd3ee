"""The page Data as HTML: its views, a preview as a story, rows before and after, history, a figure's versions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from lib.imports.preview.plan_text import NEW, TABLE_NAMES, WITHDRAWN, BoardNames, RowText, row_text
from lib.imports.preview.preview import Preview
from lib.imports.preview.preview_text import by_table, grouped, headline, kept_rows, likely, statuses, why_kept
from lib.imports.sheets.words import word_for
from lib.site import DATA, href
from lib.store.access import Right, access
from lib.store.plans import Kept, Plan, RowChange, Written
from lib.tables.records import Record
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.data_state import DataState
from lib.views.statuses import of_goal_level, of_level, of_summary
from lib.views.text_table import TextCell, TextTable, status
from lib.web.pages.boards import BOARDS
from lib.web.pages.boards import NEW as NEW_BOARD
from lib.web.render import render
from lib.words.figures import gender_text
from lib.words.language import N_, _, number

IN, EDIT, MISSING, HISTORY, FIGURE = "", "edit", "missing", "history", "figure"
KOLADA, STATUTORY = "kolada", "law"
# The page's views, in the order of the links to them; a figure's history is reached from its goal.
VIEWS = {
    IN: N_("Read in a file"),
    KOLADA: N_("Fetch from Kolada"),
    STATUTORY: N_("Goals that the law sets"),
    EDIT: N_("Change by hand"),
    MISSING: N_("What is missing"),
    HISTORY: N_("History"),
    BOARDS: N_("Boards"),
}
# As many rows, and as many sentences of a kind, are shown at a time.
ROWS, SENTENCES = 200, 20


def views(board: str) -> tuple[str, ...]:
    """The views of the page that the user may have of a board, the first of them being what the page opens with."""
    may = access(board)
    writing = (IN, KOLADA, STATUTORY, EDIT, BOARDS, NEW_BOARD) if may.writes else ()
    return (*writing, MISSING, *((HISTORY, FIGURE) if may.may(Right.HISTORY) else ()))


def view_of(code: str, board: str) -> str | None:
    """The view of that code; None if there is none that the user may have."""
    may = views(board)
    if code == IN and IN not in may:
        return may[0]
    return code if code in may else None


def to_action(choice: Choice, goal: str, action: str = "") -> str:
    """The address at which an action for a goal is changed, or a new one is written."""
    return href(DATA, choice.query(asof="", view=EDIT, table="actions", how="row", goal=goal, row=action))


@dataclass(frozen=True, slots=True)
class ViewLink:
    """A link to a view of the page."""

    text: str
    address: str
    is_current: bool


def head(
    data: BoardData,
    view: str,
    choice: Choice,
    state: DataState | None = None,
    newest: Sequence[tuple[str, str]] = (),
) -> str:
    """Title, board, links to the views, and where the board's data stand, with its newest batches, if that is asked."""
    links = [
        ViewLink(_(name), href(DATA, choice.query(view=code)), code == view)
        for code, name in VIEWS.items()
        if code in views(data.code)
    ]
    headings = {BOARDS: _("Boards"), NEW_BOARD: _("Set up a board")}
    heading = headings.get(view, _("The data"))
    board = "" if view in headings else data.board.name
    return render("data_head", heading=heading, board=board, links=links, state=state, newest=newest)


def title(text: str, note: str = "") -> str:
    """A heading inside the page, with a line that explains."""
    return render("data_title", title=text, note=note)


# The effects of a plan


def story(outcome: Preview, faults: str = "") -> str:
    """The preview in sentences: the number of rows by table, the statuses that change, and the likely causes."""
    return render(
        "story",
        headline=headline(outcome.plan, faults),
        is_uncompared=bool(outcome.plan.counts().uncompared),
        table=_by_table(outcome.plan) if outcome.plan else None,
        causes=grouped(likely(outcome), SENTENCES) if outcome.plan else (),
    )


def _by_table(plan: Plan) -> TextTable:
    headings = [_("What"), _("New"), _("Changed"), _("Withdrawn"), _("Not compared")]
    rows = [(name, *_numbers(counts)) for name, counts in by_table(plan)]
    columns = [True] * 4 + [any(row[4] for row in rows)]
    cells = [tuple(TextCell(text) for text in compress(row, columns)) for row in rows]
    return TextTable(_("Rows by table"), tuple(compress(headings, columns)), tuple(cells))


def _numbers(counts: Written) -> list[str]:
    each = (counts.new, counts.changed, counts.withdrawn, counts.uncompared)
    return [number(n) if n else "" for n in each]


def changed_statuses(outcome: Preview) -> str:
    """The goals and outcomes that get another status, with the one before and after."""
    if outcome.faults or not outcome.plan:
        return ""
    headings = (_("Of what"), _("Kind"), _("Before"), _("After"))
    heading, rows = _("Statuses that change"), tuple(_changed(outcome))
    table = TextTable(heading, headings, rows) if rows else None
    return render("data_part", title=heading, sentence=statuses(outcome), table=table)


def _changed(outcome: Preview) -> Iterator[tuple[TextCell, ...]]:
    for goal in outcome.changes.goals:
        levels = [of_goal_level(level) if level else None for level in goal.levels]
        verdicts = [of_summary(summary) if summary else None for summary in goal.verdicts]
        for kind, (before, after) in ((_("Goal, computed"), levels), (_("Goal, verdict"), verdicts)):
            if before != after:
                yield TextCell(goal.title), TextCell(kind), status(before), status(after)
    for level in outcome.changes.levels:
        names = (level.series.about.name, level.series.unit_name, gender_text(level.series.gender, level.series.about))
        ends = (status(of_level(end)) for end in level.levels)
        yield TextCell(", ".join(filter(None, names))), TextCell(_("Outcome")), *ends


def rows_table(rows: Sequence[RowText], caption: str, total: int | None = None) -> str:
    """Rows before and after; with `total`, their number where not all are shown."""
    headings = (_("Row"), _("Period"), _("Before"), _("After"))
    cells = tuple((_named(row), TextCell(row.period), *_ends(row)) for row in rows)
    more = ""
    if total is not None and total > len(rows):
        more = _("The first {n} of {total} rows. The file has all of them.").format(n=len(rows), total=number(total))
    return render("data_rows", table=TextTable(caption, headings, cells), more=more)


def on_paper(table: str, records: Sequence[Record], names: BoardNames) -> str:
    """The rows of a table in words, for paper only, where an editor cannot be."""
    rows = [(record, row_text(RowChange(table, None, record), names)) for record in records]
    cells = tuple(
        (
            _named(row),
            TextCell(row.period),
            TextCell(row.after or _part_of(record, names)),
            TextCell(str(record.get("comment") or record.get("note") or "")),
        )
        for record, row in rows
    )
    headings = (_("Row"), _("Period"), _("Valid"), _("Note"))
    return render("data_on_paper", table=TextTable(_(TABLE_NAMES[table]), headings, cells))


def _part_of(unit: Record, names: BoardNames) -> str:
    """The kind of a unit, and the unit that it is a part of; of an event, whether it breaks the series."""
    if "breaks_series" in unit:
        return _("Breaks the series") if unit["breaks_series"] else ""
    return ", ".join(filter(None, (word_for("units", "kind", unit["kind"]), names.called("units", unit["parent"]))))


def _named(row: RowText) -> TextCell:
    return TextCell(row.name, note=", ".join(filter(None, (_(TABLE_NAMES[row.table]), row.about))))


def _ends(row: RowText) -> tuple[TextCell, TextCell]:
    change = TextCell("", note=_(row.change))
    if row.change == NEW:
        return TextCell("–"), TextCell(row.after) if row.after else change
    after = change if row.change == WITHDRAWN else TextCell(row.after or "–")
    return TextCell(row.before or "–"), after


def problems(faults: Sequence[object], heading: str, note: str) -> str:
    """A list of everything that is wrong, to be corrected by whoever made the file."""
    if not faults:
        return ""
    texts = grouped((str(fault) for fault in faults), 200)
    return render("problems", heading=heading, note=note, texts=texts, scrolls=len(faults) > SENTENCES)


def problem(file: str, sentence: str) -> str:
    """The reason that a file cannot be read at all."""
    return render("problem", file=file, sentence=sentence)


def listed(sentences: Sequence[str], above: str = "") -> str:
    """Sentences as a list, the first of many; nothing where there are none."""
    return render("sentences", texts=grouped(sentences, SENTENCES), above=above)


def rows_left(plan: Plan, names: BoardNames) -> str:
    """The rows that undoing leaves as they are, and why."""
    return listed([_row_left(row, names) for row in plan.kept], kept_rows(plan.kept)) if plan.kept else ""


def _row_left(row: Kept, names: BoardNames) -> str:
    text = row_text(RowChange(row.table, row.record, None), names)
    return f"{', '.join(filter(None, (text.name, text.about, text.period)))}: {why_kept(row)}"
