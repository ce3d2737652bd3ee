"""What is done about a goal: an action somebody answers for, whether it is late, and what has become of actions since.

An action says nothing of its effect: what the figures were before it and are after stands beside it, and no more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActionState(StrEnum):
    """How far an action has come; one that is done or stopped has ended."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    DONE = "done"
    STOPPED = "stopped"


ENDED = frozenset({ActionState.DONE, ActionState.STOPPED})


@dataclass(frozen=True, slots=True)
class Action:
    """An action for a goal. `begun` and `ended` are the days it began and was done or stopped, where they are known.

    `indicator` is the one that it is expected to have an `effect` on ('' = none is said), `meeting` the one that
    decided it, in a `paragraph` of its protocol.
    """

    code: str
    goal: str
    text: str
    responsible: str = ""
    unit: str = ""
    begun: date | None = None
    due: date | None = None
    state: ActionState = ActionState.PLANNED
    ended: date | None = None
    meeting: str = ""
    paragraph: str = ""
    decision: str = ""
    indicator: str = ""
    effect: str = ""
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.state not in ENDED

    def is_late(self, day: date) -> bool:
        """Whether it should have been done before a day and is not: on the last day itself it is not late."""
        return self.is_open and self.due is not None and self.due < day


@dataclass(frozen=True, slots=True)
class ActionChange:
    """An action that was and is another than before: None before = it is new, None after = it was taken away."""

    before: Action | None
    after: Action | None

    @property
    def action(self) -> Action:
        """The action as it is, or was last."""
        one = self.after or self.before
        if one is None:
            raise ValueError("neither before nor after")
        return one

    @property
    def is_done(self) -> bool:
        """Whether it has been done since."""
        return self._became(ActionState.DONE)

    @property
    def is_stopped(self) -> bool:
        """Whether it has been stopped since."""
        return self._became(ActionState.STOPPED)

    @property
    def is_postponed(self) -> bool:
        """Whether it was put off: its last day is later than it was, or is no longer said."""
        if self.before is None or self.after is None or self.before.due is None or not self.after.is_open:
            return False
        return self.after.due is None or self.after.due > self.before.due

    def _became(self, state: ActionState) -> bool:
        was = self.before.state if self.before else None
        return self.after is not None and self.after.state is state and was is not state


def answers_for(unit: str, responsible: str, units: Mapping[str, str]) -> bool:
    """Whether one who answers for some units (code -> name) answers for a goal: by its unit, or by who it names."""
    names = {name.strip().casefold() for name in units.values()}
    return unit in units or (bool(responsible.strip()) and responsible.strip().casefold() in names)


def action_changes(before: Iterable[Action], after: Iterable[Action]) -> tuple[ActionChange, ...]:
    """The actions that are new, gone or otherwise than they were, in their order, those that are gone last."""
    old, new = ({action.code: action for action in actions} for actions in (before, after))
    pairs = [ActionChange(old.get(code), action) for code, action in new.items()]
    pairs += [ActionChange(action, None) for code, action in old.items() if code not in new]
    return tuple(pair for pair in pairs if pair.before != pair.after)


def in_order(actions: Iterable[Action], day: date) -> tuple[Action, ...]:
    """Actions as one asks about them: late ones first, the longest late at the top; by last day; those ended last.

    Those that no last day is said of come after those that have one.
    """
    return tuple(sorted(actions, key=lambda action: (*_rank(action, day), action.due or date.max, action.code)))


def _rank(action: Action, day: date) -> tuple[bool, bool]:
    return not action.is_open, not action.is_late(day)


def late(actions: Iterable[Action], day: date) -> tuple[Action, ...]:
    """The actions that are late on a day, the longest late first."""
    return tuple(action for action in in_order(actions, day) if action.is_late(day))
