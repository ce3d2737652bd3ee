"""Goals, with their verdicts and computed levels, as tables for other programs."""

from collections.abc import Iterable, Iterator

from lib.tables.model import Assessment
from lib.views.board import BoardData
from lib.views.datasets.dataset import Dataset, Field, Layout, Value
from lib.views.datasets.figures import ABOUT, about
from lib.views.figures import source_text
from lib.views.overview import GoalRow
from lib.words.figures import point_text
from lib.words.language import N_
from lib.words.targets import target_text

GOALS = Layout(
    "goals",
    N_("Goals"),
    (
        *ABOUT,
        Field("goal", N_("Goal")),
        Field("number", N_("Number")),
        Field("parent", N_("Parent goal")),
        Field("area", N_("Area")),
        Field("unit", N_("Unit")),
        Field("title", N_("Title")),
        Field("responsible", N_("Responsible")),
        Field("valid_from", N_("Valid from"), "date"),
        Field("valid_to", N_("Valid to"), "date"),
        Field("verdict", N_("The board’s verdict")),
        Field("level", N_("Computed level")),
        Field("agrees", N_("Whether verdict and level agree"), "boolean"),
        Field("indicators", N_("Indicators"), "integer"),
        Field("judged", N_("Indicators judged"), "integer"),
        Field("leading_indicator", N_("Leading indicator")),
        Field("leading_period_end", N_("Period of the leading figure, last day"), "date"),
        Field("leading_figure", N_("Leading figure")),
        Field("leading_target", N_("Target of the leading figure")),
        Field("source", N_("Source")),
    ),
)
VERDICTS = Layout(
    "verdicts",
    N_("Verdicts"),
    (
        *ABOUT,
        Field("goal", N_("Goal")),
        Field("indicator", N_("Indicator")),
        Field("unit", N_("Unit")),
        Field("aspect", N_("Aspect")),
        Field("period_start", N_("Period from"), "date"),
        Field("period_end", N_("Period to"), "date"),
        Field("stage", N_("Stage")),
        Field("verdict", N_("Verdict")),
        Field("comment", N_("Comment")),
        Field("source", N_("Source")),
    ),
)


def goals(data: BoardData, rows: Iterable[GoalRow]) -> Dataset:
    """Goals, each with its verdicts taken together and the level that its indicators give."""
    return GOALS.of(_goal(data, row) for row in rows)


def verdicts(data: BoardData, codes: Iterable[str], year: int | None = None) -> Dataset:
    """Every verdict on some goals (of a year)."""
    rows = (row for code in codes for row in data.assessments.get(code, ()))
    return VERDICTS.of(_verdict(data, row) for row in rows if year in (None, row.period_end.year))


def _goal(data: BoardData, row: GoalRow) -> tuple[Value, ...]:
    goal = row.goal
    return (
        *about(data),
        goal.goal,
        goal.number,
        goal.parent,
        goal.area,
        goal.unit,
        goal.title,
        goal.responsible,
        goal.valid_from,
        goal.valid_to,
        row.summary.value,
        row.computed.value,
        row.agreement,
        row.indicators,
        row.judged,
        *_lead(row),
        source_text(data, goal.source, goal.locator),
    )


def _lead(row: GoalRow) -> Iterator[Value]:
    lead = row.lead
    if lead is None:
        yield from ("", None, "", "")
        return
    about_it, judged = lead.series.about, lead.judged
    yield about_it.code
    yield judged.point.period.end if judged.point else None
    yield point_text(judged.point, about_it) if judged.point else ""
    yield target_text(judged.span, about_it) if judged.span else ""


def _verdict(data: BoardData, row: Assessment) -> tuple[Value, ...]:
    return (
        *about(data),
        row.goal,
        row.indicator,
        row.unit,
        row.aspect,
        row.period_start,
        row.period_end,
        row.stage,
        row.verdict,
        row.comment,
        source_text(data, row.source, row.locator),
    )
