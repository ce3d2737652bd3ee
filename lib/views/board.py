"""A board as it is read: all its goals, indicators, figures, targets and verdicts as of one data version.

The read models of the pages (overview, goal, figures, method) are made from this and from nothing else.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from lib.rules.actions import Action
from lib.rules.events import Event
from lib.rules.organisation import BESIDE
from lib.rules.series import IndicatorTraits, Series
from lib.rules.settings import Settings, SettingSpan, on_day
from lib.store.figure_rows import ShownFigure
from lib.store.store import R
from lib.tables.base import Batch
from lib.tables.model import (
    Area,
    Assessment,
    Board,
    BoardEvent,
    BoardSetting,
    ComparisonMember,
    Goal,
    GoalAction,
    GoalIndicator,
    Indicator,
    Meeting,
    Source,
    Target,
    Unit,
)
from lib.views.board_events import action_of, begun, event_of
from lib.views.board_series import series_of
from lib.views.inherited_targets import SeriesKey


@dataclass(frozen=True, eq=False)
class BoardData:
    """One board, whole, as read once: two readings are never equal. Dictionaries are keyed by code, in order."""

    board: Board
    batch: Batch | None
    sources: dict[str, Source]
    areas: dict[str, Area]
    units: dict[str, Unit]
    goals: dict[str, Goal]
    indicators: dict[str, IndicatorTraits]
    definitions: dict[str, Indicator]
    series: Mapping[SeriesKey, Series]
    goal_indicators: dict[str, list[str]]
    links: dict[tuple[str, str], GoalIndicator]  # by goal and indicator
    assessments: dict[str, list[Assessment]]
    meetings: list[Meeting]
    settings: tuple[SettingSpan, ...]
    events: tuple[Event, ...]
    actions: tuple[Action, ...]
    comparisons: dict[str, list[str]]  # the units of each group that the board is compared with
    observations: tuple[ShownFigure, ...] = field(repr=False)

    @property
    def code(self) -> str:
        """The board's code."""
        return self.board.board

    @property
    def is_example(self) -> bool:
        """Whether the board is made up, so that all that is shown of it must say so."""
        return any(source.kind == "example" for source in self.sources.values())

    def unit_name(self, unit: str) -> str:
        """The name of a unit; '' for the whole board."""
        return self.units[unit].name if unit in self.units else unit

    def is_comparison(self, unit: str) -> bool:
        """Whether a unit is something that the board is only compared with."""
        return unit in self.units and self.units[unit].is_comparison

    def years(self) -> list[int]:
        """Every year that an observation or a verdict is for, newest first."""
        return self._years

    @cached_property
    def _years(self) -> list[int]:
        seen = {verdict.period_end.year for verdicts in self.assessments.values() for verdict in verdicts}
        seen |= {row.period_end.year for row in self.observations}
        return sorted(seen, reverse=True)

    def settings_on(self, day: date | None) -> Settings:
        """The board's settings as they hold on a day (None = the last ones)."""
        return on_day(self.settings, day)

    @cached_property
    def _keys_of(self) -> dict[str, list[SeriesKey]]:
        keys_of: dict[str, list[SeriesKey]] = defaultdict(list)
        for key in self.series:
            keys_of[key[0]].append(key)
        return dict(keys_of)

    @cached_property
    def _goals_of(self) -> dict[str, list[Goal]]:
        goals_of: dict[str, list[Goal]] = defaultdict(list)
        for goal, codes in self.goal_indicators.items():
            for code in codes:
                goals_of[code].append(self.goals[goal])
        return dict(goals_of)

    @cached_property
    def _children(self) -> dict[str, list[Goal]]:
        return _grouped(self.goals.values(), "parent")

    def of_indicator(self, indicator: str) -> list[Series]:
        """Every series of an indicator: whole board first, then units in their order; T, K, M."""
        return [self.series[key] for key in self._keys_of.get(indicator, ())]

    def units_below(self, whole: Series) -> list[Series]:
        """The series that a series is made up of: the same indicator and gender, for the units right below its own."""
        of = {row.unit: row for row in self.of_indicator(whole.about.code) if row.gender == whole.gender and row.points}
        return [series for unit, series in of.items() if unit and self._above(unit, {*of, ""}) == whole.unit]

    def _above(self, unit: str, among: Container[str]) -> str | None:
        """The nearest unit above that is among these; None for what the board is compared with, and in a circle."""
        for _step in self.units:
            row = self.units.get(unit)
            if row is None or row.kind in BESIDE:
                return None
            unit = row.parent
            if unit in among:
                return unit
        return None

    def goals_of(self, indicator: str) -> list[Goal]:
        """The goals that an indicator measures."""
        return self._goals_of.get(indicator, [])

    def actions_of(self, goal: str) -> list[Action]:
        """The actions for a goal."""
        return [action for action in self.actions if action.goal == goal]

    def children(self, goal: str) -> list[Goal]:
        """The goals right below a goal."""
        return self._children.get(goal, [])


