"""The follow-up as one HTML file: all inside it, read offline and by screen reader, printed with page numbers."""

from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path

from lib.charts.svg_chart import bar_of_shares, line_chart
from lib.documents.look import plain
from lib.looks import Look
from lib.report import FigurePart, GoalPart, IndicatorPart, Report
from lib.stamp import example_text
from lib.words import _, join

TYPE = "text/html; charset=utf-8"
STYLE = Path(__file__).with_suffix(".css")
# The file asks nobody for anything, and nothing in it runs.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

Progress = Callable[[float], None]


def html_file(report: Report, progress: Progress) -> bytes:
    """The whole file. `progress` is told how much is done, from 0 to 1."""
    blocks = [_front(report)]
    areas = report.by_area()
    for done, (area, goals) in enumerate(areas, start=1):
        said = "".join(_goal(goal, report.goals.index(goal) + 1) for goal in goals)
        blocks.append(f"<section><h2>{_text(area)}</h2>{said}</section>")
        progress(done / len(areas))
    title = _text(f"{report.title}: {report.board}")
    return (
        f'<!DOCTYPE html><html lang="{report.language}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f"<style>{STYLE.read_text(encoding='utf-8')}{_page_margins(report)}</style></head>"
        f"<body><main>{''.join(blocks)}</main></body></html>"
    ).encode()


def _text(text: str) -> str:
    return escape(plain(text))


def _page_margins(report: Report) -> str:
    """What stands below every printed page."""
    left = _css_string(report.line)
    said = f'"{_("page")} " counter(page) " {_("of")} " counter(pages)'
    font = "font: 8pt Arial, sans-serif; color: #4a5560; vertical-align: top; padding-top: 3mm"
    return (
        f"@page {{ @bottom-left {{ content: {left}; width: 80%; {font} }} "
        f"@bottom-right {{ content: {said}; white-space: nowrap; {font} }} }}"
    )


def _css_string(text: str) -> str:
    r"""Text as a string of CSS, every sign that could end it or the style written by its number: '<' is '\3c '."""
    return '"' + "".join(f"\\{ord(one):x} " if one in '"\\<>&\n\r\f' else one for one in plain(text)) + '"'


def _front(report: Report) -> str:
    made_up = _("The board, its goals and all its figures are made up.")
    example = f'<p class="example"><strong>{_text(example_text())}.</strong> {_text(made_up)}</p>'
    stamp = "".join(f"<dt>{_text(term)}</dt><dd>{_text(text)}</dd>" for term, text in report.stamp)
    totals = "".join(f"<p>{_text(sentence)}</p>" for sentence in report.totals)
    bar = bar_of_shares(list(report.shares), width=640) if report.shares else ""
    return (
        f'<header><h1>{_text(report.title)}</h1><p class="board">{_text(report.board)}</p>'
        f"{example if report.example else ''}<dl>{stamp}</dl>{totals}"
        f'<div class="kept" role="img" aria-label="{_text(_shares(report))}">{bar}</div></header>{_list(report)}'
    )


def _shares(report: Report) -> str:
    return join([f"{n} {word}" for word, n, _name in report.shares])


def _list(report: Report) -> str:
    """All goals with verdict and level, each a link to its part."""
    if not report.goals:
        return ""
    rows = [
        [
            f'<a href="#{_anchor(number)}">{_text(goal.title)}</a>',
            _status(goal.verdict) if goal.verdict else "–",
            _status(goal.computed),
        ]
        for number, goal in enumerate(report.goals, start=1)
    ]
    table = _table([_("Goal"), _("Verdict"), _("Computed")], rows, _("All goals"))
    return f'<nav aria-label="{_text(_("Overview"))}"><h2>{_text(_("Overview"))}</h2>{table}</nav>'


def _anchor(number: int) -> str:
    return f"goal-{number}"


