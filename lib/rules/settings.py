"""A board's settings: the words of its scale, its margin for 'nearly met', how a goal's level comes about, and texts.

They hold by date, so that changing a rule never recolours an earlier period. Pure: nothing here reads the store.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lib.rules.periods import Validity
from lib.rules.status import GoalLevel, Verdict, together
from lib.rules.target_spans import Margin

NEAR, GOAL_LEVEL = "near", "goal-level"
CONTACT, STATEMENT = "accessibility-contact", "accessibility-text"
VERDICT_SETTINGS = {f"verdict-{verdict.value.replace('_', '-')}": verdict for verdict in Verdict}
NAMES = (*VERDICT_SETTINGS, NEAR, GOAL_LEVEL, CONTACT, STATEMENT)


class GoalRule(StrEnum):
    """The rule that gives a goal's level from its judged indicators."""

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

    `words` are the board's own for its verdicts; `near` is the margin in each unit of measure that has one.
    `contact` and `statement` are the municipality's own texts on accessibility.
    """

    words: dict[Verdict, str] = field(default_factory=dict)
    near: dict[str, float] = field(default_factory=dict)
    goal_rule: GoalRule = GoalRule.ALL_MET
    contact: str = ""
    statement: str = ""

    def level_of(self, levels: Iterable[GoalLevel]) -> GoalLevel:
        """A goal's level from those of its indicators, each counted once; those not judged do not count."""
        every = list(levels)
        met = every.count(GoalLevel.MET)
        if self.goal_rule is GoalRule.MOST_MET and 2 * met > sum(level.is_judged for level in every):
            return GoalLevel.MET
        return together(every)


DEFAULTS = Settings()


def on_day(given: Sequence[SettingSpan], day: date | None) -> Settings:
    """The settings that hold on a day (None = the last of each); of two that do, the one that began later."""
    valid = sorted((span for span in given if day is None or span.holds_on(day)), key=lambda span: span.first)
    values = {span.setting: span.value for span in valid}
    return Settings(
        words={verdict: values[name] for name, verdict in VERDICT_SETTINGS.items() if values.get(name)},
        near=margins_in(values.get(NEAR, "")),
        goal_rule=GoalRule(values.get(GOAL_LEVEL, GoalRule.ALL_MET)),
        contact=values.get(CONTACT, ""),
        statement=values.get(STATEMENT, ""),
    )


def is_allowed(setting: str, value: str) -> bool:
    """Whether a setting can have this value; a text can be any, a margin is a number from zero up and its unit."""
    if setting == GOAL_LEVEL:
        return value in tuple(GoalRule)
    if setting == NEAR:
        return bool(margins_in(value))
    return bool(value.strip())


def margins_in(text: str) -> dict[str, float]:
    """The margins of a setting such as '3 %; 2 dagar' by unit of measure, {} where it is none; '3' is of '%'."""
    margins = {}
    for part in text.split(";"):
        number, _space, unit = part.replace("\u00a0", " ").strip().partition(" ")
        try:
            margin = float(number.replace(",", "."))
        except ValueError:
            return {}
        if not 0 <= margin < float("inf"):
            return {}
        margins[unit.strip() or "%"] = margin
    return margins


def margins_of(given: Sequence[SettingSpan]) -> tuple[Margin, ...]:
    """A board's margins, each with its unit of measure and the days it holds for."""
    return tuple(
        Margin(near, unit, span.valid_from, span.valid_to)
        for span in given
        if span.setting == NEAR
        for unit, near in margins_in(span.value).items()
    )
