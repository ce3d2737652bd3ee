"""The papers as one HTML file: all inside it, read offline and by screen reader, printed with page numbers."""

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from pathlib import Path

from lib.charts import font
from lib.charts.style import TOKENS
from lib.documents.look import plain
from lib.documents.page_goal import goal
from lib.documents.page_parts import bar, text, text_table
from lib.documents.page_point import anchor, point, questions
from lib.documents.report import Report
from lib.tables.progress import Progress
from lib.views.selection import example_text
from lib.views.text_table import TextTable
from lib.words.language import _

TYPE = "text/html; charset=utf-8"
STYLE = Path(__file__).with_suffix(".css")
# The file asks nobody for anything, and nothing in it runs.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"


def html_file(report: Report, progress: Progress) -> bytes:
    """The whole file. `progress` is called with the share done, from 0 to 1."""
    content = (_points if report.points else _goals)(report, progress)
    title = text(f"{report.title}: {report.board}")
    style = "".join(path.read_text(encoding="utf-8") for path in (TOKENS, STYLE))
    return (
        f'<!DOCTYPE html><html lang="{report.language}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f"<style>{_font_face()}{style}{_page_margins(report)}</style></head>"
        f"<body><main>{_front(report)}{content}</main></body></html>"
    ).encode()


@cache
def _font_face() -> str:
    """The font inside the file, whole: whatever is written in it looks the same on every machine."""
    content = b64encode(font.file().read_bytes()).decode()
    return (
        f'@font-face {{ font-family: "Source Sans"; font-weight: 200 900; '
        f'src: url("data:font/woff2;base64,{content}") format("woff2"); }}'
    )


def _page_margins(report: Report) -> str:
    """The foot of every printed page: the selection and the page's number."""
    left = _css_string(report.line)
    numbers = f'"{_("page")} " counter(page) " {_("of")} " counter(pages)'
    style = "font: 8pt 'Source Sans', sans-serif; color: #4a5560; vertical-align: top; padding-top: 3mm"
    return (
        f"@page {{ @bottom-left {{ content: {left}; width: 80%; {style} }} "
        f"@bottom-right {{ content: {numbers}; white-space: nowrap; {style} }} }}"
    )


def _css_string(words: str) -> str:
    r"""Text as a string of CSS, every sign that could end it or the style written by its number: '<' is '\3c '."""
    return '"' + "".join(f"\\{ord(letter):x} " if letter in '"\\<>&\n\r\f' else letter for letter in plain(words)) + '"'


def _front(report: Report) -> str:
    made_up = _("The board, its goals and all its figures are made up.")
    example = f'<p class="example"><strong>{text(example_text())}.</strong> {text(made_up)}</p>'
    stamp = "".join(f"<dt>{text(term)}</dt><dd>{text(value)}</dd>" for term, value in report.stamp)
    agenda, goals = _listed(_("Agenda"), report.agenda, anchor), _listed(_("Overview"), report.overview, _anchor)
    counted, listed = ("", agenda) if report.points else (_totals(report), goals)
    return (
        f'<header><h1>{text(report.title)}</h1><p class="board">{text(report.board)}</p>'
        f"{example if report.example else ''}<dl>{stamp}</dl>{counted}</header>{listed}"
    )


def _totals(report: Report) -> str:
    return "".join(f"<p>{text(sentence)}</p>" for sentence in report.totals) + bar(report.shares)


def _listed(heading: str, table: TextTable | None, anchor: Callable[[int], str]) -> str:
    """A list of all goals or points, each a link to its part; nothing where there are none."""
    if table is None:
        return ""
    listed = text_table(table, lambda cell: anchor(int(cell.address)) if cell.address else "")
    return f'<nav aria-label="{text(heading)}"><h2>{text(heading)}</h2>{listed}</nav>'


def _anchor(number: int) -> str:
    return f"goal-{number}"


def _points(report: Report, progress: Progress) -> str:
    made = []
    for number, item in enumerate(report.points, start=1):
        made.append(point(report, item, number))
        progress(number / len(report.points))
    if report.others:
        heading = text(_("Other questions from the board"))
        made.append(f"<section><h2>{heading}</h2>{questions(report.others)}</section>")
    return "".join(made)


def _goals(report: Report, progress: Progress) -> str:
    made, done = [], 0
    for area, goals in report.by_area():
        made.append(f"<section><h2>{text(area)}</h2>")
        for story in goals:
            done += 1
            made.append(f'<article><h3 id="{_anchor(done)}">{text(story.title)}</h3>{goal(story, 3)}</article>')
            progress(done / len(report.goals))
        made.append("</section>")
    return "".join(made)
