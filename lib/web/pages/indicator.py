"""An indicator as a card: each figure's sentence, women and men, chart, table, definition and source."""

from datetime import date
from html import escape

from lib.charts.chart import chart_of
from lib.charts.svg_chart import line_chart
from lib.rules.movement import gap_movement
from lib.rules.series import Judged, Series
from lib.site import href
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.figures import figure_rows
from lib.views.goal import IndicatorView, drawn
from lib.views.overview import Lead
from lib.web.pages import parts
from lib.words.figures import BETTER, GENDERS, change_since, gap_text, point_text
from lib.words.judgement import arithmetic
from lib.words.language import _, period_name
from lib.words.movement import gap_sentence, moving


def card(data: BoardData, view: IndicatorView, choices: Choice) -> str:
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


def source(data: BoardData, code: str, locator: str) -> str:
    """Where a row stands: the document's title and the place in it."""
    if code not in data.sources:
        return escape(locator)
    return f"{escape(data.sources[code].title)}: {escape(locator)}"


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


def _by_unit(data: BoardData, view: IndicatorView, choices: Choice) -> str:
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


def _chart(view: IndicatorView, choices: Choice) -> str:
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
