"""What the start page says of goals that cannot be judged, and of the figures that belong to no goal."""

from collections.abc import Mapping
from html import escape

from lib.site import OVERVIEW, TREND, href
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.key_figure import series_name
from lib.views.lacks import Lack, LooseFigure, loose_figures, without_text
from lib.web.pages import parts
from lib.words.figures import KINDS, point_text
from lib.words.language import _, ngettext, period_name


def unjudged(counts: Mapping[Lack, int], choice: Choice, why: str) -> str:
    """Why goals cannot be judged, each reason a link to them; '' where all can."""
    if not counts:
        return ""
    reasons = ", ".join(_reason(lack, n, choice, why) for lack, n in counts.items())
    every = f" {parts.link(href(OVERVIEW, choice.query()), _('Show all goals'))}" if why else ""
    return f'<p class="mb-note">{escape(_("Cannot be judged:"))} {reasons}.{every}</p>'


def _reason(lack: Lack, count: int, choice: Choice, why: str) -> str:
    text = without_text(lack, count)
    if lack == why:
        return f"<b>{escape(text)}</b>"
    return parts.link(href(OVERVIEW, choice.query(why=lack)), text)


def loose(data: BoardData, choice: Choice) -> str:
    """The figures that belong to no goal, by area, in a list that opens; '' where there are none."""
    rows = [
        [escape(area.name), _link(figure, choice), _figure(figure)]
        for area in data.areas.values()
        if choice.area in ("", area.area)
        for figure in loose_figures(data, area.area, choice)
    ]
    if not rows:
        return ""
    title = _("Figures without goal")
    table = parts.table([_("Area"), _("Indicator"), _("Figure")], rows, caption=title)
    count = escape(ngettext("{n} figure", "{n} figures", len(rows)).format(n=len(rows)))
    summary = f'<summary><h2>{escape(title)}</h2> <span class="mb-quiet">{count}</span></summary>'
    return f'<section><details class="mb-area">{summary}{table}</details></section>'


def _link(figure: LooseFigure, choice: Choice) -> str:
    address = href(TREND, choice.query(indicator=figure.series.about.code))
    return parts.link(address, series_name(figure.series))


def _figure(figure: LooseFigure) -> str:
    text = escape(point_text(figure.point, figure.series.about))
    when = escape(f"{period_name(figure.point.period, short=True)}, {_(KINDS[figure.point.kind])}")
    return f'{text} <span class="mb-quiet">{when}</span>'
