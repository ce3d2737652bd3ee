"""Pieces of HTML that several pages show: statuses, figures, tables, drawings. Everything from the data is escaped.

A status is an icon, a word and a colour, in that order of importance.
"""

from collections.abc import Iterable, Sequence
from html import escape

from lib.rules.status import GoalLevel, Level
from lib.views.overview import Summary
from lib.views.statuses import Look, of_goal_level, of_level, of_summary
from lib.words.figures import GOAL_LEVELS
from lib.words.language import _, ngettext


def status(look: Look) -> str:
    """A status: icon and word, in its colour."""
    icon = f'<span aria-hidden="true">{look.icon}</span>'
    return f'<span class="mb-status mb-status--{look.name}">{icon} {escape(look.word)}</span>'


def level(value: Level) -> str:
    """An indicator's computed level."""
    return status(of_level(value))


def goal_level(value: GoalLevel, quiet: bool = False) -> str:
    """A goal's computed level; with `quiet`, one that cannot be judged is plain text, as in long tables."""
    if quiet and value is GoalLevel.UNKNOWN:
        return f'<span class="mb-quiet">{escape(_(GOAL_LEVELS[value]))}</span>'
    return status(of_goal_level(value))


def summary(value: Summary, own: str = "") -> str:
    """A goal's verdicts taken together, in the board's own word if it has one."""
    return status(of_summary(value, own))


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str, css_class: str = "") -> str:
    """A table of finished HTML cells; the first cell of a row is its heading. Headings label cells on phones too.

    The roles say again what the elements are, since rows drawn as cards on phones are else no rows to a screen reader.
    """
    head = "".join(f'<th scope="col" role="columnheader">{escape(heading)}</th>' for heading in headings)
    body = "".join(_row(headings, cells) for cells in rows)
    return (
        f'<table role="table" class="mb-table {css_class}"><caption>{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


# A table with more rows than this is closed until it is asked for.
MANY = 8


def section(title: str, sentence: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A heading, the line that counts, and the table, folded away where it has many rows."""
    drawn = table(headings, rows, caption=title, css_class="mb-changes") if rows else ""
    if len(rows) > MANY:
        label = ngettext("Show {n} row", "Show {n} rows", len(rows)).format(n=len(rows))
        drawn = f"<details><summary>{escape(label)}</summary>{drawn}</details>"
    return f"<section><h2>{escape(title)}</h2><p>{escape(sentence)}</p>{drawn}</section>"


def _row(headings: Sequence[str], cells: Sequence[str]) -> str:
    first, *others = cells
    tds = "".join(
        f'<td role="cell" data-label="{escape(heading)}">{cell}</td>'
        for heading, cell in zip(headings[1:], others, strict=False)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{first}</th>{tds}</tr>'


def link(address: str, text: str, css_class: str = "") -> str:
    """A link inside the app; `text` is escaped."""
    name = f' class="{css_class}"' if css_class else ""
    return f'<a href="{escape(address)}"{name}>{escape(text)}</a>'


def definitions(pairs: Iterable[tuple[str, str]]) -> str:
    """A list of terms and finished HTML, those without content left out."""
    items = "".join(f"<div><dt>{escape(term)}</dt><dd>{html}</dd></div>" for term, html in pairs if html)
    return f'<dl class="mb-facts">{items}</dl>' if items else ""
