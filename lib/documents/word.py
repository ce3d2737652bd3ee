"""The follow-up as boards know it, as a Word file: goal by goal, verdicts by department, figures, charts, sources."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from lib.documents import word_parts as parts
from lib.documents.look import ACCENT, FONT, MUTED, TEXT, plain
from lib.report import FigurePart, GoalPart, IndicatorPart, Report
from lib.stamp import example_text
from lib.words import _

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WIDTH, MARGIN = 17.0, 2.0
# How the columns of figures share the width.
WIDTHS = {"gender": 2.0, "kind": 2.0, "figure": 2.6, "target": 4.0, "note": 3.6, "source": 4.4}

Progress = Callable[[float], None]


def word_file(report: Report, progress: Progress) -> bytes:
    """The appendix as a Word file. `progress` is told how much is done, from 0 to 1."""
    document = _document(report)
    _front(document, report)
    done, chart = 0, 0
    for area, goals in report.by_area():
        document.add_heading(plain(area), 1)
        for goal in goals:
            chart = _goal(document, goal, report.goals.index(goal) + 1, chart)
            done += 1
            progress(done / len(report.goals))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _document(report: Report) -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
    _styles(document)
    parts.set_language(document, report.language)
    about = document.core_properties
    about.title, about.subject = plain(f"{report.title}: {report.board}"), plain(report.line)
    about.author, about.comments, about.keywords = plain(report.board), "", ""
    _foot(section.footer.paragraphs[0], report)
    return document


def _styles(document: Document) -> None:
    styles = document.styles
    parts.size(styles["Normal"], 10.5, TEXT, after=6, font=FONT)
    parts.size(styles["Title"], 26, ACCENT, after=4, font=FONT)
    parts.size(styles["Subtitle"], 14, MUTED, after=12, font=FONT)
    parts.size(styles["Heading 1"], 18, ACCENT, before=18, after=6, font=FONT)
    parts.size(styles["Heading 2"], 14, TEXT, before=18, after=4, font=FONT)
    parts.size(styles["Heading 3"], 11.5, TEXT, before=12, after=3, font=FONT)
    parts.size(styles["Caption"], 9, MUTED, after=6, font=FONT)
    styles["Caption"].font.bold = False
    parts.size(styles["Footer"], 8, MUTED, after=0, font=FONT)
    for name, points, after in (("Table Text", 9, 2), ("Source", 8.5, 6), ("Chart", 9, 2)):
        style: Any = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        parts.size(style, points, MUTED if name == "Source" else TEXT, before=2 if after == 2 else 0, after=after)
    styles["Chart"].paragraph_format.keep_with_next = True


def _foot(paragraph: Paragraph, report: Report) -> None:
    parts.write(paragraph, f"{report.line} · {_('page')} ")
    parts.field(paragraph, "PAGE")
    parts.write(paragraph, f" {_('of')} ")
    parts.field(paragraph, "NUMPAGES")


def _front(document: Document, report: Report) -> None:
    """Title, what the file shows, the totals and a list of all goals that leads to each."""
    document.add_paragraph(plain(report.title), style="Title")
    document.add_paragraph(plain(report.board), style="Subtitle")
    if report.example:
        about = _("The board, its goals and all its figures are made up.")
        parts.write(document.add_paragraph(), f"{example_text()}. {about}", bold=True)
    _facts(document.add_paragraph(), report.stamp)
    for sentence in report.totals:
        document.add_paragraph(plain(sentence))
    if report.goals:
        _list(document, report)


def _facts(paragraph: Paragraph, facts: Sequence[tuple[str, str]]) -> None:
    """Terms and texts, one a line."""
    for place, (term, text) in enumerate(facts):
        if place:
            paragraph.add_run().add_break()
        parts.write(paragraph, f"{term}: ", bold=True)
        parts.write(paragraph, text)


def _list(document: Document, report: Report) -> None:
    widths = (9.4, 3.8, 3.8)
    headings = (_("Goal"), _("Verdict"), _("Computed"))
    document.add_heading(_("Overview"), 1)
    table = parts.table(document, headings, widths, name=_("Overview"), told=" ".join(report.totals))
    for number, goal in enumerate(report.goals, start=1):
        first, second, third = parts.row(table, widths)
        parts.link(first, _anchor(number), goal.title)
        if goal.verdict:
            parts.write_status(second, goal.verdict)
        else:
            parts.write(second, "–")
        parts.write_status(third, goal.computed)


def _anchor(number: int) -> str:
    return f"goal_{number}"


def _goal(document: Document, goal: GoalPart, number: int, chart: int) -> int:
    """A goal's part; gives the number of the last chart."""
    parts.bookmark(document.add_heading(plain(goal.title), 2), _anchor(number), number)
    if goal.above:
        document.add_paragraph(plain(f"{_('Part of:')} {goal.above}"), style="Source")
    status = document.add_paragraph()
    if goal.verdict:
        parts.write(status, f"{_('Verdict:')} ")
        parts.write_status(status, goal.verdict)
        parts.write(status, "   ")
    parts.write(status, f"{_('Computed from the figures:')} ")
    parts.write_status(status, goal.computed)
    if goal.differs:
        parts.write(status, f"   ≠ {_('differs from the verdict')}")
    document.add_paragraph(plain(goal.said))
    if goal.facts:
        _facts(document.add_paragraph(), goal.facts)
    _verdicts(document, goal)
    _source(document, goal.source)
    for indicator in goal.indicators:
        chart = _indicator(document, indicator, chart)
    return chart


