"""A goal's page as HTML: where the goal stands, its verdicts, and each indicator with chart, sentence and table."""

from collections.abc import Sequence
from datetime import date
from html import escape

from lib.arithmetic import arithmetic
from lib.board import BoardData
from lib.charts.chart import chart_of
from lib.charts.svg_chart import line_chart
from lib.differences import explain, reasons
from lib.figures import figure_rows
from lib.goal import GoalView, IndicatorView, drawn, goal_view
from lib.movement import gap_movement
from lib.movement_words import gap_sentence, moving
from lib.overview import Lead, VerdictRow
from lib.paragraph import paragraph
from lib.sentences import BETTER, GENDERS, STAGES, change_since, gap_text, point_text
from lib.series import Judged, Series
from lib.ui import parts
from lib.ui.choices import Choices
from lib.ui.overview_html import goal_cell
from lib.ui.reading import kept
from lib.ui.site import href
from lib.words import _, ngettext, period_name


@kept
def page(data: BoardData, code: str, choices: Choices) -> str:
    """The whole page of one goal."""
    view = goal_view(data, code, year=choices.year, gender=choices.gender)
    steps = neighbours(view, choices)
    blocks = (
        head(data, view, choices),
        verdicts(data, view.row.verdicts),
        indicators(data, view, choices),
        children(view, choices),
    )
    return steps + "".join(blocks) + steps


def indicators(data: BoardData, view: GoalView, choices: Choices) -> str:
    """Every indicator: those with a figure or a target as cards, the others as a list that opens."""
    title = escape(_("Indicators"))
    told = [one for one in view.indicators if one.leads]
    silent = [one for one in view.indicators if not one.leads]
    cards = "".join(indicator(data, one, choices) for one in told)
    body = f'<div class="mb-indicators">{cards}</div>{_silent(data, silent)}' if view.indicators else _no_indicators()
    return f"<section><h2>{title}</h2>{body}</section>"


def _silent(data: BoardData, views: Sequence[IndicatorView]) -> str:
    """The indicators that the source names without figure or target."""
    if not views:
        return ""
    label = ngettext(
        "{n} indicator without figure and target", "{n} indicators without figure and target", len(views)
    ).format(n=len(views))
    items = "".join(
        f"<li><strong>{escape(one.about.name)}</strong> {escape(one.about.definition)} "
        f'<span class="mb-quiet">{source(data, one.about.source, one.about.locator)}</span></li>'
        for one in views
    )
    return f"<details><summary>{escape(label)}</summary><ul>{items}</ul></details>"


def _no_indicators() -> str:
    text = _("No indicator is linked to this goal, so nothing can be computed.")
    return f'<p class="mb-quiet">{escape(text)}</p>'


def neighbours(view: GoalView, choices: Choices) -> str:
    """Links to the goals before and after in the order of the start page."""
    links = []
    if view.previous:
        address = href("/mal", choices.query(goal=view.previous.goal))
        links.append(parts.link(address, "← " + _("Previous goal"), "mb-previous"))
    if view.next:
        address = href("/mal", choices.query(goal=view.next.goal))
        links.append(parts.link(address, _("Next goal") + " →", "mb-next"))
    return f'<nav class="mb-steps" aria-label="{escape(_("Goals"))}">{" ".join(links)}</nav>'


def head(data: BoardData, view: GoalView, choices: Choices) -> str:
    """The goal itself: title, level in the hierarchy, status, and the facts about it."""
    goal = view.row.goal
    number = f"{goal.number}. " if goal.number else ""
    parents = " › ".join(parts.link(href("/mal", choices.query(goal=one.goal)), one.title) for one in view.parents)
    above = f'<p class="mb-path">{escape(_("Part of:"))} {parents}</p>' if parents else ""
    level = f'<p class="mb-level">{escape(goal.level)}</p>' if goal.level else ""
    mark = parts.differs() if view.row.agreement is False else ""
    status = (
        f'<p class="mb-answer">{escape(_("Verdict:"))} {parts.summary(view.row.summary, view.row.word)} '
        f"{escape(_('Computed from the figures:'))} {parts.goal_level(view.row.computed)} {mark}</p>"
    )
    short = f'<p class="mb-short" role="note" aria-label="{escape(_("In short"))}">{escape(paragraph(view))}</p>'
    why = _why(data, view, choices)
    return f"{above}<h1>{escape(number + goal.title)}</h1>{level}{status}{why}{short}{_facts(data, view)}"


