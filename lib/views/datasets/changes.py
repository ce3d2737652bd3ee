"""The changes in a board since a meeting as a table for other programs: one row for each thing that changed."""

from collections.abc import Iterator

from lib.rules.series import Point, Series, TargetSpan
from lib.views.changes import Changes
from lib.views.changes_text import ChangeReport
from lib.views.datasets.dataset import Dataset, Field, Layout, Value
from lib.views.datasets.figures import ABOUT, about
from lib.views.overview import VerdictRow
from lib.words.figures import point_text
from lib.words.language import N_
from lib.words.targets import target_text

CHANGES = Layout(
    "changes",
    N_("Changes"),
    (
        *ABOUT,
        Field("since", N_("Compared with the meeting")),
        Field("what", N_("What changed: goal_level, goal_verdict, level, figure, target or verdict")),
        Field("goal", N_("Goal")),
        Field("indicator", N_("Indicator")),
        Field("unit", N_("Unit")),
        Field("gender", N_("Gender")),
        Field("period_start", N_("Period from"), "date"),
        Field("period_end", N_("Period to"), "date"),
        Field("before", N_("Before")),
        Field("after", N_("After")),
        Field("better", N_("Whether it is better now"), "boolean"),
    ),
)
_Row = tuple[Value, ...]
_NOBODY: _Row = ("", "", "")
_NEVER: _Row = (None, None)


def changes(report: ChangeReport) -> Dataset:
    """Every change; none where there was no board to compare with."""
    since = report.since.code if report.since else ""
    rows = _rows(report.changes) if report.changes else iter(())
    return CHANGES.of((*about(report.data), since, *row) for row in rows)


def _rows(found: Changes) -> Iterator[_Row]:
    for goal in found.goals:
        for what, (before, after) in (("goal_level", goal.levels), ("goal_verdict", goal.verdicts)):
            if before != after:
                better = goal.better if what == "goal_level" else None
                yield what, goal.goal, *_NOBODY, *_NEVER, _code(before), _code(after), better
    for level in found.levels:
        judged = level.after or level.before
        period = _period(judged.point if judged else None)
        ends = [end.value for end in level.levels]
        yield "level", level.goal, *_of(level.series), *period, *ends, level.better
    for figure in (*found.new, *found.revised, *found.withdrawn):
        about_it, points = figure.series.about, (figure.before, figure.after)
        texts = [point_text(point, about_it) if point else "" for point in points]
        yield "figure", figure.goal, *_of(figure.series), *_period(figure.after or figure.before), *texts, None
    for target in found.targets:
        spans = [_target(span, target.series) for span in (target.before, target.after)]
        yield "target", target.goal, *_of(target.series), *_NEVER, *spans, None
    for verdict in found.verdicts:
        row = verdict.after or verdict.before
        ends = [_verdict(end) for end in (verdict.before, verdict.after)]
        when: _Row = (row.period.start, row.period.end) if row else _NEVER
        yield "verdict", verdict.goal, "", row.unit if row else "", "", *when, *ends, None


def _code(value: str | None) -> str:
    return value or ""


def _of(series: Series) -> _Row:
    return series.about.code, series.unit, series.gender


def _period(point: Point | None) -> _Row:
    return (point.period.start, point.period.end) if point else _NEVER


def _target(span: TargetSpan | None, series: Series) -> str:
    return target_text(span, series.about) if span else ""


def _verdict(row: VerdictRow | None) -> str:
    return row.verdict.value if row else ""