def _verdicts(document: Document, goal: GoalPart) -> None:
    if not goal.verdicts:
        return
    widths = (3.4, 3.4, 5.2, 5.0)
    headings, name = (_("Department"), _("Verdict"), _("Comment"), _("Source")), _("The board's verdicts")
    table = parts.table(document, headings, widths, name=name, told=f"{name}: {goal.title}")
    for one in goal.verdicts:
        judge, verdict, comment, source = parts.row(table, widths)
        parts.write(judge, one.judge)
        parts.write_status(verdict, one.look)
        parts.write(verdict, f" {one.stage}")
        parts.write(comment, one.comment)
        parts.write(source, one.source)
    document.add_paragraph(style="Table Text")


def _indicator(document: Document, indicator: IndicatorPart, chart: int) -> int:
    document.add_heading(plain(indicator.name), 3)
    document.add_paragraph(plain(indicator.definition), style="Source")
    for figure in indicator.figures:
        _figure(document.add_paragraph(), figure)
    if not indicator.figures:
        document.add_paragraph(_("The source gives neither figure nor target."))
    if indicator.said:
        document.add_paragraph(plain(indicator.said))
    if indicator.chart:
        chart += 1
        parts.add_chart(document, indicator.chart, chart, Cm(WIDTH), Cm(6))
        document.add_paragraph(plain(indicator.chart.sentence), style="Caption")
    if len(indicator.table) > 1:
        _figures(document, indicator)
    _source(document, indicator.source)
    return chart


def _source(document: Document, source: str) -> None:
    if source:
        document.add_paragraph(plain(f"{_('Source')}: {source}"), style="Source")


def _figure(paragraph: Paragraph, figure: FigurePart) -> None:
    """Who, period and figure; the level; and the sentence that tells why."""
    head = ", ".join(filter(None, (figure.who, figure.period)))
    if head:
        parts.write(paragraph, f"{head[0].upper()}{head[1:]}: ", bold=True)
    parts.write(paragraph, f"{figure.sentence} ")
    if figure.look:
        parts.write_status(paragraph, figure.look)


def _figures(document: Document, indicator: IndicatorPart) -> None:
    """The table beside the chart."""
    paper = indicator.on_paper()
    room = [WIDTHS.get(name, 3.0) for _heading, name in paper.columns]
    widths = [width * WIDTH / sum(room) for width in room]
    name = _("Figures: {name}").format(name=indicator.name)
    table = parts.table(document, [heading for heading, _name in paper.columns], widths, name=name, told=name)
    for row in paper.rows:
        for paragraph, text in zip(parts.row(table, widths), row, strict=True):
            parts.write(paragraph, text)
    document.add_paragraph(plain(paper.below), style="Source")