def _why(data: BoardData, view: GoalView, choices: Choices) -> str:
    """Why the verdict is not the computed level, as far as the store can tell."""
    if view.row.agreement is not False:
        return ""
    said = reasons(explain(data, view.row, choices.year, choices.gender))
    return f'<p class="mb-quiet">{escape(_("Why they differ:"))} {escape(" ".join(said))}</p>'


def _facts(data: BoardData, view: GoalView) -> str:
    goal = view.row.goal
    area = data.areas[goal.area].name if goal.area in data.areas else ""
    return parts.definitions(
        (
            (_("What it means"), escape(goal.description)),
            (_("Area"), escape(area)),
            (_("Unit"), escape(data.unit_name(goal.unit))),
            (_("Responsible"), escape(goal.responsible)),
            (_("Follow-up"), escape(goal.follow_up)),
            (_("Holds for"), escape(_validity(goal.valid_from, goal.valid_to))),
            (_("Source"), source(data, goal.source, goal.locator)),
        )
    )


def _validity(first: object, last: object) -> str:
    if first is None and last is None:
        return ""
    return f"{first or ''} – {last or ''}".strip()


def source(data: BoardData, code: str, locator: str) -> str:
    """Where a row stands: the document's title and the place in it."""
    if code not in data.sources:
        return escape(locator)
    return f"{escape(data.sources[code].title)}: {escape(locator)}"


def children(view: GoalView, choices: Choices) -> str:
    """The goals right below, each with its verdict and computed level."""
    if not view.children:
        return ""
    rows = [
        [goal_cell(row, choices), parts.summary(row.summary, row.word), parts.goal_level(row.computed)]
        for row in view.children
    ]
    title = _("Goals below this one")
    table = parts.table([_("Goal"), _("Verdict"), _("Computed")], rows, caption=title)
    return f"<section><h2>{escape(title)}</h2>{table}</section>"


def verdicts(data: BoardData, rows: Sequence[VerdictRow]) -> str:
    """Every verdict with department, aspect, comment and place in the source."""
    caption = _("The board's verdicts")
    title = escape(caption)
    if not rows:
        none = escape(_("The source gives no verdict on this goal."))
        return f'<section><h2>{title}</h2><p class="mb-quiet">{none}</p></section>'
    headings = [_("Department"), _("Verdict"), _("Comment"), _("Source")]
    cells = [
        [
            escape(row.unit_name or _("Whole board"))
            + (f'<div class="mb-aspect">{escape(row.aspect)}</div>' if row.aspect else ""),
            parts.verdict(row.verdict, row.word)
            + f'<div class="mb-quiet">{escape(_(STAGES[row.stage]))}, {escape(period_name(row.period))}</div>',
            escape(row.comment),
            f'<span class="mb-quiet">{source(data, row.source, row.locator)}</span>',
        ]
        for row in rows
    ]
    return f"<section><h2>{title}</h2>{parts.table(headings, cells, caption=caption)}</section>"


def indicator(data: BoardData, view: IndicatorView, choices: Choices) -> str:
    """One indicator's card: name, each figure's sentence, women and men, chart, table, definition and source."""
    about = view.about
    address = href("/trender", choices.query(indicator=about.code))
    history = href("/data", choices.query(view="figure", indicator=about.code))
    several = len({lead.series.gender for lead in view.leads}) > 1
    chart = _chart(view, choices)
    blocks = [
        f"<h3>{escape(about.name)}</h3>",
        "".join(_lead(data, lead, several, view.until) for lead in view.leads),
        _gap(view),
        _by_unit(data, view, choices),
        chart,
        _table(data, view),
        _about(data, view),
        f"<p>{parts.link(address, _('Explore in Trends'), 'mb-screen')} "
        f"{parts.link(history, _('History of the figures'), 'mb-screen')}</p>"
        if any(one.points for one in view.series)
        else "",
    ]
    wide = " mb-indicator--wide" if chart else ""
    return f'<article class="mb-indicator{wide}" id="{escape(about.code)}">{"".join(blocks)}</article>'


def _about(data: BoardData, view: IndicatorView) -> str:
    about = view.about
    better = _(BETTER[about.better])
    place = source(data, about.source, about.locator)
    return (
        f'<p class="mb-quiet">{escape(about.definition)} {escape(better[0].upper() + better[1:])}. '
        f"{escape(_('Source'))}: {place}</p>"
    )


