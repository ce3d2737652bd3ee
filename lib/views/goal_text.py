"""A goal in words: a short paragraph, made from what its page shows and fit to be read aloud.

What the goal is, how it was judged and by whom, the level its figures give and why, women and men, what is missing.
"""

import re
from collections.abc import Sequence

from lib.rules.status import GoalLevel, Level, Rule
from lib.tables.model import Goal
from lib.views.goal import GoalView, IndicatorView
from lib.views.leads import Lead
from lib.views.overview import VerdictRow
from lib.words.chart_text import spoken
from lib.words.figures import GOAL_LEVELS, STAGES, gap_text, gender_text, short_name, verdict_text
from lib.words.judgement import arithmetic, tells_its_day
from lib.words.language import N_, _, in_words, join, named, ngettext, period_name

# More would be a table read aloud.
MOST_FIGURES, MOST_GAPS, LONGEST_MEANING = 3, 2, 240
_CAN_BE_JUDGED = (
    N_("The goal's only indicator can be judged."),
    N_("All {total} indicators can be judged."),
    N_("{n} of {total} indicators can be judged."),
)
_NO_FIGURE = (
    N_("The goal's only indicator has no figure."),
    N_("None of the goal's {total} indicators has a figure."),
    N_("No figure for {n} of {total} indicators."),
)
_ASIDE = (
    N_("The figure of the goal's only indicator cannot be held against a target."),
    N_("None of the figures of the goal's {total} indicators can be held against a target."),
    N_("The figures of {n} of {total} indicators cannot be held against a target."),
)
_WORST_FIRST = (Level.MISSED, Level.NEARLY, Level.MET, Level.NOT_YET)


def paragraph(view: GoalView, *, titled: bool = True) -> str:
    """The goal in a few sentences; without its title and its text where they stand beside it."""
    sentences = [
        *(_about(view) if titled else ()),
        *_verdicts(view.row.verdicts),
        *_computed(view),
        *_gaps(view),
        *_missing(view),
    ]
    return spoken(" ".join(sentences))


def _about(view: GoalView) -> list[str]:
    goal = view.row.goal
    title = _sentence(_("The goal: {title}").format(title=goal.title))
    text = meaning(goal)
    return [title, text] if text else [title]


def meaning(goal: Goal) -> str:
    """The first sentence of the goal's text; '' where there is none, or it is too long to be read aloud."""
    first = re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", goal.description, maxsplit=1)[0]
    return _sentence(first) if first and len(first) <= LONGEST_MEANING else ""


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _verdicts(rows: Sequence[VerdictRow]) -> list[str]:
    """A sentence for each stage and period; departments that judged alike are named together."""
    if not rows:
        return [_("The source gives no verdict on this goal.")]
    sentences = []
    for stage, period in dict.fromkeys((row.stage, row.period) for row in rows):
        judges: dict[str, list[str]] = {}
        for row in rows:
            if (row.stage, row.period) == (stage, period):
                judges.setdefault(verdict_text(row.verdict, row.word), []).append(_judge(row))
        verdicts = "; ".join(
            _("{verdict} according to {judges}").format(verdict=verdict, judges=join(names))
            for verdict, names in judges.items()
        )
        text = _("{stage} for {period}: {verdicts}.")
        sentences.append(_capital(text.format(stage=_(STAGES[stage]), period=period_name(period), verdicts=verdicts)))
    return sentences


def _judge(row: VerdictRow) -> str:
    name = short_name(row.unit_name) or _("the board")
    return _("{name} on {aspect}").format(name=name, aspect=row.aspect) if row.aspect else name


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _computed(view: GoalView) -> list[str]:
    """The computed level, how many indicators it stands on, and the figures that decide, worst first."""
    if not view.indicators:
        return [_("No indicator is linked to this goal, so nothing can be computed.")]
    if view.row.computed is GoalLevel.UNKNOWN:
        return [_("No status can be computed from the figures.")]
    if view.row.computed is GoalLevel.NOT_YET:
        return [_("It is too early to say from the figures whether the goal is met."), *_figures(view)]
    level = _("Computed from the figures, the goal is {level}.").format(level=_(GOAL_LEVELS[view.row.computed]))
    judged, total = sum(_is_judged(indicator) for indicator in view.indicators), len(view.indicators)
    count = _of_all(judged, total, _CAN_BE_JUDGED)
    differs = [_("The board has assessed the goal differently.")] if view.row.agreement is False else []
    return [level, *differs, count, *_figures(view)]


def _figures(view: GoalView) -> list[str]:
    leads = [
        lead for indicator in view.indicators for lead in indicator.leads if lead.judged.judgement.level in _WORST_FIRST
    ]
    leads.sort(key=lambda lead: (_WORST_FIRST.index(lead.judged.judgement.level), _is_done(lead)))
    sentences = [_figure(lead) for lead in leads[:MOST_FIGURES]]
    more = len(leads) - len(sentences)
    rest = ngettext("{n} more figure was judged.", "{n} more figures were judged.", more).format(n=more)
    return [*sentences, rest] if more else sentences


def _is_done(lead: Lead) -> bool:
    return lead.judged.span is not None and lead.judged.span.target.rule is Rule.DONE


def _figure(lead: Lead) -> str:
    """'Sjukfrånvaro, 2016: 5,5 % mot högst 5 %, 0,5 procentenheter över.'"""
    series, point = lead.series, None if tells_its_day(lead.judged) else lead.judged.point
    gender = gender_text(series.gender, series.about) if series.gender != "T" else ""
    names = [series.about.name, short_name(series.unit_name), gender]
    names.append(period_name(point.period) if point else "")
    return named(", ".join(name for name in names if name), arithmetic(lead.judged, series.about))


def _gaps(view: GoalView) -> list[str]:
    gaps = [
        (indicator.about.name, gap_text(indicator.women, indicator.men, indicator.about))
        for indicator in view.indicators
        if not any(lead.judged.women for lead in indicator.leads)
    ]
    sentences = [named(name, text) for name, text in gaps if text]
    return sentences[:MOST_GAPS]


def _is_judged(indicator: IndicatorView) -> bool:
    return any(lead.judged.judgement.level.is_judged for lead in indicator.leads)


def _is_unjudged(indicator: IndicatorView) -> bool:
    """Whether there is a figure, and none that is judged or not due yet."""
    levels = {lead.judged.judgement.level for lead in indicator.leads}
    return _has_figure(indicator) and not levels & set(_WORST_FIRST)


def _has_figure(indicator: IndicatorView) -> bool:
    return any(lead.judged.point is not None and lead.judged.point.is_known for lead in indicator.leads)


def _missing(view: GoalView) -> list[str]:
    """The number of indicators without a figure, and of those whose figure cannot be judged."""
    total = len(view.indicators)
    silent = sum(not _has_figure(indicator) for indicator in view.indicators)
    aside = sum(_is_unjudged(indicator) for indicator in view.indicators)
    return [_of_all(n, total, texts) for n, texts in ((silent, _NO_FIGURE), (aside, _ASIDE)) if n]


def _of_all(n: int, total: int, texts: tuple[str, str, str]) -> str:
    """A sentence of the goal's only indicator, of all its indicators, or of some of them."""
    only, every, some = texts
    if n < total:
        return _(some).format(n=n, total=total)
    if total == 2 and texts is _CAN_BE_JUDGED:
        return _("Both indicators can be judged.")
    text = only if total == 1 else every
    return _(text).format(total=in_words(total))
