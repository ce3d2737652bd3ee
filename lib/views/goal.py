"""The goal page's read model: one goal, where it stands in the hierarchy, its verdicts and its indicators."""

from dataclasses import dataclass
from datetime import date

from lib.rules.series import IndicatorTraits, Point, Series
from lib.tables.model import Goal
from lib.views.board import BoardData
from lib.views.leads import Lead, judged_series
from lib.views.overview import GoalRow, goal_row, in_page_order


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator on a goal's page: what speaks for it, women and men, and every series that has figures.

    `until` is the goal's last day, that figures are chosen up to where no year is.
    """

    about: IndicatorTraits
    leads: tuple[Lead, ...]
    women: Point | None
    men: Point | None
    series: tuple[Series, ...]
    until: date | None = None


@dataclass(frozen=True, slots=True)
class GoalView:
    """One goal. `previous` and `next` are its neighbours in the order of the start page."""

    row: GoalRow
    parents: tuple[Goal, ...]
    children: tuple[GoalRow, ...]
    indicators: tuple[IndicatorView, ...]
    previous: Goal | None
    next: Goal | None


def goal_view(data: BoardData, code: str, *, year: int | None = None, gender: str = "T") -> GoalView:
    """Everything about one goal. Raises KeyError if the board has no such goal."""
    goal = data.goals[code]
    order = in_page_order(data)
    place = order.index(code)
    return GoalView(
        row=goal_row(data, goal, year, gender),
        parents=_parents(data, goal),
        children=tuple(goal_row(data, child, year, gender) for child in data.children(code)),
        indicators=tuple(
            indicator_view(data, indicator, year, gender, goal) for indicator in data.goal_indicators.get(code, ())
        ),
        previous=data.goals[order[place - 1]] if place else None,
        next=data.goals[order[place + 1]] if place + 1 < len(order) else None,
    )


def _parents(data: BoardData, goal: Goal) -> tuple[Goal, ...]:
    """The goals above, the highest first; a circle in the data ends the walk."""
    path = [goal]
    while path[0].parent in data.goals and data.goals[path[0].parent] not in path:
        path.insert(0, data.goals[path[0].parent])
    return tuple(path[:-1])


def indicator_view(
    data: BoardData, code: str, year: int | None, gender: str, goal: Goal | None = None
) -> IndicatorView:
    """One indicator's figures for a year (None = newest, up to the goal's last day if there are any) and gender."""
    until = goal.valid_to if goal else None
    series = tuple(data.of_indicator(code))
    leads = tuple(judged_series(data, code, year, gender, goal))
    women, men = (_same_period(series, whose, leads, year, until) for whose in "KM")
    return IndicatorView(data.indicators[code], leads, women, men, series, until)


def _same_period(
    series: tuple[Series, ...], gender: str, leads: tuple[Lead, ...], year: int | None, until: date | None
) -> Point | None:
    """The gender's newest figure for the unit that leads."""
    unit = leads[0].series.unit if leads else ""
    theirs = next((s for s in series if s.gender == gender and s.unit == unit), None)
    return theirs.newest(year, until) if theirs else None


def drawn(view: IndicatorView, gender: str) -> list[Series]:
    """The series to draw: those that speak for the indicator, and women and men when both are chosen.

    Where there is no total they are women and men; a total is never drawn in the place of either.
    """
    units = {lead.series.unit for lead in view.leads}
    there = [series for series in view.series if series.unit in units and series.points]
    chosen = [series for series in there if series.gender in ("T" if gender == "T" else gender)]
    return chosen or (there if gender == "T" else [])
