"""How a table of a file was understood, over the table itself: each cell by what it is read as."""

from collections.abc import Sequence
from html import escape

from lib.imports.explanation import CERTAINTY_NAMES, USE_NAMES, CellUse, Explanation
from lib.imports.mapping import ROLES
from lib.imports.result import Unknown
from lib.imports.workbook.read import column_letter
from lib.web.pages import parts
from lib.words.language import _


def sample(table: Unknown) -> str:
    """The first rows of a table that nobody understood, to recognise it by."""
    width = max([len(table.headings), *map(len, table.sample)])
    headings = [*table.headings, *[""] * width][:width]
    rows = [[escape(cell) for cell in [*row, *[""] * width][:width]] for row in table.sample]
    shown = parts.table([heading or "–" for heading in headings], rows, caption=table.sheet, css_class="mb-sample")
    return _scrolled(shown, table.sheet)


def table(found: Unknown, explanation: Explanation) -> str:
    """A table's headings and first rows, each column with what it is, and below from where each axis is taken."""
    width = max([len(found.headings), *map(len, found.sample)])
    columns = [column for column in range(width) if column in explanation.columns]
    head = "".join(_heading(found, explanation, column) for column in columns)
    body = "".join(_row(row, explanation, columns) for row in found.sample)
    caption = f"<caption>{escape(found.sheet)}</caption>"
    shown = f'<table class="mb-sample mb-reading">{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return _scrolled(shown, found.sheet) + axes(explanation)


def _heading(found: Unknown, explanation: Explanation, column: int) -> str:
    use = explanation.columns[column]
    role = explanation.roles.get(column, "")
    label = _(ROLES[role]) if role in ROLES and role and use is not CellUse.ASKED else _(USE_NAMES[use])
    heading = found.headings[column] if column < len(found.headings) else ""
    text = escape(heading or column_letter(column + 1))
    return f'<th scope="col" class="mb-use mb-use--{use}">{text}<span class="mb-use__label">{escape(label)}</span></th>'


def _row(row: Sequence[str], explanation: Explanation, columns: Sequence[int]) -> str:
    texts = [*row, *[""] * (max(columns, default=0) + 1 - len(row))]
    cells = (f'<td class="mb-use mb-use--{explanation.columns[at]}">{escape(texts[at])}</td>' for at in columns)
    return f"<tr>{''.join(cells)}</tr>"


def axes(explanation: Explanation) -> str:
    """From where each axis of a table's figures is taken, and how surely."""
    items = "".join(
        f"<li><b>{escape(_(ROLES[source.axis]))}</b>: {escape(source.place)}"
        f" ({escape(_(CERTAINTY_NAMES[source.certainty]))})</li>"
        for source in explanation.axes
        if source.axis in ROLES
    )
    return f'<ul class="mb-axes">{items}</ul>' if items else ""


def readings(explanations: Sequence[Explanation]) -> str:
    """How each table that was read was understood, folded away: what is sure needs no look."""
    parts_ = [
        f"<h3>{escape(one.sheet)}, {escape(_('row {row}').format(row=one.head[1]))}</h3>{axes(one)}"
        for one in explanations
        if not one.questions
    ]
    if not parts_:
        return ""
    return f"<details><summary>{escape(_('How the tables were read'))}</summary>{''.join(parts_)}</details>"


def _scrolled(shown: str, name: str) -> str:
    return f'<div class="mb-scroll" tabindex="0" role="region" aria-label="{escape(name)}">{shown}</div>'
