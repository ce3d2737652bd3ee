"""A goal as a line of the start page: its statuses, its figure against the limit, and its trend."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lib.site import GOAL, href
from lib.views.board import BoardData
from lib.views.cards import TrendLine, trend_line
from lib.views.choice import Choice
from lib.views.key_figure import KeyFigure, key_figure
from lib.views.lacks import LACKING, Lack, lack_of
from lib.views.leads import Lead
from lib.views.overview import GoalRow, Overview, Summary
from lib.views.statuses import Look, of_goal_level, of_summary, of_verdict
from lib.words.figures import short_name
from lib.words.language import _

# A figure with more characters is written smaller, so that it stands on one line.
LONG = 12
# What goals are counted as: the names of their tones, as they stand in the bar.
STATUSES = ("met", "nearly", "missed", "split", "later", "unknown", "none")


@dataclass(frozen=True, slots=True)
class Badge:
    """The number of goals with a status."""

    look: Look
    count: int


@dataclass(frozen=True, slots=True)
class UnitVerdict:
    """A department's verdict, or one on an aspect of the goal, by its short name."""

    look: Look
    name: str


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal: `status` colours and sorts it; the rest is what stands in its line.

    Figure and trend come when the line is `shown`: a board may have a thousand goals. `lack` is why the figures say
    nothing, `children` the statuses of the goals below one without a figure of its own. `size` is how large the figure
    can be written: '' (large), 'long' or 'words', where there is no number.
    """

    row: GoalRow
    status: Look
    address: str
    lack: Lack | None
    units: tuple[UnitVerdict, ...]
    children: tuple[Badge, ...]
    figure: KeyFigure | None = None
    size: str = ""
    trend: TrendLine | None = None

    @property
    def lacking(self) -> str:
        """The lack in words ('' where there is none)."""
        return _(LACKING[self.lack]) if self.lack else ""


def goal_lines(data: BoardData, view: Overview, choice: Choice) -> tuple[GoalLine, ...]:
    """Every goal's line, in order."""
    by_verdict, below = has_verdicts(view), defaultdict[str, list[GoalRow]](list)
    for row in view.rows:
        below[row.goal.parent].append(row)
    return tuple(_goal_line(data, row, below[row.goal.goal], choice, by_verdict=by_verdict) for row in view.rows)


def shown(line: GoalLine, choice: Choice) -> GoalLine:
    """The line with its figure, its limit and its trend."""
    if line.row.lead is None:
        return line
    lead, figure = line.row.lead, key_figure(line.row.lead)
    return replace(line, figure=figure, size=_size(lead, figure), trend=_trend(lead, line.row, choice))


def has_verdicts(view: Overview) -> bool:
    """Whether the board gave any verdict, so that its goals are counted by those and not by the computed levels."""
    return any(row.summary is not Summary.NONE for row in view.rows)


def status_of(row: GoalRow, *, by_verdict: bool) -> Look:
    """The status that a goal is counted as."""
    return of_summary(row.summary) if by_verdict else of_goal_level(row.computed)


def badges(looks: Iterable[Look]) -> tuple[Badge, ...]:
    """The number of each status, as they stand in the bar of them all."""
    counts = sorted(Counter(looks).items(), key=lambda entry: STATUSES.index(entry[0].name))
    return tuple(Badge(look, count) for look, count in counts)


def _goal_line(
    data: BoardData, row: GoalRow, below: Sequence[GoalRow], choice: Choice, *, by_verdict: bool
) -> GoalLine:
    children = below if row.lead is None else ()
    return GoalLine(
        row=row,
        status=status_of(row, by_verdict=by_verdict),
        address=href(GOAL, choice.query(goal=row.goal.goal)),
        lack=lack_of(data, row, choice),
        units=_units(row),
        children=badges(status_of(child, by_verdict=by_verdict) for child in children),
    )


def _units(row: GoalRow) -> tuple[UnitVerdict, ...]:
    """The verdicts of departments and on aspects; none where the whole board gave one on the whole goal."""
    if not any(verdict.unit or verdict.aspect for verdict in row.verdicts):
        return ()
    return tuple(
        UnitVerdict(of_verdict(verdict.verdict, verdict.word), _name(verdict.unit_name, verdict.aspect))
        for verdict in row.verdicts
    )


def _name(unit: str, aspect: str) -> str:
    named: Sequence[str] = [text for text in (short_name(unit) if unit else "", aspect) if text]
    return ", ".join(named) or _("Whole board")


def _size(lead: Lead, figure: KeyFigure) -> str:
    point = lead.judged.point
    if point is None or point.measure is None:
        return "words"
    return "long" if len(figure.figure) > LONG else ""


def _trend(lead: Lead, row: GoalRow, choice: Choice) -> TrendLine:
    until = date(choice.year, 12, 31) if choice.year else row.goal.valid_to
    return trend_line(lead.series, lead.judged.point, until)
