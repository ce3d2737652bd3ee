"""The charts of the absence page: twelve months, the months one by one, and where the organisation changed."""

from dataclasses import replace
from html import escape

from lib.charts.background import EventMark, decimal_year
from lib.charts.chart import Chart, chart_of
from lib.charts.svg_chart import line_chart
from lib.rules.absence.hours import AbsencePart
from lib.views.absence.text import break_text
from lib.views.absence.view import AbsenceView
from lib.web.pages import parts
from lib.words.language import _
from lib.words.months import shift_sentence
from lib.words.movement import movement_sentences


def trends(view: AbsenceView) -> str:
    """Twelve months and the months one by one, each in a chart of its own, with the target."""
    series = [line for line in view.rolling.values() if any(point.measure for point in line.points)]
    rolling = chart_html(chart_of(series, _("Rolling 12 months")), view) if series else ""
    monthly = view.monthly[AbsencePart.TOTAL]
    months = ""
    if any(point.measure for point in monthly.points):
        chart = chart_of([monthly], _("Month by month"))
        moved = view.own.movement
        shift = shift_sentence(moved.monthly) if moved.monthly else ""
        text = " ".join([*movement_sentences(moved, view.about), shift]).strip()
        months = chart_html(chart, view) + f"<p>{escape(text)}</p>"
    if not rolling and not months:
        return ""
    return (
        f"<section><h2>{escape(_('Over time'))}</h2><h3>{escape(_('Rolling 12 months'))}</h3>{rolling}"
        f"<h3>{escape(_('Month by month'))}</h3>{months}{_broken(view)}</section>"
    )


def chart_html(chart: Chart, view: AbsenceView) -> str:
    """A chart as a figure, with the days on which the organisation changed."""
    chart = replace(chart, events=(*chart.events, *_changes(view)))
    drawing = parts.both_widths(lambda width: line_chart(chart, width=width), chart.sentence, "mb-line")
    legend = _("The grey band is the limits of usual variation; rings mark what is out of the ordinary.")
    caption = f"<figcaption>{escape(legend)}</figcaption>" if chart.process.bands else ""
    return f'<figure class="mb-chart">{drawing}{caption}</figure>'


def _changes(view: AbsenceView) -> tuple[EventMark, ...]:
    return tuple(
        EventMark(decimal_year(change.day), break_text(change), breaks=True)
        for change in view.breaks
        if change.kind != "renamed"
    )


def _broken(view: AbsenceView) -> str:
    items = "".join(f"<li>{escape(break_text(change))}</li>" for change in view.breaks)
    heading = _("The organisation has changed (‖ in the charts):")
    return f'<p>{escape(heading)}</p><ul class="mb-breaks">{items}</ul>' if items else ""
