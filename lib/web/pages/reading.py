"""The reading of a table of a file, over the table itself: each cell by what it is read as."""

from collections.abc import Sequence
from html import escape

from lib.imports.explanation import CERTAINTY_NAMES, USE_NAMES, CellUse, Explanation
from lib.imports.mapping import ROLES
from lib.imports.result import Unknown
from lib.imports.workbook.read import column_letter
from lib.web.pages import parts
from lib.words.language import _


def sample(table: Unknown) -> str:
    """The first rows of a table that could not be read, to recognise it by."""
    width = max([len(table.headings), *map(len, table.sample)])
    headings = [*table.headings, *[""] * width][:width]
    rows = [[escape(cell) for cell in [*row, *[""] * width][:width]] for row in table.sample]
    grid = parts.table([heading or "–" for heading in headings], rows, caption=table.sheet, css_class="mb-sample")
    return _scrolled(grid, table.sheet)


def table(unknown: Unknown, explanation: Explanation) -> str:
    """A table's headings and first rows, each column with its use, and below the source of each axis."""
    width = max([len(unknown.headings), *map(len, unknown.sample)])
    columns = [column for column in range(width) if column in explanation.columns]
    head = "".join(_heading(unknown, explanation, column) for column in columns)
    body = "".join(_row(row, explanation, columns) for row in unknown.sample)
    caption = f"<caption>{escape(unknown.sheet)}</caption>"
    grid = f'<table class="mb-sample mb-reading">{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return _scrolled(grid, unknown.sheet) + axes(explanation)


def _heading(unknown: Unknown, explanation: Explanation, column: int) -> str:
    use = explanation.columns[column]
    role = explanation.roles.get(column, "")
    label = _(ROLES[role]) if role in ROLES and role and use is not CellUse.ASKED else _(USE_NAMES[use])
    heading = unknown.headings[column] if column < len(unknown.headings) else ""
    text = escape(heading or column_letter(column + 1))
    return f'<th scope="col" class="mb-use mb-use--{use}">{text}<span class="mb-use__label">{escape(label)}</span></th>'


def _row(row: Sequence[str], explanation: Explanation, columns: Sequence[int]) -> str:
    texts = [*row, *[""] * (max(columns, default=0) + 1 - len(row))]
    cells = (f'<td class="mb-use mb-use--{explanation.columns[at]}">{escape(texts[at])}</td>' for at in columns)
    return f"<tr>{''.join(cells)}</tr>"


def axes(explanation: Explanation) -> str:
    """The source of each axis of a table's figures, with its certainty."""
    items = "".join(
        f"<li><b>{escape(_(ROLES[source.axis]))}</b>: {escape(source.place)}"
        f" ({escape(_(CERTAINTY_NAMES[source.certainty]))})</li>"
        for source in explanation.axes
        if source.axis in ROLES
    )
    return f'<ul class="mb-axes">{items}</ul>' if items else ""


def readings(explanations: Sequence[Explanation]) -> str:
    """The reading of each table without questions, folded away: a sure reading needs no look."""
    parts_ = [
        f"<h3>{escape(table.sheet)}, {escape(_('row {row}').format(row=table.head[1]))}</h3>{axes(table)}"
        for table in explanations
        if not table.questions
    ]
    if not parts_:
        return ""
    return f"<details><summary>{escape(_('How the tables were read'))}</summary>{''.join(parts_)}</details>"


def _scrolled(grid: str, name: str) -> str:
    return f'<div class="mb-scroll" tabindex="0" role="region" aria-label="{escape(name)}">{grid}</div>'