class Readable(Protocol):
    """A source that a board can be read from: the store, or what it would hold with a plan carried out."""

    def rows(self, table: type[R], board: str = "", asof: int | None = None) -> list[R]:
        """The rows of a table, in their place."""

    def observations(self, board: str, asof: int | None = None) -> Sequence[ShownFigure]:
        """A board's observations, hidden figures left blank."""

    def newest_batch(self, board: str, asof: int | None = None) -> Batch | None:
        """The newest batch about a board's figures, goals or settings."""


def read_board(store: Readable, board: str, asof: int | None = None) -> BoardData:
    """Read one board. Raises KeyError if the store has no such board."""
    boards = store.rows(Board, board, asof)
    if not boards:
        raise KeyError(board)
    definitions = {row.indicator: row for row in store.rows(Indicator, board, asof)}
    units = {row.unit: row for row in store.rows(Unit, board, asof)}
    observations = tuple(store.observations(board, asof))
    abouts = {code: _about(row) for code, row in definitions.items()}
    targets = store.rows(Target, board, asof)
    given = tuple(_given(row) for row in store.rows(BoardSetting, board, asof))
    events = tuple(event_of(row) for row in store.rows(BoardEvent, board, asof))
    linked = _grouped(store.rows(GoalIndicator, board, asof), "goal")
    actions = tuple(action_of(row) for row in store.rows(GoalAction, board, asof))
    marked = (*events, *begun(actions, linked))
    return BoardData(
        board=boards[0],
        batch=store.newest_batch(board, asof),
        sources={row.source: row for row in store.rows(Source, board, asof)},
        areas={row.area: row for row in sorted(store.rows(Area, board, asof), key=lambda row: row.order)},
        units=units,
        goals={row.goal: row for row in store.rows(Goal, board, asof)},
        indicators=abouts,
        definitions=definitions,
        series=series_of(boards[0], abouts, units, observations, targets, given, marked),
        goal_indicators={goal: [row.indicator for row in rows] for goal, rows in linked.items()},
        links={(row.goal, row.indicator): row for rows in linked.values() for row in rows},
        assessments=_grouped(store.rows(Assessment, board, asof), "goal"),
        meetings=sorted(store.rows(Meeting, board, asof), key=lambda row: row.date),
        settings=given,
        events=events,
        actions=actions,
        comparisons=_compared(store.rows(ComparisonMember, board, asof), units),
        observations=observations,
    )


def _compared(rows: Iterable[ComparisonMember], units: dict[str, Unit]) -> dict[str, list[str]]:
    """The groups in their order, with the members that are there."""
    groups: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.unit in units and units[row.unit].is_comparison:
            groups[row.group].append(row.unit)
    return dict(groups)


def _grouped(rows: Iterable[Any], name: str) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, name)].append(row)
    return dict(groups)


def _about(row: Indicator) -> IndicatorTraits:
    return IndicatorTraits(
        board=row.board,
        code=row.indicator,
        name=row.name,
        definition=row.definition,
        unit_of_measure=row.unit_of_measure,
        decimals=row.decimals,
        better=row.better,
        statistic=row.statistic,
        area=row.area,
        minimum_group=row.minimum_group,
        kolada=row.kolada,
        source=row.source,
        locator=row.locator,
        accumulates=row.accumulates,
        about_children=bool(row.about_children),
    )


def _given(row: BoardSetting) -> SettingSpan:
    return SettingSpan(row.setting, row.value, row.valid_from, row.valid_to, row.note, row.source, row.locator)
