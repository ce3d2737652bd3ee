"""A goal as a slide: its statuses, the figure that decides, its indicators as charts and a table, the verdicts."""

from collections.abc import Sequence
from dataclasses import replace

from lib.charts.chart import Chart
from lib.meetings.agenda import View, goal_of
from lib.meetings.slide import Slide
from lib.meetings.slide_parts import filters, rank, sources
from lib.tables.model import Goal
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.distance import with_gap
from lib.views.goal_story import GoalStory, goal_story
from lib.views.goal_text import meaning
from lib.views.key_figure import KeyFigure
from lib.views.leads import Lead
from lib.views.statuses import Look
from lib.views.text_table import TextCell, TextTable, status
from lib.words.figures import gap_text, point_text
from lib.words.language import _, day_name, named, period_name


def goal_slide(data: BoardData, view: View, choice: Choice) -> Slide:
    """The slide; of a goal that is not there it says so."""
    code = goal_of(data, view)
    if code not in data.goals:
        return Slide(
            view, "goal", _("The goal is not there"), sentence=_("There is no goal “{code}”.").format(code=code)
        )
    story = goal_story(data, code, choice)
    goal, figures = story.view.row.goal, _shaded(_worst_first(story))
    charts = dict.fromkeys(figure.chart for _lead, figure in figures)
    return Slide(
        view,
        "goal",
        story.title,
        above=" · ".join(dict.fromkeys(filter(None, (story.area, story.level, filters(data, choice))))),
        looks=_looks(story),
        figures=tuple(figure for _lead, figure in figures),
        charts=tuple(chart for chart in charts if chart),
        table=_indicators(story, [figure for _lead, figure in figures]),
        verdicts=story.verdicts,
        others=tuple(indicator.others for indicator in story.indicators if indicator.others),
        sentence=_sentence(story, figures, choice),
        aloud=story.aloud,
        point=story.point,
        source=sources(data, (lead.series for lead, _figure in figures), story.view.row.verdicts, goal.source),
    )


def _looks(story: GoalStory) -> tuple[tuple[str, Look], ...]:
    given = [(_("Verdict"), story.verdict)] if story.verdict else []
    computed = _("Computed, differs from the verdict") if story.differs else _("Computed from the figures")
    return (*given, (computed, story.computed))


def _worst_first(story: GoalStory) -> list[tuple[Lead, KeyFigure]]:
    """The figures that speak for the indicators, worst before best; of equals, those with a chart first."""
    pairs = [
        pair for indicator in story.indicators for pair in zip(indicator.view.leads, indicator.figures, strict=True)
    ]
    return sorted(pairs, key=lambda pair: (*rank(pair[0]), pair[1].chart is None))


def _shaded(figures: Sequence[tuple[Lead, KeyFigure]]) -> list[tuple[Lead, KeyFigure]]:
    """The same figures, each chart with the way to the limit shaded of the first of its figures that has one."""
    made: dict[Chart, Chart] = {}
    for lead, figure in figures:
        if figure.chart and made.get(figure.chart, figure.chart) is figure.chart:
            made[figure.chart] = with_gap(figure.chart, lead)
    return [
        (lead, replace(figure, chart=made.get(figure.chart)) if figure.chart else figure) for lead, figure in figures
    ]


def _sentence(story: GoalStory, figures: Sequence[tuple[Lead, KeyFigure]], choice: Choice) -> str:
    """The figure that decides, in a sentence; where there is none, the goal's text or that there is none."""
    if not story.indicators:
        return " ".join(filter(None, (meaning(story.view.row.goal), story.paragraph)))
    deciding = next(((lead, figure) for lead, figure in figures if lead.judged.point), None)
    if deciding is None:
        return _("There are no figures for the goal's indicators.")
    lead, figure = deciding
    name = f"{figure.name} ({figure.in_full})" if figure.look is None else figure.name
    gaps = [
        gap_text(view.women, view.men, view.about)
        for indicator in story.indicators
        if lead in (view := indicator.view).leads and lead.judged.women is None  # else the sentence has told it
    ]
    since = _since(story.view.row.goal, lead, choice)
    return " ".join(filter(None, (named(name, figure.sentence), *gaps, since)))


def _since(goal: Goal, lead: Lead, choice: Choice) -> str:
    """The newest figure of a goal that is no more, where it is newer than the one that it is judged by."""
    point, newest = lead.judged.point, lead.series.newest(None)
    if choice.year or not goal.valid_to or not point or not newest or newest.period.end <= point.period.end:
        return ""
    pattern = _("The goal was valid until {day}; the newest figure is {figure} ({period}).")
    figure, period = point_text(newest, lead.series.about), period_name(newest.period)
    return pattern.format(day=day_name(goal.valid_to), figure=figure, period=period)


def _indicators(story: GoalStory, figures: Sequence[KeyFigure]) -> TextTable | None:
    """Figures as a table, and after them the indicators that have none."""
    rows = [
        (
            TextCell(figure.name),
            TextCell(figure.dated),
            TextCell(figure.limit or figure.target or "–"),
            status(figure.look),
            TextCell(figure.change or "–"),
        )
        for figure in figures
    ]
    silent = [indicator.name for indicator in story.indicators if not indicator.figures]
    rows += [
        (TextCell(name), TextCell(_("no figures")), TextCell("–"), TextCell("–"), TextCell("–")) for name in silent
    ]
    headings = (_("Indicator"), _("Figure"), _("Target"), _("Status"), _("Change"))
    return TextTable(_("Indicators"), headings, tuple(rows)) if rows else None
