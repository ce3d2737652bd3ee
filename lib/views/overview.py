"""The start page's read model: every goal of a board in a line, grouped by area, and the totals.

A goal's line holds the board's own verdicts (by department where there are several), the level computed from its
indicators, whether the two agree, and the figure that says most about it.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from lib.rules.periods import Days, Period
from lib.rules.status import GoalLevel, Verdict, agrees, goal_level
from lib.tables.model import Area, Assessment, Goal
from lib.views.board import BoardData
from lib.views.leads import Lead, judged_series, leading
from lib.words.language import _


class Summary(StrEnum):
    """A goal's verdicts taken together. `split` when departments or aspects were judged differently."""

    ACHIEVED = "achieved"
    PARTLY = "partly"
    NOT_ACHIEVED = "not_achieved"
    SPLIT = "split"
    LATER = "later"
    NOT_ASSESSABLE = "not_assessable"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """One verdict of the board or a department, as the source gives it. `word` is the board's own for it."""

    unit: str
    unit_name: str
    aspect: str
    verdict: Verdict
    stage: str
    period: Period
    comment: str
    source: str
    locator: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal in a line: `judged` of its `indicators` could be compared with a target, and give its computed level.

    `agreement` is None where the verdict or the computed level says nothing, and for women or men alone: the board's
    verdict is on everybody.
    """

    goal: Goal
    verdicts: tuple[VerdictRow, ...]
    summary: Summary
    computed: GoalLevel
    agreement: bool | None
    lead: Lead | None
    indicators: int
    judged: int = 0
    depth: int = 0

    @property
    def word(self) -> str:
        """The board's own word for the summary ('' if it has none, or the verdicts differ)."""
        return next((row.word for row in self.verdicts if row.verdict.value == self.summary.value), "")


