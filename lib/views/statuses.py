"""Every status as readers meet it, on pages, slides and in documents alike: an icon, a word and a colour."""

from dataclasses import dataclass, replace
from enum import StrEnum

from lib.charts.tones import TONES, Tone
from lib.rules.status import GoalLevel, Level, Verdict
from lib.views.overview import GoalRow, Summary
from lib.words.figures import GOAL_LEVELS, LEVELS, VERDICTS, verdict_text
from lib.words.language import N_, _, ngettext

# A level, verdict or summary that is new needs a row here; a test says so. Members of one value are drawn alike.
TONE_NAMES: dict[StrEnum, str] = {
    Level.MET: "met",
    Level.NEARLY: "nearly",
    Level.MISSED: "missed",
    Level.NOT_YET: "later",
    Level.UNKNOWN: "unknown",
    GoalLevel.MET: "met",
    GoalLevel.PARTLY: "nearly",
    GoalLevel.MISSED: "missed",
    GoalLevel.NOT_YET: "later",
    GoalLevel.UNKNOWN: "unknown",
    Verdict.ACHIEVED: "met",
    Verdict.PARTLY: "nearly",
    Verdict.NOT_ACHIEVED: "missed",
    Verdict.NOT_ASSESSABLE: "unknown",
    Verdict.LATER: "later",
    Summary.SPLIT: "split",
    Summary.NONE: "none",
}
SUMMARIES = {
    **{Summary(verdict.value): word for verdict, word in VERDICTS.items()},
    Summary.SPLIT: N_("judged differently"),
    Summary.NONE: N_("no verdict"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """A status as it is shown: its word, its icon and the name of its tone."""

    word: str
    name: str
    icon: str

    @property
    def tone(self) -> Tone:
        """The colours."""
        return TONES[self.name]


def look(word: str, status: StrEnum) -> Look:
    """A status with a word for it."""
    tone = TONES[TONE_NAMES[status]]
    return Look(word, tone.name, tone.icon)


def of_level(level: Level) -> Look:
    """An indicator's computed level."""
    return look(_(LEVELS[level]), level)


def of_goal_level(level: GoalLevel) -> Look:
    """A goal's computed level."""
    return look(_(GOAL_LEVELS[level]), level)


def of_computed(row: GoalRow) -> Look:
    """A goal's computed level and how many of its indicators it rests on: 'uppfyllt, 3 av 22 indikatorer'."""
    level = of_goal_level(row.computed)
    if not row.computed.is_judged:
        return level
    basis = ngettext("{n} of {total} indicator", "{n} of {total} indicators", row.indicators)
    return replace(level, word=f"{level.word}, {basis.format(n=row.judged, total=row.indicators)}")


def of_computed_in_brief(row: GoalRow) -> Look:
    """The same, with the number of indicators only where some of them could not be judged."""
    return of_computed(row) if row.judged < row.indicators else of_goal_level(row.computed)


def of_verdict(verdict: Verdict, own: str = "") -> Look:
    """A verdict of the board or a department, in the board's own word if it has one."""
    return look(verdict_text(verdict, own), verdict)


def of_summary(summary: Summary, own: str = "") -> Look:
    """A goal's verdicts taken together, in the board's own word if it has one."""
    return look(verdict_text(summary.value, own) if own else _(SUMMARIES[summary]), summary)
