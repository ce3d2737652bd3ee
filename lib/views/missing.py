"""Everything a board lacks: overdue figures, targets without a year, goals and indicators that cannot be judged."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from lib.rules.series import IndicatorTraits, Series, TargetSpan
from lib.tables.model import Goal
from lib.views.attention import Overdue, overdue
from lib.views.board import BoardData
from lib.views.overview import in_page_order
from lib.words.figures import gender_text, point_text
from lib.words.language import _, period_name
from lib.words.targets import target_text


@dataclass(frozen=True, slots=True)
class Undated:
    """A target that does not say for which time it holds."""

    goal: str
    series: Series
    span: TargetSpan


@dataclass(frozen=True, slots=True)
class Gaps:
    """The goals and indicators that cannot be judged or were not, each in the board's own order."""

    goals_without_indicator: tuple[Goal, ...]
    goals_without_verdict: tuple[Goal, ...]
    indicators_without_figure: tuple[IndicatorTraits, ...]
    indicators_without_target: tuple[IndicatorTraits, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """Everything that is missing on a day: figures longest awaited first, targets in the board's own order, gaps."""

    overdue: tuple[Overdue, ...]
    undated: tuple[Undated, ...]
    gaps: Gaps

    def __bool__(self) -> bool:
        return bool(self.overdue or self.undated or self.gaps.goals_without_verdict)


def missing(data: BoardData, day: date) -> Missing:
    """Everything that is missing in a board on a day."""
    undated = tuple(
        Undated(next((goal.goal for goal in data.goals_of(series.about.code)), ""), series, span)
        for series in data.series.values()
        for span in series.targets
        if not span.inherited and span.gender == series.gender and span.valid_from is None and span.valid_to is None
    )
    return Missing(overdue(data, day), undated, gaps(data))


def of_responsible(data: BoardData, report: Missing, name: str) -> Missing:
    """The part of what is missing that one who is responsible answers for ('' = all of it)."""
    if not name:
        return report

    def is_theirs(goal: str) -> bool:
        return _answers(data, goal) == name

    unjudged = tuple(goal for goal in report.gaps.goals_without_verdict if goal.responsible == name)
    return Missing(
        tuple(late for late in report.overdue if is_theirs(late.goal)),
        tuple(lack for lack in report.undated if is_theirs(lack.goal)),
        replace(report.gaps, goals_without_verdict=unjudged),
    )


def gaps(data: BoardData) -> Gaps:
    """The goals and indicators of a board that lack something, whatever the day."""
    goals = [data.goals[code] for code in in_page_order(data)]
    with_figure = {
        series.about.code for series in data.series.values() if any(point.is_known for point in series.points)
    }
    with_target = {series.about.code for series in data.series.values() if series.targets}
    indicators = data.indicators.items()
    return Gaps(
        tuple(goal for goal in goals if not data.goal_indicators.get(goal.goal)),
        tuple(goal for goal in goals if not data.assessments.get(goal.goal)),
        tuple(about for code, about in indicators if code not in with_figure),
        tuple(about for code, about in indicators if code not in with_target),
    )


def frame(data: BoardData, lacks: Missing) -> pd.DataFrame:
    """The list as a table to send: what is missing, of what, for whom, and who answers for it."""
    headings = [
        _("Missing"),
        _("Goal"),
        _("Indicator"),
        _("Unit"),
        _("Gender"),
        _("Period"),
        _("Now"),
        _("Responsible"),
    ]
    return pd.DataFrame.from_records(list(_rows(data, lacks)), columns=headings)


def _rows(data: BoardData, lacks: Missing) -> Iterator[tuple[str, ...]]:
    for late in lacks.overdue:
        newest = f"{point_text(late.newest, late.series.about)} ({period_name(late.newest.period)})"
        yield (
            _("Figure"),
            *_of(data, late.goal, late.series),
            period_name(late.awaited),
            newest,
            _answers(data, late.goal),
        )
    for lack in lacks.undated:
        target = target_text(lack.span, lack.series.about)
        yield (_("Year of target"), *_of(data, lack.goal, lack.series), "", target, _answers(data, lack.goal))
    for goal in lacks.gaps.goals_without_verdict:
        yield _("Verdict"), goal.title, "", data.unit_name(goal.unit), "", "", "", goal.responsible


def _of(data: BoardData, goal: str, series: Series) -> tuple[str, ...]:
    title = data.goals[goal].title if goal in data.goals else ""
    return title, series.about.name, series.unit_name, gender_text(series.gender, series.about)


def _answers(data: BoardData, goal: str) -> str:
    return data.goals[goal].responsible if goal in data.goals else ""