def _lead(data: BoardData, lead: Lead, several: bool, until: date | None) -> str:
    series, judged = lead.series, lead.judged
    about = series.about
    names = [series.unit_name] if series.unit_name else []
    if series.gender != "T" or several:
        names.append(_(GENDERS[series.gender]))
    who = f'<span class="mb-who">{escape(", ".join(names))}</span> ' if names else ""
    period = period_name(judged.point.period) if judged.point else ""
    figure = (
        f'<span class="mb-figure">{escape(point_text(judged.point, about))}</span> '
        f'<span class="mb-quiet">{escape(period)}</span> '
        if judged.point
        else ""
    )
    change = change_since(series, judged.point)
    tail = f' <span class="mb-change">{escape(change[0].upper() + change[1:])}.</span>' if change else ""
    sentence = escape(arithmetic(judged, about))
    status = parts.level(judged.judgement.level) if judged.span else ""
    moves = moving(series, data.units_below(series), judged.point, until)
    moved = f'<br><span class="mb-moves">{escape(moves)}</span>' if moves else ""
    return f'<p class="mb-lead">{who}{figure}{status}<br>{sentence}{tail}{moved}</p>'


def _by_unit(data: BoardData, view: IndicatorView, choices: Choices) -> str:
    """The units' figures, where the whole board's speaks for the indicator: a row each, against the same target."""
    spoken = {lead.series.unit for lead in view.leads}
    wanted = {"T"} if choices.gender == "T" else set("KM") & set(choices.gender)
    rows = []
    for one in view.series:
        judged = one.judged(choices.year, view.until)
        if one.unit in spoken or one.gender not in wanted or judged.point is None:
            continue
        who = one.unit_name if one.gender == "T" else f"{one.unit_name}, {_(GENDERS[one.gender])}"
        status = parts.level(judged.judgement.level) if judged.span else ""
        period = period_name(judged.point.period, short=True)
        figure = escape(point_text(judged.point, one.about))
        rows.append([escape(who), escape(period), figure, status, _said(judged, one)])
    if not rows:
        return ""
    headings = [_("Unit"), _("Period"), _("Figure"), _("Level"), _("Compared")]
    caption = _("By unit: {name}").format(name=data.indicators[view.about.code].name)
    return parts.table(headings, rows, caption=caption, css_class="mb-units")


def _said(judged: Judged, series: Series) -> str:
    return escape(arithmetic(judged, series.about)) if judged.span else ""


def _gap(view: IndicatorView) -> str:
    text = gap_text(view.women, view.men, view.about)
    if not text:
        return ""
    unit = view.leads[0].series.unit
    women, men = (next(s for s in view.series if s.unit == unit and s.gender == gender) for gender in "KM")
    moved = gap_sentence(gap_movement(women, men, view.until), view.about)
    return f'<p class="mb-gap">{escape(" ".join((text, moved)).strip())}</p>'


def _chart(view: IndicatorView, choices: Choices) -> str:
    series = drawn(view, choices.gender)
    chart = chart_of(series, year=choices.year, until=view.until) if series else None
    if chart is None or len(chart.marks) < 2:
        return ""  # one figure is told by its sentence
    drawing = parts.both_widths(lambda width: line_chart(chart, width=width), chart.alternative, "mb-line")
    return f'<figure class="mb-chart">{drawing}<figcaption>{escape(chart.sentence)}</figcaption></figure>'


def _table(data: BoardData, view: IndicatorView) -> str:
    rows = figure_rows(data, view.series)
    if not rows:
        return ""
    headings = [
        _("Period"),
        _("Unit"),
        _("Gender"),
        _("Kind"),
        _("Figure"),
        _("Target"),
        _("Note"),
        _("Source"),
    ]
    cells = [
        [
            escape(row.period),
            escape(row.unit),
            escape(row.gender),
            escape(row.kind),
            escape(row.figure),
            escape(row.target),
            escape(row.note),
            escape(row.source),
        ]
        for row in rows
    ]
    caption = _("Figures: {name}").format(name=view.about.name)
    label = escape(_("Show the figures as a table ({n})").format(n=len(rows)))
    table = parts.table(headings, cells, caption=caption, css_class="mb-figures")
    return f"<details><summary>{label}</summary>{table}</details>"
