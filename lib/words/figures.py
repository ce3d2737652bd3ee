"""What figures, targets and judgements are called, and the sentences that tell how they follow from each other.

Used by pages, charts' text alternatives, slides and documents alike, so that they say the same thing.
"""

from lib.rules.series import IndicatorTraits, Point, Series, TargetSpan, difference, gap
from lib.rules.status import GoalLevel, Level, Measure, Reason, Rule, Verdict
from lib.words.language import N_, _, difference_unit, language, number, period_name, signed, with_unit

# The unit of what is either done or not; the figure is 1 or 0.
YES_OR_NO = "ja/nej"

LEVELS = {
    Level.MET: N_("met"),
    Level.NEARLY: N_("nearly met"),
    Level.MISSED: N_("missed"),
    Level.UNKNOWN: N_("cannot be said"),
}
GOAL_LEVELS = {
    GoalLevel.MET: N_("met"),
    GoalLevel.PARTLY: N_("partly met"),
    GoalLevel.MISSED: N_("missed"),
    GoalLevel.UNKNOWN: N_("cannot be said"),
}
VERDICTS = {
    Verdict.ACHIEVED: N_("achieved"),
    Verdict.PARTLY: N_("partly achieved"),
    Verdict.NOT_ACHIEVED: N_("not achieved"),
    Verdict.NOT_ASSESSABLE: N_("cannot be assessed"),
    Verdict.LATER: N_("reported later"),
}
STAGES = {"forecast": N_("interim assessment"), "final": N_("final assessment")}
KINDS = {"outcome": N_("outcome"), "forecast": N_("forecast"), "budget": N_("budget"), "plan": N_("plan")}
GENDERS = {"T": N_("total"), "K": N_("women"), "M": N_("men")}
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
    Reason.NO_TARGET: N_("no target is set"),
    Reason.NO_BASELINE: N_("there is no earlier figure to compare with"),
    Reason.TARGET_WITHOUT_LIMIT: N_("the source does not give the target's limit"),
    Reason.RANGE_STRADDLES_LIMIT: N_("the limit lies inside what the figure can be"),
    Reason.NOT_DISTINGUISHED: N_("it cannot be told from the target"),
    Reason.BASELINE_STRADDLES_LIMIT: N_("the earlier figure is a range"),
    Reason.MILESTONE_UNCLEAR: N_("the figure is neither done nor not done"),
}

_TARGETS = {
    Rule.AT_LEAST: N_("at least {limit}"),
    Rule.MORE_THAN: N_("more than {limit}"),
    Rule.AT_MOST: N_("at most {limit}"),
    Rule.LESS_THAN: N_("less than {limit}"),
    Rule.BETWEEN: N_("{limit} to {upper}"),
    Rule.EQUAL: N_("exactly {limit}"),
    Rule.INCREASE: N_("shall increase"),
    Rule.DECREASE: N_("shall decrease"),
    Rule.NOT_ABOVE: N_("not above the baseline"),
    Rule.NOT_BELOW: N_("not below the baseline"),
    Rule.DONE: N_("shall be done"),
}


def level_text(level: Level) -> str:
    """An indicator's computed level in a word."""
    return _(LEVELS[level])


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
    """A point's figure, or the word for why there is none."""
    if point is None:
        return "–"
    if point.measure is not None:
        return measure_text(point.measure, about)
    return status_text(point.status, about) or "–"


def status_text(status: str, about: IndicatorTraits) -> str:
    """The word for an observation's status ('' when it is normal)."""
    return _(STATUSES[status]).format(minimum=about.minimum_group) if STATUSES[status] else ""


def target_text(span: TargetSpan | None, about: IndicatorTraits) -> str:
    """A target in words: 'högst 5 %', '10–20 dagar', 'ska minska jämfört med 2017'; '' when there is none."""
    if span is None:
        return ""
    rule, value, upper = span.target.rule, span.target.value, span.target.upper
    unit = about.unit_of_measure

    def said(figure: float | None) -> str:
        return "" if figure is None else with_unit(number(figure), unit)

    if rule.needs_value and value is None:
        return _("a limit that the source does not give")
    text = _(_TARGETS[rule]).format(limit=said(value), upper=said(upper))
    if value and rule in {Rule.INCREASE, Rule.DECREASE}:
        text = _("{target} by at least {difference}").format(target=text, difference=difference_text(value, about))
    if span.baseline is not None:
        text = _("{target} (compared with {period})").format(target=text, period=period_name(span.baseline))
    return _("{target} (the target of the whole board)").format(target=text) if span.inherited else text


def difference_text(value: float, about: IndicatorTraits) -> str:
    """How much two figures differ, without sign: '2,0 procentenheter'."""
    return with_unit(number(abs(value), about.decimals), difference_unit(about.unit_of_measure))


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
    return _("{change} since {period}").format(
        change=change_text(change, series.about), period=period_name(earlier.period, short=True)
    )


def gap_text(women: Point | None, men: Point | None, about: IndicatorTraits) -> str:
    """The gap K-M as a figure of its own: 'Kvinnor 88 %, män 78 %: skillnaden är 10 procentenheter.'; '' if none."""
    apart = gap(women, men)
    if apart is None or women is None or men is None:
        return ""
    figures = _("Women {women}, men {men}").format(
        women=measure_text(women.measure, about), men=measure_text(men.measure, about)
    )
    if apart == 0:
        return _("{figures}: no difference.").format(figures=figures)
    pattern = (
        _("{figures}: women are {difference} above.") if apart > 0 else _("{figures}: women are {difference} below.")
    )
    return pattern.format(figures=figures, difference=difference_text(apart, about))
