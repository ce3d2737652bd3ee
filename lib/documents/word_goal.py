"""A goal in the appendix of the Word file: its statuses, verdicts, single figures, and a block an indicator."""

from docx.document import Document
from docx.shared import Cm

from lib.documents import word_parts as parts
from lib.documents.appendix import GoalPart, IndicatorPart
from lib.documents.word_letter import add_looks
from lib.words.language import _

CHART_HEIGHT = 4.8  # in centimetres


def add_goal(document: Document, goal: GoalPart, level: int) -> None:
    """Everything about a goal below its heading, which is of this level."""
    if goal.above:
        parts.add(document, f"{_('Part of:')} {goal.above}", style="Source").paragraph_format.keep_with_next = True
    looks = parts.add(document)
    add_looks(looks, goal.looks)
    if goal.differs:
        parts.write(looks, f"    ≠ {_('differs from the verdict')}")
    if goal.text:
        parts.add(document, goal.text)
    if goal.about:
        parts.add(document, goal.about, style="Source")
    if goal.verdict:
        parts.add(document, goal.verdict)
    if goal.verdicts:
        parts.add_table(document, goal.verdicts)
    if goal.single:
        parts.add_table(document, goal.single)
    for block in goal.blocks:
        _block(document, block, level + 1)
    if goal.actions:
        parts.add(document, goal.actions.caption, style="Table Title")
        parts.add_table(document, goal.actions)
    if goal.silent:
        parts.add(document, goal.silent, style="Source")


def _block(document: Document, block: IndicatorPart, level: int) -> None:
    parts.heading(document, block.name, level)
    if block.definition:
        parts.add(document, block.definition, style="Source").paragraph_format.keep_with_next = True
    if block.chart:
        finding = parts.add(document, block.finding or block.chart.sentence, style="Caption")
        finding.paragraph_format.keep_with_next = True
        parts.add_chart(document, block.chart, Cm(parts.width_of(document)), Cm(CHART_HEIGHT))
    parts.add_table(document, block.table)
    for text in block.texts:
        parts.add(document, text)
