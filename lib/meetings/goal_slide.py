"""A goal as a slide: its statuses, the figure that decides, its indicators as charts and a table, the verdicts."""

from collections.abc import Mapping, Sequence

from lib.charts.chart import Chart, chart_of
from lib.meetings.agenda import View, goal_of
from lib.meetings.slide import Slide
from lib.meetings.slide_parts import filters, key_figure, lead_sentence, rank, sources
from lib.tables.model import Goal
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.figures import source_text
from lib.views.goal import GoalView, IndicatorView, drawn, goal_view
from lib.views.goal_text import paragraph
from lib.views.key_figure import KeyFigure
from lib.views.overview import GoalRow, Lead, VerdictRow
from lib.views.statuses import Look, of_goal_level, of_summary, of_verdict
from lib.views.text_table import TextCell, TextTable, status
from lib.words.figures import STAGES, YES_OR_NO, gap_text, point_text
from lib.words.language import _, day_name, period_name


def goal_slide(data: BoardData, view: View, choice: Choice) -> Slide:
    """The slide; of a goal that is not there it says so."""
    code = goal_of(data, view)
    if code not in data.goals:
        return Slide(
            view, "goal", _("The goal is not there"), sentence=_("There is no goal “{code}”.").format(code=code)
        )
    found = goal_view(data, code, year=choice.year, gender=choice.gender)
    goal, row = found.row.goal, found.row
    charts = {one.about.code: _chart(one, choice) for one in found.indicators}
    leads = _leads(found, charts)
    order = dict.fromkeys(lead.series.about.code for lead in leads)
    figures = tuple(key_figure(lead, charts[lead.series.about.code]) for lead in leads)
    area = data.areas[goal.area].name if goal.area in data.areas else ""
    silent = [one.about.name for one in found.indicators if not one.leads]
    return Slide(
        view,
        "goal",
        f"{goal.number} {goal.title}".strip(),
        above=" · ".join(dict.fromkeys(part for part in (area, goal.level, filters(data, choice)) if part)),
        looks=_goal_looks(row),
        figures=figures,
        charts=tuple(chart for code in order if (chart := charts[code])),
        table=_indicators(figures, silent),
        verdicts=_verdicts(data, row.verdicts),
        sentence=_goal_sentence(found, leads, choice),
        aloud=paragraph(found),
        source=sources(data, (lead.series for lead in leads), row.verdicts, goal.source),
    )


def _goal_looks(row: GoalRow) -> tuple[tuple[str, Look], ...]:
    found = [(_("Verdict"), of_summary(row.summary, row.word))] if row.verdicts else []
    computed = _("Computed from the figures") if row.agreement is not False else _("Computed, differs from the verdict")
    return (*found, (computed, of_goal_level(row.computed)))


def _leads(found: GoalView, charts: Mapping[str, Chart | None]) -> list[Lead]:
    """The figures that speak for a goal's indicators, worst before best; of equals, those with a chart first."""
    leads = [lead for one in found.indicators for lead in one.leads]
    return sorted(leads, key=lambda lead: (*rank(lead), charts[lead.series.about.code] is None))


def _chart(view: IndicatorView, choice: Choice) -> Chart | None:
    """An indicator's chart; None where no figure follows another, or there is but yes and no."""
    series = drawn(view, choice.gender)
    if not series or view.about.unit_of_measure == YES_OR_NO:
        return None
    chart = chart_of(series, year=choice.year, until=view.until)
    return chart if any(len(trace.marks) > 1 for trace in chart.traces) else None


def _goal_sentence(found: GoalView, leads: Sequence[Lead], choice: Choice) -> str:
    """The figure that decides, in a sentence; what is lacking where there is none, after what is said of the goal."""
    if not found.indicators:
        return paragraph(found, titled=False)
    if not any(lead.judged.point for lead in leads):
        return _("There are no figures for the goal's indicators.")
    first = next(lead for lead in leads if lead.judged.point)
    said = lead_sentence(first)
    gaps = [gap_text(one.women, one.men, one.about) for one in found.indicators if first in one.leads]
    return " ".join(part for part in (said, *gaps, _since(found.row.goal, first, choice)) if part)


def _since(goal: Goal, lead: Lead, choice: Choice) -> str:
    """The newest figure of a goal that is no more, where it is newer than the one that it is judged by."""
    point, newest = lead.judged.point, lead.series.newest(None)
    if choice.year or not goal.valid_to or not point or not newest or newest.period.end <= point.period.end:
        return ""
    pattern = _("The goal held until {day}; the newest figure is {figure} ({period}).")
    figure, period = point_text(newest, lead.series.about), period_name(newest.period)
    return pattern.format(day=day_name(goal.valid_to), figure=figure, period=period)


def _indicators(figures: Sequence[KeyFigure], silent: Sequence[str] = ()) -> TextTable | None:
    """Figures as a table, and after them the indicators that have none."""
    rows = [
        (
            TextCell(one.name),
            TextCell(f"{one.figure} ({one.period})" if one.period else one.figure),
            TextCell(one.target or "–"),
            status(one.look),
            TextCell(one.change or "–"),
        )
        for one in figures
    ]
    rows += [
        (TextCell(name), TextCell(_("no figures")), TextCell("–"), TextCell("–"), TextCell("–")) for name in silent
    ]
    headings = (_("Indicator"), _("Figure"), _("Target"), _("Level"), _("Change"))
    return TextTable(_("Indicators"), headings, tuple(rows)) if rows else None


def _verdicts(data: BoardData, rows: Sequence[VerdictRow]) -> TextTable | None:
    """The board's and the departments' verdicts, with comments."""
    cells = tuple(
        (
            TextCell(", ".join(part for part in (row.unit_name or _("Whole board"), row.aspect) if part)),
            status(of_verdict(row.verdict, row.word)),
            TextCell(f"{_(STAGES[row.stage])}, {period_name(row.period)}"),
            TextCell(row.comment),
            TextCell(source_text(data, row.source, row.locator)),
        )
        for row in rows
    )
    headings = (_("Department"), _("Verdict"), _("Period"), _("Comment"), _("Source"))
    return TextTable(_("The board's verdicts"), headings, cells) if cells else None