def _status(look: Look) -> str:
    icon = f'<span aria-hidden="true">{_text(look.icon)}</span>'
    return f'<span class="status status--{look.name}">{icon} {_text(look.word)}</span>'


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]], caption: str) -> str:
    """A table of finished HTML; the first cell of a row is its heading."""
    head = "".join(f'<th scope="col">{_text(heading)}</th>' for heading in headings)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>'
        for first, *others in rows
    )
    region = f'<div class="wide" role="region" aria-label="{_text(caption)}" tabindex="0">'
    return (
        f"{region}<table><caption>{_text(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _goal(goal: GoalPart, number: int) -> str:
    above = f'<p class="quiet">{_text(_("Part of:"))} {_text(goal.above)}</p>' if goal.above else ""
    verdict = f"{_text(_('Verdict:'))} {_status(goal.verdict)} " if goal.verdict else ""
    differs = f" <span>≠ {_text(_('differs from the verdict'))}</span>" if goal.differs else ""
    facts = "".join(f"<dt>{_text(term)}</dt><dd>{_text(text)}</dd>" for term, text in goal.facts)
    blocks = (
        f'<h3 id="{_anchor(number)}">{_text(goal.title)}</h3>{above}',
        f"<p>{verdict}{_text(_('Computed from the figures:'))} {_status(goal.computed)}{differs}</p>",
        f"<p>{_text(goal.said)}</p>",
        f"<dl>{facts}</dl>" if facts else "",
        _verdicts(goal),
        _source(_("Source"), goal.source),
        *(_indicator(one) for one in goal.indicators),
    )
    return f"<article>{''.join(blocks)}</article>"


def _source(label: str, source: str) -> str:
    return f'<p class="quiet">{_text(label)}: {_text(source)}</p>' if source else ""


def _verdicts(goal: GoalPart) -> str:
    if not goal.verdicts:
        return ""
    headings = [_("Department"), _("Verdict"), _("Comment"), _("Source")]
    rows = [
        [_text(one.judge), f"{_status(one.look)}<br>{_text(one.stage)}", _text(one.comment), _text(one.source)]
        for one in goal.verdicts
    ]
    return _table(headings, rows, _("The board's verdicts"))


def _indicator(indicator: IndicatorPart) -> str:
    figures = "".join(_figure(one) for one in indicator.figures)
    none = f"<p>{_text(_('The source gives neither figure nor target.'))}</p>"
    blocks = (
        f"<h4>{_text(indicator.name)}</h4>",
        f'<p class="quiet">{_text(indicator.definition)}</p>',
        figures or none,
        f"<p>{_text(indicator.said)}</p>" if indicator.said else "",
        _chart(indicator),
        _figures(indicator),
        _source(_("Source"), indicator.source),
    )
    return f"<section>{''.join(blocks)}</section>"


def _figure(figure: FigurePart) -> str:
    head = ", ".join(filter(None, (figure.who, figure.period)))
    lead = f"<strong>{_text(head[0].upper() + head[1:])}:</strong> " if head else ""
    status = f" {_status(figure.look)}" if figure.look else ""
    return f"<p>{lead}{_text(figure.sentence)}{status}</p>"


def _chart(indicator: IndicatorPart) -> str:
    if indicator.chart is None:
        return ""
    drawing = line_chart(indicator.chart, width=640)
    return (
        f'<figure><div class="chart">{drawing}</div><figcaption>{_text(indicator.chart.sentence)}</figcaption></figure>'
    )


def _figures(indicator: IndicatorPart) -> str:
    """The table beside the chart, of the newest figures, with the columns that say something."""
    if len(indicator.table) < 2:
        return ""
    paper = indicator.on_paper()
    rows = [[_text(text) for text in row] for row in paper.rows]
    below = f'<p class="quiet">{_text(paper.below)}</p>' if paper.below else ""
    return _table([one for one, _name in paper.columns], rows, _("Figures: {name}").format(name=indicator.name)) + below
