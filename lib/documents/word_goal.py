"""A goal in the Word file: verdicts by department, then each indicator with its figures, chart, tables and source."""

from collections.abc import Sequence

from docx.document import Document
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from lib.documents import word_parts as parts
from lib.views.figures import source_line
from lib.views.goal_story import GoalStory, IndicatorStory
from lib.views.key_figure import KeyFigure
from lib.words.language import _


def add_goal(document: Document, story: GoalStory, level: int) -> None:
    """Everything about a goal below its heading, which is of this level."""
    if story.above:
        parts.add(document, f"{_('Part of:')} {story.above}", style="Source")
    status = parts.add(document)
    if story.verdict:
        parts.write(status, f"{_('Verdict:')} ")
        parts.write_status(status, story.verdict)
        parts.write(status, "   ")
    parts.write(status, f"{_('Computed from the figures:')} ")
    parts.write_status(status, story.computed)
    if story.differs:
        parts.write(status, f"   ≠ {_('differs from the verdict')}")
    parts.add(document, story.paragraph)
    if story.facts:
        add_facts(parts.add(document), story.facts)
    if story.verdicts:
        parts.add_table(document, story.verdicts)
    add_source(document, story.source)
    for indicator in story.indicators:
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
        parts.add(document, source_line(source), style="Source")


def _indicator(document: Document, indicator: IndicatorStory, level: int) -> None:
    parts.heading(document, indicator.name, level)
    parts.add(document, indicator.definition, style="Source")
    for figure in indicator.figures:
        _figure(parts.add(document), figure)
    if not indicator.figures:
        parts.add(document, _("The source gives neither figure nor target."))
    if indicator.gap:
        parts.add(document, indicator.gap)
    if indicator.others:
        parts.add_table(document, indicator.others)
    if indicator.chart:
        parts.add_chart(document, indicator.chart, Cm(parts.WIDTH), Cm(6))
        parts.add(document, indicator.chart.sentence, style="Caption")
    if indicator.table:
        parts.add_table(document, indicator.table)
        if indicator.below_table:
            parts.add(document, indicator.below_table, style="Source")
    add_source(document, indicator.source)


def _figure(paragraph: Paragraph, figure: KeyFigure) -> None:
    """A figure's unit, period and value; its level; and its movement."""
    if figure.lead:
        parts.write(paragraph, f"{figure.lead}: ", bold=True)
    parts.write(paragraph, f"{figure.explanation} ")
    if figure.look:
        parts.write_status(paragraph, figure.look)
    if figure.moves:
        paragraph.add_run().add_break()
        parts.write(paragraph, figure.moves)
