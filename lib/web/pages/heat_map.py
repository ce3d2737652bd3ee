"""The heat map of units and months: a table whose every cell has its figure in text, coloured against the target."""

from html import escape

from lib.rules.absence.hours import Hole
from lib.rules.series import Point, Series
from lib.site import ABSENCE, href
from lib.views.absence.text import HOLES, SHORT_HOLES
from lib.views.absence.view import AbsenceView
from lib.views.choice import Choice
from lib.views.statuses import of_level
from lib.web.pages import parts
from lib.words.language import _, number, period_name

_HOLES = {"hidden": Hole.SMALL, "protects": Hole.PROTECTS, "missing": Hole.LATE, "not_applicable": Hole.NONE}


def section(view: AbsenceView, choice: Choice) -> str:
    """The map with the meaning of its colours and short words; nothing where there are no units below."""
    if not view.heat:
        return ""
    title = _("Units and months")
    months = [point.period for point in max((series.points for _row, series in view.heat), key=len)]
    head = "".join(
        f'<th scope="col"><span title="{escape(period_name(month))}">{escape(_short(month.end.month))}</span>'
        f"<br>{month.end.year % 100:02d}</th>"
        for month in months
    )
    rows = "".join(
        f'<tr><th scope="row">{parts.link(href(ABSENCE, choice.query(unit=row.unit)), row.name)}</th>'
        f"{''.join(_cell(series, month.end) for month in months)}</tr>"
        for row, series in view.heat
    )
    table = (
        f'<table class="mb-heat"><caption class="mb-hidden">{escape(title)}</caption>'
        f'<thead><tr><th scope="col">{escape(_("Unit"))}</th>{head}</tr></thead><tbody>{rows}</tbody></table>'
    )
    scroll = f'<div class="mb-scroll" role="region" tabindex="0" aria-label="{escape(title)}">{table}</div>'
    return f"<section><h2>{escape(title)}</h2>{_key()}{scroll}</section>"


def _short(month: int) -> str:
    return f"{month:02d}"


def _cell(series: Series, end: object) -> str:
    point = next((point for point in series.points if point.period.end == end), None)
    if point is None:
        return "<td></td>"
    if point.measure is None or point.measure.value is None:
        hole = _HOLES[point.status]
        short = f'<abbr title="{escape(_(HOLES[hole]))}">{escape(_(SHORT_HOLES[hole]))}</abbr>'
        return f'<td class="mb-heat-none">{short}</td>'
    return f'<td class="mb-heat-{_colour(series, point)}">{escape(number(point.measure.value, 1))}</td>'


def _colour(series: Series, point: Point) -> str:
    return of_level(series.judge(point).judgement.level).name


def _key() -> str:
    words = (
        ("met", _("at or under the target")),
        ("nearly", _("near the target")),
        ("missed", _("over the target")),
    )
    items = "".join(f'<li><span class="mb-heat-{name}">5,0</span> {escape(text)}</li>' for name, text in words)
    holes = "".join(
        f'<li><span class="mb-heat-none">{escape(_(SHORT_HOLES[hole]))}</span> {escape(_(HOLES[hole]))}</li>'
        for hole in (Hole.SMALL, Hole.PROTECTS, Hole.LATE)
    )
    unit = escape(_("Percent of the ordinary working time, each month by itself."))
    return f'<p>{unit}</p><ul class="mb-heat-key">{items}{holes}</ul>'
