"""A goal in the HTML file: verdicts by department, then each indicator with its figures, chart, table and source."""

from lib.documents.goal import FigurePart, GoalPart, IndicatorPart
from lib.documents.page_parts import chart, source, status, table, text
from lib.words.language import _


def goal(part: GoalPart, level: int) -> str:
    """What is said of a goal below its heading, which is of this level."""
    above = f'<p class="quiet">{text(_("Part of:"))} {text(part.above)}</p>' if part.above else ""
    verdict = f"{text(_('Verdict:'))} {status(part.verdict)} " if part.verdict else ""
    differs = f" <span>≠ {text(_('differs from the verdict'))}</span>" if part.differs else ""
    facts = "".join(f"<dt>{text(term)}</dt><dd>{text(said)}</dd>" for term, said in part.facts)
    blocks = (
        above,
        f"<p>{verdict}{text(_('Computed from the figures:'))} {status(part.computed)}{differs}</p>",
        f"<p>{text(part.said)}</p>",
        f"<dl>{facts}</dl>" if facts else "",
        _verdicts(part),
        source(part.source),
        *(_indicator(one, level + 1) for one in part.indicators),
    )
    return "".join(blocks)


def _verdicts(goal: GoalPart) -> str:
    if not goal.verdicts:
        return ""
    headings = [_("Department"), _("Verdict"), _("Comment"), _("Source")]
    rows = [
        [text(one.judge), f"{status(one.look)}<br>{text(one.stage)}", text(one.comment), text(one.source)]
        for one in goal.verdicts
    ]
    return table(headings, rows, _("The board's verdicts"))


def _indicator(indicator: IndicatorPart, level: int) -> str:
    figures = "".join(_figure(one) for one in indicator.figures)
    none = f"<p>{text(_('The source gives neither figure nor target.'))}</p>"
    blocks = (
        f"<h{level}>{text(indicator.name)}</h{level}>",
        f'<p class="quiet">{text(indicator.definition)}</p>',
        figures or none,
        f"<p>{text(indicator.said)}</p>" if indicator.said else "",
        chart(indicator.chart) if indicator.chart else "",
        _figures(indicator),
        source(indicator.source),
    )
    return f"<section>{''.join(blocks)}</section>"


def _figure(figure: FigurePart) -> str:
    head = ", ".join(filter(None, (figure.who, figure.period)))
    lead = f"<strong>{text(head[0].upper() + head[1:])}:</strong> " if head else ""
    level = f" {status(figure.look)}" if figure.look else ""
    return f"<p>{lead}{text(figure.sentence)}{level}</p>"


def _figures(indicator: IndicatorPart) -> str:
    """The table beside the chart, of the newest figures, with the columns that say something."""
    if len(indicator.table) < 2:
        return ""
    paper = indicator.on_paper()
    rows = [[text(one) for one in row] for row in paper.rows]
    below = f'<p class="quiet">{text(paper.below)}</p>' if paper.below else ""
    return table([one for one, _name in paper.columns], rows, _("Figures: {name}").format(name=indicator.name)) + below
