"""A goal in the Word file: verdicts by department, then each indicator with its figures, chart, table and source."""

from collections.abc import Sequence

from docx.document import Document
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from lib.documents import word_parts as parts
from lib.documents.goal import FigurePart, GoalPart, IndicatorPart
from lib.words.language import _

# How the columns of figures share the width.
WIDTHS = {"gender": 2.0, "kind": 2.0, "figure": 2.6, "target": 4.0, "note": 3.6, "source": 4.4}


def add_goal(document: Document, goal: GoalPart, level: int) -> None:
    """What is said of a goal below its heading, which is of this level."""
    if goal.above:
        parts.add(document, f"{_('Part of:')} {goal.above}", style="Source")
    status = parts.add(document)
    if goal.verdict:
        parts.write(status, f"{_('Verdict:')} ")
        parts.write_status(status, goal.verdict)
        parts.write(status, "   ")
    parts.write(status, f"{_('Computed from the figures:')} ")
    parts.write_status(status, goal.computed)
    if goal.differs:
        parts.write(status, f"   ≠ {_('differs from the verdict')}")
    parts.add(document, goal.said)
    if goal.facts:
        add_facts(parts.add(document), goal.facts)
    _verdicts(document, goal)
    add_source(document, goal.source)
    for indicator in goal.indicators:
        _indicator(document, indicator, level + 1)


def add_facts(paragraph: Paragraph, facts: Sequence[tuple[str, str]]) -> None:
    """Terms and texts, one a line."""
    for place, (term, text) in enumerate(facts):
        if place:
            paragraph.add_run().add_break()
        parts.write(paragraph, f"{term}: ", bold=True)
        parts.write(paragraph, text)


def add_source(document: Document, source: str) -> None:
    """The line that says where something comes from, if it is known."""
    if source:
        parts.add(document, f"{_('Source')}: {source}", style="Source")


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
    parts.add(document, style="Table Text")


def _indicator(document: Document, indicator: IndicatorPart, level: int) -> None:
    parts.heading(document, indicator.name, level)
    parts.add(document, indicator.definition, style="Source")
    for figure in indicator.figures:
        _figure(parts.add(document), figure)
    if not indicator.figures:
        parts.add(document, _("The source gives neither figure nor target."))
    if indicator.said:
        parts.add(document, indicator.said)
    if indicator.chart:
        parts.add_chart(document, indicator.chart, Cm(parts.WIDTH), Cm(6))
        parts.add(document, indicator.chart.sentence, style="Caption")
    if len(indicator.table) > 1:
        _figures(document, indicator)
    add_source(document, indicator.source)


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
    widths = [width * parts.WIDTH / sum(room) for width in room]
    name = _("Figures: {name}").format(name=indicator.name)
    table = parts.table(document, [heading for heading, _name in paper.columns], widths, name=name, told=name)
    for row in paper.rows:
        for paragraph, text in zip(parts.row(table, widths), row, strict=True):
            parts.write(paragraph, text)
    parts.add(document, paper.below, style="Source")
