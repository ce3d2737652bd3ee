"""The papers as one HTML file: all inside it, read offline and by screen reader, printed with page numbers."""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment

from lib.charts import font
from lib.charts.icons import icon
from lib.charts.style import TOKENS
from lib.charts.svg_chart import bar_of_shares, line_chart
from lib.documents.appendix import Notes, goal_part, is_bare
from lib.documents.look import MUTED, plain
from lib.documents.report import Report
from lib.tables.progress import Progress
from lib.views.figures import source_line
from lib.views.goal_story import GoalStory
from lib.views.selection import example_text
from lib.words.language import _
from lib.words.templates import environment

TYPE = "text/html; charset=utf-8"
STYLE = Path(__file__).with_suffix(".css")
TEMPLATES = Path(__file__).parent / "templates"
# The file asks nobody for anything, and nothing in it runs.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"


def html_file(report: Report, progress: Progress) -> bytes:
    """The whole file. `progress` is called with the share done, from 0 to 1."""
    sheets = "".join(path.read_text(encoding="utf-8") for path in (TOKENS, STYLE))
    style = f"{font_face()}{sheets}{_page_margins(report)}"
    html = (
        _templates()
        .get_template("page.html")
        .render(report=report, progress=progress, style=style, policy=POLICY, notes=Notes())
    )
    progress(1.0)
    return plain(html).encode()


@cache
def _templates() -> Environment:
    return environment(
        TEMPLATES,
        bar_of_shares=bar_of_shares,
        example_text=example_text,
        icon=icon,
        goal_part=goal_part,
        is_bare=is_bare,
        bare_of=_bare,
        line_chart=line_chart,
        source_line=source_line,
    )


def _bare(goals: Iterable[GoalStory]) -> list[GoalStory]:
    return [goal for goal in goals if is_bare(goal)]


@cache
def font_face() -> str:
    """The font inside the file, whole: whatever is written in it looks the same on every machine."""
    content = b64encode(font.file().read_bytes()).decode()
    return (
        f'@font-face {{ font-family: "Source Sans"; font-weight: 200 900; '
        f'src: url("data:font/woff2;base64,{content}") format("woff2"); }}'
    )


def _page_margins(report: Report) -> str:
    """The foot of every printed page: the selection and the page's number."""
    left = _css_string(report.foot)
    numbers = f'"{_("page")} " counter(page) " {_("of")} " counter(pages)'
    style = f"font: 8pt 'Source Sans', sans-serif; color: #{MUTED}; vertical-align: top; padding-top: 3mm"
    return (
        f"@page {{ @bottom-left {{ content: {left}; width: 80%; {style} }} "
        f"@bottom-right {{ content: {numbers}; white-space: nowrap; {style} }} }}"
    )


def _css_string(words: str) -> str:
    r"""Text as a string of CSS, every sign that could end it or the style written by its number: '<' is '\3c '."""
    return '"' + "".join(f"\\{ord(letter):x} " if letter in '"\\<>&\n\r\f' else letter for letter in plain(words)) + '"'
