"""Words for figures, targets and judgements, and the sentences that explain how they follow from each other.

Used by pages, charts' text alternatives, slides and documents alike, so that they say the same thing.
"""

from dataclasses import replace

from lib.rules.rounding import decimals_that_add_up, decimals_that_show
from lib.rules.series import IndicatorTraits, Point, Series, difference, gap
from lib.rules.status import GoalLevel, Level, Measure, Reason, Verdict
from lib.rules.targets import Change
from lib.words.language import (
    N_,
    _,
    difference_unit,
    language,
    number,
    period_name,
    signed,
    with_unit,
)

# The unit of what is either done or not; the figure is 1 or 0.
YES_OR_NO = "ja/nej"

LEVELS = {
    Level.MET: N_("met"),
    Level.NEARLY: N_("nearly met"),
    Level.MISSED: N_("not met"),
    Level.NOT_YET: N_("not due yet"),
    Level.UNKNOWN: N_("cannot be judged"),
}
GOAL_LEVELS = {
    GoalLevel.MET: N_("met"),
    GoalLevel.PARTLY: N_("partly met"),
    GoalLevel.MISSED: N_("not met"),
    GoalLevel.NOT_YET: N_("not due yet"),
    GoalLevel.UNKNOWN: N_("cannot be judged"),
}
VERDICTS = {
    Verdict.ACHIEVED: N_("met"),
    Verdict.PARTLY: N_("partly met"),
    Verdict.NOT_ACHIEVED: N_("not met"),
    Verdict.NOT_ASSESSABLE: N_("cannot be judged"),
    Verdict.LATER: N_("reported later"),
}
STAGES = {"forecast": N_("interim assessment"), "final": N_("final assessment")}
KINDS = {"outcome": N_("outcome"), "forecast": N_("forecast"), "budget": N_("budget"), "plan": N_("plan")}
GENDERS = {"T": N_("total"), "K": N_("women"), "M": N_("men")}
_CHILDREN = {"T": N_("total"), "K": N_("girls"), "M": N_("boys")}
CHANGES = {
    Change.HIGHER: N_("has increased, no figure is given"),
    Change.LOWER: N_("has decreased, no figure is given"),
    Change.UNCHANGED: N_("is unchanged, no figure is given"),
}
STATUSES = {
    "normal": "",
    "preliminary": N_("preliminary"),
    "missing": N_("figure missing"),
    "not_applicable": N_("not applicable"),
    "confidential": N_("confidential"),
    "hidden": N_("not shown: fewer than {minimum} people"),
    "single": N_("not shown: it would tell of one person"),
    "protects": N_("not shown: protects a smaller group"),
}
BETTER = {
    "higher": N_("higher is better"),
    "lower": N_("lower is better"),
    "none": N_("neither higher nor lower is better"),
    "range": N_("a certain range is best"),
}
STATISTICS = {
    "share": N_("share"),
    "mean": N_("mean"),
    "median": N_("median"),
    "count": N_("count"),
    "sum": N_("sum"),
    "index": N_("index"),
    "ratio": N_("ratio"),
}

REASONS = {
    Reason.NO_FIGURE: N_("there is no figure"),
    Reason.MISSING_VALUE: N_("there is no figure"),
    Reason.NOT_APPLICABLE: N_("the figure does not apply"),
    Reason.CONFIDENTIAL: N_("the figure is confidential"),
    Reason.HIDDEN: N_("the figure is not shown"),
    Reason.NO_TARGET: N_("there is no target"),
    Reason.TARGET_OF_ALL: N_("the target is for all, not for each gender"),
    Reason.TARGET_OF_BOARD: N_("the target is for the whole board"),
    Reason.TARGET_OF_OTHER_TIME: N_("no target is in force for the period"),
    Reason.OTHER_LENGTH: N_("the figure is about another length of time than what it is compared with"),
    Reason.NO_BASELINE: N_("there is no earlier figure to compare with"),
    Reason.NO_GAP: N_("the difference between women and men is not known"),
    Reason.NO_GAP_TARGET: N_("there is no target for the difference between women and men"),
    Reason.NOT_OF_GOAL: N_("the indicator does not judge the goal"),
    Reason.TARGET_WITHOUT_LIMIT: N_("the source does not give the target's limit"),
    Reason.RANGE_STRADDLES_LIMIT: N_("the limit lies inside what the figure can be"),
    Reason.NOT_DISTINGUISHED: N_("it cannot be told from the target"),
    Reason.BASELINE_STRADDLES_LIMIT: N_("the earlier figure is not one number"),
    Reason.CHANGE_WITHOUT_NUMBER: N_("the source does not give how much it changed"),
    Reason.MILESTONE_UNCLEAR: N_("the figure is neither done nor not done"),
}


def level_text(level: Level) -> str:
    """An indicator's computed level in a word."""
    return _(LEVELS[level])


def gender_text(gender: str, about: IndicatorTraits) -> str:
    """A gender in a word; where the indicator is about children they are girls and boys."""
    return _((_CHILDREN if about.about_children else GENDERS)[gender])