@dataclass(frozen=True, slots=True)
class AreaGoals:
    """An area's goals."""

    area: Area
    rows: tuple[GoalRow, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A board's goals in a year (None = latest), for a gender. `departments` are those that gave verdicts."""

    groups: tuple[AreaGoals, ...]
    departments: tuple[tuple[str, str], ...]
    year: int | None
    gender: str

    @property
    def rows(self) -> tuple[GoalRow, ...]:
        """Every goal's line, in order."""
        return tuple(row for group in self.groups for row in group.rows)

    def of_goals(self, goals: Container[str]) -> "Overview":
        """The same with these goals alone."""
        areas = (replace(one, rows=tuple(row for row in one.rows if row.goal.goal in goals)) for one in self.groups)
        return replace(self, groups=tuple(one for one in areas if one.rows))

    @property
    def by_verdict(self) -> dict[Summary, int]:
        """The number of goals with each verdict, those with none left out if no goal has any."""
        counts = Counter(row.summary for row in self.rows)
        return {summary: counts[summary] for summary in Summary if counts[summary]}

    @property
    def by_level(self) -> dict[GoalLevel, int]:
        """The number of goals with each computed level."""
        counts = Counter(row.computed for row in self.rows)
        return {level: counts[level] for level in GoalLevel if counts[level]}

    @property
    def differing(self) -> tuple[GoalRow, ...]:
        """The goals where the board's verdict and the computed level differ."""
        return tuple(row for row in self.rows if row.agreement is False)


def overview(data: BoardData, *, area: str = "", year: int | None = None, gender: str = "T") -> Overview:
    """Every goal that holds in the year, in the area (all if ''), under the areas that have any; those of none last."""
    groups = [
        AreaGoals(heading, tuple(goal_row(data, goal, year, gender, depth) for goal, depth in ordered))
        for heading, ordered in _by_area(data, area, year)
    ]
    units = {verdict.unit for group in groups for row in group.rows for verdict in row.verdicts}
    departments = tuple((code, unit.name) for code, unit in data.units.items() if code in units)
    return Overview(tuple(groups), departments, year, gender)


def in_page_order(data: BoardData) -> list[str]:
    """Every goal's code: by area, children below their parents, as the start page shows them; the others last."""
    listed = dict.fromkeys(goal.goal for _area, ordered in _by_area(data) for goal, _depth in ordered)
    return [*listed, *(code for code in data.goals if code not in listed)]


def _by_area(data: BoardData, area: str = "", year: int | None = None) -> Iterator[tuple[Area, list[tuple[Goal, int]]]]:
    """The goals of a year in order, each with its depth, under the areas that have any."""
    by_area: defaultdict[str, list[Goal]] = defaultdict(list)
    for goal in data.goals.values():
        if _holds(goal, year) and area in ("", goal.area):
            by_area[goal.area].append(goal)
    for heading in [*data.areas.values(), Area(board=data.code, area="", name=_("Without area"), order=0)]:
        ordered = _family_order(by_area[heading.area])
        if ordered:
            yield heading, ordered


def _holds(goal: Goal, year: int | None) -> bool:
    return year is None or Days(goal.valid_from, goal.valid_to).holds_in(year)


def _family_order(goals: Sequence[Goal]) -> list[tuple[Goal, int]]:
    """Goals with their children right below them, and how deep each stands; order otherwise kept.

    Goals that are each other's parents come last, so that no goal is lost.
    """
    here = {goal.goal for goal in goals}
    children: defaultdict[str, list[Goal]] = defaultdict(list)
    for goal in goals:
        children[goal.parent].append(goal)
    ordered: list[tuple[Goal, int]] = []

    def add(goal: Goal, depth: int) -> None:
        ordered.append((goal, depth))
        for child in children[goal.goal]:
            add(child, depth + 1)

    for goal in goals:
        if goal.parent not in here:
            add(goal, 0)
    reached = {goal.goal for goal, _depth in ordered}
    return ordered + [(goal, 0) for goal in goals if goal.goal not in reached]


def goal_row(data: BoardData, goal: Goal, year: int | None, gender: str, depth: int = 0) -> GoalRow:
    """One goal's line."""
    verdicts = verdict_rows(data, goal.goal, year)
    summary = summarise(verdict.verdict for verdict in verdicts)
    codes = data.goal_indicators.get(goal.goal, ())
    by_indicator = [judged_series(data, code, year, gender, goal) for code in codes]
    leads = [lead for of_one in by_indicator for lead in of_one]
    levels = [goal_level(lead.judged.judgement.level for lead in of_one) for of_one in by_indicator]
    computed = data.settings_on(_day_of(verdicts, leads)).level_of(levels)
    return GoalRow(
        goal=goal,
        verdicts=verdicts,
        summary=summary,
        computed=computed,
        agreement=agrees(_as_verdict(summary), computed) if gender == "T" else None,
        lead=leading(leads, year),
        indicators=len(codes),
        judged=sum(level.is_judged for level in levels),
        depth=depth,
    )


def _day_of(verdicts: Sequence[VerdictRow], leads: Sequence[Lead]) -> date | None:
    """The day whose settings a goal is judged by: the verdict period's last, else the newest figure's."""
    days = [row.period.end for row in verdicts] or [lead.judged.point.period.end for lead in leads if lead.judged.point]
    return max(days, default=None)


def verdict_rows(data: BoardData, goal: str, year: int | None) -> tuple[VerdictRow, ...]:
    """The verdicts on a goal in the year, or the newest period's if no year is chosen; units in their order."""
    verdicts = [row for row in data.assessments.get(goal, ()) if year is None or row.period_end.year == year]
    if year is None and verdicts:
        newest = max(row.period_end for row in verdicts)
        verdicts = [row for row in verdicts if row.period_end == newest]
    if len(verdicts) > 1:
        order = {code: place for place, code in enumerate(["", *data.units])}
        verdicts = sorted(verdicts, key=lambda row: order.get(row.unit, 0))
    return tuple(verdict_row(data, row) for row in verdicts)


def verdict_row(data: BoardData, row: Assessment) -> VerdictRow:
    """One verdict, with the name of the department that gave it."""
    return VerdictRow(
        unit=row.unit,
        unit_name=data.unit_name(row.unit),
        aspect=row.aspect,
        verdict=Verdict(row.verdict),
        stage=row.stage,
        period=Period(row.period_start, row.period_end),
        comment=row.comment,
        source=row.source,
        locator=row.locator,
        word=data.settings_on(row.period_end).words.get(Verdict(row.verdict), ""),
    )


def summarise(verdicts: Iterable[Verdict]) -> Summary:
    """Verdicts taken together: all alike = that, judged differently = split; 'later' counts only when alone."""
    distinct = set(verdicts)
    if len(distinct) > 1:
        distinct -= {Verdict.LATER, Verdict.NOT_ASSESSABLE}
    if not distinct:
        return Summary.NONE
    return Summary(distinct.pop().value) if len(distinct) == 1 else Summary.SPLIT


def _as_verdict(summary: Summary) -> Verdict:
    """The verdicts taken together as one: judged differently is neither met nor missed."""
    if summary is Summary.SPLIT:
        return Verdict.PARTLY
    if summary is Summary.NONE:
        return Verdict.NOT_ASSESSABLE
    return Verdict(summary.value)
