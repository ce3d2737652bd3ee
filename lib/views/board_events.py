"""The events of a board, and which of them belong to a series."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lib.rules.actions import Action, ActionState
from lib.rules.events import Event
from lib.rules.series import IndicatorTraits
from lib.tables.model import BoardEvent, GoalAction, GoalIndicator, Unit


def event_of(row: BoardEvent) -> Event:
    """An event as charts and series have it."""
    return Event(row.date, row.text, row.area, row.indicator, row.unit, row.breaks_series, row.source, row.locator)


def action_of(row: GoalAction) -> Action:
    """An action as pages and papers have it."""
    return Action(
        code=row.action,
        goal=row.goal,
        text=row.text,
        responsible=row.responsible,
        unit=row.unit,
        begun=row.begun,
        due=row.due,
        state=ActionState(row.state),
        ended=row.ended,
        meeting=row.meeting,
        paragraph=row.paragraph,
        decision=row.decision,
        indicator=row.indicator,
        effect=row.effect,
        note=row.note,
    )


def begun(actions: Iterable[Action], linked: Mapping[str, Sequence[GoalIndicator]]) -> Iterator[Event]:
    """The beginning of each action, in the series that it is expected to change: else in all of its goal's."""
    for action in actions:
        if action.begun:
            codes = [action.indicator] if action.indicator else [row.indicator for row in linked.get(action.goal, ())]
            for code in codes:
                yield Event(action.begun, action.text, indicator=code, unit=action.unit, is_action=True)


def events_of(
    unit: str, about: IndicatorTraits, events: Iterable[Event], units: Mapping[str, Unit]
) -> tuple[Event, ...]:
    """The events that a series (of a unit and an indicator) may show, also those of a unit that its own is a part of.

    What the board is compared with shows only those that name it.
    """
    beside = unit in units and units[unit].is_comparison
    within = [unit]
    while (parent := units[within[-1]].parent if within[-1] in units else "") and parent not in within:
        within.append(parent)
    concerned = (event for event in events if event.concerns(about.area, about.code, within))
    return tuple(event for event in concerned if event.unit or not beside)
