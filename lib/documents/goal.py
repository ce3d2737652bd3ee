"""A goal as the papers tell it: its verdicts, its level, its indicators with figures and charts, all in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.charts.chart import Chart, chart_of
from lib.rules.movement import gap_movement
from lib.rules.series import Series
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.figures import MOST_ROWS, FigureRow, figure_rows, newest, source_text
from lib.views.goal import GoalView, IndicatorView, drawn, goal_view
from lib.views.goal_text import paragraph
from lib.views.overview import Lead
from lib.views.statuses import Look, of_goal_level, of_level, of_summary, of_verdict
from lib.words.figures import (
    BETTER,
    GENDERS,
    STAGES,
    change_since,
    gap_text,
    point_text,
    target_text,
)
from lib.words.judgement import arithmetic
from lib.words.language import _, period_name
from lib.words.movement import gap_sentence, moving


@dataclass(frozen=True, slots=True)
class VerdictPart:
    """One verdict on a goal: who gave it, when and on what."""

    judge: str
    look: Look
    stage: str
    comment: str
    source: str


@dataclass(frozen=True, slots=True)
class FigurePart:
    """A figure that speaks for an indicator, held against its target. `look` is None where there is no target."""

    who: str
    period: str
    figure: str
    target: str
    look: Look | None
    sentence: str


@dataclass(frozen=True, slots=True)
class IndicatorPart:
    """An indicator of a goal. `chart` is None where there are too few figures for one; `table` goes with the chart."""

    name: str
    unit: str
    definition: str
    source: str
    figures: tuple[FigurePart, ...]
    said: str
    chart: Chart | None
    table: tuple[FigureRow, ...]
    series: tuple[Series, ...]

    def on_paper(self) -> "PaperTable":
        """The table as it stands on paper: the newest figures, and the columns that say something."""
        return _paper_table(self)


@dataclass(frozen=True, slots=True)
class PaperTable:
    """Columns (heading and name), rows of text, and what is said below them."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]
    below: str


@dataclass(frozen=True, slots=True)
class GoalPart:
    """A goal. `facts` are terms and texts, `said` is the goal in a paragraph; `verdict` is None if there is none."""

    code: str
    title: str
    area: str
    above: str
    verdict: Look | None
    computed: Look
    differs: bool
    said: str
    facts: tuple[tuple[str, str], ...]
    verdicts: tuple[VerdictPart, ...]
    indicators: tuple[IndicatorPart, ...]
    source: str


def goal_part(data: BoardData, code: str, area: str, choice: Choice) -> GoalPart:
    """A goal for what is chosen. Raises KeyError where there is none of that code."""
    view = goal_view(data, code, year=choice.year, gender=choice.gender)
    goal, row, said = view.row.goal, view.row, paragraph(view)
    return GoalPart(
        code=goal.goal,
        title=f"{goal.number}. {goal.title}" if goal.number else goal.title,
        area=area,
        above=" › ".join(one.title for one in view.parents),
        verdict=of_summary(row.summary, row.word) if row.verdicts else None,
        computed=of_goal_level(row.computed),
        differs=row.agreement is False,
        said=said,
        facts=tuple((term, text) for term, text in _facts(data, view) if text and text not in said),
        verdicts=tuple(
            VerdictPart(
                judge=", ".join(filter(None, (one.unit_name or _("Whole board"), one.aspect))),
                look=of_verdict(one.verdict, one.word),
                stage=f"{_(STAGES[one.stage])}, {period_name(one.period)}",
                comment=one.comment,
                source=source_text(data, one.source, one.locator),
            )
            for one in row.verdicts
        ),
        indicators=tuple(_indicator(data, one, choice) for one in view.indicators),
        source=source_text(data, goal.source, goal.locator),
    )


def _facts(data: BoardData, view: GoalView) -> tuple[tuple[str, str], ...]:
    goal = view.row.goal
    days = "–".join(str(day) for day in (goal.valid_from, goal.valid_to) if day)
    return (
        (_("Level"), goal.level),
        (_("What it means"), goal.description),
        (_("Unit"), data.unit_name(goal.unit)),
        (_("Responsible"), goal.responsible),
        (_("Follow-up"), goal.follow_up),
        (_("Holds for"), days),
    )


def _indicator(data: BoardData, view: IndicatorView, choice: Choice) -> IndicatorPart:
    about, series = view.about, drawn(view, choice.gender)
    chart = chart_of(series) if series else None
    better = _(BETTER[about.better])
    return IndicatorPart(
        name=about.name,
        unit=about.unit_of_measure,
        definition=f"{about.definition} {better[0].upper()}{better[1:]}.".strip(),
        source=source_text(data, about.source, about.locator),
        figures=tuple(_figure(lead) for lead in view.leads),
        said=_said(data, view),
        chart=chart if chart and len(chart.marks) > 1 else None,  # one figure is told by its sentence
        table=tuple(figure_rows(data, series)),
        series=view.series,
    )


def _figure(lead: Lead) -> FigurePart:
    series, judged = lead.series, lead.judged
    gender = _(GENDERS[series.gender]) if series.gender != "T" else ""
    level, change = judged.judgement.level, change_since(series, judged.point)
    sentence = arithmetic(judged, series.about)
    return FigurePart(
        who=", ".join(filter(None, (series.unit_name, gender))),
        period=period_name(judged.point.period) if judged.point else "",
        figure=point_text(judged.point, series.about),
        target=target_text(judged.span, series.about),
        look=of_level(level) if judged.span else None,
        sentence=f"{sentence} {change[0].upper()}{change[1:]}." if change else sentence,
    )


def _said(data: BoardData, view: IndicatorView) -> str:
    """How the indicator's first figure moves, and women and men beside each other."""
    moves = [
        moving(lead.series, data.units_below(lead.series), lead.judged.point, view.until) for lead in view.leads[:1]
    ]
    gap = gap_text(view.women, view.men, view.about)
    return " ".join(part for part in (*moves, gap, *(_gap_moves(view) if gap else ())) if part)


def _gap_moves(view: IndicatorView) -> Sequence[str]:
    unit = view.leads[0].series.unit
    women, men = (next(one for one in view.series if one.unit == unit and one.gender == gender) for gender in "KM")
    text = gap_sentence(gap_movement(women, men, view.until), view.about)
    return [text] if text else []


def _paper_table(part: IndicatorPart) -> PaperTable:
    rows = newest(part.table)
    every = (
        (_("Period"), "period"),
        (_("Unit"), "unit"),
        (_("Gender"), "gender"),
        (_("Kind"), "kind"),
        (_("Figure"), "figure"),
        (_("Target"), "target"),
        (_("Level"), "level"),
        (_("Note"), "note"),
        (_("Source"), "source"),
    )
    told = {name: {getattr(row, name) for row in rows} for _heading, name in every}
    always = {"period", "figure"} | {name for name in ("target", "level") if told[name] != {""}}
    columns = tuple(one for one in every if one[1] in always or len(told[one[1]]) > 1)
    below = []
    if len(rows) < len(part.table):
        few = _("The {n} newest figures of each series; the Excel file has all {all}.")
        below.append(few.format(n=MOST_ROWS, all=len(part.table)))
    if len(told["source"]) == 1 and rows[0].source != part.source:
        below.append(_("The figures' source: {source}").format(source=rows[0].source))
    body = tuple(tuple(getattr(row, name) for _heading, name in columns) for row in rows)
    return PaperTable(columns, body, " ".join(below))
