"""What a board lacks before its next meeting: overdue figures, targets without a year, goals without a verdict."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from lib.rules.series import Series, TargetSpan
from lib.tables.model import Goal
from lib.views.attention import Overdue, overdue
from lib.views.board import BoardData
from lib.views.overview import Summary, overview
from lib.words.figures import GENDERS, point_text, target_text
from lib.words.language import _, period_name


@dataclass(frozen=True, slots=True)
class Undated:
    """A target that does not say for which time it holds."""

    goal: str
    series: Series
    span: TargetSpan


@dataclass(frozen=True, slots=True)
class Missing:
    """Everything that is missing: figures longest awaited first, targets and goals in the board's own order."""

    overdue: tuple[Overdue, ...]
    undated: tuple[Undated, ...]
    unjudged: tuple[Goal, ...]

    def __bool__(self) -> bool:
        return bool(self.overdue or self.undated or self.unjudged)


def missing(data: BoardData, day: date) -> Missing:
    """What is missing in a board on a day. Goals are those that the start page shows as the latest."""
    undated = tuple(
        Undated(next((goal.goal for goal in data.goals_of(series.about.code)), ""), series, span)
        for series in data.series.values()
        for span in series.targets
        if not span.inherited and span.gender == series.gender and span.valid_from is None and span.valid_to is None
    )
    unjudged = tuple(row.goal for row in overview(data).rows if row.summary is Summary.NONE)
    return Missing(overdue(data, day), undated, unjudged)


def frame(data: BoardData, found: Missing) -> pd.DataFrame:
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
    return pd.DataFrame.from_records(list(_rows(data, found)), columns=headings)


def _rows(data: BoardData, found: Missing) -> Iterator[tuple[str, ...]]:
    for one in found.overdue:
        newest = f"{point_text(one.newest, one.series.about)} ({period_name(one.newest.period)})"
        yield (
            _("Figure"),
            *_of(data, one.goal, one.series),
            period_name(one.awaited),
            newest,
            _answers(data, one.goal),
        )
    for lack in found.undated:
        said = target_text(lack.span, lack.series.about)
        yield (_("Year of target"), *_of(data, lack.goal, lack.series), "", said, _answers(data, lack.goal))
    for goal in found.unjudged:
        yield _("Verdict"), goal.title, "", data.unit_name(goal.unit), "", "", "", goal.responsible


def _of(data: BoardData, goal: str, series: Series) -> tuple[str, ...]:
    title = data.goals[goal].title if goal in data.goals else ""
    return title, series.about.name, series.unit_name, _(GENDERS[series.gender])


def _answers(data: BoardData, goal: str) -> str:
    return data.goals[goal].responsible if goal in data.goals else ""
