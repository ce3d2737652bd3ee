"""A status as it is shown: word, icon and colour's name together, for slides and what is made from them."""

from dataclasses import dataclass

from lib.rules.status import GoalLevel, Level, Verdict
from lib.views.overview import Summary
from lib.views.totals import look, summary_text
from lib.words.figures import GOAL_LEVELS, LEVELS, verdict_text
from lib.words.language import _


@dataclass(frozen=True, slots=True)
class Look:
    """A status as it is shown. `name` is what its colour goes by: met, nearly, missed, unknown, later, split, none."""

    word: str
    name: str
    icon: str


def of_level(value: Level) -> Look:
    """An indicator's computed level."""
    return Look(_(LEVELS[value]), *look(value))


def of_goal_level(value: GoalLevel) -> Look:
    """A goal's computed level."""
    return Look(_(GOAL_LEVELS[value]), *look(value))


def of_verdict(value: Verdict, own: str = "") -> Look:
    """A verdict of the board or a department, in the board's own word if it has one."""
    return Look(verdict_text(value, own), *look(value))


def of_summary(value: Summary, own: str = "") -> Look:
    """A goal's verdicts taken together, in the board's own word if it has one."""
    return Look(summary_text(value, own), *look(value))