def gender_words(gender: str) -> tuple[str, ...]:
    """The words that a gender may have: of people, and of children."""
    return tuple(dict.fromkeys(_(words[gender]) for words in (GENDERS, _CHILDREN) if gender in words))


def verdict_text(verdict: str, own: str = "") -> str:
    """A verdict in a word: the board's own where it has one, since it is written in Swedish only there."""
    return own if own and language() == "sv" else _(VERDICTS[Verdict(verdict)])


def short_name(name: str) -> str:
    """The abbreviation that a department's name ends with in brackets, if it has one."""
    start, bracket, end = name.rpartition("(")
    return end.rstrip(")") if bracket and start and end.endswith(")") else name


def measure_text(measure: Measure | None, about: IndicatorTraits) -> str:
    """A figure as the source gives it, with unit: '7,0 %', 'mindre än 60 %', 'cirka 40', '10,8–12,8 dagar', '–'."""
    if measure is None:
        return "–"
    if measure.value is None:
        ends = [number(end, about.decimals) for end in (measure.lower, measure.upper) if end is not None]
        return with_unit("–".join(ends), about.unit_of_measure)
    if about.unit_of_measure == YES_OR_NO and measure.value in (0, 1):
        return _("yes") if measure.value else _("no")
    text = with_unit(number(measure.value, about.decimals), about.unit_of_measure)
    patterns = {"<": _("less than {figure}"), ">": _("more than {figure}"), "~": _("about {figure}")}
    return patterns.get(measure.qualifier, "{figure}").format(figure=text)


def point_text(point: Point | None, about: IndicatorTraits) -> str:
    """A point's figure, how it moved where no figure is given, or the word for why there is none."""
    if point is None:
        return "–"
    if point.measure is not None:
        return measure_text(point.measure, about)
    if point.change is not None:
        return _(CHANGES[point.change])
    return status_text(point.status, about) or "–"


def status_text(status: str, about: IndicatorTraits) -> str:
    """The word for an observation's status ('' when it is normal)."""
    return _(STATUSES[status]).format(minimum=about.minimum_group) if STATUSES[status] else ""


def difference_text(value: float, about: IndicatorTraits) -> str:
    """The difference between two figures, without sign: '2,0 procentenheter'."""
    return with_unit(number(abs(value), about.decimals), difference_unit(about.unit_of_measure))


def distance_text(gap: float, about: IndicatorTraits) -> str:
    """The way from a limit to a figure: '2,0 procentenheter över målet'."""
    pattern = _("{difference} above") if gap > 0 else _("{difference} below")
    return pattern.format(difference=difference_text(gap, about))


def change_text(value: float, about: IndicatorTraits) -> str:
    """A change with its sign: '+4,0 procentenheter'."""
    return with_unit(signed(value, about.decimals), difference_unit(about.unit_of_measure))


def change_since(series: Series, point: Point | None) -> str:
    """The change since the figure before, with the period it is compared with; '' when there is none to compare."""
    earlier = series.before(point) if point and point.measure else None
    change = difference(point, earlier) if point and earlier else None
    if change is None or earlier is None:
        return ""
    if change and series.about.unit_of_measure == YES_OR_NO:
        return _("before: {figure} ({period})").format(
            figure=point_text(earlier, series.about), period=period_name(earlier.period, short=True)
        )
    if change == 0:
        return _("unchanged since {period}").format(period=period_name(earlier.period, short=True))
    exact = replace(series.about, decimals=decimals_that_show(change, series.about.decimals))
    return _("{change} since {period}").format(
        change=change_text(change, exact), period=period_name(earlier.period, short=True)
    )


def gap_text(women: Point | None, men: Point | None, about: IndicatorTraits) -> str:
    """The gap K-M as a figure of its own: 'Kvinnor 88 %, män 78 %: skillnaden är 10 procentenheter.'; '' if none."""
    apart = gap(women, men)
    if apart is None or women is None or men is None or women.number is None or men.number is None:
        return ""
    exact = replace(about, decimals=decimals_that_add_up(women.number, men.number, about.decimals))
    names = {"women_name": gender_text("K", about), "men_name": gender_text("M", about)}
    figures = _("{women_name} {women}, {men_name} {men}").format(
        women=measure_text(women.measure, exact), men=measure_text(men.measure, exact), **names
    )
    figures = figures[:1].upper() + figures[1:]
    if apart == 0:
        return _("{figures}: no difference.").format(figures=figures)
    if about.statistic == "count":
        pattern = _("{figures}: {difference} more {women_name} than {men_name}.")
        fewer = _("{figures}: {difference} fewer {women_name} than {men_name}.")
        difference = number(abs(apart), exact.decimals)
        if difference == "1":
            pattern = _("{figures}: one more among {women_name} than among {men_name}.")
            fewer = _("{figures}: one fewer among {women_name} than among {men_name}.")
    else:
        pattern = _("{figures}: {difference} higher for {women_name}.")
        fewer = _("{figures}: {difference} lower for {women_name}.")
        difference = difference_text(apart, exact)
    return (pattern if apart > 0 else fewer).format(figures=figures, difference=difference, **names)
