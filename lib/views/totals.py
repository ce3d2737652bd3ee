"""A board's goals counted, in words and as shares, and the look of every status: for page, slide and document alike.

A status is an icon, a word and a colour, in that order of importance.
"""

from lib.rules.status import GoalLevel, Level, Verdict
from lib.views.overview import Overview, Summary
from lib.words.figures import GOAL_LEVELS, STAGES, VERDICTS, verdict_text
from lib.words.language import N_, _, join, ngettext

SUMMARIES = {
    **{Summary(verdict.value): word for verdict, word in VERDICTS.items()},
    Summary.SPLIT: N_("judged differently"),
    Summary.NONE: N_("no verdict"),
}

# (colour's name, icon) of every status; the icons differ in shape, so that no colour is needed to tell them apart.
_GOOD, _MIDDLE, _BAD, _UNKNOWN = ("met", "✔"), ("nearly", "◐"), ("missed", "✖"), ("unknown", "?")
_LOOKS: dict[str, tuple[str, str]] = {
    Level.MET: _GOOD,
    Level.NEARLY: _MIDDLE,
    Level.MISSED: _BAD,
    Level.UNKNOWN: _UNKNOWN,
    GoalLevel.PARTLY: _MIDDLE,
    Verdict.ACHIEVED: _GOOD,
    Verdict.NOT_ACHIEVED: _BAD,
    Verdict.NOT_ASSESSABLE: _UNKNOWN,
    Verdict.LATER: ("later", "…"),
    Summary.SPLIT: ("split", "⇄"),
    Summary.NONE: ("none", "–"),
}


def look(status: str) -> tuple[str, str]:
    """The colour's name and the icon of a level, goal level, verdict or summary."""
    return _LOOKS[status]


def summary_text(summary: Summary, own: str = "") -> str:
    """A goal's verdicts taken together in a word, the board's own if it has one."""
    return verdict_text(summary.value, own) if own else _(SUMMARIES[summary])


def shares(view: Overview) -> list[tuple[str, int, str]]:
    """Word, number of goals and colour's name: by the board's verdicts, else by the computed levels."""
    judged = _verdicts(view)
    if not judged:
        return [(_(GOAL_LEVELS[level]), n, look(level)[0]) for level, n in view.by_level.items()]
    told = [(_(SUMMARIES[summary]), n, look(summary)[0]) for summary, n in judged.items()]
    without = len(view.rows) - sum(judged.values())
    return [*told, (_(SUMMARIES[Summary.NONE]), without, look(Summary.NONE)[0])] if without else told


def total_sentences(view: Overview) -> list[str]:
    """The totals in words: the board's verdicts, the computed levels, and where they differ."""
    verdicts, count = _verdicts(view), len(view.rows)
    said = [ngettext("{n} goal is shown.", "{n} goals are shown.", count).format(n=count)]
    if verdicts:
        stages = {row.verdicts[0].stage for row in view.rows if row.verdicts}
        stage = join([_(STAGES[one]) for one in sorted(stages)])
        words = join([f"{n} {_(SUMMARIES[summary])}" for summary, n in verdicts.items()])
        said.append(_("The board's own verdicts ({stage}): {verdicts}.").format(stage=stage, verdicts=words))
    else:
        said.append(_("The source gives no verdicts on the goals."))
    said.append(_computed_sentence(view))
    return said


def _verdicts(view: Overview) -> dict[Summary, int]:
    return {summary: n for summary, n in view.by_verdict.items() if summary is not Summary.NONE}


def _computed_sentence(view: Overview) -> str:
    levels = {level: n for level, n in view.by_level.items() if level is not GoalLevel.UNKNOWN}
    if not levels:
        return _("No goal has both a figure and a target to compare, so no level is computed.")
    words = join([f"{n} {_(GOAL_LEVELS[level])}" for level, n in levels.items()])
    unknown = view.by_level.get(GoalLevel.UNKNOWN, 0)
    text = _("Computed from the figures: {levels}").format(levels=words)
    rest = ngettext("{n} cannot be said", "{n} cannot be said", unknown).format(n=unknown)
    return f"{text}; {rest}." if unknown else f"{text}."
