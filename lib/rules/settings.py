"""A board's settings: the words of its scale, its margin for 'nearly met', and how a goal's level comes about.

They hold by date, so that changing a rule never recolours an earlier period. Pure: nothing here reads the store.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lib.rules.periods import Validity
from lib.rules.status import GoalLevel, Level, Verdict, goal_level

NEAR, GOAL_LEVEL = "near", "goal-level"
VERDICT_SETTINGS = {f"verdict-{verdict.value.replace('_', '-')}": verdict for verdict in Verdict}
NAMES = (*VERDICT_SETTINGS, NEAR, GOAL_LEVEL)


class GoalRule(StrEnum):
    """How a goal's level follows from its judged indicators."""

    ALL_MET = "all-met"
    MOST_MET = "most-met"


@dataclass(frozen=True, slots=True)
class SettingSpan(Validity):
    """A setting that a board gave, the days it holds for (None = open), and where it stands."""

    setting: str
    value: str
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""
    source: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings as they hold on a day; what the board does not give is at its default.

    `words` are the board's own for its verdicts; `near` is a number in the indicator's unit, None = no margin.
    """

    words: dict[Verdict, str] = field(default_factory=dict)
    near: float | None = None
    goal_rule: GoalRule = GoalRule.ALL_MET

    def level_of(self, levels: Iterable[Level]) -> GoalLevel:
        """A goal's level from those of its indicators; what is unknown does not count."""
        judged = [level for level in levels if level is not Level.UNKNOWN]
        met = judged.count(Level.MET)
        if self.goal_rule is GoalRule.MOST_MET and 2 * met > len(judged):
            return GoalLevel.MET
        return goal_level(judged)


DEFAULTS = Settings()


def on_day(given: Sequence[SettingSpan], day: date | None) -> Settings:
    """The settings that hold on a day (None = the last of each); of two that do, the one that began later."""
    valid = sorted((span for span in given if day is None or span.holds_on(day)), key=lambda span: span.first)
    values = {span.setting: span.value for span in valid}
    return Settings(
        words={verdict: values[name] for name, verdict in VERDICT_SETTINGS.items() if values.get(name)},
        near=float(values[NEAR]) if NEAR in values else None,
        goal_rule=GoalRule(values.get(GOAL_LEVEL, GoalRule.ALL_MET)),
    )


def is_allowed(setting: str, value: str) -> bool:
    """Whether a setting can have this value; a word can be any, a margin is a number not below zero."""
    if setting == GOAL_LEVEL:
        return value in tuple(GoalRule)
    if setting == NEAR:
        try:
            return 0 <= float(value) < float("inf")
        except ValueError:
            return False
    return bool(value.strip())
