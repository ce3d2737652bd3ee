"""A board's goals counted, in words and as shares of a bar: for page, slide and document alike."""

from lib.rules.status import GoalLevel
from lib.views.overview import Overview, Summary
from lib.views.statuses import SUMMARIES, of_goal_level, of_summary
from lib.words.figures import GOAL_LEVELS, STAGES
from lib.words.language import _, join, ngettext

_SILENT = {"unknown", "later", "none"}


def shares(view: Overview) -> list[tuple[str, int, str]]:
    """Word, number of goals and colour's name: by the board's verdicts, else by the computed levels."""
    judged = _verdicts(view)
    if not judged:
        return [(_(GOAL_LEVELS[level]), n, of_goal_level(level).name) for level, n in view.by_level.items()]
    parts = [(_(SUMMARIES[summary]), n, of_summary(summary).name) for summary, n in judged.items()]
    without = len(view.rows) - sum(judged.values())
    return [*parts, (_(SUMMARIES[Summary.NONE]), without, of_summary(Summary.NONE).name)] if without else parts


def point(view: Overview) -> str:
    """The totals in a line: how many goals are not met, or that all are; '' where no goal is judged."""
    count, judged = len(view.rows), [(n, name) for _word, n, name in shares(view) if name not in _SILENT]
    missed = sum(n for n, name in judged if name == "missed")
    if missed:
        return _("{n} of {total} goals are not met").format(n=missed, total=count)
    met = sum(n for n, name in judged if name == "met")
    return _("{n} of {total} goals are met").format(n=met, total=count) if judged else ""


def total_sentences(view: Overview) -> list[str]:
    """The totals in words: the board's verdicts, the computed levels, and where they differ."""
    verdicts, count = _verdicts(view), len(view.rows)
    sentences = [ngettext("{n} goal is shown.", "{n} goals are shown.", count).format(n=count)]
    if verdicts:
        stages = {row.verdicts[0].stage for row in view.rows if row.verdicts}
        stage = join([_(STAGES[stage_name]) for stage_name in sorted(stages)])
        words = join([_counted(_(SUMMARIES[summary]), n) for summary, n in verdicts.items()])
        sentences.append(_("The board's own verdicts ({stage}): {verdicts}.").format(stage=stage, verdicts=words))
    else:
        sentences.append(_("The source gives no verdicts on the goals."))
    sentences.append(_computed_sentence(view))
    return sentences


def _verdicts(view: Overview) -> dict[Summary, int]:
    return {summary: n for summary, n in view.by_verdict.items() if summary is not Summary.NONE}


def _counted(status: str, n: int) -> str:
    """A status and the number of goals that have it: 'inte uppfyllt (7)'."""
    return _("{status} ({n})").format(status=status, n=n)


def _computed_sentence(view: Overview) -> str:
    levels = {level: n for level, n in view.by_level.items() if level is not GoalLevel.UNKNOWN}
    if not levels:
        return _("No goal has both a figure and a target to compare, so no status is computed.")
    words = join([_counted(_(GOAL_LEVELS[level]), n) for level, n in levels.items()])
    unknown = view.by_level.get(GoalLevel.UNKNOWN, 0)
    text = _("Computed from the figures: {levels}").format(levels=words)
    rest = ngettext("{n} cannot be judged", "{n} cannot be judged", unknown).format(n=unknown)
    return f"{text}; {rest}." if unknown else f"{text}."
