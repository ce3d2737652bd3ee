"""A goal in the HTML file: verdicts by department, then each indicator with its figures, chart, tables and source."""

from lib.documents.page_parts import chart, source, status, text, text_table
from lib.views.goal_story import GoalStory, IndicatorStory
from lib.views.key_figure import KeyFigure
from lib.words.language import _


def goal(story: GoalStory, level: int) -> str:
    """Everything about a goal below its heading, which is of this level."""
    above = f'<p class="quiet">{text(_("Part of:"))} {text(story.above)}</p>' if story.above else ""
    verdict = f"{text(_('Verdict:'))} {status(story.verdict)} " if story.verdict else ""
    differs = f" <span>≠ {text(_('differs from the verdict'))}</span>" if story.differs else ""
    facts = "".join(f"<dt>{text(term)}</dt><dd>{text(fact)}</dd>" for term, fact in story.facts)
    blocks = (
        above,
        f"<p>{verdict}{text(_('Computed from the figures:'))} {status(story.computed)}{differs}</p>",
        f"<p>{text(story.paragraph)}</p>",
        f"<dl>{facts}</dl>" if facts else "",
        text_table(story.verdicts) if story.verdicts else "",
        source(story.source),
        *(_indicator(indicator, level + 1) for indicator in story.indicators),
    )
    return "".join(blocks)


def _indicator(indicator: IndicatorStory, level: int) -> str:
    figures = "".join(_figure(figure) for figure in indicator.figures)
    none = f"<p>{text(_('The source gives neither figure nor target.'))}</p>"
    table, below = indicator.table, indicator.below_table
    blocks = (
        f"<h{level}>{text(indicator.name)}</h{level}>",
        f'<p class="quiet">{text(indicator.definition)}</p>',
        figures or none,
        f"<p>{text(indicator.gap)}</p>" if indicator.gap else "",
        text_table(indicator.others) if indicator.others else "",
        chart(indicator.chart) if indicator.chart else "",
        text_table(table) if table else "",
        f'<p class="quiet">{text(below)}</p>' if table and below else "",
        source(indicator.source),
    )
    return f"<section>{''.join(blocks)}</section>"


def _figure(figure: KeyFigure) -> str:
    lead = f"<strong>{text(figure.lead)}:</strong> " if figure.lead else ""
    level = f" {status(figure.look)}" if figure.look else ""
    moves = f"<br>{text(figure.moves)}" if figure.moves else ""
    return f"<p>{lead}{text(figure.explanation)}{level}{moves}</p>"
